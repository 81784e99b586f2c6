/* para.c - the door of the paragraph: breaking for a width, and what others ask of its lines. */
#include "layout/para_private.h"

static const bb_item *item_at(const bb_para *para, int index)
{
    return &g_array_index(para->items, bb_item, index);
}

/* start and end, whatever the file called them. */
static bb_fo_keyword relative(const bb_para *para, bb_fo_keyword align)
{
    bool rtl = para->base_level % 2 != 0;

    switch (align) {
    case BB_FO_K_LEFT:
    case BB_FO_K_INSIDE:
        return rtl ? BB_FO_K_END : BB_FO_K_START;
    case BB_FO_K_RIGHT:
    case BB_FO_K_OUTSIDE:
        return rtl ? BB_FO_K_START : BB_FO_K_END;
    default:
        return align;
    }
}

/* Lines are placed from the left: in a block that runs from right to left, start is the right. */
static bb_fo_keyword physical(const bb_para *para, bb_fo_keyword align)
{
    if (para->base_level % 2 == 0)
        return align;
    if (align == BB_FO_K_START)
        return BB_FO_K_END;
    return align == BB_FO_K_END ? BB_FO_K_START : align;
}

static void find_alignment(bb_para *para)
{
    bb_fo_keyword align = relative(para, bb_fo_get_keyword(para->block, BB_FO_P_TEXT_ALIGN));
    bb_fo_keyword last = bb_fo_get_keyword(para->block, BB_FO_P_TEXT_ALIGN_LAST);

    /* text-align-last="relative": as text-align, but justified text ends as it starts (§7.16.10).
     */
    if (last == BB_FO_K_RELATIVE)
        last = align == BB_FO_K_JUSTIFY ? BB_FO_K_START : align;
    para->align = physical(para, align);
    para->align_last = physical(para, relative(para, last));
}

int bb_para_break(bb_para *para, bb_length width, bb_length indent)
{
    if (para->lines->len > 0 && para->width == width)
        return (int)para->lines->len;
    para->width = width;
    find_alignment(para);
    bb_para_choose_lines(para, width, indent);
    return (int)para->lines->len;
}

void bb_para_take_up(bb_para *para, const bb_para *from, int line)
{
    const bb_line *first = &g_array_index(from->lines, bb_line, line);

    para->start = MIN(first->from, (int)para->items->len - 1);
    para->start_byte = first->from_byte;
}

bool bb_para_is_rest(const bb_para *para)
{
    return para->start > 0 || para->start_byte > 0;
}

bb_length bb_para_break_nowhere(bb_para *para)
{
    bb_length least;

    bb_para_measure(para, &least, &para->width);
    para->align = para->align_last = BB_FO_K_START;
    bb_para_choose_lines(para, para->width, 0);
    return para->width;
}

int bb_para_line_count(const bb_para *para)
{
    return (int)para->lines->len;
}

bb_length bb_para_line_height(const bb_para *para, int line)
{
    return g_array_index(para->lines, bb_line, line).height;
}

bb_length bb_para_first_baseline(const bb_para *para)
{
    return para->lines->len > 0 ? g_array_index(para->lines, bb_line, 0).baseline : 0;
}

void bb_para_measure(bb_para *para, bb_length *least, bb_length *most)
{
    bb_length word = 0, line = 0, after = 0;

    *least = 0;
    *most = 0;
    para->measured = true;
    for (int i = 0; i < (int)para->items->len; i++) {
        const bb_item *item = item_at(para, i);
        bool space = item->kind == BB_ITEM_SPACE && !item->keeps;
        bool leader = item->kind == BB_ITEM_LEADER;
        word += space || leader ? 0 : item->width;
        line += item->width;
        after = space ? after + item->width : 0;
        *least = bb_length_max(*least, word);
        *most = bb_length_max(*most, line - after);
        if (item->break_after != BB_NO_BREAK)
            word = 0;
        if (item->break_after == BB_MUST_BREAK)
            line = 0;
    }
}

const bb_para_note *bb_para_notes(const bb_para *para, int from, int to, int *count)
{
    const bb_para_note *first = NULL;

    *count = 0;
    if (from >= to)
        return NULL;
    int first_item = g_array_index(para->lines, bb_line, from).from;
    int last_item = g_array_index(para->lines, bb_line, to - 1).to;
    for (guint i = 0; i < para->notes->len; i++) {
        const bb_para_note *note = &g_array_index(para->notes, bb_para_note, i);
        if (note->item < first_item || note->item > last_item)
            continue;
        first = first != NULL ? first : note;
        (*count)++;
    }
    return first;
}
