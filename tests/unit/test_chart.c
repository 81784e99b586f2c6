/* test_chart.c - the drawing of a chart, read back as XML. */
#include "base/diag.h"
#include "chart/chart_private.h"
#include "chart_drawing.h"
#include "chart_scores.h"
#include "check_run.h"

#include <math.h>
#include <string.h>

/* --- the real chart --- */

START_TEST(draws_every_score)
{
    bb_chart chart = scores_chart();
    drawing d = draw(&chart);

    ck_assert_double_eq(number_at(&d, "count(//s:rect[@class='chart-bar'])"), 14);
    ck_assert_double_eq(number_at(&d, "count(//s:rect[@class='chart-total'])"), 3);
    ck_assert_uint_eq(bb_diag_count(d.diag), 0);
    expect_text(&d, "//s:text[.='Victims']/preceding-sibling::s:text[1]", "2.3");
    expect_text(&d, "//s:text[.='Victims']/following-sibling::s:text[1]", "68%");
    ck_assert_double_eq(number_at(&d, "count(//s:text[.='61%'][@font-weight='bold'])"), 1);
    expect_text(&d, "//s:text[.='0%' or .='100%'][2]", "100%");
    expect_text(&d, "//s:rect[@class='chart-key'][1]/following-sibling::s:text[1]",
                "Section score");
    ck_assert_double_eq(number_at(&d, "count(//s:line[@class='chart-grid'])"), 6);
    check_fits(&d);
    drawing_clear(&d);
}
END_TEST

/* All bars begin at zero, and 1% is equally long in each. */
START_TEST(draws_lengths_to_scale)
{
    bb_chart chart = scores_chart();
    drawing d = draw(&chart);
    double scale = number_at(&d, "//s:text[.='100%']/@x") - number_at(&d, "//s:text[.='0%']/@x");
    size_t plain = 0, total = 0;

    for (size_t i = 0; i < G_N_ELEMENTS(SCORES); i++) {
        bool is_total = SCORES[i].total;
        g_autofree char *rect =
            g_strdup_printf("//s:rect[@class='%s'][%zu]", is_total ? "chart-total" : "chart-bar",
                            is_total ? ++total : ++plain);
        g_autofree char *width = g_strconcat(rect, "/@width", NULL);
        g_autofree char *x = g_strconcat(rect, "/@x", NULL);
        ck_assert_double_eq_tol(number_at(&d, width), scale * SCORES[i].figures[0].value / 100.0,
                                0.015);
        ck_assert_double_eq(number_at(&d, x), number_at(&d, "//s:text[.='0%']/@x"));
    }
    drawing_clear(&d);
}
END_TEST

START_TEST(fits_on_a_page_with_its_caption)
{
    const double most = 200 / 25.4 * 72;
    bb_chart chart = scores_chart();
    drawing d = draw(&chart);

    expect_text(&d, "string(/s:svg/@width)", "467.72pt");
    ck_assert_double_lt(number_at(&d, "number(substring-before(/s:svg/@height, 'pt'))"), most);
    ck_assert_double_eq(
        number_at(&d, "/s:svg/@viewBox = concat('0 0 ', substring-before(/s:svg/@width, 'pt'), "
                      "' ', substring-before(/s:svg/@height, 'pt'))"),
        1);
    drawing_clear(&d);
}
END_TEST

START_TEST(has_a_name_for_those_who_do_not_see_it)
{
    bb_chart chart = scores_chart();
    drawing d = draw(&chart);

    expect_text(&d, "/s:svg/@role", "img");
    expect_text(&d, "/s:svg/@aria-labelledby", "chart-1-title chart-1-desc");
    expect_text(&d, "/s:svg/*[1][self::s:title][@id='chart-1-title']", chart.title);
    g_autofree char *drafted = bb_chart_describe(&chart);
    expect_text(&d, "//s:desc[@id='chart-1-desc']", drafted);
    ck_assert_double_eq(number_at(&d, "count(//@id)"), 2);
    drawing_clear(&d);

    chart.id = "page 2";
    chart.description = "Scores lie between 53% and 81%.";
    d = draw(&chart);
    expect_text(&d, "/s:svg/@aria-labelledby", "page-2-title page-2-desc");
    expect_text(&d, "//s:desc[@id='page-2-desc']", chart.description);
    drawing_clear(&d);
}
END_TEST

/* Nothing that would reach out of the drawing, or into the page around it. */
START_TEST(keeps_to_itself)
{
    bb_chart chart = scores_chart();
    drawing d = draw(&chart);

    ck_assert_double_eq(number_at(&d, "count(//*[not(self::s:svg or self::s:title or self::s:desc "
                                      "or self::s:rect or self::s:line or self::s:text)])"),
                        0);
    ck_assert_double_eq(number_at(&d, "count(//@style | //@*[contains(., 'url(')])"), 0);
    ck_assert_double_eq(number_at(&d, "count(//@*[contains(name(), 'href')])"), 0);
    drawing_clear(&d);
}
END_TEST

/* The lines beside a bar end before it begins; above it on a narrow drawing. */
START_TEST(keeps_labels_off_the_bars)
{
    bb_chart chart = scores_chart();
    drawing d = draw(&chart);

    for_each(&d, "//s:text[starts-with(., 'promoting') or starts-with(., 'Assessment')]",
             check_text_inside, number_at(&d, "//s:line[@class='chart-baseline']/@x1"));
    drawing_clear(&d);

    chart.width = BB_CHART_PHONE;
    d = draw(&chart);
    check_fits(&d);
    ck_assert_double_lt(number_at(&d, "//s:text[.='Victims']/@y"),
                        number_at(&d, "//s:text[.='68%']/@y") - 9);
    ck_assert_double_eq(number_at(&d, "//s:rect[@class='chart-bar'][1]/@x"), 0);
    ck_assert_uint_eq(bb_diag_count(d.diag), 0);
    drawing_clear(&d);
}
END_TEST

/* --- what a writer may do --- */

START_TEST(escapes_what_it_is_given)
{
    const bb_chart_bar bars[] = {
        BAR(NULL, "<b>\"Risk\" & 'harm'</b>", NULL, 50),
        BAR("<", "Control\x01 \xff soft\xc2\xadhyphen", NULL, 40),
    };
    bb_chart chart = chart_of(bars, G_N_ELEMENTS(bars));

    chart.id = "a\"b<";
    chart.title = "Devon & Cornwall <2007>";
    drawing d = draw(&chart);
    expect_text(&d, "//s:text[1]", "<b>\"Risk\" & 'harm'</b>");
    expect_text(&d, "//s:text[.='50%']/following-sibling::s:text[1]", "<");
    ck_assert_double_eq(number_at(&d, "count(//s:text[.='Control \xef\xbf\xbd softhyphen'])"), 1);
    expect_text(&d, "//s:title", chart.title);
    expect_text(&d, "//s:title/@id", "a\"b<-title");
    drawing_clear(&d);
}
END_TEST

START_TEST(ends_bars_with_the_scale_and_says_so)
{
    const bb_chart_bar bars[] = {
        BAR(NULL, "Whole", NULL, 100),
        BAR(NULL, "Beyond", NULL, 130),
        BAR(NULL, "Below", NULL, -5),
    };
    bb_chart chart = chart_of(bars, G_N_ELEMENTS(bars));
    drawing d = draw(&chart);

    ck_assert_double_eq(number_at(&d, "//s:rect[@class='chart-bar'][2]/@width"),
                        number_at(&d, "//s:rect[@class='chart-bar'][1]/@width"));
    ck_assert_double_eq(number_at(&d, "//s:rect[@class='chart-bar'][3]/@width"), 0);
    ck_assert_double_eq(number_at(&d, "count(//s:line[@class='chart-cut'])"), 2);
    ck_assert_double_eq(number_at(&d, "count(//s:text[.='130%'])"), 1);
    ck_assert_uint_eq(count_code(&d, "chart-figure-outside"), 2);
    ck_assert_uint_eq(bb_diag_count(d.diag), 2);
    check_fits(&d);
    drawing_clear(&d);
}
END_TEST

START_TEST(shows_what_is_missing)
{
    const bb_chart_bar bars[] = {
        BAR(NULL, "Known", NULL, 40),
        BAR(NULL, "Unknown", NULL, NAN),
        {.label = "None", .place = {"report.xml", 7, 3}},
        {.label = "Withheld", .figures = FIGURE(NAN, "n/a")},
    };
    bb_chart chart = chart_of(bars, G_N_ELEMENTS(bars));
    drawing d = draw(&chart);

    ck_assert_double_eq(number_at(&d, "count(//s:rect[@class='chart-bar'])"), 1);
    ck_assert_double_eq(number_at(&d, "count(//s:text[.='not available'])"), 2);
    ck_assert_double_eq(number_at(&d, "count(//s:text[.='n/a'])"), 1);
    ck_assert_uint_eq(count_code(&d, "chart-figure-missing"), 3);
    ck_assert_int_eq(bb_diag_entry_at(d.diag, 1)->place.line, 7);
    drawing_clear(&d);
}
END_TEST

START_TEST(says_when_there_is_nothing_to_show)
{
    bb_chart chart = chart_of(NULL, 0);
    drawing d = draw(&chart);

    expect_text(&d, "//s:text", "No data");
    expect_text(&d, "//s:desc", "Bar chart without data.");
    ck_assert(bb_diag_has_faults(d.diag));
    ck_assert_uint_eq(count_code(&d, "chart-empty"), 1);
    drawing_clear(&d);
}
END_TEST

START_TEST(wraps_labels_to_two_lines)
{
    const bb_chart_bar bars[] = {
        BAR(NULL, "Protecting the public by minimising the risk of harm to others", NULL, 54),
        BAR(NULL,
            "A label that says so much about the criterion, the cases, the years and the areas "
            "that two lines can't hold it",
            NULL, 60),
    };
    bb_chart chart = chart_of(bars, G_N_ELEMENTS(bars));
    drawing d = draw(&chart);

    expect_text(&d, "//s:text[1]", "Protecting the public by minimising");
    expect_text(&d, "//s:text[2]", "the risk of harm to others");
    ck_assert_double_eq(number_at(&d, "count(//s:text[@x='0'])"), 4);
    ck_assert_double_eq(number_at(&d, "count(//s:text[contains(., '\xe2\x80\xa6')])"), 1);
    ck_assert_uint_eq(count_code(&d, "chart-label-long"), 1);
    check_fits(&d);
    drawing_clear(&d);
}
END_TEST

START_TEST(gives_groups_a_heading)
{
    const bb_chart_bar bars[] = {
        BAR(NULL, "West Mercia", "Women", 24),
        BAR(NULL, "England and Wales", "Women", 23),
        {.label = "All women", .group = "Women", .total = true, .figures = FIGURE(23.5, NULL)},
        BAR(NULL, "West Mercia", "Men", 22),
    };
    bb_chart chart = chart_of(bars, G_N_ELEMENTS(bars));
    drawing d = draw(&chart);

    ck_assert_double_eq(number_at(&d, "count(//s:text[.='Women'][@font-weight='bold'])"), 1);
    ck_assert_double_eq(number_at(&d, "count(//s:text[.='All women'][@font-weight='bold'])"), 1);
    /* No line of the scale runs through a heading: one baseline for each group. */
    ck_assert_double_eq(number_at(&d, "count(//s:line[@class='chart-baseline'])"), 2);
    ck_assert_double_eq(number_at(&d, "count(//s:rect[@class='chart-key'])"), 0);
    drawing_clear(&d);
}
END_TEST

/* --- scales --- */

static void expect_scale(double low, double high, const char *first, const char *last)
{
    const bb_chart_bar bars[] = {BAR(NULL, "a", NULL, low), BAR(NULL, "b", NULL, high)};
    bb_chart chart = {.bars = bars, .bar_count = G_N_ELEMENTS(bars)};
    drawing d = draw(&chart);

    expect_text(&d, "//s:text[@font-size='8'][1]", first);
    expect_text(&d, "//s:text[@font-size='8'][last()]", last);
    ck_assert_double_le(number_at(&d, "count(//s:line[@class='chart-grid'])"), 10);
    ck_assert_double_ge(number_at(&d, "count(//s:line[@class='chart-grid'])"), 2);
    ck_assert_uint_eq(bb_diag_count(d.diag), 0);
    check_fits(&d);
    drawing_clear(&d);
}

START_TEST(finds_a_round_scale)
{
    expect_scale(12, 4098, "0", "5,000");
    expect_scale(0.12, 0.49, "0.0", "0.5");
    expect_scale(-812.5, 4098, "-1,000", "5,000");
    expect_scale(-30, -10, "-30", "0");
    expect_scale(0, 0, "0.0", "1.0");
    expect_scale(19147, 1939500, "0", "2,000,000");
}
END_TEST

START_TEST(keeps_grid_lines_apart)
{
    const bb_chart_bar bars[] = {BAR(NULL, "a", NULL, 1), BAR(NULL, "b", NULL, 8)};
    bb_chart chart = {.bars = bars, .bar_count = G_N_ELEMENTS(bars), .width = BB_CHART_PHONE};
    drawing d = draw(&chart);

    expect_text(&d, "//s:text[@font-size='8'][2]", "2");
    drawing_clear(&d);
}
END_TEST

/* A scale that left zero out would make bars of 60 and 80 look like 1 to 2. */
START_TEST(never_leaves_zero_out)
{
    bb_chart chart = scores_chart();

    chart.minimum = 40;
    drawing d = draw(&chart);
    expect_text(&d, "//s:text[@font-size='8'][1]", "0%");
    drawing_clear(&d);
}
END_TEST

/* --- hostile --- */

START_TEST(survives_a_huge_label)
{
    g_autofree char *word = g_strnfill(1 << 20, 'x');
    const bb_chart_bar bars[] = {
        BAR(word, word, word, 3),
        {.number = word,
         .label = word,
         .group = word,
         .total = true,
         .figures = FIGURE(INFINITY, NULL)},
    };
    bb_chart chart = chart_of(bars, G_N_ELEMENTS(bars));

    chart.title = chart.id = word;
    chart.show_title = true;
    chart.description = "x";
    drawing d = draw(&chart);
    check_fits(&d);
    ck_assert_uint_lt(strlen(bb_diag_entry_at(d.diag, 0)->text), 200);
    drawing_clear(&d);
}
END_TEST

START_TEST(draws_500_bars_and_says_that_no_page_holds_them)
{
    bb_chart_bar bars[500] = {{0}};
    const bb_chart_figure figure = {42, NULL};

    for (size_t i = 0; i < G_N_ELEMENTS(bars); i++)
        bars[i] = (bb_chart_bar){.label = "Probation area", .figures = &figure};
    bb_chart chart = chart_of(bars, G_N_ELEMENTS(bars));
    drawing d = draw(&chart);
    ck_assert_double_eq(number_at(&d, "count(//s:rect[@class='chart-bar'])"), 500);
    ck_assert_uint_eq(count_code(&d, "chart-tall"), 1);
    expect_text(&d, "//s:desc", "Bar chart of 500 figures. Every figure is 42%.");
    drawing_clear(&d);
}
END_TEST

static double any_number(GRand *rand)
{
    static const double ODD[] = {0,      -0.0,   NAN,  INFINITY, -INFINITY, 1e308,
                                 -1e308, 5e-324, 1e-7, 100,      1e12,      -1};

    if (g_rand_boolean(rand))
        return ODD[g_rand_int_range(rand, 0, G_N_ELEMENTS(ODD))];
    return g_rand_double_range(rand, -200, 200);
}

/* NULL, or up to 39 bytes of anything; the caller frees it. */
static char *any_text(GRand *rand)
{
    int length = g_rand_int_range(rand, -4, 40);
    char *text = length < 0 ? NULL : g_malloc0((gsize)length + 1);

    for (int i = 0; i < length; i++)
        text[i] = (char)(g_rand_boolean(rand) ? ' ' + g_rand_int_range(rand, 0, 95)
                                              : g_rand_int_range(rand, 1, 256));
    return text;
}

static void draw_anything(GRand *rand)
{
    enum { MOST_SERIES = 5 };
    bb_chart_bar bars[6] = {{0}};
    bb_chart_figure figures[6 * MOST_SERIES];
    g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(g_free);

    for (int i = 0; i < 30; i++)
        g_ptr_array_add(texts, any_text(rand));
    for (size_t i = 0; i < 6; i++) {
        char **t = (char **)texts->pdata + i * 4;
        for (size_t k = 0; k < MOST_SERIES; k++)
            figures[i * MOST_SERIES + k] = (bb_chart_figure){any_number(rand), t[3]};
        bars[i] = (bb_chart_bar){.number = t[0],
                                 .label = t[1],
                                 .group = t[2],
                                 .total = g_rand_boolean(rand),
                                 .figures = &figures[i * MOST_SERIES],
                                 .depth = (unsigned)g_rand_int_range(rand, 0, 20),
                                 .detail = t[g_rand_int_range(rand, 0, 4)]};
    }
    char **t = (char **)texts->pdata + 24;
    const char *const series[MOST_SERIES] = {t[0], t[1], t[2], t[3], t[4]};
    bb_chart chart = {.kind = (bb_chart_kind)g_rand_int_range(rand, 0, BB_CHART_KIND_COUNT),
                      .id = t[1],
                      .title = t[2],
                      .total_name = t[3],
                      .unit = t[4],
                      .subtitle = t[5],
                      .series = series,
                      .series_count = (size_t)g_rand_int_range(rand, 0, MOST_SERIES + 1),
                      .bars = bars,
                      .bar_count = (size_t)g_rand_int_range(rand, 0, 7),
                      .show_title = g_rand_boolean(rand),
                      .minimum = any_number(rand),
                      .maximum = any_number(rand),
                      .width = any_number(rand) * 4};
    drawing d = draw(&chart);
    g_autofree char *again = bb_chart_draw(&chart, NULL);
    ck_assert_str_eq(again, d.svg);
    ck_assert_double_eq(number_at(&d, "count(//@*[contains(., 'nan') or contains(., 'inf')]"
                                      "[name() != 'id' and name() != 'aria-labelledby'])"),
                        0);
    drawing_clear(&d);
}

START_TEST(draws_anything_twice_alike)
{
    GRand *rand = g_rand_new_with_seed(2007);

    for (int i = 0; i < 3000; i++)
        draw_anything(rand);
    g_rand_free(rand);
}
END_TEST

int main(void)
{
    TCase *tests = tcase_create("chart");

    tcase_add_test(tests, draws_every_score);
    tcase_add_test(tests, draws_lengths_to_scale);
    tcase_add_test(tests, fits_on_a_page_with_its_caption);
    tcase_add_test(tests, has_a_name_for_those_who_do_not_see_it);
    tcase_add_test(tests, keeps_to_itself);
    tcase_add_test(tests, keeps_labels_off_the_bars);
    tcase_add_test(tests, escapes_what_it_is_given);
    tcase_add_test(tests, ends_bars_with_the_scale_and_says_so);
    tcase_add_test(tests, shows_what_is_missing);
    tcase_add_test(tests, says_when_there_is_nothing_to_show);
    tcase_add_test(tests, wraps_labels_to_two_lines);
    tcase_add_test(tests, gives_groups_a_heading);
    tcase_add_test(tests, finds_a_round_scale);
    tcase_add_test(tests, keeps_grid_lines_apart);
    tcase_add_test(tests, never_leaves_zero_out);
    tcase_add_test(tests, survives_a_huge_label);
    tcase_add_test(tests, draws_500_bars_and_says_that_no_page_holds_them);
    tcase_add_test(tests, draws_anything_twice_alike);
    return bb_check_run("chart", tests);
}
