/* test_inspect.c - the inspection finds nothing wrong with a PDF that conforms, however it is
 * packed, and other readers have no complaint about that PDF either; what can't be planted in the
 * sample's text is planted here. */
#include "archive/inspect.h"
#include "archive/inspect_private.h"
#include "base/text.h"
#include "check_run.h"
#include "pdf_sample.h"

#include <glib/gstdio.h>
#include <qpdf/qpdf-c.h>
#include <string.h>

/* --- looking --- */

static char *findings_of(GBytes *pdf)
{
    g_autoptr(bb_diag) diag = bb_diag_new();
    g_autoptr(GError) error = NULL;
    GString *said = g_string_new(NULL);

    ck_assert_msg(bb_inspect(pdf, "sample.pdf", diag, &error), "%s",
                  error != NULL ? error->message : "");
    for (size_t i = 0; i < bb_diag_count(diag); i++) {
        g_autofree char *line = bb_diag_format(bb_diag_entry_at(diag, i));
        g_string_append_printf(said, "%s\n", line);
    }
    return g_string_free(said, FALSE);
}

static void assert_conforms(GBytes *pdf)
{
    g_autofree char *said = findings_of(pdf);

    ck_assert_str_eq(said, "");
}

/* One line, with this code at its end. */
static void assert_only(GBytes *pdf, const char *code)
{
    g_autofree char *said = findings_of(pdf);
    g_autofree char *end = g_strdup_printf("[%s]\n", code);

    ck_assert_msg(g_str_has_suffix(said, end), "%s, not %s", said, code);
    ck_assert_msg(strchr(said, '\n')[1] == '\0', "%s", said);
}

static char *replaced(const char *text, const char *from, const char *to)
{
    char *made = bb_sample_replace(text, from, to);

    ck_assert_msg(made != NULL, "not once in the text: %s", from);
    return made;
}

static GBytes *sample_with(const char *from, const char *to)
{
    g_autofree char *text = replaced(bb_sample_text(), from, to);

    return bb_sample_write(text);
}

/* --- what conforms --- */

START_TEST(a_conforming_pdf_has_no_fault)
{
    g_autoptr(GBytes) pdf = bb_sample_write(bb_sample_text());

    assert_conforms(pdf);
}
END_TEST

typedef void set_up(qpdf_data q);

static void pack(qpdf_data q)
{
    qpdf_set_object_stream_mode(q, qpdf_o_generate);
    qpdf_set_compress_streams(q, QPDF_TRUE);
    qpdf_set_newline_before_endstream(q, QPDF_TRUE);
    qpdf_set_deterministic_ID(q, QPDF_TRUE);
}

static void encrypt_openly(qpdf_data q)
{
    qpdf_set_newline_before_endstream(q, QPDF_TRUE);
    qpdf_set_r6_encryption_parameters2(q, "", "owner", QPDF_TRUE, QPDF_TRUE, QPDF_TRUE, QPDF_TRUE,
                                       QPDF_TRUE, QPDF_TRUE, qpdf_r3p_full, QPDF_FALSE);
}

static void encrypt_closely(qpdf_data q)
{
    qpdf_set_r6_encryption_parameters2(q, "secret", "owner", QPDF_TRUE, QPDF_TRUE, QPDF_TRUE,
                                       QPDF_TRUE, QPDF_TRUE, QPDF_TRUE, qpdf_r3p_full, QPDF_FALSE);
}

static GBytes *written_anew(set_up *settings)
{
    g_autoptr(GBytes) pdf = bb_sample_write(bb_sample_text());
    qpdf_data q = qpdf_init();
    gsize size;
    const char *data = g_bytes_get_data(pdf, &size);

    ck_assert_int_eq(qpdf_read_memory(q, "sample", data, size, NULL), QPDF_SUCCESS);
    qpdf_init_write_memory(q);
    settings(q);
    qpdf_write(q);
    ck_assert(!qpdf_has_error(q));
    GBytes *written = g_bytes_new(qpdf_get_buffer(q), qpdf_get_buffer_length(q));
    qpdf_cleanup(&q);
    return written;
}

START_TEST(it_conforms_when_it_is_packed)
{
    g_autoptr(GBytes) pdf = written_anew(pack);

    assert_conforms(pdf);
}
END_TEST

/* What a program says on standard output; it must end well. */
static char *run(const char *program, const char *option, const char *path)
{
    const char *arguments[] = {program, option, path, NULL};
    char *said = NULL;
    int status = 0;

    ck_assert(g_spawn_sync(NULL, (char **)arguments, NULL,
                           G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &said,
                           NULL, &status, NULL));
    ck_assert_msg(g_spawn_check_wait_status(status, NULL), "%s: %s", program, said);
    return said;
}

START_TEST(other_readers_agree_with_the_sample)
{
    g_autoptr(GBytes) pdf = bb_sample_write(bb_sample_text());
    g_autofree char *path = g_strdup("inspect-XXXXXX.pdf");
    gsize size;
    const char *data = g_bytes_get_data(pdf, &size);
    int file = g_mkstemp(path);

    ck_assert_int_ge(file, 0);
    g_close(file, NULL);
    ck_assert(g_file_set_contents(path, data, (gssize)size, NULL));
    g_autofree char *checked = run("qpdf", "--check", path);
    g_autofree char *told = run("pdfinfo", "-struct-text", path);
    g_unlink(path);
    ck_assert_ptr_nonnull(strstr(checked, "No syntax or stream encoding errors found"));
    ck_assert_ptr_nonnull(strstr(told, "Document\n"));
    ck_assert_ptr_nonnull(strstr(told, "\"Heading\""));
    ck_assert_ptr_nonnull(strstr(told, "TH <head>:"));
    ck_assert_ptr_null(strstr(told, "Running"));
}
END_TEST

/* --- where --- */

START_TEST(a_finding_says_page_element_and_clause)
{
    g_autoptr(GBytes) pdf = sample_with("/C /Column", "");
    g_autofree char *said = findings_of(pdf);

    ck_assert_str_eq(said, "sample.pdf: error: page 1, Document/Table/THead/TR/TH[2]: the header "
                           "cell has no Scope, and no cell names it in its Headers; UA 7.5 "
                           "[pdf-table-scope]\n");
}
END_TEST

START_TEST(all_bare_content_of_a_page_is_one_finding)
{
    g_autoptr(GBytes) pdf =
        sample_with("@goes on@ Tj ET EMC", "@goes on@ Tj ET EMC 0 0 9 9 re f 0 0 9 9 re B*");
    g_autofree char *said = findings_of(pdf);

    ck_assert_ptr_nonnull(strstr(said, "error: page 2: content stands in no tag and no artifact: f "
                                       "at byte "));
    ck_assert_ptr_nonnull(strstr(said, "(operators on this page: 2)"));
    ck_assert(strchr(said, '\n')[1] == '\0');
}
END_TEST

/* --- faults of the bytes --- */

START_TEST(faults_of_the_bytes_are_found)
{
    static const struct {
        const char *from, *to, *code;
    } FAULTS[] = {
        {"%PDF-1.7\n%\xE2\xE3\xCF\xD3", "%PDF-1.7\n%    ", "pdf-header"},
        {"%PDF-1.7", "%PDF-2.0", "pdf-header"},
        {"%%EOF\n", "%%EOF\n\n", "pdf-end"},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(FAULTS); i++) {
        g_autoptr(GBytes) good = bb_sample_write(bb_sample_text());
        gsize size, at;
        const char *data = g_bytes_get_data(good, &size);
        const char *found = memmem(data, size, FAULTS[i].from, strlen(FAULTS[i].from));
        ck_assert_ptr_nonnull(found);
        at = (gsize)(found - data) + strlen(FAULTS[i].from);
        GByteArray *bad = g_byte_array_new();
        g_byte_array_append(bad, (const guint8 *)data, (guint)(found - data));
        g_byte_array_append(bad, (const guint8 *)FAULTS[i].to, (guint)strlen(FAULTS[i].to));
        g_byte_array_append(bad, (const guint8 *)data + at, (guint)(size - at));
        g_autoptr(GBytes) pdf = g_byte_array_free_to_bytes(bad);
        assert_only(pdf, FAULTS[i].code);
    }
}
END_TEST

static void pack_tightly(qpdf_data q)
{
    qpdf_set_newline_before_endstream(q, QPDF_FALSE);
    qpdf_set_compress_streams(q, QPDF_TRUE);
}

START_TEST(endstream_stands_on_a_line_of_its_own)
{
    g_autoptr(GBytes) pdf = written_anew(pack_tightly);

    assert_only(pdf, "pdf-endstream");
}
END_TEST

START_TEST(encryption_is_found)
{
    g_autoptr(GBytes) pdf = written_anew(encrypt_openly);

    assert_only(pdf, "pdf-encrypted");
}
END_TEST

START_TEST(what_can_not_be_read_is_an_error)
{
    g_autoptr(GBytes) closed = written_anew(encrypt_closely);
    g_autoptr(GBytes) empty = g_bytes_new_static("", 0);
    g_autoptr(GBytes) text = g_bytes_new_static("a text", 6);
    GBytes *const ALL[] = {closed, empty, text};

    for (size_t i = 0; i < G_N_ELEMENTS(ALL); i++) {
        g_autoptr(bb_diag) diag = bb_diag_new();
        g_autoptr(GError) error = NULL;
        ck_assert(!bb_inspect(ALL[i], "x.pdf", diag, &error));
        ck_assert_ptr_nonnull(error);
        ck_assert_int_eq((int)bb_diag_count(diag), 0);
    }
}
END_TEST

/* --- attached files --- */

#define SPECIFICATION                                                                              \
    "<< /Type /Filespec /F (a.xml) /UF (a.xml) /AFRelationship /Source /EF << /F 91 0 R >> >>"

/* The sample as PDF/A-3 with a file attached, and there a passage replaced. */
static GBytes *attached(const char *from, const char *to)
{
    g_autofree char *third = replaced(bb_sample_text(), "pdfaid:part=\"2\"", "pdfaid:part=\"3\"");
    g_autofree char *listed =
        replaced(third, "/Names << /Dests",
                 "/AF [90 0 R] /Names << /EmbeddedFiles << /Names [(a.xml) 90 0 R] >> /Dests");
    g_autofree char *whole =
        replaced(listed, "\ntrailer <<",
                 "\nobj 90\n" SPECIFICATION "\n\nobj 91\n<< /Type /EmbeddedFile /Subtype "
                 "/application#2Fxml /Params << /ModDate (D:20170405120000Z) >> >>\nstream\n"
                 "<a/>\nendstream\n\ntrailer <<");
    g_autofree char *planted = replaced(whole, from, to);

    return bb_sample_write(planted);
}

START_TEST(attached_files_are_checked_in_part_three)
{
    static const struct {
        const char *from, *to, *code;
    } FAULTS[] = {
        {" /UF (a.xml)", "", "pdf-attachment-name"},
        {"/AFRelationship /Source", "", "pdf-attachment-relation"},
        {"/Source", "/Origin", "pdf-attachment-relation"},
        {"/application#2Fxml", "/xml", "pdf-attachment-type"},
        {"/ModDate (D:20170405120000Z) >>", ">>", "pdf-attachment-date"},
        {"/AF [90 0 R]", "", "pdf-attachment-loose"},
        {"pdfaid:part=\"3\"", "pdfaid:part=\"2\"", "pdf-attachment"},
    };
    g_autoptr(GBytes) good = attached("/Source", "/Source");

    assert_conforms(good);
    for (size_t i = 0; i < G_N_ELEMENTS(FAULTS); i++) {
        g_autoptr(GBytes) pdf = attached(FAULTS[i].from, FAULTS[i].to);
        assert_only(pdf, FAULTS[i].code);
    }
}
END_TEST

/* --- bounds --- */

START_TEST(deep_trees_are_cut_off)
{
    g_autoptr(GString) deep = g_string_new(NULL);

    for (int i = 0; i < 230; i++)
        g_string_append_printf(
            deep, "\nobj %d\n<< /Type /StructElem /S /Sect /P %d 0 R %s%d %s >>\n", 100 + i,
            i == 0 ? 11 : 99 + i, i < 229 ? "/K " : "/Z ", 101 + i, i < 229 ? "0 R" : "");
    g_string_append(deep, "\ntrailer <<");
    g_autofree char *hung =
        replaced(bb_sample_text(), "/K [13 0 R 14 0 R", "/K [100 0 R 13 0 R 14 0 R");
    g_autofree char *text = replaced(hung, "\ntrailer <<", deep->str);
    g_autoptr(GBytes) pdf = bb_sample_write(text);
    assert_only(pdf, "pdf-tree-deep");
}
END_TEST

START_TEST(deep_forms_are_cut_off)
{
    g_autoptr(GString) deep = g_string_new(NULL);

    for (int i = 0; i < 20; i++)
        g_string_append_printf(
            deep,
            "\nobj %d\n<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << "
            "/F %d 0 R >> >> >>\nstream\n%s\nendstream\n",
            100 + i, 101 + i, i < 19 ? "/F Do" : "q Q");
    g_string_append(deep, "\ntrailer <<");
    g_autofree char *shown = replaced(bb_sample_text(), "/Form Do", "/Form Do /Deep Do");
    g_autofree char *named =
        replaced(shown, "/XObject << /Form 52 0 R", "/XObject << /Form 52 0 R /Deep 100 0 R");
    g_autofree char *text = replaced(named, "\ntrailer <<", deep->str);
    g_autoptr(GBytes) pdf = bb_sample_write(text);
    assert_only(pdf, "pdf-form-deep");
}
END_TEST

START_TEST(a_form_that_shows_itself_ends)
{
    g_autofree char *shown =
        replaced(bb_sample_text(), "@in a form@ Tj ET EMC", "@in a form@ Tj ET /Again Do EMC");
    g_autofree char *text =
        replaced(shown, "/StructParents 2\n/Resources <<",
                 "/StructParents 2\n/Resources << /XObject << /Again 52 0 R >>");
    g_autoptr(GBytes) pdf = bb_sample_write(text);
    g_autofree char *said = findings_of(pdf);

    ck_assert_ptr_nonnull(strstr(said, "[pdf-tag-in-tag]"));
}
END_TEST

START_TEST(fonts_are_not_without_end)
{
    g_autoptr(GString) fonts = g_string_new(NULL), names = g_string_new("/Resources << /Font << ");
    g_autoptr(GString) shown = g_string_new("@goes on@ Tj ET EMC");

    for (int i = 0; i < BB_MOST_FONTS + 10; i++) {
        g_string_append_printf(fonts, "\nobj %d\n<< /Type /Font /Subtype /Type3 >>\n", 100 + i);
        g_string_append_printf(names, "/T%d %d 0 R ", i, 100 + i);
        g_string_append_printf(shown, " /T%d 1 Tf", i);
    }
    g_string_append(fonts, "\ntrailer <<");
    g_string_append(names, "/F1 80 0 R >> >> >>\n\nobj 6");
    g_autofree char *used = replaced(bb_sample_text(), "@goes on@ Tj ET EMC", shown->str);
    g_autofree char *named =
        replaced(used, "/Resources << /Font << /F1 80 0 R >> >> >>\n\nobj 6", names->str);
    g_autofree char *text = replaced(named, "\ntrailer <<", fonts->str);
    g_autoptr(GBytes) pdf = bb_sample_write(text);
    g_autofree char *said = findings_of(pdf);
    ck_assert_ptr_nonnull(strstr(said, "[pdf-fonts-many]\n"));
}
END_TEST

START_TEST(findings_are_not_without_end)
{
    g_autoptr(GString) pops = g_string_new("@goes on@ Tj ET EMC");

    for (int i = 0; i < BB_MOST_FINDINGS + 234; i++)
        g_string_append(pops, " pop");
    g_autoptr(GBytes) pdf = sample_with("@goes on@ Tj ET EMC", pops->str);
    g_autofree char *said = findings_of(pdf);
    ck_assert_ptr_nonnull(strstr(said, "error: 234 further faults are not listed [pdf-more]\n"));
}
END_TEST

/* --- language tags --- */

START_TEST(language_tags_follow_bcp_47)
{
    static const char *const GOOD[] = {
        "en",    "cy",        "en-GB",   "zh-Hant-TW",  "en-GB-oxendict",
        "x-own", "i-klingon", "de-1996", "en-a-bbb-x-a"};
    static const char *const BAD[] = {
        "", "e", "en_GB", "en-", "-en", "en-x", "1a", "en GB", "en-toolongsubtag", "x"};

    for (size_t i = 0; i < G_N_ELEMENTS(GOOD); i++)
        ck_assert_msg(bb_inspect_is_language(GOOD[i]), "%s", GOOD[i]);
    for (size_t i = 0; i < G_N_ELEMENTS(BAD); i++)
        ck_assert_msg(!bb_inspect_is_language(BAD[i]), "%s", BAD[i]);
}
END_TEST

int main(void)
{
    TCase *tests = tcase_create("inspect");

    tcase_add_test(tests, a_conforming_pdf_has_no_fault);
    tcase_add_test(tests, it_conforms_when_it_is_packed);
    tcase_add_test(tests, other_readers_agree_with_the_sample);
    tcase_add_test(tests, a_finding_says_page_element_and_clause);
    tcase_add_test(tests, all_bare_content_of_a_page_is_one_finding);
    tcase_add_test(tests, faults_of_the_bytes_are_found);
    tcase_add_test(tests, endstream_stands_on_a_line_of_its_own);
    tcase_add_test(tests, encryption_is_found);
    tcase_add_test(tests, what_can_not_be_read_is_an_error);
    tcase_add_test(tests, attached_files_are_checked_in_part_three);
    tcase_add_test(tests, deep_trees_are_cut_off);
    tcase_add_test(tests, deep_forms_are_cut_off);
    tcase_add_test(tests, a_form_that_shows_itself_ends);
    tcase_add_test(tests, fonts_are_not_without_end);
    tcase_add_test(tests, findings_are_not_without_end);
    tcase_add_test(tests, language_tags_follow_bcp_47);
    return bb_check_run("inspect", tests);
}
