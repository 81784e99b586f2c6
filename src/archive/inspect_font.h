/* inspect_font.h - a font that is shown, and what its parts say: for inspect_font*.c,
 * inspect_cmap.c and inspect_read.c alone.
 *
 * Codes are of one byte in simple fonts and of two in composite ones; tables have a place for each.
 */
#ifndef BB_ARCHIVE_INSPECT_FONT_H
#define BB_ARCHIVE_INSPECT_FONT_H

#include "archive/inspect_private.h"

enum { BB_CODES = 65536, BB_SIMPLE_CODES = 256 };

/* How a code was shown. */
enum {
    BB_SHOWN = 1,
    BB_SHOWN_UNTOLD = 2,  /* without an ActualText around it */
    BB_SHOWN_VISIBLE = 4, /* not in rendering mode 3 */
};

/* What a code means by ToUnicode. */
typedef enum { BB_MEANS_NOTHING, BB_MEANS_TEXT, BB_MEANS_BAD, BB_MEANS_PRIVATE } bb_meaning;

struct bb_inspected_font {
    const bb_cos *dictionary;
    const bb_cos *descendant; /* the CIDFont; of a simple font the font itself */
    const bb_cos *descriptor; /* NULL: none */
    const char *type;         /* Subtype of dictionary */
    const char *name;         /* for messages */
    int page;                 /* that showed it first */
    bool composite;
    bool odd;      /* half a code was shown */
    int codes;     /* how many there are */
    guint8 *shown; /* by code */
    guint8 *means; /* by code, NULL without ToUnicode */
};

/* Fills means from the ToUnicode stream. */
void bb_inspect_read_meanings(bb_inspection *in, bb_inspected_font *font, const bb_cos *stream);

/* Looks into the font program: every shown glyph is there and as wide as the PDF says. */
void bb_inspect_font_program(bb_inspection *in, const bb_inspected_font *font,
                             const bb_cos *stream);

#endif
