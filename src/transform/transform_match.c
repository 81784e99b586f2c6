/* transform_match.c - bb:match, since XPath 1.0 has no patterns. */
#include "transform/transform_private.h"

#include <libxml/xpathInternals.h>
#include <libxslt/extensions.h>
#include <libxslt/variables.h>
#include <libxslt/xsltutils.h>

/* Matches of one pattern in one text; no paragraph has more. */
enum { MOST_MATCHES = 1000 };

static void regex_free(void *regex)
{
    g_regex_unref(regex);
}

/* Each pattern is compiled once a run; a wrong one ends it, since the stylesheets are ours. */
static GRegex *find_pattern(xsltTransformContext *context, const char *pattern)
{
    bb_transform_state *run = context->_private;
    g_autoptr(GError) error = NULL;

    if (run->patterns == NULL)
        run->patterns = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, regex_free);
    GRegex *regex = g_hash_table_lookup(run->patterns, pattern);
    if (regex != NULL)
        return regex;
    regex = g_regex_new(pattern, G_REGEX_OPTIMIZE, 0, &error);
    if (regex == NULL) {
        xsltTransformError(context, NULL, NULL, "bb:match: %s\n", error->message);
        context->state = XSLT_STATE_STOPPED;
        return NULL;
    }
    g_hash_table_insert(run->patterns, g_strdup(pattern), regex);
    return regex;
}

static xmlNode *add_match(xmlDoc *tree, const GMatchInfo *info)
{
    g_autofree char *whole = g_match_info_fetch(info, 0);
    xmlNode *match = xmlNewDocNode(tree, NULL, (const xmlChar *)"match", NULL);
    int groups = g_regex_get_capture_count(g_match_info_get_regex(info));

    xmlSetProp(match, (const xmlChar *)"whole", (const xmlChar *)whole);
    for (int i = 1; i <= groups; i++) {
        g_autofree char *group = g_match_info_fetch(info, i);
        xmlNewTextChild(match, NULL, (const xmlChar *)"group",
                        (const xmlChar *)(group != NULL ? group : ""));
    }
    return xmlAddChild((xmlNode *)tree, match);
}

static void find_all(xsltTransformContext *context, const char *text, GRegex *regex,
                     xmlXPathObject *found)
{
    g_autoptr(GMatchInfo) info = NULL;
    xmlDoc *tree = xsltCreateRVT(context);

    xsltRegisterLocalRVT(context, tree);
    /* A text that makes the pattern run too long counts as one without matches. */
    g_regex_match_full(regex, text, -1, 0, 0, &info, NULL);
    for (int i = 0; i < MOST_MATCHES && g_match_info_matches(info); i++) {
        xmlXPathNodeSetAddUnique(found->nodesetval, add_match(tree, info));
        g_match_info_next(info, NULL);
    }
}

void bb_transform_match(xmlXPathParserContext *xpath, int count)
{
    xsltTransformContext *context = xsltXPathGetTransformContext(xpath);

    if (count != 2) {
        xmlXPathSetArityError(xpath);
        return;
    }
    xmlChar *pattern = xmlXPathPopString(xpath);
    xmlChar *text = xmlXPathPopString(xpath);
    xmlXPathObject *found = xmlXPathNewNodeSet(NULL);
    GRegex *regex = pattern != NULL ? find_pattern(context, (const char *)pattern) : NULL;
    if (regex != NULL && text != NULL && text[0] != '\0')
        find_all(context, (const char *)text, regex, found);
    xmlFree(pattern);
    xmlFree(text);
    valuePush(xpath, found);
}
