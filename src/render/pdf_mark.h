/* pdf_mark.h - how the painter tells the finisher where a piece of content begins and ends.
 *
 * cairo knows nothing of marked content as we need it, so the painter fills tiny rectangles in a
 * colour that nothing else has, and the finisher (archive/pdf_content.h) puts marked-content
 * operators in their place: no mark is left in the file. A mark is a rectangle at the page's
 * origin, (value + 1) / 64 pt wide and kind / 64 pt high: what cairo's coordinates hold exactly. */
#ifndef BB_RENDER_PDF_MARK_H
#define BB_RENDER_PDF_MARK_H

typedef enum {
    BB_MARK_LEAF = 1, /* value: its number on the page */
    BB_MARK_LEAF_END,
    BB_MARK_LEAF_NEXT, /* the end of one and the beginning of another, as LEAF */
    BB_MARK_ARTIFACT,  /* value: bb_pdf_artifact */
    BB_MARK_ARTIFACT_END,
} bb_pdf_mark;

/* Why something is no part of the document (PDF 1.7 §14.8.2.2); what stands outside every mark is
 * layout. */
typedef enum {
    BB_ARTIFACT_LAYOUT,
    BB_ARTIFACT_PAGINATION,
    BB_ARTIFACT_HEADER,
    BB_ARTIFACT_FOOTER,
} bb_pdf_artifact;

/* Not a multiple of 1/255, so no colour of a document; written with six decimals by cairo. */
#define BB_MARK_RED 0.123457
#define BB_MARK_GREEN 0.654321
#define BB_MARK_BLUE 0.314159

enum { BB_MARK_UNIT = 64 };

#endif
