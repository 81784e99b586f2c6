/* inspect_operator.c - the table of operators, sorted by their bytes. */
#include "archive/inspect_operator.h"

#include <stdlib.h>
#include <string.h>

enum { PAGE = BB_AT_PAGE, PATH = BB_AT_PATH, TEXT = BB_AT_TEXT, BOTH = BB_AT_PAGE | BB_AT_TEXT };

static const bb_operator OPERATORS[] = {
    {"\"", "nns", TEXT, BB_DO_SHOW},
    {"'", "s", TEXT, BB_DO_SHOW},
    {"B", "", PATH, BB_DO_PAINT_PATH},
    {"B*", "", PATH, BB_DO_PAINT_PATH},
    {"BDC", "NP", BOTH, BB_DO_MARK},
    {"BI", "*", PAGE, BB_DO_INLINE},
    {"BMC", "N", BOTH, BB_DO_MARK},
    {"BT", "", PAGE, BB_DO_BEGIN_TEXT},
    {"BX", "", BB_AT_ANY, BB_DO_NOTHING},
    {"CS", "N", BOTH, BB_DO_SPACE},
    {"DP", "NP", BOTH, BB_DO_NOTHING},
    {"Do", "N", PAGE, BB_DO_OBJECT},
    {"EMC", "", BOTH, BB_DO_END_MARK},
    {"ET", "", TEXT, BB_DO_END_TEXT},
    {"EX", "", BB_AT_ANY, BB_DO_NOTHING},
    {"F", "", PATH, BB_DO_PAINT_PATH},
    {"G", "n", BOTH, BB_DO_GRAY},
    {"J", "n", BOTH, BB_DO_NOTHING},
    {"K", "nnnn", BOTH, BB_DO_CMYK},
    {"M", "n", BOTH, BB_DO_NOTHING},
    {"MP", "N", BOTH, BB_DO_NOTHING},
    {"Q", "", PAGE, BB_DO_RESTORE},
    {"RG", "nnn", BOTH, BB_DO_RGB},
    {"S", "", PATH, BB_DO_PAINT_PATH},
    {"SC", "*", BOTH, BB_DO_NOTHING},
    {"SCN", "*", BOTH, BB_DO_PATTERN},
    {"T*", "", TEXT, BB_DO_NOTHING},
    {"TD", "nn", TEXT, BB_DO_NOTHING},
    {"TJ", "A", TEXT, BB_DO_SHOW},
    {"TL", "n", BOTH, BB_DO_NOTHING},
    {"Tc", "n", BOTH, BB_DO_NOTHING},
    {"Td", "nn", TEXT, BB_DO_NOTHING},
    {"Tf", "Nn", BOTH, BB_DO_FONT},
    {"Tj", "s", TEXT, BB_DO_SHOW},
    {"Tm", "nnnnnn", TEXT, BB_DO_NOTHING},
    {"Tr", "n", BOTH, BB_DO_MODE},
    {"Ts", "n", BOTH, BB_DO_NOTHING},
    {"Tw", "n", BOTH, BB_DO_NOTHING},
    {"Tz", "n", BOTH, BB_DO_NOTHING},
    {"W", "", PATH, BB_DO_NOTHING},
    {"W*", "", PATH, BB_DO_NOTHING},
    {"b", "", PATH, BB_DO_PAINT_PATH},
    {"b*", "", PATH, BB_DO_PAINT_PATH},
    {"c", "nnnnnn", PATH, BB_DO_NOTHING},
    {"cm", "nnnnnn", PAGE, BB_DO_NOTHING},
    {"cs", "N", BOTH, BB_DO_SPACE},
    {"d", "An", BOTH, BB_DO_NOTHING},
    {"d0", "nn", PAGE, BB_DO_NOTHING},
    {"d1", "nnnnnn", PAGE, BB_DO_NOTHING},
    {"f", "", PATH, BB_DO_PAINT_PATH},
    {"f*", "", PATH, BB_DO_PAINT_PATH},
    {"g", "n", BOTH, BB_DO_GRAY},
    {"gs", "N", BOTH, BB_DO_STATE},
    {"h", "", PATH, BB_DO_NOTHING},
    {"i", "n", BOTH, BB_DO_NOTHING},
    {"j", "n", BOTH, BB_DO_NOTHING},
    {"k", "nnnn", BOTH, BB_DO_CMYK},
    {"l", "nn", PATH, BB_DO_NOTHING},
    {"m", "nn", PAGE | PATH, BB_DO_BEGIN_PATH},
    {"n", "", PATH, BB_DO_END_PATH},
    {"q", "", PAGE, BB_DO_SAVE},
    {"re", "nnnn", PAGE | PATH, BB_DO_BEGIN_PATH},
    {"rg", "nnn", BOTH, BB_DO_RGB},
    {"ri", "N", BOTH, BB_DO_INTENT},
    {"s", "", PATH, BB_DO_PAINT_PATH},
    {"sc", "*", BOTH, BB_DO_NOTHING},
    {"scn", "*", BOTH, BB_DO_PATTERN},
    {"sh", "N", PAGE, BB_DO_SHADING},
    {"v", "nnnn", PATH, BB_DO_NOTHING},
    {"w", "n", BOTH, BB_DO_NOTHING},
    {"y", "nnnn", PATH, BB_DO_NOTHING},
};

static int compare_name(const void *name, const void *row)
{
    return strcmp(name, ((const bb_operator *)row)->name);
}

const bb_operator *bb_operator_find(const char *name)
{
    return bsearch(name, OPERATORS, G_N_ELEMENTS(OPERATORS), sizeof *OPERATORS, compare_name);
}

/* The index behind the operand that begins at index: a bracket goes to its end. */
static guint behind(const bb_content *content, guint index)
{
    int depth = 0;

    for (; index < content->operands->len; index++) {
        bb_token_kind kind = bb_content_operand(content, index)->kind;
        depth += kind == BB_TOKEN_ARRAY || kind == BB_TOKEN_DICTIONARY;
        depth -= kind == BB_TOKEN_ARRAY_END || kind == BB_TOKEN_DICTIONARY_END;
        if (depth == 0)
            return index + 1;
    }
    return index;
}

static bool fits(char letter, bb_token_kind kind)
{
    switch (letter) {
    case 'n':
        return kind == BB_TOKEN_NUMBER;
    case 's':
        return kind == BB_TOKEN_STRING;
    case 'N':
        return kind == BB_TOKEN_NAME;
    case 'A':
        return kind == BB_TOKEN_ARRAY;
    default:
        return kind == BB_TOKEN_NAME || kind == BB_TOKEN_DICTIONARY;
    }
}

bool bb_operator_fits(const bb_operator *row, const bb_content *content)
{
    guint index = 0;

    if (row->operands[0] == '*')
        return true;
    for (const char *letter = row->operands; *letter != '\0'; letter++) {
        const bb_token *operand = bb_content_operand(content, index);
        if (operand == NULL || !fits(*letter, operand->kind))
            return false;
        index = behind(content, index);
    }
    return index == content->operands->len;
}
