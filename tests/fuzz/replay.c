/* replay.c - runs a fuzz target over the files of its corpus, with any compiler.
 *
 *   replay_fo FOLDER …
 *
 * A target fails by crashing: the name that was printed last is the culprit's. */
#include "base/file.h"
#include "fuzz/fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The files of the folder, sorted; ended by NULL. */
static char **list_files(const char *folder)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GDir) dir = g_dir_open(folder, 0, &error);
    g_autoptr(GPtrArray) files = g_ptr_array_new();

    if (dir == NULL) {
        fprintf(stderr, "%s\n", error->message);
        exit(EXIT_FAILURE);
    }
    for (const char *name; (name = g_dir_read_name(dir)) != NULL;)
        g_ptr_array_add(files, g_build_filename(folder, name, NULL));
    qsort(files->pdata, files->len, sizeof(void *), by_name);
    g_ptr_array_add(files, NULL);
    return (char **)g_ptr_array_free(g_steal_pointer(&files), FALSE);
}

static int replay(const char *folder)
{
    g_auto(GStrv) files = list_files(folder);
    int count = 0;

    for (char **file = files; *file != NULL; file++, count++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(GBytes) bytes = bb_file_read(*file, &error);
        if (bytes == NULL) {
            fprintf(stderr, "%s\n", error->message);
            exit(EXIT_FAILURE);
        }
        gsize size = 0;
        const void *data = g_bytes_get_data(bytes, &size);
        printf("%s\n", *file);
        fflush(stdout);
        LLVMFuzzerTestOneInput(data, size);
    }
    return count;
}

int main(int count, char **arguments)
{
    int files = 0;

    for (int i = 1; i < count; i++)
        files += replay(arguments[i]);
    printf("%d inputs\n", files);
    return files > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
