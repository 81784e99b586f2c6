/* grid_private.h - cells, rows and states of a grid; columns and borders of a table. */
#ifndef BB_LAYOUT_GRID_PRIVATE_H
#define BB_LAYOUT_GRID_PRIVATE_H

#include "layout/box.h"
#include "layout/grid.h"
#include "layout/stack.h"

typedef struct bb_grid_cell {
    const bb_fo_node *node;
    bb_stack *content;
    bb_break from; /* of content: elsewhere than at its beginning when the grid is a rest */
    int row, rows; /* within the grid */
    int column, columns;
    bb_length x, width;             /* the border rectangle, from the table's edge */
    bb_length start, before, after; /* from the border rectangle (or grid line) to the content */
    bb_length least_height;         /* of content, when the cell asks for one */
    bb_border_side borders[4];      /* collapsed ones: before, end, after, start; else unused */
    bb_length baseline; /* how far content is pushed down for relative-align="baseline" */
} bb_grid_cell;

typedef struct bb_grid_row {
    const bb_fo_node *node; /* fo:table-row or fo:list-item; NULL when cells stand bare in a body */
    const bb_fo_node *body; /* header, body or footer; NULL in a list */
    bb_length least_height;
    bb_length height; /* in the whole grid */
    bb_length top;
} bb_grid_row;

/* A way to tear the grid. */
typedef struct bb_grid_state {
    const bb_break *places; /* by cell: where its content is parted */
    bb_length height;       /* of the part above */
    int keep;
    bool lines, row; /* row: it tears a row, not only goes between two */
} bb_grid_state;

struct bb_grid {
    bb_layout *layout;
    bb_table *table; /* NULL: a list item */
    const bb_fo_node *node;
    bb_length width;
    GArray *rows;      /* bb_grid_row */
    GArray *cells;     /* bb_grid_cell */
    GArray *states;    /* bb_grid_state */
    bool rest;         /* it goes on where another grid was torn */
    bool states_known; /* from the start in headers and footers, which are never torn */
    bb_length height;
};

typedef struct bb_table_column {
    const bb_fo_node *node; /* fo:table-column, or NULL */
    bb_length x, width;
} bb_table_column;

struct bb_table {
    bb_layout *layout;
    const bb_fo_node *node;
    bb_length width;
    bool collapses;
    bb_length separation_across, separation_down;
    GArray *columns;                     /* bb_table_column */
    GPtrArray *header, *bodies, *footer; /* bb_grid; header and footer NULL when there is none */
    bb_length header_height, footer_height;
    bool repeats_header, repeats_footer;
};

enum { BB_SIDE_BEFORE, BB_SIDE_END, BB_SIDE_AFTER, BB_SIDE_START };

static inline bb_grid_cell *bb_grid_cell_at(const bb_grid *grid, int index)
{
    return &g_array_index(grid->cells, bb_grid_cell, index);
}

static inline bb_grid_row *bb_grid_row_at(const bb_grid *grid, int index)
{
    return &g_array_index(grid->rows, bb_grid_row, index);
}

bb_grid *bb_grid_new(bb_layout *layout, bb_table *table, const bb_fo_node *node, bb_length width);

/* Computes row heights; to be called when all cells are in. */
void bb_grid_finish(bb_grid *grid);

/* grid_step.c: finds the states, when first asked for. */
void bb_grid_find_states(bb_grid *grid);

/* The place of a cell's content at a state; 0 is the beginning, BB_GRID_END the end. */
bb_break bb_grid_place_of(const bb_grid *grid, int cell, int state);

/* table_columns.c: widths of the columns, for a table of this width; returns their sum. */
bb_length bb_table_size_columns(bb_table *table, bb_length available);

/* table_border.c: the winner of each side of each cell (XSL 1.1 §6.7, CSS 2 §17.6.2). rows holds
 * every row of the table in order: GPtrArray of GPtrArray of bb_grid_cell by column. */
void bb_table_collapse_borders(bb_table *table, GPtrArray *rows, GPtrArray *row_nodes,
                               GPtrArray *body_nodes);

#endif
