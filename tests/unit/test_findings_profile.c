/* test_findings_profile.c - programmes as data, and what their answers, bands and ratings mean. */
#include "findings/profile.h"

#include "check_run.h"

#include <glib/gstdio.h>
#include <string.h>

static bb_profile_shelf *shelf;
static const bb_profile *omi;

static void set_up(void)
{
    shelf = bb_profile_shelf_new(BB_SOURCE_DIR "/templates/programmes");
    omi = bb_profile_shelf_find(shelf, "omi", NULL);
    ck_assert_ptr_nonnull(omi);
}

static void tear_down(void)
{
    bb_profile_shelf_free(shelf);
}

START_TEST(reads_the_omi_profile)
{
    ck_assert_str_eq(omi->method, "omi");
    ck_assert_double_eq_tol(omi->summary_weight, 0.2, 1e-12);
    ck_assert_int_eq(omi->decimals, 0);
    ck_assert_uint_eq(omi->answers->len, 5);
    ck_assert_ptr_eq(bb_profile_shelf_find(shelf, "omi", NULL), omi);
}
END_TEST

START_TEST(knows_answers)
{
    const bb_profile_answer *sufficient = bb_profile_find_answer(omi, "S");

    ck_assert(sufficient->above && sufficient->relevant);
    ck_assert_ptr_eq(bb_profile_find_answer(omi, " Sufficient "), sufficient);
    ck_assert_ptr_eq(bb_profile_find_answer(omi, "s"), sufficient);
    ck_assert(!bb_profile_find_answer(omi, "I")->above);
    ck_assert(!bb_profile_find_answer(omi, "N")->relevant);
    ck_assert_ptr_null(bb_profile_find_answer(omi, "Y"));
    ck_assert_ptr_null(bb_profile_find_answer(omi, ""));
}
END_TEST

START_TEST(knows_bands)
{
    ck_assert_str_eq(bb_profile_find_band(omi, 70), "good");
    ck_assert_str_eq(bb_profile_find_band(omi, 69), "priority");
    ck_assert_str_eq(bb_profile_find_band(omi, 0), "urgent");
    ck_assert_ptr_null(bb_profile_find_band(omi, -1));
}
END_TEST

START_TEST(knows_ratings)
{
    ck_assert_str_eq(bb_profile_find_rating(omi, "WELL\n MET")->name, "well-met");
    ck_assert_str_eq(bb_profile_find_rating(omi, "not-met")->words, "Not met");
    ck_assert_ptr_null(bb_profile_find_rating(omi, "Satisfactoryly met"));
}
END_TEST

START_TEST(lists_programmes)
{
    char **names = bb_profile_shelf_list(shelf);

    ck_assert(g_strv_contains((const char *const *)names, "omi"));
    g_strfreev(names);
    g_autoptr(bb_profile_shelf) empty = bb_profile_shelf_new("/nonexistent");
    names = bb_profile_shelf_list(empty);
    ck_assert_ptr_null(names[0]);
    g_strfreev(names);
}
END_TEST

static void expect_refusal(const char *profile)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *top = g_dir_make_tmp("bluebook-profile-XXXXXX", NULL);
    g_autofree char *folder = g_build_filename(top, "test", NULL);
    g_autofree char *path = g_build_filename(folder, "profile.xml", NULL);

    ck_assert_int_eq(g_mkdir(folder, 0700), 0);
    ck_assert(g_file_set_contents(path, profile, -1, NULL));
    g_autoptr(bb_profile_shelf) own = bb_profile_shelf_new(top);
    ck_assert_ptr_null(bb_profile_shelf_find(own, "test", &error));
    ck_assert_ptr_nonnull(strstr(error->message, "profile.xml"));
    g_unlink(path);
    g_rmdir(folder);
    g_rmdir(top);
}

START_TEST(refuses_faulty_profiles)
{
    expect_refusal("<programme/>");
    expect_refusal(
        "<programme xmlns='urn:bluebook:programme'><answers><answer/></answers></programme>");
    expect_refusal(
        "<programme xmlns='urn:bluebook:programme'><bands><band from='x' name='a'/></bands>"
        "</programme>");
    expect_refusal("<programme xmlns='urn:bluebook:programme'><scoring decimals='0'/></programme>");
    expect_refusal("not XML");
}
END_TEST

int main(void)
{
    TCase *tests = tcase_create("profile");

    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, reads_the_omi_profile);
    tcase_add_test(tests, knows_answers);
    tcase_add_test(tests, knows_bands);
    tcase_add_test(tests, knows_ratings);
    tcase_add_test(tests, lists_programmes);
    tcase_add_test(tests, refuses_faulty_profiles);
    return bb_check_run("profile", tests);
}
