/* fo_read.c - from XML to the typed tree. */
#include "fo/fo_private.h"

#include "base/text.h"

#include <stdio.h>
#include <string.h>

struct bb_fo_tree {
    bb_arena *arena;
    bb_fo_styles *styles;
    bb_fo_node *root;
    GHashTable *ids;       /* lent strings to nodes */
    GHashTable *retrieved; /* "marker retriever" to nodes */
    bb_diag *diag;
    const char *file;
    int count; /* nodes so far */
};

static const struct {
    const char *name, *ns;
} ATTRIBUTES[BB_FO_ATTRIBUTE_COUNT] = {
#define BB_ATTRIBUTE(id, name, ns) [BB_FO_A_##id] = {name, ns},
#include "fo/fo_attributes.def"
#undef BB_ATTRIBUTE
};

static const int MOST_DEPTH = 300; /* nested objects; libxml2 itself stops at 256 elements */

static void read_children(bb_fo_tree *tree, bb_fo_node *parent, const xmlNode *first, int depth);

bb_place bb_fo_place(const bb_fo_tree *tree, const bb_fo_node *node)
{
    for (const bb_fo_node *n = node; n != NULL; n = n->parent) {
        const char *at = bb_fo_attribute_of(n, BB_FO_A_AT);
        if (at == NULL)
            continue;
        /* "file:line:column" */
        const char *column = strrchr(at, ':');
        const char *line = column;
        while (line != NULL && line > at && line[-1] != ':')
            line--;
        if (line == NULL || line - 1 <= at)
            break;
        g_autofree char *file = g_strndup(at, (gsize)(line - 1 - at));
        return (bb_place){bb_diag_file(tree->diag, file), (int)strtol(line, NULL, 10),
                          (int)strtol(column + 1, NULL, 10)};
    }
    return (bb_place){tree->file, node != NULL ? node->line : 0, 0};
}

static void append(bb_fo_node *parent, bb_fo_node *child)
{
    child->parent = parent;
    if (parent->last != NULL)
        parent->last->next = child;
    else
        parent->first = child;
    parent->last = child;
}

/* --- text --- */

static void read_text(bb_fo_tree *tree, bb_fo_node *parent, const xmlNode *xml)
{
    const char *text = (const char *)xml->content;

    if (text == NULL || text[0] == '\0')
        return;
    bb_fo_content content = bb_fo_object_rows[parent->object].content;
    if (content == BB_FO_CONTENT_BLOCKS || content == BB_FO_CONTENT_NOTHING) {
        if (!bb_text_is_blank(text)) {
            g_autofree char *start = g_utf8_substring(text, 0, MIN(g_utf8_strlen(text, -1), 30));
            g_autofree char *words = bb_text_squeeze(start);
            bb_diag_report(tree->diag, BB_M_FO_TEXT_MISPLACED, bb_fo_place(tree, parent), words,
                           bb_fo_object_rows[parent->object].name);
        }
        return;
    }
    bb_fo_node *node = bb_arena_new0(tree->arena, bb_fo_node);
    *node = (bb_fo_node){
        .object = BB_FO_TEXT,
        .line = parent->line,
        .order = tree->count++,
        .style = parent->style,
        .text = bb_arena_strdup(tree->arena, text),
        .xml = parent->xml,
    };
    append(parent, node);
}

/* --- elements --- */

static bool is_ours(const xmlNode *xml)
{
    return xml->ns != NULL && strcmp((const char *)xml->ns->href, BB_FO_NAMESPACE) == 0;
}

static void keep_id(bb_fo_tree *tree, bb_fo_node *node)
{
    const char *id = bb_fo_attribute_of(node, BB_FO_A_ID);

    if (id == NULL || id[0] == '\0')
        return;
    node->id = id;
    const bb_fo_node *first = g_hash_table_lookup(tree->ids, id);
    if (first == NULL)
        g_hash_table_insert(tree->ids, (char *)id, node);
    else if (first->xml != node->xml) /* what a marker holds is read for each retriever */
        bb_diag_report(tree->diag, BB_M_FO_ID_DOUBLE, bb_fo_place(tree, node), id);
}

/* Other vocabularies live in declarations and beside objects; they say nothing to us, but for XMP,
 * which render/pdf_extras.c reads. */
static void note_foreign_element(bb_fo_tree *tree, const xmlNode *xml)
{
    const char *ns = xml->ns != NULL ? (const char *)xml->ns->href : "";
    bb_place place = {tree->file, (int)xmlGetLineNo(xml), 0};

    if (strcmp(ns, "adobe:ns:meta/") == 0)
        return;
    bb_diag_report(tree->diag, BB_M_FO_NAMESPACE_IGNORED, place, (const char *)xml->name, ns);
}

static bool is_known_attribute(const xmlAttr *a)
{
    const char *name = (const char *)a->name, *ns = (const char *)a->ns->href;

    if (strcmp(ns, (const char *)XML_XML_NAMESPACE) == 0)
        return true;
    for (int i = 0; i < BB_FO_ATTRIBUTE_COUNT; i++) {
        if (strcmp(ATTRIBUTES[i].name, name) == 0 && strcmp(ATTRIBUTES[i].ns, ns) == 0)
            return true;
    }
    return bb_fo_is_property_attribute(a);
}

static void note_foreign_attributes(bb_fo_tree *tree, const xmlNode *xml)
{
    for (const xmlAttr *a = xml->properties; a != NULL; a = a->next) {
        if (a->ns != NULL && !is_known_attribute(a))
            bb_diag_report(tree->diag, BB_M_FO_ATTRIBUTE_IGNORED,
                           ((bb_place){tree->file, (int)xmlGetLineNo(xml), 0}),
                           (const char *)a->name, (const char *)a->ns->href);
    }
}

static bb_fo_node *node_new(bb_fo_tree *tree, bb_fo_node *parent, xmlNode *xml, bb_fo_object object)
{
    bb_fo_node *node = bb_arena_new0(tree->arena, bb_fo_node);

    node->object = object;
    node->order = tree->count++;
    node->xml = xml;
    node->line = (int)xmlGetLineNo(xml);
    if (parent != NULL)
        append(parent, node);
    bb_fo_styles_compute(tree->styles, node, bb_fo_place(tree, node));
    return node;
}

static void read_element(bb_fo_tree *tree, bb_fo_node *parent, xmlNode *xml, int depth)
{
    bb_place place = {tree->file, (int)xmlGetLineNo(xml), 0};

    if (!is_ours(xml)) {
        note_foreign_element(tree, xml);
        return;
    }
    note_foreign_attributes(tree, xml);
    bb_fo_object object = bb_fo_object_find((const char *)xml->name);
    if (object == BB_FO_OBJECT_COUNT) {
        bb_diag_report(tree->diag, BB_M_FO_OBJECT_UNKNOWN, place, (const char *)xml->name);
        /* What it holds is still content: never lose it. */
        read_children(tree, parent, xml->children, depth + 1);
        return;
    }
    if (bb_fo_object_is_ignored(object))
        bb_diag_report(tree->diag, BB_M_FO_OBJECT_IGNORED, place, (const char *)xml->name);
    bb_fo_node *node = node_new(tree, parent, xml, object);
    if (object == BB_FO_INSTREAM_FOREIGN_OBJECT) {
        keep_id(tree, node);
        return;
    }
    if (object == BB_FO_MARKER) {
        parent->markers = true; /* its content is read where it is retrieved */
        return;
    }
    keep_id(tree, node);
    read_children(tree, node, xml->children, depth + 1);
}

static void read_children(bb_fo_tree *tree, bb_fo_node *parent, const xmlNode *first, int depth)
{
    if (depth > MOST_DEPTH) {
        bb_diag_report(tree->diag, BB_M_FO_TOO_DEEP, bb_fo_place(tree, parent));
        return;
    }
    for (const xmlNode *xml = first; xml != NULL; xml = xml->next) {
        switch (xml->type) {
        case XML_ELEMENT_NODE:
            read_element(tree, parent, (xmlNode *)xml, depth);
            break;
        case XML_TEXT_NODE:
        case XML_CDATA_SECTION_NODE:
            read_text(tree, parent, xml);
            break;
        case XML_ENTITY_REF_NODE:
            read_children(tree, parent, xml->children, depth + 1);
            break;
        default:
            break;
        }
    }
}

/* --- the tree as a whole --- */

bb_fo_tree *bb_fo_tree_new(xmlDoc *doc, const char *file_name, bb_diag *diag)
{
    xmlNode *root = xmlDocGetRootElement(doc);
    const char *file = bb_diag_file(diag, file_name);

    if (root == NULL || !is_ours(root) || strcmp((const char *)root->name, "root") != 0) {
        bb_diag_report(diag, BB_M_FO_NO_ROOT,
                       ((bb_place){file, root != NULL ? (int)xmlGetLineNo(root) : 1, 0}));
        return NULL;
    }
    bb_fo_tree *tree = g_new0(bb_fo_tree, 1);
    tree->arena = bb_arena_new();
    tree->styles = bb_fo_styles_new(tree->arena, diag);
    tree->ids = g_hash_table_new(g_str_hash, g_str_equal);
    tree->retrieved = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    tree->diag = diag;
    tree->file = file;
    tree->root = node_new(tree, NULL, root, BB_FO_ROOT);
    read_children(tree, tree->root, root->children, 0);
    return tree;
}

void bb_fo_tree_free(bb_fo_tree *tree)
{
    if (tree == NULL)
        return;
    bb_fo_styles_free(tree->styles);
    g_hash_table_unref(tree->ids);
    g_hash_table_unref(tree->retrieved);
    bb_arena_free(tree->arena);
    g_free(tree);
}

int bb_fo_tree_count(const bb_fo_tree *tree)
{
    return tree->count;
}

const bb_fo_node *bb_fo_tree_root(const bb_fo_tree *tree)
{
    return tree->root;
}

const bb_fo_node *bb_fo_tree_find(const bb_fo_tree *tree, const char *id)
{
    return g_hash_table_lookup(tree->ids, id);
}

const bb_fo_node *bb_fo_tree_retrieve(bb_fo_tree *tree, const bb_fo_node *marker,
                                      const bb_fo_node *retriever)
{
    g_autofree char *key = g_strdup_printf("%p %p", (const void *)marker, (const void *)retriever);
    bb_fo_node *known = g_hash_table_lookup(tree->retrieved, key);

    if (known != NULL)
        return known;
    bb_fo_node *node = bb_arena_new0(tree->arena, bb_fo_node);
    *node = (bb_fo_node){
        .object = BB_FO_WRAPPER,
        .line = marker->line,
        .style = retriever->style,
        .parent = retriever->parent,
        .xml = marker->xml,
    };
    read_children(tree, node, marker->xml->children, 0);
    g_hash_table_insert(tree->retrieved, g_steal_pointer(&key), node);
    return node;
}

const char *bb_fo_attribute_of(const bb_fo_node *node, bb_fo_attribute attribute)
{
    if (node->object == BB_FO_TEXT)
        return NULL;
    const char *name = ATTRIBUTES[attribute].name, *ns = ATTRIBUTES[attribute].ns;
    for (const xmlAttr *a = node->xml->properties; a != NULL; a = a->next) {
        const char *own = a->ns != NULL ? (const char *)a->ns->href : "";
        if (strcmp((const char *)a->name, name) == 0 && strcmp(own, ns) == 0)
            return a->children != NULL ? (const char *)a->children->content : "";
    }
    return NULL;
}

const bb_fo_node *bb_fo_child(const bb_fo_node *node, bb_fo_object object)
{
    for (const bb_fo_node *child = node->first; child != NULL; child = child->next) {
        if (child->object == object)
            return child;
    }
    return NULL;
}
