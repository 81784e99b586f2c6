/* cmd_resolve.c - bluebook resolve REPORT.xml: the hinge between what decides and what shows, to be
 * looked at first when an output is wrong. It is printed even when the report has faults. */
#include "cli/cli.h"

#include "press/press.h"
#include "press/press_data.h"

#include <stdio.h>

static bool print(GBytes *bytes)
{
    gsize size = 0;
    const void *data = g_bytes_get_data(bytes, &size);

    if (fwrite(data, 1, size, stdout) == size && fflush(stdout) == 0)
        return true;
    perror("bluebook: standard output");
    return false;
}

int bb_cmd_resolve(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(bb_diag) diag = bb_diag_new();

    if (!bb_cli_parse(bb_cli_find("resolve"), NULL, 1, &argc, &argv))
        return BB_EXIT_TROUBLE;
    g_autofree char *data = bb_press_data_folder(&error);
    if (data == NULL)
        return bb_cli_trouble(error);
    g_autoptr(bb_press) press = bb_press_new(data);
    g_autoptr(GBytes) resolved = bb_press_resolve_file(press, argv[1], diag, &error);
    if (error != NULL)
        return bb_cli_trouble(error);
    if (resolved != NULL && !print(resolved))
        return BB_EXIT_TROUBLE;
    return bb_cli_finish(diag);
}
