/* page_flow.c - a flow through pages and columns.
 *
 * The flow is cut into sections where blocks begin or cease to span all columns (XSL 1.1 §6.4.14).
 * A section is one stack, parted into columns from where the section before it ended; its columns
 * are balanced when another section follows. */
#include "layout/page_break.h"
#include "layout/page_private.h"

typedef struct {
    const bb_fo_node *first, *end; /* children of the flow */
    bool spans;
} section;

typedef struct {
    bb_filler *f;
    const bb_fo_node *flow;
    bb_length separator;
    GArray *carried; /* bb_note_part that found no room so far */
    /* the section at hand */
    bb_stack *stack;
    int columns, column; /* how many; which one the next part goes to */
    bb_length column_width, column_gap;
    bb_length content; /* the highest column of the page at hand, in this section */
    bb_length limit;   /* how high columns may be while they are balanced; 0: as they can */
    bool last_section;
} stream;

/* --- what the breaker asks --- */

static bb_length body_height(const bb_page_master *master)
{
    return master != NULL ? master->regions[BB_REGION_BODY].content.height : BB_LENGTH_MAX;
}

/* Page 0 is the page at hand when there is one, else the next. */
static bb_length height_of(void *data, int page, bool last)
{
    const stream *s = data;
    bb_filler *f = s->f;

    if (page == 0 && f->page != NULL) {
        bb_length room = body_height(f->master) - f->used;
        return s->limit > 0 ? bb_length_min(room, s->limit) : room;
    }
    int index = f->made + page;
    return body_height(bb_filler_master(f, index, last, false));
}

static const bb_note *note_of(void *data, const bb_fo_node *footnote)
{
    const stream *s = data;

    return bb_note_of(s->f->layout, footnote, bb_filler_note_width(s->f));
}

static bb_length notes_height(const stream *s)
{
    bb_length height = 0;

    for (guint i = 0; i < s->f->notes->len; i++)
        height += bb_note_part_height(&g_array_index(s->f->notes, bb_note_part, i));
    return height > 0 ? height + s->separator : 0;
}

static GArray *break_part(stream *s, bb_break from, bb_break to, GArray **left)
{
    const bb_page_rules rules = {
        .data = s,
        .height = height_of,
        .columns = s->columns,
        .first_column = s->column,
        .first_content = s->content,
        .first_notes = notes_height(s),
        .separator = s->separator,
        .balances = s->limit > 0,
        .ends_flow = s->last_section && bb_break_equal(to, bb_stack_end(s->stack)),
        .note = note_of,
        .carried = s->carried,
    };

    return bb_page_break(s->stack, from, to, &rules, left);
}

/* --- pages --- */

static bool next_page(stream *s, bool last)
{
    bb_filler_end(s->f);
    s->column = 0;
    s->content = 0;
    return bb_filler_begin(s->f, last);
}

/* A break to an odd or even page leaves a blank one where the number is the other kind. */
static bool skip_to_parity(bb_filler *f, bb_fo_keyword kind)
{
    bool odd = (f->first_number + f->made) % 2 != 0;

    if ((kind == BB_FO_K_ODD_PAGE && !odd) || (kind == BB_FO_K_EVEN_PAGE && odd))
        return bb_filler_add_blank(f);
    return true;
}

static bool leave_page(stream *s, bb_fo_keyword kind)
{
    bb_filler_end(s->f);
    s->column = 0;
    s->content = 0;
    return skip_to_parity(s->f, kind);
}

static bb_length aligned(const bb_fo_node *region, bb_length room)
{
    switch (bb_fo_get_keyword(region, BB_FO_P_DISPLAY_ALIGN)) {
    case BB_FO_K_CENTER:
        return room / 2;
    case BB_FO_K_AFTER:
        return room;
    default:
        return 0;
    }
}

static void report_overflow(const stream *s, const bb_page_part *part)
{
    const bb_length tolerance = BB_PT / 10;

    if (part->overflow > tolerance)
        bb_layout_report(s->f->layout, BB_M_PAGE_OVERFLOW, bb_stack_node_at(s->stack, part->from),
                         bb_layout_print(s->f->layout, part->overflow));
}

static bool runs_backward(const stream *s)
{
    return bb_fo_has(s->f->master->regions[BB_REGION_BODY].node, BB_FO_P_WRITING_MODE,
                     BB_FO_K_RL_TB);
}

static void place_part(stream *s, const bb_page_part *part)
{
    bb_filler *f = s->f;
    bb_stack_target target = bb_filler_target(f);
    bb_length height = bb_stack_measure(s->stack, part->from, part->to, NULL);
    int column = runs_backward(s) ? s->columns - 1 - s->column : s->column;

    if (part->notes != NULL)
        g_array_append_vals(f->notes, part->notes->data, part->notes->len);
    target.x += column * (s->column_width + s->column_gap);
    target.y += f->used;
    if (s->columns == 1 && f->used == 0)
        target.y += aligned(f->master->regions[BB_REGION_BODY].node,
                            bb_length_max(0, target.reference_height - height - notes_height(s)));
    target.shrink = part->shrink;
    bb_stack_place(s->stack, part->from, part->to, &target);
    report_overflow(s, part);
    s->content = bb_length_max(s->content, height);
    s->column++;
}

/* Places parts one by one into columns, on new pages as they fill up. */
static bool place_parts(stream *s, const GArray *parts, guint from, bool final)
{
    for (guint i = from; i < parts->len; i++) {
        /* The parts that are left fill this page's columns: it is the last. */
        bool last = final && parts->len - i <= (guint)s->columns;
        bool full = s->f->page == NULL || s->column >= s->columns;
        if (full && !next_page(s, last))
            return false;
        place_part(s, &g_array_index(parts, bb_page_part, i));
    }
    return true;
}

/* --- balancing --- */

/* The first part on the page on which the parts end. */
static guint first_on_last_page(const stream *s, const GArray *parts)
{
    guint slots = (guint)s->column + parts->len;
    guint last_page = (slots - 1) / (guint)s->columns;

    return last_page == 0 ? 0 : last_page * (guint)s->columns - (guint)s->column;
}

static bool fits_in_columns(stream *s, bb_break from, bb_break to, bb_length limit)
{
    GArray *left = NULL;

    s->limit = limit;
    GArray *parts = break_part(s, from, to, &left);
    bool fits = left == NULL && (int)parts->len <= s->columns - s->column;
    for (guint i = 0; i < parts->len; i++)
        fits = fits && g_array_index(parts, bb_page_part, i).overflow <= 0;
    bb_page_parts_free(parts);
    g_clear_pointer(&left, g_array_unref);
    s->limit = 0;
    return fits;
}

/* The least height at which what stands between two places fits into the columns of the page at
 * hand; 0 when none does. */
static bb_length balanced_height(stream *s, bb_break from, bb_break to)
{
    bb_length high = body_height(s->f->master) - s->f->used;
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

/* --- sections --- */

static bool place_balanced(stream *s, bb_break from, bb_break to)
{
    GArray *left = NULL;
    bb_length limit = balanced_height(s, from, to);

    s->limit = limit;
    GArray *parts = break_part(s, from, to, &left);
    s->limit = 0;
    bool good = place_parts(s, parts, 0, false);
    bb_page_parts_free(parts);
    g_clear_pointer(&s->carried, g_array_unref);
    s->carried = left;
    return good;
}

static bool fill_segment(stream *s, bb_break from, bb_break to, bool balances)
{
    GArray *left = NULL;
    GArray *parts = break_part(s, from, to, &left);
    bool final = s->last_section && bb_break_equal(to, bb_stack_end(s->stack)) && left == NULL;
    bool good;

    if (!balances) {
        good = place_parts(s, parts, 0, final);
        g_clear_pointer(&s->carried, g_array_unref);
        s->carried = g_steal_pointer(&left);
    } else {
        /* All but the last page as they are; then that one, balanced. */
        guint first = first_on_last_page(s, parts);
        bb_break last = g_array_index(parts, bb_page_part, first).from;
        guint count = parts->len;
        g_clear_pointer(&left, g_array_unref);
        for (guint i = first; i < count; i++)
            g_clear_pointer(&g_array_index(parts, bb_page_part, i).notes, g_array_unref);
        g_array_set_size(parts, first);
        good = place_parts(s, parts, 0, false);
        if (first > 0)
            g_clear_pointer(&s->carried, g_array_unref);
        bool full = s->f->page == NULL || s->column >= s->columns;
        good = good && (!full || next_page(s, false)) && place_balanced(s, last, to);
    }
    bb_page_parts_free(parts);
    return good;
}

static bool fill_section(stream *s, const section *part)
{
    bb_break from = BB_STACK_START, end = bb_stack_end(s->stack);
    bool balances = s->columns > 1 && !s->last_section;

    if (!bb_break_equal(from, end)) {
        bb_break_cost cost = bb_stack_cost(s->stack, from);
        bool fresh = s->f->page == NULL;
        if (cost.forced && !(fresh ? skip_to_parity(s->f, cost.kind) : leave_page(s, cost.kind)))
            return false;
    }
    (void)part;
    for (;;) {
        bb_break to = bb_stack_next_forced(s->stack, from);
        bool at_end = bb_break_equal(to, end);
        if (!fill_segment(s, from, to, balances && at_end))
            return false;
        if (at_end)
            return true;
        bb_fo_keyword kind = bb_stack_cost(s->stack, to).kind;
        bool next_column = kind == BB_FO_K_COLUMN && s->column < s->columns;
        if (!next_column && !leave_page(s, kind))
            return false;
        from = to;
    }
}

static bool spans(const bb_fo_node *node)
{
    return node->object == BB_FO_BLOCK && bb_fo_has(node, BB_FO_P_SPAN, BB_FO_K_ALL);
}

static section next_section(const bb_fo_node *first, bool may_span)
{
    section part = {.first = first, .spans = may_span && first != NULL && spans(first)};

    part.end = first;
    while (part.end != NULL && (may_span && spans(part.end)) == part.spans)
        part.end = part.end->next;
    return part;
}

static void begin_section(stream *s, const section *part)
{
    bb_filler *f = s->f;
    const bb_page_master *master =
        f->master != NULL ? f->master : bb_filler_master(f, f->made, false, false);
    bb_length width = master->regions[BB_REGION_BODY].content.width;
    int columns = part->spans ? 1 : master->column_count;
    bb_length gap = columns > 1 ? master->column_gap : 0;

    s->columns = columns;
    s->column_gap = gap;
    s->column_width = bb_length_max(0, (width - gap * (columns - 1)) / columns);
    s->column = 0;
    f->used += s->content;
    s->content = 0;
    s->last_section = part->end == NULL;
    s->stack = bb_stack_new_range(f->layout, s->flow, part->first, part->end, s->column_width);
}

/* Footnotes that are left when the flow has ended get pages of their own. */
static void flush_notes(stream *s)
{
    while (s->carried != NULL && s->carried->len > 0) {
        GArray *due = g_steal_pointer(&s->carried);
        if (!next_page(s, false)) {
            g_array_unref(due);
            return;
        }
        bb_length room = body_height(s->f->master) - s->separator;
        bb_note_fit fit = bb_note_take(due, due->len, room, true);
        if (fit.placed != NULL)
            g_array_append_vals(s->f->notes, fit.placed->data, fit.placed->len);
        s->carried = g_steal_pointer(&fit.left);
        bb_note_fit_clear(&fit);
        g_array_unref(due);
    }
}

/* The lowest of the first pages: what is higher than that may have to be parted. */
static bb_length lowest_body(bb_filler *f)
{
    const int pages = 4;
    bb_length lowest = body_height(bb_filler_master(f, 0, false, false));

    for (int i = 1; i < pages; i++)
        lowest = bb_length_min(lowest, body_height(bb_filler_master(f, i, false, false)));
    return lowest;
}

void bb_filler_flow(bb_filler *f, const bb_fo_node *flow)
{
    stream s = {.f = f, .flow = flow, .separator = bb_filler_separator_height(f)};
    const bb_page_master *master = bb_filler_master(f, 0, false, false);
    bool may_span = master->column_count > 1;
    const bb_fo_node *first = flow->first;

    if (master->regions[BB_REGION_BODY].node == NULL)
        return;
    f->layout->body_height = lowest_body(f);
    do {
        section part = next_section(first, may_span);
        begin_section(&s, &part);
        if (!fill_section(&s, &part))
            break;
        first = part.end;
    } while (first != NULL);
    flush_notes(&s);
    g_clear_pointer(&s.carried, g_array_unref);
}
