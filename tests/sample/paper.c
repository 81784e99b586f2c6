/* paper.c - words and regions, page by page. */
#include "sample/paper.h"

#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void page_free(void *item)
{
    paper_page *page = item;

    for (guint i = 0; i < page->words->len; i++)
        g_free(g_array_index(page->words, paper_word, i).letters);
    g_array_unref(page->words);
    g_array_unref(page->body);
    g_array_unref(page->foot);
    g_array_unref(page->artifact);
    g_array_unref(page->notes);
    g_free(page->label);
    g_free(page);
}

static paper_page *page_new(void)
{
    paper_page *page = g_new0(paper_page, 1);

    page->words = g_array_new(FALSE, FALSE, sizeof(paper_word));
    page->body = g_array_new(FALSE, FALSE, sizeof(paper_box));
    page->foot = g_array_new(FALSE, FALSE, sizeof(paper_box));
    page->artifact = g_array_new(FALSE, FALSE, sizeof(paper_box));
    page->notes = g_array_new(FALSE, FALSE, sizeof(paper_box));
    return page;
}

static xmlDoc *read_xml(const char *path)
{
    /* pdftotext names a DTD that nobody needs. */
    xmlDoc *doc = xmlReadFile(path, NULL, XML_PARSE_NONET | XML_PARSE_HUGE);

    if (doc == NULL)
        exit(EXIT_FAILURE);
    return doc;
}

static double number_of(xmlNode *node, const char *name)
{
    xmlChar *value = xmlGetNoNsProp(node, (const xmlChar *)name);
    double number = value != NULL ? g_ascii_strtod((char *)value, NULL) : 0;

    xmlFree(value);
    return number;
}

static bool is_named(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

static bool has_value(xmlNode *node, const char *name, const char *wanted)
{
    xmlChar *value = xmlGetNoNsProp(node, (const xmlChar *)name);
    bool same = value != NULL && strcmp((char *)value, wanted) == 0;

    xmlFree(value);
    return same;
}

/* The next node of the tree in document order; below says whether to look into this one. */
static xmlNode *next_node(xmlNode *node, const xmlNode *top, bool below)
{
    if (below && node->children != NULL)
        return node->children;
    while (node != top && node->next == NULL)
        node = node->parent;
    return node != top ? node->next : NULL;
}

/* --- words --- */

static void read_word(paper_page *page, xmlNode *node)
{
    xmlChar *letters = xmlNodeGetContent(node);
    double x = number_of(node, "xMin"), y = number_of(node, "yMin");
    const paper_word word = {
        {x, y, number_of(node, "xMax") - x, number_of(node, "yMax") - y},
        g_strdup((char *)letters),
    };

    xmlFree(letters);
    g_array_append_val(page->words, word);
}

static GPtrArray *read_words(const char *path)
{
    GPtrArray *pages = g_ptr_array_new_with_free_func(page_free);
    xmlDoc *doc = read_xml(path);
    xmlNode *root = xmlDocGetRootElement(doc);

    for (xmlNode *n = root; n != NULL; n = next_node(n, root, true)) {
        if (is_named(n, "page"))
            g_ptr_array_add(pages, page_new());
        else if (is_named(n, "word"))
            read_word(pages->pdata[pages->len - 1], n);
    }
    xmlFreeDoc(doc);
    return pages;
}

/* --- areas --- */

static paper_box box_of(xmlNode *node)
{
    return (paper_box){number_of(node, "x"), number_of(node, "y"), number_of(node, "width"),
                       number_of(node, "height")};
}

/* The line above footnotes: a block of its own in the text region, with nothing but a rule. */
static bool is_separator(xmlNode *node)
{
    if (!is_named(node, "block") || !is_named(node->parent, "region"))
        return false;
    xmlNode *line = xmlFirstElementChild(node);
    xmlNode *rule = line != NULL ? xmlFirstElementChild(line) : NULL;
    return rule != NULL && is_named(rule, "rule") && has_value(rule, "fo", "leader") &&
           xmlNextElementSibling(rule) == NULL;
}

/* Whether the block stands below such a line. */
static bool is_note(xmlNode *node)
{
    if (!is_named(node, "block") || !is_named(node->parent, "region"))
        return false;
    for (xmlNode *n = node->prev; n != NULL; n = n->prev) {
        if (is_separator(n))
            return true;
    }
    return false;
}

/* Its number hangs out at the side. */
static void add_note(paper_page *page, paper_box box)
{
    const double hang = 60;

    box.x -= hang;
    box.width += hang;
    g_array_append_val(page->notes, box);
}

static void read_areas_of(paper_page *page, xmlNode *top)
{
    for (xmlNode *n = top->children; n != NULL; n = next_node(n, top, true)) {
        if (n->type != XML_ELEMENT_NODE)
            continue;
        const paper_box box = box_of(n);
        if (is_named(n, "region") && has_value(n, "fo", "region-body"))
            g_array_append_val(page->body, box);
        else if (is_named(n, "region") && has_value(n, "fo", "region-after"))
            g_array_append_val(page->foot, box);
        else if (is_note(n))
            add_note(page, box);
        else if (!is_named(n, "region") &&
                 (has_value(n, "artifact", "yes") || has_value(n, "fo", "external-graphic")))
            g_array_append_val(page->artifact, box);
    }
}

static void read_areas(const char *path, GPtrArray *pages)
{
    xmlDoc *doc = read_xml(path);
    guint count = 0;

    for (xmlNode *n = xmlDocGetRootElement(doc)->children; n != NULL; n = n->next) {
        if (!is_named(n, "page"))
            continue;
        if (count++ >= pages->len)
            break;
        paper_page *page = pages->pdata[count - 1];
        xmlChar *label = xmlGetNoNsProp(n, (const xmlChar *)"label");
        page->label = g_strdup((char *)label);
        xmlFree(label);
        read_areas_of(page, n);
    }
    xmlFreeDoc(doc);
    if (count != pages->len) {
        printf("the PDF has %u pages, the area dump another number\n", pages->len);
        exit(EXIT_FAILURE);
    }
}

GPtrArray *paper_read(const char *words, const char *areas)
{
    GPtrArray *pages = read_words(words);

    read_areas(areas, pages);
    return pages;
}

/* --- text --- */

bool paper_holds(const paper_box *outer, const paper_box *inner)
{
    double x = inner->x + inner->width / 2 - outer->x;
    double y = inner->y + inner->height / 2 - outer->y;

    return x >= 0 && x <= outer->width && y >= 0 && y <= outer->height;
}

static bool any_holds(const GArray *boxes, const paper_box *inner)
{
    for (guint i = 0; i < boxes->len; i++) {
        if (paper_holds(&g_array_index(boxes, paper_box, i), inner))
            return true;
    }
    return false;
}

static void add_page(text *t, const GPtrArray *pages, guint number, bool notes)
{
    const paper_page *page = pages->pdata[number];

    t->page = number;
    for (guint i = 0; i < page->words->len; i++) {
        const paper_word *word = &g_array_index(page->words, paper_word, i);
        if (!any_holds(page->body, &word->box) || any_holds(page->artifact, &word->box) ||
            any_holds(page->notes, &word->box) != notes)
            continue;
        text_break(t);
        text_add(t, word->letters);
    }
}

text *paper_text_of(const GPtrArray *pages, guint page)
{
    text *t = text_new();

    add_page(t, pages, page, false);
    return t;
}

text *paper_text(const GPtrArray *pages)
{
    text *t = text_new();

    for (int notes = 0; notes < 2; notes++) {
        for (guint i = 0; i < pages->len; i++)
            add_page(t, pages, i, notes > 0);
    }
    return t;
}

/* What is below root: notes alone, or everything but them. */
static void dump_words(text *t, xmlNode *root, bool notes)
{
    unsigned pages = 0;

    for (xmlNode *n = root; n != NULL;) {
        bool note = n != root && is_note(n);
        bool shown =
            n->type == XML_ELEMENT_NODE && !has_value(n, "artifact", "yes") && (notes || !note);
        if (is_named(n, "page"))
            t->page = pages++;
        if (is_named(n, "line"))
            text_break(t);
        if (note && notes)
            dump_words(t, n, false);
        if (shown && !notes && is_named(n, "text")) {
            xmlChar *words = xmlNodeGetContent(n);
            text_add(t, (char *)words);
            xmlFree(words);
        }
        n = next_node(n, root, shown && !is_named(n, "text") && !(note && notes));
    }
}

text *paper_dump_text(const char *areas)
{
    text *t = text_new();
    xmlDoc *doc = read_xml(areas);

    dump_words(t, xmlDocGetRootElement(doc), false);
    dump_words(t, xmlDocGetRootElement(doc), true);
    xmlFreeDoc(doc);
    return t;
}
