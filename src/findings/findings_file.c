/* findings_file.c - which file a name in the report means, and whether it may be read.
 *
 * Only files in the report's own folder or below it are ever opened, wherever links lead. */
#include "findings/findings_private.h"

#include "base/file.h"
#include "base/text.h"

#include <glib/gstdio.h>
#include <string.h>

/* Whether a name is an address with a scheme ("https://…", "file:…") or starts at the root. */
static bool leads_away(const char *href)
{
    g_autofree char *scheme = g_uri_parse_scheme(href);

    return scheme != NULL || g_path_is_absolute(href);
}

/* The path from the report's folder, or NULL when its own steps lead out of it. */
static const char *relative_path(const bb_findings *findings, const char *from, const char *name)
{
    g_autofree char *shown_base = g_path_get_dirname(from);
    g_autofree char *base = g_canonicalize_filename(shown_base, NULL);
    g_autofree char *path = g_canonicalize_filename(name, base);
    size_t length = strlen(findings->folder);

    if (strcmp(findings->folder, "/") == 0)
        return bb_arena_strdup(findings->arena, path + 1);
    if (strncmp(path, findings->folder, length) != 0 || path[length] != '/')
        return NULL;
    return bb_arena_strdup(findings->arena, path + length + 1);
}

/* A name in the folder of a missing file that it may be a slip for. */
static const char *find_similar(bb_findings *findings, const char *shown)
{
    g_autofree char *folder = g_path_get_dirname(shown);

    if (!bb_file_is_inside(folder, findings->folder))
        return NULL;
    g_autofree char *wanted = g_path_get_basename(shown);
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    GDir *dir = g_dir_open(folder, 0, NULL);

    if (dir == NULL)
        return NULL;
    for (const char *name; (name = g_dir_read_name(dir)) != NULL;)
        g_ptr_array_add(names, g_strdup(name));
    g_dir_close(dir);
    /* The folder's own order differs from machine to machine. */
    g_ptr_array_sort(names, bb_text_compare);
    g_ptr_array_add(names, NULL);
    const char *similar = bb_text_nearest(wanted, (const char *const *)names->pdata);
    /* A folder has the very name. */
    if (similar != NULL && strcmp(similar, wanted) == 0)
        return NULL;
    return similar != NULL ? bb_arena_strdup(findings->arena, similar) : NULL;
}

bb_file_found bb_findings_find_file(bb_findings *findings, const char *from, const char *href)
{
    bb_file_found found = {BB_FILE_OUTSIDE, NULL, bb_arena_strdup(findings->arena, href), NULL};

    if (leads_away(href))
        return found;
    /* An address writes a space as %20; a writer may write it either way. */
    g_autofree char *name = g_uri_unescape_string(href, NULL);
    const char *relative = relative_path(findings, from, name != NULL ? name : href);
    if (relative == NULL)
        return found;
    g_autofree char *shown = g_strconcat(findings->shown_folder, relative, NULL);
    found.shown = bb_arena_strdup(findings->arena, shown);
    if (!g_file_test(shown, G_FILE_TEST_IS_REGULAR)) {
        found.verdict = BB_FILE_MISSING;
        found.relative = relative;
        found.similar = find_similar(findings, shown);
        return found;
    }
    if (!bb_file_is_inside(shown, findings->folder))
        return found;
    found.verdict = BB_FILE_FOUND;
    found.relative = relative;
    return found;
}

void bb_findings_add_file(bb_findings *findings, const char *shown)
{
    char *name = bb_arena_strdup(findings->arena, shown);

    if (g_hash_table_add(findings->file_set, name))
        g_ptr_array_add(findings->files, name);
}

void bb_findings_report_file(bb_findings *findings, const xmlNode *node, const char *href,
                             const bb_file_found *found, bb_message_id missing,
                             bb_message_id outside)
{
    bb_place place = bb_findings_place(node);

    if (found->verdict == BB_FILE_OUTSIDE) {
        bb_diag_report(findings->diag, outside, place, href);
        return;
    }
    g_autofree char *similar =
        found->similar != NULL ? g_strdup_printf("; did you mean %s?", found->similar) : NULL;
    bb_diag_report(findings->diag, missing, place, found->shown, similar != NULL ? similar : "");
}

bool bb_findings_file_is_large(bb_findings *findings, const char *shown, size_t limit,
                               bb_place place)
{
    GStatBuf info;

    if (g_stat(shown, &info) != 0 || (size_t)info.st_size <= limit)
        return false;
    g_autofree char *most = g_format_size_full(limit, G_FORMAT_SIZE_IEC_UNITS);
    bb_diag_report(findings->diag, BB_M_FILE_LARGE, place, shown, most);
    return true;
}

GBytes *bb_findings_read_file(bb_findings *findings, const char *shown, size_t limit,
                              bb_place place)
{
    g_autoptr(GError) error = NULL;

    if (bb_findings_file_is_large(findings, shown, limit, place))
        return NULL;
    GBytes *bytes = bb_file_read(shown, &error);
    if (bytes == NULL) {
        /* The system's own reason is the last part of the error. */
        const char *reason = strrchr(error->message, ':');
        bb_diag_report(findings->diag, BB_M_FILE_UNREADABLE, place, shown,
                       reason != NULL ? reason + 2 : error->message);
    }
    return bytes;
}
