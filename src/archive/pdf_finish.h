/* pdf_finish.h - the drawn PDF made into a document: links, outline, page labels, metadata.
 *
 * The same pages and metadata give the same bytes: dates come from the caller and the file's
 * identity from its content. */
#ifndef BB_ARCHIVE_PDF_FINISH_H
#define BB_ARCHIVE_PDF_FINISH_H

#include "render/pdf_extras.h"

/* What the document says of itself; NULL where nothing is known. */
typedef struct bb_pdf_metadata {
    const char *title, *author, *subject, *language;
    gint64 date; /* seconds since 1970, UTC */
} bb_pdf_metadata;

/* The finished PDF, or NULL with error set. */
GBytes *bb_pdf_finish(GBytes *drawn, const bb_pdf_extras *extras, const bb_pdf_metadata *metadata,
                      GError **error);

#endif
