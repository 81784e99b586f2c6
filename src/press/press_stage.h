/* press_stage.h - the stages of the press one by one, from a scored document to a web page.
 *
 * The scored document and the resolved one are described in templates/resolve/README.md. A stage
 * reports the writer's faults to the sink and goes on; it gives NULL with a GError only when the
 * machine or the installation fails. Documents that go in are not changed. */
#ifndef BB_PRESS_PRESS_STAGE_H
#define BB_PRESS_PRESS_STAGE_H

#include "base/diag.h"
#include "press/press.h"
#include "transform/transform.h"

#include <glib.h>
#include <libxml/tree.h>

/* A scored document, and where its nodes stand in the writer's files. */
typedef struct bb_press_scored {
    const xmlDoc *document;
    bb_transform_place place;
    void *place_data;
    bool references_checked; /* those that lead nowhere have been reported: not again */
} bb_press_scored;

/* Numbers, labels, references, words: everything that both outputs print. Gives a document for
 * xmlFreeDoc. Pictures are still named as the writer named them (see bb_press_find_images). */
xmlDoc *bb_press_resolve(bb_press *press, const bb_press_scored *scored, bb_diag *diag,
                         GError **error);

/* Draws the charts of a resolved document into it, wide and narrow, and drafts the alternative
 * texts that the writer left out. */
bool bb_press_draw_charts(bb_press *press, xmlDoc *resolved, bb_diag *diag, GError **error);

/* The web page of a resolved document. */
GBytes *bb_press_page(bb_press *press, const xmlDoc *resolved, bb_diag *diag, GError **error);

/* The FO document of a resolved document, for xmlFreeDoc. */
xmlDoc *bb_press_fo(bb_press *press, const xmlDoc *resolved, bb_diag *diag, GError **error);

/* The date that the outputs of a resolved document bear: SOURCE_DATE_EPOCH when that is set, else
 * its publication's. */
gint64 bb_press_date(const xmlDoc *resolved);

/* What a PDF is made with besides the resolved document. */
typedef struct bb_press_paper {
    const char *folder;           /* that pictures are named from */
    gint64 date;                  /* see bb_press_date */
    const GPtrArray *attachments; /* bb_attachment; NULL: none */
} bb_press_paper;

/* The PDF of a resolved document. */
GBytes *bb_press_pdf(bb_press *press, const xmlDoc *resolved, const bb_press_paper *paper,
                     bb_diag *diag, GError **error);

/* Rewrites the pictures' addresses, which count from the file that each is named in, so that they
 * count from the report's folder, and gives them, each once, as paths from there: strings for
 * g_free. A picture that is missing or lies elsewhere is reported and left out. */
GPtrArray *bb_press_find_images(xmlDoc *resolved, const char *report_folder, bb_diag *diag);

/* Where a node of a resolved document stands, from its r:at; data is the sink that keeps the name
 * of the file. A bb_transform_place. */
bb_place bb_press_resolved_place(void *diag, const xmlNode *node);

#endif
