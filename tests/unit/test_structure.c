/* test_structure.c - which elements an FO document becomes, in which order, and what is mended. */
#include "check_run.h"
#include "fo_document.h"
#include "render/area_pdf.h"
#include "render/pdf_extras.h"
#include "render/structure.h"

#include <string.h>

/* The tree that is painted of the document. */
static char *structure_of(bb_test_doc *doc)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(bb_structure) structure = bb_structure_new(doc->fo, NULL, doc->diag);
    g_autoptr(GArray) parts = g_array_new(FALSE, FALSE, sizeof(bb_link_part));
    g_autoptr(GBytes) drawn = bb_area_pdf(doc->areas, structure, parts, &error);

    ck_assert_msg(drawn != NULL, "%s", error != NULL ? error->message : "");
    g_autoptr(bb_pdf_extras) extras =
        bb_pdf_extras_new(doc->areas, doc->fo, structure, parts, doc->diag);
    ck_assert_ptr_nonnull(extras);
    bb_structure_finish(structure);
    return bb_structure_dump(structure);
}

static void check(const char *content, const char *expected)
{
    g_autofree char *fo =
        g_strconcat("<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format' xml:lang='en-GB' "
                    "xmlns:fox='http://xmlgraphics.apache.org/fop/extensions' "
                    "xmlns:bb='urn:bluebook:fo'>" FO_MASTER(
                        "200pt", "200pt") "<fo:page-sequence master-reference='page'>"
                                          "<fo:flow flow-name='xsl-region-body'>",
                    content, "</fo:flow></fo:page-sequence></fo:root>", NULL);
    g_autoptr(bb_test_doc) doc = bb_test_lay_out(fo);
    g_autofree char *got = structure_of(doc);

    ck_assert_msg(g_str_has_prefix(got, "Document\n"), "%s", got);
    ck_assert_msg(strcmp(got + strlen("Document\n"), expected) == 0, "%s\nis\n%s", content,
                  got + strlen("Document\n"));
}

static int messages(const char *content, const char *code)
{
    g_autofree char *fo =
        g_strconcat("<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format' xml:lang='en-GB' "
                    "xmlns:fox='http://xmlgraphics.apache.org/fop/extensions'>" FO_MASTER(
                        "200pt", "200pt") "<fo:page-sequence master-reference='page'>"
                                          "<fo:flow flow-name='xsl-region-body'>",
                    content, "</fo:flow></fo:page-sequence></fo:root>", NULL);
    g_autoptr(bb_test_doc) doc = bb_test_lay_out(fo);
    g_autofree char *dump = structure_of(doc);

    ck_assert_ptr_nonnull(dump);
    return bb_test_messages(doc, code);
}

#define B(content) "<fo:block>" content "</fo:block>"
#define ROLE(role, content) "<fo:block role='" role "'>" content "</fo:block>"
#define PICTURE(attributes)                                                                        \
    "<fo:instream-foreign-object " attributes ">"                                                  \
    "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9' height='9'/>"    \
    "</svg></fo:instream-foreign-object>"

/* --- blocks --- */

START_TEST(a_block_of_text_is_a_paragraph)
{
    check(B("one") B("two"), "  P\n  P\n");
    check(B(""), "");
    check(B(B("one") B("two")), "  P\n  P\n");
    check("<fo:block border='1pt solid'>" B("one") B("two") "</fo:block>", "  Div\n    P\n    P\n");
}
END_TEST

START_TEST(text_between_blocks_gets_paragraphs)
{
    check(B("one" B("two") "three <fo:inline>four</fo:inline>"), "  P\n  P\n  P\n");
}
END_TEST

START_TEST(blocks_in_text_add_nothing)
{
    check(ROLE("H1", B("one") B("two")), "  H1\n");
    check(ROLE("P", "one" B("two")), "  P\n");
}
END_TEST

START_TEST(roles_decide)
{
    check(ROLE("Sect", ROLE("H1", "a") B("b")), "  Sect\n    H1\n    P\n");
    check(ROLE("NonStruct", B("b")), "  P\n");
    check(ROLE("Artifact", "gone") B("b"), "  P\n");
    check(ROLE("Lead", "a"), "  Lead (Div)\n");
    check(B("<fo:inline role='Term'>a</fo:inline>"), "  P\n    Term (Span)\n");
    /* Table parts only where there is a table, forms and rubies nowhere. */
    check(ROLE("TR", "a") ROLE("Form", "b"), "  P\n  P\n");
}
END_TEST

START_TEST(another_language_is_told)
{
    check(B("a <fo:inline xml:lang='cy'>b</fo:inline>") "<fo:block xml:lang='cy'>c</fo:block>",
          "  P\n    Span lang=cy\n  P lang=cy\n");
    check("<fo:wrapper xml:lang='cy'>" B("c") B("d") "</fo:wrapper>", "  P lang=cy\n  P lang=cy\n");
}
END_TEST

START_TEST(a_paragraph_over_pages_is_one)
{
    check("<fo:block font-size='90pt' line-height='90pt'>one two three four</fo:block>", "  P\n");
}
END_TEST

/* --- headings --- */

START_TEST(headings_leave_no_level_out)
{
    check(ROLE("H2", "a") ROLE("H4", "b") ROLE("H4", "c") ROLE("H2", "d"),
          "  H1\n  H2\n  H2\n  H1\n");
    ck_assert_int_eq(messages(ROLE("H2", "a") ROLE("H4", "b"), "tag-heading"), 2);
    ck_assert_int_eq(messages(ROLE("H1", "a") ROLE("H2", "b") ROLE("H1", "c"), "tag-heading"), 0);
    check(ROLE("Sect", ROLE("H", "a") ROLE("Sect", ROLE("H", "b"))),
          "  Sect\n    H1\n    Sect\n      H2\n");
}
END_TEST

/* --- pictures --- */

START_TEST(a_picture_is_a_figure)
{
    check(B(PICTURE("fox:alt-text='A square'")), "  Figure alt=\"A square\"\n");
    check(B("a " PICTURE("fox:alt-text='A square'")), "  P\n    Figure alt=\"A square\"\n");
    check(B(PICTURE("fox:alt-text=''")) B("b"), "  P\n");
    check(B(PICTURE("")), "  Figure alt=\"Picture without a description\"\n");
    ck_assert_int_eq(messages(B(PICTURE("")), "tag-alt"), 1);
    ck_assert_int_eq(messages(B(PICTURE("fox:alt-text='A'")), "tag-alt"), 0);
    check("<fo:block role='Figure' fox:alt-text='Two squares'>" PICTURE("")
              PICTURE("") "</fo:block>",
          "  Figure alt=\"Two squares\"\n");
}
END_TEST

/* --- links and notes --- */

START_TEST(links_are_references_when_they_stay_in_the_document)
{
    check("<fo:block id='a'>"
          "<fo:basic-link internal-destination='a'>b</fo:basic-link></fo:block>",
          "  P\n    Reference\n      Link\n");
    check(B("<fo:basic-link external-destination='https://example.org/'>b</fo:basic-link>"),
          "  P\n    Link\n");
    /* One that leads nowhere is no link. */
    check(B("<fo:basic-link internal-destination='x'>b</fo:basic-link>"),
          "  P\n    Reference\n      Span\n");
}
END_TEST

#define NOTE(body)                                                                                 \
    "<fo:footnote><fo:inline>1</fo:inline><fo:footnote-body>" body "</fo:footnote-body>"           \
    "</fo:footnote>"

START_TEST(a_note_stands_behind_its_mark)
{
    check(B("a" NOTE(B("<fo:inline>1</fo:inline> note")) " b") B("c"),
          "  P\n    Reference\n    Note id=note-1\n      Lbl\n  P\n");
    check(B("a" NOTE(B("note") B("more"))),
          "  P\n    Reference\n    Note id=note-1\n      P\n      P\n");
}
END_TEST

/* --- lists and contents --- */

#define ITEM(label, body)                                                                          \
    "<fo:list-item><fo:list-item-label>" B(label) "</fo:list-item-label>"                          \
                                                  "<fo:list-item-body start-indent='20pt'>" body   \
                                                  "</fo:list-item-body></fo:list-item>"

START_TEST(lists_say_how_they_count)
{
    check("<fo:list-block>" ITEM("1.", B("a")) ITEM("2.", B("b") B("c")) "</fo:list-block>",
          "  L numbering=Decimal\n    LI\n      Lbl\n      LBody\n"
          "    LI\n      Lbl\n      LBody\n        P\n        P\n");
    check("<fo:list-block>" ITEM("(a)", B("a")) "</fo:list-block>",
          "  L numbering=LowerAlpha\n    LI\n      Lbl\n      LBody\n");
    check("<fo:list-block>" ITEM("", B("a")) "</fo:list-block>", "  L\n    LI\n      LBody\n");
}
END_TEST

START_TEST(what_only_claims_to_be_a_list_is_none)
{
    check(ROLE("L", B("a")), "  Div\n    P\n");
    check(ROLE("LBody", B("a")), "  P\n");
    check(ROLE("LI", "a") ROLE("LI", B("b")),
          "  L\n    LI\n      LBody\n    LI\n      LBody\n        P\n");
    check(ROLE("TOCI", "a") ROLE("TOCI", "b") B("c"), "  TOC\n    TOCI\n    TOCI\n  P\n");
}
END_TEST

/* --- tables --- */

#define CELL(attributes, content)                                                                  \
    "<fo:table-cell " attributes "><fo:block>" content "</fo:block></fo:table-cell>"
#define ROW(cells) "<fo:table-row>" cells "</fo:table-row>"
#define TABLE(content) "<fo:table table-layout='fixed' width='150pt'>" content "</fo:table>"

START_TEST(every_row_is_complete)
{
    check(TABLE("<fo:table-body>" ROW(CELL("", "a") CELL("", "b") CELL("", "c"))
                    ROW(CELL("column-number='2'", "d")) "</fo:table-body>"),
          "  Table\n    TBody\n      TR\n        TD\n        TD\n        TD\n"
          "      TR\n        TD\n        TD\n        TD\n");
    check(TABLE("<fo:table-body>" ROW(CELL("number-rows-spanned='9'", "a") CELL("", "b"))
                    ROW(CELL("", "c")) "</fo:table-body>"),
          "  Table\n    TBody\n      TR\n        TD rows=2\n        TD\n      TR\n        TD\n");
}
END_TEST

START_TEST(cells_never_lie_over_each_other)
{
    check(TABLE("<fo:table-body>" ROW(CELL("number-columns-spanned='2'", "a")
                                          CELL("column-number='2'", "b")) "</fo:table-body>"),
          "  Table\n    TBody\n      TR\n        TD columns=2\n        TD\n");
}
END_TEST

START_TEST(heads_have_a_scope)
{
    check(TABLE("<fo:table-header>" ROW(CELL("", "a") CELL(
              "", "b")) "</fo:table-header>"
                        "<fo:table-body>" ROW(CELL("role='TH'", "c")
                                                  CELL("", "d")) "</fo:table-body>"),
          "  Table\n    THead\n      TR\n        TH scope=Column\n        TH scope=Column\n"
          "    TBody\n      TR\n        TH scope=Row\n        TD\n");
}
END_TEST

START_TEST(a_head_says_what_it_heads)
{
    check(
        TABLE("<fo:table-body>" ROW(CELL("fox:header='true'", "a") CELL("", "b"))
                  ROW(CELL("role='TH' bb:scope='column' number-columns-spanned='2'", "c"))
                      ROW(CELL("", "d") CELL("", "e")) "</fo:table-body>"),
        "  Table\n    TBody\n      TR\n        TH scope=Row id=head-1\n        TD headers=head-1\n"
        "      TR\n        TH scope=Column columns=2 id=head-2\n"
        "      TR\n        TD headers=head-2\n        TD headers=head-2\n");
}
END_TEST

START_TEST(heads_over_several_columns_are_named)
{
    check(
        TABLE("<fo:table-header>" ROW(CELL("", "") CELL("number-columns-spanned='2'", "a")) ROW(
            CELL("", "") CELL("", "b")
                CELL("", "c")) "</fo:table-header>"
                               "<fo:table-body>" ROW(CELL("role='TH'", "d") CELL("", "e")
                                                         CELL("", "f")) "</fo:table-body>"),
        "  Table\n    THead\n"
        "      TR\n        TH scope=Column id=head-1\n        TH scope=Column columns=2 id=head-2\n"
        "      TR\n        TH scope=Column id=head-3 headers=head-1\n"
        "        TH scope=Column id=head-4 headers=head-2\n"
        "        TH scope=Column id=head-5 headers=head-2\n"
        "    TBody\n      TR\n        TH scope=Row id=head-6 headers=head-1,head-3\n"
        "        TD headers=head-2,head-4,head-6\n        TD headers=head-2,head-5,head-6\n");
}
END_TEST

START_TEST(the_foot_is_read_last)
{
    check(TABLE("<fo:table-footer>" ROW(CELL("", "z")) "</fo:table-footer>"
                                                       "<fo:table-body>" ROW(
                                                           CELL("", "a")) "</fo:table-body>"),
          "  Table\n    TBody\n      TR\n        TD\n    TFoot\n      TR\n        TD\n");
}
END_TEST

START_TEST(a_caption_belongs_to_its_table)
{
    check(ROLE("Caption", "t") TABLE("<fo:table-body>" ROW(CELL("", "a")) "</fo:table-body>"),
          "  Table\n    Caption\n    TBody\n      TR\n        TD\n");
}
END_TEST

START_TEST(a_table_that_arranges_is_none)
{
    check("<fo:table role='NonStruct' table-layout='fixed' width='150pt'><fo:table-body>" ROW(
              CELL("", "a") CELL("", "b")) "</fo:table-body></fo:table>",
          "  Div\n    P\n  Div\n    P\n");
}
END_TEST

START_TEST(a_table_in_a_cell_is_a_table)
{
    check(TABLE("<fo:table-body>" ROW("<fo:table-cell>" TABLE("<fo:table-body>" ROW(
              CELL("", "a")) "</fo:table-body>") "</fo:table-cell>") "</fo:table-body>"),
          "  Table\n    TBody\n      TR\n        TD\n"
          "          Table\n            TBody\n              TR\n                TD\n");
}
END_TEST

int main(void)
{
    TCase *tests = tcase_create("structure");

    tcase_add_test(tests, a_block_of_text_is_a_paragraph);
    tcase_add_test(tests, text_between_blocks_gets_paragraphs);
    tcase_add_test(tests, blocks_in_text_add_nothing);
    tcase_add_test(tests, roles_decide);
    tcase_add_test(tests, another_language_is_told);
    tcase_add_test(tests, a_paragraph_over_pages_is_one);
    tcase_add_test(tests, headings_leave_no_level_out);
    tcase_add_test(tests, a_picture_is_a_figure);
    tcase_add_test(tests, links_are_references_when_they_stay_in_the_document);
    tcase_add_test(tests, a_note_stands_behind_its_mark);
    tcase_add_test(tests, lists_say_how_they_count);
    tcase_add_test(tests, what_only_claims_to_be_a_list_is_none);
    tcase_add_test(tests, every_row_is_complete);
    tcase_add_test(tests, cells_never_lie_over_each_other);
    tcase_add_test(tests, heads_have_a_scope);
    tcase_add_test(tests, a_head_says_what_it_heads);
    tcase_add_test(tests, heads_over_several_columns_are_named);
    tcase_add_test(tests, the_foot_is_read_last);
    tcase_add_test(tests, a_caption_belongs_to_its_table);
    tcase_add_test(tests, a_table_that_arranges_is_none);
    tcase_add_test(tests, a_table_in_a_cell_is_a_table);
    return bb_check_run("structure", tests);
}
