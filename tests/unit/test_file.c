/* test_file.c - sets of files appear together or not at all; nothing lies outside its folder. */
#include "base/file.h"
#include "check_run.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static char *folder;

static void set_up(void)
{
    folder = g_dir_make_tmp("bluebook-file-XXXXXX", NULL);
    ck_assert_ptr_nonnull(folder);
}

static void tear_down(void)
{
    GDir *dir = g_dir_open(folder, 0, NULL);

    for (const char *name; (name = g_dir_read_name(dir)) != NULL;) {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        g_remove(path);
    }
    g_dir_close(dir);
    g_rmdir(folder);
    g_free(folder);
}

static char *inside(const char *name)
{
    return g_build_filename(folder, name, NULL);
}

static void expect_content(const char *path, const char *wanted)
{
    g_autoptr(GBytes) bytes = bb_file_read(path, NULL);

    ck_assert_ptr_nonnull(bytes);
    ck_assert_uint_eq(g_bytes_get_size(bytes), strlen(wanted));
    ck_assert_mem_eq(g_bytes_get_data(bytes, NULL), wanted, strlen(wanted));
}

static int count_files(void)
{
    int count = 0;
    GDir *dir = g_dir_open(folder, 0, NULL);

    while (g_dir_read_name(dir) != NULL)
        count++;
    g_dir_close(dir);
    return count;
}

START_TEST(commits_all_files)
{
    g_autofree char *page = inside("report.html"), *pdf = inside("report.pdf");
    g_autoptr(bb_file_set) set = bb_file_set_new();

    ck_assert(bb_file_set_write(set, page, "<p>", 3, NULL));
    ck_assert(bb_file_set_write(set, pdf, "%PDF", 4, NULL));
    ck_assert(!g_file_test(page, G_FILE_TEST_EXISTS));
    ck_assert(bb_file_set_commit(set, NULL));
    expect_content(page, "<p>");
    expect_content(pdf, "%PDF");
    ck_assert_int_eq(count_files(), 2);
}
END_TEST

START_TEST(leaves_nothing_when_dropped)
{
    g_autofree char *page = inside("report.html");

    ck_assert(g_file_set_contents(page, "old", -1, NULL));
    bb_file_set *set = bb_file_set_new();
    ck_assert(bb_file_set_write(set, page, "new", 3, NULL));
    bb_file_set_free(set);
    expect_content(page, "old");
    ck_assert_int_eq(count_files(), 1);
}
END_TEST

START_TEST(reports_what_cannot_be_read)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *missing = inside("missing.csv");

    ck_assert_ptr_null(bb_file_read(missing, &error));
    ck_assert_ptr_nonnull(strstr(error->message, "missing.csv"));
    g_clear_error(&error);
    ck_assert_ptr_null(bb_file_read(folder, &error));
    ck_assert_ptr_nonnull(strstr(error->message, "is not a file"));
}
END_TEST

START_TEST(knows_what_lies_inside)
{
    g_autofree char *file = inside("chapter.xml"), *link = inside("link.xml");
    g_autofree char *sideways = inside("../chapter.xml");

    ck_assert(g_file_set_contents(file, "x", -1, NULL));
    ck_assert_int_eq(symlink("/etc/passwd", link), 0);
    ck_assert(bb_file_is_inside(file, folder));
    ck_assert(bb_file_is_inside(folder, folder));
    ck_assert(!bb_file_is_inside(link, folder));
    ck_assert(!bb_file_is_inside(sideways, folder));
    /* A folder whose name only begins alike. */
    g_autofree char *sibling = g_strconcat(folder, "-other", NULL);
    ck_assert_int_eq(g_mkdir(sibling, 0700), 0);
    ck_assert(!bb_file_is_inside(sibling, folder));
    g_rmdir(sibling);
}
END_TEST

int main(void)
{
    TCase *tests = tcase_create("file");

    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, commits_all_files);
    tcase_add_test(tests, leaves_nothing_when_dropped);
    tcase_add_test(tests, reports_what_cannot_be_read);
    tcase_add_test(tests, knows_what_lies_inside);
    return bb_check_run("file", tests);
}
