/* refs.h - on which page each id was found, now and in the pass before.
 *
 * A page-number citation prints what the last pass found; when the passes agree, the document has
 * settled. Positions serve links and the outline. */
#ifndef BB_LAYOUT_REFS_H
#define BB_LAYOUT_REFS_H

#include "base/length.h"

#include <glib.h>
#include <stdbool.h>

typedef struct bb_ref {
    const char *first_label, *last_label; /* printed page numbers; owned by the refs */
    int first_page, last_page;            /* page indices */
    bb_length x, y;                       /* of the first area, from the page's top left corner */
} bb_ref;

typedef struct bb_refs bb_refs;

bb_refs *bb_refs_new(void);
void bb_refs_free(bb_refs *refs); /* accepts NULL */

/* Begins a pass: what was found becomes what is known. */
void bb_refs_begin_pass(bb_refs *refs);

/* Notes that an area of the object with this id stands on the page. */
void bb_refs_note(bb_refs *refs, const char *id, int page, const char *label, bb_length x,
                  bb_length y);

/* What this pass or else the last one knows of id; NULL when neither does. */
const bb_ref *bb_refs_find(const bb_refs *refs, const char *id);

/* Whether this pass found every id on the same pages as the last one. */
bool bb_refs_settled(const bb_refs *refs);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(bb_refs, bb_refs_free)

#endif
