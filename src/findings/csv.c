/* csv.c - comma-separated values into rows and cells. */
#include "findings/csv.h"

#include "base/text.h"
#include "findings/source.h"

#include <string.h>

typedef struct {
    char *text; /* in the csv's own copy */
    int line, column;
} cell;

typedef struct {
    size_t first;
    size_t count; /* of cells in the file; those beyond the header's are not kept */
} row;

/* What a column holds. */
typedef struct {
    GArray *values;    /* bb_csv_value */
    GHashTable *index; /* text to place in values, plus 1 */
} column_values;

/* More is no case file, and comparing their names would take for ever. */
static const size_t MOST_COLUMNS = 1000;

struct bb_csv {
    const char *name;
    char *text;         /* the file; cells are cut out of it in place */
    GArray *cells;      /* cell */
    GArray *rows;       /* row; the header is the first */
    GPtrArray *names;   /* lent from the header's cells, then NULL */
    GPtrArray *columns; /* column_values, NULL until asked for */
};

typedef struct {
    bb_csv *csv;
    bb_source *source; /* the text untouched, for places */
    bb_diag *diag;
    size_t at, size;
} reader;

static bool at_end(const reader *r)
{
    return r->at >= r->size;
}

static bool at_line_end(const reader *r)
{
    return at_end(r) || r->csv->text[r->at] == '\n' || r->csv->text[r->at] == '\r';
}

static bool at_cell_end(const reader *r)
{
    return at_line_end(r) || r->csv->text[r->at] == ',';
}

/* The text between quotation marks, doubled ones made single; gives its end in the copy. */
static char *unquote(reader *r, const cell *c)
{
    char *text = r->csv->text, *out = text + r->at;

    r->at++;
    for (; !at_end(r); r->at++) {
        if (text[r->at] == '"' && text[r->at + 1] == '"')
            r->at++;
        else if (text[r->at] == '"')
            break;
        *out++ = text[r->at];
    }
    bb_place place = {r->csv->name, c->line, c->column};
    if (at_end(r)) {
        bb_diag_report(r->diag, BB_M_CSV_QUOTE_OPEN, place);
        return out;
    }
    r->at++;
    if (!at_cell_end(r))
        bb_diag_report(r->diag, BB_M_CSV_QUOTE_END, place);
    while (!at_cell_end(r))
        *out++ = text[r->at++];
    return out;
}

/* Spaces are as invisible to writers as they are in XML. */
static char *trim(char *text, char *end)
{
    while (end > text && bb_text_is_space(end[-1]))
        end--;
    *end = '\0';
    while (bb_text_is_space(*text))
        text++;
    return text;
}

/* Reads one cell; the character behind it may be cut off, so it is given back. */
static char read_cell(reader *r, cell *kept)
{
    bb_place place = bb_source_place(r->source, r->at);
    cell c = {r->csv->text + r->at, place.line, place.column};
    char *end;

    if (r->csv->text[r->at] == '"') {
        end = unquote(r, &c);
    } else {
        while (!at_cell_end(r))
            r->at++;
        end = r->csv->text + r->at;
    }
    char behind = at_end(r) ? '\0' : r->csv->text[r->at];
    c.text = trim(c.text, end);
    *kept = c;
    return behind;
}

static size_t most_cells(const bb_csv *csv)
{
    return csv->rows->len > 0 ? g_array_index(csv->rows, row, 0).count : MOST_COLUMNS;
}

static void check_width(const reader *r, const row *read, bb_place place)
{
    size_t wanted = most_cells(r->csv);

    if (r->csv->rows->len == 0 || read->count == wanted)
        return;
    g_autofree char *has =
        g_strdup_printf("%zu %s", read->count, read->count == 1 ? "cell" : "cells");
    g_autofree char *wants = g_strdup_printf("%zu", wanted);
    bb_diag_report(r->diag, read->count < wanted ? BB_M_CSV_ROW_SHORT : BB_M_CSV_ROW_LONG, place,
                   has, wants);
}

static void skip_line_end(reader *r, char behind)
{
    if (behind == '\r')
        r->at++;
    if (behind == '\n' || (behind == '\r' && !at_end(r) && r->csv->text[r->at] == '\n'))
        r->at++;
}

static void read_row(reader *r)
{
    bb_csv *csv = r->csv;
    row read = {csv->cells->len, 0};
    bb_place place = bb_source_place(r->source, r->at);
    bool blank = at_line_end(r), empty = true;
    char behind = ',';

    while (behind == ',') {
        cell c;
        behind = read_cell(r, &c);
        if (behind == ',')
            r->at++;
        empty = empty && c.text[0] == '\0';
        if (read.count++ < most_cells(csv))
            g_array_append_val(csv->cells, c);
    }
    skip_line_end(r, behind);
    if (empty) {
        if (!blank)
            bb_diag_report(r->diag, BB_M_CSV_ROW_EMPTY, place);
        g_array_set_size(csv->cells, (guint)read.first);
        return;
    }
    check_width(r, &read, place);
    g_array_append_val(csv->rows, read);
}

/* Other programs write other separators; then everything is one column. */
static bool has_other_separator(const bb_csv *csv)
{
    const char *name = csv->names->pdata[0];

    return csv->names->len == 2 && strpbrk(name, ";\t") != NULL;
}

static bool check_header(reader *r)
{
    bb_csv *csv = r->csv;
    bb_place start = {csv->name, 1, 1};

    if (csv->rows->len == 0) {
        bb_diag_report(r->diag, BB_M_CSV_EMPTY, start);
        return false;
    }
    size_t count = most_cells(csv);
    if (count > MOST_COLUMNS) {
        bb_diag_report(r->diag, BB_M_CSV_WIDE, start);
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        const cell *c = &g_array_index(csv->cells, cell, i);
        for (size_t j = 0; j < i && c->text[0] != '\0'; j++) {
            if (strcmp(csv->names->pdata[j], c->text) == 0)
                bb_diag_report(r->diag, BB_M_CSV_COLUMN_DOUBLE,
                               ((bb_place){csv->name, c->line, c->column}), c->text);
        }
        g_ptr_array_add(csv->names, c->text);
    }
    g_ptr_array_add(csv->names, NULL);
    g_ptr_array_set_size(csv->columns, (int)count);
    if (!has_other_separator(csv))
        return true;
    bb_diag_report(r->diag, BB_M_CSV_SEPARATOR, start);
    return false;
}

static void column_free(void *item)
{
    column_values *column = item;

    if (column == NULL)
        return;
    g_array_unref(column->values);
    g_hash_table_unref(column->index);
    g_free(column);
}

bb_csv *bb_csv_read(GBytes *bytes, const char *name, bb_diag *diag)
{
    g_autoptr(bb_source) source = bb_source_new(bytes, name, BB_SOURCE_PLAIN, diag);
    bb_csv *csv = g_new0(bb_csv, 1);
    size_t size = 0;
    const char *text = bb_source_text(source, &size);

    csv->name = name;
    csv->text = g_malloc(size + 1);
    memcpy(csv->text, text, size + 1);
    csv->cells = g_array_new(FALSE, FALSE, sizeof(cell));
    csv->rows = g_array_new(FALSE, FALSE, sizeof(row));
    csv->names = g_ptr_array_new();
    csv->columns = g_ptr_array_new_with_free_func(column_free);
    reader r = {csv, source, diag, 0, size};
    while (!at_end(&r) && (csv->rows->len == 0 || most_cells(csv) <= MOST_COLUMNS))
        read_row(&r);
    if (!check_header(&r))
        g_clear_pointer(&csv, bb_csv_free);
    return csv;
}

void bb_csv_free(bb_csv *csv)
{
    if (csv == NULL)
        return;
    g_array_unref(csv->cells);
    g_array_unref(csv->rows);
    g_ptr_array_unref(csv->names);
    g_ptr_array_unref(csv->columns);
    g_free(csv->text);
    g_free(csv);
}

size_t bb_csv_rows(const bb_csv *csv)
{
    return csv->rows->len - 1;
}

size_t bb_csv_columns(const bb_csv *csv)
{
    return csv->names->len - 1;
}

const char *const *bb_csv_names(const bb_csv *csv)
{
    return (const char *const *)csv->names->pdata;
}

int bb_csv_find_column(const bb_csv *csv, const char *name)
{
    for (guint i = 0; i + 1 < csv->names->len; i++) {
        if (strcmp(csv->names->pdata[i], name) == 0)
            return (int)i;
    }
    return -1;
}

/* Of a row that is too long only as many cells are kept as there are columns. */
static size_t kept_cells(const bb_csv *csv, const row *r)
{
    return MIN(r->count, most_cells(csv));
}

static const cell *find_cell(const bb_csv *csv, size_t row_index, size_t column)
{
    const row *r = &g_array_index(csv->rows, row, row_index + 1);

    return column < kept_cells(csv, r) ? &g_array_index(csv->cells, cell, r->first + column) : NULL;
}

const char *bb_csv_cell(const bb_csv *csv, size_t row_index, size_t column)
{
    const cell *c = find_cell(csv, row_index, column);

    return c != NULL ? c->text : NULL;
}

bb_place bb_csv_place(const bb_csv *csv, size_t row_index, size_t column)
{
    const cell *c = find_cell(csv, row_index, column);

    /* A row that is too short ends where its last cell stands. */
    if (c == NULL) {
        const row *r = &g_array_index(csv->rows, row, row_index + 1);
        c = find_cell(csv, row_index, kept_cells(csv, r) - 1);
    }
    return (bb_place){csv->name, c->line, c->column};
}

static column_values *count_values(const bb_csv *csv, size_t column)
{
    column_values *counted = g_new0(column_values, 1);

    counted->values = g_array_new(FALSE, FALSE, sizeof(bb_csv_value));
    counted->index = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t i = 0; i < bb_csv_rows(csv); i++) {
        const char *text = bb_csv_cell(csv, i, column);
        if (text == NULL)
            continue;
        guint at = GPOINTER_TO_UINT(g_hash_table_lookup(counted->index, text));
        if (at > 0) {
            g_array_index(counted->values, bb_csv_value, at - 1).count++;
            continue;
        }
        bb_csv_value value = {text, i, 1};
        g_array_append_val(counted->values, value);
        g_hash_table_insert(counted->index, (gpointer)text, GUINT_TO_POINTER(counted->values->len));
    }
    return counted;
}

static const column_values *find_values(bb_csv *csv, size_t column)
{
    if (csv->columns->pdata[column] == NULL)
        csv->columns->pdata[column] = count_values(csv, column);
    return csv->columns->pdata[column];
}

const GArray *bb_csv_values(bb_csv *csv, size_t column)
{
    return find_values(csv, column)->values;
}

const bb_csv_value *bb_csv_find_value(bb_csv *csv, size_t column, const char *text)
{
    const column_values *counted = find_values(csv, column);
    guint at = GPOINTER_TO_UINT(g_hash_table_lookup(counted->index, text));

    return at > 0 ? &g_array_index(counted->values, bb_csv_value, at - 1) : NULL;
}
