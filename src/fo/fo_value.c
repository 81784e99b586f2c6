/* fo_value.c - the expression language of property values (XSL 1.1 §5.9).
 *
 * A recursive descent over the text. Intermediate results are operands with a power of length: a
 * number has 0, a length 1; sums need equal powers, products add them. */
#include "fo/fo_value.h"

#include "base/text.h"

#include <glib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    enum { NUMERIC, WORD, COLOR, ANY } kind;
    int power;                          /* of length; 0 is a bare number */
    double amount, percent, proportion; /* amount in millipoints to that power */
    bb_fo_keyword keyword;
    uint32_t color;
    bb_fo_value any; /* what a property function brought */
} operand;

typedef struct {
    const bb_fo_scope *scope;
    const bb_fo_property_row *row;
    bb_fo_property property;
    const char *p;
    int depth;
} parser;

static const int MOST_NESTING = 40; /* brackets in brackets: no honest style has more */

static bool parse_sum(parser *ps, operand *out);

static void skip_space(parser *ps)
{
    while (bb_text_is_space(*ps->p))
        ps->p++;
}

static bool take(parser *ps, char c)
{
    skip_space(ps);
    if (*ps->p != c)
        return false;
    ps->p++;
    return true;
}

static operand number_of(double amount, int power)
{
    return (operand){.kind = NUMERIC, .amount = amount, .power = power};
}

/* --- numbers, units, colours, words --- */

static bool unit_factor(const parser *ps, const char *unit, size_t length, double *factor)
{
    static const struct {
        const char *name;
        double millipoints;
    } UNITS[] = {
        {"pt", 1000.0},  {"mm", 72000.0 / 25.4}, {"cm", 720000.0 / 25.4},
        {"in", 72000.0}, {"pc", 12000.0},        {"px", 1000.0}, /* FOP: 72 px an inch */
        {"mpt", 1.0},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(UNITS); i++) {
        if (strlen(UNITS[i].name) == length && strncmp(UNITS[i].name, unit, length) == 0) {
            *factor = UNITS[i].millipoints;
            return true;
        }
    }
    if (length == 2 && strncmp(unit, "em", 2) == 0) {
        /* On font-size itself an em is the parent's. */
        bool own = ps->property != BB_FO_P_FONT_SIZE;
        *factor = own ? ps->scope->font_size : ps->scope->parent_font_size;
        return true;
    }
    return false;
}

static bool percentage(const parser *ps, double amount, operand *out)
{
    switch (ps->row->percent) {
    case BB_FO_PERCENT_FONT:
        *out = number_of(amount / 100.0 * ps->scope->font_size, 1);
        return true;
    case BB_FO_PERCENT_PARENT_FONT:
        *out = number_of(amount / 100.0 * ps->scope->parent_font_size, 1);
        return true;
    case BB_FO_PERCENT_LATER:
        *out = (operand){.kind = NUMERIC, .power = 1, .percent = amount / 100.0};
        return true;
    case BB_FO_PERCENT_NEVER:
        break;
    }
    /* In a colour: a part of rgb(). */
    *out = (operand){.kind = NUMERIC, .percent = amount / 100.0};
    return ps->row->type == BB_FO_TYPE_COLOR;
}

/* Digits and one point, no more (§5.9.11): strtod would take exponents and hexadecimals. */
static bool parse_number(parser *ps, operand *out)
{
    size_t digits = strspn(ps->p, "0123456789");
    if (ps->p[digits] == '.')
        digits += 1 + strspn(ps->p + digits + 1, "0123456789");
    g_autofree char *text = g_strndup(ps->p, digits);
    char *end;
    double amount = g_ascii_strtod(text, &end);

    if (end == text || amount > 1e9)
        return false;
    ps->p += digits;
    if (*ps->p == '%') {
        ps->p++;
        return percentage(ps, amount, out);
    }
    size_t length = strspn(ps->p, "abcdefghijklmnopqrstuvwxyz");
    if (length == 0) {
        *out = number_of(amount, 0);
        return true;
    }
    double factor;
    if (!unit_factor(ps, ps->p, length, &factor))
        return false;
    ps->p += length;
    *out = number_of(amount * factor, 1);
    return true;
}

static bool parse_hex_color(parser *ps, operand *out)
{
    size_t length = strspn(++ps->p, "0123456789abcdefABCDEF");
    g_autofree char *digits = g_strndup(ps->p, length);
    uint32_t value = (uint32_t)strtoul(digits, NULL, 16);

    if (length == 3) {
        uint32_t r = value >> 8 & 15, g = value >> 4 & 15, b = value & 15;
        value = r * 0x110000 + g * 0x1100 + b * 0x11;
    } else if (length != 6) {
        return false;
    }
    ps->p += length;
    *out = (operand){.kind = COLOR, .color = value << 8 | 0xff};
    return true;
}

static bool named_color(const char *name, size_t length, uint32_t *color)
{
    static const struct {
        const char *name;
        uint32_t rgb;
    } NAMED[] = {
#define BB_COLOR(word, value) {word, value},
#include "fo/fo_colors.def"
#undef BB_COLOR
    };

    for (size_t i = 0; i < G_N_ELEMENTS(NAMED); i++) {
        if (strlen(NAMED[i].name) == length &&
            g_ascii_strncasecmp(NAMED[i].name, name, length) == 0) {
            *color = NAMED[i].rgb << 8 | 0xff;
            return true;
        }
    }
    return false;
}

static bool word_value(const parser *ps, const char *name, size_t length, operand *out)
{
    if (ps->row->type == BB_FO_TYPE_COLOR) {
        *out = (operand){.kind = COLOR};
        if (length == 11 && strncmp(name, "transparent", length) == 0)
            return true;
        return named_color(name, length, &out->color);
    }
    bb_fo_keyword keyword = bb_fo_keyword_find(name, length);
    *out = (operand){.kind = WORD, .keyword = keyword};
    return keyword != BB_FO_KEYWORD_COUNT;
}

/* --- functions --- */

typedef bool function(parser *ps, operand *arguments, int count, operand *out);

static bool fn_floor(parser *ps, operand *a, int count, operand *out)
{
    (void)ps, (void)count;
    *out = number_of(floor(a[0].amount), 0);
    return a[0].power == 0;
}

static bool fn_ceiling(parser *ps, operand *a, int count, operand *out)
{
    (void)ps, (void)count;
    *out = number_of(ceil(a[0].amount), 0);
    return a[0].power == 0;
}

static bool fn_round(parser *ps, operand *a, int count, operand *out)
{
    (void)ps, (void)count;
    *out = number_of(floor(a[0].amount + 0.5), 0);
    return a[0].power == 0;
}

static bool fn_abs(parser *ps, operand *a, int count, operand *out)
{
    (void)ps, (void)count;
    *out = number_of(fabs(a[0].amount), a[0].power);
    return a[0].percent == 0;
}

static bool fn_min(parser *ps, operand *a, int count, operand *out)
{
    (void)ps, (void)count;
    *out = a[0].amount <= a[1].amount ? a[0] : a[1];
    return a[0].power == a[1].power && a[0].percent == 0 && a[1].percent == 0;
}

static bool fn_max(parser *ps, operand *a, int count, operand *out)
{
    (void)ps, (void)count;
    *out = a[0].amount >= a[1].amount ? a[0] : a[1];
    return a[0].power == a[1].power && a[0].percent == 0 && a[1].percent == 0;
}

static bool fn_rgb(parser *ps, operand *a, int count, operand *out)
{
    uint32_t color = 0;

    (void)ps, (void)count;
    for (int i = 0; i < 3; i++) {
        if (a[i].power != 0)
            return false;
        double part = a[i].percent != 0 ? a[i].percent * 255.0 : a[i].amount;
        color = color << 8 | (uint32_t)lround(CLAMP(part, 0.0, 255.0));
    }
    *out = (operand){.kind = COLOR, .color = color << 8 | 0xff};
    return true;
}

static bool fn_proportional(parser *ps, operand *a, int count, operand *out)
{
    /* Percentages are shares like any others: 25 % is to 50 % as 1 is to 2. */
    bool percent = a[0].percent != 0 && a[0].amount == 0;

    (void)count;
    *out = (operand){
        .kind = NUMERIC, .power = 1, .proportion = percent ? 100.0 * a[0].percent : a[0].amount};
    return ps->property == BB_FO_P_COLUMN_WIDTH && (percent || a[0].power == 0);
}

/* The start-indent of the item plus the distance from label to body (XSL 1.1 §5.10.4). */
static bool fn_body_start(parser *ps, operand *a, int count, operand *out)
{
    bb_fo_value indent, distance;

    (void)a, (void)count;
    if (!ps->scope->from_list_item(ps->scope->data, BB_FO_P_START_INDENT, &indent) ||
        !ps->scope->from_list_item(ps->scope->data, BB_FO_P_PROVISIONAL_DISTANCE, &distance))
        return false;
    *out = number_of((double)(indent.length + distance.length), 1);
    out->percent = (double)indent.percent + (double)distance.percent;
    return true;
}

static bool fn_label_end(parser *ps, operand *a, int count, operand *out)
{
    bb_fo_value separation;

    if (!fn_body_start(ps, a, count, out) ||
        !ps->scope->from_list_item(ps->scope->data, BB_FO_P_PROVISIONAL_SEPARATION, &separation))
        return false;
    out->amount = -(out->amount - (double)separation.length);
    out->percent = 1.0 - (out->percent - (double)separation.percent);
    return true;
}

static const struct {
    const char *name;
    int arguments;
    function *call;
} FUNCTIONS[] = {
    {"floor", 1, fn_floor},
    {"ceiling", 1, fn_ceiling},
    {"round", 1, fn_round},
    {"abs", 1, fn_abs},
    {"min", 2, fn_min},
    {"max", 2, fn_max},
    {"rgb", 3, fn_rgb},
    {"proportional-column-width", 1, fn_proportional},
    {"body-start", 0, fn_body_start},
    {"label-end", 0, fn_label_end},
};

/* from-parent(name) and its kin take a property name, which is no expression. */
static bool property_function(parser *ps, const char *name, size_t length, operand *out)
{
    bool nearest = length == 28 && strncmp(name, "from-nearest-specified-value", length) == 0;

    skip_space(ps);
    size_t argument = strspn(ps->p, "abcdefghijklmnopqrstuvwxyz-.");
    bb_fo_property property = ps->property;
    if (argument > 0) {
        g_autofree char *asked = g_strndup(ps->p, argument);
        property = bb_fo_property_find(asked);
    }
    ps->p += argument;
    if (!take(ps, ')') || property == BB_FO_PROPERTY_COUNT)
        return false;
    *out = (operand){.kind = ANY};
    bool (*ask)(void *, bb_fo_property, bb_fo_value *) =
        nearest ? ps->scope->from_nearest : ps->scope->from_parent;
    if (!ask(ps->scope->data, property, &out->any))
        return false;
    if (out->any.kind == BB_FO_LENGTH_VALUE) {
        *out = number_of((double)out->any.length, 1);
        ask(ps->scope->data, property, &out->any);
        out->percent = (double)out->any.percent;
        out->proportion = (double)out->any.proportion;
    } else if (out->any.kind == BB_FO_NUMBER_VALUE) {
        *out = number_of(out->any.number, 0);
    }
    return true;
}

static bool is_property_function(const char *name, size_t length)
{
    static const char *const NAMES[] = {"from-parent", "inherited-property-value",
                                        "from-nearest-specified-value", "from-table-column"};

    for (size_t i = 0; i < G_N_ELEMENTS(NAMES); i++) {
        if (strlen(NAMES[i]) == length && strncmp(NAMES[i], name, length) == 0)
            return true;
    }
    return false;
}

static bool call(parser *ps, const char *name, size_t length, operand *out)
{
    if (is_property_function(name, length))
        return property_function(ps, name, length, out);

    for (size_t i = 0; i < G_N_ELEMENTS(FUNCTIONS); i++) {
        if (strlen(FUNCTIONS[i].name) != length || strncmp(FUNCTIONS[i].name, name, length) != 0)
            continue;
        operand arguments[3] = {0};
        for (int n = 0; n < FUNCTIONS[i].arguments; n++) {
            if (n > 0 && !take(ps, ','))
                return false;
            if (!parse_sum(ps, &arguments[n]) || arguments[n].kind != NUMERIC)
                return false;
        }
        return take(ps, ')') && FUNCTIONS[i].call(ps, arguments, FUNCTIONS[i].arguments, out);
    }
    return false;
}

/* --- the grammar --- */

static bool parse_primary(parser *ps, operand *out)
{
    skip_space(ps);
    if (take(ps, '(')) {
        if (++ps->depth > MOST_NESTING || !parse_sum(ps, out))
            return false;
        ps->depth--;
        return take(ps, ')');
    }
    if (*ps->p == '#')
        return parse_hex_color(ps, out);
    if (g_ascii_isdigit(*ps->p) || *ps->p == '.')
        return parse_number(ps, out);

    const char *name = ps->p;
    size_t length = 0;
    while (g_ascii_isalnum(name[length]) || name[length] == '-')
        length++;
    if (length == 0)
        return false;
    ps->p += length;
    if (*ps->p == '(') {
        ps->p++;
        if (++ps->depth > MOST_NESTING)
            return false;
        bool good = call(ps, name, length, out);
        ps->depth--;
        return good;
    }
    return word_value(ps, name, length, out);
}

static bool parse_unary(parser *ps, operand *out)
{
    bool negative = false;

    skip_space(ps);
    while (*ps->p == '-' || *ps->p == '+') {
        negative ^= *ps->p == '-';
        ps->p++;
        skip_space(ps);
    }
    if (!parse_primary(ps, out))
        return false;
    if (negative) {
        if (out->kind != NUMERIC)
            return false;
        out->amount = -out->amount;
        out->percent = -out->percent;
        out->proportion = -out->proportion;
    }
    return true;
}

static bool take_word(parser *ps, const char *word)
{
    size_t length = strlen(word);

    skip_space(ps);
    if (strncmp(ps->p, word, length) != 0 || g_ascii_isalnum(ps->p[length]) || ps->p[length] == '-')
        return false;
    ps->p += length;
    return true;
}

static bool scale(operand *a, double factor)
{
    a->amount *= factor;
    a->percent *= factor;
    a->proportion *= factor;
    return isfinite(a->amount);
}

static bool multiply(operand *a, const operand *b)
{
    bool pure = b->power == 0 && b->percent == 0;

    if (!pure && a->power == 0 && a->percent == 0) {
        double factor = a->amount;
        *a = *b;
        return scale(a, factor);
    }
    return pure && scale(a, b->amount);
}

static bool divide(operand *a, const operand *b)
{
    if (b->amount == 0 || b->percent != 0)
        return false;
    if (b->power == 1) {
        if (a->power != 1 || a->percent != 0)
            return false;
        a->power = 0;
    }
    return scale(a, 1.0 / b->amount);
}

static bool parse_product(parser *ps, operand *out)
{
    if (!parse_unary(ps, out))
        return false;
    for (;;) {
        char operator= '\0';
        if (take(ps, '*'))
            operator= '*';
        else if (take_word(ps, "div"))
            operator= '/';
        else if (take_word(ps, "mod"))
            operator= '%';
        else
            return true;
        operand right;
        if (!parse_unary(ps, &right) || right.kind != NUMERIC || out->kind != NUMERIC)
            return false;
        bool good = false;
        if (operator== '*')
            good = multiply(out, &right);
        else if (operator== '/')
            good = divide(out, &right);
        else if (right.amount != 0 && out->power == right.power && out->percent == 0) {
            out->amount = fmod(out->amount, right.amount);
            good = true;
        }
        if (!good)
            return false;
    }
}

static bool parse_sum(parser *ps, operand *out)
{
    if (!parse_product(ps, out))
        return false;
    for (;;) {
        double sign;
        if (take(ps, '+'))
            sign = 1.0;
        else if (take(ps, '-'))
            sign = -1.0;
        else
            return true;
        operand right;
        if (!parse_product(ps, &right) || right.kind != NUMERIC || out->kind != NUMERIC ||
            right.power != out->power)
            return false;
        out->amount += sign * right.amount;
        out->percent += sign * right.percent;
        out->proportion += sign * right.proportion;
    }
}

/* --- from an operand to the property's value --- */

/* Whether the row's list "a|b|c" has this word. */
static bool row_allows(const bb_fo_property_row *row, bb_fo_keyword keyword)
{
    const char *word = bb_fo_keyword_name(keyword);
    size_t length = strlen(word);

    for (const char *p = row->keywords; (p = strstr(p, word)) != NULL; p += length) {
        bool begins = p == row->keywords || p[-1] == '|';
        if (begins && (p[length] == '|' || p[length] == '\0'))
            return true;
    }
    return false;
}

static bb_fo_value length_value(double millipoints)
{
    return (bb_fo_value){.kind = BB_FO_LENGTH_VALUE, .length = (bb_length)llround(millipoints)};
}

/* The step of the scale of sizes, 12 pt times or divided by 1.2 ever again, that is nearest to a
 * size: larger and smaller go from there to the next (§7.9.4 leaves the choice; FOP rounds too). */
static double nearest_step(double size)
{
    const double medium = 12000.0, factor = 1.2;
    double below = medium;

    if (size <= 0)
        return size;
    while (below > size)
        below /= factor;
    while (below * factor <= size)
        below *= factor;
    return size - below <= below * factor - size ? below : below * factor;
}

/* Keywords that are really numbers become them, so that layout meets numbers alone. */
static bool keyword_number(const parser *ps, bb_fo_keyword keyword, bb_fo_value *value)
{
    static const struct {
        bb_fo_keyword keyword;
        double factor; /* of the medium size, 12 pt: CSS 2's scaling of 1.2 a step */
    } SIZES[] = {
        {BB_FO_K_XX_SMALL, 0.5787}, {BB_FO_K_X_SMALL, 0.6944}, {BB_FO_K_SMALL, 0.8333},
        {BB_FO_K_MEDIUM, 1.0},      {BB_FO_K_LARGE, 1.2},      {BB_FO_K_X_LARGE, 1.44},
        {BB_FO_K_XX_LARGE, 1.728},
    };
    double parent = ps->scope->parent_font_size;

    if (ps->property == BB_FO_P_FONT_SIZE) {
        for (size_t i = 0; i < G_N_ELEMENTS(SIZES); i++) {
            if (SIZES[i].keyword == keyword)
                *value = length_value(SIZES[i].factor * 12000.0);
        }
        if (keyword == BB_FO_K_LARGER)
            *value = length_value(nearest_step(parent) * 1.2);
        else if (keyword == BB_FO_K_SMALLER)
            *value = length_value(nearest_step(parent) / 1.2);
        return true;
    }
    if (ps->property == BB_FO_P_FONT_WEIGHT) {
        double weight = ps->scope->parent_weight;
        if (keyword == BB_FO_K_NORMAL || keyword == BB_FO_K_BOLD)
            weight = keyword == BB_FO_K_BOLD ? 700 : 400;
        else if (keyword == BB_FO_K_BOLDER)
            weight = weight < 400 ? 400 : weight < 600 ? 700 : 900;
        else
            weight = weight < 600 ? 100 : weight < 800 ? 400 : 700;
        *value = (bb_fo_value){.kind = BB_FO_NUMBER_VALUE, .number = weight};
        return true;
    }
    if (keyword == BB_FO_K_THIN || keyword == BB_FO_K_MEDIUM || keyword == BB_FO_K_THICK) {
        *value = length_value(keyword == BB_FO_K_THIN     ? 500
                              : keyword == BB_FO_K_MEDIUM ? 1000
                                                          : 2000);
        return true;
    }
    return false;
}

static bool from_word(const parser *ps, bb_fo_keyword keyword, bb_fo_value *value)
{
    if (!row_allows(ps->row, keyword))
        return false;
    if (keyword_number(ps, keyword, value))
        return true;
    *value = (bb_fo_value){.kind = BB_FO_KEYWORD_VALUE, .keyword = (uint16_t)keyword};
    return true;
}

/* Less than nothing, whatever 100 % may be. */
static bool is_negative(const operand *o)
{
    bool below = o->amount < 0 || o->percent < 0 || o->proportion < 0;

    return below && o->amount <= 0 && o->percent <= 0 && o->proportion <= 0;
}

static bool from_number(const parser *ps, const operand *o, bb_fo_value *value)
{
    bool whole = o->power == 0 && o->percent == 0;

    switch (ps->row->type) {
    case BB_FO_TYPE_INTEGER:
    case BB_FO_TYPE_KEEP:
        *value = (bb_fo_value){.kind = BB_FO_NUMBER_VALUE, .number = floor(o->amount + 0.5)};
        return whole;
    case BB_FO_TYPE_LINE_HEIGHT:
        *value = whole ? (bb_fo_value){.kind = BB_FO_NUMBER_VALUE, .number = o->amount}
                       : length_value(o->amount);
        return !is_negative(o);
    case BB_FO_TYPE_LENGTH:
    case BB_FO_TYPE_SIZE:
        if (ps->row->type == BB_FO_TYPE_SIZE && is_negative(o))
            return false;
        /* A number without a unit counts points, as other formatters have it. */
        *value = length_value(whole ? o->amount * (double)BB_PT : o->amount);
        value->percent = (float)o->percent;
        value->proportion = (float)o->proportion;
        return true;
    default:
        return false;
    }
}

static bool from_color(const parser *ps, uint32_t color, bb_fo_value *value)
{
    *value = (bb_fo_value){.kind = BB_FO_COLOR_VALUE, .color = color};
    return ps->row->type == BB_FO_TYPE_COLOR;
}

static bool to_value(const parser *ps, const operand *o, bb_fo_value *value)
{
    switch (o->kind) {
    case NUMERIC:
        return from_number(ps, o, value);
    case WORD:
        return from_word(ps, o->keyword, value);
    case COLOR:
        return from_color(ps, o->color, value);
    case ANY:
        /* Another property's value must be one of this property's too. */
        if (o->any.kind == BB_FO_KEYWORD_VALUE)
            return from_word(ps, (bb_fo_keyword)o->any.keyword, value);
        return o->any.kind == BB_FO_COLOR_VALUE && from_color(ps, o->any.color, value);
    }
    return false;
}

/* Text is taken as it stands, save where it asks for another property's. */
static bool string_value(parser *ps, const char *text, bb_fo_value *value)
{
    size_t length = strlen(text), name = strcspn(text, "(");
    operand o;

    if (text[name] == '(' && is_property_function(text, name)) {
        ps->p = text + name + 1;
        if (!property_function(ps, text, name, &o) || o.kind != ANY ||
            o.any.kind != BB_FO_STRING_VALUE)
            return false;
        skip_space(ps);
        if (*ps->p != '\0')
            return false;
        *value = o.any;
        return true;
    }
    *value = (bb_fo_value){.kind = BB_FO_STRING_VALUE,
                           .string = ps->scope->keep_string(ps->scope->data, text, length)};
    return true;
}

bool bb_fo_value_parse(const bb_fo_scope *scope, bb_fo_property property, const char *text,
                       bb_fo_value *value)
{
    parser ps = {
        .scope = scope,
        .row = &bb_fo_property_rows[property],
        .property = property,
        .p = text,
    };
    bb_fo_value result;
    operand o = {0};

    if (property != BB_FO_P_CHARACTER) /* fo:character may be a space */
        skip_space(&ps);
    if (ps.row->type == BB_FO_TYPE_STRING)
        return string_value(&ps, ps.p, value);
    if (!parse_sum(&ps, &o))
        return false;
    skip_space(&ps);
    if (*ps.p != '\0' || !to_value(&ps, &o, &result))
        return false;
    *value = result;
    return true;
}

bool bb_fo_value_equal(const bb_fo_value *a, const bb_fo_value *b)
{
    if (a->kind != b->kind || a->keyword != b->keyword)
        return false;
    switch ((bb_fo_value_kind)a->kind) {
    case BB_FO_KEYWORD_VALUE:
        return true;
    case BB_FO_LENGTH_VALUE:
        return a->length == b->length && a->percent == b->percent && a->proportion == b->proportion;
    case BB_FO_NUMBER_VALUE:
        return a->number == b->number;
    case BB_FO_COLOR_VALUE:
        return a->color == b->color;
    case BB_FO_STRING_VALUE:
        return strcmp(a->string, b->string) == 0;
    }
    return false;
}
