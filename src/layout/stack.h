/* stack.h - block-level content piled up in the block-progression direction.
 *
 * A stack is a list of boxes that nobody parts (lines, pictures, containers of fixed size) or that
 * know themselves how they may be parted (grids: table rows and list items), with a gap before each
 * and one after the last. What opens and closes in a gap (borders, padding, spaces) has one length
 * inside a page and others before and after a break, so spaces are resolved for each (XSL 1.1
 * §4.3). Frames are the block-level objects around the boxes. A stack is built for one width, then
 * measured and placed in parts; it lives in the layout's scratch arena. */
#ifndef BB_LAYOUT_STACK_H
#define BB_LAYOUT_STACK_H

#include "layout/layout_private.h"

typedef struct bb_stack bb_stack;

/* A place between two things: before box number box (state 0), or within that box, at one of the
 * states it offers (from 1). */
typedef struct bb_break {
    int box, state;
} bb_break;

#define BB_STACK_START ((bb_break){0, 0})

/* What breaking there costs. */
typedef struct bb_break_cost {
    bool forced;
    bb_fo_keyword kind; /* of a forced one: column, page, even-page or odd-page */
    int keep;           /* strength: 0 to BB_KEEP_ALWAYS */
    bool lines;         /* widows or orphans would be left */
    bool row;           /* a table row would be torn */
} bb_break_cost;

enum { BB_KEEP_ALWAYS = 1000000 };

/* How far a forced break goes: 0 when it is none; an odd or even page further than any page. */
int bb_break_strength(bb_fo_keyword kind);

/* Adds a forced break, if kind is one; the stronger of two stays. */
void bb_break_force(bb_break_cost *cost, bb_fo_keyword kind);

/* Piles up the children of container for a reference area of this width. */
bb_stack *bb_stack_new(bb_layout *layout, const bb_fo_node *container, bb_length width);

/* The same for one child and what follows it, up to but not including end. */
bb_stack *bb_stack_new_range(bb_layout *layout, const bb_fo_node *container,
                             const bb_fo_node *first, const bb_fo_node *end, bb_length width);

/* The same children as stack has, for another width: what it has from at on goes on here from
 * *start on, be it in the middle of a paragraph or of a row. */
bb_stack *bb_stack_new_rest(const bb_stack *stack, bb_break at, bb_length width, bb_break *start);

bb_length bb_stack_width(const bb_stack *stack);
bool bb_stack_is_empty(const bb_stack *stack);
bb_break bb_stack_end(const bb_stack *stack);

static inline bool bb_break_equal(bb_break a, bb_break b)
{
    return a.box == b.box && a.state == b.state;
}

static inline bool bb_break_before(bb_break a, bb_break b)
{
    return a.box < b.box || (a.box == b.box && a.state < b.state);
}

/* The next place after this one; the end's next is the end. */
bb_break bb_stack_next(const bb_stack *stack, bb_break from);

bb_break_cost bb_stack_cost(const bb_stack *stack, bb_break at);

/* What the content asks of a break before it, or after it. */
bb_break_cost bb_stack_edge(const bb_stack *stack, bool end);

/* Whether a forced break stands within, and the first one after a place, or the end. */
bool bb_stack_forces(const bb_stack *stack);
bb_break bb_stack_next_forced(const bb_stack *stack, bb_break from);

/* The height of what stands between two places, spaces at both edges resolved as a page's are. When
 * shrink is not NULL it gets how much less it could be. */
bb_length bb_stack_measure(const bb_stack *stack, bb_break from, bb_break to, bb_length *shrink);

/* How much more it could be: what the spaces in it stretch. */
bb_length bb_stack_stretch(const bb_stack *stack, bb_break from, bb_break to);

/* The space that follows the last box where something else follows the stack; at a page's foot it
 * would go. */
bb_length bb_stack_end_space(const bb_stack *stack);

/* The part of such a height that is there only because the page ends at this place. */
bb_length bb_stack_trailing(const bb_stack *stack, bb_break to);

/* The fo:footnote objects that are cited between two places, appended in reading order. */
void bb_stack_collect_notes(const bb_stack *stack, bb_break from, bb_break to, GPtrArray *notes);
bool bb_stack_has_notes(const bb_stack *stack, bb_break from, bb_break to);

/* The same for fo:float objects that stand beside their citation; which is so in a flow and in its
 * lists. Elsewhere a float's content stands as a block after the paragraph that cites it. */
void bb_stack_collect_floats(const bb_stack *stack, bb_break from, bb_break to, GPtrArray *floats);
bool bb_stack_has_floats(const bb_stack *stack);

bool bb_stack_repeats_notes(const bb_stack *stack);

/* Those that are cited again in table headers which a break at this place has repeated after it, or
 * in footers which it has repeated before it. */
void bb_stack_collect_repeated_notes(const bb_stack *stack, bb_break at, bool headers,
                                     GPtrArray *notes);

/* The least and the most width that content asks for. */
void bb_stack_measure_width(bb_stack *stack, bb_length *least, bb_length *most);

/* The width of reference area that no line of it would fill; and how far borders and lines reach,
 * as laid out. */
bb_length bb_stack_content_width(const bb_stack *stack);
void bb_stack_extent(const bb_stack *stack, bb_length *left, bb_length *right);

/* Where the first line's baseline would be, down from the stack's top; 0 when there is no line. */
bb_length bb_stack_first_baseline(const bb_stack *stack);

/* What placing needs to know besides the part: the area that receives it, where in it, the
 * reference area for absolute positions with its size, and how far spaces give way (from -1, all
 * their shrink) or stretch (to 1, all of it). */
typedef struct bb_stack_target {
    bb_area *parent;
    bb_length x, y;
    bb_area *reference;
    bb_length reference_width, reference_height;
    double adjust;
} bb_stack_target;

/* Makes the areas of a part. Returns the height it took. */
bb_length bb_stack_place(bb_stack *stack, bb_break from, bb_break to,
                         const bb_stack_target *target);

/* The object whose content begins at this place: for messages. */
const bb_fo_node *bb_stack_node_at(const bb_stack *stack, bb_break at);

#endif
