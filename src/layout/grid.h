/* grid.h - rows of cells that stand side by side: table rows and list items.
 *
 * A grid is one or more rows that row spans tie together; a list item is a grid of one row and two
 * cells. It knows at which states it may be torn: at each, every cell has been filled up to a place
 * of its own. Grids live in the layout's scratch arena. */
#ifndef BB_LAYOUT_GRID_H
#define BB_LAYOUT_GRID_H

#include "layout/stack.h"

typedef struct bb_grid bb_grid;
typedef struct bb_table bb_table;

/* The two cells of a list item, in a reference area of this width. */
bb_grid *bb_grid_new_list_item(bb_layout *layout, const bb_fo_node *item, bb_length width);

/* Reads the columns, rows and borders of an fo:table. Its content rectangle has this width, unless
 * it asks for another, for instance for a share of hundred_percent. */
bb_table *bb_table_new(bb_layout *layout, const bb_fo_node *node, bb_length width,
                       bb_length hundred_percent);

/* The groups of rows of the bodies, in order; lent. */
GPtrArray *bb_table_grids(const bb_table *table);

/* Headers and footers, which come before the first and after the last row, and are repeated. NULL
 * when there is none; repeats says whether it comes again after a break. */
GPtrArray *bb_table_header(const bb_table *table, bool *repeats);
GPtrArray *bb_table_footer(const bb_table *table, bool *repeats);
bb_length bb_table_header_height(const bb_table *table);
bb_length bb_table_footer_height(const bb_table *table);

/* The room between two rows: border-separation, or 0. */
bb_length bb_table_row_gap(const bb_table *table);
/* The width that the columns take together, with their separations. */
bb_length bb_table_width(const bb_table *table);

/* What breaking before this group of rows (or after it) costs, as far as it says itself. */
bb_break_cost bb_grid_edge(const bb_grid *grid, bool end);

/* Whether a forced break stands within. */
bool bb_grid_forces(const bb_grid *grid);

/* The state that is the end of every grid, whether its states are known or not. */
enum { BB_GRID_END = 1 << 30 };

/* Has the grid go on where another one of the same cells is torn. */
void bb_grid_take_up(bb_grid *grid, const bb_grid *from, int state);
bool bb_grid_is_rest(const bb_grid *grid);

bb_length bb_grid_height(const bb_grid *grid);
int bb_grid_state_count(const bb_grid *grid);
void bb_grid_cost(const bb_grid *grid, int state, bb_break_cost *cost);

/* The height of the part between two states; 0 is the beginning, BB_GRID_END the end. */
bb_length bb_grid_measure(const bb_grid *grid, int from, int to);

/* Makes the areas of a part. x is where the table's (or the list's) reference begins. */
bb_length bb_grid_place(bb_grid *grid, int from, int to, const bb_stack_target *target);

/* The fo:footnote objects cited in a part, cell by cell. */
void bb_grid_collect_notes(const bb_grid *grid, int from, int to, GPtrArray *notes);

/* The fo:float objects cited in a part of a list item; tables keep theirs. */
bool bb_grid_has_floats(const bb_grid *grid);
void bb_grid_collect_floats(const bb_grid *grid, int from, int to, GPtrArray *floats);

/* Those cited again by tables in its cells that are broken at a state. */
bool bb_grid_repeats_notes(const bb_grid *grid);
void bb_grid_collect_repeated_notes(const bb_grid *grid, int state, bool headers, GPtrArray *notes);

bb_length bb_grid_first_baseline(const bb_grid *grid);
const bb_fo_node *bb_grid_node(const bb_grid *grid);
void bb_grid_measure_width(bb_grid *grid, bb_length *least, bb_length *most);

#endif
