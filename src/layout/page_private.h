/* page_private.h - what filling a page sequence shares between page.c (pages and their regions) and
 * page_flow.c (the flow through them). */
#ifndef BB_LAYOUT_PAGE_PRIVATE_H
#define BB_LAYOUT_PAGE_PRIVATE_H

#include "layout/note.h"
#include "layout/page.h"
#include "layout/stack.h"

typedef struct bb_filler {
    bb_layout *layout;
    bb_page_masters *masters;
    bb_area_tree *tree;
    const bb_fo_node *sequence, *next; /* next: the page sequence after this one, or NULL */
    int first_number, made;            /* made: pages finished so far */
    /* the page at hand; NULL between pages */
    bb_page *page;
    const bb_page_master *master;
    bb_area *body;
    bb_length used;   /* of the body's height, by what stands above the next section */
    bb_length floats; /* the height of the before-floats above all else; part of used */
    GArray *notes;    /* bb_note_part to stand at its foot */
} bb_filler;

/* The master that a page would have if it were not the last, or if it were; NULL when there is
 * none. */
const bb_page_master *bb_filler_master(bb_filler *f, int index, bool blank);
const bb_page_master *bb_filler_last_master(bb_filler *f, int index, bool blank);

/* Whether a blank page would have to follow the page of this index if the flow ended on it. */
bool bb_filler_is_followed(const bb_filler *f, int index);

/* Begins a page for flow content. False when there is no master for it. */
bool bb_filler_begin(bb_filler *f, bool last);
void bb_filler_end(bb_filler *f);
/* Gives the page at hand another master, whose body has columns of the same width. */
void bb_filler_switch(bb_filler *f, const bb_page_master *master);
bool bb_filler_pass(bb_filler *f); /* makes a page without flow content */
bool bb_filler_add_blank(bb_filler *f);

/* Where flow content goes on the page at hand. */
bb_stack_target bb_filler_target(const bb_filler *f);

/* Has these bb_note_part stand on the page at hand: footnotes at its foot when it ends,
 * before-floats at its head now, above all that is there. */
void bb_filler_add_notes(bb_filler *f, const GArray *parts);

/* The width that footnotes have on this sequence's pages. */
bb_length bb_filler_note_width(bb_filler *f);

/* The height of the separator above footnotes, laid out for this width. */
bb_length bb_filler_separator_height(bb_filler *f);

/* page_flow.c: sends a flow through as many pages as it needs. */
void bb_filler_flow(bb_filler *f, const bb_fo_node *flow);

#endif
