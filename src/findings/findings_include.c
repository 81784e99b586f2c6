/* findings_include.c - puts the files that xi:include names into the report's tree.
 *
 * Whole XML files from the report's own folder, nothing else: no parts of files, no text, no
 * fallback. The included root moves into the tree and keeps its places. An include that fails stays
 * where it is, so that validation can tell that something is wanted there. */
#include "findings/findings_private.h"

#include <stdlib.h>
#include <string.h>

enum {
    MOST_LEVELS = 8,  /* files that include files */
    MOST_DEPTH = 256, /* elements in elements, as within one file */
    MOST_BYTES = 64 * 1024 * 1024,
};

/* The files that are being read, innermost first. */
typedef struct chain {
    const char *shown, *real;
    int level;
    const struct chain *up;
} chain;

bool bb_findings_is_include(const xmlNode *node)
{
    if (node->type != XML_ELEMENT_NODE)
        return false;
    /* Without its namespace declared, the parser has already complained of the prefix. */
    if (node->ns == NULL)
        return strcmp((const char *)node->name, "xi:include") == 0;
    return strcmp((const char *)node->name, "include") == 0 &&
           strcmp((const char *)node->ns->href, BB_XINCLUDE_NS) == 0;
}

static bool is_supported(bb_findings *findings, const xmlNode *include)
{
    const char *unsupported = NULL;

    for (const xmlAttr *a = include->properties; a != NULL; a = a->next) {
        const char *name = (const char *)a->name;
        g_autofree char *value = bb_node_attribute(include, name);
        bool plain_xml = strcmp(name, "parse") == 0 && g_strcmp0(value, "xml") == 0;
        if (strcmp(name, "href") != 0 && !plain_xml)
            unsupported = name;
    }
    if (bb_node_next(include, (xmlNode *)include) != NULL)
        unsupported = "content";
    if (unsupported != NULL)
        bb_diag_report(findings->diag, BB_M_INCLUDE_PARTIAL, bb_findings_place(include),
                       unsupported);
    return unsupported == NULL;
}

static bool is_loop(bb_findings *findings, const xmlNode *include, const char *shown,
                    const char *real, const chain *files)
{
    for (const chain *c = files; c != NULL; c = c->up) {
        if (strcmp(c->real, real) == 0) {
            bb_diag_report(findings->diag, BB_M_INCLUDE_LOOP, bb_findings_place(include), shown);
            return true;
        }
    }
    if (files->level < MOST_LEVELS)
        return false;
    bb_diag_report(findings->diag, BB_M_INCLUDE_DEEP, bb_findings_place(include), shown);
    return true;
}

static GBytes *read_bounded(bb_findings *findings, const char *shown, bb_place place)
{
    GBytes *bytes = bb_findings_read_file(findings, shown, MOST_BYTES - findings->bytes, place);

    if (bytes != NULL)
        findings->bytes += g_bytes_get_size(bytes);
    return bytes;
}

static int depth_of(const xmlNode *node)
{
    int depth = 0;

    for (; node != NULL && node->type == XML_ELEMENT_NODE; node = node->parent)
        depth++;
    return depth;
}

/* Reads the file and puts its root in the place of the include; gives that root, or NULL. */
static xmlNode *splice_file(bb_findings *findings, xmlNode *include, const char *shown)
{
    bb_place place = bb_findings_place(include);
    g_autoptr(GBytes) bytes = read_bounded(findings, shown, place);
    int depth = 0;

    if (bytes == NULL)
        return NULL;
    bb_diag_file(findings->diag, shown);
    xmlDoc *doc = bb_findings_parse(findings, bytes, shown, &depth);
    if (doc == NULL)
        return NULL;
    /* Its name spaces and entities are still used from the tree. */
    g_ptr_array_add(findings->emptied, doc);
    if (depth_of(include->parent) + depth > MOST_DEPTH) {
        bb_diag_report(findings->diag, BB_M_INCLUDE_DEEP, place, shown);
        return NULL;
    }
    xmlNode *root = xmlDocGetRootElement(doc);
    xmlUnlinkNode(root);
    xmlReplaceNode(include, root);
    xmlFreeNode(include);
    return root;
}

static void splice_below(bb_findings *findings, xmlNode *parent, const chain *files);
static void splice_node(bb_findings *findings, xmlNode *node, const chain *files);

static void splice_include(bb_findings *findings, xmlNode *include, const chain *files)
{
    g_autofree char *href = bb_node_attribute(include, "href");

    if (!is_supported(findings, include))
        return;
    if (href == NULL) {
        bb_diag_report(findings->diag, BB_M_ATTRIBUTE_MISSING, bb_findings_place(include),
                       "xi:include", "href", "");
        return;
    }
    bb_file_found found = bb_findings_find_file(findings, files->shown, href);
    if (found.relative != NULL)
        bb_findings_add_file(findings, found.shown);
    if (found.verdict != BB_FILE_FOUND) {
        bb_findings_report_file(findings, include, href, &found, BB_M_INCLUDE_MISSING,
                                BB_M_INCLUDE_OUTSIDE);
        return;
    }
    g_autofree char *real = realpath(found.shown, NULL);
    if (real == NULL || is_loop(findings, include, found.shown, real, files))
        return;
    xmlNode *root = splice_file(findings, include, found.shown);
    const chain inner = {found.shown, real, files->level + 1, files};
    if (root != NULL)
        splice_node(findings, root, &inner);
}

static void splice_node(bb_findings *findings, xmlNode *node, const chain *files)
{
    if (node->type != XML_ELEMENT_NODE)
        return;
    if (bb_findings_is_include(node))
        splice_include(findings, node, files);
    else
        splice_below(findings, node, files);
}

static void splice_below(bb_findings *findings, xmlNode *parent, const chain *files)
{
    for (xmlNode *child = parent->children, *next; child != NULL; child = next) {
        next = child->next;
        splice_node(findings, child, files);
    }
}

void bb_findings_splice_includes(bb_findings *findings, const char *shown)
{
    g_autofree char *real = realpath(shown, NULL);
    const chain report = {shown, real != NULL ? real : shown, 0, NULL};

    splice_node(findings, xmlDocGetRootElement(findings->doc), &report);
}

void bb_findings_drop_includes(bb_findings *findings)
{
    xmlNode *root = xmlDocGetRootElement(findings->doc);

    for (xmlNode *node = root, *next; node != NULL; node = next) {
        bool failed = node != root && bb_findings_is_include(node);
        next = failed ? bb_node_after(root, node) : bb_node_next(root, node);
        if (failed) {
            xmlUnlinkNode(node);
            xmlFreeNode(node);
        }
    }
}
