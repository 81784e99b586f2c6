/* inspect_file.c - the file itself: header, trailer, streams, sizes of values, encryption
 * (ISO 19005-2 6.1). */
#include "archive/inspect_private.h"

#include <math.h>
#include <string.h>

/* --- bytes --- */

static bool is_line_end(char c)
{
    return c == '\n' || c == '\r';
}

/* %PDF-1.n, the end of the line, and a comment of four bytes above 127. */
static bool header_is_good(const char *data, gsize size)
{
    enum { VERSION = 7, LEAST = 16 };
    gsize at = VERSION + 1;

    if (size < LEAST || memcmp(data, "%PDF-1.", VERSION) != 0 || data[VERSION] < '0' ||
        data[VERSION] > '7' || !is_line_end(data[at]))
        return false;
    at += data[at] == '\r' && data[at + 1] == '\n' ? 2 : 1;
    if (data[at++] != '%')
        return false;
    for (gsize i = 0; i < 4; i++) {
        if (((unsigned char)data[at + i]) <= 127)
            return false;
    }
    return true;
}

/* Nothing but one end of line behind the last %%EOF. */
static bool end_is_good(const char *data, gsize size)
{
    if (size > 0 && data[size - 1] == '\n')
        size--;
    if (size > 0 && data[size - 1] == '\r')
        size--;
    return size >= 5 && memcmp(data + size - 5, "%%EOF", 5) == 0;
}

/* The keyword endstream stands on a line of its own (6.1.7.1). */
static bool streams_end_well(const char *data, gsize size)
{
    static const char WORD[] = "endstream";
    const char *end = data + size, *found = data;

    while ((found = memmem(found, (size_t)(end - found), WORD, sizeof WORD - 1)) != NULL) {
        if (found == data || !is_line_end(found[-1]))
            return false;
        found += sizeof WORD - 1;
    }
    return true;
}

static void check_identity(bb_inspection *in)
{
    const bb_cos *id = bb_cos_get(in->trailer, "ID");
    bool good = bb_cos_length(id) == 2;

    for (int i = 0; i < 2 && good; i++) {
        const bb_cos *half = bb_cos_item(id, i);
        good = half != NULL && half->kind == BB_COS_STRING && half->count > 0;
    }
    if (!good)
        bb_inspect_report(in, BB_M_PDF_ID, "");
}

void bb_inspect_file(bb_inspection *in)
{
    const GPtrArray *complaints = bb_cos_file_complaints(in->file);
    gsize size;
    const char *data = g_bytes_get_data(in->bytes, &size);

    for (guint i = 0; i < complaints->len; i++)
        bb_inspect_report(in, BB_M_PDF_BROKEN, "", complaints->pdata[i]);
    if (!header_is_good(data, size))
        bb_inspect_report(in, BB_M_PDF_HEADER, "");
    if (!end_is_good(data, size))
        bb_inspect_report(in, BB_M_PDF_END, "");
    if (!streams_end_well(data, size))
        bb_inspect_report(in, BB_M_PDF_ENDSTREAM, "");
    if (bb_cos_file_is_encrypted(in->file) || bb_cos_get(in->trailer, "Encrypt") != NULL)
        bb_inspect_report(in, BB_M_PDF_ENCRYPTED, "");
    check_identity(in);
}

/* --- values --- */

typedef struct {
    bb_inspection *in;
    const bb_cos *object;
    bb_inspect_dictionary *visit;
} walker;

static void check_size(bb_inspection *in, const bb_cos *object, const bb_cos *value)
{
    enum { MOST_STRING = 32767, MOST_NAME = 127 };
    const double most_real = 3.403e38;
    const char *what = NULL;

    if (value->kind == BB_COS_STRING && value->count > MOST_STRING)
        what = "a string has more than 32,767 bytes";
    else if (value->kind == BB_COS_NAME && value->count > MOST_NAME)
        what = "a name has more than 127 bytes";
    else if (value->kind == BB_COS_INTEGER &&
             (value->integer > G_MAXINT32 || value->integer < G_MININT32))
        what = "an integer lies outside 32 bits";
    else if (value->kind == BB_COS_REAL && !(fabs(value->real) <= most_real))
        what = "a real number lies outside 3.403e38";
    if (what != NULL)
        bb_inspect_report(in, BB_M_PDF_LIMIT, bb_inspect_at_object(in, object), what);
}

static void check_filter(bb_inspection *in, const bb_cos *stream, const bb_cos *filter)
{
    const char *name = bb_cos_name(filter);

    if (name != NULL && (strcmp(name, "LZWDecode") == 0 || strcmp(name, "Crypt") == 0))
        bb_inspect_report(in, BB_M_PDF_FILTER, bb_inspect_at_object(in, stream), name);
}

static void check_stream(bb_inspection *in, const bb_cos *stream)
{
    const bb_cos *filter = bb_cos_get(stream, "Filter");

    if (bb_cos_get(stream, "F") != NULL || bb_cos_get(stream, "FFilter") != NULL ||
        bb_cos_get(stream, "FDecodeParms") != NULL)
        bb_inspect_report(in, BB_M_PDF_EXTERNAL, bb_inspect_at_object(in, stream));
    check_filter(in, stream, filter);
    for (int i = 0; i < bb_cos_length(filter); i++)
        check_filter(in, stream, bb_cos_item(filter, i));
}

/* Direct values only: those nest 128 deep at most, for the reader sees to it. */
static void walk_value(walker *w, const bb_cos *value, int depth)
{
    bool keyed = value->kind == BB_COS_DICTIONARY || value->kind == BB_COS_STREAM;

    if (w->visit == NULL)
        check_size(w->in, w->object, value);
    else if (keyed)
        w->visit(w->in, w->object, value);
    for (int i = 0; keyed && i < value->count; i++) {
        if (w->visit == NULL && strlen(value->entries[i].key) > 127)
            bb_inspect_report(w->in, BB_M_PDF_LIMIT, bb_inspect_at_object(w->in, w->object),
                              "a name has more than 127 bytes");
        if (value->entries[i].value->id == 0)
            walk_value(w, value->entries[i].value, depth + 1);
    }
    for (int i = 0; value->kind == BB_COS_ARRAY && i < value->count; i++) {
        if (value->items[i]->id == 0)
            walk_value(w, value->items[i], depth + 1);
    }
}

void bb_inspect_each_dictionary(bb_inspection *in, bb_inspect_dictionary *visit)
{
    const GPtrArray *objects = bb_cos_file_objects(in->file);
    walker w = {in, in->trailer, visit};

    walk_value(&w, in->trailer, 0);
    for (guint i = 0; i < objects->len; i++) {
        w.object = objects->pdata[i];
        walk_value(&w, w.object, 0);
    }
}

void bb_inspect_limits(bb_inspection *in)
{
    enum { MOST_OBJECTS = 8388607 };
    const GPtrArray *objects = bb_cos_file_objects(in->file);

    bb_inspect_each_dictionary(in, NULL);
    for (guint i = 0; i < objects->len; i++) {
        const bb_cos *object = objects->pdata[i];
        if (object->id > MOST_OBJECTS)
            bb_inspect_report(in, BB_M_PDF_LIMIT, bb_inspect_at_object(in, object),
                              "there are more than 8,388,607 objects");
        if (object->kind == BB_COS_STREAM)
            check_stream(in, object);
    }
}
