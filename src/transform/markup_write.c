/* markup_write.c - see markup.h. */
#include "transform/markup.h"

#include "base/text.h"

#include <stdbool.h>
#include <string.h>

typedef struct {
    GString *out;
    bb_markup_form form;
} writer;

/* Elements that stand within a line of text: in the findings, in HTML and in SVG; in XSL-FO. */
static const char *const INLINE[] = {
    "a",
    "abbr",
    "area",
    "b",
    "br",
    "code",
    "em",
    "i",
    "q",
    "ref",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "time",
    "tspan",
    "purpose",
    "basic-link",
    "bidi-override",
    "character",
    "external-graphic",
    "footnote",
    "inline",
    "instream-foreign-object",
    "leader",
    "page-number",
    "page-number-citation",
    "page-number-citation-last",
    "retrieve-marker",
    "wrapper",
    NULL,
};

/* HTML elements without content, which have no end tag. */
static const char *const VOID[] = {
    "area", "base", "br",    "col",    "embed", "hr",  "img", "input",
    "link", "meta", "param", "source", "track", "wbr", NULL,
};

/* HTML elements whose text is not markup. */
static const char *const RAW[] = {"script", "style", NULL};

static const char HTML[] = "http://www.w3.org/1999/xhtml";

static bool is_one_of(const xmlNode *node, const char *const *names)
{
    for (; *names != NULL; names++) {
        if (strcmp((const char *)node->name, *names) == 0)
            return true;
    }
    return false;
}

static bool is_html(const writer *w, const xmlNode *node)
{
    return w->form == BB_MARKUP_PAGE && node->ns != NULL &&
           strcmp((const char *)node->ns->href, HTML) == 0;
}

static bool is_text(const xmlNode *node)
{
    return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
}

static bool is_blank_text(const xmlNode *node)
{
    return is_text(node) && bb_text_is_blank((const char *)node->content);
}

/* Whether every child gets a line of its own: there is no text, some child is a block, and no two
 * inline elements stand side by side, between which a line end would be a space. */
static bool holds_lines(const xmlNode *node)
{
    bool blocks = false, was_inline = false;

    for (const xmlNode *c = node->children; c != NULL; c = c->next) {
        if (is_text(c) && !is_blank_text(c))
            return false;
        if (c->type != XML_ELEMENT_NODE)
            continue;
        bool is_inline = is_one_of(c, INLINE);
        if (is_inline && was_inline)
            return false;
        blocks = blocks || !is_inline;
        was_inline = is_inline;
    }
    return blocks;
}

/* A no-break space is written by number: nobody would see it otherwise. */
static void write_escaped(GString *out, const char *text, bool attribute)
{
    for (const char *p = text; *p != '\0'; p++) {
        if (*p == '&')
            g_string_append(out, "&amp;");
        else if (*p == '<')
            g_string_append(out, "&lt;");
        else if (*p == '>')
            g_string_append(out, "&gt;");
        else if (*p == '"' && attribute)
            g_string_append(out, "&quot;");
        else if (*p == '\r' || (attribute && (*p == '\n' || *p == '\t')))
            g_string_append_printf(out, "&#%d;", *p);
        else if (p[0] == '\xc2' && p[1] == '\xa0')
            g_string_append(out, "&#160;"), p++;
        else
            g_string_append_c(out, *p);
    }
}

static void write_name(GString *out, const xmlNs *ns, const xmlChar *name)
{
    if (ns != NULL && ns->prefix != NULL)
        g_string_append_printf(out, "%s:", ns->prefix);
    g_string_append(out, (const char *)name);
}

static void write_attributes(GString *out, const xmlNode *node)
{
    for (const xmlNs *ns = node->nsDef; ns != NULL; ns = ns->next) {
        g_string_append(out, " xmlns");
        if (ns->prefix != NULL)
            g_string_append_printf(out, ":%s", ns->prefix);
        g_string_append(out, "=\"");
        write_escaped(out, ns->href != NULL ? (const char *)ns->href : "", true);
        g_string_append_c(out, '"');
    }
    for (const xmlAttr *a = node->properties; a != NULL; a = a->next) {
        xmlChar *value = xmlNodeListGetString(node->doc, a->children, 1);
        g_string_append_c(out, ' ');
        write_name(out, a->ns, a->name);
        g_string_append(out, "=\"");
        write_escaped(out, value != NULL ? (const char *)value : "", true);
        g_string_append_c(out, '"');
        xmlFree(value);
    }
}

static void start_line(writer *w, int depth)
{
    g_string_append_c(w->out, '\n');
    for (int i = 0; i < depth; i++)
        g_string_append(w->out, "  ");
}

static void write_node(writer *w, const xmlNode *node, int depth);

static void write_children(writer *w, const xmlNode *node, int depth)
{
    bool lines = holds_lines(node), raw = is_html(w, node) && is_one_of(node, RAW);

    for (const xmlNode *c = node->children; c != NULL; c = c->next) {
        if (lines && is_blank_text(c))
            continue;
        if (lines)
            start_line(w, depth + 1);
        if (raw && is_text(c))
            g_string_append(w->out, (const char *)c->content);
        else
            write_node(w, c, depth + 1);
    }
    if (lines)
        start_line(w, depth);
}

static void write_element(writer *w, const xmlNode *node, int depth)
{
    bool html = is_html(w, node);
    bool bare = node->children == NULL && (!html || is_one_of(node, VOID));

    g_string_append_c(w->out, '<');
    write_name(w->out, node->ns, node->name);
    write_attributes(w->out, node);
    g_string_append(w->out, bare ? "/>" : ">");
    if (bare)
        return;
    write_children(w, node, depth);
    g_string_append(w->out, "</");
    write_name(w->out, node->ns, node->name);
    g_string_append_c(w->out, '>');
}

static void write_node(writer *w, const xmlNode *node, int depth)
{
    if (node->type == XML_ELEMENT_NODE)
        write_element(w, node, depth);
    else if (is_text(node))
        write_escaped(w->out, (const char *)node->content, false);
    else if (node->type == XML_COMMENT_NODE)
        g_string_append_printf(w->out, "<!--%s-->", node->content);
}

GBytes *bb_markup_write(const xmlDoc *document, bb_markup_form form)
{
    writer w = {g_string_new(NULL), form};

    g_string_append(w.out, form == BB_MARKUP_PAGE ? "<!DOCTYPE html>\n"
                                                  : "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    for (const xmlNode *n = document->children; n != NULL; n = n->next) {
        write_node(&w, n, 0);
        g_string_append_c(w.out, '\n');
    }
    return g_string_free_to_bytes(w.out);
}
