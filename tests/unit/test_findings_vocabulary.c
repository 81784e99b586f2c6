/* test_findings_vocabulary.c - the schema as a table: what its files say, the rules say. */
#include "findings/vocabulary.h"

#include "check_run.h"

#include <glib/gstdio.h>
#include <string.h>

static bb_vocabulary *vocabulary;

static void set_up(void)
{
    vocabulary = bb_vocabulary_read(BB_SOURCE_DIR "/templates/schema/findings.rng", NULL);
    ck_assert_ptr_nonnull(vocabulary);
}

static void tear_down(void)
{
    bb_vocabulary_free(vocabulary);
}

static bool needs(const bb_rule *rule, const char *names)
{
    for (guint i = 0; i < rule->needs->len; i++) {
        const bb_rule_need *need = &g_array_index(rule->needs, bb_rule_need, i);
        g_autofree char *joined = g_strjoinv("|", (char **)need->names);
        if (strcmp(joined, names) == 0)
            return true;
    }
    return false;
}

START_TEST(knows_attributes)
{
    const bb_rule *question = bb_vocabulary_find(vocabulary, "question");
    const bb_rule_attribute *summary = bb_rule_find_attribute(question, "summary");

    ck_assert(needs(question, "@dataset"));
    ck_assert(!needs(question, "@summary"));
    ck_assert_str_eq(bb_datatype_values(summary->type)[0], "yes");
    ck_assert(!bb_datatype_allows(summary->type, "no"));
    ck_assert_ptr_nonnull(strstr(bb_rule_find_attribute(question, "dataset")->help, "The id of"));
    ck_assert_ptr_null(bb_rule_find_attribute(question, "lang"));
    ck_assert(question->text);
}
END_TEST

START_TEST(knows_alternatives)
{
    const bb_rule *section = bb_vocabulary_find(vocabulary, "section");
    const bb_rule *criterion = bb_vocabulary_find(vocabulary, "criterion");

    ck_assert(needs(section, "@of|title"));
    ck_assert(!needs(criterion, "score|rating"));
    ck_assert(needs(criterion, "statement"));
    ck_assert(needs(bb_vocabulary_find(vocabulary, "body"), "part|chapter"));
    ck_assert(!section->text);
    /* Text may be empty, so nothing is needed of a paragraph. */
    ck_assert_uint_eq(bb_vocabulary_find(vocabulary, "p")->needs->len, 0);
}
END_TEST

START_TEST(tells_contexts_apart)
{
    const bb_rule *report = bb_vocabulary_root(vocabulary);
    const bb_rule *publication = bb_rule_child(report, "publication");
    const bb_rule *chapter = bb_vocabulary_find(vocabulary, "chapter");

    ck_assert_str_eq(report->name, "report");
    ck_assert_ptr_nonnull(bb_rule_child(bb_rule_child(publication, "title"), "area"));
    ck_assert_ptr_null(bb_rule_child(bb_rule_child(chapter, "title"), "area"));
    ck_assert_ptr_nonnull(bb_rule_child(bb_rule_child(chapter, "title"), "em"));
    /* A section may hold itself. */
    const bb_rule *section = bb_rule_child(chapter, "section");
    ck_assert_ptr_eq(bb_rule_child(section, "section"), section);
}
END_TEST

START_TEST(knows_where_elements_belong)
{
    g_autoptr(GPtrArray) parents = bb_vocabulary_parents(vocabulary, "criterion");

    ck_assert_uint_eq(parents->len, 2);
    ck_assert_str_eq(parents->pdata[0], "chapter");
    ck_assert(g_strv_contains(bb_vocabulary_names(vocabulary), "facilitator") == FALSE);
    ck_assert(g_strv_contains(bb_vocabulary_names(vocabulary), "strength"));
}
END_TEST

START_TEST(checks_values_against_types)
{
    const bb_rule *score = bb_vocabulary_find(vocabulary, "score");
    const bb_datatype *published = bb_rule_find_attribute(score, "published")->type;
    const bb_rule *scores = bb_vocabulary_find(vocabulary, "scores");
    const bb_datatype *of = bb_rule_find_attribute(scores, "of")->type;
    const bb_rule *contents = bb_vocabulary_find(vocabulary, "contents");
    const bb_datatype *depth = bb_rule_find_attribute(contents, "depth")->type;

    ck_assert(bb_datatype_allows(published, " 76% "));
    ck_assert(!bb_datatype_allows(published, "76"));
    ck_assert(bb_datatype_allows(of, "one  two"));
    ck_assert(!bb_datatype_allows(of, "one 2"));
    ck_assert(!bb_datatype_allows(of, ""));
    ck_assert(bb_datatype_allows(depth, "3"));
    ck_assert(!bb_datatype_allows(depth, "4"));
    ck_assert(!bb_datatype_allows(depth, "0"));
    ck_assert_ptr_nonnull(bb_vocabulary_find(vocabulary, "url")->content);
}
END_TEST

/* A grammar that this table can't represent is refused, not half understood. */
static void expect_refusal(const char *grammar, const char *word)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *path = NULL;
    int fd = g_file_open_tmp("bluebook-XXXXXX.rng", &path, NULL);
    g_autofree char *text = g_strdup_printf(
        "<grammar xmlns='http://relaxng.org/ns/structure/1.0'>%s</grammar>", grammar);

    ck_assert_int_ge(fd, 0);
    g_close(fd, NULL);
    ck_assert(g_file_set_contents(path, text, -1, NULL));
    ck_assert_ptr_null(bb_vocabulary_read(path, &error));
    ck_assert_msg(strstr(error->message, word) != NULL, "%s", error->message);
    g_unlink(path);
}

START_TEST(refuses_what_it_does_not_understand)
{
    g_autoptr(GError) error = NULL;

    expect_refusal("<start><element name='a'><interleave/></element></start>", "interleave");
    expect_refusal("<start><ref name='a'/></start>", "no definition");
    expect_refusal("<start><element name='a'><ref name='b'/></element></start>"
                   "<define name='b'><ref name='b'/></define>",
                   "without end");
    expect_refusal("<define name='a'><text/></define><define name='a'><text/></define>", "second");
    expect_refusal("<include href='nowhere.rng'/>", "nowhere.rng");
    expect_refusal("", "no start");
    ck_assert_ptr_null(bb_vocabulary_read("/nonexistent/findings.rng", &error));
    ck_assert_ptr_nonnull(error);
}
END_TEST

int main(void)
{
    TCase *tests = tcase_create("vocabulary");

    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, knows_attributes);
    tcase_add_test(tests, knows_alternatives);
    tcase_add_test(tests, tells_contexts_apart);
    tcase_add_test(tests, knows_where_elements_belong);
    tcase_add_test(tests, checks_values_against_types);
    tcase_add_test(tests, refuses_what_it_does_not_understand);
    return bb_check_run("vocabulary", tests);
}
