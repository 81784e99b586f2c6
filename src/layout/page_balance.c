/* page_balance.c - where columns end that are to be even.
 *
 * As FOP does it: every column but the last ends at the place nearest to its share of the whole;
 * repeated headers and footers make the whole longer, so that is done until nothing changes. Then
 * columns that are shorter than the one after them take over what stands first there. */
#include "layout/page_flow_private.h"

#include <string.h>

typedef struct {
    const bb_stream *s;
    bb_break from, to;
    int columns;
    GArray *places; /* bb_break: where a column may end */
    GArray *ends;   /* int: the place at which each column but the last ends */
} balancer;

static const bb_break *place_at(const balancer *b, int index)
{
    return &g_array_index(b->places, bb_break, index);
}

static void find_places(balancer *b)
{
    const bb_stack *stack = b->s->stack;

    for (bb_break at = bb_stack_next(stack, b->from); bb_break_before(at, b->to);
         at = bb_stack_next(stack, at)) {
        bb_break_cost cost = bb_stack_cost(stack, at);
        if (cost.keep < BB_KEEP_ALWAYS && !cost.lines)
            g_array_append_val(b->places, at);
    }
}

static bb_break begin_of(const balancer *b, const GArray *ends, int column)
{
    return column == 0 ? b->from : *place_at(b, g_array_index(ends, int, column - 1));
}

static bb_break end_of(const balancer *b, const GArray *ends, int column)
{
    return column < (int)ends->len ? *place_at(b, g_array_index(ends, int, column)) : b->to;
}

static bb_length length_between(const balancer *b, bb_break from, bb_break to)
{
    return bb_stack_measure(b->s->stack, from, to, NULL);
}

static bb_length average(const balancer *b)
{
    bb_length sum = 0;

    for (int i = 0; i <= (int)b->ends->len; i++)
        sum += length_between(b, begin_of(b, b->ends, i), end_of(b, b->ends, i));
    return sum / b->columns;
}

/* The places nearest to each column's share. done is what the columns before hold. */
static GArray *nearest_places(const balancer *b, bb_length share)
{
    GArray *ends = g_array_new(FALSE, FALSE, sizeof(int));
    bb_length done = 0, previous = 0;
    bb_break from = b->from;

    for (int i = 0; i < (int)b->places->len && (int)ends->len < b->columns - 1; i++) {
        bb_length ideal = share * ((bb_length)ends->len + 1);
        bb_length here = done + length_between(b, from, *place_at(b, i));
        if (here <= ideal) {
            previous = here;
            continue;
        }
        bool first = i == 0 || !bb_break_before(from, *place_at(b, i - 1));
        bool back = !first && here - ideal > ideal - previous;
        int end = back ? i - 1 : i;
        g_array_append_val(ends, end);
        done = previous = back ? previous : here;
        from = *place_at(b, end);
        i = end;
    }
    return ends;
}

static bool same_ends(const GArray *a, const GArray *b)
{
    /* An array that nothing was put in has no data, which memcmp must not be given. */
    return a->len == b->len && (a->len == 0 || memcmp(a->data, b->data, a->len * sizeof(int)) == 0);
}

static void settle_ends(balancer *b)
{
    enum { MOST = 20 };
    g_autoptr(GArray) before = NULL;

    for (int i = 0; i < MOST; i++) {
        GArray *ends = nearest_places(b, average(b));
        bool settled = same_ends(ends, b->ends) || (before != NULL && same_ends(ends, before));
        g_clear_pointer(&before, g_array_unref);
        before = b->ends;
        b->ends = ends;
        if (settled)
            return;
    }
}

/* Whether a column takes over the first piece of the next one, which is longer. */
static bool take_over(balancer *b, int column, bb_length next_length)
{
    const bb_length relaxed = 4 * BB_PT; /* not so strict that ends look ragged */
    int *end = &g_array_index(b->ends, int, column);
    bb_break from = begin_of(b, b->ends, column);
    int later = *end + 1;

    if (length_between(b, from, *place_at(b, *end)) >= next_length)
        return false;
    if (later >= (int)b->places->len ||
        !bb_break_before(*place_at(b, later), end_of(b, b->ends, column + 1)))
        return false;
    if (length_between(b, from, *place_at(b, later)) > next_length + relaxed)
        return false;
    *end = later;
    return true;
}

static void lengthen_early_columns(balancer *b)
{
    bool changes = true;

    while (changes) {
        changes = false;
        int last = (int)b->ends->len;
        bb_length next = length_between(b, begin_of(b, b->ends, last), b->to);
        for (int column = last - 1; column >= 0; column--) {
            changes = take_over(b, column, next) || changes;
            next = length_between(b, begin_of(b, b->ends, column), end_of(b, b->ends, column));
        }
    }
}

static bool fits(const balancer *b)
{
    bb_length room = bb_stream_room(b->s);

    for (int i = 0; i <= (int)b->ends->len; i++) {
        if (length_between(b, begin_of(b, b->ends, i), end_of(b, b->ends, i)) > room)
            return false;
    }
    return true;
}

GArray *bb_stream_ideal_breaks(const bb_stream *s, bb_break from, bb_break to)
{
    balancer b = {
        .s = s,
        .from = from,
        .to = to,
        .columns = s->columns - s->column,
        .places = g_array_new(FALSE, FALSE, sizeof(bb_break)),
        .ends = g_array_new(FALSE, FALSE, sizeof(int)),
    };
    GArray *breaks = NULL;

    find_places(&b);
    settle_ends(&b);
    if ((int)b.ends->len == b.columns - 1) {
        lengthen_early_columns(&b);
        if (fits(&b) && !bb_stack_has_notes(s->stack, from, to)) {
            breaks = g_array_new(FALSE, FALSE, sizeof(bb_break));
            for (guint i = 0; i < b.ends->len; i++)
                g_array_append_val(breaks, *place_at(&b, g_array_index(b.ends, int, i)));
        }
    }
    g_array_unref(b.places);
    g_array_unref(b.ends);
    return breaks;
}

/* --- the least height --- */

static bool fits_in_columns(bb_stream *s, bb_break from, bb_break to, bb_length limit)
{
    s->limit = limit;
    GArray *parts = bb_stream_break(s, from, to);
    bool good = (int)parts->len <= s->columns - s->column;
    for (guint i = 0; i < parts->len; i++) {
        const bb_page_part *part = &g_array_index(parts, bb_page_part, i);
        good = good && part->overflow <= 0 && part->left == NULL;
    }
    bb_page_parts_free(parts);
    s->limit = 0;
    return good;
}

bb_length bb_stream_balanced_height(bb_stream *s, bb_break from, bb_break to)
{
    bb_length high = bb_stream_room(s);
    bb_length low = bb_stack_measure(s->stack, from, to, NULL) / s->columns;
    const bb_length precision = 100; /* a tenth of a point */

    if (!fits_in_columns(s, from, to, high))
        return 0;
    while (high - low > precision) {
        bb_length middle = (low + high) / 2;
        if (fits_in_columns(s, from, to, middle))
            high = middle;
        else
            low = middle;
    }
    return high;
}
