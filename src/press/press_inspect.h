/* press_inspect.h - whether a written PDF is what it says that it is, PDF/UA-1 and PDF/A; and what
 * it says to somebody who has it read aloud. */
#ifndef BB_PRESS_PRESS_INSPECT_H
#define BB_PRESS_PRESS_INSPECT_H

#include "base/diag.h"

/* Inspects the file; what is wrong with it goes to diag. False with error set when it can't be
 * read. */
bool bb_press_inspect_file(const char *path, bb_diag *diag, GError **error);

/* What the file says when it is read by its tags, as bb_inspect_read has it, for g_free. NULL with
 * error set when it can't be read. */
char *bb_press_read_file(const char *path, GError **error);

#endif
