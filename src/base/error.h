/* error.h - the machine's faults: disk full, unreadable file, broken installation.
 *
 * They travel as bool or NULL plus a GError, at the doors between stages only. What is wrong with
 * a report goes to bb_diag (diag.h) instead; the two channels never mix. */
#ifndef BB_BASE_ERROR_H
#define BB_BASE_ERROR_H

#include <glib.h>

#define BB_ERROR bb_error_quark()
GQuark bb_error_quark(void);

typedef enum {
    BB_ERROR_FILE,    /* a file can't be read or written */
    BB_ERROR_INSTALL, /* a part of Bluebook's own installation is missing or broken */
    BB_ERROR_LIBRARY, /* a library reported a failure that no input explains */
    BB_ERROR_INPUT,   /* the input is unusable; the sink has the reasons */
} bb_error;

#endif
