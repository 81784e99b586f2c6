/* findings_prose.c - the sentences of a report, for the checks that read them. */
#include "findings/findings_private.h"

#include "base/text.h"

static const char *const INLINES[] = {
    "value", "quantifier", "ref", "footnote", "em", "strong", "q",  "i",
    "span",  "abbr",       "a",   "br",       "ul", "ol",     NULL,
};
/* Not the sentences of this element: a note, a list within, words that must stay as they are. */
static const char *const APART[] = {"footnote", "literal", "ul", "ol", NULL};

static bool is_inline(const xmlNode *node)
{
    return g_strv_contains(INLINES, (const char *)node->name) ||
           g_strv_contains(APART, (const char *)node->name);
}

static void add_words(const xmlNode *node, GString *words)
{
    for (const xmlNode *child = node->children; child != NULL; child = child->next) {
        if (child->type == XML_TEXT_NODE)
            g_string_append(words, (const char *)child->content);
        if (child->type != XML_ELEMENT_NODE)
            continue;
        if (is_inline(child) && !g_strv_contains(APART, (const char *)child->name))
            add_words(child, words);
        else
            g_string_append_c(words, ' ');
    }
}

/* Words of its own, or a first child that can only stand among words. */
static bool holds_words(const xmlNode *node)
{
    for (const xmlNode *child = node->children; child != NULL; child = child->next) {
        if (child->type == XML_TEXT_NODE && !bb_text_is_blank((const char *)child->content))
            return true;
        if (child->type == XML_ELEMENT_NODE)
            return is_inline(child) && !bb_node_is(child, "ul") && !bb_node_is(child, "ol");
    }
    return false;
}

char *bb_findings_prose(const xmlNode *node)
{
    g_autoptr(GString) words = g_string_new(NULL);

    if ((is_inline(node) && !bb_node_is(node, "footnote")) || !holds_words(node))
        return NULL;
    add_words(node, words);
    return bb_text_squeeze(words->str);
}

bool bb_findings_is_english(const bb_findings *findings)
{
    g_autofree char *language = bb_node_attribute(xmlDocGetRootElement(findings->doc), "lang");

    return language != NULL && g_str_has_prefix(g_strstrip(language), "en");
}
