/* cmd_new.c - bluebook new PROGRAMME DIR: the first draft of a report, which builds. */
#include "cli/cli.h"

#include "press/press.h"
#include "press/press_data.h"

#include <stdio.h>

int bb_cmd_new(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;

    if (!bb_cli_parse(bb_cli_find("new"), NULL, 2, &argc, &argv))
        return BB_EXIT_TROUBLE;
    g_autofree char *data = bb_press_data_folder(&error);
    if (data == NULL)
        return bb_cli_trouble(error);
    g_autoptr(bb_press) press = bb_press_new(data);
    if (!bb_press_draft(press, argv[1], argv[2], &error))
        return bb_cli_trouble(error);
    g_autofree char *report = g_build_filename(argv[2], "report.xml", NULL);
    printf("%s\nMake it with: bluebook build %s\nWhat is to be written: bluebook check %s\n",
           report, report, report);
    return BB_EXIT_GOOD;
}
