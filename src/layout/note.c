/* note.c - bodies of footnotes, and what a page takes of them. */
#include "layout/note.h"

const bb_note *bb_note_of(bb_layout *layout, const bb_fo_node *footnote, bb_length width)
{
    bb_note *note = g_hash_table_lookup(layout->notes, footnote);

    if (note != NULL)
        return note;
    const bb_fo_node *body = bb_fo_child(footnote, BB_FO_FOOTNOTE_BODY);
    note = bb_arena_new0(layout->scratch, bb_note);
    note->node = footnote;
    note->body = bb_stack_new(layout, body != NULL ? body : footnote, width);
    g_hash_table_insert(layout->notes, (void *)footnote, note);
    return note;
}

bb_length bb_note_part_height(const bb_note_part *part)
{
    return bb_stack_measure(part->note->body, part->from, part->to, NULL);
}

static void add(GArray **parts, bb_note_part part)
{
    if (*parts == NULL)
        *parts = g_array_new(FALSE, FALSE, sizeof(bb_note_part));
    g_array_append_val(*parts, part);
}

/* The last good place at which the part may end within room; its start when there is none. When
 * some of it must go, what comes before its first place stands out, be it all of it. */
static bb_break last_place_within(const bb_note_part *part, bb_length room, bool must)
{
    bb_break best = part->from;

    if (part->note->node->object == BB_FO_FLOAT)
        return must ? part->to : part->from;
    for (bb_break at = part->from; !bb_break_equal(at, part->to);) {
        at = bb_stack_next(part->note->body, at);
        if (bb_break_equal(at, part->to))
            break;
        bb_note_part head = {part->note, part->from, at, false};
        bool fits = bb_note_part_height(&head) <= room;
        bool good = !bb_stack_cost(part->note->body, at).lines;
        if (fits && good)
            best = at;
        if (!fits) {
            if (must && bb_break_equal(best, part->from))
                best = at;
            break;
        }
    }
    return must && bb_break_equal(best, part->from) ? part->to : best;
}

bb_note_fit bb_note_take(const GArray *due, guint carried, bb_length room, bool must)
{
    bb_note_fit fit = {0};
    bool notes_full = false, floats_full = false;

    for (guint i = 0; i < due->len; i++) {
        bb_note_part part = g_array_index(due, bb_note_part, i);
        bb_length height = bb_note_part_height(&part);
        bool is_float = part.note->node->object == BB_FO_FLOAT;
        bool full = is_float ? floats_full : notes_full;
        if (!full && fit.height + height <= room) {
            add(&fit.placed, part);
            fit.height += height;
            continue;
        }
        bb_break until =
            full ? part.from
                 : last_place_within(&part, room - fit.height, must && fit.placed == NULL);
        if (!bb_break_equal(until, part.from)) {
            bb_note_part head = {part.note, part.from, until, part.again};
            add(&fit.placed, head);
            fit.height += bb_note_part_height(&head);
            part.from = until;
        } else if (i >= carried) {
            fit.put_off += !is_float;
            fit.floats_put_off += is_float;
        }
        notes_full = notes_full || !is_float;
        floats_full = floats_full || is_float;
        if (bb_break_equal(part.from, part.to))
            continue;
        fit.split += !bb_break_equal(part.from, g_array_index(due, bb_note_part, i).from);
        add(&fit.left, part);
    }
    return fit;
}

void bb_note_fit_clear(bb_note_fit *fit)
{
    g_clear_pointer(&fit->placed, g_array_unref);
    g_clear_pointer(&fit->left, g_array_unref);
}
