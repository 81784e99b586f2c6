/* para_place.c - from the items of a line to areas.
 *
 * Items are taken in visual order. Inlines that have a box or are links become areas around what
 * they hold on this line; letters of one font, size and colour become one text area, spaces between
 * them included, so that words come out of the PDF whole. */
#include "layout/cite.h"
#include "layout/para_private.h"

#include "layout/box.h"
#include "layout/graphic.h"

#include <string.h>

typedef struct {
    bb_para *para;
    bb_layout *layout;
    const bb_line *line;
    bb_area *line_area;
    bb_length x;  /* the pen, from the line's left edge */
    double ratio; /* what stretch or shrink is multiplied by */
    bool stretches_spaces;
    GPtrArray *open;      /* bb_area of inlines around the pen */
    GArray *open_items;   /* their OPEN items' indices */
    const int *enclosing; /* the OPEN item around each item, or -1 */
    /* the text being gathered */
    const bb_item *first;
    const bb_face *face;
    GString *text;
    GArray *glyphs, *clusters;
    bb_length text_x;
} placer;

static const bb_item *item_at(const bb_para *para, int index)
{
    return &g_array_index(para->items, bb_item, index);
}

/* Where the top of an item's area is, down from the line's. */
static bb_length top_of(const placer *p, const bb_item *item)
{
    return p->line->baseline - bb_align_top(item->state->align, &p->line->extent);
}

/* Where the letters of an item stand. */
static bb_length baseline_of(const placer *p, const bb_item *item)
{
    return top_of(p, item) + item->style->ascent;
}

static bb_area *innermost(const placer *p)
{
    return p->open->len > 0 ? p->open->pdata[p->open->len - 1] : p->line_area;
}

/* Where the innermost area begins, from the line's left edge and top. */
static void origin_of(const placer *p, bb_length *x, bb_length *y)
{
    *x = 0;
    *y = 0;
    for (guint i = 0; i < p->open->len; i++) {
        const bb_area *area = p->open->pdata[i];
        *x += area->x;
        *y += area->y;
    }
}

/* --- gathering glyphs into text areas --- */

static void flush_text(placer *p)
{
    if (p->first == NULL)
        return;
    const bb_item *item = p->first;
    bb_arena *arena = p->layout->areas;
    bb_area_text *text = bb_arena_new0(arena, bb_area_text);
    *text = (bb_area_text){
        .face = p->face,
        .size = item->style->size,
        .baseline = item->style->ascent,
        .color = item->style->color,
        .decoration = item->state->decoration,
        .decoration_color = item->state->decoration_color,
        .text = bb_arena_strndup(arena, p->text->str, p->text->len),
        .length = (int)p->text->len,
        .glyph_count = (int)p->glyphs->len,
        .cluster_count = (int)p->clusters->len,
        .position = (int)(item - item_at(p->para, 0)),
        .glyphs = bb_arena_memdup(arena, p->glyphs->data, p->glyphs->len * sizeof(bb_area_glyph)),
        .clusters =
            bb_arena_memdup(arena, p->clusters->data, p->clusters->len * sizeof(bb_area_cluster)),
        .backward = item->level % 2 != 0,
    };
    bb_area *area = bb_area_new(arena, BB_AREA_TEXT, item->node);
    bb_length x, y;
    origin_of(p, &x, &y);
    area->text = text;
    area->x = p->text_x - x;
    area->y = top_of(p, item) - y;
    area->width = bb_length_max(0, p->x - p->text_x);
    area->height = item->style->ascent + item->style->descent;
    if (!item->style->hidden)
        bb_area_append(innermost(p), area);
    p->first = NULL;
    g_string_set_size(p->text, 0);
    g_array_set_size(p->glyphs, 0);
    g_array_set_size(p->clusters, 0);
}

static bool continues(const placer *p, const bb_item *item, const bb_face *face)
{
    const bb_item *first = p->first;

    return first != NULL && face == p->face && first->node == item->node &&
           first->style == item->style && first->state == item->state && item->level == 0 &&
           first->level == 0;
}

static void begin_text(placer *p, const bb_item *item, const bb_face *face)
{
    if (continues(p, item, face))
        return;
    flush_text(p);
    p->first = item;
    p->face = face;
    p->text_x = p->x;
}

static void add_cluster(placer *p, int bytes, int glyphs)
{
    bb_area_cluster cluster = {(uint8_t)bytes, (uint8_t)glyphs};

    g_array_append_val(p->clusters, cluster);
}

/* One cluster for everything: when glyphs and text can't be matched one by one. */
static bool add_lump(placer *p, const char *text, int length, int glyphs)
{
    if (length > 255 || glyphs > 255)
        return false;
    g_string_append_len(p->text, text, length);
    add_cluster(p, length, glyphs);
    return true;
}

/* The bytes of text that stand for so many characters from p on. */
static int bytes_of_characters(const char *text, int length, long characters)
{
    const char *end = text;

    while (characters-- > 0 && end < text + length)
        end = g_utf8_next_char(end);
    return (int)(end - text);
}

typedef struct {
    const bb_shape *shape;
    const char *source; /* what the glyphs say, or NULL for the shape's own text */
    int hyphen;         /* the byte of an added hyphen, or -1 */
} saying;

/* The text of one cluster of the shape: its own, the source's, or a soft hyphen. */
static void add_cluster_text(placer *p, const saying *s, int from, int to, int glyphs)
{
    const char *shown = s->shape->text;

    if (s->hyphen >= 0 && from >= s->hyphen) {
        g_string_append(p->text, "\xc2\xad");
        add_cluster(p, 2, glyphs);
        return;
    }
    if (s->source == NULL) {
        g_string_append_len(p->text, shown + from, to - from);
        add_cluster(p, to - from, glyphs);
        return;
    }
    int start = bytes_of_characters(s->source, (int)strlen(s->source), g_utf8_strlen(shown, from));
    int end = bytes_of_characters(s->source, (int)strlen(s->source), g_utf8_strlen(shown, to));
    g_string_append_len(p->text, s->source + start, end - start);
    add_cluster(p, end - start, glyphs);
}

static void add_glyph(placer *p, const bb_glyph *glyph, const bb_item *item, bb_length pen,
                      double *exact)
{
    double size = (double)item->style->size;
    bb_area_glyph placed = {
        .index = glyph->index,
        .x = (int32_t)(pen - p->text_x + llround((double)glyph->dx * size)),
        .y = (int32_t)llround(-(double)glyph->dy * size),
    };

    g_array_append_val(p->glyphs, placed);
    *exact += (double)glyph->advance * size;
}

/* Glyphs of a run from left to right; clusters where the byte changes. */
static void add_run(placer *p, const bb_item *item, const bb_shape_run *run, const saying *s)
{
    bb_length begin = p->x;
    double exact = 0;
    bb_length extra = 0;
    int from = run->from;

    begin_text(p, item, run->face);
    for (int i = 0; i < run->glyph_count;) {
        int count = 0;
        uint32_t byte = run->glyphs[i].byte;
        while (i + count < run->glyph_count && run->glyphs[i + count].byte == byte) {
            bb_length pen = begin + (bb_length)llround(exact) + extra;
            add_glyph(p, &run->glyphs[i + count], item, pen, &exact);
            count++;
        }
        i += count;
        int to = i < run->glyph_count ? (int)run->glyphs[i].byte : run->to;
        if (item->style->letter_spacing != 0)
            extra += item->style->letter_spacing * g_utf8_strlen(s->shape->text + from, to - from);
        add_cluster_text(p, s, from, to, count);
        from = to;
    }
    p->x = begin + (bb_length)llround(exact) + extra;
}

/* From right to left, clusters are listed in the order of reading, last glyph first. */
static void add_backward_run(placer *p, const bb_item *item, const bb_shape_run *run,
                             const saying *s)
{
    bb_length begin = p->x;
    double exact = 0;

    flush_text(p);
    begin_text(p, item, run->face);
    for (int i = 0; i < run->glyph_count; i++) {
        bb_length pen = begin + (bb_length)llround(exact);
        add_glyph(p, &run->glyphs[i], item, pen, &exact);
    }
    int end = run->glyph_count;
    while (end > 0) {
        uint32_t byte = run->glyphs[end - 1].byte;
        int first = end;
        while (first > 0 && run->glyphs[first - 1].byte == byte)
            first--;
        int next = first > 0 ? (int)run->glyphs[first - 1].byte : run->to;
        add_cluster_text(p, s, (int)byte, next, end - first);
        end = first;
    }
    p->x = begin + (bb_length)llround(exact);
    flush_text(p);
}

static void add_shape(placer *p, const bb_item *item, const saying *s)
{
    bool matches = s->source == NULL ||
                   g_utf8_strlen(s->source, -1) == g_utf8_strlen(s->shape->text, s->shape->length);

    for (int i = 0; i < s->shape->run_count; i++) {
        const bb_shape_run *run = &s->shape->runs[i];
        if (run->glyph_count == 0)
            continue;
        if (!matches) {
            /* "ß" set as "SS": the whole word says the whole word. */
            bb_length x = p->x;
            saying plain = {s->shape, NULL, -1};
            flush_text(p);
            add_run(p, item, run, &plain);
            g_string_set_size(p->text, 0);
            g_array_set_size(p->clusters, 0);
            if (!add_lump(p, i == 0 ? s->source : "", i == 0 ? (int)strlen(s->source) : 0,
                          run->glyph_count))
                p->x = x;
            flush_text(p);
        } else if (run->right_to_left) {
            add_backward_run(p, item, run, s);
        } else {
            add_run(p, item, run, s);
        }
    }
}

/* --- inlines --- */

static bool makes_area(const bb_item *open)
{
    const bb_fo_node *node = open->node;

    return node->object == BB_FO_BASIC_LINK || node->id != NULL || bb_box_is_visible(node) ||
           node->markers || open->width != 0 ||
           bb_fo_has(node, BB_FO_P_RELATIVE_POSITION, BB_FO_K_RELATIVE);
}

static bool is_graphic(const bb_fo_node *node)
{
    return node->object == BB_FO_EXTERNAL_GRAPHIC || node->object == BB_FO_INSTREAM_FOREIGN_OBJECT;
}

/* Border and padding before and after stand outside the letters; those of a picture are part of
 * what is aligned. */
static void set_height(const placer *p, bb_area *area, const bb_item *open, bb_length y)
{
    bb_box_sides sides = bb_box_sides_of(open->node, p->para->width);

    if (is_graphic(open->node))
        sides = (bb_box_sides){0};
    area->y = top_of(p, open) - sides.before - y;
    area->height = open->state->align->height + sides.before + sides.after;
}

static void open_inline(placer *p, int index)
{
    const bb_item *open = item_at(p->para, index);

    flush_text(p);
    if (!makes_area(open))
        return;
    bool begins = index >= p->line->from;
    bb_area *area = bb_area_new(p->layout->areas, BB_AREA_INLINE, open->node);
    bb_length x, y;
    origin_of(p, &x, &y);
    area->continued = !begins || open->continued;
    area->x = p->x - x;
    set_height(p, area, open, y);
    if (!area->continued)
        area->x += bb_fo_get_length(open->node, BB_FO_P_SPACE_START, p->para->width);
    p->x += begins ? open->width : bb_box_retained(open->node, p->para->width).start;
    g_ptr_array_add(p->open, area);
    g_array_append_val(p->open_items, index);
}

static bool keeps_border(const bb_fo_node *node, bb_fo_property conditionality)
{
    return bb_fo_has(node, conditionality, BB_FO_K_RETAIN);
}

/* Ends the innermost inline; closes says whether its last content stands on this line. */
static void close_inline(placer *p, const bb_item *close)
{
    guint last = p->open->len - 1;
    bb_area *area = p->open->pdata[last];
    const bb_fo_node *node = area->node;
    bb_length x, y, space = 0;

    flush_text(p);
    if (close != NULL) {
        space = bb_fo_get_length(node, BB_FO_P_SPACE_END, p->para->width);
        p->x += close->width;
    } else {
        p->x += bb_box_retained(node, p->para->width).end;
    }
    g_ptr_array_set_size(p->open, (int)last);
    g_array_set_size(p->open_items, last);
    origin_of(p, &x, &y);
    area->width = bb_length_max(0, p->x - space - x - area->x);
    bb_box_parts parts = {
        .before = true,
        .after = true,
        .start = !area->continued || keeps_border(node, BB_FO_P_BORDER_START_CONDITIONALITY),
        .end = close != NULL || keeps_border(node, BB_FO_P_BORDER_END_CONDITIONALITY),
    };
    area->box = bb_box_of(p->layout, node, parts);
    bb_box_shift(node, p->para->width, &x, &y);
    area->x += x;
    area->y += y;
    area->unfinished = close == NULL;
    bb_area_append(innermost(p), area);
}

/* Opens and closes areas until those around the pen are those around the item. */
static void enter(placer *p, int enclosing)
{
    int chain[64], depth = 0;
    guint shared = 0;

    for (int i = enclosing; i >= 0 && depth < 64; i = p->enclosing[i])
        chain[depth++] = i;
    /* chain runs from the inside out; drop what makes no area. */
    int kept = 0;
    for (int i = 0; i < depth; i++) {
        if (makes_area(item_at(p->para, chain[i])))
            chain[kept++] = chain[i];
    }
    while (shared < p->open_items->len && (int)shared < kept &&
           g_array_index(p->open_items, int, shared) == chain[kept - 1 - (int)shared])
        shared++;
    while (p->open->len > shared)
        close_inline(p, NULL);
    for (int i = kept - 1 - (int)shared; i >= 0; i--)
        open_inline(p, chain[i]);
}

static void close_item(placer *p, int index)
{
    int open = p->enclosing[index];

    if (open >= 0 && p->open_items->len > 0 &&
        g_array_index(p->open_items, int, p->open_items->len - 1) == open)
        close_inline(p, item_at(p->para, index));
    else
        flush_text(p);
}

/* --- other items --- */

static void place_graphic(placer *p, const bb_item *item)
{
    bb_area *area = bb_area_new(p->layout->areas, BB_AREA_GRAPHIC, item->node);
    bb_box_sides sides = bb_box_sides_of(item->node, p->para->width);
    bb_length x, y;

    flush_text(p);
    origin_of(p, &x, &y);
    area->graphic = item->graphic;
    area->width = item->graphic->width;
    area->height = item->graphic->height;
    area->x = p->x - x;
    area->y = top_of(p, item) + sides.before - y;
    bb_area_append(innermost(p), area);
    p->x += item->width;
}

static void place_rule(placer *p, const bb_item *item, bb_length width)
{
    bb_area *area = bb_area_new(p->layout->areas, BB_AREA_RULE, item->node);
    bb_border_side *rule = bb_arena_new0(p->layout->areas, bb_border_side);
    bb_length x, y;

    origin_of(p, &x, &y);
    *rule = (bb_border_side){
        .style = bb_fo_get_keyword(item->node, BB_FO_P_RULE_STYLE),
        .width = bb_fo_get_length(item->node, BB_FO_P_RULE_THICKNESS, 0),
        .color = item->style->color,
    };
    area->rule = rule;
    area->x = p->x - x;
    area->y = baseline_of(p, item) - rule->width - y;
    area->width = width;
    area->height = rule->width;
    area->artifact = true;
    bb_area_append(innermost(p), area);
}

/* Dots stand on a grid that is counted from the line's right edge, so that they agree from line to
 * line. */
static void place_dots(placer *p, const bb_item *item, bb_length width)
{
    const bb_shape *dot =
        bb_shaper_shape(p->layout->shaper, item->style->query, item->style->language, 0, ".", 1);
    bb_length step = bb_fo_get_length(item->node, BB_FO_P_LEADER_PATTERN_WIDTH, p->para->width);
    bb_length natural = bb_shape_width(dot, item->style->size);
    bb_length from = p->x, right = p->line_area->width;

    step = bb_length_max(step, natural);
    if (step <= 0 || width > 1000 * step)
        return;
    bb_length over = (right - from) % step;
    if (over < 0)
        over += step;
    saying s = {dot, NULL, -1};
    flush_text(p);
    bb_area *before = innermost(p)->last;
    for (bb_length x = from + over; x + natural <= from + width; x += step) {
        p->x = x;
        add_shape(p, item, &s);
    }
    flush_text(p);
    bb_area *made = innermost(p)->last;
    if (made != before && made != NULL)
        made->artifact = true;
    p->x = from;
}

/* As often as the whole content fits, from the start; each as wide as leader-pattern-width at
 * least, the content at the end of that. */
static void place_content(placer *p, const bb_item *item, bb_length width)
{
    bb_para *content = item->content;
    bb_length step = bb_fo_get_length(item->node, BB_FO_P_LEADER_PATTERN_WIDTH, p->para->width);
    bb_length x, y, natural = content != NULL ? content->width : 0;
    const int most = 1000;

    step = bb_length_max(step, natural);
    if (natural <= 0 || content->lines->len == 0 || width > most * step)
        return;
    origin_of(p, &x, &y);
    y = baseline_of(p, item) - bb_para_first_baseline(content) - y;
    for (bb_length at = 0; at + step <= width; at += step) {
        bb_para_place(content, 0, innermost(p), p->x + at + step - natural - x, y);
        innermost(p)->last->artifact = true;
    }
}

static void place_leader(placer *p, const bb_item *item)
{
    bb_length change = p->ratio >= 0 ? item->stretch : item->shrink;
    bb_length width = item->width + (bb_length)llround(p->ratio * (double)change);

    flush_text(p);
    switch (bb_fo_get_keyword(item->node, BB_FO_P_LEADER_PATTERN)) {
    case BB_FO_K_RULE:
        place_rule(p, item, width);
        break;
    case BB_FO_K_DOTS:
        place_dots(p, item, width);
        break;
    case BB_FO_K_USE_CONTENT:
        place_content(p, item, width);
        break;
    default:
        break;
    }
    p->x += width;
}

static void place_anchor(placer *p, const bb_item *item)
{
    bb_length x, y;

    flush_text(p);
    if (item->node->id == NULL)
        return;
    bb_area *area = bb_area_new(p->layout->areas, BB_AREA_ANCHOR, item->node);
    origin_of(p, &x, &y);
    area->x = p->x - x;
    area->y = -y;
    bb_area_append(innermost(p), area);
}

/* Objects that are one item and have no area of their own kind; a box is one. */
static bool needs_anchor(const placer *p, int index)
{
    const bb_item *item = item_at(p->para, index);
    int open = p->enclosing[index];
    bool boxed = open >= 0 && item_at(p->para, open)->node == item->node;
    bool alone = item->kind == BB_ITEM_NUMBER || item->kind == BB_ITEM_LEADER ||
                 item->node->object == BB_FO_CHARACTER;

    return alone && !boxed && item->node->id != NULL;
}

static void place_space(placer *p, const bb_item *item, bool at_end)
{
    bb_length begin = p->x, width = item->width;
    saying s = {item->shape, item->source, -1};

    if (p->stretches_spaces && !at_end)
        width +=
            (bb_length)llround(p->ratio * (double)(p->ratio >= 0 ? item->stretch : item->shrink));
    add_shape(p, item, &s);
    /* What a line ends with is there to be read, not to be seen. */
    p->x = at_end ? begin : begin + width;
}

static void place_text(placer *p, int index)
{
    const bb_item *item = item_at(p->para, index);
    int from = index == p->line->from ? p->line->from_byte : 0;
    bool divided = index == p->line->to && p->line->to_byte > 0;
    int to = divided ? p->line->to_byte : item->shape->length;
    bool hyphen = index == p->line->to && p->line->hyphen;
    saying s = {item->shape, item->source, -1};

    if (from > 0 || divided || hyphen) {
        s.shape = bb_item_part(p->para, item, from, to, hyphen);
        s.source = NULL;
        s.hyphen = hyphen ? to - from : -1;
    }
    add_shape(p, item, &s);
}

static void place_item(placer *p, int index, bool at_end)
{
    bb_item *item = &g_array_index(p->para->items, bb_item, index);

    if (item->kind == BB_ITEM_OPEN) {
        enter(p, index);
        return;
    }
    if (item->kind == BB_ITEM_CLOSE) {
        enter(p, p->enclosing[index]);
        close_item(p, index);
        return;
    }
    enter(p, p->enclosing[index]);
    if (needs_anchor(p, index))
        place_anchor(p, item);
    switch ((bb_item_kind)item->kind) {
    case BB_ITEM_TEXT:
    case BB_ITEM_NUMBER:
        place_text(p, index);
        break;
    case BB_ITEM_SPACE:
        place_space(p, item, at_end);
        break;
    case BB_ITEM_LEADER:
        place_leader(p, item);
        break;
    case BB_ITEM_GRAPHIC:
        place_graphic(p, item);
        break;
    case BB_ITEM_ANCHOR:
        place_anchor(p, item);
        break;
    default:
        break;
    }
}

/* --- the line as a whole --- */

void bb_para_shape_number(bb_para *para, bb_item *item)
{
    const char *text = bb_item_number_text(para->layout, item->node);

    item->shape = bb_shaper_shape(para->layout->shaper, item->style->query, item->style->language,
                                  0, text, (int)strlen(text));
    item->width = bb_item_text_width(item->style, item->shape);
}

/* Page numbers are known now; where the text differs from the guess, so does the width. */
static void settle_numbers(bb_para *para, const bb_line *line)
{
    for (int i = line->from; i <= line->to; i++) {
        bb_item *item = &g_array_index(para->items, bb_item, i);
        if (item->kind == BB_ITEM_NUMBER)
            bb_para_shape_number(para, item);
    }
}

/* The last item before the spaces that vanish at the line's end. */
static int last_solid(const bb_para *para, const bb_line *line)
{
    int last = line->to;

    while (last >= line->from) {
        const bb_item *item = item_at(para, last);
        bool nothing = item->width == 0 && item->kind != BB_ITEM_TEXT;
        if (!(item->kind == BB_ITEM_SPACE && !item->keeps) && !nothing)
            break;
        last--;
    }
    return last;
}

typedef struct {
    bb_length width, stretch, shrink;
} natural;

static natural measure(const bb_para *para, const bb_line *line, int last)
{
    natural n = {.width = line->indent + line->lead_in + line->lead_out};
    bb_length trailing = 0;

    for (int i = line->from; i <= last; i++) {
        const bb_item *item = item_at(para, i);
        bb_length width = item->width;
        bool first = i == line->from && line->from_byte > 0;
        bool divided = i == line->to && line->to_byte > 0;
        if (item->kind == BB_ITEM_TEXT && (first || divided || (i == line->to && line->hyphen))) {
            int to = divided ? line->to_byte : item->shape->length;
            width = bb_item_text_width(item->style, bb_item_part((bb_para *)para, item,
                                                                 first ? line->from_byte : 0, to,
                                                                 i == line->to && line->hyphen));
        }
        n.width += width;
        n.stretch += item->stretch;
        n.shrink += bb_item_shrink(para, item);
        if (width != 0)
            trailing = bb_item_trailing(item);
    }
    n.width -= trailing;
    if (line->last)
        n.width += bb_fo_get_length(para->block, BB_FO_P_LAST_LINE_END_INDENT, para->width);
    return n;
}

bb_length bb_para_line_width(const bb_para *para, int line)
{
    const bb_line *l = &g_array_index(para->lines, bb_line, line);

    return l->indent + measure(para, l, last_solid(para, l)).width;
}

static bb_fo_keyword alignment(const bb_para *para, const bb_line *line)
{
    return line->last ? para->align_last : para->align;
}

/* Spreads what is left over the line: into its spaces, or before what it holds. */
static void adjust(placer *p, int last)
{
    natural n = measure(p->para, p->line, last);
    bb_length slack = p->para->width - n.width;
    bb_fo_keyword align = alignment(p->para, p->line);

    p->x = p->line->indent;
    if (slack < 0 && n.shrink > 0) {
        p->ratio = fmax(-1.0, (double)slack / (double)n.shrink);
        p->stretches_spaces = true;
        return;
    }
    /* What is wider than its line stands out as it is aligned, as FOP has it. */
    if (align == BB_FO_K_JUSTIFY && n.stretch > 0 && slack > 0) {
        p->ratio = (double)slack / (double)n.stretch;
        p->stretches_spaces = true;
    } else if (align == BB_FO_K_CENTER) {
        p->x += slack / 2;
    } else if (align == BB_FO_K_END) {
        p->x += slack;
    }
}

static void report_overflow(placer *p, int last)
{
    natural n = measure(p->para, p->line, last);
    const bb_length tolerance = BB_PT / 10;
    bb_length over = n.width - n.shrink - p->para->width;

    if (over <= MAX(bb_para_hair(p->para->width), tolerance) || p->layout->page == NULL)
        return;
    const char *text = "";
    for (int i = p->line->from; i <= last; i++) {
        if (item_at(p->para, i)->kind == BB_ITEM_TEXT)
            text = item_at(p->para, i)->shape->text;
    }
    bb_layout_report(p->layout, BB_M_LINE_OVERFLOW, p->para->block,
                     bb_layout_print(p->layout, over), text);
}

/* Found once: a paragraph may have thousands of lines. */
static const int *enclosing_items(bb_para *para)
{
    int open = -1;

    if (para->enclosing != NULL)
        return para->enclosing;
    int *enclosing = g_new(int, para->items->len);
    for (int i = 0; i < (int)para->items->len; i++) {
        const bb_item *item = item_at(para, i);
        enclosing[i] = open;
        if (item->kind == BB_ITEM_OPEN)
            open = i;
        else if (item->kind == BB_ITEM_CLOSE && open >= 0)
            open = enclosing[open];
    }
    para->enclosing = enclosing;
    return enclosing;
}

/* Visual order: runs of each level and above are turned round, from the highest down (UAX 9, L2).
 */
static void reorder(const bb_para *para, const bb_line *line, int *order)
{
    int count = line->to - line->from + 1, highest = 0;

    for (int i = 0; i < count; i++) {
        order[i] = line->from + i;
        highest = MAX(highest, item_at(para, order[i])->level);
    }
    if (!para->reorders)
        return;
    for (int level = highest; level > 0; level--) {
        for (int i = 0; i < count; i++) {
            int end = i;
            while (end < count && item_at(para, line->from + end)->level >= level)
                end++;
            for (int a = i, z = end - 1; a < z; a++, z--) {
                int swap = order[a];
                order[a] = order[z];
                order[z] = swap;
            }
            i = MAX(i, end);
        }
    }
}

static void place_items(placer *p, int last)
{
    int count = p->line->to - p->line->from + 1;
    g_autofree int *order = g_new(int, MAX(count, 1));

    reorder(p->para, p->line, order);
    for (int i = 0; i < count; i++)
        place_item(p, order[i], order[i] > last && !p->line->last);
    while (p->open->len > 0)
        close_inline(p, NULL);
    flush_text(p);
}

void bb_para_place(bb_para *para, int line_index, bb_area *parent, bb_length x, bb_length y)
{
    bb_line *line = &g_array_index(para->lines, bb_line, line_index);
    bb_area *area = bb_area_new(para->layout->areas, BB_AREA_LINE, NULL);
    placer p = {
        .para = para,
        .layout = para->layout,
        .line = line,
        .line_area = area,
        .enclosing = enclosing_items(para),
        .open = g_ptr_array_new(),
        .open_items = g_array_new(FALSE, FALSE, sizeof(int)),
        .text = g_string_new(NULL),
        .glyphs = g_array_new(FALSE, FALSE, sizeof(bb_area_glyph)),
        .clusters = g_array_new(FALSE, FALSE, sizeof(bb_area_cluster)),
    };

    area->x = x;
    area->y = y;
    area->width = para->width;
    area->height = line->height;
    area->unfinished = !line->last;
    settle_numbers(para, line);
    int last = last_solid(para, line);
    adjust(&p, last);
    report_overflow(&p, last);
    place_items(&p, last);
    bb_area_append(parent, area);
    if (para->layout->cites != NULL)
        bb_cites_note(para->layout->cites, para, line_index, area);
    g_ptr_array_unref(p.open);
    g_array_unref(p.open_items);
    g_string_free(p.text, TRUE);
    g_array_unref(p.glyphs);
    g_array_unref(p.clusters);
}
