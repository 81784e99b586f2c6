/* press_words.c - a programme's profile, its own templates, and its words: those of all programmes,
 * with its own over them. Profiles and words are read once. */
#include "press/press_private.h"

#include "base/error.h"
#include "base/file.h"

#include <libxml/parser.h>
#include <string.h>

/* Programmes and languages name folders and files: nothing but letters, digits, "-" and "_". */
static bool is_plain_name(const char *name)
{
    for (const char *p = name; *p != '\0'; p++) {
        if (!g_ascii_isalnum(*p) && *p != '-' && *p != '_')
            return false;
    }
    return name[0] != '\0';
}

static xmlDoc *read_document(const char *path, GError **error)
{
    g_autoptr(GBytes) bytes = bb_file_read(path, error);
    gsize size = 0;

    if (bytes == NULL)
        return NULL;
    const char *text = g_bytes_get_data(bytes, &size);
    const int quiet = XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
    xmlDoc *document = xmlReadMemory(text, (int)size, path, NULL, XML_PARSE_NONET | quiet);
    if (document == NULL)
        g_set_error(error, BB_ERROR, BB_ERROR_INSTALL, "%s: is not well-formed XML", path);
    return document;
}

static xmlChar *name_of(const xmlNode *word)
{
    return xmlGetNoNsProp(word, (const xmlChar *)"name");
}

static xmlNode *find_word(const xmlDoc *words, const xmlChar *name)
{
    for (xmlNode *w = xmlDocGetRootElement(words)->children; w != NULL; w = w->next) {
        if (w->type != XML_ELEMENT_NODE)
            continue;
        xmlChar *other = name_of(w);
        bool same = xmlStrEqual(name, other);
        xmlFree(other);
        if (same)
            return w;
    }
    return NULL;
}

/* Puts the words of own before those of words. */
static void lay_over(xmlDoc *words, const xmlDoc *own)
{
    for (xmlNode *w = xmlDocGetRootElement(own)->children; w != NULL; w = w->next) {
        if (w->type != XML_ELEMENT_NODE)
            continue;
        xmlChar *name = name_of(w);
        xmlNode *old = find_word(words, name);
        if (old != NULL) {
            xmlUnlinkNode(old);
            xmlFreeNode(old);
        }
        xmlAddChild(xmlDocGetRootElement(words), xmlDocCopyNode(w, words, 1));
        xmlFree(name);
    }
}

static xmlDoc *read_words(const bb_press *press, const char *programme, const char *language,
                          GError **error)
{
    g_autofree char *file = g_strconcat(language, ".xml", NULL);
    g_autofree char *all = g_build_filename(press->data_folder, "templates/l10n", file, NULL);
    g_autofree char *own =
        g_build_filename(press->data_folder, "templates/programmes", programme, "l10n", file, NULL);
    xmlDoc *words = read_document(all, error);

    if (words == NULL || !g_file_test(own, G_FILE_TEST_EXISTS))
        return words;
    xmlDoc *over = read_document(own, error);
    if (over == NULL) {
        xmlFreeDoc(words);
        return NULL;
    }
    lay_over(words, over);
    xmlFreeDoc(over);
    return words;
}

const xmlDoc *bb_press_find_profile(bb_press *press, const char *programme, GError **error)
{
    g_autofree char *path = g_build_filename(press->data_folder, "templates/programmes", programme,
                                             "profile.xml", NULL);

    if (!is_plain_name(programme) || !g_file_test(path, G_FILE_TEST_EXISTS)) {
        g_set_error(error, BB_ERROR, BB_ERROR_INSTALL, "there is no programme \"%s\"", programme);
        return NULL;
    }
    g_mutex_lock(&press->lock);
    xmlDoc *profile = g_hash_table_lookup(press->documents, path);
    if (profile == NULL) {
        profile = read_document(path, error);
        if (profile != NULL)
            g_hash_table_insert(press->documents, g_strdup(path), profile);
    }
    g_mutex_unlock(&press->lock);
    return profile;
}

const xmlDoc *bb_press_find_words(bb_press *press, const char *programme, const char *language,
                                  GError **error)
{
    g_autofree char *key = g_strdup_printf("%s %s", programme, language);
    g_autofree char *path =
        g_strdup_printf("%s/templates/l10n/%s.xml", press->data_folder, language);

    if (!is_plain_name(language) || !g_file_test(path, G_FILE_TEST_EXISTS))
        return NULL;
    g_mutex_lock(&press->lock);
    xmlDoc *words = g_hash_table_lookup(press->documents, key);
    if (words == NULL) {
        words = read_words(press, programme, language, error);
        if (words != NULL)
            g_hash_table_insert(press->documents, g_strdup(key), words);
    }
    g_mutex_unlock(&press->lock);
    return words;
}

char *bb_press_find_sheet(const bb_press *press, const xmlDoc *document, const char *stage)
{
    g_autofree char *programme = bb_press_root_attribute(document, "programme");
    g_autofree char *own = g_strdup_printf("programmes/%s/%s.xsl", programme, stage);
    g_autofree char *path = g_build_filename(press->data_folder, "templates", own, NULL);

    if (is_plain_name(programme) && g_file_test(path, G_FILE_TEST_EXISTS))
        return g_steal_pointer(&own);
    return g_strconcat(stage, "/report.xsl", NULL);
}

char *bb_press_root_attribute(const xmlDoc *document, const char *name)
{
    const xmlNode *root = xmlDocGetRootElement(document);
    xmlChar *value = root == NULL ? NULL : xmlGetNoNsProp(root, (const xmlChar *)name);
    char *copy = g_strdup(value != NULL ? (const char *)value : "");

    xmlFree(value);
    return copy;
}
