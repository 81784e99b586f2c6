/* chart_line.c - a line for each series over points in order, such as years.
 *
 * Lines are told apart by their colour and by the shape of their marks. A figure that is missing
 * leaves a gap. Where the points stand too close for every label, every second, third … has one. */
#include "chart/chart_private.h"

#include <math.h>

static const double HEIGHT = 150;
static const double FIGURE_HEIGHT = 13; /* above the highest point */
static const double AXIS_SPACE = 6, LABEL_ABOVE = 5, LABEL_MARGIN = 6;
static const double LINE_THICKNESS = 1.8, MARK = 4, FIGURE_LIFT = 9;

typedef struct {
    const bb_chart *chart;
    bb_axis axis;
    double left, slot;
    bool figures; /* are printed at the points: of one line, where there is room */
} plan;

static double x_of(const plan *p, size_t index)
{
    return p->left + p->slot * ((double)index + 0.5);
}

static double y_of(const plan *p, size_t index, size_t series)
{
    return bb_axis_at(&p->axis, p->chart->bars[index].figures[series].value);
}

static bool has_point(const plan *p, size_t index, size_t series)
{
    return bb_chart_has_figure(&p->chart->bars[index], series);
}

static bool figures_fit(const plan *p)
{
    if (bb_chart_series(p->chart) > 1)
        return false;
    for (size_t i = 0; i < p->chart->bar_count; i++) {
        g_autofree char *print = bb_chart_print_figure(p->chart, &p->chart->bars[i], 0);
        if (bb_chart_text_width(print, &BB_LOOK_LABEL) > p->slot - 1)
            return false;
    }
    return true;
}

/* Square, diamond, triangle, hexagon: the mark of a series at a point. */
static void draw_mark(GString *svg, double x, double y, size_t series)
{
    enum { MOST_SIDES = 6 };
    static const size_t SIDES[] = {4, 4, 3, MOST_SIDES};
    static const double TURNED[] = {M_PI / 4, 0, -M_PI / 2, 0};
    size_t shape = series % G_N_ELEMENTS(SIDES);
    double points[2 * MOST_SIDES];

    for (size_t i = 0; i < SIDES[shape]; i++) {
        double angle = TURNED[shape] + 2 * M_PI * (double)i / (double)SIDES[shape];
        points[2 * i] = x + MARK * cos(angle);
        points[2 * i + 1] = y + MARK * sin(angle);
    }
    bb_svg_polygon(svg, "chart-mark", points, SIDES[shape], bb_chart_series_paint(series)->fill);
}

/* From each missing figure to the next. */
static void draw_stretches(const plan *p, size_t series, GString *svg)
{
    const char *colour = bb_chart_series_paint(series)->fill;
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(double));

    for (size_t i = 0; i <= p->chart->bar_count; i++) {
        if (i < p->chart->bar_count && has_point(p, i, series)) {
            double point[] = {x_of(p, i), y_of(p, i, series)};
            g_array_append_vals(points, point, G_N_ELEMENTS(point));
            continue;
        }
        if (points->len > 2)
            bb_svg_path(svg, "chart-line", (const double *)(void *)points->data, points->len / 2,
                        colour, LINE_THICKNESS);
        g_array_set_size(points, 0);
    }
}

static void draw_series(const plan *p, size_t series, GString *svg)
{
    draw_stretches(p, series, svg);
    for (size_t i = 0; i < p->chart->bar_count; i++) {
        if (has_point(p, i, series))
            draw_mark(svg, x_of(p, i), y_of(p, i, series), series);
    }
}

/* The fewest labels to leave out so that none runs into the next. */
static size_t label_step(const plan *p)
{
    double widest = 1;

    for (size_t i = 0; i < p->chart->bar_count; i++) {
        g_autofree char *name = bb_chart_clean(bb_chart_bar_name(&p->chart->bars[i]));
        widest = MAX(widest, bb_chart_text_width(name, &BB_LOOK_LABEL) + LABEL_MARGIN);
    }
    return (size_t)CLAMP(ceil(widest / p->slot), 1, (double)p->chart->bar_count);
}

static void draw_labels(const plan *p, GString *svg, double y)
{
    size_t step = label_step(p);

    for (size_t i = 0; i < p->chart->bar_count; i += step) {
        double room =
            MIN(2 * MIN(x_of(p, i), p->chart->width - x_of(p, i)), p->slot * (double)step);
        g_autofree char *label =
            bb_chart_text_fit(bb_chart_bar_name(&p->chart->bars[i]), &BB_LOOK_LABEL, room);
        if (p->figures && has_point(p, i, 0)) {
            g_autofree char *print = bb_chart_print_figure(p->chart, &p->chart->bars[i], 0);
            bb_svg_text(svg, x_of(p, i),
                        y_of(p, i, 0) - FIGURE_LIFT + bb_chart_text_drop(&BB_LOOK_LABEL),
                        BB_ANCHOR_MIDDLE, &BB_LOOK_LABEL, print);
        }
        bb_svg_text(svg, x_of(p, i), y, BB_ANCHOR_MIDDLE, &BB_LOOK_LABEL, label);
    }
}

double bb_chart_line_draw(const bb_chart *chart, GString *svg, double y, bb_diag *diag)
{
    const double baseline = 1, below = 4;
    double leading = bb_chart_text_leading(&BB_LOOK_LABEL);
    plan p = {.chart = chart};

    y += bb_legend_draw_series(chart, svg, y) + FIGURE_HEIGHT;
    bb_axis_choose(&p.axis, chart);
    bb_axis_place_upright(&p.axis, chart, y + HEIGHT, HEIGHT);
    p.left = bb_axis_label_width(&p.axis, chart) + AXIS_SPACE;
    p.slot = MAX(chart->width - p.left, 1) / (double)chart->bar_count;
    p.figures = figures_fit(&p);

    double zero = bb_axis_at(&p.axis, 0);
    bb_axis_draw_level_grid(&p.axis, svg, p.left, chart->width);
    bb_axis_draw_side_labels(&p.axis, chart, svg, p.left - AXIS_SPACE);
    bb_svg_line(svg, "chart-baseline", p.left, zero, chart->width, zero, BB_CHART_BASELINE,
                baseline);
    for (size_t k = 0; k < bb_chart_series(chart); k++)
        draw_series(&p, k, svg);
    draw_labels(&p, svg, y + HEIGHT + LABEL_ABOVE + leading);
    bb_chart_report_missing(chart, diag);
    return y + HEIGHT + LABEL_ABOVE + leading + below;
}
