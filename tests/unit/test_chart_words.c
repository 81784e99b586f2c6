/* test_chart_words.c - the text drafted from a chart's data, its numbers and its colours. */
#include "chart/chart_private.h"
#include "chart_scores.h"
#include "check_run.h"

#include <math.h>
#include <stdlib.h>

static void expect_number(double value, const char *wanted)
{
    g_autoptr(GString) text = g_string_new(NULL);

    bb_svg_number(text, value);
    ck_assert_str_eq(text->str, wanted);
}

START_TEST(writes_numbers_plainly)
{
    expect_number(0, "0");
    expect_number(-0.001, "0");
    expect_number(467.7165, "467.72");
    expect_number(12.5, "12.5");
    expect_number(-3.05, "-3.05");
    expect_number(1e300, "10000000");
    expect_number(NAN, "0");
}
END_TEST

static double channel(unsigned value)
{
    double c = value / 255.0;

    return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

/* WCAG 2.2, contrast ratio. */
static double contrast(const char *a, const char *b)
{
    double luminance[2];
    const char *const colours[] = {a, b};

    for (int i = 0; i < 2; i++) {
        unsigned long rgb = strtoul(colours[i] + 1, NULL, 16);
        luminance[i] = 0.2126 * channel(rgb >> 16 & 255) + 0.7152 * channel(rgb >> 8 & 255) +
                       0.0722 * channel(rgb & 255);
    }
    return (MAX(luminance[0], luminance[1]) + 0.05) / (MIN(luminance[0], luminance[1]) + 0.05);
}

START_TEST(has_colours_that_differ_enough)
{
    ck_assert_double_ge(contrast(BB_CHART_BLUE, BB_CHART_PAPER), 3);
    ck_assert_double_ge(contrast(BB_CHART_TURQUOISE, BB_CHART_PAPER), 3);
    ck_assert_double_ge(contrast(BB_CHART_BLUE, BB_CHART_TURQUOISE), 3);
    ck_assert_double_ge(contrast(BB_CHART_BASELINE, BB_CHART_PAPER), 3);
    ck_assert_double_ge(contrast(BB_CHART_INK, BB_CHART_PAPER), 4.5);
    ck_assert_double_ge(contrast(BB_CHART_GREY_INK, BB_CHART_PAPER), 4.5);
}
END_TEST

static void expect_description(const bb_chart *chart, const char *wanted)
{
    g_autofree char *text = bb_chart_describe(chart);

    ck_assert_str_eq(text, wanted);
}

START_TEST(describes_the_scores)
{
    bb_chart chart = scores_chart();

    expect_description(
        &chart, "Bar chart of 14 figures in 3 groups. The highest is 81%, for 2.6 Restrictive "
                "interventions (Control). The lowest is 53%, for 2.1 Delivering the sentence plan. "
                "The totals: Assessment and sentence planning 69%, Implementation of "
                "interventions 66% and Achievement and monitoring of outcomes 61%.");
}
END_TEST

START_TEST(describes_ties_and_gaps)
{
    const bb_chart_bar bars[] = {
        BAR(NULL, "A", "North", 62.4),
        BAR(NULL, "A", "South", 62),
        BAR(NULL, "B", "South", 70),
        BAR(NULL, "C", "South", NAN),
    };
    const bb_chart_bar alike[] = {BAR(NULL, "A", NULL, 5), BAR(NULL, "B", NULL, 5)};
    const bb_chart_bar total[] = {TOTAL(NULL, "All", 40, NULL)};
    bb_chart chart = chart_of(bars, G_N_ELEMENTS(bars));

    expect_description(&chart, "Bar chart of 4 figures in 2 groups. The highest is 70%, for B. The "
                               "lowest is 62%, for A (South). No figure is given for C.");
    chart = chart_of(alike, G_N_ELEMENTS(alike));
    expect_description(&chart, "Bar chart of 2 figures. Every figure is 5%.");
    chart = chart_of(total, G_N_ELEMENTS(total));
    expect_description(&chart, "Bar chart of 1 figure. The figure is 40%, for All.");
}
END_TEST

/* Figures that print alike are one figure to the reader. */
START_TEST(describes_figures_as_printed)
{
    const bb_chart_bar bars[] = {
        {.label = "A", .figures = FIGURE(62.4, "62%")},
        {.label = "B", .figures = FIGURE(61.6, "62%")},
        {.label = "C", .figures = FIGURE(70, "70%")},
    };
    bb_chart chart = chart_of(bars, G_N_ELEMENTS(bars));

    expect_description(&chart, "Bar chart of 3 figures. The highest is 70%, for C. The lowest is "
                               "62%, for A and B.");
}
END_TEST

START_TEST(takes_the_words_of_another_language)
{
    const char *words[BB_CHART_WORD_COUNT] = {
        [BB_CHART_WORD_KIND_BAR] = "Siart bar", [BB_CHART_WORD_SHOWN_EMPTY] = "{1} heb ddata."};
    bb_chart chart = chart_of(NULL, 0);

    chart.words = words;
    expect_description(&chart, "Siart bar heb ddata.");
    for (int i = 0; i < BB_CHART_WORD_COUNT; i++) {
        for (int k = 0; k < i; k++)
            ck_assert_str_ne(bb_chart_word_name(i), bb_chart_word_name(k));
    }
    ck_assert_int_eq(bb_chart_find_kind("bar"), BB_CHART_BAR);
    ck_assert_int_eq(bb_chart_find_kind("pie"), BB_CHART_KIND_COUNT);
    ck_assert_int_eq(bb_chart_find_kind(NULL), BB_CHART_KIND_COUNT);
}
END_TEST

int main(void)
{
    TCase *tests = tcase_create("chart_words");

    tcase_add_test(tests, writes_numbers_plainly);
    tcase_add_test(tests, has_colours_that_differ_enough);
    tcase_add_test(tests, describes_the_scores);
    tcase_add_test(tests, describes_ties_and_gaps);
    tcase_add_test(tests, describes_figures_as_printed);
    tcase_add_test(tests, takes_the_words_of_another_language);
    return bb_check_run("chart_words", tests);
}
