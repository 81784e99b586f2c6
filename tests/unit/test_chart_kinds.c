/* test_chart_kinds.c - charts with several series, upright ones, lines, posts: read back as XML. */
#include "chart_drawing.h"
#include "check_run.h"

#include <math.h>

#define FIGURES(...) ((const bb_chart_figure[]){__VA_ARGS__})
#define ROW(name, ...)                                                                             \
    {                                                                                              \
        .label = name, .figures = FIGURES(__VA_ARGS__)                                             \
    }
static const char *const YES_NO[] = {"Yes", "No"};
static const char *const YEARS[] = {"2003/2004", "2004/2005"};

static bb_chart chart_with(bb_chart_kind kind, const bb_chart_bar *bars, size_t count,
                           const char *const *series)
{
    return (bb_chart){.kind = kind,
                      .id = "c",
                      .title = "Title",
                      .bars = bars,
                      .bar_count = count,
                      .series = series,
                      .series_count = series != NULL ? 2 : 0};
}

static void expect_description(const bb_chart *chart, const char *wanted)
{
    g_autofree char *text = bb_chart_describe(chart);

    ck_assert_str_eq(text, wanted);
}

/* 46 of 61 is as long as its share, and says 46; 1 of 61 has its figure above. */
START_TEST(stacks_shares_and_writes_counts)
{
    const bb_chart_bar bars[] = {ROW("Planning", {46, NULL}, {15, NULL}),
                                 ROW("Review", {60, NULL}, {1, NULL})};
    bb_chart chart = chart_with(BB_CHART_STACKED, bars, G_N_ELEMENTS(bars), YES_NO);
    drawing d = draw(&chart);
    double scale = number_at(&d, "//s:text[.='100%']/@x") - number_at(&d, "//s:text[.='0%']/@x");

    ck_assert_double_eq(number_at(&d, "count(//s:rect[@class='chart-part'])"), 4);
    ck_assert_double_eq_tol(number_at(&d, "//s:rect[@class='chart-part'][1]/@width"),
                            scale * 46 / 61, 1);
    ck_assert_double_eq_tol(number_at(&d, "//s:rect[@class='chart-part'][2]/@width"),
                            scale * 15 / 61, 1);
    expect_text(&d, "//s:text[.='46']/@fill", BB_CHART_PAPER);
    expect_text(&d, "//s:text[.='15']/@fill", BB_CHART_INK);
    ck_assert_double_lt(number_at(&d, "//s:text[.='1']/@y"), number_at(&d, "//s:text[.='60']/@y"));
    ck_assert_double_eq(number_at(&d, "count(//s:rect[@class='chart-key'])"), 2);
    ck_assert_uint_eq(bb_diag_count(d.diag), 0);
    check_fits(&d);
    drawing_clear(&d);
    expect_description(&chart,
                       "Stacked bar chart of 2 bars, divided into Yes and No. Planning: Yes "
                       "46 and No 15. Review: Yes 60 and No 1.");
}
END_TEST

START_TEST(says_what_is_no_part_of_a_whole)
{
    const bb_chart_bar bars[] = {ROW("Odd", {-3, NULL}, {5, NULL}),
                                 ROW("Gap", {NAN, NULL}, {2, NULL})};
    bb_chart chart = chart_with(BB_CHART_STACKED, bars, G_N_ELEMENTS(bars), YES_NO);
    drawing d = draw(&chart);

    ck_assert_uint_eq(count_code(&d, "chart-part-negative"), 1);
    ck_assert_uint_eq(count_code(&d, "chart-figure-missing"), 1);
    drawing_clear(&d);
}
END_TEST

START_TEST(groups_bars_of_a_row)
{
    const bb_chart_bar bars[] = {ROW("London", {37, "37%"}, {38, "38%"}),
                                 ROW("West Mercia", {30, "30%"}, {33, "33%"})};
    bb_chart chart = chart_with(BB_CHART_GROUPED, bars, G_N_ELEMENTS(bars), YEARS);
    drawing d = draw(&chart);
    double first = number_at(&d, "//s:rect[@class='chart-bar'][1]/@width");

    ck_assert_double_eq(number_at(&d, "count(//s:rect[@class='chart-bar'])"), 4);
    ck_assert_double_eq_tol(number_at(&d, "//s:rect[@class='chart-bar'][2]/@width") / first,
                            38.0 / 37, 0.001);
    ck_assert_double_eq(number_at(&d, "count(//s:rect[@class='chart-bar'][not(@fill = "
                                      "//s:rect[@class='chart-key']/@fill)])"),
                        0);
    expect_text(&d, "//s:text[.='London']/following-sibling::s:text[1]", "37%");
    expect_text(&d, "//s:text[.='London']/following-sibling::s:text[2]", "38%");
    check_fits(&d);
    drawing_clear(&d);
}
END_TEST

START_TEST(warns_of_more_colours_than_can_be_told_apart)
{
    static const char *const FIVE[] = {"A", "B", "C", "D", "E"};
    const bb_chart_bar bars[] = {ROW("All", {1, NULL}, {2, NULL}, {3, NULL}, {4, NULL}, {5, NULL})};
    bb_chart chart = chart_with(BB_CHART_GROUPED, bars, 1, FIVE);

    chart.series_count = 5;
    drawing d = draw(&chart);
    ck_assert_uint_eq(count_code(&d, "chart-series-many"), 1);
    drawing_clear(&d);
}
END_TEST

START_TEST(stands_columns_upright_where_there_is_room)
{
    const bb_chart_bar bars[] = {ROW("West Mercia", {12, "12%"}), ROW("England", {24, "24%"})};
    bb_chart chart = chart_with(BB_CHART_COLUMN, bars, G_N_ELEMENTS(bars), NULL);
    drawing d = draw(&chart);

    ck_assert_double_eq(number_at(&d, "count(//s:rect[@class='chart-column'])"), 2);
    ck_assert_double_eq_tol(number_at(&d, "//s:rect[@class='chart-column'][2]/@height") /
                                number_at(&d, "//s:rect[@class='chart-column'][1]/@height"),
                            2, 0.001);
    ck_assert_double_eq(number_at(&d, "//s:rect[@class='chart-column'][1]/@y + "
                                      "//s:rect[@class='chart-column'][1]/@height"),
                        number_at(&d, "number(//s:line[@class='chart-baseline']/@y1)"));
    check_fits(&d);
    drawing_clear(&d);

    chart.width = BB_CHART_PHONE;
    d = draw(&chart);
    ck_assert_double_eq(number_at(&d, "count(//s:rect[@class='chart-column'])"), 0);
    ck_assert_double_eq(number_at(&d, "count(//s:rect[@class='chart-bar'])"), 2);
    check_fits(&d);
    drawing_clear(&d);
}
END_TEST

START_TEST(leaves_a_gap_in_a_line)
{
    const bb_chart_bar bars[] = {
        ROW("2003", {10, NULL}, {12, NULL}), ROW("2004", {20, NULL}, {14, NULL}),
        ROW("2005", {NAN, NULL}, {16, NULL}), ROW("2006", {30, NULL}, {18, NULL}),
        ROW("2007", {40, NULL}, {20, NULL})};
    bb_chart chart = chart_with(BB_CHART_LINE, bars, G_N_ELEMENTS(bars), YES_NO);
    drawing d = draw(&chart);

    ck_assert_double_eq(number_at(&d, "count(//s:polyline)"), 3);
    ck_assert_double_eq(number_at(&d, "count(//s:polygon)"), 9);
    ck_assert_uint_eq(count_code(&d, "chart-figure-missing"), 1);
    check_fits(&d);
    drawing_clear(&d);
    chart.width = BB_CHART_PHONE;
    d = draw(&chart);
    check_fits(&d);
    drawing_clear(&d);
}
END_TEST

START_TEST(tells_where_a_long_line_begins_and_ends)
{
    const bb_chart_bar bars[] = {ROW("2001", {4, NULL}), ROW("2002", {5, NULL}),
                                 ROW("2003", {9, NULL}), ROW("2004", {1, NULL}),
                                 ROW("2005", {5, NULL}), ROW("2006", {6, NULL}),
                                 ROW("2007", {7, NULL})};
    bb_chart chart = chart_with(BB_CHART_LINE, bars, G_N_ELEMENTS(bars), YES_NO);

    chart.series_count = 1;
    expect_description(&chart, "Line chart of 7 figures. The highest is 9, for 2003. The lowest is "
                               "1, for 2004.");
}
END_TEST

static const bb_chart_bar POSTS[] = {
    {.label = "Divisional Director", .depth = 0, .detail = "nine clusters"},
    {.label = "Head of cluster", .depth = 1, .detail = NULL},
    {.label = "Deputy", .depth = 2, .detail = NULL},
    {.label = "Business manager", .depth = 2, .detail = NULL},
    {.label = "Senior probation officers", .depth = 2, .detail = "eight"},
};

/* Below each other where they report to each other, side by side where to the same. */
START_TEST(draws_who_reports_to_whom)
{
    bb_chart chart = chart_with(BB_CHART_ORGANISATION, POSTS, G_N_ELEMENTS(POSTS), NULL);
    drawing d = draw(&chart);

    ck_assert_double_eq(number_at(&d, "count(//s:rect[@class='chart-post'])"), 5);
    ck_assert_double_eq(number_at(&d, "//s:rect[@class='chart-post'][3]/@y"),
                        number_at(&d, "//s:rect[@class='chart-post'][5]/@y"));
    ck_assert_double_gt(number_at(&d, "//s:rect[@class='chart-post'][3]/@y"),
                        number_at(&d, "//s:rect[@class='chart-post'][2]/@y"));
    check_fits(&d);
    drawing_clear(&d);
    expect_description(&chart,
                       "Organisation chart of 5 posts. Head of cluster reports to Divisional "
                       "Director (nine clusters). Deputy, Business manager and Senior probation "
                       "officers (eight) report to Head of cluster.");
    chart.width = BB_CHART_PHONE;
    d = draw(&chart);
    ck_assert_double_lt(number_at(&d, "//s:rect[@class='chart-post'][3]/@y"),
                        number_at(&d, "//s:rect[@class='chart-post'][4]/@y"));
    check_fits(&d);
    drawing_clear(&d);
}
END_TEST

START_TEST(knows_every_kind_by_name)
{
    static const char *const NAMES[BB_CHART_KIND_COUNT] = {"bar",    "grouped", "stacked",
                                                           "column", "line",    "organisation"};

    for (int i = 0; i < BB_CHART_KIND_COUNT; i++)
        ck_assert_int_eq(bb_chart_find_kind(NAMES[i]), i);
}
END_TEST

int main(void)
{
    TCase *tests = tcase_create("chart_kinds");

    tcase_add_test(tests, stacks_shares_and_writes_counts);
    tcase_add_test(tests, says_what_is_no_part_of_a_whole);
    tcase_add_test(tests, groups_bars_of_a_row);
    tcase_add_test(tests, warns_of_more_colours_than_can_be_told_apart);
    tcase_add_test(tests, stands_columns_upright_where_there_is_room);
    tcase_add_test(tests, leaves_a_gap_in_a_line);
    tcase_add_test(tests, tells_where_a_long_line_begins_and_ends);
    tcase_add_test(tests, draws_who_reports_to_whom);
    tcase_add_test(tests, knows_every_kind_by_name);
    return bb_check_run("chart_kinds", tests);
}
