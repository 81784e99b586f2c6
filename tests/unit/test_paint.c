/* test_paint.c - boxes, rules and pictures as pixels: one pixel a point, on white. */
#include "check_run.h"
#include "fo_document.h"
#include "render/paint.h"

#include <string.h>

enum { SIZE = 40, WHITE = 0xffffff };
static const uint32_t RED = 0xff0000ff, BLUE = 0x0000ffff;

typedef struct {
    cairo_surface_t *surface;
    cairo_t *cr;
} canvas;

static canvas canvas_new(void)
{
    canvas c = {.surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, SIZE, SIZE)};

    c.cr = cairo_create(c.surface);
    cairo_set_source_rgb(c.cr, 1, 1, 1);
    cairo_paint(c.cr);
    cairo_set_antialias(c.cr, CAIRO_ANTIALIAS_NONE);
    return c;
}

static void canvas_free(canvas *c)
{
    ck_assert_int_eq(cairo_status(c->cr), CAIRO_STATUS_SUCCESS);
    cairo_destroy(c->cr);
    cairo_surface_destroy(c->surface);
}

static uint32_t pixel(const canvas *c, int x, int y)
{
    uint32_t value;

    cairo_surface_flush(c->surface);
    const unsigned char *data = cairo_image_surface_get_data(c->surface);
    memcpy(&value, data + y * cairo_image_surface_get_stride(c->surface) + x * 4, sizeof value);
    return value & 0xffffff;
}

#define assert_pixel(c, x, y, expected)                                                            \
    ck_assert_msg(pixel(c, x, y) == (expected), "(%d, %d) is %06x, not %06x", x, y,                \
                  pixel(c, x, y), (unsigned)(expected))

static bb_border_side side(bb_fo_keyword style, double width, uint32_t color)
{
    return (bb_border_side){style, bb_length_from_pt(width), color};
}

START_TEST(a_background_fills_its_rectangle)
{
    canvas c = canvas_new();
    const bb_area_box box = {.background = BLUE};

    bb_paint_box(c.cr, &box, 10, 5, 20, 30);
    assert_pixel(&c, 10, 5, 0x0000ff);
    assert_pixel(&c, 29, 34, 0x0000ff);
    assert_pixel(&c, 9, 5, WHITE);
    assert_pixel(&c, 30, 34, WHITE);
    assert_pixel(&c, 29, 35, WHITE);
    canvas_free(&c);
}
END_TEST

START_TEST(a_transparent_background_and_no_border_paint_nothing)
{
    canvas c = canvas_new();
    const bb_area_box box = {.background = 0xff000000, .before = side(BB_FO_K_NONE, 0, RED)};

    bb_paint_box(c.cr, &box, 10, 10, 20, 20);
    assert_pixel(&c, 10, 10, WHITE);
    assert_pixel(&c, 20, 20, WHITE);
    canvas_free(&c);
}
END_TEST

START_TEST(sides_lie_within_the_rectangle)
{
    canvas c = canvas_new();
    const bb_area_box box = {
        .before = side(BB_FO_K_SOLID, 2, RED),
        .end = side(BB_FO_K_SOLID, 4, BLUE),
    };

    bb_paint_box(c.cr, &box, 10, 10, 20, 20);
    assert_pixel(&c, 12, 10, 0xff0000);
    assert_pixel(&c, 12, 11, 0xff0000);
    assert_pixel(&c, 12, 12, WHITE);
    assert_pixel(&c, 12, 9, WHITE);
    assert_pixel(&c, 26, 20, 0x0000ff);
    assert_pixel(&c, 29, 20, 0x0000ff);
    assert_pixel(&c, 25, 20, WHITE);
    assert_pixel(&c, 30, 20, WHITE);
    assert_pixel(&c, 10, 20, WHITE);
    assert_pixel(&c, 20, 29, WHITE);
    canvas_free(&c);
}
END_TEST

START_TEST(equal_sides_are_one_frame_with_round_corners)
{
    canvas c = canvas_new();
    const bb_border_side s = side(BB_FO_K_SOLID, 2, RED);
    const bb_area_box box = {s, s, s, s, BLUE, bb_length_from_pt(8), NULL};

    bb_paint_box(c.cr, &box, 5, 5, 30, 30);
    /* A corner of radius 8 leaves its very edge white; the middle of each side is there. */
    assert_pixel(&c, 5, 5, WHITE);
    assert_pixel(&c, 34, 34, WHITE);
    assert_pixel(&c, 20, 5, 0xff0000);
    assert_pixel(&c, 5, 20, 0xff0000);
    assert_pixel(&c, 20, 34, 0xff0000);
    assert_pixel(&c, 34, 20, 0xff0000);
    assert_pixel(&c, 20, 20, 0x0000ff);
    assert_pixel(&c, 20, 4, WHITE);
    canvas_free(&c);
}
END_TEST

/* How many pixels along the middle of a rule of this style are painted. */
static int painted_along(bb_fo_keyword style, int y, double width)
{
    canvas c = canvas_new();
    const bb_border_side rule = side(style, width, RED);
    int count = 0;

    bb_paint_rule(c.cr, &rule, 0, 10, SIZE);
    for (int x = 0; x < SIZE; x++)
        count += pixel(&c, x, y) != WHITE;
    canvas_free(&c);
    return count;
}

START_TEST(styles_look_their_part)
{
    ck_assert_int_eq(painted_along(BB_FO_K_SOLID, 10, 2), SIZE);
    ck_assert_int_eq(painted_along(BB_FO_K_SOLID, 12, 2), 0);
    ck_assert_int_eq(painted_along(BB_FO_K_NONE, 10, 2), 0);
    ck_assert_int_eq(painted_along(BB_FO_K_SOLID, 10, 0), 0);
    /* Dashes and dots have gaps, and end where the rule does. */
    int dashed = painted_along(BB_FO_K_DASHED, 10, 2),
        dotted = painted_along(BB_FO_K_DOTTED, 11, 4);
    ck_assert_int_gt(dashed, SIZE / 3);
    ck_assert_int_lt(dashed, SIZE);
    ck_assert_int_gt(dotted, SIZE / 4);
    ck_assert_int_lt(dotted, SIZE);
    /* A double rule of 6 has two of 2 with 2 between. */
    ck_assert_int_eq(painted_along(BB_FO_K_DOUBLE, 10, 6), SIZE);
    ck_assert_int_eq(painted_along(BB_FO_K_DOUBLE, 12, 6), 0);
    ck_assert_int_eq(painted_along(BB_FO_K_DOUBLE, 15, 6), SIZE);
}
END_TEST

static uint32_t shade_at(bb_fo_keyword style, int y)
{
    canvas c = canvas_new();
    const bb_border_side rule = side(style, 4, 0x808080ff);

    bb_paint_rule(c.cr, &rule, 0, 10, SIZE);
    uint32_t value = pixel(&c, 20, y);
    canvas_free(&c);
    return value;
}

START_TEST(relief_has_light_and_shadow)
{
    /* A groove is dark above and light below, a ridge the other way round. */
    ck_assert_uint_lt(shade_at(BB_FO_K_GROOVE, 10), 0x808080);
    ck_assert_uint_gt(shade_at(BB_FO_K_GROOVE, 13), 0x808080);
    ck_assert_uint_gt(shade_at(BB_FO_K_RIDGE, 10), 0x808080);
    ck_assert_uint_lt(shade_at(BB_FO_K_RIDGE, 13), 0x808080);
    /* Lit from above: what is sunk is dark at its upper edge. */
    ck_assert_uint_lt(shade_at(BB_FO_K_INSET, 11), 0x808080);
    ck_assert_uint_gt(shade_at(BB_FO_K_OUTSET, 11), 0x808080);
}
END_TEST

START_TEST(pictures_fill_their_content_and_are_clipped)
{
    bb_picture picture = {.pixels = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 60, 16)};
    canvas c = canvas_new();
    cairo_t *cr = cairo_create(picture.pixels);
    bb_graphic graphic = {
        .picture = &picture,
        .width = bb_length_from_pt(20),
        .height = bb_length_from_pt(10),
        .x = bb_length_from_pt(4),
        .content_width = bb_length_from_pt(30),
        .content_height = bb_length_from_pt(8),
        .clip = true,
    };

    bb_paint_color(cr, RED);
    cairo_paint(cr);
    cairo_destroy(cr);
    ck_assert(bb_paint_graphic(c.cr, &graphic, 5, 5));
    assert_pixel(&c, 8, 8, WHITE);
    assert_pixel(&c, 10, 6, 0xff0000);
    assert_pixel(&c, 24, 11, 0xff0000);
    /* The viewport ends at 25, the content would at 39. */
    assert_pixel(&c, 26, 9, WHITE);
    assert_pixel(&c, 12, 14, WHITE);
    graphic.content_width = 0;
    ck_assert(bb_paint_graphic(c.cr, &graphic, 5, 25));
    assert_pixel(&c, 10, 28, WHITE);
    cairo_surface_destroy(picture.pixels);
    canvas_free(&c);
}
END_TEST

int main(void)
{
    TCase *tests = tcase_create("paint");

    tcase_add_test(tests, a_background_fills_its_rectangle);
    tcase_add_test(tests, a_transparent_background_and_no_border_paint_nothing);
    tcase_add_test(tests, sides_lie_within_the_rectangle);
    tcase_add_test(tests, equal_sides_are_one_frame_with_round_corners);
    tcase_add_test(tests, styles_look_their_part);
    tcase_add_test(tests, relief_has_light_and_shadow);
    tcase_add_test(tests, pictures_fill_their_content_and_are_clipped);
    return bb_check_run("paint", tests);
}
