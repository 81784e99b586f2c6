/* chart_legend.c - what the colours mean, in words, above the drawing. */
#include "chart/chart_private.h"

static const double SWATCH = 9, AFTER_SWATCH = 5, BETWEEN = 14, LINE = 15, BELOW = 6;

double bb_legend_draw(GString *svg, double y, double width, const bb_legend_entry *entries,
                      size_t count)
{
    double x = 0, middle = y + LINE / 2;

    for (size_t i = 0; i < count; i++) {
        bb_lines name;
        bb_lines_wrap(&name, entries[i].name, &BB_LOOK_LABEL, width - SWATCH - AFTER_SWATCH);
        double wide = SWATCH + AFTER_SWATCH + name.width;
        if (x > 0 && x + wide > width) {
            x = 0;
            middle += LINE;
        }
        /* A name of two lines pushes what follows one line down. */
        double extra = (name.count - 1) * LINE;
        bb_svg_rect(svg, "chart-key", x, middle - SWATCH / 2, SWATCH, SWATCH, entries[i].colour);
        bb_lines_draw(&name, svg, x + SWATCH + AFTER_SWATCH, middle + extra / 2, &BB_LOOK_LABEL);
        middle += extra;
        x += wide + BETWEEN;
        bb_lines_clear(&name);
    }
    return count > 0 ? middle + LINE / 2 + BELOW - y : 0;
}

double bb_legend_draw_series(const bb_chart *chart, GString *svg, double y)
{
    g_autofree bb_legend_entry *entries = g_new0(bb_legend_entry, MAX(chart->series_count, 1));

    if (chart->series_count < 2)
        return 0;
    for (size_t i = 0; i < chart->series_count; i++)
        entries[i] =
            (bb_legend_entry){bb_chart_series_paint(i)->fill, bb_chart_series_name(chart, i)};
    return bb_legend_draw(svg, y, chart->width, entries, chart->series_count);
}
