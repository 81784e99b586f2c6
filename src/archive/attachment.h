/* attachment.h - a file that a PDF carries (PDF 1.7 §7.11.4, ISO 19005-3 §6.8). */
#ifndef BB_ARCHIVE_ATTACHMENT_H
#define BB_ARCHIVE_ATTACHMENT_H

#include <glib.h>

/* What the file is to the document (ISO 19005-3 annex E, ISO 32000-2 table 43). One file is the
 * document's source: the report, which names all others. Case data are what scores and tables are
 * derived from. Everything else, a chapter, a picture, supplements that source. */
typedef enum { BB_RELATION_SOURCE, BB_RELATION_DATA, BB_RELATION_SUPPLEMENT } bb_relation;

typedef struct bb_attachment {
    char *path; /* from the report's folder, with "/" */
    GBytes *bytes;
    bb_relation relation;
    const char *mime;  /* "text/csv"; lent */
    char *description; /* what a list of attachments shows beside the path */
} bb_attachment;

/* bytes gets another reference; description may be NULL. */
bb_attachment *bb_attachment_new(const char *path, GBytes *bytes, const char *description);
void bb_attachment_free(bb_attachment *attachment); /* accepts NULL */

/* An array that frees its attachments. */
GPtrArray *bb_attachments_new(void);

/* The checksum of the bytes in hexadecimal, for g_free. */
char *bb_attachment_sha256(GBytes *bytes);

#endif
