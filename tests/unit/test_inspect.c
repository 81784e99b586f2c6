/* test_inspect.c - the inspection finds nothing wrong with a PDF that conforms, however it is
 * packed, and other readers have no complaint about that PDF either. */
#include "archive/inspect.h"
#include "check_run.h"
#include "pdf_sample.h"

#include <glib/gstdio.h>
#include <qpdf/qpdf-c.h>
#include <string.h>

static void assert_conforms(GBytes *pdf)
{
    g_autoptr(bb_diag) diag = bb_diag_new();
    g_autoptr(GError) error = NULL;
    g_autoptr(GString) said = g_string_new(NULL);

    ck_assert_msg(bb_inspect(pdf, "sample.pdf", diag, &error), "%s",
                  error != NULL ? error->message : "");
    for (size_t i = 0; i < bb_diag_count(diag); i++) {
        g_autofree char *line = bb_diag_format(bb_diag_entry_at(diag, i));
        g_string_append_printf(said, "%s\n", line);
    }
    ck_assert_msg(said->len == 0, "%s", said->str);
}

START_TEST(a_conforming_pdf_has_no_fault)
{
    g_autoptr(GBytes) pdf = bb_sample_write(bb_sample_text());

    assert_conforms(pdf);
}
END_TEST

int main(void)
{
    TCase *tests = tcase_create("inspect");

    tcase_add_test(tests, a_conforming_pdf_has_no_fault);
    return bb_check_run("inspect", tests);
}
