/* fo_property.h - names of objects, properties and keywords, from the tables fo_*.def. */
#ifndef BB_FO_PROPERTY_H
#define BB_FO_PROPERTY_H

#include <stdbool.h>
#include <stddef.h>

typedef enum {
#define BB_OBJECT(id, name, content) BB_FO_##id,
#include "fo/fo_objects.def"
#undef BB_OBJECT
    BB_FO_OBJECT_COUNT,
    BB_FO_TEXT = BB_FO_OBJECT_COUNT, /* a run of characters in the tree */
} bb_fo_object;

typedef enum {
    BB_FO_CONTENT_BLOCKS,
    BB_FO_CONTENT_INLINES,
    BB_FO_CONTENT_MIXED,
    BB_FO_CONTENT_NOTHING
} bb_fo_content;

/* Inherited properties come first: BB_FO_P_FONT_SIZE … BB_FO_INHERITED_COUNT - 1. */
typedef enum {
#define BB_INHERITED(id, name, type, percent, initial, keywords) BB_FO_P_##id,
#define BB_OWN(id, name, type, percent, initial, keywords)
#include "fo/fo_properties.def"
#undef BB_INHERITED
#undef BB_OWN
    BB_FO_INHERITED_COUNT,
    BB_FO_BEFORE_OWN_ = BB_FO_INHERITED_COUNT - 1, /* so that the first own row has that value */
#define BB_INHERITED(id, name, type, percent, initial, keywords)
#define BB_OWN(id, name, type, percent, initial, keywords) BB_FO_P_##id,
#include "fo/fo_properties.def"
#undef BB_INHERITED
#undef BB_OWN
    BB_FO_PROPERTY_COUNT
} bb_fo_property;

typedef enum {
#define BB_KEYWORD(id, text) BB_FO_K_##id,
#include "fo/fo_keywords.def"
#undef BB_KEYWORD
    BB_FO_KEYWORD_COUNT
} bb_fo_keyword;

typedef enum {
    BB_FO_TYPE_KEYWORD,
    BB_FO_TYPE_LENGTH,
    BB_FO_TYPE_SIZE,        /* a length that is not negative */
    BB_FO_TYPE_LINE_HEIGHT, /* a length, or a number that multiplies the font size */
    BB_FO_TYPE_INTEGER,
    BB_FO_TYPE_KEEP, /* auto, an integer strength, or always */
    BB_FO_TYPE_COLOR,
    BB_FO_TYPE_STRING,
} bb_fo_type;

typedef enum {
    BB_FO_PERCENT_NEVER,
    BB_FO_PERCENT_FONT,
    BB_FO_PERCENT_PARENT_FONT,
    BB_FO_PERCENT_LATER,
} bb_fo_percent;

typedef struct bb_fo_property_row {
    const char *name;
    bb_fo_type type;
    bb_fo_percent percent;
    const char *initial, *keywords;
} bb_fo_property_row;

typedef struct bb_fo_object_row {
    const char *name;
    bb_fo_content content;
} bb_fo_object_row;

extern const bb_fo_property_row bb_fo_property_rows[BB_FO_PROPERTY_COUNT];
extern const bb_fo_object_row bb_fo_object_rows[BB_FO_OBJECT_COUNT];

/* Whether nothing heeds the object or property yet (fo_ignored.def). */
bool bb_fo_object_is_ignored(bb_fo_object object);
bool bb_fo_property_is_ignored(bb_fo_property property);

/* The property or object of this name, or the COUNT when there is none. */
bb_fo_property bb_fo_property_find(const char *name);
bb_fo_object bb_fo_object_find(const char *name);

/* The keyword spelled so (length characters), or BB_FO_KEYWORD_COUNT. */
bb_fo_keyword bb_fo_keyword_find(const char *text, size_t length);
const char *bb_fo_keyword_name(bb_fo_keyword keyword);

static inline bool bb_fo_property_is_inherited(bb_fo_property property)
{
    return property < BB_FO_INHERITED_COUNT;
}

#endif
