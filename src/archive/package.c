/* package.c - from the catalog's associated files, through the manifest, to what may be used. */
#include "archive/package.h"

#include "archive/attachment.h"
#include "archive/cos.h"
#include "base/text.h"

#include <string.h>

typedef struct {
    bb_cos_file *file;
    bb_diag *diag;
    bb_place place;
    GHashTable *streams; /* char to const bb_cos: what the PDF carries, by its path */
    bool good;
} opener;

/* The first fault is said, and no other. The arguments are as many as the message has places. */
static void report(opener *o, bb_message_id id, const char *first, const char *second)
{
    if (o->good)
        bb_diag_report(o->diag, id, o->place, first, second);
    o->good = false;
}

/* --- what is there --- */

/* A NUL would end the name for us, and not for whoever looked at it before. */
static bool has_nul(const bb_cos *name)
{
    bool wide = name->count >= 2 && memcmp(name->bytes, "\xFE\xFF", 2) == 0;
    int step = wide ? 2 : 1;

    for (int i = 0; i + step <= name->count; i += step) {
        if (name->bytes[i] == '\0' && name->bytes[i + step - 1] == '\0')
            return true;
    }
    return false;
}

static void gather_file(opener *o, const bb_cos *specification)
{
    const bb_cos *name = bb_cos_get(specification, "UF");
    const bb_cos *stream = bb_cos_get(bb_cos_get(specification, "EF"), "F");

    if (name == NULL)
        name = bb_cos_get(specification, "F");
    g_autofree char *path = bb_cos_text(name);
    if (path == NULL || stream == NULL)
        return;
    g_autofree char *quoted = bb_manifest_quote(path);
    if (has_nul(name))
        report(o, BB_M_SOURCE_PATH, quoted, "has a NUL character in it");
    else if (g_hash_table_contains(o->streams, path))
        report(o, BB_M_SOURCE_PATH, quoted, "is there twice");
    else
        g_hash_table_insert(o->streams, g_steal_pointer(&path), (void *)stream);
}

static void gather_files(opener *o)
{
    const bb_cos *catalog = bb_cos_get(bb_cos_file_trailer(o->file), "Root");
    const bb_cos *associated = bb_cos_get(catalog, "AF");

    if (bb_cos_length(associated) > BB_MANIFEST_MOST_FILES + 1) {
        report(o, BB_M_SOURCE_MANY, "1,000", NULL);
        return;
    }
    for (int i = 0; o->good && i < bb_cos_length(associated); i++)
        gather_file(o, bb_cos_item(associated, i));
}

/* What is attached and not a source was put there by somebody else. */
static void report_loose(opener *o, const bb_manifest *manifest)
{
    g_autoptr(GHashTable) listed = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GPtrArray) loose = g_ptr_array_new();
    GHashTableIter walk;
    void *path;

    g_hash_table_add(listed, (void *)BB_MANIFEST_NAME);
    for (guint i = 0; i < manifest->files->len; i++)
        g_hash_table_add(listed, ((const bb_manifest_file *)manifest->files->pdata[i])->path);
    g_hash_table_iter_init(&walk, o->streams);
    while (g_hash_table_iter_next(&walk, &path, NULL)) {
        if (!g_hash_table_contains(listed, path))
            g_ptr_array_add(loose, path);
    }
    g_ptr_array_sort(loose, bb_text_compare);
    for (guint i = 0; i < loose->len; i++) {
        g_autofree char *quoted = bb_manifest_quote(loose->pdata[i]);
        bb_diag_report(o->diag, BB_M_SOURCE_LOOSE, o->place, quoted);
    }
}

/* --- what may be used --- */

static const char *content_fault(GBytes *bytes, const bb_manifest_file *file)
{
    if (bytes == NULL)
        return "it can't be decoded";
    if (g_bytes_get_size(bytes) != file->size)
        return "its size is another one";
    g_autofree char *sum = bb_attachment_sha256(bytes);
    return strcmp(sum, file->sha256) == 0 ? NULL : "its checksum is another one";
}

static void take_file(opener *o, const bb_manifest_file *file, GPtrArray *files)
{
    const bb_cos *stream = g_hash_table_lookup(o->streams, file->path);
    g_autofree char *quoted = bb_manifest_quote(file->path);

    if (stream == NULL) {
        report(o, BB_M_SOURCE_MISSING, quoted, NULL);
        return;
    }
    g_autoptr(GBytes) bytes = bb_cos_stream_data(o->file, stream);
    const char *fault = content_fault(bytes, file);
    if (fault != NULL)
        report(o, BB_M_SOURCE_DAMAGED, quoted, fault);
    else
        g_ptr_array_add(files, bb_attachment_new(file->path, bytes, NULL));
}

static bb_manifest *take_manifest(opener *o)
{
    const bb_cos *stream = g_hash_table_lookup(o->streams, BB_MANIFEST_NAME);
    const GPtrArray *complaints = bb_cos_file_complaints(o->file);

    if (stream == NULL && complaints->len > 0)
        report(o, BB_M_SOURCE_PDF, complaints->pdata[0], NULL);
    else if (stream == NULL)
        report(o, BB_M_SOURCE_NONE, NULL, NULL);
    if (stream == NULL)
        return NULL;
    g_autoptr(GBytes) bytes = bb_cos_stream_data(o->file, stream);
    if (bytes == NULL) {
        report(o, BB_M_SOURCE_MANIFEST, BB_MANIFEST_NAME, "it can't be decoded");
        return NULL;
    }
    return bb_manifest_read(bytes, o->diag, o->place);
}

static bb_package *open_package(opener *o)
{
    gather_files(o);
    if (!o->good)
        return NULL;
    g_autoptr(bb_package) package = g_new0(bb_package, 1);
    package->files = bb_attachments_new();
    package->manifest = take_manifest(o);
    if (package->manifest == NULL)
        return NULL;
    for (guint i = 0; o->good && i < package->manifest->files->len; i++)
        take_file(o, package->manifest->files->pdata[i], package->files);
    if (!o->good)
        return NULL;
    report_loose(o, package->manifest);
    return g_steal_pointer(&package);
}

bb_package *bb_package_read(GBytes *pdf, const char *name, bb_diag *diag)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(bb_cos_file) file = bb_cos_file_new(pdf, "it", &error);
    g_autoptr(GHashTable) streams = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    opener o = {file, diag, {.file = bb_diag_file(diag, name)}, streams, true};

    if (file == NULL) {
        bb_diag_report(diag, BB_M_SOURCE_PDF, o.place, error->message);
        return NULL;
    }
    return open_package(&o);
}

void bb_package_free(bb_package *package)
{
    if (package == NULL)
        return;
    bb_manifest_free(package->manifest);
    g_ptr_array_unref(package->files);
    g_free(package);
}
