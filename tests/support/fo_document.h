/* fo_document.h - FO documents read and laid out within a test's own process.
 *
 * One engine with the repository's fonts serves the process and is never freed. What goes wrong
 * with a document is in its diag; what is wrong with the test ends the process. */
#ifndef BB_TESTS_FO_DOCUMENT_H
#define BB_TESTS_FO_DOCUMENT_H

#include "base/diag.h"
#include "fo/fo_tree.h"
#include "layout/area.h"
#include "layout/graphic.h"
#include "layout/layout.h"
#include "layout/layout_private.h"

/* A whole document around page masters and page sequences. */
#define FO_ROOT(content)                                                                           \
    "<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format' "                                       \
    "xmlns:fox='http://xmlgraphics.apache.org/fop/extensions' xml:lang='en-GB'>" content           \
    "</fo:root>"

/* One page master "page" of this size, without margins, and its flow. Text is 10 pt on lines of
 * 12 pt, so that heights do not depend on the font. */
#define FO_MASTER(width, height)                                                                   \
    "<fo:layout-master-set><fo:simple-page-master master-name='page' page-width='" width           \
    "' page-height='" height "'><fo:region-body/></fo:simple-page-master>"                         \
    "</fo:layout-master-set>"
#define FO_FLOW(content)                                                                           \
    "<fo:page-sequence master-reference='page'>"                                                   \
    "<fo:flow flow-name='xsl-region-body' font-size='10pt' line-height='12pt'>" content            \
    "</fo:flow></fo:page-sequence>"
#define FO_PAGE(width, height, content) FO_ROOT(FO_MASTER(width, height) FO_FLOW(content))

typedef struct bb_test_doc {
    xmlDoc *xml;
    bb_diag *diag;
    bb_fo_tree *fo; /* NULL when the text is no FO document */
    bb_graphics *graphics;
    bb_area_tree *areas; /* NULL until laid out */
    xmlDoc *dump;        /* of the areas; NULL until asked */
} bb_test_doc;

bb_layout_engine *bb_test_engine(void);

bb_test_doc *bb_test_read(const char *fo);    /* read only */
bb_test_doc *bb_test_lay_out(const char *fo); /* read and laid out; the areas are checked */
void bb_test_doc_free(bb_test_doc *doc);      /* accepts NULL */

/* Takes doc over; folder is where its pictures lie. */
bb_test_doc *bb_test_lay_out_doc(xmlDoc *doc, const char *name, const char *folder);

/* The object with this id; it must be there. */
const bb_fo_node *bb_test_node(const bb_test_doc *doc, const char *id);

/* What an XPath expression on the area dump says. */
double bb_test_number(bb_test_doc *doc, const char *xpath);
char *bb_test_string(bb_test_doc *doc, const char *xpath); /* for g_free */

/* How often a message was given, by its code. */
int bb_test_messages(const bb_test_doc *doc, const char *code);

/* The run that parts of layout/ work in, as bb_layout_run makes it, for tests below its door. */
bb_layout *bb_test_run_new(bb_test_doc *doc);
void bb_test_run_free(bb_layout *layout);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(bb_test_doc, bb_test_doc_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(bb_layout, bb_test_run_free)

#endif
