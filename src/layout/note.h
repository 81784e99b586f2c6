/* note.h - footnotes: bodies that stand at the foot of the page on which they are cited; and
 * before-floats, which stand whole at the head of that page or a later one.
 *
 * A body is laid out once for the width of the region and placed in one part or in several. Notes
 * live in the layout's scratch arena. */
#ifndef BB_LAYOUT_NOTE_H
#define BB_LAYOUT_NOTE_H

#include "layout/stack.h"

typedef struct bb_note {
    const bb_fo_node *node; /* fo:footnote or fo:float */
    bb_stack *body;
} bb_note;

/* A part of a note's body, from one place to another. */
typedef struct bb_note_part {
    const bb_note *note;
    bb_break from, to;
    bool again; /* it stood on an earlier page already, cited by the same table header or footer */
} bb_note_part;

/* The note of an fo:footnote, its body laid out for this width; made when first asked for. */
const bb_note *bb_note_of(bb_layout *layout, const bb_fo_node *footnote, bb_length width);

/* What one page takes of the notes that are due. */
typedef struct bb_note_fit {
    GArray *placed, *left; /* bb_note_part; owned; NULL when there is none */
    bb_length height;      /* of what is placed, the separator not counted */
    int split, put_off;    /* how many are parted, how many cited here begin only later */
    int floats_put_off;
} bb_note_fit;

/* Takes as much of due (bb_note_part) as room allows, in order. The first carried of them come from
 * an earlier page. When nothing at all fits and must is set, the first line is taken all the same.
 */
bb_note_fit bb_note_take(const GArray *due, guint carried, bb_length room, bool must);

bb_length bb_note_part_height(const bb_note_part *part);

void bb_note_fit_clear(bb_note_fit *fit);

#endif
