/* press_image.c - finds the pictures of a report, wherever their chapters lie. */
#include "press/press_private.h"

#include "base/file.h"

#include <string.h>

/* "chapters/../images/map.png" as "images/map.png"; NULL when it leads out of the folder. */
static char *tidy(const char *path)
{
    g_auto(GStrv) parts = g_strsplit(path, "/", -1);
    g_autoptr(GPtrArray) kept = g_ptr_array_new();

    for (char **part = parts; *part != NULL; part++) {
        if (**part == '\0' || strcmp(*part, ".") == 0)
            continue;
        if (strcmp(*part, "..") != 0)
            g_ptr_array_add(kept, *part);
        else if (kept->len > 0)
            g_ptr_array_set_size(kept, (int)kept->len - 1);
        else
            return NULL;
    }
    g_ptr_array_add(kept, NULL);
    return g_strjoinv("/", (char **)kept->pdata);
}

/* The picture's path from the report's folder; NULL when it lies elsewhere. The place names the
 * file as it was opened, so both paths begin alike. */
static char *path_in_folder(const xmlNode *image, const char *src, const char *folder,
                            bb_diag *diag)
{
    g_autofree char *plain = g_uri_unescape_string(src, "/");
    bb_place place = bb_press_resolved_place(diag, image);

    if (plain == NULL || plain[0] == '/' || strstr(src, "://") != NULL)
        return NULL;
    g_autofree char *base = place.file != NULL ? g_path_get_dirname(place.file) : g_strdup(folder);
    size_t length = strlen(folder);
    const char *below = "";
    if (strncmp(base, folder, length) == 0 && base[length] == '/')
        below = base + length + 1;
    else if (strcmp(folder, ".") == 0 && !g_path_is_absolute(base))
        below = base; /* in the folder at hand, files are called without it */
    g_autofree char *joined = g_build_filename(below, plain, NULL);
    g_autofree char *path = tidy(joined);
    g_autofree char *whole = path == NULL ? NULL : g_build_filename(folder, path, NULL);
    bool good = whole != NULL && g_file_test(whole, G_FILE_TEST_IS_REGULAR) &&
                bb_file_is_inside(whole, folder);
    return good ? g_steal_pointer(&path) : NULL;
}

static void find_image(xmlNode *image, const char *folder, GPtrArray *found, bb_diag *diag)
{
    xmlChar *src = xmlGetNoNsProp(image, (const xmlChar *)"src");
    const char *text = src != NULL ? (const char *)src : "";
    g_autofree char *path = path_in_folder(image, text, folder, diag);

    if (path == NULL) {
        bb_diag_report(diag, BB_M_IMAGE_MISSING, bb_press_resolved_place(diag, image), text, "");
    } else {
        g_autofree char *address = g_uri_escape_string(path, "/", TRUE);
        xmlSetProp(image, (const xmlChar *)"src", (const xmlChar *)address);
        if (!g_ptr_array_find_with_equal_func(found, path, g_str_equal, NULL))
            g_ptr_array_add(found, g_steal_pointer(&path));
    }
    xmlFree(src);
}

/* The element after node in the order of the document, within root. */
static xmlNode *next_node(xmlNode *node, const xmlNode *root)
{
    if (node->children != NULL && node->type == XML_ELEMENT_NODE)
        return node->children;
    while (node != root && node->next == NULL)
        node = node->parent;
    return node == root ? NULL : node->next;
}

GPtrArray *bb_press_find_images(xmlDoc *resolved, const char *report_folder, bb_diag *diag)
{
    GPtrArray *found = g_ptr_array_new_with_free_func(g_free);
    xmlNode *root = xmlDocGetRootElement(resolved);

    for (xmlNode *n = root; n != NULL; n = next_node(n, root)) {
        if (n->type == XML_ELEMENT_NODE && strcmp((const char *)n->name, "img") == 0)
            find_image(n, report_folder, found, diag);
    }
    return found;
}
