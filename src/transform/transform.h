/* transform.h - runs Bluebook's own stylesheets over a document, and nothing else.
 *
 * One bb_transform serves a whole process: a stylesheet is read and compiled the first time that it
 * is used and kept. Runs may go on side by side in several threads.
 *
 * What a stylesheet can reach is named by addresses of the scheme "bluebook:":
 *
 *   bluebook:/templates/…, /styles/…, /tokens/…   files of these folders of the data folder;
 *                          relative addresses in xsl:import and document() resolve to these
 *   bluebook:profile …     a document that the job brings under that name
 *
 * Every other read, every write, every folder to be made and the network are refused. EXSLT's
 * common, strings, sets and functions are there, and three functions of the namespace
 * "urn:bluebook:extension":
 *
 *   bb:at(node)                        "file:line:column" in the writer's files, or ""
 *   bb:report(code, node, argument…)   reports a row of base/diag_messages.def at the node's
 *                                      place; gives ""
 *   bb:match(text, pattern)            where the pattern (PCRE) is found in the text: an element
 *                                      "match" each: whole="…", and a child "group" for each
 *                                      group of the pattern, in order
 *
 * What a stylesheet says with xsl:message becomes a note in the sink; with terminate="yes", like
 * every fault that libxslt or libxml2 finds, it ends the run with a GError (BB_ERROR_INSTALL: the
 * stylesheets are ours). Nothing is printed. Templates nest to a bounded depth, and the number of
 * operations is bounded, so that a stylesheet that runs in circles comes to an end.
 *
 * The document that goes in must live until the run ends. It is not changed, save that libxslt
 * takes out white space in place where a stylesheet has xsl:strip-space; so no run shares it with
 * another at the same time. */
#ifndef BB_TRANSFORM_TRANSFORM_H
#define BB_TRANSFORM_TRANSFORM_H

#include "base/diag.h"

#include <glib.h>
#include <libxml/tree.h>
#include <stdbool.h>

typedef struct bb_transform bb_transform;

/* data_folder holds templates/ and styles/. Reads nothing yet. */
bb_transform *bb_transform_new(const char *data_folder);
void bb_transform_free(bb_transform *transform); /* accepts NULL */

/* Where a node of the input stands in the writer's files; file is lent. */
typedef bb_place (*bb_transform_place)(void *data, const xmlNode *node);

/* A document that the stylesheet reads as document('bluebook:NAME'). */
typedef struct bb_transform_document {
    const char *name;
    const xmlDoc *document;
} bb_transform_document;

typedef struct bb_transform_parameter {
    const char *name, *value; /* the value is a string, whatever it looks like */
} bb_transform_parameter;

/* What one run needs besides stylesheet and input. */
typedef struct bb_transform_job {
    bb_diag *diag;
    bb_transform_place place; /* NULL: nodes have no places */
    void *place_data;
    const bb_transform_document *documents;   /* ended by a NULL name; may be NULL */
    const bb_transform_parameter *parameters; /* ended by a NULL name; may be NULL */
    unsigned long operations; /* the most there may be; 0: BB_TRANSFORM_OPERATIONS */
} bb_transform_job;

/* Some hundred times what a report of a thousand pages takes. */
#define BB_TRANSFORM_OPERATIONS 2000000000UL

/* Runs templates/STYLESHEET ("resolve/resolve.xsl") over input. Gives a document for xmlFreeDoc. */
xmlDoc *bb_transform_run(bb_transform *transform, const char *stylesheet, const xmlDoc *input,
                         const bb_transform_job *job, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(bb_transform, bb_transform_free)

#endif
