/* stack_place.c - from a part of a stack to areas. */
#include "layout/stack_private.h"

/* An area that is open where the pen is. */
typedef struct {
    bb_frame *frame;
    bb_area *area;
    bb_length x, y; /* its border rectangle's corner, in the target's coordinates */
    bool begun;     /* its opening mark stands in this part */
} open_area;

typedef struct {
    bb_stack *stack;
    const bb_stack_target *target;
    GArray *open; /* open_area */
    bb_length y;  /* the pen, in the target's coordinates */
} placer;

static const open_area *innermost(const placer *p)
{
    return p->open->len > 0 ? &g_array_index(p->open, open_area, p->open->len - 1) : NULL;
}

static bb_area *parent_of(const placer *p, bb_length *x, bb_length *y)
{
    const open_area *open = innermost(p);

    *x = open != NULL ? open->x : 0;
    *y = open != NULL ? open->y : 0;
    return open != NULL ? open->area : p->target->parent;
}

/* --- frames --- */

static void open_frame(placer *p, bb_frame *frame, bool begun)
{
    bb_area *area = bb_area_new(p->stack->layout->areas, BB_AREA_BLOCK, frame->node);
    bb_length x, y;
    bb_area *parent = parent_of(p, &x, &y);
    open_area open = {frame, area, p->target->x + frame->x, p->y, begun};

    area->x = open.x - x;
    area->y = open.y - y;
    area->width = frame->width;
    area->continued = !begun;
    bb_area_append(parent, area);
    g_array_append_val(p->open, open);
    p->y += begun ? bb_frame_before(frame) : bb_frame_retained(frame, true);
}

static void close_frame(placer *p, bool ended)
{
    open_area open = *innermost(p);
    bb_frame *frame = open.frame;
    bb_length x, y;

    p->y += ended ? bb_frame_after(frame) : bb_frame_retained(frame, false);
    open.area->height = bb_length_max(0, p->y - open.y);
    open.area->unfinished = !ended;
    bool collapsed =
        frame->table != NULL && !bb_fo_has(frame->node, BB_FO_P_BORDER_COLLAPSE, BB_FO_K_SEPARATE);
    bb_box_parts parts = {
        .before = (open.begun || frame->retain_border_before) && !collapsed,
        .after = (ended || frame->retain_border_after) && !collapsed,
        .start = !collapsed && !frame->cut_start,
        .end = !collapsed && !frame->cut_end,
    };
    open.area->box = bb_box_of(p->stack->layout, frame->node, parts);
    bb_box_shift(frame->node, p->stack->width, &x, &y);
    open.area->x += x;
    open.area->y += y;
    g_array_set_size(p->open, p->open->len - 1);
}

/* --- repeated headers and footers --- */

static bb_stack_target inner_target(placer *p, bb_area **parent)
{
    bb_length x, y;
    bb_stack_target target = *p->target;

    *parent = parent_of(p, &x, &y);
    target.parent = *parent;
    target.x = p->target->x - x;
    target.y = p->y - y;
    return target;
}

static void place_grid(placer *p, bb_grid *grid, int from, int to)
{
    bb_area *parent;
    bb_stack_target target = inner_target(p, &parent);
    const open_area *open = innermost(p);

    /* A table's columns are counted from its own edge, a list's indents from the stack's. */
    if (open != NULL && open->frame->table != NULL)
        target.x += open->frame->x + open->frame->edge;
    p->y += bb_grid_place(grid, from, to, &target);
}

static void place_repeated(placer *p, GPtrArray *grids)
{
    bb_layout *layout = p->stack->layout;
    bool artifact = layout->artifact;

    layout->artifact = true;
    for (guint i = 0; i < grids->len; i++)
        place_grid(p, grids->pdata[i], 0, BB_GRID_END);
    layout->artifact = artifact;
}

static void repeat_header(placer *p, const bb_frame *frame)
{
    bool repeats;
    GPtrArray *header = frame->table != NULL ? bb_table_header(frame->table, &repeats) : NULL;

    if (header == NULL || !repeats)
        return;
    place_repeated(p, header);
    p->y += bb_table_row_gap(frame->table);
}

static void repeat_footer(placer *p, const bb_frame *frame)
{
    bool repeats;
    GPtrArray *footer = frame->table != NULL ? bb_table_footer(frame->table, &repeats) : NULL;

    if (footer == NULL || !repeats)
        return;
    p->y += bb_table_row_gap(frame->table);
    place_repeated(p, footer);
}

/* --- gaps --- */

/* Opens frames that a break before this part left open, outermost first. */
static void reopen(placer *p, bb_frame *frame, int gap)
{
    if (frame == NULL)
        return;
    reopen(p, frame->parent, gap);
    open_frame(p, frame, false);
    if (frame->first_box < gap)
        repeat_header(p, frame);
}

static void place_point(placer *p, const bb_fo_node *node)
{
    bb_length x, y;
    bb_area *parent = parent_of(p, &x, &y);
    bb_area *area = bb_area_new(p->stack->layout->areas, BB_AREA_ANCHOR, node);

    area->x = p->target->x - x;
    area->y = p->y - y;
    bb_area_append(parent, area);
}

static void walk_gap(placer *p, int index, bb_gap_mode mode)
{
    const bb_gap *gap = bb_stack_gap_at(p->stack, index);
    g_autofree bb_length *lengths = g_new0(bb_length, (gsize)gap->mark_count + 1);
    double adjust = mode == BB_GAP_INSIDE ? p->target->adjust : 0;
    int from, to;

    bb_gap_adjust(p->stack, index, mode, adjust, lengths, NULL);
    bb_gap_marks(gap, mode, &from, &to);
    for (int i = from; i < to; i++) {
        const bb_mark *mark = bb_stack_mark_at(p->stack, gap->first_mark + i);
        switch (mark->kind) {
        case BB_MARK_OPEN:
            p->y += lengths[i];
            open_frame(p, mark->frame, true);
            break;
        case BB_MARK_CLOSE:
            close_frame(p, true);
            p->y += lengths[i];
            break;
        case BB_MARK_ABSOLUTE:
            bb_container_place_absolute(p->stack->layout, mark->node, p->target);
            break;
        case BB_MARK_POINT:
            place_point(p, mark->node);
            break;
        }
    }
    if (mode == BB_GAP_INSIDE && index > 0 && index < (int)p->stack->boxes->len) {
        const bb_stack_box *above = bb_stack_box_at(p->stack, index - 1);
        const bb_stack_box *below = bb_stack_box_at(p->stack, index);
        if (above->frame != NULL && above->frame == below->frame && above->frame->table != NULL)
            p->y += bb_table_row_gap(above->frame->table);
    }
}

/* At the foot of a page, what is still open is closed, innermost first. */
static void close_open(placer *p, int gap)
{
    while (p->open->len > 0) {
        const open_area *open = innermost(p);
        if (open->frame->first_box < gap)
            repeat_footer(p, open->frame);
        close_frame(p, false);
    }
}

/* --- boxes --- */

static void place_box(placer *p, int index, int from, int to)
{
    const bb_stack_box *box = bb_stack_box_at(p->stack, index);
    bb_length x, y;
    bb_area *parent = parent_of(p, &x, &y);

    switch (box->kind) {
    case BB_BOX_LINE:
        bb_para_place(box->line.para, box->line.line, parent, p->target->x + box->line.x - x,
                      p->y - y);
        p->y += box->height;
        break;
    case BB_BOX_GRID:
        place_grid(p, box->grid, from, to);
        break;
    case BB_BOX_CONTAINER:
        bb_container_place(box->container, p->stack->layout, parent,
                           p->target->x + box->container->x - x, p->y - y);
        p->y += box->height;
        break;
    case BB_BOX_EMPTY:
        break;
    }
}

bb_length bb_stack_place(bb_stack *stack, bb_break from, bb_break to, const bb_stack_target *target)
{
    placer p = {
        .stack = stack,
        .target = target,
        .open = g_array_new(FALSE, FALSE, sizeof(open_area)),
        .y = target->y,
    };

    if (stack->boxes->len == 0) {
        walk_gap(&p, 0, BB_GAP_ALONE);
    } else if (!bb_break_equal(from, to)) {
        if (from.state > 0)
            reopen(&p, bb_stack_box_at(stack, from.box)->frame, from.box + 1);
        else
            reopen(&p, bb_gap_open_frame(stack, from.box), from.box);
        int last = to.state > 0 ? to.box : to.box - 1;
        for (int i = from.box; i <= last; i++) {
            bool first = i == from.box;
            if (!(first && from.state > 0))
                walk_gap(&p, i, first ? BB_GAP_AFTER_BREAK : BB_GAP_INSIDE);
            place_box(&p, i, first ? from.state : 0, i == to.box ? to.state : BB_GRID_END);
        }
        if (to.state == 0)
            walk_gap(&p, to.box, BB_GAP_BEFORE_BREAK);
        close_open(&p, to.state > 0 ? to.box + 1 : to.box);
    }
    g_array_unref(p.open);
    return p.y - target->y;
}
