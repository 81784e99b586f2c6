/* stack_space.c - resolving spaces (XSL 1.1 §4.3.1, §4.3.2).
 *
 * Spaces that meet with no border or padding between them are one: a forcing one silences the
 * others, else the highest precedence wins, then the longest. At the edge of a page a space that is
 * to be discarded vanishes. */
#include "layout/stack_private.h"

#include <limits.h>
#include <math.h>

enum { FORCE = INT_MAX };

typedef struct {
    bb_length minimum, optimum, maximum;
    int precedence;
    bool retain;
    int mark; /* of the gap: who asked for it */
} space;

/* A run of spaces that touch. */
typedef struct {
    space items[64];
    int count;
    bool edge_before, edge_after; /* it touches the edge of the page */
    bb_length *lengths;           /* by mark; NULL when nobody asks */
    double adjust;
    bb_length total;
    bb_gap_give give;
} run;

static space read_space(const bb_fo_node *node, bool before, int mark, bb_length hundred)
{
    bb_fo_property minimum = before ? BB_FO_P_SPACE_BEFORE_MINIMUM : BB_FO_P_SPACE_AFTER_MINIMUM;
    bb_fo_property optimum = before ? BB_FO_P_SPACE_BEFORE_OPTIMUM : BB_FO_P_SPACE_AFTER_OPTIMUM;
    bb_fo_property maximum = before ? BB_FO_P_SPACE_BEFORE_MAXIMUM : BB_FO_P_SPACE_AFTER_MAXIMUM;
    bb_fo_property precedence =
        before ? BB_FO_P_SPACE_BEFORE_PRECEDENCE : BB_FO_P_SPACE_AFTER_PRECEDENCE;
    bb_fo_property conditionality =
        before ? BB_FO_P_SPACE_BEFORE_CONDITIONALITY : BB_FO_P_SPACE_AFTER_CONDITIONALITY;
    space s = {
        .minimum = bb_fo_get_length(node, minimum, hundred),
        .optimum = bb_fo_get_length(node, optimum, hundred),
        .maximum = bb_fo_get_length(node, maximum, hundred),
        .precedence = bb_fo_has(node, precedence, BB_FO_K_FORCE)
                          ? FORCE
                          : bb_fo_get_integer(node, precedence),
        .retain = bb_fo_has(node, conditionality, BB_FO_K_RETAIN),
        .mark = mark,
    };

    s.minimum = bb_length_min(s.minimum, s.optimum);
    s.maximum = bb_length_max(s.maximum, s.optimum);
    return s;
}

static void give(run *r, const space *s)
{
    bb_length shrink = s->optimum - s->minimum, stretch = s->maximum - s->optimum;
    bb_length most = r->adjust < 0 ? shrink : stretch;
    bb_length length = s->optimum + (bb_length)llround(r->adjust * (double)most);

    r->total += length;
    r->give.shrink += shrink;
    r->give.stretch += stretch;
    if (r->lengths != NULL)
        r->lengths[s->mark] += length;
}

/* At the page's edge, spaces that are not retained go, from the edge inwards up to the first that
 * stays (§4.3.1 rule 1). */
static void discard_at_edges(run *r)
{
    int from = 0, to = r->count;

    if (r->edge_before) {
        while (from < to && !r->items[from].retain)
            from++;
    }
    if (r->edge_after) {
        while (to > from && !r->items[to - 1].retain)
            to--;
    }
    for (int i = from; i < to; i++)
        r->items[i - from] = r->items[i];
    r->count = to - from;
}

static int highest_precedence(const run *r)
{
    int highest = INT_MIN;

    for (int i = 0; i < r->count; i++)
        highest = MAX(highest, r->items[i].precedence);
    return highest;
}

/* Of spaces with the same optimum, the tighter bounds count (§4.3.1). */
static void narrow(space *winner, const space *s)
{
    winner->minimum = bb_length_max(winner->minimum, s->minimum);
    winner->maximum = bb_length_min(winner->maximum, s->maximum);
}

static void end_run(run *r)
{
    discard_at_edges(r);
    int highest = highest_precedence(r);
    space *winner = NULL;

    for (int i = 0; i < r->count; i++) {
        space *s = &r->items[i];
        if (s->precedence != highest)
            continue;
        if (highest == FORCE)
            give(r, s);
        else if (winner == NULL || s->optimum > winner->optimum)
            winner = s;
        else if (s->optimum == winner->optimum)
            narrow(winner, s);
    }
    if (winner != NULL)
        give(r, winner);
    r->count = 0;
    r->edge_before = false;
}

static void add_space(run *r, space s)
{
    /* A zero space of the lowest precedence changes nothing; a deep nest of blocks has many. */
    bool idle = s.optimum == 0 && s.maximum == 0 && s.precedence == 0;

    if (!idle && r->count < (int)G_N_ELEMENTS(r->items))
        r->items[r->count++] = s;
}

static void add_fence(run *r, bb_length length)
{
    if (length == 0)
        return;
    end_run(r);
    r->total += length;
}

bb_length bb_frame_retained(const bb_frame *frame, bool before)
{
    bb_length length = frame->inset;

    if (before) {
        length += frame->retain_border_before ? frame->border_before : 0;
        length += frame->retain_padding_before ? frame->padding_before : 0;
    } else {
        length += frame->retain_border_after ? frame->border_after : 0;
        length += frame->retain_padding_after ? frame->padding_after : 0;
    }
    return length;
}

void bb_gap_marks(const bb_gap *gap, bb_gap_mode mode, int *from, int *to)
{
    *from = mode == BB_GAP_AFTER_BREAK ? gap->break_mark : 0;
    *to = mode == BB_GAP_BEFORE_BREAK ? gap->break_mark : gap->mark_count;
}

/* Walks back from the frame of the box after the gap over what the gap opens and closes. */
bb_frame *bb_gap_open_frame(const bb_stack *stack, int index)
{
    const bb_gap *gap = bb_stack_gap_at(stack, index);
    bb_frame *frame = index > 0 ? bb_stack_box_at(stack, index - 1)->frame : NULL;

    for (int i = 0; i < gap->break_mark; i++) {
        const bb_mark *mark = bb_stack_mark_at(stack, gap->first_mark + i);
        if (mark->kind == BB_MARK_OPEN)
            frame = mark->frame;
        else if (mark->kind == BB_MARK_CLOSE)
            frame = mark->frame->parent;
    }
    return frame;
}

/* Whether the break leaves a frame's boxes on both sides: then it is broken and repeats parts. */
static bool is_broken(const bb_frame *frame, int gap)
{
    return frame->first_box < gap;
}

/* What frames broken here keep at the page's foot (or the next one's head), and the table headers
 * and footers that are repeated there. */
static bb_length retained_at(const bb_stack *stack, int index, bool before)
{
    bb_length length = 0;
    bool repeats;

    for (const bb_frame *f = bb_gap_open_frame(stack, index); f != NULL; f = f->parent) {
        if (!is_broken(f, index))
            continue;
        length += bb_frame_retained(f, before);
        if (f->table == NULL)
            continue;
        if (before && bb_table_header(f->table, &repeats) != NULL && repeats)
            length += bb_table_header_height(f->table) + bb_table_row_gap(f->table);
        if (!before && bb_table_footer(f->table, &repeats) != NULL && repeats)
            length += bb_table_footer_height(f->table) + bb_table_row_gap(f->table);
    }
    return length;
}

/* Rows of a table in the separated border model stand apart. */
static bb_length row_gap(const bb_stack *stack, int index)
{
    if (index == 0 || index == (int)stack->boxes->len)
        return 0;
    const bb_stack_box *above = bb_stack_box_at(stack, index - 1);
    const bb_stack_box *below = bb_stack_box_at(stack, index);
    bool rows = above->frame != NULL && above->frame == below->frame && above->frame->table != NULL;
    return rows ? bb_table_row_gap(above->frame->table) : 0;
}

bb_length bb_gap_adjust(const bb_stack *stack, int index, bb_gap_mode mode, double adjust,
                        bb_length *lengths, bb_gap_give *give)
{
    const bb_gap *gap = bb_stack_gap_at(stack, index);
    run r = {0};
    int from, to;

    r.lengths = lengths;
    r.adjust = adjust;
    bb_gap_marks(gap, mode, &from, &to);
    r.edge_before = mode == BB_GAP_AFTER_BREAK || mode == BB_GAP_ALONE;
    if (mode == BB_GAP_AFTER_BREAK)
        add_fence(&r, retained_at(stack, index, true));
    for (int i = from; i < to; i++) {
        const bb_mark *mark = bb_stack_mark_at(stack, gap->first_mark + i);
        const bb_frame *f = mark->frame;
        if (mark->kind == BB_MARK_OPEN) {
            add_space(&r, read_space(f->node, true, i, stack->width));
            add_fence(&r, bb_frame_before(f));
        } else if (mark->kind == BB_MARK_CLOSE) {
            add_fence(&r, bb_frame_after(f));
            add_space(&r, read_space(f->node, false, i, stack->width));
        } else if (mark->kind == BB_MARK_ABSOLUTE && r.edge_before) {
            /* As in FOP, what follows one at the head of a page is not the first there. */
            end_run(&r);
        }
    }
    bb_length retained = mode == BB_GAP_BEFORE_BREAK ? retained_at(stack, index, false) : 0;
    if (retained > 0)
        add_fence(&r, retained);
    else
        r.edge_after = mode == BB_GAP_BEFORE_BREAK || mode == BB_GAP_ALONE;
    end_run(&r);
    if (mode == BB_GAP_INSIDE)
        r.total += row_gap(stack, index);
    if (give != NULL)
        *give = r.give;
    return r.total;
}

bb_length bb_gap_resolve(const bb_stack *stack, int index, bb_gap_mode mode, bb_length *lengths,
                         bb_length *shrink)
{
    bb_gap_give give;
    bb_length total = bb_gap_adjust(stack, index, mode, 0, lengths, &give);

    if (shrink != NULL)
        *shrink = give.shrink;
    return total;
}
