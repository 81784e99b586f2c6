/* cli.c - what the commands share. */
#include "cli/cli.h"

#include "press/press.h"

#include <stdio.h>

bool bb_cli_parse(const bb_command *command, const GOptionEntry *options, int count, int *argc,
                  char ***argv)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *usage = g_strdup_printf("%s - %s", command->arguments, command->summary);
    g_autoptr(GOptionContext) context = g_option_context_new(usage);
    g_autofree char *program = g_strdup_printf("bluebook %s", command->name);

    g_set_prgname(program);
    if (options != NULL)
        g_option_context_add_main_entries(context, options, NULL);
    if (!g_option_context_parse(context, argc, argv, &error)) {
        fprintf(stderr, "%s: %s\n", program, error->message);
        return false;
    }
    if (count == BB_CLI_SOME ? *argc < 2 : *argc != count + 1) {
        fprintf(stderr, "Usage: %s [OPTION…] %s\n", program, command->arguments);
        return false;
    }
    return true;
}

static void append_count(GString *line, size_t count, const char *one, const char *several)
{
    if (count > 0)
        g_string_append_printf(line, ", %zu %s", count, count == 1 ? one : several);
}

static void print_summary(const bb_diag *diag)
{
    g_autoptr(GString) line = g_string_new(NULL);
    size_t faults = bb_diag_count_of(diag, BB_FAULT);

    if (faults == 0)
        g_string_append(line, "no errors");
    else
        g_string_append_printf(line, "%zu %s", faults, faults == 1 ? "error" : "errors");
    append_count(line, bb_diag_count_of(diag, BB_WARNING), "warning", "warnings");
    append_count(line, bb_diag_count_of(diag, BB_NOTE), "note", "notes");
    fprintf(stderr, "%s\n", line->str);
}

int bb_cli_finish(bb_diag *diag)
{
    bb_diag_sort(diag);
    for (size_t i = 0; i < bb_diag_count(diag); i++) {
        g_autofree char *line = bb_diag_format(bb_diag_entry_at(diag, i));
        fprintf(stderr, "%s\n", line);
    }
    print_summary(diag);
    return bb_diag_has_faults(diag) ? BB_EXIT_FAULTS : BB_EXIT_GOOD;
}

void bb_cli_print_products(const GPtrArray *products, gint64 began)
{
    for (guint i = 0; i < products->len; i++) {
        const bb_press_product *product = products->pdata[i];
        g_autofree char *size = g_format_size(product->size);
        printf("%s  %s\n", product->path, size);
    }
    printf("%u %s in %.2f s\n", products->len, products->len == 1 ? "file" : "files",
           (double)(g_get_monotonic_time() - began) / G_USEC_PER_SEC);
}

int bb_cli_trouble(const GError *error)
{
    fprintf(stderr, "bluebook: %s\n", error->message);
    return BB_EXIT_TROUBLE;
}
