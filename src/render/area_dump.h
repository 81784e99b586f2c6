/* area_dump.h - the area tree as XML that a person can read and XPath can ask.
 *
 * Coordinates are points from the page's top left corner (within a turned container, from the
 * container's own), with up to three decimals. */
#ifndef BB_RENDER_AREA_DUMP_H
#define BB_RENDER_AREA_DUMP_H

#include "layout/area.h"

/* Gives a string for g_free. */
char *bb_area_dump(const bb_area_tree *tree);

/* The text of the pages in painting order, lines as lines, without furniture. For g_free. */
char *bb_area_dump_text(const bb_area_tree *tree);

#endif
