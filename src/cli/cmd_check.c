/* cmd_check.c - bluebook check REPORT.xml: everything that is wrong with a report, in one run; and
 * bluebook check --explain CODE: what one of these messages means. */
#include "cli/cli.h"

#include "press/press.h"
#include "press/press_data.h"

#include <stdio.h>

static int explain(bb_press *press, const char *code)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *text = bb_press_explain(press, code, &error);

    if (text == NULL)
        return bb_cli_trouble(error);
    fputs(text, stdout);
    return BB_EXIT_GOOD;
}

int bb_cmd_check(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(bb_diag) diag = bb_diag_new();

    g_autofree char *code = NULL;
    const GOptionEntry options[] = {
        {"explain", 0, 0, G_OPTION_ARG_STRING, &code,
         "say what the message with this code means, and how to accept a case", "CODE"},
        {0},
    };
    bool explains = false;

    for (int i = 1; i < argc; i++)
        explains = explains || g_str_has_prefix(argv[i], "--explain");
    if (!bb_cli_parse(bb_cli_find("check"), options, explains ? 0 : 1, &argc, &argv))
        return BB_EXIT_TROUBLE;
    g_autofree char *data = bb_press_data_folder(&error);
    if (data == NULL)
        return bb_cli_trouble(error);
    g_autoptr(bb_press) press = bb_press_new(data);
    if (code != NULL)
        return explain(press, code);
    if (!bb_press_check(press, argv[1], diag, &error))
        return bb_cli_trouble(error);
    return bb_cli_finish(diag);
}
