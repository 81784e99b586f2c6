/* press_format.c - reading FO, laying it out, writing what is asked for. */
#include "press/press_format.h"

#include "archive/pdf_finish.h"
#include "base/error.h"
#include "base/file.h"
#include "layout/graphic.h"
#include "layout/layout.h"
#include "render/area_dump.h"
#include "render/area_pdf.h"
#include "render/pdf_extras.h"

#include <libxml/parser.h>
#include <stdlib.h>
#include <string.h>

/* --- XML --- */

typedef struct {
    bb_diag *diag;
    const char *file;
} xml_listener;

static void hear_error(void *data, xmlErrorPtr error)
{
    xml_listener *listener = data;
    g_autofree char *message = g_strchomp(g_strdup(error->message));
    bb_place place = {listener->file, error->line, error->int2};

    bb_diag_report(listener->diag, BB_M_XML_SYNTAX, place, message);
}

static xmlDoc *read_xml(const char *path, bb_diag *diag, GError **error)
{
    g_autoptr(GBytes) bytes = bb_file_read(path, error);

    if (bytes == NULL)
        return NULL;
    xml_listener listener = {diag, bb_diag_file(diag, path)};
    xmlParserCtxt *context = xmlNewParserCtxt();
    xmlSetStructuredErrorFunc(&listener, (xmlStructuredErrorFunc)hear_error);
    xmlDoc *doc = xmlCtxtReadMemory(
        context, g_bytes_get_data(bytes, NULL), (int)g_bytes_get_size(bytes), path, NULL,
        XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_BIG_LINES | XML_PARSE_NOCDATA);
    xmlSetStructuredErrorFunc(NULL, NULL);
    xmlFreeParserCtxt(context);
    return doc;
}

/* --- outputs --- */

static gint64 build_date(void)
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");

    return epoch != NULL ? g_ascii_strtoll(epoch, NULL, 10) : 0;
}

static GBytes *write_pdf(const bb_area_tree *areas, const bb_fo_tree *fo, bb_diag *diag,
                         GError **error)
{
    g_autoptr(GBytes) drawn = bb_area_pdf(areas, error);

    if (drawn == NULL)
        return NULL;
    g_autoptr(bb_pdf_extras) extras = bb_pdf_extras_new(areas, fo, diag);
    bb_pdf_metadata metadata = {.date = build_date()};
    return bb_pdf_finish(drawn, extras, &metadata, error);
}

static GBytes *take_text(char *text)
{
    return g_bytes_new_take(text, strlen(text));
}

static void check_areas(const bb_area_tree *areas)
{
#ifdef BB_DEBUG
    g_autofree char *wrong = bb_area_tree_check(areas);
    if (wrong != NULL)
        g_error("the area tree is unsound: %s", wrong);
#else
    (void)areas;
#endif
}

static GBytes *lay_out(const bb_format_options *options, bb_fo_tree *fo, bb_diag *diag,
                       GError **error)
{
    bb_fonts *fonts = bb_fonts_new(options->font_config, error);

    if (fonts == NULL)
        return NULL;
    g_autoptr(bb_layout_engine) engine = bb_layout_engine_new(fonts);
    g_autofree char *base = g_path_get_dirname(options->input);
    g_autoptr(bb_graphics) graphics = bb_graphics_new(base, diag);
    g_autoptr(bb_area_tree) areas = bb_layout_run(engine, fo, graphics, diag);
    check_areas(areas);
    if (options->output == BB_FORMAT_AREAS)
        return take_text(bb_area_dump(areas));
    if (options->output == BB_FORMAT_TEXT)
        return take_text(bb_area_dump_text(areas));
    return write_pdf(areas, fo, diag, error);
}

GBytes *bb_press_format(const bb_format_options *options, bb_diag *diag, GError **error)
{
    xmlDoc *doc = read_xml(options->input, diag, error);
    GBytes *output = NULL;

    if (doc == NULL)
        return NULL;
    bb_fo_tree *fo = bb_fo_tree_new(doc, options->input, diag);
    if (fo != NULL && options->output == BB_FORMAT_TREE)
        output = take_text(bb_fo_tree_dump(fo));
    else if (fo != NULL)
        output = lay_out(options, fo, diag, error);
    bb_fo_tree_free(fo);
    xmlFreeDoc(doc);
    return output;
}
