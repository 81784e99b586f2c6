/* test_layout_area.c - the area tree's checker finds what is wrong, and the dumps show what is
 * there. */
#include "check_run.h"
#include "fo_document.h"
#include "render/area_dump.h"

#include <string.h>

static bb_area *page_with_block(bb_area_tree *tree)
{
    bb_page *page = bb_area_tree_add_page(tree);
    bb_area *area = bb_area_new(bb_area_tree_arena(tree), BB_AREA_BLOCK, NULL);

    page->label = "1";
    page->first = page->last = area;
    return area;
}

static bb_area *add_child(bb_area_tree *tree, bb_area *parent, bb_area_kind kind)
{
    bb_area *child = bb_area_new(bb_area_tree_arena(tree), kind, NULL);

    bb_area_append(parent, child);
    return child;
}

#define assert_wrong(tree, words)                                                                  \
    do {                                                                                           \
        g_autofree char *wrong = bb_area_tree_check(tree);                                         \
        ck_assert_msg(wrong != NULL && strstr(wrong, words) != NULL, "%s",                         \
                      wrong != NULL ? wrong : "nothing is wrong");                                 \
    } while (0)

START_TEST(a_sound_tree_passes)
{
    g_autoptr(bb_area_tree) tree = bb_area_tree_new();
    ck_assert_ptr_null(bb_area_tree_check(tree));
    bb_area *block = page_with_block(tree);
    add_child(tree, block, BB_AREA_LINE);
    add_child(tree, block, BB_AREA_LINE);
    ck_assert_ptr_null(bb_area_tree_check(tree));
    ck_assert_uint_eq(bb_area_tree_count(tree), 1);
}
END_TEST

START_TEST(negative_sizes_are_found)
{
    g_autoptr(bb_area_tree) tree = bb_area_tree_new();
    bb_area *line = add_child(tree, page_with_block(tree), BB_AREA_LINE);

    line->height = -1;
    assert_wrong(tree, "page 1: an area of kind 3 has a negative size");
    line->height = 0;
    line->width = -1;
    assert_wrong(tree, "negative size");
}
END_TEST

START_TEST(bad_links_are_found)
{
    g_autoptr(bb_area_tree) tree = bb_area_tree_new();
    page_with_block(tree);
    bb_area *block = page_with_block(tree);
    bb_area *first = add_child(tree, block, BB_AREA_LINE);

    add_child(tree, block, BB_AREA_LINE);
    block->last = first;
    assert_wrong(tree, "page 2: the children of an area are badly linked");
}
END_TEST

START_TEST(text_and_glyphs_must_agree)
{
    static const bb_area_glyph GLYPHS[2] = {{0}};
    bb_area_cluster clusters[] = {{1, 1}, {1, 1}};
    bb_area_text text = {.text = "ab",
                         .length = 2,
                         .glyph_count = 2,
                         .cluster_count = 2,
                         .glyphs = GLYPHS,
                         .clusters = clusters};
    g_autoptr(bb_area_tree) tree = bb_area_tree_new();
    bb_area *area = add_child(tree, page_with_block(tree), BB_AREA_TEXT);

    area->text = &text;
    ck_assert_ptr_null(bb_area_tree_check(tree));
    clusters[0].bytes = 2;
    assert_wrong(tree, "\"ab\": clusters hold 3 bytes and 2 glyphs, not 2 and 2");
    clusters[0] = (bb_area_cluster){1, 0};
    assert_wrong(tree, "2 bytes and 1 glyphs");
    clusters[0].glyphs = 1;
    text.text = "a\xff";
    assert_wrong(tree, "not UTF-8");
}
END_TEST

START_TEST(children_are_shifted_together)
{
    g_autoptr(bb_area_tree) tree = bb_area_tree_new();
    bb_area *block = page_with_block(tree);
    bb_area *a = add_child(tree, block, BB_AREA_LINE), *b = add_child(tree, block, BB_AREA_LINE);

    a->x = 5;
    bb_area_shift_children(block, 10, -3);
    ck_assert_int_eq(a->x, 15);
    ck_assert_int_eq(b->x, 10);
    ck_assert_int_eq(b->y, -3);
    ck_assert_int_eq(block->x, 0);
}
END_TEST

START_TEST(the_dump_counts_from_the_page_and_rounds_nothing)
{
    g_autoptr(bb_area_tree) tree = bb_area_tree_new();
    bb_area *block = page_with_block(tree);
    bb_area *line = add_child(tree, block, BB_AREA_LINE);

    *block = (bb_area){
        .kind = BB_AREA_BLOCK, .x = 1500, .y = 2000, .width = 10, .first = line, .last = line};
    line->x = -1600;
    line->y = 1001;
    g_autofree char *dump = bb_area_dump(tree);
    ck_assert_msg(strstr(dump, "<block x=\"1.5\" y=\"2\" width=\"0.01\" height=\"0\">") != NULL,
                  "%s", dump);
    ck_assert_msg(strstr(dump, "<line x=\"-0.1\" y=\"3.001\" width=\"0\" height=\"0\"/>") != NULL,
                  "%s", dump);
}
END_TEST

START_TEST(the_text_has_lines_and_no_furniture)
{
    g_autoptr(bb_test_doc) doc = bb_test_lay_out(
        FO_ROOT("<fo:layout-master-set><fo:simple-page-master master-name='page' page-width='90pt' "
                "page-height='99pt'><fo:region-body margin-top='12pt'/><fo:region-before "
                "extent='12pt'/></fo:simple-page-master></fo:layout-master-set>"
                "<fo:page-sequence master-reference='page'><fo:static-content "
                "flow-name='xsl-region-before'><fo:block>Head</fo:block></fo:static-content>"
                "<fo:flow flow-name='xsl-region-body'><fo:block>Tom &amp; <fo:inline>Jerry"
                "</fo:inline></fo:block><fo:block/><fo:block>&lt;two&gt;</fo:block></fo:flow>"
                "</fo:page-sequence>"));
    g_autofree char *text = bb_area_dump_text(doc->areas);

    ck_assert_str_eq(text, "Tom & Jerry\n<two>\n");
    /* In the dump they are escaped. */
    g_autofree char *found = bb_test_string(doc, "string(//line[text='<two>']/text)");
    ck_assert_str_eq(found, "<two>");
}
END_TEST

int main(void)
{
    TCase *tests = tcase_create("layout_area");

    tcase_add_test(tests, a_sound_tree_passes);
    tcase_add_test(tests, negative_sizes_are_found);
    tcase_add_test(tests, bad_links_are_found);
    tcase_add_test(tests, text_and_glyphs_must_agree);
    tcase_add_test(tests, children_are_shifted_together);
    tcase_add_test(tests, the_dump_counts_from_the_page_and_rounds_nothing);
    tcase_add_test(tests, the_text_has_lines_and_no_furniture);
    return bb_check_run("layout_area", tests);
}
