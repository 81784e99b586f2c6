/* press_format.h - the formatter by itself: an XSL-FO file in, a PDF or a dump out. */
#ifndef BB_PRESS_PRESS_FORMAT_H
#define BB_PRESS_PRESS_FORMAT_H

#include "base/diag.h"

typedef enum { BB_FORMAT_PDF, BB_FORMAT_AREAS, BB_FORMAT_TEXT, BB_FORMAT_TREE } bb_format_output;

typedef struct bb_format_options {
    const char *input;       /* the FO file */
    const char *font_config; /* the fontconfig file to use; NULL: Bluebook's own */
    const char *data_folder; /* where that is */
    bb_format_output output;
} bb_format_options;

/* The output's bytes. NULL with error set when the machine failed, NULL without when the input is
 * no FO document (the reasons are in diag). */
GBytes *bb_press_format_file(const bb_format_options *options, bb_diag *diag, GError **error);

#endif
