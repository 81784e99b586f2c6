/* press.h - one report, start to finish: a findings file in, finished files out.
 *
 * A bb_press keeps what many reports share (stylesheets, words, profiles, styles), so one serves a
 * whole batch. What is wrong with a report goes to the sink; when a fault is among it, nothing is
 * written. Nothing is printed. */
#ifndef BB_PRESS_PRESS_H
#define BB_PRESS_PRESS_H

#include "base/diag.h"

#include <glib.h>
#include <stdbool.h>

typedef struct bb_press bb_press;

/* data_folder holds templates/ and styles/. Reads nothing yet. */
bb_press *bb_press_new(const char *data_folder);
void bb_press_free(bb_press *press); /* accepts NULL */

/* Reads a report and says what is wrong with it. False with error set when the machine fails. */
bool bb_press_check(bb_press *press, const char *report, bb_diag *diag, GError **error);

/* What a message's code means, why, what is wrong and right, how to accept it: a text for g_free,
 * or NULL with error set when there is no such code. */
char *bb_press_explain(bb_press *press, const char *code, GError **error);

/* Writes the first draft of a report of this programme into the folder, which is made, or is empty.
 * False with error set when it isn't, when there is no such programme, or when the machine fails.
 */
bool bb_press_draft(bb_press *press, const char *programme, const char *folder, GError **error);

/* The resolved document of a report, as XML; NULL when the report can't be read (the sink has the
 * reasons, and error is not set) or the machine fails. */
GBytes *bb_press_resolve_file(bb_press *press, const char *report, bb_diag *diag, GError **error);

/* FO is what the PDF is made of, for other formatters and for looking at. */
typedef enum {
    BB_PRESS_HTML = 1 << 0,
    BB_PRESS_PDF = 1 << 1,
    BB_PRESS_FO = 1 << 2,
} bb_press_format;

/* The format that is called "html"; 0 when there is none. */
unsigned bb_press_find_format(const char *name);

/* "html,pdf", for g_free. */
char *bb_press_name_formats(unsigned formats);

typedef struct bb_press_order {
    const char *report; /* the findings file */
    const char *folder; /* where the results go; NULL: the report's own folder */
    unsigned formats;   /* bb_press_format, or-ed */
    bool embed_source;  /* the PDF is PDF/A-3a, and carries every file that it was made from */
} bb_press_order;

/* A file that was written. */
typedef struct bb_press_product {
    char *path;
    gsize size;
} bb_press_product;

/* Builds what was ordered: "report.xml" gives "report.html" and "report.pdf",
 * and pictures beside them. Either every
 * file is put in place or none. Gives the products in an array that frees them, empty when the
 * report has faults; NULL when the machine fails. */
GPtrArray *bb_press_build(bb_press *press, const bb_press_order *order, bb_diag *diag,
                          GError **error);

/* Builds again from the sources that a PDF carries, as it was built then, into folder; when that is
 * NULL, beside the PDF, where no file is replaced by another one. The PDF itself is never replaced
 * by another one. *same is set when the new PDF is byte for byte the old one; when it isn't, the
 * sink says so. Gives what bb_press_build does. */
GPtrArray *bb_press_regenerate(bb_press *press, const char *pdf, const char *folder, bool *same,
                               bb_diag *diag, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(bb_press, bb_press_free)

#endif
