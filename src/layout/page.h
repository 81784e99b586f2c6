/* page.h - one page sequence as pages. */
#ifndef BB_LAYOUT_PAGE_H
#define BB_LAYOUT_PAGE_H

#include "layout/layout_private.h"
#include "layout/page_master.h"

/* Lays out an fo:page-sequence whose first page has this number and adds its pages to tree, a blank
 * one last when force-page-count asks for it. next is the page sequence after it, or NULL. Returns
 * how many pages it made; 0 when it has no master. */
int bb_page_sequence(bb_layout *layout, bb_page_masters *masters, bb_area_tree *tree,
                     const bb_fo_node *sequence, const bb_fo_node *next, int first_number);

/* Notes every id of a page in the refs. */
void bb_page_note_ids(bb_layout *layout, const bb_page *page);

#endif
