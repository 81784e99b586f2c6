/* font_manifest.c - comparing checksums. */
#include "layout/font_manifest.h"

#include "base/file.h"

#include <string.h>

/* "sum  package version  path" to path and sum; comments and blank lines are passed over. */
static GHashTable *parse(const char *text)
{
    GHashTable *sums = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);

    for (char **line = lines; *line != NULL; line++) {
        const char *path = strchr(*line, '/');
        const char *end = strchr(*line, ' ');
        if (**line == '#' || path == NULL || end == NULL)
            continue;
        g_hash_table_insert(sums, g_strdup(path), g_strndup(*line, (gsize)(end - *line)));
    }
    return sums;
}

static void check_file(GHashTable *sums, const char *file, bb_diag *diag)
{
    const char *pinned = g_hash_table_lookup(sums, file);
    g_autoptr(GBytes) bytes = bb_file_read(file, NULL);

    if (pinned == NULL || bytes == NULL) {
        bb_diag_report(diag, BB_M_FONT_UNPINNED, BB_NOWHERE, file);
        return;
    }
    g_autofree char *sum = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, bytes);
    if (strcmp(sum, pinned) != 0)
        bb_diag_report(diag, BB_M_FONT_DIFFERS, BB_NOWHERE, file);
}

bool bb_font_manifest_check(const bb_fonts *fonts, const char *manifest, bb_diag *diag,
                            GError **error)
{
    g_autoptr(GBytes) bytes = bb_file_read(manifest, error);

    if (bytes == NULL)
        return false;
    g_autofree char *text = g_strndup(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
    g_autoptr(GHashTable) sums = parse(text);
    g_autoptr(GPtrArray) files = bb_fonts_files(fonts);
    for (guint i = 0; i < files->len; i++)
        check_file(sums, files->pdata[i], diag);
    return true;
}
