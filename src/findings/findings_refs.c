/* findings_refs.c - ids, and the attributes that name them. */
#include "findings/findings_private.h"

#include "base/text.h"

#include <string.h>

enum { QUOTED = 40 };

/* --- ids --- */

static void report_double(bb_findings *findings, const char *id, const xmlNode *first,
                          const xmlNode *second)
{
    bb_place place = bb_findings_place(first);
    g_autofree char *where = g_strdup_printf("%s:%d:%d", place.file, place.line, place.column);
    g_autofree char *quoted = bb_text_clip(id, QUOTED);

    bb_diag_report(findings->diag, BB_M_ID_DOUBLE, bb_findings_place(second), quoted,
                   (const char *)first->name, where);
}

void bb_findings_collect_ids(bb_findings *findings)
{
    xmlNode *root = xmlDocGetRootElement(findings->doc);

    for (xmlNode *node = root; node != NULL; node = bb_node_next(root, node)) {
        g_autofree char *typed = bb_node_attribute(node, "id");
        if (bb_text_is_blank(typed))
            continue;
        char *id = bb_text_squeeze(typed);
        xmlNode *first = g_hash_table_lookup(findings->ids, id);
        if (first == NULL) {
            g_hash_table_insert(findings->ids, id, node);
        } else {
            report_double(findings, id, first, node);
            g_free(id);
        }
    }
}

xmlNode *bb_findings_element(const bb_findings *findings, const char *id)
{
    g_autofree char *name = bb_text_squeeze(id);

    return g_hash_table_lookup(findings->ids, name);
}

char *bb_did_you_mean(const char *word, const char *const *candidates, const char *around)
{
    g_autoptr(GPtrArray) folded = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *wanted = g_utf8_casefold(word, -1);
    guint index = 0;

    for (size_t i = 0; candidates[i] != NULL; i++)
        g_ptr_array_add(folded, g_utf8_casefold(candidates[i], -1));
    g_ptr_array_add(folded, NULL);
    const char *nearest = bb_text_nearest(wanted, (const char *const *)folded->pdata);
    if (nearest == NULL || !g_ptr_array_find(folded, nearest, &index))
        return g_strdup("");
    g_autofree char *meant = bb_text_clip(candidates[index], QUOTED);
    char **parts = g_strsplit(around, "%s", 2);
    g_autofree char *shown = g_strjoinv(meant, parts);
    g_strfreev(parts);
    return g_strdup_printf("; did you mean %s?", shown);
}

/* --- what names them --- */

/* The elements that each kind of reference can mean. */
#define REFERABLE                                                                                  \
    {                                                                                              \
        "chapter", "section", "criterion", "strength", "improvement", "recommendation", "table",   \
            "score-table", "enablers-and-barriers", "chart", "figure", "appendix",                 \
            "good-practice", "poor-practice", "p", "footnote", NULL                                \
    }
#define SCORED "criterion", "chapter", "thread"

typedef struct {
    const char *element, *attribute;
    const char *kinds[24]; /* NULL-ended */
} reference_row;

static const reference_row ROWS[] = {
    {"ref", "to", REFERABLE},
    {"value", "of", {SCORED, "question", "count", "dataset", "td", NULL}},
    {"quantifier", "of", {SCORED, "question", "count", "td", NULL}},
    {"section", "of", {"chapter", "section", NULL}},
    {"score-table", "of", {"chapter", "thread", NULL}},
    {"scores", "of", {"chapter", NULL}},
    {"question", "dataset", {"dataset", NULL}},
    {"question", "criterion", {"criterion", NULL}},
    {"question", "thread", {"thread", NULL}},
    {"question", "within", {"count", NULL}},
    {"count", "dataset", {"dataset", NULL}},
    {"count", "within", {"count", NULL}},
    {"bar", "of", {"question", NULL}},
    {"good-practice", "criterion", {"criterion", NULL}},
    {"poor-practice", "criterion", {"criterion", NULL}},
    {"collect", "from", {"chapter", "section", "criterion", NULL}},
    {"thead", "like", {"table", NULL}},
};

static bool is_fitting(const bb_findings *findings, const reference_row *row, const xmlNode *named)
{
    const bb_profile *profile = findings->profile;

    /* Without a number there is nothing to call a paragraph by. */
    if (bb_node_is(named, "p") && (profile == NULL || !profile->paragraphs_numbered))
        return false;
    return bb_node_is(named, (const char *)named->name) &&
           g_strv_contains(row->kinds, (const char *)named->name);
}

/* The id most like the one that is broken; first among those that would fit. */
static char *suggest(bb_findings *findings, const reference_row *row, const char *id)
{
    /* Each one compares with every id; a report with more has another trouble. */
    const int most_suggestions = 100;
    g_autoptr(GPtrArray) fitting = g_ptr_array_new(), all = g_ptr_array_new();
    GHashTableIter iterator;
    gpointer key, value;

    if (findings->suggestions++ >= most_suggestions)
        return g_strdup("");
    g_hash_table_iter_init(&iterator, findings->ids);
    while (g_hash_table_iter_next(&iterator, &key, &value)) {
        g_ptr_array_add(all, key);
        if (is_fitting(findings, row, value))
            g_ptr_array_add(fitting, key);
    }
    /* A hash table has no order of its own, and of two that are equally near one is chosen. */
    g_ptr_array_sort(all, bb_text_compare);
    g_ptr_array_sort(fitting, bb_text_compare);
    g_ptr_array_add(all, NULL);
    g_ptr_array_add(fitting, NULL);
    char *meant = bb_did_you_mean(id, (const char *const *)fitting->pdata, "\"%s\"");
    if (meant[0] != '\0')
        return meant;
    g_free(meant);
    return bb_did_you_mean(id, (const char *const *)all->pdata, "\"%s\"");
}

static void report_kind(bb_findings *findings, const xmlNode *node, const reference_row *row,
                        const char *id, const xmlNode *named)
{
    g_autofree char *list = bb_list_elements(row->kinds, "or");

    bb_diag_report(findings->diag, BB_M_REF_KIND, bb_findings_place(node), row->element,
                   row->attribute, id, (const char *)named->name, list);
}

static void check_reference(bb_findings *findings, const xmlNode *node, const reference_row *row,
                            const char *id)
{
    const xmlNode *named = bb_findings_element(findings, id);
    g_autofree char *quoted = bb_text_clip(id, QUOTED);

    if (named != NULL && !is_fitting(findings, row, named)) {
        report_kind(findings, node, row, quoted, named);
        return;
    }
    /* After a syntax fault, half a file may be missing, and its ids with it. */
    if (named != NULL || g_hash_table_size(findings->broken) > 0)
        return;
    g_autofree char *meant = suggest(findings, row, quoted);
    bb_diag_report(findings->diag, BB_M_REF_BROKEN, bb_findings_place(node), row->element,
                   row->attribute, quoted, meant);
}

static void check_row(bb_findings *findings, const xmlNode *node, const reference_row *row)
{
    g_autofree char *value = bb_node_attribute(node, row->attribute);

    if (bb_text_is_blank(value))
        return;
    g_autofree char *ids = bb_text_squeeze(value);
    char **each = g_strsplit(ids, " ", -1);
    for (char **id = each; *id != NULL; id++)
        check_reference(findings, node, row, *id);
    g_strfreev(each);
}

void bb_findings_check_references(bb_findings *findings)
{
    xmlNode *root = xmlDocGetRootElement(findings->doc);

    for (xmlNode *node = root; node != NULL; node = bb_node_next(root, node)) {
        for (size_t i = 0; i < G_N_ELEMENTS(ROWS); i++) {
            if (bb_node_is(node, ROWS[i].element))
                check_row(findings, node, &ROWS[i]);
        }
    }
}
