/* press_attach.c - the files that a report was made from, to be attached to its PDF. */
#include "press/press_private.h"

#include "archive/attachment.h"
#include "archive/manifest.h"
#include "base/file.h"

#include <string.h>

/* The word of templates/l10n that describes a file. */
static const struct {
    const char *mime, *word;
} WORDS[] = {
    {"text/csv", "source-data"},
    {"image/", "source-picture"},
    {"", "source-part"},
};

typedef struct {
    const GPtrArray *files;
    const xmlDoc *words;
    bb_diag *diag;
    char *folder; /* as the files' names begin: "", "reports/devon/" */
    bb_manifest *manifest;
    GPtrArray *attachments;
    gsize bytes;
} gathering;

static char *find_word(const xmlDoc *words, const char *name)
{
    const xmlNode *root = words != NULL ? xmlDocGetRootElement(words) : NULL;
    char *found = NULL;

    for (xmlNode *w = root != NULL ? root->children : NULL; w != NULL && found == NULL;
         w = w->next) {
        xmlChar *of =
            w->type == XML_ELEMENT_NODE ? xmlGetNoNsProp(w, (const xmlChar *)"name") : NULL;
        if (of != NULL && strcmp((const char *)of, name) == 0) {
            xmlChar *text = xmlNodeGetContent(w);
            found = g_strdup((const char *)text);
            xmlFree(text);
        }
        xmlFree(of);
    }
    return found != NULL ? found : g_strdup(name);
}

static const char *word_of(const bb_attachment *attachment)
{
    size_t i = 0;

    if (attachment->relation == BB_RELATION_SOURCE)
        return "source-report";
    while (!g_str_has_prefix(attachment->mime, WORDS[i].mime))
        i++;
    return WORDS[i].word;
}

/* Whether the file may be attached; what keeps it from that has been said. It was inside the folder
 * when the report was read; but links may be bent. The report itself is named by the writer. */
static bool is_allowed(const gathering *g, const char *file, const char *path)
{
    bb_place place = {.file = bb_diag_file(g->diag, file)};
    const char *fault = bb_manifest_path_fault(path);
    const char *folder = g->folder[0] != '\0' ? g->folder : ".";

    if (fault != NULL) {
        bb_diag_report(g->diag, BB_M_EMBED_PATH, place, fault);
        return false;
    }
    if (strcmp(file, g->files->pdata[0]) != 0 && !bb_file_is_inside(file, folder)) {
        bb_diag_report(g->diag, BB_M_EMBED_OUTSIDE, place);
        return false;
    }
    return true;
}

static bool attach_file(gathering *g, const char *file, GError **error)
{
    const char *path = file + strlen(g->folder);

    /* A report that lacks one of its own files has faults; another edition may lack some of its. */
    if (!g_file_test(file, G_FILE_TEST_EXISTS) || !is_allowed(g, file, path))
        return true;
    g_autoptr(GBytes) bytes = bb_file_read(file, error);
    if (bytes == NULL)
        return false;
    bb_attachment *attachment = bb_attachment_new(path, bytes, NULL);
    if (strcmp(file, g->files->pdata[0]) == 0)
        attachment->relation = BB_RELATION_SOURCE;
    attachment->description = find_word(g->words, word_of(attachment));
    g_ptr_array_add(g->attachments, attachment);
    bb_manifest_add(g->manifest, path, bytes);
    g->bytes += g_bytes_get_size(bytes);
    if (attachment->relation == BB_RELATION_DATA)
        bb_diag_report(g->diag, BB_M_EMBED_DATA, ((bb_place){.file = bb_diag_file(g->diag, file)}));
    return true;
}

static void attach_manifest(gathering *g)
{
    g_autoptr(GBytes) bytes = bb_manifest_write(g->manifest);
    g_autofree char *word = find_word(g->words, "source-list");

    g_ptr_array_add(g->attachments, bb_attachment_new(BB_MANIFEST_NAME, bytes, word));
}

static bool is_within_bounds(const gathering *g, bb_place place)
{
    if (g->files->len > BB_MANIFEST_MOST_FILES) {
        g_autofree char *count = g_strdup_printf("%u", g->files->len);
        bb_diag_report(g->diag, BB_M_EMBED_MANY, place, count, "1,000");
        return false;
    }
    if (g->bytes > BB_MANIFEST_MOST_BYTES) {
        bb_diag_report(g->diag, BB_M_EMBED_LARGE, place, "256 MiB");
        return false;
    }
    return true;
}

/* All files, as long as they are within bounds. */
static bool attach_files(gathering *g, GError **error)
{
    bb_place place = {.file = bb_diag_file(g->diag, g->files->pdata[0])};

    for (guint i = 0; is_within_bounds(g, place) && i < g->files->len; i++) {
        if (!attach_file(g, g->files->pdata[i], error))
            return false;
    }
    attach_manifest(g);
    return true;
}

bool bb_press_attach(bb_press *press, const xmlDoc *resolved, const bb_press_sources *sources,
                     GPtrArray **attachments, bb_diag *diag, GError **error)
{
    const char *report = sources->files->pdata[0];
    g_autofree char *name = g_path_get_basename(report);
    g_autofree char *folder = g_strndup(report, strlen(report) - strlen(name));
    g_autofree char *formats = bb_press_name_formats(sources->formats);
    bb_press_companions with;

    if (bb_diag_has_faults(diag))
        return true;
    if (!bb_press_find_companions(press, resolved, BB_NOWHERE, &with, diag, error))
        return false;
    g_autoptr(bb_manifest) manifest = bb_manifest_new(name, formats, sources->date);
    g_autoptr(GPtrArray) gathered = bb_attachments_new();
    gathering g = {sources->files, with.documents[1].document, diag, folder, manifest, gathered, 0};
    if (!attach_files(&g, error))
        return false;
    if (!bb_diag_has_faults(diag))
        *attachments = g_steal_pointer(&gathered);
    return true;
}
