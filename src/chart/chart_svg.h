/* chart_svg.h - what a drawing is made of: SVG elements, and text that is measured and wrapped.
 *
 * Lengths are points, y runs down, and every drawing function appends to the SVG it is given. Text
 * handed to these functions may be anything that a writer typed; it is cleaned here. */
#ifndef BB_CHART_CHART_SVG_H
#define BB_CHART_CHART_SVG_H

#include <glib.h>
#include <stdbool.h>

/* --- looks --- */

/* tests/unit/test_chart.c checks their contrast. */
#define BB_CHART_INK "#0B0C0C"
#define BB_CHART_GREY_INK "#3D3D3D"
#define BB_CHART_GRID "#D9D9D9"
#define BB_CHART_BASELINE "#3D3D3D"
#define BB_CHART_PAPER "#FFFFFF"
#define BB_CHART_BLUE "#12436D"
#define BB_CHART_TURQUOISE "#28A197"

typedef struct bb_chart_look {
    double size;
    bool bold;
    const char *colour;
} bb_chart_look;

extern const bb_chart_look BB_LOOK_TITLE, BB_LOOK_LABEL, BB_LOOK_STRONG, BB_LOOK_AXIS;

/* --- chart_svg.c: elements --- */

typedef enum { BB_ANCHOR_START, BB_ANCHOR_MIDDLE, BB_ANCHOR_END } bb_anchor;

/* Two decimals at most, no locale, no exponent. */
void bb_svg_number(GString *svg, double value);
/* With & < > " ' escaped, bytes that are not UTF-8 replaced, what XML forbids left out. */
void bb_svg_escape(GString *svg, const char *text);
/* ' name="text"' and ' name="value"' */
void bb_svg_attribute(GString *svg, const char *name, const char *text);
void bb_svg_length(GString *svg, const char *name, double value);
void bb_svg_rect(GString *svg, const char *class, double x, double y, double width, double height,
                 const char *fill);
void bb_svg_line(GString *svg, const char *class, double x1, double y1, double x2, double y2,
                 const char *colour, double thickness);
/* A line through the points, x and y by turns. */
void bb_svg_path(GString *svg, const char *class, const double *points, size_t count,
                 const char *colour, double thickness);
/* A shape of straight sides around the points. */
void bb_svg_polygon(GString *svg, const char *class, const double *points, size_t count,
                    const char *fill);
/* The text on one line; y is its baseline. */
void bb_svg_text(GString *svg, double x, double y, bb_anchor anchor, const bb_chart_look *look,
                 const char *text);

/* --- chart_text.c: measuring and wrapping --- */

/* Valid UTF-8 without what XML forbids, runs of white space as one space; NULL gives "". Gives a
 * string for g_free. */
char *bb_chart_clean(const char *text);

/* How wide a common sans-serif face may set it. */
double bb_chart_text_width(const char *text, const bb_chart_look *look);

/* From a line's middle down to its baseline, and from one baseline to the next. */
double bb_chart_text_drop(const bb_chart_look *look);
double bb_chart_text_leading(const bb_chart_look *look);

/* The text, cleaned, on one line, cut short with an ellipsis when it is too long. Gives a string
 * for g_free. */
char *bb_chart_text_fit(const char *text, const bb_chart_look *look, double width);

enum { BB_LINES_MOST = 2 };

typedef struct bb_lines {
    char *line[BB_LINES_MOST]; /* for g_free */
    int count;
    double width; /* of the widest */
    bool cut;     /* the text was longer and ends with an ellipsis */
} bb_lines;

/* Sets the text on as few lines as it needs, of equal length as far as its words allow. */
void bb_lines_wrap(bb_lines *lines, const char *text, const bb_chart_look *look, double width);
void bb_lines_clear(bb_lines *lines);
/* Draws them with the middle of the block at y. */
void bb_lines_draw(const bb_lines *lines, GString *svg, double x, double y,
                   const bb_chart_look *look);
void bb_lines_draw_at(const bb_lines *lines, GString *svg, double x, double y, bb_anchor anchor,
                      const bb_chart_look *look);

#endif
