/* structure_build.c - formatting objects into elements, in the order of the document.
 *
 * What an object becomes follows from its role, else from what it is. Blocks inside text (a block
 * in a heading) add nothing; a block that holds both text and blocks gets a paragraph for each run
 * of text; a cell or label whose only content is one paragraph holds that paragraph's text itself.
 */
#include "render/structure_private.h"

#include "base/text.h"
#include "layout/box.h"

/* --- what an object holds --- */

typedef struct {
    bool blocks, inlines;
    int graphics; /* among the inlines */
    int others;   /* inlines that are no graphic */
} content;

static bool is_block_level(const bb_fo_node *node)
{
    switch (node->object) {
    case BB_FO_BLOCK:
    case BB_FO_BLOCK_CONTAINER:
    case BB_FO_LIST_BLOCK:
    case BB_FO_TABLE:
    case BB_FO_TABLE_AND_CAPTION:
    case BB_FO_FLOAT:
        return true;
    default:
        return false;
    }
}

static bool is_graphic(const bb_fo_node *node)
{
    return node->object == BB_FO_EXTERNAL_GRAPHIC || node->object == BB_FO_INSTREAM_FOREIGN_OBJECT;
}

static bool is_wrapping(const bb_fo_node *node)
{
    return node->object == BB_FO_INLINE || node->object == BB_FO_WRAPPER;
}

static void add_content(content *c, const bb_fo_node *node)
{
    switch (node->object) {
    case BB_FO_TEXT:
        if (bb_text_is_blank(node->text))
            return;
        break;
    case BB_FO_MARKER:
    case BB_FO_CHANGE_BAR_BEGIN:
    case BB_FO_CHANGE_BAR_END:
        return;
    default:
        break;
    }
    if (is_block_level(node)) {
        c->blocks = true;
    } else if (is_wrapping(node)) {
        for (const bb_fo_node *child = node->first; child != NULL; child = child->next)
            add_content(c, child);
    } else {
        c->inlines = true;
        c->graphics += is_graphic(node);
        c->others += !is_graphic(node);
    }
}

static content content_of(const bb_fo_node *node)
{
    content c = {0};

    for (const bb_fo_node *child = node->first; child != NULL; child = child->next)
        add_content(&c, child);
    return c;
}

static bool has_content(const bb_fo_node *node)
{
    content c = {0};

    add_content(&c, node);
    return c.blocks || c.inlines;
}

/* Whether nothing else stands in the object that the element is made of. */
static bool stands_alone(const bb_fo_node *node, const bb_element *at)
{
    if (node->parent != at->node)
        return false;
    for (const bb_fo_node *child = node->parent->first; child != NULL; child = child->next) {
        if (child != node && has_content(child))
            return false;
    }
    return true;
}

/* Elements that may hold text without a paragraph round it. */
static bool may_hold_text(const bb_element *element)
{
    static const char *const TYPES[] = {"TD", "TH", "LBody", "Caption", "TOCI", "Note"};

    for (size_t i = 0; i < G_N_ELEMENTS(TYPES); i++) {
        if (bb_element_is(element, TYPES[i]))
            return true;
    }
    return false;
}

static bool inside(const bb_element *element, const char *type)
{
    while (element != NULL && !bb_element_is(element, type))
        element = element->parent;
    return element != NULL;
}

/* --- blocks --- */

static bb_element *with_role(bb_structure *s, bb_role role, bb_element *at, const bb_fo_node *node)
{
    if (role.type == NULL || role.transparent)
        return at;
    bb_element *element = bb_element_new(s, role.type, at, node);
    element->standard = role.standard;
    element->alt = bb_fo_attribute_of(node, BB_FO_A_ALT_TEXT);
    return element;
}

void bb_structure_build_children(bb_structure *s, const bb_fo_node *node, bb_element *at)
{
    for (const bb_fo_node *child = node->first; child != NULL; child = child->next)
        bb_structure_build(s, child, at);
}

/* Text between blocks gets paragraphs of its own. */
static void build_mixed(bb_structure *s, const bb_fo_node *node, bb_element *at)
{
    bb_element *paragraph = NULL;

    for (const bb_fo_node *child = node->first; child != NULL; child = child->next) {
        content c = {0};
        add_content(&c, child);
        if (c.blocks) {
            paragraph = NULL;
            bb_structure_build(s, child, at);
        } else if (c.inlines) {
            if (paragraph == NULL)
                paragraph = bb_element_new(s, "P", at, child);
            bb_structure_build(s, child, paragraph);
        } else {
            bb_structure_build(s, child, paragraph != NULL ? paragraph : at);
        }
    }
}

static void build_content(bb_structure *s, const bb_fo_node *node, bb_element *at, content c)
{
    if (c.blocks && c.inlines && !bb_element_is_text(at))
        build_mixed(s, node, at);
    else
        bb_structure_build_children(s, node, at);
}

static bb_element *block_element(bb_structure *s, const bb_fo_node *node, bb_element *at, content c)
{
    bb_role role = bb_role_of(node, NULL);

    if (role.type != NULL)
        return with_role(s, role, at, node);
    if (bb_element_is_text(at))
        return at;
    if (c.blocks)
        return bb_box_is_visible(node) && !role.transparent ? bb_element_new(s, "Div", at, node)
                                                            : at;
    bool needless = !c.inlines || (c.graphics == 1 && c.others == 0) ||
                    (may_hold_text(at) && stands_alone(node, at));
    return needless ? at : bb_element_new(s, "P", at, node);
}

static void build_block(bb_structure *s, const bb_fo_node *node, bb_element *at)
{
    content c = content_of(node);

    build_content(s, node, block_element(s, node, at, c), c);
}

/* Containers, flows and sequences are no elements of their own. */
static void build_container(bb_structure *s, const bb_fo_node *node, bb_element *at)
{
    bb_element *element = with_role(s, bb_role_of(node, NULL), at, node);

    build_content(s, node, element, content_of(node));
}

/* --- inlines --- */

static bb_element *inline_element(bb_structure *s, const bb_fo_node *node, bb_element *at)
{
    bb_role role = bb_role_of(node, NULL);

    if (role.type != NULL)
        return with_role(s, role, at, node);
    const char *language = bb_structure_language_of(s, node);
    const bb_element *around = at;
    while (around != NULL && around->language == NULL)
        around = around->parent;
    const char *outer = around != NULL ? around->language : s->language;
    bool other = language != NULL && strcmp(language, outer) != 0;
    return other ? bb_element_new(s, "Span", at, node) : at;
}

static void build_inline(bb_structure *s, const bb_fo_node *node, bb_element *at)
{
    content c = content_of(node);

    if (c.blocks && !bb_element_is_text(at)) {
        build_content(s, node, with_role(s, bb_role_of(node, NULL), at, node), c);
        return;
    }
    bb_structure_build_children(s, node, inline_element(s, node, at));
}

static void build_link(bb_structure *s, const bb_fo_node *node, bb_element *at)
{
    const char *internal = bb_fo_attribute_of(node, BB_FO_A_INTERNAL_DESTINATION);
    bb_role role = bb_role_of(node, NULL);

    if (role.type != NULL && strcmp(role.type, "Link") != 0)
        at = with_role(s, role, at, node);
    if (internal != NULL && internal[0] != '\0' && !inside(at, "Reference"))
        at = bb_element_new(s, "Reference", at, node);
    at = bb_element_new(s, "Link", at, node);
    s->of[node->order] = at;
    bb_structure_build_children(s, node, at);
}

/* A picture without a description is worse than one with a poor one, but it must be told of. An
 * empty description says that the picture is an ornament. */
static void build_graphic(bb_structure *s, const bb_fo_node *node, bb_element *at)
{
    const char *alt = bb_fo_attribute_of(node, BB_FO_A_ALT_TEXT);
    bb_role role = bb_role_of(node, "Figure");

    if ((alt != NULL && bb_text_is_blank(alt)) || role.transparent) {
        s->of[node->order] = NULL;
        return;
    }
    for (const bb_element *e = at; e != NULL && alt == NULL; e = e->parent) {
        if (e->alt != NULL)
            return; /* it is part of a figure that is described */
    }
    bb_element *figure = with_role(s, role, at, node);
    s->of[node->order] = figure;
    if (alt == NULL)
        bb_diag_report(s->diag, BB_M_TAG_ALT, bb_fo_place(s->fo, node));
    figure->alt = alt != NULL ? alt : "Picture without a description";
}

/* --- lists --- */

static void add_text(GString *out, const bb_fo_node *node)
{
    if (node->object == BB_FO_TEXT)
        g_string_append(out, node->text);
    if (node->object == BB_FO_CHARACTER)
        g_string_append(out, bb_fo_get(node, BB_FO_P_CHARACTER)->string);
    for (const bb_fo_node *child = node->first; child != NULL; child = child->next)
        add_text(out, child);
}

static char *text_of(const bb_fo_node *node)
{
    GString *text = g_string_new(NULL);

    add_text(text, node);
    g_autofree char *raw = g_string_free(text, FALSE);
    return bb_text_squeeze(raw);
}

/* What a label says of the list's way of numbering (PDF 1.7 §14.8.5.5). */
static const char *numbering_of(const char *label)
{
    static const struct {
        gunichar bullet;
        const char *numbering;
    } BULLETS[] = {{0x2022, "Disc"},   {0xb7, "Disc"},     {0x25cf, "Disc"},  {0x25e6, "Circle"},
                   {0x25cb, "Circle"}, {0x25aa, "Square"}, {0x25a0, "Square"}};
    gunichar first = g_utf8_get_char(label);

    for (size_t i = 0; i < G_N_ELEMENTS(BULLETS); i++) {
        if (first == BULLETS[i].bullet)
            return BULLETS[i].numbering;
    }
    while (*label == '(' || *label == '[')
        label++;
    size_t length = strcspn(label, ".)]:");
    if (length > 0 && strspn(label, "0123456789") == length)
        return "Decimal";
    if (length > 0 && strspn(label, "ivx") == length)
        return "LowerRoman";
    if (length > 0 && strspn(label, "IVX") == length)
        return "UpperRoman";
    if (length == 1 && g_ascii_islower(*label))
        return "LowerAlpha";
    return length == 1 && g_ascii_isupper(*label) ? "UpperAlpha" : NULL;
}

static const char *list_numbering(const bb_fo_node *list)
{
    const bb_fo_node *item = bb_fo_child(list, BB_FO_LIST_ITEM);
    const bb_fo_node *label = item != NULL ? bb_fo_child(item, BB_FO_LIST_ITEM_LABEL) : NULL;

    if (label == NULL)
        return NULL;
    g_autofree char *text = text_of(label);
    return numbering_of(text);
}

static int count_items(const bb_fo_node *list)
{
    int count = 0;

    for (const bb_fo_node *node = list->first; node != NULL; node = node->next)
        count += node->object == BB_FO_LIST_ITEM;
    return count;
}

/* A note set as a list of one item is no list: its label is the note's. */
static void build_list(bb_structure *s, const bb_fo_node *node, bb_element *at)
{
    bool of_note = bb_element_is(at, "Note") && count_items(node) == 1;
    const char *otherwise = of_note || bb_element_is_text(at) ? NULL : "L";
    bb_element *list = with_role(s, bb_role_of(node, otherwise), at, node);

    if (list != at && bb_element_is(list, "L"))
        list->list_numbering = list_numbering(node);
    bb_structure_build_children(s, node, list);
}

static void build_item(bb_structure *s, const bb_fo_node *node, bb_element *at)
{
    const char *otherwise = bb_element_is(at, "L") ? "LI" : NULL;

    bb_structure_build_children(s, node, with_role(s, bb_role_of(node, otherwise), at, node));
}

static void build_label(bb_structure *s, const bb_fo_node *node, bb_element *at)
{
    const char *otherwise = bb_element_is(at, "LI") || bb_element_is(at, "Note") ? "Lbl" : NULL;

    build_content(s, node, with_role(s, bb_role_of(node, otherwise), at, node), content_of(node));
}

static void build_item_body(bb_structure *s, const bb_fo_node *node, bb_element *at)
{
    const char *otherwise = bb_element_is(at, "LI") ? "LBody" : NULL;

    build_content(s, node, with_role(s, bb_role_of(node, otherwise), at, node), content_of(node));
}

/* --- footnotes --- */

/* The inline with which the note's text begins, when it repeats the mark in the text. */
static const bb_fo_node *repeated_mark(const bb_fo_node *body, const char *mark)
{
    const bb_fo_node *node = body->first;

    while (node != NULL && !is_wrapping(node)) {
        if (node->object == BB_FO_TEXT && bb_text_is_blank(node->text) && node->next != NULL)
            node = node->next;
        else
            node = node->object == BB_FO_BLOCK ? node->first : NULL;
    }
    if (node == NULL || mark[0] == '\0')
        return NULL;
    g_autofree char *text = text_of(node);
    return g_str_has_prefix(text, mark) && strlen(text) <= strlen(mark) + 1 ? node : NULL;
}

static void assign(bb_structure *s, const bb_fo_node *node, bb_element *element)
{
    s->of[node->order] = element;
    for (const bb_fo_node *child = node->first; child != NULL; child = child->next)
        assign(s, child, element);
}

static void build_note(bb_structure *s, const bb_fo_node *footnote, const bb_fo_node *body,
                       const bb_fo_node *anchor, bb_element *at)
{
    bb_element *note = bb_element_new(s, "Note", at, body);

    note->id = g_strdup_printf("note-%d", ++s->notes);
    s->of[body->order] = note;
    build_content(s, body, note, content_of(body));
    g_autofree char *mark = anchor != NULL ? text_of(anchor) : g_strdup("");
    const bb_fo_node *repeated = repeated_mark(body, mark);
    if (repeated == NULL)
        return;
    bb_element *label = bb_element_new(s, "Lbl", NULL, footnote);
    label->order = body->order; /* before all that the note says */
    bb_element_adopt(note, label);
    assign(s, repeated, label);
}

static void build_footnote(bb_structure *s, const bb_fo_node *node, bb_element *at)
{
    const bb_fo_node *body = bb_fo_child(node, BB_FO_FOOTNOTE_BODY);
    const bb_fo_node *anchor = NULL;

    for (const bb_fo_node *child = node->first; child != NULL; child = child->next) {
        if (child == body || child->object == BB_FO_TEXT)
            continue;
        anchor = child;
        bb_element *reference = bb_element_new(s, "Reference", at, child);
        bb_structure_build(s, child, reference);
    }
    if (body != NULL)
        build_note(s, node, body, anchor, at);
}

/* --- the table of objects --- */

static void build_nothing(bb_structure *s, const bb_fo_node *node, bb_element *at)
{
    (void)at;
    s->of[node->order] = NULL;
}

static void build_text(bb_structure *s, const bb_fo_node *node, bb_element *at)
{
    (void)s, (void)node, (void)at; /* it is at's, which is noted already */
}

typedef void builder(bb_structure *s, const bb_fo_node *node, bb_element *at);

static builder *const BUILDERS[BB_FO_TEXT + 1] = {
    [BB_FO_PAGE_SEQUENCE] = build_container,
    [BB_FO_FLOW] = build_container,
    [BB_FO_BLOCK] = build_block,
    [BB_FO_BLOCK_CONTAINER] = build_container,
    [BB_FO_FLOAT] = build_container,
    [BB_FO_TABLE_AND_CAPTION] = build_container,
    [BB_FO_TEXT] = build_text,
    [BB_FO_CHARACTER] = build_text,
    [BB_FO_PAGE_NUMBER] = build_text,
    [BB_FO_PAGE_NUMBER_CITATION] = build_text,
    [BB_FO_PAGE_NUMBER_CITATION_LAST] = build_text,
    [BB_FO_INLINE] = build_inline,
    [BB_FO_WRAPPER] = build_inline,
    [BB_FO_BIDI_OVERRIDE] = build_inline,
    [BB_FO_BASIC_LINK] = build_link,
    [BB_FO_EXTERNAL_GRAPHIC] = build_graphic,
    [BB_FO_INSTREAM_FOREIGN_OBJECT] = build_graphic,
    [BB_FO_LIST_BLOCK] = build_list,
    [BB_FO_LIST_ITEM] = build_item,
    [BB_FO_LIST_ITEM_LABEL] = build_label,
    [BB_FO_LIST_ITEM_BODY] = build_item_body,
    [BB_FO_TABLE] = bb_structure_build_table,
    [BB_FO_FOOTNOTE] = build_footnote,
};

void bb_structure_build(bb_structure *s, const bb_fo_node *node, bb_element *at)
{
    builder *build = BUILDERS[node->object];

    if (build == NULL || bb_role_of(node, NULL).artifact)
        build = build_nothing;
    s->of[node->order] = at;
    build(s, node, at);
}
