/* test_diag.c - the sink keeps, orders, counts and words what it is told. */
#include "base/diag.h"
#include "check_run.h"

#include <string.h>

START_TEST(formats_place_severity_sentence_and_code)
{
    g_autoptr(bb_diag) diag = bb_diag_new();
    bb_place place = {bb_diag_file(diag, "report.xml"), 12, 5};

    bb_diag_report(diag, BB_M_FILE_UNREADABLE, place, "map.png", "no such file");
    g_autofree char *line = bb_diag_format(bb_diag_entry_at(diag, 0));
    ck_assert_str_eq(line, "report.xml:12:5: error: map.png can't be read: no such file; check the "
                           "name and the folder [file-unreadable]");
    ck_assert(bb_diag_has_faults(diag));
}
END_TEST

START_TEST(leaves_out_what_is_unknown)
{
    g_autoptr(bb_diag) diag = bb_diag_new();

    bb_diag_report(diag, BB_M_XML_SYNTAX, ((bb_place){"a.xml", 3, 0}), "x");
    bb_diag_report(diag, BB_M_XML_SYNTAX, BB_NOWHERE, "y");
    g_autofree char *first = bb_diag_format(bb_diag_entry_at(diag, 0));
    g_autofree char *second = bb_diag_format(bb_diag_entry_at(diag, 1));
    ck_assert(g_str_has_prefix(first, "a.xml:3: error: "));
    ck_assert(g_str_has_prefix(second, "error: "));
}
END_TEST

START_TEST(sorts_by_file_line_and_column_and_drops_doubles)
{
    g_autoptr(bb_diag) diag = bb_diag_new();
    const char *a = bb_diag_file(diag, "report.xml"), *b = bb_diag_file(diag, "annex.xml");
    const bb_place places[] = {{b, 1, 1}, {a, 9, 1}, {a, 2, 7}, {a, 2, 3}, {a, 9, 1}};

    for (size_t i = 0; i < G_N_ELEMENTS(places); i++)
        bb_diag_report(diag, BB_M_XML_SYNTAX, places[i], "same");
    bb_diag_sort(diag);
    ck_assert_uint_eq(bb_diag_count(diag), 4);
    ck_assert_int_eq(bb_diag_entry_at(diag, 0)->place.column, 3);
    ck_assert_int_eq(bb_diag_entry_at(diag, 1)->place.column, 7);
    ck_assert_int_eq(bb_diag_entry_at(diag, 2)->place.line, 9);
    ck_assert_str_eq(bb_diag_entry_at(diag, 3)->place.file, "annex.xml");
}
END_TEST

START_TEST(absorbs_another_sink)
{
    g_autoptr(bb_diag) diag = bb_diag_new();
    g_autoptr(bb_diag) other = bb_diag_new();

    bb_diag_report(other, BB_M_XML_SYNTAX, ((bb_place){"c.xml", 1, 1}), "x");
    bb_diag_absorb(diag, other);
    ck_assert_uint_eq(bb_diag_count(other), 0);
    ck_assert_uint_eq(bb_diag_count_of(diag, BB_FAULT), 1);
    ck_assert_str_eq(bb_diag_entry_at(diag, 0)->place.file, "c.xml");
}
END_TEST

/* Every row of the table can be filled: places count up from {1} without a gap, codes are unique.
 */
START_TEST(renames_what_was_read_elsewhere)
{
    g_autoptr(bb_diag) diag = bb_diag_new();

    bb_diag_report(diag, BB_M_INCLUDE_MISSING, ((bb_place){"/tmp/x/a.xml", 1, 1}), "/tmp/x/b.xml",
                   "; did you mean /tmp/x/c.xml?");
    bb_diag_report(diag, BB_M_XML_SYNTAX, BB_NOWHERE, "y");
    bb_diag_rename(diag, "/tmp/x/", "old.pdf/");
    const bb_diag_entry *entry = bb_diag_entry_at(diag, 0);
    ck_assert_str_eq(entry->place.file, "old.pdf/a.xml");
    ck_assert_ptr_nonnull(strstr(entry->text, "old.pdf/b.xml"));
    ck_assert_ptr_nonnull(strstr(entry->text, "old.pdf/c.xml"));
    ck_assert_ptr_null(bb_diag_entry_at(diag, 1)->place.file);
}
END_TEST

START_TEST(table_is_sound)
{
    static const struct {
        const char *code, *sentence;
    } ROWS[] = {
#define BB_MESSAGE(id, code, severity, repeat, sentence, advice) {code, sentence},
#include "base/diag_messages.def"
#undef BB_MESSAGE
    };

    for (size_t i = 0; i < G_N_ELEMENTS(ROWS); i++) {
        ck_assert_int_eq(bb_diag_find_code(ROWS[i].code), (int)i);
        bool gap = false;
        for (int n = 1; n <= 9; n++) {
            const char place[] = {'{', (char)('0' + n), '}', '\0'};
            bool here = strstr(ROWS[i].sentence, place) != NULL;
            ck_assert_msg(!(here && gap), "%s skips a place", ROWS[i].code);
            gap = gap || !here;
        }
    }
    ck_assert_int_eq(bb_diag_find_code("no-such-code"), BB_MESSAGE_COUNT);
}
END_TEST

int main(void)
{
    TCase *tests = tcase_create("diag");

    tcase_add_test(tests, formats_place_severity_sentence_and_code);
    tcase_add_test(tests, leaves_out_what_is_unknown);
    tcase_add_test(tests, sorts_by_file_line_and_column_and_drops_doubles);
    tcase_add_test(tests, absorbs_another_sink);
    tcase_add_test(tests, renames_what_was_read_elsewhere);
    tcase_add_test(tests, table_is_sound);
    return bb_check_run("diag", tests);
}
