/* area_pdf.h - the area tree as a PDF, drawn by cairo.
 *
 * cairo only draws: links, outline, labels, metadata and the writing of the structure are the
 * finisher's (archive/). The pages' content carries marks (render/pdf_mark.h) until then. */
#ifndef BB_RENDER_AREA_PDF_H
#define BB_RENDER_AREA_PDF_H

#include "layout/area.h"
#include "render/structure.h"

/* Where an fo:basic-link stands: one part of it, on one line. Corners are top left, top right,
 * bottom left, bottom right as the text runs, in points from the page's bottom left. */
typedef struct bb_link_part {
    const bb_fo_node *node;
    int page;
    double xs[4], ys[4];
} bb_link_part;

/* The PDF's bytes, or NULL with error set. Every piece drawn is added to the structure, every part
 * of a link to links (bb_link_part). */
GBytes *bb_area_pdf(const bb_area_tree *tree, bb_structure *structure, GArray *links,
                    GError **error);

#endif
