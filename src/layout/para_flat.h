/* para_flat.h - inline content on its way to items: characters gathered, pieces of them marked.
 *
 * para_build.c gathers, para_cut.c cuts. Nothing outside these two needs it. */
#ifndef BB_LAYOUT_PARA_FLAT_H
#define BB_LAYOUT_PARA_FLAT_H

#include "layout/para_private.h"

/* A piece of the gathered characters, or an object that stands between them. */
typedef struct bb_piece {
    bb_item_kind kind; /* TEXT, NUMBER, LEADER, GRAPHIC, OPEN, CLOSE, NEWLINE, ANCHOR */
    int from, to;      /* bytes of the text */
    const bb_fo_node *node;
    const bb_text_style *style;
    const bb_inline_state *state;
    const bb_graphic *graphic;
    bb_para *content; /* of a leader */
    bool keeps;       /* white space at line edges stays */
    bool whole;       /* lines may not break within it */
    bool suppressed;  /* a character that goes at line edges */
    bool continued;   /* OPEN: the inline began before the block that stood in it */
} bb_piece;

typedef struct bb_flat {
    bb_layout *layout;
    bb_para *para;
    const bb_inline_range *range;
    GString *text;
    GArray *pieces;   /* bb_piece */
    bool after_space; /* the last character was a space that swallows the next */
    bool at_start;    /* nothing has been put on the line yet */
    bool skipping;    /* range->after is still to come */
    bool stopped;     /* range->until is reached */
    const bb_inline_state *state;
    bool any_content;
} bb_flat;

/* Fills b->para->items. */
void bb_flat_cut(bb_flat *b);

#endif
