/* test_fo_shorthand.c - an attribute that sets several properties means the same as those
 * properties written out, and the special wins over the general whatever the order. */
#include "check_run.h"
#include "fo_document.h"

#include <string.h>

/* A block with these attributes in a bold, right-aligned, kept-together parent: so that what a
 * shorthand resets is seen. */
static bb_test_doc *block_with(const char *attributes)
{
    g_autofree char *fo = g_strdup_printf(
        FO_ROOT("<fo:block font-weight='bold' line-height='2' page-break-inside='avoid' "
                "wrap-option='no-wrap' font-size='20pt'><fo:block id='b' %s/></fo:block>"),
        attributes);

    return bb_test_read(fo);
}

typedef struct {
    const char *shorthand, *longhands;
} pair;

/* What is set is looked at here, not whether layout heeds it. */
static int complaints(const bb_test_doc *doc)
{
    return (int)bb_diag_count(doc->diag) - bb_test_messages(doc, "fo-property-ignored");
}

static void check_pair(const pair *p)
{
    g_autoptr(bb_test_doc) one = block_with(p->shorthand), other = block_with(p->longhands);
    const bb_fo_node *a = bb_test_node(one, "b"), *b = bb_test_node(other, "b");

    for (int i = 0; i < BB_FO_PROPERTY_COUNT; i++)
        ck_assert_msg(
            bb_fo_value_equal(bb_fo_get(a, (bb_fo_property)i), bb_fo_get(b, (bb_fo_property)i)),
            "%s and %s differ in %s", p->shorthand, p->longhands, bb_fo_property_rows[i].name);
    ck_assert_msg(complaints(one) == 0, "%s is complained of", p->shorthand);
    ck_assert_msg(complaints(other) == 0, "%s is complained of", p->longhands);
}

static void check_pairs(const pair *pairs, size_t count)
{
    for (size_t i = 0; i < count; i++)
        check_pair(&pairs[i]);
}

#define SIDE(side, style, width, color)                                                            \
    "border-" side "-style='" style "' border-" side "-width='" width "' border-" side             \
    "-color='" color "' "

START_TEST(border_spreads_over_four_sides)
{
    static const pair PAIRS[] = {
        {"border='2pt solid red'",
         SIDE("before", "solid", "2pt", "red") SIDE("after", "solid", "2pt", "red")
             SIDE("start", "solid", "2pt", "red") SIDE("end", "solid", "2pt", "red")},
        {"border='rgb(1, 2, 3) thick dashed'",
         "border-style='dashed' border-width='thick' border-color='rgb(1,2,3)'"},
        {"border='solid'", "border-style='solid' border-width='medium'"},
        {"border='none'", ""},
        {"border-top='.5pt solid #123456'", SIDE("before", "solid", ".5pt", "#123456")},
        {"border-right='1pt solid blue'", SIDE("end", "solid", "1pt", "blue")},
        {"border-bottom='1pt dotted blue'", SIDE("after", "dotted", "1pt", "blue")},
        {"border-left='1pt double blue'", SIDE("start", "double", "1pt", "blue")},
        {"border-before='1pt solid blue'", SIDE("before", "solid", "1pt", "blue")},
        {"border-after='1pt solid blue'", SIDE("after", "solid", "1pt", "blue")},
        {"border-start='1pt solid blue'", SIDE("start", "solid", "1pt", "blue")},
        {"border-end='1pt solid blue'", SIDE("end", "solid", "1pt", "blue")},
        {"border-left='1pt solid blue' writing-mode='rl-tb'",
         "writing-mode='rl-tb' " SIDE("end", "solid", "1pt", "blue")},
    };

    check_pairs(PAIRS, G_N_ELEMENTS(PAIRS));
}
END_TEST

START_TEST(one_to_four_values_go_round)
{
    static const pair PAIRS[] = {
        {"border-style='solid'", "border-before-style='solid' border-after-style='solid' "
                                 "border-start-style='solid' border-end-style='solid'"},
        {"border-width='1pt 2pt'", "border-before-width='1pt' border-after-width='1pt' "
                                   "border-start-width='2pt' border-end-width='2pt'"},
        {"border-color='red green blue'",
         "border-before-color='red' border-after-color='blue' border-start-color='green' "
         "border-end-color='green'"},
        {"padding='1pt 2pt 3pt 4pt'", "padding-before='1pt' padding-end='2pt' "
                                      "padding-after='3pt' padding-start='4pt'"},
        {"padding='1pt 2pt 3pt 4pt' writing-mode='rl-tb'",
         "padding-before='1pt' padding-end='4pt' padding-after='3pt' padding-start='2pt' "
         "writing-mode='rl-tb'"},
        {"padding=' 2pt '", "padding-top='2pt' padding-bottom='2pt' padding-left='2pt' "
                            "padding-right='2pt'"},
        {"padding='(1pt + 2pt)'", "padding='3pt'"},
        {"margin='1pt'", "margin-top='1pt' margin-right='1pt' margin-bottom='1pt' "
                         "margin-left='1pt'"},
        {"margin='1pt 2pt'", "margin-top='1pt' margin-right='2pt' margin-bottom='1pt' "
                             "margin-left='2pt'"},
        {"margin='1pt 2pt 3pt'", "margin-top='1pt' margin-right='2pt' margin-bottom='3pt' "
                                 "margin-left='2pt'"},
        {"margin='1pt 2pt 3pt 4pt'", "margin-top='1pt' margin-right='2pt' margin-bottom='3pt' "
                                     "margin-left='4pt'"},
    };

    check_pairs(PAIRS, G_N_ELEMENTS(PAIRS));
}
END_TEST

START_TEST(longhands_have_other_names)
{
    static const pair PAIRS[] = {
        {"border-top-width='3pt'", "border-before-width.length='3pt'"},
        {"border-left-width.length='3pt'", "border-start-width='3pt'"},
        {"border-top-width.conditionality='retain'", "border-before-width.conditionality='retain'"},
        {"border-before-precedence='3'", "border-before-precedence='3'"},
        {"padding-top='3pt'", "padding-before.length='3pt'"},
        {"padding-bottom.conditionality='retain'", "padding-after.conditionality='retain'"},
        {"padding-right='3pt'", "padding-end='3pt'"},
        {"padding-left.conditionality='retain'", "padding-start.conditionality='retain'"},
        {"border-right-width.conditionality='retain'", "border-end-width.conditionality='retain'"},
        {"space-start.optimum='3pt'", "space-start='3pt'"},
        {"space-end.optimum='3pt'", "space-end='3pt'"},
        {"line-height.optimum='14pt'", "line-height='14pt'"},
        {"letter-spacing.optimum='1pt'", "letter-spacing='1pt'"},
        {"word-spacing.optimum='1pt'", "word-spacing='1pt'"},
    };

    check_pairs(PAIRS, G_N_ELEMENTS(PAIRS));
}
END_TEST

#define THREE(name, value)                                                                         \
    name ".minimum='" value "' " name ".optimum='" value "' " name ".maximum='" value "'"
#define KEEP(name, value)                                                                          \
    name ".within-line='" value "' " name ".within-column='" value "' " name                       \
         ".within-page='" value "'"

START_TEST(compounds_set_their_components)
{
    static const pair PAIRS[] = {
        {"space-before='5pt'", THREE("space-before", "5pt")},
        {"space-after='5pt'", THREE("space-after", "5pt")},
        {"leader-length='5pt'", THREE("leader-length", "5pt")},
        {"block-progression-dimension='5pt'", THREE("block-progression-dimension", "5pt")},
        {"inline-progression-dimension='5pt'", THREE("inline-progression-dimension", "5pt")},
        {"height='5pt'", THREE("block-progression-dimension", "5pt")},
        {"width='5pt'", THREE("inline-progression-dimension", "5pt")},
        {"min-height='5pt'", "block-progression-dimension.minimum='5pt'"},
        {"max-height='5pt'", "block-progression-dimension.maximum='5pt'"},
        {"min-width='5pt'", "inline-progression-dimension.minimum='5pt'"},
        {"max-width='5pt'", "inline-progression-dimension.maximum='5pt'"},
        {"keep-together='3'", KEEP("keep-together", "3")},
        {"keep-with-next='always'", KEEP("keep-with-next", "always")},
        {"keep-with-previous='always'", KEEP("keep-with-previous", "always")},
        {"border-separation='5pt'", "border-separation.block-progression-direction='5pt' "
                                    "border-separation.inline-progression-direction='5pt'"},
        {"border-spacing='5pt'", "border-separation='5pt'"},
        {"border-spacing='5pt 7pt'", "border-separation.inline-progression-direction='5pt' "
                                     "border-separation.block-progression-direction='7pt'"},
    };

    check_pairs(PAIRS, G_N_ELEMENTS(PAIRS));
}
END_TEST

START_TEST(css_names_mean_xsl_properties)
{
    static const pair PAIRS[] = {
        {"white-space='pre'", "linefeed-treatment='preserve' white-space-treatment='preserve' "
                              "white-space-collapse='false' wrap-option='no-wrap'"},
        {"white-space='nowrap'", "wrap-option='no-wrap'"},
        {"white-space='normal'", "wrap-option='wrap'"},
        {"position='absolute'", "absolute-position='absolute'"},
        {"position='fixed'", "absolute-position='fixed'"},
        {"position='relative'", "relative-position='relative'"},
        {"position='static'", ""},
        {"page-break-before='always'", "break-before='page'"},
        {"page-break-before='left'", "break-before='even-page'"},
        {"page-break-before='right'", "break-before='odd-page'"},
        {"page-break-before='avoid'", "keep-with-previous.within-column='always'"},
        {"page-break-before='auto'", ""},
        {"page-break-after='always'", "break-after='page'"},
        {"page-break-after='left'", "break-after='even-page'"},
        {"page-break-after='right'", "break-after='odd-page'"},
        {"page-break-after='avoid'", "keep-with-next.within-column='always'"},
        {"page-break-inside='avoid'", "keep-together.within-column='always'"},
        {"page-break-inside='auto'", "keep-together.within-column='auto'"},
        {"vertical-align='baseline'", "alignment-baseline='baseline'"},
        {"vertical-align='middle'", "alignment-baseline='middle'"},
        {"vertical-align='sub'", "baseline-shift='sub'"},
        {"vertical-align='super'", "baseline-shift='super'"},
        {"vertical-align='text-top'", "alignment-baseline='text-before-edge'"},
        {"vertical-align='text-bottom'", "alignment-baseline='text-after-edge'"},
        {"vertical-align='top'", "alignment-baseline='before-edge'"},
        {"vertical-align='bottom'", "alignment-baseline='after-edge'"},
        {"vertical-align='-3pt'", "alignment-adjust='-3pt'"},
    };

    check_pairs(PAIRS, G_N_ELEMENTS(PAIRS));
}
END_TEST

START_TEST(font_and_background_are_taken_apart)
{
    static const pair PAIRS[] = {
        /* What the shorthand does not name becomes initial, not the parent's. */
        {"font='12pt Lato'", "font-size='12pt' font-family='Lato' font-weight='normal' "
                             "line-height='normal'"},
        {"font='italic bold 12pt/14pt \"DejaVu Sans\", Lato'",
         "font-style='italic' font-weight='bold' font-size='12pt' line-height='14pt' "
         "font-family='\"DejaVu Sans\", Lato'"},
        {"font='normal small-caps 900 150% serif'",
         "font-variant='small-caps' font-weight='900' font-size='150%' font-family='serif' "
         "line-height='normal'"},
        {"font='italic large Lato'", "font-style='italic' font-weight='normal' font-size='large' "
                                     "font-family='Lato' line-height='normal'"},
        {"background='#eee'", "background-color='#eee'"},
        {"background='url(a.png) no-repeat red'",
         "background-image='url(a.png)' background-repeat='no-repeat' background-color='red'"},
        {"background-position='10pt 20%'",
         "background-position-horizontal='10pt' background-position-vertical='20%'"},
        {"background-position='left'",
         "background-position-horizontal='left' background-position-vertical='50%'"},
        {"xml:lang='cy'", "language='cy' country='none'"},
        {"xml:lang='en-US'", "language='en' country='US'"},
    };

    check_pairs(PAIRS, G_N_ELEMENTS(PAIRS));
}
END_TEST

START_TEST(the_special_wins_whatever_the_order)
{
    static const pair PAIRS[] = {
        {"border-top='2pt solid red' border='1pt dashed blue'",
         "border='1pt dashed blue' border-before='2pt solid red'"},
        {"border-before-width='3pt' border='1pt solid blue'",
         "border-style='solid' border-color='blue' border-width='3pt 1pt 1pt 1pt'"},
        {"border-style='dotted' border='1pt solid blue'",
         "border-width='1pt' border-color='blue' border-style='dotted'"},
        {"border-start-color='red' border-left='1pt solid blue'",
         "border-start-style='solid' border-start-width='1pt' border-start-color='red'"},
        {"padding-before='3pt' padding='1pt'", "padding='3pt 1pt 1pt 1pt'"},
        {"space-before.optimum='4pt' space-before='2pt'",
         "space-before.minimum='2pt' space-before.optimum='4pt' space-before.maximum='2pt'"},
        {"keep-together.within-page='1' keep-together='always'",
         "keep-together.within-line='always' keep-together.within-column='always' "
         "keep-together.within-page='1'"},
        {"font-size='9pt' font='12pt Lato'",
         "font-size='9pt' font-family='Lato' font-weight='normal' line-height='normal'"},
        {"margin-left='9pt' margin='1pt'", "margin='1pt 1pt 1pt 9pt'"},
        {"break-before='column' page-break-before='always'", "break-before='column'"},
        {"wrap-option='wrap' white-space='nowrap'", "wrap-option='wrap'"},
        {"min-height='1pt' height='5pt'", "block-progression-dimension.minimum='1pt' "
                                          "block-progression-dimension.optimum='5pt' "
                                          "block-progression-dimension.maximum='5pt'"},
    };

    check_pairs(PAIRS, G_N_ELEMENTS(PAIRS));
}
END_TEST

START_TEST(the_absolute_wins_over_the_relative)
{
    static const pair PAIRS[] = {
        {"border-top-width='3pt' border-before-width='1pt'", "border-before-width='3pt'"},
        {"border-before-width='1pt' border-top-width='3pt'", "border-before-width='3pt'"},
        {"padding-left='3pt' padding-start='1pt'", "padding-start='3pt'"},
        {"padding-top.conditionality='retain' padding-before.conditionality='discard'",
         "padding-before.conditionality='retain'"},
        {"border-top='3pt solid red' border-before='1pt dashed blue'",
         "border-before='3pt solid red'"},
        {"border-before='1pt dashed blue' border-top='3pt solid red'",
         "border-before='3pt solid red'"},
    };

    check_pairs(PAIRS, G_N_ELEMENTS(PAIRS));
}
END_TEST

/* §7.31.3: a border shorthand sets style, width and colour, named or not. */
START_TEST(a_border_shorthand_resets_what_it_does_not_name)
{
    static const pair PAIRS[] = {
        {"border='2pt solid red' border-top='1pt'",
         "border='2pt solid red' border-before-style='none' border-before-width='1pt' "
         "border-before-color='black'"},
        {"border='2pt solid red' border-top='dotted'",
         "border='2pt solid red' border-before-style='dotted' border-before-width='medium' "
         "border-before-color='black'"},
        {"border-left='none' border='2pt solid red'",
         "border='2pt solid red' border-start-style='none' border-start-width='medium' "
         "border-start-color='black'"},
    };

    check_pairs(PAIRS, G_N_ELEMENTS(PAIRS));
}
END_TEST

/* A bad value is reported under the name that the file uses, and the rest is kept. */
START_TEST(reports_bad_values_by_the_name_in_the_file)
{
    static const char *const BAD[] = {
        "border='1pt solid nocolour'", "padding='1pt blah'",
        "margin='1pt blah'",           "font='bold 12hands Lato'",
        "border-style='wavy'",         "white-space='sometimes'",
        "vertical-align='sideways'",   "page-break-after='maybe'",
        "border-top-width='wide'",     "height='tall'",
        "keep-together='perhaps'",     "background='puce'",
    };

    for (size_t i = 0; i < G_N_ELEMENTS(BAD); i++) {
        g_autoptr(bb_test_doc) doc = block_with(BAD[i]);
        g_autofree char *name = g_strndup(BAD[i], strcspn(BAD[i], "="));
        ck_assert_msg(bb_test_messages(doc, "fo-value-bad") > 0, "%s is taken in silence", BAD[i]);
        ck_assert_msg(g_str_has_prefix(bb_diag_entry_at(doc->diag, 0)->text, name), "%s: %s",
                      BAD[i], bb_diag_entry_at(doc->diag, 0)->text);
    }
}
END_TEST

int main(void)
{
    TCase *tests = tcase_create("fo_shorthand");

    tcase_add_test(tests, border_spreads_over_four_sides);
    tcase_add_test(tests, one_to_four_values_go_round);
    tcase_add_test(tests, longhands_have_other_names);
    tcase_add_test(tests, compounds_set_their_components);
    tcase_add_test(tests, css_names_mean_xsl_properties);
    tcase_add_test(tests, font_and_background_are_taken_apart);
    tcase_add_test(tests, the_special_wins_whatever_the_order);
    tcase_add_test(tests, the_absolute_wins_over_the_relative);
    tcase_add_test(tests, a_border_shorthand_resets_what_it_does_not_name);
    tcase_add_test(tests, reports_bad_values_by_the_name_in_the_file);
    return bb_check_run("fo_shorthand", tests);
}
