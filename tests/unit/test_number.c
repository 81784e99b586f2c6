/* test_number.c - rounding half up, and numbers as the publications print them.
 * The score cases are the published ones of the Devon & Cornwall report. */
#include "base/number.h"
#include "check_run.h"

#include <glib.h>

START_TEST(rounds_half_up)
{
    ck_assert_double_eq(bb_number_round(60.5, 0), 61.0);
    ck_assert_double_eq(bb_number_round(60.49, 0), 60.0);
    ck_assert_double_eq(bb_number_round(-60.5, 0), -60.0);
    ck_assert_double_eq(bb_number_round((58.0 + 63.0) / 2, 0), 61.0);
    ck_assert_double_eq(bb_number_round((76 + 62 + 69 + 75 + 62) / 5.0, 0), 69.0);
    ck_assert_double_eq(bb_number_round(219 / 6.0, 0), 37.0);
    /* 0.285 is a little less in binary; a reader expects 0.29. */
    ck_assert_double_eq(bb_number_round(0.285, 2), 0.29);
}
END_TEST

static void expect(char *got, const char *wanted)
{
    ck_assert_str_eq(got, wanted);
    g_free(got);
}

START_TEST(prints_with_commas_and_leading_zero)
{
    expect(bb_number_print(4098, 0), "4,098");
    expect(bb_number_print(999.5, 0), "1,000");
    expect(bb_number_print(1234567.891, 2), "1,234,567.89");
    expect(bb_number_print(0.4, 1), "0.4");
    expect(bb_number_print(-1500, 0), "-1,500");
    expect(bb_number_print(9.96, 1), "10.0");
}
END_TEST

START_TEST(writes_small_counts_as_words)
{
    expect(bb_number_print_words(1), "one");
    expect(bb_number_print_words(10), "ten");
    expect(bb_number_print_words(11), "11");
    expect(bb_number_print_words(0), "0");
    expect(bb_number_spell(31), "thirty-one");
    expect(bb_number_spell(106), "one hundred and six");
    expect(bb_number_spell(200), "two hundred");
    expect(bb_number_spell(1000), "1,000");
}
END_TEST

START_TEST(knows_attainable_percentages)
{
    ck_assert(bb_number_percent_attainable(72, 0, 69));
    ck_assert(bb_number_percent_attainable(89, 0, 63));
    /* The three figures of 4.4(f) that no whole number of 63 managers gives. */
    ck_assert(!bb_number_percent_attainable(88, 0, 63));
    ck_assert(!bb_number_percent_attainable(93, 0, 63));
    ck_assert(!bb_number_percent_attainable(72, 0, 63));
    ck_assert(!bb_number_percent_attainable(50, 0, 0));
}
END_TEST

int main(void)
{
    TCase *tests = tcase_create("number");

    tcase_add_test(tests, rounds_half_up);
    tcase_add_test(tests, prints_with_commas_and_leading_zero);
    tcase_add_test(tests, writes_small_counts_as_words);
    tcase_add_test(tests, knows_attainable_percentages);
    return bb_check_run("number", tests);
}
