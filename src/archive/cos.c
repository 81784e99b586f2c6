/* cos.c - values and their accessors. */
#include "archive/cos.h"

#include <stdlib.h>
#include <string.h>

static int compare_key(const void *key, const void *entry)
{
    return strcmp(key, ((const bb_cos_entry *)entry)->key);
}

const bb_cos *bb_cos_get(const bb_cos *dictionary, const char *key)
{
    if (dictionary == NULL ||
        (dictionary->kind != BB_COS_DICTIONARY && dictionary->kind != BB_COS_STREAM) ||
        dictionary->count == 0)
        return NULL;
    const bb_cos_entry *entry = bsearch(key, dictionary->entries, (size_t)dictionary->count,
                                        sizeof *dictionary->entries, compare_key);
    return entry != NULL && entry->value->kind != BB_COS_NULL ? entry->value : NULL;
}

const bb_cos *bb_cos_item(const bb_cos *array, int index)
{
    if (index < 0 || index >= bb_cos_length(array))
        return NULL;
    return array->items[index]->kind != BB_COS_NULL ? array->items[index] : NULL;
}

int bb_cos_length(const bb_cos *array)
{
    return array != NULL && array->kind == BB_COS_ARRAY ? array->count : 0;
}

bool bb_cos_is_dictionary(const bb_cos *value)
{
    return value != NULL && value->kind == BB_COS_DICTIONARY;
}

const char *bb_cos_name(const bb_cos *value)
{
    return value != NULL && value->kind == BB_COS_NAME ? value->bytes : NULL;
}

bool bb_cos_is(const bb_cos *value, const char *name)
{
    return g_strcmp0(bb_cos_name(value), name) == 0;
}

bool bb_cos_integer(const bb_cos *value, gint64 *integer)
{
    if (value == NULL || value->kind != BB_COS_INTEGER)
        return false;
    *integer = value->integer;
    return true;
}

bool bb_cos_number(const bb_cos *value, double *number)
{
    if (value == NULL || (value->kind != BB_COS_INTEGER && value->kind != BB_COS_REAL))
        return false;
    *number = value->kind == BB_COS_INTEGER ? (double)value->integer : value->real;
    return true;
}

bool bb_cos_is_true(const bb_cos *value)
{
    return value != NULL && value->kind == BB_COS_BOOLEAN && value->boolean;
}

/* --- text strings (ISO 32000-1 7.9.2.2) --- */

/* PDFDocEncoding where it is not Latin-1 (ISO 32000-1 annex D.3); 0: no character. */
static gunichar from_pdf_doc(unsigned char byte)
{
    static const guint16 ACCENTS[] = {0x02D8, 0x02C7, 0x02C6, 0x02D9,
                                      0x02DD, 0x02DB, 0x02DA, 0x02DC}; /* from 0x18 */
    static const guint16 MARKS[] = {
        0x2022, 0x2020, 0x2021, 0x2026, 0x2014, 0x2013, 0x0192, 0x2044, 0x2039, 0x203A, 0x2212,
        0x2030, 0x201E, 0x201C, 0x201D, 0x2018, 0x2019, 0x201A, 0x2122, 0xFB01, 0xFB02, 0x0141,
        0x0152, 0x0160, 0x0178, 0x017D, 0x0131, 0x0142, 0x0153, 0x0161, 0x017E, 0,      0x20AC,
    }; /* from 0x80 */

    if (byte >= 0x18 && byte < 0x20)
        return ACCENTS[byte - 0x18];
    if (byte >= 0x80 && byte <= 0xA0)
        return MARKS[byte - 0x80];
    return byte == 0x7F || byte == 0xAD ? 0 : byte;
}

static char *pdf_doc_text(const bb_cos *value, int count)
{
    GString *text = g_string_sized_new((gsize)count + 1);

    for (int i = 0; i < count; i++) {
        gunichar c = from_pdf_doc((unsigned char)value->bytes[i]);
        if (c != 0)
            g_string_append_unichar(text, c);
    }
    return g_string_free(text, FALSE);
}

char *bb_cos_text(const bb_cos *value)
{
    enum { MOST_BYTES = 65536 }; /* even; a string of PDF/A has half as many at most */

    if (value == NULL || value->kind != BB_COS_STRING)
        return NULL;
    int count = MIN(value->count, MOST_BYTES);
    if (count >= 2 && memcmp(value->bytes, "\xFE\xFF", 2) == 0)
        return g_convert(value->bytes + 2, count - 2, "UTF-8", "UTF-16BE", NULL, NULL, NULL);
    if (count >= 3 && memcmp(value->bytes, "\xEF\xBB\xBF", 3) == 0)
        return g_utf8_validate(value->bytes + 3, count - 3, NULL)
                   ? g_strndup(value->bytes + 3, (gsize)count - 3)
                   : NULL;
    return pdf_doc_text(value, count);
}

bool bb_cos_says_something(const bb_cos *value)
{
    g_autofree char *text = bb_cos_text(value);

    for (const char *p = text; p != NULL && *p != '\0'; p = g_utf8_next_char(p)) {
        if (!g_unichar_isspace(g_utf8_get_char(p)))
            return true;
    }
    return false;
}
