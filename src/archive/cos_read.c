/* cos_read.c - reads a PDF through qpdf into values.
 *
 * Indirect objects are read from a list of what is still to do, so only direct values recurse.
 * qpdf mends what it can and warns; its warnings become complaints. */
#include "archive/cos.h"
#include "base/arena.h"
#include "base/error.h"

#include <gio/gio.h>
#include <qpdf/qpdf-c.h>
#include <stdlib.h>
#include <string.h>

enum {
    MOST_DEPTH = 128,
    MOST_VALUES = 4000000,
    MOST_COMPLAINTS = 20,
    MOST_DECODED = 256 * 1024 * 1024,
    MOST_FOREIGN = 1024 * 1024, /* encoded size of what qpdf decodes, which has no bound itself */
};

struct bb_cos_file {
    GBytes *pdf;
    qpdf_data qpdf;
    bb_arena *arena;
    GStringChunk *names;
    GHashTable *by_id;  /* int to bb_cos *, lent by the arena */
    GPtrArray *objects; /* bb_cos *; those from done on are still to be read */
    GPtrArray *complaints;
    const bb_cos *trailer;
    int values;
    guint64 decoded; /* bytes so far, raw and decoded */
    bool encrypted;
};

static const bb_cos NOTHING = {.kind = BB_COS_NULL};

static void complain(bb_cos_file *file, const char *text)
{
    if (file->complaints->len < MOST_COMPLAINTS)
        g_ptr_array_add(file->complaints, g_strdup(text));
}

static void gather_warnings(bb_cos_file *file)
{
    while (qpdf_more_warnings(file->qpdf))
        complain(file, qpdf_get_error_message_detail(file->qpdf, qpdf_next_warning(file->qpdf)));
    if (qpdf_has_error(file->qpdf))
        complain(file, qpdf_get_error_message_detail(file->qpdf, qpdf_get_error(file->qpdf)));
}

/* --- values --- */

static void read_value(bb_cos_file *file, qpdf_oh handle, bb_cos *value, int depth);

/* The value of a reference: read already, or put down to be read. */
static const bb_cos *refer(bb_cos_file *file, int id)
{
    bb_cos *value = g_hash_table_lookup(file->by_id, GINT_TO_POINTER(id));

    if (value == NULL) {
        value = bb_arena_new0(file->arena, bb_cos);
        value->id = id;
        g_hash_table_insert(file->by_id, GINT_TO_POINTER(id), value);
        g_ptr_array_add(file->objects, value);
    }
    return value;
}

/* Takes the handle. */
static const bb_cos *read_child(bb_cos_file *file, qpdf_oh handle, int depth)
{
    const bb_cos *child = &NOTHING;

    if (qpdf_oh_is_indirect(file->qpdf, handle)) {
        child = refer(file, qpdf_oh_get_object_id(file->qpdf, handle));
    } else if (depth >= MOST_DEPTH || file->values >= MOST_VALUES) {
        complain(file, depth >= MOST_DEPTH ? "values are nested more than 128 deep"
                                           : "there are more than 4,000,000 values");
    } else {
        bb_cos *value = bb_arena_new0(file->arena, bb_cos);
        read_value(file, handle, value, depth + 1);
        child = value;
    }
    qpdf_oh_release(file->qpdf, handle);
    return child;
}

static void read_array(bb_cos_file *file, qpdf_oh handle, bb_cos *value, int depth)
{
    int count = qpdf_oh_get_array_n_items(file->qpdf, handle);
    const bb_cos **items = bb_arena_array(file->arena, const bb_cos *, count + 1);

    for (int i = 0; i < count; i++)
        items[i] = read_child(file, qpdf_oh_get_array_item(file->qpdf, handle, i), depth);
    value->items = items;
    value->count = count;
}

static int compare_entries(const void *a, const void *b)
{
    return strcmp(((const bb_cos_entry *)a)->key, ((const bb_cos_entry *)b)->key);
}

/* qpdf walks over one dictionary at a time, so the keys come first. */
static void read_entries(bb_cos_file *file, qpdf_oh handle, bb_cos *value, int depth)
{
    g_autoptr(GPtrArray) keys = g_ptr_array_new();

    qpdf_oh_begin_dict_key_iter(file->qpdf, handle);
    while (qpdf_oh_dict_more_keys(file->qpdf))
        g_ptr_array_add(
            keys, g_string_chunk_insert_const(file->names, qpdf_oh_dict_next_key(file->qpdf)));
    bb_cos_entry *entries = bb_arena_array(file->arena, bb_cos_entry, keys->len + 1);
    for (guint i = 0; i < keys->len; i++) {
        const char *key = keys->pdata[i];
        qpdf_oh child = qpdf_oh_get_key(file->qpdf, handle, key);
        entries[i] = (bb_cos_entry){key + 1, read_child(file, child, depth)};
    }
    qsort(entries, keys->len, sizeof *entries, compare_entries);
    value->entries = entries;
    value->count = (int)keys->len;
}

static void read_stream(bb_cos_file *file, qpdf_oh handle, bb_cos *value, int depth)
{
    qpdf_oh dictionary = qpdf_oh_get_dict(file->qpdf, handle);

    read_entries(file, dictionary, value, depth);
    qpdf_oh_release(file->qpdf, dictionary);
}

static void read_bytes(bb_cos_file *file, bb_cos *value, const char *bytes, size_t length)
{
    value->bytes = bb_arena_strndup(file->arena, bytes, 0);
    if (length > 0) {
        char *copy = bb_arena_alloc(file->arena, length + 1);
        memcpy(copy, bytes, length);
        value->bytes = copy;
    }
    value->count = (int)length;
}

static void read_value(bb_cos_file *file, qpdf_oh handle, bb_cos *value, int depth)
{
    static const struct {
        enum qpdf_object_type_e code;
        bb_cos_kind kind;
    } KINDS[] = {
        {ot_boolean, BB_COS_BOOLEAN},
        {ot_integer, BB_COS_INTEGER},
        {ot_real, BB_COS_REAL},
        {ot_name, BB_COS_NAME},
        {ot_string, BB_COS_STRING},
        {ot_array, BB_COS_ARRAY},
        {ot_dictionary, BB_COS_DICTIONARY},
        {ot_stream, BB_COS_STREAM},
    };
    enum qpdf_object_type_e code = qpdf_oh_get_type_code(file->qpdf, handle);
    qpdf_data q = file->qpdf;
    size_t length = 0;
    const char *bytes;

    file->values++;
    for (size_t i = 0; i < G_N_ELEMENTS(KINDS); i++) {
        if (KINDS[i].code == code)
            value->kind = KINDS[i].kind;
    }
    switch (value->kind) {
    case BB_COS_BOOLEAN:
        value->boolean = qpdf_oh_get_bool_value(q, handle) != QPDF_FALSE;
        break;
    case BB_COS_INTEGER:
        value->integer = qpdf_oh_get_int_value(q, handle);
        break;
    case BB_COS_REAL:
        value->real = g_ascii_strtod(qpdf_oh_get_real_value(q, handle), NULL);
        break;
    case BB_COS_NAME:
        bytes = qpdf_oh_get_name(q, handle);
        read_bytes(file, value, bytes + 1, strlen(bytes) - 1);
        break;
    case BB_COS_STRING:
        bytes = qpdf_oh_get_binary_string_value(q, handle, &length);
        read_bytes(file, value, bytes, length);
        break;
    case BB_COS_ARRAY:
        read_array(file, handle, value, depth);
        break;
    case BB_COS_DICTIONARY:
        read_entries(file, handle, value, depth);
        break;
    case BB_COS_STREAM:
        read_stream(file, handle, value, depth);
        break;
    case BB_COS_NULL:
        break;
    }
}

static void read_objects(bb_cos_file *file)
{
    qpdf_oh trailer = qpdf_get_trailer(file->qpdf);
    bb_cos *value = bb_arena_new0(file->arena, bb_cos);

    read_value(file, trailer, value, 0);
    file->trailer = value;
    for (guint i = 0; i < file->objects->len && file->values < MOST_VALUES; i++) {
        bb_cos *object = file->objects->pdata[i];
        qpdf_oh handle = qpdf_get_object_by_id(file->qpdf, object->id, 0);
        read_value(file, handle, object, 0);
        qpdf_oh_release_all(file->qpdf);
    }
    if (file->values >= MOST_VALUES)
        complain(file, "there are more than 4,000,000 values");
    gather_warnings(file);
}

/* --- the file --- */

static bool open_file(bb_cos_file *file, const char *name, GError **error)
{
    gsize size;
    const char *data = g_bytes_get_data(file->pdf, &size);

    file->qpdf = qpdf_init();
    qpdf_set_suppress_warnings(file->qpdf, QPDF_TRUE);
    qpdf_silence_errors(file->qpdf);
    if (size > 0)
        qpdf_read_memory(file->qpdf, name, data, size, NULL);
    if (size > 0 && !qpdf_has_error(file->qpdf))
        return true;
    const char *reason = size > 0
                             ? qpdf_get_error_message_detail(file->qpdf, qpdf_get_error(file->qpdf))
                             : "it is empty";
    g_set_error(error, BB_ERROR, BB_ERROR_INPUT, "%s can't be read as PDF: %s", name, reason);
    return false;
}

bb_cos_file *bb_cos_file_new(GBytes *pdf, const char *name, GError **error)
{
    bb_cos_file *file = g_new0(bb_cos_file, 1);

    file->pdf = g_bytes_ref(pdf);
    file->arena = bb_arena_new();
    file->names = g_string_chunk_new(4096);
    file->by_id = g_hash_table_new(NULL, NULL);
    file->objects = g_ptr_array_new();
    file->complaints = g_ptr_array_new_with_free_func(g_free);
    if (!open_file(file, name, error)) {
        bb_cos_file_free(file);
        return NULL;
    }
    file->encrypted = qpdf_is_encrypted(file->qpdf) != QPDF_FALSE;
    read_objects(file);
    return file;
}

void bb_cos_file_free(bb_cos_file *file)
{
    if (file == NULL)
        return;
    if (file->qpdf != NULL)
        qpdf_cleanup(&file->qpdf);
    g_ptr_array_unref(file->complaints);
    g_ptr_array_unref(file->objects);
    g_hash_table_unref(file->by_id);
    g_string_chunk_free(file->names);
    bb_arena_free(file->arena);
    g_bytes_unref(file->pdf);
    g_free(file);
}

const bb_cos *bb_cos_file_trailer(const bb_cos_file *file)
{
    return file->trailer;
}

bool bb_cos_file_is_encrypted(const bb_cos_file *file)
{
    return file->encrypted;
}

const GPtrArray *bb_cos_file_objects(const bb_cos_file *file)
{
    return file->objects;
}

const GPtrArray *bb_cos_file_complaints(const bb_cos_file *file)
{
    return file->complaints;
}

/* --- stream data --- */

/* Whether the only filter is Flate without a predictor: what can be decoded within a bound. */
static bool is_plain_flate(const bb_cos *stream)
{
    const bb_cos *filter = bb_cos_get(stream, "Filter");

    if (bb_cos_length(filter) == 1)
        filter = bb_cos_item(filter, 0);
    return bb_cos_is(filter, "FlateDecode") && bb_cos_get(stream, "DecodeParms") == NULL;
}

/* At most one filter that makes data grow without end. */
static bool is_tame(const bb_cos *stream)
{
    const bb_cos *filters = bb_cos_get(stream, "Filter");
    int growing = 0;

    for (int i = 0; i < bb_cos_length(filters); i++)
        growing += bb_cos_is(bb_cos_item(filters, i), "FlateDecode") ||
                   bb_cos_is(bb_cos_item(filters, i), "LZWDecode");
    return growing <= 1;
}

static GBytes *inflate(const unsigned char *data, size_t size)
{
    g_autoptr(GZlibDecompressor) inflater = g_zlib_decompressor_new(G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
    g_autoptr(GByteArray) out = g_byte_array_new();
    char buffer[16384];
    size_t at = 0;

    for (;;) {
        gsize read = 0, written = 0;
        GConverterResult result =
            g_converter_convert(G_CONVERTER(inflater), data + at, size - at, buffer, sizeof buffer,
                                G_CONVERTER_INPUT_AT_END, &read, &written, NULL);
        if (result == G_CONVERTER_ERROR || out->len + written > MOST_DECODED)
            return NULL;
        g_byte_array_append(out, (const guint8 *)buffer, (guint)written);
        at += read;
        if (result == G_CONVERTER_FINISHED)
            return g_byte_array_free_to_bytes(g_steal_pointer(&out));
    }
}

static GBytes *take_data(bb_cos_file *file, qpdf_oh handle, enum qpdf_stream_decode_level_e level)
{
    unsigned char *data = NULL;
    size_t size = 0;
    QPDF_BOOL filtered = QPDF_TRUE;
    QPDF_ERROR_CODE code =
        qpdf_oh_get_stream_data(file->qpdf, handle, level, &filtered, &data, &size);
    bool bad = (code & QPDF_ERRORS) != 0 || qpdf_more_warnings(file->qpdf);

    while (qpdf_more_warnings(file->qpdf))
        qpdf_next_warning(file->qpdf);
    if (qpdf_has_error(file->qpdf))
        qpdf_get_error(file->qpdf);
    if (bad || data == NULL || (level != qpdf_dl_none && !filtered)) {
        free(data);
        return bad || data != NULL ? NULL : g_bytes_new_static("", 0);
    }
    return g_bytes_new_with_free_func(data, size, free, data);
}

GBytes *bb_cos_stream_data(bb_cos_file *file, const bb_cos *stream)
{
    const guint64 most = (guint64)8 * MOST_DECODED;

    if (stream == NULL || stream->kind != BB_COS_STREAM || file->decoded > most)
        return NULL;
    qpdf_oh handle = qpdf_get_object_by_id(file->qpdf, stream->id, 0);
    GBytes *raw = take_data(file, handle, qpdf_dl_none);
    GBytes *decoded = raw;

    file->decoded += raw != NULL ? g_bytes_get_size(raw) : 0;
    /* qpdf writes no bytes for an empty stream, whatever the filter, and reads it so. */
    if (raw != NULL && g_bytes_get_size(raw) > 0 && bb_cos_get(stream, "Filter") != NULL) {
        gsize size;
        const unsigned char *data = g_bytes_get_data(raw, &size);
        if (is_plain_flate(stream))
            decoded = inflate(data, size);
        else if (size <= MOST_FOREIGN && is_tame(stream))
            decoded = take_data(file, handle, qpdf_dl_all);
        else
            decoded = NULL;
        g_bytes_unref(raw);
    }
    file->decoded += decoded != NULL ? g_bytes_get_size(decoded) : 0;
    qpdf_oh_release(file->qpdf, handle);
    return decoded;
}
