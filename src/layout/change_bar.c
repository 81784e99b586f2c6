/* change_bar.c - pairing begins and ends, and drawing rules beside the lines between them. */
#include "layout/change_bar.h"

#include "layout/box.h"

#include <limits.h>
#include <string.h>

typedef struct {
    const bb_fo_node *begin;
    const char *class;
    int to; /* the order of its end; INT_MAX while it has none */
} stretch;

struct bb_change_bars {
    GArray *stretches; /* stretch */
};

static void end_stretch(bb_change_bars *bars, const bb_fo_node *end, const char *class)
{
    /* Pairs of one class are nested: an end belongs to the last begin that is open. */
    for (guint i = bars->stretches->len; i > 0; i--) {
        stretch *s = &g_array_index(bars->stretches, stretch, i - 1);
        if (s->to == INT_MAX && strcmp(s->class, class) == 0) {
            s->to = end->order;
            return;
        }
    }
}

static void find_stretches(bb_change_bars *bars, const bb_fo_node *node)
{
    for (const bb_fo_node *child = node->first; child != NULL; child = child->next) {
        const char *class = bb_fo_attribute_of(child, BB_FO_A_CHANGE_BAR_CLASS);
        if (child->object == BB_FO_CHANGE_BAR_BEGIN) {
            stretch s = {child, class != NULL ? class : "", INT_MAX};
            g_array_append_val(bars->stretches, s);
        } else if (child->object == BB_FO_CHANGE_BAR_END) {
            end_stretch(bars, child, class != NULL ? class : "");
        } else {
            find_stretches(bars, child);
        }
    }
}

bb_change_bars *bb_change_bars_new(const bb_fo_node *flow)
{
    bb_change_bars *bars = g_new0(bb_change_bars, 1);

    bars->stretches = g_array_new(FALSE, FALSE, sizeof(stretch));
    find_stretches(bars, flow);
    if (bars->stretches->len == 0)
        g_clear_pointer(&bars, bb_change_bars_free);
    return bars;
}

void bb_change_bars_free(bb_change_bars *bars)
{
    if (bars == NULL)
        return;
    g_array_unref(bars->stretches);
    g_free(bars);
}

/* --- drawing --- */

typedef struct {
    const stretch *stretch;
    bb_length top, bottom;
    bool any;
} reach;

static bool lies_within(const stretch *s, const bb_area *area)
{
    return area->node != NULL && area->node->order > s->begin->order && area->node->order < s->to;
}

/* Whether the area, or one in it, has content of the stretch. */
static bool has_content(const stretch *s, const bb_area *area)
{
    bool content =
        area->kind == BB_AREA_TEXT || area->kind == BB_AREA_GRAPHIC || area->kind == BB_AREA_RULE;

    if (content && lies_within(s, area))
        return true;
    for (const bb_area *child = area->first; child != NULL; child = child->next) {
        if (has_content(s, child))
            return true;
    }
    return false;
}

/* Lines count as wholes, however little of them changed. */
static void find_reach(reach *r, const bb_area *area, bb_length y)
{
    for (; area != NULL; area = area->next) {
        bb_length top = y + area->y;
        if (area->artifact)
            continue;
        if (area->kind != BB_AREA_LINE) {
            find_reach(r, area->first, top);
            continue;
        }
        if (!has_content(r->stretch, area))
            continue;
        r->top = r->any ? bb_length_min(r->top, top) : top;
        r->bottom = r->any ? bb_length_max(r->bottom, top + area->height) : top + area->height;
        r->any = true;
    }
}

static bool stands_left(const bb_fo_node *node, const bb_change_column *column)
{
    bool rtl = bb_fo_has(node, BB_FO_P_WRITING_MODE, BB_FO_K_RL_TB);

    switch (bb_fo_get_keyword(node, BB_FO_P_CHANGE_BAR_PLACEMENT)) {
    case BB_FO_K_END:
        return rtl;
    case BB_FO_K_LEFT:
        return true;
    case BB_FO_K_RIGHT:
        return false;
    case BB_FO_K_INSIDE:
        return column->odd;
    case BB_FO_K_OUTSIDE:
        return !column->odd;
    case BB_FO_K_ALTERNATE:
        /* Outside the columns where there are two, else as start. */
        return column->count == 2 ? column->index == 0 : !rtl;
    default:
        return !rtl;
    }
}

/* The offset is measured to the middle of the rule (§7.30.3). */
static void draw(const reach *r, bb_layout *layout, bb_area *region, const bb_change_column *column)
{
    const bb_fo_node *node = r->stretch->begin;
    bb_length width = bb_fo_get_length(node, BB_FO_P_CHANGE_BAR_WIDTH, 0);
    bb_length offset = bb_fo_get_length(node, BB_FO_P_CHANGE_BAR_OFFSET, 0);
    bb_fo_keyword style = bb_fo_get_keyword(node, BB_FO_P_CHANGE_BAR_STYLE);
    bb_area_box box = {
        .start = {style, width, bb_fo_get_color(node, BB_FO_P_CHANGE_BAR_COLOR)},
    };

    if (style == BB_FO_K_NONE || style == BB_FO_K_HIDDEN || width <= 0)
        return;
    bb_area *area = bb_area_new(layout->areas, BB_AREA_BLOCK, NULL);
    bb_length middle =
        stands_left(node, column) ? column->x - offset : column->x + column->width + offset;
    area->x = middle - width / 2;
    area->y = r->top;
    area->width = width;
    area->height = bb_length_max(0, r->bottom - r->top);
    area->artifact = true;
    area->box = bb_arena_memdup(layout->areas, &box, sizeof box);
    bb_area_append(region, area);
}

void bb_change_bars_draw(const bb_change_bars *bars, bb_layout *layout, bb_area *region,
                         const bb_area *first, const bb_change_column *column)
{
    for (guint i = 0; bars != NULL && i < bars->stretches->len; i++) {
        reach r = {.stretch = &g_array_index(bars->stretches, stretch, i)};
        find_reach(&r, first, 0);
        if (r.any)
            draw(&r, layout, region, column);
    }
}
