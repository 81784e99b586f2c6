/* chart_axis.c - a scale of round figures: its ends, its steps, its grid lines and labels. */
#include "chart/chart_private.h"

#include <math.h>

const double BB_AXIS_HEIGHT = 15;

static const double NARROWEST_STEP = 36; /* points from one grid line to the next */
static const double LABEL_SPACE = 12;    /* free between two labels */
static const double GRID_THICKNESS = 0.6;
static const double TINY = 1e-6; /* a scale shorter than this has no labels that differ */

static void hold_figures(bb_axis *axis, const bb_chart *chart)
{
    size_t series = bb_chart_series(chart);

    for (size_t i = 0; i < chart->bar_count; i++) {
        for (size_t k = 0; k < series; k++) {
            if (!bb_chart_has_figure(&chart->bars[i], k))
                continue;
            axis->minimum = MIN(axis->minimum, chart->bars[i].figures[k].value);
            axis->maximum = MAX(axis->maximum, chart->bars[i].figures[k].value);
        }
    }
}

/* The smallest of 1, 2, 5, 10, 20, 50 … (and 0.5, 0.2 …) that makes no more steps than most. */
static double round_step(double span, double most)
{
    static const double ROUND[] = {1, 2, 5, 10};
    double power = pow(10.0, floor(log10(span / most)));

    for (size_t i = 0; i < G_N_ELEMENTS(ROUND); i++) {
        if (span / (power * ROUND[i]) <= most * (1 + TINY))
            return power * ROUND[i];
    }
    return power * 10;
}

static void set_step(bb_axis *axis, double most)
{
    const int most_decimals = 6;

    axis->step = round_step(axis->maximum - axis->minimum, most);
    axis->decimals = CLAMP((int)-floor(log10(axis->step) + TINY), 0, most_decimals);
}

void bb_axis_choose(bb_axis *axis, const bb_chart *chart)
{
    const double steps = 5;
    bool given = isfinite(chart->minimum) && isfinite(chart->maximum) &&
                 chart->maximum - chart->minimum > TINY;

    /* A bar's length is its figure only when the scale holds zero. */
    *axis = (bb_axis){.minimum = given ? MIN(chart->minimum, 0) : 0,
                      .maximum = given ? MAX(chart->maximum, 0) : 0};
    if (!given)
        hold_figures(axis, chart);
    if (axis->maximum - axis->minimum < TINY)
        axis->maximum = axis->minimum + 1;
    set_step(axis, steps);
    if (!given) {
        axis->minimum = floor(axis->minimum / axis->step + TINY) * axis->step;
        axis->maximum = ceil(axis->maximum / axis->step - TINY) * axis->step;
    }
}

double bb_axis_label_width(const bb_axis *axis, const bb_chart *chart)
{
    g_autofree char *low = bb_chart_print_value(chart, axis->minimum, axis->decimals);
    g_autofree char *high = bb_chart_print_value(chart, axis->maximum, axis->decimals);

    return MAX(bb_chart_text_width(low, &BB_LOOK_AXIS), bb_chart_text_width(high, &BB_LOOK_AXIS));
}

void bb_axis_place(bb_axis *axis, const bb_chart *chart, double start, double length)
{
    double apart = MAX(NARROWEST_STEP, bb_axis_label_width(axis, chart) + LABEL_SPACE);

    axis->start = start;
    axis->length = length;
    set_step(axis, CLAMP(floor(length / apart), 1, BB_GRID_MOST));
}

void bb_axis_place_upright(bb_axis *axis, const bb_chart *chart G_GNUC_UNUSED, double bottom,
                           double height)
{
    const double lines_apart = 26;

    axis->start = bottom;
    axis->length = -height;
    set_step(axis, CLAMP(floor(height / lines_apart), 1, BB_GRID_MOST));
}

bool bb_axis_holds(const bb_axis *axis, double value)
{
    double slack = (axis->maximum - axis->minimum) * TINY;

    return value >= axis->minimum - slack && value <= axis->maximum + slack;
}

double bb_axis_share(const bb_axis *axis, double value)
{
    double inside = CLAMP(value, axis->minimum, axis->maximum);

    return (inside - axis->minimum) / (axis->maximum - axis->minimum);
}

double bb_axis_at(const bb_axis *axis, double value)
{
    return axis->start + axis->length * bb_axis_share(axis, value);
}

/* The round figures on the scale are whole multiples of its step; this is the first. */
static double first_multiple(const bb_axis *axis)
{
    return ceil(axis->minimum / axis->step - TINY);
}

static int count_multiples(const bb_axis *axis)
{
    double last = floor(axis->maximum / axis->step + TINY);

    return (int)CLAMP(last - first_multiple(axis) + 1, 0, BB_GRID_MOST + 1);
}

void bb_axis_draw_grid(const bb_axis *axis, GString *svg, double top, double bottom)
{
    int count = count_multiples(axis);

    for (int i = 0; i < count; i++) {
        double x = bb_axis_at(axis, (first_multiple(axis) + i) * axis->step);
        bb_svg_line(svg, "chart-grid", x, top, x, bottom, BB_CHART_GRID, GRID_THICKNESS);
    }
}

void bb_axis_draw_labels(const bb_axis *axis, const bb_chart *chart, GString *svg, double bottom)
{
    int count = count_multiples(axis);
    double y = bottom + BB_AXIS_HEIGHT - bb_chart_text_drop(&BB_LOOK_AXIS);

    for (int i = 0; i < count; i++) {
        double value = (first_multiple(axis) + i) * axis->step;
        g_autofree char *label = bb_chart_print_value(chart, value, axis->decimals);
        /* Where the scale begins at the drawing's edge, half a label would be cut off. */
        double x = MAX(bb_axis_at(axis, value), bb_chart_text_width(label, &BB_LOOK_AXIS) / 2);
        bb_svg_text(svg, x, y, BB_ANCHOR_MIDDLE, &BB_LOOK_AXIS, label);
    }
}

void bb_axis_draw_level_grid(const bb_axis *axis, GString *svg, double left, double right)
{
    int count = count_multiples(axis);

    for (int i = 0; i < count; i++) {
        double y = bb_axis_at(axis, (first_multiple(axis) + i) * axis->step);
        bb_svg_line(svg, "chart-grid", left, y, right, y, BB_CHART_GRID, GRID_THICKNESS);
    }
}

void bb_axis_draw_side_labels(const bb_axis *axis, const bb_chart *chart, GString *svg,
                              double right)
{
    int count = count_multiples(axis);

    for (int i = 0; i < count; i++) {
        double value = (first_multiple(axis) + i) * axis->step;
        g_autofree char *label = bb_chart_print_value(chart, value, axis->decimals);
        bb_svg_text(svg, right, bb_axis_at(axis, value) + bb_chart_text_drop(&BB_LOOK_AXIS),
                    BB_ANCHOR_END, &BB_LOOK_AXIS, label);
    }
}
