/* area_pdf.h - the area tree as a PDF, drawn by cairo.
 *
 * cairo only draws: links, outline, labels, metadata and structure are the finisher's (archive/).
 * The pages' content is therefore complete, and nothing else in the file is meant to stay. */
#ifndef BB_RENDER_AREA_PDF_H
#define BB_RENDER_AREA_PDF_H

#include "layout/area.h"

/* The PDF's bytes, or NULL with error set. */
GBytes *bb_area_pdf(const bb_area_tree *tree, GError **error);

#endif
