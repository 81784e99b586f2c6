/* fo_document.c - reading, laying out and asking. */
#include "fo_document.h"

#include "layout/page_marker.h"
#include "render/area_dump.h"

#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <string.h>

bb_layout_engine *bb_test_engine(void)
{
    static bb_layout_engine *engine;
    g_autoptr(GError) error = NULL;

    if (engine != NULL)
        return engine;
    bb_fonts *fonts = bb_fonts_new(BB_SOURCE_DIR "/fonts/fonts.conf", &error);
    if (fonts == NULL)
        g_error("%s", error->message);
    engine = bb_layout_engine_new(fonts);
    return engine;
}

static bb_test_doc *doc_new(xmlDoc *xml, const char *name, const char *folder)
{
    bb_test_doc *doc = g_new0(bb_test_doc, 1);

    doc->xml = xml;
    doc->diag = bb_diag_new();
    doc->fo = bb_fo_tree_new(xml, name, doc->diag);
    doc->graphics = bb_graphics_new(folder, doc->diag);
    return doc;
}

bb_test_doc *bb_test_read(const char *fo)
{
    xmlDoc *xml = xmlReadMemory(fo, (int)strlen(fo), "test.fo", NULL,
                                XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_HUGE);

    if (xml == NULL)
        g_error("the test's document is not XML: %.200s", fo);
    return doc_new(xml, "test.fo", BB_SOURCE_DIR "/tests/layout");
}

static void lay_out(bb_test_doc *doc)
{
    doc->areas = bb_layout_run(bb_test_engine(), doc->fo, doc->graphics, doc->diag);
    g_autofree char *wrong = bb_area_tree_check(doc->areas);
    if (wrong != NULL)
        g_error("the area tree is unsound: %s", wrong);
}

bb_test_doc *bb_test_lay_out(const char *fo)
{
    bb_test_doc *doc = bb_test_read(fo);

    lay_out(doc);
    return doc;
}

bb_test_doc *bb_test_lay_out_doc(xmlDoc *xml, const char *name, const char *folder)
{
    bb_test_doc *doc = doc_new(xml, name, folder);

    if (doc->fo != NULL)
        lay_out(doc);
    return doc;
}

void bb_test_doc_free(bb_test_doc *doc)
{
    if (doc == NULL)
        return;
    bb_area_tree_free(doc->areas);
    bb_graphics_free(doc->graphics);
    bb_fo_tree_free(doc->fo);
    bb_diag_free(doc->diag);
    xmlFreeDoc(doc->dump);
    xmlFreeDoc(doc->xml);
    g_free(doc);
}

const bb_fo_node *bb_test_node(const bb_test_doc *doc, const char *id)
{
    const bb_fo_node *node = bb_fo_tree_find(doc->fo, id);

    if (node == NULL)
        g_error("the test's document has no object \"%s\"", id);
    return node;
}

static xmlXPathObject *evaluate(bb_test_doc *doc, const char *xpath)
{
    if (doc->dump == NULL) {
        g_autofree char *text = bb_area_dump(doc->areas);
        doc->dump = xmlReadMemory(text, (int)strlen(text), "areas", NULL, XML_PARSE_HUGE);
    }
    xmlXPathContext *context = xmlXPathNewContext(doc->dump);
    xmlXPathObject *result = xmlXPathEvalExpression((const xmlChar *)xpath, context);
    xmlXPathFreeContext(context);
    if (result == NULL)
        g_error("the test's XPath is wrong: %s", xpath);
    return result;
}

double bb_test_number(bb_test_doc *doc, const char *xpath)
{
    xmlXPathObject *result = evaluate(doc, xpath);
    double number = xmlXPathCastToNumber(result);

    xmlXPathFreeObject(result);
    return number;
}

char *bb_test_string(bb_test_doc *doc, const char *xpath)
{
    xmlXPathObject *result = evaluate(doc, xpath);
    xmlChar *text = xmlXPathCastToString(result);
    char *copy = g_strdup((const char *)text);

    xmlFree(text);
    xmlXPathFreeObject(result);
    return copy;
}

int bb_test_messages(const bb_test_doc *doc, const char *code)
{
    int count = 0;

    for (size_t i = 0; i < bb_diag_count(doc->diag); i++)
        count += strcmp(bb_diag_entry_at(doc->diag, i)->code, code) == 0;
    return count;
}

/* --- below the door --- */

/* The engine keeps its parts to itself, so a run has parts of its own. */
typedef struct {
    bb_layout layout;
    bb_area_tree *tree;
} run;

typedef struct {
    void *item;
    GDestroyNotify release;
} owned_item;

bb_layout *bb_test_run_new(bb_test_doc *doc)
{
    run *r = g_new0(run, 1);
    bb_fonts *fonts = bb_layout_engine_fonts(bb_test_engine());

    r->tree = bb_area_tree_new();
    r->layout = (bb_layout){
        .fo = doc->fo,
        .fonts = fonts,
        .shaper = bb_shaper_new(fonts),
        .hyphenator = bb_hyphenator_new(),
        .graphics = doc->graphics,
        .diag = doc->diag,
        .areas = bb_area_tree_arena(r->tree),
        .scratch = bb_arena_new(),
        .owned = g_array_new(FALSE, FALSE, sizeof(owned_item)),
        .styles = g_hash_table_new_full(NULL, NULL, NULL, g_free),
        .refs = bb_area_tree_refs(r->tree),
        .markers = bb_markers_new(),
    };
    return &r->layout;
}

void bb_test_run_free(bb_layout *layout)
{
    run *r = (run *)layout;

    if (layout == NULL)
        return;
    for (guint i = 0; i < layout->owned->len; i++) {
        const owned_item *own = &g_array_index(layout->owned, owned_item, i);
        own->release(own->item);
    }
    g_array_unref(layout->owned);
    bb_markers_free(layout->markers);
    g_hash_table_unref(layout->styles);
    bb_arena_free(layout->scratch);
    bb_shaper_free(layout->shaper);
    bb_hyphenator_free(layout->hyphenator);
    bb_area_tree_free(r->tree);
    g_free(r);
}
