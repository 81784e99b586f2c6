/* source.h - the text of one of the writer's files, as UTF-8, and places in it.
 *
 * Whatever the file's encoding, what it gives is valid UTF-8 without a byte order mark or NUL:
 * bytes that are no text are reported once, with their place, and replaced by U+FFFD, so that
 * reading can go on. Offsets count bytes of that text; lines end at LF, CR LF or CR; columns count
 * characters. Places lend the name that was given to new. */
#ifndef BB_FINDINGS_SOURCE_H
#define BB_FINDINGS_SOURCE_H

#include "base/diag.h"

#include <stddef.h>

typedef struct bb_source bb_source;

/* Where a file may say its encoding: an XML file also in its declaration. */
typedef enum { BB_SOURCE_PLAIN, BB_SOURCE_XML } bb_source_kind;

bb_source *bb_source_new(GBytes *bytes, const char *name, bb_source_kind kind, bb_diag *diag);
void bb_source_free(bb_source *source); /* accepts NULL */

/* The text, lent; a NUL stands behind it. */
const char *bb_source_text(const bb_source *source, size_t *size);

/* Quick when offsets go up from call to call, as they do while a parser reads. */
bb_place bb_source_place(bb_source *source, size_t offset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(bb_source, bb_source_free)

#endif
