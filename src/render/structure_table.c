/* structure_table.c - tables whose every row is complete (PDF/UA-1 §7.5), whatever the FO says.
 *
 * Cells are given their places as layout does (layout/table.c: column-number, cells of rows above);
 * where two would lie over each other the later one moves on, where one is missing an empty one is
 * made. Row and column headers are told by Scope, and by Headers too where spans make that unclear.
 */
#include "render/structure_private.h"

#include "layout/box.h"

enum { MOST_COLUMNS = 1000 };

typedef struct {
    bb_element *element;
    int row, rows, column, columns; /* row counts through the whole table */
    bool heads_columns, heads_rows;
} cell;

typedef struct {
    bb_structure *s;
    bb_element *table, *section, *tr;
    GArray *cells;     /* cell */
    GArray *pending;   /* int: for each column, how many more rows a cell from above takes */
    int row, last_row; /* of the section: its last */
    int columns;       /* 0 while they are being counted */
    int most;          /* columns seen */
    bool head;
    bool sizing; /* the first of two runs: nothing is made */
} reader;

static int pending_at(const reader *r, int column)
{
    return column < (int)r->pending->len ? g_array_index(r->pending, int, column) : 0;
}

static void take(reader *r, int column, int columns, int rows)
{
    if (column + columns > (int)r->pending->len)
        g_array_set_size(r->pending, (guint)(column + columns));
    for (int c = column; c < column + columns; c++)
        g_array_index(r->pending, int, c) = rows;
    r->most = MAX(r->most, column + columns);
}

static int count_of(const bb_fo_node *node, bb_fo_property property, int most)
{
    return CLAMP(bb_fo_get_integer(node, property), 1, MAX(1, most));
}

static cell place(const reader *r, const bb_fo_node *node, int next)
{
    int column = bb_fo_get_integer(node, BB_FO_P_COLUMN_NUMBER) - 1;
    cell c = {.row = r->row};

    column = CLAMP(column < 0 ? next : column, 0, MOST_COLUMNS - 1);
    while (pending_at(r, column) > 0)
        column++;
    c.column = column;
    int wanted = count_of(node, BB_FO_P_NUMBER_COLUMNS_SPANNED, MOST_COLUMNS - column);
    for (c.columns = 1; c.columns < wanted && pending_at(r, column + c.columns) == 0;)
        c.columns++;
    c.rows = count_of(node, BB_FO_P_NUMBER_ROWS_SPANNED, r->last_row - r->row + 1);
    return c;
}

/* --- headers --- */

static const char *scope_of(const bb_fo_node *node, bool head)
{
    static const char *const SCOPES[][2] = {
        {"column", "Column"}, {"row", "Row"}, {"both", "Both"}, {"col", "Column"}};
    const char *asked = bb_fo_attribute_of(node, BB_FO_A_SCOPE);

    for (size_t i = 0; asked != NULL && i < G_N_ELEMENTS(SCOPES); i++) {
        if (g_ascii_strcasecmp(asked, SCOPES[i][0]) == 0)
            return SCOPES[i][1];
    }
    return head ? "Column" : "Row";
}

static bool is_header(const bb_fo_node *node, bool head)
{
    const char *header = bb_fo_attribute_of(node, BB_FO_A_HEADER);
    bb_role role = bb_role_of(node, NULL);

    if (role.type != NULL && strcmp(role.type, "TH") == 0)
        return true;
    if (role.type != NULL && strcmp(role.type, "TD") == 0)
        return false;
    return head || (header != NULL && strcmp(header, "true") == 0);
}

/* --- cells and rows --- */

static void make_cell(reader *r, cell *c, const bb_fo_node *node)
{
    bool header = node != NULL ? is_header(node, r->head) : r->head;

    c->element = bb_element_new(r->s, header ? "TH" : "TD", r->tr, node);
    bb_kid *kid = &g_array_index(r->tr->kids, bb_kid, r->tr->kids->len - 1);
    kid->order = c->column; /* a row is read from column to column */
    c->element->columns = c->columns;
    c->element->rows = c->rows;
    if (header) {
        c->element->scope = node != NULL ? scope_of(node, r->head) : "Column";
        c->heads_columns = strcmp(c->element->scope, "Row") != 0;
        c->heads_rows = strcmp(c->element->scope, "Column") != 0;
    }
    g_array_append_vals(r->cells, c, 1);
    if (node == NULL)
        return;
    r->s->of[node->order] = c->element;
    bb_structure_build_children(r->s, node, c->element);
}

static void add_cell(reader *r, const bb_fo_node *node, int *next)
{
    cell c = place(r, node, *next);

    take(r, c.column, c.columns, c.rows);
    *next = c.column + c.columns;
    if (!r->sizing)
        make_cell(r, &c, node);
}

static void begin_row(reader *r, const bb_fo_node *node)
{
    if (r->sizing)
        return;
    r->tr = bb_element_new(r->s, "TR", r->section, node);
    r->s->of[node->order] = r->tr;
}

/* What no cell covers becomes an empty cell. */
static void end_row(reader *r)
{
    for (int c = 0; !r->sizing && c < r->columns; c++) {
        if (pending_at(r, c) > 0)
            continue;
        cell empty = {.row = r->row, .rows = 1, .column = c, .columns = 1};
        take(r, c, 1, 1);
        make_cell(r, &empty, NULL);
    }
    for (int c = 0; c < (int)r->pending->len; c++) {
        int *rows = &g_array_index(r->pending, int, c);
        *rows = MAX(0, *rows - 1);
    }
    r->row++;
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

/* Whether the cell of a body without rows begins a row (XSL 1.1 §6.7.10). */
static bool starts_row(const bb_fo_node *node, const bb_fo_node *before)
{
    return before == NULL || bb_fo_has(node, BB_FO_P_STARTS_ROW, BB_FO_K_TRUE) ||
           bb_fo_has(before, BB_FO_P_ENDS_ROW, BB_FO_K_TRUE);
}

static void read_bare_cells(reader *r, const bb_fo_node *body)
{
    const bb_fo_node *before = NULL;
    int next = 0;

    for (const bb_fo_node *node = body->first; node != NULL; node = node->next) {
        if (node->object != BB_FO_TABLE_CELL)
            continue;
        if (starts_row(node, before)) {
            if (before != NULL)
                end_row(r);
            begin_row(r, node);
            next = 0;
        }
        add_cell(r, node, &next);
        before = node;
    }
    if (before != NULL)
        end_row(r);
}

static int count_rows(const bb_fo_node *body)
{
    const bb_fo_node *before = NULL;
    int count = 0;

    for (const bb_fo_node *node = body->first; node != NULL; node = node->next) {
        if (node->object == BB_FO_TABLE_CELL) {
            count += starts_row(node, before);
            before = node;
        }
        count += node->object == BB_FO_TABLE_ROW;
    }
    return count;
}

static void read_section(reader *r, const bb_fo_node *body)
{
    static const char *const TYPES[] = {"TBody", "THead", "TFoot"};
    int kind = body->object == BB_FO_TABLE_HEADER ? 1 : body->object == BB_FO_TABLE_FOOTER ? 2 : 0;

    r->head = kind == 1;
    r->last_row = r->row + count_rows(body) - 1;
    g_array_set_size(r->pending, 0);
    if (!r->sizing) {
        r->section = bb_element_new(r->s, TYPES[kind], r->table, body);
        if (kind == 2) /* the foot stands before the bodies in FO, and is read after them */
            g_array_index(r->table->kids, bb_kid, r->table->kids->len - 1).order = G_MAXINT;
        r->s->of[body->order] = r->section;
    }
    if (bb_fo_child(body, BB_FO_TABLE_ROW) == NULL) {
        read_bare_cells(r, body);
        return;
    }
    for (const bb_fo_node *node = body->first; node != NULL; node = node->next) {
        if (node->object == BB_FO_TABLE_ROW)
            read_row(r, node);
    }
}

static void read_table(reader *r, const bb_fo_node *table)
{
    r->row = 0;
    for (const bb_fo_node *node = table->first; node != NULL; node = node->next) {
        if (node->object == BB_FO_TABLE_HEADER || node->object == BB_FO_TABLE_BODY ||
            node->object == BB_FO_TABLE_FOOTER)
            read_section(r, node);
    }
}

/* --- headers by name --- */

static bool overlap(int a, int a_count, int b, int b_count)
{
    return a < b + b_count && b < a + a_count;
}

static bool stands_above(const cell *head, const cell *c)
{
    return head->heads_columns && head->row < c->row &&
           overlap(head->column, head->columns, c->column, c->columns);
}

static bool stands_beside(const cell *head, const cell *c)
{
    return head->heads_rows && head->column < c->column &&
           overlap(head->row, head->rows, c->row, c->rows);
}

static bool is_in_head(const cell *c)
{
    return bb_element_is(c->element->parent->parent, "THead");
}

static void add_header(const cell *c, const cell *head)
{
    if (c->element->headers == NULL)
        c->element->headers = g_ptr_array_new();
    g_ptr_array_add(c->element->headers, head->element);
}

/* Every head of the table's own head counts; within a body, a head goes on until the next. */
static void add_headers(const cell *c, const GPtrArray *heads)
{
    const cell *group = NULL;

    for (guint i = 0; i < heads->len; i++) {
        const cell *head = heads->pdata[i];
        if (head == c)
            continue;
        if (stands_above(head, c) && !is_in_head(head))
            group = head->element->parent->parent == c->element->parent->parent ? head : NULL;
        else if (stands_above(head, c) || stands_beside(head, c))
            add_header(c, head);
    }
    if (group != NULL && !c->heads_columns)
        add_header(c, group);
}

/* Scope is enough for one row of heads over columns and one head a row. */
static bool needs_names(const GArray *cells)
{
    int head_rows = 0, last = -1;

    for (guint i = 0; i < cells->len; i++) {
        const cell *c = &g_array_index(cells, cell, i);
        if (!c->heads_columns && !c->heads_rows)
            continue;
        if (c->columns > 1 || c->rows > 1)
            return true;
        if (c->heads_columns && c->row != last) {
            head_rows++;
            last = c->row;
        }
    }
    return head_rows > 1;
}

static void name_headers(reader *r)
{
    g_autoptr(GPtrArray) heads = g_ptr_array_new();

    if (!needs_names(r->cells))
        return;
    for (guint i = 0; i < r->cells->len; i++) {
        cell *c = &g_array_index(r->cells, cell, i);
        if (!c->heads_columns && !c->heads_rows)
            continue;
        c->element->id = g_strdup_printf("head-%d", ++r->s->headers);
        g_ptr_array_add(heads, c);
    }
    for (guint i = 0; i < r->cells->len; i++)
        add_headers(&g_array_index(r->cells, cell, i), heads);
}

/* --- the door --- */

/* A table that only arranges things: its parts count as what their roles say. */
static void build_arrangement(bb_structure *s, const bb_fo_node *node, bb_element *at)
{
    bb_role role = bb_role_of(node, NULL);
    bb_element *element = at;

    if (role.type != NULL && node->object == BB_FO_TABLE) {
        element = bb_element_new(s, role.type, at, node);
        element->standard = role.standard;
    } else if (node->object == BB_FO_TABLE_CELL && !bb_element_is_text(at)) {
        element = bb_element_new(s, "Div", at, node);
    }
    s->of[node->order] = element;
    for (const bb_fo_node *child = node->first; child != NULL; child = child->next) {
        if (child->object >= BB_FO_TABLE_COLUMN && child->object <= BB_FO_TABLE_CELL)
            build_arrangement(s, child, element);
        else
            bb_structure_build(s, child, element);
    }
}

static void add_caption(reader *r, const bb_fo_node *table)
{
    const bb_fo_node *around = table->parent;
    const bb_fo_node *caption = around != NULL && around->object == BB_FO_TABLE_AND_CAPTION
                                    ? bb_fo_child(around, BB_FO_TABLE_CAPTION)
                                    : NULL;

    if (caption == NULL)
        return;
    bb_element *element = bb_element_new(r->s, "Caption", r->table, caption);
    r->s->of[caption->order] = element;
    bb_structure_build_children(r->s, caption, element);
}

void bb_structure_build_table(bb_structure *s, const bb_fo_node *table, bb_element *at)
{
    bb_role role = bb_role_of(table, "Table");
    bool arranges = role.transparent || strcmp(role.type, "Table") != 0;

    if (arranges || bb_element_is_text(at)) {
        build_arrangement(s, table, at);
        return;
    }
    reader r = {
        .s = s,
        .table = bb_element_new(s, "Table", at, table),
        .cells = g_array_new(FALSE, FALSE, sizeof(cell)),
        .pending = g_array_new(FALSE, TRUE, sizeof(int)),
        .sizing = true,
    };
    s->of[table->order] = r.table;
    add_caption(&r, table);
    read_table(&r, table);
    r.columns = r.most;
    r.sizing = false;
    read_table(&r, table);
    name_headers(&r);
    g_array_unref(r.cells);
    g_array_unref(r.pending);
}
