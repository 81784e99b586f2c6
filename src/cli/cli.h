/* cli.h - what the commands share: the table's row, exit statuses, printing what the sink holds.
 *
 * A command parses its options, calls one door of press/, batch/ or preview/, and prints. */
#ifndef BB_CLI_CLI_H
#define BB_CLI_CLI_H

#include "base/diag.h"

/* What the program ends with. */
enum {
    BB_EXIT_GOOD = 0,    /* done; perhaps with warnings */
    BB_EXIT_FAULTS = 1,  /* the report has faults */
    BB_EXIT_TROUBLE = 2, /* wrong use, unreadable file, broken installation */
};

typedef struct bb_command {
    const char *name;
    const char *arguments; /* "REPORT.xml" */
    const char *summary;   /* one line for --help */
    int (*run)(int argc, char **argv);
} bb_command;

int bb_cmd_build(int argc, char **argv);
int bb_cmd_check(int argc, char **argv);
int bb_cmd_format(int argc, char **argv);
int bb_cmd_inspect(int argc, char **argv);
int bb_cmd_regenerate(int argc, char **argv);
int bb_cmd_new(int argc, char **argv);
int bb_cmd_resolve(int argc, char **argv);

/* One argument or more. */
enum { BB_CLI_SOME = -1 };

/* Parses the options of a command (options ends with an empty entry, and may be NULL) and expects
 * count arguments behind them. False when that was wrong, which it says. */
bool bb_cli_parse(const bb_command *command, const GOptionEntry *options, int count, int *argc,
                  char ***argv);

/* Prints everything in the sink on standard error in the order of places, then how much it is;
 * gives the exit status. */
int bb_cli_finish(bb_diag *diag);

/* Prints the files that were written (bb_press_product), and how long it took since began
 * (g_get_monotonic_time). */
void bb_cli_print_products(const GPtrArray *products, gint64 began);

/* Prints a machine's fault and gives the exit status. */
int bb_cli_trouble(const GError *error);

/* The row of a command, by its name, or NULL. */
const bb_command *bb_cli_find(const char *name);

#endif
