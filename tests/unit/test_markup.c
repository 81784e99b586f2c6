/* test_markup.c - documents are written readably, and without a space gained or lost in text. */
#include "check_run.h"
#include "transform/markup.h"

#include <libxml/parser.h>
#include <string.h>

static void expect(bb_markup_form form, const char *text, const char *wanted)
{
    xmlDoc *document = xmlReadMemory(text, (int)strlen(text), "x", NULL, 0);

    ck_assert_ptr_nonnull(document);
    g_autoptr(GBytes) bytes = bb_markup_write(document, form);
    gsize size = 0;
    g_autofree char *got = g_strndup(g_bytes_get_data(bytes, &size), g_bytes_get_size(bytes));
    ck_assert_str_eq(got, wanted);
    xmlFreeDoc(document);
}

#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define XHTML " xmlns=\"http://www.w3.org/1999/xhtml\""

START_TEST(gives_elements_lines_but_text_none)
{
    expect(BB_MARKUP_XML,
           "<aside><div><p>x <em>y</em> z</p><p><em>y</em><strong>z</strong></p></div></aside>",
           XML "<aside>\n  <div>\n    <p>x <em>y</em> z</p>\n"
               "    <p><em>y</em><strong>z</strong></p>\n  </div>\n</aside>\n");
}
END_TEST

START_TEST(puts_no_space_between_words)
{
    expect(BB_MARKUP_XML, "<li><em>a</em><strong>b</strong><ul><li>c</li></ul></li>",
           XML "<li><em>a</em><strong>b</strong><ul>\n    <li>c</li>\n  </ul></li>\n");
    expect(BB_MARKUP_XML, "<li><em>a</em><ul><li>c</li></ul></li>",
           XML "<li>\n  <em>a</em>\n  <ul>\n    <li>c</li>\n  </ul>\n</li>\n");
}
END_TEST

START_TEST(drops_old_indents_but_keeps_spaces_in_text)
{
    expect(BB_MARKUP_XML, "<a>\n\n <p> <em>y</em> </p>  </a>",
           XML "<a>\n  <p> <em>y</em> </p>\n</a>\n");
}
END_TEST

START_TEST(escapes)
{
    expect(BB_MARKUP_XML, "<a b='\"&lt;&#10;&amp;'>&lt;&gt;&amp;\"\xc2\xa0\xc3\xa9</a>",
           XML "<a b=\"&quot;&lt;&#10;&amp;\">&lt;&gt;&amp;\"&#160;\xc3\xa9</a>\n");
}
END_TEST

START_TEST(keeps_namespaces)
{
    expect(BB_MARKUP_XML, "<a xmlns='urn:f' xmlns:r='urn:r'><r:d r:c='1'/></a>",
           XML "<a xmlns=\"urn:f\" xmlns:r=\"urn:r\">\n  <r:d r:c=\"1\"/>\n</a>\n");
}
END_TEST

START_TEST(writes_pages_for_both_parsers)
{
    expect(BB_MARKUP_PAGE,
           "<html" XHTML "><head><style>a > b {}</style></head>"
           "<body><p/><br/><svg xmlns='http://www.w3.org/2000/svg'><g/></svg></body></html>",
           "<!DOCTYPE html>\n<html" XHTML ">\n  <head>\n    <style>a > b {}</style>\n  </head>\n"
           "  <body>\n    <p></p>\n    <br/>\n    <svg xmlns=\"http://www.w3.org/2000/svg\">\n"
           "      <g/>\n    </svg>\n  </body>\n</html>\n");
}
END_TEST

int main(void)
{
    TCase *tests = tcase_create("markup");

    tcase_add_test(tests, gives_elements_lines_but_text_none);
    tcase_add_test(tests, puts_no_space_between_words);
    tcase_add_test(tests, drops_old_indents_but_keeps_spaces_in_text);
    tcase_add_test(tests, escapes);
    tcase_add_test(tests, keeps_namespaces);
    tcase_add_test(tests, writes_pages_for_both_parsers);
    return bb_check_run("markup", tests);
}
