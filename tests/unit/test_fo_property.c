/* test_fo_property.c - the tables of objects, properties and keywords are sound. */
#include "check_run.h"
#include "fo/fo_property.h"
#include "fo/fo_value.h"

#include <glib.h>
#include <string.h>

static const char *const COLORS[] = {
#define BB_COLOR(word, value) word,
#include "fo/fo_colors.def"
#undef BB_COLOR
};

static bool nothing(void *data, bb_fo_property property, bb_fo_value *value)
{
    (void)data, (void)property, (void)value;
    return false;
}

static const char *keep_string(void *data, const char *text, size_t length)
{
    (void)data, (void)length;
    return text;
}

static bool parse(bb_fo_property property, const char *text, bb_fo_value *value)
{
    const bb_fo_scope scope = {
        .font_size = 10000,
        .parent_font_size = 10000,
        .parent_weight = 400,
        .from_parent = nothing,
        .from_nearest = nothing,
        .from_list_item = nothing,
        .keep_string = keep_string,
    };

    return bb_fo_value_parse(&scope, property, text, value);
}

START_TEST(words_are_sorted)
{
    for (int i = 1; i < BB_FO_KEYWORD_COUNT; i++)
        ck_assert_str_lt(bb_fo_keyword_name((bb_fo_keyword)(i - 1)),
                         bb_fo_keyword_name((bb_fo_keyword)i));
    for (size_t i = 1; i < G_N_ELEMENTS(COLORS); i++)
        ck_assert_str_lt(COLORS[i - 1], COLORS[i]);
}
END_TEST

START_TEST(finds_every_word_and_no_other)
{
    for (int i = 0; i < BB_FO_KEYWORD_COUNT; i++) {
        const char *word = bb_fo_keyword_name((bb_fo_keyword)i);
        g_autofree char *longer = g_strconcat(word, "x", NULL);
        ck_assert_int_eq(bb_fo_keyword_find(word, strlen(word)), i);
        /* The length counts, not what stands behind it. */
        ck_assert_int_eq(bb_fo_keyword_find(longer, strlen(word)), i);
        ck_assert_int_eq(bb_fo_keyword_find(longer, strlen(longer)), BB_FO_KEYWORD_COUNT);
        ck_assert_msg(strspn(word, "abcdefghijklmnopqrstuvwxyz-") == strlen(word),
                      "\"%s\" is no word of XSL", word);
    }
    ck_assert_int_eq(bb_fo_keyword_find("au", 2), BB_FO_KEYWORD_COUNT);
    ck_assert_int_eq(bb_fo_keyword_find("zzz", 3), BB_FO_KEYWORD_COUNT);
    ck_assert_str_eq(bb_fo_keyword_name(BB_FO_KEYWORD_COUNT), "");
}
END_TEST

START_TEST(finds_every_name_once)
{
    for (int i = 0; i < BB_FO_PROPERTY_COUNT; i++)
        ck_assert_int_eq(bb_fo_property_find(bb_fo_property_rows[i].name), i);
    for (int i = 0; i < BB_FO_OBJECT_COUNT; i++)
        ck_assert_int_eq(bb_fo_object_find(bb_fo_object_rows[i].name), i);
    ck_assert_int_eq(bb_fo_property_find("font-siz"), BB_FO_PROPERTY_COUNT);
    ck_assert_int_eq(bb_fo_object_find("Block"), BB_FO_OBJECT_COUNT);
}
END_TEST

START_TEST(inherited_rows_come_first)
{
    ck_assert(bb_fo_property_is_inherited(BB_FO_P_FONT_SIZE));
    ck_assert(bb_fo_property_is_inherited(BB_FO_P_KEEP_TOGETHER_PAGE));
    ck_assert(bb_fo_property_is_inherited((bb_fo_property)(BB_FO_INHERITED_COUNT - 1)));
    ck_assert(!bb_fo_property_is_inherited((bb_fo_property)BB_FO_INHERITED_COUNT));
    ck_assert(!bb_fo_property_is_inherited(BB_FO_P_KEEP_WITH_NEXT_PAGE));
    ck_assert(!bb_fo_property_is_inherited(BB_FO_P_SPACE_BEFORE_MINIMUM));
}
END_TEST

START_TEST(initial_values_are_values)
{
    for (int i = 0; i < BB_FO_PROPERTY_COUNT; i++) {
        bb_fo_value value;
        ck_assert_msg(parse((bb_fo_property)i, bb_fo_property_rows[i].initial, &value),
                      "%s: \"%s\"", bb_fo_property_rows[i].name, bb_fo_property_rows[i].initial);
    }
}
END_TEST

START_TEST(keywords_of_a_row_are_values)
{
    for (int i = 0; i < BB_FO_PROPERTY_COUNT; i++) {
        const bb_fo_property_row *row = &bb_fo_property_rows[i];
        g_auto(GStrv) words = g_strsplit(row->keywords, "|", -1);
        for (char **word = words; *word != NULL; word++) {
            bb_fo_value value;
            ck_assert_msg(bb_fo_keyword_find(*word, strlen(*word)) != BB_FO_KEYWORD_COUNT,
                          "%s: no keyword \"%s\"", row->name, *word);
            ck_assert_msg(parse((bb_fo_property)i, *word, &value), "%s: \"%s\"", row->name, *word);
        }
    }
}
END_TEST

/* Code steps from one component to its neighbour: these stand together in this order. */
START_TEST(components_stand_together)
{
    static const bb_fo_property TRIPLES[] = {
        BB_FO_P_SPACE_BEFORE_MINIMUM, BB_FO_P_SPACE_AFTER_MINIMUM,   BB_FO_P_BPD_MINIMUM,
        BB_FO_P_IPD_MINIMUM,          BB_FO_P_LEADER_LENGTH_MINIMUM,
    };
    static const bb_fo_property KEEPS[] = {
        BB_FO_P_KEEP_TOGETHER_COLUMN,
        BB_FO_P_KEEP_WITH_NEXT_COLUMN,
        BB_FO_P_KEEP_WITH_PREVIOUS_COLUMN,
    };

    for (size_t i = 0; i < G_N_ELEMENTS(TRIPLES); i++) {
        ck_assert(g_str_has_suffix(bb_fo_property_rows[TRIPLES[i]].name, ".minimum"));
        ck_assert(g_str_has_suffix(bb_fo_property_rows[TRIPLES[i] + 1].name, ".optimum"));
        ck_assert(g_str_has_suffix(bb_fo_property_rows[TRIPLES[i] + 2].name, ".maximum"));
    }
    for (size_t i = 0; i < G_N_ELEMENTS(KEEPS); i++) {
        ck_assert(g_str_has_suffix(bb_fo_property_rows[KEEPS[i]].name, ".within-column"));
        ck_assert(g_str_has_suffix(bb_fo_property_rows[KEEPS[i] + 1].name, ".within-page"));
    }
}
END_TEST

int main(void)
{
    TCase *tests = tcase_create("fo_property");

    tcase_add_test(tests, words_are_sorted);
    tcase_add_test(tests, finds_every_word_and_no_other);
    tcase_add_test(tests, finds_every_name_once);
    tcase_add_test(tests, inherited_rows_come_first);
    tcase_add_test(tests, initial_values_are_values);
    tcase_add_test(tests, keywords_of_a_row_are_values);
    tcase_add_test(tests, components_stand_together);
    return bb_check_run("fo_property", tests);
}
