/* cmd_format.c - bluebook format IN.fo OUT: the formatter by itself. */
#include "cli/cli.h"

#include "base/file.h"
#include "press/press_data.h"
#include "press/press_format.h"

#include <stdio.h>
#include <string.h>

/* What --dump may say. */
static const struct {
    const char *name;
    bb_format_output output;
} DUMPS[] = {
    {"areas", BB_FORMAT_AREAS},
    {"text", BB_FORMAT_TEXT},
    {"tree", BB_FORMAT_TREE},
};

static bool read_dump(const char *name, bb_format_output *output)
{
    for (size_t i = 0; name != NULL && i < G_N_ELEMENTS(DUMPS); i++) {
        if (strcmp(DUMPS[i].name, name) == 0) {
            *output = DUMPS[i].output;
            return true;
        }
    }
    if (name != NULL)
        fprintf(stderr, "bluebook format: there is no dump \"%s\"\n", name);
    return name == NULL;
}

/* To a file all at once, or to standard output. */
static bool write_output(GBytes *bytes, const char *path, GError **error)
{
    gsize size = 0;
    const char *data = g_bytes_get_data(bytes, &size);

    if (path == NULL)
        return fwrite(data, 1, size, stdout) == size;
    g_autoptr(bb_file_set) files = bb_file_set_new();
    return bb_file_set_write(files, path, data, size, error) && bb_file_set_commit(files, error);
}

int bb_cmd_format(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(bb_diag) diag = bb_diag_new();
    g_autofree char *dump = NULL, *fonts = NULL;
    const GOptionEntry entries[] = {
        {"dump", 'd', 0, G_OPTION_ARG_STRING, &dump,
         "print what the formatter knows, not a PDF: areas, text, tree", "WHAT"},
        {"font-config", 0, 0, G_OPTION_ARG_FILENAME, &fonts,
         "use the fonts of this fontconfig file, not Bluebook's own", "FILE"},
        {0},
    };
    bool dumps = false;

    for (int i = 1; i < argc; i++)
        dumps = dumps || g_str_has_prefix(argv[i], "--dump") || strcmp(argv[i], "-d") == 0;
    if (!bb_cli_parse(bb_cli_find("format"), entries, dumps ? 1 : 2, &argc, &argv))
        return BB_EXIT_TROUBLE;
    g_autofree char *data = bb_press_data_folder(&error);
    if (data == NULL)
        return bb_cli_trouble(error);
    bb_format_options options = {.input = argv[1], .font_config = fonts, .data_folder = data};
    if (!read_dump(dump, &options.output))
        return BB_EXIT_TROUBLE;
    g_autoptr(GBytes) bytes = bb_press_format_file(&options, diag, &error);
    if (bytes != NULL)
        write_output(bytes, dumps ? NULL : argv[2], &error);
    if (error != NULL)
        return bb_cli_trouble(error);
    return bb_cli_finish(diag);
}
