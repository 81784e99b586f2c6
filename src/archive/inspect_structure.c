/* inspect_structure.c - reads the structure tree: elements, their roles, what each claims. */
#include "archive/inspect_private.h"
#include "archive/inspect_role.h"

#include <string.h>

/* --- who owns marked content --- */

bb_owner *bb_inspect_owner(bb_inspection *in, const bb_cos *content, int page)
{
    bb_owner *owner = g_hash_table_lookup(in->owner_of, content);

    if (owner == NULL) {
        owner = bb_arena_new0(in->arena, bb_owner);
        owner->content = content;
        owner->page = page;
        owner->leaves = g_hash_table_new(g_int64_hash, g_int64_equal);
        g_hash_table_insert(in->owner_of, (void *)content, owner);
        g_ptr_array_add(in->owners, owner);
    }
    return owner;
}

bb_leaf *bb_inspect_leaf(const bb_owner *owner, gint64 mcid)
{
    return owner != NULL ? g_hash_table_lookup(owner->leaves, &mcid) : NULL;
}

static int page_number(const bb_inspection *in, const bb_cos *dictionary)
{
    const bb_page *page = dictionary != NULL ? g_hash_table_lookup(in->page_of, dictionary) : NULL;

    return page != NULL ? page->number : 0;
}

static void add_kid(bb_element *element, bb_kid kid)
{
    g_array_append_val(element->kids, kid);
}

/* content is the page, or the form that holds the sequence. */
static void claim(bb_inspection *in, bb_element *element, const bb_cos *content, int page,
                  gint64 mcid)
{
    bb_owner *owner = bb_inspect_owner(in, content, page);

    if (bb_inspect_leaf(owner, mcid) != NULL) {
        add_kid(element, (bb_kid){.kind = BB_KID_LEAF});
        bb_inspect_report(in, BB_M_PDF_LEAF_TWICE, bb_inspect_at_element(in, element),
                          bb_inspect_format(in, "%" G_GINT64_FORMAT, mcid));
        return;
    }
    bb_leaf *leaf = bb_arena_new0(in->arena, bb_leaf);
    *leaf = (bb_leaf){.element = element, .mcid = mcid, .page = page};
    g_hash_table_insert(owner->leaves, &leaf->mcid, leaf);
    add_kid(element, (bb_kid){.kind = BB_KID_LEAF, .leaf = leaf});
}

/* --- kids --- */

static void read_mcid(bb_inspection *in, bb_element *element, const bb_cos *page,
                      const bb_cos *stream, gint64 mcid)
{
    int number = page_number(in, page);

    if (number == 0) {
        bb_inspect_report(in, BB_M_PDF_LEAF_PAGE, bb_inspect_at_element(in, element),
                          bb_inspect_format(in, "%" G_GINT64_FORMAT, mcid));
        add_kid(element, (bb_kid){.kind = BB_KID_LEAF});
        return;
    }
    if (element->page == 0)
        element->page = number;
    claim(in, element, stream != NULL ? stream : page, number, mcid);
}

static void read_object(bb_inspection *in, bb_element *element, const bb_cos *reference,
                        const bb_cos *page)
{
    const bb_cos *object = bb_cos_get(reference, "Obj");

    if (bb_cos_get(reference, "Pg") != NULL)
        page = bb_cos_get(reference, "Pg");
    if (element->page == 0)
        element->page = page_number(in, page);
    if (object == NULL)
        bb_inspect_report(in, BB_M_PDF_OBJECT_REFERENCE, bb_inspect_at_element(in, element));
    else
        add_kid(element, (bb_kid){.kind = BB_KID_OBJECT, .object = object});
}

static bb_element *read_element(bb_inspection *in, const bb_cos *dictionary, bb_element *parent);

/* One entry of K: a number, a marked-content reference, an object reference or an element. Gives
 * the element, which still waits for its own kids. */
static bb_element *read_kid(bb_inspection *in, bb_element *element, const bb_cos *kid)
{
    const bb_cos *page = bb_cos_get(element->dictionary, "Pg");
    gint64 mcid;

    if (bb_cos_integer(kid, &mcid)) {
        read_mcid(in, element, page, NULL, mcid);
    } else if (bb_cos_is(bb_cos_get(kid, "Type"), "MCR")) {
        const bb_cos *own = bb_cos_get(kid, "Pg");
        if (bb_cos_integer(bb_cos_get(kid, "MCID"), &mcid))
            read_mcid(in, element, own != NULL ? own : page, bb_cos_get(kid, "Stm"), mcid);
    } else if (bb_cos_is(bb_cos_get(kid, "Type"), "OBJR")) {
        read_object(in, element, kid, page);
    } else if (bb_cos_is_dictionary(kid)) {
        return read_element(in, kid, element);
    } else if (kid != NULL) {
        bb_inspect_report(in, BB_M_PDF_KID, bb_inspect_at_element(in, element));
    }
    return NULL;
}

static bb_element *read_element(bb_inspection *in, const bb_cos *dictionary, bb_element *parent)
{
    const char *type = bb_cos_name(bb_cos_get(dictionary, "S"));
    const bb_cos *up =
        parent != NULL ? parent->dictionary : bb_cos_get(in->catalog, "StructTreeRoot");

    if (g_hash_table_contains(in->element_of, dictionary)) {
        bb_inspect_report(
            in, BB_M_PDF_ELEMENT_TWICE,
            bb_inspect_at_element(in, g_hash_table_lookup(in->element_of, dictionary)));
        return NULL;
    }
    bb_element *element = bb_arena_new0(in->arena, bb_element);
    *element = (bb_element){
        .dictionary = dictionary,
        .parent = parent,
        .type = type != NULL ? type : "(no type)",
        .role = "",
        .page = page_number(in, bb_cos_get(dictionary, "Pg")),
        .kids = g_array_new(FALSE, FALSE, sizeof(bb_kid)),
    };
    g_ptr_array_add(in->elements, element);
    g_hash_table_insert(in->element_of, (void *)dictionary, element);
    if (parent != NULL)
        add_kid(parent, (bb_kid){.kind = BB_KID_ELEMENT, .element = element});
    if (bb_cos_get(dictionary, "P") != up)
        bb_inspect_report(in, BB_M_PDF_PARENT, bb_inspect_at_element(in, element));
    return element;
}

static void read_kids(bb_inspection *in, bb_element *element, int depth)
{
    const bb_cos *kids = bb_cos_get(element->dictionary, "K");
    int count = kids != NULL && kids->kind == BB_COS_ARRAY ? kids->count : 1;

    if (depth >= BB_MOST_TREE_DEPTH) {
        bb_inspect_report(in, BB_M_PDF_TREE_DEEP, bb_inspect_at_element(in, element));
        return;
    }
    for (int i = 0; i < count; i++) {
        const bb_cos *kid =
            kids != NULL && kids->kind == BB_COS_ARRAY ? bb_cos_item(kids, i) : kids;
        bb_element *child = read_kid(in, element, kid);
        if (child != NULL)
            read_kids(in, child, depth + 1);
        if (element->page == 0 && child != NULL)
            element->page = child->page;
    }
}

/* --- roles --- */

enum { MOST_STEPS = 32 };

static void find_role(bb_inspection *in, bb_element *element, const bb_cos *map)
{
    const char *type = element->type;

    for (int i = 0; i < MOST_STEPS && type != NULL; i++) {
        if (bb_role_find(type) != NULL) {
            element->role = bb_role_find(type)->name;
            return;
        }
        type = bb_cos_name(bb_cos_get(map, type));
    }
    bb_inspect_report(in, BB_M_PDF_ROLE_UNKNOWN, bb_inspect_at_element(in, element), element->type);
}

static void check_role_map(bb_inspection *in, const bb_cos *map)
{
    for (int i = 0; bb_cos_is_dictionary(map) && i < map->count; i++) {
        const char *type = map->entries[i].key;
        const char *next = type;
        if (bb_role_find(type) != NULL)
            bb_inspect_report(in, BB_M_PDF_ROLE_STANDARD, "", type);
        for (int steps = 0; steps < MOST_STEPS && next != NULL; steps++)
            next = bb_cos_name(bb_cos_get(map, next));
        if (next != NULL)
            bb_inspect_report(in, BB_M_PDF_ROLE_LOOP, "", type);
    }
}

/* --- the tree --- */

static void check_languages(bb_inspection *in)
{
    for (guint i = 0; i < in->elements->len; i++) {
        const bb_element *element = in->elements->pdata[i];
        const bb_cos *lang = bb_cos_get(element->dictionary, "Lang");
        g_autofree char *tag = bb_cos_text(lang);
        if (lang != NULL && (tag == NULL || !bb_inspect_is_language(tag)))
            bb_inspect_report(in, BB_M_PDF_LANGUAGE, bb_inspect_at_element(in, element),
                              tag != NULL ? tag : "");
    }
}

static void read_roots(bb_inspection *in, const bb_cos *root)
{
    const bb_cos *kids = bb_cos_get(root, "K");
    int count = kids != NULL && kids->kind == BB_COS_ARRAY ? kids->count : 1;

    for (int i = 0; i < count; i++) {
        const bb_cos *kid =
            kids != NULL && kids->kind == BB_COS_ARRAY ? bb_cos_item(kids, i) : kids;
        bb_element *element = bb_cos_is_dictionary(kid) ? read_element(in, kid, NULL) : NULL;
        if (element != NULL)
            read_kids(in, element, 0);
    }
}

void bb_inspect_structure(bb_inspection *in)
{
    const bb_cos *root = bb_cos_get(in->catalog, "StructTreeRoot");
    const bb_cos *map = bb_cos_get(root, "RoleMap");

    if (!bb_cos_is_dictionary(root)) {
        bb_inspect_report(in, BB_M_PDF_NO_TREE, "");
        return;
    }
    check_role_map(in, map);
    read_roots(in, root);
    for (guint i = 0; i < in->elements->len; i++)
        find_role(in, in->elements->pdata[i], map);
    check_languages(in);
}

/* --- attributes --- */

static const bb_cos *attribute_in(const bb_cos *object, const char *owner, const char *key)
{
    return bb_cos_is(bb_cos_get(object, "O"), owner) ? bb_cos_get(object, key) : NULL;
}

/* More attribute objects, or classes, of one element are no attributes but an attack. */
enum { MOST_ATTRIBUTES = 64 };

/* A, or an entry of a class: one object, or an array of objects and revision numbers. */
static const bb_cos *attribute_among(const bb_cos *objects, const char *owner, const char *key)
{
    const bb_cos *found = attribute_in(objects, owner, key);

    for (int i = 0; found == NULL && i < MIN(bb_cos_length(objects), MOST_ATTRIBUTES); i++)
        found = attribute_in(bb_cos_item(objects, i), owner, key);
    return found;
}

const bb_cos *bb_inspect_attribute(const bb_inspection *in, const bb_element *element,
                                   const char *owner, const char *key)
{
    const bb_cos *map = bb_cos_get(bb_cos_get(in->catalog, "StructTreeRoot"), "ClassMap");
    const bb_cos *classes = bb_cos_get(element->dictionary, "C");
    const bb_cos *found = attribute_among(bb_cos_get(element->dictionary, "A"), owner, key);

    if (found == NULL && bb_cos_name(classes) != NULL)
        found = attribute_among(bb_cos_get(map, bb_cos_name(classes)), owner, key);
    for (int i = 0; found == NULL && i < MIN(bb_cos_length(classes), MOST_ATTRIBUTES); i++) {
        const char *name = bb_cos_name(bb_cos_item(classes, i));
        if (name != NULL)
            found = attribute_among(bb_cos_get(map, name), owner, key);
    }
    return found;
}
