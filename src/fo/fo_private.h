/* fo_private.h - what only this room shares: how styles are computed and kept. */
#ifndef BB_FO_PRIVATE_H
#define BB_FO_PRIVATE_H

#include "fo/fo_tree.h"

#define BB_FO_NAMESPACE "http://www.w3.org/1999/XSL/Format"
#define BB_FO_EXTENSION_NAMESPACE "urn:bluebook:fo"

enum { BB_FO_OWN_COUNT = BB_FO_PROPERTY_COUNT - BB_FO_INHERITED_COUNT };

/* One attribute, or one value that a shorthand spread, on its way into a style. */
typedef struct bb_fo_setting {
    int rank; /* applied in this order; higher ones win */
    bb_fo_property property;
    const char *text;      /* NULL: the initial value again */
    const char *attribute; /* as the file spells it, for messages */
} bb_fo_setting;

/* Spreads one attribute over the properties that it sets, appending to settings (of bb_fo_setting).
 * Strings come from arena or are lent. Returns false when no property has that name.
 * right_to_left says which side left is. */
bool bb_fo_shorthand_spread(bb_arena *arena, const char *name, const char *text, bool right_to_left,
                            GArray *settings);

/* Whether an attribute of a namespace names a property: xml:lang, fox:border-radius. */
bool bb_fo_is_property_attribute(const xmlAttr *attribute);

typedef struct bb_fo_styles bb_fo_styles;

bb_fo_styles *bb_fo_styles_new(bb_arena *arena, bb_diag *diag);
void bb_fo_styles_free(bb_fo_styles *styles); /* the arrays stay with the arena */

/* The style that every document starts from. */
const bb_fo_style *bb_fo_styles_initial(bb_fo_styles *styles);

/* Computes node->style from node->xml and node->parent; place is for messages. */
void bb_fo_styles_compute(bb_fo_styles *styles, bb_fo_node *node, bb_place place);

#endif
