/* page_flow.c - a flow through pages and columns.
 *
 * The flow is cut into sections where blocks begin or cease to span all columns (XSL 1.1 §6.4.14).
 * A section is one stack, parted into columns from where the section before it ended; its columns
 * are balanced when another section follows. Where the next page is of another width, or has other
 * columns, what is left of the section is piled up anew for it.
 *
 * Which page is the last is known only when all is laid out. As in FOP, the last page is filled as
 * any other first; then it is tried on the master that a last page has. When it does not fit there,
 * it stays, and a page of that master without content ends the sequence. */
#include "layout/page_flow_private.h"

#include "layout/change_bar.h"

#include <string.h>

/* --- columns --- */

static int columns_on(const bb_stream *s, const bb_page_master *master)
{
    return s->spans ? 1 : master->column_count;
}

static bb_length column_width_on(const bb_stream *s, const bb_page_master *master)
{
    int columns = columns_on(s, master);
    bb_length width = master->regions[BB_REGION_BODY].content.width;

    return bb_length_max(0, (width - master->column_gap * (columns - 1)) / columns);
}

static bool suits(const bb_stream *s, const bb_page_master *master)
{
    return master == NULL ||
           (columns_on(s, master) == s->columns && column_width_on(s, master) == s->column_width);
}

/* --- what the breaker asks --- */

static bb_length body_height(const bb_page_master *master)
{
    return master != NULL ? master->regions[BB_REGION_BODY].content.height : BB_LENGTH_MAX;
}

bb_length bb_stream_room(const bb_stream *s)
{
    return body_height(s->f->master) - s->f->used;
}

/* Page 0 is the page at hand when there is one, else the next. */
static bb_length height_of(void *data, int page)
{
    const bb_stream *s = data;
    bb_filler *f = s->f;

    if (s->trial != NULL)
        return body_height(s->trial) - f->used;
    if (page == 0 && f->page != NULL)
        return s->limit > 0 ? bb_length_min(bb_stream_room(s), s->limit) : bb_stream_room(s);
    return body_height(bb_filler_master(f, f->made + page, false));
}

static const bb_note *note_of(void *data, const bb_fo_node *footnote)
{
    const bb_stream *s = data;

    return bb_note_of(s->f->layout, footnote, bb_filler_note_width(s->f));
}

static bb_length notes_height(const bb_stream *s)
{
    bb_length height = 0;

    for (guint i = 0; i < s->f->notes->len; i++)
        height += bb_note_part_height(&g_array_index(s->f->notes, bb_note_part, i));
    return height > 0 ? height + s->separator : 0;
}

/* How many columns there are before the first page whose columns are others; 0 when there is none
 * among the pages that may be needed. */
static int slots_alike(const bb_stream *s, bb_break from, bb_break to)
{
    enum { SPARE = 4 };
    bb_length page = bb_length_max(height_of((void *)s, 1), BB_PT) * s->columns;
    int pages = SPARE + (int)(2 * bb_stack_measure(s->stack, from, to, NULL) / page);

    for (int i = s->f->page != NULL ? 1 : 0; i < pages; i++) {
        if (!suits(s, bb_filler_master(s->f, s->f->made + i, false)))
            return i * s->columns - s->column;
    }
    return 0;
}

GArray *bb_stream_break(bb_stream *s, bb_break from, bb_break to)
{
    bool at_hand = s->f->page != NULL;
    const bb_page_rules rules = {
        .data = s,
        .height = height_of,
        .columns = s->columns,
        .first_column = s->column,
        .most = s->trial == NULL && s->limit == 0 ? slots_alike(s, from, to) : 0,
        .first_taken = s->top,
        .first_content = s->content,
        .first_notes = at_hand ? notes_height(s) : 0,
        .separator = s->separator,
        .balances = s->limit > 0,
        .leaves = at_hand && s->f->used > 0 && s->limit == 0 && s->trial == NULL,
        .note = note_of,
        .carried = s->carried,
    };

    return bb_page_break(s->stack, from, to, &rules);
}

/* --- pages --- */

static void end_page(bb_stream *s)
{
    bb_filler_end(s->f);
    s->column = 0;
    s->top = 0;
    s->content = 0;
}

/* A break to an odd or even page leaves a blank one where the number is the other kind. */
static bool skip_to_parity(bb_filler *f, bb_fo_keyword kind)
{
    bool odd = (f->first_number + f->made) % 2 != 0;

    if ((kind == BB_FO_K_ODD_PAGE && !odd) || (kind == BB_FO_K_EVEN_PAGE && odd))
        return bb_filler_add_blank(f);
    return true;
}

static bool leave_page(bb_stream *s, bb_fo_keyword kind)
{
    end_page(s);
    return skip_to_parity(s->f, kind);
}

static bool is_full(const bb_stream *s)
{
    return s->f->page == NULL || s->column >= s->columns;
}

/* The index of the page to which the part goes that comes so many columns after the next. */
static int page_after(const bb_stream *s, int columns)
{
    int full = is_full(s) ? s->f->made + (s->f->page != NULL ? 1 : 0) : s->f->made;
    int column = is_full(s) ? 0 : s->column;

    return full + (column + columns) / s->columns;
}

static bool takes_flow(const bb_stream *s, const bb_page_master *master)
{
    const bb_region *body = &master->regions[BB_REGION_BODY];
    const char *name = bb_fo_attribute_of(s->flow, BB_FO_A_FLOW_NAME);

    return body->node != NULL && (name == NULL || strcmp(name, body->name) == 0);
}

/* A page whose body is another flow's has none of this one (§6.4.13); such pages are passed over,
 * as long as there is one to come that takes it. */
static bool pass_strange_pages(bb_stream *s)
{
    for (;;) {
        const bb_page_master *master = bb_filler_master(s->f, s->f->made, false);
        const bb_page_master *next = bb_filler_master(s->f, s->f->made + 1, false);
        if (master == NULL || next == NULL || takes_flow(s, master) || next == master)
            return master != NULL;
        if (!bb_filler_pass(s->f))
            return false;
    }
}

/* --- columns of a page --- */

static void use_columns(bb_stream *s, const bb_page_master *master)
{
    s->columns = columns_on(s, master);
    s->column_gap = s->columns > 1 ? master->column_gap : 0;
    s->column_width = column_width_on(s, master);
}

/* Goes on with what is left of the section in the columns of this master. */
static void adapt(bb_stream *s, const bb_page_master *master)
{
    if (master == NULL || suits(s, master))
        return;
    use_columns(s, master);
    if (bb_stack_width(s->stack) != s->column_width)
        s->stack = bb_stack_new_rest(s->stack, s->at, s->column_width, &s->at);
}

static const bb_page_master *next_master(const bb_stream *s)
{
    if (!is_full(s))
        return s->f->master;
    return bb_filler_master(s->f, page_after(s, 0), false);
}

/* --- placing --- */

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

static void report_overflow(const bb_stream *s, const bb_page_part *part)
{
    const bb_length tolerance = BB_PT / 10;

    if (part->overflow > tolerance)
        bb_layout_report(s->f->layout, BB_M_PAGE_OVERFLOW, bb_stack_node_at(s->stack, part->from),
                         bb_layout_print(s->f->layout, part->overflow));
}

static bool runs_backward(const bb_stream *s)
{
    return bb_fo_has(s->f->master->regions[BB_REGION_BODY].node, BB_FO_P_WRITING_MODE,
                     BB_FO_K_RL_TB);
}

bb_stack_target bb_stream_target(const bb_stream *s)
{
    bb_stack_target target = bb_filler_target(s->f);
    int column = runs_backward(s) ? s->columns - 1 - s->column : s->column;

    target.x += column * (s->column_width + s->column_gap);
    target.y += s->f->used + s->top;
    return target;
}

static void draw_change_bars(const bb_stream *s, const bb_area *first)
{
    bb_change_column column = {
        .x = bb_stream_target(s).x,
        .width = s->column_width,
        .index = s->column,
        .count = s->columns,
        .odd = s->f->page->number % 2 != 0,
    };

    bb_change_bars_draw(s->bars, s->f->layout, s->f->body, first, &column);
}

/* Places the part where the column at hand goes on; returns its height. */
static bb_length place(bb_stream *s, const bb_page_part *part)
{
    bb_filler *f = s->f;
    if (part->notes != NULL)
        bb_filler_add_notes(f, part->notes);
    bb_stack_target target = bb_stream_target(s);
    bb_length stretch = bb_stack_stretch(s->stack, part->from, part->to);
    bb_length height = bb_stack_measure(s->stack, part->from, part->to, NULL) +
                       (bb_length)(part->stretch * (double)stretch);

    target.x += s->inset;
    if (s->columns == 1 && f->used + s->top == 0)
        target.y += aligned(f->master->regions[BB_REGION_BODY].node,
                            bb_length_max(0, target.reference_height - height - notes_height(s)));
    target.adjust = part->stretch > 0 ? part->stretch : -part->shrink;
    const bb_area *last = f->body->last;
    bb_stack_place(s->stack, part->from, part->to, &target);
    draw_change_bars(s, last != NULL ? last->next : f->body->first);
    report_overflow(s, part);
    /* As FOP does it, the space after the last block parts sections. */
    if (!s->last_section && bb_break_equal(part->to, bb_stack_end(s->stack)))
        height += bb_stack_end_space(s->stack);
    s->content = bb_length_max(s->content, s->top + height);
    s->at = part->to;
    return height;
}

static void next_column(bb_stream *s)
{
    s->column++;
    s->top = 0;
}

static void carry(bb_stream *s, GArray *left)
{
    g_clear_pointer(&s->carried, g_array_unref);
    s->carried = left != NULL ? g_array_ref(left) : NULL;
}

/* Places parts from one to another into columns, on new pages as they fill up. */
static bool place_parts(bb_stream *s, const GArray *parts, guint from, guint to)
{
    for (guint i = from; i < to; i++) {
        const bb_page_part *part = &g_array_index(parts, bb_page_part, i);
        if (is_full(s)) {
            end_page(s);
            if (!bb_filler_begin(s->f, false))
                return false;
        }
        place(s, part);
        carry(s, part->left);
        next_column(s);
    }
    return true;
}

void bb_stream_place_piece(bb_stream *s, bb_break to)
{
    GArray *parts = bb_stream_break(s, s->at, to);

    for (guint i = 0; i < parts->len; i++) {
        const bb_page_part *part = &g_array_index(parts, bb_page_part, i);
        s->top += place(s, part);
        carry(s, part->left);
    }
    bb_page_parts_free(parts);
}

/* --- balancing --- */

static guint first_on_last_page(const bb_stream *s, const GArray *parts)
{
    int last = page_after(s, (int)parts->len - 1);
    guint first = 0;

    while (page_after(s, (int)first) < last)
        first++;
    return first;
}

/* Each column ends where it should; should one hold too much, it goes on in the next. */
static bool place_ideal(bb_stream *s, bb_break to, const GArray *breaks)
{
    for (guint i = 0; i <= breaks->len; i++) {
        bb_break end = i < breaks->len ? g_array_index(breaks, bb_break, i) : to;
        GArray *parts = bb_stream_break(s, s->at, end);
        bool good = place_parts(s, parts, 0, parts->len);
        bb_page_parts_free(parts);
        if (!good)
            return false;
    }
    return true;
}

static bool place_balanced(bb_stream *s, bb_break to)
{
    g_autoptr(GArray) breaks = bb_stream_ideal_breaks(s, s->at, to);

    if (breaks != NULL)
        return place_ideal(s, to, breaks);
    s->limit = bb_stream_balanced_height(s, s->at, to);
    GArray *parts = bb_stream_break(s, s->at, to);
    s->limit = 0;
    bool good = place_parts(s, parts, 0, parts->len);
    bb_page_parts_free(parts);
    return good;
}

/* All but the last page as they are; then that one, balanced. */
static bool balance(bb_stream *s, const GArray *parts, bb_break to)
{
    if (!place_parts(s, parts, 0, first_on_last_page(s, parts)))
        return false;
    if (is_full(s)) {
        end_page(s);
        if (!bb_filler_begin(s->f, false))
            return false;
    }
    return place_balanced(s, to);
}

/* --- the last page --- */

/* Whether the page on which the parts end has another master when it is the last. */
static const bb_page_master *other_last_master(bb_stream *s, int index)
{
    if (bb_filler_is_followed(s->f, index))
        return NULL;
    const bb_page_master *last = bb_filler_last_master(s->f, index, false);
    bool other = last != NULL && last != bb_filler_master(s->f, index, false);
    return other && takes_flow(s, last) ? last : NULL;
}

/* What is left, parted on the last page's master; NULL when it is too much for one page. */
static GArray *try_last(bb_stream *s, const bb_page_master *master)
{
    adapt(s, master);
    s->trial = master;
    GArray *parts = bb_stream_break(s, s->at, bb_stack_end(s->stack));
    s->trial = NULL;
    bool fits = (int)parts->len <= s->columns - s->column;
    for (guint i = 0; i < parts->len; i++) {
        const bb_page_part *part = &g_array_index(parts, bb_page_part, i);
        fits = fits && part->overflow <= 0 && part->left == NULL;
    }
    if (!fits)
        g_clear_pointer(&parts, bb_page_parts_free);
    return parts;
}

/* The page after has no content, and a last page's master when that is another. */
static bool add_last(bb_stream *s, int index)
{
    const bb_page_master *last = bb_filler_last_master(s->f, index, false);

    if (last == NULL || last == bb_filler_master(s->f, index, false))
        return true;
    end_page(s);
    return bb_filler_begin(s->f, true);
}

/* Places the last page's parts, on its own master when they fit there. They begin a page. */
static bool place_last(bb_stream *s, const GArray *parts, guint first, const bb_page_master *master)
{
    int index = page_after(s, (int)first);

    if (!place_parts(s, parts, 0, first))
        return false;
    bb_stream before = *s;
    end_page(s);
    GArray *own = try_last(s, master);
    if (own != NULL) {
        bool good = bb_filler_begin(s->f, true) && place_parts(s, own, 0, own->len);
        bb_page_parts_free(own);
        return good;
    }
    bool same_width = s->column_width == before.column_width && s->columns == before.columns;
    s->stack = before.stack;
    s->at = before.at;
    s->columns = before.columns;
    s->column_width = before.column_width;
    s->column_gap = before.column_gap;
    return place_parts(s, parts, first, parts->len) && (!same_width || add_last(s, index + 1));
}

/* The same for what ends on the page at hand, which has content already. */
static bool finish_last(bb_stream *s, const GArray *parts, const bb_page_master *master)
{
    int index = s->f->made;
    GArray *own = try_last(s, master);

    if (own == NULL)
        return place_parts(s, parts, 0, parts->len) && add_last(s, index + 1);
    bb_filler_switch(s->f, master);
    bool good = place_parts(s, own, 0, own->len);
    bb_page_parts_free(own);
    return good;
}

/* --- sections --- */

static bool leaves_page(const GArray *parts)
{
    const bb_page_part *first = &g_array_index(parts, bb_page_part, 0);

    return parts->len > 1 && bb_break_equal(first->from, first->to);
}

static bb_break part_end(const GArray *parts)
{
    return g_array_index(parts, bb_page_part, parts->len - 1).to;
}

/* The parts before the one that cites a float as they are, then that one piece by piece. */
static bool place_around_floats(bb_stream *s, const GArray *parts, bb_break at)
{
    guint count = 0;

    while (!bb_break_before(at, g_array_index(parts, bb_page_part, count).to))
        count++;
    if (count > 0)
        return place_parts(s, parts, 0, count);
    if (is_full(s)) {
        end_page(s);
        if (!bb_filler_begin(s->f, false))
            return false;
    }
    if (!bb_stream_place_floats(s, at))
        next_column(s);
    return true;
}

/* Places the parts, or those that can be placed as they are; s->at says how far. */
static bool place_segment(bb_stream *s, const GArray *parts, bb_break to)
{
    bb_break at;
    bool at_end = bb_break_equal(to, bb_stack_end(s->stack));
    bool whole = bb_break_equal(g_array_index(parts, bb_page_part, parts->len - 1).to, to);

    if (leaves_page(parts)) {
        end_page(s);
        return true;
    }
    if (bb_stack_has_floats(s->stack) && bb_stream_float_at(s, s->at, part_end(parts), &at))
        return place_around_floats(s, parts, at);
    if (!whole)
        return place_parts(s, parts, 0, parts->len);
    if (at_end && s->balances && s->columns > 1)
        return balance(s, parts, to);
    if (at_end && s->last_section) {
        guint first = first_on_last_page(s, parts);
        int index = page_after(s, (int)first);
        const bb_page_master *last = other_last_master(s, index);
        if (last != NULL && (is_full(s) || index > s->f->made))
            return place_last(s, parts, first, last);
        if (last != NULL && suits(s, last))
            return finish_last(s, parts, last);
    }
    return place_parts(s, parts, 0, parts->len);
}

/* Whether what is left begins with a forced break, or nothing is. */
static bool is_segment_done(const bb_stream *s)
{
    if (bb_break_equal(s->at, bb_stack_end(s->stack)))
        return true;
    return bb_stack_cost(s->stack, s->at).forced;
}

/* A sequence that fits on one page may have a master of its own for that. Returns whether all is
 * placed. */
static bool place_only(bb_stream *s)
{
    bb_stream before = *s;
    bool first = s->f->made == 0 && s->f->page == NULL && s->last_section &&
                 bb_break_equal(s->at, BB_STACK_START);
    bool asked = bb_page_masters_ask_only(s->f->masters, s->f->sequence);
    bool forced = !bb_break_equal(bb_stack_next_forced(s->stack, s->at), bb_stack_end(s->stack));
    const bb_page_master *only = first && asked && !forced ? other_last_master(s, 0) : NULL;
    GArray *parts = only != NULL ? try_last(s, only) : NULL;

    if (parts == NULL) {
        *s = before;
        return false;
    }
    bool good = bb_filler_begin(s->f, true) && place_parts(s, parts, 0, parts->len);
    bb_page_parts_free(parts);
    return good;
}

/* From s->at up to the next forced break; over pages of any width. */
static bool fill_segment(bb_stream *s)
{
    for (;;) {
        if (is_full(s))
            end_page(s);
        if (s->f->page == NULL && !pass_strange_pages(s))
            return false;
        adapt(s, next_master(s));
        bb_break to = bb_stack_next_forced(s->stack, s->at);
        GArray *parts = bb_stream_break(s, s->at, to);
        bb_stack *stack = s->stack;
        bb_break from = s->at;
        bool good = place_segment(s, parts, to);
        bb_page_parts_free(parts);
        if (!good)
            return false;
        bool moved = s->stack != stack || !bb_break_equal(s->at, from) || bb_break_equal(from, to);
        if (moved && is_segment_done(s))
            return true;
    }
}

/* Begins on the page that the section's first block asks for. */
static bool obey_first_break(bb_stream *s)
{
    if (bb_break_equal(s->at, bb_stack_end(s->stack)))
        return true;
    bb_break_cost cost = bb_stack_cost(s->stack, s->at);
    if (!cost.forced)
        return true;
    return s->f->page == NULL ? skip_to_parity(s->f, cost.kind) : leave_page(s, cost.kind);
}

static bool fill_section(bb_stream *s)
{
    if (!obey_first_break(s))
        return false;
    if (place_only(s))
        return true;
    for (;;) {
        if (!fill_segment(s))
            return false;
        if (bb_break_equal(s->at, bb_stack_end(s->stack)))
            return true;
        bb_fo_keyword kind = bb_stack_cost(s->stack, s->at).kind;
        bool next_column = kind == BB_FO_K_COLUMN && s->column < s->columns;
        if (!next_column && !leave_page(s, kind))
            return false;
    }
}

static bool spans(const bb_fo_node *node)
{
    return (node->object == BB_FO_BLOCK || node->object == BB_FO_BLOCK_CONTAINER) &&
           bb_fo_has(node, BB_FO_P_SPAN, BB_FO_K_ALL);
}

static const bb_fo_node *end_of_section(const bb_stream *s, const bb_fo_node *first)
{
    const bb_fo_node *end = first;

    while (end != NULL && (s->may_span && spans(end)) == s->spans)
        end = end->next;
    return end;
}

/* A page with no room left is left. */
static void leave_full_page(bb_stream *s)
{
    s->f->used += s->content;
    s->column = 0;
    s->top = 0;
    s->content = 0;
    if (s->f->page != NULL && s->f->used > 0 && bb_stream_room(s) <= 0)
        end_page(s);
}

static const bb_fo_node *begin_section(bb_stream *s, const bb_fo_node *first)
{
    leave_full_page(s);
    s->spans = s->may_span && first != NULL && spans(first);
    const bb_fo_node *end = end_of_section(s, first);
    s->last_section = end == NULL;
    s->balances = end != NULL && bb_fo_attribute_of(end, BB_FO_A_DISABLE_COLUMN_BALANCING) == NULL;
    s->columns = 1;
    use_columns(s, next_master(s));
    s->at = BB_STACK_START;
    s->stack = bb_stack_new_range(s->f->layout, s->flow, first, end, s->column_width);
    return end;
}

/* Footnotes that are left when the flow has ended get pages of their own. */
static void flush_notes(bb_stream *s)
{
    while (s->carried != NULL && s->carried->len > 0) {
        g_autoptr(GArray) due = g_steal_pointer(&s->carried);
        end_page(s);
        if (!bb_filler_begin(s->f, false))
            return;
        bb_length room = body_height(s->f->master) - s->separator;
        bb_note_fit fit = bb_note_take(due, due->len, room, true);
        if (fit.placed != NULL)
            bb_filler_add_notes(s->f, fit.placed);
        s->carried = g_steal_pointer(&fit.left);
        bb_note_fit_clear(&fit);
    }
}

/* Masters repeat after a few pages. */
enum { SOME_PAGES = 4 };

static bool any_columns(bb_filler *f)
{
    for (int i = 0; i < SOME_PAGES; i++) {
        const bb_page_master *master = bb_filler_master(f, i, false);
        const bb_page_master *last = bb_filler_last_master(f, i, false);
        if ((master != NULL && master->column_count > 1) ||
            (last != NULL && last->column_count > 1))
            return true;
    }
    return false;
}

/* The lowest of the first pages: what is higher than that may have to be parted. */
static bb_length lowest_body(bb_filler *f)
{
    bb_length lowest = body_height(bb_filler_master(f, 0, false));

    for (int i = 1; i < SOME_PAGES; i++)
        lowest = bb_length_min(lowest, body_height(bb_filler_master(f, i, false)));
    return lowest;
}

void bb_filler_flow(bb_filler *f, const bb_fo_node *flow)
{
    if (bb_filler_master(f, 0, false)->regions[BB_REGION_BODY].node == NULL)
        return;
    f->layout->body_height = lowest_body(f);
    f->layout->bpd = f->layout->body_height;
    bb_stream s = {
        .f = f,
        .flow = flow,
        .separator = bb_filler_separator_height(f),
        .may_span = any_columns(f),
        .floats = g_hash_table_new(NULL, NULL),
        .bars = bb_change_bars_new(flow),
    };
    const bb_fo_node *next = flow->first;

    do {
        next = begin_section(&s, next);
        if (!fill_section(&s))
            break;
    } while (next != NULL);
    flush_notes(&s);
    g_hash_table_unref(s.floats);
    bb_change_bars_free(s.bars);
    g_clear_pointer(&s.carried, g_array_unref);
}
