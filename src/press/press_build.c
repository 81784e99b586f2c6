/* press_build.c - from a report's file to finished files: all of them, or none. */
#include "press/press_private.h"

#include "base/file.h"
#include "transform/markup.h"

#include <glib/gstdio.h>
#include <string.h>

/* What one build holds. */
typedef struct {
    bb_press *press;
    const bb_press_order *order;
    bb_press_original *original; /* or NULL */
    bb_diag *diag;
    char *source_folder, *folder, *name; /* "samples", "out", "report" */
    xmlDoc *resolved;
    GPtrArray *images;
    GPtrArray *sources; /* char: the files that the report was made from */
    bb_file_set *files;
    GPtrArray *products;
} build;

static void product_free(void *item)
{
    bb_press_product *product = item;

    g_free(product->path);
    g_free(product);
}

static GPtrArray *copy_names(const char *const *names)
{
    GPtrArray *copy = g_ptr_array_new_with_free_func(g_free);

    for (; *names != NULL; names++)
        g_ptr_array_add(copy, g_strdup(*names));
    return copy;
}

/* The report with every number, word and drawing; its pictures, and all the files that it was made
 * from, unless those are NULL. */
static xmlDoc *load_and_resolve(bb_press *press, const char *path, GPtrArray **images,
                                GPtrArray **sources, bb_diag *diag, GError **error)
{
    g_autofree char *folder = g_path_get_dirname(path);
    bb_press_report report = {0};

    if (!bb_press_load(press, path, &report, diag, error))
        return NULL;
    xmlDoc *resolved = bb_press_resolve(press, &report.scored, diag, error);
    if (sources != NULL)
        *sources = copy_names(bb_findings_files(report.findings));
    bb_press_report_clear(&report);
    if (resolved == NULL)
        return NULL;
    if (!bb_press_draw_charts(press, resolved, diag, error)) {
        xmlFreeDoc(resolved);
        return NULL;
    }
    /* What is wrong with pictures has been said when the report was read. */
    g_autoptr(bb_diag) said = bb_diag_new();
    g_autoptr(GPtrArray) found = bb_press_find_images(resolved, folder, said);
    if (images != NULL)
        *images = g_steal_pointer(&found);
    return resolved;
}

GBytes *bb_press_resolve_file(bb_press *press, const char *report, bb_diag *diag, GError **error)
{
    xmlDoc *resolved = load_and_resolve(press, report, NULL, NULL, diag, error);

    if (resolved == NULL)
        return NULL;
    GBytes *bytes = bb_markup_write(resolved, BB_MARKUP_XML);
    xmlFreeDoc(resolved);
    return bytes;
}

static bool is_same_file(const char *a, const char *b)
{
    GStatBuf first, second;

    return g_stat(a, &first) == 0 && g_stat(b, &second) == 0 && first.st_dev == second.st_dev &&
           first.st_ino == second.st_ino;
}

/* Whether a file may be put in this place: what is to be made again is no reason to lose what is
 * there. */
static bool may_write(build *b, const char *path, GBytes *bytes)
{
    if (b->original == NULL || !g_file_test(path, G_FILE_TEST_EXISTS) ||
        (!b->original->alone && !is_same_file(path, b->original->path)))
        return true;
    g_autoptr(GBytes) there = bb_file_read(path, NULL);
    if (there != NULL && g_bytes_equal(there, bytes))
        return true;
    bb_diag_report(b->diag, BB_M_SOURCE_OVERWRITES,
                   ((bb_place){.file = bb_diag_file(b->diag, b->original->path)}), path);
    return false;
}

/* What can't be written for a reason that the sink has is left out: nothing is committed then. */
static bool add_file(build *b, const char *path, GBytes *bytes, GError **error)
{
    gsize size = 0;
    const void *data = g_bytes_get_data(bytes, &size);

    if (!may_write(b, path, bytes))
        return true;
    bb_press_product *product = g_new0(bb_press_product, 1);

    *product = (bb_press_product){g_strdup(path), size};
    g_ptr_array_add(b->products, product);
    return bb_file_set_write(b->files, path, data, size, error);
}

static bool add_named(build *b, const char *ending, GBytes *bytes, GError **error)
{
    g_autofree char *file = g_strconcat(b->name, ending, NULL);
    g_autofree char *path = g_build_filename(b->folder, file, NULL);

    return add_file(b, path, bytes, error);
}

static bool add_page(build *b, GError **error)
{
    g_autoptr(GBytes) page = bb_press_page(b->press, b->resolved, b->diag, error);

    return page != NULL && add_named(b, ".html", page, error);
}

static bool add_pdf(build *b, GError **error)
{
    gint64 date = b->original != NULL ? b->original->date : bb_press_date(b->resolved);
    g_autoptr(GPtrArray) attachments = NULL;

    const bb_press_sources sources = {b->sources, b->order->formats, date};
    if (b->order->embed_source &&
        !bb_press_attach(b->press, b->resolved, &sources, &attachments, b->diag, error))
        return false;
    const bb_press_paper paper = {b->source_folder, date, attachments};
    g_autoptr(GBytes) pdf = bb_press_pdf(b->press, b->resolved, &paper, b->diag, error);
    if (pdf != NULL && b->original != NULL)
        b->original->same = g_bytes_equal(pdf, b->original->bytes);
    return pdf != NULL && add_named(b, ".pdf", pdf, error);
}

static bool add_fo(build *b, GError **error)
{
    xmlDoc *fo = bb_press_fo(b->press, b->resolved, b->diag, error);

    if (fo == NULL)
        return false;
    g_autoptr(GBytes) bytes = bb_markup_write(fo, BB_MARKUP_XML);
    xmlFreeDoc(fo);
    return add_named(b, ".fo", bytes, error);
}

/* Pictures go beside the page, below the same folders as in the report; where the page is made in
 * the report's own folder they are there. */
static bool add_images(build *b, GError **error)
{
    if (bb_file_is_inside(b->folder, b->source_folder) &&
        bb_file_is_inside(b->source_folder, b->folder))
        return true;
    for (guint i = 0; i < b->images->len; i++) {
        g_autofree char *from = g_build_filename(b->source_folder, b->images->pdata[i], NULL);
        g_autofree char *to = g_build_filename(b->folder, b->images->pdata[i], NULL);
        g_autoptr(GBytes) bytes = bb_file_read(from, error);
        if (bytes == NULL || !add_file(b, to, bytes, error))
            return false;
    }
    return true;
}

/* A report with faults gives no files. */
static bool make_files(build *b, GError **error)
{
    b->resolved =
        load_and_resolve(b->press, b->order->report, &b->images, &b->sources, b->diag, error);
    if (b->resolved == NULL)
        return false;
    if ((b->order->formats & BB_PRESS_HTML) != 0 && (!add_page(b, error) || !add_images(b, error)))
        return false;
    if ((b->order->formats & BB_PRESS_PDF) != 0 && !add_pdf(b, error))
        return false;
    if ((b->order->formats & BB_PRESS_FO) != 0 && !add_fo(b, error))
        return false;
    return !bb_diag_has_faults(b->diag) && bb_file_set_commit(b->files, error);
}

static void build_clear(build *b)
{
    g_free(b->source_folder);
    g_free(b->folder);
    g_free(b->name);
    xmlFreeDoc(b->resolved);
    if (b->images != NULL)
        g_ptr_array_unref(b->images);
    if (b->sources != NULL)
        g_ptr_array_unref(b->sources);
    bb_file_set_free(b->files);
}

/* "samples/report.xml" as "report" */
static char *stem_of(const char *path)
{
    char *name = g_path_get_basename(path);

    if (g_str_has_suffix(name, ".xml"))
        name[strlen(name) - strlen(".xml")] = '\0';
    return name;
}

GPtrArray *bb_press_build_again(bb_press *press, const bb_press_order *order,
                                bb_press_original *original, bb_diag *diag, GError **error)
{
    build b = {.press = press, .order = order, .original = original, .diag = diag};
    g_autoptr(GError) failure = NULL;

    b.source_folder = g_path_get_dirname(order->report);
    b.folder = g_strdup(order->folder != NULL ? order->folder : b.source_folder);
    b.name = stem_of(order->report);
    b.files = bb_file_set_new();
    b.products = g_ptr_array_new_with_free_func(product_free);
    if (!make_files(&b, &failure))
        g_ptr_array_set_size(b.products, 0);
    build_clear(&b);
    if (failure == NULL)
        return b.products;
    g_ptr_array_unref(b.products);
    g_propagate_error(error, g_steal_pointer(&failure));
    return NULL;
}

GPtrArray *bb_press_build(bb_press *press, const bb_press_order *order, bb_diag *diag,
                          GError **error)
{
    return bb_press_build_again(press, order, NULL, diag, error);
}
