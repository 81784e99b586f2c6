/* test_fo_style.c - computed properties: inheritance, values from elsewhere, font-relative lengths,
 * indents and margins, sharing. */
#include "check_run.h"
#include "fo_document.h"

#include <string.h>

#define BODY(content) bb_test_read(FO_ROOT("<fo:flow>" content "</fo:flow>"))

static double points(const bb_test_doc *doc, const char *id, bb_fo_property property)
{
    const bb_fo_value *value = bb_fo_get(bb_test_node(doc, id), property);

    ck_assert_msg(value->kind == BB_FO_LENGTH_VALUE, "%s of %s is no length",
                  bb_fo_property_rows[property].name, id);
    return bb_length_to_pt(value->length);
}

static double number(const bb_test_doc *doc, const char *id, bb_fo_property property)
{
    const bb_fo_value *value = bb_fo_get(bb_test_node(doc, id), property);

    ck_assert_msg(value->kind == BB_FO_NUMBER_VALUE, "%s of %s is no number",
                  bb_fo_property_rows[property].name, id);
    return value->number;
}

#define assert_points(id, property, expected)                                                      \
    ck_assert_double_eq_tol(points(doc, id, BB_FO_P_##property), expected, 0.0011)

/* --- inheritance --- */

START_TEST(inherited_properties_go_down_and_others_do_not)
{
    g_autoptr(bb_test_doc) doc = BODY("<fo:block text-align='end' space-before='5pt' color='red' "
                                      "border-style='solid'><fo:block id='b'/></fo:block>");
    const bb_fo_node *b = bb_test_node(doc, "b");

    ck_assert(bb_fo_has(b, BB_FO_P_TEXT_ALIGN, BB_FO_K_END));
    ck_assert_uint_eq(bb_fo_get_color(b, BB_FO_P_COLOR), 0xff0000ff);
    assert_points("b", SPACE_BEFORE_OPTIMUM, 0);
    ck_assert(bb_fo_has(b, BB_FO_P_BORDER_BEFORE_STYLE, BB_FO_K_NONE));
}
END_TEST

START_TEST(inherit_takes_the_parents_value_of_any_property)
{
    g_autoptr(bb_test_doc) doc =
        BODY("<fo:block space-before='5pt' border='2pt solid red' background-color='#123456' "
             "margin-left='5pt'>"
             "<fo:block id='b' space-before='inherit' border-before-style='inherit' "
             "border-after-color='inherit' margin-left='inherit' border-start-style='solid' "
             "border-start-width='2pt' "
             "border-top-width='inherit' background-color='inherit'/>"
             "<fo:block><fo:block id='c' space-before='inherit'/></fo:block></fo:block>");
    const bb_fo_node *b = bb_test_node(doc, "b");

    assert_points("b", SPACE_BEFORE_OPTIMUM, 5);
    assert_points("b", SPACE_BEFORE_MINIMUM, 5);
    assert_points("b", BORDER_BEFORE_WIDTH, 2);
    ck_assert(bb_fo_has(b, BB_FO_P_BORDER_BEFORE_STYLE, BB_FO_K_SOLID));
    ck_assert_uint_eq(bb_fo_get_color(b, BB_FO_P_BACKGROUND_COLOR), 0x123456ff);
    /* Inherited is given: neither the text's colour nor the initial margin. */
    ck_assert_uint_eq(bb_fo_get_color(b, BB_FO_P_BORDER_AFTER_COLOR), 0xff0000ff);
    assert_points("b", START_INDENT, 14);
    /* The parent, not an ancestor. */
    assert_points("c", SPACE_BEFORE_OPTIMUM, 0);
}
END_TEST

START_TEST(asks_parents_and_nearest_ancestors)
{
    g_autoptr(bb_test_doc) doc =
        BODY("<fo:block space-before.optimum='5pt' start-indent='10pt' font-family='Lato'>"
             "<fo:block end-indent='3pt'><fo:block>"
             "<fo:block id='b' space-before.optimum='from-parent(space-before.optimum) + 1pt' "
             "space-after.optimum='from-nearest-specified-value(space-before.optimum)' "
             "start-indent='inherited-property-value(start-indent) + 2pt' "
             "end-indent='from-nearest-specified-value() * 2' "
             "text-indent='from-nearest-specified-value(top) + 4pt' "
             "font-family='from-parent(font-family)'/>"
             "</fo:block></fo:block></fo:block>");

    assert_points("b", SPACE_BEFORE_OPTIMUM, 1);
    assert_points("b", SPACE_AFTER_OPTIMUM, 5);
    assert_points("b", START_INDENT, 12);
    assert_points("b", END_INDENT, 6);
    /* Nobody gave it: the initial value, which is auto and nothing to add to. */
    assert_points("b", TEXT_INDENT, 0);
    ck_assert_int_eq(bb_test_messages(doc, "fo-value-bad"), 1);
    ck_assert_str_eq(bb_fo_get(bb_test_node(doc, "b"), BB_FO_P_FONT_FAMILY)->string, "Lato");
}
END_TEST

START_TEST(equal_attributes_under_different_ancestors_are_kept_apart)
{
    g_autoptr(bb_test_doc) doc =
        BODY("<fo:block end-indent='3pt' space-before='1pt'><fo:block>"
             "<fo:block id='a' start-indent='from-nearest-specified-value(end-indent)' "
             "space-before='inherit'/></fo:block></fo:block>"
             "<fo:block end-indent='3pt'><fo:block end-indent='3pt' space-before='4pt'>"
             "<fo:block id='b' start-indent='from-nearest-specified-value(end-indent)' "
             "space-before='inherit'/></fo:block></fo:block>"
             "<fo:block><fo:block>"
             "<fo:block id='c' start-indent='from-nearest-specified-value(end-indent)' "
             "space-before='inherit'/></fo:block></fo:block>");

    assert_points("a", START_INDENT, 3);
    assert_points("a", SPACE_BEFORE_OPTIMUM, 0);
    assert_points("b", START_INDENT, 3);
    assert_points("b", SPACE_BEFORE_OPTIMUM, 4);
    assert_points("c", START_INDENT, 0);
    assert_points("c", SPACE_BEFORE_OPTIMUM, 0);
}
END_TEST

/* What most elements of a report cost: nothing of their own. */
START_TEST(equal_styles_are_shared)
{
    g_autoptr(bb_test_doc) doc = BODY("<fo:block><fo:block id='a' color='red'/>"
                                      "<fo:block id='b' color='red' role='P'/>"
                                      "<fo:block id='c' color='blue'/></fo:block>");
    const bb_fo_style *a = bb_test_node(doc, "a")->style;

    ck_assert_ptr_eq(a, bb_test_node(doc, "b")->style);
    ck_assert_ptr_ne(a, bb_test_node(doc, "c")->style);
}
END_TEST

/* --- fonts --- */

START_TEST(font_sizes_count_from_the_parents)
{
    g_autoptr(bb_test_doc) doc =
        BODY("<fo:block font-size='20pt'><fo:block id='half' font-size='50%'>"
             "<fo:block id='double' font-size='2em'><fo:block id='larger' font-size='larger'/>"
             "</fo:block></fo:block></fo:block>");

    assert_points("half", FONT_SIZE, 10);
    assert_points("double", FONT_SIZE, 20);
    /* 20 pt is nearest to the step of 20.736 pt (12 pt times 1.2 three times). */
    assert_points("larger", FONT_SIZE, 24.883);
}
END_TEST

START_TEST(other_lengths_count_in_the_elements_own_size)
{
    g_autoptr(bb_test_doc) doc =
        BODY("<fo:block font-size='20pt'><fo:block id='b' start-indent='2em' line-height='120%' "
             "baseline-shift='50%' font-size='10pt'><fo:block id='c' font-size='30pt'/></fo:block>"
             "<fo:block line-height='1.5' font-size='8pt'><fo:block id='d' font-size='30pt'/>"
             "</fo:block></fo:block>");

    assert_points("b", START_INDENT, 20);
    assert_points("b", LINE_HEIGHT, 12);
    ck_assert_float_eq_tol(bb_fo_get(bb_test_node(doc, "b"), BB_FO_P_BASELINE_SHIFT)->percent, 0.5F,
                           0.0001F); /* of the line height around it, which layout knows */
    /* A percentage is inherited as what it came to, a number as the number. */
    assert_points("c", LINE_HEIGHT, 12);
    assert_points("c", START_INDENT, 20);
    ck_assert_double_eq(number(doc, "d", BB_FO_P_LINE_HEIGHT), 1.5);
}
END_TEST

START_TEST(bolder_and_lighter_step_from_the_parents_weight)
{
    g_autoptr(bb_test_doc) doc = BODY(
        "<fo:block><fo:inline id='b1' font-weight='bolder'><fo:inline id='b2' "
        "font-weight='bolder'><fo:inline id='l1' font-weight='lighter'><fo:inline id='l2' "
        "font-weight='lighter'><fo:inline id='l3' font-weight='lighter'/></fo:inline></fo:inline>"
        "</fo:inline></fo:inline></fo:block>");

    ck_assert_double_eq(number(doc, "b1", BB_FO_P_FONT_WEIGHT), 700);
    ck_assert_double_eq(number(doc, "b2", BB_FO_P_FONT_WEIGHT), 900);
    ck_assert_double_eq(number(doc, "l1", BB_FO_P_FONT_WEIGHT), 700);
    ck_assert_double_eq(number(doc, "l2", BB_FO_P_FONT_WEIGHT), 400);
    ck_assert_double_eq(number(doc, "l3", BB_FO_P_FONT_WEIGHT), 100);
}
END_TEST

/* The initial colour of a border is the text's (§7.8.7). */
START_TEST(borders_have_the_colour_of_the_text)
{
    g_autoptr(bb_test_doc) doc =
        BODY("<fo:block color='red'><fo:block id='a' border='1pt solid' color='blue'/>"
             "<fo:block id='b' border='1pt solid'/>"
             "<fo:block id='c' border='1pt solid green' border-top='2pt solid'/></fo:block>");

    ck_assert_uint_eq(bb_fo_get_color(bb_test_node(doc, "a"), BB_FO_P_BORDER_START_COLOR),
                      0x0000ffff);
    ck_assert_uint_eq(bb_fo_get_color(bb_test_node(doc, "b"), BB_FO_P_BORDER_END_COLOR),
                      0xff0000ff);
    ck_assert_uint_eq(bb_fo_get_color(bb_test_node(doc, "c"), BB_FO_P_BORDER_BEFORE_COLOR),
                      0xff0000ff);
    ck_assert_uint_eq(bb_fo_get_color(bb_test_node(doc, "c"), BB_FO_P_BORDER_AFTER_COLOR),
                      0x008000ff);
}
END_TEST

/* --- indents, margins, spaces (§5.3.2) --- */

START_TEST(a_margin_is_an_indent_with_border_and_padding)
{
    g_autoptr(bb_test_doc) doc =
        BODY("<fo:block id='a' margin-left='10pt' border-left='2pt solid' padding-left='3pt' "
             "margin-right='1pt'>"
             "<fo:block id='b' margin-left='5pt' padding-left='1pt' border-left-width='9pt'>"
             "<fo:block id='c' margin='0pt' border='4pt hidden' padding='2pt'/>"
             "<fo:block id='d' border='4pt solid' padding='2pt'/>"
             "<fo:block id='e' start-indent='7pt' border='4pt solid'/>"
             "</fo:block></fo:block>");

    assert_points("a", START_INDENT, 15);
    assert_points("a", END_INDENT, 1);
    /* A border without a style has no width. */
    assert_points("b", START_INDENT, 21);
    assert_points("b", END_INDENT, 1);
    assert_points("c", START_INDENT, 23);
    assert_points("c", END_INDENT, 3);
    /* Without a margin the indent is inherited, and the border stands out. */
    assert_points("d", START_INDENT, 21);
    assert_points("e", START_INDENT, 7);
}
END_TEST

/* Where a reference area begins, the indent that is inherited does not count again. */
START_TEST(a_containers_margin_counts_from_its_reference_area)
{
    g_autoptr(bb_test_doc) doc =
        BODY("<fo:block start-indent='20pt'><fo:block-container id='c' margin-left='5pt' "
             "padding-left='1pt'><fo:block id='inner'/></fo:block-container>"
             "<fo:block-container id='plain'/></fo:block>");

    assert_points("c", START_INDENT, 6);
    assert_points("inner", START_INDENT, 6);
    assert_points("plain", START_INDENT, 20);
}
END_TEST

START_TEST(left_is_the_end_where_text_runs_from_right_to_left)
{
    g_autoptr(bb_test_doc) doc = BODY("<fo:block writing-mode='rl-tb' id='a' margin-left='10pt' "
                                      "margin-right='4pt' border-left='2pt solid'/>");

    assert_points("a", START_INDENT, 4);
    assert_points("a", END_INDENT, 12);
}
END_TEST

START_TEST(margins_above_and_below_are_spaces)
{
    g_autoptr(bb_test_doc) doc = BODY("<fo:block id='a' margin-top='4pt' margin-bottom='6pt'/>"
                                      "<fo:block id='b' margin-top='4pt' space-before='7pt'/>"
                                      "<fo:block id='c' margin='3pt' space-after.optimum='9pt' "
                                      "space-after.conditionality='retain'/>"
                                      "<fo:block id='d' margin-top='auto'/>");

    assert_points("a", SPACE_BEFORE_MINIMUM, 4);
    assert_points("a", SPACE_BEFORE_OPTIMUM, 4);
    assert_points("a", SPACE_AFTER_MAXIMUM, 6);
    ck_assert_int_eq(bb_fo_get(bb_test_node(doc, "a"), BB_FO_P_SPACE_BEFORE_PRECEDENCE)->kind,
                     BB_FO_NUMBER_VALUE);
    assert_points("b", SPACE_BEFORE_OPTIMUM, 7);
    assert_points("b", SPACE_BEFORE_MINIMUM, 7);
    ck_assert(
        bb_fo_has(bb_test_node(doc, "a"), BB_FO_P_SPACE_AFTER_CONDITIONALITY, BB_FO_K_RETAIN));
    ck_assert(
        bb_fo_has(bb_test_node(doc, "b"), BB_FO_P_SPACE_BEFORE_CONDITIONALITY, BB_FO_K_DISCARD));
    assert_points("c", SPACE_BEFORE_OPTIMUM, 3);
    assert_points("c", SPACE_AFTER_OPTIMUM, 9);
    ck_assert(
        bb_fo_has(bb_test_node(doc, "c"), BB_FO_P_SPACE_AFTER_CONDITIONALITY, BB_FO_K_RETAIN));
    ck_assert_int_eq(bb_diag_count(doc->diag), 0);
}
END_TEST

START_TEST(a_space_with_an_optimum_alone_may_be_closed_up)
{
    g_autoptr(bb_test_doc) doc =
        BODY("<fo:block id='a' space-before.optimum='6pt' space-after.minimum='1pt' "
             "space-after.optimum='5pt' space-after.maximum='9pt' "
             "space-after.precedence='force' space-before.precedence='3'/>");
    const bb_fo_node *a = bb_test_node(doc, "a");

    assert_points("a", SPACE_BEFORE_MINIMUM, 0);
    assert_points("a", SPACE_BEFORE_MAXIMUM, 6);
    assert_points("a", SPACE_AFTER_MINIMUM, 1);
    assert_points("a", SPACE_AFTER_MAXIMUM, 9);
    ck_assert(bb_fo_has(a, BB_FO_P_SPACE_AFTER_PRECEDENCE, BB_FO_K_FORCE));
    ck_assert_int_eq(bb_fo_get_integer(a, BB_FO_P_SPACE_BEFORE_PRECEDENCE), 3);
    /* A margin of an inline is a space at its side. */
    g_autoptr(bb_test_doc) other =
        BODY("<fo:block><fo:inline id='i' margin-left='2pt' margin-right='3pt'/></fo:block>");
    ck_assert_double_eq(points(other, "i", BB_FO_P_SPACE_START), 2);
    ck_assert_double_eq(points(other, "i", BB_FO_P_SPACE_END), 3);
}
END_TEST

/* --- lists --- */

#define ITEM(label_id, body_id, content)                                                           \
    "<fo:list-item><fo:list-item-label end-indent='label-end()' id='" label_id                     \
    "'><fo:block/></fo:list-item-label><fo:list-item-body start-indent='body-start()' "            \
    "id='" body_id "'>" content "</fo:list-item-body></fo:list-item>"

START_TEST(list_functions_count_from_the_item)
{
    g_autoptr(bb_test_doc) doc = BODY("<fo:block start-indent='10pt'><fo:list-block "
                                      "provisional-distance-between-starts='30pt' "
                                      "provisional-label-separation='4pt'>" ITEM(
                                          "label", "body",
                                          "<fo:block id='in-body'/><fo:list-block "
                                          "provisional-distance-between-starts='20pt'>" ITEM(
                                              "label2", "body2",
                                              "<fo:block id='deep' start-indent='body-start() + "
                                              "1pt'/>") "</fo:list-block>") "</fo:list-block></"
                                                                            "fo:block>");
    const bb_fo_value *end = bb_fo_get(bb_test_node(doc, "label"), BB_FO_P_END_INDENT);
    const bb_fo_value *end2 = bb_fo_get(bb_test_node(doc, "label2"), BB_FO_P_END_INDENT);

    assert_points("body", START_INDENT, 40);
    assert_points("in-body", START_INDENT, 40);
    /* Of a width of 200 pt: the label ends at 10 + 30 - 4. */
    ck_assert_int_eq(bb_fo_length(end, 200000), 164000);
    /* The inner list stands in the outer body, at 40 pt. */
    assert_points("body2", START_INDENT, 60);
    ck_assert_int_eq(bb_fo_length(end2, 200000), 144000);
    assert_points("deep", START_INDENT, 61);
}
END_TEST

START_TEST(list_functions_outside_a_list_are_refused)
{
    g_autoptr(bb_test_doc) doc = BODY("<fo:block id='b' start-indent='body-start()'/>");

    assert_points("b", START_INDENT, 0);
    ck_assert_int_eq(bb_test_messages(doc, "fo-value-bad"), 1);
}
END_TEST

/* --- keeps and language --- */

START_TEST(keeps_have_three_components)
{
    g_autoptr(bb_test_doc) doc =
        BODY("<fo:block id='a' keep-together='always' keep-with-next.within-page='5'>"
             "<fo:block id='b'/></fo:block>");
    const bb_fo_node *a = bb_test_node(doc, "a"), *b = bb_test_node(doc, "b");

    ck_assert(bb_fo_has(a, BB_FO_P_KEEP_TOGETHER_COLUMN, BB_FO_K_ALWAYS));
    ck_assert(bb_fo_has(a, BB_FO_P_KEEP_WITH_NEXT_COLUMN, BB_FO_K_AUTO));
    ck_assert_int_eq(bb_fo_get_integer(a, BB_FO_P_KEEP_WITH_NEXT_PAGE), 5);
    /* keep-together is inherited, the others are not. */
    ck_assert(bb_fo_has(b, BB_FO_P_KEEP_TOGETHER_PAGE, BB_FO_K_ALWAYS));
    ck_assert(bb_fo_has(b, BB_FO_P_KEEP_WITH_NEXT_PAGE, BB_FO_K_AUTO));
}
END_TEST

START_TEST(xml_lang_sets_language_and_country)
{
    g_autoptr(bb_test_doc) doc = BODY("<fo:block id='en'/><fo:block id='cy' xml:lang='cy'/>"
                                      "<fo:block id='de' language='de' xml:lang='en-GB'/>");

    ck_assert_str_eq(bb_fo_get(bb_test_node(doc, "en"), BB_FO_P_LANGUAGE)->string, "en");
    ck_assert_str_eq(bb_fo_get(bb_test_node(doc, "en"), BB_FO_P_COUNTRY)->string, "GB");
    ck_assert_str_eq(bb_fo_get(bb_test_node(doc, "cy"), BB_FO_P_LANGUAGE)->string, "cy");
    ck_assert_str_eq(bb_fo_get(bb_test_node(doc, "cy"), BB_FO_P_COUNTRY)->string, "none");
    /* The property of that name is the more special. */
    ck_assert_str_eq(bb_fo_get(bb_test_node(doc, "de"), BB_FO_P_LANGUAGE)->string, "de");
}
END_TEST

START_TEST(a_bad_value_leaves_what_would_be_there_without_it)
{
    g_autoptr(bb_test_doc) doc =
        BODY("<fo:block start-indent='4pt'><fo:block id='b' start-indent='4 pints' "
             "space-before='-' font-size='huge' font-family='from-parent(color)'/></fo:block>");

    assert_points("b", START_INDENT, 4);
    assert_points("b", SPACE_BEFORE_OPTIMUM, 0);
    assert_points("b", FONT_SIZE, 12);
    ck_assert_str_eq(bb_fo_get(bb_test_node(doc, "b"), BB_FO_P_FONT_FAMILY)->string, "sans-serif");
    ck_assert_int_eq(bb_test_messages(doc, "fo-value-bad"), 4);
}
END_TEST

int main(void)
{
    TCase *tests = tcase_create("fo_style");

    tcase_add_test(tests, inherited_properties_go_down_and_others_do_not);
    tcase_add_test(tests, inherit_takes_the_parents_value_of_any_property);
    tcase_add_test(tests, asks_parents_and_nearest_ancestors);
    tcase_add_test(tests, equal_attributes_under_different_ancestors_are_kept_apart);
    tcase_add_test(tests, equal_styles_are_shared);
    tcase_add_test(tests, font_sizes_count_from_the_parents);
    tcase_add_test(tests, other_lengths_count_in_the_elements_own_size);
    tcase_add_test(tests, bolder_and_lighter_step_from_the_parents_weight);
    tcase_add_test(tests, borders_have_the_colour_of_the_text);
    tcase_add_test(tests, a_margin_is_an_indent_with_border_and_padding);
    tcase_add_test(tests, a_containers_margin_counts_from_its_reference_area);
    tcase_add_test(tests, left_is_the_end_where_text_runs_from_right_to_left);
    tcase_add_test(tests, margins_above_and_below_are_spaces);
    tcase_add_test(tests, a_space_with_an_optimum_alone_may_be_closed_up);
    tcase_add_test(tests, list_functions_count_from_the_item);
    tcase_add_test(tests, list_functions_outside_a_list_are_refused);
    tcase_add_test(tests, keeps_have_three_components);
    tcase_add_test(tests, xml_lang_sets_language_and_country);
    tcase_add_test(tests, a_bad_value_leaves_what_would_be_there_without_it);
    return bb_check_run("fo_style", tests);
}
