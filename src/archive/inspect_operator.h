/* inspect_operator.h - the operators of content streams: their operands and where they may stand
 * (ISO 32000-1 annex A, figure 9). */
#ifndef BB_ARCHIVE_INSPECT_OPERATOR_H
#define BB_ARCHIVE_INSPECT_OPERATOR_H

#include "archive/content_read.h"

/* Where in a content stream one is; an operator names all places that allow it. */
enum {
    BB_AT_PAGE = 1,
    BB_AT_PATH = 2,
    BB_AT_TEXT = 4,
    BB_AT_ANY = BB_AT_PAGE | BB_AT_PATH | BB_AT_TEXT,
};

/* What the inspection does at an operator. */
typedef enum {
    BB_DO_NOTHING,
    BB_DO_SAVE,
    BB_DO_RESTORE,
    BB_DO_STATE,      /* gs */
    BB_DO_INTENT,     /* ri */
    BB_DO_BEGIN_PATH, /* m, re */
    BB_DO_END_PATH,   /* n */
    BB_DO_PAINT_PATH,
    BB_DO_BEGIN_TEXT,
    BB_DO_END_TEXT,
    BB_DO_FONT,
    BB_DO_MODE, /* Tr */
    BB_DO_SHOW,
    BB_DO_GRAY,
    BB_DO_RGB,
    BB_DO_CMYK,
    BB_DO_SPACE,   /* cs, CS */
    BB_DO_PATTERN, /* scn, SCN */
    BB_DO_SHADING,
    BB_DO_OBJECT, /* Do */
    BB_DO_INLINE, /* BI */
    BB_DO_MARK,   /* BMC, BDC */
    BB_DO_END_MARK,
} bb_operator_action;

typedef struct bb_operator {
    const char *name;
    /* One letter an operand: n number, s string, N name, A array, P name or dictionary; * any. */
    const char *operands;
    int places;
    bb_operator_action action;
} bb_operator;

/* NULL when the standard has no such operator. */
const bb_operator *bb_operator_find(const char *name);

bool bb_operator_fits(const bb_operator *row, const bb_content *content);

#endif
