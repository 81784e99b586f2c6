/* chart_scores.h - the charts that the tests of src/chart share.
 *
 * scores_chart() is Chart 1 of the Devon & Cornwall report: 14 criteria, 3 sections. */
#ifndef BB_TESTS_CHART_SCORES_H
#define BB_TESTS_CHART_SCORES_H

#include "chart/chart.h"

#include <glib.h>

#define ONE "Assessment and sentence planning"
#define TWO "Implementation of interventions"
#define THREE "Achievement and monitoring of outcomes"
#define FIGURE(value, print) ((const bb_chart_figure[]){{value, print}})
#define TOTAL(count, heading, value, print)                                                        \
    {                                                                                              \
        .number = count, .group = heading, .total = true, .figures = FIGURE(value, print)          \
    }
#define BAR(count, name, heading, value)                                                           \
    {                                                                                              \
        .number = count, .label = name, .group = heading, .figures = FIGURE(value, NULL)           \
    }

static const bb_chart_bar SCORES[] = {
    TOTAL("1", ONE, 68.8, "69%"),
    BAR("1.1", "Preparing for sentence", ONE, 76),
    BAR("1.2", "Assessment of risk of harm", ONE, 62),
    BAR("1.3", "Assessment of likelihood of reoffending", ONE, 69),
    BAR("1.4", "Assessment of offender engagement", ONE, 75),
    BAR("1.5", "Sentence planning", ONE, 62),
    TOTAL("2", TWO, 65.71, "66%"),
    BAR("2.1", "Delivering the sentence plan", TWO, 53),
    BAR("2.2", "Protecting the public by minimising risk of harm", TWO, 54),
    BAR("2.3", "Victims", TWO, 68),
    BAR("2.4", "Ensuring containment and promoting compliance (Punish)", TWO, 77),
    BAR("2.5", "Constructive interventions (Help and Change)", TWO, 66),
    BAR("2.6", "Restrictive interventions (Control)", TWO, 81),
    BAR("2.7", "Diversity issues", TWO, 61),
    TOTAL("3", THREE, 60.5, "61%"),
    BAR("3.1", "Achievement of initial outcomes", THREE, 58),
    BAR("3.2", "Sustainability of progress", THREE, 63),
};

static const char *const SERIES[] = {"Criterion score"};

static inline bb_chart scores_chart(void)
{
    return (bb_chart){
        .id = "chart-1",
        .title = "Scoring of sections 1-3",
        .subtitle = "Offender Management Inspection: Devon & Cornwall (October 2007)",
        .bars = SCORES,
        .bar_count = G_N_ELEMENTS(SCORES),
        .series = SERIES,
        .series_count = 1,
        .total_name = "Section score",
        .unit = "%",
        .maximum = 100,
    };
}

/* A chart of percentages without groups or names, around the bars of one test. */
static inline bb_chart chart_of(const bb_chart_bar *bars, size_t count)
{
    return (bb_chart){
        .id = "c", .title = "T", .bars = bars, .bar_count = count, .unit = "%", .maximum = 100};
}

#endif
