/* stack_measure.c - places in a stack, what breaking there costs, and heights between them. */
#include "layout/stack_private.h"

bb_length bb_stack_width(const bb_stack *stack)
{
    return stack->width;
}

bool bb_stack_is_empty(const bb_stack *stack)
{
    return stack->boxes->len == 0 && stack->marks->len == 0;
}

bb_break bb_stack_end(const bb_stack *stack)
{
    return (bb_break){(int)stack->boxes->len, 0};
}

static int state_count(const bb_stack *stack, int box)
{
    const bb_stack_box *b = bb_stack_box_at(stack, box);

    return b->kind == BB_BOX_GRID ? bb_grid_state_count(b->grid) : 0;
}

bb_break bb_stack_next(const bb_stack *stack, bb_break from)
{
    if (from.box >= (int)stack->boxes->len)
        return from;
    if (from.state < state_count(stack, from.box))
        return (bb_break){from.box, from.state + 1};
    return (bb_break){from.box + 1, 0};
}

/* Inside a grid, frames around it are broken too. */
static void cost_in_grid(const bb_stack *stack, bb_break at, bb_break_cost *cost)
{
    const bb_stack_box *box = bb_stack_box_at(stack, at.box);

    bb_grid_cost(box->grid, at.state, cost);
    for (const bb_frame *f = box->frame; f != NULL; f = f->parent) {
        const bb_fo_property keeps[] = {BB_FO_P_KEEP_TOGETHER_COLUMN, BB_FO_P_KEEP_TOGETHER_PAGE};
        for (size_t i = 0; i < G_N_ELEMENTS(keeps); i++) {
            const bb_fo_value *value = bb_fo_get(f->node, keeps[i]);
            if (bb_fo_is(value, BB_FO_K_ALWAYS))
                cost->keep = BB_KEEP_ALWAYS;
            else if (value->kind == BB_FO_NUMBER_VALUE)
                cost->keep = MAX(cost->keep, (int)CLAMP(value->number, 1, 10000));
        }
    }
}

bb_break_cost bb_stack_cost(const bb_stack *stack, bb_break at)
{
    bb_break_cost cost = {0};

    if (at.state > 0) {
        cost_in_grid(stack, at, &cost);
        return cost;
    }
    const bb_gap *gap = bb_stack_gap_at(stack, at.box);
    return (bb_break_cost){
        .forced = gap->forced,
        .kind = gap->kind,
        .keep = gap->keep,
        .lines = gap->lines,
    };
}

int bb_break_strength(bb_fo_keyword kind)
{
    switch (kind) {
    case BB_FO_K_COLUMN:
        return 1;
    case BB_FO_K_PAGE:
        return 2;
    case BB_FO_K_EVEN_PAGE:
    case BB_FO_K_ODD_PAGE:
        return 3;
    default:
        return 0;
    }
}

void bb_break_force(bb_break_cost *cost, bb_fo_keyword kind)
{
    if (bb_break_strength(kind) == 0)
        return;
    if (!cost->forced || bb_break_strength(kind) > bb_break_strength(cost->kind))
        cost->kind = kind;
    cost->forced = true;
}

bb_break_cost bb_stack_edge(const bb_stack *stack, bool end)
{
    const bb_gap *gap = bb_stack_gap_at(stack, end ? (int)stack->boxes->len : 0);

    return (bb_break_cost){.forced = gap->forced, .kind = gap->kind, .keep = gap->keep};
}

bool bb_stack_forces(const bb_stack *stack)
{
    return stack->forces;
}

static bool box_forces(const bb_stack *stack, int box)
{
    const bb_stack_box *b = bb_stack_box_at(stack, box);

    return b->kind == BB_BOX_GRID && bb_grid_forces(b->grid);
}

/* States are asked for only where one of them is forced. */
bb_break bb_stack_next_forced(const bb_stack *stack, bb_break from)
{
    bb_break end = bb_stack_end(stack);

    for (bb_break at = from; !bb_break_equal(at, end);) {
        at = box_forces(stack, at.box) ? bb_stack_next(stack, at) : (bb_break){at.box + 1, 0};
        if (bb_break_equal(at, end) || bb_stack_cost(stack, at).forced)
            return at;
    }
    return end;
}

/* Lengths of broken frames at a state within a grid: the same as in a gap before it, without
 * spaces. */
static bb_length retained_around(const bb_stack *stack, int box, bool before)
{
    bb_length length = 0;
    bool repeats;

    for (const bb_frame *f = bb_stack_box_at(stack, box)->frame; f != NULL; f = f->parent) {
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

static bb_length top_of(const bb_stack *stack, int box)
{
    return g_array_index(stack->tops, bb_length, box);
}

static bb_length slack_at(const bb_stack *stack, int box)
{
    return g_array_index(stack->slack, bb_length, box);
}

/* From the top of box from to the bottom of the box before to; from < to. */
static bb_length whole_boxes(const bb_stack *stack, int from, int to)
{
    return top_of(stack, to - 1) + bb_stack_box_at(stack, to - 1)->height - top_of(stack, from);
}

static bb_length tail_of_grid(const bb_stack *stack, bb_break from)
{
    bb_grid *grid = bb_stack_box_at(stack, from.box)->grid;

    return retained_around(stack, from.box, true) + bb_grid_measure(grid, from.state, BB_GRID_END);
}

static bb_length head_of_grid(const bb_stack *stack, bb_break to)
{
    bb_grid *grid = bb_stack_box_at(stack, to.box)->grid;

    return bb_grid_measure(grid, 0, to.state) + retained_around(stack, to.box, false);
}

static bb_length within_one_grid(const bb_stack *stack, bb_break from, bb_break to)
{
    return retained_around(stack, from.box, true) +
           bb_grid_measure(bb_stack_box_at(stack, from.box)->grid, from.state, to.state) +
           retained_around(stack, from.box, false);
}

bb_length bb_stack_measure(const bb_stack *stack, bb_break from, bb_break to, bb_length *shrink)
{
    bb_length height = 0;
    int first = from.box, end = to.box; /* whole boxes are first … end - 1 */

    if (shrink != NULL)
        *shrink = 0;
    if (bb_break_equal(from, to))
        return stack->boxes->len == 0 ? bb_gap_resolve(stack, 0, BB_GAP_ALONE, NULL, NULL) : 0;
    if (from.state > 0 && from.box == to.box)
        return within_one_grid(stack, from, to);
    if (from.state > 0) {
        height += tail_of_grid(stack, from);
        first = from.box + 1;
        if (first < end || to.state > 0)
            height += bb_stack_gap_at(stack, first)->inside;
    } else {
        height += bb_stack_gap_at(stack, first)->after;
    }
    if (first < end) {
        height += whole_boxes(stack, first, end);
        if (shrink != NULL)
            *shrink = slack_at(stack, end - 1) - slack_at(stack, first);
    }
    if (to.state > 0) {
        if (first < end)
            height += bb_stack_gap_at(stack, end)->inside;
        height += head_of_grid(stack, to);
    } else {
        height += bb_stack_gap_at(stack, end)->before;
    }
    return height;
}

bb_length bb_stack_stretch(const bb_stack *stack, bb_break from, bb_break to)
{
    int first = from.state > 0 ? from.box + 1 : from.box, end = to.box;

    if (first >= end)
        return 0;
    return g_array_index(stack->room, bb_length, end - 1) -
           g_array_index(stack->room, bb_length, first);
}

bb_length bb_stack_end_space(const bb_stack *stack)
{
    const bb_gap *gap = bb_stack_gap_at(stack, (int)stack->boxes->len);

    return stack->boxes->len > 0 ? gap->inside - gap->before : 0;
}

bb_length bb_stack_trailing(const bb_stack *stack, bb_break to)
{
    return to.state > 0 ? retained_around(stack, to.box, false)
                        : bb_stack_gap_at(stack, to.box)->before;
}

bb_length bb_stack_first_baseline(const bb_stack *stack)
{
    if (stack->boxes->len == 0)
        return 0;
    const bb_stack_box *box = bb_stack_box_at(stack, 0);
    bb_length top = bb_stack_gap_at(stack, 0)->after;
    if (box->kind == BB_BOX_LINE)
        return top + bb_para_first_baseline(box->line.para);
    if (box->kind == BB_BOX_GRID)
        return top + bb_grid_first_baseline(box->grid);
    return top + box->height;
}

/* What indents, borders and padding add around a box. */
static bb_length around(const bb_stack *stack, const bb_stack_box *box)
{
    bb_length sum = 0;

    if (box->frame == NULL)
        return 0;
    sum = bb_fo_get_length(box->frame->node, BB_FO_P_START_INDENT, 0) +
          bb_fo_get_length(box->frame->node, BB_FO_P_END_INDENT, 0);
    (void)stack;
    return sum;
}

void bb_stack_measure_width(bb_stack *stack, bb_length *least, bb_length *most)
{
    *least = 0;
    *most = 0;
    for (int i = 0; i < (int)stack->boxes->len; i++) {
        const bb_stack_box *box = bb_stack_box_at(stack, i);
        bb_length narrow = 0, wide = 0;
        if (box->kind == BB_BOX_LINE && box->line.line == 0)
            bb_para_measure(box->line.para, &narrow, &wide);
        else if (box->kind == BB_BOX_GRID)
            bb_grid_measure_width(box->grid, &narrow, &wide);
        else if (box->kind == BB_BOX_CONTAINER)
            narrow = wide = box->container->width;
        *least = bb_length_max(*least, narrow + around(stack, box));
        *most = bb_length_max(*most, wide + around(stack, box));
    }
}

/* --- how far content reaches --- */

static bool has_own_width(const bb_frame *frame)
{
    return frame->table != NULL ||
           (frame->node->object == BB_FO_BLOCK_CONTAINER &&
            bb_fo_get(frame->node, BB_FO_P_IPD_OPTIMUM)->kind == BB_FO_LENGTH_VALUE);
}

static bb_length right_of_box(const bb_stack *stack, const bb_stack_box *box)
{
    switch (box->kind) {
    case BB_BOX_LINE:
        return box->line.x + bb_para_line_width(box->line.para, box->line.line);
    case BB_BOX_CONTAINER:
        return box->container->x + box->container->width;
    case BB_BOX_GRID:
        return stack->width;
    default:
        return 0;
    }
}

bb_length bb_stack_content_width(const bb_stack *stack)
{
    bb_length most = 0;

    for (int i = 0; i < (int)stack->boxes->len; i++) {
        const bb_stack_box *box = bb_stack_box_at(stack, i);
        bb_length right = right_of_box(stack, box), indent = 0;
        /* The outermost that has a width of its own decides; around it, indents add to that. */
        for (const bb_frame *f = box->frame; f != NULL; f = f->parent) {
            bool own = has_own_width(f);
            right = own ? f->x + f->width : right;
            if (own || f == box->frame)
                indent = 0;
            if (!own && indent == 0)
                indent = bb_fo_get_length(f->node, BB_FO_P_END_INDENT, stack->width);
        }
        most = bb_length_max(most, right + indent);
    }
    return most;
}

void bb_stack_extent(const bb_stack *stack, bb_length *left, bb_length *right)
{
    *left = 0;
    *right = stack->width;
    for (int i = 0; i < (int)stack->boxes->len; i++) {
        for (const bb_frame *f = bb_stack_box_at(stack, i)->frame; f != NULL; f = f->parent) {
            *left = bb_length_min(*left, f->x);
            *right = bb_length_max(*right, f->x + f->width);
        }
    }
}

const bb_fo_node *bb_stack_node_at(const bb_stack *stack, bb_break at)
{
    if (at.box >= (int)stack->boxes->len)
        return stack->container;
    const bb_stack_box *box = bb_stack_box_at(stack, at.box);
    if (box->kind == BB_BOX_GRID)
        return bb_grid_node(box->grid);
    return box->frame != NULL ? box->frame->node : stack->container;
}
