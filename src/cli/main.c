/* main.c - temporary: the format command alone, until the command table is merged. */
#include "base/file.h"
#include "press/press_format.h"

#include <stdio.h>
#include <string.h>

int main(int argc, char **argv)
{
    g_autoptr(bb_diag) diag = bb_diag_new();
    g_autoptr(GError) error = NULL;
    bb_format_options options = {.font_config = g_getenv("BB_FONTS")};
    const char *out = NULL;

    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--areas") == 0)
            options.output = BB_FORMAT_AREAS;
        else if (strcmp(argv[i], "--text") == 0)
            options.output = BB_FORMAT_TEXT;
        else if (strcmp(argv[i], "--tree") == 0)
            options.output = BB_FORMAT_TREE;
        else if (options.input == NULL)
            options.input = argv[i];
        else
            out = argv[i];
    }
    g_autoptr(GBytes) bytes = bb_press_format(&options, diag, &error);
    bb_diag_sort(diag);
    for (size_t i = 0; i < bb_diag_count(diag); i++) {
        g_autofree char *line = bb_diag_format(bb_diag_entry_at(diag, i));
        fprintf(stderr, "%s\n", line);
    }
    if (error != NULL)
        fprintf(stderr, "%s\n", error->message);
    if (bytes == NULL)
        return 1;
    gsize size;
    const char *data = g_bytes_get_data(bytes, &size);
    if (out != NULL)
        return !g_file_set_contents(out, data, (gssize)size, NULL);
    fwrite(data, 1, size, stdout);
    return 0;
}
