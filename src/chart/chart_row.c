/* chart_row.c - the rows that every chart with horizontal bars has: numbers, labels and headings.
 *
 * Labels stand in a column beside their bars, no wider than they need; on a narrow drawing each
 * stands above its bar, and the bars have the full width. What a row shows of its figures is the
 * business of the kind. */
#include "base/text.h"
#include "chart/chart_private.h"

static const double LABEL_SHARE = 0.46;  /* of the width, for numbers and labels at most */
static const double NUMBER_SHARE = 0.12; /* of the width, for a number at most */
static const double NUMBER_SPACE = 7;    /* from number to label */
static const double LABEL_SPACE = 10;    /* from label to bar */
static const double GROUP_SPACE = 9;     /* above a group */

/* Labels beside the bars. */
static const double ONE_LINE = 18, TWO_LINES = 26, BAR_SPACE = 7;
/* Labels above the bars. */
static const double ABOVE_BAR = 3, BELOW_BAR = 9;

static void row_clear(void *item)
{
    bb_row *row = item;

    g_free(row->number);
    bb_lines_clear(&row->label);
}

/* A total that has no name of its own stands in the line of its group's heading. */
static bool is_heading(const bb_chart_bar *bar)
{
    return bar->total && g_strcmp0(bb_chart_bar_name(bar), bar->group) == 0;
}

static void add_heading(bb_rows *rows, const bb_chart_bar *bar)
{
    bb_row row = {.bar = bar, .heading = true, .look = &BB_LOOK_STRONG, .opens = true};

    bb_lines_wrap(&row.label, bar->group, row.look, rows->chart->width);
    g_array_append_val(rows->items, row);
}

static void add_bar(bb_rows *rows, const bb_chart_bar *bar, bool opens)
{
    bb_row row = {.bar = bar, .opens = opens};

    row.look = bar->total ? &BB_LOOK_STRONG : &BB_LOOK_LABEL;
    if (!bb_text_is_blank(bar->number)) {
        row.number = bb_chart_text_fit(bar->number, row.look, rows->chart->width * NUMBER_SHARE);
        double width = bb_chart_text_width(row.number, row.look) + NUMBER_SPACE;
        rows->number_width = MAX(rows->number_width, width);
    }
    g_array_append_val(rows->items, row);
}

static void add_rows(bb_rows *rows)
{
    const bb_chart *chart = rows->chart;

    for (size_t i = 0; i < chart->bar_count; i++) {
        const bb_chart_bar *bar = &chart->bars[i];
        bool opens = i == 0 || !bb_chart_same_group(bar, bar - 1);
        bool heading = opens && !bb_text_is_blank(bar->group) && !is_heading(bar);
        if (heading)
            add_heading(rows, bar);
        add_bar(rows, bar, opens && !heading);
    }
}

bb_row *bb_rows_at(const bb_rows *rows, size_t index)
{
    return &g_array_index(rows->items, bb_row, index);
}

/* The label column is as wide as its widest label; a label that needs more than its share of the
 * drawing has a second line. */
static void wrap_labels(bb_rows *rows)
{
    double share = rows->narrow ? 1 : LABEL_SHARE;
    double room = rows->chart->width * share - rows->number_width;
    double widest = 0;

    for (size_t i = 0; i < rows->items->len; i++) {
        bb_row *row = bb_rows_at(rows, i);
        if (row->heading)
            continue;
        bb_lines_wrap(&row->label, bb_chart_bar_name(row->bar), row->look, room);
        widest = MAX(widest, row->label.width);
    }
    rows->left = rows->narrow ? 0 : rows->number_width + widest + LABEL_SPACE;
}

void bb_rows_init(bb_rows *rows, const bb_chart *chart)
{
    *rows = (bb_rows){.chart = chart, .narrow = chart->width < BB_CHART_NARROW};
    rows->items = g_array_new(FALSE, TRUE, sizeof(bb_row));
    g_array_set_clear_func(rows->items, row_clear);
    add_rows(rows);
    wrap_labels(rows);
}

void bb_rows_clear(bb_rows *rows)
{
    g_array_unref(rows->items);
    *rows = (bb_rows){0};
}

/* Bars at one pitch are easier to compare, so that one label of two lines makes room in every row.
 */
static double pitch(const bb_rows *rows)
{
    double height = ONE_LINE;

    for (size_t i = 0; i < rows->items->len; i++) {
        const bb_row *row = bb_rows_at(rows, i);
        if (!row->heading && row->label.count > 1)
            height = MAX(height, TWO_LINES);
        height = MAX(height, row->thickness + BAR_SPACE);
    }
    return height;
}

static void place_wide(bb_row *row, double y, double height)
{
    if (row->heading)
        height = row->label.count > 1 ? TWO_LINES : ONE_LINE;
    row->height = height;
    row->middle = y + height / 2;
}

static void place_narrow(bb_row *row, double y)
{
    row->height = row->label.count * bb_chart_text_leading(row->look) + ABOVE_BAR;
    if (row->heading)
        return;
    row->middle = y + row->height + row->thickness / 2;
    row->height += row->thickness + BELOW_BAR;
}

void bb_rows_place(bb_rows *rows, double y, double thickness, double total_thickness)
{
    for (size_t i = 0; i < rows->items->len; i++) {
        bb_row *row = bb_rows_at(rows, i);
        if (!row->heading)
            row->thickness = row->bar->total ? total_thickness : thickness;
    }
    double height = pitch(rows);
    for (size_t i = 0; i < rows->items->len; i++) {
        bb_row *row = bb_rows_at(rows, i);
        if (row->opens && i > 0)
            y += GROUP_SPACE;
        row->top = y;
        if (rows->narrow)
            place_narrow(row, y);
        else
            place_wide(row, y, height);
        y += row->height;
    }
    rows->bottom = y;
}

void bb_rows_draw_label(const bb_rows *rows, const bb_row *row, GString *svg)
{
    double leading = bb_chart_text_leading(row->look), block = row->label.count * leading;
    double middle = rows->narrow ? row->top + block / 2 : row->middle;
    double first = middle - (block - leading) / 2;

    if (row->number != NULL)
        bb_svg_text(svg, 0, first + bb_chart_text_drop(row->look), BB_ANCHOR_START, row->look,
                    row->number);
    bb_lines_draw(&row->label, svg, row->heading ? 0 : rows->number_width, middle, row->look);
}

bool bb_rows_next_stretch(const bb_rows *rows, size_t *index, double *top, double *bottom)
{
    while (*index < rows->items->len && bb_rows_at(rows, *index)->heading)
        (*index)++;
    if (*index == rows->items->len)
        return false;

    const bb_row *row = bb_rows_at(rows, (*index)++);
    if (rows->narrow) {
        *top = row->middle - row->thickness / 2;
        *bottom = row->middle + row->thickness / 2;
        return true;
    }
    *top = row->top;
    *bottom = row->top + row->height;
    for (; *index < rows->items->len; (*index)++) {
        row = bb_rows_at(rows, *index);
        if (row->heading)
            break;
        *bottom = row->top + row->height;
    }
    return true;
}

void bb_rows_report(const bb_rows *rows, bb_diag *diag)
{
    for (size_t i = 0; i < rows->items->len; i++) {
        const bb_row *row = bb_rows_at(rows, i);
        if (!row->label.cut)
            continue;
        g_autofree char *name =
            bb_chart_shorten_name(row->heading ? row->bar->group : bb_chart_bar_name(row->bar));
        bb_diag_report(diag, BB_M_CHART_LABEL_LONG, row->bar->place, name);
    }
}
