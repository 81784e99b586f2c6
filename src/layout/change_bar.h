/* change_bar.h - vertical rules beside what changed (XSL 1.1 §6.13.2, §7.30).
 *
 * fo:change-bar-begin and -end mark a stretch of a flow in document order. Beside each column
 * stands a rule as high as the lines of that stretch in it. */
#ifndef BB_LAYOUT_CHANGE_BAR_H
#define BB_LAYOUT_CHANGE_BAR_H

#include "layout/layout_private.h"

typedef struct bb_change_bars bb_change_bars;

/* Finds the stretches of a flow; NULL when it has none. */
bb_change_bars *bb_change_bars_new(const bb_fo_node *flow);
void bb_change_bars_free(bb_change_bars *bars); /* accepts NULL */

/* A column of a region, in the coordinates of the region's area. */
typedef struct bb_change_column {
    bb_length x, width;
    int index, count;
    bool odd; /* of the page number */
} bb_change_column;

/* Draws the rules for the areas from first on, which are children of region, as further children.
 */
void bb_change_bars_draw(const bb_change_bars *bars, bb_layout *layout, bb_area *region,
                         const bb_area *first, const bb_change_column *column);

#endif
