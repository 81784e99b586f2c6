/* inspect_nesting.c - what stands in what: nesting of types, headings, texts that stand for
 * pictures, notes. */
#include "archive/inspect_private.h"
#include "archive/inspect_role.h"

#include <string.h>

static bool is_role(const bb_element *element, const char *role)
{
    return strcmp(element->role, role) == 0;
}

static bool is_listed(const char *list, const char *role)
{
    g_autofree char *word = g_strconcat(" ", role, " ", NULL);

    return list == NULL || role[0] == '\0' || strstr(list, word) != NULL;
}

/* --- nesting (ISO 14289-1 7.2) --- */

static void check_place(bb_inspection *in, const bb_element *element)
{
    const bb_role *role = bb_role_find(element->role);
    const char *parent = element->parent != NULL ? element->parent->role : "StructTreeRoot";

    if (role == NULL)
        return;
    if (!is_listed(role->parents, parent)) {
        bb_inspect_report(in, BB_M_PDF_NESTING, bb_inspect_at_element(in, element), role->name,
                          parent);
        return;
    }
    const bb_role *above = element->parent != NULL ? bb_role_find(parent) : NULL;
    if (above != NULL && !is_listed(above->kids, role->name))
        bb_inspect_report(in, BB_M_PDF_NESTING, bb_inspect_at_element(in, element), role->name,
                          parent);
}

/* Text or pictures directly in an element that holds only elements. */
static void check_leaves(bb_inspection *in, const bb_element *element)
{
    const bb_role *role = bb_role_find(element->role);

    for (guint i = 0; role != NULL && role->kids != NULL && i < element->kids->len; i++) {
        if (g_array_index(element->kids, bb_kid, i).kind == BB_KID_LEAF) {
            bb_inspect_report(in, BB_M_PDF_NESTING_LEAF, bb_inspect_at_element(in, element),
                              role->name);
            return;
        }
    }
}

static int count_kids(const bb_element *element, const char *role)
{
    int count = 0;

    for (guint i = 0; i < element->kids->len; i++) {
        const bb_kid *kid = &g_array_index(element->kids, bb_kid, i);
        count += kid->kind == BB_KID_ELEMENT && is_role(kid->element, role);
    }
    return count;
}

static void check_single(bb_inspection *in, const bb_element *element)
{
    static const struct {
        const char *parent, *kid;
    } SINGLES[] = {
        {"Table", "THead"}, {"Table", "TFoot"}, {"Table", "Caption"},  {"L", "Caption"},
        {"TOC", "Caption"}, {"LI", "LBody"},    {"Figure", "Caption"},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(SINGLES); i++) {
        if (is_role(element, SINGLES[i].parent) && count_kids(element, SINGLES[i].kid) > 1)
            bb_inspect_report(in, BB_M_PDF_NESTING_TWICE, bb_inspect_at_element(in, element),
                              SINGLES[i].parent, SINGLES[i].kid);
    }
}

/* A table with a head or a foot has a body between them. */
static void check_body(bb_inspection *in, const bb_element *element)
{
    if (is_role(element, "Table") && count_kids(element, "TBody") == 0 &&
        count_kids(element, "THead") + count_kids(element, "TFoot") > 0)
        bb_inspect_report(in, BB_M_PDF_TABLE_BODY, bb_inspect_at_element(in, element));
}

/* A caption is its table's first or last child, and a list's or contents' first. */
static void check_caption(bb_inspection *in, const bb_element *element)
{
    bool last_too =
        is_role(element, "Table") || is_role(element, "Figure") || is_role(element, "Formula");

    if (!last_too && !is_role(element, "L") && !is_role(element, "TOC"))
        return;
    for (guint i = 1; i + (last_too ? 1 : 0) < element->kids->len; i++) {
        const bb_kid *kid = &g_array_index(element->kids, bb_kid, i);
        if (kid->kind == BB_KID_ELEMENT && is_role(kid->element, "Caption"))
            bb_inspect_report(in, BB_M_PDF_CAPTION, bb_inspect_at_element(in, kid->element),
                              element->role);
    }
}

static void check_document(bb_inspection *in)
{
    int roots = 0;

    for (guint i = 0; i < in->elements->len; i++) {
        const bb_element *element = in->elements->pdata[i];
        if (element->parent != NULL)
            continue;
        roots++;
        if (!is_role(element, "Document"))
            bb_inspect_report(in, BB_M_PDF_DOCUMENT, bb_inspect_at_element(in, element),
                              element->type);
    }
    if (roots == 0 && bb_cos_get(in->catalog, "StructTreeRoot") != NULL)
        bb_inspect_report(in, BB_M_PDF_TREE_EMPTY, "");
}

void bb_inspect_nesting(bb_inspection *in)
{
    check_document(in);
    for (guint i = 0; i < in->elements->len; i++) {
        const bb_element *element = in->elements->pdata[i];
        check_place(in, element);
        check_leaves(in, element);
        check_single(in, element);
        check_body(in, element);
        check_caption(in, element);
    }
}

/* --- headings (7.4) --- */

void bb_inspect_headings(bb_inspection *in)
{
    const bb_element *strong = NULL, *weak = NULL;
    int level = 0;

    for (guint i = 0; i < in->elements->len; i++) {
        const bb_element *element = in->elements->pdata[i];
        const bb_role *role = bb_role_find(element->role);
        if (is_role(element, "H") && weak == NULL)
            weak = element;
        if (role == NULL || role->heading == 0)
            continue;
        strong = strong != NULL ? strong : element;
        if (role->heading > level + 1)
            bb_inspect_report(in, BB_M_PDF_HEADING_SKIPS, bb_inspect_at_element(in, element),
                              role->name,
                              level == 0 ? "no heading" : bb_inspect_format(in, "H%d", level));
        level = role->heading;
    }
    if (strong != NULL && weak != NULL)
        bb_inspect_report(in, BB_M_PDF_HEADING_MIX, bb_inspect_at_element(in, weak), strong->role);
    for (guint i = 0; weak != NULL && i < in->elements->len; i++) {
        if (count_kids(in->elements->pdata[i], "H") > 1)
            bb_inspect_report(in, BB_M_PDF_HEADING_TWICE,
                              bb_inspect_at_element(in, in->elements->pdata[i]));
    }
}

/* --- pictures, notes, identifiers (7.3, 7.7, 7.9) --- */

static bool is_box(const bb_cos *box)
{
    double side[4];

    if (bb_cos_length(box) != 4)
        return false;
    for (int i = 0; i < 4; i++) {
        if (!bb_cos_number(bb_cos_item(box, i), &side[i]))
            return false;
    }
    return side[2] > side[0] && side[3] > side[1];
}

static void check_alternative(bb_inspection *in, const bb_element *element)
{
    bool figure = is_role(element, "Figure");

    if (!figure && !is_role(element, "Formula"))
        return;
    if (!bb_cos_says_something(bb_cos_get(element->dictionary, "Alt")) &&
        !bb_cos_says_something(bb_cos_get(element->dictionary, "ActualText")))
        bb_inspect_report(in, BB_M_PDF_ALT, bb_inspect_at_element(in, element), element->role);
    if (figure && !is_box(bb_inspect_attribute(in, element, "Layout", "BBox")))
        bb_inspect_report(in, BB_M_PDF_BBOX, bb_inspect_at_element(in, element));
}

static void note_id(bb_inspection *in, const bb_cos *key, const bb_cos *value, void *data)
{
    GHashTable *tree = data;

    (void)in;
    if (key->kind == BB_COS_STRING)
        g_hash_table_insert(tree, (void *)key->bytes, (void *)value);
}

static void check_id(bb_inspection *in, const bb_element *element, GHashTable *seen,
                     GHashTable *tree)
{
    const bb_cos *id = bb_cos_get(element->dictionary, "ID");
    bool given = id != NULL && id->kind == BB_COS_STRING && id->count > 0;

    if (!given) {
        if (is_role(element, "Note"))
            bb_inspect_report(in, BB_M_PDF_NOTE_ID, bb_inspect_at_element(in, element));
        return;
    }
    if (!g_hash_table_add(seen, (void *)id->bytes))
        bb_inspect_report(in, BB_M_PDF_ID_TWICE, bb_inspect_at_element(in, element), id->bytes);
    else if (g_hash_table_lookup(tree, id->bytes) != element->dictionary)
        bb_inspect_report(in, BB_M_PDF_ID_TREE, bb_inspect_at_element(in, element), id->bytes);
}

void bb_inspect_alternatives(bb_inspection *in)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) tree = g_hash_table_new(g_str_hash, g_str_equal);
    const bb_cos *root = bb_cos_get(in->catalog, "StructTreeRoot");

    bb_inspect_tree(in, bb_cos_get(root, "IDTree"), "Names", note_id, tree);
    for (guint i = 0; i < in->elements->len; i++) {
        check_alternative(in, in->elements->pdata[i]);
        check_id(in, in->elements->pdata[i], seen, tree);
    }
}
