/* chart_stacked.c - bars of one length, each divided by its figures.
 *
 * The length of a part is its share of the bar's whole; what is written on it is the figure itself,
 * so that a reader sees the proportion and the size of the sample both. A part that is too short
 * for its figure has it above. */
#include "chart/chart_private.h"

#include <math.h>

static const double THICKNESS = 15;
static const double OVERHANG = 3;     /* of scale lines beyond the bars */
static const double FIGURE_ROOM = 3;  /* on each side of a figure within its part */
static const double LIFT = 10;        /* above a bar, for figures that don't fit */
static const double APART = 3;        /* free between two of these */
static const double PART_SPACE = 0.8; /* of paper between two parts */
static const double WHOLE = 100;

typedef struct {
    const bb_chart *chart;
    bb_chart scale; /* the same chart, measured in shares of the whole */
    bb_rows rows;
    bb_axis axis;
} plan;

static double part_of(const bb_chart_bar *bar, size_t series)
{
    return bb_chart_has_figure(bar, series) ? MAX(bar->figures[series].value, 0) : 0;
}

static double sum_of(const plan *p, const bb_chart_bar *bar)
{
    double sum = 0;

    for (size_t k = 0; k < bb_chart_series(p->chart); k++)
        sum += part_of(bar, k);
    return sum;
}

/* Where the part begins and ends on the drawing. */
static void place_part(const plan *p, const bb_chart_bar *bar, size_t series, double *from,
                       double *to)
{
    double sum = sum_of(p, bar), before = 0;

    for (size_t k = 0; k < series; k++)
        before += part_of(bar, k);
    *from = bb_axis_at(&p->axis, sum > 0 ? WHOLE * before / sum : 0);
    *to = bb_axis_at(&p->axis, sum > 0 ? WHOLE * (before + part_of(bar, series)) / sum : 0);
}

static bool fits(double from, double to, const char *print)
{
    return bb_chart_text_width(print, &BB_LOOK_STRONG) + 2 * FIGURE_ROOM <= to - from;
}

/* Whether any figure of the chart has to stand above its bar. */
static bool needs_lift(const plan *p)
{
    for (size_t i = 0; i < p->chart->bar_count; i++) {
        const bb_chart_bar *bar = &p->chart->bars[i];
        for (size_t k = 0; k < bb_chart_series(p->chart); k++) {
            double from, to;
            g_autofree char *print = bb_chart_print_figure(p->chart, bar, k);
            place_part(p, bar, k, &from, &to);
            if (part_of(bar, k) > 0 && !fits(from, to, print))
                return true;
        }
    }
    return false;
}

static void place_rows(plan *p, double y)
{
    double lift = needs_lift(p) ? LIFT : 0;

    bb_rows_place(&p->rows, y, THICKNESS + lift, THICKNESS + lift);
    for (size_t i = 0; i < p->rows.items->len; i++) {
        bb_row *row = bb_rows_at(&p->rows, i);
        if (row->heading)
            continue;
        row->middle += lift / 2;
        row->thickness = THICKNESS;
    }
}

/* Figures above a bar keep off each other; reached is where the last of them ended. */
static void draw_above(const bb_row *row, GString *svg, double middle, const char *print,
                       double most, double *reached)
{
    double width = bb_chart_text_width(print, &BB_LOOK_LABEL);
    double x = MAX(middle - width / 2, *reached);
    double y = row->middle - row->thickness / 2 - LIFT / 2;

    x = MIN(x, most - width);
    bb_svg_rect(svg, "chart-clear", x - 1, y - LIFT / 2, width + 2, LIFT, BB_CHART_PAPER);
    bb_svg_text(svg, x, y + bb_chart_text_drop(&BB_LOOK_LABEL), BB_ANCHOR_START, &BB_LOOK_LABEL,
                print);
    *reached = x + width + APART;
}

static void draw_part(const plan *p, const bb_row *row, size_t series, GString *svg,
                      double *reached)
{
    const bb_chart_paint *paint = bb_chart_series_paint(series);
    g_autofree char *print = bb_chart_print_figure(p->chart, row->bar, series);
    bb_chart_look on = {BB_LOOK_STRONG.size, true, paint->ink};
    double from, to;

    if (part_of(row->bar, series) <= 0)
        return;
    place_part(p, row->bar, series, &from, &to);
    bb_svg_rect(svg, "chart-part", from, row->middle - row->thickness / 2,
                MAX(to - from - PART_SPACE, PART_SPACE), row->thickness, paint->fill);
    if (fits(from, to, print))
        bb_svg_text(svg, (from + to - PART_SPACE) / 2, row->middle + bb_chart_text_drop(&on),
                    BB_ANCHOR_MIDDLE, &on, print);
    else
        draw_above(row, svg, (from + to) / 2, print, p->chart->width, reached);
}

static void draw_empty(const plan *p, const bb_row *row, GString *svg)
{
    bb_svg_text(svg, p->axis.start + FIGURE_ROOM, row->middle + bb_chart_text_drop(row->look),
                BB_ANCHOR_START, row->look, bb_chart_say(p->chart, BB_CHART_WORD_MISSING));
}

static void draw_rows(const plan *p, GString *svg)
{
    for (size_t i = 0; i < p->rows.items->len; i++) {
        const bb_row *row = bb_rows_at(&p->rows, i);
        double reached = 0;
        bb_rows_draw_label(&p->rows, row, svg);
        if (row->heading)
            continue;
        if (sum_of(p, row->bar) <= 0)
            draw_empty(p, row, svg);
        for (size_t k = 0; k < bb_chart_series(p->chart); k++)
            draw_part(p, row, k, svg, &reached);
    }
}

static void draw_grid(const plan *p, GString *svg)
{
    double top, bottom;

    for (size_t i = 0; bb_rows_next_stretch(&p->rows, &i, &top, &bottom);)
        bb_axis_draw_grid(&p->axis, svg, top - OVERHANG, bottom + OVERHANG);
}

static void report_parts(const bb_chart *chart, bb_diag *diag)
{
    for (size_t i = 0; i < chart->bar_count; i++) {
        const bb_chart_bar *bar = &chart->bars[i];
        g_autofree char *name = bb_chart_shorten_name(bb_chart_bar_name(bar));
        for (size_t k = 0; k < bb_chart_series(chart); k++) {
            if (bb_chart_has_figure(bar, k) && bar->figures[k].value < 0)
                bb_diag_report(diag, BB_M_CHART_PART_NEGATIVE, bar->place, name);
        }
    }
}

double bb_chart_stacked_draw(const bb_chart *chart, GString *svg, double y, bb_diag *diag)
{
    plan p = {.chart = chart, .scale = *chart};

    p.scale.minimum = 0;
    p.scale.maximum = WHOLE;
    p.scale.unit = "%";
    y += bb_legend_draw_series(chart, svg, y) + OVERHANG;
    bb_rows_init(&p.rows, chart);
    bb_axis_choose(&p.axis, &p.scale);
    double room = chart->width - p.rows.left - bb_axis_label_width(&p.axis, &p.scale) / 2;
    bb_axis_place(&p.axis, &p.scale, p.rows.left, MAX(room, 1));
    place_rows(&p, y);

    draw_grid(&p, svg);
    draw_rows(&p, svg);
    bb_axis_draw_labels(&p.axis, &p.scale, svg, p.rows.bottom);
    if (diag != NULL) {
        bb_rows_report(&p.rows, diag);
        bb_chart_report_missing(chart, diag);
        report_parts(chart, diag);
    }
    y = p.rows.bottom + BB_AXIS_HEIGHT;
    bb_rows_clear(&p.rows);
    return y;
}
