/* graphic.h - pictures: their size, and what drawing them needs.
 *
 * Files are read once a document, from the folder of the FO document and below it, never from the
 * network. A picture that can't be read is reported and stands as an empty box of its asked size.
 */
#ifndef BB_LAYOUT_GRAPHIC_H
#define BB_LAYOUT_GRAPHIC_H

#include "base/diag.h"
#include "fo/fo_tree.h"
#include "layout/area.h"

#include <cairo.h>
#include <librsvg/rsvg.h>

/* One source, shared by every place that shows it. */
typedef struct bb_picture {
    RsvgHandle *svg; /* one of these two, or neither when it could not be read */
    cairo_surface_t *pixels;
    bb_length width, height; /* its own size */
} bb_picture;

/* A picture as one object shows it (XSL 1.1 §6.6.5). */
struct bb_graphic {
    const bb_picture *picture;
    bb_length width, height; /* of the viewport: the object's content rectangle */
    bb_length x, y, content_width, content_height; /* of the picture within it */
    bool clip;
};

typedef struct bb_graphics bb_graphics;

/* base: the folder that file names are relative to; it is also the limit. */
bb_graphics *bb_graphics_new(const char *base, bb_diag *diag);
void bb_graphics_free(bb_graphics *graphics); /* accepts NULL */

/* The picture of an fo:external-graphic or fo:instream-foreign-object, sized for an area whose
 * width (and height, or 0 when unknown) are what percentages mean. From arena. */
const bb_graphic *bb_graphics_of(bb_graphics *graphics, bb_arena *arena, const bb_fo_tree *fo,
                                 const bb_fo_node *node, bb_length width, bb_length height);

/* The picture of an object's background-image; lent. */
const bb_picture *bb_graphics_background(bb_graphics *graphics, const bb_fo_tree *fo,
                                         const bb_fo_node *node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(bb_graphics, bb_graphics_free)

#endif
