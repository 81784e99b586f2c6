/* page_break.c - the search for the cheapest parts. */
#include "layout/page_break.h"

/* Costs. Room left over costs 100 for as much as the first page has, wherever it is; what must not
 * happen costs more than any number of empty pages, in this order. */
static const double TORN_ROW = 0.5;       /* next to nothing: rows that are to be whole say so */
static const double SPLIT_NOTE = 2e3;     /* a footnote that goes on on the next page */
static const double NOTE_PUT_OFF = 2e5;   /* one that does not even begin where it is cited */
static const double FLOAT_PUT_OFF = 30.0; /* to the head of a later page */
static const double LOOSE_KEEP = 1e4; /* an integer keep, and for each point of its strength … */
static const double STRENGTH = 1e3; /* … more than an empty page, so that the weaker gives way */
static const double LONELY_LINE = 1e8; /* widows and orphans */
static const double BROKEN_KEEP = 1e9; /* an "always" that had to give way */
static const double STANDS_OUT = 1e12;
/* Spaces may stretch to fill a page: that costs up to so much; when they cannot fill it, more. */
static const double STRETCHED = 1.0, TOO_SHORT = 2.0;
/* Every page: some tightening is worth one page less. */
static const double PAGE = 15.0, TIGHTENED = 60.0;
/* To leave the page at hand as it is, be there room for more. */
static const double LEFT_PAGE = 100.0;
/* A last page with next to nothing on it, less than this share of it, costs up to so much; on small
 * pages, where a line or two is a share, nothing. */
static const double SHORT_END = 40.0, SHORT_SHARE = 1 / 12.0;
static const bb_length LARGE_PAGE = 400 * BB_PT;
/* Of two ways that leave the same room, the one that fills the earlier pages is the better. */
static const double EARLY = 0.01;

/* A way to come to a place with so many slots filled. */
typedef struct {
    bb_break at;
    int previous, slots;
    double cost, shrink, stretch;
    bb_length overflow;
    bb_length room;                  /* of the slot that begins here; < 0: not asked */
    bb_length content, notes_height; /* of the page so far, when its next column is to be filled */
    GArray *notes, *left;            /* bb_note_part; NULL when there is none */
} node;

typedef struct {
    const bb_stack *stack;
    bb_break from, end;
    const bb_page_rules *rules;
    bb_length page_height; /* of the first page */
    GArray *nodes;         /* node */
    GArray *active;        /* int */
    GArray *fits;          /* fit: of each active node, to the place at hand */
    GPtrArray *cited;      /* reused while notes are gathered; else empty */
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

/* Adds what b->cited holds. */
static void add_due(const breaker *b, GArray **due, bool again)
{
    if (*due == NULL && b->cited->len > 0)
        *due = g_array_new(FALSE, FALSE, sizeof(bb_note_part));
    for (guint i = 0; b->rules->note != NULL && i < b->cited->len; i++) {
        const bb_note *note = b->rules->note(b->rules->data, b->cited->pdata[i]);
        bb_note_part part = {note, BB_STACK_START, bb_stack_end(note->body), again};
        g_array_append_val(*due, part);
    }
    g_ptr_array_set_size(b->cited, 0);
}

/* The notes that are due in this slot: those left over, then those cited in it. NULL: none. */
static GArray *due_notes(const breaker *b, const node *from, bb_break to, guint *carried)
{
    GArray *due = NULL;

    *carried = from->left != NULL ? from->left->len : 0;
    if (*carried > 0)
        due = g_array_copy(from->left);
    if (b->rules->note == NULL)
        return due;
    bb_stack_collect_repeated_notes(b->stack, from->at, true, b->cited);
    add_due(b, &due, true);
    bb_stack_collect_notes(b->stack, from->at, to, b->cited);
    add_due(b, &due, false);
    bb_stack_collect_repeated_notes(b->stack, to, false, b->cited);
    add_due(b, &due, true);
    return due;
}

static bool any_footnote(const GArray *due)
{
    for (guint i = 0; i < due->len; i++) {
        if (g_array_index(due, bb_note_part, i).note->node->object == BB_FO_FOOTNOTE)
            return true;
    }
    return false;
}

static void fit_notes(const breaker *b, const node *from, bb_break to, fit *f)
{
    guint carried;
    g_autoptr(GArray) due = due_notes(b, from, to, &carried);

    if (due == NULL)
        return;
    bb_length used = bb_length_max(f->page_content, f->content);
    bb_length separator = f->page_notes == 0 && any_footnote(due) ? b->rules->separator : 0;
    /* Where the page is otherwise empty, some of what is left over must go. */
    bool must = carried > 0 && used == 0;
    f->notes = bb_note_take(due, carried, f->room - used - f->page_notes - separator, must);
    if (f->notes.placed != NULL)
        f->page_notes += f->notes.height + separator;
    f->cost += SPLIT_NOTE * f->notes.split + NOTE_PUT_OFF * f->notes.put_off +
               FLOAT_PUT_OFF * f->notes.floats_put_off;
}

/* What stands in the first slot already. */
static bb_length taken_of(const breaker *b, const node *from)
{
    return from->slots == 0 ? b->rules->first_taken : 0;
}

static bb_length room_of(const breaker *b, node *from)
{
    if (from->room < 0)
        from->room = b->rules->height(b->rules->data, page_of(b, from->slots));
    return from->room;
}

static fit fit_of(const breaker *b, node *from, bb_break to)
{
    bool same_page = from->slots == 0 || column_of(b, from->slots) > 0;
    fit f = {.room = room_of(b, from)};

    f.room -= taken_of(b, from);
    f.page_content = same_page ? bb_length_max(0, from->content - taken_of(b, from)) : 0;
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

static double cost_of_end(const node *from, const fit *f)
{
    double share = (double)f->content / (double)bb_length_max(f->room, 1);

    if (from->slots == 0 || f->room < LARGE_PAGE || share >= SHORT_SHARE)
        return 0;
    return SHORT_END * (1 - share / SHORT_SHARE);
}

static double cost_of_page(const breaker *b, const node *from, const fit *f, bb_break to)
{
    bb_length room = f->room - f->page_notes;

    if (f->content > room) {
        /* Tightened: as much as is asked of the spaces. */
        double tight = (double)(f->content - room) / (double)bb_length_max(f->shrink, 1);
        return PAGE + TIGHTENED * tight * tight * tight;
    }
    if (bb_break_equal(to, b->end))
        return PAGE + cost_of_end(from, f);
    bb_length left = room - f->content, stretch = bb_stack_stretch(b->stack, from->at, to);
    if (left <= stretch) {
        double loose = (double)left / (double)bb_length_max(stretch, 1);
        return PAGE + STRETCHED * loose * loose * loose;
    }
    double empty = (double)(left - stretch) / (double)bb_length_max(b->page_height, 1);
    return PAGE + TOO_SHORT + 100.0 * empty * (1.0 + EARLY / (1.0 + from->slots));
}

/* --- the search --- */

/* Spaces stretch to fill a page; the last part before a forced break or the end stays as it is. */
static double stretch_of(const breaker *b, const node *from, bb_break to, const fit *f)
{
    bb_length left = f->room - f->page_notes - f->content;
    bb_length stretch = bb_stack_stretch(b->stack, from->at, to);

    if (left <= 0 || stretch <= 0 || b->rules->balances || bb_break_equal(to, b->end))
        return 0;
    return MIN(1.0, (double)left / (double)stretch);
}

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
        .stretch = stretch_of(b, from, at, f),
        .overflow = fits(f) ? 0 : f->content - f->shrink - room,
        .content = bb_length_max(f->page_content, f->content) + taken_of(b, from),
        .notes_height = f->page_notes,
        .notes = g_steal_pointer(&f->notes.placed),
        .left = g_steal_pointer(&f->notes.left),
    };

    g_array_append_val(b->nodes, n);
    int index = (int)b->nodes->len - 1;
    if (b->rules->most == 0 || n.slots < b->rules->most)
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

/* The cheapest way to fill as many slots as are wanted; the last of them is what counts. */
static int cheapest_filled(const breaker *b)
{
    int best = -1;

    for (int i = 0; i < (int)b->nodes->len; i++) {
        const node *n = node_at(b, i);
        if (n->slots >= b->rules->most && (best < 0 || n->cost < node_at(b, best)->cost))
            best = i;
    }
    return best;
}

static bool is_filled(const breaker *b)
{
    return b->rules->most > 0 && cheapest_filled(b) >= 0;
}

static GArray *trace(breaker *b, int last)
{
    GArray *parts = g_array_new(FALSE, FALSE, sizeof(bb_page_part));

    for (int i = last; node_at(b, i)->previous >= 0; i = node_at(b, i)->previous) {
        node *n = node_at(b, i);
        const node *from = node_at(b, n->previous);
        bb_page_part part = {
            .from = from->at,
            .to = n->at,
            .shrink = n->shrink,
            .stretch = n->stretch,
            .overflow = n->overflow,
            .notes = g_steal_pointer(&n->notes),
            .left = g_steal_pointer(&n->left),
        };
        g_array_prepend_val(parts, part);
    }
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
    g_ptr_array_unref(b->cited);
}

/* What stands on the page at hand already may be all of it. */
static void leave_page(breaker *b)
{
    const bb_page_rules *rules = b->rules;
    const node *start = node_at(b, 0);
    node n = {
        .at = b->from,
        .previous = 0,
        .room = -1,
        .slots = rules->columns - rules->first_column,
        .cost = PAGE + LEFT_PAGE,
        .left = start->left != NULL ? g_array_ref(start->left) : NULL,
    };
    int index = (int)b->nodes->len;

    g_array_append_val(b->nodes, n);
    g_array_append_val(b->active, index);
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
    if (rules->leaves)
        leave_page(b);
}

GArray *bb_page_break(const bb_stack *stack, bb_break from, bb_break to, const bb_page_rules *rules)
{
    breaker b = {
        .stack = stack,
        .from = from,
        .end = to,
        .rules = rules,
        .page_height = rules->height(rules->data, 0),
        .nodes = g_array_new(FALSE, FALSE, sizeof(node)),
        .active = g_array_new(FALSE, FALSE, sizeof(int)),
        .fits = g_array_new(FALSE, FALSE, sizeof(fit)),
        .cited = g_ptr_array_new(),
    };

    begin(&b);
    if (bb_break_equal(from, to)) {
        node *start = node_at(&b, 0);
        fit f = fit_of(&b, start, to);
        fit_notes(&b, start, to, &f);
        add_node(&b, to, 0, 0, &f);
    }
    for (bb_break at = from; !bb_break_equal(at, to) && b.active->len > 0;) {
        at = bb_stack_next(stack, at);
        if (reaches(&b, at))
            consider(&b, at);
        else if (is_filled(&b))
            break;
        else
            stand_out(&b, at);
    }
    /* What ends here may fit only without what its end adds. */
    if (cheapest_at(&b, to) < 0 && !is_filled(&b))
        stand_out(&b, to);
    int last = cheapest_at(&b, to);
    GArray *parts = trace(&b, last >= 0 ? last : cheapest_filled(&b));
    breaker_clear(&b);
    return parts;
}

void bb_page_parts_free(GArray *parts)
{
    if (parts == NULL)
        return;
    for (guint i = 0; i < parts->len; i++) {
        bb_page_part *part = &g_array_index(parts, bb_page_part, i);
        g_clear_pointer(&part->notes, g_array_unref);
        g_clear_pointer(&part->left, g_array_unref);
    }
    g_array_unref(parts);
}
