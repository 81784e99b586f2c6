/* test_findings_method.c - the OMI method, with the figures of the Devon & Cornwall report and the
 * worked example of its scoring appendix. */
#include "findings/method.h"

#include "base/number.h"
#include "check_run.h"

#include <string.h>

static const bb_profile OMI = {.summary_weight = 0.2};

static double chapter(const double *criteria, size_t count)
{
    return bb_number_round(bb_method_find("omi")->chapter(criteria, count), 0);
}

START_TEST(question_is_the_share_above_the_line)
{
    const bb_question question = {.relevant = 60, .above = 45};

    ck_assert_double_eq_tol(bb_method_find("omi")->question(&question), 75, 1e-9);
}
END_TEST

START_TEST(criterion_is_weighted_80_to_20)
{
    const double questions[] = {80, 75}, summaries[] = {65};
    const bb_method *omi = bb_method_find("omi");

    ck_assert_double_eq_tol(omi->criterion(&OMI, questions, 2, summaries, 1), 75, 1e-9);
    ck_assert_double_eq_tol(omi->criterion(&OMI, questions, 2, NULL, 0), 77.5, 1e-9);
    ck_assert_double_eq_tol(omi->criterion(&OMI, NULL, 0, summaries, 1), 65, 1e-9);
}
END_TEST

START_TEST(chapter_is_the_mean_of_its_criteria)
{
    const double one[] = {76, 62, 69, 75, 62};
    const double two[] = {53, 54, 68, 77, 66, 81, 61};
    const double three[] = {58, 63};

    ck_assert_double_eq(chapter(one, G_N_ELEMENTS(one)), 69);
    ck_assert_double_eq(chapter(two, G_N_ELEMENTS(two)), 66);
    ck_assert_double_eq(chapter(three, G_N_ELEMENTS(three)), 61);
}
END_TEST

START_TEST(methods_are_found_by_name)
{
    g_autofree char *list = bb_method_list();

    ck_assert_ptr_null(bb_method_find("oim"));
    ck_assert_ptr_nonnull(strstr(list, "omi"));
}
END_TEST

int main(void)
{
    TCase *tests = tcase_create("method");

    tcase_add_test(tests, question_is_the_share_above_the_line);
    tcase_add_test(tests, criterion_is_weighted_80_to_20);
    tcase_add_test(tests, chapter_is_the_mean_of_its_criteria);
    tcase_add_test(tests, methods_are_found_by_name);
    return bb_check_run("method", tests);
}
