/* page_float.c - side-floats, and the text beside them (XSL 1.1 §6.12.2).
 *
 * A side-float stands beside the line that cites it, at the start or end edge of its column. What
 * comes before that line is placed first; then, as FOP does it, all that follows is piled up anew
 * in the narrower room beside the float, until the float's foot is passed; the rest goes on in the
 * whole width. A column is then filled in several pieces, one below the other. */
#include "layout/page_flow_private.h"

typedef struct {
    const bb_fo_node *node;
    bb_stack *content;
    bb_length left, width, height; /* left: of the border rectangle, in the content's coordinates */
    bool at_end;
    bb_length y; /* below the top of the first one */
} side_float;

typedef struct {
    side_float floats[8];
    int count;
    bb_length start, end; /* the room that they take at either edge */
    bb_length height;
} band;

/* Those that are cited between two places and not placed yet. */
static GPtrArray *floats_between(const bb_stream *s, bb_break from, bb_break to)
{
    GPtrArray *cited = g_ptr_array_new();

    bb_stack_collect_floats(s->stack, from, to, cited);
    for (guint i = 0; i < cited->len;) {
        if (g_hash_table_contains(s->floats, cited->pdata[i]))
            g_ptr_array_remove_index(cited, i);
        else
            i++;
    }
    return cited;
}

static bool cites_floats(const bb_stream *s, bb_break from, bb_break to)
{
    g_autoptr(GPtrArray) cited = floats_between(s, from, to);

    return cited->len > 0;
}

static bool is_at_end(const bb_stream *s, const bb_fo_node *node)
{
    bool rtl = bb_fo_has(s->flow, BB_FO_P_WRITING_MODE, BB_FO_K_RL_TB);
    int index = s->f->first_number + s->f->made;

    switch (bb_fo_get_keyword(node, BB_FO_P_FLOAT)) {
    case BB_FO_K_END:
        return !rtl;
    case BB_FO_K_RIGHT:
        return true;
    case BB_FO_K_START:
        return rtl;
    case BB_FO_K_INSIDE:
        return index % 2 == 0;
    case BB_FO_K_OUTSIDE:
        return index % 2 != 0;
    default:
        return false;
    }
}

/* As narrow as its content lets it be. */
static void lay_out(const bb_stream *s, side_float *f)
{
    bb_length right;
    bb_stack *wide = bb_stack_new(s->f->layout, f->node, s->column_width);
    bb_length width = bb_length_min(bb_stack_content_width(wide), s->column_width);

    f->content = bb_stack_new(s->f->layout, f->node, width);
    bb_stack_extent(f->content, &f->left, &right);
    f->width = bb_length_max(0, right - f->left);
    f->height = bb_stack_measure(f->content, BB_STACK_START, bb_stack_end(f->content), NULL);
}

/* Floats of one line: those of one side stand below each other. */
static band make_band(const bb_stream *s, const GPtrArray *nodes)
{
    band b = {0};
    bb_length start = 0, end = 0;

    for (guint i = 0; i < nodes->len && b.count < (int)G_N_ELEMENTS(b.floats); i++) {
        side_float *f = &b.floats[b.count++];
        f->node = nodes->pdata[i];
        f->at_end = is_at_end(s, f->node);
        lay_out(s, f);
        bb_length *side = f->at_end ? &end : &start;
        bb_length *width = f->at_end ? &b.end : &b.start;
        f->y = *side;
        *side += f->height;
        *width = bb_length_max(*width, f->width);
    }
    b.height = bb_length_max(start, end);
    return b;
}

static void place_floats(bb_stream *s, const band *b)
{
    for (int i = 0; i < b->count; i++) {
        const side_float *f = &b->floats[i];
        bb_stack_target target = bb_stream_target(s);
        target.x -= f->left;
        if (f->at_end)
            target.x += s->column_width - f->width;
        target.y += f->y;
        bb_stack_place(f->content, BB_STACK_START, bb_stack_end(f->content), &target);
        g_hash_table_add(s->floats, (void *)f->node);
    }
}

static bool clears(const bb_stream *s, const bb_fo_node *node, const band *b)
{
    bool rtl = bb_fo_has(s->flow, BB_FO_P_WRITING_MODE, BB_FO_K_RL_TB);
    bool left = rtl ? b->end > 0 : b->start > 0, right = rtl ? b->start > 0 : b->end > 0;
    bool odd = (s->f->first_number + s->f->made) % 2 != 0;

    switch (bb_fo_get_keyword(node, BB_FO_P_CLEAR)) {
    case BB_FO_K_BOTH:
        return true;
    case BB_FO_K_LEFT:
        return left;
    case BB_FO_K_RIGHT:
        return right;
    case BB_FO_K_START:
        return b->start > 0;
    case BB_FO_K_END:
        return b->end > 0;
    case BB_FO_K_INSIDE:
        return odd ? left : right;
    case BB_FO_K_OUTSIDE:
        return odd ? right : left;
    default:
        return false;
    }
}

static bool is_within(const bb_fo_node *node, const bb_fo_node *outer)
{
    while (node != NULL && node != outer)
        node = node->parent;
    return node != NULL;
}

/* Whether an object begins at a place that is to stand below the floats (§7.19.1). */
static bool clears_at(const bb_stream *s, bb_break before, bb_break at, const band *b)
{
    if (bb_break_equal(at, bb_stack_end(s->stack)) || at.state > 0)
        return false;
    const bb_fo_node *above = bb_stack_node_at(s->stack, before);
    for (const bb_fo_node *node = bb_stack_node_at(s->stack, at);
         node != NULL && node != s->flow && !is_within(above, node); node = node->parent) {
        if (clears(s, node, b))
            return true;
    }
    return false;
}

/* The first place below the floats, or the last that the column has room for. */
static bb_break end_of_band(const bb_stream *s, const band *b, bb_length room, bool *clear)
{
    bb_break end = bb_stack_next_forced(s->stack, s->at), last = s->at;

    for (bb_break at = s->at; !bb_break_equal(at, end);) {
        bb_break before = at;
        at = bb_stack_next(s->stack, at);
        bb_length passed = bb_stack_measure(s->stack, s->at, at, NULL);
        if (passed > room)
            return last;
        /* Another float begins a band of its own. */
        if (cites_floats(s, last, at))
            return last;
        last = at;
        *clear = clears_at(s, before, at, b);
        if (passed >= b->height || *clear)
            return at;
    }
    return end;
}

static void narrow(bb_stream *s, const band *b)
{
    bb_length width = bb_length_max(0, s->column_width - b->start - b->end);

    s->stack = bb_stack_new_rest(s->stack, s->at, width, &s->at);
    s->inset = b->start;
}

static void widen(bb_stream *s)
{
    s->stack = bb_stack_new_rest(s->stack, s->at, s->column_width, &s->at);
    s->inset = 0;
}

/* Floats that are already placed are cited on the first line of what is left: it must go with
 * them. */
static void place_beside(bb_stream *s, const band *b)
{
    const bb_length narrowest = 18 * BB_PT;
    bb_length foot = s->top + b->height;

    if (s->column_width - b->start - b->end < narrowest) {
        s->top = foot;
        narrow(s, &(band){0});
        bb_stream_place_piece(s, bb_stack_next(s->stack, s->at));
        return;
    }
    narrow(s, b);
    bool clear = false;
    s->f->layout->tears_anywhere = true;
    bb_break end = end_of_band(s, b, bb_stream_room(s) - s->top, &clear);
    s->f->layout->tears_anywhere = false;
    if (bb_break_equal(end, s->at) && !bb_break_equal(end, bb_stack_end(s->stack)))
        end = bb_stack_next(s->stack, s->at);
    bb_stream_place_piece(s, end);
    s->content = bb_length_max(s->content, foot);
    if (clear || cites_floats(s, s->at, bb_stack_next(s->stack, s->at)))
        s->top = bb_length_max(s->top, foot);
    widen(s);
}

bool bb_stream_float_at(const bb_stream *s, bb_break from, bb_break to, bb_break *at)
{
    for (bb_break place = from; !bb_break_equal(place, to);) {
        bb_break next = bb_stack_next(s->stack, place);
        if (cites_floats(s, place, next)) {
            *at = place;
            return true;
        }
        place = next;
    }
    return false;
}

bool bb_stream_place_floats(bb_stream *s, bb_break at)
{
    g_autoptr(GPtrArray) cited = floats_between(s, at, bb_stack_next(s->stack, at));

    if (!bb_break_equal(s->at, at))
        bb_stream_place_piece(s, at);
    band b = make_band(s, cited);
    bb_length room = bb_stream_room(s) - s->top;
    bool begun = s->top > 0 || s->f->used > 0;
    if (b.height > room && begun)
        return false;
    if (b.height > room + BB_PT / 10)
        bb_layout_report(s->f->layout, BB_M_PAGE_OVERFLOW, b.floats[0].node,
                         bb_layout_print(s->f->layout, b.height - room));
    place_floats(s, &b);
    place_beside(s, &b);
    return true;
}
