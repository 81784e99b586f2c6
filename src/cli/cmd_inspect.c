/* cmd_inspect.c - bluebook inspect FILE.pdf…: whether PDFs conform to PDF/UA-1 and PDF/A; with
 * --read, what somebody hears who has them read aloud. */
#include "cli/cli.h"

#include "press/press_inspect.h"

#include <stdio.h>

/* Both give whether the file could be dealt with; when not, they have said why. */

static bool inspect(const char *path, bb_diag *diag)
{
    g_autoptr(GError) error = NULL;

    if (!bb_press_inspect_file(path, diag, &error))
        bb_cli_trouble(error);
    return error == NULL;
}

static bool read_aloud(const char *path)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *said = bb_press_read_file(path, &error);

    if (said == NULL) {
        bb_cli_trouble(error);
        return false;
    }
    if (fputs(said, stdout) >= 0 && fflush(stdout) == 0)
        return true;
    perror("bluebook: standard output");
    return false;
}

int bb_cmd_inspect(int argc, char **argv)
{
    g_autoptr(bb_diag) diag = bb_diag_new();
    gboolean aloud = FALSE;
    const GOptionEntry entries[] = {
        {"read", 'r', 0, G_OPTION_ARG_NONE, &aloud,
         "print what is heard when the PDF is read aloud by its tags", NULL},
        {0},
    };
    int done = 0;

    if (!bb_cli_parse(bb_cli_find("inspect"), entries, BB_CLI_SOME, &argc, &argv))
        return BB_EXIT_TROUBLE;
    for (int i = 1; i < argc; i++)
        done += aloud ? read_aloud(argv[i]) : inspect(argv[i], diag);
    int status = aloud || done == 0 ? BB_EXIT_GOOD : bb_cli_finish(diag);
    return done == argc - 1 ? status : BB_EXIT_TROUBLE;
}
