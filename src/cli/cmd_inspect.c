/* cmd_inspect.c - bluebook inspect FILE.pdf…: whether PDFs conform to PDF/UA-1 and PDF/A. */
#include "cli/cli.h"

#include "press/press_inspect.h"

int bb_cmd_inspect(int argc, char **argv)
{
    g_autoptr(bb_diag) diag = bb_diag_new();
    int inspected = 0;

    if (!bb_cli_parse(bb_cli_find("inspect"), NULL, BB_CLI_SOME, &argc, &argv))
        return BB_EXIT_TROUBLE;
    for (int i = 1; i < argc; i++) {
        g_autoptr(GError) error = NULL;
        if (bb_press_inspect_file(argv[i], diag, &error))
            inspected++;
        else
            bb_cli_trouble(error);
    }
    int status = inspected > 0 ? bb_cli_finish(diag) : BB_EXIT_TROUBLE;
    return inspected == argc - 1 ? status : BB_EXIT_TROUBLE;
}
