/* main.c - the command line: finds the command, runs it, ends with its exit status. */
#include "cli/cli.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* One row a command, in the order of the help. */
static const bb_command COMMANDS[] = {
    {"build", "REPORT.xml", "make the web page and the PDF of a report", bb_cmd_build},
    {"check", "REPORT.xml", "say everything that is wrong with a report", bb_cmd_check},
    {"format", "IN.fo OUT.pdf", "make a PDF of an XSL-FO document", bb_cmd_format},
    {"inspect", "FILE.pdf…", "say whether PDFs are PDF/UA-1 and PDF/A", bb_cmd_inspect},
    {"regenerate", "OLD.pdf", "build a report again from the sources in its PDF",
     bb_cmd_regenerate},
    {"new", "PROGRAMME DIR", "write a first draft to begin with", bb_cmd_new},
    {"resolve", "REPORT.xml", "print a report with every number and word in place", bb_cmd_resolve},
};

const bb_command *bb_cli_find(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(COMMANDS); i++) {
        if (strcmp(COMMANDS[i].name, name) == 0)
            return &COMMANDS[i];
    }
    return NULL;
}

static void print_help(FILE *out)
{
    fputs("Usage: bluebook COMMAND …\n\nCommands:\n", out);
    for (size_t i = 0; i < G_N_ELEMENTS(COMMANDS); i++) {
        g_autofree char *call = g_strdup_printf("%s %s", COMMANDS[i].name, COMMANDS[i].arguments);
        fprintf(out, "  %-28s %s\n", call, COMMANDS[i].summary);
    }
    fputs("\n"
          "  bluebook COMMAND --help      the options of a command\n"
          "  bluebook --version           the version\n"
          "\n"
          "Ends with 0 when all is well, 1 when the report has faults, 2 when Bluebook was called\n"
          "wrongly or couldn't work.\n",
          out);
}

int main(int argc, char **argv)
{
    const char *name = argc > 1 ? argv[1] : NULL;

    if (name == NULL) {
        print_help(stderr);
        return BB_EXIT_TROUBLE;
    }
    if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0) {
        print_help(stdout);
        return BB_EXIT_GOOD;
    }
    if (strcmp(name, "--version") == 0) {
        puts("bluebook " BB_VERSION);
        return BB_EXIT_GOOD;
    }
    const bb_command *command = bb_cli_find(name);
    if (command == NULL) {
        fprintf(stderr, "bluebook: there is no command \"%s\"; see bluebook --help\n", name);
        return BB_EXIT_TROUBLE;
    }
    /* cairo's own switch: it leaves streams as they are, which are rewritten and packed afterwards
     * anyway. Set here, before any thread begins; without it the same pages come out, a little
     * later. */
    setenv("CAIRO_DEBUG_PDF", "1", 0);
    return command->run(argc - 1, argv + 1);
}
