/* shape.c - words to glyphs through Pango, behind a cache. */
#include "layout/shape.h"

#include "base/arena.h"

#include <string.h>

typedef struct {
    int query_id, level, length;
    PangoLanguage *language; /* Pango keeps one pointer a language */
    const char *text;
} shape_key;

struct bb_shaper {
    bb_fonts *fonts;
    bb_arena *arena;
    GHashTable *shapes;       /* shape_key to bb_shape */
    PangoGlyphString *glyphs; /* reused */
};

static guint key_hash(const void *item)
{
    const shape_key *key = item;
    guint hash = 5381 + (guint)key->query_id * 31 + (guint)key->level;

    for (int i = 0; i < key->length; i++)
        hash = hash * 33 + (guchar)key->text[i];
    return hash;
}

static gboolean key_equal(const void *a, const void *b)
{
    const shape_key *x = a, *y = b;

    return x->query_id == y->query_id && x->level == y->level && x->length == y->length &&
           x->language == y->language && memcmp(x->text, y->text, (size_t)x->length) == 0;
}

bb_shaper *bb_shaper_new(bb_fonts *fonts)
{
    bb_shaper *shaper = g_new0(bb_shaper, 1);

    shaper->fonts = fonts;
    shaper->arena = bb_arena_new();
    shaper->shapes = g_hash_table_new(key_hash, key_equal);
    shaper->glyphs = pango_glyph_string_new();
    return shaper;
}

void bb_shaper_free(bb_shaper *shaper)
{
    if (shaper == NULL)
        return;
    pango_glyph_string_free(shaper->glyphs);
    g_hash_table_unref(shaper->shapes);
    bb_arena_free(shaper->arena);
    g_free(shaper);
}

static const float UNIT = 1.0F / ((float)PANGO_SCALE * (float)BB_FACE_SIZE);

/* Shapes one item (one font, one direction) and appends its run. */
static void shape_item(bb_shaper *shaper, bb_shape *shape, bb_shape_run *run,
                       const PangoAnalysis *analysis, int from, int length)
{
    PangoGlyphString *glyphs = shaper->glyphs;

    pango_shape_full(shape->text + from, length, shape->text, shape->length, analysis, glyphs);
    bb_glyph *out = bb_arena_array(shaper->arena, bb_glyph, glyphs->num_glyphs);
    double width = 0;
    int count = 0;
    for (int i = 0; i < glyphs->num_glyphs; i++) {
        const PangoGlyphInfo *info = &glyphs->glyphs[i];
        if (info->glyph == PANGO_GLYPH_EMPTY)
            continue;
        if ((info->glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0) {
            shape->missing = info->glyph & ~PANGO_GLYPH_UNKNOWN_FLAG;
            continue;
        }
        out[count++] = (bb_glyph){
            .index = info->glyph,
            .byte = (uint32_t)(from + glyphs->log_clusters[i]),
            .advance = (float)info->geometry.width * UNIT,
            .dx = (float)info->geometry.x_offset * UNIT,
            .dy = -(float)info->geometry.y_offset * UNIT,
        };
        width += (double)info->geometry.width;
    }
    *run = (bb_shape_run){
        .face = bb_fonts_face_of(shaper->fonts, analysis->font),
        .glyphs = out,
        .glyph_count = count,
        .from = from,
        .to = from + length,
        .right_to_left = analysis->level % 2 != 0,
    };
    shape->width += width / (double)PANGO_SCALE / (double)BB_FACE_SIZE;
}

/* Latin text that the primary face has: no need to ask Pango how to divide it. */
static bool is_plain(bb_shaper *shaper, int query_id, int level, const char *text, int length)
{
    const gunichar last_latin = 0x24f; /* end of Latin Extended-B */

    if (level != 0)
        return false;
    for (const char *p = text; p < text + length; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (c > last_latin && (c < 0x2010 || c > 0x2027) && c != 0x20ac)
            return false;
    }
    return bb_fonts_covers(shaper->fonts, query_id, text, length);
}

static void shape_plain(bb_shaper *shaper, bb_shape *shape, int query_id, PangoLanguage *language)
{
    PangoAnalysis analysis = {
        .font = bb_fonts_primary(shaper->fonts, query_id)->font,
        .gravity = PANGO_GRAVITY_SOUTH,
        .script = PANGO_SCRIPT_LATIN,
        .language = language,
    };
    bb_shape_run *run = bb_arena_new0(shaper->arena, bb_shape_run);

    shape_item(shaper, shape, run, &analysis, 0, shape->length);
    shape->runs = run;
    shape->run_count = 1;
}

static void shape_items(bb_shaper *shaper, bb_shape *shape, int query_id, PangoLanguage *language,
                        int level)
{
    PangoContext *context = bb_fonts_context(shaper->fonts, query_id, language);
    PangoDirection direction = level % 2 != 0 ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR;
    GList *items =
        pango_itemize_with_base_dir(context, direction, shape->text, 0, shape->length, NULL, NULL);
    if (level % 2 != 0)
        items = pango_reorder_items(items);

    bb_shape_run *runs = bb_arena_array(shaper->arena, bb_shape_run, g_list_length(items));
    for (GList *l = items; l != NULL; l = l->next) {
        PangoItem *item = l->data;
        shape_item(shaper, shape, &runs[shape->run_count++], &item->analysis, item->offset,
                   item->length);
    }
    shape->runs = runs;
    g_list_free_full(items, (GDestroyNotify)pango_item_free);
}

const bb_shape *bb_shaper_shape(bb_shaper *shaper, int query_id, PangoLanguage *language, int level,
                                const char *text, int length)
{
    shape_key probe = {query_id, level, length, language, text};
    bb_shape *shape = g_hash_table_lookup(shaper->shapes, &probe);

    if (shape != NULL)
        return shape;
    shape = bb_arena_new0(shaper->arena, bb_shape);
    shape->text = bb_arena_strndup(shaper->arena, text, (size_t)length);
    shape->length = length;
    if (is_plain(shaper, query_id, level, text, length))
        shape_plain(shaper, shape, query_id, language);
    else
        shape_items(shaper, shape, query_id, language, level);

    shape_key *key = bb_arena_new0(shaper->arena, shape_key);
    *key = probe;
    key->text = shape->text;
    g_hash_table_insert(shaper->shapes, key, shape);
    return shape;
}
