/* pdf_structure.c - elements, their kids and attributes, the parent tree, ids, roles. */
#include "archive/pdf_structure.h"

#include "base/text.h"

#include <string.h>

typedef struct {
    bb_pdf *pdf;
    const bb_structure *structure;
    const GArray *annotations; /* int: object numbers */
    int page_count;
    GHashTable *objects; /* bb_element to its handle */
    GPtrArray *named;    /* bb_element with an id */
    GHashTable *roles;   /* a writer's own type to the standard one */
} writer;

static bb_pdf_object object_of(const writer *w, const bb_element *element)
{
    return GPOINTER_TO_UINT(g_hash_table_lookup(w->objects, element));
}

static bb_pdf_object page_at(const writer *w, int page)
{
    return qpdf_get_page_n(w->pdf->qpdf, (size_t)page);
}

static bb_pdf_object annotation_at(const writer *w, int number)
{
    return qpdf_get_object_by_id(w->pdf->qpdf, g_array_index(w->annotations, int, number), 0);
}

static bb_pdf_object new_name(writer *w, const char *name)
{
    g_autofree char *with_slash = g_strconcat("/", name, NULL);

    return bb_pdf_name(w->pdf, with_slash);
}

/* --- attributes --- */

static bb_pdf_object header_ids(writer *w, const bb_element *element)
{
    bb_pdf_object ids = bb_pdf_array(w->pdf);

    for (guint i = 0; i < element->headers->len; i++)
        bb_pdf_append(w->pdf, ids,
                      bb_pdf_bytes(w->pdf, ((const bb_element *)element->headers->pdata[i])->id));
    return ids;
}

static bb_pdf_object table_attributes(writer *w, const bb_element *element)
{
    bb_pdf_object table = bb_pdf_parse(w->pdf, "<< /O /Table >>");

    if (element->scope != NULL)
        bb_pdf_set(w->pdf, table, "/Scope", new_name(w, element->scope));
    if (element->columns > 1)
        bb_pdf_set(w->pdf, table, "/ColSpan", bb_pdf_integer(w->pdf, element->columns));
    if (element->rows > 1)
        bb_pdf_set(w->pdf, table, "/RowSpan", bb_pdf_integer(w->pdf, element->rows));
    if (element->headers != NULL)
        bb_pdf_set(w->pdf, table, "/Headers", header_ids(w, element));
    return table;
}

static void write_attributes(writer *w, const bb_element *element, bb_pdf_object object)
{
    bool table = element->scope != NULL || element->columns > 1 || element->rows > 1 ||
                 element->headers != NULL;

    if (table)
        bb_pdf_set(w->pdf, object, "/A", table_attributes(w, element));
    if (element->list_numbering != NULL) {
        bb_pdf_object list = bb_pdf_parse(w->pdf, "<< /O /List >>");
        bb_pdf_set(w->pdf, list, "/ListNumbering", new_name(w, element->list_numbering));
        bb_pdf_set(w->pdf, object, "/A", list);
    }
    if (element->box.page >= 0) {
        const bb_page_box *box = &element->box;
        bb_pdf_object layout = bb_pdf_parse(w->pdf, "<< /O /Layout >>");
        bb_pdf_set(w->pdf, layout, "/BBox",
                   bb_pdf_rectangle(w->pdf, box->x0, box->y0, box->x1, box->y1));
        bb_pdf_set(w->pdf, object, "/A", layout);
    }
}

/* --- kids --- */

static int page_of(const bb_element *element)
{
    for (guint i = 0; i < element->kids->len; i++) {
        const bb_kid *kid = &g_array_index(element->kids, bb_kid, i);
        if (kid->kind == BB_KID_LEAF)
            return kid->page;
    }
    return -1;
}

static bb_pdf_object leaf(writer *w, const bb_kid *kid, int own_page)
{
    if (kid->page == own_page)
        return bb_pdf_integer(w->pdf, kid->number);
    bb_pdf_object reference = bb_pdf_typed(w->pdf, "/MCR");
    bb_pdf_set(w->pdf, reference, "/Pg", page_at(w, kid->page));
    bb_pdf_set(w->pdf, reference, "/MCID", bb_pdf_integer(w->pdf, kid->number));
    return reference;
}

static bb_pdf_object link_reference(writer *w, const bb_kid *kid)
{
    bb_pdf_object reference = bb_pdf_typed(w->pdf, "/OBJR");

    bb_pdf_set(w->pdf, reference, "/Obj", annotation_at(w, kid->number));
    return reference;
}

static bb_pdf_object write_element(writer *w, const bb_element *element, bb_pdf_object parent);

static void write_kids(writer *w, const bb_element *element, bb_pdf_object object)
{
    bb_pdf_object kids = bb_pdf_array(w->pdf);
    int page = page_of(element);

    if (element->kids->len == 0)
        return;
    if (page >= 0)
        bb_pdf_set(w->pdf, object, "/Pg", page_at(w, page));
    for (guint i = 0; i < element->kids->len; i++) {
        const bb_kid *kid = &g_array_index(element->kids, bb_kid, i);
        if (kid->kind == BB_KID_ELEMENT)
            bb_pdf_append(w->pdf, kids, write_element(w, kid->element, object));
        else if (kid->kind == BB_KID_LEAF)
            bb_pdf_append(w->pdf, kids, leaf(w, kid, page));
        else
            bb_pdf_append(w->pdf, kids, link_reference(w, kid));
    }
    bb_pdf_set(w->pdf, object, "/K", kids);
}

static void note_role(writer *w, const bb_element *element)
{
    if (element->standard != NULL)
        g_hash_table_insert(w->roles, (void *)element->type, (void *)element->standard);
}

static bb_pdf_object write_element(writer *w, const bb_element *element, bb_pdf_object parent)
{
    bb_pdf_object object = bb_pdf_indirect(w->pdf, bb_pdf_typed(w->pdf, "/StructElem"));

    g_hash_table_insert(w->objects, (void *)element, GUINT_TO_POINTER(object));
    note_role(w, element);
    bb_pdf_set(w->pdf, object, "/S", new_name(w, element->type));
    bb_pdf_set(w->pdf, object, "/P", parent);
    if (element->language != NULL)
        bb_pdf_set(w->pdf, object, "/Lang", bb_pdf_text(w->pdf, element->language));
    if (element->alt != NULL && !bb_text_is_blank(element->alt))
        bb_pdf_set(w->pdf, object, "/Alt", bb_pdf_text(w->pdf, element->alt));
    if (element->id != NULL) {
        bb_pdf_set(w->pdf, object, "/ID", bb_pdf_bytes(w->pdf, element->id));
        g_ptr_array_add(w->named, (void *)element);
    }
    write_attributes(w, element, object);
    write_kids(w, element, object);
    return object;
}

/* --- the trees beside --- */

static void add_entry(writer *w, bb_pdf_object numbers, int key, bb_pdf_object value)
{
    bb_pdf_append(w->pdf, numbers, bb_pdf_integer(w->pdf, key));
    bb_pdf_append(w->pdf, numbers, value);
}

/* Pages have the keys from 0, links those that follow. */
static void write_parents(writer *w, bb_pdf_object root)
{
    bb_pdf_object numbers = bb_pdf_array(w->pdf);
    int links = (int)w->annotations->len;

    for (int page = 0; page < w->page_count; page++) {
        int count;
        bb_element *const *leaves = bb_structure_leaves(w->structure, page, &count);
        bb_pdf_object parents = bb_pdf_array(w->pdf);
        for (int i = 0; i < count; i++)
            bb_pdf_append(w->pdf, parents, object_of(w, leaves[i]));
        add_entry(w, numbers, page, bb_pdf_indirect(w->pdf, parents));
        bb_pdf_set(w->pdf, page_at(w, page), "/StructParents", bb_pdf_integer(w->pdf, page));
    }
    for (int i = 0; i < links; i++) {
        add_entry(w, numbers, w->page_count + i, object_of(w, bb_structure_link(w->structure, i)));
        bb_pdf_set(w->pdf, annotation_at(w, i), "/StructParent",
                   bb_pdf_integer(w->pdf, w->page_count + i));
    }
    bb_pdf_object tree = bb_pdf_parse(w->pdf, "<< >>");
    bb_pdf_set(w->pdf, tree, "/Nums", numbers);
    bb_pdf_set(w->pdf, root, "/ParentTree", bb_pdf_indirect(w->pdf, tree));
    bb_pdf_set(w->pdf, root, "/ParentTreeNextKey", bb_pdf_integer(w->pdf, w->page_count + links));
}

static int compare_ids(const void *a, const void *b)
{
    const bb_element *const *x = a, *const *y = b;

    return strcmp((*x)->id, (*y)->id);
}

static void write_ids(writer *w, bb_pdf_object root)
{
    bb_pdf_object names = bb_pdf_array(w->pdf);

    if (w->named->len == 0)
        return;
    g_ptr_array_sort(w->named, compare_ids);
    for (guint i = 0; i < w->named->len; i++) {
        const bb_element *element = w->named->pdata[i];
        bb_pdf_append(w->pdf, names, bb_pdf_bytes(w->pdf, element->id));
        bb_pdf_append(w->pdf, names, object_of(w, element));
    }
    bb_pdf_object tree = bb_pdf_parse(w->pdf, "<< >>");
    bb_pdf_set(w->pdf, tree, "/Names", names);
    bb_pdf_set(w->pdf, root, "/IDTree", bb_pdf_indirect(w->pdf, tree));
}

static void write_roles(writer *w, bb_pdf_object root)
{
    g_autoptr(GList) types = g_list_sort(g_hash_table_get_keys(w->roles), (GCompareFunc)strcmp);
    bb_pdf_object map = bb_pdf_parse(w->pdf, "<< >>");

    if (types == NULL)
        return;
    for (const GList *item = types; item != NULL; item = item->next) {
        g_autofree char *key = g_strconcat("/", (const char *)item->data, NULL);
        bb_pdf_set(w->pdf, map, key, new_name(w, g_hash_table_lookup(w->roles, item->data)));
    }
    bb_pdf_set(w->pdf, root, "/RoleMap", map);
}

bool bb_pdf_write_structure(bb_pdf *pdf, const bb_structure *structure, const GArray *annotations,
                            GError **error)
{
    writer w = {
        .pdf = pdf,
        .structure = structure,
        .annotations = annotations,
        .page_count = qpdf_get_num_pages(pdf->qpdf),
        .objects = g_hash_table_new(NULL, NULL),
        .named = g_ptr_array_new(),
        .roles = g_hash_table_new(g_str_hash, g_str_equal),
    };
    bb_pdf_object root = bb_pdf_indirect(pdf, bb_pdf_parse(pdf, "<< /Type /StructTreeRoot >>"));
    bb_pdf_object catalog = qpdf_get_root(pdf->qpdf);

    bb_pdf_set(pdf, root, "/K", write_element(&w, bb_structure_root(structure), root));
    write_parents(&w, root);
    write_ids(&w, root);
    write_roles(&w, root);
    bb_pdf_set(pdf, catalog, "/StructTreeRoot", root);
    bb_pdf_set(pdf, catalog, "/MarkInfo", bb_pdf_parse(pdf, "<< /Marked true >>"));
    g_hash_table_unref(w.objects);
    g_ptr_array_unref(w.named);
    g_hash_table_unref(w.roles);
    return bb_pdf_check(pdf, "structure", error);
}
