/* press_private.h - what the files of this room share. */
#ifndef BB_PRESS_PRESS_PRIVATE_H
#define BB_PRESS_PRESS_PRIVATE_H

#include "findings/findings.h"
#include "layout/layout.h"
#include "press/press_stage.h"

#define FINDINGS_NAMESPACE "urn:bluebook:findings"
#define RESOLVED_NAMESPACE "urn:bluebook:resolved"
#define PROGRAMME_NAMESPACE "urn:bluebook:programme"

struct bb_press {
    char *data_folder;
    bb_transform *transform;
    GMutex lock;                   /* over documents and findings */
    GHashTable *documents;         /* path to xmlDoc, owned: profiles, words */
    char *css;                     /* the style sheets without their comments, or NULL so far */
    bb_layout_engine *engine;      /* fonts and shaped words, or NULL so far */
    bb_findings_context *findings; /* vocabulary and programmes, or NULL so far */
};

/* The documents that stylesheets read for a report: its programme's profile, its language's words.
 */
typedef struct bb_press_companions {
    bb_transform_document documents[3];
} bb_press_companions;

/* place is the report's, for messages. */
bool bb_press_find_companions(bb_press *press, const xmlDoc *document, bb_place place,
                              bb_press_companions *found, bb_diag *diag, GError **error);

/* The programme's profile; lent by the press. */
const xmlDoc *bb_press_find_profile(bb_press *press, const char *programme, GError **error);

/* The words of a language as a programme has them; lent by the press. NULL without an error when
 * Bluebook has no words in that language. */
const xmlDoc *bb_press_find_words(bb_press *press, const char *programme, const char *language,
                                  GError **error);

/* The stylesheet of a stage for the programme of a document, below templates/, for g_free: its own,
 * "programmes/NAME/html.xsl", where it has one, else "html/report.xsl". */
char *bb_press_find_sheet(const bb_press *press, const xmlDoc *document, const char *stage);

/* An attribute of the root element, for g_free; "" when it is not there. */
char *bb_press_root_attribute(const xmlDoc *document, const char *name);

/* The CSS of a programme's pages, for g_free. */
char *bb_press_style(bb_press *press, const xmlDoc *profile, GError **error);

/* A loaded and scored report. */
typedef struct bb_press_report {
    bb_findings *findings; /* owns the document */
    bb_press_scored scored;
} bb_press_report;

/* Reads, checks and scores a report. NULL with error set when the machine failed. */
bb_findings *bb_press_read(bb_press *press, const char *path, bb_diag *diag, GError **error);

/* The same, for the stages behind it. False when it is unusable: the sink has the reasons; or the
 * machine failed. */
bool bb_press_load(bb_press *press, const char *path, bb_press_report *report, bb_diag *diag,
                   GError **error);
void bb_press_report_clear(bb_press_report *report); /* accepts a zeroed one */

/* What the PDF of a report is made from, and how. */
typedef struct bb_press_sources {
    const GPtrArray *files; /* paths as bb_findings_files has them */
    unsigned formats;       /* bb_press_format, or-ed */
    gint64 date;
} bb_press_sources;

/* The files ready to be attached to the PDF: the report first, the manifest of them all last
 * (bb_attachment). Where the report has faults, *attachments stays as it was. False when the
 * machine failed. */
bool bb_press_attach(bb_press *press, const xmlDoc *resolved, const bb_press_sources *sources,
                     GPtrArray **attachments, bb_diag *diag, GError **error);

/* A PDF that is to be made again. */
typedef struct bb_press_original {
    const char *path;
    GBytes *bytes;
    gint64 date; /* that it bears */
    bool alone;  /* nothing beside it may be replaced by anything else either */
    bool same;   /* set when the new one has the same bytes */
} bb_press_original;

/* bb_press_build; with an original, which may be NULL, the date is that one's, and what is there
 * may not be replaced at will. */
GPtrArray *bb_press_build_again(bb_press *press, const bb_press_order *order,
                                bb_press_original *original, bb_diag *diag, GError **error);

#endif
