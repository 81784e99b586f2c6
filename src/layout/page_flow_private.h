/* page_flow_private.h - what page_flow.c (a flow through its pages) and page_balance.c (columns
 * made even) share. */
#ifndef BB_LAYOUT_PAGE_FLOW_PRIVATE_H
#define BB_LAYOUT_PAGE_FLOW_PRIVATE_H

#include "layout/page_break.h"
#include "layout/page_private.h"

typedef struct bb_stream {
    bb_filler *f;
    const bb_fo_node *flow;
    bb_length separator;
    GArray *carried;             /* bb_note_part that found no room so far */
    bool may_span;               /* some page has several columns */
    struct bb_change_bars *bars; /* NULL when nothing is marked */
    GHashTable *floats;          /* fo:float objects that are placed */
    /* the section at hand */
    bool spans, last_section, balances;
    bb_stack *stack;
    bb_break at;         /* what stands before it is placed */
    int columns, column; /* how many; which one the next part goes to */
    bb_length column_width, column_gap;
    bb_length top;     /* of the column at hand, below pieces that are placed already */
    bb_length inset;   /* of the stack, beside a float */
    bb_length content; /* the highest column of the page at hand, in this section */
    bb_length limit;   /* how high columns may be while they are balanced; 0: as they can */
    const bb_page_master *trial; /* whose height the next page is taken to have; else NULL */
} bb_stream;

/* The room below what the page at hand holds above this section. */
bb_length bb_stream_room(const bb_stream *s);

/* Parts the stack as its pages allow, or within limit; for bb_page_parts_free. */
GArray *bb_stream_break(bb_stream *s, bb_break from, bb_break to);

/* Where the column at hand goes on. */
bb_stack_target bb_stream_target(const bb_stream *s);

/* Places what comes before this place as a piece of the column at hand; more goes below it. */
void bb_stream_place_piece(bb_stream *s, bb_break to);

/* page_float.c: finds the first place after which a side-float is cited; false when there is none.
 */
bool bb_stream_float_at(const bb_stream *s, bb_break from, bb_break to, bb_break *at);

/* Places what comes before it, then the floats cited there and what stands beside them. False when
 * the column has no room for them: then they wait for the next one. */
bool bb_stream_place_floats(bb_stream *s, bb_break at);

/* page_balance.c: the places at which the columns end that hold what stands between two places, for
 * g_array_unref; NULL when there are too few places. */
GArray *bb_stream_ideal_breaks(const bb_stream *s, bb_break from, bb_break to);

/* The least height at which what stands between two places fits into the columns of the page at
 * hand; 0 when none does. */
bb_length bb_stream_balanced_height(bb_stream *s, bb_break from, bb_break to);

#endif
