/* pdf_extras.h - what a PDF has beside its pages, gathered from the area tree and the FO tree.
 *
 * Links become part of the structure on the way. Rectangles and positions are in PDF's own
 * coordinates: points, from the page's bottom left corner. Pages count from 0. Everything belongs
 * to the extras. */
#ifndef BB_RENDER_PDF_EXTRAS_H
#define BB_RENDER_PDF_EXTRAS_H

#include "base/diag.h"
#include "layout/area.h"
#include "render/area_pdf.h"
#include "render/structure.h"

/* What one fo:basic-link is on one page. */
typedef struct bb_pdf_link {
    const bb_fo_node *node;
    int page;
    GArray *parts;   /* bb_link_part, one for each line; of the extras */
    const char *uri; /* NULL: it goes to a place in the document */
    int target_page;
    double target_x, target_y;
    const char *contents; /* what the link says, or where it goes */
} bb_pdf_link;

typedef struct bb_pdf_bookmark {
    int level; /* from 0 */
    const char *title;
    int page;
    double x, y;
    bool open;
} bb_pdf_bookmark;

/* Pages from this one on are numbered so, up to the next entry. */
typedef struct bb_pdf_label {
    int page;
    char style; /* 'D', 'r', 'R', 'a', 'A'; '\0': text is the whole label, of this page alone */
    int start;
    const char *text;
} bb_pdf_label;

typedef struct bb_pdf_extras {
    bb_arena *arena;
    GArray *links;                        /* bb_pdf_link */
    GArray *bookmarks;                    /* bb_pdf_bookmark, in order */
    GArray *labels;                       /* bb_pdf_label */
    const char *title, *author, *subject; /* as the FO document says; NULL where it does not */
} bb_pdf_extras;

/* parts (bb_link_part) are where links were drawn. Every link that goes somewhere is told to the
 * structure, by its number in links; a reference to an id that nothing has is reported. */
bb_pdf_extras *bb_pdf_extras_new(const bb_area_tree *tree, const bb_fo_tree *fo,
                                 bb_structure *structure, const GArray *parts, bb_diag *diag);
void bb_pdf_extras_free(bb_pdf_extras *extras); /* accepts NULL */

G_DEFINE_AUTOPTR_CLEANUP_FUNC(bb_pdf_extras, bb_pdf_extras_free)

#endif
