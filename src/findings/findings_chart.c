/* findings_chart.c - the figures of charts: counts them from the cases, and sees that they are as
 * many as the chart has series. */
#include "findings/findings_private.h"

#include "base/number.h"
#include "base/text.h"

#include <string.h>

enum { QUOTED = 60 };

/* --- from the cases --- */

/* The cases of all the questions together; false when one of them couldn't be counted. */
static bool add_up(const bb_findings *findings, char **ids, long *relevant, long *above)
{
    for (char **id = ids; *id != NULL; id++) {
        const xmlNode *named = **id != '\0' ? bb_findings_element(findings, *id) : NULL;
        const bb_question *q =
            named != NULL ? g_hash_table_lookup(findings->data->questions, named) : NULL;
        if (**id == '\0')
            continue;
        if (q == NULL || !q->usable)
            return false;
        *relevant += q->relevant;
        *above += q->above;
    }
    return true;
}

static bool is_stacked(const xmlNode *chart)
{
    g_autofree char *type = bb_node_attribute(chart, "type");

    return g_strcmp0(type, "stacked") == 0;
}

static char *print_cases(const bb_findings *findings, bool stacked, long relevant, long above)
{
    if (stacked)
        return g_strdup_printf("%ld %ld", above, relevant - above);
    if (relevant == 0)
        return g_strdup("-");
    g_autofree char *number =
        bb_number_print(100.0 * (double)above / (double)relevant, findings->profile->decimals);
    return g_strconcat(number, "%", NULL);
}

static void count_bar(bb_findings *findings, xmlNode *bar, const char *of)
{
    g_auto(GStrv) ids = g_strsplit_set(of, " \t\r\n", -1);
    long relevant = 0, above = 0;

    if (findings->profile == NULL || !add_up(findings, ids, &relevant, &above))
        return;
    g_autofree char *values = print_cases(findings, is_stacked(bar->parent), relevant, above);
    xmlNs *scored =
        xmlSearchNsByHref(bar->doc, xmlDocGetRootElement(bar->doc), BAD_CAST BB_SCORED_NS);
    xmlSetNsProp(bar, scored, BAD_CAST "values", BAD_CAST values);
}

/* --- figures and series --- */

static guint count_series(const xmlNode *chart)
{
    guint count = 0;

    for (const xmlNode *c = chart->children; c != NULL; c = c->next)
        count += bb_node_is(c, "series") ? 1 : 0;
    return MAX(count, 1);
}

static guint count_words(const char *text)
{
    g_autofree char *squeezed = bb_text_squeeze(text);
    g_auto(GStrv) words = g_strsplit(squeezed, " ", -1);

    return g_strv_length(words);
}

/* How many figures the bar comes to have. */
static guint count_figures(const xmlNode *bar)
{
    g_autofree char *values = bb_node_attribute(bar, "values");

    if (values != NULL)
        return count_words(values);
    return xmlHasProp(bar, BAD_CAST "of") != NULL && is_stacked(bar->parent) ? 2 : 1;
}

/* How many attributes the bar has that give it figures. */
static int count_sources(const xmlNode *bar)
{
    static const char *const SOURCES[] = {"value", "values", "of"};
    int count = 0;

    for (size_t i = 0; i < G_N_ELEMENTS(SOURCES); i++)
        count += xmlHasProp(bar, BAD_CAST SOURCES[i]) != NULL ? 1 : 0;
    return count;
}

static void check_bar(bb_findings *findings, const xmlNode *bar)
{
    guint series = count_series(bar->parent), figures = count_figures(bar);
    int sources = count_sources(bar);
    g_autofree char *words = bb_node_words(bar);
    g_autofree char *name = bb_text_clip(words, QUOTED);
    bb_place place = bb_findings_place(bar);

    if (sources != 1) {
        bb_diag_report(findings->diag, BB_M_CHART_FIGURES_SOURCE, place, name,
                       sources == 0 ? "has no figure" : "has figures of two kinds");
    } else if (series != figures) {
        g_autofree char *has =
            g_strdup_printf("%u %s", figures, figures == 1 ? "figure" : "figures");
        g_autofree char *wanted = g_strdup_printf("%u", series);
        bb_diag_report(findings->diag, BB_M_CHART_FIGURES_UNEQUAL, place, name, has, wanted);
    }
}

void bb_findings_fill_charts(bb_findings *findings)
{
    xmlNode *root = xmlDocGetRootElement(findings->doc);

    for (xmlNode *node = root; node != NULL; node = bb_node_next(root, node)) {
        if (!bb_node_is(node, "bar") || !bb_node_is(node->parent, "chart"))
            continue;
        g_autofree char *of = bb_node_attribute(node, "of");
        check_bar(findings, node);
        if (of != NULL)
            count_bar(findings, node, of);
    }
}
