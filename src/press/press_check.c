/* press_check.c - the first stage of the route by itself: a report checked, and nothing made; and
 * what a message means. */
#include "press/press_private.h"

#include "base/error.h"
#include "base/text.h"

#include <string.h>

/* --- checking --- */

static bb_place place_of(void *data G_GNUC_UNUSED, const xmlNode *node)
{
    return bb_findings_place(node);
}

/* The rules of templates/check. A report without a programme has other troubles. */
static bool run_rules(bb_press *press, const bb_findings *findings, bb_diag *diag, GError **error)
{
    const xmlDoc *document = bb_findings_document(findings);

    if (document == NULL || bb_findings_profile(findings) == NULL)
        return true;
    g_autofree char *programme = bb_press_root_attribute(document, "programme");
    const xmlDoc *profile = bb_press_find_profile(press, g_strstrip(programme), error);
    if (profile == NULL)
        return false;
    const bb_transform_document documents[] = {{"profile", profile}, {NULL, NULL}};
    const bb_transform_job job = {.diag = diag, .place = place_of, .documents = documents};
    xmlDoc *checked = bb_transform_run(press->transform, "check/check.xsl", document, &job, error);
    xmlFreeDoc(checked);
    return checked != NULL;
}

bool bb_press_check(bb_press *press, const char *report, bb_diag *diag, GError **error)
{
    g_autoptr(bb_findings) findings = bb_press_read(press, report, diag, error);

    if (findings == NULL || !run_rules(press, findings, diag, error))
        return false;
    bb_findings_accept(findings, diag);
    bb_findings_report_idle(findings, diag);
    return true;
}

/* --- explaining --- */

/* What explain.xml has of a rule, in this order, and what stands before it. */
static const struct {
    const char *element, *lead;
    bool verbatim;
} PARTS[] = {
    {"means", "", false},
    {"why", "Why: ", false},
    {"wrong", "Wrong:\n", true},
    {"right", "Right:\n", true},
};

static const xmlNode *find_child(const xmlNode *parent, const char *name, const char *code)
{
    for (const xmlNode *node = parent->children; node != NULL; node = node->next) {
        if (node->type != XML_ELEMENT_NODE || strcmp((const char *)node->name, name) != 0)
            continue;
        xmlChar *other = xmlGetNoNsProp(node, (const xmlChar *)"code");
        bool same = code == NULL || g_strcmp0((const char *)other, code) == 0;
        xmlFree(other);
        if (same)
            return node;
    }
    return NULL;
}

/* Lines as they are typed, without the indent that all of them share. */
static void append_verbatim(GString *out, const char *text)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    size_t indent = strlen(text);

    for (char **line = lines; *line != NULL; line++) {
        size_t blank = strspn(*line, " ");
        if ((*line)[blank] != '\0')
            indent = MIN(indent, blank);
    }
    for (char **line = lines; *line != NULL; line++) {
        if (!bb_text_is_blank(*line))
            g_string_append_printf(out, "    %s\n", *line + indent);
    }
}

static void append_part(GString *out, const xmlNode *rule, size_t part)
{
    const xmlNode *node = find_child(rule, PARTS[part].element, NULL);

    if (node == NULL)
        return;
    xmlChar *content = xmlNodeGetContent(node);
    g_string_append_printf(out, "\n%s", PARTS[part].lead);
    if (PARTS[part].verbatim) {
        append_verbatim(out, (const char *)content);
    } else {
        g_autofree char *words = bb_text_squeeze((const char *)content);
        g_string_append_printf(out, "%s\n", words);
    }
    xmlFree(content);
}

static void append_accept(GString *out, bb_message_id id)
{
    if (bb_diag_severity(id) == BB_FAULT) {
        g_string_append(out, "\nIt is an error: the report isn't made before it is corrected.\n");
        return;
    }
    g_string_append_printf(
        out,
        "\nIf it is right as it is, say so where it stands:\n"
        "    <accept code=\"%s\" reason=\"…\"/>\n"
        "in the paragraph, heading or cell, or before the table, chart or list.\n",
        bb_diag_code(id));
}

static xmlDoc *read_explanations(bb_press *press, GError **error)
{
    g_autofree char *path =
        g_build_filename(press->data_folder, "templates/check/explain.xml", NULL);
    xmlDoc *doc = xmlReadFile(path, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR);

    if (doc == NULL)
        g_set_error(error, BB_ERROR, BB_ERROR_INSTALL, "%s: can't be read", path);
    return doc;
}

char *bb_press_explain(bb_press *press, const char *code, GError **error)
{
    bb_message_id id = bb_diag_find_code(code);
    GString *out = g_string_new(NULL);

    if (id == BB_MESSAGE_COUNT) {
        g_string_free(out, TRUE);
        g_set_error(error, BB_ERROR, BB_ERROR_INPUT, "there is no message with the code \"%s\"",
                    code);
        return NULL;
    }
    xmlDoc *doc = read_explanations(press, error);
    if (doc == NULL) {
        g_string_free(out, TRUE);
        return NULL;
    }
    const char *const any[] = {"…", "…", "…", "…", "…", "…", "…", "…", "…", NULL};
    g_autofree char *sentence = bb_text_fill(bb_diag_sentence(id), any);
    g_string_append_printf(out, "%s (%s)\n    %s\n", code, bb_severity_name(bb_diag_severity(id)),
                           sentence);
    const xmlNode *rule = find_child(xmlDocGetRootElement(doc), "rule", code);
    for (size_t i = 0; i < G_N_ELEMENTS(PARTS) && rule != NULL; i++)
        append_part(out, rule, i);
    if (rule == NULL && bb_diag_advice(id)[0] != '\0')
        g_string_append_printf(out, "\nWhat to do: %s.\n", bb_diag_advice(id));
    /* What later stages say of pages can't be accepted in a report. */
    if (rule != NULL || bb_diag_severity(id) == BB_FAULT)
        append_accept(out, id);
    xmlFreeDoc(doc);
    return g_string_free(out, FALSE);
}
