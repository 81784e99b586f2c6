/* pdf_xmp.h - what the document says of itself, once as XMP and once as the Info dictionary.
 *
 * Both say the same (PDF/A-2 §6.6.2, PDF/UA-1 §7.1), so both are written here. */
#ifndef BB_ARCHIVE_PDF_XMP_H
#define BB_ARCHIVE_PDF_XMP_H

#include "archive/pdf_object.h"

/* What the document says of itself, and the files that it carries; NULL where nothing is known. */
typedef struct bb_pdf_metadata {
    const char *title, *author, *subject, *language;
    gint64 date;                  /* seconds since 1970, UTC */
    const GPtrArray *attachments; /* bb_attachment; with them the document is PDF/A-3 */
} bb_pdf_metadata;

/* Sets the catalog's Metadata and the trailer's Info. part: of PDF/A (ISO 19005), 2 or 3. */
bool bb_pdf_write_metadata(bb_pdf *pdf, const bb_pdf_metadata *metadata, int part, GError **error);

#endif
