/* node.h - small work on libxml2's trees that several files of this room need.
 *
 * Attributes are those without a prefix. Whatever is given is a string for g_free. */
#ifndef BB_FINDINGS_NODE_H
#define BB_FINDINGS_NODE_H

#include <glib.h>
#include <libxml/tree.h>
#include <stdbool.h>

/* The tree of a file of Bluebook's own (a schema, a profile), for xmlFreeDoc; NULL with error set
 * when it can't be read or has no root. The writer's files are read by bb_findings_parse. */
xmlDoc *bb_node_read_file(const char *path, GError **error);

/* Whether the node is an element of the findings vocabulary with this name. */
bool bb_node_is(const xmlNode *node, const char *name);

/* The value of an attribute, or NULL. */
char *bb_node_attribute(const xmlNode *node, const char *name);

/* The words of a node and all below it, white space squeezed; never NULL. */
char *bb_node_words(const xmlNode *node);

/* The first child that is this element of the vocabulary, or NULL. */
xmlNode *bb_node_child(const xmlNode *node, const char *name);

/* The next element in document order below root, or NULL; begin with node == root. */
xmlNode *bb_node_next(const xmlNode *root, xmlNode *node);
/* The same, but not into the node's own content. */
xmlNode *bb_node_after(const xmlNode *root, xmlNode *node);

#endif
