/* stack_rest.c - going on in another width.
 *
 * Where pages of one flow differ in width, what is left after a break is piled up anew. Paragraphs,
 * rows and marks come in the order of the tree whatever the width is, so their number says where
 * the new stack takes over; within a paragraph it is the item at which the line would begin. */
#include "layout/stack_private.h"

static bool goes_on(const bb_stack_box *box)
{
    if (box->kind == BB_BOX_LINE)
        return box->line.line > 0 || bb_para_is_rest(box->line.para);
    return box->kind == BB_BOX_GRID && bb_grid_is_rest(box->grid);
}

static bb_stack_resume resume_at(const bb_stack *stack, bb_break at)
{
    const bb_stack_box *box = bb_stack_box_at(stack, at.box);
    const bb_gap *gap = bb_stack_gap_at(stack, at.box);

    if (at.state > 0 || goes_on(box))
        return (bb_stack_resume){box->event, box, at.state};
    if (gap->break_mark < gap->mark_count)
        return (bb_stack_resume){
            .event = bb_stack_mark_at(stack, gap->first_mark + gap->break_mark)->event};
    return (bb_stack_resume){.event = box->event};
}

bb_stack *bb_stack_new_rest(const bb_stack *stack, bb_break at, bb_length width, bb_break *start)
{
    if (at.box >= (int)stack->boxes->len) {
        bb_stack *whole =
            bb_stack_new_range(stack->layout, stack->container, stack->first, stack->end, width);
        *start = bb_stack_end(whole);
        return whole;
    }
    bb_stack_resume resume = resume_at(stack, at);
    return bb_stack_new_resumed(stack->layout, stack->container, stack->first, stack->end, width,
                                &resume, start);
}
