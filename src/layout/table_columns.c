/* table_columns.c - how wide the columns are (XSL 1.1 §7.28.4, CSS 2 §17.5.2). */
#include "layout/grid_private.h"

/* Shares what is left among columns in proportion to their units. */
static void share(bb_table *table, bb_length rest, double units)
{
    bb_length given = 0;
    double so_far = 0;

    for (guint i = 0; i < table->columns->len; i++) {
        bb_table_column *column = &g_array_index(table->columns, bb_table_column, i);
        const bb_fo_value *value =
            column->node != NULL ? bb_fo_get(column->node, BB_FO_P_COLUMN_WIDTH) : NULL;
        bool fixed = value != NULL && value->kind == BB_FO_LENGTH_VALUE && value->proportion == 0;
        double own =
            value != NULL && value->kind == BB_FO_LENGTH_VALUE ? (double)value->proportion : 1.0;
        if (fixed || units <= 0)
            continue;
        so_far += own;
        /* From the running sum, so that rounding never adds up. */
        bb_length until = (bb_length)llround((double)rest * so_far / units);
        column->width += until - given;
        given = until;
    }
}

bb_length bb_table_size_columns(bb_table *table, bb_length available)
{
    const bb_fo_value *asked = bb_fo_get(table->node, BB_FO_P_IPD_OPTIMUM);
    bb_length width =
        asked->kind == BB_FO_LENGTH_VALUE ? bb_fo_length(asked, available) : available;
    bb_length fixed = 0, x = 0;
    double units = 0;

    for (guint i = 0; i < table->columns->len; i++) {
        bb_table_column *column = &g_array_index(table->columns, bb_table_column, i);
        const bb_fo_value *value =
            column->node != NULL ? bb_fo_get(column->node, BB_FO_P_COLUMN_WIDTH) : NULL;
        if (value == NULL || value->kind != BB_FO_LENGTH_VALUE) {
            units += 1.0;
            continue;
        }
        column->width = bb_length_max(0, bb_fo_length(value, width));
        fixed += column->width;
        units += (double)value->proportion;
    }
    share(table, bb_length_max(0, width - fixed), units);
    for (guint i = 0; i < table->columns->len; i++) {
        bb_table_column *column = &g_array_index(table->columns, bb_table_column, i);
        column->x = x;
        x += column->width;
    }
    return x;
}
