/* page_check.c - holds finished pages against what a page must be, whatever it says.
 *
 *   page_check PAGE.html …
 *
 * A page must be well-formed XML with the tree that an HTML parser makes of it, every link must
 * lead somewhere, headings must not skip a level, nothing may be fetched, and the policy must let
 * in the style that is there. Ends with 1 after telling every fault. */
#include <glib.h>
#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

/* What no page may have. */
static const struct {
    const char *xpath, *fault;
} FORBIDDEN[] = {
    {"/h:html[not(@lang)]", "the page has no language"},
    {"/h:html[count(//h:h1) != 1]", "there must be one h1"},
    {"/h:html[count(//h:main) != 1]", "there must be one main"},
    {"/h:html[not(h:head/h:title[normalize-space()])]", "the page has no title"},
    {"/h:html[not(h:head/h:meta[@name = 'description'][normalize-space(@content)])]",
     "there is no description"},
    {"//h:th[not(@scope)]", "a header cell has no scope"},
    {"//h:table[not(h:caption[normalize-space()])]", "a table has no caption"},
    {"//h:table[not(.//h:th)]", "a table has no header cell"},
    {"//h:img[not(@alt)]", "a picture has no alt"},
    {"//s:svg[not(@role = 'img')]", "a drawing has no role"},
    {"//h:a[not(@href)]", "a link leads nowhere"},
    {"//h:a[not(normalize-space() or @aria-label)]", "a link has no name"},
    {"//h:a//h:a", "a link within a link"},
    {"//h:nav[not(@aria-label)]", "a navigation has no name"},
    {"//h:p//h:p | //h:p//h:ul | //h:p//h:ol | //h:p//h:dl | //h:p//h:div | //h:p//h:table",
     "an HTML parser would end the paragraph"},
    {"//h:span//h:p | //h:span//h:div | //h:a//h:p | //h:a//h:div | //h:h2//h:div",
     "a block within a line"},
    {"//h:ul/*[not(self::h:li)] | //h:ol/*[not(self::h:li)]", "a list holds what is no item"},
    {"//h:li[not(parent::h:ul or parent::h:ol)]", "an item outside of a list"},
    {"//@style", "the policy blocks a style attribute"},
    {"//@*[starts-with(name(), 'on')]", "a script in an attribute"},
    {"//h:script[not(@type = 'application/ld+json')]", "a script"},
    {"//h:iframe | //h:object | //h:embed | //h:form", "something that fetches or sends"},
    {"//*[contains(@src, '://')] | //h:link[not(@rel = 'canonical')]", "something is fetched"},
    {"//s:image | //s:script | //s:style | //s:use | //s:foreignObject", "a drawing fetches"},
    {"//h:style[contains(., '<') or contains(., '&') or contains(., '://')]",
     "the style holds what it must not"},
};

static int faults;

static void tell(const char *file, const xmlNode *node, const char *fault, const char *what)
{
    printf("%s:%ld: %s%s%s\n", file, node != NULL ? xmlGetLineNo((xmlNode *)node) : 0, fault,
           what[0] != '\0' ? ": " : "", what);
    faults++;
}

static xmlXPathObject *find(xmlXPathContext *xpath, const char *expression)
{
    xmlXPathObject *found = xmlXPathEvalExpression((const xmlChar *)expression, xpath);

    if (found == NULL)
        g_error("not XPath: %s", expression);
    return found;
}

#define FOR_EACH(node, found)                                                                      \
    for (int i_ = 0; (found)->nodesetval != NULL && i_ < (found)->nodesetval->nodeNr; i_++)        \
        for (xmlNode *node = (found)->nodesetval->nodeTab[i_]; node != NULL; node = NULL)

static void check_forbidden(const char *file, xmlXPathContext *xpath)
{
    for (size_t i = 0; i < G_N_ELEMENTS(FORBIDDEN); i++) {
        xmlXPathObject *found = find(xpath, FORBIDDEN[i].xpath);
        FOR_EACH(node, found)
        tell(file, node->type == XML_ATTRIBUTE_NODE ? node->parent : node, FORBIDDEN[i].fault, "");
        xmlXPathFreeObject(found);
    }
}

static GHashTable *collect_ids(const char *file, xmlXPathContext *xpath)
{
    GHashTable *ids = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    xmlXPathObject *found = find(xpath, "//@id");

    FOR_EACH(attribute, found)
    {
        xmlChar *id = xmlNodeGetContent(attribute);
        if (strpbrk((char *)id, " \t\n") != NULL || id[0] == '\0')
            tell(file, attribute->parent, "not an id", (char *)id);
        if (!g_hash_table_add(ids, g_strdup((char *)id)))
            tell(file, attribute->parent, "an id stands twice", (char *)id);
        xmlFree(id);
    }
    xmlXPathFreeObject(found);
    return ids;
}

static void check_links(const char *file, xmlXPathContext *xpath)
{
    g_autoptr(GHashTable) ids = collect_ids(file, xpath);
    xmlXPathObject *found = find(xpath, "//h:a/@href[starts-with(., '#')] | //@aria-labelledby"
                                        " | //@aria-describedby");

    FOR_EACH(attribute, found)
    {
        xmlChar *text = xmlNodeGetContent(attribute);
        g_auto(GStrv) targets = g_strsplit((char *)text, " ", -1);
        for (char **t = targets; *t != NULL; t++) {
            const char *id = **t == '#' ? *t + 1 : *t;
            if (!g_hash_table_contains(ids, id))
                tell(file, attribute->parent, "nothing has this id", id);
        }
        xmlFree(text);
    }
    xmlXPathFreeObject(found);
}

static void check_headings(const char *file, xmlXPathContext *xpath)
{
    xmlXPathObject *found = find(xpath, "//h:h1|//h:h2|//h:h3|//h:h4|//h:h5|//h:h6");
    int last = 0;

    FOR_EACH(heading, found)
    {
        int level = heading->name[1] - '0';
        if (level > last + 1)
            tell(file, heading, "a heading skips a level", (const char *)heading->name);
        last = level;
    }
    xmlXPathFreeObject(found);
}

static void check_policy(const char *file, xmlXPathContext *xpath)
{
    guint8 digest[32];
    gsize size = sizeof digest;
    g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA256);
    xmlXPathObject *style = find(xpath, "string(//h:style)");
    xmlXPathObject *policy =
        find(xpath, "string(//h:meta[@http-equiv = 'Content-Security-Policy']/@content)");

    g_checksum_update(checksum, style->stringval, -1);
    g_checksum_get_digest(checksum, digest, &size);
    g_autofree char *base64 = g_base64_encode(digest, size);
    if (strstr((char *)policy->stringval, base64) == NULL)
        tell(file, NULL, "the policy does not know the style", base64);
    if (!g_str_has_prefix((char *)policy->stringval, "default-src 'none'"))
        tell(file, NULL, "the policy lets in too much", (char *)policy->stringval);
    xmlXPathFreeObject(style);
    xmlXPathFreeObject(policy);
}

static void check_page(const char *file)
{
    xmlDoc *page = xmlReadFile(file, NULL, XML_PARSE_NONET);

    if (page == NULL) {
        tell(file, NULL, "not well-formed XML", "");
        return;
    }
    xmlXPathContext *xpath = xmlXPathNewContext(page);
    xmlXPathRegisterNs(xpath, (const xmlChar *)"h",
                       (const xmlChar *)"http://www.w3.org/1999/xhtml");
    xmlXPathRegisterNs(xpath, (const xmlChar *)"s", (const xmlChar *)"http://www.w3.org/2000/svg");
    check_forbidden(file, xpath);
    check_links(file, xpath);
    check_headings(file, xpath);
    check_policy(file, xpath);
    xmlXPathFreeContext(xpath);
    xmlFreeDoc(page);
}

int main(int count, char **arguments)
{
    for (int i = 1; i < count; i++)
        check_page(arguments[i]);
    printf("%d pages, %d faults\n", count - 1, faults);
    return count > 1 && faults == 0 ? 0 : 1;
}
