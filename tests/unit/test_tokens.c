/* test_tokens.c - the colours of styles/tokens.xml keep the contrast that they promise, and both
 * outputs get every one of them. */
#include "check_run.h"
#include "transform/transform.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <math.h>
#include <string.h>

static xmlDoc *tokens;

static void set_up(void)
{
    tokens = xmlReadFile(BB_SOURCE_DIR "/styles/tokens.xml", NULL, 0);
    ck_assert_ptr_nonnull(tokens);
}

static void tear_down(void)
{
    xmlFreeDoc(tokens);
}

/* WCAG 2.2, relative luminance. */
static double channel(unsigned value)
{
    double c = value / 255.0;

    return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double luminance(const char *colour)
{
    unsigned r = 0, g = 0, b = 0;

    ck_assert_msg(strlen(colour) == 7 && sscanf(colour, "#%2x%2x%2x", &r, &g, &b) == 3,
                  "%s is no colour", colour);
    return 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
}

static double contrast(const char *one, const char *two)
{
    double a = luminance(one), b = luminance(two);

    return (fmax(a, b) + 0.05) / (fmin(a, b) + 0.05);
}

static xmlXPathObject *find(const char *expression)
{
    xmlXPathContext *xpath = xmlXPathNewContext(tokens);
    xmlXPathObject *found = xmlXPathEvalExpression((const xmlChar *)expression, xpath);

    xmlXPathFreeContext(xpath);
    ck_assert_ptr_nonnull(found);
    return found;
}

static char *colour_named(const char *name)
{
    g_autofree char *expression =
        g_strdup_printf("string(//*[local-name() = 'colour'][@name = '%s'])", name);
    xmlXPathObject *found = find(expression);
    char *value = g_strdup((char *)found->stringval);

    xmlXPathFreeObject(found);
    ck_assert_msg(value[0] != '\0', "there is no colour %s", name);
    return value;
}

/* Every colour with this attribute stands out by this much on the grounds that it names. */
static int check_contrast(const char *attribute, double least)
{
    g_autofree char *expression = g_strdup_printf("//*[@%s]", attribute);
    xmlXPathObject *found = find(expression);
    int count = 0;

    for (int i = 0; i < found->nodesetval->nodeNr; i++) {
        xmlNode *colour = found->nodesetval->nodeTab[i];
        xmlChar *names = xmlGetNoNsProp(colour, (const xmlChar *)attribute);
        xmlChar *value = xmlNodeGetContent(colour);
        g_auto(GStrv) grounds = g_strsplit((char *)names, " ", -1);
        for (char **ground = grounds; *ground != NULL; ground++, count++) {
            g_autofree char *under = colour_named(*ground);
            double got = contrast((char *)value, under);
            ck_assert_msg(got >= least, "%s on %s has %.2f:1", value, *ground, got);
        }
        xmlFree(names);
        xmlFree(value);
    }
    xmlXPathFreeObject(found);
    return count;
}

START_TEST(colours_can_be_read)
{
    ck_assert_int_gt(check_contrast("on", 4.5), 20);
    ck_assert_int_gt(check_contrast("mark", 3.0), 0);
    ck_assert_double_eq_tol(contrast("#000000", "#FFFFFF"), 21.0, 0.001);
}
END_TEST

/* Puts the colours of a profile over those of the tokens; gives how many there are. */
static int lay_over(const char *path)
{
    xmlDoc *profile = xmlReadFile(path, NULL, 0);
    xmlXPathContext *xpath = xmlXPathNewContext(profile);
    xmlXPathObject *own = xmlXPathEvalExpression(
        (const xmlChar *)"/*/*[local-name() = 'colours']/*[local-name() = 'colour']", xpath);
    int count = own->nodesetval != NULL ? own->nodesetval->nodeNr : 0;

    for (int i = 0; i < count; i++) {
        xmlChar *name = xmlGetNoNsProp(own->nodesetval->nodeTab[i], (const xmlChar *)"name");
        xmlChar *value = xmlNodeGetContent(own->nodesetval->nodeTab[i]);
        g_autofree char *expression =
            g_strdup_printf("//*[local-name() = 'colour'][@name = '%s']", name);
        xmlXPathObject *token = find(expression);
        ck_assert_msg(token->nodesetval->nodeNr == 1, "%s: there is no colour %s", path, name);
        xmlNodeSetContent(token->nodesetval->nodeTab[0], value);
        xmlXPathFreeObject(token);
        xmlFree(name);
        xmlFree(value);
    }
    xmlXPathFreeObject(own);
    xmlXPathFreeContext(xpath);
    xmlFreeDoc(profile);
    return count;
}

/* The colours of a programme keep what those that they stand for promise. */
START_TEST(programmes_keep_the_contrast)
{
    g_autoptr(GDir) dir = g_dir_open(BB_SOURCE_DIR "/templates/programmes", 0, NULL);
    int count = 0;

    for (const char *name; (name = g_dir_read_name(dir)) != NULL;) {
        g_autofree char *path =
            g_build_filename(BB_SOURCE_DIR "/templates/programmes", name, "profile.xml", NULL);
        tear_down();
        set_up();
        count += lay_over(path);
        check_contrast("on", 4.5);
        check_contrast("mark", 3.0);
    }
    ck_assert_int_gt(count, 10);
}
END_TEST

/* The custom properties, and the variables and attribute sets, are all there. */
START_TEST(both_outputs_get_every_token)
{
    g_autofree char *css = NULL, *fo = NULL;
    xmlXPathObject *found = find("//*[@name]");

    ck_assert(
        g_file_get_contents(BB_BINARY_DIR "/share/bluebook/tokens/tokens.css", &css, NULL, NULL));
    ck_assert(
        g_file_get_contents(BB_BINARY_DIR "/share/bluebook/tokens/tokens.xsl", &fo, NULL, NULL));
    ck_assert_int_gt(found->nodesetval->nodeNr, 40);
    for (int i = 0; i < found->nodesetval->nodeNr; i++) {
        const xmlNode *token = found->nodesetval->nodeTab[i];
        xmlChar *name = xmlGetNoNsProp(token, (const xmlChar *)"name");
        const char *group =
            strcmp((const char *)token->name, "style") == 0 ? "type" : (const char *)token->name;
        xmlChar *content = xmlNodeGetContent(token);
        g_autofree char *value = g_strdup_printf(": %s;", content);
        g_autofree char *property =
            g_strconcat("--", group, "-", name, content[0] == '#' ? value : "", NULL);
        g_autofree char *variable = g_strdup_printf("name=\"%s.%s\"", group, name);
        ck_assert_msg(strstr(css, property) != NULL, "%s is not in tokens.css", property);
        ck_assert_msg(strstr(fo, variable) != NULL, "%s is not in tokens.xsl", variable);
        xmlFree(content);
        xmlFree(name);
    }
    xmlXPathFreeObject(found);
}
END_TEST

/* No sheet names a colour by itself, and none uses a token that is not there. criterion.css makes
 * two properties of its own, --tone and --tone-tint, for whatever carries a judgement, block.css
 * one, --hang, the room for the numbers of paragraphs. */
START_TEST(sheets_use_tokens)
{
    g_autofree char *tokens_css = NULL;
    g_autoptr(GRegex) use = g_regex_new("var\\((--[a-z0-9-]+)\\)", 0, 0, NULL);
    g_autoptr(GDir) dir = g_dir_open(BB_SOURCE_DIR "/styles", 0, NULL);
    int count = 0;

    ck_assert(g_file_get_contents(BB_BINARY_DIR "/share/bluebook/tokens/tokens.css", &tokens_css,
                                  NULL, NULL));
    for (const char *name; (name = g_dir_read_name(dir)) != NULL;) {
        if (!g_str_has_suffix(name, ".css"))
            continue;
        g_autofree char *path = g_build_filename(BB_SOURCE_DIR "/styles", name, NULL);
        g_autofree char *css = NULL;
        ck_assert(g_file_get_contents(path, &css, NULL, NULL));
        ck_assert_msg(!g_regex_match_simple("#[0-9A-Fa-f]{3,8}[;, ]|rgba?\\(", css, 0, 0),
                      "%s names a colour by itself", name);
        ck_assert_msg(strpbrk(css, "<&") == NULL, "%s holds what a page must not", name);
        g_autoptr(GMatchInfo) match = NULL;
        for (g_regex_match(use, css, 0, &match); g_match_info_matches(match);
             g_match_info_next(match, NULL), count++) {
            g_autofree char *property = g_match_info_fetch(match, 1);
            g_autofree char *made = g_strconcat(property, ":", NULL);
            ck_assert_msg(strstr(tokens_css, made) != NULL ||
                              strstr("--tone: --tone-tint: --hang:", made) != NULL,
                          "%s: there is no %s", name, property);
        }
    }
    ck_assert_int_gt(count, 100);
}
END_TEST

static void put(const char *folder, const char *dir, const char *name, const char *text)
{
    g_autofree char *parent = g_build_filename(folder, dir, NULL);
    g_autofree char *path = g_build_filename(parent, name, NULL);

    ck_assert_int_eq(g_mkdir_with_parents(parent, 0700), 0);
    ck_assert(g_file_set_contents(path, text, -1, NULL));
}

/* What a page template gets of $colour.brand, $space.4 and type.h2 under this profile. */
static char *look(const char *profile)
{
    static const char SHEET[] =
        "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>"
        "<xsl:import href='../tokens/tokens.xsl'/><xsl:template match='/'>"
        "<r><b xsl:use-attribute-sets='type.h2'/>"
        "<xsl:value-of select=\"concat($colour.brand, ' ', $space.4)\"/></r></xsl:template>"
        "</xsl:stylesheet>";
    g_autofree char *folder = g_dir_make_tmp("bluebook-tokens-XXXXXX", NULL);
    g_autofree char *made = NULL, *command = g_strdup_printf("rm -rf '%s'", folder);
    g_autoptr(bb_transform) transform = bb_transform_new(folder);
    g_autoptr(bb_diag) diag = bb_diag_new();
    xmlDoc *document = xmlReadMemory(profile, (int)strlen(profile), "p", NULL, 0);
    const bb_transform_document documents[] = {{"profile", document}, {NULL, NULL}};
    const bb_transform_job job = {.diag = diag, .documents = documents};

    ck_assert(
        g_file_get_contents(BB_BINARY_DIR "/share/bluebook/tokens/tokens.xsl", &made, NULL, NULL));
    put(folder, "tokens", "tokens.xsl", made);
    put(folder, "templates", "look.xsl", SHEET);
    xmlDoc *result = bb_transform_run(transform, "look.xsl", document, &job, NULL);
    ck_assert_ptr_nonnull(result);
    xmlChar *text = xmlNodeGetContent((xmlNode *)result);
    xmlChar *size = xmlGetNoNsProp(xmlDocGetRootElement(result)->children, (xmlChar *)"font-size");
    char *both = g_strdup_printf("%s %s", text, size);
    xmlFree(text);
    xmlFree(size);
    xmlFreeDoc(result);
    xmlFreeDoc(document);
    ck_assert_int_eq(system(command), 0);
    return both;
}

START_TEST(page_templates_follow_the_profile)
{
    g_autofree char *plain = look("<programme xmlns='urn:bluebook:programme'/>");
    ck_assert_str_eq(plain, "#12436D 12pt 20pt");
    g_autofree char *own = look("<programme xmlns='urn:bluebook:programme'><colours>"
                                "<colour name='brand'>#801650</colour></colours></programme>");
    ck_assert_str_eq(own, "#801650 12pt 20pt");
}
END_TEST

int main(void)
{
    TCase *tests = tcase_create("tokens");

    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, colours_can_be_read);
    tcase_add_test(tests, programmes_keep_the_contrast);
    tcase_add_test(tests, both_outputs_get_every_token);
    tcase_add_test(tests, sheets_use_tokens);
    tcase_add_test(tests, page_templates_follow_the_profile);
    return bb_check_run("tokens", tests);
}
