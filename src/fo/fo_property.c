/* fo_property.c - the tables as arrays, and finding a row by its name. */
#include "fo/fo_property.h"

#include <glib.h>
#include <string.h>

const bb_fo_property_row bb_fo_property_rows[BB_FO_PROPERTY_COUNT] = {
#define BB_INHERITED(id, name, type, percent, initial, keywords)                                   \
    [BB_FO_P_##id] = {name, BB_FO_TYPE_##type, BB_FO_PERCENT_##percent, initial, keywords},
#define BB_OWN BB_INHERITED
#include "fo/fo_properties.def"
#undef BB_INHERITED
#undef BB_OWN
};

const bb_fo_object_row bb_fo_object_rows[BB_FO_OBJECT_COUNT] = {
#define BB_OBJECT(id, name, content) [BB_FO_##id] = {name, BB_FO_CONTENT_##content},
#include "fo/fo_objects.def"
#undef BB_OBJECT
};

static const char *const KEYWORDS[BB_FO_KEYWORD_COUNT] = {
#define BB_KEYWORD(id, text) [BB_FO_K_##id] = (text),
#include "fo/fo_keywords.def"
#undef BB_KEYWORD
};

/* Names to rows plus one, so that NULL means none. */
static GHashTable *build_names(const char *(*name_of)(int), int count)
{
    GHashTable *names = g_hash_table_new(g_str_hash, g_str_equal);

    for (int i = 0; i < count; i++)
        g_hash_table_insert(names, (char *)name_of(i), GINT_TO_POINTER(i + 1));
    return names;
}

static int find_name(GHashTable *names, const char *name, int none)
{
    int found = GPOINTER_TO_INT(g_hash_table_lookup(names, name));

    return found > 0 ? found - 1 : none;
}

static const char *property_name(int i)
{
    return bb_fo_property_rows[i].name;
}

static const char *object_name(int i)
{
    return bb_fo_object_rows[i].name;
}

bb_fo_property bb_fo_property_find(const char *name)
{
    static GHashTable *names;

    if (g_once_init_enter(&names))
        g_once_init_leave(&names, build_names(property_name, BB_FO_PROPERTY_COUNT));
    return (bb_fo_property)find_name(names, name, BB_FO_PROPERTY_COUNT);
}

bb_fo_object bb_fo_object_find(const char *name)
{
    static GHashTable *names;

    if (g_once_init_enter(&names))
        g_once_init_leave(&names, build_names(object_name, BB_FO_OBJECT_COUNT));
    return (bb_fo_object)find_name(names, name, BB_FO_OBJECT_COUNT);
}

bb_fo_keyword bb_fo_keyword_find(const char *text, size_t length)
{
    int low = 0, high = BB_FO_KEYWORD_COUNT - 1;

    while (low <= high) {
        int middle = (low + high) / 2;
        int order = strncmp(KEYWORDS[middle], text, length);
        if (order == 0 && KEYWORDS[middle][length] != '\0')
            order = 1; /* the table's word goes on */
        if (order == 0)
            return (bb_fo_keyword)middle;
        if (order < 0)
            low = middle + 1;
        else
            high = middle - 1;
    }
    return BB_FO_KEYWORD_COUNT;
}

const char *bb_fo_keyword_name(bb_fo_keyword keyword)
{
    return keyword < BB_FO_KEYWORD_COUNT ? KEYWORDS[keyword] : "";
}

bool bb_fo_object_is_ignored(bb_fo_object object)
{
    static const bool IGNORED[BB_FO_OBJECT_COUNT] = {
#define BB_IGNORED_OBJECT(id) [BB_FO_##id] = true,
#define BB_IGNORED_PROPERTY(id)
#include "fo/fo_ignored.def"
#undef BB_IGNORED_OBJECT
#undef BB_IGNORED_PROPERTY
    };

    return IGNORED[object];
}

bool bb_fo_property_is_ignored(bb_fo_property property)
{
    static const bool IGNORED[BB_FO_PROPERTY_COUNT] = {
#define BB_IGNORED_OBJECT(id)
#define BB_IGNORED_PROPERTY(id) [BB_FO_P_##id] = true,
#include "fo/fo_ignored.def"
#undef BB_IGNORED_OBJECT
#undef BB_IGNORED_PROPERTY
    };

    return IGNORED[property];
}
