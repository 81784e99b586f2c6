/* font.c - faces from a private fontconfig through Pango. */
#include "layout/font.h"

#include "base/error.h"

#include <fontconfig/fontconfig.h>
#include <hb-ot.h>
#include <pango/pangofc-fontmap.h>
#include <string.h>

typedef struct {
    bb_font_query query; /* families owned */
    PangoFontDescription *description;
    PangoFontset *fontset;
    const bb_face *primary;
} family_entry;

struct bb_fonts {
    FcConfig *config;
    PangoFontMap *map;
    PangoContext *context;
    int context_query;
    GPtrArray *entries; /* family_entry */
    GHashTable *faces;  /* PangoFont to bb_face */
};

/* --- set-up --- */

static FcConfig *load_config(const char *file, GError **error)
{
    FcConfig *config = FcConfigCreate();
    /* fontconfig looks for relative names in folders of its own. */
    g_autofree char *path = g_canonicalize_filename(file, NULL);

    if (!FcConfigParseAndLoad(config, (const FcChar8 *)path, FcFalse)) {
        g_set_error(error, BB_ERROR, BB_ERROR_INSTALL, "%s: the font set-up can't be read", file);
        FcConfigDestroy(config);
        return NULL;
    }
    FcConfigBuildFonts(config);
    const FcFontSet *set = FcConfigGetFonts(config, FcSetSystem);
    if (set == NULL || set->nfont == 0) {
        g_set_error(error, BB_ERROR, BB_ERROR_INSTALL,
                    "%s: none of the fonts it names is installed; install the packages listed in "
                    "fonts/manifest.txt",
                    file);
        FcConfigDestroy(config);
        return NULL;
    }
    return config;
}

/* Metrics as the font's designer gave them: no hinting, no rounding (formatter: widths must be the
 * PDF's). */
static PangoContext *make_context(PangoFontMap *map)
{
    PangoContext *context = pango_font_map_create_context(map);
    cairo_font_options_t *options = cairo_font_options_create();

    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    pango_cairo_context_set_resolution(context, 72.0);
    pango_context_set_round_glyph_positions(context, FALSE);
    return context;
}

static void entry_free(void *item)
{
    family_entry *entry = item;

    g_free((char *)entry->query.families);
    pango_font_description_free(entry->description);
    g_clear_object(&entry->fontset);
    g_free(entry);
}

static void face_free(void *item)
{
    bb_face *face = item;

    g_object_unref(face->font);
    g_free(face);
}

bb_fonts *bb_fonts_new(const char *config_file, GError **error)
{
    FcConfig *config = load_config(config_file, error);

    if (config == NULL)
        return NULL;
    /* librsvg asks the process's own configuration: it must see the same fonts. */
    FcConfigSetCurrent(config);

    bb_fonts *fonts = g_new0(bb_fonts, 1);
    fonts->config = config;
    fonts->map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(fonts->map), config);
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(fonts->map), 72.0);
    fonts->context = make_context(fonts->map);
    fonts->context_query = -1;
    fonts->entries = g_ptr_array_new_with_free_func(entry_free);
    fonts->faces = g_hash_table_new_full(NULL, NULL, NULL, face_free);
    return fonts;
}

void bb_fonts_free(bb_fonts *fonts)
{
    if (fonts == NULL)
        return;
    g_hash_table_unref(fonts->faces);
    g_ptr_array_unref(fonts->entries);
    g_object_unref(fonts->context);
    g_object_unref(fonts->map);
    FcConfigDestroy(fonts->config);
    g_free(fonts);
}

/* --- queries --- */

static PangoFontDescription *describe(const bb_font_query *query)
{
    PangoFontDescription *description = pango_font_description_new();
    g_autoptr(GString) families = g_string_new(NULL);

    /* XSL's list may have quotes; Pango's has none. */
    for (const char *p = query->families; *p != '\0'; p++) {
        if (*p != '\'' && *p != '"')
            g_string_append_c(families, *p);
    }
    pango_font_description_set_family(description, families->str);
    pango_font_description_set_weight(description, (PangoWeight)query->weight);
    pango_font_description_set_style(description, query->style);
    pango_font_description_set_stretch(description, query->stretch);
    pango_font_description_set_absolute_size(description, (double)BB_FACE_SIZE * PANGO_SCALE);
    return description;
}

static bool same_query(const bb_font_query *a, const bb_font_query *b)
{
    return a->weight == b->weight && a->style == b->style && a->stretch == b->stretch &&
           strcmp(a->families, b->families) == 0;
}

static family_entry *entry_at(const bb_fonts *fonts, int query_id)
{
    return fonts->entries->pdata[query_id];
}

int bb_fonts_query_id(bb_fonts *fonts, const bb_font_query *query)
{
    for (guint i = 0; i < fonts->entries->len; i++) {
        if (same_query(&entry_at(fonts, (int)i)->query, query))
            return (int)i;
    }
    family_entry *entry = g_new0(family_entry, 1);
    entry->query = *query;
    entry->query.families = g_strdup(query->families);
    entry->description = describe(query);
    entry->fontset = pango_font_map_load_fontset(fonts->map, fonts->context, entry->description,
                                                 pango_language_from_string("en"));
    PangoFont *font = pango_fontset_get_font(entry->fontset, 'x');
    entry->primary = bb_fonts_face_of(fonts, font);
    g_object_unref(font);
    g_ptr_array_add(fonts->entries, entry);
    return (int)fonts->entries->len - 1;
}

const bb_face *bb_fonts_primary(bb_fonts *fonts, int query_id)
{
    return entry_at(fonts, query_id)->primary;
}

/* --- faces --- */

static double metric(hb_font_t *font, hb_ot_metrics_tag_t tag, double scale, double otherwise)
{
    hb_position_t position;

    if (!hb_ot_metrics_get_position(font, tag, &position))
        return otherwise;
    return (double)position / scale;
}

/* A signed number of two bytes, as OpenType writes it. */
static double signed_at(const char *data, unsigned offset)
{
    return (double)(int16_t)(uint16_t)((guchar)data[offset] << 8 | (guchar)data[offset + 1]);
}

/* The height of a line's letters: the typographic ascender and descender of the OS/2 table, as CSS
 * 2.1 §10.8 recommends and FOP does, whatever the font says of using them; when those are missing
 * or reach over an em and hhea's do not, hhea's. */
static void measure_height(bb_face *face, hb_font_t *font, double scale)
{
    enum { TYPO_ASCENDER = 68, TYPO_DESCENDER = 70, TABLE_LENGTH = 78 };
    hb_face_t *file = hb_font_get_face(font);
    hb_blob_t *table = hb_face_reference_table(file, HB_TAG('O', 'S', '/', '2'));
    double em = hb_face_get_upem(file), ascent = 0, descent = 0;
    unsigned length;
    const char *data = hb_blob_get_data(table, &length);

    if (data != NULL && length >= TABLE_LENGTH) {
        ascent = signed_at(data, TYPO_ASCENDER) / em;
        descent = -signed_at(data, TYPO_DESCENDER) / em;
    }
    hb_blob_destroy(table);
    face->ascent = metric(font, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, scale, 0.9);
    face->descent = -metric(font, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, scale, -0.2);
    if (ascent > 0 && (ascent + descent <= 1 || face->ascent + face->descent > 1)) {
        face->ascent = ascent;
        face->descent = descent;
    }
}

/* The height of a letter, for fonts that do not give it. */
static double letter_height(hb_font_t *font, hb_codepoint_t letter, double scale, double otherwise)
{
    hb_glyph_extents_t extents;
    hb_codepoint_t glyph;

    if (!hb_font_get_nominal_glyph(font, letter, &glyph) ||
        !hb_font_get_glyph_extents(font, glyph, &extents))
        return otherwise;
    return (double)extents.y_bearing / scale;
}

static void measure_face(bb_face *face)
{
    hb_font_t *font = pango_font_get_hb_font(face->font);
    int x_scale, y_scale;

    hb_font_get_scale(font, &x_scale, &y_scale);
    double scale = ABS((double)y_scale);
    measure_height(face, font, scale);
    face->x_height = metric(font, HB_OT_METRICS_TAG_X_HEIGHT, scale, 0);
    if (face->x_height <= 0)
        face->x_height = letter_height(font, 'x', scale, 0.5);
    face->cap_height = metric(font, HB_OT_METRICS_TAG_CAP_HEIGHT, scale, 0);
    if (face->cap_height <= 0)
        face->cap_height = letter_height(font, 'H', scale, 0.7);
    face->underline_position = -metric(font, HB_OT_METRICS_TAG_UNDERLINE_OFFSET, scale, -0.1);
    face->underline_thickness = metric(font, HB_OT_METRICS_TAG_UNDERLINE_SIZE, scale, 0.05);
    face->strike_position = metric(font, HB_OT_METRICS_TAG_STRIKEOUT_OFFSET, scale, 0.3);
}

const bb_face *bb_fonts_face_of(bb_fonts *fonts, PangoFont *font)
{
    bb_face *face = g_hash_table_lookup(fonts->faces, font);

    if (face != NULL)
        return face;
    face = g_new0(bb_face, 1);
    face->font = g_object_ref(font);
    cairo_scaled_font_t *scaled = pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(font));
    face->cairo = cairo_scaled_font_get_font_face(scaled);
    measure_face(face);
    g_hash_table_insert(fonts->faces, font, face);
    return face;
}

PangoContext *bb_fonts_context(bb_fonts *fonts, int query_id, PangoLanguage *language)
{
    if (fonts->context_query != query_id) {
        pango_context_set_font_description(fonts->context, entry_at(fonts, query_id)->description);
        fonts->context_query = query_id;
    }
    pango_context_set_language(fonts->context, language);
    return fonts->context;
}

bool bb_fonts_covers(bb_fonts *fonts, int query_id, const char *text, int length)
{
    PangoFont *font = entry_at(fonts, query_id)->primary->font;

    for (const char *p = text; p < text + length; p = g_utf8_next_char(p)) {
        if (!pango_font_has_char(font, g_utf8_get_char(p)))
            return false;
    }
    return true;
}

GPtrArray *bb_fonts_files(const bb_fonts *fonts)
{
    GPtrArray *files = g_ptr_array_new();
    GHashTableIter iter;
    void *font;

    g_hash_table_iter_init(&iter, fonts->faces);
    while (g_hash_table_iter_next(&iter, &font, NULL)) {
        FcPattern *pattern = pango_fc_font_get_pattern(PANGO_FC_FONT(font));
        FcChar8 *file = NULL;
        if (FcPatternGetString(pattern, FC_FILE, 0, &file) == FcResultMatch)
            g_ptr_array_add(files, (char *)file);
    }
    return files;
}
