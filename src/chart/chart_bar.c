/* chart_bar.c - horizontal bars, their figures printed at their ends: one a row, or in a grouped
 * chart one for each series. */
#include "chart/chart_private.h"

#include <math.h>

static const double FIGURE_SHARE = 0.30; /* of the width, for a printed figure at most */
static const double FIGURE_SPACE = 4;    /* from bar to figure */
static const double SHORTEST_SCALE = 40;
static const double OVERHANG = 3; /* of scale lines beyond what they measure */
static const double BASELINE_THICKNESS = 1;
static const double THICKNESS = 11, TOTAL_THICKNESS = 15;
static const double GROUPED_THICKNESS = 10.5, BETWEEN_GROUPED = 1;

typedef struct {
    const bb_chart *chart;
    bb_rows rows;
    size_t series;
    GPtrArray *prints; /* for each row one of each series: the figure as printed, or NULL */
    bb_axis axis;
} plan;

static double value_of(const bb_row *row, size_t series)
{
    return bb_chart_has_figure(row->bar, series) ? row->bar->figures[series].value : 0;
}

static const char *print_of(const plan *p, size_t index, size_t series)
{
    return p->prints->pdata[index * p->series + series];
}

static void plan_prints(plan *p)
{
    p->prints = g_ptr_array_new_with_free_func(g_free);
    for (size_t i = 0; i < p->rows.items->len * p->series; i++) {
        const bb_row *row = bb_rows_at(&p->rows, i / p->series);
        g_autofree char *print = NULL;
        if (!row->heading)
            print = bb_chart_print_figure(p->chart, row->bar, i % p->series);
        g_ptr_array_add(p->prints,
                        print == NULL
                            ? NULL
                            : bb_chart_text_fit(print, row->look, p->chart->width * FIGURE_SHARE));
    }
}

/* From a bar's end to the far side of its figure. */
static double figure_room(const plan *p, size_t index, size_t series)
{
    const bb_row *row = bb_rows_at(&p->rows, index);

    return FIGURE_SPACE + bb_chart_text_width(print_of(p, index, series), row->look);
}

/* The longest scale that leaves room for every figure beyond the end of its bar. */
static void plan_axis(plan *p)
{
    size_t count = p->rows.items->len * p->series;
    double start = p->rows.left, before = 0;

    bb_axis_choose(&p->axis, p->chart);
    for (size_t i = 0; i < count; i++) {
        size_t index = i / p->series, series = i % p->series;
        const bb_row *row = bb_rows_at(&p->rows, index);
        if (!row->heading && value_of(row, series) < 0 && p->axis.minimum < 0)
            before = MAX(before, figure_room(p, index, series));
    }
    start += before;
    double room = p->chart->width - start;
    double length = room - bb_axis_label_width(&p->axis, p->chart) / 2;
    for (size_t i = 0; i < count; i++) {
        size_t index = i / p->series, series = i % p->series;
        const bb_row *row = bb_rows_at(&p->rows, index);
        double share = row->heading ? 0 : bb_axis_share(&p->axis, MAX(value_of(row, series), 0));
        if (share > 0)
            length = MIN(length, (room - figure_room(p, index, series)) / share);
    }
    bb_axis_place(&p->axis, p->chart, start, MAX(length, SHORTEST_SCALE));
}

/* Two strokes through the bar near its end: it goes on beyond the scale. */
static void draw_cut(GString *svg, double x, double y, double height)
{
    const double slant = 3, apart = 4, from_end = 6, stroke = 1.6;

    for (int i = 0; i < 2; i++) {
        double at = x - from_end - i * apart;
        bb_svg_line(svg, "chart-cut", at - slant / 2, y + height, at + slant / 2, y, BB_CHART_PAPER,
                    stroke);
    }
}

/* On paper of its own, so that no grid line runs through it. */
static void draw_figure(const bb_row *row, const char *print, GString *svg, double end, double y,
                        double most, bool left)
{
    double width = bb_chart_text_width(print, row->look);
    double height = MIN(bb_chart_text_leading(row->look), most);
    double x = left ? end - FIGURE_SPACE : end + FIGURE_SPACE;

    bb_svg_rect(svg, "chart-clear", left ? x - width : x - 1, y - height / 2, width + 1, height,
                BB_CHART_PAPER);
    bb_svg_text(svg, x, y + bb_chart_text_drop(row->look), left ? BB_ANCHOR_END : BB_ANCHOR_START,
                row->look, print);
}

static const char *colour_of(const plan *p, const bb_row *row, size_t series)
{
    if (p->chart->kind == BB_CHART_BAR)
        return row->bar->total ? BB_CHART_TURQUOISE : BB_CHART_BLUE;
    return bb_chart_series_paint(series)->fill;
}

static void draw_bar(const plan *p, size_t index, size_t series, GString *svg)
{
    const bb_row *row = bb_rows_at(&p->rows, index);
    double pitch = row->thickness / (double)p->series;
    double thickness = p->series > 1 ? pitch - BETWEEN_GROUPED : pitch;
    double value = value_of(row, series);
    double middle = row->middle - row->thickness / 2 + pitch * ((double)series + 0.5);
    double zero = bb_axis_at(&p->axis, 0), end = bb_axis_at(&p->axis, value);
    double y = middle - thickness / 2;

    if (bb_chart_has_figure(row->bar, series))
        bb_svg_rect(svg, row->bar->total ? "chart-total" : "chart-bar", MIN(zero, end), y,
                    fabs(end - zero), thickness, colour_of(p, row, series));
    if (!bb_axis_holds(&p->axis, value) && value > 0)
        draw_cut(svg, end, y, thickness);
    draw_figure(row, print_of(p, index, series), svg, end, middle,
                p->series > 1 ? pitch : p->chart->width, end < zero);
}

/* Row by row, so that copied text and extracted text keep label and figure together. */
static void draw_rows(const plan *p, GString *svg)
{
    for (size_t i = 0; i < p->rows.items->len; i++) {
        const bb_row *row = bb_rows_at(&p->rows, i);
        bb_rows_draw_label(&p->rows, row, svg);
        for (size_t k = 0; !row->heading && k < p->series; k++)
            draw_bar(p, i, k, svg);
    }
}

static void draw_grid(const plan *p, GString *svg)
{
    double top, bottom;

    for (size_t i = 0; bb_rows_next_stretch(&p->rows, &i, &top, &bottom);)
        bb_axis_draw_grid(&p->axis, svg, top - OVERHANG, bottom + OVERHANG);
}

static void draw_baseline(const plan *p, GString *svg)
{
    /* Half of the line would stand outside a drawing that begins with it. */
    double x = MAX(bb_axis_at(&p->axis, 0), BASELINE_THICKNESS / 2), top, bottom;

    for (size_t i = 0; bb_rows_next_stretch(&p->rows, &i, &top, &bottom);)
        bb_svg_line(svg, "chart-baseline", x, top - OVERHANG, x, bottom + OVERHANG,
                    BB_CHART_BASELINE, BASELINE_THICKNESS);
}

static double draw_legend(const bb_chart *chart, GString *svg, double y)
{
    const bb_legend_entry entries[] = {
        {BB_CHART_TURQUOISE, chart->total_name},
        {BB_CHART_BLUE, chart->series_count > 0 ? chart->series[0] : NULL},
    };
    bool totals = false, others = false;

    if (chart->kind != BB_CHART_BAR)
        return bb_legend_draw_series(chart, svg, y);
    for (size_t i = 0; i < chart->bar_count; i++) {
        totals = totals || chart->bars[i].total;
        others = others || !chart->bars[i].total;
    }
    if (!totals || !others || entries[0].name == NULL || entries[1].name == NULL)
        return 0;
    return bb_legend_draw(svg, y, chart->width, entries, G_N_ELEMENTS(entries));
}

static void report_figure(const plan *p, size_t index, size_t series, bb_diag *diag)
{
    const bb_axis *axis = &p->axis;
    const bb_row *row = bb_rows_at(&p->rows, index);
    g_autofree char *low = bb_chart_print_value(p->chart, axis->minimum, axis->decimals);
    g_autofree char *high = bb_chart_print_value(p->chart, axis->maximum, axis->decimals);
    g_autofree char *name = bb_chart_shorten_name(bb_chart_bar_name(row->bar));

    if (!bb_chart_has_figure(row->bar, series))
        bb_diag_report(diag, BB_M_CHART_FIGURE_MISSING, row->bar->place, name);
    else if (!bb_axis_holds(axis, value_of(row, series)))
        bb_diag_report(diag, BB_M_CHART_FIGURE_OUTSIDE, row->bar->place, name,
                       print_of(p, index, series), low, high);
}

static void report_figures(const plan *p, bb_diag *diag)
{
    for (size_t i = 0; i < p->rows.items->len * p->series; i++) {
        if (!bb_rows_at(&p->rows, i / p->series)->heading)
            report_figure(p, i / p->series, i % p->series, diag);
    }
}

double bb_chart_bar_draw(const bb_chart *chart, GString *svg, double y, bb_diag *diag)
{
    plan p = {.chart = chart, .series = bb_chart_series(chart)};
    double grouped = GROUPED_THICKNESS * (double)p.series;

    y += draw_legend(chart, svg, y) + OVERHANG;
    bb_rows_init(&p.rows, chart);
    plan_prints(&p);
    plan_axis(&p);
    if (p.series > 1)
        bb_rows_place(&p.rows, y, grouped, grouped);
    else
        bb_rows_place(&p.rows, y, THICKNESS, TOTAL_THICKNESS);

    draw_grid(&p, svg);
    draw_rows(&p, svg);
    draw_baseline(&p, svg);
    bb_axis_draw_labels(&p.axis, chart, svg, p.rows.bottom);
    if (diag != NULL) {
        bb_rows_report(&p.rows, diag);
        report_figures(&p, diag);
    }
    y = p.rows.bottom + BB_AXIS_HEIGHT;
    g_ptr_array_unref(p.prints);
    bb_rows_clear(&p.rows);
    return y;
}
