/* refs.c - two tables of ids, this pass's and the last one's. */
#include "layout/refs.h"

#include <string.h>

struct bb_refs {
    GHashTable *now, *before; /* char * to bb_ref */
    GStringChunk *labels;
};

static GHashTable *table_new(void)
{
    return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
}

bb_refs *bb_refs_new(void)
{
    bb_refs *refs = g_new0(bb_refs, 1);

    refs->now = table_new();
    refs->before = table_new();
    refs->labels = g_string_chunk_new(1024);
    return refs;
}

void bb_refs_free(bb_refs *refs)
{
    if (refs == NULL)
        return;
    g_hash_table_unref(refs->now);
    g_hash_table_unref(refs->before);
    g_string_chunk_free(refs->labels);
    g_free(refs);
}

void bb_refs_begin_pass(bb_refs *refs)
{
    g_hash_table_unref(refs->before);
    refs->before = refs->now;
    refs->now = table_new();
}

void bb_refs_note(bb_refs *refs, const char *id, int page, const char *label, bb_length x,
                  bb_length y)
{
    bb_ref *ref = g_hash_table_lookup(refs->now, id);
    const char *kept = g_string_chunk_insert_const(refs->labels, label);

    if (ref == NULL) {
        ref = g_new0(bb_ref, 1);
        *ref = (bb_ref){kept, kept, page, page, x, y};
        g_hash_table_insert(refs->now, g_strdup(id), ref);
        return;
    }
    ref->last_page = page;
    ref->last_label = kept;
}

const bb_ref *bb_refs_find(const bb_refs *refs, const char *id)
{
    const bb_ref *ref = g_hash_table_lookup(refs->before, id);

    return ref != NULL ? ref : g_hash_table_lookup(refs->now, id);
}

static bool same(const bb_ref *a, const bb_ref *b)
{
    return a != NULL && b != NULL && strcmp(a->first_label, b->first_label) == 0 &&
           strcmp(a->last_label, b->last_label) == 0;
}

bool bb_refs_settled(const bb_refs *refs)
{
    GHashTableIter iter;
    void *id, *ref;

    if (g_hash_table_size(refs->now) != g_hash_table_size(refs->before))
        return false;
    g_hash_table_iter_init(&iter, refs->now);
    while (g_hash_table_iter_next(&iter, &id, &ref)) {
        if (!same(ref, g_hash_table_lookup(refs->before, id)))
            return false;
    }
    return true;
}
