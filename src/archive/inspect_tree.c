/* inspect_tree.c - pages, name and number trees, the parent tree, destinations, language tags. */
#include "archive/inspect_private.h"

#include <math.h>
#include <string.h>

/* --- pages --- */

static void read_pages(bb_inspection *in, const bb_cos *node, GHashTable *visited, int depth)
{
    const bb_cos *kids = bb_cos_get(node, "Kids");

    if (depth > BB_MOST_TREE_DEPTH || !g_hash_table_add(visited, (void *)node)) {
        bb_inspect_report(in, BB_M_PDF_PAGES, bb_inspect_at_object(in, node));
        return;
    }
    if (kids == NULL) {
        bb_page *page = bb_arena_new0(in->arena, bb_page);
        *page = (bb_page){node, (int)in->pages->len + 1};
        g_ptr_array_add(in->pages, page);
        g_hash_table_insert(in->page_of, (void *)node, page);
        return;
    }
    for (int i = 0; i < bb_cos_length(kids); i++) {
        if (bb_cos_is_dictionary(bb_cos_item(kids, i)))
            read_pages(in, bb_cos_item(kids, i), visited, depth + 1);
    }
}

/* Own, or of the nodes above. */
static const bb_cos *inherited(const bb_cos *page, const char *key)
{
    const bb_cos *value = bb_cos_get(page, key);

    for (int depth = 0; value == NULL && page != NULL && depth < BB_MOST_TREE_DEPTH; depth++) {
        page = bb_cos_get(page, "Parent");
        value = bb_cos_get(page, key);
    }
    return value;
}

/* Sides of 3 to 14,400 units (ISO 19005-2 6.1.13). */
static void check_box(bb_inspection *in, const bb_page *page)
{
    const double least = 3, most = 14400;
    const bb_cos *box = inherited(page->dictionary, "MediaBox");
    double side[4] = {0};

    for (int i = 0; i < 4; i++)
        bb_cos_number(bb_cos_item(box, i), &side[i]);
    double width = fabs(side[2] - side[0]), height = fabs(side[3] - side[1]);
    if (!(MIN(width, height) >= least && MAX(width, height) <= most))
        bb_inspect_report(in, BB_M_PDF_LIMIT, bb_inspect_at_page(in, page->number),
                          "the page has no MediaBox with sides from 3 to 14,400 units");
}

void bb_inspect_pages(bb_inspection *in)
{
    g_autoptr(GHashTable) visited = g_hash_table_new(NULL, NULL);
    const bb_cos *root = bb_cos_get(in->catalog, "Pages");

    if (bb_cos_is_dictionary(root))
        read_pages(in, root, visited, 0);
    if (in->pages->len == 0)
        bb_inspect_report(in, BB_M_PDF_PAGES, "");
    for (guint i = 0; i < in->pages->len; i++)
        check_box(in, in->pages->pdata[i]);
}

/* --- name and number trees (ISO 32000-1 7.9.6, 7.9.7) --- */

typedef struct {
    bb_inspection *in;
    const char *key;
    bb_inspect_visit *visit;
    void *data;
    GHashTable *visited;
} walk;

static void walk_tree(walk *w, const bb_cos *node, int depth)
{
    const bb_cos *pairs = bb_cos_get(node, w->key), *kids = bb_cos_get(node, "Kids");

    if (depth > BB_MOST_TREE_DEPTH || !g_hash_table_add(w->visited, (void *)node)) {
        bb_inspect_report(w->in, BB_M_PDF_TREE_LOOP, bb_inspect_at_object(w->in, node));
        return;
    }
    for (int i = 0; i + 1 < bb_cos_length(pairs); i += 2) {
        const bb_cos *key = bb_cos_item(pairs, i);
        if (key != NULL)
            w->visit(w->in, key, bb_cos_item(pairs, i + 1), w->data);
    }
    for (int i = 0; i < bb_cos_length(kids); i++) {
        if (bb_cos_is_dictionary(bb_cos_item(kids, i)))
            walk_tree(w, bb_cos_item(kids, i), depth + 1);
    }
}

void bb_inspect_tree(bb_inspection *in, const bb_cos *root, const char *key,
                     bb_inspect_visit *visit, void *data)
{
    g_autoptr(GHashTable) visited = g_hash_table_new(NULL, NULL);
    walk w = {in, key, visit, data, visited};

    if (bb_cos_is_dictionary(root))
        walk_tree(&w, root, 0);
}

/* --- the parent tree (14.7.4.4) --- */

typedef struct {
    GHashTable *values; /* gint64 * (lent by its cos) to the value */
    gint64 greatest;
} parents;

static void note_parent(bb_inspection *in, const bb_cos *key, const bb_cos *value, void *data)
{
    parents *p = data;

    if (key->kind != BB_COS_INTEGER) {
        bb_inspect_report(in, BB_M_PDF_TREE_KEY, "");
        return;
    }
    if (g_hash_table_contains(p->values, &key->integer))
        bb_inspect_report(in, BB_M_PDF_PARENT_TWICE, "",
                          bb_inspect_format(in, "%" G_GINT64_FORMAT, key->integer));
    p->greatest = MAX(p->greatest, key->integer);
    g_hash_table_insert(p->values, (void *)&key->integer, (void *)value);
}

static const char *mcid_of(bb_inspection *in, const bb_leaf *leaf)
{
    return bb_inspect_format(in, "%" G_GINT64_FORMAT, leaf->mcid);
}

/* Each entry of the owner's array is the element that claims the sequence, and the other way. */
static void check_owner(bb_inspection *in, const bb_owner *owner, const bb_cos *array)
{
    const char *where = bb_inspect_at_page_object(in, owner->page, owner->content);
    GHashTableIter iter;
    void *item;

    for (int i = 0; i < bb_cos_length(array); i++) {
        const bb_cos *entry = bb_cos_item(array, i);
        const bb_leaf *leaf = bb_inspect_leaf(owner, i);
        if (entry != NULL && (leaf == NULL || leaf->element->dictionary != entry))
            bb_inspect_report(in, BB_M_PDF_PARENT_ENTRY, where, bb_inspect_format(in, "%d", i));
    }
    g_hash_table_iter_init(&iter, owner->leaves);
    while (g_hash_table_iter_next(&iter, NULL, &item)) {
        const bb_leaf *leaf = item;
        if (leaf->mcid < 0 || leaf->mcid > G_MAXINT || bb_cos_item(array, (int)leaf->mcid) == NULL)
            bb_inspect_report(in, BB_M_PDF_PARENT_MISSING, bb_inspect_at_element(in, leaf->element),
                              mcid_of(in, leaf));
        if (!leaf->seen)
            bb_inspect_report(in, BB_M_PDF_LEAF_UNSEEN, bb_inspect_at_element(in, leaf->element),
                              mcid_of(in, leaf));
    }
}

static void check_owners(bb_inspection *in, parents *p, GHashTable *used)
{
    for (guint i = 0; i < in->owners->len; i++) {
        const bb_owner *owner = in->owners->pdata[i];
        const bb_cos *key = bb_cos_get(owner->content, "StructParents");
        const bb_cos *array = NULL;
        if (key != NULL && key->kind == BB_COS_INTEGER) {
            array = g_hash_table_lookup(p->values, &key->integer);
            if (!g_hash_table_add(used, (void *)&key->integer))
                bb_inspect_report(in, BB_M_PDF_PARENT_SHARED,
                                  bb_inspect_at_page_object(in, owner->page, owner->content),
                                  bb_inspect_format(in, "%" G_GINT64_FORMAT, key->integer));
        }
        if (g_hash_table_size(owner->leaves) > 0 && bb_cos_length(array) == 0)
            bb_inspect_report(in, BB_M_PDF_STRUCT_PARENTS,
                              bb_inspect_at_page_object(in, owner->page, owner->content));
        else
            check_owner(in, owner, array);
    }
}

static bool refers_to(const bb_element *element, const bb_cos *object)
{
    for (guint i = 0; i < element->kids->len; i++) {
        const bb_kid *kid = &g_array_index(element->kids, bb_kid, i);
        if (kid->kind == BB_KID_OBJECT && kid->object == object)
            return true;
    }
    return false;
}

/* Each object that an element refers to names a key, and finds the element there. */
static void check_objects(bb_inspection *in, parents *p, GHashTable *used)
{
    for (guint i = 0; i < in->elements->len; i++) {
        const bb_element *element = in->elements->pdata[i];
        for (guint k = 0; k < element->kids->len; k++) {
            const bb_cos *object = g_array_index(element->kids, bb_kid, k).object;
            if (object == NULL)
                continue;
            const bb_cos *key = bb_cos_get(object, "StructParent");
            const bb_cos *parent = key != NULL && key->kind == BB_COS_INTEGER
                                       ? g_hash_table_lookup(p->values, &key->integer)
                                       : NULL;
            if (parent != element->dictionary || !refers_to(element, object))
                bb_inspect_report(in, BB_M_PDF_STRUCT_PARENT, bb_inspect_at_element(in, element));
            if (key != NULL && key->kind == BB_COS_INTEGER)
                g_hash_table_add(used, (void *)&key->integer);
        }
    }
}

void bb_inspect_parent_tree(bb_inspection *in)
{
    const bb_cos *root = bb_cos_get(in->catalog, "StructTreeRoot");
    g_autoptr(GHashTable) values = g_hash_table_new(g_int64_hash, g_int64_equal);
    g_autoptr(GHashTable) used = g_hash_table_new(g_int64_hash, g_int64_equal);
    parents p = {values, -1};
    GHashTableIter iter;
    void *key;
    gint64 next;

    if (root == NULL)
        return;
    for (guint i = 0; i < in->pages->len; i++) {
        const bb_page *page = in->pages->pdata[i];
        if (bb_cos_get(page->dictionary, "StructParents") != NULL)
            bb_inspect_owner(in, page->dictionary, page->number);
    }
    bb_inspect_tree(in, bb_cos_get(root, "ParentTree"), "Nums", note_parent, &p);
    check_owners(in, &p, used);
    check_objects(in, &p, used);
    g_hash_table_iter_init(&iter, values);
    while (g_hash_table_iter_next(&iter, &key, NULL)) {
        if (!g_hash_table_contains(used, key))
            bb_inspect_report(in, BB_M_PDF_PARENT_STALE, "",
                              bb_inspect_format(in, "%" G_GINT64_FORMAT, *(gint64 *)key));
    }
    if (bb_cos_integer(bb_cos_get(root, "ParentTreeNextKey"), &next) && next <= p.greatest)
        bb_inspect_report(in, BB_M_PDF_PARENT_NEXT, "");
}

/* --- destinations (12.3.2) --- */

static void note_destination(bb_inspection *in, const bb_cos *key, const bb_cos *value, void *data)
{
    (void)data;
    if (key->kind == BB_COS_STRING)
        g_hash_table_insert(in->destinations, (void *)key->bytes, (void *)value);
}

static const bb_cos *named_destination(bb_inspection *in, const bb_cos *name)
{
    const bb_cos *found;

    if (in->destinations == NULL) {
        in->destinations = g_hash_table_new(g_str_hash, g_str_equal);
        bb_inspect_tree(in, bb_cos_get(bb_cos_get(in->catalog, "Names"), "Dests"), "Names",
                        note_destination, NULL);
    }
    if (name->kind == BB_COS_NAME)
        found = bb_cos_get(bb_cos_get(in->catalog, "Dests"), name->bytes);
    else
        found = g_hash_table_lookup(in->destinations, name->bytes);
    return bb_cos_is_dictionary(found) ? bb_cos_get(found, "D") : found;
}

bool bb_inspect_destination(bb_inspection *in, const bb_cos *destination)
{
    if (destination != NULL &&
        (destination->kind == BB_COS_NAME || destination->kind == BB_COS_STRING))
        destination = named_destination(in, destination);
    const bb_cos *page = bb_cos_item(destination, 0);
    return page != NULL && g_hash_table_contains(in->page_of, page) &&
           bb_cos_name(bb_cos_item(destination, 1)) != NULL;
}

/* --- language tags (BCP 47) --- */

static bool all_of(const char *word, size_t least, size_t most, bool digits_too)
{
    size_t length = strlen(word);

    for (const char *p = word; *p != '\0'; p++) {
        if (!g_ascii_isalpha(*p) && !(digits_too && g_ascii_isdigit(*p)))
            return false;
    }
    return length >= least && length <= most;
}

bool bb_inspect_is_language(const char *tag)
{
    g_auto(GStrv) words = g_strsplit(tag, "-", -1);
    bool private_use = false;

    if (words[0] == NULL || strlen(tag) > 200)
        return false;
    private_use = g_ascii_strcasecmp(words[0], "x") == 0 || g_ascii_strcasecmp(words[0], "i") == 0;
    if (private_use ? words[1] == NULL : !all_of(words[0], 2, 8, false))
        return false;
    for (char **word = words + 1; *word != NULL; word++) {
        if (!all_of(*word, 1, 8, true))
            return false;
        /* A single letter begins an extension, which must not be empty. */
        if ((*word)[1] == '\0' && word[1] == NULL && !private_use)
            return false;
        private_use = private_use || g_ascii_strcasecmp(*word, "x") == 0;
    }
    return true;
}
