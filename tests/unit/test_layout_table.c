/* test_layout_table.c - columns, spans, rows from cells alone, and collapsed borders. */
#include "check_run.h"
#include "fo_document.h"
#include "layout/grid_private.h"

#include <string.h>

#define TABLE(attributes, content)                                                                 \
    "<fo:table id='t' table-layout='fixed' " attributes ">" content "</fo:table>"
#define COLUMN(attributes) "<fo:table-column " attributes "/>"
#define BODY(rows) "<fo:table-body>" rows "</fo:table-body>"
#define ROW(attributes, cells) "<fo:table-row " attributes ">" cells "</fo:table-row>"
#define CELL(attributes, text)                                                                     \
    "<fo:table-cell " attributes "><fo:block>" text "</fo:block></fo:table-cell>"
#define ONE_CELL BODY(ROW("", CELL("", "x")))
#define ONE_CELL_A BODY(ROW("", CELL("", "a")))

/* --- columns --- */

/* Checks the widths of the columns of a table in 300 pt; expected ends with -1. */
static void check_widths(const char *table, const double *expected)
{
    g_autofree char *fo = g_strconcat("<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format'>",
                                      table, "</fo:root>", NULL);
    g_autoptr(bb_test_doc) doc = bb_test_read(fo);
    g_autoptr(bb_layout) layout = bb_test_run_new(doc);
    const bb_table *t = bb_table_new(layout, bb_test_node(doc, "t"), 300000, 300000);
    bb_length x = 0;
    guint i = 0;

    for (; expected[i] >= 0; i++) {
        ck_assert_msg(i < t->columns->len, "%s: %u columns", table, t->columns->len);
        const bb_table_column *column = &g_array_index(t->columns, bb_table_column, i);
        ck_assert_msg(fabs(bb_length_to_pt(column->width) - expected[i]) < 0.002,
                      "%s: column %u is %g wide, not %g", table, i + 1,
                      bb_length_to_pt(column->width), expected[i]);
        ck_assert_int_eq(column->x, x);
        x += column->width;
    }
    ck_assert_msg(i == t->columns->len, "%s: %u columns", table, t->columns->len);
    ck_assert_int_eq(bb_table_width(t), x);
}

#define WIDTHS(...) ((const double[]){__VA_ARGS__, -1})

START_TEST(widths_are_lengths_shares_or_percentages)
{
    check_widths(TABLE("", COLUMN("column-width='50pt'") COLUMN("column-width='70pt'") ONE_CELL),
                 WIDTHS(50, 70));
    check_widths(
        TABLE("", COLUMN("column-width='10%'") COLUMN("column-width='20pt + 5%'") ONE_CELL),
        WIDTHS(30, 35));
    check_widths(TABLE("", COLUMN("column-width='proportional-column-width(1)'")
                               COLUMN("column-width='proportional-column-width(2)'") ONE_CELL),
                 WIDTHS(100, 200));
    check_widths(TABLE("", COLUMN("column-width='60pt'")
                               COLUMN("column-width='proportional-column-width(3)'")
                                   COLUMN("column-width='proportional-column-width(1)'") ONE_CELL),
                 WIDTHS(60, 180, 60));
    check_widths(TABLE("width='200pt'",
                       COLUMN("column-width='proportional-column-width(1)'")
                           COLUMN("column-width='proportional-column-width(1)'") ONE_CELL),
                 WIDTHS(100, 100));
    check_widths(
        TABLE("width='50%'", COLUMN("column-width='50%'") COLUMN("column-width='50%'") ONE_CELL),
        WIDTHS(75, 75));
    /* A fixed part and a share. */
    check_widths(TABLE("", COLUMN("column-width='proportional-column-width(1) + 100pt'")
                               COLUMN("column-width='proportional-column-width(1)'") ONE_CELL),
                 WIDTHS(200, 100));
}
END_TEST

START_TEST(nothing_is_lost_to_rounding)
{
    check_widths(
        TABLE("width='100pt'", COLUMN("number-columns-repeated='3' "
                                      "column-width='proportional-column-width(1)'") ONE_CELL),
        WIDTHS(33.333, 33.334, 33.333));
}
END_TEST

START_TEST(columns_that_ask_for_too_much_leave_nothing)
{
    check_widths(TABLE("width='100pt'", COLUMN("column-width='150pt'")
                                            COLUMN("column-width='proportional-column-width(1)'")
                                                COLUMN("column-width='10% - 50pt'") ONE_CELL),
                 WIDTHS(150, 0, 0));
}
END_TEST

START_TEST(columns_have_numbers_and_repeat)
{
    check_widths(TABLE("", COLUMN("column-number='2' column-width='20pt'")
                               COLUMN("column-number='1' column-width='10pt'")
                                   COLUMN("column-number='3' number-columns-repeated='2' "
                                          "column-width='30pt'") ONE_CELL),
                 WIDTHS(10, 20, 30, 30));
    /* Cells make the columns that nobody declared: equal shares of what is left. */
    check_widths(TABLE("", COLUMN("column-width='100pt'")
                               BODY(ROW("", CELL("", "a") CELL("", "b") CELL("", "c")))),
                 WIDTHS(100, 100, 100));
    check_widths(TABLE("", BODY(ROW("", CELL("number-columns-spanned='2'", "a")))),
                 WIDTHS(150, 150));
}
END_TEST

START_TEST(absurd_numbers_are_survived)
{
    g_autoptr(bb_test_doc) doc = bb_test_lay_out(FO_PAGE(
        "300pt", "300pt",
        TABLE("width='100pt'",
              COLUMN("column-number='99999999' number-columns-repeated='99999999'")
                  BODY(ROW("", CELL("number-columns-spanned='99999999' "
                                    "number-rows-spanned='99999999'",
                                    "x") CELL("column-number='500000'", "y")
                                   CELL("column-number='-3' number-rows-spanned='0'", "z"))))));

    ck_assert_double_ge(bb_test_number(doc, "count(//text[.='x'])"), 1);
}
END_TEST

/* --- cells --- */

typedef struct {
    const char *cell; /* by its text */
    double x, y, width, height;
} spot;

static void check_spots(const char *table, const spot *spots, size_t count)
{
    g_autofree char *fo = g_strconcat(
        "<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format'>" FO_MASTER("300pt", "300pt")
            FO_FLOW(""),
        NULL);
    g_auto(GStrv) halves = g_strsplit(fo, "</fo:flow>", 2);
    g_autofree char *whole =
        g_strconcat(halves[0], table, "</fo:flow>", halves[1], "</fo:root>", NULL);
    g_autoptr(bb_test_doc) doc = bb_test_lay_out(whole);
    static const char *const NAMES[] = {"x", "y", "width", "height"};

    for (size_t i = 0; i < count; i++) {
        const double expected[] = {spots[i].x, spots[i].y, spots[i].width, spots[i].height};
        for (size_t n = 0; n < G_N_ELEMENTS(NAMES); n++) {
            g_autofree char *path = g_strdup_printf(
                "number(//block[@fo='table-cell'][.//text='%s']/@%s)", spots[i].cell, NAMES[n]);
            double number = bb_test_number(doc, path);
            ck_assert_msg(fabs(number - expected[n]) < 0.002, "%s: the %s of \"%s\" is %g, not %g",
                          table, NAMES[n], spots[i].cell, number, expected[n]);
        }
    }
}

#define FIFTIES COLUMN("column-width='50pt' number-columns-repeated='4'")
/* Lines are 12 pt high. */
#define LINES(n) "height='" n "'"

START_TEST(cells_span_columns_and_rows)
{
    static const spot SPOTS[] = {
        {"a", 0, 0, 100, 12},  {"b", 100, 0, 50, 24},  {"c", 150, 0, 50, 12}, {"d", 0, 12, 50, 12},
        {"e", 50, 12, 50, 12}, {"f", 150, 12, 50, 12}, {"g", 0, 24, 200, 12},
    };

    check_spots(TABLE("", FIFTIES BODY(ROW("", CELL("number-columns-spanned='2'", "a") CELL(
                                                   "number-rows-spanned='2'", "b") CELL("", "c"))
                                           ROW("", CELL("", "d") CELL("", "e") CELL("", "f"))
                                               ROW("", CELL("number-columns-spanned='4'", "g")))),
                SPOTS, G_N_ELEMENTS(SPOTS));
}
END_TEST

START_TEST(rows_are_as_high_as_their_highest_cell)
{
    static const spot SPOTS[] = {
        {"a", 0, 0, 50, 40},
        {"b", 50, 0, 50, 40},
        {"c", 0, 40, 50, 30},
        /* What a spanning cell needs beyond its rows goes to the last of them. */
        {"s", 100, 0, 50, 90},
        {"d", 0, 70, 50, 20},
    };

    check_spots(TABLE("", FIFTIES BODY(ROW("height='30pt'",
                                           CELL("", "a") CELL("height='40pt'", "b")
                                               CELL("number-rows-spanned='3' height='90pt'", "s"))
                                           ROW("block-progression-dimension.minimum='30pt'",
                                               CELL("", "c")) ROW("", CELL("", "d")))),
                SPOTS, G_N_ELEMENTS(SPOTS));
}
END_TEST

START_TEST(cells_without_rows_say_where_rows_begin_and_end)
{
    static const spot SPOTS[] = {{"a", 0, 0, 50, 12},
                                 {"b", 50, 0, 50, 12},
                                 {"c", 0, 12, 50, 12},
                                 {"d", 0, 24, 50, 12},
                                 {"e", 50, 24, 50, 12}};

    check_spots(TABLE("", FIFTIES BODY(CELL("starts-row='true'", "a") CELL("ends-row='true'", "b")
                                           CELL("", "c") CELL("starts-row='true'", "d")
                                               CELL("ends-row='true'", "e"))),
                SPOTS, G_N_ELEMENTS(SPOTS));
}
END_TEST

START_TEST(cells_may_name_their_column)
{
    static const spot SPOTS[] = {{"a", 100, 0, 50, 12}, {"b", 150, 0, 50, 12}};

    check_spots(TABLE("", FIFTIES BODY(ROW("", CELL("column-number='3'", "a") CELL("", "b")))),
                SPOTS, G_N_ELEMENTS(SPOTS));
}
END_TEST

START_TEST(a_span_that_leaves_the_body_ends_with_it)
{
    static const spot SPOTS[] = {{"a", 0, 0, 50, 12}, {"b", 0, 12, 50, 12}, {"c", 50, 12, 50, 12}};

    check_spots(TABLE("", FIFTIES BODY(ROW("", CELL("number-rows-spanned='9'", "a")))
                              BODY(ROW("", CELL("", "b") CELL("", "c")))),
                SPOTS, G_N_ELEMENTS(SPOTS));
}
END_TEST

/* Two cells in one column: the second ends what the first began, and nothing is read beyond it. */
START_TEST(cells_may_be_put_on_top_of_each_other)
{
    static const spot SPOTS[] = {{"a", 0, 0, 50, 24}, {"b", 0, 0, 50, 12}, {"c", 50, 12, 50, 12}};

    check_spots(
        TABLE("", FIFTIES BODY(ROW("", CELL("number-rows-spanned='3'", "a")
                                           CELL("column-number='1'", "b")) ROW("", CELL("", "c")))),
        SPOTS, G_N_ELEMENTS(SPOTS));
}
END_TEST

/* --- separate borders --- */

/* The table's border and padding lie around its columns (§6.7.3). */
START_TEST(a_separate_tables_border_stands_around_the_cells)
{
    static const spot SPOTS[] = {{"a", 7, 5, 50, 12}, {"b", 57, 5, 50, 12}};

    check_spots(TABLE("border-collapse='separate' border='2pt solid' padding='3pt' "
                      "start-indent='7pt'",
                      FIFTIES BODY(ROW("", CELL("", "a") CELL("", "b")))),
                SPOTS, G_N_ELEMENTS(SPOTS));
}
END_TEST

START_TEST(cells_stand_apart_by_the_separation)
{
    /* Half of it on either side of each cell (§6.7.10), and of each row. */
    static const spot SPOTS[] = {{"a", 3, 2, 44, 12}, {"b", 53, 2, 44, 12}, {"c", 3, 18, 94, 12}};

    check_spots(TABLE("border-collapse='separate' border-separation.inline-progression-direction="
                      "'6pt' border-separation.block-progression-direction='4pt'",
                      FIFTIES BODY(ROW("", CELL("", "a") CELL("", "b"))
                                       ROW("", CELL("number-columns-spanned='2'", "c")))),
                SPOTS, G_N_ELEMENTS(SPOTS));
}
END_TEST

/* --- collapsed borders (CSS 2 §17.6.2.1) --- */

/* What the area of a cell of a table of two rows and two columns shows on one side. */
static void check_border(const char *table, const char *cell, const char *side,
                         const char *expected)
{
    g_autofree char *fo = g_strconcat("<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format'>"
                                      "<fo:layout-master-set><fo:simple-page-master "
                                      "master-name='page'><fo:region-body/></fo:simple-page-master>"
                                      "</fo:layout-master-set><fo:page-sequence "
                                      "master-reference='page'><fo:flow>",
                                      table, "</fo:flow></fo:page-sequence></fo:root>", NULL);
    g_autoptr(bb_test_doc) doc = bb_test_lay_out(fo);
    g_autofree char *path =
        g_strdup_printf("string(//block[@fo='table-cell'][.//text='%s']/@border-%s)", cell, side);
    g_autofree char *border = bb_test_string(doc, path);

    ck_assert_msg(strcmp(border, expected) == 0, "%s: border-%s of %s is \"%s\", not \"%s\"", table,
                  side, cell, border, expected);
}

#define GRID(table, columns, body, row1, a, b, row2, c, d)                                         \
    TABLE(table, columns "<fo:table-body " body ">" ROW(row1, CELL(a, "a") CELL(b, "b"))           \
                     ROW(row2, CELL(c, "c") CELL(d, "d")) "</fo:table-body>")

/* Both cells at a line must show the same. */
static void check_line_down(const char *table, const char *expected)
{
    check_border(table, "a", "end", expected);
    check_border(table, "b", "start", expected);
}

START_TEST(the_wider_border_wins)
{
    check_line_down(GRID("", "", "", "", "border-right='1pt solid red'",
                         "border-left='2pt dotted blue'", "", "", ""),
                    "2 dotted #0000ff");
    check_line_down(GRID("", "", "", "", "border-right='3pt dashed red'",
                         "border-left='2pt double blue'", "", "", ""),
                    "3 dashed #ff0000");
    check_border(
        GRID("border='4pt solid green'", "", "", "", "border='1pt solid red'", "", "", "", ""), "a",
        "before", "4 solid #008000");
    check_border(
        GRID("border='1pt solid green'", "", "", "", "border='2pt solid red'", "", "", "", ""), "a",
        "start", "2 solid #ff0000");
}
END_TEST

START_TEST(hidden_silences_and_none_is_nothing)
{
    check_line_down(GRID("", "", "", "", "border-right='9pt solid red'", "border-left='1pt hidden'",
                         "", "", ""),
                    "");
    check_line_down(
        GRID("", "", "", "", "border-right='1pt solid red'", "border-left='9pt none'", "", "", ""),
        "1 solid #ff0000");
}
END_TEST

START_TEST(the_styles_have_an_order)
{
    static const char *const STYLES[] = {"inset",  "groove", "outset", "ridge",
                                         "dotted", "dashed", "solid",  "double"};

    for (size_t i = 1; i < G_N_ELEMENTS(STYLES); i++) {
        g_autofree char *weaker = g_strdup_printf(GRID("", "", "", "", "border-right='2pt %s red'",
                                                       "border-left='2pt %s blue'", "", "", ""),
                                                  STYLES[i - 1], STYLES[i]);
        g_autofree char *stronger =
            g_strdup_printf(GRID("", "", "", "", "border-right='2pt %s red'",
                                 "border-left='2pt %s blue'", "", "", ""),
                            STYLES[i], STYLES[i - 1]);
        g_autofree char *blue = g_strdup_printf("2 %s #0000ff", STYLES[i]);
        g_autofree char *red = g_strdup_printf("2 %s #ff0000", STYLES[i]);
        check_line_down(weaker, blue);
        check_line_down(stronger, red);
    }
}
END_TEST

START_TEST(equal_borders_go_to_what_is_nearer_to_the_cell)
{
#define C(color) "border='1pt solid " color "'"
    check_border(GRID(C("red"), "", "", "", "", "", "", "", ""), "a", "before", "1 solid #ff0000");
    check_border(GRID(C("red"), COLUMN(C("blue")), "", "", "", "", "", "", ""), "a", "before",
                 "1 solid #0000ff");
    check_border(GRID(C("red"), COLUMN(C("blue")), C("green"), "", "", "", "", "", ""), "a",
                 "before", "1 solid #008000");
    check_border(GRID(C("red"), COLUMN(C("blue")), C("green"), C("lime"), "", "", "", "", ""), "a",
                 "before", "1 solid #00ff00");
    check_border(
        GRID(C("red"), COLUMN(C("blue")), C("green"), C("lime"), C("navy"), "", "", "", ""), "a",
        "before", "1 solid #000080");
    /* A column's and a body's border are at their own edges alone. */
    check_line_down(GRID("", COLUMN(C("blue")), "", "", "", "", "", "", ""), "1 solid #0000ff");
    check_border(GRID("", "", C("green"), "", "", "", "", "", ""), "a", "after", "");
    check_border(GRID("", "", "", C("lime"), "", "", "", "", ""), "c", "before", "1 solid #00ff00");
    check_line_down(GRID("", "", "", C("lime"), "", "", "", "", ""), "");
}
END_TEST

/* Of two cells alike but for the colour, the one further to the left or the top. */
START_TEST(equal_cells_agree_on_the_first)
{
    check_line_down(GRID("", "", "", "", C("red"), C("blue"), "", "", ""), "1 solid #ff0000");
    check_border(GRID("", "", "", "", C("red"), "", "", C("blue"), ""), "c", "before",
                 "1 solid #ff0000");
    check_border(GRID("", "", "", "", C("red"), "", "", C("blue"), ""), "a", "after",
                 "1 solid #ff0000");
    check_border(GRID("", "", "", C("red"), "", "", C("blue"), "", ""), "c", "before",
                 "1 solid #ff0000");
}
END_TEST

START_TEST(borders_meet_across_spans_and_bodies)
{
    static const char TABLE_OF_SPANS[] =
        TABLE("", BODY(ROW("", CELL("number-columns-spanned='2'", "a"))
                           ROW("", CELL("", "c") CELL("border-top='3pt solid red'", "d")))
                      BODY(ROW("", CELL("", "e") CELL("", "f"))));

    check_border(TABLE_OF_SPANS, "a", "after", "3 solid #ff0000");
    check_border(TABLE_OF_SPANS, "d", "before", "3 solid #ff0000");
    check_border(
        TABLE("", BODY(ROW("", CELL("", "a"))) "<fo:table-body border='2pt solid blue'>" ROW(
                      "", CELL("", "b")) "</fo:table-body>"),
        "a", "after", "2 solid #0000ff");
}
END_TEST

/* Half of a collapsed border lies on either side of the grid line. */
START_TEST(collapsed_borders_stand_on_the_lines)
{
    static const spot SPOTS[] = {{"a", -2, -2, 53, 20}, {"b", 49, -1, 51, 17}};

    check_spots(TABLE("", COLUMN("column-width='50pt'") COLUMN("column-width='50pt'")
                              BODY(ROW("", CELL("border='4pt solid' border-right='2pt solid'", "a")
                                               CELL("border='0pt solid' border-left='2pt solid' "
                                                    "border-top='2pt solid'",
                                                    "b")))),
                SPOTS, G_N_ELEMENTS(SPOTS));
}
END_TEST

START_TEST(a_collapsed_tables_border_is_its_cells)
{
    static const spot SPOTS[] = {{"a", 5, -2, 54, 20}};

    check_spots(TABLE("border='4pt solid' padding='9pt' start-indent='7pt'",
                      COLUMN("column-width='50pt'") ONE_CELL_A),
                SPOTS, G_N_ELEMENTS(SPOTS));
}
END_TEST

int main(void)
{
    TCase *tests = tcase_create("layout_table");

    tcase_add_test(tests, widths_are_lengths_shares_or_percentages);
    tcase_add_test(tests, nothing_is_lost_to_rounding);
    tcase_add_test(tests, columns_that_ask_for_too_much_leave_nothing);
    tcase_add_test(tests, columns_have_numbers_and_repeat);
    tcase_add_test(tests, absurd_numbers_are_survived);
    tcase_add_test(tests, cells_span_columns_and_rows);
    tcase_add_test(tests, rows_are_as_high_as_their_highest_cell);
    tcase_add_test(tests, cells_without_rows_say_where_rows_begin_and_end);
    tcase_add_test(tests, cells_may_name_their_column);
    tcase_add_test(tests, a_span_that_leaves_the_body_ends_with_it);
    tcase_add_test(tests, cells_may_be_put_on_top_of_each_other);
    tcase_add_test(tests, a_separate_tables_border_stands_around_the_cells);
    tcase_add_test(tests, cells_stand_apart_by_the_separation);
    tcase_add_test(tests, the_wider_border_wins);
    tcase_add_test(tests, hidden_silences_and_none_is_nothing);
    tcase_add_test(tests, the_styles_have_an_order);
    tcase_add_test(tests, equal_borders_go_to_what_is_nearer_to_the_cell);
    tcase_add_test(tests, equal_cells_agree_on_the_first);
    tcase_add_test(tests, borders_meet_across_spans_and_bodies);
    tcase_add_test(tests, collapsed_borders_stand_on_the_lines);
    tcase_add_test(tests, a_collapsed_tables_border_is_its_cells);
    return bb_check_run("layout_table", tests);
}
