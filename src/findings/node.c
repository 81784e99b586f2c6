/* node.c - small work on trees. */
#include "findings/node.h"

#include "base/error.h"
#include "base/file.h"
#include "base/text.h"
#include "findings/findings.h"

#include <libxml/parser.h>
#include <string.h>

xmlDoc *bb_node_read_file(const char *path, GError **error)
{
    g_autoptr(GBytes) bytes = bb_file_read(path, error);
    gsize size = 0;

    if (bytes == NULL)
        return NULL;
    const char *text = g_bytes_get_data(bytes, &size);
    xmlDoc *doc = xmlReadMemory(text, (int)size, path, NULL,
                                XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    if (doc != NULL && xmlDocGetRootElement(doc) != NULL)
        return doc;
    xmlFreeDoc(doc);
    g_set_error(error, BB_ERROR, BB_ERROR_INSTALL, "%s: is not well-formed XML", path);
    return NULL;
}

bool bb_node_is(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && node->ns != NULL &&
           strcmp((const char *)node->name, name) == 0 &&
           strcmp((const char *)node->ns->href, BB_FINDINGS_NS) == 0;
}

char *bb_node_attribute(const xmlNode *node, const char *name)
{
    xmlChar *value = xmlGetNoNsProp(node, BAD_CAST name);
    char *copy = g_strdup((const char *)value);

    xmlFree(value);
    return copy;
}

xmlNode *bb_node_child(const xmlNode *node, const char *name)
{
    xmlNode *child = node->children;

    while (child != NULL && !bb_node_is(child, name))
        child = child->next;
    return child;
}

static xmlNode *first_element(xmlNode *node)
{
    while (node != NULL && node->type != XML_ELEMENT_NODE)
        node = node->next;
    return node;
}

xmlNode *bb_node_after(const xmlNode *root, xmlNode *node)
{
    xmlNode *after = NULL;

    for (; after == NULL && node != root; node = node->parent)
        after = first_element(node->next);
    return after;
}

xmlNode *bb_node_next(const xmlNode *root, xmlNode *node)
{
    xmlNode *child = first_element(node->children);

    return child != NULL ? child : bb_node_after(root, node);
}

char *bb_node_words(const xmlNode *node)
{
    xmlChar *content = xmlNodeGetContent(node);
    char *words = bb_text_squeeze(content != NULL ? (const char *)content : "");

    xmlFree(content);
    return words;
}
