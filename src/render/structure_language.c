/* structure_language.c - languages as BCP 47 writes them. */
#include "render/structure_private.h"

static const char *stated(const bb_fo_node *node, bb_fo_property property)
{
    const bb_fo_value *value = bb_fo_get(node, property);
    bool none = value->kind != BB_FO_STRING_VALUE || value->string == NULL ||
                value->string[0] == '\0' || strcmp(value->string, "none") == 0;

    return none ? NULL : value->string;
}

const char *bb_structure_language_of(bb_structure *s, const bb_fo_node *node)
{
    const char *language = stated(node, BB_FO_P_LANGUAGE);
    const char *country = stated(node, BB_FO_P_COUNTRY);
    char tag[64];

    if (language == NULL)
        return NULL;
    g_snprintf(tag, sizeof tag, "%s%s%s", language, country != NULL ? "-" : "",
               country != NULL ? country : "");
    const char *known = g_hash_table_lookup(s->languages, tag);
    if (known == NULL) {
        known = bb_arena_strdup(s->arena, tag);
        g_hash_table_add(s->languages, (void *)known);
    }
    return known;
}
