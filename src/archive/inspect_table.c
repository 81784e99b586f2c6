/* inspect_table.c - tables: rows equally long once spans are counted, headers that are found
 * (ISO 14289-1 7.5; ISO 32000-1 14.8.5.7). */
#include "archive/inspect_private.h"

#include <string.h>

typedef struct {
    bb_inspection *in;
    const bb_element *table;
    GArray *until;     /* int a column: the row from which it is free again */
    GHashTable *heads; /* IDs of the header cells */
    GHashTable *named; /* IDs that cells name as their headers */
    int row, width;    /* width: of the first row; -1 before it */
    gint64 work;
} grid;

static bool is_role(const bb_element *element, const char *role)
{
    return strcmp(element->role, role) == 0;
}

/* The elements among the kids. */
static const bb_element *kid_element(const bb_element *element, guint index)
{
    const bb_kid *kid = &g_array_index(element->kids, bb_kid, index);

    return kid->kind == BB_KID_ELEMENT ? kid->element : NULL;
}

/* --- the grid --- */

static int span_of(grid *g, const bb_element *cell, const char *key)
{
    enum { MOST_SPAN = 10000 };
    const bb_cos *value = bb_inspect_attribute(g->in, cell, "Table", key);
    gint64 span = 1;

    if (value == NULL)
        return 1;
    if (bb_cos_integer(value, &span) && span >= 1 && span <= MOST_SPAN)
        return (int)span;
    bb_inspect_report(g->in, BB_M_PDF_TABLE_SPAN, bb_inspect_at_element(g->in, cell), key);
    return 1;
}

static int *column(grid *g, guint index)
{
    if (index >= g->until->len)
        g_array_set_size(g->until, index + 1);
    return &g_array_index(g->until, int, index);
}

/* Puts a cell from the first free column on; gives the column behind it. */
static guint place_cell(grid *g, const bb_element *cell, guint at)
{
    int columns = span_of(g, cell, "ColSpan"), rows = span_of(g, cell, "RowSpan");
    bool overlaps = false;

    while (at<g->until->len && * column(g, at)> g->row) {
        at++;
        g->work++;
    }
    for (int i = 0; i < columns; i++) {
        int *until = column(g, at + (guint)i);
        overlaps = overlaps || *until > g->row;
        *until = MAX(*until, g->row + rows);
    }
    g->work += columns;
    if (overlaps)
        bb_inspect_report(g->in, BB_M_PDF_TABLE_OVERLAP, bb_inspect_at_element(g->in, cell));
    return at + (guint)columns;
}

static int row_width(const grid *g)
{
    int width = 0;

    for (guint i = 0; i < g->until->len; i++)
        width += g_array_index(g->until, int, i) > g->row;
    return width;
}

static void place_row(grid *g, const bb_element *row)
{
    guint at = 0;

    for (guint i = 0; i < row->kids->len && g->work < BB_MOST_CELLS; i++) {
        const bb_element *cell = kid_element(row, i);
        if (cell != NULL && (is_role(cell, "TH") || is_role(cell, "TD")))
            at = place_cell(g, cell, at);
    }
    int width = row_width(g);
    g->work += g->until->len;
    if (g->width < 0)
        g->width = width;
    else if (width != g->width)
        bb_inspect_report(g->in, BB_M_PDF_TABLE_WIDTH, bb_inspect_at_element(g->in, row),
                          bb_inspect_format(g->in, "%d", width),
                          bb_inspect_format(g->in, "%d", g->width));
    g->row++;
}

/* Spans end where their section ends. */
static void end_section(grid *g, const bb_element *section)
{
    bool beyond = false;

    for (guint i = 0; i < g->until->len; i++) {
        int *until = &g_array_index(g->until, int, i);
        beyond = beyond || *until > g->row;
        *until = 0;
    }
    if (beyond)
        bb_inspect_report(g->in, BB_M_PDF_TABLE_ROWSPAN, bb_inspect_at_element(g->in, section));
}

static void place_rows(grid *g, const bb_element *section)
{
    bool rows = false;

    for (guint i = 0; i < section->kids->len && g->work < BB_MOST_CELLS; i++) {
        const bb_element *kid = kid_element(section, i);
        if (kid == NULL)
            continue;
        if (is_role(kid, "TR")) {
            place_row(g, kid);
            rows = true;
        } else if (section == g->table && g_str_has_prefix(kid->role, "T") &&
                   !is_role(kid, "Table")) {
            if (rows)
                end_section(g, section);
            rows = false;
            place_rows(g, kid);
        }
    }
    if (rows)
        end_section(g, section);
}

/* --- header cells --- */

static const bb_cos *id_of(const bb_element *element)
{
    const bb_cos *id = bb_cos_get(element->dictionary, "ID");

    return id != NULL && id->kind == BB_COS_STRING ? id : NULL;
}

typedef void cell_visit(grid *g, const bb_element *cell);

static void visit_cells(grid *g, const bb_element *element, cell_visit *visit)
{
    for (guint i = 0; i < element->kids->len; i++) {
        const bb_element *kid = kid_element(element, i);
        if (kid == NULL)
            continue;
        if (is_role(kid, "TH") || is_role(kid, "TD"))
            visit(g, kid);
        else if (is_role(kid, "TR") || is_role(kid, "THead") || is_role(kid, "TBody") ||
                 is_role(kid, "TFoot"))
            visit_cells(g, kid, visit);
    }
}

static void note_head(grid *g, const bb_element *cell)
{
    if (is_role(cell, "TH") && id_of(cell) != NULL)
        g_hash_table_add(g->heads, (void *)id_of(cell)->bytes);
}

static void check_headers(grid *g, const bb_element *cell)
{
    const bb_cos *headers = bb_inspect_attribute(g->in, cell, "Table", "Headers");

    for (int i = 0; i < bb_cos_length(headers) && g->work++ < BB_MOST_CELLS; i++) {
        const bb_cos *name = bb_cos_item(headers, i);
        bool text = name != NULL && name->kind == BB_COS_STRING;
        if (!text || !g_hash_table_contains(g->heads, name->bytes))
            bb_inspect_report(g->in, BB_M_PDF_TABLE_HEADERS, bb_inspect_at_element(g->in, cell),
                              text ? name->bytes : "");
        else
            g_hash_table_add(g->named, (void *)name->bytes);
    }
}

static void check_scope(grid *g, const bb_element *cell)
{
    const bb_cos *scope = bb_inspect_attribute(g->in, cell, "Table", "Scope");

    if (!is_role(cell, "TH"))
        return;
    if (scope == NULL && id_of(cell) != NULL && g_hash_table_contains(g->named, id_of(cell)->bytes))
        return;
    if (!bb_cos_is(scope, "Row") && !bb_cos_is(scope, "Column") && !bb_cos_is(scope, "Both"))
        bb_inspect_report(g->in, BB_M_PDF_TABLE_SCOPE, bb_inspect_at_element(g->in, cell));
}

static void check_table(bb_inspection *in, const bb_element *table)
{
    g_autoptr(GArray) until = g_array_new(FALSE, TRUE, sizeof(int));
    g_autoptr(GHashTable) heads = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) named = g_hash_table_new(g_str_hash, g_str_equal);
    grid g = {
        .in = in, .table = table, .until = until, .heads = heads, .named = named, .width = -1};

    place_rows(&g, table);
    if (g.row == 0)
        bb_inspect_report(in, BB_M_PDF_TABLE_EMPTY, bb_inspect_at_element(in, table));
    visit_cells(&g, table, note_head);
    visit_cells(&g, table, check_headers);
    visit_cells(&g, table, check_scope);
}

void bb_inspect_tables(bb_inspection *in)
{
    for (guint i = 0; i < in->elements->len; i++) {
        const bb_element *element = in->elements->pdata[i];
        if (is_role(element, "Table"))
            check_table(in, element);
    }
}
