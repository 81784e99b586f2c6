/* chart_figure.c - figures as numbers and as words. */
#include "base/number.h"
#include "base/text.h"
#include "chart/chart_private.h"

#include <math.h>

/* No figure of a report comes near it; what is beyond is a fault and counts as missing. */
static const double GREATEST = 1e12;

static const struct {
    const char *name, *english;
} WORDS[BB_CHART_WORD_COUNT] = {
#define BB_CHART_WORD(id, name, english) [id] = {name, english},
#include "chart/chart_words.def"
#undef BB_CHART_WORD
};

const char *bb_chart_word_name(bb_chart_word word)
{
    return WORDS[word].name;
}

const char *bb_chart_say(const bb_chart *chart, bb_chart_word word)
{
    if (chart->words != NULL && chart->words[word] != NULL)
        return chart->words[word];
    return WORDS[word].english;
}

bool bb_chart_has_figure(const bb_chart_bar *bar, size_t series)
{
    return bar->figures != NULL && fabs(bar->figures[series].value) <= GREATEST; /* NAN is not */
}

/* "69", "68.8", "65.71": no more decimals than the value needs, two at most. */
static int decimals_of(double value)
{
    const int most = 2;
    int decimals = 0;

    while (decimals < most && bb_number_round(value, decimals) != bb_number_round(value, most))
        decimals++;
    return decimals;
}

char *bb_chart_print_value(const bb_chart *chart, double value, int decimals)
{
    g_autofree char *number = bb_number_print(value, decimals);
    g_autofree char *whole = g_strconcat(number, chart->unit, NULL);

    return bb_chart_clean(whole);
}

char *bb_chart_print_figure(const bb_chart *chart, const bb_chart_bar *bar, size_t series)
{
    if (bar->figures != NULL && !bb_text_is_blank(bar->figures[series].print))
        return bb_chart_clean(bar->figures[series].print);
    if (!bb_chart_has_figure(bar, series))
        return g_strdup(bb_chart_say(chart, BB_CHART_WORD_MISSING));
    double value = bar->figures[series].value;
    return bb_chart_print_value(chart, value, decimals_of(value));
}

const char *bb_chart_bar_name(const bb_chart_bar *bar)
{
    if (!bb_text_is_blank(bar->label))
        return bar->label;
    return bar->group != NULL ? bar->group : "";
}

char *bb_chart_shorten_name(const char *name)
{
    const double room = 300; /* points: some sixty characters */

    return bb_chart_text_fit(name, &BB_LOOK_LABEL, room);
}

/* In this order neighbours keep a contrast of 3:1, on the drawing's white and to each other. */
static const bb_chart_paint PAINTS[BB_PAINTS] = {
    {BB_CHART_BLUE, BB_CHART_PAPER}, {BB_CHART_TURQUOISE, BB_CHART_INK},
    {"#801650", BB_CHART_PAPER},     {"#F46A25", BB_CHART_INK},
    {"#3D3D3D", BB_CHART_PAPER},     {"#A285D1", BB_CHART_INK},
};

const bb_chart_paint *bb_chart_series_paint(size_t series)
{
    return &PAINTS[series % BB_PAINTS];
}

size_t bb_chart_series(const bb_chart *chart)
{
    return chart->kind == BB_CHART_BAR ? 1 : MAX(chart->series_count, 1);
}

const char *bb_chart_series_name(const bb_chart *chart, size_t series)
{
    const char *name = series < chart->series_count ? chart->series[series] : NULL;

    return name != NULL ? name : "";
}

bool bb_chart_has_negative(const bb_chart *chart)
{
    for (size_t i = 0; i < chart->bar_count; i++) {
        for (size_t k = 0; k < bb_chart_series(chart); k++) {
            if (bb_chart_has_figure(&chart->bars[i], k) && chart->bars[i].figures[k].value < 0)
                return true;
        }
    }
    return false;
}

void bb_chart_report_missing(const bb_chart *chart, bb_diag *diag)
{
    for (size_t i = 0; diag != NULL && i < chart->bar_count; i++) {
        const bb_chart_bar *bar = &chart->bars[i];
        g_autofree char *name = bb_chart_shorten_name(bb_chart_bar_name(bar));
        for (size_t k = 0; k < bb_chart_series(chart); k++) {
            if (!bb_chart_has_figure(bar, k))
                bb_diag_report(diag, BB_M_CHART_FIGURE_MISSING, bar->place, name);
        }
    }
}

void bb_chart_report_series(const bb_chart *chart, bb_diag *diag)
{
    if (diag == NULL || bb_chart_series(chart) <= BB_CHART_SERIES_MOST)
        return;
    g_autofree char *title = bb_chart_shorten_name(chart->title);
    g_autofree char *count = bb_number_print((double)chart->series_count, 0);
    bb_diag_report(diag, BB_M_CHART_SERIES_MANY, chart->place, title, count);
}

bool bb_chart_same_group(const bb_chart_bar *a, const bb_chart_bar *b)
{
    return g_strcmp0(a->group, b->group) == 0;
}
