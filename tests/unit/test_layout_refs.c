/* test_layout_refs.c - where ids were found, and when that has settled. */
#include "check_run.h"
#include "layout/refs.h"

START_TEST(knows_the_first_and_the_last_page)
{
    g_autoptr(bb_refs) refs = bb_refs_new();

    bb_refs_begin_pass(refs);
    bb_refs_note(refs, "a", 2, "iii", 1000, 2000);
    bb_refs_note(refs, "a", 3, "iv", 9000, 9000);
    bb_refs_note(refs, "b", 3, "iv", 0, 0);
    const bb_ref *a = bb_refs_find(refs, "a");
    ck_assert_str_eq(a->first_label, "iii");
    ck_assert_str_eq(a->last_label, "iv");
    ck_assert_int_eq(a->first_page, 2);
    ck_assert_int_eq(a->last_page, 3);
    ck_assert_int_eq(a->x, 1000);
    ck_assert_int_eq(a->y, 2000);
    ck_assert_ptr_null(bb_refs_find(refs, "c"));
}
END_TEST

/* Citations print what the last pass found, so that a pass agrees with itself. */
START_TEST(answers_with_the_last_pass)
{
    g_autoptr(bb_refs) refs = bb_refs_new();

    bb_refs_begin_pass(refs);
    bb_refs_note(refs, "a", 4, "5", 0, 0);
    bb_refs_begin_pass(refs);
    bb_refs_note(refs, "a", 6, "7", 0, 0);
    bb_refs_note(refs, "new", 6, "7", 0, 0);
    ck_assert_str_eq(bb_refs_find(refs, "a")->first_label, "5");
    ck_assert_str_eq(bb_refs_find(refs, "new")->first_label, "7");
}
END_TEST

START_TEST(has_settled_when_two_passes_agree)
{
    g_autoptr(bb_refs) refs = bb_refs_new();

    bb_refs_begin_pass(refs);
    bb_refs_note(refs, "a", 4, "5", 0, 0);
    bb_refs_note(refs, "b", 4, "5", 0, 0);
    ck_assert(!bb_refs_settled(refs));
    bb_refs_begin_pass(refs);
    bb_refs_note(refs, "a", 4, "5", 0, 0);
    ck_assert(!bb_refs_settled(refs));
    bb_refs_note(refs, "b", 4, "5", 7, 7);
    ck_assert(bb_refs_settled(refs));
    /* The last page counts too. */
    bb_refs_note(refs, "b", 5, "6", 0, 0);
    ck_assert(!bb_refs_settled(refs));
    /* And so does another id in the place of one. */
    bb_refs_begin_pass(refs);
    bb_refs_note(refs, "a", 4, "5", 0, 0);
    bb_refs_note(refs, "c", 4, "5", 0, 0);
    ck_assert(!bb_refs_settled(refs));
}
END_TEST

START_TEST(nothing_at_all_has_settled)
{
    g_autoptr(bb_refs) refs = bb_refs_new();

    bb_refs_begin_pass(refs);
    ck_assert(bb_refs_settled(refs));
}
END_TEST

int main(void)
{
    TCase *tests = tcase_create("layout_refs");

    tcase_add_test(tests, knows_the_first_and_the_last_page);
    tcase_add_test(tests, answers_with_the_last_pass);
    tcase_add_test(tests, has_settled_when_two_passes_agree);
    tcase_add_test(tests, nothing_at_all_has_settled);
    return bb_check_run("layout_refs", tests);
}
