/* findings_check.c - what no schema can tell: pictures, links, dates, ISBNs, abbreviations. */
#include "findings/findings_private.h"
#include "findings/isbn.h"

#include "base/text.h"

#include <libxml/uri.h>
#include <stdio.h>
#include <string.h>

enum { QUOTED = 60 };

typedef struct {
    bb_findings *findings;
    GHashTable *abbreviations; /* what the list of abbreviations explains */
    GPtrArray *listed;         /* its terms in order, then NULL */
} checker;

/* --- pictures --- */

static const struct {
    const char *suffix, *words;
    const char *begins; /* how such a file begins; NULL for text */
} PICTURES[] = {
    {".png", "PNG", "\x89PNG\r\n\x1a\n"},
    {".jpg", "JPEG", "\xff\xd8\xff"},
    {".jpeg", "JPEG", "\xff\xd8\xff"},
    {".svg", "SVG", NULL},
};

/* Whether the file begins as a picture of its kind does; an SVG has its root near the beginning. */
static bool has_content(const char *shown, const char *begins)
{
    char head[4096];
    FILE *file = fopen(shown, "rbe");

    if (file == NULL)
        return false;
    size_t size = fread(head, 1, sizeof head - 1, file);
    fclose(file);
    head[size] = '\0';
    if (begins == NULL)
        return g_strstr_len(head, (gssize)size, "<svg") != NULL;
    return size >= strlen(begins) && memcmp(head, begins, strlen(begins)) == 0;
}

static void check_kind(const checker *c, const xmlNode *img, const char *shown)
{
    g_autofree char *lower = g_ascii_strdown(shown, -1);
    bb_place place = bb_findings_place(img);

    for (size_t i = 0; i < G_N_ELEMENTS(PICTURES); i++) {
        if (!g_str_has_suffix(lower, PICTURES[i].suffix))
            continue;
        if (!has_content(shown, PICTURES[i].begins))
            bb_diag_report(c->findings->diag, BB_M_IMAGE_CONTENT, place, shown, PICTURES[i].words);
        return;
    }
    bb_diag_report(c->findings->diag, BB_M_IMAGE_KIND, place, shown);
}

/* A picture's name counts from the file that shows it, as in HTML. */
static void check_image(const checker *c, xmlNode *img)
{
    bb_findings *findings = c->findings;
    g_autofree char *src = bb_node_attribute(img, "src");
    g_autofree char *alt = bb_node_attribute(img, "alt");

    if (alt != NULL && bb_text_is_blank(alt))
        bb_diag_report(findings->diag, BB_M_IMAGE_ALT, bb_findings_place(img));
    if (bb_text_is_blank(src))
        return;
    bb_file_found found = bb_findings_find_file(findings, bb_findings_place(img).file, src);
    if (found.relative != NULL)
        bb_findings_add_file(findings, found.shown);
    if (found.verdict == BB_FILE_FOUND)
        check_kind(c, img, found.shown);
    else
        bb_findings_report_file(findings, img, src, &found, BB_M_IMAGE_MISSING, BB_M_IMAGE_OUTSIDE);
}

/* --- links --- */

static void check_address(const checker *c, const xmlNode *node, const char *address)
{
    static const char *const SCHEMES[] = {"http", "https", "mailto", NULL};
    g_autofree char *typed = g_uri_parse_scheme(address);
    g_autofree char *scheme = typed != NULL ? g_ascii_strdown(typed, -1) : NULL;
    g_autofree char *quoted = bb_text_clip(address, QUOTED);

    if (scheme != NULL && g_strv_contains(SCHEMES, scheme))
        return;
    const char *advice = "it begins with https:, http: or mailto:";
    if (g_str_has_prefix(address, "www."))
        advice = "write https:// before it";
    else if (scheme == NULL && strchr(address, '@') != NULL)
        advice = "write mailto: before it";
    else if (address[0] == '#')
        advice = "a reference within the report is made with <ref to=\"…\"/>";
    bb_diag_report(c->findings->diag, BB_M_LINK_SCHEME, bb_findings_place(node), quoted, advice);
}

static void check_link(const checker *c, xmlNode *a)
{
    g_autofree char *href = bb_node_attribute(a, "href");

    if (href == NULL)
        return;
    g_strstrip(href);
    check_address(c, a, href);
}

static void check_url(const checker *c, xmlNode *url)
{
    g_autofree char *address = bb_node_words(url);
    xmlURI *uri = xmlParseURI(address);

    /* What is no address at all has been reported by its type. */
    if (uri != NULL && address[0] != '\0')
        check_address(c, url, address);
    xmlFreeURI(uri);
}

/* --- ISBN --- */

static void check_isbn(const checker *c, xmlNode *isbn)
{
    g_autofree char *typed = bb_node_words(isbn);
    g_autofree char *quoted = bb_text_clip(typed, QUOTED);
    char wanted[] = "?";
    bb_place place = bb_findings_place(isbn);
    bb_isbn_verdict verdict = bb_isbn_check(typed, wanted);

    if (verdict == BB_ISBN_NO_ISBN)
        bb_diag_report(c->findings->diag, BB_M_ISBN_FORM, place, quoted);
    else if (verdict == BB_ISBN_WRONG_DIGIT)
        bb_diag_report(c->findings->diag, BB_M_ISBN_DIGIT, place, quoted, wanted);
}

/* --- dates --- */

/* Whether a day exists: the schema lets 31 February through. Months and years do. */
static bool exists(const char *date)
{
    int year = 0, month = 0, day = 0;

    return sscanf(date, "%4d-%2d-%2d", &year, &month, &day) < 3 ||
           g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year);
}

/* Compared as exactly as both are given: a month is not before a day in it. */
static bool is_before(const char *date, const char *other)
{
    return strncmp(date, other, MIN(strlen(date), strlen(other))) < 0;
}

static char *check_date(const checker *c, const xmlNode *node, const char *attribute)
{
    g_autofree char *typed = node != NULL ? bb_node_attribute(node, attribute) : NULL;

    if (typed == NULL)
        return NULL;
    char *date = bb_text_squeeze(typed);
    if (!exists(date)) {
        g_autofree char *quoted = bb_text_clip(date, QUOTED);
        bb_diag_report(c->findings->diag, BB_M_DATE_IMPOSSIBLE, bb_findings_place(node), quoted);
    }
    return date;
}

static void check_dates(const checker *c, xmlNode *publication)
{
    const xmlNode *inspected = bb_node_child(publication, "inspected");
    const xmlNode *published = bb_node_child(publication, "published");
    g_autofree char *from = check_date(c, inspected, "date");
    g_autofree char *until = check_date(c, inspected, "until");
    g_autofree char *out = check_date(c, published, "date");
    const char *end = until != NULL ? until : from;

    if (from != NULL && until != NULL && is_before(until, from))
        bb_diag_report(c->findings->diag, BB_M_DATE_UNTIL, bb_findings_place(inspected), until,
                       from);
    if (out != NULL && end != NULL && is_before(out, end))
        bb_diag_report(c->findings->diag, BB_M_DATE_ORDER, bb_findings_place(published), out, end);
}

/* --- abbreviations --- */

static void check_abbreviation(const checker *c, xmlNode *abbr)
{
    g_autofree char *words = bb_node_words(abbr);

    if (words[0] == '\0' || g_hash_table_contains(c->abbreviations, words))
        return;
    g_autofree char *quoted = bb_text_clip(words, QUOTED);
    const guint most = 500; /* no list is longer, and each is compared */
    const char *const none[] = {NULL};
    g_autofree char *meant = bb_did_you_mean(
        quoted, c->listed->len < most ? (const char *const *)c->listed->pdata : none, "%s");
    const char *advice = meant[0] != '\0' ? meant : "; add it there with its meaning";
    bb_diag_report(c->findings->diag, BB_M_ABBR_UNLISTED, bb_findings_place(abbr), quoted, advice);
}

/* Letters and digits decide, whatever their case. */
static char *sort_key(const char *words)
{
    g_autofree char *folded = g_utf8_casefold(words, -1);
    GString *key = g_string_new(NULL);

    for (const char *p = folded; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar letter = g_utf8_get_char(p);
        if (g_unichar_isalnum(letter))
            g_string_append_unichar(key, letter);
    }
    return g_string_free(key, FALSE);
}

/* "OASys/eOASys" explains both. */
static void explain(checker *c, const char *words)
{
    char **parts = g_strsplit(words, "/", -1);

    g_hash_table_add(c->abbreviations, g_strdup(words));
    for (char **part = parts; *part != NULL; part++)
        g_hash_table_add(c->abbreviations, bb_text_squeeze(*part));
    g_strfreev(parts);
}

static void list_term(checker *c, const xmlNode *term, char **last_key)
{
    g_autofree char *words = bb_node_words(term);
    g_autofree char *quoted = bb_text_clip(words, QUOTED);
    bb_place place = bb_findings_place(term);

    if (g_hash_table_contains(c->abbreviations, words)) {
        bb_diag_report(c->findings->diag, BB_M_ABBR_DOUBLE, place, quoted);
        return;
    }
    char *key = sort_key(words);
    if (*last_key != NULL && strcmp(key, *last_key) < 0)
        bb_diag_report(c->findings->diag, BB_M_ABBR_ORDER, place, quoted,
                       c->listed->pdata[c->listed->len - 1]);
    g_free(*last_key);
    *last_key = key;
    explain(c, words);
    g_ptr_array_add(c->listed, g_steal_pointer(&words));
}

/* The terms of a list of abbreviations, or of a glossary, which has an order of its own. */
static void list_terms(checker *c, const char *list)
{
    xmlNode *root = xmlDocGetRootElement(c->findings->doc);
    char *last_key = NULL;

    for (xmlNode *node = root; node != NULL; node = bb_node_next(root, node)) {
        if (bb_node_is(node, "dt") && bb_node_is(node->parent, "dl") &&
            bb_node_is(node->parent->parent, list))
            list_term(c, node, &last_key);
    }
    g_free(last_key);
}

/* --- all of them --- */

static const struct {
    const char *element;
    void (*check)(const checker *c, xmlNode *node);
} ROWS[] = {
    {"img", check_image},         {"a", check_link},
    {"url", check_url},           {"isbn", check_isbn},
    {"abbr", check_abbreviation}, {"publication", check_dates},
};

void bb_findings_check(bb_findings *findings)
{
    xmlNode *root = xmlDocGetRootElement(findings->doc);
    checker c = {findings, g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                 g_ptr_array_new_with_free_func(g_free)};

    list_terms(&c, "abbreviations");
    list_terms(&c, "glossary");
    g_ptr_array_add(c.listed, NULL);
    for (xmlNode *node = root; node != NULL; node = bb_node_next(root, node)) {
        for (size_t i = 0; i < G_N_ELEMENTS(ROWS); i++) {
            if (bb_node_is(node, ROWS[i].element))
                ROWS[i].check(&c, node);
        }
    }
    g_hash_table_unref(c.abbreviations);
    g_ptr_array_unref(c.listed);
}
