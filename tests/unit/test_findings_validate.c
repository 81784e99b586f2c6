/* test_findings_validate.c - our own judge of the vocabulary against libxml2's.
 *
 * A sound report that has every element is damaged at random, thousands of times, from a fixed
 * seed. Whatever libxml2's RELAX NG validation refuses, the table must find, and nothing else: the
 * message of last resort ("schema") must never be wanted. */
#include "findings_run.h"

#include "check_run.h"

#include <libxml/parser.h>
#include <libxml/relaxng.h>

enum { ROUNDS = 1500, MOST_NODES = 1000 };

static bb_findings_run run;
static xmlRelaxNG *schema;
static GRand *dice;

static void set_up(void)
{
    bb_run_set_up(&run);
    xmlRelaxNGParserCtxt *parser =
        xmlRelaxNGNewParserCtxt(BB_SOURCE_DIR "/templates/schema/findings.rng");
    schema = xmlRelaxNGParse(parser);
    xmlRelaxNGFreeParserCtxt(parser);
    ck_assert_ptr_nonnull(schema);
    dice = g_rand_new_with_seed(20080512);
}

static void tear_down(void)
{
    g_rand_free(dice);
    xmlRelaxNGFree(schema);
    bb_run_tear_down(&run);
}

/* --- the sound report, in one file --- */

/* Every element in the root's own namespace record, so that any of them can leave its parents. */
static void share_namespace(xmlNode *node, xmlNs *ns)
{
    for (; node != NULL; node = node->next) {
        if (node->type != XML_ELEMENT_NODE)
            continue;
        node->ns = ns;
        xmlFreeNsList(node->nsDef);
        node->nsDef = NULL;
        share_namespace(node->children, ns);
    }
}

static xmlDoc *read_whole(void)
{
    xmlDoc *doc = xmlReadFile(BB_CLEAN "/report.xml", NULL, XML_PARSE_NOBLANKS);
    xmlDoc *chapter = xmlReadFile(BB_CLEAN "/chapters/assessment.xml", NULL, XML_PARSE_NOBLANKS);
    xmlNode *node = xmlDocGetRootElement(doc)->children;

    while (strcmp((const char *)node->name, "body") != 0)
        node = node->next;
    node = node->children;
    while (strcmp((const char *)node->name, "include") != 0)
        node = node->next;
    xmlNode *copy = xmlDocCopyNode(xmlDocGetRootElement(chapter), doc, 1);
    xmlReplaceNode(node, copy);
    xmlFreeNode(node);
    xmlFreeDoc(chapter);
    share_namespace(xmlDocGetRootElement(doc)->children, xmlDocGetRootElement(doc)->ns);
    return doc;
}

static int list_elements(xmlNode *node, xmlNode **list, int count)
{
    for (; node != NULL; node = node->next) {
        if (node->type != XML_ELEMENT_NODE || count == MOST_NODES)
            continue;
        list[count++] = node;
        count = list_elements(node->children, list, count);
    }
    return count;
}

/* --- damage --- */

static xmlNode *pick(xmlDoc *doc)
{
    xmlNode *list[MOST_NODES];
    int count = list_elements(xmlDocGetRootElement(doc)->children, list, 0);

    return list[g_rand_int_range(dice, 0, count)];
}

static void damage_remove(xmlDoc *doc)
{
    xmlNode *node = pick(doc);

    xmlUnlinkNode(node);
    xmlFreeNode(node);
}

static void damage_double(xmlDoc *doc)
{
    xmlNode *node = pick(doc);

    xmlAddNextSibling(node, xmlCopyNode(node, 1));
}

static void damage_move(xmlDoc *doc)
{
    xmlNode *node = pick(doc), *target = pick(doc);

    for (const xmlNode *up = target; up != NULL; up = up->parent) {
        if (up == node)
            return;
    }
    xmlUnlinkNode(node);
    if (g_rand_boolean(dice))
        xmlAddChild(target, node);
    else
        xmlAddNextSibling(target, node);
}

static void damage_rename(xmlDoc *doc)
{
    xmlNode *node = pick(doc);
    g_autofree char *name = g_strdup((const char *)pick(doc)->name);

    xmlNodeSetName(node, BAD_CAST name);
}

static void damage_unwrap(xmlDoc *doc)
{
    xmlNode *node = pick(doc);

    while (node->children != NULL)
        xmlAddPrevSibling(node, node->children);
    xmlUnlinkNode(node);
    xmlFreeNode(node);
}

static void damage_attribute(xmlDoc *doc)
{
    static const char *const VALUES[] = {"yes", "no", "", "76%", "2008", "two words", "3", "label"};
    xmlNode *node = pick(doc), *other = pick(doc);

    if (node->properties != NULL && g_rand_boolean(dice)) {
        xmlRemoveProp(node->properties);
    } else if (other->properties != NULL) {
        const char *value = VALUES[g_rand_int_range(dice, 0, G_N_ELEMENTS(VALUES))];
        g_autofree char *name = g_strdup((const char *)other->properties->name);
        xmlSetProp(node, BAD_CAST name, BAD_CAST value);
    }
}

static void damage_words(xmlDoc *doc)
{
    xmlNode *words = xmlNewText(BAD_CAST "words");

    if (g_rand_boolean(dice))
        xmlAddChild(pick(doc), words);
    else
        xmlAddNextSibling(pick(doc), words);
}

static void (*const DAMAGES[])(xmlDoc *doc) = {
    damage_remove, damage_double,    damage_move,  damage_rename,
    damage_unwrap, damage_attribute, damage_words,
};

/* --- the two judges --- */

static void ignore(void *data G_GNUC_UNUSED, xmlError *error G_GNUC_UNUSED)
{
}

static bool schema_accepts(xmlDoc *doc)
{
    xmlRelaxNGValidCtxt *context = xmlRelaxNGNewValidCtxt(schema);

    xmlRelaxNGSetValidStructuredErrors(context, ignore, NULL);
    int verdict = xmlRelaxNGValidateDoc(context, doc);
    xmlRelaxNGFreeValidCtxt(context);
    return verdict == 0;
}

/* The first message of the vocabulary's own; empty headings are beyond the schema. */
static const bb_diag_entry *find_vocabulary_fault(void)
{
    for (size_t i = 0; i < bb_diag_count(run.diag); i++) {
        const bb_diag_entry *entry = bb_diag_entry_at(run.diag, i);
        if (entry->id >= BB_M_ROOT && entry->id <= BB_M_SCHEMA && entry->id != BB_M_TITLE_EMPTY)
            return entry;
    }
    return NULL;
}

static void compare_judges(int round, int *refused)
{
    g_autofree char *path = g_build_filename(run.folder, "report.xml", NULL);
    xmlDoc *doc = xmlReadFile(path, NULL, 0);
    bool accepted = schema_accepts(doc);

    xmlFreeDoc(doc);
    bb_run_read(&run);
    const bb_diag_entry *fault = find_vocabulary_fault();
    g_autofree char *shown = fault != NULL ? bb_diag_format(fault) : g_strdup("nothing");
    ck_assert_msg(accepted == (fault == NULL), "round %d: libxml2 %s, we say: %s", round,
                  accepted ? "accepts" : "refuses", shown);
    ck_assert_msg(fault == NULL || fault->id != BB_M_SCHEMA, "round %d: %s", round, shown);
    *refused += !accepted;
}

START_TEST(finds_what_the_schema_refuses)
{
    g_autofree char *path = g_build_filename(run.folder, "report.xml", NULL);
    int refused = 0;

    for (int round = 0; round < ROUNDS; round++) {
        xmlDoc *doc = read_whole();
        int times = g_rand_int_range(dice, 1, 4);
        for (int i = 0; i < times; i++)
            DAMAGES[g_rand_int_range(dice, 0, G_N_ELEMENTS(DAMAGES))](doc);
        ck_assert_int_gt(xmlSaveFormatFile(path, doc, 0), 0);
        xmlFreeDoc(doc);
        compare_judges(round, &refused);
    }
    /* Both sides of the comparison have been tried. */
    ck_assert_int_gt(refused, ROUNDS / 2);
    ck_assert_int_lt(refused, ROUNDS);
}
END_TEST

START_TEST(accepts_a_sound_report)
{
    g_autofree char *path = g_build_filename(run.folder, "report.xml", NULL);
    xmlDoc *doc = read_whole();
    int refused = 0;

    xmlSaveFormatFile(path, doc, 0);
    xmlFreeDoc(doc);
    compare_judges(0, &refused);
    ck_assert_int_eq(refused, 0);
}
END_TEST

int main(void)
{
    TCase *tests = tcase_create("validate");

    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_set_timeout(tests, 0);
    tcase_add_test(tests, accepts_a_sound_report);
    tcase_add_test(tests, finds_what_the_schema_refuses);
    return bb_check_run("validate", tests);
}
