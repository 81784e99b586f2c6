/* page_master.c - reading masters, and picking them page by page. */
#include "layout/page_master.h"

#include "layout/box.h"

#include <string.h>

struct bb_page_masters {
    bb_layout *layout;
    GHashTable *simple;    /* name to bb_page_master */
    GHashTable *sequences; /* name to fo:page-sequence-master */
};

static const struct {
    bb_fo_object object;
    const char *name;
} REGIONS[BB_REGION_COUNT] = {
    [BB_REGION_BEFORE] = {BB_FO_REGION_BEFORE, "xsl-region-before"},
    [BB_REGION_AFTER] = {BB_FO_REGION_AFTER, "xsl-region-after"},
    [BB_REGION_START] = {BB_FO_REGION_START, "xsl-region-start"},
    [BB_REGION_END] = {BB_FO_REGION_END, "xsl-region-end"},
    [BB_REGION_BODY] = {BB_FO_REGION_BODY, "xsl-region-body"},
};

static bb_rectangle inset(bb_rectangle r, bb_length top, bb_length right, bb_length bottom,
                          bb_length left)
{
    return (bb_rectangle){r.x + left, r.y + top, bb_length_max(0, r.width - left - right),
                          bb_length_max(0, r.height - top - bottom)};
}

/* Shares are those of the whole page, for margins as for extents (§7.27.7). */
static bb_rectangle inset_margins(const bb_page_master *master, const bb_fo_node *node,
                                  bb_rectangle r)
{
    return inset(r, bb_fo_get_length(node, BB_FO_P_MARGIN_TOP, master->height),
                 bb_fo_get_length(node, BB_FO_P_MARGIN_RIGHT, master->width),
                 bb_fo_get_length(node, BB_FO_P_MARGIN_BOTTOM, master->height),
                 bb_fo_get_length(node, BB_FO_P_MARGIN_LEFT, master->width));
}

static bb_length extent_of(const bb_region *region, bb_length hundred)
{
    return region->node != NULL ? bb_fo_get_length(region->node, BB_FO_P_EXTENT, hundred) : 0;
}

static bool precedes(const bb_region *region)
{
    return region->node != NULL && bb_fo_has(region->node, BB_FO_P_REGION_PRECEDENCE, BB_FO_K_TRUE);
}

/* Outer regions hug the page's content rectangle; where two would share a corner, the precedence of
 * before and after decides (§6.4.15). */
static void place_regions(bb_page_master *master, bb_rectangle page)
{
    bb_region *before = &master->regions[BB_REGION_BEFORE];
    bb_region *after = &master->regions[BB_REGION_AFTER];
    bb_region *start = &master->regions[BB_REGION_START];
    bb_region *end = &master->regions[BB_REGION_END];
    bb_length top = extent_of(before, master->height), bottom = extent_of(after, master->height);
    bb_length left = extent_of(start, master->width), right = extent_of(end, master->width);
    bool before_wide = precedes(before), after_wide = precedes(after);

    before->border = inset((bb_rectangle){page.x, page.y, page.width, top}, 0,
                           before_wide ? 0 : right, 0, before_wide ? 0 : left);
    after->border = inset((bb_rectangle){page.x, page.y + page.height - bottom, page.width, bottom},
                          0, after_wide ? 0 : right, 0, after_wide ? 0 : left);
    bb_length side_top = before_wide ? top : 0, side_bottom = after_wide ? bottom : 0;
    start->border =
        inset((bb_rectangle){page.x, page.y, left, page.height}, side_top, 0, side_bottom, 0);
    end->border = inset((bb_rectangle){page.x + page.width - right, page.y, right, page.height},
                        side_top, 0, side_bottom, 0);
}

static void finish_regions(bb_page_master *master)
{
    for (int i = 0; i < BB_REGION_COUNT; i++) {
        bb_region *region = &master->regions[i];
        if (region->node == NULL)
            continue;
        bb_box_sides sides = bb_box_sides_of(region->node, region->border.width);
        region->content = inset(region->border, sides.before, sides.end, sides.after, sides.start);
    }
}

static bb_page_master *read_master(bb_page_masters *masters, const bb_fo_node *node)
{
    bb_page_master *master = bb_arena_new0(masters->layout->areas, bb_page_master);
    const bb_length a4_width = bb_length_from_pt(595.276), a4_height = bb_length_from_pt(841.89);

    master->node = node;
    master->width = bb_fo_get_length(node, BB_FO_P_PAGE_WIDTH, 0);
    master->height = bb_fo_get_length(node, BB_FO_P_PAGE_HEIGHT, 0);
    master->width = master->width > 0 ? master->width : a4_width;
    master->height = master->height > 0 ? master->height : a4_height;
    for (int i = 0; i < BB_REGION_COUNT; i++) {
        bb_region *region = &master->regions[i];
        region->node = bb_fo_child(node, REGIONS[i].object);
        region->name = REGIONS[i].name;
        const char *own =
            region->node != NULL ? bb_fo_attribute_of(region->node, BB_FO_A_REGION_NAME) : NULL;
        if (own != NULL)
            region->name = own;
    }
    bb_rectangle page =
        inset_margins(master, node, (bb_rectangle){0, 0, master->width, master->height});
    place_regions(master, page);
    bb_region *body = &master->regions[BB_REGION_BODY];
    master->column_count = 1;
    if (body->node != NULL) {
        body->border = inset_margins(master, body->node, page);
        master->column_count = MAX(1, bb_fo_get_integer(body->node, BB_FO_P_COLUMN_COUNT));
        master->column_gap = bb_fo_get_length(body->node, BB_FO_P_COLUMN_GAP, body->border.width);
    }
    finish_regions(master);
    return master;
}

bb_page_masters *bb_page_masters_new(bb_layout *layout, const bb_fo_node *root)
{
    bb_page_masters *masters = g_new0(bb_page_masters, 1);
    const bb_fo_node *set = bb_fo_child(root, BB_FO_LAYOUT_MASTER_SET);

    masters->layout = layout;
    masters->simple = g_hash_table_new(g_str_hash, g_str_equal);
    masters->sequences = g_hash_table_new(g_str_hash, g_str_equal);
    for (const bb_fo_node *node = set != NULL ? set->first : NULL; node != NULL;
         node = node->next) {
        const char *name = bb_fo_attribute_of(node, BB_FO_A_MASTER_NAME);
        if (name == NULL)
            continue;
        if (node->object == BB_FO_SIMPLE_PAGE_MASTER)
            g_hash_table_insert(masters->simple, (char *)name, read_master(masters, node));
        else if (node->object == BB_FO_PAGE_SEQUENCE_MASTER)
            g_hash_table_insert(masters->sequences, (char *)name, (void *)node);
    }
    return masters;
}

void bb_page_masters_free(bb_page_masters *masters)
{
    if (masters == NULL)
        return;
    g_hash_table_unref(masters->simple);
    g_hash_table_unref(masters->sequences);
    g_free(masters);
}

/* --- picking --- */

static bool position_fits(const bb_fo_node *condition, bb_page_position p)
{
    switch (bb_fo_get_keyword(condition, BB_FO_P_PAGE_POSITION)) {
    case BB_FO_K_FIRST:
        return p.index == 0;
    case BB_FO_K_LAST:
        return p.last;
    case BB_FO_K_ONLY:
        return p.index == 0 && p.last;
    case BB_FO_K_REST:
        return p.index > 0 && !p.last;
    default:
        return true;
    }
}

static bool fits(const bb_fo_node *condition, bb_page_position p)
{
    bb_fo_keyword parity = bb_fo_get_keyword(condition, BB_FO_P_ODD_OR_EVEN);
    bb_fo_keyword blank = bb_fo_get_keyword(condition, BB_FO_P_BLANK_OR_NOT_BLANK);

    if ((parity == BB_FO_K_ODD && p.number % 2 == 0) ||
        (parity == BB_FO_K_EVEN && p.number % 2 != 0))
        return false;
    if ((blank == BB_FO_K_BLANK && !p.blank) || (blank == BB_FO_K_NOT_BLANK && p.blank))
        return false;
    return position_fits(condition, p);
}

static const char *pick_alternative(const bb_fo_node *alternatives, bb_page_position p)
{
    for (const bb_fo_node *c = alternatives->first; c != NULL; c = c->next) {
        if (c->object == BB_FO_CONDITIONAL_PAGE_MASTER_REFERENCE && fits(c, p))
            return bb_fo_attribute_of(c, BB_FO_A_MASTER_REFERENCE);
    }
    return NULL;
}

static int most_pages(const bb_fo_node *reference)
{
    if (reference->object == BB_FO_SINGLE_PAGE_MASTER_REFERENCE)
        return 1;
    if (bb_fo_has(reference, BB_FO_P_MAXIMUM_REPEATS, BB_FO_K_NO_LIMIT))
        return INT_MAX;
    return MAX(0, bb_fo_get_integer(reference, BB_FO_P_MAXIMUM_REPEATS));
}

/* Sub-sequences are used up one after the other; the last one goes on for ever (§6.4.7). */
static const char *pick_from_sequence(const bb_fo_node *sequence, bb_page_position p)
{
    int before = 0;
    const char *name = NULL;

    for (const bb_fo_node *r = sequence->first; r != NULL; r = r->next) {
        int most = most_pages(r);
        bool last = r->next == NULL;
        if (!last && p.index - before >= most) {
            before += most;
            continue;
        }
        name = r->object == BB_FO_REPEATABLE_PAGE_MASTER_ALTERNATIVES
                   ? pick_alternative(r, p)
                   : bb_fo_attribute_of(r, BB_FO_A_MASTER_REFERENCE);
        if (name != NULL)
            break;
    }
    return name;
}

const bb_page_master *bb_page_masters_pick(bb_page_masters *masters, const bb_fo_node *sequence,
                                           bb_page_position position)
{
    const char *name = bb_fo_attribute_of(sequence, BB_FO_A_MASTER_REFERENCE);
    const bb_fo_node *several = name != NULL ? g_hash_table_lookup(masters->sequences, name) : NULL;

    if (several != NULL)
        name = pick_from_sequence(several, position);
    const bb_page_master *master = name != NULL ? g_hash_table_lookup(masters->simple, name) : NULL;
    if (master == NULL)
        bb_layout_report(masters->layout, BB_M_MASTER_MISSING, sequence, name != NULL ? name : "");
    return master;
}

static bool asks_position(const bb_page_masters *masters, const bb_fo_node *sequence,
                          bb_fo_keyword position)
{
    const char *name = bb_fo_attribute_of(sequence, BB_FO_A_MASTER_REFERENCE);
    const bb_fo_node *several = name != NULL ? g_hash_table_lookup(masters->sequences, name) : NULL;

    for (const bb_fo_node *r = several != NULL ? several->first : NULL; r != NULL; r = r->next) {
        for (const bb_fo_node *c = r->first; c != NULL; c = c->next) {
            if (bb_fo_has(c, BB_FO_P_PAGE_POSITION, position))
                return true;
        }
    }
    return false;
}

bool bb_page_masters_ask_last(const bb_page_masters *masters, const bb_fo_node *sequence)
{
    return asks_position(masters, sequence, BB_FO_K_LAST) ||
           asks_position(masters, sequence, BB_FO_K_ONLY);
}

bool bb_page_masters_ask_only(const bb_page_masters *masters, const bb_fo_node *sequence)
{
    return asks_position(masters, sequence, BB_FO_K_ONLY);
}
