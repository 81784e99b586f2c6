/* layout_private.h - what the parts of the formatter share during one run. */
#ifndef BB_LAYOUT_PRIVATE_H
#define BB_LAYOUT_PRIVATE_H

#include "base/arena.h"
#include "base/diag.h"
#include "fo/fo_tree.h"
#include "layout/area.h"
#include "layout/hyphen.h"
#include "layout/shape.h"

typedef struct bb_graphics bb_graphics;
typedef struct bb_refs bb_refs;
typedef struct bb_text_style bb_text_style;

/* The run. Parts read it; only layout.c writes it. */
typedef struct bb_layout {
    bb_fo_tree *fo;
    bb_fonts *fonts;
    bb_shaper *shaper;
    bb_hyphenator *hyphenator;
    bb_graphics *graphics;
    bb_diag *diag;
    bb_arena *areas;            /* lives as long as the area tree */
    bb_arena *scratch;          /* lives as long as one page sequence */
    GArray *owned;              /* what is freed with the scratch arena: see bb_layout_own */
    GHashTable *styles;         /* text styles by bb_fo_style */
    bb_refs *refs;              /* where ids were found, in this pass and the last */
    GHashTable *notes;          /* bb_note by fo:footnote, of the page sequence at hand */
    struct bb_cites *cites;     /* lines placed so far that cite pages; NULL: not noted */
    struct bb_markers *markers; /* what running heads retrieve */
    const bb_page *page;        /* the page being filled; NULL while heights are worked out */
    bb_area *region;            /* of that page, the one being filled; NULL while there is none */
    bool artifact;              /* what is placed now is furniture */
    bb_length body_height;      /* of the lowest page of the sequence at hand; 0: not known */
    bool tears_anywhere;        /* rows and items may be torn at any line: beside a side-float */
    bb_length bpd;              /* what a percentage of a height refers to; 0: nothing definite */
} bb_layout;

/* Reports a message at a node's place. */
#define bb_layout_report(layout, id, node, ...)                                                    \
    bb_diag_report((layout)->diag, (id), bb_fo_place((layout)->fo, (node)), __VA_ARGS__)

/* Has item freed when the page sequence is done. */
void bb_layout_own(bb_layout *layout, void *item, GDestroyNotify release);

/* A length for a message: "12.3 pt". */
static inline const char *bb_layout_print(bb_layout *layout, bb_length length)
{
    g_autofree char *text = g_strdup_printf("%.1f pt", bb_length_to_pt(length));

    return bb_arena_strdup(layout->scratch, text);
}

#endif
