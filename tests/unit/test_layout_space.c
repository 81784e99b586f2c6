/* test_layout_space.c - spaces that meet: precedence, force, conditionality, borders between them
 * (XSL 1.1 §4.3.1). */
#include "check_run.h"
#include "fo_document.h"
#include "layout/stack_private.h"

/* The gap between the lines "x" and "y" of a flow, without a break, before one and after one. */
typedef struct {
    const char *flow;
    double inside, before, after;
} gap_case;

static void check_gap(const gap_case *c, int gap)
{
    g_autofree char *fo = g_strdup_printf(FO_ROOT("<fo:flow id='flow'>%s</fo:flow>"), c->flow);
    g_autoptr(bb_test_doc) doc = bb_test_read(fo);
    g_autoptr(bb_layout) layout = bb_test_run_new(doc);
    bb_stack *stack = bb_stack_new(layout, bb_test_node(doc, "flow"), 100000);
    double inside = bb_length_to_pt(bb_gap_resolve(stack, gap, BB_GAP_INSIDE, NULL, NULL));
    double before = bb_length_to_pt(bb_gap_resolve(stack, gap, BB_GAP_BEFORE_BREAK, NULL, NULL));
    double after = bb_length_to_pt(bb_gap_resolve(stack, gap, BB_GAP_AFTER_BREAK, NULL, NULL));

    ck_assert_msg(bb_diag_count(doc->diag) == 0, "%s: %s", c->flow,
                  bb_diag_entry_at(doc->diag, 0)->text);
    ck_assert_msg(inside == c->inside && before == c->before && after == c->after,
                  "%s: %g, before a break %g, after one %g; not %g, %g, %g", c->flow, inside,
                  before, after, c->inside, c->before, c->after);
}

static void check_gaps(const gap_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++)
        check_gap(&cases[i], 1);
}

#define TWO(first, second) "<fo:block " first ">x</fo:block><fo:block " second ">y</fo:block>"

START_TEST(the_longer_of_two_spaces_stays)
{
    static const gap_case CASES[] = {
        {TWO("", ""), 0, 0, 0},
        {TWO("space-after='10pt'", "space-before='6pt'"), 10, 0, 0},
        {TWO("space-after='6pt'", "space-before='10pt'"), 10, 0, 0},
        {TWO("space-after='-4pt'", "space-before='10pt'"), 10, 0, 0},
        {TWO("space-after='-4pt'", "space-before='-6pt'"), -4, 0, 0},
        /* Margins stay at the edges of pages (§5.3.2). */
        {TWO("margin-bottom='3pt'", "margin='2pt'"), 3, 3, 2},
        {TWO("space-after='10%'", "space-before='6pt'"), 10, 0, 0},
    };

    check_gaps(CASES, G_N_ELEMENTS(CASES));
}
END_TEST

START_TEST(precedence_comes_before_length)
{
    static const gap_case CASES[] = {
        {TWO("space-after='10pt'", "space-before='6pt' space-before.precedence='1'"), 6, 0, 0},
        {TWO("space-after='10pt' space-after.precedence='2'",
             "space-before='16pt' space-before.precedence='1'"),
         10, 0, 0},
        {TWO("space-after='10pt'", "space-before='0pt' space-before.precedence='1'"), 0, 0, 0},
        {TWO("space-after='10pt' space-after.precedence='3'",
             "space-before='12pt' space-before.precedence='3'"),
         12, 0, 0},
        {TWO("space-after='10pt' space-after.precedence='-1'", "space-before='2pt'"), 2, 0, 0},
    };

    check_gaps(CASES, G_N_ELEMENTS(CASES));
}
END_TEST

START_TEST(forcing_spaces_silence_the_others_and_add_up)
{
    static const gap_case CASES[] = {
        {TWO("space-after='10pt' space-after.precedence='99'",
             "space-before='6pt' space-before.precedence='force'"),
         6, 0, 0},
        {TWO("space-after='10pt' space-after.precedence='force'",
             "space-before='6pt' space-before.precedence='force'"),
         16, 0, 0},
    };

    check_gaps(CASES, G_N_ELEMENTS(CASES));
}
END_TEST

START_TEST(spaces_of_nested_blocks_meet_too)
{
    static const gap_case CASES[] = {
        {"<fo:block space-after='4pt'><fo:block space-after='8pt'>x</fo:block></fo:block>"
         "<fo:block space-before='2pt'>y</fo:block>",
         8, 0, 0},
        {"<fo:block>x</fo:block><fo:block space-before='4pt'><fo:block space-before='9pt'>"
         "<fo:block space-before='1pt'>y</fo:block></fo:block></fo:block>",
         9, 0, 0},
        /* A block without content has no height, and lets them meet through it. */
        {"<fo:block space-after='3pt'>x</fo:block><fo:block space-before='5pt' space-after='7pt'/>"
         "<fo:block space-before='2pt'>y</fo:block>",
         7, 0, 0},
    };

    check_gaps(CASES, G_N_ELEMENTS(CASES));
}
END_TEST

START_TEST(borders_and_padding_keep_spaces_apart)
{
    static const gap_case CASES[] = {
        {"<fo:block space-after='4pt' border-bottom='1pt solid'><fo:block space-after='8pt'>x"
         "</fo:block></fo:block><fo:block space-before='6pt'>y</fo:block>",
         15, 9, 0},
        {"<fo:block>x</fo:block><fo:block space-before='4pt' padding-top='2pt'>"
         "<fo:block space-before='9pt'>y</fo:block></fo:block>",
         15, 0, 11},
        /* A border that is not drawn is no fence. */
        {"<fo:block>x</fo:block><fo:block space-before='4pt' border-top='2pt hidden'>"
         "<fo:block space-before='9pt'>y</fo:block></fo:block>",
         9, 0, 0},
        {"<fo:block space-after='3pt'>x</fo:block><fo:block border-top='1pt solid' "
         "space-before='5pt' space-after='7pt'/><fo:block space-before='2pt'>y</fo:block>",
         13, 0, 8},
    };

    check_gaps(CASES, G_N_ELEMENTS(CASES));
}
END_TEST

START_TEST(spaces_vanish_at_a_break_unless_retained)
{
    static const gap_case CASES[] = {
        {TWO("space-after='10pt' space-after.conditionality='retain'", "space-before='6pt'"), 10,
         10, 0},
        {TWO("space-after='10pt'", "space-before='6pt' space-before.conditionality='retain'"), 10,
         0, 6},
        /* Rule 1 goes on from the edge up to the first that stays. */
        {"<fo:block>x</fo:block><fo:block space-before='12pt'><fo:block space-before='5pt' "
         "space-before.conditionality='retain'><fo:block space-before='9pt'>y</fo:block>"
         "</fo:block></fo:block>",
         12, 0, 9},
        {"<fo:block space-after='9pt'><fo:block space-after='5pt' "
         "space-after.conditionality='retain'>x</fo:block></fo:block><fo:block>y</fo:block>",
         9, 5, 0},
        /* Behind a border is not at the edge. */
        {"<fo:block>x</fo:block><fo:block border-top='1pt solid' space-before='3pt'><fo:block "
         "space-before='5pt'>y</fo:block></fo:block>",
         9, 0, 6},
    };

    check_gaps(CASES, G_N_ELEMENTS(CASES));
}
END_TEST

/* Within one block that is broken, its border and padding come again only when retained. */
START_TEST(a_broken_block_shows_what_it_retains)
{
#define LINES(attributes)                                                                          \
    "<fo:block linefeed-treatment='preserve' border='1pt solid' padding='2pt' " attributes         \
    ">x\ny</fo:block>"
    static const gap_case CASES[] = {
        {LINES(""), 0, 0, 0},
        {LINES("border-before-width.conditionality='retain'"), 0, 0, 1},
        {LINES("padding-after.conditionality='retain'"), 0, 2, 0},
        {LINES("border-after-width.conditionality='retain' "
               "padding-after.conditionality='retain' "
               "padding-before.conditionality='retain'"),
         0, 3, 2},
        /* A space before an edge that is drawn stays: it is not at the page's edge. */
        {"<fo:block border='1pt solid' border-after-width.conditionality='retain'>"
         "<fo:block space-after='7pt'>x</fo:block><fo:block space-before='5pt'>y</fo:block>"
         "</fo:block>",
         7, 8, 0},
    };

    check_gaps(CASES, G_N_ELEMENTS(CASES));
}
END_TEST

START_TEST(the_edges_of_the_flow_are_edges)
{
    static const gap_case START = {"<fo:block space-before='6pt' padding-top='1pt'>x</fo:block>", 7,
                                   0, 1};
    static const gap_case END = {"<fo:block space-after='6pt' padding-bottom='1pt'>x</fo:block>", 7,
                                 1, 0};

    check_gap(&START, 0);
    check_gap(&END, 1);
}
END_TEST

static void assert_shrink(const char *flow, double expected)
{
    g_autofree char *fo = g_strdup_printf(FO_ROOT("<fo:flow id='flow'>%s</fo:flow>"), flow);
    g_autoptr(bb_test_doc) doc = bb_test_read(fo);
    g_autoptr(bb_layout) layout = bb_test_run_new(doc);
    bb_stack *stack = bb_stack_new(layout, bb_test_node(doc, "flow"), 100000);
    bb_length shrink = -1;

    bb_gap_resolve(stack, 1, BB_GAP_INSIDE, NULL, &shrink);
    ck_assert_msg(shrink == bb_length_from_pt(expected), "%s shrinks by %g, not %g", flow,
                  bb_length_to_pt(shrink), expected);
}

START_TEST(what_stays_shrinks_to_its_minimum)
{
    assert_shrink(TWO("space-after.optimum='10pt' space-after.minimum='4pt'", ""), 6);
    /* What is silenced does not count. */
    assert_shrink(
        TWO("space-after.optimum='10pt' space-after.minimum='4pt'", "space-before='12pt'"), 0);
    assert_shrink(TWO("space-after='10pt'", ""), 0);
    /* Of two equal optima the greater minimum holds (rule 4). */
    assert_shrink(TWO("space-after.optimum='10pt' space-after.minimum='4pt'",
                      "space-before.optimum='10pt' space-before.minimum='7pt'"),
                  3);
    /* A minimum above the optimum is the optimum. */
    assert_shrink(TWO("space-after.optimum='10pt' space-after.minimum='14pt'", ""), 0);
}
END_TEST

START_TEST(the_room_is_given_to_who_asked_for_it)
{
    g_autoptr(bb_test_doc) doc = bb_test_read(FO_ROOT("<fo:flow id='flow'>" TWO(
        "space-after='10pt'", "space-before='6pt' space-before.precedence='1'") "</fo:flow>"));
    g_autoptr(bb_layout) layout = bb_test_run_new(doc);
    bb_stack *stack = bb_stack_new(layout, bb_test_node(doc, "flow"), 100000);
    bb_length lengths[2] = {0};

    /* The gap's marks: the first block closes, the second opens. */
    ck_assert_int_eq(bb_stack_gap_at(stack, 1)->mark_count, 2);
    bb_gap_resolve(stack, 1, BB_GAP_INSIDE, lengths, NULL);
    ck_assert_int_eq(lengths[0], 0);
    ck_assert_int_eq(lengths[1], 6000);
}
END_TEST

int main(void)
{
    TCase *tests = tcase_create("layout_space");

    tcase_add_test(tests, the_longer_of_two_spaces_stays);
    tcase_add_test(tests, precedence_comes_before_length);
    tcase_add_test(tests, forcing_spaces_silence_the_others_and_add_up);
    tcase_add_test(tests, spaces_of_nested_blocks_meet_too);
    tcase_add_test(tests, borders_and_padding_keep_spaces_apart);
    tcase_add_test(tests, spaces_vanish_at_a_break_unless_retained);
    tcase_add_test(tests, a_broken_block_shows_what_it_retains);
    tcase_add_test(tests, the_edges_of_the_flow_are_edges);
    tcase_add_test(tests, what_stays_shrinks_to_its_minimum);
    tcase_add_test(tests, the_room_is_given_to_who_asked_for_it);
    return bb_check_run("layout_space", tests);
}
