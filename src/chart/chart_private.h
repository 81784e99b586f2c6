/* chart_private.h - what the kinds of chart share: figures, scale, legend, rows.
 *
 * Lengths are points, y runs down, and every drawing function appends to the SVG it is given. Text
 * handed to these functions may be anything that a writer typed; it is cleaned here. */
#ifndef BB_CHART_PRIVATE_H
#define BB_CHART_PRIVATE_H

#include "chart/chart.h"
#include "chart/chart_svg.h"

#include <glib.h>

/* A colour of the palette, and what may be written on it. */
typedef struct bb_chart_paint {
    const char *fill, *ink;
} bb_chart_paint;

enum { BB_PAINTS = 6 };

/* Of the series in their order; after the sixth it begins again. */
const bb_chart_paint *bb_chart_series_paint(size_t series);

/* --- chart_figure.c: figures as numbers and as words --- */

/* The figure of a bar in a series, if it is there: a number that can be drawn. */
bool bb_chart_has_figure(const bb_chart_bar *bar, size_t series);
/* As it is printed: "76%", or the word for what is missing. Gives a string for g_free. */
char *bb_chart_print_figure(const bb_chart *chart, const bb_chart_bar *bar, size_t series);
char *bb_chart_print_value(const bb_chart *chart, double value, int decimals);
/* What to call the bar: its label, else its group. Lent; never NULL. */
const char *bb_chart_bar_name(const bb_chart_bar *bar);
/* The name of a bar or a chart as a message shows it. Gives a string for g_free. */
char *bb_chart_shorten_name(const char *name);
/* How many figures a bar has. */
size_t bb_chart_series(const bb_chart *chart);
/* The name of a series; never NULL. Lent. */
const char *bb_chart_series_name(const bb_chart *chart, size_t series);
/* Whether a figure lies below zero. */
bool bb_chart_has_negative(const bb_chart *chart);
/* Reports figures that are not there, and more series than colours can tell apart. */
void bb_chart_report_missing(const bb_chart *chart, bb_diag *diag);
void bb_chart_report_series(const bb_chart *chart, bb_diag *diag);
bool bb_chart_same_group(const bb_chart_bar *a, const bb_chart_bar *b);
const char *bb_chart_say(const bb_chart *chart, bb_chart_word word);

/* --- chart_axis.c: a scale of round figures --- */

enum { BB_GRID_MOST = 9 }; /* steps, hence ten lines */

typedef struct bb_axis {
    double minimum, maximum; /* values at the ends */
    double step;
    int decimals;         /* that tell one label from the next */
    double start, length; /* place of the ends on the drawing */
} bb_axis;

/* The scale the chart asks for, or one that holds every figure; always holds zero. */
void bb_axis_choose(bb_axis *axis, const bb_chart *chart);
/* Puts the scale on the drawing, with as many steps as leave the labels apart. */
void bb_axis_place(bb_axis *axis, const bb_chart *chart, double start, double length);
/* Where a value stands; what lies beyond the scale stands at its end. The share is 0 at the
 * scale's start and 1 at its end. */
double bb_axis_share(const bb_axis *axis, double value);
double bb_axis_at(const bb_axis *axis, double value);
bool bb_axis_holds(const bb_axis *axis, double value);
/* Upright grid lines from top to bottom, and the labels below them. */
void bb_axis_draw_grid(const bb_axis *axis, GString *svg, double top, double bottom);
void bb_axis_draw_labels(const bb_axis *axis, const bb_chart *chart, GString *svg, double bottom);
/* The same for a scale that runs up from bottom: level lines from left to right, labels before
 * them. */
void bb_axis_place_upright(bb_axis *axis, const bb_chart *chart, double bottom, double height);
void bb_axis_draw_level_grid(const bb_axis *axis, GString *svg, double left, double right);
void bb_axis_draw_side_labels(const bb_axis *axis, const bb_chart *chart, GString *svg,
                              double right);
double bb_axis_label_width(const bb_axis *axis, const bb_chart *chart);
extern const double BB_AXIS_HEIGHT; /* of the labels with the space above them */

/* --- chart_legend.c --- */

typedef struct bb_legend_entry {
    const char *colour, *name;
} bb_legend_entry;

/* One line of entries, or several when they don't fit; gives the height they took. */
double bb_legend_draw(GString *svg, double y, double width, const bb_legend_entry *entries,
                      size_t count);

/* The series of a chart that has several. */
double bb_legend_draw_series(const bb_chart *chart, GString *svg, double y);

/* --- chart_row.c: rows of labels beside (or above) horizontal bars --- */

typedef struct bb_row {
    const bb_chart_bar *bar;
    bool heading; /* only the heading of the bar's group; the bar has a row of its own */
    bool opens;   /* is the first of its group */
    const bb_chart_look *look;
    char *number; /* or NULL */
    bb_lines label;
    double top, height;
    double middle, thickness; /* of the bar, or of the bars together */
} bb_row;

typedef struct bb_rows {
    const bb_chart *chart;
    GArray *items;       /* bb_row */
    bool narrow;         /* labels stand above their bars */
    double number_width; /* with the space after it; 0 without numbers */
    double left;         /* where the scale may begin */
    double bottom;       /* of the last row, once placed */
} bb_rows;

/* Makes the rows and wraps their labels; rows lend the chart's strings. */
void bb_rows_init(bb_rows *rows, const bb_chart *chart);
void bb_rows_clear(bb_rows *rows);
bb_row *bb_rows_at(const bb_rows *rows, size_t index);
/* Places the rows from y down, for bars of these thicknesses. */
void bb_rows_place(bb_rows *rows, double y, double thickness, double total_thickness);
void bb_rows_draw_label(const bb_rows *rows, const bb_row *row, GString *svg);
/* The next stretch, from *index on, that lines of the scale cross: no line runs through a heading
 * or, where labels stand between the bars, through a label. False after the last. */
bool bb_rows_next_stretch(const bb_rows *rows, size_t *index, double *top, double *bottom);
/* Reports labels that were cut. */
void bb_rows_report(const bb_rows *rows, bb_diag *diag);

/* --- the kinds --- */

/* Draws the chart from y down; gives the y at which it ends. */
typedef double bb_chart_draw_fn(const bb_chart *chart, GString *svg, double y, bb_diag *diag);

/* What a reader calls the kind: "Bar chart". */
bb_chart_word bb_chart_kind_word(bb_chart_kind kind);

bb_chart_draw_fn bb_chart_bar_draw, bb_chart_stacked_draw, bb_chart_column_draw, bb_chart_line_draw,
    bb_chart_tree_draw;

#endif
