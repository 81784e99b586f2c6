/* test_package.c - a report's sources into a PDF and out again: what other readers see of them, and
 * what is refused. */
#include "archive/attachment.h"
#include "archive/inspect.h"
#include "archive/package.h"
#include "archive/pdf_finish.h"
#include "check_run.h"
#include "fo_document.h"

#include <qpdf/qpdf-c.h>
#include <string.h>

static GPtrArray *attachments;
static bb_manifest *manifest;
static bb_diag *diag;

static void set_up(void)
{
    attachments = bb_attachments_new();
    manifest = bb_manifest_new("report.xml", "html,pdf", 86400);
    diag = bb_diag_new();
}

static void tear_down(void)
{
    g_ptr_array_unref(attachments);
    bb_manifest_free(manifest);
    bb_diag_free(diag);
}

static void attach(const char *path, const char *text)
{
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));

    g_ptr_array_add(attachments, bb_attachment_new(path, bytes, "What it is"));
}

/* A source: attached and listed. */
static void add(const char *path, const char *text)
{
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));

    attach(path, text);
    bb_manifest_add(manifest, path, bytes);
}

static void add_usual(void)
{
    add("report.xml", "<report/>");
    add("cases.csv", "case,q1\n1,S\n");
    add("chapters/images/the \xc5\xb5yr.PNG", "no picture");
}

static GBytes *make_pdf(void)
{
    bb_test_doc *doc = bb_test_lay_out(
        "<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format' xml:lang='en'>" FO_MASTER(
            "200pt", "100pt") FO_FLOW("<fo:block role='H1'>A</fo:block>") "</fo:root>");
    const bb_pdf_metadata metadata = {.title = "A", .date = 86400, .attachments = attachments};
    g_autoptr(GError) error = NULL;
    GBytes *pdf = bb_pdf_make(doc->areas, doc->fo, &metadata, doc->diag, &error);

    ck_assert_msg(pdf != NULL, "%s", error != NULL ? error->message : "");
    bb_test_doc_free(doc);
    return pdf;
}

/* The PDF with what is attached so far, and this text as the manifest; NULL: the right one. */
static bb_package *read_with(const char *text)
{
    g_autoptr(GBytes) right = bb_manifest_write(manifest);
    g_autofree char *copy = g_strndup(g_bytes_get_data(right, NULL), g_bytes_get_size(right));

    attach(BB_MANIFEST_NAME, text != NULL ? text : copy);
    g_autoptr(GBytes) pdf = make_pdf();
    return bb_package_read(pdf, "old.pdf", diag);
}

/* --- there and back --- */

START_TEST(gives_back_what_was_attached)
{
    add_usual();
    g_autoptr(bb_package) package = read_with(NULL);

    ck_assert_ptr_nonnull(package);
    ck_assert_uint_eq(bb_diag_count(diag), 0);
    ck_assert_str_eq(package->manifest->version, BB_VERSION);
    ck_assert_str_eq(package->manifest->report, "report.xml");
    ck_assert_str_eq(package->manifest->formats, "html,pdf");
    ck_assert_int_eq(package->manifest->date, 86400);
    ck_assert_uint_eq(package->files->len, 3);
    for (guint i = 0; i < package->files->len; i++) {
        const bb_attachment *was = attachments->pdata[i], *is = package->files->pdata[i];
        ck_assert_str_eq(is->path, was->path);
        ck_assert(g_bytes_equal(is->bytes, was->bytes));
    }
}
END_TEST

START_TEST(an_empty_file_is_one)
{
    add("report.xml", "<report/>");
    add("empty.csv", "");
    g_autoptr(bb_package) package = read_with(NULL);

    ck_assert_ptr_nonnull(package);
    const bb_attachment *empty = package->files->pdata[1];
    ck_assert_uint_eq(g_bytes_get_size(empty->bytes), 0);
}
END_TEST

/* --- what others see --- */

static qpdf_oh key(qpdf_data q, qpdf_oh dictionary, const char *name)
{
    ck_assert_msg(qpdf_oh_has_key(q, dictionary, name) != QPDF_FALSE, "%s", name);
    return qpdf_oh_get_key(q, dictionary, name);
}

static qpdf_data open_pdf(GBytes *pdf)
{
    gsize size;
    const char *data = g_bytes_get_data(pdf, &size);
    qpdf_data q = qpdf_init();

    ck_assert_int_eq(qpdf_read_memory(q, "pdf", data, size, NULL) & QPDF_ERRORS, 0);
    return q;
}

static void expect_file(qpdf_data q, qpdf_oh file, const char *path, const char *relation,
                        const char *mime, int size)
{
    qpdf_oh stream = key(q, key(q, file, "/EF"), "/F");
    qpdf_oh dictionary = qpdf_oh_get_dict(q, stream), params = key(q, dictionary, "/Params");
    size_t length = 0;

    ck_assert_str_eq(qpdf_oh_get_name(q, key(q, file, "/Type")), "/Filespec");
    ck_assert_str_eq(qpdf_oh_get_utf8_value(q, key(q, file, "/UF")), path);
    ck_assert_str_eq(qpdf_oh_get_utf8_value(q, key(q, file, "/F")), path);
    ck_assert_str_eq(qpdf_oh_get_utf8_value(q, key(q, file, "/Desc")), "What it is");
    ck_assert_str_eq(qpdf_oh_get_name(q, key(q, file, "/AFRelationship")), relation);
    ck_assert_str_eq(qpdf_oh_get_name(q, key(q, dictionary, "/Subtype")), mime);
    ck_assert_int_eq(qpdf_oh_get_int_value_as_int(q, key(q, params, "/Size")), size);
    ck_assert_str_eq(qpdf_oh_get_string_value(q, key(q, params, "/ModDate")), "D:19700102000000Z");
    qpdf_oh_get_binary_string_value(q, key(q, params, "/CheckSum"), &length);
    ck_assert_uint_eq(length, 16);
}

START_TEST(files_are_associated_and_named)
{
    add_usual();
    ((bb_attachment *)attachments->pdata[0])->relation = BB_RELATION_SOURCE;
    g_autoptr(GBytes) pdf = make_pdf();
    qpdf_data q = open_pdf(pdf);
    qpdf_oh root = qpdf_get_root(q), files = key(q, root, "/AF");
    qpdf_oh names = key(q, key(q, key(q, root, "/Names"), "/EmbeddedFiles"), "/Names");

    ck_assert_int_eq(qpdf_oh_get_array_n_items(q, files), 3);
    expect_file(q, qpdf_oh_get_array_item(q, files, 0), "report.xml", "/Source", "/application/xml",
                9);
    expect_file(q, qpdf_oh_get_array_item(q, files, 1), "cases.csv", "/Data", "/text/csv", 12);
    expect_file(q, qpdf_oh_get_array_item(q, files, 2), "chapters/images/the \xc5\xb5yr.PNG",
                "/Supplement", "/image/png", 10);
    /* In the order of the names. */
    ck_assert_int_eq(qpdf_oh_get_array_n_items(q, names), 6);
    ck_assert_str_eq(qpdf_oh_get_string_value(q, qpdf_oh_get_array_item(q, names, 0)), "cases.csv");
    ck_assert_str_eq(qpdf_oh_get_string_value(q, qpdf_oh_get_array_item(q, names, 4)),
                     "report.xml");
    ck_assert_int_eq(qpdf_oh_get_object_id(q, qpdf_oh_get_array_item(q, names, 5)),
                     qpdf_oh_get_object_id(q, qpdf_oh_get_array_item(q, files, 0)));
    qpdf_cleanup(&q);
}
END_TEST

START_TEST(checksum_is_md5_of_the_bytes)
{
    add("report.xml", "abc");
    g_autoptr(GBytes) pdf = make_pdf();
    qpdf_data q = open_pdf(pdf);
    qpdf_oh file = qpdf_oh_get_array_item(q, key(q, qpdf_get_root(q), "/AF"), 0);
    qpdf_oh stream = key(q, key(q, file, "/EF"), "/F");
    qpdf_oh sum = key(q, key(q, qpdf_oh_get_dict(q, stream), "/Params"), "/CheckSum");
    size_t length = 0;
    const char *bytes = qpdf_oh_get_binary_string_value(q, sum, &length);

    /* RFC 1321, appendix A.5 */
    static const unsigned char WANTED[] = {0x90, 0x01, 0x50, 0x98, 0x3c, 0xd2, 0x4f, 0xb0,
                                           0xd6, 0x96, 0x3f, 0x7d, 0x28, 0xe1, 0x7f, 0x72};
    ck_assert_uint_eq(length, sizeof WANTED);
    ck_assert_mem_eq(bytes, WANTED, sizeof WANTED);
    qpdf_cleanup(&q);
}
END_TEST

START_TEST(is_part_3_and_conforms)
{
    add_usual();
    g_autoptr(GBytes) pdf = make_pdf(), again = make_pdf();
    g_autoptr(GError) error = NULL;

    ck_assert(g_bytes_equal(pdf, again));
    ck_assert(bb_inspect(pdf, "pdf", diag, &error));
    if (bb_diag_count(diag) > 0) {
        g_autofree char *said = bb_diag_format(bb_diag_entry_at(diag, 0));
        ck_abort_msg("%s", said);
    }
    qpdf_data q = open_pdf(pdf);
    unsigned char *xmp = NULL;
    size_t size = 0;
    qpdf_oh_get_stream_data(q, key(q, qpdf_get_root(q), "/Metadata"), qpdf_dl_all, NULL, &xmp,
                            &size);
    ck_assert_ptr_nonnull(g_strstr_len((char *)xmp, (gssize)size, "<pdfaid:part>3</pdfaid:part>"));
    free(xmp);
    qpdf_cleanup(&q);
}
END_TEST

/* --- what is refused --- */

/* Nothing is given, one thing is said. */
static void expect_refused(const bb_package *package, const char *code, const char *words)
{
    ck_assert_ptr_null(package);
    ck_assert_uint_eq(bb_diag_count(diag), 1);
    const bb_diag_entry *said = bb_diag_entry_at(diag, 0);
    ck_assert_str_eq(said->code, code);
    ck_assert_int_eq(said->severity, BB_FAULT);
    ck_assert_str_eq(said->place.file, "old.pdf");
    ck_assert_msg(strstr(said->text, words) != NULL, "%s", said->text);
}

START_TEST(refuses_names_that_lead_elsewhere)
{
    static const struct {
        const char *path, *words;
    } PATHS[] = {
        {"../out.xml", "\"..\""},
        {"a/../../out.xml", "\"..\""},
        {"/etc/passwd", "root"},
        {"a//b.xml", "empty step"},
        {"a/", "empty step"},
        {"./a.xml", "\".\""},
        {"", "is empty"},
        {"a\xc2\x85z", "control"},
        {"a\\..\\b.xml", "backslash"},
        {"report.xml/b", "at once"},
        {"report.xml", "twice"},
        {"a\x7f", "control"},
        {"a/b/..", "\"..\""},
        {BB_MANIFEST_NAME, "is kept"},

    };

    for (size_t i = 0; i < G_N_ELEMENTS(PATHS); i++) {
        add("report.xml", "<report/>");
        add(PATHS[i].path, "<chapter/>");
        /* The list alone names it: the list is what is unpacked by. */
        g_ptr_array_set_size(attachments, 1);
        bb_package *package = read_with(NULL);
        expect_refused(package, "source-path", PATHS[i].words);
        tear_down();
        set_up();
    }
}
END_TEST

START_TEST(refuses_names_without_end)
{
    g_autofree char *name = g_strnfill(256, 'a'), *path = g_strnfill(1025, 'a');
    g_autofree char *deep = g_strnfill(66, 'a');

    for (size_t i = 1; i < 66; i += 2)
        deep[i] = '/';
    deep[65] = 'a';
    ck_assert_ptr_nonnull(bb_manifest_path_fault(name));
    ck_assert_ptr_nonnull(bb_manifest_path_fault(path));
    ck_assert_ptr_nonnull(bb_manifest_path_fault(deep));
    name[255] = '\0';
    ck_assert_ptr_null(bb_manifest_path_fault(name));
    ck_assert_ptr_nonnull(bb_manifest_path_fault("caf\xe9.xml"));
    ck_assert_ptr_nonnull(bb_manifest_path_fault("two\nlines.xml"));
    ck_assert_ptr_null(bb_manifest_path_fault("caf\xc3\xa9 (1)/..a/b..xml"));
}
END_TEST

START_TEST(refuses_a_file_that_changed)
{
    add("report.xml", "<report/>");
    add("a.xml", "<a/>");
    g_ptr_array_set_size(attachments, 1);
    attach("a.xml", "<b/>");
    expect_refused(read_with(NULL), "source-damaged", "checksum");
}
END_TEST

START_TEST(refuses_a_file_of_another_size)
{
    add("report.xml", "<report/>");
    add("a.xml", "<a/>");
    g_ptr_array_set_size(attachments, 1);
    attach("a.xml", "<a/> ");
    expect_refused(read_with(NULL), "source-damaged", "size");
}
END_TEST

START_TEST(refuses_a_list_that_names_what_is_not_there)
{
    add("report.xml", "<report/>");
    add("a.xml", "<a/>");
    g_ptr_array_set_size(attachments, 1);
    expect_refused(read_with(NULL), "source-missing", "a.xml");
}
END_TEST

START_TEST(refuses_two_files_of_one_name)
{
    add_usual();
    attach("cases.csv", "other");
    expect_refused(read_with(NULL), "source-path", "twice");
}
END_TEST

START_TEST(refuses_too_many_files)
{
    add("report.xml", "<report/>");
    for (int i = 0; i < BB_MANIFEST_MOST_FILES; i++) {
        g_autofree char *path = g_strdup_printf("%d.xml", i);
        attach(path, "");
    }
    expect_refused(read_with(NULL), "source-many", "1,000");
}
END_TEST

START_TEST(refuses_a_list_that_is_none)
{
#define ROOT "<sources xmlns='urn:bluebook:sources' version='1' bluebook='0' report='report.xml' "
#define SUM "0000000000000000000000000000000000000000000000000000000000000000"
#define FILE_OF(size) "<file path='report.xml' size='" size "' sha256='" SUM "'/>"
    static const struct {
        const char *text, *code;
    } LISTS[] = {
        {"", "source-manifest"},
        {"words", "source-manifest"},
        {"<sources/>", "source-manifest"},
        {"<sources xmlns='urn:bluebook:sources' version='2'/>", "source-manifest"},
        {ROOT "date='1970-01-01T00:00:00Z'/>", "source-manifest"},
        {ROOT "date='yesterday'>" FILE_OF("1") "</sources>", "source-manifest"},
        {ROOT "date='1970-01-01T00:00:00Z'>" FILE_OF("one") "</sources>", "source-manifest"},
        {ROOT "date='1970-01-01T00:00:00Z'>" FILE_OF("-1") "</sources>", "source-manifest"},
        {ROOT "date='1970-01-01T00:00:00Z'><file path='report.xml' size='1' sha256='0'/></sources>",
         "source-manifest"},
        {"<!DOCTYPE sources>" ROOT "date='1970-01-01T00:00:00Z'>" FILE_OF("1") "</sources>",
         "source-manifest"},
        {ROOT "date='1970-01-01T00:00:00Z'>" FILE_OF("268435457") "</sources>", "source-large"},
        {ROOT "date='1970-01-01T00:00:00Z'>" FILE_OF("9223372036854775807") "</sources>",
         "source-large"},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(LISTS); i++) {
        attach("report.xml", "<report/>");
        expect_refused(read_with(LISTS[i].text), LISTS[i].code, "");
        tear_down();
        set_up();
    }
}
END_TEST

START_TEST(refuses_a_pdf_without_a_list)
{
    attach("report.xml", "<report/>");
    g_autoptr(GBytes) pdf = make_pdf();

    expect_refused(bb_package_read(pdf, "old.pdf", diag), "source-none", "");
}
END_TEST

START_TEST(refuses_what_is_no_pdf)
{
    g_autoptr(GBytes) text = g_bytes_new_static("no PDF", 6);

    expect_refused(bb_package_read(text, "old.pdf", diag), "source-pdf", "");
}
END_TEST

START_TEST(leaves_out_what_is_no_source)
{
    add_usual();
    attach("evil.sh", "rm -rf");
    g_autoptr(bb_package) package = read_with(NULL);

    ck_assert_ptr_nonnull(package);
    ck_assert_uint_eq(package->files->len, 3);
    ck_assert_uint_eq(bb_diag_count(diag), 1);
    ck_assert_str_eq(bb_diag_entry_at(diag, 0)->code, "source-loose");
}
END_TEST

START_TEST(quotes_what_would_deceive)
{
    g_autofree char *quoted = bb_manifest_quote("a\n\x1b[31mb\xe2\x80\xaexml.exe\xff");

    ck_assert_ptr_null(strchr(quoted, '\n'));
    ck_assert_ptr_null(strchr(quoted, '\x1b'));
    ck_assert_ptr_null(strstr(quoted, "\xe2\x80\xae"));
    ck_assert(g_utf8_validate(quoted, -1, NULL));
}
END_TEST

int main(void)
{
    TCase *tests = tcase_create("package");

    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, gives_back_what_was_attached);
    tcase_add_test(tests, an_empty_file_is_one);
    tcase_add_test(tests, files_are_associated_and_named);
    tcase_add_test(tests, checksum_is_md5_of_the_bytes);
    tcase_add_test(tests, is_part_3_and_conforms);
    tcase_add_test(tests, refuses_names_that_lead_elsewhere);
    tcase_add_test(tests, refuses_names_without_end);
    tcase_add_test(tests, refuses_a_file_that_changed);
    tcase_add_test(tests, refuses_a_file_of_another_size);
    tcase_add_test(tests, refuses_a_list_that_names_what_is_not_there);
    tcase_add_test(tests, refuses_two_files_of_one_name);
    tcase_add_test(tests, refuses_too_many_files);
    tcase_add_test(tests, refuses_a_list_that_is_none);
    tcase_add_test(tests, refuses_a_pdf_without_a_list);
    tcase_add_test(tests, refuses_what_is_no_pdf);
    tcase_add_test(tests, leaves_out_what_is_no_source);
    tcase_add_test(tests, quotes_what_would_deceive);
    return bb_check_run("package", tests);
}
