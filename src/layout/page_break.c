/* page_break.c - the search for the cheapest parts. */
#include "layout/page_break.h"

/* Costs. A page that is left empty by a share u costs 100 u + 300 u³; what must not happen costs
 * more than any number of empty pages, in this order. */
static const double TORN_ROW = 300.0;
static const double LOOSE_KEEP = 1e4; /* an integer keep, and for each point of its strength … */
static const double STRENGTH = 1e3; /* … more than an empty page, so that the weaker gives way */
static const double LONELY_LINE = 1e8; /* widows and orphans */
static const double BROKEN_KEEP = 1e9; /* an "always" that had to give way */
static const double STANDS_OUT = 1e12;

/* A way to come to a place with so many pages filled. */
typedef struct {
    bb_break at;
    int previous, pages;
    double cost, shrink;
    bb_length overflow;
} node;

typedef struct {
    const bb_stack *stack;
    bb_break end;
    bb_page_height *height;
    void *data;
    GArray *nodes;  /* node */
    GArray *active; /* int */
} breaker;

static node *node_at(const breaker *b, int index)
{
    return &g_array_index(b->nodes, node, index);
}

static double cost_of_break(const breaker *b, bb_break at)
{
    if (bb_break_equal(at, b->end))
        return 0;
    bb_break_cost c = bb_stack_cost(b->stack, at);
    double cost = 0;
    if (c.keep >= BB_KEEP_ALWAYS)
        cost += BROKEN_KEEP;
    else if (c.keep > 0)
        cost += LOOSE_KEEP + STRENGTH * c.keep;
    if (c.lines)
        cost += LONELY_LINE;
    if (c.row)
        cost += TORN_ROW;
    return cost;
}

/* trailing is what stands at the foot only because the page ends there: a repeated table footer, a
 * border that is retained. */
typedef struct {
    bb_length content, shrink, room, trailing;
} fit;

static fit fit_of(const breaker *b, const node *from, bb_break to)
{
    fit f = {.room = b->height(b->data, from->pages, bb_break_equal(to, b->end))};

    f.content = bb_stack_measure(b->stack, from->at, to, &f.shrink);
    f.trailing = bb_stack_trailing(b->stack, to);
    return f;
}

static bool fits(const fit *f)
{
    return f->content - f->shrink <= f->room;
}

static double cost_of_page(const breaker *b, const fit *f, bb_break to)
{
    if (f->content > f->room) {
        /* Tightened: as much as is asked of the spaces. */
        double tight = (double)(f->content - f->room) / (double)bb_length_max(f->shrink, 1);
        return 30.0 * tight * tight * tight;
    }
    if (bb_break_equal(to, b->end))
        return 0;
    double empty = (double)(f->room - f->content) / (double)bb_length_max(f->room, 1);
    return 100.0 * empty + 300.0 * empty * empty * empty;
}

static void add_node(breaker *b, bb_break at, int previous, double cost, const fit *f)
{
    const node *from = node_at(b, previous);
    bool tight = f->content > f->room && f->shrink > 0;
    node n = {
        .at = at,
        .previous = previous,
        .pages = from->pages + 1,
        .cost = cost,
        .shrink = tight ? MIN(1.0, (double)(f->content - f->room) / (double)f->shrink) : 0,
        .overflow = fits(f) ? 0 : f->content - f->shrink - f->room,
    };

    g_array_append_val(b->nodes, n);
    int index = (int)b->nodes->len - 1;
    g_array_append_val(b->active, index);
}

/* The best way to this place for each parity of pages: odd and even ones may differ in height. */
static void consider(breaker *b, bb_break at)
{
    int best[2] = {-1, -1};
    double cost[2] = {0, 0};
    fit fits_of_best[2];
    double penalty = cost_of_break(b, at);

    for (guint i = 0; i < b->active->len;) {
        int index = g_array_index(b->active, int, i);
        const node *from = node_at(b, index);
        fit f = fit_of(b, from, at);
        if (!fits(&f)) {
            /* Content only grows, but for what a break adds: then a later place may fit again. */
            if (f.content - f.trailing - f.shrink > f.room)
                g_array_remove_index(b->active, i);
            else
                i++;
            continue;
        }
        double sum = from->cost + cost_of_page(b, &f, at) + penalty;
        int parity = from->pages % 2;
        if (best[parity] < 0 || sum < cost[parity]) {
            best[parity] = index;
            cost[parity] = sum;
            fits_of_best[parity] = f;
        }
        i++;
    }
    for (int parity = 0; parity < 2; parity++) {
        if (best[parity] >= 0)
            add_node(b, at, best[parity], cost[parity], &fits_of_best[parity]);
    }
}

/* No active node reaches even this place: what lies between can't be parted, and stands out of its
 * page, the less the better. */
static void stand_out(breaker *b, bb_break at)
{
    int best = -1;
    double cost = 0;
    fit fit_of_best = {0};

    for (guint i = 0; i < b->active->len; i++) {
        int index = g_array_index(b->active, int, i);
        fit f = fit_of(b, node_at(b, index), at);
        double over = (double)(f.content - f.room) / (double)bb_length_max(f.room, 1);
        double sum = node_at(b, index)->cost + STANDS_OUT * (1.0 + over);
        if (best >= 0 && sum >= cost)
            continue;
        best = index;
        cost = sum;
        fit_of_best = f;
    }
    g_array_set_size(b->active, 0);
    add_node(b, at, best, cost, &fit_of_best);
}

static bool reaches(const breaker *b, bb_break at)
{
    for (guint i = 0; i < b->active->len; i++) {
        fit f = fit_of(b, node_at(b, g_array_index(b->active, int, i)), at);
        if (f.content - f.trailing - f.shrink <= f.room)
            return true;
    }
    return false;
}

static int cheapest_at(const breaker *b, bb_break at)
{
    int best = -1;

    for (int i = 0; i < (int)b->nodes->len; i++) {
        const node *n = node_at(b, i);
        if (bb_break_equal(n->at, at) && (best < 0 || n->cost < node_at(b, best)->cost))
            best = i;
    }
    return best;
}

static GArray *trace(const breaker *b, int last)
{
    GArray *parts = g_array_new(FALSE, FALSE, sizeof(bb_page_part));

    for (int i = last; node_at(b, i)->previous >= 0; i = node_at(b, i)->previous) {
        const node *n = node_at(b, i), *from = node_at(b, n->previous);
        bb_page_part part = {from->at, n->at, n->shrink, n->overflow};
        g_array_prepend_val(parts, part);
    }
    return parts;
}

GArray *bb_page_break(const bb_stack *stack, bb_break from, bb_break to, bb_page_height *height,
                      void *data)
{
    breaker b = {
        .stack = stack,
        .end = to,
        .height = height,
        .data = data,
        .nodes = g_array_new(FALSE, FALSE, sizeof(node)),
        .active = g_array_new(FALSE, FALSE, sizeof(int)),
    };
    node start = {.at = from, .previous = -1};
    int first = 0;

    g_array_append_val(b.nodes, start);
    g_array_append_val(b.active, first);
    if (bb_break_equal(from, to)) {
        fit f = fit_of(&b, &start, to);
        add_node(&b, to, 0, 0, &f);
    }
    for (bb_break at = from; !bb_break_equal(at, to);) {
        at = bb_stack_next(stack, at);
        if (reaches(&b, at))
            consider(&b, at);
        else
            stand_out(&b, at);
    }
    GArray *parts = trace(&b, cheapest_at(&b, to));
    g_array_unref(b.nodes);
    g_array_unref(b.active);
    return parts;
}

bb_break bb_page_next_forced(const bb_stack *stack, bb_break from)
{
    bb_break end = bb_stack_end(stack);

    for (bb_break at = from; !bb_break_equal(at, end);) {
        at = (bb_break){at.box + 1, 0};
        if (bb_break_equal(at, end) || bb_stack_cost(stack, at).forced)
            return at;
    }
    return end;
}
