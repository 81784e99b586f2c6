/* graphic.c - reading pictures once, and sizing them for each object. */
#include "layout/graphic.h"

#include "base/file.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>

struct bb_graphics {
    char *base;
    bb_diag *diag;
    GHashTable *files; /* path to bb_picture */
    GHashTable *nodes; /* xmlNode of an inline SVG to bb_picture */
};

static void picture_free(void *item)
{
    bb_picture *picture = item;

    g_clear_object(&picture->svg);
    if (picture->pixels != NULL)
        cairo_surface_destroy(picture->pixels);
    g_free(picture);
}

bb_graphics *bb_graphics_new(const char *base, bb_diag *diag)
{
    bb_graphics *graphics = g_new0(bb_graphics, 1);

    graphics->base = g_strdup(base);
    graphics->diag = diag;
    graphics->files = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, picture_free);
    graphics->nodes = g_hash_table_new_full(NULL, NULL, NULL, picture_free);
    return graphics;
}

void bb_graphics_free(bb_graphics *graphics)
{
    if (graphics == NULL)
        return;
    g_hash_table_unref(graphics->files);
    g_hash_table_unref(graphics->nodes);
    g_free(graphics->base);
    g_free(graphics);
}

/* --- reading --- */

static void size_svg(bb_picture *picture)
{
    gboolean has_width, has_height, has_box;
    RsvgLength width, height;
    RsvgRectangle box;
    double pixels_wide = 0, pixels_high = 0;

    /* CSS pixels; a number without unit is taken as a point, as FOP does at 72 dpi. */
    rsvg_handle_set_dpi(picture->svg, 72.0);
    rsvg_handle_get_intrinsic_dimensions(picture->svg, &has_width, &width, &has_height, &height,
                                         &has_box, &box);
    bool fixed = has_width && has_height && width.unit != RSVG_UNIT_PERCENT &&
                 height.unit != RSVG_UNIT_PERCENT;
    if (fixed)
        rsvg_handle_get_intrinsic_size_in_pixels(picture->svg, &pixels_wide, &pixels_high);
    if ((pixels_wide <= 0 || pixels_high <= 0) && has_box) {
        pixels_wide = box.width;
        pixels_high = box.height;
    }
    picture->width = bb_length_from_pt(CLAMP(pixels_wide, 0, 100000));
    picture->height = bb_length_from_pt(CLAMP(pixels_high, 0, 100000));
}

static void read_svg(bb_picture *picture, const char *data, gsize size, GError **error)
{
    /* From memory, without a base file: it can't reach any other file. */
    picture->svg = rsvg_handle_new_from_data((const guint8 *)data, size, error);
    if (picture->svg != NULL)
        size_svg(picture);
}

/* cairo's premultiplied pixels from GdkPixbuf's. */
static cairo_surface_t *surface_of(const GdkPixbuf *pixbuf)
{
    int width = gdk_pixbuf_get_width(pixbuf), height = gdk_pixbuf_get_height(pixbuf);
    int channels = gdk_pixbuf_get_n_channels(pixbuf), stride = gdk_pixbuf_get_rowstride(pixbuf);
    const guchar *source = gdk_pixbuf_read_pixels(pixbuf);
    cairo_format_t format = channels == 4 ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24;
    cairo_surface_t *surface = cairo_image_surface_create(format, width, height);
    guchar *target = cairo_image_surface_get_data(surface);

    if (target == NULL)
        return surface;
    for (int y = 0; y < height; y++) {
        const guchar *s = source + (gsize)y * (gsize)stride;
        uint32_t *t =
            (uint32_t *)(void *)(target +
                                 (gsize)y * (gsize)cairo_image_surface_get_stride(surface));
        for (int x = 0; x < width; x++, s += channels) {
            uint32_t a = channels == 4 ? s[3] : 255;
            uint32_t r = s[0] * a / 255, g = s[1] * a / 255, b = s[2] * a / 255;
            t[x] = a << 24 | r << 16 | g << 8 | b;
        }
    }
    cairo_surface_mark_dirty(surface);
    return surface;
}

static double resolution(const GdkPixbuf *pixbuf)
{
    const char *dpi = gdk_pixbuf_get_option((GdkPixbuf *)pixbuf, "x-dpi");
    double value = dpi != NULL ? g_ascii_strtod(dpi, NULL) : 0;

    return value > 1 ? value : 72.0;
}

static void keep_original(cairo_surface_t *surface, GBytes *bytes)
{
    const unsigned char *data = g_bytes_get_data(bytes, NULL);

    /* JPEG goes into the PDF as it is. */
    if (g_bytes_get_size(bytes) > 3 && data[0] == 0xff && data[1] == 0xd8)
        cairo_surface_set_mime_data(surface, CAIRO_MIME_TYPE_JPEG, data, g_bytes_get_size(bytes),
                                    (cairo_destroy_func_t)g_bytes_unref, g_bytes_ref(bytes));
}

static void read_pixels(bb_picture *picture, GBytes *bytes, GError **error)
{
    g_autoptr(GdkPixbufLoader) loader = gdk_pixbuf_loader_new();
    gsize size;
    const guchar *data = g_bytes_get_data(bytes, &size);

    if (!gdk_pixbuf_loader_write(loader, data, size, error)) {
        gdk_pixbuf_loader_close(loader, NULL);
        return;
    }
    if (!gdk_pixbuf_loader_close(loader, error))
        return;
    const GdkPixbuf *pixbuf = gdk_pixbuf_loader_get_pixbuf(loader);
    double points = 72.0 / resolution(pixbuf);
    picture->pixels = surface_of(pixbuf);
    picture->width = bb_length_from_pt((double)gdk_pixbuf_get_width(pixbuf) * points);
    picture->height = bb_length_from_pt((double)gdk_pixbuf_get_height(pixbuf) * points);
    keep_original(picture->pixels, bytes);
}

static bool looks_like_svg(GBytes *bytes)
{
    gsize size;
    const char *data = g_bytes_get_data(bytes, &size);

    return g_strstr_len(data, (gssize)MIN(size, 1000), "<svg") != NULL;
}

/* %20 and its kin; what is no valid escape stays as it stands. */
static char *unescaped(const char *text)
{
    char *plain = g_uri_unescape_string(text, "/");

    return plain != NULL ? plain : g_strdup(text);
}

/* "url('logo.png')" or the bare name. */
static char *file_name(const char *src)
{
    g_autofree char *text = g_strstrip(g_strdup(src));

    if (g_str_has_prefix(text, "url(")) {
        char *end = strrchr(text, ')');
        if (end != NULL)
            *end = '\0';
        memmove(text, text + 4, strlen(text + 4) + 1);
    }
    g_strstrip(text);
    size_t length = strlen(text);
    if (length >= 2 && (text[0] == '\'' || text[0] == '"') && text[length - 1] == text[0]) {
        text[length - 1] = '\0';
        return unescaped(text + 1);
    }
    return unescaped(text);
}

static bb_picture *read_file(bb_graphics *graphics, const char *name, bb_place place)
{
    g_autofree char *path = g_build_filename(graphics->base, name, NULL);
    bb_picture *picture = g_hash_table_lookup(graphics->files, path);
    g_autoptr(GError) error = NULL;

    if (picture != NULL)
        return picture;
    picture = g_new0(bb_picture, 1);
    g_hash_table_insert(graphics->files, g_strdup(path), picture);
    if (strstr(name, "://") != NULL || g_path_is_absolute(name) ||
        (g_file_test(path, G_FILE_TEST_EXISTS) && !bb_file_is_inside(path, graphics->base))) {
        bb_diag_report(graphics->diag, BB_M_PICTURE_OUTSIDE, place, name);
        return picture;
    }
    g_autoptr(GBytes) bytes = bb_file_read(path, &error);
    if (bytes != NULL && looks_like_svg(bytes))
        read_svg(picture, g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes), &error);
    else if (bytes != NULL)
        read_pixels(picture, bytes, &error);
    if (error != NULL)
        bb_diag_report(graphics->diag, BB_M_PICTURE_UNREADABLE, place, name, error->message);
    return picture;
}

static bb_picture *read_instream(bb_graphics *graphics, const bb_fo_node *node, bb_place place)
{
    bb_picture *picture = g_hash_table_lookup(graphics->nodes, node->xml);
    g_autoptr(GError) error = NULL;

    if (picture != NULL)
        return picture;
    picture = g_new0(bb_picture, 1);
    g_hash_table_insert(graphics->nodes, node->xml, picture);
    xmlNode *svg = xmlFirstElementChild(node->xml);
    if (svg == NULL || strcmp((const char *)svg->name, "svg") != 0) {
        bb_diag_report(graphics->diag, BB_M_PICTURE_UNREADABLE, place, "fo:instream-foreign-object",
                       "it holds no svg element");
        return picture;
    }
    /* Namespaces declared further up come along when the node is copied into a document. */
    xmlDoc *doc = xmlNewDoc((const xmlChar *)"1.0");
    xmlDocSetRootElement(doc, xmlDocCopyNode(svg, doc, 1));
    xmlReconciliateNs(doc, xmlDocGetRootElement(doc));
    xmlChar *text = NULL;
    int size = 0;
    xmlDocDumpMemoryEnc(doc, &text, &size, "UTF-8");
    read_svg(picture, (const char *)text, (gsize)size, &error);
    xmlFree(text);
    xmlFreeDoc(doc);
    if (error != NULL)
        bb_diag_report(graphics->diag, BB_M_PICTURE_UNREADABLE, place, "an SVG", error->message);
    return picture;
}

/* --- sizing --- */

typedef struct {
    bool fixed; /* a length was given */
    bb_length size;
    bb_fo_keyword keyword;
} asked;

static asked ask(const bb_fo_node *node, bb_fo_property property, bb_length hundred, bool known)
{
    const bb_fo_value *value = bb_fo_get(node, property);

    if (value->kind == BB_FO_LENGTH_VALUE && (known || value->percent == 0))
        return (asked){true, bb_fo_get_length(node, property, hundred), BB_FO_K_AUTO};
    return (asked){false, 0,
                   value->kind == BB_FO_KEYWORD_VALUE ? (bb_fo_keyword)value->keyword
                                                      : BB_FO_K_AUTO};
}

static bb_length scaled(bb_length length, bb_length by, bb_length of)
{
    return of == 0 ? 0 : (bb_length)llround((double)length * (double)by / (double)of);
}

/* content-width and content-height, each a length, a percentage of the picture's own size, or a
 * wish to fit the viewport (§7.15.7). The other side follows when the scaling is uniform. */
static void size_content(bb_graphic *g, const bb_fo_node *node, const asked *width,
                         const asked *height)
{
    bb_length own_width = g->picture->width, own_height = g->picture->height;
    asked cw = ask(node, BB_FO_P_CONTENT_WIDTH, own_width, true);
    asked ch = ask(node, BB_FO_P_CONTENT_HEIGHT, own_height, true);
    bool uniform = !bb_fo_has(node, BB_FO_P_SCALING, BB_FO_K_NON_UNIFORM);

    if (!cw.fixed && width->fixed && cw.keyword != BB_FO_K_AUTO) {
        bool down = cw.keyword == BB_FO_K_SCALE_DOWN_TO_FIT && own_width <= width->size;
        bool up = cw.keyword == BB_FO_K_SCALE_UP_TO_FIT && own_width >= width->size;
        cw = (asked){true, down || up ? own_width : width->size, BB_FO_K_AUTO};
    }
    if (!ch.fixed && height->fixed && ch.keyword != BB_FO_K_AUTO) {
        bool down = ch.keyword == BB_FO_K_SCALE_DOWN_TO_FIT && own_height <= height->size;
        bool up = ch.keyword == BB_FO_K_SCALE_UP_TO_FIT && own_height >= height->size;
        ch = (asked){true, down || up ? own_height : height->size, BB_FO_K_AUTO};
    }
    g->content_width = cw.fixed ? cw.size : own_width;
    g->content_height = ch.fixed ? ch.size : own_height;
    if (cw.fixed && (!ch.fixed))
        g->content_height = uniform ? scaled(own_height, cw.size, own_width) : own_height;
    else if (ch.fixed && !cw.fixed)
        g->content_width = uniform ? scaled(own_width, ch.size, own_height) : own_width;
    else if (cw.fixed && ch.fixed && uniform && own_width > 0 && own_height > 0) {
        /* Both are limits: the smaller scale wins. */
        double by_width = (double)cw.size / (double)own_width;
        double by_height = (double)ch.size / (double)own_height;
        double by = MIN(by_width, by_height);
        g->content_width = (bb_length)llround((double)own_width * by);
        g->content_height = (bb_length)llround((double)own_height * by);
    }
}

static bb_length aligned(bb_fo_keyword align, bb_length outer, bb_length inner)
{
    if (align == BB_FO_K_CENTER)
        return (outer - inner) / 2;
    if (align == BB_FO_K_END || align == BB_FO_K_RIGHT || align == BB_FO_K_AFTER)
        return outer - inner;
    return 0;
}

const bb_picture *bb_graphics_background(bb_graphics *graphics, const bb_fo_tree *fo,
                                         const bb_fo_node *node)
{
    g_autofree char *name = file_name(bb_fo_get(node, BB_FO_P_BACKGROUND_IMAGE)->string);

    return read_file(graphics, name, bb_fo_place(fo, node));
}

const bb_graphic *bb_graphics_of(bb_graphics *graphics, bb_arena *arena, const bb_fo_tree *fo,
                                 const bb_fo_node *node, bb_length width, bb_length height)
{
    bb_graphic *g = bb_arena_new0(arena, bb_graphic);
    bb_place place = bb_fo_place(fo, node);

    if (node->object == BB_FO_EXTERNAL_GRAPHIC) {
        const char *src = bb_fo_attribute_of(node, BB_FO_A_SRC);
        g_autofree char *name = file_name(src != NULL ? src : "");
        g->picture = read_file(graphics, name, place);
    } else {
        g->picture = read_instream(graphics, node, place);
    }
    asked wide = ask(node, BB_FO_P_IPD_OPTIMUM, width, true);
    asked high = ask(node, BB_FO_P_BPD_OPTIMUM, height, height > 0);
    size_content(g, node, &wide, &high);
    g->width = wide.fixed ? wide.size : g->content_width;
    g->height = high.fixed ? high.size : g->content_height;
    g->x = aligned(bb_fo_get_keyword(node, BB_FO_P_TEXT_ALIGN), g->width, g->content_width);
    g->y = aligned(bb_fo_get_keyword(node, BB_FO_P_DISPLAY_ALIGN), g->height, g->content_height);
    g->clip = bb_fo_has(node, BB_FO_P_OVERFLOW, BB_FO_K_HIDDEN) &&
              (g->content_width > g->width || g->content_height > g->height);
    return g;
}
