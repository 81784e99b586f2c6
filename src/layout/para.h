/* para.h - inline content as lines.
 *
 * A paragraph is a run of inline-level objects within one block. It is flattened and shaped once
 * (bb_para_new), broken for a width as often as needed (bb_para_break), and its lines are placed on
 * pages one by one (bb_para_place). It lives in the layout's scratch arena. */
#ifndef BB_LAYOUT_PARA_H
#define BB_LAYOUT_PARA_H

#include "layout/layout_private.h"

typedef struct bb_para bb_para;

/* A footnote or float whose citation stands on a line. */
typedef struct bb_para_note {
    const bb_fo_node *node; /* fo:footnote or fo:float */
    int item;               /* private: where */
} bb_para_note;

/* Inline-level siblings, or as much of them as stands between two block-level objects that lie
 * somewhere in them: inlines around these go on in the next paragraph. */
typedef struct bb_inline_range {
    const bb_fo_node *first, *end;   /* end is not included; NULL: all that follow first */
    const bb_fo_node *after, *until; /* block-level, not included; NULL: no bound */
} bb_inline_range;

/* The first block-level object within the range's inlines that comes behind range->after; NULL when
 * there is none. */
const bb_fo_node *bb_inline_find_block(const bb_inline_range *range);

/* Whether nothing but white space of an inline comes before (or behind) what lies in it. */
bool bb_inline_is_at_edge(const bb_fo_node *inner, const bb_fo_node *outer, bool behind);

/* Flattens a range. block is the object around it, and width what percentages in it mean. NULL when
 * it holds nothing that makes a line or an anchor. */
bb_para *bb_para_new(bb_layout *layout, const bb_fo_node *block, const bb_inline_range *range,
                     bb_length width);

/* Breaks the paragraph into lines of this width. indent is the first line's text-indent. Returns
 * the number of lines. */
int bb_para_break(bb_para *para, bb_length width, bb_length indent);

/* Has the paragraph, not broken yet, go on where a line of another one of the same content begins.
 * It has no first line then. */
void bb_para_take_up(bb_para *para, const bb_para *from, int line);
bool bb_para_is_rest(const bb_para *para);

int bb_para_line_count(const bb_para *para);

/* The width of what stands on a line, its indent included, as it is without stretching. */
bb_length bb_para_line_width(const bb_para *para, int line);

bb_length bb_para_line_height(const bb_para *para, int line);

/* The smallest width that no word overflows, and the width that needs no break. */
void bb_para_measure(bb_para *para, bb_length *least, bb_length *most);

/* Where the first line's baseline is, down from its top. */
bb_length bb_para_first_baseline(const bb_para *para);

/* The notes cited on lines from (including) to (excluding); lent. */
const bb_para_note *bb_para_notes(const bb_para *para, int from, int to, int *count);

/* Sets the paragraph on one line as wide as it is, and returns that width. */
bb_length bb_para_break_nowhere(bb_para *para);

/* Makes the areas of one line as the last child of parent, at x, y in it. */
void bb_para_place(bb_para *para, int line, bb_area *parent, bb_length x, bb_length y);

#endif
