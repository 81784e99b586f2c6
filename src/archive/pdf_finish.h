/* pdf_finish.h - the laid-out document as a PDF that conforms to PDF/UA-1 and PDF/A-2a; PDF/A-3a
 * when files are attached.
 *
 * cairo draws the pages; all else a document needs is put in here: the structure, links, outline,
 * page labels, metadata, colour profile. The same pages and metadata give the same bytes: dates
 * come from the caller and the file's identity from its content. */
#ifndef BB_ARCHIVE_PDF_FINISH_H
#define BB_ARCHIVE_PDF_FINISH_H

#include "archive/pdf_xmp.h"
#include "render/pdf_extras.h"

/* Draws and finishes. What a reader of the PDF would miss (descriptions, a title) is reported to
 * diag. NULL with error set when the PDF can't be made. */
GBytes *bb_pdf_make(const bb_area_tree *areas, const bb_fo_tree *fo,
                    const bb_pdf_metadata *metadata, bb_diag *diag, GError **error);

/* The second half: finishes what bb_area_pdf has drawn. */
GBytes *bb_pdf_finish(GBytes *drawn, const bb_pdf_extras *extras, const bb_structure *structure,
                      const bb_pdf_metadata *metadata, GError **error);

#endif
