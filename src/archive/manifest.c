/* manifest.c - written by hand, and read as if by an enemy. */
#include "archive/manifest.h"

#include "archive/attachment.h"
#include "base/text.h"

#include <libxml/parser.h>
#include <string.h>

#define NAMESPACE "urn:bluebook:sources"
#define FORMAT "1" /* of the manifest itself */

static void file_free(void *item)
{
    bb_manifest_file *file = item;

    g_free(file->path);
    g_free(file->sha256);
    g_free(file);
}

bb_manifest *bb_manifest_new(const char *report, const char *formats, gint64 date)
{
    bb_manifest *manifest = g_new0(bb_manifest, 1);

    *manifest = (bb_manifest){g_strdup(BB_VERSION), g_strdup(report), g_strdup(formats), date,
                              g_ptr_array_new_with_free_func(file_free)};
    return manifest;
}

void bb_manifest_free(bb_manifest *manifest)
{
    if (manifest == NULL)
        return;
    g_ptr_array_unref(manifest->files);
    g_free(manifest->version);
    g_free(manifest->report);
    g_free(manifest->formats);
    g_free(manifest);
}

void bb_manifest_add(bb_manifest *manifest, const char *path, GBytes *bytes)
{
    bb_manifest_file *file = g_new0(bb_manifest_file, 1);

    *file =
        (bb_manifest_file){g_strdup(path), g_bytes_get_size(bytes), bb_attachment_sha256(bytes)};
    g_ptr_array_add(manifest->files, file);
}

/* --- paths --- */

static const char *step_fault(const char *step)
{
    enum { MOST_BYTES = 255 }; /* of a name, on any file system that we know */

    if (step[0] == '\0')
        return "has an empty step between two slashes";
    if (strcmp(step, ".") == 0 || strcmp(step, "..") == 0)
        return "has a \".\" or \"..\" in it";
    return strlen(step) > MOST_BYTES ? "has a name of more than 255 bytes" : NULL;
}

const char *bb_manifest_path_fault(const char *path)
{
    enum { MOST_BYTES = 1024, MOST_STEPS = 32 };
    const char *fault = NULL;

    if (path[0] == '\0')
        return "is empty";
    if (path[0] == '/')
        return "begins at the root";
    if (strlen(path) > MOST_BYTES)
        return "has more than 1,024 bytes";
    if (!g_utf8_validate(path, -1, NULL))
        return "is not UTF-8 text";
    if (strchr(path, '\\') != NULL)
        return "has a backslash in it";
    for (const char *p = path; *p != '\0'; p = g_utf8_next_char(p)) {
        if (g_unichar_iscntrl(g_utf8_get_char(p)))
            return "has a control character in it";
    }
    if (strcmp(path, BB_MANIFEST_NAME) == 0)
        return "is kept for the list of the sources";
    g_auto(GStrv) steps = g_strsplit(path, "/", -1);
    if (g_strv_length(steps) > MOST_STEPS)
        return "goes down more than 32 folders";
    for (char **step = steps; fault == NULL && *step != NULL; step++)
        fault = step_fault(*step);
    return fault;
}

char *bb_manifest_quote(const char *path)
{
    enum { MOST_BYTES = 600, MOST_CHARACTERS = 120 };
    g_autofree char *valid = g_utf8_make_valid(path, (gssize)strnlen(path, MOST_BYTES));
    g_autoptr(GString) shown = g_string_new(NULL);

    for (const char *p = valid; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        g_string_append_unichar(shown, g_unichar_isprint(c) ? c : '?');
    }
    return bb_text_clip(shown->str, MOST_CHARACTERS);
}

/* --- writing --- */

static void add_attribute(GString *out, const char *name, const char *value)
{
    g_autofree char *escaped = g_markup_escape_text(value, -1);

    g_string_append_printf(out, " %s=\"%s\"", name, escaped);
}

GBytes *bb_manifest_write(const bb_manifest *manifest)
{
    GString *out = g_string_new("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                "<sources xmlns=\"" NAMESPACE "\" version=\"" FORMAT "\"");
    g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc(manifest->date);
    g_autofree char *date = g_date_time_format(time, "%Y-%m-%dT%H:%M:%SZ");

    add_attribute(out, "bluebook", manifest->version);
    add_attribute(out, "report", manifest->report);
    add_attribute(out, "formats", manifest->formats);
    add_attribute(out, "date", date);
    g_string_append(out, ">\n");
    for (guint i = 0; i < manifest->files->len; i++) {
        const bb_manifest_file *file = manifest->files->pdata[i];
        g_string_append(out, "  <file");
        add_attribute(out, "path", file->path);
        g_string_append_printf(out, " size=\"%" G_GUINT64_FORMAT "\" sha256=\"%s\"/>\n", file->size,
                               file->sha256);
    }
    g_string_append(out, "</sources>\n");
    return g_string_free_to_bytes(out);
}

/* --- reading --- */

typedef struct {
    bb_manifest *manifest;
    bb_diag *diag;
    bb_place place;
    GHashTable *paths; /* of files */
    guint64 bytes;
    bool good;
} reader;

/* One fault is enough: whoever made the list is not the one who reads this. The arguments are as
 * many as the message has places. */
static void refuse(reader *r, bb_message_id id, const char *first, const char *second)
{
    if (r->good)
        bb_diag_report(r->diag, id, r->place, first, second);
    r->good = false;
}

static void report(reader *r, const char *what)
{
    refuse(r, BB_M_SOURCE_MANIFEST, BB_MANIFEST_NAME, what);
}

static char *attribute(const xmlNode *node, const char *name)
{
    xmlChar *value = xmlGetNoNsProp(node, (const xmlChar *)name);
    char *copy = g_strdup(value != NULL ? (const char *)value : "");

    xmlFree(value);
    return copy;
}

static bool is_element(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0 &&
           node->ns != NULL && strcmp((const char *)node->ns->href, NAMESPACE) == 0;
}

static bool is_checksum(const char *text)
{
    enum { DIGITS = 64 };

    return strlen(text) == DIGITS && strspn(text, "0123456789abcdef") == DIGITS;
}

static void check_path(reader *r, const char *path)
{
    const char *fault = bb_manifest_path_fault(path);
    g_autofree char *quoted = bb_manifest_quote(path);

    if (fault == NULL && g_hash_table_contains(r->paths, path))
        fault = "is there twice";
    if (fault != NULL)
        refuse(r, BB_M_SOURCE_PATH, quoted, fault);
}

static void read_file(reader *r, const xmlNode *node)
{
    bb_manifest_file *file = g_new0(bb_manifest_file, 1);
    g_autofree char *size = attribute(node, "size");

    file->path = attribute(node, "path");
    file->sha256 = attribute(node, "sha256");
    g_ptr_array_add(r->manifest->files, file);
    check_path(r, file->path);
    g_hash_table_add(r->paths, file->path);
    if (!g_ascii_string_to_unsigned(size, 10, 0, G_MAXINT64, &file->size, NULL))
        report(r, "a size is no number");
    if (!is_checksum(file->sha256))
        report(r, "a checksum is none");
    r->bytes += MIN(file->size, BB_MANIFEST_MOST_BYTES + 1U);
}

static void read_files(reader *r, const xmlNode *root)
{
    for (const xmlNode *n = root->children; r->good && n != NULL; n = n->next) {
        if (!is_element(n, "file"))
            continue;
        if (r->manifest->files->len == BB_MANIFEST_MOST_FILES)
            refuse(r, BB_M_SOURCE_MANY, "1,000", NULL);
        else
            read_file(r, n);
    }
    if (r->bytes > BB_MANIFEST_MOST_BYTES)
        refuse(r, BB_M_SOURCE_LARGE, "256 MiB", NULL);
}

/* "a" can't be a file where "a/b" is one. */
static void check_folders(reader *r)
{
    for (guint i = 0; i < r->manifest->files->len; i++) {
        const bb_manifest_file *file = r->manifest->files->pdata[i];
        g_autofree char *folder = g_strdup(file->path);
        for (char *slash; (slash = strrchr(folder, '/')) != NULL;) {
            *slash = '\0';
            if (!g_hash_table_contains(r->paths, folder))
                continue;
            g_autofree char *quoted = bb_manifest_quote(folder);
            refuse(r, BB_M_SOURCE_PATH, quoted, "is a file and a folder at once");
        }
    }
}

static void read_root(reader *r, const xmlNode *root)
{
    g_autofree char *version = attribute(root, "version");
    g_autofree char *text = attribute(root, "date");

    if (strcmp(version, FORMAT) != 0) {
        report(r, "it is of a format that this version doesn't know");
        return;
    }
    g_autoptr(GDateTime) date = g_date_time_new_from_iso8601(text, NULL);
    r->manifest->version = attribute(root, "bluebook");
    r->manifest->report = attribute(root, "report");
    r->manifest->formats = attribute(root, "formats");
    if (date == NULL)
        report(r, "its date is none");
    else
        r->manifest->date = g_date_time_to_unix(date);
    read_files(r, root);
    check_folders(r);
    if (!g_hash_table_contains(r->paths, r->manifest->report))
        report(r, "it doesn't list the report");
}

/* A document type has no business here: no entity is ever expanded. */
static xmlDoc *parse(GBytes *bytes)
{
    enum { MOST_BYTES = 4 * 1024 * 1024 };
    const int quiet = XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
    gsize size;
    const char *text = g_bytes_get_data(bytes, &size);

    if (size == 0 || size > MOST_BYTES || !g_utf8_validate(text, (gssize)size, NULL))
        return NULL;
    xmlDoc *doc =
        xmlReadMemory(text, (int)size, BB_MANIFEST_NAME, "UTF-8", XML_PARSE_NONET | quiet);
    if (doc != NULL && doc->intSubset != NULL)
        g_clear_pointer(&doc, xmlFreeDoc);
    return doc;
}

bb_manifest *bb_manifest_read(GBytes *bytes, bb_diag *diag, bb_place place)
{
    g_autoptr(bb_manifest) manifest = g_new0(bb_manifest, 1);
    g_autoptr(GHashTable) paths = g_hash_table_new(g_str_hash, g_str_equal);
    reader r = {manifest, diag, place, paths, 0, true};
    xmlDoc *doc = parse(bytes);

    manifest->files = g_ptr_array_new_with_free_func(file_free);
    if (doc == NULL)
        report(&r, "it is not plain XML");
    else if (!is_element(xmlDocGetRootElement(doc), "sources"))
        report(&r, "its first element is not <sources>");
    else
        read_root(&r, xmlDocGetRootElement(doc));
    xmlFreeDoc(doc);
    return r.good ? g_steal_pointer(&manifest) : NULL;
}
