/* grid.c - heights of rows, whole and torn, and the areas of their cells. */
#include "layout/grid_private.h"

#include <string.h>

static void release_grid(bb_grid *grid)
{
    g_array_unref(grid->rows);
    g_array_unref(grid->cells);
    g_array_unref(grid->states);
}

bb_grid *bb_grid_new(bb_layout *layout, bb_table *table, const bb_fo_node *node, bb_length width)
{
    bb_grid *grid = bb_arena_new0(layout->scratch, bb_grid);

    *grid = (bb_grid){
        .layout = layout,
        .table = table,
        .node = node,
        .width = width,
        .rows = g_array_new(FALSE, TRUE, sizeof(bb_grid_row)),
        .cells = g_array_new(FALSE, TRUE, sizeof(bb_grid_cell)),
        .states = g_array_new(FALSE, TRUE, sizeof(bb_grid_state)),
    };
    bb_layout_own(layout, grid, (GDestroyNotify)release_grid);
    return grid;
}

/* --- list items --- */

/* Label and body are no reference areas: their blocks have indents of their own (§6.8.4). */
static void add_list_cell(bb_grid *grid, const bb_fo_node *node, int column)
{
    bb_grid_cell cell = {
        .node = node,
        .content = bb_stack_new(grid->layout, node, grid->width),
        .rows = 1,
        .column = column,
        .columns = 1,
        .width = grid->width,
    };

    g_array_append_val(grid->cells, cell);
}

bb_grid *bb_grid_new_list_item(bb_layout *layout, const bb_fo_node *item, bb_length width)
{
    bb_grid *grid = bb_grid_new(layout, NULL, item, width);
    bb_grid_row row = {.node = item};
    const bb_fo_node *label = bb_fo_child(item, BB_FO_LIST_ITEM_LABEL);
    const bb_fo_node *body = bb_fo_child(item, BB_FO_LIST_ITEM_BODY);

    g_array_append_val(grid->rows, row);
    if (label != NULL)
        add_list_cell(grid, label, 0);
    if (body != NULL)
        add_list_cell(grid, body, 1);
    bb_grid_finish(grid);
    return grid;
}

/* --- places --- */

bb_break bb_grid_place_of(const bb_grid *grid, int cell, int state)
{
    if (state == 0)
        return bb_grid_cell_at(grid, cell)->from;
    if (state == BB_GRID_END)
        return bb_stack_end(bb_grid_cell_at(grid, cell)->content);
    return g_array_index(grid->states, bb_grid_state, state - 1).places[cell];
}

static bool is_end(const bb_grid_cell *cell, bb_break at)
{
    return bb_break_equal(at, bb_stack_end(cell->content));
}

/* --- parts --- */

/* The row that is being filled at a state. */
static int active_row(const bb_grid *grid, int state)
{
    if (state == 0 || grid->rows->len == 0)
        return 0;
    if (state == BB_GRID_END || state > (int)grid->states->len)
        return (int)grid->rows->len - 1;
    return g_array_index(grid->states, bb_grid_state, state - 1).active;
}

/* What comes after a state goes on in the row of the next one. */
static int next_row(const bb_grid *grid, int state)
{
    return state == 0 ? 0 : active_row(grid, state + 1);
}

static bool is_done(const bb_grid *grid, int state)
{
    return g_array_index(grid->states, bb_grid_state, state - 1).done;
}

void bb_grid_part_begin(bb_grid_part *part, const bb_grid *grid, int from, int to)
{
    int cells = (int)grid->cells->len;

    *part = (bb_grid_part){
        .grid = grid,
        .from = g_new(bb_break, (gsize)cells * 2 + 1),
        .heights = g_new0(bb_length, grid->rows->len + 1),
        .first = next_row(grid, from),
        .last = active_row(grid, to),
    };
    part->first_begins = from == 0 || active_row(grid, from) < part->first;
    part->first_done = !part->first_begins && is_done(grid, from);
    if (from == 0 && grid->rest) {
        part->first = grid->rest_row;
        part->first_begins = grid->rest_begins;
        part->first_done = grid->rest_done;
    }
    part->to = part->from + cells;
    for (int i = 0; i < cells; i++) {
        part->from[i] = bb_grid_place_of(grid, i, from);
        part->to[i] = bb_grid_place_of(grid, i, to);
    }
}

void bb_grid_part_end(bb_grid_part *part)
{
    g_free(part->from);
    g_free(part->heights);
}

bool bb_grid_part_has(const bb_grid_part *part, int index)
{
    const bb_grid_cell *cell = bb_grid_cell_at(part->grid, index);

    return cell->row <= part->last &&
           cell->row + cell->rows > part->first + (part->first_done ? 1 : 0);
}

bool bb_grid_part_begins(const bb_grid_part *part, int index)
{
    const bb_grid_cell *cell = bb_grid_cell_at(part->grid, index);

    return cell->row > part->first || (cell->row == part->first && part->first_begins);
}

bool bb_grid_part_ends(const bb_grid_part *part, int index)
{
    return is_end(bb_grid_cell_at(part->grid, index), part->to[index]);
}

/* Border and padding above a part of a cell, or below it. */
bb_length bb_grid_part_edge(const bb_grid_part *part, int index, bool before)
{
    const bb_grid_cell *cell = bb_grid_cell_at(part->grid, index);

    if (before)
        return bb_grid_part_begins(part, index) ? cell->before + cell->baseline : cell->before_torn;
    return bb_grid_part_ends(part, index) ? cell->after : cell->after_torn;
}

bb_length bb_grid_part_content(const bb_grid_part *part, int index)
{
    const bb_grid_cell *cell = bb_grid_cell_at(part->grid, index);
    bool done =
        !bb_stack_is_empty(cell->content) && bb_break_equal(part->from[index], part->to[index]);

    return done ? 0 : bb_stack_measure(cell->content, part->from[index], part->to[index], NULL);
}

/* --- heights --- */

/* No row asks for more than a page has. */
static bool is_torn_anyway(const bb_grid *grid, bb_length height)
{
    return grid->layout->body_height > 0 && height > grid->layout->body_height;
}

bb_length bb_grid_least_height(const bb_grid *grid, const bb_grid_cell *cell)
{
    bb_length row = bb_grid_row_at(grid, cell->row)->least_height - cell->before - cell->after;
    bb_length least = bb_length_max(cell->least_height, row);

    return is_torn_anyway(grid, least) ? 0 : bb_length_max(least, 0);
}

/* A cell that is torn has the height that it asks for on the page where it begins. */
static bb_length cell_height(const bb_grid_part *part, int index)
{
    const bb_grid_cell *cell = bb_grid_cell_at(part->grid, index);
    bb_length content = bb_grid_part_content(part, index);
    bool begins = bb_grid_part_begins(part, index), ends = bb_grid_part_ends(part, index);

    if (begins && (ends || !is_torn_anyway(part->grid, cell->least_height)))
        content = bb_length_max(content, cell->least_height);
    return content + bb_grid_part_edge(part, index, true) + bb_grid_part_edge(part, index, false);
}

static void grow_rows(bb_grid_part *part, int rows_spanned)
{
    bb_length gap = part->grid->table != NULL ? part->grid->table->separation_down : 0;

    for (int i = 0; i < (int)part->grid->cells->len; i++) {
        const bb_grid_cell *cell = bb_grid_cell_at(part->grid, i);
        if (cell->rows != rows_spanned || !bb_grid_part_has(part, i))
            continue;
        int first = MAX(cell->row, part->first);
        int last = MIN(cell->row + cell->rows - 1, part->last);
        bb_length needed = cell_height(part, i), present = gap * (last - first);
        for (int r = first; r <= last; r++)
            present += part->heights[r];
        part->heights[last] += bb_length_max(0, needed - present);
    }
}

static bool row_asks(const bb_grid_part *part, int row)
{
    bool begins = row > part->first || part->first_begins;
    bool whole = begins && row < part->last;

    return whole ||
           (begins && !is_torn_anyway(part->grid, bb_grid_row_at(part->grid, row)->least_height));
}

bb_length bb_grid_part_size(bb_grid_part *part, bool whole)
{
    const bb_grid *grid = part->grid;
    int most = 1, rows = (int)grid->rows->len;
    bb_length sum = 0;

    if (rows == 0)
        return 0;
    for (int r = part->first; r <= part->last; r++) {
        if (whole || row_asks(part, r))
            part->heights[r] = bb_grid_row_at(grid, r)->least_height;
    }
    for (int i = 0; i < (int)grid->cells->len; i++)
        most = MAX(most, bb_grid_cell_at(grid, i)->rows);
    for (int spanned = 1; spanned <= most; spanned++)
        grow_rows(part, spanned);
    for (int r = part->first; r <= part->last; r++)
        sum += part->heights[r];
    if (grid->table != NULL)
        sum += grid->table->separation_down * (part->last - part->first);
    return sum;
}

static bb_length measure(const bb_grid *grid, int from, int to)
{
    bb_grid_part part;

    bb_grid_part_begin(&part, grid, from, to);
    bb_length height = bb_grid_part_size(&part, from == 0 && to == BB_GRID_END && !grid->rest);
    bb_grid_part_end(&part);
    return height;
}

/* Page breaking asks for the same parts again and again. */
bb_length bb_grid_measure(const bb_grid *grid, int from, int to)
{
    bool head = from == 0, tail = to == BB_GRID_END;

    if (head && tail)
        return grid->height > 0 ? grid->height : measure(grid, from, to);
    if (!head && !tail)
        return measure(grid, from, to);
    bb_grid_state *state = &g_array_index(grid->states, bb_grid_state, (head ? to : from) - 1);
    bb_length *known = head ? &state->above : &state->below;
    if (*known < 0)
        *known = measure(grid, from, to);
    return *known;
}

/* Cells that align on their first baselines are pushed down to the lowest of them. */
static void align_baselines(bb_grid *grid)
{
    for (int r = 0; r < (int)grid->rows->len; r++) {
        bb_length lowest = 0;
        for (int pass = 0; pass < 2; pass++) {
            for (int i = 0; i < (int)grid->cells->len; i++) {
                bb_grid_cell *cell = bb_grid_cell_at(grid, i);
                if (cell->row != r ||
                    !bb_fo_has(cell->node, BB_FO_P_RELATIVE_ALIGN, BB_FO_K_BASELINE))
                    continue;
                bb_length own = cell->before + bb_stack_first_baseline(cell->content);
                if (pass == 0)
                    lowest = bb_length_max(lowest, own);
                else
                    cell->baseline = lowest - own;
            }
        }
    }
}

/* Whether a forced break stands within the grid. */
static bool find_forced(const bb_grid *grid)
{
    for (int i = 0; i < (int)grid->cells->len; i++) {
        if (bb_stack_forces(bb_grid_cell_at(grid, i)->content))
            return true;
    }
    for (int r = 1; r < (int)grid->rows->len; r++) {
        if (bb_grid_row_edge(grid, r - 1, true).forced || bb_grid_row_edge(grid, r, false).forced)
            return true;
    }
    return false;
}

void bb_grid_finish(bb_grid *grid)
{
    bb_length top = 0;
    bb_grid_part part;

    align_baselines(grid);
    bb_grid_part_begin(&part, grid, 0, BB_GRID_END);
    grid->height = bb_grid_part_size(&part, !grid->rest);
    for (int r = 0; r < (int)grid->rows->len; r++) {
        bb_grid_row *row = bb_grid_row_at(grid, r);
        row->top = top;
        row->height = part.heights[r];
        top += row->height + (grid->table != NULL ? grid->table->separation_down : 0);
    }
    bb_grid_part_end(&part);
    grid->forces = !grid->states_known && find_forced(grid);
}

/* Rows and cells come in the same order whatever the width is. */
void bb_grid_take_up(bb_grid *grid, const bb_grid *from, int state)
{
    bb_grid_part part;

    bb_grid_part_begin(&part, from, state, BB_GRID_END);
    grid->rest = true;
    grid->rest_row = part.first;
    grid->rest_begins = part.first_begins;
    grid->rest_done = part.first_done;
    bb_grid_part_end(&part);
    for (int i = 0; i < (int)MIN(grid->cells->len, from->cells->len); i++) {
        bb_grid_cell *cell = bb_grid_cell_at(grid, i);
        cell->content =
            bb_stack_new_rest(bb_grid_cell_at(from, i)->content, bb_grid_place_of(from, i, state),
                              bb_stack_width(cell->content), &cell->from);
    }
    bb_grid_finish(grid);
}

bool bb_grid_is_rest(const bb_grid *grid)
{
    return grid->rest;
}

bb_length bb_grid_height(const bb_grid *grid)
{
    return grid->height;
}

/* --- what the stack asks --- */

int bb_grid_keep_value(const bb_fo_node *node, bb_fo_property column)
{
    /* .within-page stands right after .within-column in the table. */
    const bb_fo_property both[] = {column, (bb_fo_property)(column + 1)};
    int strongest = 0;

    for (size_t i = 0; i < G_N_ELEMENTS(both); i++) {
        const bb_fo_value *value = bb_fo_get(node, both[i]);
        if (bb_fo_is(value, BB_FO_K_ALWAYS))
            return BB_KEEP_ALWAYS;
        if (value->kind == BB_FO_NUMBER_VALUE)
            strongest = MAX(strongest, (int)CLAMP(value->number, 1, 10000));
    }
    return strongest;
}

static bb_break_cost own_edge(const bb_fo_node *node, bool end)
{
    bb_break_cost cost = {0};

    if (node == NULL)
        return cost;
    cost.keep = bb_grid_keep_value(node, end ? BB_FO_P_KEEP_WITH_NEXT_COLUMN
                                             : BB_FO_P_KEEP_WITH_PREVIOUS_COLUMN);
    bb_break_force(&cost,
                   bb_fo_get_keyword(node, end ? BB_FO_P_BREAK_AFTER : BB_FO_P_BREAK_BEFORE));
    return cost;
}

/* What the first block of a cell asks for is asked for by its row (§4.8), and by the last. */
bb_break_cost bb_grid_row_edge(const bb_grid *grid, int row, bool end)
{
    /* A list item's own properties are those of the frame around it. */
    const bb_fo_node *node = grid->table != NULL ? bb_grid_row_at(grid, row)->node : NULL;
    bb_break_cost cost = own_edge(node, end);

    for (int i = 0; i < (int)grid->cells->len; i++) {
        const bb_grid_cell *cell = bb_grid_cell_at(grid, i);
        if ((end ? cell->row + cell->rows - 1 : cell->row) != row)
            continue;
        bb_break_cost inner = bb_stack_edge(cell->content, end);
        cost.keep = MAX(cost.keep, inner.keep);
        if (inner.forced)
            bb_break_force(&cost, inner.kind);
    }
    return cost;
}

bb_break_cost bb_grid_edge(const bb_grid *grid, bool end)
{
    return bb_grid_row_edge(grid, end ? (int)grid->rows->len - 1 : 0, end);
}

bool bb_grid_forces(const bb_grid *grid)
{
    return grid->forces;
}

int bb_grid_state_count(const bb_grid *grid)
{
    bb_grid_find_states((bb_grid *)grid);
    return (int)grid->states->len;
}

void bb_grid_cost(const bb_grid *grid, int state, bb_break_cost *cost)
{
    const bb_grid_state *s = &g_array_index(grid->states, bb_grid_state, state - 1);

    cost->keep = s->keep;
    cost->lines = s->lines;
    cost->forced = s->forced;
    cost->kind = s->kind;
    cost->row = s->row && grid->table != NULL;
}

void bb_grid_collect_notes(const bb_grid *grid, int from, int to, GPtrArray *notes)
{
    for (int i = 0; i < (int)grid->cells->len; i++)
        bb_stack_collect_notes(bb_grid_cell_at(grid, i)->content, bb_grid_place_of(grid, i, from),
                               bb_grid_place_of(grid, i, to), notes);
}

bool bb_grid_has_floats(const bb_grid *grid)
{
    for (int i = 0; i < (int)grid->cells->len && grid->table == NULL; i++) {
        if (bb_stack_has_floats(bb_grid_cell_at(grid, i)->content))
            return true;
    }
    return false;
}

void bb_grid_collect_floats(const bb_grid *grid, int from, int to, GPtrArray *floats)
{
    for (int i = 0; i < (int)grid->cells->len && grid->table == NULL; i++)
        bb_stack_collect_floats(bb_grid_cell_at(grid, i)->content, bb_grid_place_of(grid, i, from),
                                bb_grid_place_of(grid, i, to), floats);
}

bool bb_grid_repeats_notes(const bb_grid *grid)
{
    for (int i = 0; i < (int)grid->cells->len; i++) {
        if (bb_stack_repeats_notes(bb_grid_cell_at(grid, i)->content))
            return true;
    }
    return false;
}

void bb_grid_collect_repeated_notes(const bb_grid *grid, int state, bool headers, GPtrArray *notes)
{
    for (int i = 0; i < (int)grid->cells->len; i++) {
        const bb_stack *content = bb_grid_cell_at(grid, i)->content;
        bb_break at = bb_grid_place_of(grid, i, state);
        if (!bb_break_equal(at, BB_STACK_START) && !bb_break_equal(at, bb_stack_end(content)))
            bb_stack_collect_repeated_notes(content, at, headers, notes);
    }
}

bb_length bb_grid_first_baseline(const bb_grid *grid)
{
    bb_length lowest = 0;

    for (int i = 0; i < (int)grid->cells->len; i++) {
        const bb_grid_cell *cell = bb_grid_cell_at(grid, i);
        if (cell->row == 0)
            lowest = bb_length_max(lowest, cell->before + bb_stack_first_baseline(cell->content));
    }
    return lowest;
}

const bb_fo_node *bb_grid_node(const bb_grid *grid)
{
    return grid->node;
}

void bb_grid_measure_width(bb_grid *grid, bb_length *least, bb_length *most)
{
    *least = 0;
    *most = 0;
    for (int i = 0; i < (int)grid->cells->len; i++) {
        bb_length narrow, wide;
        bb_stack_measure_width(bb_grid_cell_at(grid, i)->content, &narrow, &wide);
        if (grid->table != NULL) {
            *least += narrow;
            *most += wide;
        } else {
            *least = bb_length_max(*least, narrow);
            *most = bb_length_max(*most, wide);
        }
    }
}
