/* para_cut.c - from gathered characters to items.
 *
 * Places where a line may break are found (chance.h); then the characters are cut into words and
 * spaces and shaped. */
#include "layout/para_flat.h"

#include "layout/box.h"
#include "layout/chance.h"
#include "layout/graphic.h"

#include <string.h>

/* --- items --- */

typedef struct {
    bb_flat *b;
    const uint8_t *may;    /* by byte: whether a line may begin there */
    const int *offsets;    /* character index of each byte; NULL without levels */
    const uint8_t *levels; /* bidi level of each character, or NULL */
} cutter;

static bb_item *add_item(cutter *c, const bb_piece *p, bb_item_kind kind)
{
    bb_item item = {
        .kind = (uint8_t)kind,
        .node = p->node,
        .style = p->style,
        .state = p->state,
        .keeps = p->keeps,
        .whole = p->whole,
        .continued = p->continued,
    };

    g_array_append_val(c->b->para->items, item);
    return &g_array_index(c->b->para->items, bb_item, c->b->para->items->len - 1);
}

static int level_at(const cutter *c, int byte)
{
    return c->levels != NULL ? c->levels[c->offsets[byte]] : c->b->para->base_level;
}

/* Whether a piece and what stands behind this place in or after it may not be parted. */
static bool is_held(const cutter *c, const bb_piece *p, int byte)
{
    const GArray *pieces = c->b->pieces;
    const bb_piece *end = &g_array_index(pieces, bb_piece, pieces->len - 1) + 1;

    if (!p->whole || byte < p->to)
        return p->whole;
    for (p++; p < end; p++) {
        if (p->to > byte)
            return p->whole;
    }
    return false;
}

static bb_item_break break_at(const cutter *c, const bb_piece *p, int byte)
{
    return c->may[byte] != 0 && !is_held(c, p, byte) ? BB_MAY_BREAK : BB_NO_BREAK;
}

bb_length bb_item_text_width(const bb_text_style *style, const bb_shape *shape)
{
    bb_length width = bb_shape_width(shape, style->size);

    if (style->letter_spacing != 0)
        width += style->letter_spacing * g_utf8_strlen(shape->text, shape->length);
    return width;
}

static void report_missing(cutter *c, const bb_piece *p, gunichar missing)
{
    char utf8[7] = {0};
    g_autofree char *code = g_strdup_printf("%04X", missing);

    g_unichar_to_utf8(missing, utf8);
    bb_layout_report(c->b->layout, BB_M_GLYPH_MISSING, p->node, utf8, code);
}

static const bb_shape *shape_text(cutter *c, const bb_piece *p, int from, const char *text,
                                  int length)
{
    const bb_shape *shape = bb_shaper_shape(c->b->layout->shaper, p->style->query,
                                            p->style->language, level_at(c, from), text, length);
    if (shape->missing != 0)
        report_missing(c, p, shape->missing);
    return shape;
}

/* text-transform changes the glyphs, never what the text says. */
static char *transformed(const bb_piece *p, const char *text, int length, bool word_start)
{
    char *title, *rest;
    gunichar first;

    switch (bb_fo_get_keyword(p->node, BB_FO_P_TEXT_TRANSFORM)) {
    case BB_FO_K_UPPERCASE:
        return g_utf8_strup(text, length);
    case BB_FO_K_LOWERCASE:
        return g_utf8_strdown(text, length);
    case BB_FO_K_CAPITALIZE:
        if (!word_start)
            return NULL;
        first = g_unichar_totitle(g_utf8_get_char(text));
        rest = g_strndup(g_utf8_next_char(text), (gsize)(text + length - g_utf8_next_char(text)));
        title = g_ucs4_to_utf8(&first, 1, NULL, NULL, NULL);
        char *whole = g_strconcat(title, rest, NULL);
        g_free(title);
        g_free(rest);
        return whole;
    default:
        return NULL;
    }
}

static void cut_word(cutter *c, const bb_piece *p, int from, int to, bb_item_break after)
{
    const char *text = c->b->text->str + from;
    bool word_start = from == 0 || text[-1] == ' ' || text[-1] == '\n';
    g_autofree char *shown = transformed(p, text, to - from, word_start);
    bb_item *item = add_item(c, p, BB_ITEM_TEXT);

    item->level = (uint8_t)level_at(c, from);
    item->break_after = (uint8_t)after;
    if (shown != NULL) {
        item->shape = shape_text(c, p, from, shown, (int)strlen(shown));
        item->source = bb_arena_strndup(c->b->layout->scratch, text, (size_t)(to - from));
    } else {
        item->shape = shape_text(c, p, from, text, to - from);
    }
    item->width = bb_item_text_width(p->style, item->shape);
    c->b->para->hyphenates = c->b->para->hyphenates || p->style->hyphen_language != NULL;
}

/* A line may end before a space that is kept, which then begins the next; within a run of them only
 * when all white space is preserved. */
static void break_before(cutter *c, const bb_piece *p)
{
    bool each = bb_fo_has(c->b->para->block, BB_FO_P_WHITE_SPACE_TREATMENT, BB_FO_K_PRESERVE);
    GArray *items = c->b->para->items;
    bb_item *before = items->len > 1 ? &g_array_index(items, bb_item, items->len - 2) : NULL;

    if (before != NULL && !p->whole && before->break_after == BB_NO_BREAK &&
        (before->kind == BB_ITEM_TEXT || (before->kind == BB_ITEM_SPACE && each) ||
         before->kind == BB_ITEM_NUMBER || before->kind == BB_ITEM_CLOSE))
        before->break_after = BB_MAY_BREAK;
}

/* Word spaces may grow by a half and shrink by a third when lines are justified. */
static void cut_space(cutter *c, const bb_piece *p, int from, int to)
{
    const char *text = c->b->text->str + from;
    bool fixed = text[0] != ' ';
    bb_item *item = add_item(c, p, BB_ITEM_SPACE);

    item->level = (uint8_t)level_at(c, from);
    item->keeps = p->keeps || fixed;
    item->shape = shape_text(c, p, from, " ", 1);
    if (fixed)
        item->source = bb_arena_strndup(c->b->layout->scratch, text, (size_t)(to - from));
    item->width = bb_item_text_width(p->style, item->shape) + p->style->word_spacing;
    item->stretch = bb_shape_width(item->shape, p->style->size) / 2;
    item->shrink = bb_shape_width(item->shape, p->style->size) / 3;
    item->break_after = (uint8_t)(fixed || p->keeps ? BB_NO_BREAK : break_at(c, p, to));
    if (p->keeps && !fixed)
        break_before(c, p);
}

/* Characters that only say where a line may or may not break, or which way text runs, have no
 * glyph. */
static bool is_control(gunichar ch)
{
    bool breaks = ch == 0x200b || ch == 0x2060 || ch == 0xfeff || ch == 0xad;
    bool directs = ch == 0x200e || ch == 0x200f || ch == 0x61c || (ch >= 0x202a && ch <= 0x202e) ||
                   (ch >= 0x2066 && ch <= 0x2069);

    return breaks || directs;
}

static void cut_control(cutter *c, const bb_piece *p, gunichar ch, int to)
{
    GArray *items = c->b->para->items;

    if (items->len == 0)
        return;
    bb_item *last = &g_array_index(items, bb_item, items->len - 1);
    if (ch == 0xad && last->kind == BB_ITEM_TEXT && !p->whole) {
        last->break_after = BB_MAY_HYPHENATE;
    } else if (ch == 0x200b && last->break_after == BB_NO_BREAK) {
        last->break_after = (uint8_t)break_at(c, p, to);
    }
}

/* Cuts a piece of text at spaces and where a line may break. */
static void cut_text(cutter *c, const bb_piece *p)
{
    const char *text = c->b->text->str;
    int from = p->from;

    for (int i = p->from; i < p->to;) {
        gunichar ch = g_utf8_get_char(text + i);
        int next = (int)(g_utf8_next_char(text + i) - text);
        bool space = ch == ' ' || ch == 0xa0 || ch == 0x202f;
        if (space || is_control(ch)) {
            if (i > from)
                cut_word(c, p, from, i, space ? BB_NO_BREAK : break_at(c, p, i));
            if (space)
                cut_space(c, p, i, next);
            else
                cut_control(c, p, ch, next);
            from = next;
        } else if (break_at(c, p, next) != BB_NO_BREAK && next < p->to && text[next] != ' ') {
            cut_word(c, p, from, next, BB_MAY_BREAK);
            from = next;
        } else if (c->levels != NULL && next < p->to && level_at(c, i) != level_at(c, next)) {
            cut_word(c, p, from, next, BB_NO_BREAK);
            from = next;
        }
        i = next;
    }
    if (p->to > from)
        cut_word(c, p, from, p->to, break_at(c, p, p->to));
}

static void cut_number(cutter *c, const bb_piece *p)
{
    const char *text = bb_item_number_text(c->b->layout, p->node);
    bb_item *item = add_item(c, p, BB_ITEM_NUMBER);

    item->level = (uint8_t)level_at(c, p->from);
    item->shape = shape_text(c, p, p->from, text, (int)strlen(text));
    item->width = bb_item_text_width(p->style, item->shape);
    item->break_after = (uint8_t)break_at(c, p, p->to);
}

static void cut_leader(cutter *c, const bb_piece *p)
{
    bb_item *item = add_item(c, p, BB_ITEM_LEADER);
    bb_length width = c->b->para->width;
    bb_length least = bb_fo_get_length(p->node, BB_FO_P_LEADER_LENGTH_MINIMUM, width);
    bb_length most = bb_fo_get_length(p->node, BB_FO_P_LEADER_LENGTH_MAXIMUM, width);

    item->content = p->content;
    if (p->content != NULL)
        least = bb_length_max(least, bb_para_break_nowhere(p->content));
    item->width = bb_fo_get_length(p->node, BB_FO_P_LEADER_LENGTH_OPTIMUM, width);
    item->width = CLAMP(item->width, least, MAX(least, most));
    item->stretch = bb_length_max(0, most - item->width);
    item->shrink = item->width - least;
}

static bb_length inline_edge(const bb_fo_node *node, bool start, bb_length width)
{
    bb_fo_property style = start ? BB_FO_P_BORDER_START_STYLE : BB_FO_P_BORDER_END_STYLE;
    bool bordered =
        !bb_fo_has(node, style, BB_FO_K_NONE) && !bb_fo_has(node, style, BB_FO_K_HIDDEN);
    bb_length sum =
        bb_fo_get_length(node, start ? BB_FO_P_PADDING_START : BB_FO_P_PADDING_END, width);

    /* A leader's box lies within its length, as FOP has it. */
    if (node->object == BB_FO_LEADER)
        return bb_fo_get_length(node, start ? BB_FO_P_SPACE_START : BB_FO_P_SPACE_END, width);
    sum += bb_fo_get_length(node, start ? BB_FO_P_SPACE_START : BB_FO_P_SPACE_END, width);
    if (bordered)
        sum += bb_fo_get_length(node, start ? BB_FO_P_BORDER_START_WIDTH : BB_FO_P_BORDER_END_WIDTH,
                                width);
    return sum;
}

static bb_length open_width(const bb_piece *p, bb_length width)
{
    return p->continued ? bb_box_retained(p->node, width).start : inline_edge(p->node, true, width);
}

static void cut_object(cutter *c, const bb_piece *p)
{
    bb_item *item;

    switch (p->kind) {
    case BB_ITEM_NUMBER:
        cut_number(c, p);
        break;
    case BB_ITEM_LEADER:
        cut_leader(c, p);
        break;
    case BB_ITEM_GRAPHIC:
        item = add_item(c, p, BB_ITEM_GRAPHIC);
        item->graphic = p->graphic;
        item->width = p->graphic->width;
        item->height = p->graphic->height;
        item->break_after = (uint8_t)break_at(c, p, p->to);
        break;
    case BB_ITEM_OPEN:
        item = add_item(c, p, p->kind);
        item->width = open_width(p, c->b->para->width);
        break;
    case BB_ITEM_CLOSE:
        item = add_item(c, p, p->kind);
        item->width = inline_edge(p->node, false, c->b->para->width);
        break;
    case BB_ITEM_NEWLINE:
        item = add_item(c, p, BB_ITEM_NEWLINE);
        item->break_after = BB_MUST_BREAK;
        break;
    default:
        add_item(c, p, p->kind);
        break;
    }
}

static void note_of(bb_para *para, const bb_piece *p)
{
    bb_para_note note = {p->node, (int)para->items->len - 1};

    if (p->kind == BB_ITEM_ANCHOR &&
        (p->node->object == BB_FO_FOOTNOTE || p->node->object == BB_FO_FLOAT))
        g_array_append_val(para->notes, note);
}

/* A closing inline takes over the break that stood before it: it ends on the line of what it
 * holds, be that a word or the space after one. */
static void pass_breaks_on(GArray *items)
{
    for (guint i = 1; i < items->len; i++) {
        bb_item *item = &g_array_index(items, bb_item, i);
        bb_item *before = &g_array_index(items, bb_item, i - 1);
        if (item->kind == BB_ITEM_CLOSE && before->break_after == BB_MAY_BREAK) {
            item->break_after = before->break_after;
            before->break_after = BB_NO_BREAK;
        }
    }
}

static bool keeps_line(const bb_item *item, bb_fo_property keep)
{
    bool edge = item->kind == BB_ITEM_OPEN || item->kind == BB_ITEM_CLOSE ||
                item->kind == BB_ITEM_GRAPHIC || item->kind == BB_ITEM_NUMBER ||
                item->kind == BB_ITEM_LEADER;

    return edge && bb_fo_has(item->node, keep, BB_FO_K_ALWAYS);
}

static void forbid_break(GArray *items, guint index)
{
    bb_item *item = &g_array_index(items, bb_item, index);

    if (item->break_after == BB_MAY_BREAK || item->break_after == BB_MAY_HYPHENATE)
        item->break_after = BB_NO_BREAK;
}

/* keep-with-next and keep-with-previous within lines (§7.20.4, §7.20.5): no line ends between the
 * object and the word behind it, or before it, whatever spaces stand there. */
static void keep_lines(GArray *items)
{
    for (guint i = 0; i < items->len; i++) {
        const bb_item *item = &g_array_index(items, bb_item, i);
        if (item->kind != BB_ITEM_CLOSE && keeps_line(item, BB_FO_P_KEEP_WITH_PREVIOUS_LINE)) {
            for (guint k = i; k > 0; k--) {
                forbid_break(items, k - 1);
                if (g_array_index(items, bb_item, k - 1).kind != BB_ITEM_SPACE)
                    break;
            }
        }
        if (item->kind != BB_ITEM_OPEN && keeps_line(item, BB_FO_P_KEEP_WITH_NEXT_LINE)) {
            forbid_break(items, i);
            for (guint k = i + 1;
                 k < items->len && g_array_index(items, bb_item, k).kind == BB_ITEM_SPACE; k++)
                forbid_break(items, k);
        }
    }
}

static bool is_right_to_left(const char *text)
{
    for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
        if ((unsigned char)*p >= 0xd6) /* first byte of Hebrew and everything above */
            return true;
    }
    return false;
}

/* The character index of each byte. */
static int *character_indices(const char *text, int length)
{
    int *indices = g_new(int, (gsize)length + 1), index = -1;

    for (int i = 0; i <= length; i++) {
        index += (text[i] & 0xc0) != 0x80;
        indices[i] = index;
    }
    return indices;
}

void bb_flat_cut(bb_flat *b)
{
    int length = (int)b->text->len;
    g_autofree uint8_t *may = g_new(uint8_t, (gsize)length + 1);
    g_autofree int *offsets = NULL;
    g_autofree guint8 *levels = NULL;
    cutter c = {b, may, NULL, NULL};

    bb_chances_find(b->text->str, length, may);
    if (b->para->base_level != 0 || is_right_to_left(b->text->str)) {
        PangoDirection direction =
            b->para->base_level != 0 ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR;
        levels = pango_log2vis_get_embedding_levels(b->text->str, length, &direction);
        offsets = character_indices(b->text->str, length);
        c.levels = levels;
        c.offsets = offsets;
        b->para->reorders = true;
    }
    for (guint i = 0; i < b->pieces->len; i++) {
        const bb_piece *p = &g_array_index(b->pieces, bb_piece, i);
        if (p->kind == BB_ITEM_TEXT)
            cut_text(&c, p);
        else
            cut_object(&c, p);
        note_of(b->para, p);
    }
    pass_breaks_on(b->para->items);
    keep_lines(b->para->items);
}
