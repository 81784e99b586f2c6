/* test_findings_csv.c - comma-separated values, their places and their faults. */
#include "findings/csv.h"

#include "check_run.h"

#include <string.h>

static bb_diag *diag;

static void set_up(void)
{
    diag = bb_diag_new();
}

static void tear_down(void)
{
    bb_diag_free(diag);
}

static bb_csv *read_text(const char *text)
{
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));

    return bb_csv_read(bytes, "cases.csv", diag);
}

START_TEST(reads_rows_and_cells)
{
    g_autoptr(bb_csv) csv = read_text("case, q1 ,q2\nN01,S,I\r\nN02, E ,\n\nN03,N,N");

    ck_assert_uint_eq(bb_csv_rows(csv), 3);
    ck_assert_uint_eq(bb_csv_columns(csv), 3);
    ck_assert_int_eq(bb_csv_find_column(csv, "q1"), 1);
    ck_assert_int_eq(bb_csv_find_column(csv, "q3"), -1);
    ck_assert_str_eq(bb_csv_cell(csv, 1, 1), "E");
    ck_assert_str_eq(bb_csv_cell(csv, 1, 2), "");
    ck_assert_str_eq(bb_csv_cell(csv, 2, 2), "N");
    ck_assert_uint_eq(bb_diag_count(diag), 0);
}
END_TEST

START_TEST(reads_quoted_cells)
{
    g_autoptr(bb_csv) csv = read_text(
        "\xef\xbb\xbf\"a\",b\n\"one, two\",\"a \"\"quoted\"\" word\"\n\"two\nlines\",x\n\"\",y");

    ck_assert_str_eq(bb_csv_names(csv)[0], "a");
    ck_assert_str_eq(bb_csv_cell(csv, 0, 0), "one, two");
    ck_assert_str_eq(bb_csv_cell(csv, 0, 1), "a \"quoted\" word");
    ck_assert_str_eq(bb_csv_cell(csv, 1, 0), "two\nlines");
    ck_assert_str_eq(bb_csv_cell(csv, 2, 0), "");
    /* The lines inside a cell count. */
    bb_place place = bb_csv_place(csv, 1, 1);
    ck_assert_int_eq(place.line, 4);
    ck_assert_int_eq(place.column, 8);
    ck_assert_int_eq(bb_csv_place(csv, 2, 1).line, 5);
    ck_assert_uint_eq(bb_diag_count(diag), 0);
}
END_TEST

static void expect_one(const char *text, const char *code, int line, int column, bool usable)
{
    bb_diag_free(diag);
    diag = bb_diag_new();
    g_autoptr(bb_csv) csv = read_text(text);
    ck_assert_msg(bb_diag_count(diag) == 1, "%s: %zu messages", code, bb_diag_count(diag));
    const bb_diag_entry *entry = bb_diag_entry_at(diag, 0);
    ck_assert_str_eq(entry->code, code);
    ck_assert_int_eq(entry->place.line, line);
    ck_assert_int_eq(entry->place.column, column);
    ck_assert(usable == (csv != NULL));
}

START_TEST(reports_faults_with_their_places)
{
    expect_one("a,b\nx,y\nz\n", "csv-row-short", 3, 1, true);
    expect_one("a,b\nx,y\nz,1,2\n", "csv-row-long", 3, 1, true);
    expect_one("a,b\nx,\"y\nz,1\n", "csv-quote-open", 2, 3, true);
    expect_one("a,b\nx,\"y\"z\n", "csv-quote-end", 2, 3, true);
    expect_one("a,b,a\nx,y,z\n", "csv-column-double", 1, 5, true);
    expect_one("a,b\n,\nx,y\n,\n", "csv-row-empty", 2, 1, true);
    expect_one("\n\n", "csv-empty", 1, 1, false);
    expect_one("a;b\nx;y\n", "csv-separator", 1, 1, false);
    expect_one("a\tb\nx\ty\n", "csv-separator", 1, 1, false);
}
END_TEST

START_TEST(keeps_rows_of_a_wrong_width)
{
    g_autoptr(bb_csv) csv = read_text("a,b\nz\nx,1,2\n");

    ck_assert_uint_eq(bb_csv_rows(csv), 2);
    ck_assert_str_eq(bb_csv_cell(csv, 0, 0), "z");
    ck_assert_ptr_null(bb_csv_cell(csv, 0, 1));
    ck_assert_int_eq(bb_csv_place(csv, 0, 1).line, 2);
    ck_assert_str_eq(bb_csv_cell(csv, 1, 1), "1");
    ck_assert_ptr_null(bb_csv_cell(csv, 1, 2));
}
END_TEST

START_TEST(counts_the_values_of_a_column)
{
    g_autoptr(bb_csv) csv = read_text("a,b\n1,S\n2,I\n3,S\n4\n5,\n6,S\n");
    const GArray *values = bb_csv_values(csv, 1);

    ck_assert_uint_eq(values->len, 3);
    ck_assert_int_eq(bb_csv_find_value(csv, 1, "S")->count, 3);
    ck_assert_uint_eq(bb_csv_find_value(csv, 1, "I")->first_row, 1);
    ck_assert_int_eq(bb_csv_find_value(csv, 1, "")->count, 1);
    ck_assert_ptr_null(bb_csv_find_value(csv, 1, "N"));
}
END_TEST

int main(void)
{
    TCase *tests = tcase_create("csv");

    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, reads_rows_and_cells);
    tcase_add_test(tests, reads_quoted_cells);
    tcase_add_test(tests, reports_faults_with_their_places);
    tcase_add_test(tests, keeps_rows_of_a_wrong_width);
    tcase_add_test(tests, counts_the_values_of_a_column);
    return bb_check_run("csv", tests);
}
