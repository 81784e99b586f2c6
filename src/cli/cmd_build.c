/* cmd_build.c - bluebook build REPORT.xml: everything that is published of a report. */
#include "cli/cli.h"

#include "press/press.h"
#include "press/press_data.h"

#include <stdio.h>
#include <string.h>

/* What --format may say. */
static const struct {
    const char *name;
    bb_press_format format;
    bool usual; /* made when nothing was asked for */
} FORMATS[] = {
    {"html", BB_PRESS_HTML, true},
    {"pdf", BB_PRESS_PDF, true},
    {"fo", BB_PRESS_FO, false},
};

static unsigned find_format(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(FORMATS); i++) {
        if (strcmp(FORMATS[i].name, name) == 0)
            return FORMATS[i].format;
    }
    fprintf(stderr, "bluebook build: there is no format \"%s\"; there are html, pdf and fo\n",
            name);
    return 0;
}

/* The formats in "html,pdf", the usual ones when names is NULL; 0 when one is not known. */
static unsigned read_formats(const char *names)
{
    unsigned asked = 0;

    for (size_t i = 0; names == NULL && i < G_N_ELEMENTS(FORMATS); i++)
        asked |= FORMATS[i].usual ? FORMATS[i].format : 0;
    g_auto(GStrv) list = g_strsplit(names != NULL ? names : "", ",", -1);
    for (char **name = list; *name != NULL; name++) {
        unsigned format = find_format(g_strstrip(*name));
        if (format == 0)
            return 0;
        asked |= format;
    }
    return asked;
}

static void print_products(const GPtrArray *products, gint64 began)
{
    for (guint i = 0; i < products->len; i++) {
        const bb_press_product *product = products->pdata[i];
        g_autofree char *size = g_format_size(product->size);
        printf("%s  %s\n", product->path, size);
    }
    printf("%u %s in %.2f s\n", products->len, products->len == 1 ? "file" : "files",
           (double)(g_get_monotonic_time() - began) / G_USEC_PER_SEC);
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
        print_products(products, began);
    else
        fputs("Nothing was written.\n", stderr);
    return status;
}

int bb_cmd_build(int argc, char **argv)
{
    gint64 began = g_get_monotonic_time();
    g_autofree char *folder = NULL;
    g_autofree char *formats = NULL;
    const GOptionEntry options[] = {
        {"output", 'o', 0, G_OPTION_ARG_FILENAME, &folder,
         "put the files into this folder, not beside the report", "DIR"},
        {"format", 'f', 0, G_OPTION_ARG_STRING, &formats,
         "make these: html, pdf, fo (html,pdf when not given)", "FORMATS"},
        {0},
    };

    if (!bb_cli_parse(bb_cli_find("build"), options, 1, &argc, &argv))
        return BB_EXIT_TROUBLE;
    const bb_press_order order = {argv[1], folder, read_formats(formats)};
    if (order.formats == 0)
        return BB_EXIT_TROUBLE;
    return build(&order, began);
}
