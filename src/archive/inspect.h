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

/* What somebody hears who has the PDF read aloud by its tags, for g_free: an element a line,
 * indented two spaces a level and called by its standard type; what it says on lines of their own
 * below it, in quotes. NULL with error set when the PDF can't be read or has no tags.
 *
 *   Table
 *     TR
 *       TH scope=Column lang=cy
 *         "Sgôr"
 *
 * ActualText is said for what it stands for, and Alt for a picture, whose caption follows. Behind
 * the type stand scope, rowspan and colspan of a cell, and lang where the language changes; where
 * it changes within the words, they are divided and (cy) follows the quotes. A code whose meaning
 * the PDF doesn't tell is said as U+FFFD. */
char *bb_inspect_read(GBytes *pdf, const char *name, GError **error);

#endif
