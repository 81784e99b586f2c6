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

bool bb_chart_same_group(const bb_chart_bar *a, const bb_chart_bar *b)
{
    return g_strcmp0(a->group, b->group) == 0;
}
