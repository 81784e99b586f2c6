/* transform_function.c - bb:at and bb:report, which stylesheets call; registers bb:match too. */
#include "transform/transform_private.h"

#include <libxml/xpathInternals.h>
#include <libxslt/extensions.h>
#include <libxslt/xsltutils.h>

static const xmlChar *const NAMESPACE = (const xmlChar *)"urn:bluebook:extension";

enum { MOST_ARGUMENTS = 9 };

static bb_place place_of(const bb_transform_state *run, const xmlNode *node)
{
    if (node == NULL || run->job->place == NULL)
        return BB_NOWHERE;
    return run->job->place(run->job->place_data, node);
}

/* The first node of the value on top of the stack, or NULL when there is none. */
static const xmlNode *pop_node(xmlXPathParserContext *xpath)
{
    const xmlNode *node = NULL;

    if (xpath->value == NULL || xpath->value->type != XPATH_NODESET) {
        xmlXPathFreeObject(valuePop(xpath));
        return NULL;
    }
    xmlXPathObject *value = valuePop(xpath);
    if (!xmlXPathNodeSetIsEmpty(value->nodesetval))
        node = value->nodesetval->nodeTab[0];
    xmlXPathFreeObject(value);
    return node;
}

static void push_text(xmlXPathParserContext *xpath, const char *text)
{
    valuePush(xpath, xmlXPathNewCString(text));
}

/* bb:at(node) */
static void at(xmlXPathParserContext *xpath, int count)
{
    xsltTransformContext *context = xsltXPathGetTransformContext(xpath);
    GString *text = g_string_new(NULL);

    if (count != 1) {
        xmlXPathSetArityError(xpath);
        g_string_free(text, TRUE);
        return;
    }
    bb_place place = place_of(context->_private, pop_node(xpath));
    if (place.file != NULL)
        g_string_append(text, place.file);
    if (place.file != NULL && place.line > 0)
        g_string_append_printf(text, ":%d", place.line);
    if (place.file != NULL && place.line > 0 && place.column > 0)
        g_string_append_printf(text, ":%d", place.column);
    push_text(xpath, text->str);
    g_string_free(text, TRUE);
}

static void report_row(xsltTransformContext *context, const char *code, const xmlNode *node,
                       char *const *arguments)
{
    const bb_transform_state *run = context->_private;
    bb_message_id id = bb_diag_find_code(code);

    if (id == BB_MESSAGE_COUNT) {
        xsltTransformError(context, NULL, NULL, "bb:report: there is no message \"%s\"\n", code);
        context->state = XSLT_STATE_STOPPED;
        return;
    }
    bb_diag_report_vector(run->job->diag, id, place_of(run, node), (const char *const *)arguments);
}

/* bb:report(code, node, argument…) */
static void report(xmlXPathParserContext *xpath, int count)
{
    xsltTransformContext *context = xsltXPathGetTransformContext(xpath);
    char *arguments[MOST_ARGUMENTS + 1] = {0};

    if (count < 2 || count > MOST_ARGUMENTS + 2) {
        xmlXPathSetArityError(xpath);
        return;
    }
    for (int i = count - 3; i >= 0; i--) {
        xmlChar *text = xmlXPathPopString(xpath);
        arguments[i] = g_strdup(text != NULL ? (const char *)text : "");
        xmlFree(text);
    }
    const xmlNode *node = pop_node(xpath);
    xmlChar *code = xmlXPathPopString(xpath);
    if (code != NULL)
        report_row(context, (const char *)code, node, arguments);
    xmlFree(code);
    for (int i = 0; i < MOST_ARGUMENTS; i++)
        g_free(arguments[i]);
    push_text(xpath, "");
}

void bb_transform_function_register(xsltTransformContext *context)
{
    xsltRegisterExtFunction(context, (const xmlChar *)"at", NAMESPACE, at);
    xsltRegisterExtFunction(context, (const xmlChar *)"report", NAMESPACE, report);
    xsltRegisterExtFunction(context, (const xmlChar *)"match", NAMESPACE, bb_transform_match);
}
