/* test_pdf_finish.c - the finished PDF, read back with qpdf: outline, page labels, links, metadata,
 * identity. */
#include "archive/pdf_finish.h"
#include "check_run.h"
#include "fo_document.h"
#include "render/area_pdf.h"

#include <qpdf/qpdf-c.h>
#include <string.h>

/* --- making and reading --- */

static GBytes *finish(bb_test_doc *doc, const bb_pdf_metadata *metadata)
{
    g_autoptr(GError) error = NULL;
    GBytes *bytes = bb_pdf_make(doc->areas, doc->fo, metadata, doc->diag, &error);

    ck_assert_msg(bytes != NULL, "%s", error != NULL ? error->message : "");
    return bytes;
}

typedef struct {
    qpdf_data q;
    GBytes *bytes;
    bb_test_doc *doc;
} pdf;

static pdf pdf_of(const char *fo, const bb_pdf_metadata *metadata)
{
    pdf p = {.q = qpdf_init(), .doc = bb_test_lay_out(fo)};
    gsize size;

    p.bytes = finish(p.doc, metadata);
    const char *data = g_bytes_get_data(p.bytes, &size);
    ck_assert_int_eq(qpdf_read_memory(p.q, "finished", data, size, NULL) & QPDF_ERRORS, 0);
    ck_assert(!qpdf_more_warnings(p.q));
    return p;
}

static void pdf_free(pdf *p)
{
    qpdf_cleanup(&p->q);
    g_bytes_unref(p->bytes);
    bb_test_doc_free(p->doc);
}

static qpdf_oh key(const pdf *p, qpdf_oh dictionary, const char *name)
{
    return qpdf_oh_get_key(p->q, dictionary, name);
}

static bool has(const pdf *p, qpdf_oh dictionary, const char *name)
{
    return qpdf_oh_has_key(p->q, dictionary, name) != QPDF_FALSE;
}

static const char *text(const pdf *p, qpdf_oh dictionary, const char *name)
{
    return qpdf_oh_get_utf8_value(p->q, key(p, dictionary, name));
}

static int integer(const pdf *p, qpdf_oh dictionary, const char *name)
{
    return qpdf_oh_get_int_value_as_int(p->q, key(p, dictionary, name));
}

static double item(const pdf *p, qpdf_oh array, int index)
{
    return qpdf_oh_get_numeric_value(p->q, qpdf_oh_get_array_item(p->q, array, index));
}

static bool same(const pdf *p, qpdf_oh a, qpdf_oh b)
{
    return qpdf_oh_get_object_id(p->q, a) == qpdf_oh_get_object_id(p->q, b);
}

static void assert_destination(const pdf *p, qpdf_oh destination, size_t page, double x, double y)
{
    ck_assert(same(p, qpdf_oh_get_array_item(p->q, destination, 0), qpdf_get_page_n(p->q, page)));
    ck_assert_str_eq(qpdf_oh_get_name(p->q, qpdf_oh_get_array_item(p->q, destination, 1)), "/XYZ");
    ck_assert_double_eq_tol(item(p, destination, 2), x, 0.002);
    ck_assert_double_eq_tol(item(p, destination, 3), y, 0.002);
}

static const bb_pdf_metadata NOTHING = {0};

/* --- outline --- */

#define BOOKMARK(id, attributes, title, inner)                                                     \
    "<fo:bookmark internal-destination='" id "' " attributes "><fo:bookmark-title>" title          \
    "</fo:bookmark-title>" inner "</fo:bookmark>"
#define OUTLINED(tree)                                                                             \
    FO_ROOT(FO_MASTER("200pt", "100pt") "<fo:bookmark-tree>" tree "</fo:bookmark-tree>" FO_FLOW(   \
        "<fo:block id='a'>A</fo:block><fo:block id='a1' start-indent='9pt'>A 1</fo:block>"         \
        "<fo:block id='b' break-before='page'>B</fo:block>"))

/* An entry with so many visible ones below it (negative: it is closed), and its neighbours. */
static void assert_entry(const pdf *p, qpdf_oh entry, const char *title, int count, qpdf_oh parent,
                         qpdf_oh previous, qpdf_oh next)
{
    ck_assert_str_eq(text(p, entry, "/Title"), title);
    ck_assert_int_eq(has(p, entry, "/Count") ? integer(p, entry, "/Count") : 0, count);
    ck_assert(same(p, key(p, entry, "/Parent"), parent));
    ck_assert_int_eq(has(p, entry, "/Prev"), previous != 0);
    ck_assert_int_eq(has(p, entry, "/Next"), next != 0);
    ck_assert(previous == 0 || same(p, key(p, entry, "/Prev"), previous));
    ck_assert(next == 0 || same(p, key(p, entry, "/Next"), next));
}

START_TEST(outline_entries_are_nested_and_linked)
{
    pdf p =
        pdf_of(OUTLINED(BOOKMARK("a", "", "A \xc5\xb5yr",
                                 BOOKMARK("a1", "", "A 1", "") BOOKMARK(
                                     "a1", "starting-state='hide'", "A 2",
                                     BOOKMARK("b", "", "A 2 a", "") BOOKMARK("b", "", "A 2 b", "")))
                            BOOKMARK("b", "", "B", "")),
               &NOTHING);
    qpdf_oh root = qpdf_get_root(p.q), outline = key(&p, root, "/Outlines");
    qpdf_oh a = key(&p, outline, "/First"), b = key(&p, outline, "/Last");
    qpdf_oh a1 = key(&p, a, "/First"), a2 = key(&p, a, "/Last");
    qpdf_oh a2a = key(&p, a2, "/First"), a2b = key(&p, a2, "/Last");

    /* A, A 1, A 2 and B are visible; A 2 is closed over two. */
    ck_assert_int_eq(integer(&p, outline, "/Count"), 4);
    assert_entry(&p, a, "A \xc5\xb5yr", 2, outline, 0, b);
    assert_entry(&p, b, "B", 0, outline, a, 0);
    assert_entry(&p, a1, "A 1", 0, a, 0, a2);
    assert_entry(&p, a2, "A 2", -2, a, a1, 0);
    assert_entry(&p, a2a, "A 2 a", 0, a2, 0, a2b);
    assert_entry(&p, a2b, "A 2 b", 0, a2, a2a, 0);
    ck_assert_str_eq(qpdf_oh_get_name(p.q, key(&p, root, "/PageMode")), "/UseOutlines");
    /* PDF counts from the bottom: the second line's top is 100 - 12. */
    assert_destination(&p, key(&p, a1, "/Dest"), 0, 9, 88);
    assert_destination(&p, key(&p, b, "/Dest"), 1, 0, 100);
    pdf_free(&p);
}
END_TEST

START_TEST(entries_below_a_broken_one_take_its_place)
{
    pdf p = pdf_of(OUTLINED(BOOKMARK("a", "", "A", BOOKMARK("a1", "", "A 1", ""))
                                BOOKMARK("nowhere", "", "N", BOOKMARK("b", "", "B", ""))),
                   &NOTHING);
    qpdf_oh outline = key(&p, qpdf_get_root(p.q), "/Outlines");
    qpdf_oh a = key(&p, outline, "/First"), b = key(&p, outline, "/Last");

    assert_entry(&p, a, "A", 1, outline, 0, b);
    assert_entry(&p, b, "B", 0, outline, a, 0);
    ck_assert_int_eq(bb_test_messages(p.doc, "link-broken"), 1);
    pdf_free(&p);
}
END_TEST

START_TEST(a_document_without_bookmarks_has_no_outline)
{
    pdf p = pdf_of(FO_PAGE("100pt", "100pt", "<fo:block>x</fo:block>"), &NOTHING);

    ck_assert(!has(&p, qpdf_get_root(p.q), "/Outlines"));
    ck_assert(!has(&p, qpdf_get_root(p.q), "/PageMode"));
    pdf_free(&p);
}
END_TEST

/* --- page labels --- */

#define PAGES(attributes, second)                                                                  \
    "<fo:page-sequence master-reference='page' force-page-count='no-force' " attributes            \
    "><fo:flow flow-name='xsl-region-body'><fo:block>1</fo:block>" second                          \
    "</fo:flow></fo:page-sequence>"
#define ANOTHER "<fo:block break-before='page'>2</fo:block>"

static qpdf_oh label_at(const pdf *p, int index, int page)
{
    qpdf_oh numbers = key(p, key(p, qpdf_get_root(p->q), "/PageLabels"), "/Nums");

    ck_assert_int_lt(2 * index + 1, qpdf_oh_get_array_n_items(p->q, numbers));
    ck_assert_double_eq(item(p, numbers, 2 * index), page);
    return qpdf_oh_get_array_item(p->q, numbers, 2 * index + 1);
}

static void assert_label(const pdf *p, int index, int page, const char *style, int start)
{
    qpdf_oh label = label_at(p, index, page);

    ck_assert_str_eq(qpdf_oh_get_name(p->q, key(p, label, "/S")), style);
    ck_assert_int_eq(integer(p, label, "/St"), start);
    ck_assert(!has(p, label, "/P"));
}

START_TEST(page_labels_are_the_printed_numbers)
{
    pdf p = pdf_of(
        FO_ROOT(FO_MASTER("100pt", "100pt") PAGES("format='i'", ANOTHER)
                    PAGES("format='1' initial-page-number='1'", ANOTHER) PAGES("format='1'", "")
                        PAGES("format='A' initial-page-number='3'", "") PAGES("format='1'", "")),
        &NOTHING);
    qpdf_oh numbers = key(&p, key(&p, qpdf_get_root(p.q), "/PageLabels"), "/Nums");

    /* The third sequence goes on counting as the second did. */
    ck_assert_int_eq(qpdf_oh_get_array_n_items(p.q, numbers), 8);
    assert_label(&p, 0, 0, "/r", 1);
    assert_label(&p, 1, 2, "/D", 1);
    assert_label(&p, 2, 5, "/A", 3);
    assert_label(&p, 3, 6, "/D", 4);
    pdf_free(&p);
}
END_TEST

/* PDF has no names for these: each page says its label. */
START_TEST(labels_that_pdf_can_not_count_are_written_out)
{
    pdf p = pdf_of(FO_ROOT(FO_MASTER("100pt", "100pt") PAGES("format='(i)'", ANOTHER)
                               PAGES("format='a' initial-page-number='28'", "")
                                   PAGES("format='01' initial-page-number='7'", "")),
                   &NOTHING);
    static const char *const LABELS[] = {"(i)", "(ii)", "ab", "07"};

    for (int i = 0; i < (int)G_N_ELEMENTS(LABELS); i++) {
        ck_assert_str_eq(text(&p, label_at(&p, i, i), "/P"), LABELS[i]);
        ck_assert(!has(&p, label_at(&p, i, i), "/S"));
    }
    pdf_free(&p);
}
END_TEST

/* --- links --- */

static qpdf_oh annotation(const pdf *p, size_t page, int index)
{
    qpdf_oh annotations = key(p, qpdf_get_page_n(p->q, page), "/Annots");

    ck_assert_int_lt(index, qpdf_oh_get_array_n_items(p->q, annotations));
    return qpdf_oh_get_array_item(p->q, annotations, index);
}

#define LINK(attributes, words) "<fo:basic-link " attributes ">" words "</fo:basic-link>"

START_TEST(links_are_where_their_words_are)
{
    pdf p = pdf_of(
        FO_PAGE(
            "200pt", "100pt",
            "<fo:block start-indent='30pt' id='first'>" LINK(
                "internal-destination='last'",
                "See  <fo:inline>annex</fo:inline>") "</fo:block><fo:block "
                                                     "break-before='page'>none here</fo:block>"
                                                     "<fo:block break-before='page'>x</fo:block>"
                                                     "<fo:block id='last' start-indent='7pt'>" LINK(
                                                         "internal-destination='first'", "back")
                                                         LINK("internal-destination='first'",
                                                              "again") "</fo:block>"),
        &NOTHING);
    qpdf_oh link = annotation(&p, 0, 0), back = annotation(&p, 2, 1);
    qpdf_oh rectangle = key(&p, link, "/Rect");

    ck_assert_str_eq(qpdf_oh_get_name(p.q, key(&p, link, "/Subtype")), "/Link");
    ck_assert_int_eq(integer(&p, link, "/F"), 4);
    ck_assert_str_eq(text(&p, link, "/Contents"), "See annex");
    /* Text of 10 pt stands in the middle of the line of 12 pt at the top: 1 to 11 pt down. */
    ck_assert_double_eq_tol(item(&p, rectangle, 0), 30, 0.002);
    ck_assert_double_eq_tol(item(&p, rectangle, 1), 89, 0.002);
    ck_assert_double_gt(item(&p, rectangle, 2), 60);
    ck_assert_double_eq_tol(item(&p, rectangle, 3), 99, 0.002);
    assert_destination(&p, key(&p, link, "/Dest"), 2, 7, 88);
    assert_destination(&p, key(&p, back, "/Dest"), 0, 30, 100);
    ck_assert(!has(&p, qpdf_get_page_n(p.q, 1), "/Annots"));
    ck_assert_str_eq(text(&p, back, "/Contents"), "again");
    pdf_free(&p);
}
END_TEST

START_TEST(addresses_are_escaped_once)
{
    static const char *const ADDRESSES[][2] = {
        {"https://example.org/a", "https://example.org/a"},
        {"url('https://example.org/a b')", "https://example.org/a%20b"},
        {"url( https://example.org/a%20b )", "https://example.org/a%20b"},
        {"https://example.org/?q=1&amp;r=(x)#top", "https://example.org/?q=1&r=(x)#top"},
        {"https://example.org/\xc5\xb5", "https://example.org/%C5%B5"},
        {"mailto:someone@example.org?subject=A \\ B",
         "mailto:someone@example.org?subject=A%20%5C%20B"},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(ADDRESSES); i++) {
        g_autofree char *fo = g_strdup_printf(
            FO_PAGE("200pt", "100pt",
                    "<fo:block><fo:basic-link external-destination=\"%s\">x</fo:basic-link>"
                    "</fo:block>"),
            ADDRESSES[i][0]);
        pdf p = pdf_of(fo, &NOTHING);
        qpdf_oh action = key(&p, annotation(&p, 0, 0), "/A");
        ck_assert_str_eq(qpdf_oh_get_name(p.q, key(&p, action, "/S")), "/URI");
        ck_assert_str_eq(qpdf_oh_get_string_value(p.q, key(&p, action, "/URI")), ADDRESSES[i][1]);
        pdf_free(&p);
    }
}
END_TEST

START_TEST(a_link_over_two_pages_is_two)
{
    pdf p = pdf_of(FO_PAGE("40pt", "12pt",
                           "<fo:block orphans='1' widows='1' id='a'>" LINK(
                               "internal-destination='a'", "inspection report") "</fo:block>"),
                   &NOTHING);

    ck_assert_str_eq(text(&p, annotation(&p, 0, 0), "/Contents"), "inspection report");
    ck_assert_str_eq(text(&p, annotation(&p, 1, 0), "/Contents"), "inspection report");
    pdf_free(&p);
}
END_TEST

/* --- metadata --- */

START_TEST(metadata_is_the_callers)
{
    static const bb_pdf_metadata METADATA = {.title = "Adroddiad \xc5\xb5",
                                             .author = "HMI Probation",
                                             .subject = "Inspection",
                                             .language = "cy",
                                             .date = 1190000000};
    pdf p = pdf_of(FO_PAGE("100pt", "100pt", "<fo:block>x</fo:block>"), &METADATA);
    qpdf_oh info = key(&p, qpdf_get_trailer(p.q), "/Info"), root = qpdf_get_root(p.q);

    ck_assert_str_eq(text(&p, info, "/Title"), "Adroddiad \xc5\xb5");
    ck_assert_str_eq(text(&p, info, "/Author"), "HMI Probation");
    ck_assert_str_eq(text(&p, info, "/Subject"), "Inspection");
    /* 17 September 2007, 03:33:20 UTC. */
    ck_assert_str_eq(text(&p, info, "/CreationDate"), "D:20070917033320Z");
    ck_assert_str_eq(text(&p, info, "/ModDate"), "D:20070917033320Z");
    ck_assert_str_eq(text(&p, info, "/Producer"), "Bluebook " BB_VERSION);
    ck_assert_str_eq(text(&p, root, "/Lang"), "cy");
    qpdf_oh preferences = key(&p, root, "/ViewerPreferences");
    ck_assert(qpdf_oh_get_bool_value(p.q, key(&p, preferences, "/DisplayDocTitle")));
    pdf_free(&p);
}
END_TEST

START_TEST(the_document_says_what_the_caller_does_not)
{
    pdf p =
        pdf_of(FO_ROOT(FO_MASTER(
                   "100pt",
                   "100pt") "<fo:page-sequence master-reference='page'>"
                            "<fo:title>Devon\n  and <fo:inline>Cornwall</fo:inline></fo:title>"
                            "<fo:flow flow-name='xsl-region-body'><fo:block>x</fo:block></fo:flow>"
                            "</fo:page-sequence>"),
               &NOTHING);
    qpdf_oh info = key(&p, qpdf_get_trailer(p.q), "/Info");

    ck_assert_str_eq(text(&p, info, "/Title"), "Devon and Cornwall");
    ck_assert_str_eq(text(&p, qpdf_get_root(p.q), "/Lang"), "en-GB");
    ck_assert_str_eq(text(&p, info, "/CreationDate"), "D:19700101000000Z");
    ck_assert(!has(&p, info, "/Author"));
    pdf_free(&p);
}
END_TEST

START_TEST(declarations_may_say_it_in_xmp)
{
    pdf p = pdf_of(
        "<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format' xml:lang='en'>" FO_MASTER(
            "100pt", "100pt") "<fo:declarations><x:xmpmeta xmlns:x='adobe:ns:meta/'>"
                              "<d:title xmlns:d='http://purl.org/dc/elements/1.1/'> A\n "
                              "title</d:title><creator>nobody</creator></x:xmpmeta>"
                              "</fo:declarations>" FO_FLOW("<fo:block>x</fo:block>") "</fo:root>",
        &NOTHING);
    qpdf_oh info = key(&p, qpdf_get_trailer(p.q), "/Info");

    ck_assert_str_eq(text(&p, info, "/Title"), "A title");
    ck_assert(!has(&p, info, "/Author"));
    pdf_free(&p);
}
END_TEST

START_TEST(what_nobody_says_is_stated_as_unknown)
{
    pdf p =
        pdf_of("<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format'>" FO_MASTER("100pt", "100pt")
                   FO_FLOW("<fo:block>x</fo:block>") "</fo:root>",
               &NOTHING);

    ck_assert_str_eq(text(&p, qpdf_get_root(p.q), "/Lang"), "und");
    ck_assert_str_eq(text(&p, key(&p, qpdf_get_trailer(p.q), "/Info"), "/Title"), "Untitled");
    ck_assert_int_eq(bb_test_messages(p.doc, "tag-language"), 1);
    ck_assert_int_eq(bb_test_messages(p.doc, "tag-title"), 1);
    pdf_free(&p);
}
END_TEST

/* --- identity --- */

#define REPORT OUTLINED(BOOKMARK("a", "", "A", "") BOOKMARK("b", "", "B", ""))

START_TEST(the_same_again_is_the_same_bytes)
{
    static const bb_pdf_metadata LATER = {.date = 86400};
    pdf one = pdf_of(REPORT, &NOTHING), two = pdf_of(REPORT, &NOTHING),
        other = pdf_of(REPORT, &LATER);

    ck_assert(g_bytes_equal(one.bytes, two.bytes));
    ck_assert(!g_bytes_equal(one.bytes, other.bytes));
    pdf_free(&one);
    pdf_free(&two);
    pdf_free(&other);
}
END_TEST

START_TEST(pages_have_the_sizes_of_their_masters)
{
    pdf p = pdf_of(
        FO_ROOT(
            "<fo:layout-master-set><fo:simple-page-master master-name='page' page-width='200pt' "
            "page-height='100pt'><fo:region-body/></fo:simple-page-master><fo:simple-page-master "
            "master-name='wide' page-width='300pt' page-height='50pt'><fo:region-body/>"
            "</fo:simple-page-master></fo:layout-master-set>" FO_FLOW(
                "<fo:block>x</fo:block>") "<fo:page-sequence master-reference='wide'><fo:flow "
                                          "flow-name='xsl-region-body'>"
                                          "<fo:block>y</fo:block></fo:flow></fo:page-sequence>"),
        &NOTHING);
    qpdf_oh first = key(&p, qpdf_get_page_n(p.q, 0), "/MediaBox");
    qpdf_oh second = key(&p, qpdf_get_page_n(p.q, 1), "/MediaBox");

    ck_assert_int_eq(qpdf_get_num_pages(p.q), 2);
    ck_assert_double_eq(item(&p, first, 2), 200);
    ck_assert_double_eq(item(&p, second, 2), 300);
    ck_assert_double_eq(item(&p, second, 3), 50);
    pdf_free(&p);
}
END_TEST

START_TEST(what_is_no_pdf_is_the_machines_fault)
{
    static const char *const INPUTS[] = {"", "not a PDF", "%PDF-1.5\n%%EOF\n"};
    g_autoptr(bb_test_doc) doc = bb_test_lay_out(FO_PAGE("9pt", "99pt", "<fo:block/>"));
    g_autoptr(bb_structure) structure = bb_structure_new(doc->fo, "en", doc->diag);
    g_autoptr(GArray) parts = g_array_new(FALSE, FALSE, sizeof(bb_link_part));
    g_autoptr(bb_pdf_extras) extras =
        bb_pdf_extras_new(doc->areas, doc->fo, structure, parts, doc->diag);

    bb_structure_finish(structure);
    for (size_t i = 0; i < G_N_ELEMENTS(INPUTS); i++) {
        g_autoptr(GBytes) input = g_bytes_new_static(INPUTS[i], strlen(INPUTS[i]));
        g_autoptr(GError) error = NULL;
        g_autoptr(GBytes) bytes = bb_pdf_finish(input, extras, structure, &NOTHING, &error);
        ck_assert_ptr_null(bytes);
        ck_assert_ptr_nonnull(error);
    }
}
END_TEST

int main(void)
{
    TCase *tests = tcase_create("pdf_finish");

    tcase_add_test(tests, outline_entries_are_nested_and_linked);
    tcase_add_test(tests, entries_below_a_broken_one_take_its_place);
    tcase_add_test(tests, a_document_without_bookmarks_has_no_outline);
    tcase_add_test(tests, page_labels_are_the_printed_numbers);
    tcase_add_test(tests, labels_that_pdf_can_not_count_are_written_out);
    tcase_add_test(tests, links_are_where_their_words_are);
    tcase_add_test(tests, addresses_are_escaped_once);
    tcase_add_test(tests, a_link_over_two_pages_is_two);
    tcase_add_test(tests, metadata_is_the_callers);
    tcase_add_test(tests, the_document_says_what_the_caller_does_not);
    tcase_add_test(tests, declarations_may_say_it_in_xmp);
    tcase_add_test(tests, what_nobody_says_is_stated_as_unknown);
    tcase_add_test(tests, the_same_again_is_the_same_bytes);
    tcase_add_test(tests, pages_have_the_sizes_of_their_masters);
    tcase_add_test(tests, what_is_no_pdf_is_the_machines_fault);
    return bb_check_run("pdf_finish", tests);
}
