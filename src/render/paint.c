/* paint.c - drawing what is not text. */
#include "render/paint.h"

#include "layout/graphic.h"

#include <math.h>

void bb_paint_color(cairo_t *cr, uint32_t rgba)
{
    cairo_set_source_rgb(cr, (rgba >> 24) / 255.0, (rgba >> 16 & 255) / 255.0,
                         (rgba >> 8 & 255) / 255.0);
}

static uint32_t shade(uint32_t rgba, double factor)
{
    uint32_t out = rgba & 0xff;

    for (int shift = 8; shift <= 24; shift += 8) {
        double part = (double)(rgba >> shift & 255);
        part = factor < 1 ? part * factor : 255 - (255 - part) / factor;
        out |= (uint32_t)lround(CLAMP(part, 0, 255)) << shift;
    }
    return out;
}

static void rounded(cairo_t *cr, double x, double y, double w, double h, double r)
{
    r = fmin(r, fmin(w, h) / 2);
    if (r <= 0) {
        cairo_rectangle(cr, x, y, w, h);
        return;
    }
    cairo_new_sub_path(cr);
    cairo_arc(cr, x + w - r, y + r, r, -M_PI_2, 0);
    cairo_arc(cr, x + w - r, y + h - r, r, 0, M_PI_2);
    cairo_arc(cr, x + r, y + h - r, r, M_PI_2, M_PI);
    cairo_arc(cr, x + r, y + r, r, M_PI, 3 * M_PI_2);
    cairo_close_path(cr);
}

/* --- one side --- */

/* A side as a strip: from x0, y0 to x1, y1 along its middle. */
typedef struct {
    double x0, y0, x1, y1, width;
    bool first; /* before or start: lit from there in the styles with relief */
} strip;

static void stroke_strip(cairo_t *cr, const strip *s, double offset, double width)
{
    double length = hypot(s->x1 - s->x0, s->y1 - s->y0);

    if (length <= 0)
        return;
    double nx = -(s->y1 - s->y0) / length * offset, ny = (s->x1 - s->x0) / length * offset;
    cairo_set_line_width(cr, width);
    cairo_move_to(cr, s->x0 + nx, s->y0 + ny);
    cairo_line_to(cr, s->x1 + nx, s->y1 + ny);
    cairo_stroke(cr);
}

static void paint_dashes(cairo_t *cr, const strip *s, bb_fo_keyword style)
{
    double length = hypot(s->x1 - s->x0, s->y1 - s->y0);
    double wanted = style == BB_FO_K_DOTTED ? 2 * s->width : 5 * s->width;
    double on = style == BB_FO_K_DOTTED ? 0 : 3 * s->width;

    if (length <= 0)
        return;
    /* A whole number of steps, so that both ends look alike. */
    double steps = fmax(1, round((length - on) / wanted));
    double step = (length - on) / steps;
    double dashes[] = {on, step - on};
    if (step - on > 0)
        cairo_set_dash(cr, dashes, 2, 0);
    cairo_set_line_cap(cr, on > 0 ? CAIRO_LINE_CAP_BUTT : CAIRO_LINE_CAP_ROUND);
    stroke_strip(cr, s, 0, s->width);
    cairo_set_dash(cr, NULL, 0, 0);
    cairo_set_line_cap(cr, CAIRO_LINE_CAP_BUTT);
}

static void paint_strip(cairo_t *cr, const strip *s, const bb_border_side *side)
{
    const double dark = 0.6, light = 1.6;
    double third = s->width / 3, half = s->width / 2;
    bool sunk = side->style == BB_FO_K_INSET || side->style == BB_FO_K_GROOVE;

    bb_paint_color(cr, side->color);
    switch (side->style) {
    case BB_FO_K_DOTTED:
    case BB_FO_K_DASHED:
        paint_dashes(cr, s, side->style);
        break;
    case BB_FO_K_DOUBLE:
        stroke_strip(cr, s, -third, third);
        stroke_strip(cr, s, third, third);
        break;
    case BB_FO_K_GROOVE:
    case BB_FO_K_RIDGE:
        bb_paint_color(cr, shade(side->color, sunk ? dark : light));
        stroke_strip(cr, s, -half / 2, half);
        bb_paint_color(cr, shade(side->color, sunk ? light : dark));
        stroke_strip(cr, s, half / 2, half);
        break;
    case BB_FO_K_INSET:
    case BB_FO_K_OUTSET:
        bb_paint_color(cr, shade(side->color, sunk == s->first ? dark : light));
        stroke_strip(cr, s, 0, s->width);
        break;
    default:
        stroke_strip(cr, s, 0, s->width);
        break;
    }
}

/* --- whole boxes --- */

static bool same_side(const bb_border_side *a, const bb_border_side *b)
{
    return a->style == b->style && a->width == b->width && a->color == b->color;
}

static bool is_uniform(const bb_area_box *box)
{
    return box->before.width > 0 && box->before.style == BB_FO_K_SOLID &&
           same_side(&box->before, &box->after) && same_side(&box->before, &box->start) &&
           same_side(&box->before, &box->end);
}

static void paint_sides(cairo_t *cr, const bb_area_box *box, double x, double y, double w, double h)
{
    double top = bb_length_to_pt(box->before.width), bottom = bb_length_to_pt(box->after.width);
    double left = bb_length_to_pt(box->start.width), right = bb_length_to_pt(box->end.width);

    if (top > 0)
        paint_strip(cr, &(strip){x, y + top / 2, x + w, y + top / 2, top, true}, &box->before);
    if (bottom > 0)
        paint_strip(cr, &(strip){x, y + h - bottom / 2, x + w, y + h - bottom / 2, bottom, false},
                    &box->after);
    if (left > 0)
        paint_strip(cr, &(strip){x + left / 2, y, x + left / 2, y + h, left, true}, &box->start);
    if (right > 0)
        paint_strip(cr, &(strip){x + w - right / 2, y, x + w - right / 2, y + h, right, false},
                    &box->end);
}

static void paint_image(cairo_t *cr, const bb_area_image *image, double x, double y, double width,
                        double height);

void bb_paint_box(cairo_t *cr, const bb_area_box *box, double x, double y, double width,
                  double height)
{
    double radius = bb_length_to_pt(box->radius);

    if ((box->background & 0xff) != 0 && width > 0 && height > 0) {
        bb_paint_color(cr, box->background);
        rounded(cr, x, y, width, height, radius);
        cairo_fill(cr);
    }
    if (box->image != NULL) {
        double left = bb_length_to_pt(box->start.width), top = bb_length_to_pt(box->before.width);
        paint_image(cr, box->image, x + left, y + top,
                    width - left - bb_length_to_pt(box->end.width),
                    height - top - bb_length_to_pt(box->after.width));
    }
    if (is_uniform(box)) {
        double line = bb_length_to_pt(box->before.width);
        bb_paint_color(cr, box->before.color);
        cairo_set_line_width(cr, line);
        rounded(cr, x + line / 2, y + line / 2, width - line, height - line, radius - line / 2);
        cairo_stroke(cr);
        return;
    }
    paint_sides(cr, box, x, y, width, height);
}

void bb_paint_rule(cairo_t *cr, const bb_border_side *rule, double x, double y, double width)
{
    double line = bb_length_to_pt(rule->width);

    if (rule->style == BB_FO_K_NONE || line <= 0)
        return;
    paint_strip(cr, &(strip){x, y + line / 2, x + width, y + line / 2, line, true}, rule);
}

static bool paint_svg(cairo_t *cr, RsvgHandle *svg, double x, double y, double w, double h)
{
    RsvgRectangle viewport = {x, y, w, h};

    return rsvg_handle_render_document(svg, cr, &viewport, NULL);
}

static void paint_pixels(cairo_t *cr, cairo_surface_t *pixels, double x, double y, double w,
                         double h)
{
    double own_width = cairo_image_surface_get_width(pixels);
    double own_height = cairo_image_surface_get_height(pixels);

    cairo_save(cr);
    cairo_translate(cr, x, y);
    cairo_scale(cr, w / own_width, h / own_height);
    cairo_set_source_surface(cr, pixels, 0, 0);
    /* A fill, not a paint: an unclipped opaque paint would let cairo drop what lies below. */
    cairo_rectangle(cr, 0, 0, own_width, own_height);
    cairo_fill(cr);
    cairo_restore(cr);
}

static bool paint_picture(cairo_t *cr, const bb_picture *picture, double x, double y, double w,
                          double h)
{
    if (picture->pixels != NULL)
        paint_pixels(cr, picture->pixels, x, y, w, h);
    return picture->svg == NULL || paint_svg(cr, picture->svg, x, y, w, h);
}

/* From the first tile that reaches into the box to the last. */
static double first_tile(double at, double size, double box, bool repeats)
{
    return repeats ? at - ceil((at - box) / size) * size : at;
}

static double placed(const bb_area_offset *offset, double room)
{
    return offset->share * room + bb_length_to_pt(offset->length);
}

/* Within the padding rectangle (§7.8.3). */
static void paint_image(cairo_t *cr, const bb_area_image *image, double x, double y, double width,
                        double height)
{
    enum { MOST_TILES = 20000 };
    double w = bb_length_to_pt(image->picture->width), h = bb_length_to_pt(image->picture->height);
    if (w <= 0 || h <= 0 || (width / w) * (height / h) > MOST_TILES)
        return;
    double left = first_tile(x + placed(&image->x, width - w), w, x, image->repeat_x);
    double top = first_tile(y + placed(&image->y, height - h), h, y, image->repeat_y);
    int across = image->repeat_x ? (int)ceil((x + width - left) / w) : 1;
    int down = image->repeat_y ? (int)ceil((y + height - top) / h) : 1;

    cairo_save(cr);
    cairo_rectangle(cr, x, y, width, height);
    cairo_clip(cr);
    for (int row = 0; row < down; row++) {
        for (int column = 0; column < across; column++)
            paint_picture(cr, image->picture, left + column * w, top + row * h, w, h);
    }
    cairo_restore(cr);
}

bool bb_paint_graphic(cairo_t *cr, const bb_graphic *graphic, double x, double y)
{
    double left = x + bb_length_to_pt(graphic->x), top = y + bb_length_to_pt(graphic->y);
    double width = bb_length_to_pt(graphic->content_width);
    double height = bb_length_to_pt(graphic->content_height);
    bool good = true;

    if (width <= 0 || height <= 0)
        return true;
    cairo_save(cr);
    if (graphic->clip) {
        cairo_rectangle(cr, x, y, bb_length_to_pt(graphic->width),
                        bb_length_to_pt(graphic->height));
        cairo_clip(cr);
    }
    if (graphic->picture->svg != NULL)
        good = paint_svg(cr, graphic->picture->svg, left, top, width, height);
    else if (graphic->picture->pixels != NULL)
        paint_pixels(cr, graphic->picture->pixels, left, top, width, height);
    cairo_restore(cr);
    return good;
}
