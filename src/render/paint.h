/* paint.h - boxes, rules and pictures on a cairo context, in points. */
#ifndef BB_RENDER_PAINT_H
#define BB_RENDER_PAINT_H

#include "layout/area.h"

#include <cairo.h>

void bb_paint_color(cairo_t *cr, uint32_t rgba);

/* Background and borders of a box at x, y. */
void bb_paint_box(cairo_t *cr, const bb_area_box *box, double x, double y, double width,
                  double height);

/* A horizontal rule that fills the rectangle. */
void bb_paint_rule(cairo_t *cr, const bb_border_side *rule, double x, double y, double width);

/* A picture in its viewport at x, y. False when it could not be drawn. */
bool bb_paint_graphic(cairo_t *cr, const bb_graphic *graphic, double x, double y);

#endif
