/* cite.c - the lines that cite page numbers, and what new numbers do to them. */
#include "layout/cite.h"

#include "layout/para_private.h"

#include <string.h>

typedef struct {
    bb_para *para;
    int line;
    bb_area *area;
    const bb_page *page;
    bool artifact;
} cite;

struct bb_cites {
    GArray *lines; /* cite */
};

bb_cites *bb_cites_new(void)
{
    bb_cites *cites = g_new0(bb_cites, 1);

    cites->lines = g_array_new(FALSE, FALSE, sizeof(cite));
    return cites;
}

void bb_cites_free(bb_cites *cites)
{
    if (cites == NULL)
        return;
    g_array_unref(cites->lines);
    g_free(cites);
}

void bb_cites_clear(bb_cites *cites)
{
    g_array_set_size(cites->lines, 0);
}

unsigned bb_cites_count(const bb_cites *cites)
{
    return cites->lines->len;
}

static bool is_citation(const bb_item *item)
{
    return item->kind == BB_ITEM_NUMBER && item->node->object != BB_FO_PAGE_NUMBER;
}

void bb_cites_note(bb_cites *cites, bb_para *para, int line, bb_area *area)
{
    const bb_line *l = &g_array_index(para->lines, bb_line, line);

    for (int i = l->from; i <= l->to; i++) {
        if (!is_citation(&g_array_index(para->items, bb_item, i)))
            continue;
        cite c = {para, line, area, para->layout->page, para->layout->artifact};
        g_array_append_val(cites->lines, c);
        return;
    }
}

/* --- whether the lines stay --- */

/* Page numbers as they were when the paragraph was made, citations as they are known now. */
static bool renumber(bb_para *para)
{
    bool changed = false;

    for (int i = 0; i < (int)para->items->len; i++) {
        bb_item *item = &g_array_index(para->items, bb_item, i);
        if (item->kind != BB_ITEM_NUMBER)
            continue;
        bb_length width = item->width;
        bb_para_shape_number(para, item);
        changed = changed || (is_citation(item) && item->width != width);
    }
    return changed;
}

static bool same_line(const bb_line *a, const bb_line *b)
{
    return a->from == b->from && a->from_byte == b->from_byte && a->to == b->to &&
           a->to_byte == b->to_byte && a->hyphen == b->hyphen && a->height == b->height &&
           a->baseline == b->baseline;
}

static bool lines_stay(bb_para *para)
{
    g_autoptr(GArray) before = g_array_copy(para->lines);

    para->layout->page = para->page;
    if (!renumber(para))
        return true;
    if (para->measured)
        return false;
    bb_para_choose_lines(para, para->width, g_array_index(before, bb_line, 0).indent);
    if (para->lines->len != before->len)
        return false;
    for (guint i = 0; i < before->len; i++) {
        if (!same_line(&g_array_index(before, bb_line, i), &g_array_index(para->lines, bb_line, i)))
            return false;
    }
    return true;
}

static bool all_stay(bb_cites *cites)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);

    for (guint i = 0; i < cites->lines->len; i++) {
        bb_para *para = g_array_index(cites->lines, cite, i).para;
        if (g_hash_table_add(seen, para) && !lines_stay(para))
            return false;
    }
    return true;
}

/* --- setting them again --- */

static void set_again(const cite *c, bb_layout *layout)
{
    bb_area place = {0};

    layout->page = c->page;
    layout->artifact = c->artifact;
    bb_para_place(c->para, c->line, &place, c->area->x, c->area->y);
    c->area->first = place.first->first;
    c->area->last = place.first->last;
}

bool bb_cites_settle(bb_cites *cites, bb_layout *layout)
{
    bool stay = all_stay(cites);

    layout->cites = NULL; /* placing notes nothing now */
    for (guint i = 0; stay && i < cites->lines->len; i++)
        set_again(&g_array_index(cites->lines, cite, i), layout);
    layout->cites = cites;
    layout->page = NULL;
    layout->artifact = false;
    return stay;
}
