/* findings_private.h - one report while it is read, and the stages that work on it.
 *
 * The stages run in the order in which they stand here; each takes the tree as the one before
 * left it and copes with whatever faults that one has reported. */
#ifndef BB_FINDINGS_FINDINGS_PRIVATE_H
#define BB_FINDINGS_FINDINGS_PRIVATE_H

#include "base/arena.h"
#include "findings/data.h"
#include "findings/findings.h"
#include "findings/node.h"
#include "findings/vocabulary.h"

#include <libxml/dict.h>
#include <libxml/relaxng.h>

#define BB_XINCLUDE_NS "http://www.w3.org/2001/XInclude"

struct bb_findings_context {
    char *templates;
    bb_vocabulary *vocabulary;
    xmlRelaxNG *schema;
    bb_profile_shelf *profiles;
};

struct bb_findings {
    bb_findings_context *context; /* lent */
    size_t faults_before;         /* in the sink, of whatever came before this report */
    bb_diag *diag;                /* lent while reading, then NULL */
    bb_arena *arena;              /* places and file names */
    char *shown_folder;           /* as the writer's files are shown: "" or "reports/devon/" */
    char *folder;                 /* the same folder, absolute */
    size_t bytes, data_bytes;     /* of XML and of CSV read so far */
    xmlDict *dict;                /* names and short texts of every document below */
    xmlDoc *doc;
    GPtrArray *emptied;   /* xmlDoc: included documents whose roots were moved into doc */
    GPtrArray *files;     /* const char, in the arena */
    GHashTable *file_set; /* the same names */
    GHashTable *broken;   /* names of files whose elements are out of joint after a syntax fault */
    GHashTable *ids;      /* id to xmlNode */
    int suggestions;      /* ids that were looked for something alike */
    bb_data *data;
    const bb_profile *profile;
    GPtrArray *accepts; /* bb_accept of findings_accept.c, owned */
};

/* --- findings_file.c: the files beside the report --- */

typedef enum { BB_FILE_FOUND, BB_FILE_MISSING, BB_FILE_OUTSIDE } bb_file_verdict;

typedef struct bb_file_found {
    bb_file_verdict verdict;
    const char *relative; /* from the report's folder, or NULL when it lies outside */
    const char *shown;    /* as it can be opened and shown; href itself when it lies outside */
    const char *similar;  /* of a missing file: another one in its folder, like it, or NULL */
} bb_file_found;

/* Looks for what href in the file from means; the strings live in the arena. */
bb_file_found bb_findings_find_file(bb_findings *findings, const char *from, const char *href);
void bb_findings_add_file(bb_findings *findings, const char *shown);

/* Reports a file that the node's attribute names and that can't be read, under these messages. */
void bb_findings_report_file(bb_findings *findings, const xmlNode *node, const char *href,
                             const bb_file_found *found, bb_message_id missing,
                             bb_message_id outside);

/* Whether a file has more than limit bytes; if so, that is reported at the place. */
bool bb_findings_file_is_large(bb_findings *findings, const char *shown, size_t limit,
                               bb_place place);
/* Reads a file of no more than limit bytes, or reports at the place why it can't. */
GBytes *bb_findings_read_file(bb_findings *findings, const char *shown, size_t limit,
                              bb_place place);

/* --- findings_load.c, findings_syntax.c, findings_include.c: XML into one tree --- */

/* The tree of one file, for xmlFreeDoc, or NULL when there is no element in it; depth tells how
 * deep its elements nest. */
xmlDoc *bb_findings_parse(bb_findings *findings, GBytes *bytes, const char *shown, int *depth);

/* A syntax fault in a writer's words, for g_free; before is the character before its place. */
char *bb_findings_syntax_words(const xmlError *error, char before);
/* Whether elements behind such a fault may hang in the wrong place, and whether it may itself come
 * of such a one. */
bool bb_findings_syntax_breaks(const xmlError *error);
bool bb_findings_syntax_follows(const xmlError *error);

void bb_findings_splice_includes(bb_findings *findings, const char *shown);
bool bb_findings_is_include(const xmlNode *node);
/* Takes out the includes that failed, once the schema has been spared them. */
void bb_findings_drop_includes(bb_findings *findings);

/* --- findings_validate.c, findings_content.c: the vocabulary --- */

void bb_findings_validate(bb_findings *findings);

/* "<title>, <p> or of="…"": a few of the names, "@of" being an attribute; for g_free. */
char *bb_list_elements(const char *const *names, const char *last);

/* Order and number of an element's children. aliases, or NULL: children that are taken for another
 * element of the vocabulary (its name), or set aside (NULL), because they have been reported. */
void bb_findings_check_content(bb_findings *findings, xmlNode *node, const bb_rule *rule,
                               GHashTable *aliases);

/* --- findings_accept.c: messages that the report accepts with a reason --- */

/* Takes every accept out of the tree and keeps it. */
void bb_findings_take_accepts(bb_findings *findings);

/* --- findings_refs.c: ids and what names them --- */

void bb_findings_collect_ids(bb_findings *findings);
void bb_findings_check_references(bb_findings *findings);

/* --- findings_data.c, findings_score.c, findings_value.c, findings_chart.c: numbers --- */

void bb_findings_read_data(bb_findings *findings);
void bb_findings_score(bb_findings *findings);
void bb_findings_fill_values(bb_findings *findings);
void bb_findings_fill_charts(bb_findings *findings);

/* --- findings_total.c: sums and means in tables --- */

bool bb_findings_is_total(const xmlNode *node);
/* Computes such a cell, or checks it; what it is made of must be there. */
void bb_findings_settle_total(bb_findings *findings, xmlNode *cell);

/* --- findings_fixed.c: what every report of a programme has --- */

/* Adds the programme's own appendices in the report's language behind those of the report. */
bool bb_findings_add_fixed(bb_findings *findings, GError **error);

/* --- findings_edition.c: the same report in another language --- */

/* Compares the report with the edition that it names; false when the machine failed. */
bool bb_findings_compare_edition(bb_findings *findings, GError **error);
/* bb_findings_read without looking at other editions. */
bb_findings *bb_findings_read_alone(bb_findings_context *context, const char *path, bb_diag *diag,
                                    GError **error);

/* --- findings_check.c, findings_table.c, findings_quote.c: what is left to check --- */

void bb_findings_check(bb_findings *findings);
void bb_findings_check_tables(bb_findings *findings);
void bb_findings_check_quotes(bb_findings *findings);

/* --- findings_term.c, findings_claim.c: words of the prose --- */

/* Abbreviations that nobody explains or uses, or that have two meanings. */
void bb_findings_check_terms(bb_findings *findings);
/* Proportions in words beside their percentages: "nearly half (61%)". */
void bb_findings_check_claims(bb_findings *findings);

/* The words that stand in an element itself and in its inline elements, without footnotes and
 * literals, for g_free; NULL when the element is none that holds words by itself. */
char *bb_findings_prose(const xmlNode *node);

/* Whether phrases of the report can be known; another language inflects and orders its own way. */
bool bb_findings_is_english(const bb_findings *findings);

/* --- findings_refs.c: what stages share --- */

/* The element with this id, or NULL. */
xmlNode *bb_findings_element(const bb_findings *findings, const char *id);

/* "; did you mean strength?" when a candidate is like the word, whatever its case, otherwise "",
 * for g_free. The candidate stands in around where that has %s. */
char *bb_did_you_mean(const char *word, const char *const *candidates, const char *around);

#endif
