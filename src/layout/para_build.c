/* para_build.c - flattening inline content.
 *
 * The characters of the whole paragraph are gathered, white space treated (XSL 1.1 §7.17) and
 * places of other objects marked; para_cut.c makes items of them. */
#include "layout/para_flat.h"

#include "base/text.h"
#include "layout/box.h"
#include "layout/graphic.h"
#include "layout/page_marker.h"
#include "layout/refs.h"

#include <string.h>

static const char OBJECT_CHARACTER[] = "\xef\xbf\xbc"; /* U+FFFC */

static void flatten(bb_flat *b, const bb_fo_node *first, const bb_fo_node *end);

/* Whether lines may not break in an object's text. A keep within lines counts where an inline asks
 * for it: keep-together="always" on a block means its pages, and its text must go on breaking. */
static bool holds_lines(const bb_flat *b, const bb_fo_node *node)
{
    return bb_fo_has(node, BB_FO_P_WRAP_OPTION, BB_FO_K_NO_WRAP) ||
           (bb_fo_has(node, BB_FO_P_KEEP_TOGETHER_LINE, BB_FO_K_ALWAYS) &&
            !bb_fo_has(b->para->block, BB_FO_P_KEEP_TOGETHER_LINE, BB_FO_K_ALWAYS));
}

static bb_piece *add_piece(bb_flat *b, bb_item_kind kind, const bb_fo_node *node)
{
    bb_piece p = {
        .kind = kind,
        .from = (int)b->text->len,
        .to = (int)b->text->len,
        .node = node,
        .style = bb_text_style_of(b->layout, node),
        .state = b->state,
        .whole = holds_lines(b, node),
    };

    g_array_append_val(b->pieces, p);
    return &g_array_index(b->pieces, bb_piece, b->pieces->len - 1);
}

static void add_object(bb_flat *b, bb_item_kind kind, const bb_fo_node *node)
{
    bb_piece *p = add_piece(b, kind, node);

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

/* These properties are the block's: they do not apply to inlines (§7.16). */
static white_space white_space_of(const bb_fo_node *node)
{
    white_space ws = {
        .linefeed = bb_fo_get_keyword(node, BB_FO_P_LINEFEED_TREATMENT),
        .space = bb_fo_get_keyword(node, BB_FO_P_WHITE_SPACE_TREATMENT),
        .collapse = bb_fo_has(node, BB_FO_P_WHITE_SPACE_COLLAPSE, BB_FO_K_TRUE),
    };

    /* What is not ignored after a line feed is not ignored at a line's beginning either. */
    ws.keeps = ws.space == BB_FO_K_PRESERVE || ws.space == BB_FO_K_IGNORE_IF_BEFORE_LINEFEED;
    return ws;
}

/* Spaces that go away before a preserved line feed: those at the end of what is gathered. */
static void drop_spaces_at_end(bb_flat *b)
{
    if (b->pieces->len == 0)
        return;
    bb_piece *last = &g_array_index(b->pieces, bb_piece, b->pieces->len - 1);
    while (last->kind == BB_ITEM_TEXT && last->to > last->from &&
           b->text->str[b->text->len - 1] == ' ') {
        g_string_truncate(b->text, b->text->len - 1);
        last->to--;
    }
}

static bool drops_before_linefeed(const white_space *ws)
{
    return ws->space == BB_FO_K_IGNORE_IF_BEFORE_LINEFEED ||
           ws->space == BB_FO_K_IGNORE_IF_SURROUNDING_LINEFEED;
}

static void add_newline(bb_flat *b, const bb_fo_node *node, const white_space *ws)
{
    if (drops_before_linefeed(ws))
        drop_spaces_at_end(b);
    bb_piece *p = add_piece(b, BB_ITEM_NEWLINE, node);
    g_string_append_c(b->text, '\n');
    p->to = (int)b->text->len;
    b->after_space = ws->space == BB_FO_K_IGNORE_IF_AFTER_LINEFEED ||
                     ws->space == BB_FO_K_IGNORE_IF_SURROUNDING_LINEFEED;
    b->at_start = true;
    b->any_content = true;
}

static void add_space(bb_flat *b, const white_space *ws)
{
    bool leading = b->at_start && !ws->keeps;

    if (ws->space == BB_FO_K_IGNORE || leading || (ws->collapse && b->after_space))
        return;
    g_string_append_c(b->text, ' ');
    b->after_space = true;
}

/* The characters of a text, white space treated, into the current piece. */
static const char *add_characters(bb_flat *b, const char *p, const white_space *ws)
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

static void add_string(bb_flat *b, const bb_fo_node *node, const char *text)
{
    white_space ws = white_space_of(b->para->block);

    while (text != NULL) {
        guint index = b->pieces->len;
        add_piece(b, BB_ITEM_TEXT, node)->keeps = ws.keeps;
        text = add_characters(b, text, &ws);
        g_array_index(b->pieces, bb_piece, index).to = (int)b->text->len;
        if (text != NULL) {
            add_newline(b, node, &ws);
            text++;
        }
    }
}

static void add_text(bb_flat *b, const bb_fo_node *node)
{
    add_string(b, node, node->text);
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

static const bb_inline_state *keep_state(bb_flat *b, const bb_inline_state *state)
{
    return bb_arena_memdup(b->layout->scratch, state, sizeof *state);
}

/* The state within an object: where it is aligned, its decoration, what is cut with it. */
static const bb_inline_state *nested_state(bb_flat *b, const bb_fo_node *node)
{
    bb_inline_state state = *b->state;
    bb_box_sides kept = bb_box_retained(node, b->para->width);

    state.align = bb_align_of_text(b->layout, node, state.align);
    state.line_start += kept.start;
    state.line_end += kept.end;
    decorate(&state, node);
    bool same = state.align == b->state->align && state.decoration == b->state->decoration &&
                state.decoration_color == b->state->decoration_color && kept.start == 0 &&
                kept.end == 0;
    return same ? b->state : keep_state(b, &state);
}

static bool holds(const bb_fo_node *node, const bb_fo_node *inner)
{
    while (inner != NULL && inner != node)
        inner = inner->parent;
    return inner == node;
}

static void open_piece(bb_flat *b, const bb_fo_node *node)
{
    add_piece(b, BB_ITEM_OPEN, node)->continued = b->skipping;
    b->after_space = false;
}

static void close_piece(bb_flat *b, const bb_fo_node *node, const bb_inline_state *outer)
{
    b->state = outer;
    if (!b->stopped)
        add_piece(b, BB_ITEM_CLOSE, node);
    b->after_space = false;
}

static void add_inline(bb_flat *b, const bb_fo_node *node)
{
    const bb_inline_state *outer = b->state;

    b->state = nested_state(b, node);
    open_piece(b, node);
    flatten(b, node->first, NULL);
    close_piece(b, node, outer);
}

/* Objects without content of their own may have borders, padding and a background too. */
static bool has_box(const bb_flat *b, const bb_fo_node *node)
{
    bb_box_sides sides = bb_box_sides_of(node, b->para->width);

    return bb_box_is_visible(node) || sides.start != 0 || sides.end != 0 ||
           bb_fo_get_length(node, BB_FO_P_SPACE_START, b->para->width) != 0 ||
           bb_fo_get_length(node, BB_FO_P_SPACE_END, b->para->width) != 0;
}

static const bb_inline_state *begin_object(bb_flat *b, const bb_fo_node *node)
{
    const bb_inline_state *outer = b->state;

    b->state = nested_state(b, node);
    if (has_box(b, node))
        open_piece(b, node);
    return outer;
}

static void end_object(bb_flat *b, const bb_fo_node *node, const bb_inline_state *outer)
{
    b->state = outer;
    if (has_box(b, node))
        close_piece(b, node, outer);
}

static void add_direction(bb_flat *b, const bb_fo_node *node, gunichar mark)
{
    bb_piece *p = add_piece(b, BB_ITEM_TEXT, node);

    g_string_append_unichar(b->text, mark);
    p->to = (int)b->text->len;
}

/* As Unicode's own marks around the text, which the bidirectional algorithm knows (§6.6.2). */
static void add_bidi(bb_flat *b, const bb_fo_node *node)
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

static void add_wrapper(bb_flat *b, const bb_fo_node *node)
{
    const bb_inline_state *outer = b->state;

    if (node->id != NULL && !b->skipping)
        add_piece(b, BB_ITEM_ANCHOR, node);
    b->state = nested_state(b, node);
    flatten(b, node->first, NULL);
    b->state = outer;
}

/* The text of a page number is settled at placing; for breaking, what the last pass knew will do.
 * It stands in the text as figures so that punctuation around it behaves. */
static void add_number(bb_flat *b, const bb_fo_node *node)
{
    const bb_inline_state *outer = begin_object(b, node);
    bb_piece *p = add_piece(b, BB_ITEM_NUMBER, node);

    g_string_append(b->text, "00");
    p->to = (int)b->text->len;
    b->after_space = false;
    b->at_start = false;
    b->any_content = true;
    end_object(b, node, outer);
}

/* White space is treated like that of any text (§6.6.3), unless suppress-at-line-break says what
 * becomes of the character at a line's edge (§7.17.3). */
static void add_character(bb_flat *b, const bb_fo_node *node)
{
    const bb_inline_state *outer = begin_object(b, node);
    const char *text = bb_fo_get(node, BB_FO_P_CHARACTER)->string;
    bool retained = bb_fo_has(node, BB_FO_P_SUPPRESS_AT_LINE_BREAK, BB_FO_K_RETAIN);
    bool suppressed = bb_fo_has(node, BB_FO_P_SUPPRESS_AT_LINE_BREAK, BB_FO_K_SUPPRESS);

    if ((retained && strcmp(text, " ") == 0) || (suppressed && strcmp(text, " ") != 0)) {
        bb_piece *p = add_piece(b, BB_ITEM_TEXT, node);
        p->keeps = retained;
        p->suppressed = suppressed;
        g_string_append(b->text, text);
        p->to = (int)b->text->len;
        b->after_space = false;
        b->at_start = false;
        b->any_content = true;
    } else {
        add_string(b, node, text);
    }
    end_object(b, node, outer);
}

static void add_graphic(bb_flat *b, const bb_fo_node *node)
{
    const bb_inline_state *outer = b->state;
    bb_inline_state state = *outer;
    bb_box_sides sides = bb_box_sides_of(node, b->para->width);
    const bb_graphic *graphic = bb_graphics_of(b->layout->graphics, b->layout->areas, b->layout->fo,
                                               node, b->para->width, 0);

    state.align = bb_align_of_graphic(b->layout, node, outer->align,
                                      graphic->height + sides.before + sides.after);
    b->state = keep_state(b, &state);
    if (has_box(b, node))
        open_piece(b, node);
    guint index = b->pieces->len;
    add_object(b, BB_ITEM_GRAPHIC, node);
    g_array_index(b->pieces, bb_piece, index).graphic = graphic;
    end_object(b, node, outer);
}

static void add_note(bb_flat *b, const bb_fo_node *node)
{
    const bb_fo_node *first = node->first;

    add_piece(b, BB_ITEM_ANCHOR, node);
    if (node->object == BB_FO_FOOTNOTE && first != NULL && first->object != BB_FO_FOOTNOTE_BODY)
        flatten(b, first, first->next);
}

static void add_retrieved(bb_flat *b, const bb_fo_node *node)
{
    const bb_fo_node *marker = bb_markers_retrieve(b->layout, node);

    if (marker != NULL)
        flatten(b, bb_fo_tree_retrieve(b->layout->fo, marker, node)->first, NULL);
}

static void add_leader(bb_flat *b, const bb_fo_node *node)
{
    const bb_inline_state *outer = begin_object(b, node);
    guint index = b->pieces->len;

    add_object(b, BB_ITEM_LEADER, node);
    if (bb_fo_has(node, BB_FO_P_LEADER_PATTERN, BB_FO_K_USE_CONTENT) && node->first != NULL) {
        bb_inline_range content = {.first = node->first};
        bb_para *para = bb_para_new(b->layout, node, &content, b->para->width);
        g_array_index(b->pieces, bb_piece, index).content = para;
    }
    end_object(b, node, outer);
}

/* A block within an inline: its lines are its own. */
static void add_block_inside(bb_flat *b, const bb_fo_node *node)
{
    white_space ws = white_space_of(b->para->block);

    if (b->text->len > 0 && !b->at_start)
        add_newline(b, node, &ws);
    add_inline(b, node);
    if (node->next != NULL && !b->at_start)
        add_newline(b, node, &ws);
}

typedef void flattener(bb_flat *b, const bb_fo_node *node);

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

/* Whether what stands between the bounds of the range begins after this node. An inline of which
 * nothing is left behind the block in it does not go on. */
static bool is_passed_over(bb_flat *b, const bb_fo_node *node)
{
    const bb_fo_node *after = b->range->after;

    if (!b->skipping)
        return false;
    if (!holds(node, after))
        return true;
    if (!bb_inline_is_at_edge(after, node, true))
        return false;
    b->skipping = false;
    b->at_start = true;
    return true;
}

/* Whether the range ends at this node, or where it begins. */
static bool is_beyond(const bb_flat *b, const bb_fo_node *node)
{
    const bb_fo_node *until = b->range->until;

    return until != NULL && !b->skipping && holds(node, until) &&
           bb_inline_is_at_edge(until, node, false);
}

static void flatten(bb_flat *b, const bb_fo_node *first, const bb_fo_node *end)
{
    for (const bb_fo_node *node = first; node != NULL && node != end; node = node->next) {
        b->stopped = b->stopped || is_beyond(b, node);
        if (b->stopped)
            return;
        if (is_passed_over(b, node))
            continue;
        if (node->object == BB_FO_TEXT)
            add_text(b, node);
        else if (FLATTENERS[node->object] != NULL)
            FLATTENERS[node->object](b, node);
    }
}

bool bb_inline_is_at_edge(const bb_fo_node *inner, const bb_fo_node *outer, bool behind)
{
    for (const bb_fo_node *node = inner; node != outer; node = node->parent) {
        const bb_fo_node *other = behind ? node->next : node->parent->first;
        for (; other != NULL && other != node; other = other->next) {
            if (other->object != BB_FO_TEXT || !bb_text_is_blank(other->text))
                return false;
        }
    }
    return true;
}

static bool is_block_level(bb_fo_object object)
{
    return object == BB_FO_BLOCK || object == BB_FO_BLOCK_CONTAINER || object == BB_FO_TABLE ||
           object == BB_FO_TABLE_AND_CAPTION || object == BB_FO_LIST_BLOCK;
}

static bool may_hold_blocks(bb_fo_object object)
{
    return object == BB_FO_INLINE || object == BB_FO_BASIC_LINK || object == BB_FO_BIDI_OVERRIDE ||
           object == BB_FO_WRAPPER;
}

/* *after becomes NULL once it has been passed. */
static const bb_fo_node *find_block(const bb_fo_node *first, const bb_fo_node *end,
                                    const bb_fo_node **after)
{
    for (const bb_fo_node *node = first; node != NULL && node != end; node = node->next) {
        if (is_block_level(node->object)) {
            if (*after == NULL)
                return node;
            if (node == *after)
                *after = NULL;
        } else if (may_hold_blocks(node->object)) {
            const bb_fo_node *found = find_block(node->first, NULL, after);
            if (found != NULL)
                return found;
        }
    }
    return NULL;
}

const bb_fo_node *bb_inline_find_block(const bb_inline_range *range)
{
    const bb_fo_node *after = range->after;

    return find_block(range->first, range->end, &after);
}

/* --- the door --- */

static void release_para(bb_para *para)
{
    g_array_unref(para->items);
    g_array_unref(para->notes);
    g_array_unref(para->lines);
    g_free(para->enclosing);
}

bb_para *bb_para_new(bb_layout *layout, const bb_fo_node *block, const bb_inline_range *range,
                     bb_length width)
{
    bb_inline_state plain = {.align = bb_align_of_block(layout, block)};
    bb_para *para = bb_arena_new0(layout->scratch, bb_para);
    bb_flat b = {
        .layout = layout,
        .para = para,
        .range = range,
        .text = g_string_new(NULL),
        .pieces = g_array_new(FALSE, FALSE, sizeof(bb_piece)),
        .at_start = true,
        .skipping = range->after != NULL,
    };

    b.state = keep_state(&b, &plain);
    para->layout = layout;
    para->page = layout->page;
    para->block = block;
    para->width = width;
    para->items = g_array_new(FALSE, FALSE, sizeof(bb_item));
    para->notes = g_array_new(FALSE, FALSE, sizeof(bb_para_note));
    para->lines = g_array_new(FALSE, FALSE, sizeof(bb_line));
    para->base_level = bb_fo_has(block, BB_FO_P_WRITING_MODE, BB_FO_K_RL_TB) ||
                       bb_fo_has(block, BB_FO_P_DIRECTION, BB_FO_K_RTL);
    flatten(&b, range->first, range->end);
    white_space ws = white_space_of(block);
    if (ws.keeps && drops_before_linefeed(&ws))
        drop_spaces_at_end(&b);
    bool something = b.any_content || b.pieces->len > 0;
    if (something)
        bb_flat_cut(&b);
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
