/* test_content_read.c - tokens and operators of content streams, and what is none. */
#include "archive/content_read.h"
#include "check_run.h"

#include <stdio.h>
#include <string.h>

/* Operators with their operands, a line each: "[ (a) 5 ] TJ"; what can't be read as "! reason". */
static void put_token(GString *out, const bb_content *content, const bb_token *token)
{
    static const char *const MARKS[] = {
        [BB_TOKEN_ARRAY] = "[",
        [BB_TOKEN_ARRAY_END] = "]",
        [BB_TOKEN_DICTIONARY] = "<<",
        [BB_TOKEN_DICTIONARY_END] = ">>",
    };
    const char *text = bb_content_text(content, token);

    if (token->kind == BB_TOKEN_NUMBER)
        g_string_append_printf(out, "%g", token->number);
    else if (token->kind == BB_TOKEN_NAME)
        g_string_append_printf(out, "/%s", text);
    else if (token->kind == BB_TOKEN_STRING)
        g_string_append_printf(out, "(%.*s)", (int)token->length, text);
    else if (token->kind == BB_TOKEN_OPERATOR)
        g_string_append(out, text);
    else
        g_string_append(out, MARKS[token->kind]);
    g_string_append_c(out, ' ');
}

static char *read_all(const char *data, size_t size)
{
    GString *out = g_string_new(NULL);
    bb_content content;
    bb_content_event event;

    bb_content_init(&content, data, size);
    while ((event = bb_content_next(&content)) != BB_CONTENT_END) {
        if (event == BB_CONTENT_BAD) {
            g_string_append_printf(out, "! %s\n", content.problem);
            continue;
        }
        for (guint i = 0; bb_content_operand(&content, i) != NULL; i++)
            put_token(out, &content, bb_content_operand(&content, i));
        g_string_append_printf(out, "%s\n", bb_content_text(&content, &content.command));
    }
    bb_content_clear(&content);
    return g_string_free(out, FALSE);
}

START_TEST(streams_are_read_as_the_standard_says)
{
    static const struct {
        const char *stream, *read;
    } CASES[] = {
        {"q 1 0 0 -.5 +3. 0.25 cm Q", "q\n1 0 0 -0.5 3 0.25 cm\nQ\n"},
        {"% a comment ) ]\nq%another\rQ", "q\nQ\n"},
        {"(a(b)c) Tj", "(a(b)c) Tj\n"},
        {"(\\(\\)\\\\\\101\\1012\\q) Tj", "(()\\AA2q) Tj\n"},
        {"(one\\\ntwo\\\r\nthree) Tj", "(onetwothree) Tj\n"},
        {"<48 65\n6C6c6F> Tj", "(Hello) Tj\n"},
        {"[(a)-5<62>]TJ", "[ (a) -5 (b) ] TJ\n"},
        {"/A#20B/C gs", "/A B /C gs\n"},
        {"/P<</MCID 3/X[1<</Y true>>]>>BDC", "/P << /MCID 3 /X [ 1 << /Y true >> ] >> BDC\n"},
        {"BI /W 1 /H 1 ID EI)EI\xFF EI Q", "/W 1 /H 1 BI\nQ\n"},
        {"BI /W 1 ID xyz", "! an inline image has no EI\n"},
        {"BI /W 1 Q", "! an inline image has no ID\n"},
        {"(open Tj", "! a string is not closed\n"},
        {"<123> Tj q", "! a hexadecimal string has an odd number of digits\nTj\nq\n"},
        {"<1x> Tj", "! a hexadecimal string has something other than digits\nx\n! a bracket stands "
                    "alone\nTj\n"},
        {"] q", "! a bracket stands alone\nq\n"},
        {"[1 >> q", "! a bracket stands alone\nq\n"},
        {"[1 q Q", "! an array or dictionary is not closed\nQ\n"},
        {"q 1 2", "q\n! operands without an operator end the stream\n"},
        {"1e3 w", "1e3\nw\n"},
        {"--5 w 1.2.3 w - w", "--5\nw\n1.2.3\nw\n-\nw\n"},
        {"", ""},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(CASES); i++) {
        g_autofree char *read = read_all(CASES[i].stream, strlen(CASES[i].stream));
        ck_assert_msg(strcmp(read, CASES[i].read) == 0, "%s\nis read as\n%s", CASES[i].stream,
                      read);
    }
}
END_TEST

START_TEST(nul_is_white_space_and_may_stand_in_strings)
{
    g_autofree char *read = read_all("q\0Q (a\0b) Tj", 12);

    /* The string is printed up to its NUL. */
    ck_assert_str_eq(read, "q\nQ\n(a) Tj\n");
}
END_TEST

START_TEST(entries_are_found_in_their_own_dictionary)
{
    static const char STREAM[] = "/P << /A << /MCID 1 >> /B /MCID /MCID 7 /C [/Lang (x)] >> BDC";
    bb_content content;

    bb_content_init(&content, STREAM, strlen(STREAM));
    ck_assert_int_eq(bb_content_next(&content), BB_CONTENT_OPERATOR);
    const bb_token *mcid = bb_content_entry(&content, 1, "MCID");
    ck_assert_ptr_nonnull(mcid);
    ck_assert(mcid->integer);
    ck_assert_double_eq(mcid->number, 7);
    ck_assert_ptr_null(bb_content_entry(&content, 1, "Lang"));
    ck_assert_ptr_null(bb_content_entry(&content, 0, "MCID"));
    bb_content_clear(&content);
}
END_TEST

START_TEST(brackets_and_operands_are_not_without_end)
{
    g_autoptr(GString) deep = g_string_new(NULL), many = g_string_new(NULL);

    for (int i = 0; i < 40; i++)
        g_string_append_c(deep, '[');
    for (int i = 0; i < 100001; i++)
        g_string_append(many, "1 ");
    g_string_append(many, "w q");
    g_autofree char *read_deep = read_all(deep->str, deep->len);
    g_autofree char *read_many = read_all(many->str, many->len);
    ck_assert(g_str_has_prefix(read_deep, "! there are too many operands\n"));
    ck_assert(g_str_has_prefix(read_many, "! there are too many operands\n"));
    ck_assert(g_str_has_suffix(read_many, "\nq\n"));
}
END_TEST

int main(void)
{
    TCase *tests = tcase_create("content_read");

    tcase_add_test(tests, streams_are_read_as_the_standard_says);
    tcase_add_test(tests, nul_is_white_space_and_may_stand_in_strings);
    tcase_add_test(tests, entries_are_found_in_their_own_dictionary);
    tcase_add_test(tests, brackets_and_operands_are_not_without_end);
    return bb_check_run("content_read", tests);
}
