/* page_master.h - which page master a page gets, and where its regions are (XSL 1.1 §6.4). */
#ifndef BB_LAYOUT_PAGE_MASTER_H
#define BB_LAYOUT_PAGE_MASTER_H

#include "layout/layout_private.h"

typedef struct bb_rectangle {
    bb_length x, y, width, height;
} bb_rectangle;

typedef struct bb_region {
    const bb_fo_node *node; /* NULL when the master has no such region */
    const char *name;       /* "xsl-region-before" or its own */
    bb_rectangle border;    /* on the page */
    bb_rectangle content;   /* on the page, border and padding taken off */
} bb_region;

enum {
    BB_REGION_BEFORE,
    BB_REGION_AFTER,
    BB_REGION_START,
    BB_REGION_END,
    BB_REGION_BODY,
    BB_REGION_COUNT
};

typedef struct bb_page_master {
    const bb_fo_node *node;
    bb_length width, height;
    bb_region regions[BB_REGION_COUNT];
    int column_count;
    bb_length column_gap;
} bb_page_master;

/* What decides about a page (§6.4.13). */
typedef struct bb_page_position {
    int index;  /* within its sequence, from 0 */
    int number; /* its page number: odd or even */
    bool last, blank;
} bb_page_position;

typedef struct bb_page_masters bb_page_masters;

/* Reads the layout-master-set; its masters live in the layout's areas arena. */
bb_page_masters *bb_page_masters_new(bb_layout *layout, const bb_fo_node *root);
void bb_page_masters_free(bb_page_masters *masters);

/* The master of a page of this sequence; NULL when there is none, which is reported once. */
const bb_page_master *bb_page_masters_pick(bb_page_masters *masters, const bb_fo_node *sequence,
                                           bb_page_position position);

/* Whether the last (or only) page of a sequence may have a master of its own; whether the only page
 * may. */
bool bb_page_masters_ask_last(const bb_page_masters *masters, const bb_fo_node *sequence);
bool bb_page_masters_ask_only(const bb_page_masters *masters, const bb_fo_node *sequence);

#endif
