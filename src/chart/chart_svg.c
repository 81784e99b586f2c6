/* chart_svg.c - writes the few SVG elements that charts are made of.
 *
 * Looks are presentation attributes, never a style sheet: an inline SVG shares its page's styles,
 * and a rule written here would leak into the page. */
#include "chart/chart_private.h"

#include <math.h>
#include <stdlib.h>

/* Coordinates beyond this are a fault elsewhere; the drawing stays well formed. */
static const double FARTHEST = 1e7;

void bb_svg_number(GString *svg, double value)
{
    if (isnan(value))
        value = 0;
    long hundredths = lround(CLAMP(value, -FARTHEST, FARTHEST) * 100.0);
    if (hundredths < 0)
        g_string_append_c(svg, '-');
    hundredths = labs(hundredths);
    g_string_append_printf(svg, "%ld", hundredths / 100);
    long rest = hundredths % 100;
    if (rest % 10 != 0)
        g_string_append_printf(svg, ".%02ld", rest);
    else if (rest != 0)
        g_string_append_printf(svg, ".%ld", rest / 10);
}

void bb_svg_escape(GString *svg, const char *text)
{
    g_autofree char *clean = bb_chart_clean(text);
    g_autofree char *escaped = g_markup_escape_text(clean, -1);

    g_string_append(svg, escaped);
}

void bb_svg_attribute(GString *svg, const char *name, const char *text)
{
    g_string_append_printf(svg, " %s=\"", name);
    bb_svg_escape(svg, text);
    g_string_append_c(svg, '"');
}

void bb_svg_length(GString *svg, const char *name, double value)
{
    g_string_append_printf(svg, " %s=\"", name);
    bb_svg_number(svg, value);
    g_string_append_c(svg, '"');
}

void bb_svg_rect(GString *svg, const char *class, double x, double y, double width, double height,
                 const char *fill)
{
    g_string_append(svg, "<rect");
    bb_svg_attribute(svg, "class", class);
    bb_svg_length(svg, "x", x);
    bb_svg_length(svg, "y", y);
    bb_svg_length(svg, "width", width);
    bb_svg_length(svg, "height", height);
    bb_svg_attribute(svg, "fill", fill);
    g_string_append(svg, "/>\n");
}

void bb_svg_line(GString *svg, const char *class, double x1, double y1, double x2, double y2,
                 const char *colour, double thickness)
{
    g_string_append(svg, "<line");
    bb_svg_attribute(svg, "class", class);
    bb_svg_length(svg, "x1", x1);
    bb_svg_length(svg, "y1", y1);
    bb_svg_length(svg, "x2", x2);
    bb_svg_length(svg, "y2", y2);
    bb_svg_attribute(svg, "stroke", colour);
    bb_svg_length(svg, "stroke-width", thickness);
    g_string_append(svg, "/>\n");
}

static void write_points(GString *svg, const double *points, size_t count)
{
    g_string_append(svg, " points=\"");
    for (size_t i = 0; i < 2 * count; i++) {
        if (i > 0)
            g_string_append_c(svg, i % 2 == 0 ? ' ' : ',');
        bb_svg_number(svg, points[i]);
    }
    g_string_append_c(svg, '"');
}

void bb_svg_path(GString *svg, const char *class, const double *points, size_t count,
                 const char *colour, double thickness)
{
    g_string_append(svg, "<polyline");
    bb_svg_attribute(svg, "class", class);
    write_points(svg, points, count);
    g_string_append(svg, " fill=\"none\"");
    bb_svg_attribute(svg, "stroke", colour);
    bb_svg_length(svg, "stroke-width", thickness);
    g_string_append(svg, " stroke-linejoin=\"round\"/>\n");
}

void bb_svg_polygon(GString *svg, const char *class, const double *points, size_t count,
                    const char *fill)
{
    g_string_append(svg, "<polygon");
    bb_svg_attribute(svg, "class", class);
    write_points(svg, points, count);
    bb_svg_attribute(svg, "fill", fill);
    g_string_append(svg, "/>\n");
}

void bb_svg_text(GString *svg, double x, double y, bb_anchor anchor, const bb_chart_look *look,
                 const char *text)
{
    g_string_append(svg, "<text");
    bb_svg_length(svg, "x", x);
    bb_svg_length(svg, "y", y);
    if (anchor != BB_ANCHOR_START)
        bb_svg_attribute(svg, "text-anchor", anchor == BB_ANCHOR_MIDDLE ? "middle" : "end");
    bb_svg_length(svg, "font-size", look->size);
    if (look->bold)
        bb_svg_attribute(svg, "font-weight", "bold");
    bb_svg_attribute(svg, "fill", look->colour);
    g_string_append_c(svg, '>');
    bb_svg_escape(svg, text);
    g_string_append(svg, "</text>\n");
}
