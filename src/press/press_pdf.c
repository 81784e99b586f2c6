/* press_pdf.c - the PDF of a resolved document. */
#include "press/press_private.h"

#include "layout/font_manifest.h"
#include "press/press_print.h"

#include <stdlib.h>
#include <string.h>

xmlDoc *bb_press_fo(bb_press *press, const xmlDoc *resolved, bb_diag *diag, GError **error)
{
    bb_press_companions with;

    if (!bb_press_find_companions(press, resolved, BB_NOWHERE, &with, diag, error))
        return NULL;
    const bb_transform_job job = {
        .diag = diag,
        .place = bb_press_resolved_place,
        .place_data = diag,
        .documents = with.documents,
    };
    g_autofree char *sheet = bb_press_find_sheet(press, resolved, "fo");
    return bb_transform_run(press->transform, sheet, resolved, &job, error);
}

/* Fonts are loaded when the first PDF is made. */
static bb_layout_engine *engine_of(bb_press *press, GError **error)
{
    if (press->engine == NULL) {
        g_autofree char *config = g_build_filename(press->data_folder, "fonts", "fonts.conf", NULL);
        press->engine = bb_print_engine_new(config, error);
    }
    return press->engine;
}

static bool check_fonts(bb_press *press, bb_diag *diag, GError **error)
{
    g_autofree char *manifest = g_build_filename(press->data_folder, "fonts", "manifest.txt", NULL);

    return bb_font_manifest_check(bb_layout_engine_fonts(press->engine), manifest, diag, error);
}

static const xmlNode *find_child(const xmlNode *parent, const char *name)
{
    for (const xmlNode *n = parent != NULL ? parent->children : NULL; n != NULL; n = n->next) {
        if (n->type == XML_ELEMENT_NODE && strcmp((const char *)n->name, name) == 0)
            return n;
    }
    return NULL;
}

/* "2008-01" is the first of that month, at midnight. */
static gint64 publication_date(const xmlNode *publication)
{
    const xmlNode *published = find_child(publication, "published");
    xmlChar *text = published != NULL ? xmlGetNoNsProp(published, (const xmlChar *)"date") : NULL;
    int year = 1970, month = 1, day = 1;

    if (text != NULL && sscanf((const char *)text, "%4d-%2d-%2d", &year, &month, &day) < 1)
        year = 1970;
    xmlFree(text);
    g_autoptr(GDateTime) date =
        g_date_time_new_utc(CLAMP(year, 1, 9999), CLAMP(month, 1, 12), CLAMP(day, 1, 31), 0, 0, 0);
    return date != NULL ? g_date_time_to_unix(date) : 0;
}

static char *text_of(const xmlNode *parent, const char *name)
{
    const xmlNode *node = find_child(parent, name);
    xmlChar *content = node != NULL ? xmlNodeGetContent(node) : NULL;
    char *text = content != NULL ? g_strdup((const char *)content) : NULL;

    xmlFree(content);
    return text;
}

static char *resolved_attribute(const xmlNode *root, const char *name)
{
    xmlChar *value = xmlGetNsProp(root, (const xmlChar *)name, (const xmlChar *)RESOLVED_NAMESPACE);
    char *text = value != NULL ? g_strdup((const char *)value) : NULL;

    xmlFree(value);
    return text;
}

gint64 bb_press_date(const xmlDoc *resolved)
{
    const xmlNode *publication = find_child(xmlDocGetRootElement(resolved), "publication");

    return bb_print_date(publication_date(publication));
}

GBytes *bb_press_pdf(bb_press *press, const xmlDoc *resolved, const bb_press_paper *paper,
                     bb_diag *diag, GError **error)
{
    const xmlNode *root = xmlDocGetRootElement(resolved);
    const xmlNode *publication = find_child(root, "publication");
    g_autofree char *title = resolved_attribute(root, "title");
    g_autofree char *author = text_of(publication, "lead-body");
    g_autofree char *subject = text_of(publication, "description");
    g_autofree char *language = bb_press_root_attribute(resolved, "lang");
    xmlDoc *fo = bb_press_fo(press, resolved, diag, error);

    if (fo == NULL)
        return NULL;
    GBytes *pdf = NULL;
    if (engine_of(press, error) != NULL) {
        const bb_print_job job = {
            .engine = press->engine,
            .fo = fo,
            .file = "templates/fo",
            .folder = paper->folder,
            .metadata = {title, author, subject, language, paper->date, paper->attachments},
            .output = BB_PRINT_PDF,
        };
        pdf = bb_print(&job, diag, error);
    }
    xmlFreeDoc(fo);
    if (pdf != NULL && !check_fonts(press, diag, error))
        g_clear_pointer(&pdf, g_bytes_unref);
    return pdf;
}
