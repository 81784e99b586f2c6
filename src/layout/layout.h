/* layout.h - the door of the formatter: a typed FO tree in, an area tree out. */
#ifndef BB_LAYOUT_LAYOUT_H
#define BB_LAYOUT_LAYOUT_H

#include "layout/area.h"
#include "layout/font.h"
#include "layout/refs.h"

/* What lasts from one document to the next: fonts, shaped words, hyphenation patterns. */
typedef struct bb_layout_engine bb_layout_engine;

/* Takes fonts over. */
bb_layout_engine *bb_layout_engine_new(bb_fonts *fonts);
void bb_layout_engine_free(bb_layout_engine *engine); /* accepts NULL */
bb_fonts *bb_layout_engine_fonts(bb_layout_engine *engine);

typedef struct bb_graphics bb_graphics;

/* Lays out the document. Pictures come from graphics, which must outlive the result, as must fo and
 * the engine. What does not fit or is missing is reported to diag; the result is never NULL, and
 * has no page when the document gives no reason for one. */
bb_area_tree *bb_layout_run(bb_layout_engine *engine, bb_fo_tree *fo, bb_graphics *graphics,
                            bb_diag *diag);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(bb_layout_engine, bb_layout_engine_free)

#endif
