/* cmd_regenerate.c - bluebook regenerate OLD.pdf: the same report again, from the sources that its
 * PDF carries. */
#include "cli/cli.h"

#include "press/press.h"
#include "press/press_data.h"

#include <stdio.h>

static int regenerate(const char *pdf, const char *folder, gint64 began)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(bb_diag) diag = bb_diag_new();
    g_autofree char *data = bb_press_data_folder(&error);
    bool same = false;

    if (data == NULL)
        return bb_cli_trouble(error);
    g_autoptr(bb_press) press = bb_press_new(data);
    g_autoptr(GPtrArray) products = bb_press_regenerate(press, pdf, folder, &same, diag, &error);
    if (products == NULL)
        return bb_cli_trouble(error);
    int status = bb_cli_finish(diag);
    if (status != BB_EXIT_GOOD) {
        fputs("Nothing was written.\n", stderr);
        return status;
    }
    bb_cli_print_products(products, began);
    puts(same ? "The PDF is byte for byte the old one." : "The PDF is not the old one.");
    return same ? BB_EXIT_GOOD : BB_EXIT_FAULTS;
}

int bb_cmd_regenerate(int argc, char **argv)
{
    gint64 began = g_get_monotonic_time();
    g_autofree char *folder = NULL;
    const GOptionEntry options[] = {
        {"output", 'o', 0, G_OPTION_ARG_FILENAME, &folder,
         "put the files into this folder, not beside the old PDF", "DIR"},
        {0},
    };

    if (!bb_cli_parse(bb_cli_find("regenerate"), options, 1, &argc, &argv))
        return BB_EXIT_TROUBLE;
    return regenerate(argv[1], folder, began);
}
