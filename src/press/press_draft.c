/* press_draft.c - bluebook new: the first draft of a report, from templates.
 *
 * The files of templates/draft, and over them those of the programme's own draft folder. In them
 * {programme} and {year} are filled in. */
#include "press/press_private.h"

#include "base/error.h"
#include "base/file.h"
#include "base/text.h"

#include <string.h>

typedef struct {
    bb_file_set *files;
    const char *folder; /* where the report goes */
    const char *programme, *year;
    GHashTable *names; /* of the files that are written, from that folder */
} draft;

/* Whether nothing is there yet, or an empty folder. */
static bool is_free(const char *folder)
{
    if (!g_file_test(folder, G_FILE_TEST_EXISTS))
        return true;
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    return dir != NULL && g_dir_read_name(dir) == NULL;
}

static void fill_in(GString *text, const draft *d)
{
    g_string_replace(text, "{programme}", d->programme, 0);
    g_string_replace(text, "{year}", d->year, 0);
}

static bool add_file(draft *d, const char *from, const char *name, GError **error)
{
    g_autoptr(GBytes) bytes = bb_file_read(from, error);
    gsize size = 0;

    if (bytes == NULL)
        return false;
    const char *data = g_bytes_get_data(bytes, &size);
    g_autoptr(GString) text = g_string_new_len(data, (gssize)size);
    fill_in(text, d);
    g_autofree char *to = g_build_filename(d->folder, name, NULL);
    g_hash_table_add(d->names, g_strdup(name));
    return bb_file_set_write(d->files, to, text->str, text->len, error);
}

/* Everything in a folder and below, save what has been written. */
static bool add_folder(draft *d, const char *from, const char *name, GError **error)
{
    g_autofree char *path = g_build_filename(from, name, NULL);
    g_autoptr(GDir) dir = g_dir_open(path, 0, error);

    if (dir == NULL)
        return false;
    for (const char *file = g_dir_read_name(dir); file != NULL; file = g_dir_read_name(dir)) {
        g_autofree char *inner =
            name[0] != '\0' ? g_build_filename(name, file, NULL) : g_strdup(file);
        g_autofree char *full = g_build_filename(from, inner, NULL);
        if (g_hash_table_contains(d->names, inner))
            continue;
        bool added = g_file_test(full, G_FILE_TEST_IS_DIR) ? add_folder(d, from, inner, error)
                                                           : add_file(d, full, inner, error);
        if (!added)
            return false;
    }
    return true;
}

static char *list_programmes(const bb_press *press)
{
    g_autofree char *path = g_build_filename(press->data_folder, "templates/programmes", NULL);
    g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);

    for (const char *name = dir != NULL ? g_dir_read_name(dir) : NULL; name != NULL;
         name = g_dir_read_name(dir)) {
        g_autofree char *profile = g_build_filename(path, name, "profile.xml", NULL);
        if (g_file_test(profile, G_FILE_TEST_EXISTS))
            g_ptr_array_add(names, g_strdup(name));
    }
    g_ptr_array_sort(names, bb_text_compare);
    g_ptr_array_add(names, NULL);
    return bb_text_list((const char *const *)names->pdata, "and");
}

static bool write_draft(const bb_press *press, draft *d, GError **error)
{
    g_autofree char *own =
        g_build_filename(press->data_folder, "templates/programmes", d->programme, "draft", NULL);
    g_autofree char *shared = g_build_filename(press->data_folder, "templates/draft", NULL);

    if (g_file_test(own, G_FILE_TEST_IS_DIR) && !add_folder(d, own, "", error))
        return false;
    return add_folder(d, shared, "", error) && bb_file_set_commit(d->files, error);
}

bool bb_press_draft(bb_press *press, const char *programme, const char *folder, GError **error)
{
    if (bb_press_find_profile(press, programme, NULL) == NULL) {
        g_autofree char *list = list_programmes(press);
        g_set_error(error, BB_ERROR, BB_ERROR_INPUT,
                    "there is no programme \"%s\"; those that exist: %s", programme, list);
        return false;
    }
    if (!is_free(folder)) {
        g_set_error(error, BB_ERROR, BB_ERROR_FILE,
                    "%s is not an empty folder; a draft is never written over anything", folder);
        return false;
    }
    g_autoptr(GDateTime) now = g_date_time_new_now_utc();
    g_autofree char *year = g_strdup_printf("%d", g_date_time_get_year(now));
    g_autoptr(bb_file_set) files = bb_file_set_new();
    g_autoptr(GHashTable) names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    draft d = {files, folder, programme, year, names};
    return write_draft(press, &d, error);
}
