/* fo_tree.h - the typed tree of a formatting object document.
 *
 * The tree and everything in it belong to one bb_fo_tree and are freed with it. Nodes are never
 * moved. A reader outside this room takes them const. Text is kept as it stood in the file: what
 * white space means is layout's business (XSL 1.1 §4.7.2). */
#ifndef BB_FO_TREE_H
#define BB_FO_TREE_H

#include "base/arena.h"
#include "base/diag.h"
#include "fo/fo_property.h"
#include "fo/fo_value.h"

#include <libxml/tree.h>

/* Computed properties. Equal styles share their arrays, so most nodes cost two pointers. */
typedef struct bb_fo_style {
    const bb_fo_value *inherited; /* [BB_FO_INHERITED_COUNT] */
    const bb_fo_value *own;       /* [BB_FO_PROPERTY_COUNT - BB_FO_INHERITED_COUNT] */
} bb_fo_style;

typedef struct bb_fo_node bb_fo_node;
struct bb_fo_node {
    bb_fo_object object;
    int line;                 /* in the FO file; 0 when it never was one */
    int order;                /* grows in document order; what a marker holds follows all else */
    const bb_fo_style *style; /* of a TEXT: its parent's */
    bb_fo_node *parent, *first, *last, *next;
    const char *text; /* TEXT only; else NULL */
    const char *id;   /* NULL when there is none */
    bool markers;     /* it has fo:marker children */
    xmlNode *xml;     /* the element; of a TEXT its parent element */
};

typedef enum {
#define BB_ATTRIBUTE(id, name, ns) BB_FO_A_##id,
#include "fo/fo_attributes.def"
#undef BB_ATTRIBUTE
    BB_FO_ATTRIBUTE_COUNT
} bb_fo_attribute;

typedef struct bb_fo_tree bb_fo_tree;

/* Builds the tree of doc, which must outlive it. file_name is what messages call the document.
 * What lies outside the declared subset is reported to diag and left out; a document whose root is
 * no fo:root gives NULL, with the reason in diag. */
bb_fo_tree *bb_fo_tree_new(xmlDoc *doc, const char *file_name, bb_diag *diag);
void bb_fo_tree_free(bb_fo_tree *tree); /* accepts NULL */

const bb_fo_node *bb_fo_tree_root(const bb_fo_tree *tree);

/* How many nodes there are: more than any node's order. */
int bb_fo_tree_count(const bb_fo_tree *tree);

/* The object with this id, or NULL. */
const bb_fo_node *bb_fo_tree_find(const bb_fo_tree *tree, const char *id);

/* A page-size block that stands for the content of a marker, computed as if it stood below the
 * retrieving object (XSL 1.1 §6.13.6); lent by the tree. */
const bb_fo_node *bb_fo_tree_retrieve(bb_fo_tree *tree, const bb_fo_node *marker,
                                      const bb_fo_node *retriever);

/* Where the writer finds the node: the nearest bb:at, else the FO file and line. */
bb_place bb_fo_place(const bb_fo_tree *tree, const bb_fo_node *node);

/* A textual attribute of an object, lent by the XML; NULL when it is missing or the node a TEXT. */
const char *bb_fo_attribute_of(const bb_fo_node *node, bb_fo_attribute attribute);

/* The first child that is this object, or NULL. */
const bb_fo_node *bb_fo_child(const bb_fo_node *node, bb_fo_object object);

/* The tree as indented text, one object a line with the properties that differ from its parent's
 * or the initial ones. Gives a string for g_free. */
char *bb_fo_tree_dump(const bb_fo_tree *tree);

static inline const bb_fo_value *bb_fo_get(const bb_fo_node *node, bb_fo_property property)
{
    const bb_fo_style *style = node->style;

    return property < BB_FO_INHERITED_COUNT ? &style->inherited[property]
                                            : &style->own[property - BB_FO_INHERITED_COUNT];
}

/* "100% - 24pt" of 10 pt is a size of nothing. */
static inline bb_length bb_fo_get_length(const bb_fo_node *node, bb_fo_property property,
                                         bb_length hundred_percent)
{
    bb_length length = bb_fo_length(bb_fo_get(node, property), hundred_percent);
    bool size = bb_fo_property_rows[property].type == BB_FO_TYPE_SIZE;

    return size ? bb_length_max(length, 0) : length;
}

static inline bool bb_fo_has(const bb_fo_node *node, bb_fo_property property, bb_fo_keyword keyword)
{
    return bb_fo_is(bb_fo_get(node, property), keyword);
}

static inline bb_fo_keyword bb_fo_get_keyword(const bb_fo_node *node, bb_fo_property property)
{
    return (bb_fo_keyword)bb_fo_get(node, property)->keyword;
}

static inline int bb_fo_get_integer(const bb_fo_node *node, bb_fo_property property)
{
    const bb_fo_value *value = bb_fo_get(node, property);

    return value->kind == BB_FO_NUMBER_VALUE ? (int)value->number : 0;
}

static inline uint32_t bb_fo_get_color(const bb_fo_node *node, bb_fo_property property)
{
    const bb_fo_value *value = bb_fo_get(node, property);

    return value->kind == BB_FO_COLOR_VALUE ? value->color : 0;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC(bb_fo_tree, bb_fo_tree_free)

#endif
