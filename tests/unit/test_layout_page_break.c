/* test_layout_page_break.c - where a flow is parted into pages.
 *
 * Documents are laid out whole and shown as the words of their lines, pages parted by a bar, what
 * is repeated or otherwise furniture in brackets. Lines are 12 pt high: a page of 60 pt takes five.
 */
#include "check_run.h"
#include "fo_document.h"
#include "layout/page_break.h"

#include <string.h>

static void add_words(const bb_area *area, bool furniture, GString *out)
{
    for (; area != NULL; area = area->next) {
        bool artifact = furniture || area->artifact;
        if (area->kind == BB_AREA_LINE && area->first != NULL && artifact)
            g_string_append(out, "(");
        if (area->kind == BB_AREA_TEXT)
            g_string_append_len(out, area->text->text, area->text->length);
        add_words(area->first, artifact, out);
        if (area->kind == BB_AREA_LINE && area->first != NULL)
            g_string_append(out, artifact ? ") " : " ");
    }
}

/* For g_free. */
static char *words_of(const bb_area_tree *areas)
{
    GString *out = g_string_new(NULL);

    for (size_t i = 0; i < bb_area_tree_count(areas); i++) {
        if (i > 0)
            g_string_append_c(out, '|');
        gsize begin = out->len;
        add_words(bb_area_tree_page(areas, i)->first, false, out);
        while (out->len > begin && out->str[out->len - 1] == ' ')
            g_string_truncate(out, out->len - 1);
    }
    return g_string_free(out, FALSE);
}

/* messages: codes that are expected, else "". */
static void check_flow(const char *flow, const char *height, const char *expected,
                       const char *messages)
{
    g_autofree char *fo = g_strdup_printf(
        FO_ROOT("<fo:layout-master-set><fo:simple-page-master master-name='page' "
                "page-width='200pt' page-height='%s'><fo:region-body/></fo:simple-page-master>"
                "</fo:layout-master-set>" FO_FLOW("%s")),
        height, flow);
    g_autoptr(bb_test_doc) doc = bb_test_lay_out(fo);
    g_autofree char *words = words_of(doc->areas);
    g_autoptr(GString) codes = g_string_new(NULL);

    for (size_t i = 0; i < bb_diag_count(doc->diag); i++)
        g_string_append_printf(codes, "%s%s", i > 0 ? " " : "",
                               bb_diag_entry_at(doc->diag, i)->code);
    ck_assert_msg(strcmp(words, expected) == 0, "%s\nis  %s\nnot %s", flow, words, expected);
    ck_assert_msg(strcmp(codes->str, messages) == 0, "%s\nmessages: \"%s\", not \"%s\"", flow,
                  codes->str, messages);
}

static void check(const char *flow, const char *expected)
{
    check_flow(flow, "60pt", expected, "");
}

/* A block of so many lines. */
#define BLOCK(attributes, lines)                                                                   \
    "<fo:block linefeed-treatment='preserve' " attributes ">" lines "</fo:block>"
#define FREE "orphans='1' widows='1'"

START_TEST(pages_are_filled)
{
    check(BLOCK("", "1\n2\n3\n4\n5"), "1 2 3 4 5");
    check(BLOCK(FREE, "1\n2\n3\n4\n5\n6\n7\n8\n9\na\nb"), "1 2 3 4 5|6 7 8 9 a|b");
    check("", "");
    check("<fo:block/>", "");
}
END_TEST

START_TEST(two_lines_stay_on_either_side_of_a_break)
{
    check(BLOCK("", "1\n2\n3\n4\n5\n6"), "1 2 3 4|5 6");
    check(BLOCK("widows='3'", "1\n2\n3\n4\n5\n6"), "1 2 3|4 5 6");
    check(BLOCK(FREE, "1\n2\n3\n4\n5\n6"), "1 2 3 4 5|6");
    check(BLOCK("", "1\n2\n3\n4") BLOCK("", "a\nb\nc"), "1 2 3 4|a b c");
    check(BLOCK("", "1\n2\n3\n4") BLOCK(FREE, "a\nb\nc"), "1 2 3 4 a|b c");
    check(BLOCK("", "1\n2\n3") BLOCK("", "a\nb\nc"), "1 2 3|a b c");
    check(BLOCK("", "1\n2\n3") BLOCK("", "a\nb\nc\nd"), "1 2 3 a b|c d");
    check(BLOCK("", "1\n2\n3") BLOCK("orphans='3'", "a\nb\nc\nd\ne"), "1 2 3|a b c d e");
}
END_TEST

START_TEST(widows_that_can_not_be_helped_are_printed)
{
    check_flow(BLOCK("", "1\n2\n3"), "24pt", "1 2|3", "");
    check_flow(BLOCK("widows='9' orphans='9'", "1\n2\n3\n4\n5\n6\n7"), "60pt", "1 2 3 4 5|6 7", "");
}
END_TEST

START_TEST(no_heading_stands_at_a_foot)
{
    check(BLOCK("", "1\n2\n3\n4") BLOCK("keep-with-next='always'", "head") BLOCK("", "a\nb"),
          "1 2 3 4|head a b");
    check(BLOCK("", "1\n2\n3") BLOCK("keep-with-next='always'", "head") BLOCK("", "a\nb"),
          "1 2 3|head a b");
    check(BLOCK("", "1\n2") BLOCK("keep-with-next='always'", "head") BLOCK("", "a\nb\nc\nd"),
          "1 2 head a b|c d");
    check(BLOCK("", "1\n2\n3") BLOCK("keep-with-next='always'", "head")
              BLOCK("keep-with-next='always'", "sub") BLOCK("", "a\nb"),
          "1 2 3|head sub a b");
    check(BLOCK("", "1\n2\n3\n4\n5") BLOCK("keep-with-previous='always'", "note"),
          "1 2 3|4 5 note");
}
END_TEST

START_TEST(what_belongs_together_moves_whole)
{
    check(BLOCK("", "1\n2\n3") BLOCK("keep-together='always'", "a\nb\nc\nd"), "1 2 3|a b c d");
    check(BLOCK("", "1\n2\n3") "<fo:block keep-together.within-page='always'>" BLOCK("", "a\nb")
              BLOCK("", "c\nd") "</fo:block>",
          "1 2 3|a b c d");
    check(BLOCK("", "1\n2\n3") "<fo:block-container keep-together='always'>" BLOCK(
              "", "a\nb\nc") "</fo:block-container>",
          "1 2 3|a b c");
    /* Integer keeps hold like it, while they can. */
    check(BLOCK("", "1\n2\n3") BLOCK("keep-together.within-column='1'", "a\nb\nc\nd"),
          "1 2 3|a b c d");
}
END_TEST

/* Six lines on pages of five, and a break must come somewhere: where the weakest keep is, though
 * the page is fuller elsewhere. */
START_TEST(the_weakest_keep_gives_way)
{
#define KEPT(strength, line)                                                                       \
    "<fo:block keep-with-next.within-page='" strength "'>" line "</fo:block>"
    check(KEPT("2", "1") KEPT("2", "2") KEPT("1", "3") KEPT("2", "4")
              KEPT("2", "5") "<fo:block>6</fo:block>",
          "1 2 3|4 5 6");
    check(KEPT("9", "1") KEPT("8", "2") KEPT("9", "3") KEPT("9", "4")
              KEPT("9", "5") "<fo:block>6</fo:block>",
          "1 2|3 4 5 6");
    check(KEPT("always", "1") KEPT("9999", "2") KEPT("always", "3") KEPT("always", "4")
              KEPT("always", "5") "<fo:block>6</fo:block>",
          "1 2|3 4 5 6");
    /* A lonely line is better than two that an "always" joins. */
    check(BLOCK("", "1\n2\n3") BLOCK("keep-together='always'", "4\n5\n6\n7\n8") BLOCK("", "9"),
          "1 2 3|4 5 6 7 8|9");
}
END_TEST

START_TEST(an_always_that_can_not_be_met_relaxes)
{
    check(BLOCK("keep-together='always'", "1\n2\n3\n4\n5\n6\n7\n8"), "1 2 3 4 5|6 7 8");
    check(KEPT("always", "1") KEPT("always", "2") KEPT("always", "3") KEPT("always", "4")
              KEPT("always", "5") KEPT("always", "6"),
          "1 2 3 4 5|6");
}
END_TEST

START_TEST(what_is_higher_than_its_page_stands_out_and_is_reported)
{
#define TALL "<fo:block-container height='100pt'><fo:block>tall</fo:block></fo:block-container>"
    check_flow(BLOCK("", "1\n2") TALL BLOCK("", "3\n4"), "60pt", "1 2|tall|3 4", "page-overflow");
    check_flow(TALL, "60pt", "tall", "page-overflow");
    check_flow(TALL TALL, "60pt", "tall|tall", "page-overflow page-overflow");
    check_flow(BLOCK("", "1"), "10pt", "1", "page-overflow");
}
END_TEST

static void assert_message(const char *flow, const char *words)
{
    g_autofree char *fo = g_strdup_printf(FO_PAGE("200pt", "60pt", "%s"), flow);
    g_autoptr(bb_test_doc) doc = bb_test_lay_out(fo);

    ck_assert_uint_eq(bb_diag_count(doc->diag), 1);
    const char *text = bb_diag_entry_at(doc->diag, 0)->text;
    ck_assert_msg(strstr(text, words) != NULL, "%s", text);
}

START_TEST(messages_say_how_much_there_is_too_much)
{
    assert_message(TALL, "by 40.0 pt");
    assert_message("<fo:block-container height='20pt'><fo:block>1</fo:block><fo:block>2</fo:block>"
                   "</fo:block-container>",
                   "holds 4.0 pt more");
    /* A picture of 230 pt in 200. */
    assert_message("<fo:block><fo:instream-foreign-object content-width='230pt'><svg "
                   "xmlns='http://www.w3.org/2000/svg' width='23' height='1'/>"
                   "</fo:instream-foreign-object></fo:block>",
                   "by 30.0 pt");
}
END_TEST

START_TEST(breaks_are_forced)
{
    check(BLOCK("", "1") BLOCK("break-before='page'", "2") BLOCK("", "3"), "1|2 3");
    check(BLOCK("break-after='page'", "1") BLOCK("", "2"), "1|2");
    check(BLOCK("break-after='column'", "1") BLOCK("break-before='page'", "2"), "1|2");
    check(BLOCK("break-before='page'", "1") BLOCK("break-after='page'", "2"), "1 2");
    /* A first child's break is its parents' (§7.20.1), so that no empty box stays behind. */
    check(BLOCK("", "1") "<fo:block border='1pt solid' padding='3pt'><fo:block "
                         "break-before='page'>2</fo:block></fo:block>",
          "1|2");
    check("<fo:block><fo:block><fo:block break-after='page'>1</fo:block></fo:block></fo:block>"
          "<fo:block>2</fo:block>",
          "1|2");
    /* Keeps do not hinder them. */
    check(BLOCK("keep-with-next='always'", "1") BLOCK("break-before='page'", "2"), "1|2");
}
END_TEST

START_TEST(breaks_with_nothing_between_leave_an_empty_page)
{
    check(BLOCK("", "1") BLOCK("break-before='page'", "") BLOCK("break-before='page'", "2"),
          "1||2");
    check(BLOCK("", "1") BLOCK("break-before='page' break-after='page'", "") BLOCK("", "2"),
          "1||2");
}
END_TEST

START_TEST(breaks_to_odd_and_even_pages_leave_blank_ones)
{
    check(BLOCK("", "1") BLOCK("break-before='odd-page'", "3"), "1||3");
    check(BLOCK("", "1") BLOCK("break-before='even-page'", "2"), "1|2");
    check(BLOCK("break-before='even-page'", "2"), "|2");
    check(BLOCK("", "1") BLOCK("break-after='even-page'", "2") BLOCK("", "4"), "1 2|4");
    check(BLOCK("", "1") BLOCK("break-after='odd-page'", "1") BLOCK("", "3"), "1 1||3");
    /* The stronger of two breaks at one place wins. */
    check(BLOCK("break-after='page'", "1") BLOCK("break-before='odd-page'", "3"), "1||3");
    g_autoptr(bb_test_doc) doc = bb_test_lay_out(
        FO_PAGE("100pt", "60pt", BLOCK("", "1") BLOCK("break-before='odd-page'", "3")));
    ck_assert_double_eq(bb_test_number(doc, "count(//page[2][@blank='yes'])"), 1);
    ck_assert_double_eq(bb_test_number(doc, "count(//page[@blank='yes'])"), 1);
}
END_TEST

/* --- spaces at breaks --- */

START_TEST(spaces_give_way_before_a_line_is_lost)
{
#define SPACED(minimum)                                                                            \
    BLOCK("", "1\n2")                                                                              \
    BLOCK("space-before.optimum='20pt' space-before.minimum='" minimum "'", "3\n4")
    /* 48 pt of lines leave 12 pt. */
    check(SPACED("12pt"), "1 2 3 4");
    check(SPACED("13pt"), "1 2|3 4");
    g_autoptr(bb_test_doc) doc = bb_test_lay_out(FO_PAGE("100pt", "60pt", SPACED("8pt")));
    ck_assert_double_eq_tol(bb_test_number(doc, "//block[2]/@y"), 36, 0.002);
    ck_assert_double_eq_tol(bb_test_number(doc, "//block[2]/line[2]/@y + 12"), 60, 0.002);
}
END_TEST

START_TEST(spaces_are_gone_at_the_top_of_a_page)
{
    g_autoptr(bb_test_doc) doc =
        bb_test_lay_out(FO_PAGE("100pt", "60pt",
                                BLOCK("", "1\n2\n3") BLOCK("space-before='20pt'", "4\n5")
                                    BLOCK("break-before='page' space-before='20pt' "
                                          "space-before.conditionality='retain'",
                                          "6")));

    ck_assert_double_eq(bb_test_number(doc, "//page[2]//line[1]/@y"), 0);
    ck_assert_double_eq(bb_test_number(doc, "//page[3]//line[1]/@y"), 20);
}
END_TEST

/* --- lists and tables --- */

#define ITEM(label, body)                                                                          \
    "<fo:list-item><fo:list-item-label><fo:block>" label "</fo:block></fo:list-item-label>"        \
    "<fo:list-item-body start-indent='body-start()'>" BLOCK("", body) "</fo:list-item-body>"       \
                                                                      "</fo:list-item>"

START_TEST(list_items_are_parted_like_paragraphs)
{
    check("<fo:list-block>" ITEM("*", "1\n2\n3") ITEM("*", "a\nb") "</fo:list-block>",
          "* 1 2 3 * a b");
    check("<fo:list-block>" ITEM("*", "1\n2\n3") ITEM("*", "a\nb\nc\nd") "</fo:list-block>",
          "* 1 2 3 * a b|c d");
    check("<fo:list-block>" ITEM("*", "1\n2\n3\n4") ITEM("*", "a\nb\nc\nd") "</fo:list-block>",
          "* 1 2 3 4|* a b c d");
}
END_TEST

#define TABLE(attributes, content)                                                                 \
    "<fo:table table-layout='fixed' width='100%' " attributes ">" content "</fo:table>"
#define ROW(attributes, content) "<fo:table-row " attributes ">" content "</fo:table-row>"
#define CELL(attributes, lines) "<fo:table-cell " attributes ">" BLOCK("", lines) "</fo:table-cell>"
#define HEAD "<fo:table-header>" ROW("", CELL("", "H")) "</fo:table-header>"
#define FOOT "<fo:table-footer>" ROW("", CELL("", "F")) "</fo:table-footer>"
#define SIX_ROWS                                                                                   \
    "<fo:table-body>" ROW("", CELL("", "1")) ROW("", CELL("", "2")) ROW("", CELL("", "3"))         \
        ROW("", CELL("", "4")) ROW("", CELL("", "5")) ROW("", CELL("", "6")) "</fo:table-body>"

START_TEST(headers_and_footers_are_repeated)
{
    check(TABLE("", SIX_ROWS), "1 2 3 4 5|6");
    check(TABLE("", HEAD SIX_ROWS), "H 1 2 3 4|(H) 5 6");
    check(TABLE("", HEAD FOOT SIX_ROWS), "H 1 2 3 (F)|(H) 4 5 6 F");
    check(TABLE("table-omit-header-at-break='true'", HEAD FOOT SIX_ROWS), "H 1 2 3 (F)|4 5 6 F");
    check(TABLE("table-omit-footer-at-break='true'", HEAD FOOT SIX_ROWS), "H 1 2 3 4|(H) 5 6 F");
    /* A header does not stand alone at a foot, nor a footer at a head. */
    check(BLOCK("", "a\nb\nc\nd") TABLE("", HEAD SIX_ROWS), "a b c d|H 1 2 3 4|(H) 5 6");
    check(BLOCK("", "a\nb") TABLE("table-omit-footer-at-break='true'", FOOT
                                  "<fo:table-body>" ROW("", CELL("", "1")) ROW("", CELL("", "2"))
                                      ROW("", CELL("", "3")) "</fo:table-body>"),
          "a b 1 2|3 F");
}
END_TEST

/* A row that is not to be torn says so. */
START_TEST(rows_go_on_where_nothing_keeps_them)
{
    check(BLOCK("", "a\nb\nc")
              TABLE("", "<fo:table-body>" ROW("", CELL("", "1\n2\n3\n4")
                                                      CELL("", "x")) "</fo:table-body>"),
          "a b c 1 2 x|3 4");
    check(BLOCK("", "a\nb\nc") TABLE(
              "", "<fo:table-body>" ROW("keep-together='always'",
                                        CELL("", "1\n2\n3\n4") CELL("", "x")) "</fo:table-body>"),
          "a b c|1 2 3 4 x");
    check(BLOCK("", "a")
              TABLE("", "<fo:table-body>" ROW("keep-together='always'",
                                              CELL("", "1\n2\n3\n4\n5")) "</fo:table-body>"),
          "a|1 2 3 4 5");
    check(TABLE("", "<fo:table-body>" ROW("", CELL("", "1"))
                        ROW("keep-with-next='always' keep-together='always'", CELL("", "2\n3\n4"))
                            ROW("", CELL("", "5\n6")) "</fo:table-body>"),
          "1|2 3 4 5 6");
    check(TABLE("", "<fo:table-body>" ROW("", CELL("", "1"))
                        ROW("break-before='page'", CELL("", "2")) "</fo:table-body>"),
          "1|2");
    check(TABLE("keep-together='always'",
                "<fo:table-body>" ROW("", CELL("", "1")) ROW("", CELL("", "2")) "</fo:table-body>"),
          "1 2");
    check(BLOCK("", "a\nb\nc\nd")
              TABLE("keep-together='always'", "<fo:table-body>" ROW("", CELL("", "1"))
                                                  ROW("", CELL("", "2")) "</fo:table-body>"),
          "a b c d|1 2");
}
END_TEST

/* Both cells go on: neither is cut between two lines of which one would stand alone. */
START_TEST(rows_higher_than_a_page_are_torn)
{
    check(TABLE("", "<fo:table-body>" ROW("", CELL("", "1\n2\n3\n4\n5\n6\n7")
                                                  CELL("", "x")) "</fo:table-body>"),
          "1 2 3 4 5 x|6 7");
    check(TABLE("", HEAD "<fo:table-body>" ROW("", CELL("", "1\n2\n3\n4\n5\n6") CELL(
                                                       "", "a\nb\nc\nd\ne\nf")) "</fo:table-body>"),
          "H 1 2 3 4 a b c d|(H) 5 6 e f");
    check(TABLE("", "<fo:table-body>" ROW("", CELL("", "1\n2\n3\n4\n5\n6")
                                                  CELL("", "a\nb\nc")) "</fo:table-body>"),
          "1 2 3 4 a b c|5 6");
}
END_TEST

/* Four rows and three gaps of 3 pt are 57 pt. */
START_TEST(gaps_between_separate_rows_count)
{
    check(TABLE("border-collapse='separate' border-separation='3pt'",
                "<fo:table-body>" ROW("", CELL("", "1")) ROW("", CELL("", "2"))
                    ROW("", CELL("", "3")) ROW("", CELL("", "4"))
                        ROW("", CELL("", "5")) "</fo:table-body>"),
          "1 2 3 4|5");
}
END_TEST

START_TEST(rows_tied_by_a_span_may_be_parted_between)
{
    check(TABLE("", "<fo:table-body>" ROW("", CELL("number-rows-spanned='3'", "S") CELL("", "1\n2"))
                        ROW("", CELL("", "3\n4")) ROW("", CELL("", "5\n6")) "</fo:table-body>"),
          "S 1 2 3 4|5 6");
}
END_TEST

/* --- the parts themselves --- */

static bb_length sixty(void *data, int page)
{
    (void)data, (void)page;
    return 60000;
}

START_TEST(parts_say_how_tight_and_how_high_they_are)
{
    g_autoptr(bb_test_doc) doc = bb_test_read(FO_ROOT(
        "<fo:flow id='flow' font-size='10pt' line-height='12pt'>"
        "<fo:block>1</fo:block><fo:block space-before.optimum='40pt' space-before.minimum='30pt' "
        "orphans='1' widows='1' linefeed-treatment='preserve'>2\n3</fo:block>" TALL "</fo:flow>"));
    g_autoptr(bb_layout) layout = bb_test_run_new(doc);
    bb_stack *stack = bb_stack_new(layout, bb_test_node(doc, "flow"), 100000);
    const bb_page_rules rules = {.height = sixty, .columns = 1};
    GArray *parts = bb_page_break(stack, BB_STACK_START, bb_stack_end(stack), &rules);
    const bb_page_part *part = &g_array_index(parts, bb_page_part, 0);

    /* 12 + 40 + 12 = 64 pt on 60: four of the ten points that the space can give. */
    ck_assert_uint_eq(parts->len, 3);
    ck_assert_double_eq_tol(part[0].shrink, 0.4, 1e-9);
    ck_assert_int_eq(part[0].overflow, 0);
    ck_assert(bb_break_equal(part[0].to, part[1].from));
    ck_assert_int_eq(part[2].overflow, 40000);
    ck_assert(bb_break_equal(part[2].to, bb_stack_end(stack)));
    ck_assert_ptr_null(part[2].left);
    bb_page_parts_free(parts);
}
END_TEST

START_TEST(places_are_walked_in_order)
{
    g_autoptr(bb_test_doc) doc =
        bb_test_read(FO_ROOT("<fo:flow id='flow'><fo:block>1</fo:block>" TABLE(
            "",
            "<fo:table-body>" ROW(
                "",
                CELL("orphans='1' widows='1'",
                     "a\nb\nc")) "</fo:table-body>") "<fo:block "
                                                     "break-before='page'>2</fo:block></fo:flow>"));
    g_autoptr(bb_layout) layout = bb_test_run_new(doc);
    bb_stack *stack = bb_stack_new(layout, bb_test_node(doc, "flow"), 100000);
    bb_break at = BB_STACK_START, end = bb_stack_end(stack);
    int places = 0;

    while (!bb_break_equal(at, end)) {
        bb_break next = bb_stack_next(stack, at);
        ck_assert(bb_break_before(at, next));
        ck_assert_int_ge(bb_stack_measure(stack, BB_STACK_START, next, NULL),
                         bb_stack_measure(stack, BB_STACK_START, at, NULL));
        at = next;
        places++;
    }
    /* After the line, twice within the row, after the row, at the end. */
    ck_assert_int_eq(places, 5);
    ck_assert(bb_break_equal(bb_stack_next(stack, end), end));
    bb_break forced = bb_stack_next_forced(stack, BB_STACK_START);
    ck_assert_int_eq(forced.box, 2);
    ck_assert(bb_stack_cost(stack, forced).forced);
    ck_assert(bb_break_equal(bb_stack_next_forced(stack, forced), end));
}
END_TEST

int main(void)
{
    TCase *tests = tcase_create("layout_page_break");

    tcase_add_test(tests, pages_are_filled);
    tcase_add_test(tests, two_lines_stay_on_either_side_of_a_break);
    tcase_add_test(tests, widows_that_can_not_be_helped_are_printed);
    tcase_add_test(tests, no_heading_stands_at_a_foot);
    tcase_add_test(tests, what_belongs_together_moves_whole);
    tcase_add_test(tests, the_weakest_keep_gives_way);
    tcase_add_test(tests, an_always_that_can_not_be_met_relaxes);
    tcase_add_test(tests, what_is_higher_than_its_page_stands_out_and_is_reported);
    tcase_add_test(tests, breaks_are_forced);
    tcase_add_test(tests, breaks_with_nothing_between_leave_an_empty_page);
    tcase_add_test(tests, breaks_to_odd_and_even_pages_leave_blank_ones);
    tcase_add_test(tests, spaces_give_way_before_a_line_is_lost);
    tcase_add_test(tests, spaces_are_gone_at_the_top_of_a_page);
    tcase_add_test(tests, list_items_are_parted_like_paragraphs);
    tcase_add_test(tests, headers_and_footers_are_repeated);
    tcase_add_test(tests, rows_go_on_where_nothing_keeps_them);
    tcase_add_test(tests, rows_higher_than_a_page_are_torn);
    tcase_add_test(tests, gaps_between_separate_rows_count);
    tcase_add_test(tests, messages_say_how_much_there_is_too_much);
    tcase_add_test(tests, rows_tied_by_a_span_may_be_parted_between);
    tcase_add_test(tests, parts_say_how_tight_and_how_high_they_are);
    tcase_add_test(tests, places_are_walked_in_order);
    return bb_check_run("layout_page_break", tests);
}
