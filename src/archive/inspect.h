/* inspect.h - whether a PDF is what it says: PDF/UA-1 (ISO 14289-1) and PDF/A level A of part 2, or
 * of part 3 when its metadata say so (ISO 19005-2, 19005-3).
 *
 * Looks at the written file and knows nothing of how it was written. Every finding goes to the
 * sink, with its page, its element and its clause; all in one run, up to 1,000. It never changes
 * the file, and a damaged file costs bounded time and memory: the bounds stand in cos.h,
 * content_read.h and inspect_private.h. */
#ifndef BB_ARCHIVE_INSPECT_H
#define BB_ARCHIVE_INSPECT_H

#include "base/diag.h"

/* Inspects the PDF that messages shall call name. False with error set when it can't be read;
 * whether it conforms is in the sink. */
bool bb_inspect(GBytes *pdf, const char *name, bb_diag *diag, GError **error);

#endif
