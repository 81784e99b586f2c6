/* test_findings.c - the door: places, files, and what is written onto the scored document. */
#include "findings_run.h"

#include "check_run.h"

static bb_findings_run run;

static void set_up(void)
{
    bb_run_set_up(&run);
}

static void tear_down(void)
{
    bb_run_tear_down(&run);
}

/* The sound report of the golden tests. */
static void read_clean(void)
{
    run.findings = bb_findings_read(run.context, BB_CLEAN "/report.xml", run.diag, NULL);
    ck_assert_ptr_nonnull(run.findings);
    ck_assert(!bb_diag_has_faults(run.diag));
}

/* --- places --- */

static void expect_place(const char *id, const char *file, int line, int column)
{
    xmlNode *node = bb_run_element(&run, id);

    ck_assert_msg(node != NULL, "no %s", id);
    bb_place place = bb_findings_place(node);
    ck_assert_msg(g_str_has_suffix(place.file, file), "%s: %s", id, place.file);
    ck_assert_msg(place.line == line && place.column == column, "%s: %d:%d", id, place.line,
                  place.column);
}

START_TEST(places_are_where_elements_begin)
{
    bb_run_write(&run, "two.xml",
                 "<?xml version='1.0'?>\n<!-- a remark -->\n"
                 "  <chapter xmlns='urn:bluebook:findings'\n\n   id='two'><title>Two</title>\n"
                 "<p\n  id='multi'\n>\u00e9\u00e9 <em>x</em><ref to='two'/></p>"
                 "<section id='same'><title>a</title></section></chapter>\n");
    bb_run_read_text(&run, BB_REPORT_HEAD
                     "<body>\r\n<chapter id='one'><title id='t'>One</title>"
                     "</chapter>\r\n\t<xi:include href='two.xml'/></body>" BB_REPORT_TAIL);
    expect_place("one", "/report.xml", 3, 1);
    expect_place("t", "/report.xml", 3, 19);
    expect_place("two", "/two.xml", 3, 3);
    expect_place("multi", "/two.xml", 6, 1);
    expect_place("same", "/two.xml", 8, 34);
    /* Words and attributes have the place of their element. */
    const xmlNode *two = bb_run_element(&run, "two");
    ck_assert_int_eq(bb_findings_place((const xmlNode *)two->properties).line, 3);
    ck_assert_int_eq(bb_findings_place(two->children->children).line, 5);
    ck_assert_ptr_null(bb_findings_place((const xmlNode *)two->doc).file);
}
END_TEST

/* libxml2 gives up counting lines at 65,535 unless it is told otherwise. */
START_TEST(places_in_a_long_file)
{
    g_autoptr(GString) text = g_string_new(BB_REPORT_HEAD "<body><chapter><title>Long</title>\n");
    const int lines = 70000;

    for (int i = 0; i < lines; i++)
        g_string_append(text, "<p>caf\u00e9</p>\n");
    g_string_append(text, "<p>x</p><p id='last'>y</p></chapter></body>" BB_REPORT_TAIL);
    bb_run_read_text(&run, text->str);
    expect_place("last", "/report.xml", lines + 3, 9);
}
END_TEST

START_TEST(entities_have_the_place_of_their_use)
{
    bb_run_read_text(&run,
                     "<!DOCTYPE report [<!ENTITY hello \"<p id='e'>Hello <em>you</em></p>\">\n"
                     "<!ENTITY name 'Northmere'>]>\n" BB_REPORT_HEAD
                     "<body><chapter id='c'><title>&name;</title>\n  &hello;\n"
                     "</chapter></body>" BB_REPORT_TAIL);
    ck_assert(!bb_diag_has_faults(run.diag));
    ck_assert_int_eq(bb_findings_place(bb_run_element(&run, "e")).line, 5);
    xmlChar *title = xmlNodeGetContent(bb_run_element(&run, "c")->children);
    ck_assert_str_eq((const char *)title, "Northmere");
    xmlFree(title);
}
END_TEST

START_TEST(other_encodings_keep_words_and_places)
{
    bb_run_read_text(&run, "<?xml version='1.0' encoding='ISO-8859-1'?>\n" BB_REPORT_HEAD
                           "<body><chapter id='c'><title>Caf\xe9</title><p "
                           "id='p'>x</p></chapter></body>" BB_REPORT_TAIL);
    ck_assert(!bb_diag_has_faults(run.diag));
    xmlChar *title = xmlNodeGetContent(bb_run_element(&run, "c")->children);
    ck_assert_str_eq((const char *)title, "Caf\u00e9");
    xmlFree(title);
    expect_place("p", "/report.xml", 3, 42);
}
END_TEST

/* --- files --- */

START_TEST(lists_the_files)
{
    static const char *const NAMES[] = {"report.xml", "chapters/assessment.xml", "cases.csv",
                                        "images/map.svg"};
    read_clean();
    const char *const *files = bb_findings_files(run.findings);

    for (size_t i = 0; i < G_N_ELEMENTS(NAMES); i++) {
        ck_assert_ptr_nonnull(files[i]);
        ck_assert_msg(g_str_has_suffix(files[i], NAMES[i]), "%s", files[i]);
        ck_assert(g_file_test(files[i], G_FILE_TEST_EXISTS));
    }
    ck_assert_ptr_null(files[G_N_ELEMENTS(NAMES)]);
}
END_TEST

/* A watcher wants to know when a missing file appears; nobody may learn what lies outside. */
START_TEST(lists_missing_files_but_none_outside)
{
    bb_run_read_text(&run,
                     BB_REPORT_HEAD "<body><xi:include href='missing.xml'/>"
                                    "<xi:include href='../outside.xml'/></body>" BB_REPORT_TAIL);
    const char *const *files = bb_findings_files(run.findings);

    ck_assert(g_str_has_suffix(files[1], "/missing.xml"));
    ck_assert_ptr_null(files[2]);
}
END_TEST

START_TEST(unreadable_report_is_no_writers_fault)
{
    g_autoptr(GError) error = NULL;

    ck_assert_ptr_null(bb_findings_read(run.context, "/nonexistent/report.xml", run.diag, &error));
    ck_assert_ptr_nonnull(error);
    ck_assert_uint_eq(bb_diag_count(run.diag), 0);
    g_clear_error(&error);
    ck_assert_ptr_null(bb_findings_context_new("/nonexistent", &error));
    ck_assert_ptr_nonnull(error);
}
END_TEST

START_TEST(gives_what_there_is)
{
    bb_run_read_text(&run, "no XML at all");
    ck_assert_ptr_null(bb_findings_document(run.findings));
    ck_assert_ptr_null(bb_findings_profile(run.findings));
    ck_assert_ptr_nonnull(bb_run_find(&run, "xml-syntax"));
    bb_run_read_text(&run, "<report xmlns='urn:bluebook:findings' programme='omi'/>");
    ck_assert_ptr_nonnull(bb_findings_document(run.findings));
    ck_assert_str_eq(bb_findings_profile(run.findings)->name, "omi");
}
END_TEST

/* --- the scored document --- */

static void expect_score(const char *owner, const char *name, const char *wanted)
{
    xmlNode *node = bb_run_element(&run, owner);
    const xmlNode *score = node->children;

    while (score != NULL && strcmp((const char *)score->name, "score") != 0 &&
           strcmp((const char *)score->name, "rating") != 0)
        score = score->next;
    ck_assert_msg(score != NULL, "%s has no score", owner);
    xmlChar *value = xmlGetNsProp(score, BAD_CAST name, BAD_CAST BB_SCORED_NS);
    ck_assert_pstr_eq((const char *)value, wanted);
    xmlFree(value);
}

START_TEST(writes_scores)
{
    read_clean();
    /* q1 80%, q2 70%, summary q3 80%: 0.8 times 75 and 0.2 times 80. */
    expect_score("c1", "print", "76%");
    expect_score("c1", "value", "76.000000");
    expect_score("c1", "band", "good");
    /* q4 87.5% and q5 80%, and published so. */
    expect_score("c2", "print", "84%");
    expect_score("c2", "value", "83.750000");
    /* The thread's two questions, 80% and 87.5%. */
    expect_score("roh", "value", "83.750000");
    /* The chapter has no score of its own: it is made. */
    expect_score("assessment", "print", "80%");
    expect_score("assessment", "value", "79.875000");
    /* What was published is printed, and nothing was computed for c3. */
    expect_score("leadership", "print", "75%");
    expect_score("c3", "print", "70%");
    expect_score("c3", "value", NULL);
    expect_score("c4", "name", "satisfactorily-met");
    expect_score("c4", "print", "Satisfactorily met");
}
END_TEST

/* A chapter is computed from what is printed: 60, though the cases give 100, and 70. */
START_TEST(chapters_follow_what_is_printed)
{
    bb_run_write(&run, "cases.csv", "case,q1\n1,S\n2,E\n");
    bb_run_read_text(&run, BB_REPORT_HEAD
                     "<data><dataset id='d' href='cases.csv' key='case'>d</dataset>"
                     "<question id='q1' dataset='d' column='q1' criterion='c1'>q</question></data>"
                     "<body><chapter id='chapter'><title>One</title>"
                     "<criterion id='c1'><title>1</title><statement>1</statement>"
                     "<score published='60%' differs='A reason.'/></criterion>"
                     "<criterion id='c2'><title>2</title><statement>2</statement><score "
                     "published='70%'/></criterion>"
                     "</chapter></body>" BB_REPORT_TAIL);
    ck_assert(!bb_diag_has_faults(run.diag));
    expect_score("c1", "print", "60%");
    expect_score("c1", "value", "100.000000");
    expect_score("c1", "band", "priority");
    expect_score("chapter", "print", "65%");
}
END_TEST

START_TEST(made_scores_stand_where_the_schema_wants_them)
{
    read_clean();
    const xmlNode *score = bb_run_element(&run, "assessment")->children;

    while (strcmp((const char *)score->name, "score") != 0)
        score = score->next;
    ck_assert_str_eq((const char *)score->prev->name, "title");
    /* Its place is the chapter's. */
    ck_assert_int_eq(bb_findings_place(score).line, 2);
}
END_TEST

START_TEST(fills_values)
{
    read_clean();
    xmlNode *p = bb_run_element(&run, "assessment")->children;

    while (strcmp((const char *)p->name, "p") != 0)
        p = p->next;
    xmlChar *content = xmlNodeGetContent(p);
    char **words = g_strsplit_set((const char *)content, " \n", -1);
    g_autoptr(GString) text = g_string_new(NULL);
    for (char **word = words; *word != NULL; word++) {
        if (**word != '\0')
            g_string_append_printf(text, "%s%s", text->len > 0 ? " " : "", *word);
    }
    g_strfreev(words);
    xmlFree(content);
    ck_assert_str_eq(
        text->str, "Ten cases were read; 80% were on time, 20% were not: eight of 10, two of high "
                   "risk (20%). More than three-quarters is right, and all but one of the plans. "
                   "The score was 76%, the thread's 84%, the chapter's 80%. It said 76%, and 76% "
                   "elsewhere.");
}
END_TEST

START_TEST(one_context_serves_many_reports)
{
    for (int i = 0; i < 50; i++) {
        g_autoptr(bb_diag) diag = bb_diag_new();
        g_autoptr(bb_findings) findings =
            bb_findings_read(run.context, BB_CLEAN "/report.xml", diag, NULL);
        ck_assert_ptr_nonnull(findings);
        ck_assert_uint_eq(bb_diag_count(diag), 1);
        /* The programme is read once. */
        if (run.findings == NULL)
            run.findings = bb_findings_read(run.context, BB_CLEAN "/report.xml", run.diag, NULL);
        ck_assert_ptr_eq(bb_findings_profile(findings), bb_findings_profile(run.findings));
    }
}
END_TEST

/* What came before in the same sink doesn't keep the schema from being asked. */
START_TEST(works_with_a_sink_that_has_faults)
{
    bb_diag_report(run.diag, BB_M_XML_SYNTAX, BB_NOWHERE, "of another report");
    run.findings = bb_findings_read(run.context, BB_CLEAN "/report.xml", run.diag, NULL);
    ck_assert_uint_eq(bb_diag_count_of(run.diag, BB_FAULT), 1);
}
END_TEST

int main(void)
{
    TCase *tests = tcase_create("findings");

    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, places_are_where_elements_begin);
    tcase_add_test(tests, places_in_a_long_file);
    tcase_add_test(tests, entities_have_the_place_of_their_use);
    tcase_add_test(tests, other_encodings_keep_words_and_places);
    tcase_add_test(tests, lists_the_files);
    tcase_add_test(tests, lists_missing_files_but_none_outside);
    tcase_add_test(tests, unreadable_report_is_no_writers_fault);
    tcase_add_test(tests, gives_what_there_is);
    tcase_add_test(tests, writes_scores);
    tcase_add_test(tests, chapters_follow_what_is_printed);
    tcase_add_test(tests, made_scores_stand_where_the_schema_wants_them);
    tcase_add_test(tests, fills_values);
    tcase_add_test(tests, one_context_serves_many_reports);
    tcase_add_test(tests, works_with_a_sink_that_has_faults);
    return bb_check_run("findings", tests);
}
