/* structure_private.h - what the makers of the structure share. */
#ifndef BB_RENDER_STRUCTURE_PRIVATE_H
#define BB_RENDER_STRUCTURE_PRIVATE_H

#include "base/arena.h"
#include "render/structure.h"

#include <string.h>

struct bb_structure {
    bb_arena *arena;
    const bb_fo_tree *fo;
    bb_diag *diag;
    bb_element *root;
    bb_element **of;       /* by bb_fo_node.order */
    GPtrArray *all;        /* bb_element, to be freed */
    GPtrArray *pages;      /* GPtrArray of bb_element: by page, by leaf */
    GPtrArray *links;      /* bb_element, by number */
    GHashTable *languages; /* "en-GB" and the like, once each */
    const char *language;
    int notes, headers; /* ids given so far */
};

/* structure.c: an element of this type below parent, from node; a role of the writer's own has
 * another standard type. */
bb_element *bb_element_new(bb_structure *s, const char *type, bb_element *parent,
                           const bb_fo_node *node);
/* Where the node stands, elements come to stand in order. */
void bb_element_adopt(bb_element *parent, bb_element *kid);

/* structure_role.c: what the role attribute asks for. */
typedef struct bb_role {
    const char *type;     /* NULL: nothing */
    const char *standard; /* NULL: the type is a standard one, or there is none */
    bool transparent;     /* NonStruct: the content counts as the parent's */
    bool artifact;
} bb_role;

bb_role bb_role_of(const bb_fo_node *node, const char *otherwise);
/* Whether it holds text and inlines, never blocks: P, H1, Span, Link … */
bool bb_element_is_text(const bb_element *element);
/* Whether it stands in a line: Span, Link, Figure … */
bool bb_element_is_inline(const bb_element *element);

/* structure_build.c: makes the elements of everything below node, as content of at. */
void bb_structure_build(bb_structure *s, const bb_fo_node *node, bb_element *at);
void bb_structure_build_children(bb_structure *s, const bb_fo_node *node, bb_element *at);

/* structure_table.c: a table with its rows and cells, complete in every row. */
void bb_structure_build_table(bb_structure *s, const bb_fo_node *table, bb_element *at);

/* structure_repair.c: what bb_structure_finish does. */
void bb_structure_repair(bb_structure *s);

/* structure_language.c: what language a node's text is in; NULL when nobody says. */
const char *bb_structure_language_of(bb_structure *s, const bb_fo_node *node);

static inline bool bb_element_is(const bb_element *element, const char *type)
{
    return strcmp(element->standard != NULL ? element->standard : element->type, type) == 0;
}

#endif
