/* test_layout_page_number.c - numbers in the formats of fo:page-sequence. */
#include "check_run.h"
#include "layout/page_number.h"

#include <glib.h>

typedef struct {
    int number;
    const char *format, *printed;
} row;

static void check_rows(const row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        g_autofree char *printed = bb_page_number_print(rows[i].number, rows[i].format);
        ck_assert_msg(g_strcmp0(printed, rows[i].printed) == 0,
                      "%d as \"%s\" is \"%s\", not \"%s\"", rows[i].number, rows[i].format, printed,
                      rows[i].printed);
    }
}

START_TEST(decimal)
{
    static const row ROWS[] = {{1, "1", "1"},    {10, "1", "10"},    {7, "01", "07"},
                               {12, "01", "12"}, {123, "01", "123"}, {5, "001", "005"},
                               {9, "", "9"},     {9, "-", "9"}};

    check_rows(ROWS, G_N_ELEMENTS(ROWS));
}
END_TEST

START_TEST(roman)
{
    static const row ROWS[] = {{1, "i", "i"},
                               {4, "i", "iv"},
                               {9, "i", "ix"},
                               {14, "i", "xiv"},
                               {40, "i", "xl"},
                               {49, "i", "xlix"},
                               {90, "I", "XC"},
                               {444, "I", "CDXLIV"},
                               {1999, "i", "mcmxcix"},
                               {3888, "I", "MMMDCCCLXXXVIII"},
                               {3999, "i", "mmmcmxcix"},
                               /* Romans had no more letters. */
                               {4000, "i", "4000"},
                               {0, "i", "0"}};

    check_rows(ROWS, G_N_ELEMENTS(ROWS));
}
END_TEST

START_TEST(alphabetic)
{
    static const row ROWS[] = {{1, "a", "a"},     {26, "a", "z"},  {27, "a", "aa"},
                               {52, "a", "az"},   {53, "A", "BA"}, {702, "a", "zz"},
                               {703, "A", "AAA"}, {0, "a", "0"}};

    check_rows(ROWS, G_N_ELEMENTS(ROWS));
}
END_TEST

START_TEST(what_stands_around_the_number_stays)
{
    static const row ROWS[] = {{4, "(i)", "(iv)"},
                               {4, "- 1 -", "- 4 -"},
                               {4, "A.", "D."},
                               {4, "\xc2\xa7 1", "\xc2\xa7 4"}};

    check_rows(ROWS, G_N_ELEMENTS(ROWS));
}
END_TEST

int main(void)
{
    TCase *tests = tcase_create("layout_page_number");

    tcase_add_test(tests, decimal);
    tcase_add_test(tests, roman);
    tcase_add_test(tests, alphabetic);
    tcase_add_test(tests, what_stands_around_the_number_stays);
    return bb_check_run("layout_page_number", tests);
}
