/* fo_style.c - computing styles, and sharing the equal ones.
 *
 * A style depends on the parent's arrays and on the element's own attributes. Templates repeat the
 * same few hundred combinations over thousands of elements, so each is computed once and found
 * again by its key. Values that ask elsewhere (from-nearest-specified-value) are computed every
 * time. */
#include "fo/fo_private.h"

#include <string.h>

struct bb_fo_styles {
    bb_arena *arena;
    bb_diag *diag;
    bb_fo_style initial;
    GHashTable *known; /* GBytes key -> bb_fo_style */
    GArray *settings;  /* bb_fo_setting; reused */
    GString *key;      /* reused */
};

/* What the callbacks of an expression see. */
typedef struct {
    bb_fo_styles *styles;
    const bb_fo_node *node;
    const bb_fo_style *parent;
} asking;

static const bb_fo_value *value_of(const bb_fo_style *style, bb_fo_property property)
{
    return property < BB_FO_INHERITED_COUNT ? &style->inherited[property]
                                            : &style->own[property - BB_FO_INHERITED_COUNT];
}

static bool from_parent(void *data, bb_fo_property property, bb_fo_value *value)
{
    const asking *ask = data;

    *value = *value_of(ask->parent, property);
    return true;
}

static bool from_list_item(void *data, bb_fo_property property, bb_fo_value *value)
{
    const asking *ask = data;
    const bb_fo_node *item = ask->node->parent;

    while (item != NULL && item->object != BB_FO_LIST_ITEM)
        item = item->parent;
    if (item == NULL)
        return false;
    *value = *value_of(item->style, property);
    return true;
}

/* The nearest ancestor with the attribute itself on it; the initial value when there is none. */
static bool from_nearest(void *data, bb_fo_property property, bb_fo_value *value)
{
    const asking *ask = data;
    const char *name = bb_fo_property_rows[property].name;

    for (const bb_fo_node *node = ask->node->parent; node != NULL; node = node->parent) {
        xmlAttr *attribute = xmlHasProp(node->xml, (const xmlChar *)name);
        if (attribute != NULL) {
            *value = *value_of(node->style, property);
            return true;
        }
    }
    *value = *value_of(&ask->styles->initial, property);
    return true;
}

static const char *keep_string(void *data, const char *text, size_t length)
{
    const asking *ask = data;

    return bb_arena_strndup(ask->styles->arena, text, length);
}

static double number_of(const bb_fo_style *style, bb_fo_property property)
{
    const bb_fo_value *value = value_of(style, property);

    return value->kind == BB_FO_LENGTH_VALUE ? (double)value->length : value->number;
}

/* --- the initial style --- */

static void fill_initial(bb_fo_styles *styles)
{
    bb_fo_value *inherited = bb_arena_array(styles->arena, bb_fo_value, BB_FO_INHERITED_COUNT);
    bb_fo_value *own = bb_arena_array(styles->arena, bb_fo_value, BB_FO_OWN_COUNT);
    bb_fo_node nowhere = {0};
    asking ask = {styles, &nowhere, &styles->initial};
    bb_fo_scope scope = {
        .data = &ask,
        .font_size = 12000,
        .parent_font_size = 12000,
        .parent_weight = 400,
        .from_parent = from_parent,
        .from_nearest = from_nearest,
        .from_list_item = from_list_item,
        .keep_string = keep_string,
    };

    styles->initial = (bb_fo_style){inherited, own};
    for (int i = 0; i < BB_FO_PROPERTY_COUNT; i++) {
        bb_fo_value *value =
            i < BB_FO_INHERITED_COUNT ? &inherited[i] : &own[i - BB_FO_INHERITED_COUNT];
        if (!bb_fo_value_parse(&scope, (bb_fo_property)i, bb_fo_property_rows[i].initial, value))
            g_error("the initial value of %s does not parse", bb_fo_property_rows[i].name);
    }
}

bb_fo_styles *bb_fo_styles_new(bb_arena *arena, bb_diag *diag)
{
    bb_fo_styles *styles = g_new0(bb_fo_styles, 1);

    styles->arena = arena;
    styles->diag = diag;
    styles->known =
        g_hash_table_new_full(g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, NULL);
    styles->settings = g_array_new(FALSE, FALSE, sizeof(bb_fo_setting));
    styles->key = g_string_new(NULL);
    fill_initial(styles);
    return styles;
}

void bb_fo_styles_free(bb_fo_styles *styles)
{
    if (styles == NULL)
        return;
    g_hash_table_unref(styles->known);
    g_array_unref(styles->settings);
    g_string_free(styles->key, TRUE);
    g_free(styles);
}

const bb_fo_style *bb_fo_styles_initial(bb_fo_styles *styles)
{
    return &styles->initial;
}

/* --- gathering the attributes --- */

static bool is_plain_attribute(const char *name, const char *ns)
{
    static const struct {
        const char *name, *ns;
    } ATTRIBUTES[] = {
#define BB_ATTRIBUTE(id, word, space) {word, space},
#include "fo/fo_attributes.def"
#undef BB_ATTRIBUTE
    };

    for (size_t i = 0; i < G_N_ELEMENTS(ATTRIBUTES); i++) {
        if (strcmp(ATTRIBUTES[i].name, name) == 0 && strcmp(ATTRIBUTES[i].ns, ns) == 0)
            return true;
    }
    return false;
}

static const char *attribute_text(const xmlAttr *attribute)
{
    const xmlNode *text = attribute->children;

    return text != NULL && text->content != NULL ? (const char *)text->content : "";
}

/* Properties of speech and print rendering that no page shows; and names that layout does not need.
 */
static bool is_harmless(const char *name)
{
    static const char *const NAMES[] = {
        "media-usage",
        "speak",
        "volume",
        "pause",
        "azimuth",
        "elevation",
        "play-during",
        "voice-family",
        "speech-rate",
        "pitch",
        "richness",
        "speak-header",
        "speak-numeral",
        "speak-punctuation",
        "rendering-intent",
        "destination-placement-offset",
        "target-processing-context",
        "target-presentation-context",
        "target-stylesheet",
        "case-name",
        "font-size-adjust",
        "scaling-method",
        "page-citation-strategy",
        "index-key",
        "index-class",
        "text-shadow",
        "provisional-label-separation.maximum",
        "text-altitude",
        "text-depth",
        "base-url",
        "version",
        "auto-restore",
        "background-attachment",
    };

    for (size_t i = 0; i < G_N_ELEMENTS(NAMES); i++) {
        if (strcmp(NAMES[i], name) == 0)
            return true;
    }
    return false;
}

static bool right_to_left(const bb_fo_style *parent, const xmlNode *element)
{
    const xmlAttr *own = xmlHasProp((xmlNode *)element, (const xmlChar *)"writing-mode");

    if (own != NULL)
        return g_str_has_prefix(attribute_text(own), "rl");
    return bb_fo_is(value_of(parent, BB_FO_P_WRITING_MODE), BB_FO_K_RL_TB);
}

/* Attributes of fo:* elements have no namespace; xml:lang counts beside them, and the rounded
 * corner that FOP's extensions have too. */
static const char *property_name(const xmlAttr *attribute)
{
    static const struct {
        const char *ns, *name, *property;
    } OTHERS[] = {
        {"http://www.w3.org/XML/1998/namespace", "lang", "xml:lang"},
        {"http://xmlgraphics.apache.org/fop/extensions", "border-radius", "fox:border-radius"},
    };

    if (attribute->ns == NULL)
        return (const char *)attribute->name;
    for (size_t i = 0; i < G_N_ELEMENTS(OTHERS); i++) {
        if (strcmp((const char *)attribute->name, OTHERS[i].name) == 0 &&
            strcmp((const char *)attribute->ns->href, OTHERS[i].ns) == 0)
            return OTHERS[i].property;
    }
    return NULL;
}

bool bb_fo_is_property_attribute(const xmlAttr *attribute)
{
    return property_name(attribute) != NULL;
}

static void gather(bb_fo_styles *styles, const bb_fo_node *node, const bb_fo_style *parent,
                   bb_place place)
{
    bool rtl = right_to_left(parent, node->xml);

    g_array_set_size(styles->settings, 0);
    for (const xmlAttr *a = node->xml->properties; a != NULL; a = a->next) {
        const char *name = property_name(a);
        if (name == NULL || is_plain_attribute(name, ""))
            continue;
        if (!bb_fo_shorthand_spread(styles->arena, name, attribute_text(a), rtl,
                                    styles->settings) &&
            !is_harmless(name))
            bb_diag_report(styles->diag, BB_M_FO_PROPERTY_UNKNOWN, place, name);
    }
}

static int by_rank(const void *a, const void *b)
{
    const bb_fo_setting *x = a, *y = b;

    return x->rank - y->rank;
}

/* --- applying them --- */

typedef struct {
    bb_fo_styles *styles;
    bb_fo_scope scope;
    bb_fo_value *inherited, *own; /* being filled */
    bool given[BB_FO_PROPERTY_COUNT];
    bool cacheable;
    bb_place place;
} filling;

static bb_fo_value *slot(filling *f, bb_fo_property property)
{
    return property < BB_FO_INHERITED_COUNT ? &f->inherited[property]
                                            : &f->own[property - BB_FO_INHERITED_COUNT];
}

/* Whether the value depends on more than the parent's arrays, which are part of the key. */
static bool asks_beyond_parent(const bb_fo_node *node, const char *text)
{
    bool below_item = node->parent != NULL && node->parent->object == BB_FO_LIST_ITEM;

    return strstr(text, "from-nearest") != NULL ||
           (!below_item &&
            (strstr(text, "body-start") != NULL || strstr(text, "label-end") != NULL));
}

/* A length without its unit; nought needs none. */
static bool is_bare_number(bb_fo_property property, const char *text)
{
    bb_fo_type type = bb_fo_property_rows[property].type;
    char *end;
    double number = g_ascii_strtod(text, &end);

    return (type == BB_FO_TYPE_LENGTH || type == BB_FO_TYPE_SIZE) && end != text && *end == '\0' &&
           number != 0;
}

/* A component that came with its whole compound is not what was asked for. */
static void report_ignored(filling *f, const bb_fo_setting *setting)
{
    bb_fo_property property = setting->property;
    const char *name = bb_fo_property_rows[property].name;
    bool asked = strchr(name, '.') == NULL || strcmp(name, setting->attribute) == 0;

    if (asked && !bb_fo_value_equal(slot(f, property), value_of(&f->styles->initial, property)))
        bb_diag_report(f->styles->diag, BB_M_FO_PROPERTY_IGNORED, f->place, setting->attribute);
}

static void apply(filling *f, const bb_fo_setting *setting)
{
    const asking *ask = f->scope.data;
    bb_fo_property property = setting->property;

    if (setting->text == NULL) {
        *slot(f, property) = *value_of(&f->styles->initial, property);
        f->given[property] = false;
        return;
    }
    if (asks_beyond_parent(ask->node, setting->text))
        f->cacheable = false;
    if (strcmp(setting->text, "inherit") == 0) {
        *slot(f, property) = *value_of(ask->parent, property);
        f->given[property] = true;
        return;
    }
    if (!bb_fo_value_parse(&f->scope, property, setting->text, slot(f, property))) {
        bb_diag_report(f->styles->diag, BB_M_FO_VALUE_BAD, f->place, setting->attribute,
                       setting->text);
        return;
    }
    f->given[property] = true;
    if (bb_fo_property_is_ignored(property))
        report_ignored(f, setting);
    if (is_bare_number(property, setting->text))
        bb_diag_report(f->styles->diag, BB_M_FO_UNIT_MISSING, f->place, setting->attribute,
                       setting->text);
}

static bb_fo_value plus(bb_fo_value a, const bb_fo_value *b)
{
    if (b->kind != BB_FO_LENGTH_VALUE)
        return a;
    if (a.kind != BB_FO_LENGTH_VALUE)
        return *b;
    a.length += b->length;
    a.percent += b->percent;
    return a;
}

static bool has_border(const bb_fo_value *style)
{
    return !bb_fo_is(style, BB_FO_K_NONE) && !bb_fo_is(style, BB_FO_K_HIDDEN);
}

/* A margin given on a block is an indent: the parent's, plus margin, border and padding. Where the
 * object begins a reference area, the parent's does not count (§5.3.2). */
static void indent_from_margin(filling *f, bb_fo_object object, const bb_fo_style *parent,
                               bool start)
{
    bool rtl = bb_fo_is(slot(f, BB_FO_P_WRITING_MODE), BB_FO_K_RL_TB);
    bb_fo_property margin = start != rtl ? BB_FO_P_MARGIN_LEFT : BB_FO_P_MARGIN_RIGHT;
    bb_fo_property indent = start ? BB_FO_P_START_INDENT : BB_FO_P_END_INDENT;

    if (!f->given[margin])
        return;
    bool reference = object == BB_FO_BLOCK_CONTAINER || object == BB_FO_TABLE_CELL;
    bb_fo_value sum =
        reference ? (bb_fo_value){.kind = BB_FO_LENGTH_VALUE} : *value_of(parent, indent);
    sum = plus(sum, slot(f, margin));
    sum = plus(sum, slot(f, start ? BB_FO_P_PADDING_START : BB_FO_P_PADDING_END));
    if (has_border(slot(f, start ? BB_FO_P_BORDER_START_STYLE : BB_FO_P_BORDER_END_STYLE)))
        sum = plus(sum, slot(f, start ? BB_FO_P_BORDER_START_WIDTH : BB_FO_P_BORDER_END_WIDTH));
    *slot(f, indent) = sum;
}

/* A border is drawn in the colour of the text where it names none (§7.8.7). */
static void color_borders(filling *f)
{
    static const bb_fo_property COLORS[] = {
        BB_FO_P_BORDER_BEFORE_COLOR,
        BB_FO_P_BORDER_AFTER_COLOR,
        BB_FO_P_BORDER_START_COLOR,
        BB_FO_P_BORDER_END_COLOR,
    };

    for (size_t i = 0; i < G_N_ELEMENTS(COLORS); i++) {
        if (!f->given[COLORS[i]])
            *slot(f, COLORS[i]) = *slot(f, BB_FO_P_COLOR);
    }
}

/* A margin above or below is a space that stays at the edges of pages (§5.3.2). */
static void space_from_margin(filling *f, bb_fo_property margin, bb_fo_property minimum)
{
    const bb_fo_property conditionality = (bb_fo_property)(minimum + 4);
    bool asked = false;

    if (!f->given[margin])
        return;
    for (int i = 0; i < 3; i++) {
        bb_fo_property part = (bb_fo_property)(minimum + i);
        if (!f->given[part])
            *slot(f, part) = *slot(f, margin);
        asked = asked || f->given[part];
    }
    if (!asked && !f->given[conditionality])
        *slot(f, conditionality) =
            (bb_fo_value){.kind = BB_FO_KEYWORD_VALUE, .keyword = BB_FO_K_RETAIN};
}

static bool margins_are_indents(bb_fo_object object)
{
    switch (object) {
    case BB_FO_BLOCK:
    case BB_FO_BLOCK_CONTAINER:
    case BB_FO_LIST_BLOCK:
    case BB_FO_LIST_ITEM:
    case BB_FO_LIST_ITEM_LABEL: /* as FOP does it: labels and bodies have no margins of their own */
    case BB_FO_LIST_ITEM_BODY:
    case BB_FO_TABLE:
    case BB_FO_TABLE_AND_CAPTION:
    case BB_FO_TABLE_CELL: /* which has no margins by the letter, but documents give it some */
        return true;
    default:
        return false;
    }
}

/* A size whose optimum alone is given lies between 0 and no limit; a fixed one is all three. */
static void correspondences(filling *f, bb_fo_object object, const bb_fo_style *parent)
{
    color_borders(f);
    if (margins_are_indents(object)) {
        indent_from_margin(f, object, parent, true);
        indent_from_margin(f, object, parent, false);
    }
    if (margins_are_indents(object) && object != BB_FO_TABLE_CELL) {
        space_from_margin(f, BB_FO_P_MARGIN_TOP, BB_FO_P_SPACE_BEFORE_MINIMUM);
        space_from_margin(f, BB_FO_P_MARGIN_BOTTOM, BB_FO_P_SPACE_AFTER_MINIMUM);
    } else if (object == BB_FO_INLINE || object == BB_FO_BASIC_LINK) {
        if (f->given[BB_FO_P_MARGIN_LEFT])
            *slot(f, BB_FO_P_SPACE_START) = *slot(f, BB_FO_P_MARGIN_LEFT);
        if (f->given[BB_FO_P_MARGIN_RIGHT])
            *slot(f, BB_FO_P_SPACE_END) = *slot(f, BB_FO_P_MARGIN_RIGHT);
    }
    /* The maximum of a space follows its optimum when only that is given; its minimum stays 0, as
     * in FOP: the space may be closed up. */
    static const bb_fo_property SPACES[] = {BB_FO_P_SPACE_BEFORE_MINIMUM,
                                            BB_FO_P_SPACE_AFTER_MINIMUM};
    for (size_t i = 0; i < G_N_ELEMENTS(SPACES); i++) {
        bb_fo_property optimum = (bb_fo_property)(SPACES[i] + 1);
        bb_fo_property maximum = (bb_fo_property)(SPACES[i] + 2);
        if (f->given[optimum] && !f->given[maximum])
            *slot(f, maximum) = *slot(f, optimum);
    }
}

/* The font size first: other values may count in em. */
static void apply_font_size(filling *f)
{
    GArray *settings = f->styles->settings;

    for (guint i = 0; i < settings->len; i++) {
        const bb_fo_setting *setting = &g_array_index(settings, bb_fo_setting, i);
        if (setting->property == BB_FO_P_FONT_SIZE)
            apply(f, setting);
    }
    f->scope.font_size = (double)f->inherited[BB_FO_P_FONT_SIZE].length;
}

static bb_fo_style *fill(bb_fo_styles *styles, bb_fo_node *node, const bb_fo_style *parent,
                         bb_place place, bool *cacheable)
{
    asking ask = {styles, node, parent};
    filling f = {
        .styles = styles,
        .inherited = bb_arena_memdup(styles->arena, parent->inherited,
                                     sizeof(bb_fo_value) * BB_FO_INHERITED_COUNT),
        .own = bb_arena_memdup(styles->arena, styles->initial.own,
                               sizeof(bb_fo_value) * BB_FO_OWN_COUNT),
        .cacheable = true,
        .place = place,
        .scope =
            {
                .data = &ask,
                .font_size = number_of(parent, BB_FO_P_FONT_SIZE),
                .parent_font_size = number_of(parent, BB_FO_P_FONT_SIZE),
                .parent_weight = number_of(parent, BB_FO_P_FONT_WEIGHT),
                .from_parent = from_parent,
                .from_nearest = from_nearest,
                .from_list_item = from_list_item,
                .keep_string = keep_string,
            },
    };

    apply_font_size(&f);
    for (guint i = 0; i < styles->settings->len; i++) {
        const bb_fo_setting *setting = &g_array_index(styles->settings, bb_fo_setting, i);
        if (setting->property != BB_FO_P_FONT_SIZE)
            apply(&f, setting);
    }
    correspondences(&f, node->object, parent);
    *cacheable = f.cacheable;

    bb_fo_style *style = bb_arena_new0(styles->arena, bb_fo_style);
    /* Where padding alone differs, equal styles are not shared: nothing is lost but room. */
    bool same = /* NOLINTNEXTLINE(bugprone-suspicious-memory-comparison) */
        memcmp(f.inherited, parent->inherited, sizeof(bb_fo_value) * BB_FO_INHERITED_COUNT) == 0;
    *style = (bb_fo_style){same ? parent->inherited : f.inherited, f.own};
    return style;
}

/* --- finding them again --- */

static void add_pointer(GString *key, const void *pointer)
{
    g_string_append_len(key, (const char *)&pointer, sizeof pointer);
}

/* The key: the object, the parent's arrays, and every attribute that is a property. */
static void build_key(bb_fo_styles *styles, const bb_fo_node *node, const bb_fo_style *parent)
{
    GString *key = styles->key;

    g_string_set_size(key, 0);
    g_string_append_c(key, (char)node->object);
    add_pointer(key, parent->inherited);
    bool asks_parent = false;
    for (const xmlAttr *a = node->xml->properties; a != NULL; a = a->next) {
        const char *name = property_name(a);
        if (name == NULL || is_plain_attribute(name, ""))
            continue;
        const char *text = attribute_text(a);
        g_string_append(key, name);
        g_string_append_c(key, '=');
        g_string_append(key, text);
        g_string_append_c(key, '\n');
        asks_parent = asks_parent || strstr(text, "inherit") != NULL || strchr(text, '(') != NULL;
    }
    if (asks_parent)
        add_pointer(key, parent->own);
}

void bb_fo_styles_compute(bb_fo_styles *styles, bb_fo_node *node, bb_place place)
{
    const bb_fo_style *parent = node->parent != NULL ? node->parent->style : &styles->initial;

    build_key(styles, node, parent);
    g_autoptr(GBytes) probe = g_bytes_new_static(styles->key->str, styles->key->len);
    node->style = g_hash_table_lookup(styles->known, probe);
    if (node->style != NULL)
        return;

    bool cacheable;
    g_autoptr(GBytes) key = g_bytes_new(styles->key->str, styles->key->len);
    gather(styles, node, parent, place);
    g_array_sort(styles->settings, by_rank);
    bb_fo_style *style = fill(styles, node, parent, place, &cacheable);
    node->style = style;
    if (cacheable)
        g_hash_table_insert(styles->known, g_steal_pointer(&key), style);
}
