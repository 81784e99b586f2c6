/* table_border.c - collapsed borders: which of several that meet is drawn (CSS 2 §17.6.2.1).
 *
 * Hidden silences all; then the wider wins, then the style in a fixed order, then what is nearer to
 * the cell (cell, row, body, column, table), then what is further to the left or the top. With
 * border-collapse="collapse-with-precedence" the objects' precedence comes before all that. */
#include "layout/grid_private.h"

#include <limits.h>

typedef struct {
    bb_fo_property style, width, color, precedence;
} side_properties;

static const side_properties SIDES[] = {
    [BB_SIDE_BEFORE] = {BB_FO_P_BORDER_BEFORE_STYLE, BB_FO_P_BORDER_BEFORE_WIDTH,
                        BB_FO_P_BORDER_BEFORE_COLOR, BB_FO_P_BORDER_BEFORE_PRECEDENCE},
    [BB_SIDE_END] = {BB_FO_P_BORDER_END_STYLE, BB_FO_P_BORDER_END_WIDTH, BB_FO_P_BORDER_END_COLOR,
                     BB_FO_P_BORDER_END_PRECEDENCE},
    [BB_SIDE_AFTER] = {BB_FO_P_BORDER_AFTER_STYLE, BB_FO_P_BORDER_AFTER_WIDTH,
                       BB_FO_P_BORDER_AFTER_COLOR, BB_FO_P_BORDER_AFTER_PRECEDENCE},
    [BB_SIDE_START] = {BB_FO_P_BORDER_START_STYLE, BB_FO_P_BORDER_START_WIDTH,
                       BB_FO_P_BORDER_START_COLOR, BB_FO_P_BORDER_START_PRECEDENCE},
};

static int style_rank(bb_fo_keyword style)
{
    static const bb_fo_keyword ORDER[] = {
        BB_FO_K_NONE,   BB_FO_K_INSET,  BB_FO_K_GROOVE, BB_FO_K_OUTSET, BB_FO_K_RIDGE,
        BB_FO_K_DOTTED, BB_FO_K_DASHED, BB_FO_K_SOLID,  BB_FO_K_DOUBLE, BB_FO_K_HIDDEN,
    };

    for (int i = 0; i < (int)G_N_ELEMENTS(ORDER); i++) {
        if (ORDER[i] == style)
            return i;
    }
    return 0;
}

/* The best so far of those that meet. */
typedef struct {
    bb_border_side side;
    bool precedes;  /* border-collapse="collapse-with-precedence" */
    int precedence; /* of that side's object */
} contest;

/* What an object's borders are worth when it does not say (XSL 1.1 §7.28.1). */
static int precedence_of(const bb_fo_node *node, bb_fo_property property)
{
    static const struct {
        bb_fo_object object;
        int precedence;
    } INITIAL[] = {
        {BB_FO_TABLE, 6},     {BB_FO_TABLE_CELL, 5}, {BB_FO_TABLE_COLUMN, 4},
        {BB_FO_TABLE_ROW, 3}, {BB_FO_TABLE_BODY, 2}, {BB_FO_TABLE_HEADER, 1},
    };
    const bb_fo_value *value = bb_fo_get(node, property);

    if (bb_fo_is(value, BB_FO_K_FORCE))
        return INT_MAX;
    if (value->kind == BB_FO_NUMBER_VALUE && value->number > 0)
        return (int)value->number;
    for (size_t i = 0; i < G_N_ELEMENTS(INITIAL); i++) {
        if (INITIAL[i].object == node->object)
            return INITIAL[i].precedence;
    }
    return 0;
}

static bool is_stronger(const contest *c, const bb_border_side *other, int precedence)
{
    if (c->side.style == BB_FO_K_NONE)
        return true;
    if (c->precedes && precedence != c->precedence)
        return precedence > c->precedence;
    return other->style == BB_FO_K_HIDDEN || other->width > c->side.width ||
           (other->width == c->side.width && style_rank(other->style) > style_rank(c->side.style));
}

static void contend(contest *c, const bb_fo_node *node, int side)
{
    if (node == NULL || (c->side.style == BB_FO_K_HIDDEN && !c->precedes))
        return;
    bb_fo_keyword style = bb_fo_get_keyword(node, SIDES[side].style);
    if (style == BB_FO_K_NONE)
        return;
    bb_border_side other = {style, bb_box_border(node, SIDES[side].style),
                            bb_fo_get_color(node, SIDES[side].color)};
    int precedence = c->precedes ? precedence_of(node, SIDES[side].precedence) : 0;
    if (!is_stronger(c, &other, precedence))
        return;
    c->side = other;
    c->precedence = precedence;
}

typedef struct {
    const bb_table *table;
    GPtrArray *rows, *row_nodes, *body_nodes;
} board;

static const bb_grid_cell *cell_at(const board *b, int row, int column)
{
    if (row < 0 || row >= (int)b->rows->len || column < 0)
        return NULL;
    const GPtrArray *columns = b->rows->pdata[row];
    return column < (int)columns->len ? columns->pdata[column] : NULL;
}

static const bb_fo_node *column_node(const board *b, int column)
{
    if (column < 0 || column >= (int)b->table->columns->len)
        return NULL;
    return g_array_index(b->table->columns, bb_table_column, column).node;
}

static const bb_fo_node *node_at(const GPtrArray *nodes, int index)
{
    return index >= 0 && index < (int)nodes->len ? nodes->pdata[index] : NULL;
}

static contest begin_contest(const board *b)
{
    return (contest){
        .side = {.style = BB_FO_K_NONE},
        .precedes =
            bb_fo_has(b->table->node, BB_FO_P_BORDER_COLLAPSE, BB_FO_K_COLLAPSE_WITH_PRECEDENCE),
    };
}

/* The horizontal line between two rows, as one cell meets it; upper is the row above the line. */
static bb_border_side across(const board *b, const bb_grid_cell *cell, int upper)
{
    contest winner = begin_contest(b);
    int lower = upper + 1, rows = (int)b->rows->len;

    for (int c = cell->column; c < cell->column + cell->columns; c++) {
        const bb_grid_cell *above = cell_at(b, upper, c), *below = cell_at(b, lower, c);
        contend(&winner, above != NULL ? above->node : NULL, BB_SIDE_AFTER);
        contend(&winner, below != NULL ? below->node : NULL, BB_SIDE_BEFORE);
    }
    contend(&winner, node_at(b->row_nodes, upper), BB_SIDE_AFTER);
    contend(&winner, node_at(b->row_nodes, lower), BB_SIDE_BEFORE);
    if (node_at(b->body_nodes, upper) != node_at(b->body_nodes, lower)) {
        contend(&winner, node_at(b->body_nodes, upper), BB_SIDE_AFTER);
        contend(&winner, node_at(b->body_nodes, lower), BB_SIDE_BEFORE);
    }
    for (int c = cell->column; c < cell->column + cell->columns; c++) {
        if (upper < 0)
            contend(&winner, column_node(b, c), BB_SIDE_BEFORE);
        if (lower >= rows)
            contend(&winner, column_node(b, c), BB_SIDE_AFTER);
    }
    if (upper < 0)
        contend(&winner, b->table->node, BB_SIDE_BEFORE);
    if (lower >= rows)
        contend(&winner, b->table->node, BB_SIDE_AFTER);
    return winner.side;
}

/* The vertical line right of column left, as one cell meets it. */
static bb_border_side down(const board *b, const bb_grid_cell *cell, int row, int left)
{
    contest winner = begin_contest(b);
    int right = left + 1, columns = (int)b->table->columns->len;

    for (int r = row; r < row + cell->rows; r++) {
        const bb_grid_cell *before = cell_at(b, r, left), *after = cell_at(b, r, right);
        contend(&winner, before != NULL ? before->node : NULL, BB_SIDE_END);
        contend(&winner, after != NULL ? after->node : NULL, BB_SIDE_START);
        if (left < 0 || right >= columns) {
            int side = left < 0 ? BB_SIDE_START : BB_SIDE_END;
            contend(&winner, node_at(b->row_nodes, r), side);
            contend(&winner, node_at(b->body_nodes, r), side);
        }
    }
    contend(&winner, column_node(b, left), BB_SIDE_END);
    contend(&winner, column_node(b, right), BB_SIDE_START);
    if (left < 0)
        contend(&winner, b->table->node, BB_SIDE_START);
    if (right >= columns)
        contend(&winner, b->table->node, BB_SIDE_END);
    return winner.side;
}

static void hide(bb_border_side *side)
{
    if (side->style == BB_FO_K_HIDDEN)
        *side = (bb_border_side){.style = BB_FO_K_NONE};
}

static void settle_cell(const board *b, bb_grid_cell *cell, int row)
{
    cell->borders[BB_SIDE_BEFORE] = across(b, cell, row - 1);
    cell->borders[BB_SIDE_AFTER] = across(b, cell, row + cell->rows - 1);
    cell->borders[BB_SIDE_START] = down(b, cell, row, cell->column - 1);
    cell->borders[BB_SIDE_END] = down(b, cell, row, cell->column + cell->columns - 1);
    for (int side = 0; side < 4; side++)
        hide(&cell->borders[side]);
}

void bb_table_collapse_borders(bb_table *table, GPtrArray *rows, GPtrArray *row_nodes,
                               GPtrArray *body_nodes)
{
    board b = {table, rows, row_nodes, body_nodes};

    for (int r = 0; r < (int)rows->len; r++) {
        const GPtrArray *columns = rows->pdata[r];
        for (int c = 0; c < (int)columns->len; c++) {
            bb_grid_cell *cell = columns->pdata[c];
            bool corner = cell != NULL && cell->column == c && cell_at(&b, r - 1, c) != cell;
            if (corner)
                settle_cell(&b, cell, r);
        }
    }
}
