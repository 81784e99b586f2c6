/* fuzz_package.c - any bytes as a PDF that carries sources, or as the list of them.
 *
 * An input that begins with %PDF is read as it stands; any other as the manifest. Whatever comes
 * out must be safe to unpack. */
#include "archive/attachment.h"
#include "archive/package.h"
#include "fuzz/fuzz.h"

#include <string.h>

static void check_manifest(const bb_manifest *manifest)
{
    for (guint i = 0; i < manifest->files->len; i++) {
        const bb_manifest_file *file = manifest->files->pdata[i];
        if (bb_manifest_path_fault(file->path) != NULL)
            g_error("an unsafe path came through: %s", file->path);
    }
}

static void read_list(const uint8_t *data, size_t size)
{
    g_autoptr(bb_diag) diag = bb_diag_new();
    g_autoptr(GBytes) bytes = g_bytes_new_static(data, size);
    g_autoptr(bb_manifest) manifest = bb_manifest_read(bytes, diag, BB_NOWHERE);

    if ((manifest == NULL) != bb_diag_has_faults(diag))
        g_error("a list was refused without a word, or used in spite of one");
    if (manifest != NULL)
        check_manifest(manifest);
}

static void read_package(const uint8_t *data, size_t size)
{
    g_autoptr(bb_diag) diag = bb_diag_new();
    g_autoptr(GBytes) pdf = g_bytes_new_static(data, size);
    g_autoptr(bb_package) package = bb_package_read(pdf, "fuzz.pdf", diag);

    if ((package == NULL) != bb_diag_has_faults(diag))
        g_error("a PDF was refused without a word, or used in spite of one");
    if (package != NULL)
        check_manifest(package->manifest);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_catch_traps();
    if (size >= 4 && memcmp(data, "%PDF", 4) == 0)
        read_package(data, size);
    else
        read_list(data, size);
    return 0;
}
