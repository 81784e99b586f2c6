/* test_layout_hyphen.c - where British English divides words. */
#include "check_run.h"
#include "layout/hyphen.h"

#include <string.h>

/* The word with a hyphen at every place; for g_free. */
static char *divide(bb_hyphenator *hyphenator, const char *language, const char *word, int before,
                    int after)
{
    enum { MOST = 24 };
    int points[MOST], length = (int)strlen(word);
    int count =
        bb_hyphenator_points(hyphenator, language, word, length, before, after, points, MOST);
    GString *out = g_string_new(NULL);

    for (int i = 0, n = 0; i < length; i++) {
        if (n < count && points[n] == i) {
            g_string_append_c(out, '-');
            n++;
        }
        g_string_append_c(out, word[i]);
    }
    return g_string_free(out, FALSE);
}

START_TEST(divides_as_british_dictionaries_do)
{
    /* know-ledge and photo-graphy are British: an American divides knowl-edge, photog-raphy. */
    static const char *const WORDS[][2] = {{"probation", "pro-ba-tion"},
                                           {"assessment", "as-sess-ment"},
                                           {"inspection", "in-spec-tion"},
                                           {"knowledge", "know-ledge"},
                                           {"report", "re-port"},
                                           {"photography", "pho-to-graphy"},
                                           {"Assessment", "As-sess-ment"},
                                           {"PROBATION", "PRO-BA-TION"},
                                           {"through", "through"},
                                           {"a", "a"},
                                           {"it", "it"}};
    g_autoptr(bb_hyphenator) hyphenator = bb_hyphenator_new();

    for (size_t i = 0; i < G_N_ELEMENTS(WORDS); i++) {
        g_autofree char *divided = divide(hyphenator, "en-gb", WORDS[i][0], 2, 2);
        ck_assert_str_eq(divided, WORDS[i][1]);
    }
}
END_TEST

START_TEST(keeps_the_fewest_characters_on_each_side)
{
    g_autoptr(bb_hyphenator) hyphenator = bb_hyphenator_new();
    g_autofree char *start = divide(hyphenator, "en-GB", "assessment", 3, 2);
    g_autofree char *end = divide(hyphenator, "en-GB", "assessment", 2, 5);
    g_autofree char *both = divide(hyphenator, "en-GB", "assessment", 7, 5);

    ck_assert_str_eq(start, "assess-ment");
    ck_assert_str_eq(end, "as-sessment");
    ck_assert_str_eq(both, "assessment");
}
END_TEST

START_TEST(counts_characters_and_not_bytes)
{
    /* Two bytes for the first letter: "\xc3\xa9" is one character of the three that must stay. */
    g_autoptr(bb_hyphenator) hyphenator = bb_hyphenator_new();
    g_autofree char *divided = divide(hyphenator, "en-GB", "r\xc3\xa9-", 1, 1);
    g_autofree char *long_word =
        divide(hyphenator, "en-GB", "na\xc3\xafvet\xc3\xa9probation", 2, 2);
    g_autofree char *joined = g_strdup(long_word);

    ck_assert(g_utf8_validate(divided, -1, NULL));
    ck_assert(g_utf8_validate(long_word, -1, NULL));
    g_auto(GStrv) parts = g_strsplit(joined, "-", -1);
    g_autofree char *whole = g_strjoinv("", parts);
    ck_assert_str_eq(whole, "na\xc3\xafvet\xc3\xa9probation");
}
END_TEST

START_TEST(english_is_british_and_the_unknown_is_left_whole)
{
    static const char *const LANGUAGES[] = {"cy", "und", "", "../../etc/passwd", "none"};
    g_autoptr(bb_hyphenator) hyphenator = bb_hyphenator_new();
    g_autofree char *english = divide(hyphenator, "en", "knowledge", 2, 2);

    ck_assert_str_eq(english, "know-ledge");
    for (size_t i = 0; i < G_N_ELEMENTS(LANGUAGES); i++) {
        g_autofree char *divided = divide(hyphenator, LANGUAGES[i], "knowledge", 2, 2);
        ck_assert_str_eq(divided, "knowledge");
    }
}
END_TEST

START_TEST(leaves_noise_alone)
{
    g_autoptr(bb_hyphenator) hyphenator = bb_hyphenator_new();
    g_autofree char *noise = g_strnfill(1000, 'a');
    int points[4];

    ck_assert_int_eq(bb_hyphenator_points(hyphenator, "en-GB", noise, 1000, 2, 2, points, 4), 0);
    ck_assert_int_eq(bb_hyphenator_points(hyphenator, "en-GB", "", 0, 2, 2, points, 4), 0);
    /* No more than asked for. */
    ck_assert_int_eq(
        bb_hyphenator_points(hyphenator, "en-GB", "rehabilitation", 14, 2, 2, points, 2), 2);
}
END_TEST

int main(void)
{
    TCase *tests = tcase_create("layout_hyphen");

    tcase_add_test(tests, divides_as_british_dictionaries_do);
    tcase_add_test(tests, keeps_the_fewest_characters_on_each_side);
    tcase_add_test(tests, counts_characters_and_not_bytes);
    tcase_add_test(tests, english_is_british_and_the_unknown_is_left_whole);
    tcase_add_test(tests, leaves_noise_alone);
    return bb_check_run("layout_hyphen", tests);
}
