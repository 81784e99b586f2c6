/* page_break.h - where a flow is parted into pages and columns, by total cost.
 *
 * Every place of the stack is weighed: room left over, keeps not kept, widows and orphans, torn
 * rows, footnotes parted or put off. The parts with the least sum win (after Knuth and Plass, as
 * for lines). Nothing is impossible, only dear: what must not be parted is parted when it is higher
 * than a page, and what can't be parted stands out, which the caller reports.
 *
 * Parts are filled into slots: the columns of the page at hand, then those of the next pages. */
#ifndef BB_LAYOUT_PAGE_BREAK_H
#define BB_LAYOUT_PAGE_BREAK_H

#include "layout/note.h"
#include "layout/stack.h"

typedef struct bb_page_part {
    bb_break from, to;
    double shrink;      /* by what share of their shrink spaces give way: 0 to 1 */
    double stretch;     /* by what share of their stretch they fill the page: 0 to 1 */
    bb_length overflow; /* how much it is too high; 0 when it fits */
    GArray *notes;      /* bb_note_part to stand below; NULL when there is none */
    GArray *left;       /* bb_note_part that found no room up to here; NULL when there is none */
} bb_page_part;

/* The slots, as the caller knows them. */
typedef struct bb_page_rules {
    void *data;
    /* How high the columns of a page are; 0 is the page at hand. */
    bb_length (*height)(void *data, int page);
    int columns, first_column; /* of a page; where on the page at hand the first part goes */
    int most; /* parts that are wanted, when what comes after is another matter; 0: all */
    bb_length first_taken;                /* of the first slot's height, by what is there already */
    bb_length first_content, first_notes; /* what its columns so far, and its notes, take */
    bb_length separator;                  /* above a page's first note */
    bool balances;                        /* columns are made even: nothing stretches */
    bool leaves;                          /* the page at hand may stay as it is */
    const bb_note *(*note)(void *data, const bb_fo_node *footnote); /* may be NULL: no notes */
    GArray *carried; /* bb_note_part left over from pages before; may be NULL */
} bb_page_rules;

/* Parts what stands between two places, of which the second is a forced break or the end. The
 * result is of bb_page_part, at least one, for bb_page_parts_free; the last ends at the second
 * place unless there are as many as are wanted. When the page at hand is better left, the first
 * part is empty and the next one begins a page. */
GArray *bb_page_break(const bb_stack *stack, bb_break from, bb_break to,
                      const bb_page_rules *rules);
void bb_page_parts_free(GArray *parts); /* accepts NULL */

#endif
