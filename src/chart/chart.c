/* chart.c - the frame around every kind of chart: the SVG's root, its names, its background. */
#include "chart/chart.h"
#include "base/number.h"
#include "base/text.h"
#include "chart/chart_private.h"

#include <math.h>

static const double NARROWEST = 150, WIDEST = 2000;

static const struct {
    const char *name;
    bb_chart_word word;
    bb_chart_draw_fn *draw;
} KINDS[BB_CHART_KIND_COUNT] = {
    [BB_CHART_BAR] = {"bar", BB_CHART_WORD_KIND_BAR, bb_chart_bar_draw},
    [BB_CHART_GROUPED] = {"grouped", BB_CHART_WORD_KIND_GROUPED, bb_chart_bar_draw},
    [BB_CHART_STACKED] = {"stacked", BB_CHART_WORD_KIND_STACKED, bb_chart_stacked_draw},
    [BB_CHART_COLUMN] = {"column", BB_CHART_WORD_KIND_COLUMN, bb_chart_column_draw},
    [BB_CHART_LINE] = {"line", BB_CHART_WORD_KIND_LINE, bb_chart_line_draw},
    [BB_CHART_ORGANISATION] = {"organisation", BB_CHART_WORD_KIND_TREE, bb_chart_tree_draw},
};

bb_chart_kind bb_chart_find_kind(const char *name)
{
    int kind = 0;

    while (kind < BB_CHART_KIND_COUNT && g_strcmp0(KINDS[kind].name, name) != 0)
        kind++;
    return (bb_chart_kind)kind;
}

bb_chart_word bb_chart_kind_word(bb_chart_kind kind)
{
    return KINDS[kind].word;
}

/* An id without the spaces that would make two of it. */
static char *id_of(const bb_chart *chart)
{
    g_autofree char *clean = bb_chart_clean(chart->id);

    return *clean != '\0' ? g_strdelimit(g_steal_pointer(&clean), " ", '-') : g_strdup("chart");
}

static double width_of(const bb_chart *chart)
{
    if (!isfinite(chart->width) || chart->width <= 0)
        return BB_CHART_WIDTH;
    return CLAMP(chart->width, NARROWEST, WIDEST);
}

static void write_root(GString *svg, const char *id, double width, double height)
{
    g_string_append(svg, "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"");
    g_string_append(svg, " aria-labelledby=\"");
    bb_svg_escape(svg, id);
    g_string_append(svg, "-title ");
    bb_svg_escape(svg, id);
    g_string_append(svg, "-desc\" width=\"");
    bb_svg_number(svg, width);
    g_string_append(svg, "pt\" height=\"");
    bb_svg_number(svg, height);
    g_string_append(svg, "pt\" viewBox=\"0 0 ");
    bb_svg_number(svg, width);
    g_string_append_c(svg, ' ');
    bb_svg_number(svg, height);
    g_string_append(svg, "\" font-family=\"Lato, 'Open Sans', sans-serif\">\n");
}

static void write_name(GString *svg, const char *element, const char *id, const char *text)
{
    g_autofree char *whole = g_strconcat(id, "-", element, NULL);

    g_string_append_printf(svg, "<%s", element);
    bb_svg_attribute(svg, "id", whole);
    g_string_append_c(svg, '>');
    bb_svg_escape(svg, text);
    g_string_append_printf(svg, "</%s>\n", element);
}

static double draw_line_of_title(GString *svg, const char *text, const bb_chart_look *look,
                                 double width, double y)
{
    bb_lines lines;

    if (bb_text_is_blank(text))
        return y;
    bb_lines_wrap(&lines, text, look, width);
    double height = lines.count * bb_chart_text_leading(look);
    bb_lines_draw(&lines, svg, 0, y + height / 2, look);
    bb_lines_clear(&lines);
    return y + height;
}

static double draw_title(const bb_chart *chart, GString *svg)
{
    const double below = 8;

    if (!chart->show_title)
        return 0;
    double y = draw_line_of_title(svg, chart->title, &BB_LOOK_TITLE, chart->width, 0);
    y = draw_line_of_title(svg, chart->subtitle, &BB_LOOK_LABEL, chart->width, y);
    return y > 0 ? y + below : 0;
}

static double draw_body(const bb_chart *chart, GString *svg, bb_diag *diag)
{
    double y = draw_title(chart, svg);

    if (chart->bar_count > 0) {
        bb_chart_report_series(chart, diag);
        return KINDS[chart->kind].draw(chart, svg, y, diag);
    }
    if (diag != NULL) {
        g_autofree char *title = bb_chart_shorten_name(chart->title);
        bb_diag_report(diag, BB_M_CHART_EMPTY, chart->place, title);
    }
    return draw_line_of_title(svg, bb_chart_say(chart, BB_CHART_WORD_EMPTY), &BB_LOOK_LABEL,
                              chart->width, y);
}

static void report_height(const bb_chart *chart, double height, bb_diag *diag)
{
    bool on_screen = chart->width < BB_CHART_NARROW;

    if (diag == NULL || on_screen || height <= BB_CHART_TALLEST)
        return;
    g_autofree char *count = bb_number_print((double)chart->bar_count, 0);
    g_autofree char *title = bb_chart_shorten_name(chart->title);
    bb_diag_report(diag, BB_M_CHART_TALL, chart->place, title, count);
}

char *bb_chart_draw(const bb_chart *chart, bb_diag *diag)
{
    bb_chart sized = *chart;
    g_autoptr(GString) body = g_string_new(NULL);
    g_autofree char *id = id_of(chart);
    g_autofree char *drafted = NULL;

    g_assert((unsigned)chart->kind < BB_CHART_KIND_COUNT);
    sized.width = width_of(chart);
    if (bb_text_is_blank(chart->description)) {
        drafted = bb_chart_describe(chart);
        sized.description = drafted;
    }
    double height = ceil(draw_body(&sized, body, diag));
    report_height(&sized, height, diag);

    GString *svg = g_string_new(NULL);
    write_root(svg, id, sized.width, height);
    write_name(svg, "title", id, sized.title);
    write_name(svg, "desc", id, sized.description);
    bb_svg_rect(svg, "chart-paper", 0, 0, sized.width, height, BB_CHART_PAPER);
    g_string_append_len(svg, body->str, (gssize)body->len);
    g_string_append(svg, "</svg>\n");
    return g_string_free(svg, FALSE);
}
