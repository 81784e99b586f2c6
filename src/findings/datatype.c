/* datatype.c - values against the schema's types; libxml2 knows the types themselves. */
#include "findings/datatype.h"

#include "base/error.h"
#include "base/text.h"
#include "findings/node.h"

#include <libxml/xmlregexp.h>
#include <libxml/xmlschemastypes.h>
#include <stdlib.h>
#include <string.h>

static const char XSD_NS[] = "http://www.w3.org/2001/XMLSchema";

struct bb_datatype {
    GPtrArray *values;   /* char, then NULL; of a closed list */
    xmlSchemaType *type; /* libxml2's own; NULL for any text */
    const char *words;
    xmlRegexp *pattern;
    double most; /* maxInclusive */
    bool list;   /* several, with spaces between them, at least one */
};

static const struct {
    const char *type, *words;
} WORDS[] = {
    {"NCName", "a name begins with a letter and has letters, digits, hyphens and points only"},
    {"positiveInteger", "write a whole number above nought"},
    {"language", "write the code of a language, such as en or cy"},
    {"anyURI", "write an address or the name of a file"},
};

static bool fail(GError **error, const xmlNode *node)
{
    g_set_error(error, BB_ERROR, BB_ERROR_INSTALL, "%s:%ld: Bluebook can't use <%s> here",
                (const char *)node->doc->URL, xmlGetLineNo(node), (const char *)node->name);
    return false;
}

static bool read_parameter(bb_datatype *type, const xmlNode *param, GError **error)
{
    g_autofree char *name = bb_node_attribute(param, "name");
    g_autofree char *text = bb_node_words(param);

    if (g_strcmp0(name, "pattern") == 0)
        type->pattern = xmlRegexpCompile(BAD_CAST text);
    else if (g_strcmp0(name, "maxInclusive") == 0)
        type->most = g_ascii_strtod(text, NULL);
    else
        return fail(error, param);
    return true;
}

static bool read_data(bb_datatype *type, const xmlNode *data, GError **error)
{
    g_autofree char *name = bb_node_attribute(data, "type");

    type->type = xmlSchemaGetPredefinedType(BAD_CAST name, BAD_CAST XSD_NS);
    for (size_t i = 0; i < G_N_ELEMENTS(WORDS); i++) {
        if (g_strcmp0(name, WORDS[i].type) == 0)
            type->words = WORDS[i].words;
    }
    if (type->type == NULL)
        return fail(error, data);
    for (const xmlNode *param = data->children; param != NULL; param = param->next) {
        if (param->type == XML_ELEMENT_NODE && !read_parameter(type, param, error))
            return false;
    }
    return true;
}

static bool read_pattern(bb_datatype *type, const xmlNode *pattern, GError **error);

/* Annotations are skipped, and so is what an element has besides its words. */
static bool is_type(const xmlNode *part, const xmlNode *parent)
{
    static const char *const OTHERS[] = {"attribute", "optional", "ref", NULL};

    if (part->type != XML_ELEMENT_NODE || part->ns == NULL ||
        !xmlStrEqual(part->ns->href, parent->ns->href))
        return false;
    return !xmlStrEqual(parent->name, BAD_CAST "element") ||
           !g_strv_contains(OTHERS, (const char *)part->name);
}

static bool read_parts(bb_datatype *type, const xmlNode *parent, GError **error)
{
    for (const xmlNode *part = parent->children; part != NULL; part = part->next) {
        if (is_type(part, parent) && !read_pattern(type, part, error))
            return false;
    }
    return true;
}

static bool read_pattern(bb_datatype *type, const xmlNode *pattern, GError **error)
{
    const char *kind = (const char *)pattern->name;

    if (strcmp(kind, "text") == 0)
        return true;
    if (strcmp(kind, "data") == 0)
        return read_data(type, pattern, error);
    if (strcmp(kind, "value") == 0) {
        if (type->values == NULL)
            type->values = g_ptr_array_new_with_free_func(g_free);
        g_ptr_array_add(type->values, bb_node_words(pattern));
        return true;
    }
    if (strcmp(kind, "list") == 0)
        type->list = true;
    else if (strcmp(kind, "choice") != 0 && strcmp(kind, "oneOrMore") != 0)
        return fail(error, pattern);
    return read_parts(type, pattern, error);
}

bb_datatype *bb_datatype_read(const xmlNode *parent, GError **error)
{
    bb_datatype *type = g_new0(bb_datatype, 1);

    type->most = G_MAXDOUBLE;
    if (!read_parts(type, parent, error)) {
        bb_datatype_free(type);
        return NULL;
    }
    if (type->values != NULL)
        g_ptr_array_add(type->values, NULL);
    return type;
}

void bb_datatype_free(bb_datatype *type)
{
    if (type == NULL)
        return;
    if (type->values != NULL)
        g_ptr_array_unref(type->values);
    xmlRegFreeRegexp(type->pattern);
    g_free(type);
}

/* Whether one word, or a whole value, fits. */
static bool fits(const bb_datatype *type, const char *text)
{
    if (type->values != NULL)
        return g_strv_contains((const char *const *)type->values->pdata, text);
    if (type->type == NULL)
        return true;
    return xmlSchemaValidatePredefinedType(type->type, BAD_CAST text, NULL) == 0 &&
           (type->pattern == NULL || xmlRegexpExec(type->pattern, BAD_CAST text) == 1) &&
           (type->most == G_MAXDOUBLE || g_ascii_strtod(text, NULL) <= type->most);
}

bool bb_datatype_allows(const bb_datatype *type, const char *value)
{
    g_autofree char *text = bb_text_squeeze(value);

    if (!type->list)
        return fits(type, text);
    char **words = g_strsplit(text, " ", -1);
    bool good = text[0] != '\0';
    for (char **word = words; good && *word != NULL; word++)
        good = fits(type, *word);
    g_strfreev(words);
    return good;
}

const char *const *bb_datatype_values(const bb_datatype *type)
{
    return type->values != NULL ? (const char *const *)type->values->pdata : NULL;
}

const char *bb_datatype_words(const bb_datatype *type)
{
    return type->pattern == NULL ? type->words : NULL;
}
