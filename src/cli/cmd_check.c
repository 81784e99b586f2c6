/* cmd_check.c - bluebook check REPORT.xml: everything that is wrong with a report, in one run. */
#include "cli/cli.h"

#include "press/press.h"
#include "press/press_data.h"

int bb_cmd_check(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(bb_diag) diag = bb_diag_new();

    if (!bb_cli_parse(bb_cli_find("check"), NULL, 1, &argc, &argv))
        return BB_EXIT_TROUBLE;
    g_autofree char *data = bb_press_data_folder(&error);
    if (data == NULL)
        return bb_cli_trouble(error);
    g_autoptr(bb_press) press = bb_press_new(data);
    if (!bb_press_check(press, argv[1], diag, &error))
        return bb_cli_trouble(error);
    return bb_cli_finish(diag);
}
