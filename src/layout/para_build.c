/* para_build.c - flattening inline content into items.
 *
 * First the characters of the whole paragraph are gathered, white space treated (XSL 1.1 §7.17) and
 * places of other objects marked; then Pango says where a line may break (UAX 14); then the
 * characters are cut into words and spaces and shaped. */
#include "layout/para_private.h"

#include "base/text.h"
#include "layout/graphic.h"
#include "layout/page_marker.h"
#include "layout/refs.h"

#include <string.h>

/* A piece of the gathered characters, or an object that stands between them. */
typedef struct {
    bb_item_kind kind; /* TEXT, NUMBER, LEADER, GRAPHIC, OPEN, CLOSE, NEWLINE, ANCHOR */
    int from, to;      /* bytes of the text */
    const bb_fo_node *node;
    const bb_text_style *style;
    const bb_inline_state *state;
    const bb_graphic *graphic;
    bool keeps; /* white space at line edges stays */
    bool whole; /* lines may not break within it */
} piece;

typedef struct {
    bb_layout *layout;
    bb_para *para;
    GString *text;
    GArray *pieces;   /* piece */
    bool after_space; /* the last character was a space that swallows the next */
    bool at_start;    /* nothing has been put on the line yet */
    const bb_inline_state *state;
    bool any_content;
} builder;

static const char OBJECT_CHARACTER[] = "\xef\xbf\xbc"; /* U+FFFC */

static void flatten(builder *b, const bb_fo_node *first, const bb_fo_node *end);

/* Whether lines may not break in an object's text. A keep within lines counts where an inline asks
 * for it: keep-together="always" on a block means its pages, and its text must go on breaking. */
static bool holds_lines(const builder *b, const bb_fo_node *node)
{
    return bb_fo_has(node, BB_FO_P_WRAP_OPTION, BB_FO_K_NO_WRAP) ||
           (bb_fo_has(node, BB_FO_P_KEEP_TOGETHER_LINE, BB_FO_K_ALWAYS) &&
            !bb_fo_has(b->para->block, BB_FO_P_KEEP_TOGETHER_LINE, BB_FO_K_ALWAYS));
}

static piece *add_piece(builder *b, bb_item_kind kind, const bb_fo_node *node)
{
    piece p = {
        .kind = kind,
        .from = (int)b->text->len,
        .to = (int)b->text->len,
        .node = node,
        .style = bb_text_style_of(b->layout, node),
        .state = b->state,
        .whole = holds_lines(b, node),
    };

    g_array_append_val(b->pieces, p);
    return &g_array_index(b->pieces, piece, b->pieces->len - 1);
}

static void add_object(builder *b, bb_item_kind kind, const bb_fo_node *node)
{
    piece *p = add_piece(b, kind, node);

    g_string_append(b->text, OBJECT_CHARACTER);
    p->to = (int)b->text->len;
    b->after_space = false;
    b->at_start = false;
    b->any_content = true;
}

/* --- white space --- */

typedef struct {
    bb_fo_keyword linefeed, space;
    bool collapse, keeps;
} white_space;

static white_space white_space_of(const bb_fo_node *node)
{
    white_space ws = {
        .linefeed = bb_fo_get_keyword(node, BB_FO_P_LINEFEED_TREATMENT),
        .space = bb_fo_get_keyword(node, BB_FO_P_WHITE_SPACE_TREATMENT),
        .collapse = bb_fo_has(node, BB_FO_P_WHITE_SPACE_COLLAPSE, BB_FO_K_TRUE),
    };

    ws.keeps = ws.space == BB_FO_K_PRESERVE;
    return ws;
}

/* Spaces that go away before a preserved line feed: those at the end of what is gathered. */
static void drop_spaces_at_end(builder *b)
{
    if (b->pieces->len == 0)
        return;
    piece *last = &g_array_index(b->pieces, piece, b->pieces->len - 1);
    while (last->kind == BB_ITEM_TEXT && last->to > last->from &&
           b->text->str[b->text->len - 1] == ' ' && !last->keeps) {
        g_string_truncate(b->text, b->text->len - 1);
        last->to--;
    }
}

static void add_newline(builder *b, const bb_fo_node *node, const white_space *ws)
{
    if (ws->space == BB_FO_K_IGNORE_IF_BEFORE_LINEFEED ||
        ws->space == BB_FO_K_IGNORE_IF_SURROUNDING_LINEFEED)
        drop_spaces_at_end(b);
    piece *p = add_piece(b, BB_ITEM_NEWLINE, node);
    g_string_append_c(b->text, '\n');
    p->to = (int)b->text->len;
    b->after_space = ws->space == BB_FO_K_IGNORE_IF_AFTER_LINEFEED ||
                     ws->space == BB_FO_K_IGNORE_IF_SURROUNDING_LINEFEED;
    b->at_start = true;
    b->any_content = true;
}

static void add_space(builder *b, const white_space *ws)
{
    bool leading = b->at_start && !ws->keeps;

    if (ws->space == BB_FO_K_IGNORE || leading || (ws->collapse && b->after_space))
        return;
    g_string_append_c(b->text, ' ');
    b->after_space = true;
}

/* The characters of a text, white space treated, into the current piece. */
static const char *add_characters(builder *b, const char *p, const white_space *ws)
{
    for (; *p != '\0'; p = g_utf8_next_char(p)) {
        if (*p == '\n' && ws->linefeed != BB_FO_K_TREAT_AS_SPACE) {
            if (ws->linefeed == BB_FO_K_PRESERVE)
                return p;
            if (ws->linefeed == BB_FO_K_TREAT_AS_ZERO_WIDTH_SPACE)
                g_string_append(b->text, "\xe2\x80\x8b");
            continue;
        }
        if (bb_text_is_space(*p)) {
            add_space(b, ws);
            continue;
        }
        const char *next = g_utf8_next_char(p);
        g_string_append_len(b->text, p, next - p);
        b->after_space = false;
        b->at_start = false;
        b->any_content = true;
    }
    return NULL;
}

static void add_text(builder *b, const bb_fo_node *node)
{
    white_space ws = white_space_of(node);
    const char *rest = node->text;

    while (rest != NULL) {
        guint index = b->pieces->len;
        add_piece(b, BB_ITEM_TEXT, node)->keeps = ws.keeps;
        rest = add_characters(b, rest, &ws);
        g_array_index(b->pieces, piece, index).to = (int)b->text->len;
        if (rest != NULL) {
            add_newline(b, node, &ws);
            rest++;
        }
    }
}

/* --- inlines --- */

/* Decorations go on through what they hold: inner ones are added to outer ones, and "no-…" ends
 * one (§7.17.4). */
static void decorate(bb_inline_state *state, const bb_fo_node *node)
{
    static const struct {
        const char *word;
        uint8_t on, off;
    } WORDS[] = {
        {"underline", BB_UNDERLINE, 0},       {"no-underline", 0, BB_UNDERLINE},
        {"overline", BB_OVERLINE, 0},         {"no-overline", 0, BB_OVERLINE},
        {"line-through", BB_LINE_THROUGH, 0}, {"no-line-through", 0, BB_LINE_THROUGH},
    };
    g_auto(GStrv) asked =
        g_strsplit_set(bb_fo_get(node, BB_FO_P_TEXT_DECORATION)->string, " \t\n\r", -1);

    for (char **word = asked; *word != NULL; word++) {
        for (size_t i = 0; i < G_N_ELEMENTS(WORDS); i++) {
            if (strcmp(*word, WORDS[i].word) != 0)
                continue;
            state->decoration |= WORDS[i].on;
            state->decoration &= (uint8_t)~WORDS[i].off;
            if (WORDS[i].on != 0)
                state->decoration_color = bb_fo_get_color(node, BB_FO_P_COLOR);
        }
    }
}

static bool same_state(const bb_inline_state *a, const bb_inline_state *b)
{
    return a->shift == b->shift && a->decoration == b->decoration &&
           a->decoration_color == b->decoration_color;
}

static const bb_inline_state *nested_state(builder *b, const bb_fo_node *node)
{
    bb_inline_state state = *b->state;
    const bb_text_style *outer = bb_text_style_of(b->layout, node->parent);
    const bb_fo_value *shift = bb_fo_get(node, BB_FO_P_BASELINE_SHIFT);
    double x_height = outer->face->x_height * (double)outer->size;

    if (bb_fo_is(shift, BB_FO_K_SUPER))
        state.shift += (bb_length)llround(x_height);
    else if (bb_fo_is(shift, BB_FO_K_SUB))
        state.shift -= (bb_length)llround(x_height / 2);
    else
        state.shift += bb_fo_length(shift, 0);
    decorate(&state, node);
    return same_state(&state, b->state) ? b->state
                                        : bb_arena_memdup(b->layout->scratch, &state, sizeof state);
}

static void add_inline(builder *b, const bb_fo_node *node)
{
    const bb_inline_state *outer = b->state;

    b->state = nested_state(b, node);
    add_piece(b, BB_ITEM_OPEN, node);
    flatten(b, node->first, NULL);
    add_piece(b, BB_ITEM_CLOSE, node);
    b->state = outer;
}

static void add_direction(builder *b, const bb_fo_node *node, gunichar mark)
{
    piece *p = add_piece(b, BB_ITEM_TEXT, node);

    g_string_append_unichar(b->text, mark);
    p->to = (int)b->text->len;
}

/* As Unicode's own marks around the text, which the bidirectional algorithm knows (§6.6.2). */
static void add_bidi(builder *b, const bb_fo_node *node)
{
    bool rtl = bb_fo_has(node, BB_FO_P_DIRECTION, BB_FO_K_RTL);
    bool overrides = bb_fo_has(node, BB_FO_P_UNICODE_BIDI, BB_FO_K_BIDI_OVERRIDE);
    const gunichar embed = rtl ? 0x202b : 0x202a, override = rtl ? 0x202e : 0x202d, pop = 0x202c;
    bool plain = bb_fo_has(node, BB_FO_P_UNICODE_BIDI, BB_FO_K_NORMAL);

    if (!plain)
        add_direction(b, node, overrides ? override : embed);
    add_inline(b, node);
    if (!plain)
        add_direction(b, node, pop);
}

static void add_wrapper(builder *b, const bb_fo_node *node)
{
    if (node->id != NULL)
        add_piece(b, BB_ITEM_ANCHOR, node);
    flatten(b, node->first, NULL);
}

/* The text of a page number is settled at placing; for breaking, what the last pass knew will do.
 * It stands in the text as figures so that punctuation around it behaves. */
static void add_number(builder *b, const bb_fo_node *node)
{
    piece *p = add_piece(b, BB_ITEM_NUMBER, node);

    g_string_append(b->text, "00");
    p->to = (int)b->text->len;
    b->after_space = false;
    b->at_start = false;
    b->any_content = true;
}

static void add_character(builder *b, const bb_fo_node *node)
{
    const char *text = bb_fo_get(node, BB_FO_P_CHARACTER)->string;
    piece *p = add_piece(b, BB_ITEM_TEXT, node);

    g_string_append(b->text, text);
    p->to = (int)b->text->len;
    b->after_space = false;
    b->at_start = false;
    b->any_content = true;
}

static void add_graphic(builder *b, const bb_fo_node *node)
{
    guint index = b->pieces->len;

    add_object(b, BB_ITEM_GRAPHIC, node);
    g_array_index(b->pieces, piece, index).graphic = bb_graphics_of(
        b->layout->graphics, b->layout->areas, b->layout->fo, node, b->para->width, 0);
}

static void add_note(builder *b, const bb_fo_node *node)
{
    const bb_fo_node *first = node->first;

    add_piece(b, BB_ITEM_ANCHOR, node);
    if (node->object == BB_FO_FOOTNOTE && first != NULL && first->object != BB_FO_FOOTNOTE_BODY)
        flatten(b, first, first->next);
}

static void add_retrieved(builder *b, const bb_fo_node *node)
{
    const bb_fo_node *marker = bb_markers_retrieve(b->layout, node);

    if (marker != NULL)
        flatten(b, bb_fo_tree_retrieve(b->layout->fo, marker, node)->first, NULL);
}

static void add_leader(builder *b, const bb_fo_node *node)
{
    add_object(b, BB_ITEM_LEADER, node);
}

/* A block within an inline: its lines are its own. */
static void add_block_inside(builder *b, const bb_fo_node *node)
{
    white_space ws = white_space_of(node);

    if (b->text->len > 0 && !b->at_start)
        add_newline(b, node, &ws);
    add_inline(b, node);
    if (node->next != NULL && !b->at_start)
        add_newline(b, node, &ws);
}

typedef void flattener(builder *b, const bb_fo_node *node);

static flattener *const FLATTENERS[BB_FO_OBJECT_COUNT] = {
    [BB_FO_INLINE] = add_inline,
    [BB_FO_BASIC_LINK] = add_inline,
    [BB_FO_BIDI_OVERRIDE] = add_bidi,
    [BB_FO_WRAPPER] = add_wrapper,
    [BB_FO_CHARACTER] = add_character,
    [BB_FO_PAGE_NUMBER] = add_number,
    [BB_FO_PAGE_NUMBER_CITATION] = add_number,
    [BB_FO_PAGE_NUMBER_CITATION_LAST] = add_number,
    [BB_FO_EXTERNAL_GRAPHIC] = add_graphic,
    [BB_FO_INSTREAM_FOREIGN_OBJECT] = add_graphic,
    [BB_FO_LEADER] = add_leader,
    [BB_FO_FOOTNOTE] = add_note,
    [BB_FO_FLOAT] = add_note,
    [BB_FO_RETRIEVE_MARKER] = add_retrieved,
    [BB_FO_BLOCK] = add_block_inside,
};

static void flatten(builder *b, const bb_fo_node *first, const bb_fo_node *end)
{
    for (const bb_fo_node *node = first; node != NULL && node != end; node = node->next) {
        if (node->object == BB_FO_TEXT)
            add_text(b, node);
        else if (FLATTENERS[node->object] != NULL)
            FLATTENERS[node->object](b, node);
    }
}

/* --- items --- */

typedef struct {
    builder *b;
    const PangoLogAttr *attrs;
    const int *offsets;    /* character index of each byte */
    const uint8_t *levels; /* bidi level of each character, or NULL */
} cutter;

static bb_item *add_item(cutter *c, const piece *p, bb_item_kind kind)
{
    bb_item item = {
        .kind = (uint8_t)kind,
        .node = p->node,
        .style = p->style,
        .state = p->state,
        .keeps = p->keeps,
        .whole = p->whole,
    };

    g_array_append_val(c->b->para->items, item);
    return &g_array_index(c->b->para->items, bb_item, c->b->para->items->len - 1);
}

static int level_at(const cutter *c, int byte)
{
    return c->levels != NULL ? c->levels[c->offsets[byte]] : c->b->para->base_level;
}

/* Whether a piece and what stands behind this place in or after it may not be parted. */
static bool is_held(const cutter *c, const piece *p, int byte)
{
    const GArray *pieces = c->b->pieces;
    const piece *end = &g_array_index(pieces, piece, pieces->len - 1) + 1;

    if (!p->whole || byte < p->to)
        return p->whole;
    for (p++; p < end; p++) {
        if (p->to > byte)
            return p->whole;
    }
    return false;
}

static bb_item_break break_at(const cutter *c, const piece *p, int byte)
{
    const PangoLogAttr *attr = &c->attrs[c->offsets[byte]];

    return attr->is_line_break != 0 && !is_held(c, p, byte) ? BB_MAY_BREAK : BB_NO_BREAK;
}

bb_length bb_item_text_width(const bb_text_style *style, const bb_shape *shape)
{
    bb_length width = bb_shape_width(shape, style->size);

    if (style->letter_spacing != 0)
        width += style->letter_spacing * g_utf8_strlen(shape->text, shape->length);
    return width;
}

static void report_missing(cutter *c, const piece *p, gunichar missing)
{
    char utf8[7] = {0};
    g_autofree char *code = g_strdup_printf("%04X", missing);

    g_unichar_to_utf8(missing, utf8);
    bb_layout_report(c->b->layout, BB_M_GLYPH_MISSING, p->node, utf8, code);
}

static const bb_shape *shape_text(cutter *c, const piece *p, int from, const char *text, int length)
{
    const bb_shape *shape = bb_shaper_shape(c->b->layout->shaper, p->style->query,
                                            p->style->language, level_at(c, from), text, length);
    if (shape->missing != 0)
        report_missing(c, p, shape->missing);
    return shape;
}

/* text-transform changes the glyphs, never what the text says. */
static char *transformed(const piece *p, const char *text, int length, bool word_start)
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

static void cut_word(cutter *c, const piece *p, int from, int to, bb_item_break after)
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
    c->b->para->hyphenates =
        c->b->para->hyphenates || p->style->hyphen_language != NULL || after == BB_MAY_HYPHENATE;
}

/* Word spaces may grow by a half and shrink by a third when lines are justified. */
static void cut_space(cutter *c, const piece *p, int from, int to)
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
    item->stretch = item->width / 2;
    item->shrink = item->width / 3;
    item->break_after = (uint8_t)(fixed ? BB_NO_BREAK : break_at(c, p, to));
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

static void cut_control(cutter *c, const piece *p, gunichar ch, int to)
{
    GArray *items = c->b->para->items;

    if (items->len == 0)
        return;
    bb_item *last = &g_array_index(items, bb_item, items->len - 1);
    if (ch == 0xad && last->kind == BB_ITEM_TEXT && !p->whole) {
        last->break_after = BB_MAY_HYPHENATE;
        c->b->para->hyphenates = true;
    } else if (ch == 0x200b && last->break_after == BB_NO_BREAK) {
        last->break_after = (uint8_t)break_at(c, p, to);
    }
}

/* Cuts a piece of text at spaces and where a line may break. */
static void cut_text(cutter *c, const piece *p)
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

static void cut_number(cutter *c, const piece *p)
{
    const char *text = bb_item_number_text(c->b->layout, p->node);
    bb_item *item = add_item(c, p, BB_ITEM_NUMBER);

    item->level = (uint8_t)level_at(c, p->from);
    item->shape = shape_text(c, p, p->from, text, (int)strlen(text));
    item->width = bb_item_text_width(p->style, item->shape);
    item->break_after = (uint8_t)break_at(c, p, p->to);
}

static void cut_leader(cutter *c, const piece *p)
{
    bb_item *item = add_item(c, p, BB_ITEM_LEADER);
    bb_length width = c->b->para->width;
    bb_length least = bb_fo_get_length(p->node, BB_FO_P_LEADER_LENGTH_MINIMUM, width);
    bb_length most = bb_fo_get_length(p->node, BB_FO_P_LEADER_LENGTH_MAXIMUM, width);

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

    sum += bb_fo_get_length(node, start ? BB_FO_P_SPACE_START : BB_FO_P_SPACE_END, width);
    if (bordered)
        sum += bb_fo_get_length(node, start ? BB_FO_P_BORDER_START_WIDTH : BB_FO_P_BORDER_END_WIDTH,
                                width);
    return sum;
}

static void cut_object(cutter *c, const piece *p)
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
        item->width = p->graphic->width + inline_edge(p->node, true, c->b->para->width) +
                      inline_edge(p->node, false, c->b->para->width);
        item->height = p->graphic->height;
        item->break_after = (uint8_t)break_at(c, p, p->to);
        break;
    case BB_ITEM_OPEN:
    case BB_ITEM_CLOSE:
        item = add_item(c, p, p->kind);
        item->width = inline_edge(p->node, p->kind == BB_ITEM_OPEN, c->b->para->width);
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

static void note_of(bb_para *para, const piece *p)
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

static bool is_right_to_left(const char *text)
{
    for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
        if ((unsigned char)*p >= 0xd6) /* first byte of Hebrew and everything above */
            return true;
    }
    return false;
}

static void cut_items(builder *b)
{
    int length = (int)b->text->len;
    long characters = g_utf8_strlen(b->text->str, length);
    g_autofree PangoLogAttr *attrs = g_new0(PangoLogAttr, (gsize)characters + 1);
    g_autofree int *offsets = g_new(int, (gsize)length + 1);
    g_autofree guint8 *levels = NULL;
    cutter c = {b, attrs, offsets, NULL};
    int index = -1;

    pango_get_log_attrs(b->text->str, length, -1, pango_language_from_string("en"), attrs,
                        (int)characters + 1);
    for (int i = 0; i <= length; i++) {
        index += (b->text->str[i] & 0xc0) != 0x80;
        offsets[i] = index;
    }
    if (b->para->base_level != 0 || is_right_to_left(b->text->str)) {
        PangoDirection direction =
            b->para->base_level != 0 ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR;
        levels = pango_log2vis_get_embedding_levels(b->text->str, length, &direction);
        c.levels = levels;
        b->para->reorders = true;
    }
    for (guint i = 0; i < b->pieces->len; i++) {
        const piece *p = &g_array_index(b->pieces, piece, i);
        if (p->kind == BB_ITEM_TEXT)
            cut_text(&c, p);
        else
            cut_object(&c, p);
        note_of(b->para, p);
    }
    pass_breaks_on(b->para->items);
}

/* --- the door --- */

static void release_para(bb_para *para)
{
    g_array_unref(para->items);
    g_array_unref(para->notes);
    g_array_unref(para->lines);
}

bb_para *bb_para_new(bb_layout *layout, const bb_fo_node *block, const bb_fo_node *first,
                     const bb_fo_node *end, bb_length width)
{
    static const bb_inline_state PLAIN = {0};
    bb_para *para = bb_arena_new0(layout->scratch, bb_para);
    builder b = {
        .layout = layout,
        .para = para,
        .text = g_string_new(NULL),
        .pieces = g_array_new(FALSE, FALSE, sizeof(piece)),
        .at_start = true,
        .state = &PLAIN,
    };

    para->layout = layout;
    para->block = block;
    para->width = width;
    para->items = g_array_new(FALSE, FALSE, sizeof(bb_item));
    para->notes = g_array_new(FALSE, FALSE, sizeof(bb_para_note));
    para->lines = g_array_new(FALSE, FALSE, sizeof(bb_line));
    para->base_level = bb_fo_has(block, BB_FO_P_WRITING_MODE, BB_FO_K_RL_TB) ||
                       bb_fo_has(block, BB_FO_P_DIRECTION, BB_FO_K_RTL);
    flatten(&b, first, end);
    bool something = b.any_content || b.pieces->len > 0;
    if (something)
        cut_items(&b);
    something = para->items->len > 0;
    g_string_free(b.text, TRUE);
    g_array_unref(b.pieces);
    if (!something) {
        release_para(para);
        return NULL;
    }
    bb_layout_own(layout, para, (GDestroyNotify)release_para);
    return para;
}

const char *bb_item_number_text(bb_layout *layout, const bb_fo_node *node)
{
    const char *guess = "00";

    if (node->object == BB_FO_PAGE_NUMBER)
        return layout->page != NULL ? layout->page->label : guess;
    const char *id = bb_fo_attribute_of(node, BB_FO_A_REF_ID);
    const bb_ref *ref = id != NULL ? bb_refs_find(layout->refs, id) : NULL;
    if (ref == NULL)
        return guess;
    return node->object == BB_FO_PAGE_NUMBER_CITATION_LAST ? ref->last_label : ref->first_label;
}
