/* fo_shorthand.c - which properties an attribute sets (XSL 1.1 §5.3, §7.31).
 *
 * Attributes are applied by rank, so that the special wins over the general whatever their order:
 * border, margin, font … give way to border-style …, these to border-before …, these to border-top
 * …, and all of them to relative longhands, which give way to absolute ones (§5.3.1). */
#include "fo/fo_private.h"

#include "base/text.h"

#include <string.h>

enum { RANK_GENERAL, RANK_KIND, RANK_SIDE, RANK_ABSOLUTE_SIDE, RANK_RELATIVE, RANK_ABSOLUTE };

typedef struct {
    bb_arena *arena;
    const char *name, *text;
    bool right_to_left;
    GArray *settings;
} spread;

static void set(const spread *s, int rank, bb_fo_property property, const char *text)
{
    bb_fo_setting setting = {rank, property, text, s->name};

    g_array_append_val(s->settings, setting);
}

/* What a shorthand does not name has its initial value again. */
static void reset(const spread *s, int rank, bb_fo_property property)
{
    set(s, rank, property, NULL);
}

enum { MOST_WORDS = 8 };

/* Splits at white space outside brackets and quotes; returns how many words there are. */
static int split(const spread *s, const char *text, const char *words[MOST_WORDS])
{
    int count = 0;

    while (count < MOST_WORDS) {
        while (bb_text_is_space(*text))
            text++;
        if (*text == '\0')
            break;
        const char *from = text;
        int depth = 0;
        char quote = '\0';
        for (; *text != '\0' && (depth > 0 || quote != '\0' || !bb_text_is_space(*text)); text++) {
            if (quote != '\0')
                quote = *text == quote ? '\0' : quote;
            else if (*text == '\'' || *text == '"')
                quote = *text;
            else
                depth += (*text == '(') - (*text == ')');
        }
        words[count++] = bb_arena_strndup(s->arena, from, (size_t)(text - from));
    }
    return count;
}

/* --- sides --- */

enum { BEFORE, END, AFTER, START };

typedef struct {
    bb_fo_property style, width, color, padding;
} side_properties;

static const side_properties SIDES[] = {
    [BEFORE] = {BB_FO_P_BORDER_BEFORE_STYLE, BB_FO_P_BORDER_BEFORE_WIDTH,
                BB_FO_P_BORDER_BEFORE_COLOR, BB_FO_P_PADDING_BEFORE},
    [END] = {BB_FO_P_BORDER_END_STYLE, BB_FO_P_BORDER_END_WIDTH, BB_FO_P_BORDER_END_COLOR,
             BB_FO_P_PADDING_END},
    [AFTER] = {BB_FO_P_BORDER_AFTER_STYLE, BB_FO_P_BORDER_AFTER_WIDTH, BB_FO_P_BORDER_AFTER_COLOR,
               BB_FO_P_PADDING_AFTER},
    [START] = {BB_FO_P_BORDER_START_STYLE, BB_FO_P_BORDER_START_WIDTH, BB_FO_P_BORDER_START_COLOR,
               BB_FO_P_PADDING_START},
};

static int side_named(const spread *s, const char *name, size_t length, bool *absolute)
{
    static const struct {
        const char *name;
        int side;
        bool absolute;
    } NAMES[] = {
        {"before", BEFORE, false}, {"after", AFTER, false}, {"start", START, false},
        {"end", END, false},       {"top", BEFORE, true},   {"bottom", AFTER, true},
        {"left", START, true},     {"right", END, true},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(NAMES); i++) {
        if (strlen(NAMES[i].name) != length || strncmp(NAMES[i].name, name, length) != 0)
            continue;
        *absolute = NAMES[i].absolute;
        int side = NAMES[i].side;
        if (*absolute && s->right_to_left && (side == START || side == END))
            side = side == START ? END : START;
        return side;
    }
    return -1;
}

/* The usual one to four values: top, right, bottom, left. */
static void spread_four(const spread *s, int rank, bb_fo_property (*property_of)(int side))
{
    const char *words[MOST_WORDS];
    int count = split(s, s->text, words);

    if (count < 1)
        return;
    const char *top = words[0], *right = count > 1 ? words[1] : top;
    const char *bottom = count > 2 ? words[2] : top, *left = count > 3 ? words[3] : right;
    set(s, rank, property_of(BEFORE), top);
    set(s, rank, property_of(AFTER), bottom);
    set(s, rank, property_of(s->right_to_left ? START : END), right);
    set(s, rank, property_of(s->right_to_left ? END : START), left);
}

static bb_fo_property style_of(int side)
{
    return SIDES[side].style;
}

static bb_fo_property width_of(int side)
{
    return SIDES[side].width;
}

static bb_fo_property color_of(int side)
{
    return SIDES[side].color;
}

static bb_fo_property padding_of(int side)
{
    return SIDES[side].padding;
}

/* Which of style, width and colour a word of border="1pt solid black" is. */
static bb_fo_property border_part(const char *word, int side)
{
    bb_fo_keyword keyword = bb_fo_keyword_find(word, strlen(word));
    bool width_word =
        keyword == BB_FO_K_THIN || keyword == BB_FO_K_MEDIUM || keyword == BB_FO_K_THICK;

    if (width_word || g_ascii_isdigit(word[0]) || word[0] == '.')
        return SIDES[side].width;
    if (keyword != BB_FO_KEYWORD_COUNT && keyword != BB_FO_K_TRANSPARENT)
        return SIDES[side].style;
    return SIDES[side].color;
}

static void spread_border_side(const spread *s, int rank, int side)
{
    const char *words[MOST_WORDS];
    int count = split(s, s->text, words);
    bool inherits = count == 1 && strcmp(words[0], "inherit") == 0;

    /* As a shorthand's whole value, it means every property of it (§7.31). */
    set(s, rank, SIDES[side].style, inherits ? words[0] : NULL);
    set(s, rank, SIDES[side].width, inherits ? words[0] : NULL);
    set(s, rank, SIDES[side].color, inherits ? words[0] : NULL);
    for (int i = 0; i < count && !inherits; i++)
        set(s, rank, border_part(words[i], side), words[i]);
}

static void spread_border(const spread *s)
{
    for (int side = BEFORE; side <= START; side++)
        spread_border_side(s, RANK_GENERAL, side);
}

/* Conditionality of the inline sides has no meaning on a page; accepted and unused. */
static bool is_idle(int side, const char *part)
{
    return (side == START || side == END) && g_str_has_suffix(part, ".conditionality");
}

/* border-before-width="…" sets the length; .length and .conditionality are rows of their own. */
static bool spread_border_longhand(const spread *s)
{
    const char *rest = s->name + strlen("border-");
    const char *dash = strchr(rest, '-');
    bool absolute = false;

    if (dash == NULL) {
        int side = side_named(s, rest, strlen(rest), &absolute);
        if (side < 0)
            return false;
        spread_border_side(s, absolute ? RANK_ABSOLUTE_SIDE : RANK_SIDE, side);
        return true;
    }
    int side = side_named(s, rest, (size_t)(dash - rest), &absolute);
    if (side < 0)
        return false;
    int rank = absolute ? RANK_ABSOLUTE : RANK_RELATIVE;
    static const char *const COLLAPSE_SIDES[] = {"before", "end", "after", "start"};
    const char *part = dash + 1;
    if (strcmp(part, "style") == 0)
        set(s, rank, SIDES[side].style, s->text);
    else if (strcmp(part, "color") == 0)
        set(s, rank, SIDES[side].color, s->text);
    else if (strcmp(part, "width") == 0)
        set(s, rank, SIDES[side].width, s->text);
    else {
        /* border-top-width.conditionality and its like: the same part of the relative side. */
        g_autofree char *name = g_strdup_printf("border-%s-%s", COLLAPSE_SIDES[side], part);
        bb_fo_property property = bb_fo_property_find(name);
        if (property == BB_FO_PROPERTY_COUNT)
            return is_idle(side, part);
        set(s, rank, property, s->text);
    }
    return true;
}

static bool spread_padding_longhand(const spread *s)
{
    bool absolute = false;
    const char *rest = s->name + strlen("padding-");
    size_t length = strcspn(rest, ".");
    int side = side_named(s, rest, length, &absolute);

    if (side < 0)
        return false;
    int rank = absolute ? RANK_ABSOLUTE : RANK_RELATIVE;
    if (rest[length] == '\0') {
        set(s, rank, SIDES[side].padding, s->text);
        return true;
    }
    static const char *const NAMES[] = {"before", "end", "after", "start"};
    g_autofree char *name = g_strdup_printf("padding-%s%s", NAMES[side], rest + length);
    bb_fo_property property = bb_fo_property_find(name);
    if (property != BB_FO_PROPERTY_COUNT)
        set(s, rank, property, s->text);
    return property != BB_FO_PROPERTY_COUNT || is_idle(side, rest);
}

static void spread_margin(const spread *s)
{
    const char *words[MOST_WORDS];
    int count = split(s, s->text, words);

    if (count < 1)
        return;
    set(s, RANK_GENERAL, BB_FO_P_MARGIN_TOP, words[0]);
    set(s, RANK_GENERAL, BB_FO_P_MARGIN_RIGHT, count > 1 ? words[1] : words[0]);
    set(s, RANK_GENERAL, BB_FO_P_MARGIN_BOTTOM, count > 2 ? words[2] : words[0]);
    set(s, RANK_GENERAL, BB_FO_P_MARGIN_LEFT,
        count > 3   ? words[3]
        : count > 1 ? words[1]
                    : words[0]);
}

/* --- font and background --- */

/* The property that a word before the size sets; the size's own for any other word. */
static bb_fo_property font_part(const char *word)
{
    static const struct {
        const char *word;
        bb_fo_property property;
    } WORDS[] = {
        {"italic", BB_FO_P_FONT_STYLE},       {"oblique", BB_FO_P_FONT_STYLE},
        {"small-caps", BB_FO_P_FONT_VARIANT}, {"normal", BB_FO_P_FONT_STYLE},
        {"bold", BB_FO_P_FONT_WEIGHT},        {"bolder", BB_FO_P_FONT_WEIGHT},
        {"lighter", BB_FO_P_FONT_WEIGHT},
    };
    size_t weight_digits = 3; /* 100 to 900; a size has a unit */

    for (size_t i = 0; i < G_N_ELEMENTS(WORDS); i++) {
        if (strcmp(WORDS[i].word, word) == 0)
            return WORDS[i].property;
    }
    bool weight = strlen(word) == weight_digits && strspn(word, "0123456789") == weight_digits;
    return weight ? BB_FO_P_FONT_WEIGHT : BB_FO_P_FONT_SIZE;
}

static void spread_font(const spread *s)
{
    static const bb_fo_property UNNAMED[] = {BB_FO_P_FONT_STYLE, BB_FO_P_FONT_VARIANT,
                                             BB_FO_P_FONT_WEIGHT, BB_FO_P_FONT_STRETCH,
                                             BB_FO_P_LINE_HEIGHT};
    const char *words[MOST_WORDS];
    int count = split(s, s->text, words), i = 0;

    for (size_t n = 0; n < G_N_ELEMENTS(UNNAMED); n++)
        reset(s, RANK_GENERAL, UNNAMED[n]);
    /* Style, variant and weight in any order, then size[/line-height], then the families. */
    for (; i < count && font_part(words[i]) != BB_FO_P_FONT_SIZE; i++) {
        if (strcmp(words[i], "normal") != 0)
            set(s, RANK_GENERAL, font_part(words[i]), words[i]);
    }
    if (i == count)
        return;
    const char *slash = strchr(words[i], '/');
    const char *size = words[i];
    if (slash != NULL) {
        size = bb_arena_strndup(s->arena, words[i], (size_t)(slash - words[i]));
        set(s, RANK_GENERAL, BB_FO_P_LINE_HEIGHT, slash + 1);
    }
    set(s, RANK_GENERAL, BB_FO_P_FONT_SIZE, size);
    const char *families = strstr(s->text, words[i]) + strlen(words[i]);
    while (bb_text_is_space(*families))
        families++;
    if (*families != '\0')
        set(s, RANK_GENERAL, BB_FO_P_FONT_FAMILY, bb_arena_strdup(s->arena, families));
}

static void spread_background(const spread *s)
{
    const char *words[MOST_WORDS];
    int count = split(s, s->text, words);

    for (int i = 0; i < count; i++) {
        if (g_str_has_prefix(words[i], "url(") || strcmp(words[i], "none") == 0)
            set(s, RANK_GENERAL, BB_FO_P_BACKGROUND_IMAGE, words[i]);
        else if (strstr(words[i], "repeat") != NULL)
            set(s, RANK_GENERAL, BB_FO_P_BACKGROUND_REPEAT, words[i]);
        else
            set(s, RANK_GENERAL, BB_FO_P_BACKGROUND_COLOR, words[i]);
    }
}

static void spread_background_position(const spread *s)
{
    const char *words[MOST_WORDS];
    int count = split(s, s->text, words);

    if (count < 1)
        return;
    set(s, RANK_GENERAL, BB_FO_P_BACKGROUND_POSITION_HORIZONTAL, words[0]);
    set(s, RANK_GENERAL, BB_FO_P_BACKGROUND_POSITION_VERTICAL, count > 1 ? words[1] : "50%");
}

/* --- the table of the rest --- */

/* One attribute that sets several properties to the same text. */
typedef struct {
    const char *name;
    int rank;
    bb_fo_property properties[3];
} same_text;

#define NONE BB_FO_PROPERTY_COUNT
static const same_text SAME[] = {
    {"space-before",
     RANK_SIDE,
     {BB_FO_P_SPACE_BEFORE_MINIMUM, BB_FO_P_SPACE_BEFORE_OPTIMUM, BB_FO_P_SPACE_BEFORE_MAXIMUM}},
    {"space-after",
     RANK_SIDE,
     {BB_FO_P_SPACE_AFTER_MINIMUM, BB_FO_P_SPACE_AFTER_OPTIMUM, BB_FO_P_SPACE_AFTER_MAXIMUM}},
    {"space-start.optimum", RANK_RELATIVE, {BB_FO_P_SPACE_START, NONE, NONE}},
    {"space-end.optimum", RANK_RELATIVE, {BB_FO_P_SPACE_END, NONE, NONE}},
    {"leader-length",
     RANK_SIDE,
     {BB_FO_P_LEADER_LENGTH_MINIMUM, BB_FO_P_LEADER_LENGTH_OPTIMUM, BB_FO_P_LEADER_LENGTH_MAXIMUM}},
    {"block-progression-dimension",
     RANK_SIDE,
     {BB_FO_P_BPD_MINIMUM, BB_FO_P_BPD_OPTIMUM, BB_FO_P_BPD_MAXIMUM}},
    {"inline-progression-dimension",
     RANK_SIDE,
     {BB_FO_P_IPD_MINIMUM, BB_FO_P_IPD_OPTIMUM, BB_FO_P_IPD_MAXIMUM}},
    {"height", RANK_RELATIVE, {BB_FO_P_BPD_MINIMUM, BB_FO_P_BPD_OPTIMUM, BB_FO_P_BPD_MAXIMUM}},
    {"width", RANK_RELATIVE, {BB_FO_P_IPD_MINIMUM, BB_FO_P_IPD_OPTIMUM, BB_FO_P_IPD_MAXIMUM}},
    {"min-height", RANK_ABSOLUTE, {BB_FO_P_BPD_MINIMUM, NONE, NONE}},
    {"max-height", RANK_ABSOLUTE, {BB_FO_P_BPD_MAXIMUM, NONE, NONE}},
    {"min-width", RANK_ABSOLUTE, {BB_FO_P_IPD_MINIMUM, NONE, NONE}},
    {"max-width", RANK_ABSOLUTE, {BB_FO_P_IPD_MAXIMUM, NONE, NONE}},
    {"keep-together",
     RANK_SIDE,
     {BB_FO_P_KEEP_TOGETHER_LINE, BB_FO_P_KEEP_TOGETHER_COLUMN, BB_FO_P_KEEP_TOGETHER_PAGE}},
    {"keep-with-next",
     RANK_SIDE,
     {BB_FO_P_KEEP_WITH_NEXT_LINE, BB_FO_P_KEEP_WITH_NEXT_COLUMN, BB_FO_P_KEEP_WITH_NEXT_PAGE}},
    {"keep-with-previous",
     RANK_SIDE,
     {BB_FO_P_KEEP_WITH_PREVIOUS_LINE, BB_FO_P_KEEP_WITH_PREVIOUS_COLUMN,
      BB_FO_P_KEEP_WITH_PREVIOUS_PAGE}},
    {"border-separation",
     RANK_SIDE,
     {BB_FO_P_BORDER_SEPARATION_BPD, BB_FO_P_BORDER_SEPARATION_IPD, NONE}},
    {"line-height.optimum", RANK_ABSOLUTE, {BB_FO_P_LINE_HEIGHT, NONE, NONE}},
    {"letter-spacing.optimum", RANK_ABSOLUTE, {BB_FO_P_LETTER_SPACING, NONE, NONE}},
    {"word-spacing.optimum", RANK_ABSOLUTE, {BB_FO_P_WORD_SPACING, NONE, NONE}},
};

static bool spread_same(const spread *s)
{
    for (size_t i = 0; i < G_N_ELEMENTS(SAME); i++) {
        if (strcmp(SAME[i].name, s->name) != 0)
            continue;
        for (int n = 0; n < 3; n++) {
            if (SAME[i].properties[n] != NONE)
                set(s, SAME[i].rank, SAME[i].properties[n], s->text);
        }
        return true;
    }
    return false;
}

/* border-spacing, the two-valued shorthand: inline direction first (§7.31.9). */
static void spread_border_spacing(const spread *s)
{
    const char *words[MOST_WORDS];
    int count = split(s, s->text, words);

    if (count < 1)
        return;
    set(s, RANK_GENERAL, BB_FO_P_BORDER_SEPARATION_IPD, words[0]);
    set(s, RANK_GENERAL, BB_FO_P_BORDER_SEPARATION_BPD, count > 1 ? words[1] : words[0]);
}

/* CSS's white-space, page-break-*, position and vertical-align (§7.31) in XSL's own properties. */
static bool spread_css(const spread *s)
{
    static const struct {
        const char *name, *value;
        bb_fo_property property;
        const char *text;
    } ROWS[] = {
        {"white-space", "pre", BB_FO_P_LINEFEED_TREATMENT, "preserve"},
        {"white-space", "pre", BB_FO_P_WHITE_SPACE_TREATMENT, "preserve"},
        {"white-space", "pre", BB_FO_P_WHITE_SPACE_COLLAPSE, "false"},
        {"white-space", "pre", BB_FO_P_WRAP_OPTION, "no-wrap"},
        {"white-space", "nowrap", BB_FO_P_WRAP_OPTION, "no-wrap"},
        {"white-space", "nowrap", BB_FO_P_LINEFEED_TREATMENT, "treat-as-space"},
        {"white-space", "nowrap", BB_FO_P_WHITE_SPACE_COLLAPSE, "true"},
        {"white-space", "nowrap", BB_FO_P_WHITE_SPACE_TREATMENT, "ignore-if-surrounding-linefeed"},
        {"white-space", "normal", BB_FO_P_WRAP_OPTION, "wrap"},
        {"white-space", "normal", BB_FO_P_LINEFEED_TREATMENT, "treat-as-space"},
        {"white-space", "normal", BB_FO_P_WHITE_SPACE_COLLAPSE, "true"},
        {"white-space", "normal", BB_FO_P_WHITE_SPACE_TREATMENT, "ignore-if-surrounding-linefeed"},
        {"page-break-before", "always", BB_FO_P_BREAK_BEFORE, "page"},
        {"page-break-before", "left", BB_FO_P_BREAK_BEFORE, "even-page"},
        {"page-break-before", "right", BB_FO_P_BREAK_BEFORE, "odd-page"},
        {"page-break-before", "avoid", BB_FO_P_KEEP_WITH_PREVIOUS_COLUMN, "always"},
        {"page-break-after", "always", BB_FO_P_BREAK_AFTER, "page"},
        {"page-break-after", "left", BB_FO_P_BREAK_AFTER, "even-page"},
        {"page-break-after", "right", BB_FO_P_BREAK_AFTER, "odd-page"},
        {"page-break-after", "avoid", BB_FO_P_KEEP_WITH_NEXT_COLUMN, "always"},
        {"page-break-inside", "avoid", BB_FO_P_KEEP_TOGETHER_COLUMN, "always"},
        {"page-break-inside", "auto", BB_FO_P_KEEP_TOGETHER_COLUMN, "auto"},
        {"position", "static", BB_FO_P_ABSOLUTE_POSITION, "auto"},
        {"position", "static", BB_FO_P_RELATIVE_POSITION, "static"},
        {"position", "relative", BB_FO_P_ABSOLUTE_POSITION, "auto"},
        {"position", "relative", BB_FO_P_RELATIVE_POSITION, "relative"},
        {"position", "absolute", BB_FO_P_ABSOLUTE_POSITION, "absolute"},
        {"position", "absolute", BB_FO_P_RELATIVE_POSITION, "static"},
        {"position", "fixed", BB_FO_P_ABSOLUTE_POSITION, "fixed"},
        {"position", "fixed", BB_FO_P_RELATIVE_POSITION, "static"},
        {"vertical-align", "baseline", BB_FO_P_ALIGNMENT_BASELINE, "baseline"},
        {"vertical-align", "middle", BB_FO_P_ALIGNMENT_BASELINE, "middle"},
        {"vertical-align", "sub", BB_FO_P_BASELINE_SHIFT, "sub"},
        {"vertical-align", "super", BB_FO_P_BASELINE_SHIFT, "super"},
        {"vertical-align", "text-top", BB_FO_P_ALIGNMENT_BASELINE, "text-before-edge"},
        {"vertical-align", "text-bottom", BB_FO_P_ALIGNMENT_BASELINE, "text-after-edge"},
        {"vertical-align", "top", BB_FO_P_ALIGNMENT_BASELINE, "before-edge"},
        {"vertical-align", "bottom", BB_FO_P_ALIGNMENT_BASELINE, "after-edge"},
    };
    const char *text = s->text;
    bool inherits = strcmp(text, "inherit") == 0;
    bool shift = strcmp(s->name, "vertical-align") == 0 && strpbrk(text, "0123456789") != NULL;
    bb_fo_property first = BB_FO_PROPERTY_COUNT;
    guint before = s->settings->len;

    if (shift)
        set(s, RANK_GENERAL, BB_FO_P_ALIGNMENT_ADJUST, text);
    for (size_t i = 0; i < G_N_ELEMENTS(ROWS); i++) {
        if (strcmp(ROWS[i].name, s->name) != 0)
            continue;
        first = MIN(first, ROWS[i].property);
        if (inherits || strcmp(ROWS[i].value, text) == 0)
            set(s, RANK_GENERAL, ROWS[i].property, inherits ? text : ROWS[i].text);
    }
    /* What no row knows is for the property to refuse, and so to be reported. */
    if (first != BB_FO_PROPERTY_COUNT && s->settings->len == before)
        set(s, RANK_GENERAL, first, text);
    return first != BB_FO_PROPERTY_COUNT;
}

static bool spread_locale(const spread *s)
{
    const char *language = s->text;
    const char *dash = strpbrk(language, "-_");

    if (dash == NULL) {
        set(s, RANK_GENERAL, BB_FO_P_LANGUAGE, language);
        set(s, RANK_GENERAL, BB_FO_P_COUNTRY, "none");
        return true;
    }
    set(s, RANK_GENERAL, BB_FO_P_LANGUAGE,
        bb_arena_strndup(s->arena, language, (size_t)(dash - language)));
    set(s, RANK_GENERAL, BB_FO_P_COUNTRY, dash + 1);
    return true;
}

static bool spread_named(const spread *s)
{
    static const struct {
        const char *name;
        void (*call)(const spread *s);
    } SHORTHANDS[] = {
        {"border", spread_border},         {"border-spacing", spread_border_spacing},
        {"margin", spread_margin},         {"font", spread_font},
        {"background", spread_background}, {"background-position", spread_background_position},
    };
    static const struct {
        const char *name;
        bb_fo_property (*of)(int side);
        int rank;
    } FOURS[] = {
        {"border-style", style_of, RANK_KIND},
        {"border-width", width_of, RANK_KIND},
        {"border-color", color_of, RANK_KIND},
        {"padding", padding_of, RANK_GENERAL},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(SHORTHANDS); i++) {
        if (strcmp(SHORTHANDS[i].name, s->name) == 0) {
            SHORTHANDS[i].call(s);
            return true;
        }
    }
    for (size_t i = 0; i < G_N_ELEMENTS(FOURS); i++) {
        if (strcmp(FOURS[i].name, s->name) == 0) {
            spread_four(s, FOURS[i].rank, FOURS[i].of);
            return true;
        }
    }
    return false;
}

bool bb_fo_shorthand_spread(bb_arena *arena, const char *name, const char *text, bool right_to_left,
                            GArray *settings)
{
    spread s = {arena, name, text, right_to_left, settings};
    bb_fo_property property = bb_fo_property_find(name);

    if (property != BB_FO_PROPERTY_COUNT) {
        set(&s, RANK_RELATIVE, property, text);
        return true;
    }
    if (spread_named(&s) || spread_same(&s) || spread_css(&s))
        return true;
    if (strcmp(name, "xml:lang") == 0)
        return spread_locale(&s);
    if (g_str_has_prefix(name, "border-"))
        return spread_border_longhand(&s);
    if (g_str_has_prefix(name, "padding-"))
        return spread_padding_longhand(&s);
    return false;
}
