/* font.h - the fonts of one private fontconfig set-up, and nothing of the host's.
 *
 * A face is a font without a size: text is shaped once at 1000 pt without hinting, and scaled, for
 * unhinted advances grow in proportion. Metrics are fractions of the font size. Faces are lent by
 * the bb_fonts that made them and live as long. One bb_fonts serves a whole process; it is for one
 * thread. */
#ifndef BB_LAYOUT_FONT_H
#define BB_LAYOUT_FONT_H

#include <glib.h>
#include <pango/pangocairo.h>
#include <stdbool.h>

/* The size, in points, at which text is shaped. */
enum { BB_FACE_SIZE = 1000 };

typedef struct bb_face {
    PangoFont *font;          /* at BB_FACE_SIZE */
    cairo_font_face_t *cairo; /* the same, for drawing */
    double ascent, descent;   /* of the font's own line, both positive */
    double x_height, cap_height;
    double underline_position, underline_thickness; /* position of the centre, downwards */
    double strike_position;                         /* upwards */
} bb_face;

/* What a style asks of a font; families is XSL's list, "Lato, sans-serif". */
typedef struct bb_font_query {
    const char *families;
    int weight; /* 100 to 900 */
    PangoStyle style;
    PangoStretch stretch;
} bb_font_query;

typedef struct bb_fonts bb_fonts;

/* Reads the fontconfig file. NULL with error set when it names no usable font. */
bb_fonts *bb_fonts_new(const char *config_file, GError **error);
void bb_fonts_free(bb_fonts *fonts); /* accepts NULL */

/* A small number for the query, equal for equal queries: what caches are keyed by. */
int bb_fonts_query_id(bb_fonts *fonts, const bb_font_query *query);

/* The face that answers the query first, with the fonts that follow it for missing characters. */
const bb_face *bb_fonts_primary(bb_fonts *fonts, int query_id);
const bb_face *bb_fonts_face_of(bb_fonts *fonts, PangoFont *font);

/* For itemising: a context whose description and language are set to the query's. */
PangoContext *bb_fonts_context(bb_fonts *fonts, int query_id, PangoLanguage *language);

/* Whether the primary face has every character of the text. */
bool bb_fonts_covers(bb_fonts *fonts, int query_id, const char *text, int length);

/* The files of the faces in use so far (char *, lent), for the manifest check. */
GPtrArray *bb_fonts_files(const bb_fonts *fonts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(bb_fonts, bb_fonts_free)

#endif
