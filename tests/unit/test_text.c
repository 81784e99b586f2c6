/* test_text.c - squeezing white space, filling sentences and guessing the word that was meant. */
#include "base/text.h"
#include "check_run.h"

#include <glib.h>

START_TEST(squeezes_white_space)
{
    g_autofree char *text = bb_text_squeeze("  Assessment\n\t of   risk ");

    ck_assert_str_eq(text, "Assessment of risk");
    ck_assert(bb_text_is_blank(" \n\t"));
    ck_assert(bb_text_is_blank(NULL));
    ck_assert(!bb_text_is_blank(" x "));
}
END_TEST

START_TEST(fills_sentences)
{
    g_autofree char *text = bb_text_fill("{2} of {1}, {3}{", (const char *[]){"16", "14", NULL});

    ck_assert_str_eq(text, "14 of 16, ?{");
}
END_TEST

START_TEST(guesses_the_nearest_word)
{
    const char *const words[] = {"strength", "improvement", "criterion", "rating", NULL};

    ck_assert_str_eq(bb_text_nearest("strenght", words), "strength");
    ck_assert_str_eq(bb_text_nearest("criterium", words), "criterion");
    ck_assert_ptr_null(bb_text_nearest("table", words));
}
END_TEST

START_TEST(quotes_without_flooding)
{
    g_autofree char *whole = bb_text_clip(" Victims \n were  heard ", 18);
    g_autofree char *cut = bb_text_clip("caf\u00e9 caf\u00e9 caf\u00e9", 9);

    ck_assert_str_eq(whole, "Victims were heard");
    ck_assert_str_eq(cut, "caf\u00e9 caf\u00e9\u2026");
}
END_TEST

START_TEST(lists_words)
{
    g_autofree char *none = bb_text_list((const char *[]){NULL}, "or");
    g_autofree char *one = bb_text_list((const char *[]){"a", NULL}, "or");
    g_autofree char *three = bb_text_list((const char *[]){"a", "b", "c", NULL}, "or");

    ck_assert_str_eq(none, "");
    ck_assert_str_eq(one, "a");
    ck_assert_str_eq(three, "a, b or c");
}
END_TEST

int main(void)
{
    TCase *tests = tcase_create("text");

    tcase_add_test(tests, squeezes_white_space);
    tcase_add_test(tests, fills_sentences);
    tcase_add_test(tests, guesses_the_nearest_word);
    tcase_add_test(tests, quotes_without_flooding);
    tcase_add_test(tests, lists_words);
    return bb_check_run("text", tests);
}
