/* datatype.h - what an attribute's value may look like: a closed list, or one of the XML Schema
 * types that the vocabulary uses, with its pattern and its greatest value. */
#ifndef BB_FINDINGS_DATATYPE_H
#define BB_FINDINGS_DATATYPE_H

#include <glib.h>
#include <libxml/tree.h>
#include <stdbool.h>

typedef struct bb_datatype bb_datatype;

/* What the RELAX NG patterns text, value, data, list or choice (of values) below parent allow.
 * NULL with error set when it is something else. */
bb_datatype *bb_datatype_read(const xmlNode *parent, GError **error);
void bb_datatype_free(bb_datatype *type); /* accepts NULL */

bool bb_datatype_allows(const bb_datatype *type, const char *value);

/* The closed list, NULL-ended, or NULL when it is no list. Lent. */
const char *const *bb_datatype_values(const bb_datatype *type);

/* "a name: letters, digits, …": the form in words, or NULL when there is nothing general to say. */
const char *bb_datatype_words(const bb_datatype *type);

#endif
