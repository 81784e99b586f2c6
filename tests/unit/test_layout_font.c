/* test_layout_font.c - the private font set-up, faces and shaped words. */
#include "base/error.h"
#include "check_run.h"
#include "fo_document.h"

#include <string.h>
#include <unistd.h>

static int query(const char *families, int weight, PangoStyle style)
{
    const bb_font_query q = {families, weight, style, PANGO_STRETCH_NORMAL};

    return bb_fonts_query_id(bb_layout_engine_fonts(bb_test_engine()), &q);
}

static const bb_face *face_of(int id)
{
    return bb_fonts_primary(bb_layout_engine_fonts(bb_test_engine()), id);
}

START_TEST(equal_queries_have_equal_numbers)
{
    int lato = query("Lato", 400, PANGO_STYLE_NORMAL);

    ck_assert_int_eq(query((char[]){"Lato"}, 400, PANGO_STYLE_NORMAL), lato);
    ck_assert_int_ne(query("Lato", 700, PANGO_STYLE_NORMAL), lato);
    ck_assert_int_ne(query("Lato", 400, PANGO_STYLE_ITALIC), lato);
    ck_assert_ptr_eq(face_of(query("'Lato'", 400, PANGO_STYLE_NORMAL)), face_of(lato));
    ck_assert_ptr_ne(face_of(query("Lato", 700, PANGO_STYLE_NORMAL)), face_of(lato));
}
END_TEST

/* From Lato Regular's own tables (OS/2: 1610, -390, x-height 1013, 2000 units an em). */
START_TEST(metrics_are_the_fonts_own)
{
    const bb_face *face = face_of(query("Lato", 400, PANGO_STYLE_NORMAL));

    ck_assert_double_eq_tol(face->ascent, 0.805, 0.0005);
    ck_assert_double_eq_tol(face->descent, 0.195, 0.0005);
    ck_assert_double_eq_tol(face->x_height, 0.5065, 0.0005);
    ck_assert_double_gt(face->cap_height, face->x_height);
    ck_assert_double_gt(face->underline_thickness, 0);
    ck_assert_double_gt(face->underline_position, 0);
    ck_assert_double_gt(face->strike_position, 0);
}
END_TEST

/* DejaVu Sans says 1901 and 483 of 2048 units in hhea, 1556 and 492 in OS/2: lines are set by the
 * latter, which fill one em. */
START_TEST(the_height_of_letters_is_the_typographic_one)
{
    const bb_face *face = face_of(query("DejaVu Sans", 400, PANGO_STYLE_NORMAL));

    ck_assert_double_eq_tol(face->ascent, 1556.0 / 2048.0, 0.0005);
    ck_assert_double_eq_tol(face->descent, 492.0 / 2048.0, 0.0005);
}
END_TEST

START_TEST(only_the_fonts_of_the_set_up_are_used)
{
    bb_fonts *fonts = bb_layout_engine_fonts(bb_test_engine());
    int id = query("Comic Sans MS, Courier", 400, PANGO_STYLE_NORMAL);

    ck_assert_ptr_nonnull(face_of(id));
    g_autoptr(GPtrArray) files = bb_fonts_files(fonts);
    ck_assert_uint_gt(files->len, 0);
    for (guint i = 0; i < files->len; i++) {
        const char *file = files->pdata[i];
        ck_assert_msg(strstr(file, "/Lato-") != NULL || strstr(file, "/DejaVuSans") != NULL, "%s",
                      file);
    }
}
END_TEST

START_TEST(knows_which_characters_the_first_font_has)
{
    bb_fonts *fonts = bb_layout_engine_fonts(bb_test_engine());
    int id = query("Lato", 400, PANGO_STYLE_NORMAL);

    ck_assert(bb_fonts_covers(fonts, id, "Llanelli \xc5\xb5", 11));
    ck_assert(!bb_fonts_covers(fonts, id, "a \xe2\x9c\x93", 5));
    /* As many bytes as were asked for. */
    ck_assert(bb_fonts_covers(fonts, id, "a \xe2\x9c\x93", 2));
}
END_TEST

#define CACHE "<cachedir prefix='xdg'>bluebook/fontconfig</cachedir>"

START_TEST(a_set_up_that_is_broken_is_the_installations_fault)
{
    static const char *const CONFIGS[] = {
        "<fontconfig><dir>/nonexistent</dir>" CACHE "</fontconfig>",
        "<fontconfig><dir>/usr/share/fonts</dir>" CACHE "<selectfont><rejectfont><glob>/*</glob>"
        "</rejectfont></selectfont></fontconfig>"};
    g_autoptr(GError) missing = NULL;

    ck_assert_ptr_null(bb_fonts_new("/nonexistent/fonts.conf", &missing));
    ck_assert(g_error_matches(missing, BB_ERROR, BB_ERROR_INSTALL));
    for (size_t i = 0; i < G_N_ELEMENTS(CONFIGS); i++) {
        g_autoptr(GError) error = NULL;
        g_autofree char *path = NULL;
        int file = g_file_open_tmp("fonts-XXXXXX.conf", &path, &error);
        ck_assert_int_ge(file, 0);
        close(file);
        ck_assert(g_file_set_contents(path, CONFIGS[i], -1, &error));
        ck_assert_ptr_null(bb_fonts_new(path, &error));
        ck_assert(g_error_matches(error, BB_ERROR, BB_ERROR_INSTALL));
        unlink(path);
    }
}
END_TEST

/* --- shaping --- */

START_TEST(each_word_is_shaped_once)
{
    g_autoptr(bb_shaper) shaper = bb_shaper_new(bb_layout_engine_fonts(bb_test_engine()));
    PangoLanguage *english = pango_language_from_string("en-GB");
    int id = query("Lato", 400, PANGO_STYLE_NORMAL);
    const bb_shape *word = bb_shaper_shape(shaper, id, english, 0, "victims", 7);

    ck_assert_ptr_eq(bb_shaper_shape(shaper, id, english, 0, "victims and", 7), word);
    ck_assert_ptr_ne(bb_shaper_shape(shaper, id, english, 0, "victim", 6), word);
    ck_assert_ptr_ne(
        bb_shaper_shape(shaper, query("Lato", 700, PANGO_STYLE_NORMAL), english, 0, "victims", 7),
        word);
    ck_assert_str_eq(word->text, "victims");
    ck_assert_int_eq(word->missing, 0);
}
END_TEST

START_TEST(widths_are_the_sum_of_the_advances)
{
    g_autoptr(bb_shaper) shaper = bb_shaper_new(bb_layout_engine_fonts(bb_test_engine()));
    const bb_shape *word = bb_shaper_shape(shaper, query("Lato", 400, PANGO_STYLE_NORMAL),
                                           pango_language_from_string("en-GB"), 0, "office", 6);
    double sum = 0;

    ck_assert_int_eq(word->run_count, 1);
    for (int i = 0; i < word->runs[0].glyph_count; i++)
        sum += (double)word->runs[0].glyphs[i].advance;
    ck_assert_double_eq_tol(sum, word->width, 1e-5);
    ck_assert_int_eq(bb_shape_width(word, 20000), (bb_length)llround(word->width * 20000));
}
END_TEST

START_TEST(what_no_font_has_is_named)
{
    g_autoptr(bb_shaper) shaper = bb_shaper_new(bb_layout_engine_fonts(bb_test_engine()));
    PangoLanguage *none = pango_language_from_string("und");
    int id = query("Lato", 400, PANGO_STYLE_NORMAL);
    const bb_shape *chinese = bb_shaper_shape(shaper, id, none, 0,
                                              "a\xe6\xbc\xa2"
                                              "b",
                                              5);
    const bb_shape *mixed = bb_shaper_shape(shaper, id, none, 0, "a\xe2\x9c\x93", 4);

    ck_assert_uint_eq(chinese->missing, 0x6f22);
    ck_assert_uint_eq(mixed->missing, 0);
    ck_assert_int_eq(mixed->run_count, 2);
    ck_assert_ptr_ne(mixed->runs[0].face, mixed->runs[1].face);
}
END_TEST

int main(void)
{
    TCase *tests = tcase_create("layout_font");

    tcase_add_test(tests, equal_queries_have_equal_numbers);
    tcase_add_test(tests, metrics_are_the_fonts_own);
    tcase_add_test(tests, the_height_of_letters_is_the_typographic_one);
    tcase_add_test(tests, only_the_fonts_of_the_set_up_are_used);
    tcase_add_test(tests, knows_which_characters_the_first_font_has);
    tcase_add_test(tests, a_set_up_that_is_broken_is_the_installations_fault);
    tcase_add_test(tests, each_word_is_shaped_once);
    tcase_add_test(tests, widths_are_the_sum_of_the_advances);
    tcase_add_test(tests, what_no_font_has_is_named);
    return bb_check_run("layout_font", tests);
}
