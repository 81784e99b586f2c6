/* structure.h - the logical structure of a PDF: which element every piece of a page belongs to.
 *
 * The elements are made from the FO tree alone, in the order of the document (PDF 1.7 §14.7,
 * §14.8); then the painter says which pieces it draws for which element; then finishing puts the
 * pieces in order, drops what nothing was drawn for and mends what the standards forbid, with a
 * warning where the writer should know. Roles in the FO document decide; without them, what an
 * object is does. Never here: drawing, and PDF syntax. Everything belongs to the bb_structure. */
#ifndef BB_RENDER_STRUCTURE_H
#define BB_RENDER_STRUCTURE_H

#include "base/diag.h"
#include "fo/fo_tree.h"

typedef struct bb_element bb_element;

typedef enum {
    BB_KID_ELEMENT,
    BB_KID_LEAF, /* a piece of a page's content */
    BB_KID_LINK, /* a link annotation, by number */
} bb_kid_kind;

typedef struct bb_kid {
    bb_kid_kind kind;
    int order, position; /* in the document, and within one FO node */
    bb_element *element; /* ELEMENT */
    int page;            /* LEAF: counted from 0 */
    int number;          /* LEAF: counted from 0 on its page; LINK: among all links */
} bb_kid;

/* A rectangle on a page, in points from its bottom left corner. */
typedef struct bb_page_box {
    int page; /* -1: none */
    double x0, y0, x1, y1;
} bb_page_box;

struct bb_element {
    const char *type;     /* PDF 1.7 §14.8.4, or a role of the writer's own */
    const char *standard; /* what a role of the writer's own means; else NULL */
    bb_element *parent;
    GArray *kids; /* bb_kid */
    const bb_fo_node *node;
    int order;
    const char *language;       /* where it differs from what the element stands in */
    const char *alt;            /* Figure, Formula */
    char *id;                   /* Note; TH that another cell names */
    const char *scope;          /* TH: "Column", "Row", "Both" */
    int columns, rows;          /* TH, TD: spans, else 0 */
    GPtrArray *headers;         /* TD, TH: elements with an id; or NULL */
    const char *list_numbering; /* L */
    bb_page_box box;            /* Figure, Formula */
};

typedef struct bb_structure bb_structure;

/* language: of the document, over what its root says; may be NULL. The FO tree and diag must
 * outlive the structure. */
bb_structure *bb_structure_new(const bb_fo_tree *fo, const char *language, bb_diag *diag);
void bb_structure_free(bb_structure *structure); /* accepts NULL */

/* The element that what is drawn for this object belongs to; NULL: to none, it is an artifact. */
bb_element *bb_structure_of(const bb_structure *structure, const bb_fo_node *node);

/* A new piece of a page for an element. Returns its number on that page. */
int bb_structure_add_leaf(bb_structure *structure, bb_element *element, const bb_fo_node *node,
                          int position, int page);

/* Link number so many belongs to this fo:basic-link. */
void bb_structure_add_link(bb_structure *structure, const bb_fo_node *node, int number);

/* Something of the element was drawn here; figures grow round it. */
void bb_structure_add_box(bb_element *element, const bb_page_box *box);

/* To be called once, when everything has been painted. */
void bb_structure_finish(bb_structure *structure);

/* The Document. */
const bb_element *bb_structure_root(const bb_structure *structure);

/* The document's language: "en-GB"; "und" when nobody says. */
const char *bb_structure_language(const bb_structure *structure);

/* Where the document begins, for what is said of the whole. */
bb_place bb_structure_place(const bb_structure *structure);

/* The elements of a page's pieces, by their numbers; how many there are. */
bb_element *const *bb_structure_leaves(const bb_structure *structure, int page, int *count);

/* The element that holds this link. */
const bb_element *bb_structure_link(const bb_structure *structure, int number);

/* The first text of the first heading, for documents without a title; for g_free, NULL when there
 * is none. */
char *bb_structure_first_heading(const bb_structure *structure);

/* The elements as indented text, a line each, without their pieces. Gives a string for g_free. */
char *bb_structure_dump(const bb_structure *structure);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(bb_structure, bb_structure_free)

#endif
