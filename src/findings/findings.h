/* findings.h - the door of this room: a report's findings, read, checked and scored.
 *
 * A context holds what is loaded once (the vocabulary, the schema, the programmes) and serves any
 * number of reports, also from several threads at once. bb_findings_read does everything for one
 * report: it loads the XML and what it includes, validates it, reads the case files, computes the
 * scores, fills in the values and checks what can be checked. Everything that is wrong with the
 * report goes to the sink; work goes on, so that one run finds every fault. What it gives is the
 * scored document of templates/resolve/README.md, owned by the bb_findings together with every
 * place in it. It never writes a file, opens a connection or reads outside the report's folder. */
#ifndef BB_FINDINGS_FINDINGS_H
#define BB_FINDINGS_FINDINGS_H

#include "base/diag.h"
#include "findings/profile.h"

#include <libxml/tree.h>

#define BB_FINDINGS_NS "urn:bluebook:findings"
#define BB_SCORED_NS "urn:bluebook:scored"

typedef struct bb_findings_context bb_findings_context;
typedef struct bb_findings bb_findings;

/* templates is the folder that holds schema/ and programmes/. */
bb_findings_context *bb_findings_context_new(const char *templates, GError **error);
void bb_findings_context_free(bb_findings_context *context); /* accepts NULL */

/* Reads the report in this file. NULL with error set only when the file can't be read at all or
 * the installation is broken; a report with faults gives a bb_findings, as complete as it can be.
 * The context must outlive it, the sink need not. */
bb_findings *bb_findings_read(bb_findings_context *context, const char *path, bb_diag *diag,
                              GError **error);
void bb_findings_free(bb_findings *findings); /* accepts NULL */

/* The scored document, lent; NULL when the file held no XML. A stage that works on it may change
 * it, but mustn't free it or give its nodes to another document. */
xmlDoc *bb_findings_document(const bb_findings *findings);

/* The programme's profile, lent; NULL when the report names none that exists. */
const bb_profile *bb_findings_profile(const bb_findings *findings);

/* The files that the report is made from, it itself first, then includes, data and pictures in the
 * order of their mention, then those of the edition that it is compared with; also those that
 * couldn't be found. Names as they can be opened, which all begin with the folder as it does in the
 * first. Lent. */
const char *const *bb_findings_files(const bb_findings *findings);

/* Withdraws from the sink what the report accepts with a reason; bb_findings_read has done it, but
 * later stages report too. */
void bb_findings_accept(bb_findings *findings, bb_diag *diag);
/* Reports each accept that has accepted nothing; for when everything has been checked. */
void bb_findings_report_idle(const bb_findings *findings, bb_diag *diag);

/* Where the node stands in the writer's files: an element's '<'; for anything else, and for what
 * was made while reading, the place of the nearest element around it. */
bb_place bb_findings_place(const xmlNode *node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(bb_findings_context, bb_findings_context_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(bb_findings, bb_findings_free)

#endif
