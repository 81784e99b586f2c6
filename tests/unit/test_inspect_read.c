/* test_inspect_read.c - what is heard when a PDF is read aloud by its tags. */
#include "archive/inspect.h"
#include "check_run.h"
#include "pdf_sample.h"

#include <string.h>

static char *read_text(const char *text)
{
    g_autoptr(GBytes) pdf = bb_sample_write(text);
    g_autoptr(GError) error = NULL;
    char *said = bb_inspect_read(pdf, "sample.pdf", &error);

    ck_assert_msg(said != NULL, "%s", error != NULL ? error->message : "no reason");
    return said;
}

static char *sample_with(const char *from, const char *to)
{
    char *text = bb_sample_replace(bb_sample_text(), from, to);

    ck_assert_msg(text != NULL, "not once in the text: %s", from);
    return text;
}

/* The whole sample, so that nothing is said twice or left out. */
START_TEST(a_pdf_is_read_in_the_order_of_its_tags)
{
    static const char WANTED[] = "Document lang=en-GB\n"
                                 "  H1\n"
                                 "    \"Heading\"\n"
                                 "  Sect\n"
                                 "    P\n"
                                 "      \"See the \"\n"
                                 "      Link\n"
                                 "        \"site\"\n"
                                 "      Span lang=cy\n"
                                 "        \"Cymru\"\n"
                                 "      Note\n"
                                 "        Lbl\n"
                                 "          \"1\"\n"
                                 "        \"a note\"\n"
                                 "      \"goes on\"\n"
                                 "    H2\n"
                                 "      \"Second\"\n"
                                 "  TOC\n"
                                 "    TOCI\n"
                                 "      Reference\n"
                                 "        Link\n"
                                 "          \"contents\"\n"
                                 "  Table\n"
                                 "    Caption\n"
                                 "      \"caption\"\n"
                                 "    THead\n"
                                 "      TR\n"
                                 "        TH scope=Both\n"
                                 "          \"area\"\n"
                                 "        TH scope=Column\n"
                                 "          \"score\"\n"
                                 "    TBody\n"
                                 "      TR\n"
                                 "        TH rowspan=2\n"
                                 "          \"north\"\n"
                                 "        TD\n"
                                 "          \"75\"\n"
                                 "      TR\n"
                                 "        TD\n"
                                 "          \"80\"\n"
                                 "      TR\n"
                                 "        TD colspan=2\n"
                                 "          \"all told\"\n"
                                 "  L\n"
                                 "    LI\n"
                                 "      Lbl\n"
                                 "        \"1.\"\n"
                                 "      LBody\n"
                                 "        \"an item\"\n"
                                 "        Span\n"
                                 "          \"logo\"\n"
                                 "        Span\n"
                                 "          \"Simple (text)\"\n"
                                 "  Figure\n"
                                 "    \"A bar of 75%\"\n"
                                 "  Figure\n"
                                 "    \"A picture and a shade\"\n"
                                 "  P\n"
                                 "    \"in a form\"\n";
    g_autofree char *said = read_text(bb_sample_text());

    ck_assert_str_eq(said, WANTED);
}
END_TEST

/* Each row plants a passage, and what is then heard and what not. */
START_TEST(what_stands_for_something_else_is_said_for_it)
{
    static const struct {
        const char *from, *to, *heard, *unheard;
    } ROWS[] = {
        /* ActualText within a tag, and words on both sides of it. */
        {"BDC @an item@ Tj EMC",
         "BDC @an @ Tj /Span << /ActualText (old) >> BDC @item@ Tj /Span << /ActualText (deep) >> "
         "BDC @item@ Tj EMC EMC @ list@ Tj EMC",
         "\"an old list\"\n", "deep"},
        /* In UTF-16; of the tag itself; Alt. */
        {"@an item@ Tj", "/Span << /ActualText <FEFF00FC D83DDE00> >> BDC @item@ Tj EMC",
         "\"\xC3\xBC\xF0\x9F\x98\x80\"\n", "item"},
        {"/LBody << /MCID 14 >> BDC", "/LBody << /MCID 14 /ActualText (all of it) >> BDC",
         "\"all of it\"\n", "an item"},
        {"@an item@ Tj", "/Span << /Alt (a sign) >> BDC @item@ Tj EMC", "\"a sign\"\n", "item"},
        /* An artifact within a tag is a fault, but nobody hears it. */
        {"@an item@ Tj", "/Artifact BMC @unheard@ Tj EMC @heard@ Tj", "\"heard\"\n", "unheard"},
        /* An element's own stands for all below it. */
        {"/S /LI /P 35 0 R", "/S /LI /P 35 0 R /ActualText (whole item)", "\"whole item\"\n",
         "an item"},
        {"@contents@", "/Span << /ActualText () >> BDC @-@ Tj EMC @contents@", "\"contents\"\n",
         "\"-"},
        /* A description takes the place of what is below, but of no caption. */
        {"/Alt (A bar of 75%)\n/A << /O /Layout /BBox [100 100 200 150] >> /K 15",
         "/Alt (A bar)\n/K [15 << /S /Caption /Pg 3 0 R /P 44 0 R /K 14 >> << /S /P /P 44 0 R "
         "/Pg 3 0 R /K 4 >>]",
         "Figure\n    \"A bar\"\n    Caption\n", "Lbl\n          \"1\"\n        P"},
        {"/Alt (A bar of 75%)", "", "  Figure\n  Figure\n", "A bar"},
        /* A second line, or a quote, makes no second line. */
        {"(A bar of 75%)", "(A\nbar \"of\" 75%)", "\"A bar \"of\" 75%\"\n", "\nbar"},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(ROWS); i++) {
        g_autofree char *text = sample_with(ROWS[i].from, ROWS[i].to);
        g_autofree char *said = read_text(text);
        ck_assert_msg(strstr(said, ROWS[i].heard) != NULL, "%s\nis not in\n%s", ROWS[i].heard,
                      said);
        ck_assert_msg(strstr(said, ROWS[i].unheard) == NULL, "%s\nis in\n%s", ROWS[i].unheard,
                      said);
    }
}
END_TEST

START_TEST(properties_may_have_a_name)
{
    g_autofree char *bare = sample_with("/Alt (A picture and a shade)", "");
    g_autofree char *text =
        bb_sample_replace(bare, "/Named << /MCID 21", "/Named << /MCID 21 /ActualText (shade)");
    g_autofree char *said = read_text(text);

    ck_assert_ptr_nonnull(strstr(said, "  Figure\n    \"shade\"\n"));
}
END_TEST

START_TEST(languages_are_said_where_they_change)
{
    g_autofree char *text =
        sample_with("@an item@ Tj", "@a @ Tj /Span << /Lang (cy) >> BDC @Cymru@ Tj EMC @ b@ Tj");
    g_autofree char *said = read_text(text);
    g_autofree char *same = sample_with("/S /LI /P 35 0 R", "/S /LI /P 35 0 R /Lang (en-GB)");
    g_autofree char *unchanged = read_text(same);

    ck_assert_ptr_nonnull(strstr(said, "        \"a \"\n        \"Cymru\" (cy)\n        \" b\"\n"));
    ck_assert_ptr_nonnull(strstr(unchanged, "    LI\n"));
}
END_TEST

/* A form without leaves of its own says its words in each tag that shows it. */
START_TEST(a_form_speaks_for_the_tag_that_shows_it)
{
    g_autofree char *bare =
        sample_with("/P << /MCID 0 >> BDC BT /F1 10 Tf 50 60 Td @in a form@ Tj ET EMC",
                    "BT /F1 10 Tf 50 60 Td @in a form@ Tj ET");
    g_autofree char *freed =
        bb_sample_replace(bare, "/K << /Type /MCR /Stm 52 0 R /MCID 0 >>", "/K [30 31]");
    g_autofree char *text =
        bb_sample_replace(freed, "/Form Do",
                          "/P << /MCID 30 >> BDC /Form Do EMC /P << /MCID 31 >> "
                          "BDC /Form Do EMC");
    g_autofree char *said = read_text(text);

    ck_assert_ptr_nonnull(strstr(said, "  P\n    \"in a form\"\n    \"in a form\"\n"));
}
END_TEST

START_TEST(codes_without_a_meaning_are_heard_as_such)
{
    g_autofree char *text = sample_with("/Encoding /Identity-H\n/DescendantFonts [81 0 R] "
                                        "/ToUnicode 84 0 R",
                                        "/Encoding /Identity-H\n/DescendantFonts [81 0 R]");
    g_autofree char *said = read_text(text);

    ck_assert_ptr_nonnull(strstr(said, "          \"\xEF\xBF\xBD\xEF\xBF\xBD\"\n"));
    ck_assert_ptr_nonnull(strstr(said, "\"Simple (text)\""));
}
END_TEST

START_TEST(the_encoding_of_a_simple_font_tells_letters)
{
    g_autofree char *text = sample_with("(Simple \\(text\\)) Tj", "(\\223\\374\\224 \\200) Tj");
    g_autofree char *said = read_text(text);

    ck_assert_ptr_nonnull(strstr(said, "\"“ü” €\"\n"));
}
END_TEST

/* An annotation whose element has no words. */
START_TEST(an_annotation_speaks_for_an_empty_element)
{
    g_autofree char *text =
        sample_with("/K [2 << /Type /OBJR /Obj 60 0 R >>]", "/K [<< /Type /OBJR /Obj 60 0 R >>]");
    g_autofree char *said = read_text(text);

    ck_assert_ptr_nonnull(strstr(said, "      Link\n        \"The site\"\n"));
}
END_TEST

START_TEST(what_can_not_be_read_aloud_is_an_error)
{
    g_autofree char *untagged = sample_with("/StructTreeRoot 10 0 R", "");
    g_autoptr(GBytes) silent = bb_sample_write(untagged);
    g_autoptr(GBytes) text = g_bytes_new_static("a text", 6);
    GBytes *const ALL[] = {silent, text};

    for (size_t i = 0; i < G_N_ELEMENTS(ALL); i++) {
        g_autoptr(GError) error = NULL;
        ck_assert_ptr_null(bb_inspect_read(ALL[i], "x.pdf", &error));
        ck_assert_ptr_nonnull(error);
    }
}
END_TEST

/* Forms that show each other twice, fifteen deep, would say their words 16,384 times over. */
START_TEST(what_has_no_end_is_not_read)
{
    g_autofree char *long_words = g_strnfill(20000, 'w');
    g_autoptr(GString) words = g_string_new(NULL), forms = g_string_new(NULL);

    for (int i = 0; i < 200; i++)
        g_string_append(words, "/Span /Words BDC EMC ");
    for (int i = 0; i < 15; i++)
        g_string_append_printf(
            forms,
            "\nobj %d\n<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << "
            "/F %d 0 R >> /Properties << /Words << /ActualText (%s) >> >> >> >>\nstream\n%s\n"
            "endstream\n",
            100 + i, 101 + i, long_words, i < 14 ? "/F Do /F Do" : words->str);
    g_string_append(forms, "\ntrailer <<");
    g_autofree char *shown = sample_with("@an item@ Tj", "ET /Deep Do BT");
    g_autofree char *named = bb_sample_replace(shown, "/XObject << /Form 52 0 R",
                                               "/XObject << /Form 52 0 R /Deep 100 0 R");
    g_autofree char *text = bb_sample_replace(named, "\ntrailer <<", forms->str);
    g_autoptr(GBytes) pdf = bb_sample_write(text);
    g_autoptr(GError) error = NULL;

    ck_assert_ptr_null(bb_inspect_read(pdf, "deep.pdf", &error));
    ck_assert_ptr_nonnull(error);
    ck_assert_ptr_nonnull(strstr(error->message, "too long"));
}
END_TEST

int main(void)
{
    TCase *tests = tcase_create("inspect_read");

    tcase_add_test(tests, a_pdf_is_read_in_the_order_of_its_tags);
    tcase_add_test(tests, what_stands_for_something_else_is_said_for_it);
    tcase_add_test(tests, properties_may_have_a_name);
    tcase_add_test(tests, languages_are_said_where_they_change);
    tcase_add_test(tests, a_form_speaks_for_the_tag_that_shows_it);
    tcase_add_test(tests, codes_without_a_meaning_are_heard_as_such);
    tcase_add_test(tests, the_encoding_of_a_simple_font_tells_letters);
    tcase_add_test(tests, an_annotation_speaks_for_an_empty_element);
    tcase_add_test(tests, what_can_not_be_read_aloud_is_an_error);
    tcase_add_test(tests, what_has_no_end_is_not_read);
    return bb_check_run("inspect_read", tests);
}
