/* pdf_attach.h - files into a PDF, associated with the whole document (ISO 19005-3 §6.8). */
#ifndef BB_ARCHIVE_PDF_ATTACH_H
#define BB_ARCHIVE_PDF_ATTACH_H

#include "archive/pdf_object.h"

/* Attaches each (bb_attachment), in this order; all of them bear the date. */
bool bb_pdf_write_attachments(bb_pdf *pdf, const GPtrArray *attachments, gint64 date,
                              GError **error);

#endif
