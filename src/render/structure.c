/* structure.c - elements, their pieces and links, and the doors. */
#include "render/structure_private.h"

#include "base/text.h"

/* --- elements --- */

void bb_element_adopt(bb_element *parent, bb_element *kid)
{
    bb_kid entry = {.kind = BB_KID_ELEMENT, .order = kid->order, .element = kid};

    kid->parent = parent;
    g_array_append_val(parent->kids, entry);
}

static const char *language_around(const bb_structure *s, const bb_element *element)
{
    while (element != NULL && element->language == NULL)
        element = element->parent;
    return element != NULL ? element->language : s->language;
}

bb_element *bb_element_new(bb_structure *s, const char *type, bb_element *parent,
                           const bb_fo_node *node)
{
    bb_element *element = g_new0(bb_element, 1);

    element->type = type;
    element->kids = g_array_new(FALSE, FALSE, sizeof(bb_kid));
    element->node = node;
    element->order = node != NULL ? node->order : 0;
    element->box.page = -1;
    g_ptr_array_add(s->all, element);
    if (parent != NULL)
        bb_element_adopt(parent, element);
    const char *language = node != NULL ? bb_structure_language_of(s, node) : NULL;
    if (language != NULL && strcmp(language, language_around(s, parent)) != 0)
        element->language = language;
    return element;
}

static void element_free(void *data)
{
    bb_element *element = data;

    g_array_unref(element->kids);
    if (element->headers != NULL)
        g_ptr_array_unref(element->headers);
    g_free(element->id);
    g_free(element);
}

/* --- the whole --- */

/* What the root says, else its first page sequence. */
static const char *document_language(bb_structure *s, const char *asked)
{
    const bb_fo_node *root = bb_fo_tree_root(s->fo);
    const bb_fo_node *sequence = bb_fo_child(root, BB_FO_PAGE_SEQUENCE);
    const char *language = asked != NULL ? asked : bb_structure_language_of(s, root);

    if (language == NULL && sequence != NULL)
        language = bb_structure_language_of(s, sequence);
    if (language == NULL)
        bb_diag_report(s->diag, BB_M_TAG_LANGUAGE, bb_fo_place(s->fo, root));
    return bb_arena_strdup(s->arena, language != NULL ? language : "und");
}

static void free_page(void *page)
{
    if (page != NULL)
        g_ptr_array_unref(page);
}

bb_structure *bb_structure_new(const bb_fo_tree *fo, const char *language, bb_diag *diag)
{
    bb_structure *s = g_new0(bb_structure, 1);

    s->arena = bb_arena_new();
    s->fo = fo;
    s->diag = diag;
    s->of = bb_arena_alloc(s->arena, sizeof(bb_element *) * (size_t)bb_fo_tree_count(fo));
    s->all = g_ptr_array_new_with_free_func(element_free);
    s->pages = g_ptr_array_new_with_free_func(free_page);
    s->links = g_ptr_array_new();
    s->languages = g_hash_table_new(g_str_hash, g_str_equal);
    s->language = document_language(s, language);
    s->root = bb_element_new(s, "Document", NULL, bb_fo_tree_root(fo));
    s->root->language = NULL;
    bb_structure_build_children(s, bb_fo_tree_root(fo), s->root);
    return s;
}

void bb_structure_free(bb_structure *structure)
{
    if (structure == NULL)
        return;
    g_ptr_array_unref(structure->all);
    g_ptr_array_unref(structure->pages);
    g_ptr_array_unref(structure->links);
    g_hash_table_unref(structure->languages);
    bb_arena_free(structure->arena);
    g_free(structure);
}

/* --- while painting --- */

bb_element *bb_structure_of(const bb_structure *structure, const bb_fo_node *node)
{
    return structure->of[node->order];
}

int bb_structure_add_leaf(bb_structure *structure, bb_element *element, const bb_fo_node *node,
                          int position, int page)
{
    if (page >= (int)structure->pages->len)
        g_ptr_array_set_size(structure->pages, page + 1);
    if (structure->pages->pdata[page] == NULL)
        structure->pages->pdata[page] = g_ptr_array_new();
    GPtrArray *leaves = structure->pages->pdata[page];
    bb_kid leaf = {
        .kind = BB_KID_LEAF,
        .order = node->order,
        .position = position,
        .page = page,
        .number = (int)leaves->len,
    };

    g_array_append_val(element->kids, leaf);
    g_ptr_array_add(leaves, element);
    return leaf.number;
}

/* Links in furniture, which is no part of the document, come after it. */
void bb_structure_add_link(bb_structure *structure, const bb_fo_node *node, int number)
{
    bb_element *element = structure->of[node->order];

    if (element == NULL) {
        element = bb_element_new(structure, "Link", structure->root, node);
        structure->of[node->order] = element;
    }
    bb_kid link = {.kind = BB_KID_LINK, .order = node->order, .number = number};
    g_array_append_val(element->kids, link);
    g_assert(number == (int)structure->links->len);
    g_ptr_array_add(structure->links, element);
}

void bb_structure_add_box(bb_element *element, const bb_page_box *box)
{
    for (; element != NULL; element = element->parent) {
        if (!bb_element_is(element, "Figure") && !bb_element_is(element, "Formula"))
            continue;
        bb_page_box *own = &element->box;
        if (own->page < 0)
            *own = *box;
        if (own->page != box->page) /* a figure on several pages has the box of its first part */
            continue;
        own->x0 = MIN(own->x0, box->x0);
        own->y0 = MIN(own->y0, box->y0);
        own->x1 = MAX(own->x1, box->x1);
        own->y1 = MAX(own->y1, box->y1);
    }
}

void bb_structure_finish(bb_structure *structure)
{
    bb_structure_repair(structure);
}

/* --- afterwards --- */

const bb_element *bb_structure_root(const bb_structure *structure)
{
    return structure->root;
}

const char *bb_structure_language(const bb_structure *structure)
{
    return structure->language;
}

bb_place bb_structure_place(const bb_structure *structure)
{
    return bb_fo_place(structure->fo, bb_fo_tree_root(structure->fo));
}

bb_element *const *bb_structure_leaves(const bb_structure *structure, int page, int *count)
{
    GPtrArray *leaves = page < (int)structure->pages->len ? structure->pages->pdata[page] : NULL;

    *count = leaves != NULL ? (int)leaves->len : 0;
    return leaves != NULL ? (bb_element *const *)(void *)leaves->pdata : NULL;
}

const bb_element *bb_structure_link(const bb_structure *structure, int number)
{
    return structure->links->pdata[number];
}

static void add_node_text(GString *out, const bb_fo_node *node)
{
    if (node->object == BB_FO_TEXT)
        g_string_append(out, node->text);
    for (const bb_fo_node *child = node->first; child != NULL; child = child->next)
        add_node_text(out, child);
}

static const bb_element *first_heading(const bb_element *element)
{
    if (bb_element_is(element, "H1") && element->node != NULL)
        return element;
    for (guint i = 0; i < element->kids->len; i++) {
        const bb_kid *kid = &g_array_index(element->kids, bb_kid, i);
        const bb_element *found = kid->kind == BB_KID_ELEMENT ? first_heading(kid->element) : NULL;
        if (found != NULL)
            return found;
    }
    return NULL;
}

char *bb_structure_first_heading(const bb_structure *structure)
{
    const bb_element *heading = first_heading(structure->root);
    GString *text = g_string_new(NULL);

    if (heading != NULL)
        add_node_text(text, heading->node);
    g_autofree char *raw = g_string_free(text, FALSE);
    return bb_text_is_blank(raw) ? NULL : bb_text_squeeze(raw);
}

static void dump(GString *out, const bb_element *e, int depth)
{
    g_string_append_printf(out, "%*s%s", depth * 2, "", e->type);
    if (e->standard != NULL)
        g_string_append_printf(out, " (%s)", e->standard);
    if (e->language != NULL)
        g_string_append_printf(out, " lang=%s", e->language);
    if (e->scope != NULL)
        g_string_append_printf(out, " scope=%s", e->scope);
    if (e->columns > 1)
        g_string_append_printf(out, " columns=%d", e->columns);
    if (e->rows > 1)
        g_string_append_printf(out, " rows=%d", e->rows);
    if (e->list_numbering != NULL)
        g_string_append_printf(out, " numbering=%s", e->list_numbering);
    if (e->id != NULL)
        g_string_append_printf(out, " id=%s", e->id);
    for (guint i = 0; e->headers != NULL && i < e->headers->len; i++)
        g_string_append_printf(out, "%s%s", i == 0 ? " headers=" : ",",
                               ((const bb_element *)e->headers->pdata[i])->id);
    if (e->alt != NULL)
        g_string_append_printf(out, " alt=\"%s\"", e->alt);
    g_string_append_c(out, '\n');
    for (guint i = 0; i < e->kids->len; i++) {
        const bb_kid *kid = &g_array_index(e->kids, bb_kid, i);
        if (kid->kind == BB_KID_ELEMENT)
            dump(out, kid->element, depth + 1);
    }
}

char *bb_structure_dump(const bb_structure *structure)
{
    GString *out = g_string_new(NULL);

    dump(out, structure->root, 0);
    return g_string_free(out, FALSE);
}
