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
    bb_length x, width;                /* the border rectangle, from the table's edge */
    bb_length start, before, after;    /* from the border rectangle (or grid line) to the content */
    bb_length before_torn, after_torn; /* the same where it is torn */
    bb_length least_height;            /* of content, when the cell asks for one */
    bb_border_side borders[4];         /* collapsed ones: before, end, after, start; else unused */
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
    bb_length above, below; /* heights of the two parts; < 0: not measured yet */
    int active;             /* the row that was being filled */
    int keep;
    bool lines, row;    /* row: it tears a row, not only goes between two */
    bool forced, done;  /* done: that row's own cells are, though others go on beside them */
    bb_fo_keyword kind; /* of a forced break */
} bb_grid_state;

struct bb_grid {
    bb_layout *layout;
    bb_table *table; /* NULL: a list item */
    const bb_fo_node *node;
    bb_length width;
    GArray *rows;                /* bb_grid_row */
    GArray *cells;               /* bb_grid_cell */
    GArray *states;              /* bb_grid_state */
    bool rest;                   /* it goes on where another grid was torn: */
    int rest_row;                /* in this row, which begins here or not, */
    bool rest_begins, rest_done; /* and of which no cell may end here */
    bool states_known;           /* from the start in headers and footers, which are never torn */
    bool forces;                 /* a forced break stands within */
    bb_length height;
};

/* What stands between two states: rows first to last, and of each cell what is between two places.
 */
typedef struct bb_grid_part {
    const bb_grid *grid;
    bb_break *from, *to; /* by cell */
    int first, last;
    bool first_begins;  /* the first row does not go on from an earlier part */
    bool first_done;    /* nor does any cell that ends in it */
    bb_length *heights; /* by row of the grid */
} bb_grid_part;

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

void bb_grid_part_begin(bb_grid_part *part, const bb_grid *grid, int from, int to);
void bb_grid_part_end(bb_grid_part *part);

/* Computes the heights of its rows; returns their sum. */
bb_length bb_grid_part_size(bb_grid_part *part, bool whole);

/* Of the cell of this index: whether the part has a piece of it, and its beginning or end. */
bool bb_grid_part_has(const bb_grid_part *part, int index);
bool bb_grid_part_begins(const bb_grid_part *part, int index);
bool bb_grid_part_ends(const bb_grid_part *part, int index);

/* Of a cell's piece: what stands above (or below) its content, and the content's height. */
bb_length bb_grid_part_edge(const bb_grid_part *part, int index, bool before);
bb_length bb_grid_part_content(const bb_grid_part *part, int index);

/* The height that the content has at least on the page where the cell begins. */
bb_length bb_grid_least_height(const bb_grid *grid, const bb_grid_cell *cell);

/* What breaking before a row (or after it) costs, as far as the row and its cells say. */
bb_break_cost bb_grid_row_edge(const bb_grid *grid, int row, bool end);
int bb_grid_keep_value(const bb_fo_node *node, bb_fo_property column);

/* Computes row heights; to be called when all cells are in. */
void bb_grid_finish(bb_grid *grid);

/* grid_step.c: finds the states, when first asked for. */
void bb_grid_find_states(bb_grid *grid);

/* The place of a cell's content at a state; 0 is the beginning, BB_GRID_END the end. */
bb_break bb_grid_place_of(const bb_grid *grid, int cell, int state);

/* table_columns.c: widths of the columns, for a table of this width; returns their sum. */
bb_length bb_table_size_columns(bb_table *table, bb_length width);

/* table_border.c: the winner of each side of each cell (XSL 1.1 §6.7, CSS 2 §17.6.2). rows holds
 * every row of the table in order: GPtrArray of GPtrArray of bb_grid_cell by column. */
void bb_table_collapse_borders(bb_table *table, GPtrArray *rows, GPtrArray *row_nodes,
                               GPtrArray *body_nodes);

#endif
