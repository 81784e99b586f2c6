/* vocabulary_pattern.c - RELAX NG patterns into a rule: attributes and children, needs, order.
 *
 * Each kind of pattern is one row of a table with three questions: what does it bring into the
 * rule (collect), what can't be left out (need), and which states does it make (build). */
#include "findings/vocabulary_private.h"

#include "base/text.h"

#include <string.h>

/* A definition that holds itself outside an element would never end. */
static const int MOST_DEPTH = 100;

typedef struct {
    const char *name;
    void (*collect)(bb_grammar *grammar, bb_rule *rule, const xmlNode *pattern);
    /* Clauses (GPtrArray of names): of each clause, one name must be there. */
    GPtrArray *(*need)(bb_grammar *grammar, const xmlNode *pattern);
    int (*build)(bb_grammar *grammar, bb_rule *rule, const xmlNode *pattern, int next);
} pattern_row;

static const pattern_row *find_row(bb_grammar *grammar, const xmlNode *pattern);

static void collect(bb_grammar *grammar, bb_rule *rule, const xmlNode *pattern)
{
    const pattern_row *row = find_row(grammar, pattern);

    if (row == NULL)
        return;
    if (++grammar->depth < MOST_DEPTH)
        row->collect(grammar, rule, pattern);
    else
        bb_grammar_fail(grammar, pattern, "is nested without end");
    grammar->depth--;
}

static GPtrArray *need(bb_grammar *grammar, const xmlNode *pattern)
{
    return find_row(grammar, pattern)->need(grammar, pattern);
}

static int build(bb_grammar *grammar, bb_rule *rule, const xmlNode *pattern, int next)
{
    return find_row(grammar, pattern)->build(grammar, rule, pattern, next);
}

/* --- collect --- */

static void collect_parts(bb_grammar *grammar, bb_rule *rule, const xmlNode *pattern)
{
    for (const xmlNode *part = bb_grammar_pattern(pattern->children);
         part != NULL && grammar->error == NULL; part = bb_grammar_pattern(part->next))
        collect(grammar, rule, part);
}

static void collect_ref(bb_grammar *grammar, bb_rule *rule, const xmlNode *ref)
{
    const xmlNode *define = bb_grammar_define(grammar, ref);

    if (define != NULL)
        collect_parts(grammar, rule, define);
}

static void collect_element(bb_grammar *grammar, bb_rule *rule, const xmlNode *element)
{
    const char *name = bb_grammar_string(grammar, element, "name");

    if (name == NULL || bb_rule_child(rule, name) != NULL)
        return;
    bb_rule *child = bb_grammar_rule(grammar, element);
    if (child != NULL)
        g_ptr_array_add(rule->children, child);
}

static void collect_attribute(bb_grammar *grammar, bb_rule *rule, const xmlNode *attribute)
{
    const char *name = bb_grammar_string(grammar, attribute, "name");

    if (name == NULL || bb_rule_find_attribute(rule, name) != NULL)
        return;
    /* A shared type stands in a definition of its own. */
    const xmlNode *content = bb_grammar_pattern(attribute->children);
    const xmlNode *holder = attribute;
    if (content != NULL && strcmp((const char *)content->name, "ref") == 0)
        holder = bb_grammar_define(grammar, content);
    bb_datatype *type = holder != NULL ? bb_datatype_read(holder, &grammar->error) : NULL;
    if (type == NULL)
        return;
    bb_rule_attribute *added = g_new0(bb_rule_attribute, 1);
    *added = (bb_rule_attribute){name, bb_grammar_help(grammar, attribute), type};
    g_ptr_array_add(rule->attributes, added);
}

static void collect_text(bb_grammar *grammar G_GNUC_UNUSED, bb_rule *rule,
                         const xmlNode *text G_GNUC_UNUSED)
{
    rule->text = true;
}

static void collect_data(bb_grammar *grammar, bb_rule *rule, const xmlNode *data)
{
    rule->text = true;
    if (rule->content == NULL)
        rule->content = bb_datatype_read(data->parent, &grammar->error);
}

static void collect_nothing(bb_grammar *grammar G_GNUC_UNUSED, bb_rule *rule G_GNUC_UNUSED,
                            const xmlNode *pattern G_GNUC_UNUSED)
{
}

/* --- need --- */

static void clause_free(void *clause)
{
    g_ptr_array_unref(clause);
}

static GPtrArray *need_nothing(bb_grammar *grammar G_GNUC_UNUSED,
                               const xmlNode *pattern G_GNUC_UNUSED)
{
    return g_ptr_array_new_with_free_func(clause_free);
}

static GPtrArray *need_name(bb_grammar *grammar, const xmlNode *pattern, const char *prefix)
{
    GPtrArray *clauses = need_nothing(grammar, pattern);
    GPtrArray *clause = g_ptr_array_new();
    g_autofree char *name = g_strconcat(prefix, bb_grammar_string(grammar, pattern, "name"), NULL);

    g_ptr_array_add(clause, g_string_chunk_insert_const(grammar->vocabulary->strings, name));
    g_ptr_array_add(clauses, clause);
    return clauses;
}

static GPtrArray *need_element(bb_grammar *grammar, const xmlNode *element)
{
    return need_name(grammar, element, "");
}

static GPtrArray *need_attribute(bb_grammar *grammar, const xmlNode *attribute)
{
    return need_name(grammar, attribute, "@");
}

static GPtrArray *need_all(bb_grammar *grammar, const xmlNode *pattern)
{
    GPtrArray *clauses = need_nothing(grammar, pattern);

    for (const xmlNode *part = bb_grammar_pattern(pattern->children); part != NULL;
         part = bb_grammar_pattern(part->next)) {
        GPtrArray *more = need(grammar, part);
        g_ptr_array_extend_and_steal(clauses, more);
    }
    return clauses;
}

static GPtrArray *need_ref(bb_grammar *grammar, const xmlNode *ref)
{
    return need_all(grammar, bb_grammar_define(grammar, ref));
}

/* (a and b) or (c) is (a or c) and (b or c). */
static GPtrArray *either(const GPtrArray *left, const GPtrArray *right)
{
    GPtrArray *clauses = g_ptr_array_new_with_free_func(clause_free);

    for (guint i = 0; i < left->len; i++) {
        for (guint j = 0; j < right->len; j++) {
            GPtrArray *clause = g_ptr_array_copy(left->pdata[i], NULL, NULL);
            g_ptr_array_extend(clause, right->pdata[j], NULL, NULL);
            g_ptr_array_add(clauses, clause);
        }
    }
    return clauses;
}

static GPtrArray *need_one(bb_grammar *grammar, const xmlNode *choice)
{
    const xmlNode *part = bb_grammar_pattern(choice->children);
    GPtrArray *clauses = need(grammar, part);

    for (part = bb_grammar_pattern(part->next); part != NULL;
         part = bb_grammar_pattern(part->next)) {
        g_autoptr(GPtrArray) left = clauses, right = need(grammar, part);
        clauses = either(left, right);
    }
    return clauses;
}

/* --- build --- */

static int build_parts(bb_grammar *grammar, bb_rule *rule, const xmlNode *first, int next)
{
    first = bb_grammar_pattern(first);
    if (first == NULL)
        return next;
    return build(grammar, rule, first, build_parts(grammar, rule, first->next, next));
}

static int build_group(bb_grammar *grammar, bb_rule *rule, const xmlNode *group, int next)
{
    return build_parts(grammar, rule, group->children, next);
}

static int build_ref(bb_grammar *grammar, bb_rule *rule, const xmlNode *ref, int next)
{
    return build_group(grammar, rule, bb_grammar_define(grammar, ref), next);
}

static int build_element(bb_grammar *grammar, bb_rule *rule, const xmlNode *element, int next)
{
    return bb_model_child(rule->model, bb_grammar_string(grammar, element, "name"), next);
}

static int build_text(bb_grammar *grammar G_GNUC_UNUSED, bb_rule *rule,
                      const xmlNode *text G_GNUC_UNUSED, int next)
{
    return bb_model_text(rule->model, next);
}

static int build_nothing(bb_grammar *grammar G_GNUC_UNUSED, bb_rule *rule G_GNUC_UNUSED,
                         const xmlNode *pattern G_GNUC_UNUSED, int next)
{
    return next;
}

static int build_optional(bb_grammar *grammar, bb_rule *rule, const xmlNode *optional, int next)
{
    return bb_model_split(rule->model, build_group(grammar, rule, optional, next), next);
}

static int build_choice(bb_grammar *grammar, bb_rule *rule, const xmlNode *choice, int next)
{
    const xmlNode *part = bb_grammar_pattern(choice->children);
    int start = build(grammar, rule, part, next);

    while ((part = bb_grammar_pattern(part->next)) != NULL)
        start = bb_model_split(rule->model, start, build(grammar, rule, part, next));
    return start;
}

static int build_loop(bb_grammar *grammar, bb_rule *rule, const xmlNode *pattern, int next,
                      bool once)
{
    int loop = bb_model_loop_open(rule->model);
    int part = build_group(grammar, rule, pattern, loop);

    bb_model_loop_close(rule->model, loop, part, next);
    return once ? part : loop;
}

static int build_zero_or_more(bb_grammar *grammar, bb_rule *rule, const xmlNode *pattern, int next)
{
    return build_loop(grammar, rule, pattern, next, false);
}

static int build_one_or_more(bb_grammar *grammar, bb_rule *rule, const xmlNode *pattern, int next)
{
    return build_loop(grammar, rule, pattern, next, true);
}

static const pattern_row ROWS[] = {
    {"element", collect_element, need_element, build_element},
    {"attribute", collect_attribute, need_attribute, build_nothing},
    {"ref", collect_ref, need_ref, build_ref},
    {"group", collect_parts, need_all, build_group},
    {"choice", collect_parts, need_one, build_choice},
    {"optional", collect_parts, need_nothing, build_optional},
    {"zeroOrMore", collect_parts, need_nothing, build_zero_or_more},
    {"oneOrMore", collect_parts, need_all, build_one_or_more},
    {"text", collect_text, need_nothing, build_text},
    {"data", collect_data, need_nothing, build_text},
    {"empty", collect_nothing, need_nothing, build_nothing},
};

static const pattern_row *find_row(bb_grammar *grammar, const xmlNode *pattern)
{
    for (size_t i = 0; i < G_N_ELEMENTS(ROWS); i++) {
        if (strcmp(ROWS[i].name, (const char *)pattern->name) == 0)
            return &ROWS[i];
    }
    bb_grammar_fail(grammar, pattern, "is a pattern that Bluebook doesn't know");
    return NULL;
}

void bb_grammar_fill_rule(bb_grammar *grammar, bb_rule *rule, const xmlNode *element)
{
    int depth = grammar->depth;

    grammar->depth = 0;
    collect_parts(grammar, rule, element);
    grammar->depth = depth;
    /* collect has been everywhere that need and build go. */
    if (grammar->error != NULL)
        return;
    g_autoptr(GPtrArray) clauses = need_all(grammar, element);
    for (guint i = 0; i < clauses->len; i++) {
        GPtrArray *clause = g_ptr_array_ref(clauses->pdata[i]);
        g_ptr_array_add(clause, NULL);
        bb_rule_need added = {(const char *const *)g_ptr_array_free(clause, FALSE)};
        g_array_append_val(rule->needs, added);
    }
    int end = bb_model_end(rule->model);
    bb_model_set_start(rule->model, build_group(grammar, rule, element, end));
}
