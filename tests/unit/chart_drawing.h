/* chart_drawing.h - a chart that was drawn, read back as XML, for the tests of src/chart. */
#ifndef BB_TESTS_CHART_DRAWING_H
#define BB_TESTS_CHART_DRAWING_H

#include "base/diag.h"
#include "chart/chart_private.h"

#include <check.h>
#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <string.h>

typedef struct {
    char *svg;
    xmlDoc *doc;
    xmlXPathContext *xpath;
    bb_diag *diag;
} drawing;

static inline drawing draw(const bb_chart *chart)
{
    drawing d = {.diag = bb_diag_new()};

    d.svg = bb_chart_draw(chart, d.diag);
    d.doc = xmlReadMemory(d.svg, (int)strlen(d.svg), "chart.svg", NULL,
                          XML_PARSE_NONET | XML_PARSE_HUGE);
    ck_assert_ptr_nonnull(d.doc);
    d.xpath = xmlXPathNewContext(d.doc);
    xmlXPathRegisterNs(d.xpath, BAD_CAST "s", BAD_CAST "http://www.w3.org/2000/svg");
    return d;
}

static inline void drawing_clear(drawing *d)
{
    xmlXPathFreeContext(d->xpath);
    xmlFreeDoc(d->doc);
    bb_diag_free(d->diag);
    g_free(d->svg);
}

static inline double number_at(const drawing *d, const char *path)
{
    xmlXPathObject *found = xmlXPathEval(BAD_CAST path, d->xpath);

    ck_assert_ptr_nonnull(found);
    double value = xmlXPathCastToNumber(found);
    xmlXPathFreeObject(found);
    return value;
}

static inline void expect_text(const drawing *d, const char *path, const char *wanted)
{
    xmlXPathObject *found = xmlXPathEval(BAD_CAST path, d->xpath);

    ck_assert_ptr_nonnull(found);
    xmlChar *text = xmlXPathCastToString(found);
    ck_assert_str_eq((const char *)text, wanted);
    xmlFree(text);
    xmlXPathFreeObject(found);
}

static inline size_t count_code(const drawing *d, const char *code)
{
    size_t count = 0;

    for (size_t i = 0; i < bb_diag_count(d->diag); i++)
        count += strcmp(bb_diag_entry_at(d->diag, i)->code, code) == 0;
    return count;
}

/* Calls check for each node of the path. */
static inline void for_each(const drawing *d, const char *path,
                            void (*check)(const xmlNode *, double), double limit)
{
    xmlXPathObject *found = xmlXPathEval(BAD_CAST path, d->xpath);

    ck_assert_ptr_nonnull(found);
    for (int i = 0; found->nodesetval != NULL && i < found->nodesetval->nodeNr; i++)
        check(found->nodesetval->nodeTab[i], limit);
    xmlXPathFreeObject(found);
}

static inline double attribute(const xmlNode *node, const char *name)
{
    xmlChar *text = xmlGetProp(node, BAD_CAST name);

    ck_assert_ptr_nonnull(text);
    double value = g_ascii_strtod((const char *)text, NULL);
    xmlFree(text);
    return value;
}

/* Every line of text lies on the drawing, as far as the widest of faces would set it. */
static inline void check_text_inside(const xmlNode *node, double width)
{
    xmlChar *content = xmlNodeGetContent(node);
    xmlChar *weight = xmlGetProp(node, BAD_CAST "font-weight");
    xmlChar *anchor = xmlGetProp(node, BAD_CAST "text-anchor");
    bb_chart_look look = {.size = attribute(node, "font-size"), .bold = weight != NULL};
    double wide = bb_chart_text_width((const char *)content, &look), x = attribute(node, "x");

    if (anchor != NULL)
        x -= strcmp((const char *)anchor, "end") == 0 ? wide : wide / 2;
    ck_assert_msg(x >= -0.01 && x + wide <= width + 0.01, "“%s” runs from %g to %g", content, x,
                  x + wide);
    ck_assert(look.size >= 8 && look.size <= 10);
    xmlFree(anchor);
    xmlFree(weight);
    xmlFree(content);
}

static inline void check_fits(const drawing *d)
{
    char *end;
    xmlChar *box = xmlGetProp(xmlDocGetRootElement(d->doc), BAD_CAST "width");
    double width = g_ascii_strtod((const char *)box, &end);

    ck_assert_str_eq(end, "pt");
    xmlFree(box);
    for_each(d, "//s:text", check_text_inside, width);
}

#endif
