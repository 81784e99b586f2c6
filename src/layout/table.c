/* table.c - from an fo:table to grids of cells. */
#include "layout/grid_private.h"

#include "layout/stack.h"

typedef struct {
    bb_table *table;
    GPtrArray *rows; /* every row: GPtrArray of bb_grid_cell by column (lent, may be NULL) */
    GPtrArray *row_nodes, *body_nodes;
    GArray *pending; /* int by column: rows still covered by a cell above */
    bb_grid *grid;   /* the one being filled */
    const bb_fo_node *body;
    GPtrArray *target; /* where finished grids go */
} reader;

static int integer_or(const bb_fo_node *node, bb_fo_property property, int otherwise)
{
    int value = bb_fo_get_integer(node, property);

    return value > 0 ? value : otherwise;
}

enum { MOST_COLUMNS = 1000, MOST_SPAN = 10000 };

/* --- columns --- */

static void ensure_columns(bb_table *table, int count)
{
    bb_table_column column = {0};

    while ((int)table->columns->len < MIN(count, MOST_COLUMNS))
        g_array_append_val(table->columns, column);
}

static void read_columns(bb_table *table)
{
    int next = 1;

    for (const bb_fo_node *node = table->node->first; node != NULL; node = node->next) {
        if (node->object != BB_FO_TABLE_COLUMN)
            continue;
        int number = integer_or(node, BB_FO_P_COLUMN_NUMBER, next);
        int repeated = MIN(integer_or(node, BB_FO_P_NUMBER_COLUMNS_REPEATED, 1), MOST_COLUMNS);
        ensure_columns(table, number + repeated - 1);
        for (int i = 0; i < repeated && number + i <= MOST_COLUMNS; i++)
            g_array_index(table->columns, bb_table_column, number + i - 1).node = node;
        next = number + repeated;
    }
}

/* --- rows --- */

static int pending_at(const reader *r, int column)
{
    return column < (int)r->pending->len ? g_array_index(r->pending, int, column) : 0;
}

/* Takes a column for a cell of so many rows. False when another cell is there already. */
static bool take_column(reader *r, int column, int rows)
{
    if (column >= (int)r->pending->len)
        g_array_set_size(r->pending, (guint)column + 1);
    int *pending = &g_array_index(r->pending, int, column);
    bool taken = *pending > 0;
    *pending = MAX(*pending, rows);
    return !taken;
}

static void begin_row(reader *r, const bb_fo_node *node)
{
    if (r->grid == NULL)
        r->grid =
            bb_grid_new(r->table->layout, r->table, node != NULL ? node : r->body, r->table->width);
    bb_grid_row row = {.node = node, .body = r->body};
    if (node != NULL)
        row.least_height = bb_fo_get_length(node, BB_FO_P_BPD_OPTIMUM, 0);
    if (node != NULL && bb_fo_get(node, BB_FO_P_BPD_OPTIMUM)->kind != BB_FO_LENGTH_VALUE)
        row.least_height = bb_fo_get_length(node, BB_FO_P_BPD_MINIMUM, 0);
    g_array_append_val(r->grid->rows, row);
    g_ptr_array_add(r->rows, g_ptr_array_new());
    g_ptr_array_add(r->row_nodes, (void *)node);
    g_ptr_array_add(r->body_nodes, (void *)r->body);
}

/* A span that reaches beyond the end of its body ends with it. */
static void finish_grid(reader *r)
{
    if (r->grid == NULL)
        return;
    r->grid->states_known = r->body->object != BB_FO_TABLE_BODY;
    for (int i = 0; i < (int)r->grid->cells->len; i++) {
        bb_grid_cell *cell = bb_grid_cell_at(r->grid, i);
        cell->rows = MIN(cell->rows, (int)r->grid->rows->len - cell->row);
    }
    g_ptr_array_add(r->target, r->grid);
    r->grid = NULL;
}

/* Ends a row; when no cell reaches below it, the rows so far are a grid. */
static void end_row(reader *r)
{
    bool open = false;

    for (int c = 0; c < (int)r->pending->len; c++) {
        int *rows = &g_array_index(r->pending, int, c);
        *rows = MAX(0, *rows - 1);
        open = open || *rows > 0;
    }
    if (!open)
        finish_grid(r);
}

static void add_cell(reader *r, const bb_fo_node *node, int *next)
{
    int column = bb_fo_get_integer(node, BB_FO_P_COLUMN_NUMBER) - 1;
    int columns = MIN(integer_or(node, BB_FO_P_NUMBER_COLUMNS_SPANNED, 1), MOST_COLUMNS);
    int rows = MIN(integer_or(node, BB_FO_P_NUMBER_ROWS_SPANNED, 1), MOST_SPAN);

    if (column < 0) {
        column = *next;
        while (pending_at(r, column) > 0)
            column++;
    }
    if (column >= MOST_COLUMNS)
        return;
    ensure_columns(r->table, column + columns);
    bb_grid_cell cell = {
        .node = node,
        .row = (int)r->grid->rows->len - 1,
        .rows = rows,
        .column = column,
        .columns = MIN(columns, MOST_COLUMNS - column),
    };
    g_array_append_val(r->grid->cells, cell);
    bool alone = true;
    for (int c = column; c < column + cell.columns; c++)
        alone = take_column(r, c, rows) && alone;
    if (!alone)
        bb_diag_report(r->table->layout->diag, BB_M_CELLS_OVERLAP,
                       bb_fo_place(r->table->layout->fo, node));
    *next = column + columns;
}

static void read_row(reader *r, const bb_fo_node *row)
{
    int next = 0;

    begin_row(r, row);
    for (const bb_fo_node *node = row->first; node != NULL; node = node->next) {
        if (node->object == BB_FO_TABLE_CELL)
            add_cell(r, node, &next);
    }
    end_row(r);
}

/* Cells may stand in a body without rows; starts-row and ends-row part them (§6.7.10). */
static void read_bare_cells(reader *r, const bb_fo_node *body)
{
    int next = 0;
    bool in_row = false;

    for (const bb_fo_node *node = body->first; node != NULL; node = node->next) {
        if (node->object != BB_FO_TABLE_CELL)
            continue;
        bool starts = bb_fo_has(node, BB_FO_P_STARTS_ROW, BB_FO_K_TRUE);
        if (in_row && starts) {
            end_row(r);
            in_row = false;
        }
        if (!in_row) {
            begin_row(r, NULL);
            next = 0;
            in_row = true;
        }
        add_cell(r, node, &next);
        if (bb_fo_has(node, BB_FO_P_ENDS_ROW, BB_FO_K_TRUE)) {
            end_row(r);
            in_row = false;
        }
    }
    if (in_row)
        end_row(r);
}

static void read_body(reader *r, const bb_fo_node *body, GPtrArray *target)
{
    r->body = body;
    r->target = target;
    g_array_set_size(r->pending, 0);
    if (bb_fo_child(body, BB_FO_TABLE_ROW) == NULL) {
        read_bare_cells(r, body);
    } else {
        for (const bb_fo_node *node = body->first; node != NULL; node = node->next) {
            if (node->object == BB_FO_TABLE_ROW)
                read_row(r, node);
        }
    }
    finish_grid(r);
}

/* --- geometry --- */

static void map_cells(reader *r, const GPtrArray *grids, guint *row)
{
    for (guint g = 0; grids != NULL && g < grids->len; g++) {
        bb_grid *grid = grids->pdata[g];
        for (guint i = 0; i < grid->cells->len; i++) {
            bb_grid_cell *cell = bb_grid_cell_at(grid, (int)i);
            for (int dr = 0; dr < cell->rows && *row + (guint)(cell->row + dr) < r->rows->len;
                 dr++) {
                GPtrArray *columns = r->rows->pdata[*row + (guint)(cell->row + dr)];
                if ((int)columns->len < cell->column + cell->columns)
                    g_ptr_array_set_size(columns, cell->column + cell->columns);
                for (int c = cell->column; c < cell->column + cell->columns; c++)
                    columns->pdata[c] = cell;
            }
        }
        *row += grid->rows->len;
    }
}

/* Where a cell's content begins, and how wide it is. */
static void place_columns_of(bb_table *table, bb_grid_cell *cell)
{
    const bb_table_column *first = &g_array_index(table->columns, bb_table_column, cell->column);
    const bb_table_column *last =
        &g_array_index(table->columns, bb_table_column, cell->column + cell->columns - 1);
    bb_length left = first->x, right = last->x + last->width;

    if (table->collapses) {
        bb_length start = cell->borders[BB_SIDE_START].width;
        bb_length end = cell->borders[BB_SIDE_END].width;
        bb_length padding_start = bb_fo_get_length(cell->node, BB_FO_P_PADDING_START, table->width);
        bb_length padding_end = bb_fo_get_length(cell->node, BB_FO_P_PADDING_END, table->width);
        cell->x = left - start / 2;
        cell->width = right - left + start / 2 + end / 2;
        cell->start = start + padding_start;
        cell->before = cell->borders[BB_SIDE_BEFORE].width / 2 +
                       bb_fo_get_length(cell->node, BB_FO_P_PADDING_BEFORE, table->width);
        cell->after = cell->borders[BB_SIDE_AFTER].width / 2 +
                      bb_fo_get_length(cell->node, BB_FO_P_PADDING_AFTER, table->width);
        cell->before_torn = bb_box_torn(cell->node, true, table->width) -
                            (bb_box_keeps_border(cell->node, true)
                                 ? bb_box_border(cell->node, BB_FO_P_BORDER_BEFORE_STYLE) / 2
                                 : 0);
        cell->after_torn = bb_box_torn(cell->node, false, table->width) -
                           (bb_box_keeps_border(cell->node, false)
                                ? bb_box_border(cell->node, BB_FO_P_BORDER_AFTER_STYLE) / 2
                                : 0);
        bb_length inner = right - left - start / 2 - end / 2 - padding_start - padding_end;
        cell->content = bb_stack_new(table->layout, cell->node, bb_length_max(inner, 0));
        return;
    }
    bb_box_sides sides = bb_box_sides_of(cell->node, table->width);
    cell->x = left + table->separation_across / 2;
    cell->width = bb_length_max(0, right - left - table->separation_across);
    cell->start = sides.start;
    cell->before = sides.before;
    cell->after = sides.after;
    cell->before_torn = bb_box_torn(cell->node, true, table->width);
    cell->after_torn = bb_box_torn(cell->node, false, table->width);
    cell->content = bb_stack_new(table->layout, cell->node,
                                 bb_length_max(0, cell->width - sides.start - sides.end));
}

static bb_length finish_grids(bb_table *table, GPtrArray *grids)
{
    bb_length height = 0;

    for (guint g = 0; grids != NULL && g < grids->len; g++) {
        bb_grid *grid = grids->pdata[g];
        grid->width = table->width;
        for (guint i = 0; i < grid->cells->len; i++) {
            bb_grid_cell *cell = bb_grid_cell_at(grid, (int)i);
            place_columns_of(table, cell);
            if (bb_fo_get(cell->node, BB_FO_P_BPD_OPTIMUM)->kind == BB_FO_LENGTH_VALUE)
                cell->least_height = bb_fo_get_length(cell->node, BB_FO_P_BPD_OPTIMUM, 0);
            else
                cell->least_height = bb_fo_get_length(cell->node, BB_FO_P_BPD_MINIMUM, 0);
            /* A row's height is that of the content of its cells, as in FOP: their padding and
             * borders come on top of it. */
            cell->least_height =
                bb_length_max(cell->least_height, bb_grid_row_at(grid, cell->row)->least_height);
        }
        bb_grid_finish(grid);
        height += grid->height + (g > 0 ? table->separation_down : 0);
    }
    return height;
}

static void release_table(bb_table *table)
{
    g_array_unref(table->columns);
    g_ptr_array_unref(table->bodies);
    g_clear_pointer(&table->header, g_ptr_array_unref);
    g_clear_pointer(&table->footer, g_ptr_array_unref);
}

static void read_bodies(reader *r)
{
    bb_table *table = r->table;
    const bb_fo_node *header = bb_fo_child(table->node, BB_FO_TABLE_HEADER);
    const bb_fo_node *footer = bb_fo_child(table->node, BB_FO_TABLE_FOOTER);

    if (header != NULL) {
        table->header = g_ptr_array_new();
        read_body(r, header, table->header);
    }
    for (const bb_fo_node *node = table->node->first; node != NULL; node = node->next) {
        if (node->object == BB_FO_TABLE_BODY)
            read_body(r, node, table->bodies);
    }
    if (footer != NULL) {
        table->footer = g_ptr_array_new();
        read_body(r, footer, table->footer);
    }
}

bb_table *bb_table_new(bb_layout *layout, const bb_fo_node *node, bb_length width,
                       bb_length hundred_percent)
{
    bb_table *table = bb_arena_new0(layout->scratch, bb_table);
    reader r = {
        .table = table,
        .rows = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref),
        .row_nodes = g_ptr_array_new(),
        .body_nodes = g_ptr_array_new(),
        .pending = g_array_new(FALSE, TRUE, sizeof(int)),
    };

    *table = (bb_table){
        .layout = layout,
        .node = node,
        .collapses = !bb_fo_has(node, BB_FO_P_BORDER_COLLAPSE, BB_FO_K_SEPARATE),
        .columns = g_array_new(FALSE, TRUE, sizeof(bb_table_column)),
        .bodies = g_ptr_array_new(),
        .repeats_header = !bb_fo_has(node, BB_FO_P_TABLE_OMIT_HEADER_AT_BREAK, BB_FO_K_TRUE),
        .repeats_footer = !bb_fo_has(node, BB_FO_P_TABLE_OMIT_FOOTER_AT_BREAK, BB_FO_K_TRUE),
    };
    bb_layout_own(layout, table, (GDestroyNotify)release_table);
    if (!table->collapses) {
        table->separation_across = bb_fo_get_length(node, BB_FO_P_BORDER_SEPARATION_IPD, width);
        table->separation_down = bb_fo_get_length(node, BB_FO_P_BORDER_SEPARATION_BPD, width);
    }
    if (bb_fo_get(node, BB_FO_P_IPD_OPTIMUM)->kind == BB_FO_LENGTH_VALUE)
        width = bb_fo_get_length(node, BB_FO_P_IPD_OPTIMUM, hundred_percent);
    read_columns(table);
    read_bodies(&r);
    guint row = 0;
    map_cells(&r, table->header, &row);
    map_cells(&r, table->bodies, &row);
    map_cells(&r, table->footer, &row);
    if (table->collapses)
        bb_table_collapse_borders(table, r.rows, r.row_nodes, r.body_nodes);
    table->width = bb_table_size_columns(table, width);
    table->header_height = finish_grids(table, table->header);
    finish_grids(table, table->bodies);
    table->footer_height = finish_grids(table, table->footer);
    g_ptr_array_unref(r.rows);
    g_ptr_array_unref(r.row_nodes);
    g_ptr_array_unref(r.body_nodes);
    g_array_unref(r.pending);
    return table;
}

/* --- what the stack asks --- */

GPtrArray *bb_table_grids(const bb_table *table)
{
    return table->bodies;
}

GPtrArray *bb_table_header(const bb_table *table, bool *repeats)
{
    *repeats = table->repeats_header;
    return table->header;
}

GPtrArray *bb_table_footer(const bb_table *table, bool *repeats)
{
    *repeats = table->repeats_footer;
    return table->footer;
}

bb_length bb_table_header_height(const bb_table *table)
{
    return table->header_height;
}

bb_length bb_table_footer_height(const bb_table *table)
{
    return table->footer_height;
}

bb_length bb_table_row_gap(const bb_table *table)
{
    return table->separation_down;
}

bb_length bb_table_width(const bb_table *table)
{
    return table->width;
}
