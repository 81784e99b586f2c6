/* page_marker.h - markers: what running heads and feet retrieve (XSL 1.1 §6.13).
 *
 * An area of an object with fo:marker children qualifies its markers. Each page notes, by class, the
 * first and the last qualifying areas, and those that begin or end on it. */
#ifndef BB_LAYOUT_PAGE_MARKER_H
#define BB_LAYOUT_PAGE_MARKER_H

#include "layout/layout_private.h"

typedef struct bb_markers bb_markers;

bb_markers *bb_markers_new(void);
void bb_markers_free(bb_markers *markers); /* accepts NULL */

/* Forgets everything: a new pass begins. */
void bb_markers_clear(bb_markers *markers);

/* Notes what the areas of a page qualify. Pages come in order. */
void bb_markers_note_page(bb_markers *markers, const bb_page *page, const bb_area *area);

/* The marker that an fo:retrieve-marker brings to a page; NULL when none qualifies. */
const bb_fo_node *bb_markers_find(const bb_markers *markers, const bb_page *page,
                                  const bb_fo_node *retriever);

/* The same for the page that is being filled; NULL while none is. */
const bb_fo_node *bb_markers_retrieve(const bb_layout *layout, const bb_fo_node *retriever);

#endif
