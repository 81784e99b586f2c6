/* test_layout_chance.c - the short way to the places where a line may end gives Pango's answers. */
#include "check_run.h"
#include "layout/chance.h"

#include <pango/pango.h>
#include <string.h>

/* A byte within a character is no place, nor is the beginning. */
static void check_text(const char *text)
{
    int length = (int)strlen(text), index = -1;
    int characters = (int)g_utf8_strlen(text, length);
    g_autofree PangoLogAttr *attrs = g_new0(PangoLogAttr, (gsize)characters + 1);
    g_autofree uint8_t *may = g_new(uint8_t, (gsize)length + 1);

    pango_get_log_attrs(text, length, -1, pango_language_from_string("en"), attrs, characters + 1);
    bb_chances_find(text, length, may);
    for (int i = 0; i <= length; i++) {
        if (i < length && (text[i] & 0xc0) == 0x80)
            continue;
        index++;
        ck_assert_msg(i == 0 || (may[i] != 0) == (attrs[index].is_line_break != 0),
                      "\"%s\" at byte %d", text, i);
    }
}

START_TEST(answers_as_pango_does)
{
    static const char *const TEXTS[] = {
        "",
        "a",
        " ",
        "a b",
        " a b ",
        "a  b",
        "Plain words, and a full stop.",
        "one (two) three",
        "a well-known fact",
        "50% of \xc2\xa3"
        "1,200",
        "see https://example.org/a/b?c=d now",
        "\xe2\x80\x98quoted words\xe2\x80\x99 here",
        "dash \xe2\x80\x93 dash",
        "no\xc2\xa0"
        "break here",
        "soft\xc2\xadhyphen",
        "zero\xe2\x80\x8bwidth",
        "line\nfeed and\ttab",
        "a / b",
        "a ) b ( c ! d",
        "\xe6\x97\xa5\xe6\x9c\xac\xe8\xaa\x9e text",
        "1.2.3 4,5 , 6 . 7",
        "\xef\xbf\xbc a \xef\xbf\xbc",
    };

    for (size_t i = 0; i < G_N_ELEMENTS(TEXTS); i++)
        check_text(TEXTS[i]);
}
END_TEST

/* Whatever stands beside whatever. */
START_TEST(answers_as_pango_does_of_any_mixture)
{
    static const char *const PARTS[] = {"word",
                                        "Two",
                                        "3",
                                        " ",
                                        " ",
                                        " ",
                                        " ",
                                        "  ",
                                        ",",
                                        ".",
                                        "-",
                                        "/",
                                        "(",
                                        ")",
                                        "%",
                                        "!",
                                        ":",
                                        "\xc2\xa3",
                                        "\xe2\x80\x98",
                                        "\xe2\x80\x99",
                                        "\xe2\x80\x93",
                                        "\xe2\x80\x94",
                                        "\xc2\xa0",
                                        "\xc2\xad",
                                        "\xe2\x80\x8b",
                                        "\n",
                                        "\t",
                                        "\xe6\x97\xa5",
                                        "\xd7\x90",
                                        "\xcc\x81",
                                        "\xef\xbf\xbc",
                                        "\"",
                                        "[",
                                        "\xe2\x80\xa6"};
    uint64_t state = 7;

    for (int i = 0; i < 20000; i++) {
        g_autoptr(GString) text = g_string_new(NULL);
        for (int n = 0; n < 12; n++) {
            state = state * 16807 % 2147483647;
            g_string_append(text, PARTS[state % G_N_ELEMENTS(PARTS)]);
        }
        check_text(text->str);
    }
}
END_TEST

int main(void)
{
    TCase *tests = tcase_create("layout_chance");

    tcase_add_test(tests, answers_as_pango_does);
    tcase_add_test(tests, answers_as_pango_does_of_any_mixture);
    return bb_check_run("layout_chance", tests);
}
