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

/* --- heights --- */

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

static bool is_start(bb_break at)
{
    return bb_break_equal(at, BB_STACK_START);
}

/* The height of a part of a cell, with its border and padding; 0 when it has nothing here. */
static bb_length cell_height(const bb_grid_cell *cell, bb_break from, bb_break to)
{
    bool whole = is_start(from) && is_end(cell, to);
    bool empty = bb_stack_is_empty(cell->content);

    if (!whole && !empty && bb_break_equal(from, to))
        return 0;
    bb_length content = bb_stack_measure(cell->content, from, to, NULL);
    if (whole)
        content = bb_length_max(content, cell->least_height);
    return content + cell->before + cell->after + (is_start(from) ? cell->baseline : 0);
}

typedef struct {
    const bb_grid *grid;
    const bb_break *from, *to; /* by cell */
    bb_length top, bottom;     /* of the part, in the whole grid */
    bb_length *heights;        /* by row */
    bool *shown;               /* by row */
} part;

static bool cell_is_shown(const part *p, int index)
{
    const bb_grid_cell *cell = bb_grid_cell_at(p->grid, index);

    if (bb_stack_is_empty(cell->content)) {
        bb_length top = bb_grid_row_at(p->grid, cell->row)->top;
        return top >= p->top && top < p->bottom;
    }
    return !bb_break_equal(p->from[index], p->to[index]);
}

static void grow_rows(part *p, int rows_spanned)
{
    for (int i = 0; i < (int)p->grid->cells->len; i++) {
        const bb_grid_cell *cell = bb_grid_cell_at(p->grid, i);
        if (cell->rows != rows_spanned || !cell_is_shown(p, i))
            continue;
        bb_length needed = cell_height(cell, p->from[i], p->to[i]), present = 0;
        int last = -1;
        for (int r = cell->row; r < cell->row + cell->rows; r++) {
            if (!p->shown[r])
                continue;
            present += p->heights[r];
            last = r;
        }
        if (last >= 0)
            p->heights[last] += bb_length_max(0, needed - present);
    }
}

/* A row shows in a part when a cell that begins in it has content there. */
static void find_shown(part *p, bool whole)
{
    for (int r = 0; r < (int)p->grid->rows->len; r++)
        p->shown[r] = whole;
    if (whole)
        return;
    for (int i = 0; i < (int)p->grid->cells->len; i++) {
        const bb_grid_cell *cell = bb_grid_cell_at(p->grid, i);
        if (!cell_is_shown(p, i))
            continue;
        if (cell->rows == 1)
            p->shown[cell->row] = true;
    }
    /* A cell over several rows alone needs one of them. */
    for (int i = 0; i < (int)p->grid->cells->len; i++) {
        const bb_grid_cell *cell = bb_grid_cell_at(p->grid, i);
        bool some = false;
        if (cell->rows == 1 || !cell_is_shown(p, i))
            continue;
        for (int r = cell->row; r < cell->row + cell->rows; r++)
            some = some || p->shown[r];
        if (!some)
            p->shown[cell->row] = true;
    }
}

static bb_length size_rows(part *p, bool whole)
{
    int most = 1, rows = (int)p->grid->rows->len;
    bb_length sum = 0;

    find_shown(p, whole);
    for (int r = 0; r < rows; r++)
        p->heights[r] = whole ? bb_grid_row_at(p->grid, r)->least_height : 0;
    for (int i = 0; i < (int)p->grid->cells->len; i++)
        most = MAX(most, bb_grid_cell_at(p->grid, i)->rows);
    for (int spanned = 1; spanned <= most; spanned++)
        grow_rows(p, spanned);
    for (int r = 0; r < rows; r++)
        sum += p->heights[r];
    if (p->grid->table != NULL) {
        int count = 0;
        for (int r = 0; r < rows; r++)
            count += p->shown[r];
        sum += p->grid->table->separation_down * MAX(0, count - 1);
    }
    return sum;
}

static bb_length height_of_state(const bb_grid *grid, int state)
{
    if (state == 0)
        return 0;
    return state == BB_GRID_END ? BB_LENGTH_MAX
                                : g_array_index(grid->states, bb_grid_state, state - 1).height;
}

static part part_between(const bb_grid *grid, int from, int to, bb_break *places)
{
    int cells = (int)grid->cells->len;
    part p = {
        .grid = grid,
        .from = places,
        .to = places + cells,
        .top = height_of_state(grid, from),
        .bottom = height_of_state(grid, to),
    };

    for (int i = 0; i < cells; i++) {
        places[i] = bb_grid_place_of(grid, i, from);
        places[cells + i] = bb_grid_place_of(grid, i, to);
    }
    return p;
}

static bool is_whole(const bb_grid *grid, int from, int to)
{
    return from == 0 && to == BB_GRID_END && !grid->rest;
}

bb_length bb_grid_measure(const bb_grid *grid, int from, int to)
{
    bool whole = is_whole(grid, from, to);

    if (whole && grid->height > 0)
        return grid->height;
    g_autofree bb_break *places = g_new(bb_break, grid->cells->len * 2 + 1);
    g_autofree bb_length *heights = g_new(bb_length, grid->rows->len + 1);
    g_autofree bool *shown = g_new(bool, grid->rows->len + 1);
    part p = part_between(grid, from, to, places);
    p.heights = heights;
    p.shown = shown;
    return size_rows(&p, whole);
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

void bb_grid_finish(bb_grid *grid)
{
    bb_length top = 0;

    align_baselines(grid);
    g_autofree bb_break *places = g_new(bb_break, grid->cells->len * 2 + 1);
    g_autofree bb_length *heights = g_new(bb_length, grid->rows->len + 1);
    g_autofree bool *shown = g_new(bool, grid->rows->len + 1);
    part p = part_between(grid, 0, BB_GRID_END, places);
    p.heights = heights;
    p.shown = shown;
    grid->height = size_rows(&p, !grid->rest);
    for (int r = 0; r < (int)grid->rows->len; r++) {
        bb_grid_row *row = bb_grid_row_at(grid, r);
        row->top = top;
        row->height = heights[r];
        top += heights[r] + (grid->table != NULL ? grid->table->separation_down : 0);
    }
}

/* Cells come in the same order whatever the width is. */
void bb_grid_take_up(bb_grid *grid, const bb_grid *from, int state)
{
    for (int i = 0; i < (int)MIN(grid->cells->len, from->cells->len); i++) {
        bb_grid_cell *cell = bb_grid_cell_at(grid, i);
        cell->content =
            bb_stack_new_rest(bb_grid_cell_at(from, i)->content, bb_grid_place_of(from, i, state),
                              bb_stack_width(cell->content), &cell->from);
    }
    grid->rest = true;
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

/* --- areas --- */

typedef struct {
    bb_grid *grid;
    const part *part;
    const bb_stack_target *target;
    bb_area *row_area;
    bb_length y; /* of the row, in the target's coordinates */
    int row;
} row_placer;

static uint32_t background_of(const bb_grid *grid, const bb_grid_cell *cell)
{
    const bb_grid_row *row = bb_grid_row_at(grid, cell->row);
    const bb_fo_node *column = NULL;

    if (grid->table != NULL && cell->column < (int)grid->table->columns->len)
        column = g_array_index(grid->table->columns, bb_table_column, cell->column).node;
    const bb_fo_node *const layers[] = {cell->node, row->node, row->body, column};
    for (size_t i = 0; i < G_N_ELEMENTS(layers); i++) {
        if (layers[i] == NULL)
            continue;
        uint32_t color = bb_fo_get_color(layers[i], BB_FO_P_BACKGROUND_COLOR);
        if ((color & 0xff) != 0)
            return color;
    }
    return 0;
}

static const bb_area_box *box_of_cell(const row_placer *rp, const bb_grid_cell *cell, bool begins,
                                      bool ends)
{
    bb_layout *layout = rp->grid->layout;
    bb_area_box box = {0};
    const bb_area_box *own =
        bb_box_of(layout->areas, cell->node, (bb_box_parts){begins, ends, true, true});

    if (own != NULL)
        box = *own;
    if (rp->grid->table != NULL && rp->grid->table->collapses) {
        box.before = cell->borders[BB_SIDE_BEFORE];
        box.end = cell->borders[BB_SIDE_END];
        box.after = cell->borders[BB_SIDE_AFTER];
        box.start = cell->borders[BB_SIDE_START];
    }
    box.background = background_of(rp->grid, cell);
    bool visible = (box.background & 0xff) != 0 || box.before.width > 0 || box.after.width > 0 ||
                   box.start.width > 0 || box.end.width > 0;
    return visible ? bb_arena_memdup(layout->areas, &box, sizeof box) : NULL;
}

static bb_length align_offset(const bb_grid_cell *cell, bb_length room)
{
    switch (bb_fo_get_keyword(cell->node, BB_FO_P_DISPLAY_ALIGN)) {
    case BB_FO_K_CENTER:
        return room / 2;
    case BB_FO_K_AFTER:
        return room;
    default:
        return 0;
    }
}

static bb_length height_over_rows(const row_placer *rp, const bb_grid_cell *cell)
{
    bb_length sum = 0;
    int shown = 0;

    for (int r = rp->row; r < cell->row + cell->rows; r++) {
        sum += rp->part->heights[r];
        shown += rp->part->shown[r];
    }
    if (rp->grid->table != NULL && shown > 1)
        sum += rp->grid->table->separation_down * (shown - 1);
    return sum;
}

static void place_cell(const row_placer *rp, int index)
{
    bb_grid *grid = rp->grid;
    bb_grid_cell *cell = bb_grid_cell_at(grid, index);
    bb_break from = rp->part->from[index], to = rp->part->to[index];
    bool begins = is_start(from), ends = is_end(cell, to);
    bool collapses = grid->table != NULL && grid->table->collapses;
    bb_length above = collapses ? cell->borders[BB_SIDE_BEFORE].width / 2 : 0;
    bb_length below = collapses ? cell->borders[BB_SIDE_AFTER].width / 2 : 0;
    bb_area *area = bb_area_new(grid->layout->areas, BB_AREA_BLOCK, cell->node);
    bb_length height = height_over_rows(rp, cell);

    area->x = cell->x;
    area->y = -above;
    area->width = cell->width;
    area->height = height + above + below;
    area->continued = !begins;
    area->unfinished = !ends;
    area->box = box_of_cell(rp, cell, begins, ends);
    bb_area_append(rp->row_area, area);
    bool hides = bb_stack_is_empty(cell->content) && !collapses &&
                 bb_fo_has(cell->node, BB_FO_P_EMPTY_CELLS, BB_FO_K_HIDE);
    if (hides)
        area->box = NULL;
    bb_length content = bb_stack_measure(cell->content, from, to, NULL);
    bb_length room = height - cell->before - cell->after - content;
    bb_stack_target target = {
        .parent = area,
        .x = cell->start,
        .y = above + cell->before + (begins ? cell->baseline : 0) + align_offset(cell, room),
        .reference = area,
        .reference_width = bb_stack_width(cell->content),
        .reference_height = height,
    };
    bb_stack_place(cell->content, from, to, &target);
}

/* Labels and bodies stand at the stack's own edge: their indents count from there. */
static void place_list_cell(const row_placer *rp, int index)
{
    bb_grid_cell *cell = bb_grid_cell_at(rp->grid, index);
    bb_break from = rp->part->from[index], to = rp->part->to[index];
    bb_area *area = bb_area_new(rp->grid->layout->areas, BB_AREA_BLOCK, cell->node);

    area->width = rp->grid->width;
    area->height = rp->part->heights[rp->row];
    area->continued = !is_start(from);
    area->unfinished = !is_end(cell, to);
    bb_area_append(rp->row_area, area);
    bb_stack_target target = {
        .parent = area,
        .y = is_start(from) ? cell->baseline : 0,
        .reference = rp->target->reference,
        .reference_width = rp->target->reference_width,
        .reference_height = rp->target->reference_height,
    };
    bb_stack_place(cell->content, from, to, &target);
}

/* Whether the cell's area begins in this row of this part: in the first of its rows that is shown.
 * A cell whose content ended on an earlier page still has its box beside what goes on. */
static bool begins_in_row(const row_placer *rp, int index)
{
    const bb_grid_cell *cell = bb_grid_cell_at(rp->grid, index);

    if (rp->row < cell->row || rp->row >= cell->row + cell->rows)
        return false;
    for (int r = cell->row; r < rp->row; r++) {
        if (rp->part->shown[r])
            return false;
    }
    return true;
}

/* The id of a table's body or header is where its rows are. */
static void place_body_id(const row_placer *rp, const bb_grid_row *row)
{
    if (row->body == NULL || row->body->id == NULL)
        return;
    bb_area_append(rp->row_area, bb_area_new(rp->grid->layout->areas, BB_AREA_ANCHOR, row->body));
}

/* A row goes on where one of its cells does. */
static void find_row_ends(const row_placer *rp, bb_area *area)
{
    for (int i = 0; i < (int)rp->grid->cells->len; i++) {
        const bb_grid_cell *cell = bb_grid_cell_at(rp->grid, i);
        if (cell->row != rp->row)
            continue;
        area->continued = area->continued || !is_start(rp->part->from[i]);
        area->unfinished = area->unfinished || !is_end(cell, rp->part->to[i]);
    }
}

static void place_row(row_placer *rp)
{
    bb_grid *grid = rp->grid;
    const bb_grid_row *row = bb_grid_row_at(grid, rp->row);
    bb_area *area = bb_area_new(grid->layout->areas, BB_AREA_BLOCK, row->node);

    area->x = rp->target->x;
    area->y = rp->y;
    area->width = grid->width;
    area->height = rp->part->heights[rp->row];
    area->artifact = grid->layout->artifact;
    find_row_ends(rp, area);
    bb_area_append(rp->target->parent, area);
    rp->row_area = area;
    place_body_id(rp, row);
    for (int i = 0; i < (int)grid->cells->len; i++) {
        if (!begins_in_row(rp, i))
            continue;
        if (grid->table != NULL)
            place_cell(rp, i);
        else
            place_list_cell(rp, i);
    }
}

bb_length bb_grid_place(bb_grid *grid, int from, int to, const bb_stack_target *target)
{
    bool whole = is_whole(grid, from, to);
    g_autofree bb_break *places = g_new(bb_break, grid->cells->len * 2 + 1);
    g_autofree bb_length *heights = g_new(bb_length, grid->rows->len + 1);
    g_autofree bool *shown = g_new(bool, grid->rows->len + 1);
    part p = part_between(grid, from, to, places);
    bb_length gap = grid->table != NULL ? grid->table->separation_down : 0;

    p.heights = heights;
    p.shown = shown;
    bb_length height = size_rows(&p, whole);
    row_placer rp = {.grid = grid, .part = &p, .target = target, .y = target->y};
    for (rp.row = 0; rp.row < (int)grid->rows->len; rp.row++) {
        if (!shown[rp.row])
            continue;
        place_row(&rp);
        rp.y += heights[rp.row] + gap;
    }
    return height;
}

/* --- what the stack asks --- */

static int keep_value(const bb_fo_node *node, bb_fo_property column)
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

int bb_grid_keep(const bb_grid *grid, bb_fo_property column)
{
    bool next = column == BB_FO_P_KEEP_WITH_NEXT_COLUMN;
    const bb_grid_row *row = bb_grid_row_at(grid, next ? (int)grid->rows->len - 1 : 0);

    return row->node != NULL ? keep_value(row->node, column) : 0;
}

bb_fo_keyword bb_grid_break(const bb_grid *grid, bb_fo_property property)
{
    bool after = property == BB_FO_P_BREAK_AFTER;
    const bb_grid_row *row = bb_grid_row_at(grid, after ? (int)grid->rows->len - 1 : 0);

    return row->node != NULL ? bb_fo_get_keyword(row->node, property) : BB_FO_K_AUTO;
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
    cost->row = s->row && grid->table != NULL;
    for (int r = 0; r < (int)grid->rows->len; r++) {
        const bb_fo_node *node = bb_grid_row_at(grid, r)->node;
        if (node != NULL && s->row)
            cost->keep = MAX(cost->keep, keep_value(node, BB_FO_P_KEEP_TOGETHER_COLUMN));
    }
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
