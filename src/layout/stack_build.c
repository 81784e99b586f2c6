/* stack_build.c - from block-level objects to boxes and gaps. */
#include "layout/stack_private.h"

#include "base/text.h"
#include "layout/page_marker.h"

#include <string.h>

typedef struct {
    bb_layout *layout;
    bb_stack *stack;
    bb_frame *frame;               /* the innermost open one */
    bb_length base, reference;     /* where the reference area begins, and its width */
    bb_gap gap;                    /* the one being filled */
    bool waits;                    /* its break comes before something yet to come */
    bool first_line;               /* the block's text-indent is still to come */
    int events;                    /* marks, paragraphs and grids so far */
    const bb_stack_resume *resume; /* NULL when all is new */
    bb_break start;                /* where what is new begins */
} builder;

static void build_children(builder *b, const bb_fo_node *container, const bb_fo_node *first,
                           const bb_fo_node *end);

/* --- gaps --- */

static void begin_gap(builder *b)
{
    b->gap = (bb_gap){.first_mark = (int)b->stack->marks->len, .break_mark = -1};
    b->waits = false;
}

static int keep_of(const bb_fo_node *node, bb_fo_property column, bb_fo_property page)
{
    int strongest = 0;
    const bb_fo_property both[] = {column, page};

    for (size_t i = 0; i < G_N_ELEMENTS(both); i++) {
        const bb_fo_value *value = bb_fo_get(node, both[i]);
        if (bb_fo_is(value, BB_FO_K_ALWAYS))
            return BB_KEEP_ALWAYS;
        if (value->kind == BB_FO_NUMBER_VALUE)
            strongest = MAX(strongest, (int)CLAMP(value->number, 1, 10000));
    }
    return strongest;
}

static void raise_keep(builder *b, int keep)
{
    b->gap.keep = MAX(b->gap.keep, keep);
}

/* Frames that were begun before the box to come hold it and the one before together. */
static void raise_keep_of_frames(builder *b)
{
    int next = (int)b->stack->boxes->len;

    for (const bb_frame *f = b->frame; f != NULL; f = f->parent) {
        if (f->first_box < next)
            raise_keep(b,
                       keep_of(f->node, BB_FO_P_KEEP_TOGETHER_COLUMN, BB_FO_P_KEEP_TOGETHER_PAGE));
    }
}

/* Unless a forced break chose a place, a break comes after what closes and before what opens. */
static void settle_break_mark(builder *b)
{
    if (b->gap.break_mark >= 0)
        return;
    int mark = 0;
    while (mark < b->gap.mark_count &&
           bb_stack_mark_at(b->stack, b->gap.first_mark + mark)->kind == BB_MARK_CLOSE)
        mark++;
    b->gap.break_mark = mark;
}

static void end_gap(builder *b)
{
    b->gap.mark_count = (int)b->stack->marks->len - b->gap.first_mark;
    settle_break_mark(b);
    g_array_append_val(b->stack->gaps, b->gap);
}

static void add_box(builder *b, bb_stack_box *box, int event)
{
    box->event = event;
    raise_keep_of_frames(b);
    end_gap(b);
    box->frame = b->frame;
    g_array_append_val(b->stack->boxes, *box);
    begin_gap(b);
}

static void add_empty_box(builder *b)
{
    bb_stack_box box = {.kind = BB_BOX_EMPTY};

    add_box(b, &box, b->events++);
}

/* --- where an earlier stack left off --- */

/* The number of a mark, paragraph or grid. What is new may begin before it. */
static int next_event(builder *b)
{
    int event = b->events++;

    if (b->resume != NULL && b->resume->box == NULL && b->resume->event == event) {
        b->start = (bb_break){(int)b->stack->boxes->len, 0};
        b->gap.break_mark = (int)b->stack->marks->len - b->gap.first_mark;
    }
    return event;
}

/* Whether what is new begins within this paragraph or grid. An empty box then stands for all that
 * went before, so that what is open around it counts as begun. */
static bool resumes_within(builder *b, int event)
{
    bb_stack_box before = {.kind = BB_BOX_EMPTY};

    if (b->resume == NULL || b->resume->box == NULL || b->resume->event != event)
        return false;
    add_box(b, &before, -1);
    b->start = (bb_break){(int)b->stack->boxes->len, 0};
    return true;
}

/* --- breaks --- */

/* A break asked for by the first child is asked for by its parents too: it comes before all that
 * opened just now. One asked for by the last child comes after all that closes just then. */
static void force_break(builder *b, bb_fo_keyword kind, bool before)
{
    int marks = (int)b->stack->marks->len - b->gap.first_mark;

    if (bb_break_strength(kind) == 0)
        return;
    int mark = marks;
    if (before) {
        while (mark > 0 &&
               bb_stack_mark_at(b->stack, b->gap.first_mark + mark - 1)->kind == BB_MARK_OPEN)
            mark--;
    }
    if (b->gap.forced && mark > b->gap.break_mark) {
        /* Two breaks with nothing but empty blocks between them: an empty page. */
        add_empty_box(b);
        mark = 0;
    }
    if (!b->gap.forced || bb_break_strength(kind) > bb_break_strength(b->gap.kind))
        b->gap.kind = kind;
    b->gap.forced = true;
    b->gap.break_mark = mark;
    b->waits = before;
}

/* --- frames --- */

static void add_mark(builder *b, bb_mark_kind kind, bb_frame *frame, const bb_fo_node *node)
{
    bb_mark mark = {kind, next_event(b), frame, node};

    g_array_append_val(b->stack->marks, mark);
}

static bool retains(const bb_fo_node *node, bb_fo_property property)
{
    return bb_fo_has(node, property, BB_FO_K_RETAIN);
}

/* The content rectangle lies between the indents; border and padding lie outside it (§5.3.2). */
static bb_frame *frame_new(builder *b, const bb_fo_node *node)
{
    bb_frame *frame = bb_arena_new0(b->layout->scratch, bb_frame);
    bb_box_sides sides = bb_box_sides_of(node, b->reference);
    bb_length start = bb_fo_get_length(node, BB_FO_P_START_INDENT, b->reference);
    bb_length end = bb_fo_get_length(node, BB_FO_P_END_INDENT, b->reference);
    bool rtl = bb_fo_has(node, BB_FO_P_WRITING_MODE, BB_FO_K_RL_TB);
    bb_length left = rtl ? end : start, left_side = rtl ? sides.end : sides.start;

    *frame = (bb_frame){
        .node = node,
        .parent = b->frame,
        .x = b->base + left - left_side,
        .width = b->reference - start - end + sides.start + sides.end,
        .border_before = bb_box_border(node, BB_FO_P_BORDER_BEFORE_STYLE),
        .border_after = bb_box_border(node, BB_FO_P_BORDER_AFTER_STYLE),
        .padding_before = bb_fo_get_length(node, BB_FO_P_PADDING_BEFORE, b->reference),
        .padding_after = bb_fo_get_length(node, BB_FO_P_PADDING_AFTER, b->reference),
        .retain_border_before = retains(node, BB_FO_P_BORDER_BEFORE_CONDITIONALITY),
        .retain_padding_before = retains(node, BB_FO_P_PADDING_BEFORE_CONDITIONALITY),
        .retain_border_after = retains(node, BB_FO_P_BORDER_AFTER_CONDITIONALITY),
        .retain_padding_after = retains(node, BB_FO_P_PADDING_AFTER_CONDITIONALITY),
        .first_box = (int)b->stack->boxes->len,
    };
    frame->width = bb_length_max(frame->width, 0);
    return frame;
}

static void open_frame(builder *b, bb_frame *frame)
{
    const bb_fo_node *node = frame->node;

    add_mark(b, BB_MARK_OPEN, frame, NULL);
    b->frame = frame;
    raise_keep(b,
               keep_of(node, BB_FO_P_KEEP_WITH_PREVIOUS_COLUMN, BB_FO_P_KEEP_WITH_PREVIOUS_PAGE));
    guint boxes = b->stack->boxes->len;
    force_break(b, bb_fo_get_keyword(node, BB_FO_P_BREAK_BEFORE), true);
    if (b->stack->boxes->len != boxes)
        frame->first_box = (int)b->stack->boxes->len;
}

static void close_frame(builder *b)
{
    bb_frame *frame = b->frame;

    add_mark(b, BB_MARK_CLOSE, frame, NULL);
    b->frame = frame->parent;
    raise_keep(b, keep_of(frame->node, BB_FO_P_KEEP_WITH_NEXT_COLUMN, BB_FO_P_KEEP_WITH_NEXT_PAGE));
    force_break(b, bb_fo_get_keyword(frame->node, BB_FO_P_BREAK_AFTER), false);
}

/* --- lines --- */

static bb_length content_x(const builder *b)
{
    if (b->frame == NULL)
        return b->base;
    bool rtl = bb_fo_has(b->frame->node, BB_FO_P_WRITING_MODE, BB_FO_K_RL_TB);
    bb_box_sides sides = bb_box_sides_of(b->frame->node, b->reference);
    return b->frame->x + (rtl ? sides.end : sides.start);
}

static bb_length content_width(const builder *b)
{
    if (b->frame == NULL)
        return b->reference;
    bb_box_sides sides = bb_box_sides_of(b->frame->node, b->reference);
    return b->frame->width - sides.start - sides.end;
}

static void add_lines(builder *b, const bb_fo_node *block, bb_para *para)
{
    int event = next_event(b);
    bool rest = resumes_within(b, event);
    bb_length width = bb_length_max(content_width(b), 0);
    bool indents = b->first_line && !rest;
    bb_length indent = indents ? bb_fo_get_length(block, BB_FO_P_TEXT_INDENT, width) : 0;
    if (rest)
        bb_para_take_up(para, b->resume->box->line.para, b->resume->box->line.line);
    int count = bb_para_break(para, width, indent);
    int orphans = MAX(bb_fo_get_integer(block, BB_FO_P_ORPHANS), 1);
    int widows = MAX(bb_fo_get_integer(block, BB_FO_P_WIDOWS), 1);

    b->first_line = false;
    for (int i = 0; i < count; i++) {
        bb_stack_box box = {
            .kind = BB_BOX_LINE,
            .height = bb_para_line_height(para, i),
            .line = {para, i, content_x(b)},
        };
        b->gap.lines = i > 0 && ((i < orphans && !rest) || count - i < widows);
        add_box(b, &box, event);
    }
}

static bool is_inline_level(bb_layout *layout, const bb_fo_node *node);

/* The first child that sets anything: an indented file has white space between its blocks. */
static const bb_fo_node *first_set(const bb_fo_node *node)
{
    const bb_fo_node *child = node->first;

    while (child != NULL && child->object == BB_FO_TEXT && bb_text_is_blank(child->text))
        child = child->next;
    return child;
}

/* A retrieved marker is what it brings; nothing at all may stand among inlines. */
static bool retrieves_inlines(bb_layout *layout, const bb_fo_node *node)
{
    const bb_fo_node *marker = bb_markers_retrieve(layout, node);

    if (marker == NULL)
        return node->parent->object == BB_FO_BLOCK;
    const bb_fo_node *content = first_set(bb_fo_tree_retrieve(layout->fo, marker, node));
    return content == NULL || is_inline_level(layout, content);
}

static bool is_inline_level(bb_layout *layout, const bb_fo_node *node)
{
    switch (node->object) {
    case BB_FO_TEXT:
    case BB_FO_INLINE:
    case BB_FO_CHARACTER:
    case BB_FO_BIDI_OVERRIDE:
    case BB_FO_LEADER:
    case BB_FO_PAGE_NUMBER:
    case BB_FO_PAGE_NUMBER_CITATION:
    case BB_FO_PAGE_NUMBER_CITATION_LAST:
    case BB_FO_BASIC_LINK:
    case BB_FO_EXTERNAL_GRAPHIC:
    case BB_FO_INSTREAM_FOREIGN_OBJECT:
    case BB_FO_FOOTNOTE:
    case BB_FO_FLOAT:
    case BB_FO_CHANGE_BAR_BEGIN:
    case BB_FO_CHANGE_BAR_END:
    case BB_FO_MARKER: /* sets nothing, and parts nothing */
        return true;
    case BB_FO_WRAPPER:
        return first_set(node) == NULL || is_inline_level(layout, first_set(node));
    case BB_FO_RETRIEVE_MARKER:
        return retrieves_inlines(layout, node);
    default:
        return false;
    }
}

/* --- the objects --- */

static void build_frame(builder *b, const bb_fo_node *node)
{
    bool first_line = b->first_line;

    open_frame(b, frame_new(b, node));
    b->first_line = true;
    build_children(b, node, node->first, NULL);
    close_frame(b);
    b->first_line = first_line;
}

static void build_wrapper(builder *b, const bb_fo_node *node)
{
    if (node->id != NULL)
        add_mark(b, BB_MARK_POINT, NULL, node);
    build_children(b, node, node->first, NULL);
}

/* caption-side (§7.28.7): the caption stands above its table or below it; beside it counts as that.
 */
static void build_captioned(builder *b, const bb_fo_node *node)
{
    bb_fo_keyword side = bb_fo_get_keyword(node, BB_FO_P_CAPTION_SIDE);
    bool below = side == BB_FO_K_AFTER || side == BB_FO_K_BOTTOM || side == BB_FO_K_END ||
                 side == BB_FO_K_RIGHT;
    const bb_fo_node *caption = bb_fo_child(node, BB_FO_TABLE_CAPTION);

    if (!below || caption == NULL) {
        build_frame(b, node);
        return;
    }
    open_frame(b, frame_new(b, node));
    build_children(b, node, caption->next, NULL);
    build_children(b, node, node->first, caption->next);
    close_frame(b);
}

/* Only on a page that is being filled is it known which marker is meant. */
static void build_retrieved(builder *b, const bb_fo_node *node)
{
    const bb_fo_node *marker = bb_markers_retrieve(b->layout, node);

    if (marker != NULL)
        build_wrapper(b, bb_fo_tree_retrieve(b->layout->fo, marker, node));
}

static void add_grid_box(builder *b, bb_grid *grid)
{
    int event = next_event(b);

    if (resumes_within(b, event))
        bb_grid_take_up(grid, b->resume->box->grid, b->resume->state);
    b->stack->repeats_notes = b->stack->repeats_notes || bb_grid_repeats_notes(grid);
    b->stack->has_floats = b->stack->has_floats || bb_grid_has_floats(grid);
    bb_stack_box box = {.kind = BB_BOX_GRID, .grid = grid, .height = bb_grid_height(grid)};
    add_box(b, &box, event);
}

static void force_edge_break(builder *b, bb_break_cost edge, bool before)
{
    if (edge.forced)
        force_break(b, edge.kind, before);
}

/* What a whole box holds beyond its own break properties counts at its edges too. */
static void add_grid(builder *b, bb_grid *grid, bool breaks_before, bool breaks_after)
{
    bb_break_cost above = bb_grid_edge(grid, false), below = bb_grid_edge(grid, true);

    if (breaks_before)
        force_edge_break(b, above, true);
    raise_keep(b, above.keep);
    add_grid_box(b, grid);
    raise_keep(b, below.keep);
    if (breaks_after)
        force_edge_break(b, below, false);
}

static void build_list_item(builder *b, const bb_fo_node *node)
{
    bb_grid *grid;

    open_frame(b, frame_new(b, node));
    grid = bb_grid_new_list_item(b->layout, node, b->reference);
    add_grid(b, grid, true, false);
    close_frame(b);
    force_edge_break(b, bb_grid_edge(grid, true), false);
}

/* Breaks before the first and after the last are the caller's business. */
static void add_grids(builder *b, GPtrArray *grids, int keep_within)
{
    for (guint i = 0; grids != NULL && i < grids->len; i++) {
        if (i > 0)
            raise_keep(b, keep_within);
        add_grid(b, grids->pdata[i], i > 0, i + 1 < grids->len);
    }
}

/* What a percentage of an object's width refers to (§7.15.7); labels and bodies of list items are
 * no reference areas, but have indents. */
static bb_length width_of_parent(const builder *b)
{
    const bb_fo_node *container = b->stack->container;
    bool indented = b->frame == NULL && (container->object == BB_FO_LIST_ITEM_LABEL ||
                                         container->object == BB_FO_LIST_ITEM_BODY);
    bb_length width = content_width(b);

    if (indented)
        width -= bb_fo_get_length(container, BB_FO_P_START_INDENT, b->reference) +
                 bb_fo_get_length(container, BB_FO_P_END_INDENT, b->reference);
    return bb_length_max(0, width);
}

/* The columns lie within border and padding. Collapsed borders are the cells' own, and the table
 * has no padding then (§6.7.3). */
static bb_frame *table_frame_new(builder *b, const bb_fo_node *node)
{
    bb_frame *frame = frame_new(b, node);
    bb_box_sides sides = bb_box_sides_of(node, b->reference);
    bool rtl = bb_fo_has(node, BB_FO_P_WRITING_MODE, BB_FO_K_RL_TB);

    frame->edge = rtl ? sides.end : sides.start;
    bb_length width = bb_length_max(0, frame->width - sides.start - sides.end);
    frame->table = bb_table_new(b->layout, node, width, width_of_parent(b));
    frame->width = bb_table_width(frame->table);
    if (bb_fo_has(node, BB_FO_P_BORDER_COLLAPSE, BB_FO_K_SEPARATE)) {
        frame->width += sides.start + sides.end;
        /* Each row has half of the separation on either side, on every page (as in FOP). */
        frame->inset = bb_table_row_gap(frame->table) / 2;
        return frame;
    }
    frame->x += frame->edge;
    frame->edge = 0;
    frame->border_before = frame->border_after = 0;
    frame->padding_before = frame->padding_after = 0;
    return frame;
}

/* A break before the first row is one before the table, header and all; one after the last comes
 * when the footer has been set and the table closed, as FOP has it. */
static void build_table(builder *b, const bb_fo_node *node)
{
    bb_frame *frame = table_frame_new(b, node);
    GPtrArray *grids = bb_table_grids(frame->table);
    bool repeats;
    GPtrArray *header = bb_table_header(frame->table, &repeats);
    GPtrArray *footer = bb_table_footer(frame->table, &repeats);
    bb_break_cost first = {0}, last = {0};

    if (grids->len > 0) {
        first = bb_grid_edge(grids->pdata[0], false);
        last = bb_grid_edge(grids->pdata[grids->len - 1], true);
    }
    open_frame(b, frame);
    if (bb_stack_table_repeats_notes(frame->table))
        b->stack->repeats_notes = true;
    force_edge_break(b, first, true);
    raise_keep(b, first.keep);
    /* A header stays with the first row after it, and the last row with the footer. */
    add_grids(b, header, BB_KEEP_ALWAYS);
    if (header != NULL)
        raise_keep(b, BB_KEEP_ALWAYS);
    add_grids(b, grids, 0);
    if (footer != NULL)
        raise_keep(b, BB_KEEP_ALWAYS);
    add_grids(b, footer, BB_KEEP_ALWAYS);
    close_frame(b);
    raise_keep(b, last.keep);
    force_edge_break(b, last, false);
}

static bool is_absolute(const bb_fo_node *node)
{
    return bb_fo_has(node, BB_FO_P_ABSOLUTE_POSITION, BB_FO_K_ABSOLUTE) ||
           bb_fo_has(node, BB_FO_P_ABSOLUTE_POSITION, BB_FO_K_FIXED);
}

static bool is_length(const bb_fo_value *value)
{
    return value->kind == BB_FO_LENGTH_VALUE;
}

/* A container of its own height, or turned, is one box; else it is a frame with a reference area.
 */
static void build_container(builder *b, const bb_fo_node *node)
{
    if (is_absolute(node)) {
        add_mark(b, BB_MARK_ABSOLUTE, NULL, node);
        return;
    }
    bool turned = bb_fo_get_integer(node, BB_FO_P_REFERENCE_ORIENTATION) !=
                  bb_fo_get_integer(b->stack->container, BB_FO_P_REFERENCE_ORIENTATION);
    bool fixed = is_length(bb_fo_get(node, BB_FO_P_BPD_OPTIMUM));
    bb_frame *frame = frame_new(b, node);
    bb_box_sides sides = bb_box_sides_of(node, b->reference);
    const bb_fo_value *ipd = bb_fo_get(node, BB_FO_P_IPD_OPTIMUM);
    bb_length hundred = width_of_parent(b);
    if (is_length(ipd) && !turned)
        frame->width =
            bb_fo_get_length(node, BB_FO_P_IPD_OPTIMUM, hundred) + sides.start + sides.end;
    open_frame(b, frame);
    if (turned || fixed) {
        bb_stack_box box = {
            .kind = BB_BOX_CONTAINER,
            .container =
                bb_container_new(b->layout, node, frame->x + sides.start,
                                 bb_length_max(0, frame->width - sides.start - sides.end), hundred),
        };
        box.height = box.container->height;
        frame->width = box.container->width + sides.start + sides.end;
        add_box(b, &box, next_event(b));
    } else {
        bb_length base = b->base, reference = b->reference;
        b->base = content_x(b);
        b->reference = content_width(b);
        build_children(b, node, node->first, NULL);
        b->base = base;
        b->reference = reference;
    }
    close_frame(b);
}

typedef void build_object(builder *b, const bb_fo_node *node);

static build_object *const BUILDERS[BB_FO_OBJECT_COUNT] = {
    [BB_FO_BLOCK] = build_frame,
    [BB_FO_LIST_BLOCK] = build_frame,
    [BB_FO_TABLE_AND_CAPTION] = build_captioned,
    [BB_FO_TABLE_CAPTION] = build_frame,
    [BB_FO_BLOCK_CONTAINER] = build_container,
    [BB_FO_LIST_ITEM] = build_list_item,
    [BB_FO_TABLE] = build_table,
    [BB_FO_WRAPPER] = build_wrapper,
    [BB_FO_RETRIEVE_MARKER] = build_retrieved,
};

/* Whether the object's stack is laid out apart from the flow around it. */
static bool stands_apart(const bb_fo_node *node)
{
    switch (node->object) {
    case BB_FO_TABLE_CELL:
    case BB_FO_FOOTNOTE_BODY:
    case BB_FO_FLOAT:
    case BB_FO_STATIC_CONTENT:
        return true;
    case BB_FO_BLOCK_CONTAINER:
        return is_absolute(node) || is_length(bb_fo_get(node, BB_FO_P_BPD_OPTIMUM)) ||
               bb_fo_get_integer(node, BB_FO_P_REFERENCE_ORIENTATION) !=
                   bb_fo_get_integer(node->parent, BB_FO_P_REFERENCE_ORIENTATION);
    default:
        return false;
    }
}

static bool floats_stand_beside(const bb_fo_node *container)
{
    const bb_fo_node *node = container;

    while (node != NULL && node->object != BB_FO_FLOW && !stands_apart(node))
        node = node->parent;
    return node != NULL && node->object == BB_FO_FLOW;
}

static bool stands_in_flow(const bb_fo_node *container)
{
    const bb_fo_node *node = container;

    while (node != NULL && node->object != BB_FO_FLOW && node->object != BB_FO_FLOAT &&
           node->object != BB_FO_FOOTNOTE_BODY && !is_absolute(node))
        node = node->parent;
    return node != NULL && node->object == BB_FO_FLOW;
}

/* Floats stand beside the line that cites them, where there is a column to do so. */
static void add_floats(builder *b, bb_para *para)
{
    int count = 0;
    const bb_para_note *cited = bb_para_notes(para, 0, bb_para_line_count(para), &count);

    for (int i = 0; i < count; i++) {
        const bb_fo_node *node = cited[i].node;
        if (node->object != BB_FO_FLOAT)
            continue;
        bb_fo_keyword side = bb_fo_get_keyword(node, BB_FO_P_FLOAT);
        if (side == BB_FO_K_BEFORE && stands_in_flow(b->stack->container))
            continue; /* the page's head takes it, as its foot takes notes */
        if (side != BB_FO_K_NONE && side != BB_FO_K_BEFORE &&
            floats_stand_beside(b->stack->container))
            b->stack->has_floats = true;
        else
            build_children(b, node, node->first, NULL);
    }
}

/* The box of an inline around a block that stands in it: its sides where the inline begins and
 * ends, or where they stay at breaks. */
static bb_frame *frame_of_inline(builder *b, const bb_fo_node *node, const bb_fo_node *inner,
                                 bb_length x, bb_length width)
{
    bb_frame *frame = bb_arena_new0(b->layout->scratch, bb_frame);

    *frame = (bb_frame){
        .node = node,
        .parent = b->frame,
        .x = x,
        .width = bb_length_max(width, 0),
        .border_before = bb_box_border(node, BB_FO_P_BORDER_BEFORE_STYLE),
        .border_after = bb_box_border(node, BB_FO_P_BORDER_AFTER_STYLE),
        .padding_before = bb_fo_get_length(node, BB_FO_P_PADDING_BEFORE, b->reference),
        .padding_after = bb_fo_get_length(node, BB_FO_P_PADDING_AFTER, b->reference),
        .first_box = (int)b->stack->boxes->len,
        .cut_start = !bb_inline_is_at_edge(inner, node, false) &&
                     !retains(node, BB_FO_P_BORDER_START_CONDITIONALITY),
        .cut_end = !bb_inline_is_at_edge(inner, node, true) &&
                   !retains(node, BB_FO_P_BORDER_END_CONDITIONALITY),
    };
    return frame;
}

static bool shows(const bb_fo_node *node)
{
    return node->object == BB_FO_BASIC_LINK || node->id != NULL || bb_box_is_visible(node);
}

/* A block that stands in inlines: these go around it as boxes, and it keeps clear of their sides.
 */
static void build_inside(builder *b, const bb_fo_node *block, const bb_fo_node *inner)
{
    g_autoptr(GPtrArray) around = g_ptr_array_new();
    bb_length base = b->base, reference = b->reference, x = content_x(b), width = content_width(b);
    bb_frame *outer = b->frame;

    for (const bb_fo_node *node = inner->parent; node != NULL && node != block; node = node->parent)
        g_ptr_array_insert(around, 0, (gpointer)node);
    for (guint i = 0; i < around->len; i++) {
        const bb_fo_node *node = around->pdata[i];
        if (!shows(node))
            continue;
        open_frame(b, frame_of_inline(b, node, inner, x, width));
        bb_box_sides sides = bb_box_sides_of(node, b->reference);
        bb_box_sides kept = bb_box_retained(node, b->reference);
        bb_length start = bb_inline_is_at_edge(inner, node, false) ? sides.start : kept.start;
        bb_length end = bb_inline_is_at_edge(inner, node, true) ? sides.end : kept.end;
        b->base += start;
        b->reference = bb_length_max(b->reference - start - end, 0);
        x += start;
        width -= start + end;
    }
    BUILDERS[inner->object](b, inner);
    while (b->frame != outer)
        close_frame(b);
    b->base = base;
    b->reference = reference;
}

/* The paragraphs of a run of inlines, and the blocks that part them. */
static void build_inlines(builder *b, const bb_fo_node *block, bb_inline_range range)
{
    do {
        range.until = bb_inline_find_block(&range);
        bb_para *para = bb_para_new(b->layout, block, &range, bb_length_max(content_width(b), 0));
        if (para != NULL) {
            add_lines(b, block, para);
            add_floats(b, para);
        }
        if (range.until != NULL)
            build_inside(b, range.first->parent, range.until);
        range.after = range.until;
    } while (range.until != NULL);
}

/* Inline-level siblings together are paragraphs; the others are themselves. */
static void build_children(builder *b, const bb_fo_node *container, const bb_fo_node *first,
                           const bb_fo_node *end)
{
    const bb_fo_node *block =
        container->object == BB_FO_WRAPPER && b->frame != NULL ? b->frame->node : container;

    for (const bb_fo_node *node = first; node != NULL && node != end;) {
        if (!is_inline_level(b->layout, node)) {
            if (BUILDERS[node->object] != NULL)
                BUILDERS[node->object](b, node);
            node = node->next;
            continue;
        }
        const bb_fo_node *after = node;
        while (after != NULL && after != end && is_inline_level(b->layout, after))
            after = after->next;
        build_inlines(b, block, (bb_inline_range){.first = node, .end = after});
        node = after;
    }
}

/* --- the stack as a whole --- */

/* In the gap before a box, save for the first, or in the box itself. */
static bool forces_at(const bb_stack *stack, int index)
{
    if (index == (int)stack->boxes->len)
        return false;
    const bb_stack_box *box = bb_stack_box_at(stack, index);
    bool gap = index > 0 && bb_stack_gap_at(stack, index)->forced;

    return gap || (box->kind == BB_BOX_GRID && bb_grid_forces(box->grid));
}

static void sum_up(bb_stack *stack)
{
    bb_length top = 0, slack = 0, room = 0;

    for (int i = 0; i < (int)stack->gaps->len; i++) {
        bb_gap *gap = bb_stack_gap_at(stack, i);
        bb_gap_give give;
        gap->inside = bb_gap_adjust(stack, i, BB_GAP_INSIDE, 0, NULL, &give);
        gap->shrink = give.shrink;
        gap->stretch = give.stretch;
        gap->before = bb_gap_resolve(stack, i, BB_GAP_BEFORE_BREAK, NULL, NULL);
        gap->after = bb_gap_resolve(stack, i, BB_GAP_AFTER_BREAK, NULL, NULL);
        if (i > 0) {
            top += bb_stack_box_at(stack, i - 1)->height + gap->inside;
            slack += gap->shrink;
            room += gap->stretch;
        }
        g_array_append_val(stack->tops, top);
        g_array_append_val(stack->slack, slack);
        g_array_append_val(stack->room, room);
        stack->forces = stack->forces || forces_at(stack, i);
    }
    bb_stack_count_notes(stack);
}

static void release_stack(bb_stack *stack)
{
    g_array_unref(stack->boxes);
    g_array_unref(stack->gaps);
    g_array_unref(stack->marks);
    g_array_unref(stack->tops);
    g_array_unref(stack->slack);
    g_array_unref(stack->room);
    g_clear_pointer(&stack->cited, g_ptr_array_unref);
    g_clear_pointer(&stack->cited_before, g_array_unref);
}

bb_stack *bb_stack_new_resumed(bb_layout *layout, const bb_fo_node *container,
                               const bb_fo_node *first, const bb_fo_node *end, bb_length width,
                               const bb_stack_resume *resume, bb_break *start)
{
    bb_stack *stack = bb_arena_new0(layout->scratch, bb_stack);

    *stack = (bb_stack){
        .layout = layout,
        .container = container,
        .first = first,
        .end = end,
        .width = width,
        .boxes = g_array_new(FALSE, FALSE, sizeof(bb_stack_box)),
        .gaps = g_array_new(FALSE, FALSE, sizeof(bb_gap)),
        .marks = g_array_new(FALSE, FALSE, sizeof(bb_mark)),
        .tops = g_array_new(FALSE, FALSE, sizeof(bb_length)),
        .slack = g_array_new(FALSE, FALSE, sizeof(bb_length)),
        .room = g_array_new(FALSE, FALSE, sizeof(bb_length)),
    };
    bb_layout_own(layout, stack, (GDestroyNotify)release_stack);
    builder b = {
        .layout = layout,
        .stack = stack,
        .reference = width,
        .first_line = true,
        .resume = resume,
    };
    begin_gap(&b);
    build_children(&b, container, first, end);
    /* A break before an empty block at the end has its page all the same. */
    if (b.waits && b.gap.forced && stack->boxes->len > 0)
        add_empty_box(&b);
    /* At the very end nothing follows a break: all that is left belongs before it. */
    b.gap.break_mark = (int)stack->marks->len - b.gap.first_mark;
    end_gap(&b);
    sum_up(stack);
    *start = b.start;
    return stack;
}

bb_stack *bb_stack_new_range(bb_layout *layout, const bb_fo_node *container,
                             const bb_fo_node *first, const bb_fo_node *end, bb_length width)
{
    bb_break start;

    return bb_stack_new_resumed(layout, container, first, end, width, NULL, &start);
}

bb_stack *bb_stack_new(bb_layout *layout, const bb_fo_node *container, bb_length width)
{
    return bb_stack_new_range(layout, container, container->first, NULL, width);
}
