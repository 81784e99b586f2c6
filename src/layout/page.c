/* page.c - filling the pages of a sequence: flow first, for it has the markers, then the regions.
 */
#include "layout/page_private.h"

#include "layout/box.h"
#include "layout/page_marker.h"
#include "layout/page_number.h"
#include "layout/refs.h"

#include <string.h>

/* --- ids --- */

static void note_ids(bb_layout *layout, const bb_page *page, const bb_area *area, bb_length x,
                     bb_length y)
{
    for (; area != NULL; area = area->next) {
        bb_length ax = x + area->x, ay = y + area->y;
        if (area->artifact)
            continue;
        if (area->node != NULL && area->node->id != NULL && area->kind != BB_AREA_TEXT)
            bb_refs_note(layout->refs, area->node->id, page->index, page->label, ax, ay);
        note_ids(layout, page, area->first, ax, ay);
    }
}

void bb_page_note_ids(bb_layout *layout, const bb_page *page)
{
    const bb_fo_node *sequence = page->sequence;
    const bb_fo_node *flow = bb_fo_child(sequence, BB_FO_FLOW);

    if (sequence->id != NULL)
        bb_refs_note(layout->refs, sequence->id, page->index, page->label, 0, 0);
    if (flow != NULL && flow->id != NULL)
        bb_refs_note(layout->refs, flow->id, page->index, page->label, 0, 0);
    note_ids(layout, page, page->first, 0, 0);
}

/* --- regions --- */

static void set_region_box(bb_filler *f, bb_area *area, const bb_region *region)
{
    area->x = region->border.x;
    area->y = region->border.y;
    area->width = region->border.width;
    area->height = region->border.height;
    area->box = bb_box_of(f->layout, region->node, (bb_box_parts){true, true, true, true});
}

static bb_area *add_region(bb_filler *f, bb_page *page, const bb_region *region)
{
    bb_area *area = bb_area_new(f->layout->areas, BB_AREA_REGION, region->node);

    set_region_box(f, area, region);
    if (page->last != NULL)
        page->last->next = area;
    else
        page->first = area;
    page->last = area;
    return area;
}

static bb_stack_target target_in(bb_area *area, const bb_region *region)
{
    return (bb_stack_target){
        .parent = area,
        .x = region->content.x - region->border.x,
        .y = region->content.y - region->border.y,
        .reference = area,
        .reference_width = region->content.width,
        .reference_height = region->content.height,
    };
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

static const bb_fo_node *static_content(const bb_fo_node *sequence, const char *name)
{
    for (const bb_fo_node *node = sequence->first; node != NULL; node = node->next) {
        const char *flow = bb_fo_attribute_of(node, BB_FO_A_FLOW_NAME);
        if (node->object == BB_FO_STATIC_CONTENT && flow != NULL && strcmp(flow, name) == 0)
            return node;
    }
    return NULL;
}

static void fill_region(bb_filler *f, bb_page *page, const bb_region *region)
{
    const bb_fo_node *content = static_content(f->sequence, region->name);

    if (region->node == NULL)
        return;
    bb_area *area = add_region(f, page, region);
    area->artifact = true;
    if (content == NULL)
        return;
    f->layout->artifact = true;
    f->layout->region = area;
    bb_stack *stack = bb_stack_new(f->layout, content, region->content.width);
    bb_stack_target target = target_in(area, region);
    bb_length height = bb_stack_measure(stack, BB_STACK_START, bb_stack_end(stack), NULL);
    target.y += aligned(region->node, region->content.height - height);
    bb_stack_place(stack, BB_STACK_START, bb_stack_end(stack), &target);
    f->layout->artifact = false;
}

/* --- pages --- */

const bb_page_master *bb_filler_master(bb_filler *f, int index, bool blank)
{
    bb_page_position position = {index, f->first_number + index, false, blank};

    return bb_page_masters_pick(f->masters, f->sequence, position);
}

const bb_page_master *bb_filler_last_master(bb_filler *f, int index, bool blank)
{
    bb_page_position position = {index, f->first_number + index, true, blank};

    if (!bb_page_masters_ask_last(f->masters, f->sequence))
        return bb_filler_master(f, index, blank);
    return bb_page_masters_pick(f->masters, f->sequence, position);
}

static bb_page *begin_page(bb_filler *f, const bb_page_master *master, bool blank)
{
    bb_page *page = bb_area_tree_add_page(f->tree);
    const char *format = bb_fo_get(f->sequence, BB_FO_P_FORMAT)->string;
    g_autofree char *label =
        bb_page_number_group(bb_page_number_print(f->first_number + f->made, format),
                             bb_fo_get(f->sequence, BB_FO_P_GROUPING_SEPARATOR)->string,
                             bb_fo_get_integer(f->sequence, BB_FO_P_GROUPING_SIZE));

    page->width = master->width;
    page->height = master->height;
    page->number = f->first_number + f->made;
    page->label = bb_arena_strdup(f->layout->areas, label);
    page->format = format;
    page->sequence = f->sequence;
    page->master = master->node;
    page->blank = blank;
    f->layout->page = page;
    f->page = page;
    f->master = master;
    f->used = 0;
    f->floats = 0;
    if (master->regions[BB_REGION_BODY].node != NULL)
        f->layout->region = f->body = add_region(f, page, &master->regions[BB_REGION_BODY]);
    return page;
}

bool bb_filler_begin(bb_filler *f, bool last)
{
    const bb_page_master *master =
        last ? bb_filler_last_master(f, f->made, false) : bb_filler_master(f, f->made, false);

    if (master == NULL || master->regions[BB_REGION_BODY].node == NULL)
        return false;
    begin_page(f, master, false);
    return true;
}

bb_stack_target bb_filler_target(const bb_filler *f)
{
    return target_in(f->body, &f->master->regions[BB_REGION_BODY]);
}

/* --- footnotes --- */

bb_length bb_filler_note_width(bb_filler *f)
{
    const bb_page_master *master =
        f->master != NULL ? f->master : bb_filler_master(f, f->made, false);

    return master != NULL ? master->regions[BB_REGION_BODY].content.width : 0;
}

static bb_stack *separator(bb_filler *f)
{
    const bb_fo_node *content = static_content(f->sequence, "xsl-footnote-separator");

    return content != NULL ? bb_stack_new(f->layout, content, bb_filler_note_width(f)) : NULL;
}

bb_length bb_filler_separator_height(bb_filler *f)
{
    const bb_stack *stack = separator(f);

    return stack != NULL ? bb_stack_measure(stack, BB_STACK_START, bb_stack_end(stack), NULL) : 0;
}

static bb_length place_part(bb_stack *stack, bb_break from, bb_break to,
                            const bb_stack_target *target, bool artifact)
{
    bb_area *last = target->parent->last;
    bb_length height = bb_stack_place(stack, from, to, target);

    for (bb_area *area = last != NULL ? last->next : target->parent->first;
         area != NULL && artifact; area = area->next)
        area->artifact = true;
    return height;
}

/* What is on the page already makes room, but for floats that came before. */
static void place_before_float(bb_filler *f, const bb_note_part *part)
{
    bb_stack_target target = bb_filler_target(f);
    bb_area *area = bb_area_new(f->layout->areas, BB_AREA_BLOCK, part->note->node);
    bb_length height = bb_note_part_height(part);

    for (bb_area *child = f->body->first; child != NULL; child = child->next) {
        bool is_float = child->node != NULL && child->node->object == BB_FO_FLOAT;
        child->y += is_float ? 0 : height;
    }
    area->x = target.x;
    area->y = target.y + f->floats;
    area->width = target.reference_width;
    area->height = height;
    bb_area_append(f->body, area);
    target.parent = area;
    target.x = target.y = 0;
    bb_stack_place(part->note->body, part->from, part->to, &target);
    f->floats += height;
    f->used += height;
}

void bb_filler_add_notes(bb_filler *f, const GArray *parts)
{
    for (guint i = 0; i < parts->len; i++) {
        const bb_note_part *part = &g_array_index(parts, bb_note_part, i);
        if (part->note->node->object == BB_FO_FLOAT)
            place_before_float(f, part);
        else
            g_array_append_val(f->notes, *part);
    }
}

/* Notes stand at the foot of the body, the separator above them. */
static void place_notes(bb_filler *f)
{
    if (f->notes == NULL || f->notes->len == 0)
        return;
    bb_stack_target target = bb_filler_target(f);
    bb_stack *above = separator(f);
    bb_length height = above != NULL ? bb_filler_separator_height(f) : 0;

    for (guint i = 0; i < f->notes->len; i++)
        height += bb_note_part_height(&g_array_index(f->notes, bb_note_part, i));
    if (height > target.reference_height + BB_PT / 10)
        bb_layout_report(f->layout, BB_M_PAGE_OVERFLOW,
                         g_array_index(f->notes, bb_note_part, 0).note->node,
                         bb_layout_print(f->layout, height - target.reference_height));
    target.y += target.reference_height - height;
    if (above != NULL) {
        target.y += place_part(above, BB_STACK_START, bb_stack_end(above), &target, true);
    }
    for (guint i = 0; i < f->notes->len; i++) {
        const bb_note_part *part = &g_array_index(f->notes, bb_note_part, i);
        target.y += place_part(part->note->body, part->from, part->to, &target, part->again);
    }
    g_array_set_size(f->notes, 0);
}

/* The body is filled before the other regions but painted after them. */
void bb_filler_end(bb_filler *f)
{
    bb_page *page = f->page;

    if (page == NULL)
        return;
    place_notes(f);
    bb_area *body = page->first;
    page->first = page->last = NULL;
    bb_markers_note_page(f->layout->markers, page, body);
    for (int i = 0; i < BB_REGION_BODY; i++)
        fill_region(f, page, &f->master->regions[i]);
    if (body != NULL) {
        if (page->last != NULL)
            page->last->next = body;
        else
            page->first = body;
        page->last = body;
    }
    bb_page_note_ids(f->layout, page);
    f->layout->page = NULL;
    f->layout->region = NULL;
    f->page = NULL;
    f->used = 0;
    f->master = NULL;
    f->body = NULL;
    f->made++;
}

/* Whether the sequence must end with a blank page (§7.27.6). */
static bool wants_blank(const bb_fo_node *sequence, const bb_fo_node *next, int last, int count)
{
    bool odd = last % 2 != 0;

    switch (bb_fo_get_keyword(sequence, BB_FO_P_FORCE_PAGE_COUNT)) {
    case BB_FO_K_EVEN:
        return count % 2 != 0;
    case BB_FO_K_ODD:
        return count % 2 == 0;
    case BB_FO_K_END_ON_EVEN:
        return odd;
    case BB_FO_K_END_ON_ODD:
        return !odd;
    case BB_FO_K_NO_FORCE:
        return false;
    default:
        break;
    }
    if (next == NULL)
        return false;
    /* auto: what the next one's initial-page-number needs. */
    const bb_fo_value *value = bb_fo_get(next, BB_FO_P_INITIAL_PAGE_NUMBER);
    if (value->kind == BB_FO_NUMBER_VALUE)
        return (int)value->number % 2 == (odd ? 1 : 0);
    return (bb_fo_is(value, BB_FO_K_AUTO_ODD) && odd) ||
           (bb_fo_is(value, BB_FO_K_AUTO_EVEN) && !odd);
}

void bb_filler_switch(bb_filler *f, const bb_page_master *master)
{
    const bb_region *before = &f->master->regions[BB_REGION_BODY];
    const bb_region *body = &master->regions[BB_REGION_BODY];

    f->master = master;
    f->page->master = master->node;
    f->page->width = master->width;
    f->page->height = master->height;
    f->body->node = body->node;
    set_region_box(f, f->body, body);
    /* Content stands as far from the border as it did. */
    bb_area_shift_children(f->body,
                           body->content.x - body->border.x - before->content.x + before->border.x,
                           body->content.y - body->border.y - before->content.y + before->border.y);
}

bool bb_filler_pass(bb_filler *f)
{
    const bb_page_master *master = bb_filler_master(f, f->made, false);

    if (master == NULL)
        return false;
    begin_page(f, master, false);
    bb_filler_end(f);
    return true;
}

bool bb_filler_is_followed(const bb_filler *f, int index)
{
    return wants_blank(f->sequence, f->next, f->first_number + index, index + 1);
}

/* The blank page that ends a sequence is its last; one that only mends a parity is not. */
static bool add_blank(bb_filler *f, bool last)
{
    const bb_page_master *master =
        last ? bb_filler_last_master(f, f->made, true) : bb_filler_master(f, f->made, true);

    if (master == NULL)
        return false;
    begin_page(f, master, true);
    bb_filler_end(f);
    return true;
}

bool bb_filler_add_blank(bb_filler *f)
{
    return add_blank(f, false);
}

int bb_page_sequence(bb_layout *layout, bb_page_masters *masters, bb_area_tree *tree,
                     const bb_fo_node *sequence, const bb_fo_node *next, int first_number)
{
    bb_filler f = {
        .layout = layout,
        .masters = masters,
        .tree = tree,
        .sequence = sequence,
        .next = next,
        .first_number = first_number,
        .notes = g_array_new(FALSE, FALSE, sizeof(bb_note_part)),
    };
    const bb_fo_node *flow = bb_fo_child(sequence, BB_FO_FLOW);

    if (flow != NULL && bb_filler_master(&f, 0, false) != NULL)
        bb_filler_flow(&f, flow);
    bb_filler_end(&f);
    if (f.made > 0 && bb_filler_is_followed(&f, f.made - 1))
        add_blank(&f, true);
    g_array_unref(f.notes);
    return f.made;
}
