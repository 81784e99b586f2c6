/* cos.h - a PDF file read whole into plain values: what the inspection looks at.
 *
 * References are resolved while reading, so a value may contain itself through others: whoever
 * walks them keeps a bound or a list of what was visited. Every value belongs to the file, never
 * changes, and an indirect object is one value however often it is referred to, so that pointers
 * can be compared. Keys and names stand without their slash.
 *
 * Bounds against hostile files: direct values nested 128 deep, 4 million values, a stream of
 * 256 MiB once decoded, 2 GiB decoded in all. What lies beyond is read as null and noted among the
 * complaints. */
#ifndef BB_ARCHIVE_COS_H
#define BB_ARCHIVE_COS_H

#include <glib.h>
#include <stdbool.h>

typedef enum {
    BB_COS_NULL,
    BB_COS_BOOLEAN,
    BB_COS_INTEGER,
    BB_COS_REAL,
    BB_COS_NAME,
    BB_COS_STRING,
    BB_COS_ARRAY,
    BB_COS_DICTIONARY,
    BB_COS_STREAM,
} bb_cos_kind;

typedef struct bb_cos bb_cos;

typedef struct bb_cos_entry {
    const char *key;
    const bb_cos *value;
} bb_cos_entry;

struct bb_cos {
    bb_cos_kind kind;
    int id;    /* the object's number; 0: a direct value */
    int count; /* items, entries, or bytes of a string or name */
    union {
        bool boolean;
        gint64 integer;
        double real;
        const char *bytes; /* a NUL follows the last one */
        const bb_cos *const *items;
        const bb_cos_entry *entries; /* sorted by key; of a stream too */
    };
};

typedef struct bb_cos_file bb_cos_file;

/* NULL with error set when the bytes can't be read as PDF, or not without a password. */
bb_cos_file *bb_cos_file_new(GBytes *pdf, const char *name, GError **error);
void bb_cos_file_free(bb_cos_file *file); /* accepts NULL */

const bb_cos *bb_cos_file_trailer(const bb_cos_file *file);
bool bb_cos_file_is_encrypted(const bb_cos_file *file);

/* Every indirect object that the trailer leads to (const bb_cos *). */
const GPtrArray *bb_cos_file_objects(const bb_cos_file *file);

/* What was found broken and mended or left out (char *), in the order of finding. */
const GPtrArray *bb_cos_file_complaints(const bb_cos_file *file);

/* A stream's data, decoded, for g_bytes_unref; NULL when it can't be decoded within the bounds. */
GBytes *bb_cos_stream_data(bb_cos_file *file, const bb_cos *stream);

/* These take any value and NULL. A key or item that is missing or null gives NULL. */
const bb_cos *bb_cos_get(const bb_cos *dictionary, const char *key);
const bb_cos *bb_cos_item(const bb_cos *array, int index);
int bb_cos_length(const bb_cos *array);                /* 0 when it is no array */
bool bb_cos_is_dictionary(const bb_cos *value);        /* a stream is not one */
bool bb_cos_is(const bb_cos *value, const char *name); /* the name */
const char *bb_cos_name(const bb_cos *value);          /* NULL when it is no name */
bool bb_cos_integer(const bb_cos *value, gint64 *integer);
bool bb_cos_number(const bb_cos *value, double *number);
bool bb_cos_is_true(const bb_cos *value);

/* A text string in UTF-8, of its first 64 KiB, for g_free; NULL when the value is no string, or no
 * text. */
char *bb_cos_text(const bb_cos *value);

/* Whether it is a text string with more than white space. */
bool bb_cos_says_something(const bb_cos *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(bb_cos_file, bb_cos_file_free)

#endif
