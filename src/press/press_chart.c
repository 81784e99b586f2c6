/* press_chart.c - hands the charts of a resolved document to src/chart, and puts the drawings in.
 */
#include "press/press_private.h"

#include "base/error.h"
#include "chart/chart.h"

#include <libxml/parser.h>
#include <math.h>
#include <string.h>

/* One chart on its way; the strings in chart are lent from here. */
typedef struct {
    bb_chart chart;
    GArray *bars;       /* bb_chart_bar */
    GPtrArray *strings; /* owned */
    GPtrArray *series;  /* const char */
    const char *words[BB_CHART_WORD_COUNT];
    bool drafted;
} sketch;

static const char *keep(sketch *s, xmlChar *text)
{
    if (text == NULL)
        return NULL;
    char *copy = g_strdup((const char *)text);

    xmlFree(text);
    g_ptr_array_add(s->strings, copy);
    return copy;
}

static const char *attribute(sketch *s, const xmlNode *node, const char *name)
{
    return keep(s, xmlGetNoNsProp(node, (const xmlChar *)name));
}

static const char *own_attribute(sketch *s, const xmlNode *node, const char *name)
{
    return keep(s, xmlGetNsProp(node, (const xmlChar *)name, (const xmlChar *)RESOLVED_NAMESPACE));
}

static bool is_named(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

static xmlNode *find_child(const xmlNode *parent, const char *name)
{
    for (xmlNode *c = parent->children; c != NULL; c = c->next) {
        if (is_named(c, name))
            return c;
    }
    return NULL;
}

static const char *text_of(sketch *s, const xmlNode *parent, const char *name)
{
    const xmlNode *child = find_child(parent, name);

    return child == NULL ? NULL : keep(s, xmlNodeGetContent(child));
}

/* What the node's value="…" and print="…" say; NAN when that is no number. */
static bb_chart_figure read_figure(sketch *s, const xmlNode *node)
{
    const char *value = attribute(s, node, "value");
    char *end = NULL;
    double number = g_ascii_strtod(value != NULL ? value : "", &end);

    return (bb_chart_figure){value != NULL && end != value ? number : NAN,
                             attribute(s, node, "print")};
}

/* One figure for each series, and NAN for those that are lacking; those beyond are left out. */
static const bb_chart_figure *read_figures(sketch *s, const xmlNode *node)
{
    guint series = MAX(s->series->len, 1), count = 0;
    bb_chart_figure *figures = g_new0(bb_chart_figure, series);

    g_ptr_array_add(s->strings, figures);
    for (guint i = 0; i < series; i++)
        figures[i].value = NAN;
    if (xmlHasProp(node, (const xmlChar *)"value") != NULL)
        figures[0] = read_figure(s, node);
    for (const xmlNode *c = node->children; c != NULL && count < series; c = c->next) {
        if (is_named(c, "figure"))
            figures[count++] = read_figure(s, c);
    }
    return figures;
}

/* A chapter's own score is labelled by the heading of its group. */
static void add_bar(sketch *s, const xmlNode *node, bb_diag *diag)
{
    const char *kind = own_attribute(s, node, "kind"), *depth = attribute(s, node, "depth");
    bool total = kind != NULL && strcmp(kind, "chapter") == 0;
    const bb_chart_bar bar = {
        .number = attribute(s, node, "number"),
        .label = total ? NULL : attribute(s, node, "label"),
        .group = attribute(s, node, "group"),
        .total = total,
        .figures = read_figures(s, node),
        .depth = depth != NULL ? (unsigned)g_ascii_strtoull(depth, NULL, 10) : 0,
        .detail = attribute(s, node, "detail"),
        .place = bb_press_resolved_place(diag, node),
    };
    g_array_append_val(s->bars, bar);
}

/* Percentages have a scale from 0 to 100, unless the writer ends it elsewhere; other figures make
 * their own. */
static void choose_scale(sketch *s, const char *maximum)
{
    size_t series = MAX(s->chart.series_count, 1);

    for (size_t i = 0; i < s->bars->len * series; i++) {
        const bb_chart_bar *bar = &g_array_index(s->bars, bb_chart_bar, i / series);
        const bb_chart_figure *figure = &bar->figures[i % series];
        if (!isnan(figure->value) &&
            (figure->print == NULL || !g_str_has_suffix(figure->print, "%")))
            return;
    }
    s->chart.unit = "%";
    if (maximum == NULL)
        s->chart.maximum = 100;
}

/* The legend of a chart of scores has one entry for criteria, that of another its series. */
static void read_series(sketch *s, const xmlNode *node)
{
    const char *bars = own_attribute(s, node, "bars");

    if (bars != NULL)
        g_ptr_array_add(s->series, (gpointer)bars);
    for (const xmlNode *c = node->children; c != NULL; c = c->next) {
        if (is_named(c, "series"))
            g_ptr_array_add(s->series, (gpointer)keep(s, xmlNodeGetContent(c)));
    }
}

static void read_chart(sketch *s, const xmlNode *node, bb_diag *diag)
{
    const char *type = attribute(s, node, "type"), *maximum = attribute(s, node, "maximum");

    read_series(s, node);
    for (const xmlNode *c = node->children; c != NULL; c = c->next) {
        if (is_named(c, "bar"))
            add_bar(s, c, diag);
    }
    s->chart = (bb_chart){
        .kind = bb_chart_find_kind(type != NULL ? type : ""),
        .id = attribute(s, node, "id"),
        .title = text_of(s, node, "title"),
        .subtitle = text_of(s, node, "subtitle"),
        .description = text_of(s, node, "alt"),
        .bars = (const bb_chart_bar *)s->bars->data,
        .bar_count = s->bars->len,
        .series = (const char *const *)s->series->pdata,
        .series_count = s->series->len,
        .total_name = own_attribute(s, node, "totals"),
        .words = s->words,
        .place = bb_press_resolved_place(diag, node),
    };
    if (s->chart.kind == BB_CHART_KIND_COUNT)
        s->chart.kind = BB_CHART_BAR;
    if (maximum != NULL)
        s->chart.maximum = g_ascii_strtod(maximum, NULL);
    choose_scale(s, maximum);
}

static void draft_description(sketch *s, bb_diag *diag)
{
    if (s->chart.description != NULL)
        return;
    char *text = bb_chart_describe(&s->chart);
    g_ptr_array_add(s->strings, text);
    s->chart.description = text;
    s->drafted = true;
    if (s->chart.bar_count > 0)
        bb_diag_report(diag, BB_M_ALT_DRAFTED, s->chart.place, text);
}

/* The drawing as a node of the resolved document, not yet put anywhere. */
static xmlNode *draw(const bb_chart *chart, xmlDoc *resolved, bb_diag *diag, GError **error)
{
    g_autofree char *svg = bb_chart_draw(chart, diag);
    xmlDoc *drawing = xmlReadMemory(svg, (int)strlen(svg), "svg", NULL,
                                    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOBLANKS);

    if (drawing == NULL) {
        g_set_error(error, BB_ERROR, BB_ERROR_LIBRARY, "the drawing of \"%s\" is not XML",
                    chart->title);
        return NULL;
    }
    xmlNode *node = xmlDocCopyNode(xmlDocGetRootElement(drawing), resolved, 1);
    xmlFreeDoc(drawing);
    return node;
}

static void put_before(xmlNode *node, xmlNode *table, xmlNode *chart)
{
    if (table != NULL)
        xmlAddPrevSibling(table, node);
    else
        xmlAddChild(chart, node);
}

static void put_description(const sketch *s, xmlNode *table, xmlNode *chart, xmlNs *resolved)
{
    if (!s->drafted)
        return;
    xmlNode *alt = xmlNewDocNode(chart->doc, chart->ns, (const xmlChar *)"alt", NULL);
    xmlNodeAddContent(alt, (const xmlChar *)s->chart.description);
    xmlSetNsProp(alt, resolved, (const xmlChar *)"drafted", (const xmlChar *)"yes");
    put_before(alt, table, chart);
}

static bool put_drawings(const sketch *s, xmlNode *node, bb_diag *diag, GError **error)
{
    xmlNode *table = find_child(node, "table");
    xmlNs *resolved = xmlSearchNsByHref(node->doc, node, (const xmlChar *)RESOLVED_NAMESPACE);
    xmlNode *wide = draw(&s->chart, node->doc, diag, error);
    bb_chart narrow = s->chart;
    g_autofree char *narrow_id = g_strconcat(s->chart.id, "-narrow", NULL);

    if (wide == NULL)
        return false;
    put_description(s, table, node, resolved);
    put_before(wide, table, node);
    narrow.id = narrow_id;
    narrow.width = BB_CHART_PHONE;
    /* What there is to say of the chart has been said with the wide drawing. */
    xmlNode *drawing = draw(&narrow, node->doc, NULL, error);
    if (drawing == NULL)
        return false;
    xmlNode *frame = xmlNewDocNode(node->doc, resolved, (const xmlChar *)"narrow", NULL);
    xmlAddChild(frame, drawing);
    put_before(frame, table, node);
    return true;
}

/* The words that the report's language gives to charts; what it lacks is said in English. */
static void find_words(sketch *s, const xmlDoc *words)
{
    const xmlNode *root = words == NULL ? NULL : xmlDocGetRootElement(words);

    for (const xmlNode *w = root == NULL ? NULL : root->children; w != NULL; w = w->next) {
        if (w->type != XML_ELEMENT_NODE)
            continue;
        const char *name = attribute(s, w, "name");
        for (int i = 0; name != NULL && i < BB_CHART_WORD_COUNT; i++) {
            if (strcmp(bb_chart_word_name((bb_chart_word)i), name) == 0)
                s->words[i] = keep(s, xmlNodeGetContent(w));
        }
    }
}

static bool draw_chart(xmlNode *node, const xmlDoc *words, bb_diag *diag, GError **error)
{
    sketch s = {.bars = g_array_new(FALSE, TRUE, sizeof(bb_chart_bar)),
                .strings = g_ptr_array_new_with_free_func(g_free),
                .series = g_ptr_array_new()};

    find_words(&s, words);
    read_chart(&s, node, diag);
    draft_description(&s, diag);
    bool good = put_drawings(&s, node, diag, error);
    g_array_unref(s.bars);
    g_ptr_array_unref(s.series);
    g_ptr_array_unref(s.strings);
    return good;
}

static void collect_charts(xmlNode *parent, GPtrArray *charts)
{
    for (xmlNode *c = parent->children; c != NULL; c = c->next) {
        if (is_named(c, "chart"))
            g_ptr_array_add(charts, c);
        else if (c->type == XML_ELEMENT_NODE)
            collect_charts(c, charts);
    }
}

bool bb_press_draw_charts(bb_press *press, xmlDoc *resolved, bb_diag *diag, GError **error)
{
    g_autofree char *programme = bb_press_root_attribute(resolved, "programme");
    g_autofree char *language = bb_press_root_attribute(resolved, "lang");
    g_autoptr(GPtrArray) charts = g_ptr_array_new();
    const xmlDoc *words = bb_press_find_words(press, programme, language, NULL);

    collect_charts(xmlDocGetRootElement(resolved), charts);
    for (guint i = 0; i < charts->len; i++) {
        if (!draw_chart(charts->pdata[i], words, diag, error))
            return false;
    }
    return true;
}
