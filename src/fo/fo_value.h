/* fo_value.h - a computed property value, and the expressions that give one (XSL 1.1 §5.9).
 *
 * Lengths are millipoints. What a percentage stands for may be known to layout alone: then the
 * value keeps it as a fraction beside the fixed part ("100% - 24pt" is length -24000, percent 1.0),
 * and bb_fo_length() closes it. Strings are lent by the tree. */
#ifndef BB_FO_VALUE_H
#define BB_FO_VALUE_H

#include "base/length.h"
#include "fo/fo_property.h"

#include <stdbool.h>
#include <stdint.h>

typedef enum {
    BB_FO_KEYWORD_VALUE,
    BB_FO_LENGTH_VALUE,
    BB_FO_NUMBER_VALUE,
    BB_FO_COLOR_VALUE,
    BB_FO_STRING_VALUE,
} bb_fo_value_kind;

typedef struct bb_fo_value {
    uint8_t kind;     /* bb_fo_value_kind */
    uint16_t keyword; /* bb_fo_keyword, when it is one */
    float percent;    /* LENGTH: added fraction of what 100 % is */
    float proportion; /* LENGTH: added proportional-column-width() units */
    union {
        bb_length length;
        double number;
        uint32_t color; /* 0xRRGGBBAA */
        const char *string;
    };
} bb_fo_value;

/* What an expression may ask about its surroundings. A function that returns false has no answer.
 */
typedef struct bb_fo_scope {
    void *data;
    double font_size, parent_font_size; /* in millipoints */
    double parent_weight;               /* font-weight of the parent, for bolder and lighter */
    bool (*from_parent)(void *data, bb_fo_property property, bb_fo_value *value);
    bool (*from_nearest)(void *data, bb_fo_property property, bb_fo_value *value);
    bool (*from_list_item)(void *data, bb_fo_property property, bb_fo_value *value);
    const char *(*keep_string)(void *data, const char *text, size_t length);
} bb_fo_scope;

/* Computes text as a value of property. False when it is none; value is untouched then. */
bool bb_fo_value_parse(const bb_fo_scope *scope, bb_fo_property property, const char *text,
                       bb_fo_value *value);

bool bb_fo_value_equal(const bb_fo_value *a, const bb_fo_value *b);

/* Closes a length whose 100 % is now known; keywords give 0. */
static inline bb_length bb_fo_length(const bb_fo_value *value, bb_length hundred_percent)
{
    if (value->kind != BB_FO_LENGTH_VALUE)
        return 0;
    return value->length + (bb_length)llround((double)value->percent * (double)hundred_percent);
}

static inline bool bb_fo_is(const bb_fo_value *value, bb_fo_keyword keyword)
{
    return value->kind == BB_FO_KEYWORD_VALUE && value->keyword == keyword;
}

#endif
