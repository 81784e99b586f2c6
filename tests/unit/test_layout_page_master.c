/* test_layout_page_master.c - which master a page gets, and where its regions are. */
#include "check_run.h"
#include "fo_document.h"
#include "layout/page_master.h"

#include <string.h>

#define MASTER(name)                                                                               \
    "<fo:simple-page-master master-name='" name "'><fo:region-body/></fo:simple-page-master>"
#define CONDITION(name, conditions)                                                                \
    "<fo:conditional-page-master-reference master-reference='" name "' " conditions "/>"

/* A document of such masters; "s" is the sequence master. */
#define MASTERS(sequence_master)                                                                   \
    FO_ROOT("<fo:layout-master-set>" MASTER("a") MASTER("b") MASTER("c") MASTER("d")               \
                MASTER("e") "<fo:page-sequence-master master-name='s'>" sequence_master            \
                            "</fo:page-sequence-master></fo:layout-master-set>"                    \
                            "<fo:page-sequence id='seq' master-reference='s'/>")

typedef struct {
    bb_test_doc *doc;
    bb_layout *layout;
    bb_page_masters *masters;
} board;

static board board_new(const char *fo)
{
    board b = {.doc = bb_test_read(fo)};

    b.layout = bb_test_run_new(b.doc);
    b.masters = bb_page_masters_new(b.layout, bb_fo_tree_root(b.doc->fo));
    return b;
}

static void board_free(board *b)
{
    bb_page_masters_free(b->masters);
    bb_test_run_free(b->layout);
    bb_test_doc_free(b->doc);
}

static const char *pick(const board *b, int index, int number, bool last, bool blank)
{
    const bb_page_master *master = bb_page_masters_pick(
        b->masters, bb_test_node(b->doc, "seq"), (bb_page_position){index, number, last, blank});

    return master != NULL ? bb_fo_attribute_of(master->node, BB_FO_A_MASTER_NAME) : "none";
}

START_TEST(conditions_are_asked_in_order)
{
    board b = board_new(MASTERS(
        "<fo:repeatable-page-master-alternatives>" CONDITION("a", "blank-or-not-blank='blank'")
            CONDITION("b", "page-position='only'") CONDITION("c", "page-position='first'")
                CONDITION("d", "page-position='last'") CONDITION(
                    "e", "page-position='rest'") "</fo:repeatable-page-master-alternatives>"));

    ck_assert_str_eq(pick(&b, 0, 1, true, false), "b");
    ck_assert_str_eq(pick(&b, 0, 1, false, false), "c");
    ck_assert_str_eq(pick(&b, 1, 2, false, false), "e");
    ck_assert_str_eq(pick(&b, 2, 3, true, false), "d");
    ck_assert_str_eq(pick(&b, 1, 2, false, true), "a");
    ck_assert(bb_page_masters_ask_last(b.masters, bb_test_node(b.doc, "seq")));
    board_free(&b);
}
END_TEST

START_TEST(odd_and_even_go_by_the_page_number)
{
    board b = board_new(MASTERS(
        "<fo:repeatable-page-master-alternatives>" CONDITION(
            "a", "odd-or-even='odd' page-position='first'") CONDITION("b", "odd-or-even='odd'")
            CONDITION("c", "odd-or-even='even' blank-or-not-blank='not-blank'") CONDITION(
                "d", "blank-or-not-blank='any'") "</fo:repeatable-page-master-alternatives>"));

    ck_assert_str_eq(pick(&b, 0, 1, false, false), "a");
    ck_assert_str_eq(pick(&b, 0, 2, false, false), "c");
    ck_assert_str_eq(pick(&b, 1, 3, false, false), "b");
    ck_assert_str_eq(pick(&b, 1, 2, false, true), "d");
    ck_assert(!bb_page_masters_ask_last(b.masters, bb_test_node(b.doc, "seq")));
    board_free(&b);
}
END_TEST

START_TEST(sub_sequences_are_used_up_one_after_the_other)
{
    board b = board_new(
        MASTERS("<fo:single-page-master-reference master-reference='a'/>"
                "<fo:repeatable-page-master-reference master-reference='b' maximum-repeats='2'/>"
                "<fo:repeatable-page-master-reference master-reference='c' maximum-repeats='0'/>"
                "<fo:repeatable-page-master-alternatives maximum-repeats='1'>" CONDITION(
                    "d", "") "</fo:repeatable-page-master-alternatives>"
                             "<fo:repeatable-page-master-reference master-reference='e'/>"));
    static const char *const PAGES[] = {"a", "b", "b", "d", "e", "e", "e"};

    for (int i = 0; i < (int)G_N_ELEMENTS(PAGES); i++)
        ck_assert_str_eq(pick(&b, i, i + 1, false, false), PAGES[i]);
    board_free(&b);
}
END_TEST

START_TEST(the_last_sub_sequence_goes_on)
{
    board b = board_new(MASTERS("<fo:single-page-master-reference master-reference='a'/>"
                                "<fo:single-page-master-reference master-reference='b'/>"));

    ck_assert_str_eq(pick(&b, 5, 6, false, false), "b");
    board_free(&b);
}
END_TEST

START_TEST(a_missing_master_is_reported_once)
{
    board b = board_new(MASTERS("<fo:single-page-master-reference master-reference='nowhere'/>"));

    ck_assert_str_eq(pick(&b, 0, 1, false, false), "none");
    ck_assert_str_eq(pick(&b, 1, 2, false, false), "none");
    ck_assert_int_eq(bb_test_messages(b.doc, "page-master-missing"), 1);
    ck_assert(strstr(bb_diag_entry_at(b.doc->diag, 0)->text, "nowhere") != NULL);
    board_free(&b);
}
END_TEST

START_TEST(a_document_without_pages_is_laid_out_to_nothing)
{
    static const char *const DOCUMENTS[] = {
        FO_ROOT(""),
        FO_ROOT("<fo:page-sequence master-reference='x'><fo:flow/></fo:page-sequence>"),
        FO_ROOT("<fo:layout-master-set/><fo:page-sequence><fo:flow/></fo:page-sequence>"),
        FO_ROOT(FO_MASTER("9pt", "9pt") "<fo:page-sequence master-reference='page'/>"),
        FO_ROOT("<fo:layout-master-set><fo:simple-page-master master-name='page'/>"
                "</fo:layout-master-set>" FO_FLOW("<fo:block>x</fo:block>"))};

    for (size_t i = 0; i < G_N_ELEMENTS(DOCUMENTS); i++) {
        g_autoptr(bb_test_doc) doc = bb_test_lay_out(DOCUMENTS[i]);
        ck_assert_uint_eq(bb_area_tree_count(doc->areas), 0);
    }
}
END_TEST

/* --- regions --- */

static void assert_rectangle(const bb_rectangle *r, double x, double y, double width, double height)
{
    ck_assert_double_eq_tol(bb_length_to_pt(r->x), x, 0.002);
    ck_assert_double_eq_tol(bb_length_to_pt(r->y), y, 0.002);
    ck_assert_double_eq_tol(bb_length_to_pt(r->width), width, 0.002);
    ck_assert_double_eq_tol(bb_length_to_pt(r->height), height, 0.002);
}

#define REGIONS(before, after)                                                                     \
    FO_ROOT("<fo:layout-master-set><fo:simple-page-master master-name='s' page-width='200pt' "     \
            "page-height='300pt' margin='10pt 20pt 30pt 40pt'>"                                    \
            "<fo:region-body margin='50pt 5pt 10%' padding='1pt' border='2pt solid'/>"             \
            "<fo:region-before extent='25pt' " before "/>"                                         \
            "<fo:region-after extent='10%' region-name='foot' " after "/>"                         \
            "<fo:region-start extent='15pt'/><fo:region-end extent='5pt' padding-before='2pt'/>"   \
            "</fo:simple-page-master></fo:layout-master-set>"                                      \
            "<fo:page-sequence id='seq' master-reference='s'/>")

static const bb_page_master *only_master(const board *b)
{
    return bb_page_masters_pick(b->masters, bb_test_node(b->doc, "seq"),
                                (bb_page_position){0, 1, true, false});
}

/* The page's content rectangle is 140 x 260 at (40, 10). */
START_TEST(regions_hug_the_page_and_the_sides_go_past_before_and_after)
{
    board b = board_new(REGIONS("", ""));
    const bb_page_master *m = only_master(&b);

    assert_rectangle(&m->regions[BB_REGION_BEFORE].border, 55, 10, 120, 25);
    assert_rectangle(&m->regions[BB_REGION_AFTER].border, 55, 240, 120, 30);
    assert_rectangle(&m->regions[BB_REGION_START].border, 40, 10, 15, 260);
    assert_rectangle(&m->regions[BB_REGION_END].border, 175, 10, 5, 260);
    assert_rectangle(&m->regions[BB_REGION_END].content, 175, 12, 5, 258);
    /* Margins of 50, 5, 30 (a tenth of the whole page) and 5; border and padding lie inside. */
    assert_rectangle(&m->regions[BB_REGION_BODY].border, 45, 60, 130, 180);
    assert_rectangle(&m->regions[BB_REGION_BODY].content, 48, 63, 124, 174);
    ck_assert_str_eq(m->regions[BB_REGION_BEFORE].name, "xsl-region-before");
    ck_assert_str_eq(m->regions[BB_REGION_AFTER].name, "foot");
    board_free(&b);
}
END_TEST

START_TEST(precedence_gives_the_corners_away)
{
    board b = board_new(REGIONS("precedence='true'", "precedence='true'"));
    const bb_page_master *m = only_master(&b);

    assert_rectangle(&m->regions[BB_REGION_BEFORE].border, 40, 10, 140, 25);
    assert_rectangle(&m->regions[BB_REGION_AFTER].border, 40, 240, 140, 30);
    assert_rectangle(&m->regions[BB_REGION_START].border, 40, 35, 15, 205);
    assert_rectangle(&m->regions[BB_REGION_END].border, 175, 35, 5, 205);
    board_free(&b);
}
END_TEST

START_TEST(margins_larger_than_the_page_leave_nothing)
{
    board b = board_new(
        FO_ROOT("<fo:layout-master-set><fo:simple-page-master master-name='s' page-width='50pt' "
                "page-height='50pt' margin='40pt'><fo:region-body margin='99pt'/><fo:region-before "
                "extent='200pt'/></fo:simple-page-master></fo:layout-master-set>"
                "<fo:page-sequence id='seq' master-reference='s'/>"));
    const bb_page_master *m = only_master(&b);

    ck_assert_int_eq(m->regions[BB_REGION_BODY].content.width, 0);
    ck_assert_int_eq(m->regions[BB_REGION_BODY].content.height, 0);
    board_free(&b);
}
END_TEST

/* A4 where no size is given (§7.27.13 leaves it to the formatter). */
START_TEST(pages_without_a_size_are_a4)
{
    board b = board_new(FO_ROOT(
        "<fo:layout-master-set>" MASTER("s") "</fo:layout-master-set>"
                                             "<fo:page-sequence id='seq' master-reference='s'/>"));

    ck_assert_double_eq_tol(bb_length_to_pt(only_master(&b)->width), 595.276, 0.001);
    ck_assert_double_eq_tol(bb_length_to_pt(only_master(&b)->height), 841.89, 0.001);
    board_free(&b);
}
END_TEST

int main(void)
{
    TCase *tests = tcase_create("layout_page_master");

    tcase_add_test(tests, conditions_are_asked_in_order);
    tcase_add_test(tests, odd_and_even_go_by_the_page_number);
    tcase_add_test(tests, sub_sequences_are_used_up_one_after_the_other);
    tcase_add_test(tests, the_last_sub_sequence_goes_on);
    tcase_add_test(tests, a_missing_master_is_reported_once);
    tcase_add_test(tests, a_document_without_pages_is_laid_out_to_nothing);
    tcase_add_test(tests, regions_hug_the_page_and_the_sides_go_past_before_and_after);
    tcase_add_test(tests, precedence_gives_the_corners_away);
    tcase_add_test(tests, margins_larger_than_the_page_leave_nothing);
    tcase_add_test(tests, pages_without_a_size_are_a4);
    return bb_check_run("layout_page_master", tests);
}
