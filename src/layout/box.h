/* box.h - borders, padding and background of one object as a box on the page. */
#ifndef BB_LAYOUT_BOX_H
#define BB_LAYOUT_BOX_H

#include "layout/layout_private.h"

/* Border and padding together, each side. */
typedef struct bb_box_sides {
    bb_length before, after, start, end;
} bb_box_sides;

/* Which sides this part of the object shows. */
typedef struct bb_box_parts {
    bool before, after, start, end;
} bb_box_parts;

bb_length bb_box_border(const bb_fo_node *node,
                        bb_fo_property style); /* a side's width, 0 if none */

bb_box_sides bb_box_sides_of(const bb_fo_node *node, bb_length hundred_percent);

/* Whether a side's border is kept where the object is broken, and the length of border and padding
 * that stand there then (XSL 1.1 §7.8.19 and its kin, .conditionality). */
bool bb_box_keeps_border(const bb_fo_node *node, bool before);
bb_length bb_box_torn(const bb_fo_node *node, bool before, bb_length hundred_percent);

/* What of its start and end stays where a line breaks within it (conditionality, §7.8.1). */
bb_box_sides bb_box_retained(const bb_fo_node *node, bb_length hundred_percent);

/* How far relative-position has an object stand from where it would be: right and down. */
void bb_box_shift(const bb_fo_node *node, bb_length hundred_percent, bb_length *x, bb_length *y);

/* Whether the object paints anything of its own. */
bool bb_box_is_visible(const bb_fo_node *node);

/* The decoration of a part, from the areas' arena; NULL when there is nothing to paint. */
const bb_area_box *bb_box_of(bb_layout *layout, const bb_fo_node *node, bb_box_parts parts);

#endif
