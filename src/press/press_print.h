/* press_print.h - from an FO document to a PDF or a dump, for reports and for the formatter alone.
 */
#ifndef BB_PRESS_PRESS_PRINT_H
#define BB_PRESS_PRESS_PRINT_H

#include "archive/pdf_finish.h"
#include "base/diag.h"
#include "layout/layout.h"

#include <libxml/tree.h>

typedef enum { BB_PRINT_PDF, BB_PRINT_AREAS, BB_PRINT_TEXT, BB_PRINT_TREE } bb_print_output;

typedef struct bb_print_job {
    bb_layout_engine *engine;
    xmlDoc *fo;
    const char *file;   /* what messages call the document */
    const char *folder; /* that pictures are named from */
    bb_pdf_metadata metadata;
    bb_print_output output;
} bb_print_job;

/* The output's bytes. NULL with error set when the machine failed, NULL without when the document
 * is no FO (the reasons are in diag). */
GBytes *bb_print(const bb_print_job *job, bb_diag *diag, GError **error);

/* The FO document in these bytes, called name in messages, for xmlFreeDoc; NULL when it is not XML.
 * Neither the document type's file nor an entity's is ever read. */
xmlDoc *bb_print_parse(GBytes *bytes, const char *name, bb_diag *diag);

/* Fonts of this set-up, ready to lay out with; NULL with error set. */
bb_layout_engine *bb_print_engine_new(const char *font_config, GError **error);

/* SOURCE_DATE_EPOCH when it is set, else otherwise: the date that outputs bear. */
gint64 bb_print_date(gint64 otherwise);

#endif
