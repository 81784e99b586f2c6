/* findings_table.c - whether a table's rows and spans make one rectangle.
 *
 * A screen reader finds a cell's headers by its row and column (ISO 14289-1 7.5 wants tables
 * regular): every row must be as wide as the others, and no cell may reach into another or out of
 * its group of rows. */
#include "findings/findings_private.h"

#include <stdlib.h>
#include <string.h>

/* More is a slip of the keyboard, and no page has room for it. */
enum { MOST_COLUMNS = 200, MOST_ROWSPAN = 10000 };

typedef struct {
    xmlNode *row;
    int width;
} row_width;

typedef struct {
    bb_findings *findings;
    GArray *widths;                     /* row_width, in order */
    int down[MOST_COLUMNS];             /* rows that a cell above still takes in each column */
    const xmlNode *above[MOST_COLUMNS]; /* that cell */
    bool headed;
} grid;

static int read_span(const xmlNode *cell, const char *name, int most)
{
    g_autofree char *typed = bb_node_attribute(cell, name);
    long span = typed != NULL ? strtol(typed, NULL, 10) : 1;

    return (int)CLAMP(span, 1, most);
}

/* Puts a cell at the first free column from there on; gives the column behind it. */
static int place_cell(grid *g, const xmlNode *cell, int column)
{
    int columns = read_span(cell, "colspan", MOST_COLUMNS);
    int rows = read_span(cell, "rowspan", MOST_ROWSPAN);
    bool overlap = false;

    while (column < MOST_COLUMNS && g->down[column] > 0)
        column++;
    int end = MIN(column + columns, MOST_COLUMNS);
    for (; column < end; column++) {
        overlap = overlap || g->down[column] > 0;
        g->down[column] = rows;
        g->above[column] = cell;
    }
    if (overlap)
        bb_diag_report(g->findings->diag, BB_M_TABLE_OVERLAP, bb_findings_place(cell));
    return end;
}

static void place_row(grid *g, xmlNode *row)
{
    row_width added = {row, 0};
    int column = 0;

    for (xmlNode *cell = row->children; cell != NULL; cell = cell->next) {
        bool header = bb_node_is(cell, "th");
        if (header || bb_node_is(cell, "td"))
            column = place_cell(g, cell, column);
        g->headed = g->headed || header;
    }
    for (int i = 0; i < MOST_COLUMNS; i++) {
        added.width += g->down[i] > 0;
        g->down[i] = MAX(g->down[i] - 1, 0);
    }
    g_array_append_val(g->widths, added);
}

/* A group of rows; a span ends with it. */
static void place_group(grid *g, const xmlNode *group)
{
    const xmlNode *reported = NULL;

    memset(g->down, 0, sizeof g->down);
    for (xmlNode *row = group->children; row != NULL; row = row->next) {
        if (bb_node_is(row, "tr"))
            place_row(g, row);
    }
    for (int i = 0; i < MOST_COLUMNS; i++) {
        if (g->down[i] > 0 && g->above[i] != reported) {
            reported = g->above[i];
            bb_diag_report(g->findings->diag, BB_M_TABLE_ROWSPAN, bb_findings_place(reported),
                           (const char *)group->name);
        }
    }
}

/* The width that most rows have; of equally many the first. */
static int usual_width(const GArray *widths)
{
    int counts[MOST_COLUMNS + 1] = {0}, best = 0;

    for (guint i = 0; i < widths->len; i++)
        counts[g_array_index(widths, row_width, i).width]++;
    for (guint i = 0; i < widths->len; i++) {
        int width = g_array_index(widths, row_width, i).width;
        if (best == 0 || counts[width] > counts[best])
            best = width;
    }
    return best;
}

static int count_cols(const xmlNode *table)
{
    int count = 0;

    for (const xmlNode *node = table->children; node != NULL; node = node->next)
        count += bb_node_is(node, "col");
    return count;
}

static char *columns(int count)
{
    return g_strdup_printf("%d %s", count, count == 1 ? "column" : "columns");
}

static void report_widths(const grid *g, const xmlNode *table)
{
    int cols = count_cols(table);
    int wanted = usual_width(g->widths);
    g_autofree char *wants = columns(wanted);

    if (cols > 0 && wanted > 0 && cols != wanted) {
        g_autofree char *has = g_strdup_printf("%d", cols);
        bb_diag_report(g->findings->diag, BB_M_TABLE_COLS, bb_findings_place(table), has, wants);
    }
    for (guint i = 0; i < g->widths->len; i++) {
        const row_width *row = &g_array_index(g->widths, row_width, i);
        if (row->width == wanted)
            continue;
        g_autofree char *number = g_strdup_printf("%u", i + 1);
        g_autofree char *has = columns(row->width);
        g_autofree char *others = g_strdup_printf("%d", wanted);
        bb_diag_report(g->findings->diag, BB_M_TABLE_WIDTH, bb_findings_place(row->row), number,
                       has, others);
    }
}

static void check_table(bb_findings *findings, const xmlNode *table)
{
    grid g = {.findings = findings};

    g.widths = g_array_new(FALSE, FALSE, sizeof(row_width));
    for (const xmlNode *group = table->children; group != NULL; group = group->next) {
        /* The headers of another table. */
        g.headed = g.headed || (bb_node_is(group, "thead") && xmlHasProp(group, BAD_CAST "like"));
        if (bb_node_is(group, "thead") || bb_node_is(group, "tbody"))
            place_group(&g, group);
    }
    report_widths(&g, table);
    if (!g.headed && g.widths->len > 0)
        bb_diag_report(findings->diag, BB_M_TABLE_UNHEADED, bb_findings_place(table));
    g_array_unref(g.widths);
}

void bb_findings_check_tables(bb_findings *findings)
{
    xmlNode *root = xmlDocGetRootElement(findings->doc);

    for (xmlNode *node = root; node != NULL; node = bb_node_next(root, node)) {
        if (bb_node_is(node, "table"))
            check_table(findings, node);
    }
}
