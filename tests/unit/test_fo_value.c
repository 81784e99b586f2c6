/* test_fo_value.c - the expression language: units, percentages, arithmetic, functions, colours,
 * and what is refused. */
#include "check_run.h"
#include "fo/fo_value.h"

#include <glib.h>
#include <string.h>

/* The surroundings of every expression here: 10 pt text in a parent of 20 pt and weight 400, whose
 * start-indent is 30 pt + 10 %. */
static bool from_parent(void *data, bb_fo_property property, bb_fo_value *value)
{
    (void)data;
    *value = (bb_fo_value){.kind = BB_FO_KEYWORD_VALUE, .keyword = BB_FO_K_AUTO};
    if (property == BB_FO_P_START_INDENT)
        *value = (bb_fo_value){.kind = BB_FO_LENGTH_VALUE, .length = 30000, .percent = 0.1F};
    else if (property == BB_FO_P_COLOR)
        *value = (bb_fo_value){.kind = BB_FO_COLOR_VALUE, .color = 0x12345678};
    else if (property == BB_FO_P_ORPHANS)
        *value = (bb_fo_value){.kind = BB_FO_NUMBER_VALUE, .number = 3};
    return true;
}

static bool from_nearest(void *data, bb_fo_property property, bb_fo_value *value)
{
    (void)data, (void)property;
    *value = (bb_fo_value){.kind = BB_FO_LENGTH_VALUE, .length = 7000};
    return true;
}

/* A list item at 5 pt whose body begins 20 pt further, 4 pt after its label. */
static bool from_list_item(void *data, bb_fo_property property, bb_fo_value *value)
{
    (void)data;
    *value = (bb_fo_value){.kind = BB_FO_LENGTH_VALUE, .length = 5000};
    if (property == BB_FO_P_PROVISIONAL_DISTANCE)
        value->length = 20000;
    else if (property == BB_FO_P_PROVISIONAL_SEPARATION)
        value->length = 4000;
    return true;
}

static const char *keep_string(void *data, const char *text, size_t length)
{
    (void)data, (void)length;
    return text;
}

static bool parse(bb_fo_property property, const char *text, bb_fo_value *value)
{
    const bb_fo_scope scope = {
        .font_size = 10000,
        .parent_font_size = 20000,
        .parent_weight = 400,
        .from_parent = from_parent,
        .from_nearest = from_nearest,
        .from_list_item = from_list_item,
        .keep_string = keep_string,
    };

    return bb_fo_value_parse(&scope, property, text, value);
}

typedef struct {
    bb_fo_property property;
    const char *text;
    bb_length length;
    double percent;
} length_case;

static void check_lengths(const length_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        bb_fo_value value;
        ck_assert_msg(parse(cases[i].property, cases[i].text, &value), "\"%s\" is refused",
                      cases[i].text);
        ck_assert_msg(value.kind == BB_FO_LENGTH_VALUE, "\"%s\" is no length", cases[i].text);
        ck_assert_msg(value.length == cases[i].length, "\"%s\" is %g pt, not %g pt", cases[i].text,
                      bb_length_to_pt(value.length), bb_length_to_pt(cases[i].length));
        ck_assert_msg(fabs((double)value.percent - cases[i].percent) < 1e-6,
                      "\"%s\" has a fraction of %g, not %g", cases[i].text, (double)value.percent,
                      cases[i].percent);
    }
}

START_TEST(knows_every_unit)
{
    static const length_case CASES[] = {
        {BB_FO_P_START_INDENT, "1pt", 1000, 0},
        {BB_FO_P_START_INDENT, "1in", 72000, 0},
        {BB_FO_P_START_INDENT, "2.54cm", 72000, 0},
        {BB_FO_P_START_INDENT, "25.4mm", 72000, 0},
        {BB_FO_P_START_INDENT, "1pc", 12000, 0},
        {BB_FO_P_START_INDENT, "1px", 1000, 0},
        {BB_FO_P_START_INDENT, "500mpt", 500, 0},
        {BB_FO_P_START_INDENT, "1.5em", 15000, 0},
        {BB_FO_P_START_INDENT, ".5in", 36000, 0},
        {BB_FO_P_START_INDENT, "5.pt", 5000, 0},
        {BB_FO_P_START_INDENT, "0", 0, 0},
        {BB_FO_P_START_INDENT, " 2pt\n", 2000, 0},
        {BB_FO_P_START_INDENT, "-2mm", -5669, 0},
        {BB_FO_P_START_INDENT, "+2pt", 2000, 0},
        /* On font-size an em is the parent's. */
        {BB_FO_P_FONT_SIZE, "1.5em", 30000, 0},
    };

    check_lengths(CASES, G_N_ELEMENTS(CASES));
}
END_TEST

START_TEST(percentages_mean_what_the_row_says)
{
    static const length_case CASES[] = {
        {BB_FO_P_FONT_SIZE, "80%", 16000, 0},        {BB_FO_P_LINE_HEIGHT, "150%", 15000, 0},
        {BB_FO_P_BASELINE_SHIFT, "-50%", 0, -0.5},   {BB_FO_P_START_INDENT, "10%", 0, 0.1},
        {BB_FO_P_START_INDENT, "-12.5%", 0, -0.125},
    };
    bb_fo_value value;

    check_lengths(CASES, G_N_ELEMENTS(CASES));
    ck_assert(!parse(BB_FO_P_BORDER_START_WIDTH, "10%", &value));
    ck_assert(!parse(BB_FO_P_LETTER_SPACING, "10%", &value));
    ck_assert(!parse(BB_FO_P_ORPHANS, "10%", &value));
    ck_assert(!parse(BB_FO_P_COLOR, "10%", &value));
}
END_TEST

START_TEST(computes_in_the_order_of_arithmetic)
{
    static const length_case CASES[] = {
        {BB_FO_P_START_INDENT, "1pt + 2pt * 3", 7000, 0},
        {BB_FO_P_START_INDENT, "(1pt + 2pt) * 3", 9000, 0},
        {BB_FO_P_START_INDENT, "2 * 3pt", 6000, 0},
        {BB_FO_P_START_INDENT, "10pt - 4pt - 3pt", 3000, 0},
        {BB_FO_P_START_INDENT, "10pt - (4pt - 3pt)", 9000, 0},
        {BB_FO_P_START_INDENT, "5pt-3pt", 2000, 0},
        {BB_FO_P_START_INDENT, "12pt div 4", 3000, 0},
        {BB_FO_P_START_INDENT, "12pt div 4 div 3", 1000, 0},
        {BB_FO_P_START_INDENT, "24pt div 2 * 3", 36000, 0},
        {BB_FO_P_START_INDENT, "12pt div 4pt * 1pt", 3000, 0},
        {BB_FO_P_START_INDENT, "7pt mod 4pt", 3000, 0},
        {BB_FO_P_START_INDENT, "- 3pt + 1pt", -2000, 0},
        {BB_FO_P_START_INDENT, "-(3pt + 1pt)", -4000, 0},
        {BB_FO_P_START_INDENT, "- -3pt", 3000, 0},
        {BB_FO_P_START_INDENT, "2pt * -3", -6000, 0},
        {BB_FO_P_START_INDENT, "1em + 1in", 82000, 0},
        {BB_FO_P_START_INDENT, "100% - 24pt", -24000, 1.0},
        {BB_FO_P_START_INDENT, "24pt - 100%", 24000, -1.0},
        {BB_FO_P_START_INDENT, "50% * 2 + 3pt * 2 + 10%", 6000, 1.1},
        {BB_FO_P_START_INDENT, "50% div 2", 0, 0.25},
        {BB_FO_P_START_INDENT, "((((((1pt))))))", 1000, 0},
    };
    bb_fo_value value;

    check_lengths(CASES, G_N_ELEMENTS(CASES));
    ck_assert(parse(BB_FO_P_ORPHANS, "12pt div 4pt", &value));
    ck_assert_double_eq(value.number, 3);
    ck_assert(parse(BB_FO_P_ORPHANS, "17 mod 5", &value));
    ck_assert_double_eq(value.number, 2);
}
END_TEST

START_TEST(calls_functions)
{
    static const length_case CASES[] = {
        {BB_FO_P_START_INDENT, "abs(2pt - 5pt)", 3000, 0},
        {BB_FO_P_START_INDENT, "min(2pt, 5mm)", 2000, 0},
        {BB_FO_P_START_INDENT, "max( 2pt , 1pc )", 12000, 0},
        {BB_FO_P_START_INDENT, "floor(2.7) * 1pt", 2000, 0},
        {BB_FO_P_START_INDENT, "ceiling(2.1) * 1pt", 3000, 0},
        {BB_FO_P_START_INDENT, "round(2.5) * 1pt", 3000, 0},
        {BB_FO_P_START_INDENT, "round(-2.5) * 1pt", -2000, 0},
        {BB_FO_P_START_INDENT, "max(min(1pt, 2pt), abs(-3pt))", 3000, 0},
        {BB_FO_P_START_INDENT, "from-parent(start-indent) + 1pt", 31000, 0.1},
        {BB_FO_P_START_INDENT, "from-parent()", 30000, 0.1},
        {BB_FO_P_START_INDENT, "inherited-property-value( start-indent )", 30000, 0.1},
        {BB_FO_P_START_INDENT, "2 * from-parent(start-indent)", 60000, 0.2},
        {BB_FO_P_START_INDENT, "from-nearest-specified-value(end-indent)", 7000, 0},
        {BB_FO_P_START_INDENT, "body-start()", 25000, 0},
        {BB_FO_P_START_INDENT, "body-start() + 3pt", 28000, 0},
        /* The label ends 4 pt before the body starts, counted from the other edge. */
        {BB_FO_P_END_INDENT, "label-end()", -21000, 1.0},
    };
    bb_fo_value value;

    check_lengths(CASES, G_N_ELEMENTS(CASES));
    ck_assert(parse(BB_FO_P_WIDOWS, "from-parent(orphans) + 1", &value));
    ck_assert_double_eq(value.number, 4);
    ck_assert(parse(BB_FO_P_COLUMN_WIDTH, "proportional-column-width(2) + 10pt", &value));
    ck_assert_float_eq(value.proportion, 2.0F);
    ck_assert_int_eq(value.length, 10000);
}
END_TEST

START_TEST(reads_colours)
{
    static const struct {
        const char *text;
        uint32_t color;
    } CASES[] = {
        {"#12436D", 0x12436dff},
        {"#f0a", 0xff00aaff},
        {"red", 0xff0000ff},
        {"DarkSlateGrey", 0x2f4f4fff},
        {"transparent", 0},
        {"rgb(18, 67, 109)", 0x12436dff},
        {"rgb( 100 + 100, 10 * 5, 0 )", 0xc83200ff},
        {"rgb(300, -20, 0)", 0xff0000ff},
        {"rgb(100%, 0%, 20%)", 0xff0033ff},
        {"from-parent(color)", 0x12345678},
    };
    static const char *const BAD[] = {
        "#ff",          "#fffff",     "#",        "#gggggg", "reddish",      "",    "rgb(1,2)",
        "rgb(1,2,3,4)", "rgb(1 2 3)", "red blue", "auto",    "rgb(red,0,0)", "1pt", "rgb(1pt,0,0)"};
    bb_fo_value value;

    for (size_t i = 0; i < G_N_ELEMENTS(CASES); i++) {
        ck_assert_msg(parse(BB_FO_P_COLOR, CASES[i].text, &value), "%s", CASES[i].text);
        ck_assert_msg(value.color == CASES[i].color, "%s is %08x", CASES[i].text, value.color);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(BAD); i++)
        ck_assert_msg(!parse(BB_FO_P_COLOR, BAD[i], &value), "\"%s\" is taken", BAD[i]);
}
END_TEST

START_TEST(reads_numbers_and_keywords_of_the_row_alone)
{
    bb_fo_value value;

    ck_assert(parse(BB_FO_P_LINE_HEIGHT, "1.4", &value));
    ck_assert_int_eq(value.kind, BB_FO_NUMBER_VALUE);
    ck_assert_double_eq(value.number, 1.4);
    ck_assert(parse(BB_FO_P_LINE_HEIGHT, "14pt", &value));
    ck_assert_int_eq(value.length, 14000);
    ck_assert(parse(BB_FO_P_ORPHANS, "2.6", &value));
    ck_assert_double_eq(value.number, 3);
    ck_assert(parse(BB_FO_P_KEEP_WITH_NEXT_PAGE, "always", &value));
    ck_assert(bb_fo_is(&value, BB_FO_K_ALWAYS));
    ck_assert(parse(BB_FO_P_KEEP_WITH_NEXT_PAGE, "7", &value));
    ck_assert_double_eq(value.number, 7);
    ck_assert(parse(BB_FO_P_TEXT_ALIGN, "justify", &value));
    ck_assert(bb_fo_is(&value, BB_FO_K_JUSTIFY));
    ck_assert(!parse(BB_FO_P_TEXT_ALIGN, "justif", &value));
    ck_assert(!parse(BB_FO_P_TEXT_ALIGN, "justifyx", &value));
    ck_assert(!parse(BB_FO_P_TEXT_ALIGN, "always", &value));
    ck_assert(!parse(BB_FO_P_TEXT_ALIGN, "3", &value));
    ck_assert(!parse(BB_FO_P_ORPHANS, "2pt", &value));
}
END_TEST

START_TEST(names_of_sizes_and_weights_become_numbers)
{
    static const struct {
        const char *text;
        double number;
    } WEIGHTS[] = {{"normal", 400}, {"bold", 700}, {"bolder", 700}, {"lighter", 100}, {"900", 900}};
    static const length_case SIZES[] = {
        {BB_FO_P_FONT_SIZE, "medium", 12000, 0},
        {BB_FO_P_FONT_SIZE, "large", 14400, 0},
        {BB_FO_P_FONT_SIZE, "xx-small", 6944, 0},
        {BB_FO_P_FONT_SIZE, "larger", 24883, 0},
        {BB_FO_P_FONT_SIZE, "smaller", 17280, 0},
        {BB_FO_P_BORDER_START_WIDTH, "thin", 500, 0},
        {BB_FO_P_BORDER_START_WIDTH, "thick", 2000, 0},
    };
    bb_fo_value value;

    check_lengths(SIZES, G_N_ELEMENTS(SIZES));
    for (size_t i = 0; i < G_N_ELEMENTS(WEIGHTS); i++) {
        ck_assert(parse(BB_FO_P_FONT_WEIGHT, WEIGHTS[i].text, &value));
        ck_assert_double_eq(value.number, WEIGHTS[i].number);
    }
}
END_TEST

START_TEST(takes_bare_numbers_as_points)
{
    bb_fo_value value = {0};

    ck_assert(parse(BB_FO_P_START_INDENT, "36", &value));
    ck_assert_int_eq(value.kind, BB_FO_LENGTH_VALUE);
    ck_assert_int_eq(value.length, 36000);
    ck_assert(parse(BB_FO_P_START_INDENT, "-1.5", &value));
    ck_assert_int_eq(value.length, -1500);
}
END_TEST

START_TEST(refuses_what_is_no_length)
{
    static const char *const BAD[] = {
        "",
        " ",
        "pt",
        "1 pt",
        "1ptx",
        "1furlong",
        "1ex",
        "1xx",
        "1e3pt",
        "0x10pt",
        "1..5pt",
        "1.5.5pt",
        ".",
        "-",
        "+",
        "1pt +",
        "* 2",
        "(1pt",
        "1pt)",
        "()",
        "1pt 2pt",
        "1pt * 2pt",
        "1pt + 2",
        "10% + 1",
        "1pt div 0",
        "1pt div 0pt",
        "2 div 1pt",
        "1pt mod 0pt",
        "1pt mod 2",
        "1pt div4",
        "50% mod 3pt",
        "red",
        "#ff0000",
        "always",
        "floor(1.5pt)",
        "floor()",
        "floor(1",
        "min(1pt)",
        "min(1pt, 2)",
        "min(1pt,2pt,3pt)",
        "abs(10%)",
        "nosuch(1)",
        "floor 1",
        "from-parent(nosuch)",
        "from-parent(",
        "from-parent(start-indent",
        "body-start(1)",
        "proportional-column-width(1)",
        "1pt,2pt",
        "\x01",
        "\xef\xbc\x91pt",
        "nan",
        "infpt",
        "1e999pt",
        "99999999999pt",
        "'1pt'",
        "1pt;",
        "-auto",
        "-rgb(1,2,3)",
        "from-parent(color)",
        "from-parent(text-align)",
        "rgb(1,2,3)",
        "1PT",
        "1\xc2\xa0pt",
    };

    for (size_t i = 0; i < G_N_ELEMENTS(BAD); i++) {
        bb_fo_value value = {.kind = BB_FO_NUMBER_VALUE, .number = 4711};
        ck_assert_msg(!parse(BB_FO_P_START_INDENT, BAD[i], &value), "\"%s\" is taken", BAD[i]);
        ck_assert_msg(value.number == 4711, "\"%s\" is refused but leaves a value", BAD[i]);
    }
}
END_TEST

/* XSL 1.1 allows negative lengths for indents, spaces, offsets and shifts; for sizes of things
 * they are an error, and nothing behind the reader is made for them. */
START_TEST(refuses_negative_sizes)
{
    static const bb_fo_property SIZES[] = {
        BB_FO_P_FONT_SIZE,
        BB_FO_P_LINE_HEIGHT,
        BB_FO_P_PADDING_BEFORE,
        BB_FO_P_BORDER_START_WIDTH,
        BB_FO_P_BPD_OPTIMUM,
        BB_FO_P_IPD_OPTIMUM,
        BB_FO_P_COLUMN_WIDTH,
        BB_FO_P_PAGE_WIDTH,
        BB_FO_P_EXTENT,
        BB_FO_P_RULE_THICKNESS,
        BB_FO_P_LEADER_LENGTH_OPTIMUM,
        BB_FO_P_COLUMN_GAP,
        BB_FO_P_CONTENT_WIDTH,
        BB_FO_P_BORDER_SEPARATION_BPD,
        BB_FO_P_PROVISIONAL_SEPARATION,
    };
    static const bb_fo_property OTHERS[] = {
        BB_FO_P_START_INDENT,         BB_FO_P_END_INDENT,
        BB_FO_P_TEXT_INDENT,          BB_FO_P_LETTER_SPACING,
        BB_FO_P_BASELINE_SHIFT,       BB_FO_P_MARGIN_LEFT,
        BB_FO_P_SPACE_BEFORE_OPTIMUM, BB_FO_P_TOP,
        BB_FO_P_WORD_SPACING,
    };
    bb_fo_value value;

    for (size_t i = 0; i < G_N_ELEMENTS(SIZES); i++)
        ck_assert_msg(!parse(SIZES[i], "2pt - 5pt", &value), "%s takes a negative length",
                      bb_fo_property_rows[SIZES[i]].name);
    for (size_t i = 0; i < G_N_ELEMENTS(OTHERS); i++)
        ck_assert_msg(parse(OTHERS[i], "-5pt", &value), "%s takes no negative length",
                      bb_fo_property_rows[OTHERS[i]].name);
    ck_assert(!parse(BB_FO_P_LINE_HEIGHT, "-1.2", &value));
    ck_assert(!parse(BB_FO_P_PADDING_BEFORE, "-10%", &value));
    /* What is left of a whole may be known to layout alone. */
    ck_assert(parse(BB_FO_P_IPD_OPTIMUM, "100% - 24pt", &value));
}
END_TEST

static char *repeated(const char *text, int times)
{
    GString *out = g_string_new(NULL);

    for (int i = 0; i < times; i++)
        g_string_append(out, text);
    return g_string_free(out, FALSE);
}

START_TEST(survives_very_long_and_deep_text)
{
    enum { MANY = 100000 };
    static const char *const HEADS[] = {"(", "floor(", "-(", "min(1pt,", "1pt+(", "rgb(", "from-"};
    g_autofree char *sum = repeated("1mpt+", MANY), *minuses = repeated("-", MANY);
    g_autofree char *long_sum = g_strconcat(sum, "1mpt", NULL);
    g_autofree char *even = g_strconcat(minuses, "1pt", NULL);
    bb_fo_value value;

    ck_assert(parse(BB_FO_P_START_INDENT, long_sum, &value));
    ck_assert_int_eq(value.length, MANY + 1);
    ck_assert(parse(BB_FO_P_START_INDENT, even, &value));
    ck_assert_int_eq(value.length, 1000);
    for (size_t i = 0; i < G_N_ELEMENTS(HEADS); i++) {
        g_autofree char *deep = repeated(HEADS[i], MANY);
        ck_assert_msg(!parse(BB_FO_P_START_INDENT, deep, &value), "%s", HEADS[i]);
        ck_assert_msg(!parse(BB_FO_P_COLOR, deep, &value), "%s", HEADS[i]);
    }
}
END_TEST

/* Brackets nest to a stated depth, and what failed inside does not count later. */
START_TEST(nests_brackets_to_a_depth)
{
    g_autofree char *open = repeated("(", 40), *close = repeated(")", 40);
    g_autofree char *deepest = g_strconcat(open, "1pt", close, NULL);
    g_autofree char *deeper = g_strconcat("(", deepest, ")", NULL);
    g_autofree char *twice = g_strconcat(deepest, "+", deepest, NULL);
    bb_fo_value value;

    ck_assert(parse(BB_FO_P_START_INDENT, deepest, &value));
    ck_assert(!parse(BB_FO_P_START_INDENT, deeper, &value));
    ck_assert(parse(BB_FO_P_START_INDENT, twice, &value));
    ck_assert_int_eq(value.length, 2000);
}
END_TEST

START_TEST(compares_values)
{
    const bb_fo_value a = {.kind = BB_FO_LENGTH_VALUE, .length = 5, .percent = 0.5F};
    bb_fo_value b = a;

    ck_assert(bb_fo_value_equal(&a, &b));
    b.percent = 0.25F;
    ck_assert(!bb_fo_value_equal(&a, &b));
    b = (bb_fo_value){.kind = BB_FO_STRING_VALUE, .string = "Lato"};
    bb_fo_value c = {.kind = BB_FO_STRING_VALUE, .string = (char[]){"Lato"}};
    ck_assert(bb_fo_value_equal(&b, &c));
    ck_assert(!bb_fo_value_equal(&a, &b));
    /* Half of 30 pt, and the fixed part beside it. */
    ck_assert_int_eq(bb_fo_length(&a, 30000), 15005);
    ck_assert_int_eq(bb_fo_length(&b, 30000), 0);
}
END_TEST

int main(void)
{
    TCase *tests = tcase_create("fo_value");

    tcase_add_test(tests, knows_every_unit);
    tcase_add_test(tests, percentages_mean_what_the_row_says);
    tcase_add_test(tests, computes_in_the_order_of_arithmetic);
    tcase_add_test(tests, calls_functions);
    tcase_add_test(tests, reads_colours);
    tcase_add_test(tests, reads_numbers_and_keywords_of_the_row_alone);
    tcase_add_test(tests, names_of_sizes_and_weights_become_numbers);
    tcase_add_test(tests, takes_bare_numbers_as_points);
    tcase_add_test(tests, refuses_what_is_no_length);
    tcase_add_test(tests, refuses_negative_sizes);
    tcase_add_test(tests, survives_very_long_and_deep_text);
    tcase_add_test(tests, nests_brackets_to_a_depth);
    tcase_add_test(tests, compares_values);
    return bb_check_run("fo_value", tests);
}
