/* structure_role.c - roles and the standard structure types (PDF 1.7 §14.8.4). */
#include "render/structure_private.h"

#include "base/text.h"

typedef enum { GROUP, TEXT, INLINE, FIGURE, PART_OF_LIST, PART_OF_TABLE } family;

static const struct {
    const char *name;
    family family;
} TYPES[] = {
    {"Document", GROUP},
    {"Part", GROUP},
    {"Art", GROUP},
    {"Sect", GROUP},
    {"Div", GROUP},
    {"BlockQuote", GROUP},
    {"Caption", GROUP},
    {"TOC", GROUP},
    {"TOCI", GROUP},
    {"Index", GROUP},
    {"Private", GROUP},
    {"P", TEXT},
    {"H", TEXT},
    {"H1", TEXT},
    {"H2", TEXT},
    {"H3", TEXT},
    {"H4", TEXT},
    {"H5", TEXT},
    {"H6", TEXT},
    {"L", PART_OF_LIST},
    {"LI", PART_OF_LIST},
    {"Lbl", TEXT},
    {"LBody", GROUP},
    {"Table", PART_OF_TABLE},
    {"TR", PART_OF_TABLE},
    {"TH", PART_OF_TABLE},
    {"TD", PART_OF_TABLE},
    {"THead", PART_OF_TABLE},
    {"TBody", PART_OF_TABLE},
    {"TFoot", PART_OF_TABLE},
    {"Span", INLINE},
    {"Quote", INLINE},
    {"Note", GROUP},
    {"Reference", INLINE},
    {"BibEntry", INLINE},
    {"Code", INLINE},
    {"Link", INLINE},
    {"Figure", FIGURE},
    {"Formula", FIGURE},
};

static int find(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(TYPES); i++) {
        if (strcmp(TYPES[i].name, name) == 0)
            return (int)i;
    }
    return -1;
}

/* A table's structure comes from the table alone: elsewhere its types would not be regular. */
static bool fits(const bb_fo_node *node, family of)
{
    bool table = node->object >= BB_FO_TABLE && node->object <= BB_FO_TABLE_CELL;

    return of != PART_OF_TABLE || table;
}

/* Types that ask for what FO can't give (an annotation, a widget, a ruby text) count as unknown;
 * Document is the root's alone. */
bb_role bb_role_of(const bb_fo_node *node, const char *otherwise)
{
    const char *role = bb_fo_attribute_of(node, BB_FO_A_ROLE);

    if (role == NULL || bb_text_is_blank(role))
        return (bb_role){.type = otherwise};
    if (g_ascii_strcasecmp(role, "artifact") == 0)
        return (bb_role){.artifact = true};
    if (strcmp(role, "NonStruct") == 0)
        return (bb_role){.transparent = true};
    if (strcmp(role, "Document") == 0)
        return (bb_role){.type = "Part"};
    int found = find(role);
    if (found >= 0)
        return (bb_role){.type = fits(node, TYPES[found].family) ? TYPES[found].name : otherwise};
    static const char *const UNFIT[] = {"Annot", "Form",    "Ruby", "RB", "RT",
                                        "RP",    "Warichu", "WT",   "WP"};
    for (size_t i = 0; i < G_N_ELEMENTS(UNFIT); i++) {
        if (strcmp(role, UNFIT[i]) == 0)
            return (bb_role){.type = otherwise};
    }
    if (otherwise == NULL)
        otherwise = node->object == BB_FO_INLINE || node->object == BB_FO_WRAPPER ? "Span" : "Div";
    return (bb_role){.type = role, .standard = otherwise};
}

bool bb_element_is_text(const bb_element *element)
{
    int found = find(element->standard != NULL ? element->standard : element->type);

    return found >= 0 && (TYPES[found].family == TEXT || TYPES[found].family == INLINE);
}

bool bb_element_is_inline(const bb_element *element)
{
    int found = find(element->standard != NULL ? element->standard : element->type);

    return found >= 0 && (TYPES[found].family == INLINE || TYPES[found].family == FIGURE);
}
