/* box.c - reading borders, padding and background from properties. */
#include "layout/box.h"

#include "layout/graphic.h"

#include <string.h>

/* Style, width and colour of a side are neighbours in the property table, conditionality between.
 */
typedef struct {
    bb_fo_property style, width, color, padding;
} side_properties;

static const side_properties BEFORE = {BB_FO_P_BORDER_BEFORE_STYLE, BB_FO_P_BORDER_BEFORE_WIDTH,
                                       BB_FO_P_BORDER_BEFORE_COLOR, BB_FO_P_PADDING_BEFORE};
static const side_properties AFTER = {BB_FO_P_BORDER_AFTER_STYLE, BB_FO_P_BORDER_AFTER_WIDTH,
                                      BB_FO_P_BORDER_AFTER_COLOR, BB_FO_P_PADDING_AFTER};
static const side_properties START = {BB_FO_P_BORDER_START_STYLE, BB_FO_P_BORDER_START_WIDTH,
                                      BB_FO_P_BORDER_START_COLOR, BB_FO_P_PADDING_START};
static const side_properties END = {BB_FO_P_BORDER_END_STYLE, BB_FO_P_BORDER_END_WIDTH,
                                    BB_FO_P_BORDER_END_COLOR, BB_FO_P_PADDING_END};

static const side_properties *side_of(bb_fo_property style)
{
    const side_properties *const sides[] = {&BEFORE, &AFTER, &START, &END};

    for (size_t i = 0; i < G_N_ELEMENTS(sides); i++) {
        if (sides[i]->style == style)
            return sides[i];
    }
    return &BEFORE;
}

bb_length bb_box_border(const bb_fo_node *node, bb_fo_property style)
{
    if (bb_fo_has(node, style, BB_FO_K_NONE) || bb_fo_has(node, style, BB_FO_K_HIDDEN))
        return 0;
    return bb_fo_get_length(node, side_of(style)->width, 0);
}

static bb_length thickness(const bb_fo_node *node, const side_properties *side, bb_length hundred)
{
    return bb_box_border(node, side->style) + bb_fo_get_length(node, side->padding, hundred);
}

bb_box_sides bb_box_sides_of(const bb_fo_node *node, bb_length hundred_percent)
{
    return (bb_box_sides){
        .before = thickness(node, &BEFORE, hundred_percent),
        .after = thickness(node, &AFTER, hundred_percent),
        .start = thickness(node, &START, hundred_percent),
        .end = thickness(node, &END, hundred_percent),
    };
}

bool bb_box_keeps_border(const bb_fo_node *node, bool before)
{
    return bb_fo_has(
        node, before ? BB_FO_P_BORDER_BEFORE_CONDITIONALITY : BB_FO_P_BORDER_AFTER_CONDITIONALITY,
        BB_FO_K_RETAIN);
}

bb_length bb_box_torn(const bb_fo_node *node, bool before, bb_length hundred_percent)
{
    const side_properties *side = before ? &BEFORE : &AFTER;
    bool padded = bb_fo_has(
        node, before ? BB_FO_P_PADDING_BEFORE_CONDITIONALITY : BB_FO_P_PADDING_AFTER_CONDITIONALITY,
        BB_FO_K_RETAIN);
    bb_length border = bb_box_keeps_border(node, before) ? bb_box_border(node, side->style) : 0;

    return border + (padded ? bb_fo_get_length(node, side->padding, hundred_percent) : 0);
}

bb_box_sides bb_box_retained(const bb_fo_node *node, bb_length hundred_percent)
{
    bb_box_sides sides = {0};

    if (bb_fo_has(node, BB_FO_P_BORDER_START_CONDITIONALITY, BB_FO_K_RETAIN))
        sides.start += bb_box_border(node, BB_FO_P_BORDER_START_STYLE);
    if (bb_fo_has(node, BB_FO_P_PADDING_START_CONDITIONALITY, BB_FO_K_RETAIN))
        sides.start += bb_fo_get_length(node, BB_FO_P_PADDING_START, hundred_percent);
    if (bb_fo_has(node, BB_FO_P_BORDER_END_CONDITIONALITY, BB_FO_K_RETAIN))
        sides.end += bb_box_border(node, BB_FO_P_BORDER_END_STYLE);
    if (bb_fo_has(node, BB_FO_P_PADDING_END_CONDITIONALITY, BB_FO_K_RETAIN))
        sides.end += bb_fo_get_length(node, BB_FO_P_PADDING_END, hundred_percent);
    return sides;
}

/* An offset from the left or the top counts before one from the other side (§7.13). */
static bb_length offset_of(const bb_fo_node *node, bb_fo_property first, bb_fo_property second,
                           bb_length hundred)
{
    if (bb_fo_get(node, first)->kind == BB_FO_LENGTH_VALUE)
        return bb_fo_get_length(node, first, hundred);
    return -bb_fo_get_length(node, second, hundred);
}

void bb_box_shift(const bb_fo_node *node, bb_length hundred_percent, bb_length *x, bb_length *y)
{
    *x = *y = 0;
    if (!bb_fo_has(node, BB_FO_P_RELATIVE_POSITION, BB_FO_K_RELATIVE))
        return;
    *x = offset_of(node, BB_FO_P_LEFT, BB_FO_P_RIGHT, hundred_percent);
    *y = offset_of(node, BB_FO_P_TOP, BB_FO_P_BOTTOM, 0);
}

static bool has_image(const bb_fo_node *node)
{
    const char *name = bb_fo_get(node, BB_FO_P_BACKGROUND_IMAGE)->string;

    return *name != '\0' && strcmp(name, "none") != 0;
}

bool bb_box_is_visible(const bb_fo_node *node)
{
    return (bb_fo_get_color(node, BB_FO_P_BACKGROUND_COLOR) & 0xff) != 0 || has_image(node) ||
           bb_box_border(node, BB_FO_P_BORDER_BEFORE_STYLE) != 0 ||
           bb_box_border(node, BB_FO_P_BORDER_AFTER_STYLE) != 0 ||
           bb_box_border(node, BB_FO_P_BORDER_START_STYLE) != 0 ||
           bb_box_border(node, BB_FO_P_BORDER_END_STYLE) != 0;
}

static bb_border_side read_side(const bb_fo_node *node, const side_properties *side, bool shown)
{
    bb_length width = shown ? bb_box_border(node, side->style) : 0;

    if (width == 0)
        return (bb_border_side){.style = BB_FO_K_NONE};
    return (bb_border_side){
        .style = bb_fo_get_keyword(node, side->style),
        .width = width,
        .color = bb_fo_get_color(node, side->color),
    };
}

/* Where an image stands: a share of the room that it leaves, and a length. */
static bb_area_offset offset_in_box(const bb_fo_node *node, bb_fo_property property)
{
    const bb_fo_value *value = bb_fo_get(node, property);

    if (value->kind == BB_FO_LENGTH_VALUE)
        return (bb_area_offset){(double)value->percent, value->length};
    if (bb_fo_is(value, BB_FO_K_CENTER))
        return (bb_area_offset){0.5, 0};
    bool far = bb_fo_is(value, BB_FO_K_RIGHT) || bb_fo_is(value, BB_FO_K_BOTTOM);
    return (bb_area_offset){far ? 1.0 : 0.0, 0};
}

/* The image of the background (§7.8.3), which is tiled over border to border. NULL: none. */
static const bb_area_image *image_of(bb_layout *layout, const bb_fo_node *node)
{
    if (!has_image(node))
        return NULL;
    bb_area_image *image = bb_arena_new0(layout->areas, bb_area_image);
    bb_fo_keyword repeat = bb_fo_get_keyword(node, BB_FO_P_BACKGROUND_REPEAT);
    *image = (bb_area_image){
        .picture = bb_graphics_background(layout->graphics, layout->fo, node),
        .x = offset_in_box(node, BB_FO_P_BACKGROUND_POSITION_HORIZONTAL),
        .y = offset_in_box(node, BB_FO_P_BACKGROUND_POSITION_VERTICAL),
        .repeat_x = repeat == BB_FO_K_REPEAT || repeat == BB_FO_K_REPEAT_X,
        .repeat_y = repeat == BB_FO_K_REPEAT || repeat == BB_FO_K_REPEAT_Y,
    };
    return image;
}

const bb_area_box *bb_box_of(bb_layout *layout, const bb_fo_node *node, bb_box_parts parts)
{
    if (!bb_box_is_visible(node))
        return NULL;
    bb_area_box *box = bb_arena_new0(layout->areas, bb_area_box);
    *box = (bb_area_box){
        .before = read_side(node, &BEFORE, parts.before),
        .after = read_side(node, &AFTER, parts.after),
        .start = read_side(node, &START, parts.start),
        .end = read_side(node, &END, parts.end),
        .background = bb_fo_get_color(node, BB_FO_P_BACKGROUND_COLOR),
        .radius = bb_fo_get_length(node, BB_FO_P_BORDER_RADIUS, 0),
        .image = image_of(layout, node),
    };
    return box;
}
