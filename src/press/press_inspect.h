/* press_inspect.h - whether a written PDF is what it says that it is: PDF/UA-1 and PDF/A. */
#ifndef BB_PRESS_PRESS_INSPECT_H
#define BB_PRESS_PRESS_INSPECT_H

#include "base/diag.h"

/* Inspects the file; what is wrong with it goes to diag. False with error set when it can't be
 * read. */
bool bb_press_inspect_file(const char *path, bb_diag *diag, GError **error);

#endif
