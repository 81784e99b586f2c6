/* chart_column.c - upright bars, a group of them for each label.
 *
 * Words stay level. Where the labels or the figures would not fit below and above their columns,
 * as on a narrow screen, the same chart is drawn with horizontal bars. */
#include "chart/chart_private.h"

#include <math.h>

static const double HEIGHT = 150;       /* of the scale */
static const double FIGURE_HEIGHT = 13; /* above the highest column */
static const double LABEL_ABOVE = 4;    /* from the baseline to the labels */
static const double AXIS_SPACE = 6;     /* from the scale's labels to the columns */
static const double SLOT_FILLED = 0.7;  /* of the room of a label, taken by its columns */
static const double WIDEST_COLUMN = 46, BETWEEN = 1.5;
static const double LABEL_MARGIN = 6; /* free between two labels */

typedef struct {
    const bb_chart *chart;
    size_t series;
    bb_axis axis;
    double left, slot; /* where the columns begin; the room of each label */
    double column;     /* width of one */
    GArray *labels;    /* bb_lines, one for each bar */
    bool cut;          /* a label had not room enough */
} plan;

static void clear_lines(void *lines)
{
    bb_lines_clear(lines);
}

static void plan_labels(plan *p)
{
    p->labels = g_array_new(FALSE, TRUE, sizeof(bb_lines));
    g_array_set_clear_func(p->labels, clear_lines);
    for (size_t i = 0; i < p->chart->bar_count; i++) {
        bb_lines lines;
        bb_lines_wrap(&lines, bb_chart_bar_name(&p->chart->bars[i]), &BB_LOOK_LABEL,
                      p->slot - LABEL_MARGIN);
        p->cut = p->cut || lines.cut || lines.width > p->slot - LABEL_MARGIN;
        g_array_append_val(p->labels, lines);
    }
}

static void plan_init(plan *p, const bb_chart *chart)
{
    *p = (plan){.chart = chart, .series = bb_chart_series(chart)};
    bb_axis_choose(&p->axis, chart);
    p->left = bb_axis_label_width(&p->axis, chart) + AXIS_SPACE;
    p->slot = MAX(chart->width - p->left, 1) / (double)chart->bar_count;
    p->column = MIN(p->slot * SLOT_FILLED / (double)p->series, WIDEST_COLUMN);
    plan_labels(p);
}

static void plan_clear(plan *p)
{
    g_array_unref(p->labels);
}

/* Whether every label and every figure has room where columns want them. */
static bool has_room(const plan *p)
{
    if (p->cut || bb_chart_has_negative(p->chart) || p->chart->width < BB_CHART_NARROW)
        return false;
    for (size_t i = 0; i < p->chart->bar_count; i++) {
        const bb_chart_bar *bar = &p->chart->bars[i];
        if (bar->group != NULL || bar->number != NULL)
            return false;
        for (size_t k = 0; k < p->series; k++) {
            g_autofree char *print = bb_chart_print_figure(p->chart, bar, k);
            if (bb_chart_text_width(print, &BB_LOOK_LABEL) > p->column)
                return false;
        }
    }
    return true;
}

static void draw_column(const plan *p, size_t index, size_t series, GString *svg)
{
    const bb_chart_bar *bar = &p->chart->bars[index];
    double middle = p->left + p->slot * ((double)index + 0.5);
    double x = middle + p->column * ((double)series - (double)p->series / 2);
    double zero = bb_axis_at(&p->axis, 0), top = zero;
    double between = p->series > 1 ? BETWEEN : 0;
    g_autofree char *print = bb_chart_print_figure(p->chart, bar, series);

    if (bb_chart_has_figure(bar, series)) {
        top = bb_axis_at(&p->axis, bar->figures[series].value);
        bb_svg_rect(svg, "chart-column", x, top, p->column - between, zero - top,
                    bb_chart_series_paint(series)->fill);
    }
    double y = top - FIGURE_HEIGHT / 2, width = bb_chart_text_width(print, &BB_LOOK_LABEL);
    double centre = x + (p->column - between) / 2;
    bb_svg_rect(svg, "chart-clear", centre - width / 2, y - FIGURE_HEIGHT / 2 + 1, width,
                FIGURE_HEIGHT - 2, BB_CHART_PAPER);
    bb_svg_text(svg, centre, y + bb_chart_text_drop(&BB_LOOK_LABEL), BB_ANCHOR_MIDDLE,
                &BB_LOOK_LABEL, print);
}

/* Label by label, so that extracted text keeps label and figures together. */
static double draw_columns(const plan *p, GString *svg)
{
    double zero = bb_axis_at(&p->axis, 0), deepest = 0;

    for (size_t i = 0; i < p->chart->bar_count; i++) {
        const bb_lines *lines = &g_array_index(p->labels, bb_lines, i);
        double height = lines->count * bb_chart_text_leading(&BB_LOOK_LABEL);
        double middle = p->left + p->slot * ((double)i + 0.5);
        for (size_t k = 0; k < p->series; k++)
            draw_column(p, i, k, svg);
        bb_lines_draw_at(lines, svg, middle, zero + LABEL_ABOVE + height / 2, BB_ANCHOR_MIDDLE,
                         &BB_LOOK_LABEL);
        deepest = MAX(deepest, height);
    }
    return zero + LABEL_ABOVE + deepest;
}

static double draw_plan(plan *p, GString *svg, double y)
{
    const double baseline = 1, below = 3;
    const bb_chart *chart = p->chart;

    y += bb_legend_draw_series(chart, svg, y) + FIGURE_HEIGHT;
    bb_axis_place_upright(&p->axis, chart, y + HEIGHT, HEIGHT);
    double zero = bb_axis_at(&p->axis, 0);
    bb_axis_draw_level_grid(&p->axis, svg, p->left, chart->width);
    bb_axis_draw_side_labels(&p->axis, chart, svg, p->left - AXIS_SPACE);
    y = draw_columns(p, svg);
    bb_svg_line(svg, "chart-baseline", p->left, zero, chart->width, zero, BB_CHART_BASELINE,
                baseline);
    return y + below;
}

double bb_chart_column_draw(const bb_chart *chart, GString *svg, double y, bb_diag *diag)
{
    plan p;

    plan_init(&p, chart);
    bool upright = has_room(&p);
    if (upright) {
        y = draw_plan(&p, svg, y);
        bb_chart_report_missing(chart, diag);
    }
    plan_clear(&p);
    return upright ? y : bb_chart_bar_draw(chart, svg, y, diag);
}
