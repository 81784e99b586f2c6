/* csv.h - a file of comma-separated values (RFC 4180) with the place of every cell.
 *
 * The first row names the columns. Cells may stand between quotation marks and then hold commas,
 * line ends and doubled quotation marks; lines end in LF or CR LF; a byte order mark is skipped.
 * Rows that are too short or too long are reported and kept as far as they go; empty rows are left
 * out. Rows and columns count from 0, the header not counted. */
#ifndef BB_FINDINGS_CSV_H
#define BB_FINDINGS_CSV_H

#include "base/diag.h"

#include <stddef.h>

typedef struct bb_csv bb_csv;

/* name is how places show the file; it must outlive the csv. NULL, with the fault reported, when
 * there is no usable header. */
bb_csv *bb_csv_read(GBytes *bytes, const char *name, bb_diag *diag);
void bb_csv_free(bb_csv *csv); /* accepts NULL */

size_t bb_csv_rows(const bb_csv *csv);
size_t bb_csv_columns(const bb_csv *csv);
/* The names of the columns, NULL-ended, white space around them gone. Lent. */
const char *const *bb_csv_names(const bb_csv *csv);
/* The column of this name, or -1. */
int bb_csv_find_column(const bb_csv *csv, const char *name);

/* The cell's text, white space around it gone, lent; NULL where the row is too short. */
const char *bb_csv_cell(const bb_csv *csv, size_t row, size_t column);
bb_place bb_csv_place(const bb_csv *csv, size_t row, size_t column);

/* One of the different texts in a column; "" is the cells left empty. */
typedef struct bb_csv_value {
    const char *text;
    size_t first_row;
    long count;
} bb_csv_value;

/* The different texts of a column in the order of their first rows (bb_csv_value), and the one
 * that reads so, or NULL. Counted at the first question and lent. */
const GArray *bb_csv_values(bb_csv *csv, size_t column);
const bb_csv_value *bb_csv_find_value(bb_csv *csv, size_t column, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(bb_csv, bb_csv_free)

#endif
