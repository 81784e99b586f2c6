/* page.c - filling the pages of a sequence: flow first, for it has the markers, then the regions.
 */
#include "layout/page.h"

#include "layout/box.h"
#include "layout/page_break.h"
#include "layout/page_number.h"
#include "layout/refs.h"
#include "layout/stack.h"

#include <string.h>

typedef struct {
    bb_layout *layout;
    bb_page_masters *masters;
    bb_area_tree *tree;
    const bb_fo_node *sequence;
    int first_number, made; /* made: pages so far */
} filler;

static bb_page_position position_of(const filler *f, int index, bool last, bool blank)
{
    return (bb_page_position){index, f->first_number + index, last, blank};
}

/* --- ids and markers --- */

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

static void note_ids_of_page(bb_layout *layout, const bb_page *page)
{
    const bb_fo_node *sequence = page->sequence;
    const bb_fo_node *flow = bb_fo_child(sequence, BB_FO_FLOW);

    if (sequence->id != NULL)
        bb_refs_note(layout->refs, sequence->id, page->index, page->label, 0, 0);
    if (flow != NULL && flow->id != NULL)
        bb_refs_note(layout->refs, flow->id, page->index, page->label, 0, 0);
    note_ids(layout, page, page->first, 0, 0);
}

static void find_markers(bb_layout *layout, const bb_page *page, const bb_area *area)
{
    for (; area != NULL; area = area->next) {
        if (area->kind == BB_AREA_ANCHOR && area->node->object == BB_FO_MARKER) {
            bb_marker_place place = {area->node, page->index};
            g_array_append_val(layout->markers, place);
        }
        find_markers(layout, page, area->first);
    }
}

void bb_page_note_again(bb_layout *layout, const bb_page *page)
{
    find_markers(layout, page, page->first);
    note_ids_of_page(layout, page);
}

static bool has_class(const bb_fo_node *marker, const char *class)
{
    const char *own = bb_fo_attribute_of(marker, BB_FO_A_MARKER_CLASS_NAME);

    return own != NULL && class != NULL && strcmp(own, class) == 0;
}

static bool in_sequence(const bb_fo_node *marker, const bb_fo_node *sequence)
{
    const bb_fo_node *node = marker;

    while (node != NULL && node != sequence)
        node = node->parent;
    return node != NULL;
}

const bb_fo_node *bb_page_find_marker(const bb_layout *layout, const bb_fo_node *retriever)
{
    const char *class = bb_fo_attribute_of(retriever, BB_FO_A_RETRIEVE_CLASS_NAME);
    bb_fo_keyword position = bb_fo_get_keyword(retriever, BB_FO_P_RETRIEVE_POSITION);
    bb_fo_keyword boundary = bb_fo_get_keyword(retriever, BB_FO_P_RETRIEVE_BOUNDARY);
    const bb_fo_node *earlier = NULL, *first = NULL, *last = NULL;

    for (guint i = 0; i < layout->markers->len; i++) {
        const bb_marker_place *place = &g_array_index(layout->markers, bb_marker_place, i);
        if (!has_class(place->node, class) || place->page > layout->page->index)
            continue;
        bool far =
            boundary != BB_FO_K_DOCUMENT && !in_sequence(place->node, layout->page->sequence);
        if (place->page < layout->page->index) {
            if (boundary != BB_FO_K_PAGE && !far)
                earlier = place->node;
            continue;
        }
        first = first != NULL ? first : place->node;
        last = place->node;
    }
    bool wants_last = position == BB_FO_K_LAST_STARTING_WITHIN_PAGE ||
                      position == BB_FO_K_LAST_ENDING_WITHIN_PAGE;
    if (position == BB_FO_K_FIRST_INCLUDING_CARRYOVER && earlier != NULL)
        return earlier;
    if (first == NULL)
        return earlier;
    return wants_last ? last : first;
}

/* --- regions --- */

static bb_area *add_region(filler *f, bb_page *page, const bb_region *region)
{
    bb_area *area = bb_area_new(f->layout->areas, BB_AREA_REGION, region->node);

    area->x = region->border.x;
    area->y = region->border.y;
    area->width = region->border.width;
    area->height = region->border.height;
    area->box = bb_box_of(f->layout->areas, region->node, (bb_box_parts){true, true, true, true});
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

static void fill_region(filler *f, bb_page *page, const bb_region *region)
{
    const bb_fo_node *content = static_content(f->sequence, region->name);

    if (region->node == NULL)
        return;
    bb_area *area = add_region(f, page, region);
    area->artifact = true;
    if (content == NULL)
        return;
    f->layout->artifact = true;
    bb_stack *stack = bb_stack_new(f->layout, content, region->content.width);
    bb_stack_target target = target_in(area, region);
    bb_length height = bb_stack_measure(stack, BB_STACK_START, bb_stack_end(stack), NULL);
    target.y += aligned(region->node, region->content.height - height);
    bb_stack_place(stack, BB_STACK_START, bb_stack_end(stack), &target);
    f->layout->artifact = false;
}

/* --- pages --- */

static bb_page *begin_page(filler *f, const bb_page_master *master, int index, bool blank)
{
    bb_page *page = bb_area_tree_add_page(f->tree);
    const char *format = bb_fo_get(f->sequence, BB_FO_P_FORMAT)->string;
    g_autofree char *label = bb_page_number_print(f->first_number + index, format);

    page->width = master->width;
    page->height = master->height;
    page->number = f->first_number + index;
    page->label = bb_arena_strdup(f->layout->areas, label);
    page->format = format;
    page->sequence = f->sequence;
    page->master = master->node;
    page->blank = blank;
    f->layout->page = page;
    return page;
}

/* The body is filled before the other regions but painted after them. */
static void end_page(filler *f, bb_page *page, const bb_page_master *master)
{
    bb_area *body = page->first;

    page->first = page->last = NULL;
    find_markers(f->layout, page, body);
    for (int i = 0; i < BB_REGION_BODY; i++)
        fill_region(f, page, &master->regions[i]);
    if (body != NULL) {
        if (page->last != NULL)
            page->last->next = body;
        else
            page->first = body;
        page->last = body;
    }
    note_ids_of_page(f->layout, page);
    f->layout->page = NULL;
    f->made++;
}

static const bb_page_master *master_for(filler *f, int index, bool last, bool blank)
{
    return bb_page_masters_pick(f->masters, f->sequence, position_of(f, index, last, blank));
}

static bool add_blank(filler *f)
{
    const bb_page_master *master = master_for(f, f->made, false, true);

    if (master == NULL)
        return false;
    bb_page *page = begin_page(f, master, f->made, true);
    if (master->regions[BB_REGION_BODY].node != NULL)
        add_region(f, page, &master->regions[BB_REGION_BODY]);
    end_page(f, page, master);
    return true;
}

static bool fill_page(filler *f, bb_stack *stack, const bb_page_part *part, bool last)
{
    const bb_page_master *master = master_for(f, f->made, last, false);

    if (master == NULL || master->regions[BB_REGION_BODY].node == NULL)
        return false;
    const bb_region *body = &master->regions[BB_REGION_BODY];
    bb_page *page = begin_page(f, master, f->made, false);
    bb_area *area = add_region(f, page, body);
    bb_stack_target target = target_in(area, body);
    bb_length height = bb_stack_measure(stack, part->from, part->to, NULL);
    target.y += aligned(body->node, bb_length_max(0, body->content.height - height));
    target.shrink = part->shrink;
    bb_stack_place(stack, part->from, part->to, &target);
    const bb_length tolerance = BB_PT / 10;
    if (part->overflow > tolerance)
        bb_layout_report(f->layout, BB_M_PAGE_OVERFLOW, bb_stack_node_at(stack, part->from),
                         bb_layout_print(f->layout, part->overflow));
    end_page(f, page, master);
    return true;
}

/* --- breaking the flow --- */

typedef struct {
    filler *f;
    bool final; /* the sequence ends with these pages */
} height_source;

static bb_length height_of(void *data, int index, bool last)
{
    const height_source *source = data;
    filler *f = source->f;
    const bb_page_master *master = master_for(f, f->made + index, last && source->final, false);

    return master != NULL ? master->regions[BB_REGION_BODY].content.height : BB_LENGTH_MAX;
}

/* A break to an odd or even page leaves a blank one where the number is the other kind. */
static bool skip_to_parity(filler *f, bb_fo_keyword kind)
{
    bool odd = (f->first_number + f->made) % 2 != 0;

    if ((kind == BB_FO_K_ODD_PAGE && !odd) || (kind == BB_FO_K_EVEN_PAGE && odd))
        return add_blank(f);
    return true;
}

static bool fill_segment(filler *f, bb_stack *stack, bb_break from, bb_break to)
{
    height_source source = {f, bb_break_equal(to, bb_stack_end(stack))};
    g_autoptr(GArray) parts = bb_page_break(stack, from, to, height_of, &source);

    for (guint i = 0; i < parts->len; i++) {
        bool last = source.final && i == parts->len - 1;
        if (!fill_page(f, stack, &g_array_index(parts, bb_page_part, i), last))
            return false;
    }
    return true;
}

static bool fill_flow(filler *f, const bb_fo_node *flow, bb_length width)
{
    bb_stack *stack = bb_stack_new(f->layout, flow, width);
    bb_break from = BB_STACK_START, end = bb_stack_end(stack);

    if (!bb_break_equal(from, end)) {
        bb_break_cost cost = bb_stack_cost(stack, from);
        if (cost.forced && !skip_to_parity(f, cost.kind))
            return false;
    }
    do {
        bb_break to = bb_page_next_forced(stack, from);
        if (!fill_segment(f, stack, from, to))
            return false;
        if (bb_break_equal(to, end))
            return true;
        if (!skip_to_parity(f, bb_stack_cost(stack, to).kind))
            return false;
        from = to;
    } while (true);
}

int bb_page_sequence(bb_layout *layout, bb_page_masters *masters, bb_area_tree *tree,
                     const bb_fo_node *sequence, int first_number)
{
    filler f = {layout, masters, tree, sequence, first_number, 0};
    const bb_fo_node *flow = bb_fo_child(sequence, BB_FO_FLOW);
    const bb_page_master *master = master_for(&f, 0, false, false);

    if (flow == NULL || master == NULL)
        return 0;
    fill_flow(&f, flow, master->regions[BB_REGION_BODY].content.width);
    return f.made;
}

void bb_page_add_blank(bb_layout *layout, bb_page_masters *masters, bb_area_tree *tree,
                       const bb_fo_node *sequence, int number, int index)
{
    filler f = {layout, masters, tree, sequence, number - index, index};

    add_blank(&f);
}
