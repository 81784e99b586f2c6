/* layout.c - the passes over a document.
 *
 * Page numbers cited before they are known are guessed. After each pass the lines that cite them
 * are set again where they stand; only when they would break otherwise is there another pass, which
 * redoes the page sequences that cite numbers, or that begin on another page than before. */
#include "layout/layout.h"

#include "layout/cite.h"
#include "layout/graphic.h"
#include "layout/layout_private.h"
#include "layout/page.h"
#include "layout/page_marker.h"

struct bb_layout_engine {
    bb_fonts *fonts;
    bb_shaper *shaper;
    bb_hyphenator *hyphenator;
};

typedef struct {
    void *item;
    GDestroyNotify release;
} owned_item;

/* What is known of a page sequence after a pass. */
typedef struct {
    const bb_fo_node *node;
    int first_index, count; /* of its pages, blank ones at the end included */
    int first_number;
    bool cites; /* it holds page-number citations */
} sequence_record;

typedef struct {
    bb_layout *layout;
    bb_page_masters *masters;
    bb_area_tree *tree;
    GArray *records; /* sequence_record */
    GPtrArray *kept; /* scratch: of the sequences of this pass that cite page numbers */
} runner;

/* The memory of one page sequence. */
typedef struct {
    bb_arena *arena;
    GArray *owned; /* owned_item */
} scratch;

bb_layout_engine *bb_layout_engine_new(bb_fonts *fonts)
{
    bb_layout_engine *engine = g_new0(bb_layout_engine, 1);

    engine->fonts = fonts;
    engine->shaper = bb_shaper_new(fonts);
    engine->hyphenator = bb_hyphenator_new();
    return engine;
}

void bb_layout_engine_free(bb_layout_engine *engine)
{
    if (engine == NULL)
        return;
    bb_hyphenator_free(engine->hyphenator);
    bb_shaper_free(engine->shaper);
    bb_fonts_free(engine->fonts);
    g_free(engine);
}

bb_fonts *bb_layout_engine_fonts(bb_layout_engine *engine)
{
    return engine->fonts;
}

/* --- memory of one sequence --- */

void bb_layout_own(bb_layout *layout, void *item, GDestroyNotify release)
{
    owned_item own = {item, release};

    g_array_append_val(layout->owned, own);
}

static void scratch_free(scratch *s)
{
    for (guint i = 0; i < s->owned->len; i++) {
        const owned_item *own = &g_array_index(s->owned, owned_item, i);
        own->release(own->item);
    }
    g_array_unref(s->owned);
    bb_arena_free(s->arena);
    g_free(s);
}

/* Gives what was used so far, for scratch_free, and begins anew. */
static scratch *take_scratch(bb_layout *layout)
{
    scratch *s = g_new(scratch, 1);

    *s = (scratch){layout->scratch, layout->owned};
    g_hash_table_remove_all(layout->notes);
    layout->scratch = bb_arena_new();
    layout->owned = g_array_new(FALSE, FALSE, sizeof(owned_item));
    return s;
}

/* --- page sequences --- */

static bool cites_pages(const bb_fo_node *node)
{
    if (node->object == BB_FO_PAGE_NUMBER_CITATION ||
        node->object == BB_FO_PAGE_NUMBER_CITATION_LAST)
        return true;
    for (const bb_fo_node *child = node->first; child != NULL; child = child->next) {
        if (cites_pages(child))
            return true;
    }
    return false;
}

static void find_sequences(runner *r, const bb_fo_node *root)
{
    for (const bb_fo_node *node = root->first; node != NULL; node = node->next) {
        sequence_record record = {.node = node, .first_number = -1};
        if (node->object != BB_FO_PAGE_SEQUENCE)
            continue;
        record.cites = cites_pages(node);
        g_array_append_val(r->records, record);
    }
}

static int first_number(const bb_fo_node *sequence, int following)
{
    const bb_fo_value *value = bb_fo_get(sequence, BB_FO_P_INITIAL_PAGE_NUMBER);

    if (value->kind == BB_FO_NUMBER_VALUE)
        return MAX(1, (int)value->number);
    bool odd = following % 2 != 0;
    if (bb_fo_is(value, BB_FO_K_AUTO_ODD) && !odd)
        return following + 1;
    if (bb_fo_is(value, BB_FO_K_AUTO_EVEN) && odd)
        return following + 1;
    return following;
}

static void run_sequence(runner *r, sequence_record *record, const bb_fo_node *next, int number)
{
    unsigned cites = bb_cites_count(r->layout->cites);

    record->first_index = (int)bb_area_tree_count(r->tree);
    record->first_number = number;
    record->count = bb_page_sequence(r->layout, r->masters, r->tree, record->node, next, number);
    scratch *used = take_scratch(r->layout);
    if (bb_cites_count(r->layout->cites) > cites)
        g_ptr_array_add(r->kept, used);
    else
        scratch_free(used);
}

static void reuse_sequence(runner *r, sequence_record *record, const GPtrArray *pages)
{
    int first = (int)bb_area_tree_count(r->tree);

    for (int i = 0; i < record->count; i++) {
        bb_page *page = pages->pdata[record->first_index + i];
        bb_area_tree_add_again(r->tree, page);
        bb_page_note_ids(r->layout, page);
        bb_markers_note_page(r->layout->markers, page, page->first);
    }
    record->first_index = first;
}

static void run_pass(runner *r, bool first)
{
    g_autoptr(GPtrArray) pages = bb_area_tree_steal_pages(r->tree);
    int following = 1;

    bb_markers_clear(r->layout->markers);
    for (guint i = 0; i < r->records->len; i++) {
        sequence_record *record = &g_array_index(r->records, sequence_record, i);
        const bb_fo_node *next =
            i + 1 < r->records->len ? g_array_index(r->records, sequence_record, i + 1).node : NULL;
        int number = first_number(record->node, following);
        if (!first && !record->cites && number == record->first_number)
            reuse_sequence(r, record, pages);
        else
            run_sequence(r, record, next, number);
        following = number + record->count;
    }
}

/* Sets the lines again that cite pages; false when that will not do. */
static bool settle(runner *r)
{
    bool settled = bb_cites_settle(r->layout->cites, r->layout);

    for (size_t i = 0; settled && i < bb_area_tree_count(r->tree); i++)
        bb_page_note_ids(r->layout, bb_area_tree_page(r->tree, i));
    bb_cites_clear(r->layout->cites);
    g_ptr_array_set_size(r->kept, 0);
    return settled;
}

static void report_missing_targets(runner *r, const bb_fo_node *node)
{
    bool cites = node->object == BB_FO_PAGE_NUMBER_CITATION ||
                 node->object == BB_FO_PAGE_NUMBER_CITATION_LAST;
    const char *id = cites ? bb_fo_attribute_of(node, BB_FO_A_REF_ID) : NULL;

    if (cites && (id == NULL || bb_refs_find(r->layout->refs, id) == NULL))
        bb_layout_report(r->layout, BB_M_REF_UNRESOLVED, node, id != NULL ? id : "");
    for (const bb_fo_node *child = node->first; child != NULL; child = child->next)
        report_missing_targets(r, child);
}

static void run_passes(runner *r)
{
    enum { MOST_PASSES = 5 };

    bb_refs_begin_pass(r->layout->refs);
    run_pass(r, true);
    for (int pass = 1; pass < MOST_PASSES; pass++) {
        bb_refs_begin_pass(r->layout->refs);
        if (settle(r))
            return;
        /* What is only found again is reported again: keep the last pass's words. */
        run_pass(r, false);
        if (bb_refs_settled(r->layout->refs))
            return;
    }
    bb_layout_report(r->layout, BB_M_PAGES_UNSETTLED, bb_fo_tree_root(r->layout->fo), "5");
}

bb_area_tree *bb_layout_run(bb_layout_engine *engine, bb_fo_tree *fo, bb_graphics *graphics,
                            bb_diag *diag)
{
    bb_area_tree *tree = bb_area_tree_new();
    bb_layout layout = {
        .fo = fo,
        .fonts = engine->fonts,
        .shaper = engine->shaper,
        .hyphenator = engine->hyphenator,
        .graphics = graphics,
        .diag = diag,
        .areas = bb_area_tree_arena(tree),
        .scratch = bb_arena_new(),
        .owned = g_array_new(FALSE, FALSE, sizeof(owned_item)),
        .styles = g_hash_table_new_full(NULL, NULL, NULL, g_free),
        .refs = bb_area_tree_refs(tree),
        .markers = bb_markers_new(),
        .cites = bb_cites_new(),
        .notes = g_hash_table_new(NULL, NULL),
    };
    runner r = {
        .layout = &layout,
        .masters = bb_page_masters_new(&layout, bb_fo_tree_root(fo)),
        .tree = tree,
        .records = g_array_new(FALSE, FALSE, sizeof(sequence_record)),
        .kept = g_ptr_array_new_with_free_func((GDestroyNotify)scratch_free),
    };

    find_sequences(&r, bb_fo_tree_root(fo));
    run_passes(&r);
    report_missing_targets(&r, bb_fo_tree_root(fo));
    scratch_free(take_scratch(&layout));
    bb_arena_free(layout.scratch);
    g_array_unref(layout.owned);
    bb_page_masters_free(r.masters);
    g_array_unref(r.records);
    g_ptr_array_unref(r.kept);
    bb_cites_free(layout.cites);
    bb_markers_free(layout.markers);
    g_hash_table_unref(layout.notes);
    g_hash_table_unref(layout.styles);
    return tree;
}
