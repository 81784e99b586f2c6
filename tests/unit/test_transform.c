/* test_transform.c - stylesheets run sealed: what they may reach, what becomes of their faults. */
#include "base/error.h"
#include "check_run.h"
#include "transform/transform.h"

#include <glib/gstdio.h>
#include <libxml/parser.h>
#include <string.h>
#include <unistd.h>

static char *folder;
static bb_transform *transform;
static bb_diag *diag;
static xmlDoc *input;

static const char HEAD[] = "<xsl:stylesheet version='1.0' exclude-result-prefixes='bb func t'"
                           " extension-element-prefixes='func'"
                           " xmlns:xsl='http://www.w3.org/1999/XSL/Transform'"
                           " xmlns:func='http://exslt.org/functions' xmlns:t='urn:test'"
                           " xmlns:bb='urn:bluebook:extension'>";

static void put(const char *name, const char *text)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_autofree char *dir = g_path_get_dirname(path);

    ck_assert_int_eq(g_mkdir_with_parents(dir, 0700), 0);
    ck_assert(g_file_set_contents(path, text, -1, NULL));
}

/* templates/NAME with this body. */
static void put_sheet(const char *name, const char *body)
{
    g_autofree char *path = g_build_filename("templates", name, NULL);
    g_autofree char *text = g_strconcat(HEAD, body, "</xsl:stylesheet>", NULL);

    put(path, text);
}

static bool remove_tree(const char *path)
{
    g_autofree char *command = g_strdup_printf("rm -rf '%s'", path);

    return system(command) == 0;
}

static void set_up(void)
{
    folder = g_dir_make_tmp("bluebook-transform-XXXXXX", NULL);
    transform = bb_transform_new(folder);
    diag = bb_diag_new();
    const char *text = "<report>\n<p>one</p>\n<p>two</p>\n</report>";
    input = xmlReadMemory(text, (int)strlen(text), "report.xml", NULL, 0);
}

static void tear_down(void)
{
    xmlFreeDoc(input);
    bb_diag_free(diag);
    bb_transform_free(transform);
    ck_assert(remove_tree(folder));
    g_free(folder);
}

static bb_place place(void *data, const xmlNode *node)
{
    return (bb_place){data, (int)xmlGetLineNo((xmlNode *)node), 3};
}

static xmlDoc *run_job(const char *sheet, bb_transform_job job, GError **error)
{
    job.diag = diag;
    job.place = place;
    job.place_data = (void *)"chapter.xml";
    return bb_transform_run(transform, sheet, input, &job, error);
}

/* The text of the result of a stylesheet that must run. */
static char *run_text(const char *sheet, bb_transform_job job)
{
    GError *error = NULL;
    xmlDoc *result = run_job(sheet, job, &error);

    ck_assert_msg(result != NULL, "%s", error != NULL ? error->message : "no reason");
    xmlChar *text = xmlNodeGetContent((xmlNode *)result);
    char *copy = g_strdup((const char *)text);
    xmlFree(text);
    xmlFreeDoc(result);
    return copy;
}

/* The message of the error with which a stylesheet must fail. */
static char *run_error(const char *sheet, bb_transform_job job)
{
    g_autoptr(GError) error = NULL;
    xmlDoc *result = run_job(sheet, job, &error);

    xmlFreeDoc(result);
    ck_assert_ptr_null(result);
    ck_assert(g_error_matches(error, BB_ERROR, BB_ERROR_INSTALL));
    return g_strdup(error->message);
}

#define ck_assert_contains(text, part)                                                             \
    ck_assert_msg(strstr((text), (part)) != NULL, "\"%s\" is not in: %s", (part), (text))

START_TEST(passes_parameters_as_strings)
{
    const bb_transform_parameter parameters[] = {{"css", "a > b { content: \"it's\" }"}, {0}};

    put_sheet("a/p.xsl", "<xsl:param name='css'/><xsl:template match='/'>"
                         "<r><xsl:value-of select='$css'/></r></xsl:template>");
    g_autofree char *text = run_text("a/p.xsl", (bb_transform_job){.parameters = parameters});
    ck_assert_str_eq(text, "a > b { content: \"it's\" }");
}
END_TEST

START_TEST(reads_its_neighbours_and_the_jobs_documents)
{
    xmlDoc *words = xmlReadMemory("<w>Page</w>", 11, "x", NULL, 0);
    const bb_transform_document documents[] = {{"words", words}, {0}};

    put("templates/l10n/en.xml", "<l>four</l>");
    put("styles/tokens.xsl", "<xsl:stylesheet version='1.0'"
                             " xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>"
                             "<xsl:variable name='ink'>blue</xsl:variable></xsl:stylesheet>");
    put_sheet("a/r.xsl", "<xsl:import href='../../styles/tokens.xsl'/><xsl:template match='/'>"
                         "<r><xsl:value-of select=\"document('bluebook:words')\"/>,"
                         "<xsl:value-of select=\"document('../l10n/en.xml')\"/>,"
                         "<xsl:value-of select='$ink'/></r></xsl:template>");
    g_autofree char *text = run_text("a/r.xsl", (bb_transform_job){.documents = documents});
    ck_assert_str_eq(text, "Page,four,blue");
    xmlFreeDoc(words);
}
END_TEST

START_TEST(compiles_a_stylesheet_once)
{
    put_sheet("a/once.xsl", "<xsl:template match='/'><r>first</r></xsl:template>");
    g_autofree char *first = run_text("a/once.xsl", (bb_transform_job){0});
    ck_assert_str_eq(first, "first");
    put_sheet("a/once.xsl", "<xsl:template match='/'><r>second</r></xsl:template>");
    g_autofree char *again = run_text("a/once.xsl", (bb_transform_job){0});
    ck_assert_str_eq(again, "first");
}
END_TEST

START_TEST(calls_functions_of_its_own)
{
    put_sheet("a/f.xsl", "<func:function name='t:twice'><xsl:param name='x'/>"
                         "<func:result select='concat($x, $x)'/></func:function>"
                         "<xsl:template match='/'>"
                         "<r><xsl:value-of select=\"t:twice('ab')\"/></r></xsl:template>");
    g_autofree char *text = run_text("a/f.xsl", (bb_transform_job){0});
    ck_assert_str_eq(text, "abab");
}
END_TEST

START_TEST(tells_and_reports_places)
{
    put_sheet("a/at.xsl",
              "<xsl:template match='/'><r><xsl:value-of select='bb:at(/report/p[2])'/>"
              "<xsl:value-of select='bb:at(/report/none)'/>"
              "<xsl:value-of select=\"bb:report('stylesheet-message', /report/p[1], 'hello')\"/>"
              "</r></xsl:template>");
    g_autofree char *text = run_text("a/at.xsl", (bb_transform_job){0});
    ck_assert_str_eq(text, "chapter.xml:3:3");
    ck_assert_uint_eq(bb_diag_count(diag), 1);
    g_autofree char *said = bb_diag_format(bb_diag_entry_at(diag, 0));
    ck_assert_str_eq(said, "chapter.xml:2:3: note: a stylesheet says: hello [stylesheet-message]");
}
END_TEST

START_TEST(refuses_an_unknown_message)
{
    put_sheet("a/unknown.xsl", "<xsl:template match='/'><r>"
                               "<xsl:value-of select=\"bb:report('no-such', .)\"/></r>"
                               "</xsl:template>");
    g_autofree char *said = run_error("a/unknown.xsl", (bb_transform_job){0});
    ck_assert_contains(said, "there is no message \"no-such\"");
    put_sheet("a/few.xsl", "<xsl:template match='/'><r>"
                           "<xsl:value-of select=\"bb:report('no-such')\"/>"
                           "<xsl:value-of select='bb:at()'/></r></xsl:template>");
    g_free(run_error("a/few.xsl", (bb_transform_job){0}));
}
END_TEST

START_TEST(keeps_messages_from_the_terminal)
{
    put_sheet("a/say.xsl", "<xsl:template match='/'><xsl:message>by the way</xsl:message><r/>"
                           "</xsl:template>");
    put_sheet("a/stop.xsl", "<xsl:template match='/'>"
                            "<xsl:message terminate='yes'>no further</xsl:message><r/>"
                            "</xsl:template>");
    g_free(run_text("a/say.xsl", (bb_transform_job){0}));
    ck_assert_str_eq(bb_diag_entry_at(diag, 0)->text, "a stylesheet says: by the way");
    g_autofree char *said = run_error("a/stop.xsl", (bb_transform_job){0});
    ck_assert_contains(said, "a/stop.xsl failed: no further");
}
END_TEST

START_TEST(names_what_is_wrong_with_a_stylesheet)
{
    g_autofree char *missing = run_error("a/missing.xsl", (bb_transform_job){0});
    ck_assert_contains(missing, "a/missing.xsl");
    put("templates/a/bad.xsl", "<xsl:stylesheet");
    g_autofree char *bad = run_error("a/bad.xsl", (bb_transform_job){0});
    ck_assert_contains(bad, "not well-formed");
    put_sheet("a/import.xsl", "<xsl:import href='gone.xsl'/>");
    g_autofree char *import = run_error("a/import.xsl", (bb_transform_job){0});
    ck_assert_contains(import, "bluebook:/templates/a/gone.xsl");
    put_sheet("a/xpath.xsl", "<xsl:template match='/'><xsl:value-of select='(('/></xsl:template>");
    g_free(run_error("a/xpath.xsl", (bb_transform_job){0}));
    put_sheet("a/run.xsl", "<xsl:template match='/'><xsl:value-of select='$gone'/>"
                           "</xsl:template>");
    g_autofree char *run = run_error("a/run.xsl", (bb_transform_job){0});
    ck_assert_contains(run, "gone");
}
END_TEST

/* Each of these must fail, and must not have written or read anything. */
START_TEST(is_sealed)
{
    static const char *const READS[] = {
        "/etc/hostname",    "file:///etc/hostname",           "http://example.org/x.xml",
        "../../secret.xml", "bluebook:/secret.xml",           "bluebook:/templates/../secret.xml",
        "link.xml",         "bluebook:/templatesecret/x.xml", "bluebook:nobody",
    };
    g_autofree char *link = g_build_filename(folder, "templates/a/link.xml", NULL);

    put("secret.xml", "<s>secret</s>");
    put("templatesecret/x.xml", "<s>secret</s>");
    put("templates/a/x.xml", "<s/>");
    ck_assert_int_eq(symlink("../../secret.xml", link), 0);
    for (size_t i = 0; i < G_N_ELEMENTS(READS); i++) {
        g_autofree char *body = g_strdup_printf("<xsl:template match='/'><r><xsl:copy-of "
                                                "select=\"document('%s')\"/></r></xsl:template>",
                                                READS[i]);
        g_autofree char *sheet = g_strdup_printf("a/read%zu.xsl", i);
        put_sheet(sheet, body);
        g_free(run_error(sheet, (bb_transform_job){0}));
    }
    g_autofree char *target = g_build_filename(folder, "out/new.xml", NULL);
    g_autofree char *body = g_strdup_printf(
        "<xsl:template match='/'><e:document xmlns:e='http://exslt.org/common' href='%s'>"
        "<x/></e:document></xsl:template>",
        target);
    g_autofree char *text = g_strconcat("<xsl:stylesheet version='1.0'"
                                        " extension-element-prefixes='e'"
                                        " xmlns:e='http://exslt.org/common'"
                                        " xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>",
                                        body, "</xsl:stylesheet>", NULL);
    put("templates/a/write.xsl", text);
    g_free(run_error("a/write.xsl", (bb_transform_job){0}));
    ck_assert(!g_file_test(target, G_FILE_TEST_EXISTS));
}
END_TEST

START_TEST(comes_to_an_end)
{
    put_sheet("a/deep.xsl", "<xsl:template match='/'><xsl:call-template name='t'/></xsl:template>"
                            "<xsl:template name='t'><xsl:call-template name='t'/></xsl:template>");
    g_free(run_error("a/deep.xsl", (bb_transform_job){0}));
    put_sheet("a/wide.xsl",
              "<xsl:template match='/'><r><xsl:for-each select='//p'>"
              "<xsl:for-each select='//p'><xsl:value-of select='count(//p)'/></xsl:for-each>"
              "</xsl:for-each></r></xsl:template>");
    g_free(run_error("a/wide.xsl", (bb_transform_job){.operations = 10}));
    g_autofree char *text = run_text("a/wide.xsl", (bb_transform_job){.operations = 100000});
    ck_assert_str_eq(text, "2222");
}
END_TEST

int main(void)
{
    TCase *tests = tcase_create("transform");

    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, passes_parameters_as_strings);
    tcase_add_test(tests, reads_its_neighbours_and_the_jobs_documents);
    tcase_add_test(tests, compiles_a_stylesheet_once);
    tcase_add_test(tests, calls_functions_of_its_own);
    tcase_add_test(tests, tells_and_reports_places);
    tcase_add_test(tests, refuses_an_unknown_message);
    tcase_add_test(tests, keeps_messages_from_the_terminal);
    tcase_add_test(tests, names_what_is_wrong_with_a_stylesheet);
    tcase_add_test(tests, is_sealed);
    tcase_add_test(tests, comes_to_an_end);
    return bb_check_run("transform", tests);
}
