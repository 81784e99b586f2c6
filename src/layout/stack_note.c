/* stack_note.c - which footnotes are cited between two places of a stack. */
#include "layout/stack_private.h"

static void collect_in_box(const bb_stack_box *box, int from, int to, GPtrArray *notes)
{
    int count = 0;
    const bb_para_note *cited;

    switch (box->kind) {
    case BB_BOX_LINE:
        cited = bb_para_notes(box->line.para, box->line.line, box->line.line + 1, &count);
        for (int i = 0; i < count; i++) {
            if (cited[i].node->object == BB_FO_FOOTNOTE)
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
