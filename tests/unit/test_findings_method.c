/* test_findings_method.c - the methods, with figures that were published: omi, with those of the
 * Devon & Cornwall report and the worked example of its scoring appendix; esi, with those of the
 * Hampshire follow-up and of the annual report 2003/2004. */
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
    const bb_share questions[] = {{80, 100}, {75, 60}}, summaries[] = {{65, 100}};
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

/* Criterion B1 of the follow-up: 80% of those at high risk of harm assessed at the start, 83% of
 * assessments reviewed, 83% after an incident, 75% of plans in time, 14 of 16 interventions that
 * fitted, managers involved in all. With these numbers of cases, which are one reading of them, the
 * answers taken together give the 83% that is printed; the mean of the six results is 84.75. */
START_TEST(esi_criterion_is_the_share_of_all_answers)
{
    const bb_share b1[] = {
        {80, 15}, {100.0 * 19 / 23, 23}, {100.0 * 5 / 6, 6}, {75, 16}, {87.5, 16}, {100, 6}};
    const bb_share ends[] = {{100, 1}, {0, 3}};
    const bb_method *esi = bb_method_find("esi");

    ck_assert_double_eq_tol(esi->criterion(&OMI, b1, 6, NULL, 0), 100.0 * 68 / 82, 1e-9);
    ck_assert_double_eq(bb_number_round(esi->criterion(&OMI, b1, 6, NULL, 0), 0), 83);
    /* One case of one and none of three are one of four. */
    ck_assert_double_eq_tol(esi->criterion(&OMI, ends, 2, NULL, 0), 25, 1e-9);
    ck_assert_double_eq_tol(esi->criterion(&OMI, ends, 1, ends + 1, 1), 25, 1e-9);
    ck_assert_double_eq_tol(esi->thread(ends, 2), 25, 1e-9);
    ck_assert_double_eq_tol(bb_method_find("omi")->thread(ends, 2), 50, 1e-9);
}
END_TEST

/* The overall scores of the annual report: the mean of the criteria of sections B, C and D, so of
 * the sections as 4 to 5 to 4; the printed sections are rounded. */
START_TEST(esi_overall_is_the_mean_of_all_criteria)
{
    static const double AREAS[][4] = {
        {72, 81, 76, 76}, {67, 77, 73, 73}, {76, 84, 76, 79}, {74, 84, 77, 79}, {57, 72, 62, 64},
        {44, 62, 60, 56}, {82, 85, 78, 82}, {76, 83, 76, 79}, {87, 87, 78, 84}, {49, 66, 62, 60},
        {65, 78, 65, 70}, {63, 76, 75, 72}, {82, 84, 78, 82}, {66, 72, 70, 69},
    };
    size_t to_the_digit = 0;

    for (size_t i = 0; i < G_N_ELEMENTS(AREAS); i++) {
        double criteria[13];
        for (size_t n = 0; n < G_N_ELEMENTS(criteria); n++)
            criteria[n] = AREAS[i][n < 4 ? 0 : n < 9 ? 1 : 2];
        double overall = bb_method_find("esi")->chapter(criteria, G_N_ELEMENTS(criteria));
        ck_assert_double_eq_tol(overall, AREAS[i][3], 1.0);
        to_the_digit += bb_number_round(overall, 0) == AREAS[i][3];
    }
    ck_assert_uint_eq(to_the_digit, 12);
}
END_TEST

/* Escalated cases in West Mercia: 39 of 45 accepted, which the report prints as 87%. Two
 * organisations are put together by their cases: 14 of 40 and 16 of 21 are 30 of 61, and not the
 * mean of 35% and 76%. */
START_TEST(quality_impact_counts_cases)
{
    const bb_question accepted = {.relevant = 45, .above = 39};
    const bb_share both[] = {{100.0 * 14 / 40, 40}, {100.0 * 16 / 21, 21}};
    const bb_method *method = bb_method_find("quality-impact");

    ck_assert_double_eq(bb_number_round(method->question(&accepted), 0), 87);
    ck_assert_double_eq_tol(method->criterion(&OMI, both, 2, NULL, 0), 100.0 * 30 / 61, 1e-9);
    ck_assert_double_eq_tol(method->thread(both, 2), 100.0 * 30 / 61, 1e-9);
}
END_TEST

START_TEST(methods_are_found_by_name)
{
    g_autofree char *list = bb_method_list();

    ck_assert_ptr_null(bb_method_find("oim"));
    ck_assert_str_eq(list, "omi, esi, quality-impact");
}
END_TEST

int main(void)
{
    TCase *tests = tcase_create("method");

    tcase_add_test(tests, question_is_the_share_above_the_line);
    tcase_add_test(tests, criterion_is_weighted_80_to_20);
    tcase_add_test(tests, chapter_is_the_mean_of_its_criteria);
    tcase_add_test(tests, esi_criterion_is_the_share_of_all_answers);
    tcase_add_test(tests, esi_overall_is_the_mean_of_all_criteria);
    tcase_add_test(tests, quality_impact_counts_cases);
    tcase_add_test(tests, methods_are_found_by_name);
    return bb_check_run("method", tests);
}
