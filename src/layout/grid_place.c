/* grid_place.c - from a part of a grid to areas. */
#include "layout/grid_private.h"

typedef struct {
    bb_grid *grid;
    const bb_grid_part *part;
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
    bool before = begins || bb_box_keeps_border(cell->node, true);
    bool after = ends || bb_box_keeps_border(cell->node, false);
    const bb_area_box *own =
        bb_box_of(layout, cell->node, (bb_box_parts){before, after, true, true});

    if (own != NULL)
        box = *own;
    if (rp->grid->table != NULL && rp->grid->table->collapses) {
        if (begins)
            box.before = cell->borders[BB_SIDE_BEFORE];
        box.end = cell->borders[BB_SIDE_END];
        if (ends)
            box.after = cell->borders[BB_SIDE_AFTER];
        box.start = cell->borders[BB_SIDE_START];
    }
    box.background = background_of(rp->grid, cell);
    bool visible = (box.background & 0xff) != 0 || box.image != NULL || box.before.width > 0 ||
                   box.after.width > 0 || box.start.width > 0 || box.end.width > 0;
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
    int last = MIN(cell->row + cell->rows - 1, rp->part->last);
    bb_length sum = 0;

    for (int r = rp->row; r <= last; r++)
        sum += rp->part->heights[r];
    if (rp->grid->table != NULL)
        sum += rp->grid->table->separation_down * (last - rp->row);
    return sum;
}

static void place_cell(const row_placer *rp, int index)
{
    bb_grid *grid = rp->grid;
    bb_grid_cell *cell = bb_grid_cell_at(grid, index);
    bool begins = bb_grid_part_begins(rp->part, index), ends = bb_grid_part_ends(rp->part, index);
    bool collapses = grid->table != NULL && grid->table->collapses;
    bb_length above = collapses && begins ? cell->borders[BB_SIDE_BEFORE].width / 2 : 0;
    bb_length below = collapses && ends ? cell->borders[BB_SIDE_AFTER].width / 2 : 0;
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
    bb_length before = bb_grid_part_edge(rp->part, index, true);
    bb_length room = height - before - bb_grid_part_edge(rp->part, index, false) -
                     bb_grid_part_content(rp->part, index);
    bb_stack_target target = {
        .parent = area,
        .x = cell->start,
        .y = above + before + align_offset(cell, room),
        .reference = area,
        .reference_width = bb_stack_width(cell->content),
        .reference_height = height,
    };
    bb_stack_place(cell->content, rp->part->from[index], rp->part->to[index], &target);
}

/* Labels and bodies stand at the stack's own edge: their indents count from there. */
static void place_list_cell(const row_placer *rp, int index)
{
    bb_grid_cell *cell = bb_grid_cell_at(rp->grid, index);
    bool begins = bb_grid_part_begins(rp->part, index);
    bb_area *area = bb_area_new(rp->grid->layout->areas, BB_AREA_BLOCK, cell->node);

    area->width = rp->grid->width;
    area->height = rp->part->heights[rp->row];
    area->continued = !begins;
    area->unfinished = !bb_grid_part_ends(rp->part, index);
    bb_area_append(rp->row_area, area);
    bb_stack_target target = {
        .parent = area,
        .y = begins ? cell->baseline : 0,
        .reference = rp->target->reference,
        .reference_width = rp->target->reference_width,
        .reference_height = rp->target->reference_height,
    };
    bb_stack_place(cell->content, rp->part->from[index], rp->part->to[index], &target);
}

/* A cell's area begins in the first of its rows that this part has. A cell whose content ended on
 * an earlier page still has its box beside what goes on. */
static bool begins_in_row(const row_placer *rp, int index)
{
    const bb_grid_cell *cell = bb_grid_cell_at(rp->grid, index);

    return bb_grid_part_has(rp->part, index) && MAX(cell->row, rp->part->first) == rp->row;
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
        area->continued = area->continued || !bb_grid_part_begins(rp->part, i);
        area->unfinished = area->unfinished || !bb_grid_part_ends(rp->part, i);
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
    bb_length gap = grid->table != NULL ? grid->table->separation_down : 0;
    bb_grid_part part;

    bb_grid_part_begin(&part, grid, from, to);
    bb_length height = bb_grid_part_size(&part, from == 0 && to == BB_GRID_END);
    row_placer rp = {.grid = grid, .part = &part, .target = target, .y = target->y};
    for (rp.row = part.first; rp.row <= part.last && rp.row < (int)grid->rows->len; rp.row++) {
        place_row(&rp);
        rp.y += part.heights[rp.row] + gap;
    }
    bb_grid_part_end(&part);
    return height;
}
