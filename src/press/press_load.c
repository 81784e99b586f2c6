/* press_load.c - the door to findings: a report's path in, its scored document out.
 *
 * For now it reads a document that is scored already (templates/resolve/README.md), with its
 * includes; loading, checking and scoring are connected here and nowhere else. */
#include "press/press_private.h"

#include "base/error.h"

#include <libxml/parser.h>
#include <libxml/xinclude.h>

/* Lines as libxml2 counts them; the file of an included chapter is its base. */
static bb_place place_of(void *diag, const xmlNode *node)
{
    xmlChar *base = xmlNodeGetBase(node->doc, node);
    bb_place place = {bb_diag_file(diag, (const char *)base), (int)xmlGetLineNo(node), 0};

    xmlFree(base);
    return place;
}

bool bb_press_load(bb_press *press, const char *path, bb_press_report *report, bb_diag *diag,
                   GError **error)
{
    const int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
    (void)press;

    if (!g_file_test(path, G_FILE_TEST_IS_REGULAR)) {
        g_set_error(error, BB_ERROR, BB_ERROR_FILE, "%s: can't be read", path);
        return false;
    }
    xmlDoc *document = xmlReadFile(path, NULL, options | XML_PARSE_BIG_LINES);
    if (document == NULL || xmlXIncludeProcessFlags(document, options) < 0) {
        const xmlError *e = xmlGetLastError();
        bb_place place = {path, e != NULL ? e->line : 0, 0};
        bb_diag_report(diag, BB_M_XML_SYNTAX, place, e != NULL ? g_strchomp(e->message) : "");
        xmlFreeDoc(document);
        return false;
    }
    *report = (bb_press_report){document, {document, place_of, diag, false}};
    return true;
}

void bb_press_report_clear(bb_press_report *report)
{
    xmlFreeDoc(report->document);
    *report = (bb_press_report){0};
}
