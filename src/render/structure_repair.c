/* structure_repair.c - the tree as the standards want it, once it is known what was painted.
 *
 * In this order: pieces and elements into the order of reading; elements away for which nothing was
 * painted; captions into their tables; lists, contents and links that are not what they claim made
 * plain; headings counted anew, from 1 and without gaps (PDF/UA-1 §7.4.2). */
#include "render/structure_private.h"

#include <stdlib.h>

static bb_kid *kid_at(const bb_element *element, guint index)
{
    return &g_array_index(element->kids, bb_kid, index);
}

static bool holds_elements(const bb_kid *kid)
{
    return kid->kind == BB_KID_ELEMENT;
}

/* The element among the kids at index, or NULL when there is none. */
static bb_element *element_at(const bb_element *parent, guint index)
{
    if (index >= parent->kids->len || !holds_elements(kid_at(parent, index)))
        return NULL;
    return kid_at(parent, index)->element;
}

static void become(bb_element *element, const char *type)
{
    element->type = type;
    element->standard = NULL;
}

/* --- order --- */

/* What was painted later comes later, where nothing else decides. */
static int compare(const void *a, const void *b)
{
    const bb_kid *x = a, *y = b;

    if (x->order != y->order)
        return x->order < y->order ? -1 : 1;
    if (x->position != y->position)
        return x->position < y->position ? -1 : 1;
    if (x->page != y->page)
        return x->page < y->page ? -1 : 1;
    return x->number < y->number ? -1 : x->number > y->number;
}

static void sort(bb_element *element)
{
    if (element->kids->len > 1)
        qsort(element->kids->data, element->kids->len, sizeof(bb_kid), compare);
    for (guint i = 0; i < element->kids->len; i++) {
        if (holds_elements(kid_at(element, i)))
            sort(kid_at(element, i)->element);
    }
}

/* --- what nothing was painted for --- */

static bool is_part_of_table(const bb_element *element)
{
    static const char *const PARTS[] = {"THead", "TBody", "TFoot", "TR", "TH", "TD"};

    for (size_t i = 0; i < G_N_ELEMENTS(PARTS); i++) {
        if (bb_element_is(element, PARTS[i]))
            return true;
    }
    return false;
}

/* Rows and cells stay where they are empty, but not sections without a row. */
static bool stays_empty(const bb_element *element)
{
    bool cell = bb_element_is(element, "TH") || bb_element_is(element, "TD");

    return cell || (is_part_of_table(element) && element->kids->len > 0);
}

/* Says whether anything was painted for the element or below. */
static bool prune(bb_element *element)
{
    bool painted = false;
    guint kept = 0;

    for (guint i = 0; i < element->kids->len; i++) {
        bb_kid kid = *kid_at(element, i);
        bool has = kid.kind != BB_KID_ELEMENT || prune(kid.element);
        painted = painted || has;
        if (has || stays_empty(kid.element))
            *kid_at(element, kept++) = kid;
    }
    g_array_set_size(element->kids, kept);
    return painted;
}

/* --- captions --- */

static bool belong_together(const bb_element *caption, const bb_element *table)
{
    return caption->node != NULL && table->node != NULL && bb_element_is(caption, "Caption") &&
           bb_element_is(table, "Table") && caption->node->parent == table->node->parent;
}

static void move_into_table(bb_element *table, bb_kid caption, bool first)
{
    caption.element->parent = table;
    if (first)
        g_array_prepend_val(table->kids, caption);
    else
        g_array_append_val(table->kids, caption);
}

/* A caption directly above or below its table is the table's (PDF 1.7, table 337). */
static void place_captions(bb_element *element)
{
    for (guint i = 0; i < element->kids->len; i++) {
        bb_element *kid = element_at(element, i);
        if (kid == NULL)
            continue;
        bb_element *below = element_at(element, i + 1);
        bb_element *above = i > 0 ? element_at(element, i - 1) : NULL;
        if (below != NULL && belong_together(kid, below)) {
            move_into_table(below, *kid_at(element, i), true);
        } else if (above != NULL && belong_together(kid, above)) {
            move_into_table(above, *kid_at(element, i), false);
        } else {
            place_captions(kid);
            continue;
        }
        g_array_remove_index(element->kids, i);
        i--;
    }
}

/* --- lists, contents, links --- */

static bool all_kids_are(const bb_element *element, const char *const *types)
{
    for (guint i = 0; i < element->kids->len; i++) {
        const bb_kid *kid = kid_at(element, i);
        bool fits = false;
        for (const char *const *type = types; *type != NULL && holds_elements(kid); type++)
            fits = fits || bb_element_is(kid->element, *type);
        if (!fits)
            return false;
    }
    return true;
}

static bool parent_is(const bb_element *element, const char *type)
{
    return element->parent != NULL && bb_element_is(element->parent, type);
}

/* What an item holds beside its label is its body. */
static void complete_item(bb_structure *s, bb_element *item)
{
    static const char *const PARTS[] = {"Lbl", "LBody", NULL};

    if (all_kids_are(item, PARTS))
        return;
    g_autoptr(GArray) kids = g_steal_pointer(&item->kids);
    item->kids = g_array_new(FALSE, FALSE, sizeof(bb_kid));
    bb_element *body = NULL;
    for (guint i = 0; i < kids->len; i++) {
        bb_kid kid = g_array_index(kids, bb_kid, i);
        bool part = holds_elements(&kid) &&
                    (bb_element_is(kid.element, "Lbl") || bb_element_is(kid.element, "LBody"));
        if (!part && body == NULL)
            body = bb_element_new(s, "LBody", item, NULL);
        bb_element *holder = part ? item : body;
        g_array_append_val(holder->kids, kid);
        if (holds_elements(&kid))
            kid.element->parent = holder;
    }
}

static bool has_link(const bb_element *element)
{
    for (guint i = 0; i < element->kids->len; i++) {
        if (kid_at(element, i)->kind == BB_KID_LINK)
            return true;
    }
    return false;
}

static bool has_blocks(const bb_element *element)
{
    for (guint i = 0; i < element->kids->len; i++) {
        const bb_kid *kid = kid_at(element, i);
        if (holds_elements(kid) && !bb_element_is_inline(kid->element))
            return true;
    }
    return false;
}

static const char *plain(const bb_element *element)
{
    return has_blocks(element) ? "Div" : "P";
}

/* Neighbours that only a list or a table of contents may hold get one. */
static void gather(bb_structure *s, bb_element *element, const char *type, const char *around)
{
    bb_element *holder = NULL;
    guint kept = 0;

    if (bb_element_is(element, around))
        return;
    for (guint i = 0; i < element->kids->len; i++) {
        bb_kid kid = *kid_at(element, i);
        bool stray = holds_elements(&kid) && bb_element_is(kid.element, type);
        if (stray && holder == NULL) {
            holder = bb_element_new(s, around, NULL, NULL);
            holder->parent = element;
            bb_kid entry = {.kind = BB_KID_ELEMENT, .order = kid.order, .element = holder};
            *kid_at(element, kept++) = entry;
        }
        if (stray) {
            kid.element->parent = holder;
            g_array_append_val(holder->kids, kid);
        } else {
            holder = NULL;
            *kid_at(element, kept++) = kid;
        }
    }
    g_array_set_size(element->kids, kept);
}

/* A list, or a table of contents, that holds something else. */
static bool is_broken_list(const bb_element *element)
{
    static const char *const ITEMS[] = {"LI", "L", "Caption", NULL};
    static const char *const ENTRIES[] = {"TOCI", "TOC", "Caption", NULL};

    return (bb_element_is(element, "L") && !all_kids_are(element, ITEMS)) ||
           (bb_element_is(element, "TOC") && !all_kids_are(element, ENTRIES));
}

/* A part of a list, or of a table of contents, that stands elsewhere. */
static bool is_stray(const bb_element *element)
{
    static const struct {
        const char *type, *parent;
    } PARTS[] = {{"LI", "L"}, {"LBody", "LI"}, {"TOCI", "TOC"}};

    for (size_t i = 0; i < G_N_ELEMENTS(PARTS); i++) {
        if (bb_element_is(element, PARTS[i].type))
            return !parent_is(element, PARTS[i].parent);
    }
    return false;
}

static void mend(bb_structure *s, bb_element *element)
{
    if (is_broken_list(element))
        become(element, "Div");
    else if (is_stray(element))
        become(element, plain(element));
    else if (bb_element_is(element, "Link") && !has_link(element))
        become(element, "Span");
    else if (bb_element_is(element, "LI"))
        complete_item(s, element);
    gather(s, element, "TOCI", "TOC");
    gather(s, element, "LI", "L");
    for (guint i = 0; i < element->kids->len; i++) {
        if (holds_elements(kid_at(element, i)))
            mend(s, kid_at(element, i)->element);
    }
}

/* --- headings --- */

typedef struct {
    bb_structure *s;
    int levels[64]; /* that the document gave, of the headings that are open */
    int count;
    int sections; /* that the element stands in */
} headings;

static int level_of(const bb_element *element, int sections)
{
    const char *type = element->standard != NULL ? element->standard : element->type;

    if (type[0] != 'H')
        return 0;
    if (type[1] == '\0')
        return MAX(1, sections);
    return type[1] >= '1' && type[1] <= '6' && type[2] == '\0' ? type[1] - '0' : 0;
}

/* Levels as given stay when they begin with 1 and leave none out. */
static void count_heading(headings *h, bb_element *element, int level)
{
    static const char *const TYPES[] = {"H1", "H2", "H3", "H4", "H5", "H6"};

    while (h->count > 0 && h->levels[h->count - 1] >= level)
        h->count--;
    h->levels[h->count++] = level;
    const char *type = TYPES[MIN(h->count, (int)G_N_ELEMENTS(TYPES)) - 1];
    if (bb_element_is(element, type))
        return;
    if (!bb_element_is(element, "H") && element->node != NULL)
        bb_diag_report(h->s->diag, BB_M_TAG_HEADING, bb_fo_place(h->s->fo, element->node),
                       element->type, type);
    become(element, type);
}

static void count_headings(headings *h, bb_element *element)
{
    int level = level_of(element, h->sections);
    bool section = bb_element_is(element, "Sect") || bb_element_is(element, "Part");

    if (level > 0)
        count_heading(h, element, level);
    h->sections += section;
    for (guint i = 0; i < element->kids->len; i++) {
        if (holds_elements(kid_at(element, i)))
            count_headings(h, kid_at(element, i)->element);
    }
    h->sections -= section;
}

void bb_structure_repair(bb_structure *s)
{
    headings h = {.s = s};

    sort(s->root);
    prune(s->root);
    place_captions(s->root);
    mend(s, s->root);
    count_headings(&h, s->root);
}
