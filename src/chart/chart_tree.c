/* chart_tree.c - an organisation chart: posts in boxes, each below the one it reports to.
 *
 * The bars are the posts in the order of their reading, each with its depth. Posts that report to
 * the same one stand side by side as long as their boxes have room; otherwise they stand below each
 * other, set in, on a line that runs down from their chief. So a narrow drawing needs no other. */
#include "base/text.h"
#include "chart/chart_private.h"

static const double NARROWEST_BOX = 84, WIDEST_BOX = 190;
static const double ACROSS = 10, DOWN = 18; /* between boxes */
static const double LISTED_DOWN = 7;        /* between boxes below each other */
static const double SET_IN = 16;
static const double MARGIN_ACROSS = 6, MARGIN_DOWN = 5;
static const double STROKE = 1;
static const unsigned DEEPEST = 12;

typedef struct {
    size_t index;
    GPtrArray *below; /* post, owned */
} post;

typedef struct {
    const bb_chart *chart;
    GString *svg;
    bb_diag *diag;
} pencil;

typedef struct {
    double left, top, width, height;
} frame;

static void post_free(void *item)
{
    post *p = item;

    g_ptr_array_unref(p->below);
    g_free(p);
}

static post *post_new(size_t index)
{
    post *p = g_new0(post, 1);

    p->index = index;
    p->below = g_ptr_array_new_with_free_func(post_free);
    return p;
}

/* The posts as a tree; the root of what is given stands for nobody. */
static post *plant(const bb_chart *chart)
{
    post *path[14] = {post_new(0)};
    unsigned deepest = 0;

    for (size_t i = 0; i < chart->bar_count; i++) {
        unsigned depth = MIN(MIN(chart->bars[i].depth, deepest), DEEPEST);
        post *p = post_new(i);
        g_ptr_array_add(path[depth]->below, p);
        path[depth + 1] = p;
        deepest = depth + 1;
    }
    return path[0];
}

static const bb_chart_bar *bar_of(const pencil *pen, const post *p)
{
    return &pen->chart->bars[p->index];
}

/* --- boxes --- */

static bool fits(const char *text, const bb_chart_look *look, double width)
{
    bb_lines lines;

    bb_lines_wrap(&lines, text, look, width - 2 * MARGIN_ACROSS);
    bool whole = !lines.cut;
    bb_lines_clear(&lines);
    return whole;
}

/* As narrow as lets both texts stand whole, on two lines at most each. */
static double wanted_width(const pencil *pen, const post *p)
{
    const double step = 4;
    double width = NARROWEST_BOX;

    while (width < WIDEST_BOX &&
           !(fits(bb_chart_bar_name(bar_of(pen, p)), &BB_LOOK_STRONG, width) &&
             fits(bar_of(pen, p)->detail, &BB_LOOK_AXIS, width)))
        width += step;
    return MIN(width, WIDEST_BOX);
}

static void report_cut(const pencil *pen, const bb_lines *lines, const char *text, const post *p)
{
    if (!lines->cut || pen->diag == NULL)
        return;
    g_autofree char *name = bb_chart_shorten_name(text);
    bb_diag_report(pen->diag, BB_M_CHART_LABEL_LONG, bar_of(pen, p)->place, name);
}

static void draw_frame(GString *svg, const frame *box, bool chief)
{
    const double inset = STROKE / 2;

    bb_svg_rect(svg, "chart-post", box->left, box->top, box->width, box->height, BB_CHART_BLUE);
    if (!chief)
        bb_svg_rect(svg, "chart-clear", box->left + 2 * inset, box->top + 2 * inset,
                    box->width - 4 * inset, box->height - 4 * inset, BB_CHART_PAPER);
}

/* Draws the post's box; gives its frame. */
static frame draw_box(const pencil *pen, const post *p, double left, double top, double width)
{
    const bb_chart_bar *bar = bar_of(pen, p);
    bool chief = bar->depth == 0;
    const char *ink = chief ? BB_CHART_PAPER : BB_CHART_INK;
    bb_chart_look strong = {BB_LOOK_STRONG.size, true, ink};
    bb_chart_look plain = {BB_LOOK_AXIS.size, false, ink};
    double room = width - 2 * MARGIN_ACROSS, middle = left + width / 2;
    bb_lines name, detail;

    bb_lines_wrap(&name, bb_chart_bar_name(bar), &strong, room);
    bb_lines_wrap(&detail, bar->detail, &plain, room);
    bool has_detail = !bb_text_is_blank(bar->detail);
    double upper = name.count * bb_chart_text_leading(&strong);
    double lower = has_detail ? detail.count * bb_chart_text_leading(&plain) : 0;
    frame box = {left, top, width, upper + lower + 2 * MARGIN_DOWN};
    draw_frame(pen->svg, &box, chief);
    bb_lines_draw_at(&name, pen->svg, middle, top + MARGIN_DOWN + upper / 2, BB_ANCHOR_MIDDLE,
                     &strong);
    if (has_detail)
        bb_lines_draw_at(&detail, pen->svg, middle, top + MARGIN_DOWN + upper + lower / 2,
                         BB_ANCHOR_MIDDLE, &plain);
    report_cut(pen, &name, bb_chart_bar_name(bar), p);
    report_cut(pen, &detail, bar->detail, p);
    bb_lines_clear(&name);
    bb_lines_clear(&detail);
    return box;
}

static void draw_link(const pencil *pen, double x1, double y1, double x2, double y2)
{
    bb_svg_line(pen->svg, "chart-link", x1, y1, x2, y2, BB_CHART_BASELINE, STROKE);
}

/* --- the tree --- */

/* Draws a post and all below it within left and width; gives where it ends. */
static double draw_post(const pencil *pen, const post *p, frame room, frame *box);

static double widest_below(const pencil *pen, const post *p)
{
    double width = 0;

    for (guint i = 0; i < p->below->len; i++)
        width = MAX(width, wanted_width(pen, p->below->pdata[i]));
    return width;
}

/* Below each other on one line that runs down beside them. */
static double draw_listed(const pencil *pen, const post *p, const frame *above, double right)
{
    double line = above->left + SET_IN / 2, y = above->top + above->height;
    double from = y, wide = widest_below(pen, p);

    for (guint i = 0; i < p->below->len; i++) {
        double left = above->left + SET_IN, width = MAX(right - left, NARROWEST_BOX / 2);
        const post *next = p->below->pdata[i];
        frame box = draw_box(pen, next, left, y + LISTED_DOWN, MIN(wide + SET_IN, width));
        double middle = box.top + box.height / 2;
        draw_link(pen, line, from, line, middle);
        draw_link(pen, line, middle, box.left, middle);
        from = middle;
        y = next->below->len > 0 ? draw_listed(pen, next, &box, right) : box.top + box.height;
    }
    return y;
}

static bool stand_side_by_side(const post *p, double width)
{
    return (NARROWEST_BOX + ACROSS) * (double)p->below->len - ACROSS <= width;
}

/* Neighbours have boxes of one width. */
static double draw_side_by_side(const pencil *pen, const post *p, const frame *room)
{
    double share = (room->width + ACROSS) / (double)p->below->len, bottom = room->top;
    double rail = room->top - DOWN / 2, first = 0, last = 0;
    double wide = widest_below(pen, p);

    for (guint i = 0; i < p->below->len; i++) {
        frame box = {.width = wide};
        const frame own = {room->left + share * i, room->top, share - ACROSS, 0};
        double end = draw_post(pen, p->below->pdata[i], own, &box);
        double middle = box.left + box.width / 2;
        draw_link(pen, middle, rail, middle, room->top);
        first = i == 0 ? middle : first;
        last = middle;
        bottom = MAX(bottom, end);
    }
    if (last > first)
        draw_link(pen, first, rail, last, rail);
    return bottom;
}

/* box comes with the width it should have, or 0, and goes with the frame it got. */
static double draw_post(const pencil *pen, const post *p, frame room, frame *box)
{
    bool across = stand_side_by_side(p, room.width);
    double wide = MIN(MAX(box->width, wanted_width(pen, p)), room.width);
    double aside = across || p->below->len == 0 ? (room.width - wide) / 2 : 0;

    *box = draw_box(pen, p, room.left + aside, room.top, wide);
    double bottom = box->top + box->height;
    if (p->below->len == 0)
        return bottom;
    if (!across)
        return draw_listed(pen, p, box, room.left + room.width);
    double middle = box->left + box->width / 2;
    draw_link(pen, middle, bottom, middle, bottom + DOWN / 2);
    room.top = bottom + DOWN;
    return draw_side_by_side(pen, p, &room);
}

double bb_chart_tree_draw(const bb_chart *chart, GString *svg, double y, bb_diag *diag)
{
    const pencil pen = {chart, svg, diag};
    post *root = plant(chart);
    bool narrow = chart->width < BB_CHART_NARROW;

    for (guint i = 0; i < root->below->len; i++) {
        const post *p = root->below->pdata[i];
        frame box = {0};
        y += i > 0 ? DOWN : STROKE;
        if (narrow) {
            box = draw_box(&pen, p, 0, y, MIN(wanted_width(&pen, p), chart->width));
            y = draw_listed(&pen, p, &box, chart->width);
        } else {
            y = draw_post(&pen, p, (frame){0, y, chart->width, 0}, &box);
        }
    }
    post_free(root);
    return y + STROKE;
}
