/* html.c - reading a page as XML, which Bluebook's pages are. */
#include "sample/html.h"

#include <libxml/parser.h>
#include <libxml/xpathInternals.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct html {
    xmlDoc *doc;
    xmlXPathContext *xpath;
};

html *html_read(const char *path)
{
    html *page = g_new0(html, 1);

    page->doc = xmlReadFile(path, NULL, XML_PARSE_NONET);
    if (page->doc == NULL)
        exit(EXIT_FAILURE);
    page->xpath = xmlXPathNewContext(page->doc);
    xmlXPathRegisterNs(page->xpath, (const xmlChar *)"h",
                       (const xmlChar *)"http://www.w3.org/1999/xhtml");
    xmlXPathRegisterNs(page->xpath, (const xmlChar *)"f", (const xmlChar *)"urn:bluebook:findings");
    xmlXPathRegisterNs(page->xpath, (const xmlChar *)"r", (const xmlChar *)"urn:bluebook:resolved");
    xmlXPathRegisterNs(page->xpath, (const xmlChar *)"s",
                       (const xmlChar *)"http://www.w3.org/2000/svg");
    return page;
}

void html_free(html *page)
{
    if (page == NULL)
        return;
    xmlXPathFreeContext(page->xpath);
    xmlFreeDoc(page->doc);
    g_free(page);
}

static xmlXPathObject *find_below(const html *page, xmlNode *node, const char *expression)
{
    page->xpath->node = node;
    xmlXPathObject *found = xmlXPathEvalExpression((const xmlChar *)expression, page->xpath);
    if (found == NULL || found->type != XPATH_NODESET) {
        fprintf(stderr, "not an XPath to nodes: %s\n", expression);
        exit(EXIT_FAILURE);
    }
    return found;
}

static char *text_of(xmlNode *node)
{
    xmlChar *content = xmlNodeGetContent(node);
    g_auto(GStrv) words = g_strsplit_set((char *)content, " \t\r\n", -1);
    GString *out = g_string_new(NULL);

    for (char **word = words; *word != NULL; word++) {
        if (**word != '\0')
            g_string_append_printf(out, "%s%s", out->len > 0 ? " " : "", *word);
    }
    xmlFree(content);
    return g_string_free(out, FALSE);
}

GPtrArray *html_find(const html *page, const char *xpath)
{
    GPtrArray *strings = g_ptr_array_new_with_free_func(g_free);
    xmlXPathObject *found = find_below(page, (xmlNode *)page->doc, xpath);

    for (int i = 0; found->nodesetval != NULL && i < found->nodesetval->nodeNr; i++)
        g_ptr_array_add(strings, text_of(found->nodesetval->nodeTab[i]));
    xmlXPathFreeObject(found);
    return strings;
}

char *html_find_one(const html *page, const char *xpath)
{
    g_autoptr(GPtrArray) strings = html_find(page, xpath);

    return g_strdup(strings->len > 0 ? strings->pdata[0] : "");
}

/* --- words --- */

static bool is_one_of(const xmlNode *node, const char *names)
{
    g_autofree char *name = g_strdup_printf(" %s ", (const char *)node->name);

    return strstr(names, name) != NULL;
}

static bool has_class(const xmlNode *node, const char *name)
{
    xmlChar *value = xmlGetNoNsProp(node, (const xmlChar *)"class");
    g_autofree char *list = g_strdup_printf(" %s ", value != NULL ? (char *)value : "");
    g_autofree char *wanted = g_strdup_printf(" %s ", name);

    xmlFree(value);
    return strstr(list, wanted) != NULL;
}

/* What a drawing tells to those who don't see it is not printed. */
static bool is_unseen(const xmlNode *node, html_part part)
{
    bool drawing = strcmp((const char *)node->ns->href, "http://www.w3.org/2000/svg") == 0;

    return xmlHasProp(node, (const xmlChar *)"data-furniture") != NULL ||
           (drawing && is_one_of(node, " title desc metadata ")) ||
           (drawing && part == HTML_NO_DRAWINGS) || is_one_of(node, " script style ") ||
           has_class(node, "visually-hidden") || has_class(node, "notes");
}

/* The mark that a browser sets before an item of a list. */
static void add_mark(text *t, const xmlNode *item)
{
    const xmlNode *list = item->parent;
    bool bare = xmlHasProp(list, (const xmlChar *)"role") != NULL;
    int number = 1;

    if (has_class(item, "note-item"))
        return;
    if (has_class(item, "item")) {
        const xmlNode *first = xmlFirstElementChild((xmlNode *)item);
        if (first == NULL || !has_class(first, "item-number"))
            text_add_token(t, TEXT_BULLET);
    } else if (!bare && is_one_of(list, " ul ")) {
        text_add_token(t, TEXT_BULLET);
    } else if (!bare) {
        for (const xmlNode *n = item->prev; n != NULL; n = n->prev)
            number += n->type == XML_ELEMENT_NODE ? 1 : 0;
        g_autofree char *mark = g_strdup_printf(" %d. ", number);
        text_add(t, mark);
    }
}

static const char INLINE[] = " a abbr b cite code em i q s span strong sub sup tspan u ";

static void add_words(text *t, const xmlNode *parent, html_part part, bool contents)
{
    for (const xmlNode *n = parent->children; n != NULL; n = n->next) {
        if (n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE)
            text_add(t, (const char *)n->content);
        if (n->type != XML_ELEMENT_NODE || is_unseen(n, part))
            continue;
        if (has_class(n, "noteref")) {
            g_autofree char *mark = text_of((xmlNode *)n);
            text_add_mark(t, mark);
            continue;
        }
        bool within = is_one_of(n, INLINE);
        bool list = contents || has_class(n, "contents-list");
        if (!within)
            text_break(t);
        if (is_one_of(n, " li "))
            add_mark(t, n);
        else if (is_one_of(n, " p ") && has_class(n, "marked"))
            text_add_token(t, TEXT_BULLET);
        add_words(t, n, part, list);
        if (contents && is_one_of(n, " a "))
            text_add_token(t, TEXT_PAGE_NUMBER);
        if (!within)
            text_break(t);
    }
}

/* Footnotes, which stand at the end of chapters here and at the foot of pages there. */
static void add_notes(text *t, const html *page, html_part part)
{
    xmlXPathObject *notes =
        find_below(page, (xmlNode *)page->doc, "//h:section[contains(@class, 'notes')]");

    for (int i = 0; notes->nodesetval != NULL && i < notes->nodesetval->nodeNr; i++)
        add_words(t, notes->nodesetval->nodeTab[i], part, false);
    xmlXPathFreeObject(notes);
}

text *html_text(const html *page, html_part part)
{
    text *t = text_new();
    xmlXPathObject *main = find_below(page, (xmlNode *)page->doc, "//h:main");

    if (main->nodesetval != NULL && main->nodesetval->nodeNr == 1)
        add_words(t, main->nodesetval->nodeTab[0], part, false);
    add_notes(t, page, part);
    xmlXPathFreeObject(main);
    return t;
}

/* --- contents --- */

static void entry_free(void *item)
{
    html_entry *entry = item;

    g_free(entry->words);
    g_free(entry->title);
    g_free(entry->target);
    g_free(entry);
}

static html_entry *read_entry(const html *page, xmlNode *link)
{
    html_entry *entry = g_new0(html_entry, 1);
    xmlChar *target = xmlGetNoNsProp(link, (const xmlChar *)"href");
    xmlXPathObject *lead = find_below(page, link, "h:span[@class = 'lead']");

    entry->words = text_of(link);
    entry->title = g_strdup(entry->words);
    entry->target = g_strdup((char *)target + 1);
    entry->level = -1;
    for (const xmlNode *n = link->parent; n->type == XML_ELEMENT_NODE; n = n->parent)
        entry->level += has_class(n, "contents-list") ? 1 : 0;
    if (lead->nodesetval != NULL && lead->nodesetval->nodeNr == 1) {
        g_autofree char *words = text_of(lead->nodesetval->nodeTab[0]);
        g_auto(GStrv) parts = g_strsplit(entry->words, words, 2);
        g_free(entry->title);
        entry->title = g_strconcat(parts[0], g_strchug(parts[1]), NULL);
    }
    xmlXPathFreeObject(lead);
    xmlFree(target);
    return entry;
}

GPtrArray *html_contents(const html *page)
{
    GPtrArray *entries = g_ptr_array_new_with_free_func(entry_free);
    xmlXPathObject *links = find_below(page, (xmlNode *)page->doc,
                                       "//h:ol[contains(@class, 'contents-list')]//h:li/h:a");

    for (int i = 0; links->nodesetval != NULL && i < links->nodesetval->nodeNr; i++)
        g_ptr_array_add(entries, read_entry(page, links->nodesetval->nodeTab[i]));
    xmlXPathFreeObject(links);
    return entries;
}
