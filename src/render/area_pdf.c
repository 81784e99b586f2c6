/* area_pdf.c - walking the areas and drawing them page by page. */
#include "render/area_pdf.h"

#include "base/error.h"
#include "render/paint.h"

#include <cairo-pdf.h>
#include <math.h>

typedef struct {
    cairo_t *cr;
    GArray *glyphs, *clusters; /* reused: cairo_glyph_t, cairo_text_cluster_t */
} painter;

static void paint_area(painter *p, const bb_area *area, double x, double y);

static void paint_decoration(painter *p, const bb_area_text *text, double x, double baseline,
                             double width)
{
    double size = bb_length_to_pt(text->size);
    double thickness = text->face->underline_thickness * size;
    const double places[] = {
        text->face->underline_position * size,
        -text->face->ascent * size + thickness / 2,
        -text->face->strike_position * size,
    };
    const uint8_t kinds[] = {BB_UNDERLINE, BB_OVERLINE, BB_LINE_THROUGH};

    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
        if ((text->decoration & kinds[i]) == 0)
            continue;
        bb_paint_color(p->cr, text->decoration_color);
        cairo_set_line_width(p->cr, thickness);
        cairo_move_to(p->cr, x, baseline + places[i]);
        cairo_line_to(p->cr, x + width, baseline + places[i]);
        cairo_stroke(p->cr);
    }
}

static void fill_glyphs(painter *p, const bb_area_text *text, double x, double baseline)
{
    g_array_set_size(p->glyphs, (guint)text->glyph_count);
    for (int i = 0; i < text->glyph_count; i++) {
        const bb_area_glyph *glyph = &text->glyphs[i];
        g_array_index(p->glyphs, cairo_glyph_t, i) = (cairo_glyph_t){
            .index = glyph->index,
            .x = x + glyph->x / 1000.0,
            .y = baseline + glyph->y / 1000.0,
        };
    }
    g_array_set_size(p->clusters, (guint)text->cluster_count);
    for (int i = 0; i < text->cluster_count; i++)
        g_array_index(p->clusters, cairo_text_cluster_t, i) =
            (cairo_text_cluster_t){text->clusters[i].bytes, text->clusters[i].glyphs};
}

static void paint_text(painter *p, const bb_area *area, double x, double y)
{
    const bb_area_text *text = area->text;
    double baseline = y + bb_length_to_pt(text->baseline);

    fill_glyphs(p, text, x, baseline);
    cairo_set_font_face(p->cr, text->face->cairo);
    cairo_set_font_size(p->cr, bb_length_to_pt(text->size));
    bb_paint_color(p->cr, text->color);
    cairo_show_text_glyphs(p->cr, text->text, text->length,
                           (cairo_glyph_t *)(void *)p->glyphs->data, text->glyph_count,
                           (cairo_text_cluster_t *)(void *)p->clusters->data, text->cluster_count,
                           text->backward ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : 0);
    if (text->decoration != 0)
        paint_decoration(p, text, x, baseline, bb_length_to_pt(area->width));
}

static void paint_children(painter *p, const bb_area *area, double x, double y)
{
    for (const bb_area *child = area->first; child != NULL; child = child->next)
        paint_area(p, child, x, y);
}

/* Turned content has its own coordinates, from where its first line begins. */
static void paint_container(painter *p, const bb_area *area, double x, double y)
{
    double width = bb_length_to_pt(area->width), height = bb_length_to_pt(area->height);

    cairo_save(p->cr);
    cairo_translate(p->cr, x, y);
    if (area->clip) {
        cairo_rectangle(p->cr, 0, 0, width, height);
        cairo_clip(p->cr);
    }
    if (area->turn == 90)
        cairo_translate(p->cr, 0, height);
    else if (area->turn == 180)
        cairo_translate(p->cr, width, height);
    else if (area->turn == 270)
        cairo_translate(p->cr, width, 0);
    cairo_rotate(p->cr, -area->turn * M_PI / 180.0);
    paint_children(p, area, 0, 0);
    cairo_restore(p->cr);
}

static void paint_area(painter *p, const bb_area *area, double x, double y)
{
    double ax = x + bb_length_to_pt(area->x), ay = y + bb_length_to_pt(area->y);

    if (area->box != NULL)
        bb_paint_box(p->cr, area->box, ax, ay, bb_length_to_pt(area->width),
                     bb_length_to_pt(area->height));
    switch (area->kind) {
    case BB_AREA_TEXT:
        paint_text(p, area, ax, ay);
        break;
    case BB_AREA_RULE:
        bb_paint_rule(p->cr, area->rule, ax, ay, bb_length_to_pt(area->width));
        break;
    case BB_AREA_GRAPHIC:
        bb_paint_graphic(p->cr, area->graphic, ax, ay);
        break;
    case BB_AREA_CONTAINER:
        paint_container(p, area, ax, ay);
        break;
    default:
        paint_children(p, area, ax, ay);
        break;
    }
}

static cairo_status_t append_bytes(void *closure, const unsigned char *data, unsigned int length)
{
    g_byte_array_append(closure, data, length);
    return CAIRO_STATUS_SUCCESS;
}

static void prepare(cairo_t *cr)
{
    cairo_font_options_t *options = cairo_font_options_create();

    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_set_font_options(cr, options);
    cairo_font_options_destroy(options);
}

static void paint_page(painter *p, cairo_surface_t *surface, const bb_page *page)
{
    cairo_pdf_surface_set_size(surface, bb_length_to_pt(page->width),
                               bb_length_to_pt(page->height));
    for (const bb_area *area = page->first; area != NULL; area = area->next)
        paint_area(p, area, 0, 0);
    cairo_show_page(p->cr);
}

/* A document without a page is still a document: cairo writes an empty one. */
GBytes *bb_area_pdf(const bb_area_tree *tree, GError **error)
{
    const double a4_width = 595.276, a4_height = 841.89;
    GByteArray *bytes = g_byte_array_new();
    cairo_surface_t *surface =
        cairo_pdf_surface_create_for_stream(append_bytes, bytes, a4_width, a4_height);
    painter p = {
        .cr = cairo_create(surface),
        .glyphs = g_array_new(FALSE, FALSE, sizeof(cairo_glyph_t)),
        .clusters = g_array_new(FALSE, FALSE, sizeof(cairo_text_cluster_t)),
    };

    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "1970-01-01T00:00:00Z");
    prepare(p.cr);
    for (size_t i = 0; i < bb_area_tree_count(tree); i++) {
        paint_page(&p, surface, bb_area_tree_page(tree, i));
        if (cairo_status(p.cr) != CAIRO_STATUS_SUCCESS)
            break;
    }
    cairo_status_t status = cairo_status(p.cr);
    cairo_destroy(p.cr);
    cairo_surface_finish(surface);
    if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_status(surface);
    cairo_surface_destroy(surface);
    g_array_unref(p.glyphs);
    g_array_unref(p.clusters);
    if (status != CAIRO_STATUS_SUCCESS) {
        g_set_error(error, BB_ERROR, BB_ERROR_LIBRARY, "the PDF can't be drawn: %s",
                    cairo_status_to_string(status));
        g_byte_array_unref(bytes);
        return NULL;
    }
    return g_byte_array_free_to_bytes(bytes);
}
