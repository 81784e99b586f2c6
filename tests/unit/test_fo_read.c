/* test_fo_read.c - from XML to the typed tree: what is reported, what is kept, ids, markers. */
#include "check_run.h"
#include "fo_document.h"

#include <string.h>

static const char *text_of_child(const bb_fo_node *node)
{
    ck_assert_ptr_nonnull(node->first);
    ck_assert_int_eq(node->first->object, BB_FO_TEXT);
    return node->first->text;
}

START_TEST(wants_an_fo_root)
{
    static const char *const DOCUMENTS[] = {
        "<root/>", "<fo:block xmlns:fo='http://www.w3.org/1999/XSL/Format'/>",
        "<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Formats'/>"};

    for (size_t i = 0; i < G_N_ELEMENTS(DOCUMENTS); i++) {
        g_autoptr(bb_test_doc) doc = bb_test_read(DOCUMENTS[i]);
        ck_assert_ptr_null(doc->fo);
        ck_assert_int_eq(bb_test_messages(doc, "fo-no-root"), 1);
        ck_assert_int_eq(bb_diag_entry_at(doc->diag, 0)->place.line, 1);
    }
}
END_TEST

START_TEST(builds_a_linked_tree)
{
    g_autoptr(bb_test_doc) doc =
        bb_test_read(FO_ROOT("<fo:flow>\n<fo:block id='a'>one<fo:inline id='i'>two</fo:inline>three"
                             "</fo:block>\n<fo:block id='b'/></fo:flow>"));
    const bb_fo_node *a = bb_test_node(doc, "a"), *b = bb_test_node(doc, "b");

    ck_assert_ptr_eq(a->next, b);
    ck_assert_ptr_null(b->next);
    ck_assert_ptr_eq(a->parent->last, b);
    ck_assert_ptr_eq(a->parent->parent, bb_fo_tree_root(doc->fo));
    ck_assert_str_eq(text_of_child(a), "one");
    ck_assert_ptr_eq(a->first->next, bb_test_node(doc, "i"));
    ck_assert_str_eq(text_of_child(a->first->next), "two");
    ck_assert_str_eq(a->last->text, "three");
    ck_assert_ptr_eq(a->last->style, a->style);
    ck_assert_int_eq(a->line, 2);
    ck_assert_int_eq(b->line, 3);
    ck_assert_ptr_eq(bb_fo_child(a, BB_FO_INLINE), a->first->next);
    ck_assert_ptr_null(bb_fo_child(a, BB_FO_LEADER));
    ck_assert_int_eq(bb_diag_count(doc->diag), 0);
}
END_TEST

START_TEST(text_may_come_in_pieces)
{
    g_autoptr(bb_test_doc) doc = bb_test_read(
        FO_ROOT("<fo:block id='a'>one<!-- a comment -->two<?pi?><![CDATA[ <three> ]]></fo:block>"));
    g_autoptr(GString) all = g_string_new(NULL);

    for (const bb_fo_node *n = bb_test_node(doc, "a")->first; n != NULL; n = n->next)
        g_string_append(all, n->text);
    ck_assert_str_eq(all->str, "onetwo <three> ");
}
END_TEST

START_TEST(unknown_objects_are_reported_once_and_their_content_kept)
{
    g_autoptr(bb_test_doc) doc = bb_test_read(
        FO_ROOT("<fo:block id='a'>one <fo:inlein>two <fo:inline>three</fo:inline></fo:inlein>"
                "<fo:inlein/><fo:multi-switch>four</fo:multi-switch></fo:block>"));
    const bb_fo_node *a = bb_test_node(doc, "a");

    ck_assert_int_eq(bb_test_messages(doc, "fo-object-unknown"), 2);
    ck_assert_str_eq(text_of_child(a), "one ");
    ck_assert_str_eq(a->first->next->text, "two ");
    ck_assert_int_eq(a->first->next->next->object, BB_FO_INLINE);
    ck_assert_str_eq(a->last->text, "four");
}
END_TEST

/* What is in the tree is laid out: an object that nothing lays out must not be in the table. */
START_TEST(objects_outside_the_subset_are_unknown)
{
    static const char *const NAMES[] = {
        "inline-container",         "multi-switch", "initial-property-set",
        "index-page-number-prefix", "flow-map",     "float-left"};

    for (size_t i = 0; i < G_N_ELEMENTS(NAMES); i++)
        ck_assert_msg(bb_fo_object_find(NAMES[i]) == BB_FO_OBJECT_COUNT, "%s", NAMES[i]);
}
END_TEST

START_TEST(unknown_properties_are_reported_once)
{
    g_autoptr(bb_test_doc) doc =
        bb_test_read(FO_ROOT("<fo:block colour='red' fox:unknown='x' speak='none' role='P'>"
                             "<fo:block colour='blue' text-shadows='1pt' fox:alt-text='x'/>"
                             "<fo:block border-inside='1pt' padding-middle='2pt'/></fo:block>"));

    ck_assert_int_eq(bb_test_messages(doc, "fo-property-unknown"), 4);
    ck_assert_int_eq(bb_test_messages(doc, "fo-attribute-ignored"), 1);
    ck_assert_int_eq(bb_diag_count(doc->diag), 5);
    ck_assert(strstr(bb_diag_entry_at(doc->diag, 1)->text, "colour") != NULL);
}
END_TEST

START_TEST(bad_values_are_reported_with_their_line)
{
    g_autoptr(bb_test_doc) doc =
        bb_test_read(FO_ROOT("<fo:block>\n\n<fo:block space-before='wide'/></fo:block>"));
    const bb_diag_entry *entry = bb_diag_entry_at(doc->diag, 0);

    ck_assert_int_eq(bb_diag_count(doc->diag), 1);
    ck_assert_str_eq(entry->code, "fo-value-bad");
    ck_assert_str_eq(entry->place.file, "test.fo");
    ck_assert_int_eq(entry->place.line, 3);
}
END_TEST

/* Templates say where in the report a block comes from: that is where its writer looks. */
START_TEST(places_are_the_reports_when_templates_give_them)
{
    g_autoptr(bb_test_doc) doc = bb_test_read(
        "<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format' xmlns:bb='urn:bluebook:fo'>"
        "<fo:block bb:at='chapters/one.xml:12:5'><fo:block id='a'>x</fo:block>"
        "<fo:block id='b' bb:at='c:/two.xml:7:0'/><fo:block id='c' bb:at='nonsense'/>"
        "</fo:block></fo:root>");
    bb_place a = bb_fo_place(doc->fo, bb_test_node(doc, "a")->first);
    bb_place b = bb_fo_place(doc->fo, bb_test_node(doc, "b"));
    bb_place c = bb_fo_place(doc->fo, bb_test_node(doc, "c"));

    ck_assert_str_eq(a.file, "chapters/one.xml");
    ck_assert_int_eq(a.line, 12);
    ck_assert_int_eq(a.column, 5);
    ck_assert_str_eq(b.file, "c:/two.xml");
    ck_assert_int_eq(b.line, 7);
    ck_assert_str_eq(c.file, "test.fo");
    ck_assert_int_eq(bb_diag_count(doc->diag), 0);
}
END_TEST

START_TEST(misplaced_text_is_reported_and_white_space_is_not)
{
    g_autoptr(bb_test_doc) doc = bb_test_read(FO_ROOT(
        "<fo:flow> \n <fo:block/>Text between blocks that is longer than anybody wants to read in "
        "a "
        "message<fo:table>stray\xc3\xa9<fo:table-column>x</fo:table-column></fo:table></fo:flow>"));
    const char *first = bb_diag_entry_at(doc->diag, 0)->text;

    ck_assert_int_eq(bb_test_messages(doc, "fo-text-misplaced"), 3);
    ck_assert_msg(strstr(first, "Text between blocks") != NULL, "%s", first);
    ck_assert_msg(strstr(first, "anybody") == NULL, "%s", first);
    ck_assert_msg(strstr(first, "fo:flow") != NULL, "%s", first);
}
END_TEST

START_TEST(other_namespaces_are_noted_where_they_might_be_meant)
{
    g_autoptr(bb_test_doc) doc = bb_test_read(
        FO_ROOT("<fo:declarations>\n<x xmlns='urn:x'>text</x></fo:declarations>"
                "<fo:block><p xmlns='urn:x'>lost</p><p xmlns='urn:x'/><fo:instream-foreign-object>"
                "<svg xmlns='http://www.w3.org/2000/svg'><text>drawn</text></svg>"
                "</fo:instream-foreign-object></fo:block>"));

    ck_assert_int_eq(bb_diag_count(doc->diag), 2);
    ck_assert_int_eq(bb_test_messages(doc, "fo-namespace-ignored"), 2);
    ck_assert_int_eq(bb_diag_entry_at(doc->diag, 0)->severity, BB_NOTE);
    ck_assert_int_eq(bb_diag_entry_at(doc->diag, 0)->place.line, 2);
}
END_TEST

START_TEST(foreign_attributes_are_noted_once_a_name)
{
    g_autoptr(bb_test_doc) doc = bb_test_read(
        FO_ROOT("<fo:block xmlns:x='urn:x' xmlns:bb='urn:bluebook:fo' xml:space='default' "
                "fox:border-radius='2pt' fox:alt-text='a' bb:at='a.xml:1:1'>"
                "<fo:block/>\n<fo:block x:a='1'/><fo:block x:a='2' x:b='1'/></fo:block>"));

    ck_assert_int_eq(bb_test_messages(doc, "fo-attribute-ignored"), 2);
    ck_assert_int_eq(bb_diag_count(doc->diag), 2);
    ck_assert_int_eq(bb_diag_entry_at(doc->diag, 0)->place.line, 2);
    ck_assert(strstr(bb_diag_entry_at(doc->diag, 0)->text, "urn:x") != NULL);
}
END_TEST

START_TEST(objects_of_declarations_are_objects)
{
    g_autoptr(bb_test_doc) doc =
        bb_test_read(FO_ROOT("<fo:declarations><fo:color-profile src='a'/></fo:declarations>"));

    ck_assert_int_eq(bb_test_messages(doc, "fo-object-unknown"), 1);
}
END_TEST

/* Whatever fo_ignored.def lists: used twice, told once, with the line of the first. */
START_TEST(what_nothing_heeds_is_reported_once)
{
    for (int i = 0; i < BB_FO_OBJECT_COUNT; i++) {
        const char *name = bb_fo_object_rows[i].name;
        g_autofree char *fo = g_strdup_printf(
            FO_ROOT("<fo:block/>\n<fo:%s/><fo:block><fo:%s/></fo:block>"), name, name);
        g_autoptr(bb_test_doc) doc = bb_test_read(fo);
        bool ignored = bb_fo_object_is_ignored((bb_fo_object)i);
        ck_assert_msg(bb_test_messages(doc, "fo-object-ignored") == (ignored ? 1 : 0), "%s", name);
        ck_assert(!ignored || bb_diag_entry_at(doc->diag, 0)->place.line == 2);
    }
    for (int i = 0; i < BB_FO_PROPERTY_COUNT; i++) {
        const bb_fo_property_row *row = &bb_fo_property_rows[i];
        const char *keyword = strrchr(row->keywords, '|');
        if (keyword == NULL || g_str_has_prefix(row->name, "fox:"))
            continue;
        /* The last keyword, and the initial value, which has no effect that one could miss. */
        g_autofree char *fo = g_strdup_printf(
            FO_ROOT("<fo:block %s='%s'/>\n<fo:block %s='%s'/><fo:block %s='%s'/>"), row->name,
            row->initial, row->name, keyword + 1, row->name, keyword + 1);
        g_autoptr(bb_test_doc) doc = bb_test_read(fo);
        bool ignored =
            bb_fo_property_is_ignored((bb_fo_property)i) && strcmp(keyword + 1, row->initial) != 0;
        ck_assert_msg(bb_test_messages(doc, "fo-property-ignored") == (ignored ? 1 : 0), "%s",
                      row->name);
        ck_assert(!ignored || bb_diag_entry_at(doc->diag, 0)->place.line == 2);
    }
}
END_TEST

START_TEST(the_first_of_two_equal_ids_counts)
{
    g_autoptr(bb_test_doc) doc = bb_test_read(
        FO_ROOT("<fo:block id='a' role='H1'/><fo:block id='a' role='H2'/><fo:block id=''/>"));
    const bb_fo_node *a = bb_test_node(doc, "a");

    ck_assert_str_eq(bb_fo_attribute_of(a, BB_FO_A_ROLE), "H1");
    ck_assert_int_eq(bb_test_messages(doc, "fo-id-double"), 1);
    ck_assert_ptr_null(a->next->next->id);
    ck_assert_ptr_null(bb_fo_tree_find(doc->fo, ""));
    ck_assert_ptr_null(bb_fo_tree_find(doc->fo, "b"));
}
END_TEST

START_TEST(attributes_are_found_by_name_and_namespace)
{
    g_autoptr(bb_test_doc) doc = bb_test_read(
        FO_ROOT("<fo:block id='a' alt-text='no' fox:alt-text='A map' ref-id=''>x</fo:block>"));
    const bb_fo_node *a = bb_test_node(doc, "a");

    ck_assert_str_eq(bb_fo_attribute_of(a, BB_FO_A_ALT_TEXT), "A map");
    ck_assert_str_eq(bb_fo_attribute_of(a, BB_FO_A_REF_ID), "");
    ck_assert_ptr_null(bb_fo_attribute_of(a, BB_FO_A_SRC));
    /* A text has none, whatever its parent has. */
    ck_assert_ptr_null(bb_fo_attribute_of(a->first, BB_FO_A_ID));
}
END_TEST

START_TEST(markers_are_read_where_they_are_retrieved)
{
    g_autoptr(bb_test_doc) doc = bb_test_read(
        FO_ROOT("<fo:block color='red'><fo:marker id='m' marker-class-name='head'>Head <fo:inline "
                "font-size='2em' id='inner'>line</fo:inline></fo:marker></fo:block>"
                "<fo:block color='blue' font-size='7pt' id='one'><fo:retrieve-marker/></fo:block>"
                "<fo:block color='green' id='two'><fo:retrieve-marker/></fo:block>"));
    const bb_fo_node *marker = bb_fo_tree_root(doc->fo)->first->first;
    const bb_fo_node *first = bb_test_node(doc, "one")->first;
    const bb_fo_node *second = bb_test_node(doc, "two")->first;

    ck_assert_int_eq(marker->object, BB_FO_MARKER);
    ck_assert_ptr_null(marker->first);
    ck_assert_ptr_null(bb_fo_tree_find(doc->fo, "m"));
    const bb_fo_node *content = bb_fo_tree_retrieve(doc->fo, marker, first);
    ck_assert_str_eq(text_of_child(content), "Head ");
    const bb_fo_node *inner = content->first->next;
    ck_assert_uint_eq(bb_fo_get_color(inner, BB_FO_P_COLOR), 0x0000ffff);
    ck_assert_int_eq(bb_fo_get(inner, BB_FO_P_FONT_SIZE)->length, 14000);
    /* The same again gives the same; another retriever another. */
    ck_assert_ptr_eq(bb_fo_tree_retrieve(doc->fo, marker, first), content);
    const bb_fo_node *other = bb_fo_tree_retrieve(doc->fo, marker, second);
    ck_assert_uint_eq(bb_fo_get_color(other->first->next, BB_FO_P_COLOR), 0x008000ff);
    /* A marker that heads every page is no second use of an id. */
    ck_assert_int_eq(bb_test_messages(doc, "fo-id-double"), 0);
}
END_TEST

START_TEST(too_deep_a_nest_is_a_fault_and_no_crash)
{
    g_autoptr(GString) fo = g_string_new("<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format'>");
    enum { DEEP = 2000 };

    for (int i = 0; i < DEEP; i++)
        g_string_append(fo, "<fo:block>");
    g_string_append(fo, "x");
    for (int i = 0; i < DEEP; i++)
        g_string_append(fo, "</fo:block>");
    g_string_append(fo, "</fo:root>");
    g_autoptr(bb_test_doc) doc = bb_test_read(fo->str);
    ck_assert_int_eq(bb_test_messages(doc, "fo-too-deep"), 1);
}
END_TEST

START_TEST(the_dump_shows_what_differs)
{
    g_autoptr(bb_test_doc) doc =
        bb_test_read(FO_ROOT("<fo:block id='a' start-indent='10% + 2pt' color='red'>one &amp; "
                             "<fo:inline font-weight='bold'>two</fo:inline></fo:block>"));
    g_autofree char *dump = bb_fo_tree_dump(doc->fo);

    ck_assert_msg(strstr(dump, "  block #a ") != NULL, "%s", dump);
    ck_assert_msg(strstr(dump, " start-indent=2pt+10%") != NULL, "%s", dump);
    ck_assert_msg(strstr(dump, " color=#ff0000ff") != NULL, "%s", dump);
    ck_assert_msg(strstr(dump, "\n    inline font-weight=700\n") != NULL, "%s", dump);
    ck_assert_msg(strstr(dump, "\n      \"two\"\n") != NULL, "%s", dump);
}
END_TEST

int main(void)
{
    TCase *tests = tcase_create("fo_read");

    tcase_add_test(tests, wants_an_fo_root);
    tcase_add_test(tests, builds_a_linked_tree);
    tcase_add_test(tests, text_may_come_in_pieces);
    tcase_add_test(tests, unknown_objects_are_reported_once_and_their_content_kept);
    tcase_add_test(tests, objects_outside_the_subset_are_unknown);
    tcase_add_test(tests, unknown_properties_are_reported_once);
    tcase_add_test(tests, bad_values_are_reported_with_their_line);
    tcase_add_test(tests, places_are_the_reports_when_templates_give_them);
    tcase_add_test(tests, misplaced_text_is_reported_and_white_space_is_not);
    tcase_add_test(tests, other_namespaces_are_noted_where_they_might_be_meant);
    tcase_add_test(tests, foreign_attributes_are_noted_once_a_name);
    tcase_add_test(tests, objects_of_declarations_are_objects);
    tcase_add_test(tests, what_nothing_heeds_is_reported_once);
    tcase_add_test(tests, the_first_of_two_equal_ids_counts);
    tcase_add_test(tests, attributes_are_found_by_name_and_namespace);
    tcase_add_test(tests, markers_are_read_where_they_are_retrieved);
    tcase_add_test(tests, too_deep_a_nest_is_a_fault_and_no_crash);
    tcase_add_test(tests, the_dump_shows_what_differs);
    return bb_check_run("fo_read", tests);
}
