/* findings_fixed.c - the appendices that every report of a programme has, such as what it says of
 * the inspectorate's role: templates/programmes/<name>/back.<language>.xml, a <back> of its own.
 *
 * They become part of the tree, so that they are numbered, listed and checked like the writer's. */
#include "findings/findings_private.h"

#include "base/file.h"
#include "base/text.h"

#include <string.h>

/* The file in the report's language, else in English, else NULL. */
static char *find_file(const bb_findings *findings)
{
    const xmlNode *root = xmlDocGetRootElement(findings->doc);
    g_autofree char *typed = bb_node_attribute(root, "lang");
    g_autofree char *folder = g_path_get_dirname(findings->profile->path);
    const char *const languages[] = {typed, "en"};

    for (size_t i = 0; i < G_N_ELEMENTS(languages); i++) {
        if (bb_text_is_blank(languages[i]) || strchr(languages[i], '/') != NULL)
            continue;
        g_autofree char *name = g_strdup_printf("back.%s.xml", languages[i]);
        g_autofree char *path = g_build_filename(folder, name, NULL);
        if (g_file_test(path, G_FILE_TEST_EXISTS))
            return g_steal_pointer(&path);
    }
    return NULL;
}

/* The report's <back>, made when it has none. */
static xmlNode *back_of(const bb_findings *findings)
{
    xmlNode *root = xmlDocGetRootElement(findings->doc);
    xmlNode *back = bb_node_child(root, "back");

    return back != NULL ? back : xmlNewChild(root, root->ns, BAD_CAST "back", NULL);
}

static void move_children(xmlNode *from, xmlNode *to)
{
    for (xmlNode *node = from->children, *next; node != NULL; node = next) {
        next = node->next;
        if (node->type != XML_ELEMENT_NODE)
            continue;
        xmlUnlinkNode(node);
        xmlAddChild(to, node);
    }
}

bool bb_findings_add_fixed(bb_findings *findings, GError **error)
{
    const xmlNode *root = xmlDocGetRootElement(findings->doc);
    g_autofree char *path = findings->profile != NULL ? find_file(findings) : NULL;

    if (path == NULL || root->ns == NULL || !bb_node_is(root, "report"))
        return true;
    g_autoptr(GBytes) bytes = bb_file_read(path, error);
    if (bytes == NULL)
        return false;
    /* Its places are shown as those of an installation, wherever that is. */
    g_autofree char *base = g_path_get_basename(path);
    g_autofree char *name = g_strdup_printf("programmes/%s/%s", findings->profile->name, base);
    bb_diag_file(findings->diag, name);
    int depth = 0;
    xmlDoc *doc = bb_findings_parse(findings, bytes, name, &depth);
    if (doc == NULL)
        return true;
    g_ptr_array_add(findings->emptied, doc);
    move_children(xmlDocGetRootElement(doc), back_of(findings));
    return true;
}
