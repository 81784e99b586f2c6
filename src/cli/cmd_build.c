/* cmd_build.c - bluebook build REPORT.xml: everything that is published of a report. */
#include "cli/cli.h"

#include "press/press.h"
#include "press/press_data.h"

#include <stdio.h>

/* The formats in "html,pdf", the usual ones when names is NULL; 0 when one is not known. */
static unsigned read_formats(const char *names)
{
    unsigned asked = names == NULL ? BB_PRESS_HTML | BB_PRESS_PDF : 0;

    g_auto(GStrv) list = g_strsplit(names != NULL ? names : "", ",", -1);
    for (char **name = list; *name != NULL; name++) {
        unsigned format = bb_press_find_format(g_strstrip(*name));
        if (format == 0) {
            fprintf(stderr,
                    "bluebook build: there is no format \"%s\"; there are html, pdf and fo\n",
                    *name);
            return 0;
        }
        asked |= format;
    }
    return asked;
}

static int build(const bb_press_order *order, gint64 began)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(bb_diag) diag = bb_diag_new();
    g_autofree char *data = bb_press_data_folder(&error);

    if (data == NULL)
        return bb_cli_trouble(error);
    g_autoptr(bb_press) press = bb_press_new(data);
    g_autoptr(GPtrArray) products = bb_press_build(press, order, diag, &error);
    if (products == NULL)
        return bb_cli_trouble(error);
    int status = bb_cli_finish(diag);
    if (status == BB_EXIT_GOOD)
        bb_cli_print_products(products, began);
    else
        fputs("Nothing was written.\n", stderr);
    return status;
}

int bb_cmd_build(int argc, char **argv)
{
    gint64 began = g_get_monotonic_time();
    g_autofree char *folder = NULL;
    g_autofree char *formats = NULL;
    gboolean embed = FALSE;
    const GOptionEntry options[] = {
        {"output", 'o', 0, G_OPTION_ARG_FILENAME, &folder,
         "put the files into this folder, not beside the report", "DIR"},
        {"format", 'f', 0, G_OPTION_ARG_STRING, &formats,
         "make these: html, pdf, fo (html,pdf when not given)", "FORMATS"},
        {"embed-source", 0, 0, G_OPTION_ARG_NONE, &embed,
         "attach every file that the report is made from to the PDF (PDF/A-3a)", NULL},
        {0},
    };

    if (!bb_cli_parse(bb_cli_find("build"), options, 1, &argc, &argv))
        return BB_EXIT_TROUBLE;
    const bb_press_order order = {argv[1], folder, read_formats(formats), embed};
    if (order.formats == 0)
        return BB_EXIT_TROUBLE;
    if (embed && (order.formats & BB_PRESS_PDF) == 0) {
        fputs("bluebook build: --embed-source is for the PDF, and none is made\n", stderr);
        return BB_EXIT_TROUBLE;
    }
    return build(&order, began);
}
