/* press_print.c - layout, drawing and finishing, one after the other. */
#include "press/press_print.h"

#include "archive/inspect.h"
#include "layout/graphic.h"
#include "render/area_dump.h"

#include <stdlib.h>
#include <string.h>

bb_layout_engine *bb_print_engine_new(const char *font_config, GError **error)
{
    bb_fonts *fonts = bb_fonts_new(font_config, error);

    return fonts != NULL ? bb_layout_engine_new(fonts) : NULL;
}

gint64 bb_print_date(gint64 otherwise)
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");

    if (epoch == NULL)
        return otherwise;
    const gint64 end_of_9999 = 253402300799;
    return CLAMP(g_ascii_strtoll(epoch, NULL, 10), 0, end_of_9999);
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

/* A PDF that does not conform is a fault of ours: a debug build stops at it. */
static GBytes *check_pdf(GBytes *pdf)
{
#ifdef BB_DEBUG
    g_autoptr(bb_diag) diag = bb_diag_new();
    g_autoptr(GError) error = NULL;
    if (pdf != NULL && !bb_inspect(pdf, "the PDF", diag, &error))
        g_error("%s", error->message);
    if (bb_diag_has_faults(diag)) {
        g_autofree char *first = bb_diag_format(bb_diag_entry_at(diag, 0));
        g_error("%s", first);
    }
#endif
    return pdf;
}

static GBytes *lay_out(const bb_print_job *job, bb_fo_tree *fo, bb_diag *diag, GError **error)
{
    g_autoptr(bb_graphics) graphics = bb_graphics_new(job->folder, diag);
    g_autoptr(bb_area_tree) areas = bb_layout_run(job->engine, fo, graphics, diag);

    check_areas(areas);
    if (job->output == BB_PRINT_AREAS)
        return take_text(bb_area_dump(areas));
    if (job->output == BB_PRINT_TEXT)
        return take_text(bb_area_dump_text(areas));
    return check_pdf(bb_pdf_make(areas, fo, &job->metadata, diag, error));
}

GBytes *bb_print(const bb_print_job *job, bb_diag *diag, GError **error)
{
    g_autoptr(bb_fo_tree) fo = bb_fo_tree_new(job->fo, job->file, diag);

    if (fo == NULL)
        return NULL;
    if (job->output == BB_PRINT_TREE)
        return take_text(bb_fo_tree_dump(fo));
    return lay_out(job, fo, diag, error);
}
