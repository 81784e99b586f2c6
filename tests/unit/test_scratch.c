/* test_scratch.c - a folder for a while: nothing gets out of it, nothing of it stays. */
#include "base/scratch.h"
#include "check_run.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bb_scratch *scratch;
static char *outside; /* a folder with a file in it */

static void set_up(void)
{
    scratch = bb_scratch_new(NULL);
    outside = g_dir_make_tmp("bluebook-outside-XXXXXX", NULL);
    ck_assert_ptr_nonnull(scratch);
    ck_assert_ptr_nonnull(outside);
}

static void tear_down(void)
{
    bb_scratch_free(scratch);
    g_rmdir(outside);
    g_free(outside);
}

static char *inside(const char *path)
{
    return g_build_filename(bb_scratch_path(scratch), path, NULL);
}

static bool put(const char *path, GError **error)
{
    g_autoptr(GBytes) bytes = g_bytes_new_static("words", 5);

    return bb_scratch_write(scratch, path, bytes, error);
}

static void expect_words(const char *path)
{
    g_autofree char *whole = inside(path);
    g_autofree char *text = NULL;

    ck_assert(g_file_get_contents(whole, &text, NULL, NULL));
    ck_assert_str_eq(text, "words");
}

START_TEST(writes_files_and_their_folders)
{
    ck_assert(put("report.xml", NULL));
    ck_assert(put("chapters/deep/1.xml", NULL));
    ck_assert(put("chapters/deep/2.xml", NULL));
    expect_words("report.xml");
    expect_words("chapters/deep/1.xml");
    expect_words("chapters/deep/2.xml");
}
END_TEST

START_TEST(is_nobody_elses)
{
    GStatBuf info;

    ck_assert_int_eq(g_stat(bb_scratch_path(scratch), &info), 0);
    ck_assert_uint_eq(info.st_mode & 0777, 0700);
}
END_TEST

static void refuses(const char *path)
{
    g_autoptr(GError) error = NULL;

    ck_assert_msg(!put(path, &error), "%s", path);
    ck_assert_ptr_nonnull(error);
}

START_TEST(refuses_every_way_out)
{
    static const char *const PATHS[] = {"",     "/",      "..",     ".",     "../out.xml",
                                        "/out", "a/../b", "a//b",   "a/./b", "a/..",
                                        "a/",   "./a",    "../../x"};

    for (size_t i = 0; i < G_N_ELEMENTS(PATHS); i++)
        refuses(PATHS[i]);
}
END_TEST

START_TEST(replaces_nothing)
{
    ck_assert(put("a/b", NULL));
    refuses("a/b");
    refuses("a");
    refuses("a/b/c");
    expect_words("a/b");
}
END_TEST

START_TEST(follows_no_link)
{
    g_autofree char *link = inside("away"), *file = inside("file");
    g_autofree char *target = g_build_filename(outside, "new", NULL);

    ck_assert_int_eq(symlink(outside, link), 0);
    ck_assert_int_eq(symlink(target, file), 0);
    refuses("away/new");
    refuses("file");
    ck_assert(!g_file_test(target, G_FILE_TEST_EXISTS));
}
END_TEST

START_TEST(takes_everything_away)
{
    g_autofree char *path = g_strdup(bb_scratch_path(scratch));
    g_autofree char *link = inside("away");
    g_autofree char *kept = g_build_filename(outside, "kept", NULL);

    ck_assert(put("a/b/c", NULL));
    ck_assert(g_file_set_contents(kept, "kept", -1, NULL));
    ck_assert_int_eq(symlink(outside, link), 0);
    g_clear_pointer(&scratch, bb_scratch_free);
    ck_assert(!g_file_test(path, G_FILE_TEST_EXISTS));
    ck_assert(g_file_test(kept, G_FILE_TEST_EXISTS));
    g_unlink(kept);
}
END_TEST

int main(void)
{
    TCase *tests = tcase_create("scratch");

    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, writes_files_and_their_folders);
    tcase_add_test(tests, is_nobody_elses);
    tcase_add_test(tests, refuses_every_way_out);
    tcase_add_test(tests, replaces_nothing);
    tcase_add_test(tests, follows_no_link);
    tcase_add_test(tests, takes_everything_away);
    return bb_check_run("scratch", tests);
}
