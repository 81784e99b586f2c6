/* vocabulary_read.c - the vocabulary's RELAX NG files into its table of rules. */
#include "findings/vocabulary_private.h"

#include "base/error.h"
#include "findings/node.h"

#include <string.h>

static const char ANNOTATION_NS[] = "http://relaxng.org/ns/compatibility/annotations/1.0";

static bool is_pattern(const xmlNode *node)
{
    return node->type == XML_ELEMENT_NODE && node->ns != NULL &&
           xmlStrEqual(node->ns->href, BAD_CAST BB_RELAXNG_NS);
}

static bool is_named(const xmlNode *node, const char *name)
{
    return strcmp((const char *)node->name, name) == 0;
}

void bb_grammar_fail(bb_grammar *grammar, const xmlNode *node, const char *what)
{
    if (grammar->error == NULL)
        grammar->error =
            g_error_new(BB_ERROR, BB_ERROR_INSTALL, "%s:%ld: <%s> %s", (const char *)node->doc->URL,
                        xmlGetLineNo(node), (const char *)node->name, what);
}

const xmlNode *bb_grammar_pattern(const xmlNode *node)
{
    while (node != NULL && !is_pattern(node))
        node = node->next;
    return node;
}

const char *bb_grammar_string(bb_grammar *grammar, const xmlNode *node, const char *attribute)
{
    g_autofree char *value = bb_node_attribute(node, attribute);

    if (value == NULL) {
        bb_grammar_fail(grammar, node, "lacks its name");
        return NULL;
    }
    return g_string_chunk_insert_const(grammar->vocabulary->strings, value);
}

const char *bb_grammar_help(bb_grammar *grammar, const xmlNode *pattern)
{
    for (const xmlNode *node = pattern->children; node != NULL; node = node->next) {
        if (node->type != XML_ELEMENT_NODE || node->ns == NULL ||
            !xmlStrEqual(node->ns->href, BAD_CAST ANNOTATION_NS))
            continue;
        g_autofree char *help = bb_node_words(node);
        return g_string_chunk_insert_const(grammar->vocabulary->strings, help);
    }
    return NULL;
}

const xmlNode *bb_grammar_define(bb_grammar *grammar, const xmlNode *ref)
{
    const char *name = bb_grammar_string(grammar, ref, "name");
    const xmlNode *define = name != NULL ? g_hash_table_lookup(grammar->defines, name) : NULL;

    if (define == NULL)
        bb_grammar_fail(grammar, ref, "refers to no definition");
    return define;
}

static void attribute_free(void *item)
{
    bb_rule_attribute *attribute = item;

    bb_datatype_free(attribute->type);
    g_free(attribute);
}

static void need_clear(void *item)
{
    bb_rule_need *need = item;

    g_free((gpointer)need->names);
}

static void rule_free(void *item)
{
    bb_rule *rule = item;

    g_ptr_array_unref(rule->attributes);
    g_ptr_array_unref(rule->children);
    g_array_unref(rule->needs);
    bb_datatype_free(rule->content);
    bb_model_free(rule->model);
    g_free(rule);
}

bb_rule *bb_grammar_rule(bb_grammar *grammar, const xmlNode *element)
{
    bb_rule *rule = g_hash_table_lookup(grammar->rules, element);

    if (rule != NULL || grammar->error != NULL)
        return rule;
    rule = g_new0(bb_rule, 1);
    *rule = (bb_rule){
        .name = bb_grammar_string(grammar, element, "name"),
        .help = bb_grammar_help(grammar, element),
        .attributes = g_ptr_array_new_with_free_func(attribute_free),
        .children = g_ptr_array_new(),
        .needs = g_array_new(FALSE, FALSE, sizeof(bb_rule_need)),
        .model = bb_model_new(),
    };
    g_array_set_clear_func(rule->needs, need_clear);
    g_ptr_array_add(grammar->vocabulary->rules, rule);
    /* Known before it is filled: an element may hold itself. */
    g_hash_table_insert(grammar->rules, (gpointer)element, rule);
    bb_grammar_fill_rule(grammar, rule, element);
    return rule;
}

static void read_grammar(bb_grammar *grammar, const char *path);

static void read_include(bb_grammar *grammar, const xmlNode *include)
{
    const char *href = bb_grammar_string(grammar, include, "href");

    if (href == NULL)
        return;
    g_autofree char *folder = g_path_get_dirname((const char *)include->doc->URL);
    g_autofree char *path = g_build_filename(folder, href, NULL);
    read_grammar(grammar, path);
}

static void read_part(bb_grammar *grammar, const xmlNode *part)
{
    if (is_named(part, "include")) {
        read_include(grammar, part);
        return;
    }
    const char *name = is_named(part, "start") ? "" : bb_grammar_string(grammar, part, "name");
    if (name != NULL && !g_hash_table_insert(grammar->defines, (gpointer)name, (gpointer)part))
        bb_grammar_fail(grammar, part, "defines a name for the second time");
}

static void read_grammar(bb_grammar *grammar, const char *path)
{
    const unsigned most_files = 50; /* a grammar that includes itself */

    if (grammar->docs->len >= most_files) {
        grammar->error =
            g_error_new(BB_ERROR, BB_ERROR_INSTALL, "%s: is included without end", path);
        return;
    }
    xmlDoc *doc = bb_node_read_file(path, &grammar->error);
    if (doc == NULL)
        return;
    g_ptr_array_add(grammar->docs, doc);
    const xmlNode *root = xmlDocGetRootElement(doc);
    for (const xmlNode *part = bb_grammar_pattern(root->children);
         part != NULL && grammar->error == NULL; part = bb_grammar_pattern(part->next))
        read_part(grammar, part);
}

/* The element pattern behind the grammar's start. */
static const xmlNode *find_start(bb_grammar *grammar)
{
    const xmlNode *node = g_hash_table_lookup(grammar->defines, "");
    int steps = 10;

    while (node != NULL && !is_named(node, "element") && steps-- > 0) {
        node = bb_grammar_pattern(node->children);
        if (node != NULL && is_named(node, "ref"))
            node = bb_grammar_define(grammar, node);
    }
    return node != NULL && is_named(node, "element") ? node : NULL;
}

static void list_names(bb_vocabulary *vocabulary)
{
    for (guint i = 0; i < vocabulary->rules->len; i++) {
        const bb_rule *rule = vocabulary->rules->pdata[i];
        /* Equal names are one string. */
        if (!g_ptr_array_find(vocabulary->names, rule->name, NULL))
            g_ptr_array_add(vocabulary->names, (gpointer)rule->name);
    }
    g_ptr_array_add(vocabulary->names, NULL);
}

static void doc_free(void *doc)
{
    xmlFreeDoc(doc);
}

bb_vocabulary *bb_vocabulary_read(const char *path, GError **error)
{
    bb_vocabulary *vocabulary = g_new0(bb_vocabulary, 1);
    vocabulary->strings = g_string_chunk_new(4096);
    vocabulary->rules = g_ptr_array_new_with_free_func(rule_free);
    vocabulary->names = g_ptr_array_new();

    g_autoptr(GPtrArray) docs = g_ptr_array_new_with_free_func(doc_free);
    g_autoptr(GHashTable) defines = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) rules = g_hash_table_new(NULL, NULL);
    bb_grammar grammar = {vocabulary, docs, defines, rules, NULL, 0};
    read_grammar(&grammar, path);
    const xmlNode *start = grammar.error == NULL ? find_start(&grammar) : NULL;
    if (start != NULL)
        bb_grammar_rule(&grammar, start);
    else if (grammar.error == NULL)
        grammar.error =
            g_error_new(BB_ERROR, BB_ERROR_INSTALL, "%s: the schema has no start", path);
    if (grammar.error != NULL) {
        g_propagate_error(error, grammar.error);
        g_clear_pointer(&vocabulary, bb_vocabulary_free);
    } else {
        list_names(vocabulary);
    }
    return vocabulary;
}

void bb_vocabulary_free(bb_vocabulary *vocabulary)
{
    if (vocabulary == NULL)
        return;
    g_ptr_array_unref(vocabulary->rules);
    g_ptr_array_unref(vocabulary->names);
    g_string_chunk_free(vocabulary->strings);
    g_free(vocabulary);
}

const bb_rule *bb_vocabulary_root(const bb_vocabulary *vocabulary)
{
    return vocabulary->rules->pdata[0];
}

const bb_rule *bb_vocabulary_find(const bb_vocabulary *vocabulary, const char *name)
{
    for (guint i = 0; i < vocabulary->rules->len; i++) {
        const bb_rule *rule = vocabulary->rules->pdata[i];
        if (strcmp(rule->name, name) == 0)
            return rule;
    }
    return NULL;
}

const char *const *bb_vocabulary_names(const bb_vocabulary *vocabulary)
{
    return (const char *const *)vocabulary->names->pdata;
}

GPtrArray *bb_vocabulary_parents(const bb_vocabulary *vocabulary, const char *name)
{
    GPtrArray *parents = g_ptr_array_new();

    for (guint i = 0; i < vocabulary->rules->len; i++) {
        const bb_rule *rule = vocabulary->rules->pdata[i];
        if (bb_rule_child(rule, name) != NULL && !g_ptr_array_find(parents, rule->name, NULL))
            g_ptr_array_add(parents, (gpointer)rule->name);
    }
    g_ptr_array_add(parents, NULL);
    return parents;
}

const bb_rule *bb_rule_child(const bb_rule *rule, const char *name)
{
    for (guint i = 0; i < rule->children->len; i++) {
        const bb_rule *child = rule->children->pdata[i];
        if (strcmp(child->name, name) == 0)
            return child;
    }
    return NULL;
}

const bb_rule_attribute *bb_rule_find_attribute(const bb_rule *rule, const char *name)
{
    for (guint i = 0; i < rule->attributes->len; i++) {
        const bb_rule_attribute *attribute = rule->attributes->pdata[i];
        if (strcmp(attribute->name, name) == 0)
            return attribute;
    }
    return NULL;
}

GPtrArray *bb_rule_child_names(const bb_rule *rule)
{
    GPtrArray *names = g_ptr_array_new();

    for (guint i = 0; i < rule->children->len; i++)
        g_ptr_array_add(names, (gpointer)((const bb_rule *)rule->children->pdata[i])->name);
    g_ptr_array_add(names, NULL);
    return names;
}

GPtrArray *bb_rule_attribute_names(const bb_rule *rule)
{
    GPtrArray *names = g_ptr_array_new();

    for (guint i = 0; i < rule->attributes->len; i++)
        g_ptr_array_add(names,
                        (gpointer)((const bb_rule_attribute *)rule->attributes->pdata[i])->name);
    g_ptr_array_add(names, NULL);
    return names;
}
