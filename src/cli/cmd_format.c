/* cmd_format.c - bluebook format IN.fo OUT: the formatter by itself. */
#include "cli/cli.h"

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

int bb_cmd_format(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(bb_diag) diag = bb_diag_new();
    g_autofree char *dump = NULL;
    const GOptionEntry entries[] = {
        {"dump", 'd', 0, G_OPTION_ARG_STRING, &dump,
         "write what the formatter knows, not a PDF: areas, text, tree", "WHAT"},
        {0},
    };

    if (!bb_cli_parse(bb_cli_find("format"), entries, 2, &argc, &argv))
        return BB_EXIT_TROUBLE;
    bb_format_options options = {.input = argv[1], .font_config = g_getenv("BB_FONTS")};
    if (!read_dump(dump, &options.output))
        return BB_EXIT_TROUBLE;
    g_autoptr(GBytes) bytes = bb_press_format(&options, diag, &error);
    gsize size = 0;
    const char *data = bytes == NULL ? NULL : g_bytes_get_data(bytes, &size);
    if (bytes != NULL)
        g_file_set_contents(argv[2], data, (gssize)size, &error);
    if (error != NULL)
        return bb_cli_trouble(error);
    return bb_cli_finish(diag);
}
