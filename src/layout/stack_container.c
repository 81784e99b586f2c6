/* stack_container.c - block-containers of their own size: in the flow, turned, or out of it. */
#include "layout/stack_private.h"

static int turn_of(const bb_fo_node *node)
{
    const bb_fo_node *parent = node->parent;
    int own = bb_fo_get_integer(node, BB_FO_P_REFERENCE_ORIENTATION);
    int outer = parent != NULL ? bb_fo_get_integer(parent, BB_FO_P_REFERENCE_ORIENTATION) : 0;

    return ((own - outer) % 360 + 360) % 360;
}

/* A length that is given, or otherwise when it is auto. */
static bb_length length_or(const bb_fo_node *node, bb_fo_property property, bb_length hundred,
                           bb_length otherwise)
{
    const bb_fo_value *value = bb_fo_get(node, property);

    return value->kind == BB_FO_LENGTH_VALUE ? bb_fo_get_length(node, property, hundred)
                                             : otherwise;
}

/* Lays the content out; in a container of a definite height, shares of heights are shares of that.
 */
static bb_stack *lay_out(bb_layout *layout, const bb_fo_node *node, bb_length width,
                         bb_length height)
{
    bb_length outer = layout->bpd;

    if (height > 0)
        layout->bpd = height;
    bb_stack *content = bb_stack_new(layout, node, width);
    layout->bpd = outer;
    return content;
}

static bb_length natural_height(const bb_stack *content)
{
    return bb_stack_measure(content, BB_STACK_START, bb_stack_end(content), NULL);
}

/* Which way the width goes depends on the writing mode alone (§5.3.3): it is the measure of the
 * lines, so turned by 90 degrees it stands upright on the page, as in FOP. */
static void size_sideways(bb_container *container, bb_layout *layout, bb_length hundred_percent)
{
    const bb_fo_node *node = container->node;
    bb_length least, most;

    container->height = length_or(node, BB_FO_P_IPD_OPTIMUM, hundred_percent, 0);
    container->width = length_or(node, BB_FO_P_BPD_OPTIMUM, layout->bpd, 0);
    if (container->height == 0) {
        bb_stack *probe = bb_stack_new(layout, node, BB_LENGTH_MAX / 1024);
        bb_stack_measure_width(probe, &least, &most);
        container->height = most;
    }
    container->content = lay_out(layout, node, container->height, container->width);
    if (container->width == 0)
        container->width = natural_height(container->content);
}

bb_container *bb_container_new(bb_layout *layout, const bb_fo_node *node, bb_length x,
                               bb_length room, bb_length hundred_percent)
{
    bb_container *container = bb_arena_new0(layout->scratch, bb_container);

    *container = (bb_container){.node = node, .x = x, .turn = turn_of(node)};
    if (container->turn % 180 != 0) {
        size_sideways(container, layout, hundred_percent);
        return container;
    }
    container->width = length_or(node, BB_FO_P_IPD_OPTIMUM, hundred_percent, room);
    container->height = length_or(node, BB_FO_P_BPD_OPTIMUM, layout->bpd, 0);
    container->content = lay_out(layout, node, container->width, container->height);
    if (container->height == 0)
        container->height = natural_height(container->content);
    return container;
}

static bb_length aligned(bb_fo_keyword align, bb_length room)
{
    if (align == BB_FO_K_CENTER)
        return room / 2;
    return align == BB_FO_K_AFTER ? room : 0;
}

void bb_container_place(bb_container *container, bb_layout *layout, bb_area *parent, bb_length x,
                        bb_length y)
{
    bb_area *area = bb_area_new(layout->areas, BB_AREA_CONTAINER, container->node);
    bool sideways = container->turn % 180 != 0;
    bb_length content_width = sideways ? container->height : container->width;
    bb_length content_height = sideways ? container->width : container->height;
    bb_stack *content = container->content;
    bb_length shrink;
    bb_length natural = bb_stack_measure(content, BB_STACK_START, bb_stack_end(content), &shrink);
    bb_length given_way = bb_length_min(shrink, bb_length_max(0, natural - content_height));
    bb_fo_keyword align = bb_fo_get_keyword(container->node, BB_FO_P_DISPLAY_ALIGN);
    bb_fo_keyword overflow = bb_fo_get_keyword(container->node, BB_FO_P_OVERFLOW);
    const bb_length tolerance = BB_PT / 10;

    natural -= given_way;
    area->x = x;
    area->y = y;
    area->width = container->width;
    area->height = container->height;
    area->turn = container->turn;
    area->clip = overflow == BB_FO_K_HIDDEN && natural > content_height;
    bb_area_append(parent, area);
    bb_stack_target target = {
        .parent = area,
        .y = aligned(align, content_height - natural),
        .reference = area,
        .reference_width = content_width,
        .reference_height = content_height,
        .adjust = given_way > 0 ? -(double)given_way / (double)shrink : 0,
    };
    bb_stack_place(content, BB_STACK_START, bb_stack_end(content), &target);
    if (natural > content_height + tolerance && layout->page != NULL)
        bb_layout_report(layout, BB_M_CONTAINER_OVERFLOW, container->node,
                         bb_layout_print(layout, natural - content_height));
}

/* --- out of the flow (XSL 1.1 §7.6) --- */

static bool given(const bb_fo_node *node, bb_fo_property property)
{
    return bb_fo_get(node, property)->kind == BB_FO_LENGTH_VALUE;
}

/* The size of the content rectangle in one direction, as far as the offsets and the size say; -1
 * when the content decides. */
static bb_length size_along(const bb_fo_node *node, bb_fo_property near, bb_fo_property far,
                            bb_fo_property size, bb_length reference)
{
    if (given(node, size))
        return bb_fo_get_length(node, size, reference);
    if (!given(node, near) || !given(node, far))
        return -1;
    return bb_length_max(0, reference - bb_fo_get_length(node, near, reference) -
                                bb_fo_get_length(node, far, reference));
}

/* Where a rectangle of this size begins: counted from the far edge when only that offset is given.
 */
static bb_length place_along(const bb_fo_node *node, bb_fo_property near, bb_fo_property far,
                             bb_length size, bb_length reference)
{
    if (!given(node, near) && given(node, far))
        return reference - bb_fo_get_length(node, far, reference) - size;
    return bb_fo_get_length(node, near, reference);
}

/* absolute-position="fixed" counts from the page's corner, whatever is around the object. */
static bb_stack_target reference_of(const bb_layout *layout, const bb_fo_node *node,
                                    const bb_stack_target *target, bb_length *x, bb_length *y)
{
    bb_stack_target reference = *target;
    bool fixed = bb_fo_has(node, BB_FO_P_ABSOLUTE_POSITION, BB_FO_K_FIXED);

    *x = *y = 0;
    if (!fixed || layout->page == NULL || layout->region == NULL)
        return reference;
    reference.reference = layout->region;
    reference.reference_width = layout->page->width;
    reference.reference_height = layout->page->height;
    *x = -layout->region->x;
    *y = -layout->region->y;
    return reference;
}

/* Offsets are those of the content rectangle; border and padding stand outside it, as they do for
 * any block with no indents (§7.6.2: "top content edge", the words of CSS 2 in 1998). */
void bb_container_place_absolute(bb_layout *layout, const bb_fo_node *node,
                                 const bb_stack_target *outer)
{
    bb_length corner_x, corner_y;
    const bb_stack_target reference = reference_of(layout, node, outer, &corner_x, &corner_y);
    const bb_stack_target *target = &reference;
    bb_box_sides sides = bb_box_sides_of(node, target->reference_width);
    bb_length across = target->reference_width, down = target->reference_height;
    bb_length width = size_along(node, BB_FO_P_LEFT, BB_FO_P_RIGHT, BB_FO_P_IPD_OPTIMUM, across);
    bb_length height = size_along(node, BB_FO_P_TOP, BB_FO_P_BOTTOM, BB_FO_P_BPD_OPTIMUM, down);
    bool sideways = turn_of(node) % 180 != 0;
    bb_length around = layout->bpd;

    layout->bpd = down;
    bb_container *container =
        bb_container_new(layout, node, 0, width >= 0 ? width : across, across);
    layout->bpd = around;
    if (height >= 0 && !sideways)
        container->height = height;
    bb_area *area = bb_area_new(layout->areas, BB_AREA_BLOCK, node);
    bb_length left = place_along(node, BB_FO_P_LEFT, BB_FO_P_RIGHT, container->width, across);
    bb_length top = place_along(node, BB_FO_P_TOP, BB_FO_P_BOTTOM, container->height, down);
    bool rtl = bb_fo_has(node, BB_FO_P_WRITING_MODE, BB_FO_K_RL_TB);
    area->x = corner_x + left - (rtl ? sides.end : sides.start);
    area->y = corner_y + top - sides.before;
    area->width = container->width + sides.start + sides.end;
    area->height = container->height + sides.before + sides.after;
    area->box = bb_box_of(layout, node, (bb_box_parts){true, true, true, true});
    bb_area_append(target->reference, area);
    bb_container_place(container, layout, area, rtl ? sides.end : sides.start, sides.before);
}
