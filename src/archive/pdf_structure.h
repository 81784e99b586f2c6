/* pdf_structure.h - the logical structure as PDF objects (PDF 1.7 §14.7). */
#ifndef BB_ARCHIVE_PDF_STRUCTURE_H
#define BB_ARCHIVE_PDF_STRUCTURE_H

#include "archive/pdf_object.h"
#include "render/structure.h"

/* Writes StructTreeRoot with its elements, parent tree, ids and role map, MarkInfo, and
 * StructParents of pages and annotations. annotations: the link annotations by their numbers, as
 * object numbers (int). */
bool bb_pdf_write_structure(bb_pdf *pdf, const bb_structure *structure, const GArray *annotations,
                            GError **error);

#endif
