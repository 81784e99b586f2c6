/* test_findings_content_model.c - walks through content models: what may follow what. */
#include "findings/content_model.h"

#include "check_run.h"

static const char TITLE[] = "title", P[] = "p", NOTE[] = "note";

/* title, p*, note? */
static bb_model *make_model(void)
{
    bb_model *model = bb_model_new();
    int end = bb_model_end(model);
    int note = bb_model_split(model, bb_model_child(model, NOTE, end), end);
    int loop = bb_model_loop_open(model);

    bb_model_loop_close(model, loop, bb_model_child(model, P, loop), note);
    bb_model_set_start(model, bb_model_child(model, TITLE, loop));
    return model;
}

START_TEST(follows_the_order)
{
    g_autoptr(bb_model) model = make_model();
    g_autoptr(bb_walk) walk = bb_walk_new(model, NULL);

    ck_assert(!bb_walk_step(walk, P));
    ck_assert(!bb_walk_may_end(walk));
    ck_assert(bb_walk_step(walk, TITLE));
    ck_assert(bb_walk_may_end(walk));
    ck_assert(!bb_walk_step(walk, TITLE));
    ck_assert(bb_walk_step(walk, P));
    ck_assert(bb_walk_step(walk, P));
    ck_assert(bb_walk_step(walk, NOTE));
    ck_assert(!bb_walk_step(walk, P));
    ck_assert(bb_walk_may_end(walk));
}
END_TEST

START_TEST(says_what_is_expected)
{
    g_autoptr(bb_model) model = make_model();
    g_autoptr(bb_walk) walk = bb_walk_new(model, NULL);

    ck_assert(bb_walk_allows(walk, TITLE) && !bb_walk_allows(walk, P));
    ck_assert(bb_walk_reaches(walk, NOTE));
    ck_assert(bb_walk_allows_then(walk, TITLE, P));
    ck_assert(!bb_walk_allows_then(walk, TITLE, TITLE));
    bb_walk_step(walk, TITLE);
    g_autoptr(GPtrArray) expected = bb_walk_expected(walk);
    ck_assert_uint_eq(expected->len, 3);
    ck_assert(g_ptr_array_find(expected, P, NULL) && g_ptr_array_find(expected, NOTE, NULL));
    ck_assert(!bb_walk_reaches(walk, TITLE));
}
END_TEST

START_TEST(passes_over_free_names)
{
    g_autoptr(bb_model) model = make_model();
    const char *const without_title[] = {TITLE, NULL};
    g_autoptr(bb_walk) walk = bb_walk_new(model, without_title);

    ck_assert(bb_walk_may_end(walk));
    ck_assert(bb_walk_step(walk, P));
    ck_assert(!bb_walk_step(walk, TITLE));
}
END_TEST

/* (p | text)* and a loop in a loop: readings that end are no obstacle to those that go on. */
START_TEST(keeps_all_readings)
{
    g_autoptr(bb_model) model = bb_model_new();
    int end = bb_model_end(model);
    int outer = bb_model_loop_open(model);
    int inner = bb_model_loop_open(model);
    bb_model_loop_close(model, inner, bb_model_child(model, P, inner), outer);
    int either = bb_model_split(model, inner, bb_model_text(model, outer));
    bb_model_loop_close(model, outer, either, end);
    bb_model_set_start(model, outer);

    g_autoptr(bb_walk) walk = bb_walk_new(model, NULL);
    for (int i = 0; i < 3; i++) {
        ck_assert(bb_walk_step(walk, P));
        ck_assert(bb_walk_step(walk, BB_MODEL_TEXT));
        ck_assert(bb_walk_may_end(walk));
    }
    ck_assert(!bb_walk_step(walk, TITLE));
}
END_TEST

int main(void)
{
    TCase *tests = tcase_create("content_model");

    tcase_add_test(tests, follows_the_order);
    tcase_add_test(tests, says_what_is_expected);
    tcase_add_test(tests, passes_over_free_names);
    tcase_add_test(tests, keeps_all_readings);
    return bb_check_run("content_model", tests);
}
