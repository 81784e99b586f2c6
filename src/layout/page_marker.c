/* page_marker.c - noting qualifying areas page by page, and finding the one that is meant. */
#include "layout/page_marker.h"

#include <string.h>

/* What one page has of one class. */
typedef struct {
    const char *class;
    const bb_fo_node *first_starting, *first_any, *last_starting, *last_ending, *last_any;
} entry;

typedef struct {
    const bb_fo_node *sequence;
    GArray *entries; /* entry */
} page_markers;

struct bb_markers {
    GArray *pages;     /* page_markers, by page index */
    GHashTable *begun; /* nodes with markers of which an area was noted */
};

bb_markers *bb_markers_new(void)
{
    bb_markers *markers = g_new0(bb_markers, 1);

    markers->pages = g_array_new(FALSE, TRUE, sizeof(page_markers));
    markers->begun = g_hash_table_new(NULL, NULL);
    return markers;
}

void bb_markers_clear(bb_markers *markers)
{
    for (guint i = 0; i < markers->pages->len; i++)
        g_clear_pointer(&g_array_index(markers->pages, page_markers, i).entries, g_array_unref);
    g_array_set_size(markers->pages, 0);
    g_hash_table_remove_all(markers->begun);
}

void bb_markers_free(bb_markers *markers)
{
    if (markers == NULL)
        return;
    bb_markers_clear(markers);
    g_array_unref(markers->pages);
    g_hash_table_unref(markers->begun);
    g_free(markers);
}

static entry *entry_of(page_markers *page, const char *class)
{
    for (guint i = 0; i < page->entries->len; i++) {
        entry *e = &g_array_index(page->entries, entry, i);
        if (strcmp(e->class, class) == 0)
            return e;
    }
    entry fresh = {.class = class};
    g_array_append_val(page->entries, fresh);
    return &g_array_index(page->entries, entry, page->entries->len - 1);
}

static void note_start(entry *e, const bb_fo_node *marker, bool begins)
{
    if (e->first_any == NULL)
        e->first_any = marker;
    if (!begins)
        return;
    if (e->first_starting == NULL)
        e->first_starting = marker;
    e->last_starting = marker;
}

static void note_end(entry *e, const bb_fo_node *marker, bool ends)
{
    e->last_any = marker;
    if (ends)
        e->last_ending = marker;
}

/* start: the area opens, else it closes; whole: the object begins (or ends) with it. */
static void note_object(page_markers *page, const bb_fo_node *node, bool start, bool whole)
{
    for (const bb_fo_node *m = node->first; m != NULL; m = m->next) {
        const char *class =
            m->object == BB_FO_MARKER ? bb_fo_attribute_of(m, BB_FO_A_MARKER_CLASS_NAME) : NULL;
        if (class == NULL)
            continue;
        if (start)
            note_start(entry_of(page, class), m, whole);
        else
            note_end(entry_of(page, class), m, whole);
    }
}

/* A table's body has no area: it begins with its first row and ends with its last. */
static const bb_fo_node *marked_body(const bb_area *area)
{
    const bb_fo_node *node = area->node;
    bool row = node->object == BB_FO_TABLE_ROW && node->parent != NULL && node->parent->markers;

    return row ? node->parent : NULL;
}

static void note_area(bb_markers *markers, page_markers *page, const bb_area *area, bool start)
{
    const bb_fo_node *node = area->node, *body = marked_body(area);
    bool whole = start ? !area->continued : !area->unfinished;
    const bb_fo_node *edge = body != NULL && start ? bb_fo_child(body, BB_FO_TABLE_ROW) : NULL;

    if (body != NULL && !start)
        edge = body->last;
    if (body != NULL && start)
        note_object(page, body, start, whole && edge == node);
    /* An inline around blocks has several areas: it begins with the first. */
    if (node->markers && start)
        whole = g_hash_table_add(markers->begun, (void *)node) && whole;
    if (node->markers)
        note_object(page, node, start, whole);
    if (body != NULL && !start)
        note_object(page, body, start, whole && edge == node);
}

static void note_areas(bb_markers *markers, page_markers *page, const bb_area *area)
{
    for (; area != NULL; area = area->next) {
        bool qualifies = area->node != NULL && area->kind != BB_AREA_TEXT && !area->artifact &&
                         (area->node->markers || marked_body(area) != NULL);
        if (qualifies)
            note_area(markers, page, area, true);
        if (!area->artifact)
            note_areas(markers, page, area->first);
        if (qualifies)
            note_area(markers, page, area, false);
    }
}

void bb_markers_note_page(bb_markers *markers, const bb_page *page, const bb_area *area)
{
    if (page->index >= (int)markers->pages->len)
        g_array_set_size(markers->pages, (guint)page->index + 1);
    page_markers *own = &g_array_index(markers->pages, page_markers, page->index);
    own->sequence = page->sequence;
    if (own->entries == NULL)
        own->entries = g_array_new(FALSE, TRUE, sizeof(entry));
    note_areas(markers, own, area);
}

static const entry *find_entry(const page_markers *page, const char *class)
{
    for (guint i = 0; page->entries != NULL && i < page->entries->len; i++) {
        const entry *e = &g_array_index(page->entries, entry, i);
        if (strcmp(e->class, class) == 0)
            return e;
    }
    return NULL;
}

static const bb_fo_node *either(const bb_fo_node *wanted, const bb_fo_node *otherwise)
{
    return wanted != NULL ? wanted : otherwise;
}

static const bb_fo_node *pick(const entry *e, bb_fo_keyword position)
{
    switch (position) {
    case BB_FO_K_FIRST_INCLUDING_CARRYOVER:
        return e->first_any;
    case BB_FO_K_LAST_STARTING_WITHIN_PAGE:
        return either(e->last_starting, e->last_any);
    case BB_FO_K_LAST_ENDING_WITHIN_PAGE:
        return either(e->last_ending, e->last_any);
    default:
        return either(e->first_starting, e->first_any);
    }
}

const bb_fo_node *bb_markers_find(const bb_markers *markers, const bb_page *page,
                                  const bb_fo_node *retriever)
{
    const char *class = bb_fo_attribute_of(retriever, BB_FO_A_RETRIEVE_CLASS_NAME);
    bb_fo_keyword position = bb_fo_get_keyword(retriever, BB_FO_P_RETRIEVE_POSITION);
    bb_fo_keyword boundary = bb_fo_get_keyword(retriever, BB_FO_P_RETRIEVE_BOUNDARY);

    /* From this page back; on earlier pages the last one that ended counts. */
    for (int i = MIN(page->index, (int)markers->pages->len - 1); class != NULL && i >= 0; i--) {
        const page_markers *own = &g_array_index(markers->pages, page_markers, i);
        bool here = i == page->index;
        if (!here && (boundary == BB_FO_K_PAGE ||
                      (boundary == BB_FO_K_PAGE_SEQUENCE && own->sequence != page->sequence)))
            break;
        const entry *e = find_entry(own, class);
        if (e != NULL)
            return pick(e, here ? position : BB_FO_K_LAST_ENDING_WITHIN_PAGE);
    }
    return NULL;
}

const bb_fo_node *bb_markers_retrieve(const bb_layout *layout, const bb_fo_node *retriever)
{
    if (layout->page == NULL)
        return NULL;
    return bb_markers_find(layout->markers, layout->page, retriever);
}
