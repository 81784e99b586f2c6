/* area.h - what the formatter makes: pages, and areas on them.
 *
 * An area's x and y say where its border rectangle begins within its parent's border rectangle,
 * right and down, in millipoints; width and height are that rectangle's. Everything belongs to the
 * arena of one bb_area_tree. Back ends take the tree const. */
#ifndef BB_LAYOUT_AREA_H
#define BB_LAYOUT_AREA_H

#include "base/arena.h"
#include "base/length.h"
#include "fo/fo_tree.h"
#include "layout/font.h"

typedef struct bb_graphic bb_graphic;

typedef enum {
    BB_AREA_REGION,    /* a region of the page; node is the fo:region-* */
    BB_AREA_BLOCK,     /* anything with borders, padding or background: block, row, cell … */
    BB_AREA_CONTAINER, /* content turned by 90, 180 or 270 degrees or clipped */
    BB_AREA_LINE,
    BB_AREA_INLINE, /* an fo:inline or fo:basic-link on one line */
    BB_AREA_TEXT,   /* glyphs of one face, size and colour */
    BB_AREA_RULE,   /* a leader's rule */
    BB_AREA_GRAPHIC,
    BB_AREA_ANCHOR, /* has no size: where an id is */
} bb_area_kind;

/* A placed glyph: x is where it begins, from the area's left edge; y is below the baseline. */
typedef struct bb_area_glyph {
    uint32_t index;
    int32_t x, y;
} bb_area_glyph;

/* How many bytes of text and how many glyphs belong together, in reading order. */
typedef struct bb_area_cluster {
    uint8_t bytes, glyphs;
} bb_area_cluster;

enum { BB_UNDERLINE = 1, BB_OVERLINE = 2, BB_LINE_THROUGH = 4 };

typedef struct bb_area_text {
    const bb_face *face;
    bb_length size, baseline; /* baseline: down from the area's top */
    uint32_t color;
    uint8_t decoration; /* BB_UNDERLINE and its kin */
    uint32_t decoration_color;
    const char *text; /* what the glyphs say: search, copy and speech get this */
    int length, glyph_count, cluster_count;
    int position; /* in its paragraph's order of reading, where lines may not show it: bidi */
    const bb_area_glyph *glyphs;
    const bb_area_cluster *clusters;
    bool backward; /* glyphs stand in the reverse order of the text */
} bb_area_text;

typedef struct bb_border_side {
    bb_fo_keyword style;
    bb_length width;
    uint32_t color;
} bb_border_side;

/* Where an image stands in its box: this share of the room that it leaves, and so far on. */
typedef struct bb_area_offset {
    double share;
    bb_length length;
} bb_area_offset;

typedef struct bb_area_image {
    const struct bb_picture *picture;
    bb_area_offset x, y;
    bool repeat_x, repeat_y;
} bb_area_image;

/* The decoration of one box, sides that are absent on this page already gone. */
typedef struct bb_area_box {
    bb_border_side before, after, start, end;
    uint32_t background; /* 0xRRGGBBAA; AA 0 is none */
    bb_length radius;
    const bb_area_image *image; /* over the background; NULL is none */
} bb_area_box;

typedef struct bb_area bb_area;
struct bb_area {
    bb_area_kind kind;
    bb_length x, y, width, height;
    bb_area *first, *last, *next;
    const bb_fo_node *node; /* what it comes from; NULL for lines of it */
    union {
        const bb_area_text *text;   /* TEXT */
        const bb_graphic *graphic;  /* GRAPHIC */
        const bb_border_side *rule; /* RULE: drawn in the middle of the height */
        int turn;                   /* CONTAINER: degrees counter-clockwise */
    };
    const bb_area_box *box; /* BLOCK, CONTAINER, INLINE, REGION: NULL when it has none */
    bool clip;              /* CONTAINER: what stands out is cut off */
    bool artifact;          /* furniture: repeated table headers, leaders, page heads */
    bool continued;         /* a later part of what began in another area */
    bool unfinished;        /* another area goes on where this one ends */
};

typedef struct bb_page {
    bb_length width, height;
    int number;         /* counts through the page sequence's own numbering */
    int index;          /* counts from 0 through the document */
    const char *label;  /* the number as printed: "iv", "12" */
    const char *format; /* of the page-sequence: "i", "1" */
    const bb_fo_node *sequence, *master;
    bb_area *first, *last; /* regions, in painting order */
    bool blank;
} bb_page;

typedef struct bb_area_tree bb_area_tree;
struct bb_refs;

bb_area_tree *bb_area_tree_new(void);
void bb_area_tree_free(bb_area_tree *tree); /* accepts NULL */
bb_arena *bb_area_tree_arena(bb_area_tree *tree);

/* Where every id is; owned by the tree. */
struct bb_refs *bb_area_tree_refs(const bb_area_tree *tree);

/* Adds an empty page, whose index is set. */
bb_page *bb_area_tree_add_page(bb_area_tree *tree);

/* Adds a page of an earlier pass once more. */
void bb_area_tree_add_again(bb_area_tree *tree, bb_page *page);

/* Takes the pages away, for the next pass; the caller frees the array, the tree keeps the pages. */
GPtrArray *bb_area_tree_steal_pages(bb_area_tree *tree);

size_t bb_area_tree_count(const bb_area_tree *tree);
const bb_page *bb_area_tree_page(const bb_area_tree *tree, size_t index);

bb_area *bb_area_new(bb_arena *arena, bb_area_kind kind, const bb_fo_node *node);
void bb_area_append(bb_area *parent, bb_area *child);

/* Moves every child by so much. */
void bb_area_shift_children(bb_area *area, bb_length dx, bb_length dy);

/* Whether the tree is sound: sizes not negative, siblings linked, text and glyphs agree. Debug
 * builds call it; a message says what is wrong, NULL when nothing is. Gives a string for g_free. */
char *bb_area_tree_check(const bb_area_tree *tree);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(bb_area_tree, bb_area_tree_free)

#endif
