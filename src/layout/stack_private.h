/* stack_private.h - boxes, gaps, frames and marks of a stack. */
#ifndef BB_LAYOUT_STACK_PRIVATE_H
#define BB_LAYOUT_STACK_PRIVATE_H

#include "layout/box.h"
#include "layout/grid.h"
#include "layout/para.h"
#include "layout/stack.h"

typedef struct bb_frame bb_frame;

/* A block-level object: everything between its two marks stands in it. */
struct bb_frame {
    const bb_fo_node *node;
    bb_frame *parent;
    bb_length x, width; /* of the border rectangle, within the stack */
    bb_length border_before, padding_before, border_after, padding_after;
    bool retain_border_before, retain_padding_before; /* on the page after a break */
    bool retain_border_after, retain_padding_after;
    bool cut_start, cut_end; /* an inline that goes on beyond this block: no border there */
    int first_box;           /* the first box after its opening mark */
    bb_table *table;         /* whose header and footer repeat; NULL for other objects */
    bb_length edge;          /* of a table: from the frame's left to its first column */
    bb_length inset;         /* of a table: above its first row and below its last, on any page */
    bb_length height;        /* of the whole, when it is fixed; else 0 */
};

typedef enum {
    BB_MARK_OPEN,
    BB_MARK_CLOSE,
    BB_MARK_ABSOLUTE, /* an out-of-flow fo:block-container */
    BB_MARK_POINT,    /* an id or a marker without content of its own */
} bb_mark_kind;

typedef struct bb_mark {
    bb_mark_kind kind;
    int event;              /* counts marks, paragraphs and grids in the order of the tree */
    bb_frame *frame;        /* OPEN, CLOSE */
    const bb_fo_node *node; /* ABSOLUTE, POINT */
} bb_mark;

typedef struct bb_gap {
    int first_mark, mark_count;
    int break_mark; /* a break comes before this mark of the gap */
    int keep;
    bool lines, forced;
    bb_fo_keyword kind;              /* of a forced break */
    bb_length inside, before, after; /* lengths without a break, before one, after one */
    bb_length shrink, stretch;       /* of inside */
} bb_gap;

typedef enum { BB_BOX_LINE, BB_BOX_GRID, BB_BOX_CONTAINER, BB_BOX_EMPTY } bb_box_kind;

typedef struct bb_stack_box {
    bb_box_kind kind;
    int event; /* of its paragraph, grid or container; -1 for what has none */
    bb_length height;
    bb_frame *frame; /* the innermost around it; NULL at the stack's own level */
    union {
        struct {
            bb_para *para;
            int line;
            bb_length x; /* of the line within the stack */
        } line;
        bb_grid *grid;
        struct bb_container *container;
    };
} bb_stack_box;

/* A block-container of its own size: its content is laid out apart. */
typedef struct bb_container {
    const bb_fo_node *node;
    bb_stack *content;
    bb_length x;             /* of the border rectangle within the stack */
    bb_length width, height; /* of the content rectangle as it stands on the page */
    int turn;                /* degrees counter-clockwise */
} bb_container;

struct bb_stack {
    bb_layout *layout;
    const bb_fo_node *container;
    const bb_fo_node *first, *end; /* which of its children */
    bb_length width;
    bool forces;        /* a forced break stands within */
    bool has_floats;    /* some are cited, and stand beside their citation */
    bool repeats_notes; /* a table's header or footer cites some, and comes again */
    GArray *boxes;      /* bb_stack_box */
    GArray *gaps;       /* bb_gap; one more than boxes */
    GArray *marks;      /* bb_mark */
    GArray *tops;       /* bb_length: where each box begins when nothing is broken */
    GArray *slack;      /* bb_length: shrink of the gaps before each box, summed */
    GArray *room;       /* bb_length: their stretch, summed */
    /* both NULL when no footnote is cited */
    GPtrArray *cited;     /* the fo:footnote objects, in reading order */
    GArray *cited_before; /* int: how many before each box; one more than boxes */
};

/* Where the content of one stack goes on in another: at a mark, a paragraph or a grid, or, when box
 * is not NULL, within that box of the first stack: at its line or its grid's state. */
typedef struct bb_stack_resume {
    int event;
    const bb_stack_box *box;
    int state;
} bb_stack_resume;

/* stack_build.c: piles up the same children as another stack did. *start gets the place at which
 * resume says that it goes on; what stands before it is not to be placed. */
bb_stack *bb_stack_new_resumed(bb_layout *layout, const bb_fo_node *container,
                               const bb_fo_node *first, const bb_fo_node *end, bb_length width,
                               const bb_stack_resume *resume, bb_break *start);

/* Whether a header or footer that comes again cites footnotes. */
bool bb_stack_table_repeats_notes(const bb_table *table);

/* Finds the footnotes of every box; the stack's builder calls it last. */
void bb_stack_count_notes(bb_stack *stack);

typedef enum { BB_GAP_INSIDE, BB_GAP_BEFORE_BREAK, BB_GAP_AFTER_BREAK, BB_GAP_ALONE } bb_gap_mode;

/* How much less and how much more the spaces of a gap may take. */
typedef struct bb_gap_give {
    bb_length shrink, stretch;
} bb_gap_give;

/* Resolves the spaces of a gap, each adjusted by a share of what it gives: -1 is its minimum, 0 its
 * optimum, 1 its maximum. lengths and give may be NULL. */
bb_length bb_gap_adjust(const bb_stack *stack, int index, bb_gap_mode mode, double adjust,
                        bb_length *lengths, bb_gap_give *give);

/* Resolves the spaces of a gap. lengths, when not NULL, gets the space at each of its marks (before
 * an opening one, after a closing one). Returns the whole length; shrink may be NULL. */
bb_length bb_gap_resolve(const bb_stack *stack, int index, bb_gap_mode mode, bb_length *lengths,
                         bb_length *shrink);

/* The marks that belong to this side of a break. */
void bb_gap_marks(const bb_gap *gap, bb_gap_mode mode, int *from, int *to);

/* The frame that is open where a break in this gap would be; NULL at the stack's own level. */
bb_frame *bb_gap_open_frame(const bb_stack *stack, int index);

/* Lengths that a frame keeps on the next page's top, or on this page's foot, when it is broken. */
bb_length bb_frame_retained(const bb_frame *frame, bool before);

static inline bb_length bb_frame_before(const bb_frame *frame)
{
    return frame->border_before + frame->padding_before + frame->inset;
}

static inline bb_length bb_frame_after(const bb_frame *frame)
{
    return frame->inset + frame->padding_after + frame->border_after;
}

/* The content rectangle is as wide as the room there is, unless it has a width of its own, for
 * instance a share of hundred_percent. */
bb_container *bb_container_new(bb_layout *layout, const bb_fo_node *node, bb_length x,
                               bb_length room, bb_length hundred_percent);
void bb_container_place(bb_container *container, bb_layout *layout, bb_area *parent, bb_length x,
                        bb_length y);

/* Places an fo:block-container with absolute-position in its reference area: outer's, or the
 * page. */
void bb_container_place_absolute(bb_layout *layout, const bb_fo_node *node,
                                 const bb_stack_target *outer);

static inline bb_stack_box *bb_stack_box_at(const bb_stack *stack, int index)
{
    return &g_array_index(stack->boxes, bb_stack_box, index);
}

static inline bb_gap *bb_stack_gap_at(const bb_stack *stack, int index)
{
    return &g_array_index(stack->gaps, bb_gap, index);
}

static inline bb_mark *bb_stack_mark_at(const bb_stack *stack, int index)
{
    return &g_array_index(stack->marks, bb_mark, index);
}

#endif
