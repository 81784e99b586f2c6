/* chart_describe.c - drafts a chart's alternative text from its data.
 *
 * The words stand in chart_words.def; here is only which of them are said. The chart's title is not
 * repeated: it is read out beside the text. Figures are told as they are printed, so those that
 * print alike count as equal, whatever their unrounded values. */
#include "base/number.h"
#include "base/text.h"
#include "chart/chart_private.h"

#include <string.h>

enum { NAMED_MOST = 3 }; /* more bars than this are counted, not named */

/* What is said about: the bars that are no totals, or the totals when there is nothing else. */
typedef struct {
    const bb_chart *chart;
    bool totals;
    size_t count, missing, groups;
    const bb_chart_bar *highest, *lowest;
    GString *out;
} draft;

static char *fill(const draft *d, bb_chart_word word, const char *one, const char *two,
                  const char *three)
{
    const char *arguments[] = {one, two, three, NULL};

    return bb_text_fill(bb_chart_say(d->chart, word), arguments);
}

static void say(draft *d, bb_chart_word word, const char *one, const char *two, const char *three)
{
    g_autofree char *sentence = fill(d, word, one, two, three);

    if (d->out->len > 0)
        g_string_append_c(d->out, ' ');
    g_string_append(d->out, sentence);
}

static char *count_of(const draft *d, size_t count, bb_chart_word one, bb_chart_word many)
{
    g_autofree char *number = bb_number_print((double)count, 0);

    return fill(d, count == 1 ? one : many, number, NULL, NULL);
}

static bool has_namesake(const draft *d, const bb_chart_bar *bar)
{
    for (size_t i = 0; i < d->chart->bar_count; i++) {
        const bb_chart_bar *other = &d->chart->bars[i];
        if (other != bar && g_strcmp0(other->label, bar->label) == 0 &&
            g_strcmp0(other->number, bar->number) == 0)
            return true;
    }
    return false;
}

/* "2.6 Restrictive interventions (Control)"; "West Mercia (Women)" where another group has a bar of
 * that name. */
static char *name_of(const draft *d, const bb_chart_bar *bar)
{
    const char *number = bar->number != NULL ? bar->number : "";
    g_autofree char *own = g_strjoin(" ", number, bb_chart_bar_name(bar), NULL);

    if (bb_text_is_blank(bar->group) || bar->label == NULL || !has_namesake(d, bar))
        return bb_chart_clean(own);
    g_autofree char *full = fill(d, BB_CHART_WORD_IN_GROUP, own, bar->group, NULL);
    return bb_chart_clean(full);
}

/* "A, B and C" */
static char *join(const draft *d, const GPtrArray *items)
{
    GString *out = g_string_new(NULL);

    for (guint i = 0; i < items->len; i++) {
        if (i > 0)
            g_string_append(out, bb_chart_say(d->chart, i + 1 == items->len ? BB_CHART_WORD_AND
                                                                            : BB_CHART_WORD_COMMA));
        g_string_append(out, items->pdata[i]);
    }
    return g_string_free(out, FALSE);
}

/* The names of the bars, or how many they are. */
static char *name_all(const draft *d, const GPtrArray *bars)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);

    if (bars->len > NAMED_MOST) {
        g_autofree char *count = bb_number_print((double)bars->len, 0);
        return fill(d, BB_CHART_WORD_SEVERAL, count, NULL, NULL);
    }
    for (guint i = 0; i < bars->len; i++)
        g_ptr_array_add(names, name_of(d, bars->pdata[i]));
    return join(d, names);
}

static bool concerns(const draft *d, const bb_chart_bar *bar)
{
    return bar->total == d->totals;
}

/* Names the bars whose figure prints like this; NULL: those without a figure. */
static char *names_with(const draft *d, const char *print)
{
    g_autoptr(GPtrArray) found = g_ptr_array_new();

    for (size_t i = 0; i < d->chart->bar_count; i++) {
        const bb_chart_bar *bar = &d->chart->bars[i];
        if (!concerns(d, bar) || bb_chart_has_figure(bar, 0) != (print != NULL))
            continue;
        g_autofree char *own = bb_chart_print_figure(d->chart, bar, 0);
        if (print == NULL || strcmp(own, print) == 0)
            g_ptr_array_add(found, (void *)bar);
    }
    return name_all(d, found);
}

static void survey_bar(draft *d, const bb_chart_bar *bar)
{
    d->count++;
    if (!bb_chart_has_figure(bar, 0)) {
        d->missing++;
        return;
    }
    double value = bar->figures[0].value;
    if (d->highest == NULL || value > d->highest->figures[0].value)
        d->highest = bar;
    if (d->lowest == NULL || value < d->lowest->figures[0].value)
        d->lowest = bar;
}

static void survey(draft *d)
{
    const bb_chart *chart = d->chart;

    d->totals = true;
    for (size_t i = 0; i < chart->bar_count; i++)
        d->totals = d->totals && chart->bars[i].total;
    for (size_t i = 0; i < chart->bar_count; i++) {
        const bb_chart_bar *bar = &chart->bars[i];
        if (concerns(d, bar))
            survey_bar(d, bar);
        if (!bb_text_is_blank(bar->group) && (i == 0 || !bb_chart_same_group(bar, bar - 1)))
            d->groups++;
    }
}

static void say_what(draft *d, const char *kind)
{
    g_autofree char *figures =
        count_of(d, d->count, BB_CHART_WORD_FIGURE_ONE, BB_CHART_WORD_FIGURE_MANY);
    g_autofree char *groups =
        count_of(d, d->groups, BB_CHART_WORD_GROUP_ONE, BB_CHART_WORD_GROUP_MANY);

    if (d->groups > 0 && !d->totals)
        say(d, BB_CHART_WORD_SHOWN_GROUPS, kind, figures, groups);
    else
        say(d, BB_CHART_WORD_SHOWN, kind, figures, NULL);
}

static void say_extremes(draft *d)
{
    if (d->highest == NULL)
        return;
    g_autofree char *high = bb_chart_print_figure(d->chart, d->highest, 0);
    g_autofree char *low = bb_chart_print_figure(d->chart, d->lowest, 0);
    g_autofree char *highest = names_with(d, high);
    g_autofree char *lowest = names_with(d, low);

    if (d->count - d->missing == 1) {
        say(d, BB_CHART_WORD_ONLY, high, highest, NULL);
    } else if (strcmp(high, low) == 0) {
        say(d, BB_CHART_WORD_EQUAL, high, NULL, NULL);
    } else {
        say(d, BB_CHART_WORD_HIGHEST, high, highest, NULL);
        say(d, BB_CHART_WORD_LOWEST, low, lowest, NULL);
    }
}

static void say_totals(draft *d)
{
    g_autoptr(GPtrArray) totals = g_ptr_array_new_with_free_func(g_free);

    for (size_t i = 0; i < d->chart->bar_count && !d->totals; i++) {
        const bb_chart_bar *bar = &d->chart->bars[i];
        if (!bar->total)
            continue;
        g_autofree char *name = bb_chart_clean(bb_chart_bar_name(bar));
        g_autofree char *print = bb_chart_print_figure(d->chart, bar, 0);
        g_ptr_array_add(totals, fill(d, BB_CHART_WORD_TOTAL, name, print, NULL));
    }
    if (totals->len == 0)
        return;
    g_autofree char *list = join(d, totals);
    say(d, totals->len == 1 ? BB_CHART_WORD_TOTALS_ONE : BB_CHART_WORD_TOTALS_MANY, list, NULL,
        NULL);
}

static void say_missing(draft *d)
{
    if (d->missing == 0)
        return;
    g_autofree char *names = names_with(d, NULL);
    say(d, BB_CHART_WORD_NO_FIGURE, names, NULL, NULL);
}

/* --- several series --- */

enum { TOLD_MOST = 6 }; /* bars whose every figure is told; of more than these, the extremes */

static char *join_taken(const draft *d, GPtrArray *items)
{
    g_autoptr(GPtrArray) taken = items;

    return join(d, taken);
}

static char *list_series(const draft *d)
{
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);

    for (size_t k = 0; k < bb_chart_series(d->chart); k++)
        g_ptr_array_add(names, bb_chart_clean(bb_chart_series_name(d->chart, k)));
    return join_taken(d, names);
}

/* "Children: Yes 11, No 7 and Partly 2." */
static void say_bar(draft *d, const bb_chart_bar *bar)
{
    GPtrArray *figures = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *name = name_of(d, bar);

    for (size_t k = 0; k < bb_chart_series(d->chart); k++) {
        g_autofree char *series = bb_chart_clean(bb_chart_series_name(d->chart, k));
        g_autofree char *print = bb_chart_print_figure(d->chart, bar, k);
        g_ptr_array_add(figures, fill(d, BB_CHART_WORD_FIGURE_OF, series, print, NULL));
    }
    g_autofree char *list = join_taken(d, figures);
    say(d, BB_CHART_WORD_FIGURES_OF, name, list, NULL);
}

/* "39% (2003)" */
static char *figure_at(const draft *d, const bb_chart_bar *bar, size_t series)
{
    g_autofree char *print = bb_chart_print_figure(d->chart, bar, series);
    g_autofree char *name = name_of(d, bar);

    return fill(d, BB_CHART_WORD_AT_POINT, print, name, NULL);
}

static void say_range(draft *d, size_t series)
{
    const bb_chart_bar *ends[4] = {NULL}; /* first, last, lowest, highest */

    for (size_t i = 0; i < d->chart->bar_count; i++) {
        const bb_chart_bar *bar = &d->chart->bars[i];
        if (!bb_chart_has_figure(bar, series))
            continue;
        double value = bar->figures[series].value;
        ends[0] = ends[0] != NULL ? ends[0] : bar;
        ends[1] = bar;
        if (ends[2] == NULL || value < ends[2]->figures[series].value)
            ends[2] = bar;
        if (ends[3] == NULL || value > ends[3]->figures[series].value)
            ends[3] = bar;
    }
    if (ends[0] == NULL)
        return;
    bool line = d->chart->kind == BB_CHART_LINE;
    const char *typed = bb_chart_series_name(d->chart, series);
    g_autofree char *name = bb_chart_clean(*typed != '\0' ? typed : d->chart->title);
    g_autofree char *one = figure_at(d, ends[line ? 0 : 2], series);
    g_autofree char *two = figure_at(d, ends[line ? 1 : 3], series);
    say(d, line ? BB_CHART_WORD_FROM_TO : BB_CHART_WORD_RANGE, name, one, two);
}

static void say_series_kind(draft *d, const char *kind)
{
    bool line = d->chart->kind == BB_CHART_LINE;
    bool parts = d->chart->kind == BB_CHART_STACKED;
    g_autofree char *count =
        line ? count_of(d, d->chart->bar_count, BB_CHART_WORD_POINT_ONE, BB_CHART_WORD_POINT_MANY)
             : count_of(d, d->chart->bar_count, BB_CHART_WORD_BAR_ONE, BB_CHART_WORD_BAR_MANY);
    g_autofree char *series = list_series(d);

    if (d->chart->series_count == 0)
        say(d, BB_CHART_WORD_SHOWN, kind, count, NULL);
    else
        say(d, parts ? BB_CHART_WORD_SHOWN_PARTS : BB_CHART_WORD_SHOWN_SERIES, kind, count, series);
}

static void describe_series(draft *d, const char *kind)
{
    say_series_kind(d, kind);
    if (d->chart->bar_count <= TOLD_MOST) {
        for (size_t i = 0; i < d->chart->bar_count; i++)
            say_bar(d, &d->chart->bars[i]);
        return;
    }
    for (size_t k = 0; k < bb_chart_series(d->chart); k++)
        say_range(d, k);
}

/* --- posts --- */

/* "Head of unit (Worcestershire)" */
static char *name_post(const draft *d, const bb_chart_bar *bar)
{
    if (bb_text_is_blank(bar->detail))
        return bb_chart_clean(bb_chart_bar_name(bar));
    g_autofree char *whole =
        fill(d, BB_CHART_WORD_IN_GROUP, bb_chart_bar_name(bar), bar->detail, NULL);
    return bb_chart_clean(whole);
}

/* Who reports to the post at index, in order. */
static void say_reports(draft *d, size_t index)
{
    const bb_chart_bar *chief = &d->chart->bars[index];
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);

    for (size_t i = index + 1; i < d->chart->bar_count; i++) {
        const bb_chart_bar *bar = &d->chart->bars[i];
        if (bar->depth <= chief->depth)
            break;
        if (bar->depth == chief->depth + 1)
            g_ptr_array_add(names, name_post(d, bar));
    }
    if (names->len == 0)
        return;
    g_autofree char *list = join(d, names);
    g_autofree char *name = name_post(d, chief);
    say(d, names->len == 1 ? BB_CHART_WORD_REPORTS_ONE : BB_CHART_WORD_REPORTS_MANY, list, name,
        NULL);
}

static void describe_posts(draft *d, const char *kind)
{
    g_autofree char *count =
        count_of(d, d->chart->bar_count, BB_CHART_WORD_POST_ONE, BB_CHART_WORD_POST_MANY);

    say(d, BB_CHART_WORD_SHOWN, kind, count, NULL);
    for (size_t i = 0; i < d->chart->bar_count; i++)
        say_reports(d, i);
}

static void describe_bars(draft *d, const char *kind)
{
    survey(d);
    say_what(d, kind);
    say_extremes(d);
    say_totals(d);
    say_missing(d);
}

char *bb_chart_describe(const bb_chart *chart)
{
    draft d = {.chart = chart, .out = g_string_new(NULL)};
    const char *kind = bb_chart_say(chart, bb_chart_kind_word(chart->kind));

    if (chart->bar_count == 0) {
        say(&d, BB_CHART_WORD_SHOWN_EMPTY, kind, NULL, NULL);
        return g_string_free(d.out, FALSE);
    }
    if (chart->kind == BB_CHART_ORGANISATION)
        describe_posts(&d, kind);
    else if (bb_chart_series(chart) > 1 || chart->kind == BB_CHART_STACKED)
        describe_series(&d, kind);
    else
        describe_bars(&d, kind);
    return g_string_free(d.out, FALSE);
}
