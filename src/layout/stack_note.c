/* stack_note.c - which footnotes are cited between two places of a stack. */
#include "layout/stack_private.h"

/* Footnotes go to the page's foot, before-floats to its head. */
static bool leaves_flow(const bb_fo_node *node)
{
    return node->object == BB_FO_FOOTNOTE || bb_fo_has(node, BB_FO_P_FLOAT, BB_FO_K_BEFORE);
}

static void collect_in_box(const bb_stack_box *box, int from, int to, GPtrArray *notes)
{
    int count = 0;
    const bb_para_note *cited;

    switch (box->kind) {
    case BB_BOX_LINE:
        cited = bb_para_notes(box->line.para, box->line.line, box->line.line + 1, &count);
        for (int i = 0; i < count; i++) {
            if (leaves_flow(cited[i].node))
                g_ptr_array_add(notes, (void *)cited[i].node);
        }
        break;
    case BB_BOX_GRID:
        bb_grid_collect_notes(box->grid, from, to, notes);
        break;
    case BB_BOX_CONTAINER:
        bb_stack_collect_notes(box->container->content, BB_STACK_START,
                               bb_stack_end(box->container->content), notes);
        break;
    case BB_BOX_EMPTY:
        break;
    }
}

void bb_stack_count_notes(bb_stack *stack)
{
    GPtrArray *cited = g_ptr_array_new();
    GArray *before = g_array_new(FALSE, FALSE, sizeof(int));

    for (int i = 0; i < (int)stack->boxes->len; i++) {
        int count = (int)cited->len;
        g_array_append_val(before, count);
        collect_in_box(bb_stack_box_at(stack, i), 0, BB_GRID_END, cited);
    }
    if (cited->len == 0) {
        g_ptr_array_unref(cited);
        g_array_unref(before);
        return;
    }
    int all = (int)cited->len;
    g_array_append_val(before, all);
    stack->cited = cited;
    stack->cited_before = before;
}

static int notes_before(const bb_stack *stack, int box)
{
    return g_array_index(stack->cited_before, int, MIN(box, (int)stack->boxes->len));
}

static void collect_in_part(const bb_stack *stack, int box, int from, int to, GPtrArray *notes)
{
    if (notes_before(stack, box) < notes_before(stack, box + 1))
        collect_in_box(bb_stack_box_at(stack, box), from, to, notes);
}

void bb_stack_collect_notes(const bb_stack *stack, bb_break from, bb_break to, GPtrArray *notes)
{
    int first = from.box;

    if (stack->cited == NULL)
        return;
    if (from.state > 0) {
        bool same = from.box == to.box;
        collect_in_part(stack, from.box, from.state, same ? to.state : BB_GRID_END, notes);
        if (same)
            return;
        first++;
    }
    for (int i = notes_before(stack, first); i < notes_before(stack, to.box); i++)
        g_ptr_array_add(notes, stack->cited->pdata[i]);
    if (to.state > 0)
        collect_in_part(stack, to.box, 0, to.state, notes);
}

bool bb_stack_has_notes(const bb_stack *stack, bb_break from, bb_break to)
{
    int last = to.state > 0 ? to.box : to.box - 1;

    return stack->cited != NULL && notes_before(stack, from.box) < notes_before(stack, last + 1);
}

/* --- what repeated headers and footers cite --- */

static void collect_in_grids(const GPtrArray *grids, GPtrArray *notes)
{
    for (guint i = 0; grids != NULL && i < grids->len; i++)
        bb_grid_collect_notes(grids->pdata[i], 0, BB_GRID_END, notes);
}

static void collect_in_table(const bb_table *table, bool headers, GPtrArray *notes)
{
    bool repeats = false;
    const GPtrArray *grids =
        headers ? bb_table_header(table, &repeats) : bb_table_footer(table, &repeats);

    if (repeats)
        collect_in_grids(grids, notes);
}

bool bb_stack_table_repeats_notes(const bb_table *table)
{
    g_autoptr(GPtrArray) notes = g_ptr_array_new();

    collect_in_table(table, true, notes);
    collect_in_table(table, false, notes);
    return notes->len > 0;
}

void bb_stack_collect_repeated_notes(const bb_stack *stack, bb_break at, bool headers,
                                     GPtrArray *notes)
{
    int gap = at.state > 0 ? at.box + 1 : at.box;
    const bb_frame *frame = NULL;

    if (!stack->repeats_notes)
        return;
    if (at.state > 0)
        frame = bb_stack_box_at(stack, at.box)->frame;
    else
        frame = bb_gap_open_frame(stack, at.box);
    if (!headers && at.state > 0)
        bb_grid_collect_repeated_notes(bb_stack_box_at(stack, at.box)->grid, at.state, false,
                                       notes);
    for (; frame != NULL; frame = frame->parent) {
        if (frame->table != NULL && frame->first_box < gap)
            collect_in_table(frame->table, headers, notes);
    }
    if (headers && at.state > 0)
        bb_grid_collect_repeated_notes(bb_stack_box_at(stack, at.box)->grid, at.state, true, notes);
}

bool bb_stack_repeats_notes(const bb_stack *stack)
{
    return stack->repeats_notes;
}

/* --- floats --- */

bool bb_stack_has_floats(const bb_stack *stack)
{
    return stack->has_floats;
}

static void collect_floats_of_line(const bb_stack_box *box, GPtrArray *floats)
{
    int count = 0;
    const bb_para_note *cited =
        bb_para_notes(box->line.para, box->line.line, box->line.line + 1, &count);

    for (int i = 0; i < count; i++) {
        if (cited[i].node->object == BB_FO_FLOAT && !leaves_flow(cited[i].node))
            g_ptr_array_add(floats, (void *)cited[i].node);
    }
}

void bb_stack_collect_floats(const bb_stack *stack, bb_break from, bb_break to, GPtrArray *floats)
{
    int last = to.state > 0 ? to.box : to.box - 1;

    for (int i = from.box; i <= last && stack->has_floats; i++) {
        const bb_stack_box *box = bb_stack_box_at(stack, i);
        if (box->kind == BB_BOX_LINE)
            collect_floats_of_line(box, floats);
        else if (box->kind == BB_BOX_GRID)
            bb_grid_collect_floats(box->grid, i == from.box ? from.state : 0,
                                   i == to.box ? to.state : BB_GRID_END, floats);
    }
}
