/* table_columns.c - how wide the columns are (XSL 1.1 §7.28.4, CSS 2 §17.5.2).
 *
 * Lengths and percentages come first, and what is left is shared: among proportional columns by
 * their units; among columns of no width equally where the layout is fixed, and by what their cells
 * hold where it is automatic. The table itself fills its reference area, as FOP's do, unless it has
 * a width of its own. */
#include "layout/grid_private.h"

/* What a column's cells ask for. */
typedef struct {
    bb_length least, most;
    bool automatic;
} demand;

static bb_table_column *column_at(const bb_table *table, guint index)
{
    return &g_array_index(table->columns, bb_table_column, index);
}

/* The width that the column has of its own, or NULL. */
static const bb_fo_value *own_width(const bb_table_column *column)
{
    const bb_fo_value *value =
        column->node != NULL ? bb_fo_get(column->node, BB_FO_P_COLUMN_WIDTH) : NULL;

    return value != NULL && value->kind == BB_FO_LENGTH_VALUE ? value : NULL;
}

/* In a fixed layout a cell of the first row may say what its columns do not (CSS 2 §17.5.2.1). */
static void widths_of_first_row(bb_table *table, bb_length width)
{
    GPtrArray *const parts[] = {table->header, table->bodies};
    const bb_grid *grid = NULL;

    for (size_t p = 0; p < G_N_ELEMENTS(parts) && grid == NULL; p++) {
        if (parts[p] != NULL && parts[p]->len > 0)
            grid = parts[p]->pdata[0];
    }
    for (int i = 0; grid != NULL && i < (int)grid->cells->len; i++) {
        const bb_grid_cell *cell = bb_grid_cell_at(grid, i);
        bool given = bb_fo_get(cell->node, BB_FO_P_IPD_OPTIMUM)->kind == BB_FO_LENGTH_VALUE;
        bb_length own = bb_fo_get_length(cell->node, BB_FO_P_IPD_OPTIMUM, width) / cell->columns;
        for (int c = cell->column; given && cell->row == 0 && c < cell->column + cell->columns;
             c++) {
            bb_table_column *column = column_at(table, (guint)c);
            if (own_width(column) == NULL)
                column->width = own;
        }
    }
}

static bool is_open(const bb_table_column *column)
{
    return own_width(column) == NULL && column->width == 0;
}

/* Shares what is left among columns in proportion to their units. */
static void share(bb_table *table, bb_length rest, double units)
{
    bb_length given = 0;
    double so_far = 0;

    for (guint i = 0; i < table->columns->len; i++) {
        bb_table_column *column = column_at(table, i);
        const bb_fo_value *value = own_width(column);
        double own = value != NULL ? (double)value->proportion : is_open(column) ? 1.0 : 0.0;
        if (own == 0 || units <= 0)
            continue;
        so_far += own;
        /* From the running sum, so that rounding never adds up. */
        bb_length until = (bb_length)llround((double)rest * so_far / units);
        column->width += until - given;
        given = until;
    }
}

/* --- by content --- */

static void measure_cell(const bb_table *table, const bb_grid_cell *cell, bb_length available,
                         demand *asked)
{
    bb_box_sides sides = bb_box_sides_of(cell->node, available);
    bb_stack *content = bb_stack_new(table->layout, cell->node, available);
    bb_length around = sides.start + sides.end + table->separation_across;

    if (table->collapses)
        around = bb_fo_get_length(cell->node, BB_FO_P_PADDING_START, available) +
                 bb_fo_get_length(cell->node, BB_FO_P_PADDING_END, available) +
                 cell->borders[BB_SIDE_START].width / 2 + cell->borders[BB_SIDE_END].width / 2;
    bb_stack_measure_width(content, &asked->least, &asked->most);
    asked->least += around;
    asked->most = bb_length_max(asked->most + around, asked->least);
}

/* What a cell asks beyond what its columns have is asked of those among them that can grow. */
static void ask_columns(const bb_table *table, demand *columns, const bb_grid_cell *cell,
                        const demand *asked)
{
    bb_length least = asked->least, most = asked->most;
    int growing = 0;

    for (int c = cell->column; c < cell->column + cell->columns; c++) {
        least -= columns[c].automatic ? columns[c].least : column_at(table, (guint)c)->width;
        most -= columns[c].automatic ? columns[c].most : column_at(table, (guint)c)->width;
        growing += columns[c].automatic;
    }
    for (int c = cell->column; c < cell->column + cell->columns && growing > 0; c++) {
        if (!columns[c].automatic)
            continue;
        columns[c].least += bb_length_max(0, least) / growing;
        columns[c].most += bb_length_max(0, most) / growing;
        columns[c].most = bb_length_max(columns[c].most, columns[c].least);
    }
}

static bool any_automatic(const demand *columns, const bb_grid_cell *cell)
{
    for (int c = cell->column; c < cell->column + cell->columns; c++) {
        if (columns[c].automatic)
            return true;
    }
    return false;
}

/* Cells of one column first, so that those over several ask only for what is missing. */
static void ask_all(const bb_table *table, demand *columns, bb_length available, bool spanning)
{
    GPtrArray *const parts[] = {table->header, table->bodies, table->footer};

    for (size_t p = 0; p < G_N_ELEMENTS(parts); p++) {
        for (guint g = 0; parts[p] != NULL && g < parts[p]->len; g++) {
            const bb_grid *grid = parts[p]->pdata[g];
            for (int i = 0; i < (int)grid->cells->len; i++) {
                const bb_grid_cell *cell = bb_grid_cell_at(grid, i);
                demand asked;
                if ((cell->columns > 1) != spanning || !any_automatic(columns, cell))
                    continue;
                measure_cell(table, cell, available, &asked);
                ask_columns(table, columns, cell, &asked);
            }
        }
    }
}

static double part_of(double value, double whole, double otherwise)
{
    return whole > 0 ? value / whole : otherwise;
}

/* Too narrow even for the least: in proportion to it. Else each has its least and a share of the
 * rest: by what it lacks of its most, and beyond that in proportion to it. */
static void share_by_content(bb_table *table, const demand *columns, bb_length rest)
{
    bb_length least = 0, most = 0, given = 0;
    double so_far = 0;
    int count = 0;

    for (guint i = 0; i < table->columns->len; i++) {
        least += columns[i].automatic ? columns[i].least : 0;
        most += columns[i].automatic ? columns[i].most : 0;
        count += columns[i].automatic;
    }
    for (guint i = 0; i < table->columns->len; i++) {
        double low = (double)columns[i].least, high = (double)columns[i].most;
        double equal = 1.0 / count, all = (double)rest;
        if (!columns[i].automatic)
            continue;
        if (rest < least)
            so_far += all * part_of(low, (double)least, equal);
        else if (rest < most)
            so_far +=
                low + (all - (double)least) * part_of(high - low, (double)(most - least), equal);
        else
            so_far += all * part_of(high, (double)most, equal);
        bb_length until = (bb_length)llround(so_far);
        column_at(table, i)->width = until - given;
        given = until;
    }
}

static void size_by_content(bb_table *table, bb_length available, bb_length rest)
{
    g_autofree demand *columns = g_new0(demand, table->columns->len + 1);

    for (guint i = 0; i < table->columns->len; i++)
        columns[i].automatic = is_open(column_at(table, i));
    ask_all(table, columns, available, false);
    ask_all(table, columns, available, true);
    share_by_content(table, columns, rest);
}

/* --- all of them --- */

bb_length bb_table_size_columns(bb_table *table, bb_length width)
{
    bool by_content = bb_fo_has(table->node, BB_FO_P_TABLE_LAYOUT, BB_FO_K_AUTO);
    bb_length fixed = 0, x = 0;
    double units = 0, proportions = 0;

    widths_of_first_row(table, width);
    for (guint i = 0; i < table->columns->len; i++) {
        bb_table_column *column = column_at(table, i);
        const bb_fo_value *value = own_width(column);
        if (value != NULL) {
            proportions += (double)value->proportion;
            column->width = bb_fo_get_length(column->node, BB_FO_P_COLUMN_WIDTH, width);
        } else if (is_open(column)) {
            units += 1.0;
        }
        fixed += column->width;
    }
    units += proportions;
    bb_length rest = bb_length_max(0, width - fixed);
    /* Beside proportional columns, one of no width has one unit. */
    if (by_content && proportions == 0 && units > 0)
        size_by_content(table, width, rest);
    else
        share(table, rest, units);
    for (guint i = 0; i < table->columns->len; i++) {
        bb_table_column *column = column_at(table, i);
        column->x = x;
        x += column->width;
    }
    return x;
}
