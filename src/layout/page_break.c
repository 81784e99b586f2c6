/* page_break.c - the search for the cheapest parts. */
#include "layout/page_break.h"

/* Costs. A page that is left empty by a share u costs 100 u + 300 u³; what must not happen costs
 * more than any number of empty pages, in this order. */
static const double TORN_ROW = 1.0;
static const double SPLIT_NOTE = 2e3;   /* a footnote that goes on on the next page */
static const double NOTE_PUT_OFF = 2e5; /* one that does not even begin where it is cited */
static const double LOOSE_KEEP = 1e4; /* an integer keep, and for each point of its strength … */
static const double STRENGTH = 1e3; /* … more than an empty page, so that the weaker gives way */
static const double LONELY_LINE = 1e8; /* widows and orphans */
static const double BROKEN_KEEP = 1e9; /* an "always" that had to give way */
static const double STANDS_OUT = 1e12;
/* A last page filled by less than this share costs up to so much. */
static const double FEW_LINES = 0.12, SHORT_END = 60.0;

/* A way to come to a place with so many slots filled. */
typedef struct {
    bb_break at;
    int previous, slots;
    double cost, shrink;
    bb_length overflow;
    bb_length
        room; /* of the slot that begins here, on a page that is not the last; < 0: not asked */
    bb_length content, notes_height; /* of the page so far, when its next column is to be filled */
    GArray *notes, *left;            /* bb_note_part; NULL when there is none */
} node;

typedef struct {
    const bb_stack *stack;
    bb_break from, end;
    const bb_page_rules *rules;
    GArray *nodes;  /* node */
    GArray *active; /* int */
    GArray *fits;   /* fit: of each active node, to the place at hand */
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

/* --- how content and notes fit into a slot --- */

/* trailing is what stands at the foot only because the slot ends there: a repeated table footer, a
 * border that is retained. */
typedef struct {
    bb_length content, shrink, room, trailing;
    bb_length page_content, page_notes; /* of the page, this slot included */
    bb_note_fit notes;
    double cost; /* of the notes */
} fit;

static int column_of(const breaker *b, int slot)
{
    return (b->rules->first_column + slot) % b->rules->columns;
}

static int page_of(const breaker *b, int slot)
{
    return (b->rules->first_column + slot) / b->rules->columns;
}

/* The notes that are due in this slot: those left over, then those cited in it. */
static GArray *due_notes(const breaker *b, const node *from, bb_break to, guint *carried)
{
    bool any = b->rules->note != NULL && bb_stack_has_notes(b->stack, from->at, to);
    GArray *due;

    *carried = from->left != NULL ? from->left->len : 0;
    if (!any && *carried == 0)
        return NULL;
    due = g_array_new(FALSE, FALSE, sizeof(bb_note_part));
    if (*carried > 0)
        g_array_append_vals(due, from->left->data, from->left->len);
    g_autoptr(GPtrArray) cited = g_ptr_array_new();
    if (any)
        bb_stack_collect_notes(b->stack, from->at, to, cited);
    for (guint i = 0; any && i < cited->len; i++) {
        const bb_note *note = b->rules->note(b->rules->data, cited->pdata[i]);
        bb_note_part part = {note, BB_STACK_START, bb_stack_end(note->body)};
        g_array_append_val(due, part);
    }
    return due;
}

static void fit_notes(const breaker *b, const node *from, bb_break to, fit *f)
{
    guint carried;
    g_autoptr(GArray) due = due_notes(b, from, to, &carried);

    if (due == NULL)
        return;
    bb_length used = bb_length_max(f->page_content, f->content);
    bb_length separator = f->page_notes == 0 ? b->rules->separator : 0;
    /* Where the page is otherwise empty, some of what is left over must go. */
    bool must = carried > 0 && used == 0;
    f->notes = bb_note_take(due, carried, f->room - used - f->page_notes - separator, must);
    if (f->notes.placed != NULL)
        f->page_notes += f->notes.height + separator;
    f->cost += SPLIT_NOTE * f->notes.split + NOTE_PUT_OFF * f->notes.put_off;
}

static bb_length room_of(const breaker *b, node *from, bb_break to)
{
    int page = page_of(b, from->slots);

    if (b->rules->ends_flow && bb_break_equal(to, b->end))
        return b->rules->height(b->rules->data, page, true);
    if (from->room < 0)
        from->room = b->rules->height(b->rules->data, page, false);
    return from->room;
}

static fit fit_of(const breaker *b, node *from, bb_break to)
{
    bool same_page = column_of(b, from->slots) > 0;
    fit f = {.room = room_of(b, from, to)};

    f.page_content = same_page ? from->content : 0;
    f.page_notes = same_page ? from->notes_height : 0;
    f.content = bb_stack_measure(b->stack, from->at, to, &f.shrink);
    f.trailing = bb_stack_trailing(b->stack, to);
    return f;
}

/* Whether the content fits above the notes that the page has already. */
static bool fits(const fit *f)
{
    return f->content - f->shrink <= f->room - f->page_notes;
}

static bool fits_without_trailing(const fit *f)
{
    return f->content - f->trailing - f->shrink <= f->room - f->page_notes;
}

static double cost_of_page(const breaker *b, const node *from, const fit *f, bb_break to)
{
    bb_length room = f->room - f->page_notes;

    if (f->content > room) {
        /* Tightened: as much as is asked of the spaces. */
        double tight = (double)(f->content - room) / (double)bb_length_max(f->shrink, 1);
        return 30.0 * tight * tight * tight;
    }
    double full = (double)f->content / (double)bb_length_max(room, 1);
    if (bb_break_equal(to, b->end) && !b->rules->balances) {
        /* A last page of a few lines is worth some tightening before it. */
        bool first = bb_break_equal(from->at, b->from);
        return first || full > FEW_LINES ? 0 : SHORT_END * (1.0 - full / FEW_LINES);
    }
    double empty = (double)(room - f->content) / (double)bb_length_max(room, 1);
    return 100.0 * empty + 300.0 * empty * empty * empty;
}

/* --- the search --- */

/* Takes the notes of the fit over. */
static void add_node(breaker *b, bb_break at, int previous, double cost, fit *f)
{
    const node *from = node_at(b, previous);
    bb_length room = f->room - f->page_notes;
    bool tight = f->content > room && f->shrink > 0;
    node n = {
        .at = at,
        .previous = previous,
        .slots = from->slots + 1,
        .room = -1,
        .cost = cost,
        .shrink = tight ? MIN(1.0, (double)(f->content - room) / (double)f->shrink) : 0,
        .overflow = fits(f) ? 0 : f->content - f->shrink - room,
        .content = bb_length_max(f->page_content, f->content),
        .notes_height = f->page_notes,
        .notes = g_steal_pointer(&f->notes.placed),
        .left = g_steal_pointer(&f->notes.left),
    };

    g_array_append_val(b->nodes, n);
    int index = (int)b->nodes->len - 1;
    g_array_append_val(b->active, index);
}

/* The best way to this place for each parity of slots: odd and even pages may differ in height. */
typedef struct {
    int node;
    double cost;
    fit fit;
} best_way;

static void offer(best_way *best, int index, double cost, fit *f)
{
    if (best->node >= 0 && cost >= best->cost) {
        bb_note_fit_clear(&f->notes);
        return;
    }
    if (best->node >= 0)
        bb_note_fit_clear(&best->fit.notes);
    *best = (best_way){index, cost, *f};
}

/* Whether any active node reaches this place; finds how each of them fits. */
static bool reaches(breaker *b, bb_break at)
{
    bool any = false;

    g_array_set_size(b->fits, 0);
    for (guint i = 0; i < b->active->len; i++) {
        fit f = fit_of(b, node_at(b, g_array_index(b->active, int, i)), at);
        any = any || fits_without_trailing(&f);
        g_array_append_val(b->fits, f);
    }
    return any;
}

static void consider(breaker *b, bb_break at)
{
    best_way best[2] = {{.node = -1}, {.node = -1}};
    double penalty = cost_of_break(b, at);
    guint kept = 0;

    for (guint i = 0; i < b->active->len; i++) {
        int index = g_array_index(b->active, int, i);
        const node *from = node_at(b, index);
        fit f = g_array_index(b->fits, fit, i);
        /* Content only grows, but for what a break adds: then a later place may fit again. */
        if (fits(&f) || fits_without_trailing(&f))
            g_array_index(b->active, int, kept++) = index;
        best_way *way = &best[from->slots % 2];
        bool too_dear = way->node >= 0 && from->cost + penalty >= way->cost;
        if (!fits(&f) || too_dear)
            continue;
        fit_notes(b, from, at, &f);
        double sum = from->cost + cost_of_page(b, from, &f, at) + penalty + f.cost;
        offer(way, index, sum, &f);
    }
    g_array_set_size(b->active, kept);
    for (int parity = 0; parity < 2; parity++) {
        if (best[parity].node >= 0)
            add_node(b, at, best[parity].node, best[parity].cost, &best[parity].fit);
    }
}

/* No active node can reach this place: what lies between can't be parted, and stands out of its
 * slot, where that costs least. */
static void stand_out(breaker *b, bb_break at)
{
    best_way best = {.node = -1};

    for (guint i = 0; i < b->active->len; i++) {
        int index = g_array_index(b->active, int, i);
        node *from = node_at(b, index);
        fit f = fit_of(b, from, at);
        double over = (double)(f.content - f.room) / (double)bb_length_max(f.room, 1);
        fit_notes(b, from, at, &f);
        offer(&best, index, from->cost + STANDS_OUT * (1.0 + over) + f.cost, &f);
    }
    g_array_set_size(b->active, 0);
    add_node(b, at, best.node, best.cost, &best.fit);
}

static int cheapest_at(const breaker *b, bb_break at)
{
    int best = -1;

    for (int i = 0; i < (int)b->nodes->len; i++) {
        const node *n = node_at(b, i);
        if (n->previous >= 0 && bb_break_equal(n->at, at) &&
            (best < 0 || n->cost < node_at(b, best)->cost))
            best = i;
    }
    return best;
}

static GArray *trace(breaker *b, int last, GArray **left)
{
    GArray *parts = g_array_new(FALSE, FALSE, sizeof(bb_page_part));

    for (int i = last; node_at(b, i)->previous >= 0; i = node_at(b, i)->previous) {
        node *n = node_at(b, i);
        const node *from = node_at(b, n->previous);
        bb_page_part part = {from->at, n->at, n->shrink, n->overflow, g_steal_pointer(&n->notes)};
        g_array_prepend_val(parts, part);
    }
    *left = g_steal_pointer(&node_at(b, last)->left);
    return parts;
}

static void breaker_clear(breaker *b)
{
    for (guint i = 0; i < b->nodes->len; i++) {
        node *n = node_at(b, (int)i);
        g_clear_pointer(&n->notes, g_array_unref);
        g_clear_pointer(&n->left, g_array_unref);
    }
    g_array_unref(b->nodes);
    g_array_unref(b->active);
    g_array_unref(b->fits);
}

static void begin(breaker *b)
{
    const bb_page_rules *rules = b->rules;
    node start = {
        .at = b->from,
        .previous = -1,
        .room = -1,
        .content = rules->first_content,
        .notes_height = rules->first_notes,
        .left =
            rules->carried != NULL && rules->carried->len > 0 ? g_array_ref(rules->carried) : NULL,
    };
    int first = 0;

    g_array_append_val(b->nodes, start);
    g_array_append_val(b->active, first);
}

GArray *bb_page_break(const bb_stack *stack, bb_break from, bb_break to, const bb_page_rules *rules,
                      GArray **left)
{
    breaker b = {
        .stack = stack,
        .from = from,
        .end = to,
        .rules = rules,
        .nodes = g_array_new(FALSE, FALSE, sizeof(node)),
        .active = g_array_new(FALSE, FALSE, sizeof(int)),
        .fits = g_array_new(FALSE, FALSE, sizeof(fit)),
    };

    begin(&b);
    if (bb_break_equal(from, to)) {
        node *start = node_at(&b, 0);
        fit f = fit_of(&b, start, to);
        fit_notes(&b, start, to, &f);
        add_node(&b, to, 0, 0, &f);
    }
    for (bb_break at = from; !bb_break_equal(at, to);) {
        at = bb_stack_next(stack, at);
        if (reaches(&b, at))
            consider(&b, at);
        else
            stand_out(&b, at);
    }
    /* What ends here may fit only without what its end adds. */
    if (cheapest_at(&b, to) < 0)
        stand_out(&b, to);
    GArray *parts = trace(&b, cheapest_at(&b, to), left);
    breaker_clear(&b);
    return parts;
}

void bb_page_parts_free(GArray *parts)
{
    if (parts == NULL)
        return;
    for (guint i = 0; i < parts->len; i++)
        g_clear_pointer(&g_array_index(parts, bb_page_part, i).notes, g_array_unref);
    g_array_unref(parts);
}
