/* test_findings_source.c - any encoding becomes UTF-8, and offsets become lines and columns. */
#include "findings/source.h"

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

static bb_source *read_bytes(const char *bytes, size_t size, bb_source_kind kind)
{
    g_autoptr(GBytes) data = g_bytes_new(bytes, size);

    return bb_source_new(data, "chapter.xml", kind, diag);
}

static void expect_text(const char *bytes, size_t size, const char *wanted)
{
    g_autoptr(bb_source) source = read_bytes(bytes, size, BB_SOURCE_XML);
    size_t got = 0;

    ck_assert_str_eq(bb_source_text(source, &got), wanted);
    ck_assert_uint_eq(got, strlen(wanted));
}

START_TEST(reads_other_encodings)
{
    static const char MARKED[] = "\xef\xbb\xbf<p/>";
    static const char LATIN[] = "<?xml version='1.0' encoding='ISO-8859-1'?><p>\xe9</p>";
    static const char UTF16[] = "\xff\xfe<\0p\0/\0>";
    static const char BARE_UTF16[] = "\0<\0p\0/\0>";

    expect_text(MARKED, sizeof MARKED - 1, "<p/>");
    expect_text(LATIN, sizeof LATIN - 1,
                "<?xml version='1.0' encoding='ISO-8859-1'?><p>\u00e9</p>");
    expect_text(UTF16, sizeof UTF16, "<p/>");
    expect_text(BARE_UTF16, sizeof BARE_UTF16 - 1, "<p/>");
    expect_text("", 0, "");
    ck_assert_uint_eq(bb_diag_count(diag), 0);
}
END_TEST

static void expect_fault(const char *bytes, size_t size, int line, int column)
{
    g_autoptr(bb_source) source = read_bytes(bytes, size, BB_SOURCE_XML);
    const bb_diag_entry *entry = bb_diag_entry_at(diag, bb_diag_count(diag) - 1);

    ck_assert_str_eq(entry->code, "text-encoding");
    ck_assert_int_eq(entry->place.line, line);
    ck_assert_int_eq(entry->place.column, column);
    size_t got = 0;
    ck_assert(g_utf8_validate_len(bb_source_text(source, &got), got, NULL));
}

START_TEST(reports_bytes_that_are_no_text)
{
    expect_fault("<p>\n caf\xe9</p>", 13, 2, 5);
    expect_fault("<p>\0</p>", 8, 1, 4);
    expect_fault("<p>\xc3", 4, 1, 4);
    ck_assert_uint_eq(bb_diag_count(diag), 3);
}
END_TEST

START_TEST(reports_a_wrong_declaration)
{
    static const char TEXT[] = "<?xml version='1.0' encoding='klingon'?><p/>";
    g_autoptr(bb_source) source = read_bytes(TEXT, sizeof TEXT - 1, BB_SOURCE_XML);

    ck_assert_ptr_nonnull(source);
    ck_assert_str_eq(bb_diag_entry_at(diag, 0)->code, "text-encoding-named");
    /* A CSV file may begin with whatever it likes. */
    g_autoptr(bb_source) plain = read_bytes(TEXT, sizeof TEXT - 1, BB_SOURCE_PLAIN);
    ck_assert_ptr_nonnull(plain);
    ck_assert_uint_eq(bb_diag_count(diag), 1);
}
END_TEST

START_TEST(finds_lines_and_columns)
{
    static const char TEXT[] = "a\r\nb\u00e9c\nd\re";
    static const struct {
        size_t offset;
        int line, column;
    } WANTED[] = {{0, 1, 1},
                  {3, 2, 1},
                  {4, 2, 2},
                  {6, 2, 3},
                  {8, 3, 1},
                  {10, 4, 1},
                  /* Backwards again, and beyond the end. */
                  {3, 2, 1},
                  {99, 4, 2}};
    g_autoptr(bb_source) source = read_bytes(TEXT, sizeof TEXT - 1, BB_SOURCE_PLAIN);

    for (size_t i = 0; i < G_N_ELEMENTS(WANTED); i++) {
        bb_place place = bb_source_place(source, WANTED[i].offset);
        ck_assert_int_eq(place.line, WANTED[i].line);
        ck_assert_int_eq(place.column, WANTED[i].column);
    }
}
END_TEST

int main(void)
{
    TCase *tests = tcase_create("source");

    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, reads_other_encodings);
    tcase_add_test(tests, reports_bytes_that_are_no_text);
    tcase_add_test(tests, reports_a_wrong_declaration);
    tcase_add_test(tests, finds_lines_and_columns);
    return bb_check_run("source", tests);
}
