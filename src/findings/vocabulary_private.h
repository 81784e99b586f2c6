/* vocabulary_private.h - what reading the grammar and reading its patterns share. */
#ifndef BB_FINDINGS_VOCABULARY_PRIVATE_H
#define BB_FINDINGS_VOCABULARY_PRIVATE_H

#include "findings/vocabulary.h"

#define BB_RELAXNG_NS "http://relaxng.org/ns/structure/1.0"

struct bb_vocabulary {
    GStringChunk *strings;
    GPtrArray *rules; /* bb_rule, owned; the root's first */
    GPtrArray *names; /* lent from strings, then NULL */
};

/* The grammar while it is read. */
typedef struct bb_grammar {
    bb_vocabulary *vocabulary;
    GPtrArray *docs;     /* xmlDoc, owned */
    GHashTable *defines; /* name to xmlNode */
    GHashTable *rules;   /* xmlNode (the element pattern) to bb_rule */
    GError *error;       /* the first fault */
    int depth;           /* of nested patterns: a definition may hold itself */
} bb_grammar;

/* The rule of an element pattern, made when it is first asked for; NULL after a fault. */
bb_rule *bb_grammar_rule(bb_grammar *grammar, const xmlNode *element);

/* The definition that a ref names, or NULL after a fault. */
const xmlNode *bb_grammar_define(bb_grammar *grammar, const xmlNode *ref);

/* The next RELAX NG element from node on, among its siblings, or NULL. */
const xmlNode *bb_grammar_pattern(const xmlNode *node);

/* An attribute of the grammar, kept in the vocabulary; NULL when it isn't there. */
const char *bb_grammar_string(bb_grammar *grammar, const xmlNode *node, const char *attribute);
/* The documentation inside a pattern, squeezed and kept, or NULL. */
const char *bb_grammar_help(bb_grammar *grammar, const xmlNode *pattern);
void bb_grammar_fail(bb_grammar *grammar, const xmlNode *node, const char *what);

/* vocabulary_pattern.c: fills a rule from the patterns inside its element pattern. */
void bb_grammar_fill_rule(bb_grammar *grammar, bb_rule *rule, const xmlNode *element);

#endif
