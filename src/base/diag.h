/* diag.h - what Bluebook tells the person who wrote the report.
 *
 * Every stage is handed one sink and reports faults, doubts and notes to it; work goes on with a
 * stated fallback, so that one run finds every fault. What is said stands in one table,
 * diag_messages.def: a code, a severity, the sentence with places for its arguments ({1} {2} …),
 * and what to do. The sink keeps everything, prints nothing and never ends the program; the worst
 * severity decides the exit status. Places lend their file name from the sink (bb_diag_file). */
#ifndef BB_BASE_DIAG_H
#define BB_BASE_DIAG_H

#include <glib.h>
#include <stdbool.h>

typedef enum { BB_NOTE, BB_WARNING, BB_FAULT } bb_severity;

/* BB_ONCE: the same sentence is reported at its first place only. */
typedef enum { BB_EACH, BB_ONCE } bb_repeat;

typedef enum {
#define BB_MESSAGE(id, code, severity, repeat, sentence, advice) id,
#include "base/diag_messages.def"
#undef BB_MESSAGE
    BB_MESSAGE_COUNT
} bb_message_id;

/* Where in the writer's files. file is shown as it was given to the sink; line and column count
 * from 1, and 0 means unknown. */
typedef struct bb_place {
    const char *file;
    int line, column;
} bb_place;

#define BB_NOWHERE ((bb_place){0})

typedef struct bb_diag_entry {
    bb_message_id id;
    bb_severity severity;
    bb_place place;
    const char *code; /* "ref-broken" */
    char *text;       /* the sentence, arguments filled in */
    const char *advice;
} bb_diag_entry;

typedef struct bb_diag bb_diag;

bb_diag *bb_diag_new(void);
void bb_diag_free(bb_diag *diag); /* accepts NULL */

/* The sink's own copy of a file name; equal names give the same pointer. */
const char *bb_diag_file(bb_diag *diag, const char *name);

/* Reports one message. The arguments are strings, ended by NULL, as many as the sentence has
 * places; use the macro, which ends them. */
void bb_diag_report_args(bb_diag *diag, bb_message_id id, bb_place place,
                         ...) G_GNUC_NULL_TERMINATED;
#define bb_diag_report(diag, id, ...) bb_diag_report_args((diag), (id), __VA_ARGS__, NULL)

/* The same with arguments in a NULL-ended vector (from a stylesheet). */
void bb_diag_report_vector(bb_diag *diag, bb_message_id id, bb_place place,
                           const char *const *arguments);

/* The message with this code, or BB_MESSAGE_COUNT. */
bb_message_id bb_diag_find_code(const char *code);

/* The sentence of a message with its places, and what to do ("" when nothing is said of that). */
const char *bb_diag_sentence(bb_message_id id);
const char *bb_diag_advice(bb_message_id id);
bb_severity bb_diag_severity(bb_message_id id);
const char *bb_diag_code(bb_message_id id);

/* Takes out every entry of which withdrawn says so; it is called once for each. */
void bb_diag_withdraw(bb_diag *diag, bool (*withdrawn)(const bb_diag_entry *entry, void *data),
                      void *data);

/* Takes over every entry of other, which is left empty. */
void bb_diag_absorb(bb_diag *diag, bb_diag *other);

/* Shows another name wherever an entry says this one: for files that were read from a folder which
 * means nothing to the writer. */
void bb_diag_rename(bb_diag *diag, const char *from, const char *to);

/* Entries in the order of their places (file by first mention, line, column), equal ones once. */
void bb_diag_sort(bb_diag *diag);

size_t bb_diag_count(const bb_diag *diag);
const bb_diag_entry *bb_diag_entry_at(const bb_diag *diag, size_t index);
size_t bb_diag_count_of(const bb_diag *diag, bb_severity severity);
bool bb_diag_has_faults(const bb_diag *diag);

/* "file:line:column: error: sentence; advice [code]". Gives a string for g_free. */
char *bb_diag_format(const bb_diag_entry *entry);

/* The word for a severity: "note", "warning", "error". */
const char *bb_severity_name(bb_severity severity);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(bb_diag, bb_diag_free)

#endif
