/* findings_validate.c - the report against the vocabulary, in a writer's words.
 *
 * Two judges. The first goes through the tree with the table that was read from the schema and says
 * what is wrong with each element; it finds every fault in one run. The second is libxml2's own
 * RELAX NG validation: it speaks only when the first had nothing to say, so that no report passes
 * that the schema refuses. */
#include "findings/findings_private.h"

#include "base/text.h"

#include <string.h>

/* What people type from habit, and what they mean. */
static const struct {
    const char *typed, *meant;
} HABITS[] = {
    {"b", "strong"},     {"bold", "strong"}, {"italic", "i"},       {"h1", "title"},
    {"h2", "title"},     {"h3", "title"},    {"h4", "title"},       {"heading", "title"},
    {"para", "p"},       {"paragraph", "p"}, {"div", "section"},    {"quote", "q"},
    {"xref", "ref"},     {"link", "a"},      {"img", "figure"},     {"image", "figure"},
    {"list", "ul"},      {"item", "li"},     {"row", "tr"},         {"cell", "td"},
    {"box", "aside"},    {"note", "aside"},  {"annex", "appendix"}, {"author", "person"},
    {"acronym", "abbr"},
};

/* Elements that say nothing when they are empty, though the schema can't tell. */
static const char *const WORDED[] = {"title", "caption", "figcaption", "statement", "dt", NULL};

enum { MOST_LISTED = 5, QUOTED = 40 };

static void check_element(bb_findings *findings, xmlNode *node, const bb_rule *rule);

char *bb_list_elements(const char *const *names, const char *last)
{
    g_autoptr(GPtrArray) shown = g_ptr_array_new_with_free_func(g_free);

    for (; *names != NULL && shown->len < MOST_LISTED; names++) {
        if ((*names)[0] == '@')
            g_ptr_array_add(shown, g_strdup_printf("%s=\"…\"", *names + 1));
        else
            g_ptr_array_add(shown, g_strdup_printf("<%s>", *names));
    }
    if (*names != NULL)
        g_ptr_array_add(shown, g_strdup("the like"));
    g_ptr_array_add(shown, NULL);
    return bb_text_list((const char *const *)shown->pdata, last);
}

/* " (the id of what is meant)": the first sentence of the schema's help, for g_free. */
static char *help_remark(const char *help)
{
    if (help == NULL)
        return g_strdup("");
    const char *end = strstr(help, ". ");
    g_autofree char *sentence = end != NULL ? g_strndup(help, (gsize)(end - help)) : g_strdup(help);
    size_t length = strlen(sentence);
    if (length > 0 && sentence[length - 1] == '.')
        sentence[length - 1] = '\0';
    /* "The id" becomes "the id"; "ISBN" stays. */
    if (g_ascii_isupper(sentence[0]) && !g_ascii_isupper(sentence[1]))
        sentence[0] = g_ascii_tolower(sentence[0]);
    return g_strdup_printf(" (%s)", sentence);
}

/* --- namespaces --- */

static xmlNs *findings_namespace(bb_findings *findings)
{
    xmlNode *root = xmlDocGetRootElement(findings->doc);
    xmlNs *ns = xmlSearchNsByHref(findings->doc, root, BAD_CAST BB_FINDINGS_NS);

    if (ns == NULL)
        ns = xmlNewNs(root, BAD_CAST BB_FINDINGS_NS, NULL);
    return ns != NULL ? ns : xmlNewNs(root, BAD_CAST BB_FINDINGS_NS, BAD_CAST "findings");
}

/* The parser leaves elements that come out of an entity without the namespace around them. */
static bool inherits_namespace(xmlNode *node)
{
    bool alone = node->parent->type != XML_ELEMENT_NODE ||
                 bb_findings_place(node).file != bb_findings_place(node->parent).file;
    /* The root of an included file inherits nothing. */
    xmlNs *around = node->ns == NULL && !alone ? xmlSearchNs(node->doc, node, NULL) : NULL;

    if (around == NULL || !xmlStrEqual(around->href, BAD_CAST BB_FINDINGS_NS))
        return false;
    node->ns = around;
    return true;
}

/* Elements that are ours in all but the namespace: one fault a file, then they count as ours. */
static void mend_namespaces(bb_findings *findings)
{
    xmlNode *root = xmlDocGetRootElement(findings->doc);
    const char *reported = NULL;

    for (xmlNode *node = root; node != NULL; node = bb_node_next(root, node)) {
        const char *href = node->ns != NULL ? (const char *)node->ns->href : "";
        if (strcmp(href, BB_FINDINGS_NS) == 0 || bb_findings_is_include(node) ||
            bb_vocabulary_find(findings->context->vocabulary, (const char *)node->name) == NULL ||
            inherits_namespace(node))
            continue;
        bb_place place = bb_findings_place(node);
        if (place.file != reported)
            bb_diag_report(findings->diag, BB_M_NAMESPACE, place, (const char *)node->name);
        reported = place.file;
        node->ns = findings_namespace(findings);
    }
}

/* --- attributes --- */

static char *attribute_name(const xmlAttr *attribute)
{
    if (attribute->ns == NULL || attribute->ns->prefix == NULL)
        return g_strdup((const char *)attribute->name);
    return g_strdup_printf("%s:%s", (const char *)attribute->ns->prefix,
                           (const char *)attribute->name);
}

static void report_unknown_attribute(bb_findings *findings, const xmlAttr *attribute,
                                     const bb_rule *rule)
{
    g_autofree char *full = attribute_name(attribute);
    g_autofree char *name = bb_text_clip(full, QUOTED);
    g_autoptr(GPtrArray) names = bb_rule_attribute_names(rule);
    /* xml:lang and xml:id lose their prefix. */
    g_autofree char *meant =
        bb_did_you_mean((const char *)attribute->name, (const char *const *)names->pdata, "%s");

    bb_diag_report(findings->diag, BB_M_ATTRIBUTE_UNKNOWN, bb_findings_place(attribute->parent),
                   rule->name, name, meant);
}

/* What would be right, from the closed list, the type or the schema's help. */
static char *value_advice(const bb_rule_attribute *attribute)
{
    const char *const *values = bb_datatype_values(attribute->type);
    const char *words = bb_datatype_words(attribute->type);

    if (values != NULL) {
        g_autofree char *list = bb_text_list(values, "or");
        return g_strdup_printf("; write %s", list);
    }
    if (words != NULL)
        return g_strconcat("; ", words, NULL);
    return help_remark(attribute->help);
}

static void check_attributes(bb_findings *findings, const xmlNode *node, const bb_rule *rule)
{
    for (const xmlAttr *a = node->properties; a != NULL; a = a->next) {
        const bb_rule_attribute *attribute =
            a->ns == NULL ? bb_rule_find_attribute(rule, (const char *)a->name) : NULL;
        if (attribute == NULL) {
            report_unknown_attribute(findings, a, rule);
            continue;
        }
        g_autofree char *value = bb_node_attribute(node, attribute->name);
        if (bb_datatype_allows(attribute->type, value))
            continue;
        g_autofree char *quoted = bb_text_clip(value, QUOTED);
        g_autofree char *advice = value_advice(attribute);
        bb_diag_report(findings->diag, BB_M_ATTRIBUTE_VALUE, bb_findings_place(node), rule->name,
                       attribute->name, quoted, advice);
    }
}

/* --- what can't be missing --- */

static bool has_child(const xmlNode *node, const char *name, GHashTable *aliases)
{
    for (xmlNode *child = node->children; child != NULL; child = child->next) {
        const char *alias = aliases != NULL ? g_hash_table_lookup(aliases, child) : NULL;
        if (bb_node_is(child, name) || g_strcmp0(alias, name) == 0)
            return true;
    }
    return false;
}

static void report_need(bb_findings *findings, const xmlNode *node, const bb_rule *rule,
                        const bb_rule_need *need)
{
    bb_place place = bb_findings_place(node);
    const char *first = need->names[0]; /* there is always one */
    bb_diag *diag = findings->diag;

    g_assert(first != NULL);
    if (need->names[1] != NULL) {
        g_autofree char *list = bb_list_elements(need->names, "or");
        bb_diag_report(diag, BB_M_CONTENT_MISSING, place, rule->name, list);
    } else if (first[0] == '@') {
        const bb_rule_attribute *attribute = bb_rule_find_attribute(rule, first + 1);
        g_autofree char *remark = help_remark(attribute->help);
        bb_diag_report(diag, BB_M_ATTRIBUTE_MISSING, place, rule->name, first + 1, remark);
    } else if (strcmp(first, "title") == 0) {
        bb_diag_report(diag, BB_M_TITLE_MISSING, place, rule->name);
    } else {
        g_autofree char *remark = help_remark(bb_rule_child(rule, first)->help);
        bb_diag_report(diag, BB_M_ELEMENT_MISSING, place, rule->name, first, remark);
    }
}

static void check_needs(bb_findings *findings, const xmlNode *node, const bb_rule *rule,
                        GHashTable *aliases, bool include_failed)
{
    for (guint i = 0; i < rule->needs->len; i++) {
        const bb_rule_need *need = &g_array_index(rule->needs, bb_rule_need, i);
        int attributes = 0, children = 0;
        bool by_child = false;
        for (const char *const *name = need->names; *name != NULL; name++) {
            bool attribute = (*name)[0] == '@';
            by_child = by_child || !attribute;
            if (attribute)
                attributes += xmlHasNsProp(node, BAD_CAST(*name + 1), NULL) != NULL;
            else
                children += has_child(node, *name, aliases);
        }
        if (attributes + children == 0 && !(by_child && include_failed))
            report_need(findings, node, rule, need);
        /* An attribute and a child in one clause stand for each other. */
        if (attributes > 0 && children > 0) {
            g_autofree char *list = bb_list_elements(need->names, "and");
            bb_diag_report(findings->diag, BB_M_CONTENT_BOTH, bb_findings_place(node), rule->name,
                           list);
        }
    }
}

/* --- words --- */

static void check_words(bb_findings *findings, const xmlNode *node, const bb_rule *rule)
{
    for (const xmlNode *child = node->children; child != NULL && !rule->text; child = child->next) {
        if (child->type != XML_TEXT_NODE || bb_text_is_blank((const char *)child->content))
            continue;
        g_autofree char *quoted = bb_text_clip((const char *)child->content, QUOTED);
        bb_diag_report(findings->diag, BB_M_TEXT_MISPLACED, bb_findings_place(node), rule->name,
                       quoted);
        break;
    }
    if (g_strv_contains(WORDED, rule->name) && bb_node_next(node, (xmlNode *)node) == NULL) {
        g_autofree char *words = bb_node_words(node);
        const char *parent =
            node->parent->type == XML_ELEMENT_NODE ? (const char *)node->parent->name : "report";
        if (words[0] == '\0')
            bb_diag_report(findings->diag, BB_M_TITLE_EMPTY, bb_findings_place(node), rule->name,
                           parent);
    }
    if (rule->content != NULL) {
        g_autofree char *words = bb_node_words(node);
        g_autofree char *quoted = bb_text_clip(words, QUOTED);
        g_autofree char *remark = help_remark(rule->help);
        if (!bb_datatype_allows(rule->content, words))
            bb_diag_report(findings->diag, BB_M_ELEMENT_VALUE, bb_findings_place(node), rule->name,
                           quoted, remark);
    }
}

/* --- children --- */

static const char *habit_meant(const char *typed)
{
    for (size_t i = 0; i < G_N_ELEMENTS(HABITS); i++) {
        if (strcmp(HABITS[i].typed, typed) == 0)
            return HABITS[i].meant;
    }
    return NULL;
}

/* What an unknown name may stand for: first among what may stand here, then among all. */
static const char *guess(const bb_vocabulary *vocabulary, const bb_rule *rule, const char *name)
{
    g_autoptr(GPtrArray) here = bb_rule_child_names(rule);
    const char *meant = bb_text_nearest(name, (const char *const *)here->pdata);

    if (meant == NULL)
        meant = habit_meant(name);
    if (meant == NULL)
        meant = bb_text_nearest(name, bb_vocabulary_names(vocabulary));
    return meant;
}

static const bb_rule *judge_unknown(bb_findings *findings, const xmlNode *child,
                                    const bb_rule *rule)
{
    const bb_vocabulary *vocabulary = findings->context->vocabulary;
    const char *name = (const char *)child->name;
    bool foreign = child->ns != NULL && !bb_node_is(child, name);
    const char *meant = foreign ? NULL : guess(vocabulary, rule, name);
    g_autofree char *remark =
        meant != NULL ? g_strdup_printf("; did you mean <%s>?", meant) : g_strdup("");
    g_autofree char *shown = bb_text_clip(name, QUOTED);

    /* The parser has complained of a prefix without namespace. */
    if (child->ns != NULL || strchr(name, ':') == NULL)
        bb_diag_report(findings->diag, BB_M_ELEMENT_UNKNOWN, bb_findings_place(child), shown,
                       remark);
    return meant != NULL ? bb_rule_child(rule, meant) : NULL;
}

static void report_misplaced(bb_findings *findings, const xmlNode *child, const bb_rule *rule)
{
    const char *name = (const char *)child->name;
    g_autoptr(GPtrArray) parents = bb_vocabulary_parents(findings->context->vocabulary, name);
    g_autofree char *list = bb_list_elements((const char *const *)parents->pdata, "or");
    g_autofree char *remark = g_strdup_printf("; it belongs in %s", list);

    bb_diag_report(findings->diag, BB_M_ELEMENT_MISPLACED, bb_findings_place(child), name,
                   rule->name, parents->len <= MOST_LISTED + 1 ? remark : "");
}

/* The rule for a child; reports one that can't stand here, and notes in aliases that it is set
 * aside (NULL) or taken for another. */
static const bb_rule *judge_child(bb_findings *findings, xmlNode *child, const bb_rule *rule,
                                  GHashTable **aliases)
{
    const bb_vocabulary *vocabulary = findings->context->vocabulary;
    const char *name = (const char *)child->name;
    bool ours = bb_node_is(child, name);
    const bb_rule *found = ours ? bb_rule_child(rule, name) : NULL;

    if (found != NULL)
        return found;
    const bb_rule *meant = NULL;
    const bb_rule *elsewhere = ours ? bb_vocabulary_find(vocabulary, name) : NULL;
    if (elsewhere != NULL)
        report_misplaced(findings, child, rule);
    else
        meant = judge_unknown(findings, child, rule);
    if (*aliases == NULL)
        *aliases = g_hash_table_new(NULL, NULL);
    g_hash_table_insert(*aliases, child, meant != NULL ? (gpointer)meant->name : NULL);
    return meant != NULL ? meant : elsewhere;
}

/* Children whose parent nothing is known of, or is out of joint. */
static void check_children_anyhow(bb_findings *findings, const xmlNode *node)
{
    const bb_vocabulary *vocabulary = findings->context->vocabulary;

    for (xmlNode *child = node->children; child != NULL; child = child->next) {
        if (child->type == XML_ELEMENT_NODE)
            check_element(findings, child,
                          bb_vocabulary_find(vocabulary, (const char *)child->name));
    }
}

static bool is_out_of_joint(const bb_findings *findings, const xmlNode *node)
{
    const char *file = bb_findings_place(node).file;

    return file != NULL && g_hash_table_contains(findings->broken, file);
}

static void check_element(bb_findings *findings, xmlNode *node, const bb_rule *rule)
{
    GHashTable *aliases = NULL;
    bool include_failed = false;

    if (bb_findings_is_include(node))
        return;
    if (rule == NULL || is_out_of_joint(findings, node)) {
        check_children_anyhow(findings, node);
        return;
    }
    check_attributes(findings, node, rule);
    check_words(findings, node, rule);
    for (xmlNode *child = node->children; child != NULL; child = child->next) {
        if (child->type != XML_ELEMENT_NODE)
            continue;
        if (bb_findings_is_include(child))
            include_failed = true;
        else
            check_element(findings, child, judge_child(findings, child, rule, &aliases));
    }
    check_needs(findings, node, rule, aliases, include_failed);
    bb_findings_check_content(findings, node, rule, aliases);
    if (aliases != NULL)
        g_hash_table_unref(aliases);
}

/* --- the second judge --- */

static void report_schema(void *data, xmlError *error)
{
    bb_findings *findings = data;
    const xmlNode *node = error->node;
    g_autofree char *words = bb_text_clip(error->message != NULL ? error->message : "", 200);

    bb_diag_report(findings->diag, BB_M_SCHEMA, bb_findings_place(node), words);
}

static void judge_by_schema(bb_findings *findings)
{
    xmlRelaxNGValidCtxt *context = xmlRelaxNGNewValidCtxt(findings->context->schema);

    xmlRelaxNGSetValidStructuredErrors(context, report_schema, findings);
    xmlRelaxNGValidateDoc(context, findings->doc);
    xmlRelaxNGFreeValidCtxt(context);
}

void bb_findings_validate(bb_findings *findings)
{
    const bb_rule *rule = bb_vocabulary_root(findings->context->vocabulary);
    xmlNode *root = xmlDocGetRootElement(findings->doc);

    mend_namespaces(findings);
    if (!bb_node_is(root, rule->name)) {
        bb_diag_report(findings->diag, BB_M_ROOT, bb_findings_place(root), (const char *)root->name,
                       rule->name);
        rule = bb_vocabulary_find(findings->context->vocabulary, (const char *)root->name);
    }
    check_element(findings, root, rule);
    if (bb_diag_count_of(findings->diag, BB_FAULT) == findings->faults_before)
        judge_by_schema(findings);
}
