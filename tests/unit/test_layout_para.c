/* test_layout_para.c - inline content as lines: nothing overfull, nothing lost, justified lines
 * full, lines chosen together, and the characters that allow or forbid a break. */
#include "check_run.h"
#include "fo_document.h"
#include "layout/para_private.h"

#include <string.h>

#define PROSE                                                                                      \
    "Inspectors looked at a sample of cases that had been supervised for at least nine months, "   \
    "and interviewed those who managed them. In two-thirds of the cases the assessment was "       \
    "sufficient; in the others, information from the police, from social services or from an "     \
    "earlier period of supervision had not been used (see paragraph 3.14). Rehabilitation had "    \
    "begun in nearly all of them, though the individual's responsibilities weren't always "        \
    "understood."

/* A paragraph broken and placed. */
typedef struct {
    bb_test_doc *doc;
    bb_layout *layout;
    bb_para *para;
    bb_area *area; /* its children are the lines */
    int count;
} sheet;

static sheet sheet_new(const char *attributes, const char *content, double width)
{
    g_autofree char *fo =
        g_strdup_printf(FO_ROOT("<fo:block font-family='Lato' font-size='10pt' line-height='12pt'>"
                                "<fo:block id='b' %s>%s</fo:block></fo:block>"),
                        attributes, content);
    sheet s = {.doc = bb_test_read(fo)};
    const bb_fo_node *block = bb_test_node(s.doc, "b");

    s.layout = bb_test_run_new(s.doc);
    bb_inline_range range = {.first = block->first};
    s.para = bb_para_new(s.layout, block, &range, bb_length_from_pt(width));
    ck_assert_ptr_nonnull(s.para);
    s.count = bb_para_break(s.para, bb_length_from_pt(width),
                            bb_fo_get_length(block, BB_FO_P_TEXT_INDENT, bb_length_from_pt(width)));
    s.area = bb_area_new(s.layout->areas, BB_AREA_BLOCK, block);
    for (int i = 0; i < s.count; i++)
        bb_para_place(s.para, i, s.area, 0, 0);
    return s;
}

static void sheet_free(sheet *s)
{
    bb_test_run_free(s->layout);
    bb_test_doc_free(s->doc);
}

static const bb_area *line_at(const sheet *s, int index)
{
    const bb_area *line = s->area->first;

    ck_assert_int_lt(index, s->count);
    while (index-- > 0)
        line = line->next;
    return line;
}

static void add_text(const bb_area *area, GString *out)
{
    if (area->kind == BB_AREA_TEXT)
        g_string_append_len(out, area->text->text, area->text->length);
    for (const bb_area *child = area->first; child != NULL; child = child->next)
        add_text(child, out);
}

/* For g_free. */
static char *text_of_line(const sheet *s, int index)
{
    GString *out = g_string_new(NULL);

    add_text(line_at(s, index), out);
    return g_string_free(out, FALSE);
}

static char *text_of(const sheet *s)
{
    GString *out = g_string_new(NULL);

    add_text(s->area, out);
    return g_string_free(out, FALSE);
}

#define assert_line(s, index, expected)                                                            \
    do {                                                                                           \
        g_autofree char *said = text_of_line(s, index);                                            \
        ck_assert_str_eq(said, expected);                                                          \
    } while (0)

/* How far content reaches, from the line's left edge; spaces that a line ends with do not count. */
static void extent_of(const bb_area *area, bb_length x, bb_length *left, bb_length *right)
{
    for (const bb_area *child = area->first; child != NULL; child = child->next) {
        *left = bb_length_min(*left, x + child->x);
        *right = bb_length_max(*right, x + child->x + child->width);
        extent_of(child, x + child->x, left, right);
    }
}

static double left_of(const sheet *s, int index)
{
    bb_length left = BB_LENGTH_MAX, right = 0;

    extent_of(line_at(s, index), 0, &left, &right);
    return bb_length_to_pt(left);
}

static double right_of(const sheet *s, int index)
{
    bb_length left = BB_LENGTH_MAX, right = 0;

    extent_of(line_at(s, index), 0, &left, &right);
    return bb_length_to_pt(right);
}

static char *without(const char *text, const char *what)
{
    g_auto(GStrv) parts = g_strsplit(text, what, -1);

    return g_strjoinv("", parts);
}

/* Widths are rounded to a thousandth of a point a space; a line may stand out by a hair. */
static const double CLOSE = 0.05, HAIR = 0.2;

/* --- any paragraph at any width --- */

static void check_prose(const char *attributes, double width, bool full)
{
    sheet s = sheet_new(attributes, PROSE, width);
    g_autofree char *said = text_of(&s), *words = without(said, "\xc2\xad");

    ck_assert_msg(strcmp(words, PROSE) == 0, "%s at %g pt says \"%s\"", attributes, width, words);
    for (int i = 0; i < s.count; i++) {
        ck_assert_msg(right_of(&s, i) <= width + HAIR, "%s at %g pt: line %d reaches to %g",
                      attributes, width, i + 1, right_of(&s, i));
        ck_assert_msg(!full || i == s.count - 1 || right_of(&s, i) >= width - CLOSE,
                      "%s at %g pt: line %d is not full: %g", attributes, width, i + 1,
                      right_of(&s, i));
        ck_assert_double_ge(left_of(&s, i), -HAIR);
    }
    sheet_free(&s);
}

/* The longest word, "Rehabilitation", is some 62 pt wide. */
START_TEST(no_line_is_overfull_and_no_word_is_lost)
{
    static const char *const STYLES[] = {"",
                                         "text-align='center'",
                                         "text-align='end'",
                                         "hyphenate='true'",
                                         "text-indent='20pt'",
                                         "text-align='center' hyphenate='true'"};

    for (size_t i = 0; i < G_N_ELEMENTS(STYLES); i++) {
        for (double width = 90; width < 500; width += 13)
            check_prose(STYLES[i], width, false);
    }
}
END_TEST

START_TEST(justified_lines_are_full)
{
    for (double width = 140; width < 500; width += 13) {
        check_prose("text-align='justify'", width, true);
        check_prose("text-align='justify' hyphenate='true'", width, true);
        check_prose("text-align='justify' text-indent='15pt'", width, true);
    }
}
END_TEST

START_TEST(lines_end_with_their_space)
{
    sheet s = sheet_new("", PROSE, 200);

    for (int i = 0; i < s.count - 1; i++) {
        g_autofree char *line = text_of_line(&s, i);
        char last = line[strlen(line) - 1];
        ck_assert_msg(last == ' ' || last == '-', "\"%s\"", line);
        ck_assert_msg(line[0] != ' ', "\"%s\"", line);
    }
    sheet_free(&s);
}
END_TEST

/* --- lines are chosen together --- */

/* Digits of DejaVu Sans are 0.636 em wide, its space 0.318; with as much word spacing again, every
 * character is 6.36 pt wide and a line of 70.2 pt takes 11. Filling each line in turn gives 11, 5
 * and 10; the second line falls short by 6. Taking 7, 9 and 10 costs less. */
START_TEST(total_cost_beats_first_fit)
{
    static const char TEXT[] = "333 333 333 55555 1111111111 22";
    sheet s = sheet_new("font-family='DejaVu Sans' word-spacing='3.18pt'", TEXT, 70.2);

    ck_assert_int_eq(s.count, 4);
    ck_assert_double_eq_tol(right_of(&s, 2), 63.6, 0.03);
    assert_line(&s, 0, "333 333 ");
    assert_line(&s, 1, "333 55555 ");
    assert_line(&s, 2, "1111111111 ");
    assert_line(&s, 3, "22");
    sheet_free(&s);
}
END_TEST

/* --- hyphens --- */

START_TEST(words_are_divided_when_asked)
{
    int hyphens = 0;

    for (double width = 80; width < 160; width += 9) {
        sheet s = sheet_new("text-align='justify' hyphenate='true'", PROSE, width);
        for (int i = 0; i < s.count; i++) {
            g_autofree char *line = text_of_line(&s, i);
            const char *soft = strstr(line, "\xc2\xad");
            if (soft == NULL)
                continue;
            hyphens++;
            ck_assert_msg(soft[2] == '\0', "a hyphen within \"%s\"", line);
            ck_assert(line_at(&s, i)->last->text->cluster_count > 2);
        }
        sheet_free(&s);
        sheet plain = sheet_new("text-align='justify'", PROSE, width);
        g_autofree char *said = text_of(&plain);
        ck_assert_ptr_null(strstr(said, "\xc2\xad"));
        sheet_free(&plain);
    }
    ck_assert_int_gt(hyphens, 20);
}
END_TEST

/* "know-ledge" needs four letters before and five after. */
START_TEST(divisions_keep_their_fewest_letters)
{
    sheet s = sheet_new("hyphenate='true'", "knowledge", 30);
    sheet none =
        sheet_new("hyphenate='true' hyphenation-remain-character-count='5'", "knowledge", 30);
    sheet push =
        sheet_new("hyphenate='true' hyphenation-push-character-count='6'", "knowledge", 30);

    ck_assert_int_eq(s.count, 2);
    assert_line(&s, 0, "know\xc2\xad");
    assert_line(&s, 1, "ledge");
    ck_assert_int_eq(none.count, 1);
    ck_assert_int_eq(push.count, 1);
    sheet_free(&s);
    sheet_free(&none);
    sheet_free(&push);
}
END_TEST

START_TEST(stops_and_quotes_do_not_hinder_division)
{
    sheet s = sheet_new("hyphenate='true'", "(\xe2\x80\x98knowledge\xe2\x80\x99).", 40);

    ck_assert_int_eq(s.count, 2);
    assert_line(&s, 0, "(\xe2\x80\x98know\xc2\xad");
    assert_line(&s, 1, "ledge\xe2\x80\x99).");
    sheet_free(&s);
}
END_TEST

START_TEST(a_soft_hyphen_shows_only_where_it_is_used)
{
    sheet used = sheet_new("", "super&#xAD;vision", 35);
    sheet unused = sheet_new("", "super&#xAD;vision", 200);
    sheet plain = sheet_new("", "supervision", 200);

    ck_assert_int_eq(used.count, 2);
    assert_line(&used, 0, "super\xc2\xad");
    assert_line(&used, 1, "vision");
    assert_line(&unused, 0, "supervision");
    /* No hyphen's width is left behind; kerning between r and v may be. */
    ck_assert_double_eq_tol(right_of(&unused, 0), right_of(&plain, 0), 0.3);
    sheet_free(&used);
    sheet_free(&unused);
    sheet_free(&plain);
}
END_TEST

/* --- characters that say where a line may break --- */

START_TEST(no_break_spaces_hold_together)
{
    for (double width = 30; width < 200; width += 7) {
        sheet s = sheet_new("", "In all&#xA0;14&#xA0;cases the order was made.", width);
        int together = 0;
        for (int i = 0; i < s.count; i++) {
            g_autofree char *line = text_of_line(&s, i);
            together += strstr(line, "all\xc2\xa0"
                                     "14\xc2\xa0"
                                     "cases") != NULL;
        }
        ck_assert_int_eq(together, 1);
        sheet_free(&s);
    }
}
END_TEST

START_TEST(no_break_spaces_stretch_with_the_others)
{
    sheet s =
        sheet_new("text-align='justify' text-align-last='justify'", "one&#xA0;two three", 120);

    ck_assert_int_eq(s.count, 1);
    ck_assert_double_eq_tol(right_of(&s, 0), 120, CLOSE);
    sheet_free(&s);
}
END_TEST

START_TEST(a_zero_width_space_allows_a_break_and_leaves_nothing)
{
    sheet narrow = sheet_new("", "assess&#x200B;ment", 40);
    sheet wide = sheet_new("", "assess&#x200B;ment", 200);

    ck_assert_int_eq(narrow.count, 2);
    assert_line(&narrow, 0, "assess");
    assert_line(&narrow, 1, "ment");
    assert_line(&wide, 0, "assessment");
    sheet_free(&narrow);
    sheet_free(&wide);
}
END_TEST

START_TEST(a_word_joiner_forbids_a_break)
{
    sheet joined = sheet_new("", "half-&#x2060;way", 25);
    sheet plain = sheet_new("", "half-way", 25);

    ck_assert_int_eq(joined.count, 1);
    assert_line(&joined, 0, "half-way");
    ck_assert_int_eq(plain.count, 2);
    sheet_free(&joined);
    sheet_free(&plain);
}
END_TEST

#define ADDRESS                                                                                    \
    "https://www.justiceinspectorates.gov.uk/hmiprobation/inspections/devon-and-cornwall/"         \
    "2007/offender-management/annexes/annex-1.pdf?version=2"

START_TEST(a_long_address_breaks_where_it_may)
{
    sheet s = sheet_new("", "See " ADDRESS " for more.", 190);
    g_autofree char *said = text_of(&s);

    ck_assert_str_eq(said, "See " ADDRESS " for more.");
    ck_assert_int_ge(s.count, 3);
    for (int i = 0; i < s.count; i++)
        ck_assert_double_le(right_of(&s, i), 190 + CLOSE);
    sheet_free(&s);
}
END_TEST

START_TEST(what_can_not_be_divided_stands_out_alone)
{
    sheet s = sheet_new("", "a Llanfairpwllgwyngyllgogerychwyrndrobwll b c", 60);

    ck_assert_int_eq(s.count, 3);
    assert_line(&s, 0, "a ");
    assert_line(&s, 1, "Llanfairpwllgwyngyllgogerychwyrndrobwll ");
    assert_line(&s, 2, "b c");
    ck_assert_double_gt(right_of(&s, 1), 60);
    sheet_free(&s);
}
END_TEST

START_TEST(no_wrap_means_one_line)
{
    sheet s = sheet_new("wrap-option='no-wrap'", PROSE, 100);
    sheet part = sheet_new("",
                           "one <fo:inline wrap-option='no-wrap'>two three four five six"
                           "</fo:inline> seven",
                           60);
    sheet kept = sheet_new("",
                           "one <fo:inline keep-together.within-line='always'>two three four "
                           "five six</fo:inline> seven",
                           60);

    ck_assert_int_eq(s.count, 1);
    ck_assert_int_eq(part.count, 3);
    assert_line(&part, 1, "two three four five six ");
    ck_assert_int_eq(kept.count, 3);
    assert_line(&kept, 1, "two three four five six ");
    sheet_free(&s);
    sheet_free(&part);
    sheet_free(&kept);
}
END_TEST

/* --- line feeds and white space --- */

START_TEST(preserved_line_feeds_end_lines)
{
    sheet s = sheet_new("linefeed-treatment='preserve'", "one two\n three \n\nfour", 300);

    ck_assert_int_eq(s.count, 4);
    assert_line(&s, 0, "one two");
    assert_line(&s, 1, "three");
    assert_line(&s, 2, "");
    assert_line(&s, 3, "four");
    for (int i = 0; i < s.count; i++)
        ck_assert_int_eq(bb_para_line_height(s.para, i), 12000);
    sheet_free(&s);
}
END_TEST

/* Among the characters of one object: an inline keeps a space at its edge beside one outside, as in
 * FOP, but none begins a line. */
START_TEST(white_space_collapses_within_each_object)
{
    sheet s =
        sheet_new("", "\n  <fo:inline>  one \t </fo:inline> <fo:inline>two</fo:inline>\n", 300);
    g_autofree char *said = text_of(&s);

    ck_assert_int_eq(s.count, 1);
    ck_assert_str_eq(g_strchomp(said), "one  two");
    sheet_free(&s);
}
END_TEST

START_TEST(white_space_is_kept_when_asked)
{
    sheet kept = sheet_new("white-space='pre'", "  a  b\n c ", 10);
    sheet ignored = sheet_new("linefeed-treatment='ignore'", "o\nne", 300);
    sheet invisible = sheet_new("linefeed-treatment='treat-as-zero-width-space'", "one\ntwo", 10);

    ck_assert_int_eq(kept.count, 2);
    assert_line(&kept, 0, "  a  b");
    assert_line(&kept, 1, " c ");
    assert_line(&ignored, 0, "one");
    ck_assert_int_eq(invisible.count, 2);
    sheet_free(&kept);
    sheet_free(&ignored);
    sheet_free(&invisible);
}
END_TEST

/* --- alignment and indents --- */

START_TEST(alignment_uses_the_room_that_is_left)
{
    static const struct {
        const char *attributes;
        double share; /* of the room, before the line */
    } CASES[] = {{"", 0},
                 {"text-align='end'", 1},
                 {"text-align='right'", 1},
                 {"text-align='center'", 0.5},
                 {"text-align='justify'", 0},
                 {"text-align='justify' text-align-last='end'", 1},
                 {"text-align='end' text-align-last='start'", 0},
                 {"text-align='start' writing-mode='rl-tb'", 1}};

    for (size_t i = 0; i < G_N_ELEMENTS(CASES); i++) {
        sheet s = sheet_new(CASES[i].attributes, "Victims", 200);
        double room = 200 - (right_of(&s, 0) - left_of(&s, 0));
        ck_assert_msg(fabs(left_of(&s, 0) - room * CASES[i].share) < CLOSE, "%s: %g of %g",
                      CASES[i].attributes, left_of(&s, 0), room);
        sheet_free(&s);
    }
}
END_TEST

START_TEST(an_indent_moves_the_first_line_alone)
{
    sheet s = sheet_new("text-indent='25pt'", PROSE, 200);
    sheet hanging = sheet_new("text-indent='-10pt'", PROSE, 200);

    ck_assert_double_eq_tol(left_of(&s, 0), 25, CLOSE);
    ck_assert_double_eq_tol(left_of(&s, 1), 0, CLOSE);
    ck_assert_double_eq_tol(left_of(&hanging, 0), -10, CLOSE);
    ck_assert_double_eq_tol(left_of(&hanging, 1), 0, CLOSE);
    sheet_free(&s);
    sheet_free(&hanging);
}
END_TEST

START_TEST(a_leader_fills_the_line)
{
    sheet s = sheet_new("text-align-last='justify'",
                        "Victims<fo:leader leader-pattern='dots' leader-length.minimum='10pt' "
                        "leader-length.optimum='20pt' leader-length.maximum='100%'/>12",
                        200);

    ck_assert_int_eq(s.count, 1);
    ck_assert_double_eq_tol(right_of(&s, 0), 200, CLOSE);
    sheet_free(&s);
}
END_TEST

/* --- widths --- */

START_TEST(spacing_and_edges_have_width)
{
    sheet plain = sheet_new("", "ab cd", 300);
    sheet letters = sheet_new("letter-spacing='2pt'", "ab cd", 300);
    sheet words = sheet_new("word-spacing='3pt'", "ab cd", 300);
    sheet boxed = sheet_new("",
                            "a<fo:inline padding='1pt' border='2pt solid' space-start='4pt' "
                            "space-end='5pt' id='i'>b c</fo:inline>d",
                            300);
    double width = right_of(&plain, 0);

    /* After each of five characters. */
    ck_assert_double_eq_tol(right_of(&letters, 0), width + 10, CLOSE);
    ck_assert_double_eq_tol(right_of(&words, 0), width + 3, CLOSE);
    /* Two borders, two paddings and the spaces; no kerning across. */
    ck_assert_double_eq_tol(right_of(&boxed, 0), width + 15, 0.5);
    sheet_free(&plain);
    sheet_free(&letters);
    sheet_free(&words);
    sheet_free(&boxed);
}
END_TEST

START_TEST(measures_the_longest_word_and_the_whole)
{
    sheet s = sheet_new("", "It is a supervision order", 60);
    sheet word = sheet_new("", "supervision", 300);
    sheet line = sheet_new("", "It is a supervision order", 300);
    bb_length least, most;

    bb_para_measure(s.para, &least, &most);
    ck_assert_double_eq_tol(bb_length_to_pt(least), right_of(&word, 0), CLOSE);
    ck_assert_double_eq_tol(bb_length_to_pt(most), right_of(&line, 0), CLOSE);
    sheet_free(&s);
    sheet_free(&word);
    sheet_free(&line);
}
END_TEST

/* "office" has a ligature, "é" may be two characters: clusters keep text and glyphs together. */
START_TEST(ligatures_and_marks_keep_their_text)
{
    sheet s = sheet_new("", "office caf\xc3\xa9 cafe\xcc\x81 fi", 300);
    g_autofree char *said = text_of(&s);

    ck_assert_str_eq(said, "office caf\xc3\xa9 cafe\xcc\x81 fi");
    sheet_free(&s);
}
END_TEST

START_TEST(transformed_text_says_what_was_written)
{
    sheet upper = sheet_new("text-transform='uppercase'", "key facts", 300);
    sheet shown = sheet_new("", "KEY FACTS", 300);
    sheet odd = sheet_new("text-transform='uppercase'",
                          "stra\xc3\x9f"
                          "e",
                          300);

    assert_line(&upper, 0, "key facts");
    ck_assert_double_eq_tol(right_of(&upper, 0), right_of(&shown, 0), CLOSE);
    assert_line(&odd, 0,
                "stra\xc3\x9f"
                "e");
    sheet_free(&upper);
    sheet_free(&shown);
    sheet_free(&odd);
}
END_TEST

START_TEST(transformed_text_breaks_like_any_other)
{
    sheet s = sheet_new("text-transform='capitalize'", "enablers and barriers of change", 60);
    g_autofree char *said = text_of(&s);

    ck_assert_int_ge(s.count, 3);
    ck_assert_str_eq(said, "enablers and barriers of change");
    sheet_free(&s);
}
END_TEST

START_TEST(deeply_nested_inlines_are_all_there)
{
    GString *content = g_string_new(NULL);
    enum { DEEP = 150 };

    for (int i = 0; i < DEEP; i++)
        g_string_append(content, "<fo:inline border='0.1pt solid'>x ");
    for (int i = 0; i < DEEP; i++)
        g_string_append(content, "</fo:inline>");
    sheet s = sheet_new("", content->str, 200);
    g_autofree char *said = text_of(&s);
    int letters = 0;
    for (const char *p = said; *p != '\0'; p++)
        letters += *p == 'x';
    ck_assert_int_eq(letters, DEEP);
    g_string_free(content, TRUE);
    sheet_free(&s);
}
END_TEST

START_TEST(nothing_makes_no_paragraph)
{
    static const char *const CONTENTS[] = {"", "  \n ", "<fo:wrapper/>"};

    for (size_t i = 0; i < G_N_ELEMENTS(CONTENTS); i++) {
        g_autofree char *fo =
            g_strdup_printf(FO_ROOT("<fo:block id='b'>%s</fo:block>"), CONTENTS[i]);
        g_autoptr(bb_test_doc) doc = bb_test_read(fo);
        g_autoptr(bb_layout) layout = bb_test_run_new(doc);
        const bb_fo_node *block = bb_test_node(doc, "b");
        bb_inline_range range = {.first = block->first};
        bb_para *para = bb_para_new(layout, block, &range, 100000);
        ck_assert_ptr_null(para);
    }
}
END_TEST

int main(void)
{
    TCase *tests = tcase_create("layout_para");

    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, no_line_is_overfull_and_no_word_is_lost);
    tcase_add_test(tests, justified_lines_are_full);
    tcase_add_test(tests, lines_end_with_their_space);
    tcase_add_test(tests, total_cost_beats_first_fit);
    tcase_add_test(tests, words_are_divided_when_asked);
    tcase_add_test(tests, divisions_keep_their_fewest_letters);
    tcase_add_test(tests, stops_and_quotes_do_not_hinder_division);
    tcase_add_test(tests, a_soft_hyphen_shows_only_where_it_is_used);
    tcase_add_test(tests, no_break_spaces_hold_together);
    tcase_add_test(tests, no_break_spaces_stretch_with_the_others);
    tcase_add_test(tests, a_zero_width_space_allows_a_break_and_leaves_nothing);
    tcase_add_test(tests, a_word_joiner_forbids_a_break);
    tcase_add_test(tests, a_long_address_breaks_where_it_may);
    tcase_add_test(tests, what_can_not_be_divided_stands_out_alone);
    tcase_add_test(tests, no_wrap_means_one_line);
    tcase_add_test(tests, preserved_line_feeds_end_lines);
    tcase_add_test(tests, white_space_collapses_within_each_object);
    tcase_add_test(tests, white_space_is_kept_when_asked);
    tcase_add_test(tests, alignment_uses_the_room_that_is_left);
    tcase_add_test(tests, an_indent_moves_the_first_line_alone);
    tcase_add_test(tests, a_leader_fills_the_line);
    tcase_add_test(tests, spacing_and_edges_have_width);
    tcase_add_test(tests, measures_the_longest_word_and_the_whole);
    tcase_add_test(tests, ligatures_and_marks_keep_their_text);
    tcase_add_test(tests, transformed_text_says_what_was_written);
    tcase_add_test(tests, transformed_text_breaks_like_any_other);
    tcase_add_test(tests, deeply_nested_inlines_are_all_there);
    tcase_add_test(tests, nothing_makes_no_paragraph);
    return bb_check_run("layout_para", tests);
}
