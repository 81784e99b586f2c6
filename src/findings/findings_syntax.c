/* findings_syntax.c - what the XML parser complains of, in a writer's words. */
#include "findings/findings_private.h"

#include "base/text.h"

#include <libxml/xmlerror.h>
#include <string.h>

/* What a fault does to the tree: nothing; elements after it may hang in the wrong place; the same,
 * but it may itself come of an earlier one. */
typedef enum { HARMLESS, BREAKS, FOLLOWS } effect;

/* {1} and {2} are the parser's own strings, {3} its number. */
typedef struct {
    int code;
    effect effect;
    const char *sign; /* only behind this character, or of this first string; NULL for any */
    const char *words;
} syntax_row;

static const syntax_row ROWS[] = {
    {XML_ERR_TAG_NAME_MISMATCH, FOLLOWS, NULL,
     "</{2}> stands where </{1}> is wanted, for the <{1}> of line {3}"},
    {XML_ERR_TAG_NOT_FINISHED, FOLLOWS, NULL, "the <{1}> of line {3} is never closed"},
    {XML_ERR_LTSLASH_REQUIRED, FOLLOWS, NULL, "an end tag is missing here"},
    {XML_ERR_GT_REQUIRED, BREAKS, NULL, "this tag has no closing >"},
    {XML_ERR_NAME_REQUIRED, HARMLESS, "&", "a bare & stands here; write &amp;"},
    {XML_ERR_NAME_REQUIRED, HARMLESS, "<", "a bare < stands here; write &lt;"},
    {XML_ERR_ENTITYREF_SEMICOL_MISSING, HARMLESS, NULL,
     "a bare & stands here, or the ; behind a name like &amp; is missing"},
    {XML_ERR_UNDECLARED_ENTITY, HARMLESS, NULL, "&{1}; is not known; type the character itself"},
    {XML_WAR_UNDECLARED_ENTITY, HARMLESS, NULL, "&{1}; is not known; type the character itself"},
    {XML_ERR_ENTITY_LOOP, BREAKS, NULL, "entities that hold each other grow without bound"},
    {XML_ERR_LT_IN_ATTRIBUTE, BREAKS, NULL,
     "a < stands in an attribute, or the closing quotation mark before it is missing"},
    {XML_ERR_ATTRIBUTE_NOT_STARTED, BREAKS, NULL,
     "an attribute's value stands between quotation marks"},
    {XML_ERR_ATTRIBUTE_NOT_FINISHED, BREAKS, NULL,
     "an attribute's closing quotation mark is missing, or it is too long"},
    {XML_ERR_ATTRIBUTE_WITHOUT_VALUE, BREAKS, NULL, "the attribute {1} has no value"},
    {XML_ERR_ATTRIBUTE_REDEFINED, HARMLESS, NULL, "the attribute {1} is given twice"},
    {XML_ERR_SPACE_REQUIRED, BREAKS, NULL, "a space is missing between two attributes"},
    {XML_ERR_INVALID_CHAR, HARMLESS, NULL, "a control character stands here; delete it"},
    {XML_ERR_INVALID_CHARREF, HARMLESS, NULL, "this &#…; is no character"},
    {XML_ERR_DOCUMENT_EMPTY, FOLLOWS, NULL, "there is no element in it"},
    {XML_ERR_DOCUMENT_END, FOLLOWS, NULL, "something stands after the last end tag"},
    {XML_ERR_HYPHEN_IN_COMMENT, HARMLESS, NULL, "a comment can't hold two hyphens together"},
    {XML_ERR_COMMENT_NOT_FINISHED, BREAKS, NULL, "a comment is never closed with -->"},
    {XML_ERR_CDATA_NOT_FINISHED, BREAKS, NULL, "a CDATA section is never closed with ]]>"},
    {XML_ERR_RESERVED_XML_NAME, HARMLESS, NULL,
     "the line <?xml …?> can stand only at the very beginning of a file"},
    {XML_ERR_INTERNAL_ERROR, BREAKS, "Huge input lookup", "too much stands in one tag"},
    {XML_ERR_INTERNAL_ERROR, BREAKS, NULL, "elements stand in each other too deep"},
    {XML_NS_ERR_UNDEFINED_NAMESPACE, HARMLESS, "xi",
     "the prefix xi: is not declared; add xmlns:xi=\"" BB_XINCLUDE_NS
     "\" to the first element of the "
     "file"},
    {XML_NS_ERR_UNDEFINED_NAMESPACE, HARMLESS, NULL,
     "the prefix {1}: is not declared; add xmlns:{1}=\"…\" to the first element of the file"},
};

static const syntax_row *find_row(const xmlError *error, char before)
{
    for (size_t i = 0; i < G_N_ELEMENTS(ROWS); i++) {
        const char *sign = ROWS[i].sign;
        if (ROWS[i].code != error->code)
            continue;
        if (sign == NULL || (before != '\0' && sign[0] == before && sign[1] == '\0') ||
            g_strcmp0(sign, error->str1) == 0)
            return &ROWS[i];
    }
    return NULL;
}

char *bb_findings_syntax_words(const xmlError *error, char before)
{
    const int most = 40;
    const syntax_row *row = find_row(error, before);

    if (row == NULL)
        return bb_text_clip(error->message != NULL ? error->message : "unknown fault", 3 * most);
    g_autofree char *first = bb_text_clip(error->str1 != NULL ? error->str1 : "?", most);
    g_autofree char *second = bb_text_clip(error->str2 != NULL ? error->str2 : "?", most);
    g_autofree char *number = g_strdup_printf("%d", error->int1);
    return bb_text_fill(row->words, (const char *const[]){first, second, number, NULL});
}

static effect effect_of(const xmlError *error)
{
    for (size_t i = 0; i < G_N_ELEMENTS(ROWS); i++) {
        if (ROWS[i].code == error->code)
            return ROWS[i].effect;
    }
    /* What isn't in the table is taken for the worst. */
    return error->level == XML_ERR_FATAL ? BREAKS : HARMLESS;
}

bool bb_findings_syntax_breaks(const xmlError *error)
{
    return effect_of(error) != HARMLESS;
}

bool bb_findings_syntax_follows(const xmlError *error)
{
    return effect_of(error) == FOLLOWS;
}
