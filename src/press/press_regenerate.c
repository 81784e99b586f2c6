/* press_regenerate.c - a PDF's sources into a folder of their own, and from there through the press
 * again. */
#include "press/press_private.h"

#include "archive/attachment.h"
#include "archive/package.h"
#include "base/file.h"
#include "base/scratch.h"

#include <string.h>

/* Formats that this version doesn't know are left out; a PDF it was, at any rate. */
static unsigned read_formats(const char *names)
{
    g_auto(GStrv) list = g_strsplit(names, ",", -1);
    unsigned formats = BB_PRESS_PDF;

    for (char **name = list; *name != NULL; name++)
        formats |= bb_press_find_format(*name);
    return formats;
}

static bb_scratch *unpack(const bb_package *package, GError **error)
{
    g_autoptr(bb_scratch) scratch = bb_scratch_new(error);

    if (scratch == NULL)
        return NULL;
    for (guint i = 0; i < package->files->len; i++) {
        const bb_attachment *file = package->files->pdata[i];
        if (!bb_scratch_write(scratch, file->path, file->bytes, error))
            return NULL;
    }
    return g_steal_pointer(&scratch);
}

/* The path of the new PDF among the products, for messages. */
static const char *find_pdf(const GPtrArray *products)
{
    for (guint i = 0; i < products->len; i++) {
        const bb_press_product *product = products->pdata[i];
        if (g_str_has_suffix(product->path, ".pdf"))
            return product->path;
    }
    return "the new PDF";
}

/* Messages name the sources as if they stood in the PDF. */
static void rename_sources(bb_diag *diag, const bb_scratch *scratch, const char *pdf)
{
    g_autofree char *from = g_strconcat(bb_scratch_path(scratch), "/", NULL);
    g_autofree char *to = g_strconcat(pdf, "/", NULL);

    bb_diag_rename(diag, from, to);
}

static GPtrArray *build_again(bb_press *press, const bb_package *package, const char *folder,
                              bb_press_original *original, bb_diag *diag, GError **error)
{
    g_autoptr(bb_scratch) scratch = unpack(package, error);

    if (scratch == NULL)
        return NULL;
    g_autofree char *report =
        g_build_filename(bb_scratch_path(scratch), package->manifest->report, NULL);
    const bb_press_order order = {report, folder, read_formats(package->manifest->formats), true};
    GPtrArray *products = bb_press_build_again(press, &order, original, diag, error);
    rename_sources(diag, scratch, original->path);
    return products;
}

GPtrArray *bb_press_regenerate(bb_press *press, const char *pdf, const char *folder, bool *same,
                               bb_diag *diag, GError **error)
{
    g_autoptr(GBytes) bytes = bb_file_read(pdf, error);
    g_autofree char *beside = g_path_get_dirname(pdf);
    bb_place place = {.file = bb_diag_file(diag, pdf)};

    if (bytes == NULL)
        return NULL;
    g_autoptr(bb_package) package = bb_package_read(bytes, pdf, diag);
    if (package == NULL)
        return g_ptr_array_new();
    if (strcmp(package->manifest->version, BB_VERSION) != 0) {
        g_autofree char *version = bb_manifest_quote(package->manifest->version);
        bb_diag_report(diag, BB_M_SOURCE_VERSION, place, version, BB_VERSION);
    }
    bb_press_original original = {pdf, bytes, package->manifest->date, folder == NULL, false};
    GPtrArray *products =
        build_again(press, package, folder != NULL ? folder : beside, &original, diag, error);
    if (products != NULL && !original.same && !bb_diag_has_faults(diag))
        bb_diag_report(diag, BB_M_SOURCE_DIFFERS, place, find_pdf(products));
    *same = original.same;
    return products;
}
