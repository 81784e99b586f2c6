/* vocabulary.h - the findings vocabulary as a table, read from its RELAX NG files.
 *
 * libxml2 says whether a report is valid, but poorly why not. This table is read from the same
 * files and answers what a writer asks: which elements may stand here, which attributes, in what
 * order, and what the schema's own help says of them. One rule stands for one element in one
 * context: title is three rules. Rules, names and help live as long as the vocabulary, which
 * nothing changes once it is read. */
#ifndef BB_FINDINGS_VOCABULARY_H
#define BB_FINDINGS_VOCABULARY_H

#include "findings/content_model.h"
#include "findings/datatype.h"

typedef struct bb_vocabulary bb_vocabulary;

typedef struct bb_rule_attribute {
    const char *name;
    const char *help; /* the schema's documentation, or NULL */
    bb_datatype *type;
} bb_rule_attribute;

/* At least one of these must be there: "title" is a child, "@of" an attribute. */
typedef struct bb_rule_need {
    const char *const *names; /* NULL-ended */
} bb_rule_need;

typedef struct bb_rule {
    const char *name;
    const char *help;
    bool text;             /* words may stand in it */
    bb_datatype *content;  /* of the words, or NULL for any */
    GPtrArray *attributes; /* bb_rule_attribute */
    GPtrArray *children;   /* const bb_rule, each name once */
    GArray *needs;         /* bb_rule_need */
    bb_model *model;       /* the order of the children */
} bb_rule;

/* Reads a RELAX NG grammar in the XML syntax and the grammars that it includes. */
bb_vocabulary *bb_vocabulary_read(const char *path, GError **error);
void bb_vocabulary_free(bb_vocabulary *vocabulary); /* accepts NULL */

/* The rule of the root element. */
const bb_rule *bb_vocabulary_root(const bb_vocabulary *vocabulary);

/* A rule for an element of this name, wherever it may stand, or NULL. */
const bb_rule *bb_vocabulary_find(const bb_vocabulary *vocabulary, const char *name);

/* The names of all elements, NULL-ended. */
const char *const *bb_vocabulary_names(const bb_vocabulary *vocabulary);

/* The names of the elements that may hold one of this name, then NULL; each once. */
GPtrArray *bb_vocabulary_parents(const bb_vocabulary *vocabulary, const char *name);

const bb_rule *bb_rule_child(const bb_rule *rule, const char *name);
const bb_rule_attribute *bb_rule_find_attribute(const bb_rule *rule, const char *name);

/* The children's names, or the attributes', then NULL. */
GPtrArray *bb_rule_child_names(const bb_rule *rule);
GPtrArray *bb_rule_attribute_names(const bb_rule *rule);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(bb_vocabulary, bb_vocabulary_free)

#endif
