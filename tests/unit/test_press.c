/* test_press.c - what the press does between the stages: words, styles, places, pictures. */
#include "base/error.h"
#include "check_run.h"
#include "press/press_stage.h"

#include <glib/gstdio.h>
#include <libxml/parser.h>
#include <string.h>

static char *folder;
static bb_diag *diag;
static xmlDoc *document;

static void set_up(void)
{
    folder = g_dir_make_tmp("bluebook-press-XXXXXX", NULL);
    diag = bb_diag_new();
    document = NULL;
}

static void tear_down(void)
{
    g_autofree char *command = g_strdup_printf("rm -rf '%s'", folder);

    ck_assert_int_eq(system(command), 0);
    xmlFreeDoc(document);
    bb_diag_free(diag);
    g_free(folder);
}

static void put(const char *name, const char *text)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_autofree char *dir = g_path_get_dirname(path);

    ck_assert_int_eq(g_mkdir_with_parents(dir, 0700), 0);
    ck_assert(g_file_set_contents(path, text, -1, NULL));
}

static xmlNode *parse(const char *text)
{
    xmlFreeDoc(document);
    document = xmlReadMemory(text, (int)strlen(text), "x", NULL, 0);
    ck_assert_ptr_nonnull(document);
    return xmlDocGetRootElement(document);
}

#define RESOLVED " xmlns='urn:bluebook:findings' xmlns:r='urn:bluebook:resolved'"

static void expect_place(const char *at, const char *file, int line, int column)
{
    g_autofree char *text = g_strdup_printf("<p" RESOLVED " r:at='%s'><em/></p>", at);
    const xmlNode *inner = parse(text)->children;
    bb_place place = bb_press_resolved_place(diag, inner);

    ck_assert_str_eq(place.file, file);
    ck_assert_int_eq(place.line, line);
    ck_assert_int_eq(place.column, column);
}

START_TEST(places_come_from_the_nearest_block)
{
    expect_place("report.xml:12:3", "report.xml", 12, 3);
    expect_place("report.xml:12", "report.xml", 12, 0);
    expect_place("report.xml", "report.xml", 0, 0);
    expect_place("C:odd:name:7:1", "C:odd:name", 7, 1);
    expect_place("report.xml:x", "report.xml:x", 0, 0);
    expect_place("report.xml:99999999999", "report.xml:99999999999", 0, 0);
    ck_assert_ptr_null(bb_press_resolved_place(diag, parse("<p/>")).file);
}
END_TEST

/* One img in a file below the folder; gives the paths found, with commas between. */
static char *find(const char *file, const char *src)
{
    g_autofree char *text = g_strdup_printf("<figure" RESOLVED " r:at='%s/%s:3'><img src='%s'/>"
                                            "<img src='%s'/></figure>",
                                            folder, file, src, src);

    parse(text);
    g_autoptr(GPtrArray) found = bb_press_find_images(document, folder, diag);
    g_ptr_array_set_free_func(found, NULL);
    g_ptr_array_add(found, NULL);
    char *list = g_strjoinv(",", (char **)found->pdata);
    g_strfreev((char **)g_ptr_array_steal(found, NULL));
    return list;
}

START_TEST(pictures_count_from_the_reports_folder)
{
    put("images/a b.png", "x");
    put("chapters/c.svg", "x");
    g_autofree char *plain = find("report.xml", "images/a%20b.png");
    ck_assert_str_eq(plain, "images/a b.png");
    g_autofree char *up = find("chapters/one.xml", "../images/./a%20b.png");
    ck_assert_str_eq(up, "images/a b.png");
    xmlChar *src = xmlGetNoNsProp(xmlDocGetRootElement(document)->children, (xmlChar *)"src");
    ck_assert_str_eq((char *)src, "images/a%20b.png");
    xmlFree(src);
    g_autofree char *beside = find("chapters/one.xml", "c.svg");
    ck_assert_str_eq(beside, "chapters/c.svg");
    ck_assert_uint_eq(bb_diag_count(diag), 0);
}
END_TEST

START_TEST(pictures_elsewhere_are_refused)
{
    static const char *const WRONG[] = {
        "images/none.png",
        "../../etc/passwd",
        "/etc/passwd",
        "https://example.org/a.png",
        "chapters/../../a.png",
        "..%2f..%2fa.png",
        "",
    };

    put("images/a.png", "x");
    for (size_t i = 0; i < G_N_ELEMENTS(WRONG); i++) {
        g_autofree char *found = find("report.xml", WRONG[i]);
        ck_assert_msg(found[0] == '\0', "%s was found as %s", WRONG[i], found);
        ck_assert_uint_eq(bb_diag_count_of(diag, BB_FAULT), 2 * (i + 1));
    }
}
END_TEST

/* A data folder with one programme, whose profile holds this. */
static void put_data(const char *profile)
{
    static const char *const SHEETS[] = {"tokens",    "base",  "page",   "block",
                                         "criterion", "table", "figure", "print"};

    g_autofree char *whole = g_strdup_printf(
        "<programme xmlns='urn:bluebook:programme' name='p'>%s</programme>", profile);
    put("templates/programmes/p/profile.xml", whole);
    put("templates/l10n/en.xml", "<words xmlns='urn:bluebook:words'><word name='a'>all</word>"
                                 "<word name='b'>all</word></words>");
    put("templates/programmes/p/l10n/en.xml",
        "<words xmlns='urn:bluebook:words'><word name='b'>own</word>"
        "<word name='c'>own</word></words>");
    put("templates/html/report.xsl",
        "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>"
        "<xsl:param name='css'/><xsl:template match='/'><page>"
        "<xsl:for-each select=\"document('bluebook:words')/*/*\"><xsl:sort select='@name'/>"
        "<xsl:value-of select=\"concat(@name, '=', ., ' ')\"/></xsl:for-each>"
        "<xsl:value-of select='$css'/></page></xsl:template></xsl:stylesheet>");
    for (size_t i = 0; i < G_N_ELEMENTS(SHEETS); i++) {
        g_autofree char *name = g_strdup_printf(
            "%s/%s.css", strcmp(SHEETS[i], "tokens") == 0 ? "tokens" : "styles", SHEETS[i]);
        g_autofree char *text = g_strdup_printf("/* about %s */\n.%s {}\n\n", SHEETS[i], SHEETS[i]);
        put(name, text);
    }
}

static char *make_page(const char *report, GError **error)
{
    g_autoptr(bb_press) press = bb_press_new(folder);

    parse(report);
    g_autoptr(GBytes) page = bb_press_page(press, document, diag, error);
    gsize size = 0;
    const char *text = page == NULL ? NULL : g_bytes_get_data(page, &size);
    return g_strndup(text, size);
}

START_TEST(programmes_have_words_and_colours_of_their_own)
{
    GError *error = NULL;

    put_data("<colours><colour name='brand'>#123456</colour>"
             "<colour name='brand-tint'>#abcdef</colour></colours>");
    g_autofree char *page = make_page("<report programme='p' lang='en'/>", &error);
    ck_assert_ptr_null(error);
    ck_assert_ptr_nonnull(strstr(page, "<page>a=all b=own c=own .tokens {}\n.base {}\n"));
    ck_assert_ptr_nonnull(
        strstr(page, ".print {}\n:root{--colour-brand:#123456;--colour-brand-tint:#abcdef;}"));
    ck_assert_ptr_null(strstr(page, "about"));
}
END_TEST

START_TEST(programmes_have_templates_and_sheets_of_their_own)
{
    GError *error = NULL;

    put_data("");
    put("templates/programmes/p/style.css", "/* about p */\n.own {}\n");
    put("templates/programmes/p/html.xsl",
        "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>"
        "<xsl:import href='../../html/report.xsl'/><xsl:template match='/'><own>"
        "<xsl:apply-imports/></own></xsl:template></xsl:stylesheet>");
    g_autofree char *page = make_page("<report programme='p' lang='en'/>", &error);
    ck_assert_ptr_null(error);
    ck_assert_ptr_nonnull(strstr(page, "<own>"));
    ck_assert_ptr_nonnull(strstr(page, "<page>a=all b=own c=own .tokens {}\n"));
    ck_assert_ptr_nonnull(strstr(page, ".print {}\n.own {}\n"));
}
END_TEST

START_TEST(colours_are_colours)
{
    static const char *const WRONG[] = {
        "<colour name='brand'>red</colour>",      "<colour name='brand'>#12345</colour>",
        "<colour name='brand'>#1234567</colour>", "<colour name='brand'>#123456;}body{</colour>",
        "<colour name='a:b'>#123456</colour>",    "<colour>#123456</colour>",
    };

    for (size_t i = 0; i < G_N_ELEMENTS(WRONG); i++) {
        g_autofree char *colours = g_strdup_printf("<colours>%s</colours>", WRONG[i]);
        g_autoptr(GError) error = NULL;
        put_data(colours);
        g_free(make_page("<report programme='p' lang='en'/>", &error));
        ck_assert_msg(g_error_matches(error, BB_ERROR, BB_ERROR_INSTALL), "%s", WRONG[i]);
    }
}
END_TEST

START_TEST(unknown_languages_and_programmes_are_told)
{
    g_autoptr(GError) error = NULL;

    put_data("");
    g_free(make_page("<report programme='p' lang='../x'/>", &error));
    ck_assert_ptr_null(error);
    ck_assert_str_eq(bb_diag_entry_at(diag, 0)->code, "language-unknown");
    g_free(make_page("<report programme='../p' lang='en'/>", &error));
    ck_assert(g_error_matches(error, BB_ERROR, BB_ERROR_INSTALL));
    ck_assert_ptr_nonnull(strstr(error->message, "../p"));
}
END_TEST

static int count_nodes(const xmlNode *node, const char *name)
{
    int count = 0;

    for (const xmlNode *c = node->children; c != NULL; c = c->next) {
        if (c->type == XML_ELEMENT_NODE)
            count += (strcmp((const char *)c->name, name) == 0) + count_nodes(c, name);
    }
    return count;
}

/* The names of an element's children, with spaces between. */
static char *child_names(const xmlNode *node)
{
    GString *names = g_string_new(NULL);

    for (const xmlNode *c = node->children; c != NULL; c = c->next) {
        if (c->type == XML_ELEMENT_NODE)
            g_string_append_printf(names, "%s%s", names->len > 0 ? " " : "", c->name);
    }
    return g_string_free(names, FALSE);
}

static void draw(const char *chart)
{
    g_autofree char *text = g_strdup_printf(
        "<report programme='p' lang='en'" RESOLVED "><body>%s</body></report>", chart);
    g_autoptr(bb_press) press = bb_press_new(folder);
    GError *error = NULL;

    put_data("");
    parse(text);
    ck_assert(bb_press_draw_charts(press, document, diag, &error));
    ck_assert_ptr_null(error);
}

START_TEST(charts_are_drawn_wide_and_narrow)
{
    draw("<chart type='bar' id='c'><title>T</title><subtitle>S</subtitle>"
         "<r:bar r:kind='chapter' group='G' label='All' value='70' print='70%'/>"
         "<r:bar r:kind='criterion' group='G' number='1.1' label='One' value='80' print='80%'/>"
         "<alt>Given.</alt><table/><source/></chart>");
    const xmlNode *chart = xmlDocGetRootElement(document)->children->children;
    g_autofree char *names = child_names(chart);
    ck_assert_str_eq(names, "title subtitle bar bar alt svg narrow table source");
    ck_assert_int_eq(count_nodes(chart, "svg"), 2);
    xmlChar *text = xmlNodeGetContent(chart);
    ck_assert_ptr_nonnull(strstr((char *)text, "80%"));
    ck_assert_ptr_nonnull(strstr((char *)text, "100%"));
    xmlFree(text);
    ck_assert_uint_eq(bb_diag_count(diag), 0);
}
END_TEST

START_TEST(missing_alternative_text_is_drafted_and_told)
{
    draw("<chart type='bar' id='c' r:at='report.xml:7'><title>T</title>"
         "<r:bar label='One' value='8' print='8'/><r:bar label='Two' value='5' print='5'/>"
         "<table/></chart>");
    const xmlNode *chart = xmlDocGetRootElement(document)->children->children;
    g_autofree char *names = child_names(chart);
    ck_assert_str_eq(names, "title bar bar alt svg narrow table");
    ck_assert_uint_eq(bb_diag_count(diag), 1);
    g_autofree char *said = bb_diag_format(bb_diag_entry_at(diag, 0));
    ck_assert_msg(g_str_has_prefix(said, "report.xml:7: note: "), "%s", said);
    ck_assert_ptr_nonnull(strstr(said, "The highest is 8"));
}
END_TEST

START_TEST(charts_without_data_are_told_of)
{
    draw("<chart id='c'><title>T</title><alt>Nothing.</alt></chart>");
    ck_assert_uint_eq(bb_diag_count_of(diag, BB_FAULT), 1);
    ck_assert_str_eq(bb_diag_entry_at(diag, 0)->code, "chart-empty");
}
END_TEST

int main(void)
{
    TCase *tests = tcase_create("press");

    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, places_come_from_the_nearest_block);
    tcase_add_test(tests, pictures_count_from_the_reports_folder);
    tcase_add_test(tests, pictures_elsewhere_are_refused);
    tcase_add_test(tests, programmes_have_words_and_colours_of_their_own);
    tcase_add_test(tests, programmes_have_templates_and_sheets_of_their_own);
    tcase_add_test(tests, colours_are_colours);
    tcase_add_test(tests, unknown_languages_and_programmes_are_told);
    tcase_add_test(tests, charts_are_drawn_wide_and_narrow);
    tcase_add_test(tests, missing_alternative_text_is_drafted_and_told);
    tcase_add_test(tests, charts_without_data_are_told_of);
    return bb_check_run("press", tests);
}
