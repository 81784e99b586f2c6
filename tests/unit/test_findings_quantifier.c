/* test_findings_quantifier.c - proportions in words against their bands. */
#include "findings/quantifier.h"

#include "check_run.h"

#include <glib.h>

static bool holds(const char *phrase, double percent)
{
    bb_quantifier quantifier;

    ck_assert_msg(bb_quantifier_read(phrase, &quantifier), "%s is not known", phrase);
    return bb_quantifier_holds(&quantifier, percent, -1);
}

/* The edges of each band, the last value that holds and the first that doesn't. */
START_TEST(bands_have_edges)
{
    static const struct {
        const char *phrase;
        double from, to, below, above;
    } ROWS[] = {
        {"half", 49, 51, 48, 52},
        {"about half", 46, 54, 45, 55},
        {"just over half", 50.4, 55, 50, 56},
        {"more than half", 51, 67, 50, 68},
        {"nearly half", 45, 49.6, 44, 50},
        {"two-thirds", 65, 68, 63, 70},
        {"about two-thirds", 63, 70, 62, 72},
        {"more than two-thirds", 67, 75, 66, 76},
        {"just under two-thirds", 63, 66, 62, 67.4},
        {"less than two-thirds", 0, 66, -1, 67.4},
        {"three-quarters", 73, 77, 72, 78},
        {"more than three-quarters", 76, 90, 75, 91},
        {"just over one-third", 34, 37, 33.3, 38},
        {"a third", 32, 35, 31, 36},
        {"just over one-quarter", 25.3, 28, 25, 29},
        {"one-quarter", 23, 27, 22, 28},
        {"nearly all", 90, 99, 89, 100},
        {"most", 75, 100, 74, 101},
        {"few", 0, 15, -1, 16},
        {"one in ten", 7, 13, 6, 14},
        {"at least half", 50, 67, 49, 68},
        {"all", 100, 100, 99, 101},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(ROWS); i++) {
        ck_assert_msg(holds(ROWS[i].phrase, ROWS[i].from), "%s from", ROWS[i].phrase);
        ck_assert_msg(holds(ROWS[i].phrase, ROWS[i].to), "%s to", ROWS[i].phrase);
        ck_assert_msg(!holds(ROWS[i].phrase, ROWS[i].below), "%s below", ROWS[i].phrase);
        ck_assert_msg(!holds(ROWS[i].phrase, ROWS[i].above), "%s above", ROWS[i].phrase);
    }
}
END_TEST

START_TEST(wording_is_forgiven)
{
    ck_assert(holds("The majority of the cases", 60));
    ck_assert(holds("  Just  over TWO THIRDS of", 69));
    ck_assert(holds("a little over a quarter", 27));
    ck_assert(holds("14 out of 16", 87.5));
    ck_assert(!holds("14 out of 16", 85));
    ck_assert(holds("almost all", 95));
    ck_assert(holds("four out of five", 80));
}
END_TEST

START_TEST(all_but_counts_cases)
{
    bb_quantifier quantifier;

    ck_assert(bb_quantifier_read("all but two of the officers", &quantifier));
    ck_assert(bb_quantifier_holds(&quantifier, 90, 2));
    ck_assert(!bb_quantifier_holds(&quantifier, 90, 1));
    ck_assert(!bb_quantifier_holds(&quantifier, 90, -1));
}
END_TEST

START_TEST(other_phrases_are_not_known)
{
    static const char *const PHRASES[] = {"a goodly number", "",           "of",
                                          "several",         "ten in one", "out of",
                                          "half a dozen",    "in",         "nearly"};
    bb_quantifier quantifier;

    for (size_t i = 0; i < G_N_ELEMENTS(PHRASES); i++)
        ck_assert_msg(!bb_quantifier_read(PHRASES[i], &quantifier), "%s", PHRASES[i]);
}
END_TEST

START_TEST(claims_are_described)
{
    bb_quantifier quantifier;

    bb_quantifier_read("about two-thirds", &quantifier);
    g_autofree char *band = bb_quantifier_describe(&quantifier);
    ck_assert_str_eq(band, "63% to 71%");
    bb_quantifier_read("all but one", &quantifier);
    g_autofree char *count = bb_quantifier_describe(&quantifier);
    ck_assert_str_eq(count, "that 1 case is left out");
}
END_TEST

int main(void)
{
    TCase *tests = tcase_create("quantifier");

    tcase_add_test(tests, bands_have_edges);
    tcase_add_test(tests, wording_is_forgiven);
    tcase_add_test(tests, all_but_counts_cases);
    tcase_add_test(tests, other_phrases_are_not_known);
    tcase_add_test(tests, claims_are_described);
    return bb_check_run("quantifier", tests);
}
