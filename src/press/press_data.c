/* press_data.c - finds the data folder beside the program. */
#include "press/press_data.h"

#include "base/error.h"

static char *beside_program(GError **error)
{
    g_autofree char *program = g_file_read_link("/proc/self/exe", error);

    if (program == NULL)
        return NULL;
    g_autofree char *folder = g_path_get_dirname(program);
    g_autofree char *share = g_build_filename(folder, "..", "share", "bluebook", NULL);
    return g_canonicalize_filename(share, NULL);
}

char *bb_press_data_folder(GError **error)
{
    const char *given = g_getenv("BLUEBOOK_DATA");
    g_autofree char *folder =
        given != NULL && given[0] != '\0' ? g_strdup(given) : beside_program(error);

    if (folder == NULL)
        return NULL;
    g_autofree char *templates = g_build_filename(folder, "templates", NULL);
    if (!g_file_test(templates, G_FILE_TEST_IS_DIR)) {
        g_set_error(
            error, BB_ERROR, BB_ERROR_INSTALL,
            "%s: Bluebook's templates are not there; install it again, or set BLUEBOOK_DATA",
            templates);
        return NULL;
    }
    return g_steal_pointer(&folder);
}
