/* area_pdf.c - walking the areas and drawing them page by page. */
#include "render/area_pdf.h"

#include "base/error.h"
#include "render/paint.h"
#include "render/pdf_mark.h"

#include <cairo-pdf.h>
#include <math.h>
#include <string.h>

typedef struct {
    cairo_t *cr;
    GArray *glyphs, *clusters; /* reused: cairo_glyph_t, cairo_text_cluster_t */
    bb_structure *structure;
    GArray *links; /* bb_link_part */
    int page;
    double page_height;
    bool furniture;       /* within an area that is an artifact */
    bb_element *leaf;     /* that is open */
    int order, position;  /* of what was drawn last in it */
    bb_element *last;     /* whose text was drawn last */
    bool needs_space;     /* a line that has no other after it has ended since */
    bool ends_with_space; /* that text */
} painter;

static void paint_area(painter *p, const bb_area *area, double x, double y);

/* --- marks and pieces --- */

static void mark(painter *p, bb_pdf_mark kind, int value)
{
    cairo_save(p->cr);
    cairo_reset_clip(p->cr);
    cairo_identity_matrix(p->cr);
    cairo_set_source_rgb(p->cr, BB_MARK_RED, BB_MARK_GREEN, BB_MARK_BLUE);
    cairo_rectangle(p->cr, 0, 0, (double)(value + 1) / BB_MARK_UNIT, (double)kind / BB_MARK_UNIT);
    cairo_fill(p->cr);
    cairo_restore(p->cr);
}

static void end_leaf(painter *p)
{
    if (p->leaf != NULL)
        mark(p, BB_MARK_LEAF_END, 0);
    p->leaf = NULL;
}

/* What is drawn next for the node is a piece of its element, or goes on with the open one when it
 * comes after it in the order of reading. False when it is an artifact. */
static bool begin_leaf(painter *p, const bb_fo_node *node, int position)
{
    bb_element *element = p->furniture ? NULL : bb_structure_of(p->structure, node);
    bool after = node->order > p->order || (node->order == p->order && position >= p->position);

    if (element == NULL) {
        end_leaf(p);
        return false;
    }
    if (element != p->leaf || !after)
        mark(p, p->leaf != NULL ? BB_MARK_LEAF_NEXT : BB_MARK_LEAF,
             bb_structure_add_leaf(p->structure, element, node, position, p->page));
    p->leaf = element;
    p->order = node->order;
    p->position = position;
    return true;
}

/* The corners in the page's own coordinates, from its bottom left. */
static void corners_of(const painter *p, const bb_area *area, double x, double y, double *xs,
                       double *ys)
{
    double width = bb_length_to_pt(area->width), height = bb_length_to_pt(area->height);
    const double from[4][2] = {{x, y}, {x + width, y}, {x, y + height}, {x + width, y + height}};

    for (int i = 0; i < 4; i++) {
        xs[i] = from[i][0];
        ys[i] = from[i][1];
        cairo_user_to_device(p->cr, &xs[i], &ys[i]);
        ys[i] = p->page_height - ys[i];
    }
}

static void note_box(const painter *p, const bb_area *area, double x, double y)
{
    double xs[4], ys[4];

    if (p->leaf == NULL)
        return;
    corners_of(p, area, x, y, xs, ys);
    bb_page_box box = {p->page, xs[0], ys[0], xs[0], ys[0]};
    for (int i = 1; i < 4; i++) {
        box.x0 = MIN(box.x0, xs[i]);
        box.y0 = MIN(box.y0, ys[i]);
        box.x1 = MAX(box.x1, xs[i]);
        box.y1 = MAX(box.y1, ys[i]);
    }
    /* A picture that can't be read has no size, but its description has a place. */
    box.x1 = MAX(box.x1, box.x0 + 1);
    box.y1 = MAX(box.y1, box.y0 + 1);
    bb_structure_add_box(p->leaf, &box);
}

static void note_link(painter *p, const bb_area *area, double x, double y)
{
    bb_link_part part = {.node = area->node, .page = p->page};

    corners_of(p, area, x, y, part.xs, part.ys);
    g_array_append_val(p->links, part);
}

/* --- text --- */

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

/* Lines of one element that are parted (a break in a heading) are not one word for a reader. */
static void paint_space(painter *p, const bb_area_text *text, double x, double baseline)
{
    hb_codepoint_t glyph;

    if (!hb_font_get_nominal_glyph(pango_font_get_hb_font(text->face->font), ' ', &glyph))
        return;
    cairo_glyph_t space = {glyph, x, baseline};
    const cairo_text_cluster_t cluster = {1, 1};
    cairo_show_text_glyphs(p->cr, " ", 1, &space, 1, &cluster, 1, 0);
}

static bool ends_with_space(const bb_area_text *text)
{
    return text->length > 0 && text->text[text->length - 1] == ' ';
}

static void paint_text(painter *p, const bb_area *area, double x, double y)
{
    const bb_area_text *text = area->text;
    double baseline = y + bb_length_to_pt(text->baseline);
    bool says = begin_leaf(p, area->node, text->position);

    note_box(p, area, x, y);
    fill_glyphs(p, text, x, baseline);
    cairo_set_font_face(p->cr, text->face->cairo);
    cairo_set_font_size(p->cr, bb_length_to_pt(text->size));
    bb_paint_color(p->cr, text->color);
    if (says && p->leaf == p->last && p->needs_space && !p->ends_with_space)
        paint_space(p, text, x, baseline);
    if (says) {
        p->last = p->leaf;
        p->needs_space = false;
        p->ends_with_space = ends_with_space(text);
    }
    cairo_show_text_glyphs(p->cr, text->text, text->length,
                           (cairo_glyph_t *)(void *)p->glyphs->data, text->glyph_count,
                           (cairo_text_cluster_t *)(void *)p->clusters->data, text->cluster_count,
                           text->backward ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : 0);
    if (text->decoration != 0)
        paint_decoration(p, text, x, baseline, bb_length_to_pt(area->width));
}

/* --- areas --- */

static void paint_children(painter *p, const bb_area *area, double x, double y)
{
    for (const bb_area *child = area->first; child != NULL; child = child->next)
        paint_area(p, child, x, y);
}

/* Turned content has its own coordinates, from where its first line begins. */
static void paint_container(painter *p, const bb_area *area, double x, double y)
{
    end_leaf(p);
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
    end_leaf(p);
    cairo_restore(p->cr);
}

static void paint_graphic(painter *p, const bb_area *area, double x, double y)
{
    begin_leaf(p, area->node, 0);
    note_box(p, area, x, y);
    bb_paint_graphic(p->cr, area->graphic, x, y);
    end_leaf(p);
}

static bb_pdf_artifact artifact_kind(const bb_area *area)
{
    if (area->node == NULL)
        return BB_ARTIFACT_LAYOUT;
    switch (area->node->object) {
    case BB_FO_REGION_BEFORE:
        return BB_ARTIFACT_HEADER;
    case BB_FO_REGION_AFTER:
        return BB_ARTIFACT_FOOTER;
    case BB_FO_REGION_START:
    case BB_FO_REGION_END:
    case BB_FO_TABLE_ROW:
    case BB_FO_TABLE_HEADER:
    case BB_FO_TABLE_FOOTER:
        return BB_ARTIFACT_PAGINATION;
    default:
        return BB_ARTIFACT_LAYOUT;
    }
}

/* Furniture as a whole: nothing in it belongs to an element. */
static void paint_furniture(painter *p, const bb_area *area, double x, double y)
{
    end_leaf(p);
    mark(p, BB_MARK_ARTIFACT, (int)artifact_kind(area));
    p->furniture = true;
    paint_area(p, area, x, y);
    p->furniture = false;
    mark(p, BB_MARK_ARTIFACT_END, 0);
}

static void paint_line(painter *p, const bb_area *area, double x, double y)
{
    paint_children(p, area, x, y);
    p->needs_space = p->needs_space || !area->unfinished;
}

static void paint_area(painter *p, const bb_area *area, double x, double y)
{
    double ax = x + bb_length_to_pt(area->x), ay = y + bb_length_to_pt(area->y);

    if (area->artifact && !p->furniture) {
        paint_furniture(p, area, x, y);
        return;
    }
    if (area->box != NULL) {
        end_leaf(p);
        bb_paint_box(p->cr, area->box, ax, ay, bb_length_to_pt(area->width),
                     bb_length_to_pt(area->height));
    }
    bool box = area->kind == BB_AREA_INLINE || area->kind == BB_AREA_BLOCK;
    if (box && area->node != NULL && area->node->object == BB_FO_BASIC_LINK)
        note_link(p, area, ax, ay);
    switch (area->kind) {
    case BB_AREA_TEXT:
        paint_text(p, area, ax, ay);
        break;
    case BB_AREA_RULE:
        end_leaf(p);
        bb_paint_rule(p->cr, area->rule, ax, ay, bb_length_to_pt(area->width));
        break;
    case BB_AREA_GRAPHIC:
        paint_graphic(p, area, ax, ay);
        break;
    case BB_AREA_LINE:
        paint_line(p, area, ax, ay);
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
    p->page = page->index;
    p->page_height = bb_length_to_pt(page->height);
    cairo_pdf_surface_set_size(surface, bb_length_to_pt(page->width),
                               bb_length_to_pt(page->height));
    for (const bb_area *area = page->first; area != NULL; area = area->next)
        paint_area(p, area, 0, 0);
    end_leaf(p);
    cairo_show_page(p->cr);
}

/* A document without a page is still a document: cairo writes an empty one. */
GBytes *bb_area_pdf(const bb_area_tree *tree, bb_structure *structure, GArray *links,
                    GError **error)
{
    const double a4_width = 595.276, a4_height = 841.89;
    GByteArray *bytes = g_byte_array_new();
    cairo_surface_t *surface =
        cairo_pdf_surface_create_for_stream(append_bytes, bytes, a4_width, a4_height);
    painter p = {
        .cr = cairo_create(surface),
        .glyphs = g_array_new(FALSE, FALSE, sizeof(cairo_glyph_t)),
        .clusters = g_array_new(FALSE, FALSE, sizeof(cairo_text_cluster_t)),
        .structure = structure,
        .links = links,
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
