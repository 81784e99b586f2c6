/* page_break.h - where a flow is parted into pages, by total cost.
 *
 * Every place of the stack is weighed: room left over, keeps not kept, widows and orphans, torn
 * rows. The parts with the least sum win (after Knuth and Plass, as for lines). Nothing is
 * impossible, only dear: what must not be parted is parted when it is higher than a page, and what
 * can't be parted stands out, which the caller reports. */
#ifndef BB_LAYOUT_PAGE_BREAK_H
#define BB_LAYOUT_PAGE_BREAK_H

#include "layout/stack.h"

typedef struct bb_page_part {
    bb_break from, to;
    double shrink;      /* by what share of their shrink spaces give way: 0 to 1 */
    bb_length overflow; /* how much it is too high; 0 when it fits */
} bb_page_part;

/* How high page number index (of the parts asked for) may be; last: it is the last of them, whose
 * page master may be another. */
typedef bb_length bb_page_height(void *data, int index, bool last);

/* Parts what stands between two places, of which the second is a forced break or the end. The
 * result is of bb_page_part, at least one; the caller frees it. */
GArray *bb_page_break(const bb_stack *stack, bb_break from, bb_break to, bb_page_height *height,
                      void *data);

/* The first forced break after this place, or the end. */
bb_break bb_page_next_forced(const bb_stack *stack, bb_break from);

#endif
