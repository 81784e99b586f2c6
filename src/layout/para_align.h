/* para_align.h - where the objects of a line stand above and below its baseline (XSL 1.1 §7.14).
 *
 * Every inline-level object has an alignment point, which is put on a baseline of the object around
 * it. Lengths count upwards from the dominant baseline of the block's own text. Most of it is known
 * before lines are chosen; what is aligned with an edge of the line ("before-edge", "after-edge")
 * depends on the line's other content. Alignments live in the layout's scratch arena. */
#ifndef BB_LAYOUT_PARA_ALIGN_H
#define BB_LAYOUT_PARA_ALIGN_H

#include "layout/layout_private.h"

/* The baselines of a font at a size, or of a picture. */
typedef struct bb_baselines {
    bb_length altitude, depth; /* depth is negative below the alphabetic baseline */
    bb_length x_height;
    bb_fo_keyword dominant;
} bb_baselines;

typedef struct bb_align bb_align;
struct bb_align {
    const bb_align *parent; /* NULL: the block's own */
    bb_baselines scaled;    /* what its children are aligned by */
    bb_baselines actual;    /* of its own font or picture */
    bool of_line;           /* scaled is still the table of the line */
    bb_fo_keyword baseline; /* of the parent: where it is aligned */
    bb_length height;
    bb_length point; /* the alignment point, down from its top */
    bb_length shift; /* baseline-shift, up */
    bb_length line_height;
};

/* How far a line's content reaches above and below its baseline, half-leading left out. */
typedef struct bb_line_extent {
    bb_length above, below;
} bb_line_extent;

/* Of the block's own text. */
const bb_align *bb_align_of_block(bb_layout *layout, const bb_fo_node *block);

/* Of an object that holds text; parent may be returned when nothing differs. */
const bb_align *bb_align_of_text(bb_layout *layout, const bb_fo_node *node, const bb_align *parent);

/* Of a picture of this height, border and padding included. */
const bb_align *bb_align_of_graphic(bb_layout *layout, const bb_fo_node *node,
                                    const bb_align *parent, bb_length height);

/* Whether it hangs on an edge of the line, and so makes no line taller on its own account. */
bool bb_align_is_at_edge(const bb_align *align);

/* Where the top is on a line of this extent. */
bb_length bb_align_top(const bb_align *align, const bb_line_extent *line);

#endif
