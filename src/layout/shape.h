/* shape.h - shaped words, each distinct one shaped once.
 *
 * A report uses the same few thousand words again and again, so the unit of shaping is the word and
 * the cache never forgets. Widths are in millipoints for a font of one point: multiply by the font
 * size in points (bb_shape_width). Shapes are lent by the shaper. */
#ifndef BB_LAYOUT_SHAPE_H
#define BB_LAYOUT_SHAPE_H

#include "base/length.h"
#include "layout/font.h"

#include <stdint.h>

typedef struct bb_glyph {
    uint32_t index;
    uint32_t byte; /* where its cluster begins in the text of the shape */
    float advance; /* these three in font sizes: 1.0 is one em */
    float dx, dy;  /* right and up from the pen */
} bb_glyph;

/* Glyphs of one face, in the order in which they are drawn, left to right. */
typedef struct bb_shape_run {
    const bb_face *face;
    const bb_glyph *glyphs;
    int glyph_count;
    int from, to; /* bytes of the shape's text */
    bool right_to_left;
} bb_shape_run;

typedef struct bb_shape {
    const char *text;
    int length;   /* bytes */
    double width; /* in ems */
    int run_count;
    const bb_shape_run *runs;
    gunichar missing; /* a character that no font has, or 0 */
} bb_shape;

typedef struct bb_shaper bb_shaper;

bb_shaper *bb_shaper_new(bb_fonts *fonts);
void bb_shaper_free(bb_shaper *shaper); /* accepts NULL */

/* Shapes length bytes of text, which must not hold line ends. level is the bidi embedding level. */
const bb_shape *bb_shaper_shape(bb_shaper *shaper, int query_id, PangoLanguage *language, int level,
                                const char *text, int length);

static inline bb_length bb_shape_width(const bb_shape *shape, bb_length font_size)
{
    return (bb_length)llround(shape->width * (double)font_size);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC(bb_shaper, bb_shaper_free)

#endif
