/* findings_term.c - abbreviations and terms: what nobody explains, what nobody uses, what is
 * explained in two ways.
 *
 * An abbreviation is a word with two capitals or more. It is explained by the list of
 * abbreviations, by the glossary, or in the text itself: "Offender Assessment System (OASys)". */
#include "findings/findings_private.h"

#include "base/text.h"

#include <string.h>

enum { QUOTED = 60, MOST_WORDS = 12 };

/* What every reader knows, and what is no abbreviation. */
static const char *const KNOWN[] = {
    "UK",  "HM",  "HMI",  "HMIP", "US",  "USA", "EU",   "BBC",  "MP",  "MPs",  "OBE",   "CBE",
    "MBE", "QC",  "KC",   "JP",   "IT",  "TV",  "PC",   "CD",   "DVD", "CCTV", "DNA",   "GP",
    "GPs", "NHS", "HIV",  "ISBN", "URL", "PDF", "GCSE", "ID",   "OK",  "AM",   "PM",    "PO",
    "BA",  "PLC", "DVDs", "SMS",  "WC",  "EM",  "TODO", "TBC",  "TBA", "TBD",  "FIXME", "XX",
    "NB",  "UN",  "VAT",  "IQ",   "A4",  "GB",  "HMSO", "AIDS", "CV",  "CVs",  NULL,
};

typedef struct {
    bb_findings *findings;
    GHashTable *explained;  /* abbreviation to its expansion, "" when there is none */
    GHashTable *introduced; /* abbreviations that brackets explain, to the expansion */
    GHashTable *reported;   /* abbreviations */
    GString *all;           /* every sentence, folded, for terms that nobody uses */
    GRegex *word, *bracket, *apposition;
} checker;

/* --- lists --- */

static bool is_listed(const xmlNode *dt)
{
    if (!bb_node_is(dt, "dt") || dt->parent == NULL || dt->parent->parent == NULL)
        return false;
    return bb_node_is(dt->parent->parent, "abbreviations") ||
           bb_node_is(dt->parent->parent, "glossary");
}

static bool in_list(const xmlNode *node)
{
    for (; node != NULL && node->type == XML_ELEMENT_NODE; node = node->parent) {
        if (bb_node_is(node, "abbreviations") || bb_node_is(node, "glossary"))
            return true;
    }
    return false;
}

/* What stands before the first colon of the explanation. */
static char *expansion_of(const xmlNode *dt)
{
    const xmlNode *dd = xmlNextElementSibling((xmlNode *)dt);
    char *words = dd != NULL ? bb_node_words(dd) : g_strdup("");
    char *colon = strpbrk(words, ":;(");

    if (colon != NULL)
        *colon = '\0';
    return g_strchomp(words);
}

static void list_term(checker *c, const xmlNode *dt)
{
    g_autofree char *words = bb_node_words(dt);
    g_autofree char *expansion = expansion_of(dt);
    g_auto(GStrv) parts = g_strsplit_set(words, "/,() -", -1);

    g_hash_table_insert(c->explained, g_strdup(words), g_strdup(expansion));
    for (char **part = parts; *part != NULL; part++) {
        if (**part != '\0' && !g_hash_table_contains(c->explained, *part))
            g_hash_table_insert(c->explained, g_strdup(*part), g_strdup(""));
    }
}

/* --- in the text --- */

/* The letters that an expansion's word can give: its first, or all of "NPS". */
static void prepend_initials(GString *initials, const char *word)
{
    bool capitals = word[0] != '\0' && word[1] != '\0';

    for (const char *p = word; *p != '\0'; p++)
        capitals = capitals && g_ascii_isupper(*p);
    if (capitals)
        g_string_prepend(initials, word);
    else if (word[0] != '\0')
        g_string_prepend_c(initials, g_ascii_toupper(word[0]));
}

/* Whether the abbreviation's capitals stand in the initials in this order, the first one first. */
static bool fits(const char *initials, const char *abbreviation)
{
    const char *letter = abbreviation;

    while (*letter != '\0' && !g_ascii_isupper(*letter))
        letter++;
    if (*letter != *initials)
        return false;
    for (; *letter != '\0'; letter++) {
        if (!g_ascii_isupper(*letter))
            continue;
        initials = strchr(initials, *letter);
        if (initials == NULL)
            return false;
        initials++;
    }
    return true;
}

/* "Offender Assessment System" of what stands before "(OASys)": as few words as make its capitals,
 * small words between them left out of account. NULL when they don't. */
static char *expansion_before(const char *text, gsize end, const char *abbreviation)
{
    g_autofree char *lead = g_strndup(text, end);
    g_auto(GStrv) words = g_strsplit_set(g_strchomp(lead), " -", -1);
    g_autoptr(GString) initials = g_string_new(NULL);
    int count = (int)g_strv_length(words);

    for (int first = count - 1; first >= 0 && count - first <= MOST_WORDS; first--) {
        prepend_initials(initials, words[first]);
        if (words[first][0] != '\0' && fits(initials->str, abbreviation))
            return g_strjoinv(" ", words + first);
    }
    return NULL;
}

/* Without case, hyphens and a plural's s, so that spelling decides and not setting. */
static char *fold_expansion(const char *expansion)
{
    g_autofree char *folded = g_utf8_casefold(expansion, -1);
    GString *key = g_string_new(NULL);

    for (const char *p = folded; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar letter = g_utf8_get_char(p);
        bool last = !g_unichar_isalnum(g_utf8_get_char(g_utf8_next_char(p)));
        if (letter == 's' && last)
            continue;
        if (g_unichar_isalnum(letter))
            g_string_append_unichar(key, letter);
    }
    return g_string_free(key, FALSE);
}

static bool is_same_expansion(const char *one, const char *other)
{
    g_autofree char *a = fold_expansion(one), *b = fold_expansion(other);

    return strstr(a, b) != NULL || strstr(b, a) != NULL;
}

/* "MAPPAs" is several of them, "OASys" is not. */
static char *singular(const char *abbreviation)
{
    size_t length = strlen(abbreviation);
    bool several =
        length > 2 && abbreviation[length - 1] == 's' && g_ascii_isupper(abbreviation[length - 2]);

    return several ? g_strndup(abbreviation, length - 1) : g_strdup(abbreviation);
}

static const char *look_up(GHashTable *table, const char *abbreviation)
{
    g_autofree char *one = singular(abbreviation);
    g_autofree char *several = g_strconcat(abbreviation, "s", NULL);
    const char *found = g_hash_table_lookup(table, abbreviation);

    if (found == NULL)
        found = g_hash_table_lookup(table, one);
    return found != NULL ? found : g_hash_table_lookup(table, several);
}

/* The second explanation of an abbreviation, when it is another one. */
static void introduce(checker *c, const xmlNode *node, const char *abbreviation,
                      const char *expansion)
{
    const char *earlier = look_up(c->explained, abbreviation);

    if (earlier == NULL || earlier[0] == '\0')
        earlier = look_up(c->introduced, abbreviation);
    if (earlier == NULL || earlier[0] == '\0') {
        g_hash_table_insert(c->introduced, g_strdup(abbreviation), g_strdup(expansion));
    } else if (!is_same_expansion(earlier, expansion)) {
        g_autofree char *one = bb_text_clip(earlier, QUOTED);
        g_autofree char *other = bb_text_clip(expansion, QUOTED);
        bb_diag_report(c->findings->diag, BB_M_ABBR_TWO, bb_findings_place(node), abbreviation,
                       other, one);
    }
}

/* "the RADAR model (results, approach, …)", "the CEP, the European Probation Conference". */
static void find_appositions(checker *c, const char *text)
{
    g_autoptr(GMatchInfo) info = NULL;

    g_regex_match_full(c->apposition, text, -1, 0, 0, &info, NULL);
    for (; g_match_info_matches(info); g_match_info_next(info, NULL)) {
        g_autofree char *abbreviation = g_match_info_fetch(info, 1);
        g_autofree char *words = g_match_info_fetch(info, 2);
        g_autofree char *expansion = expansion_before(words, strlen(words), abbreviation);
        if (expansion != NULL && !g_hash_table_contains(c->introduced, abbreviation))
            g_hash_table_insert(c->introduced, g_strdup(abbreviation), g_strdup(""));
    }
}

static void find_introductions(checker *c, const xmlNode *node, const char *text)
{
    g_autoptr(GMatchInfo) info = NULL;

    g_regex_match_full(c->bracket, text, -1, 0, 0, &info, NULL);
    for (; g_match_info_matches(info); g_match_info_next(info, NULL)) {
        g_autofree char *abbreviation = g_match_info_fetch(info, 1);
        int begin = 0;
        g_match_info_fetch_pos(info, 0, &begin, NULL);
        g_autofree char *expansion = expansion_before(text, (gsize)begin, abbreviation);
        if (expansion != NULL)
            introduce(c, node, abbreviation, expansion);
    }
}

/* --- used, and not explained --- */

static bool is_roman(const char *word)
{
    return strspn(word, "IVXLCDM") == strlen(word);
}

static bool is_explained(const checker *c, const char *word)
{
    g_autofree char *one = singular(word);

    return g_strv_contains(KNOWN, word) || g_strv_contains(KNOWN, one) || is_roman(word) ||
           look_up(c->explained, word) != NULL || look_up(c->introduced, word) != NULL ||
           /* "eOASys" is the OASys that one knows. */
           (g_ascii_islower(word[0]) && look_up(c->explained, word + 1) != NULL);
}

/* Words in capitals throughout are a heading or a rating, no abbreviations. */
static bool shouts(const char *text)
{
    return strpbrk(text, "abcdefghijklmnopqrstuvwxyz") == NULL;
}

/* Beside other capitals it is part of a heading or a rating; before a name it is part of that:
 * "WH Smith". */
static bool beside_capitals(const char *text, int begin, int end)
{
    const char *behind = text + end;
    bool before =
        begin >= 3 && g_ascii_isupper(text[begin - 2]) && g_ascii_isupper(text[begin - 3]);

    return before || (behind[0] == ' ' && g_ascii_isupper(behind[1]));
}

static void find_unexplained(checker *c, const xmlNode *node, const char *text)
{
    g_autoptr(GMatchInfo) info = NULL;

    g_regex_match_full(c->word, text, -1, 0, 0, &info, NULL);
    for (; g_match_info_matches(info); g_match_info_next(info, NULL)) {
        g_autofree char *word = g_match_info_fetch(info, 0);
        int begin = 0, end = 0;
        g_match_info_fetch_pos(info, 0, &begin, &end);
        if (is_explained(c, word) || beside_capitals(text, begin, end))
            continue;
        g_autofree char *one = singular(word);
        if (g_hash_table_add(c->reported, g_strdup(one)))
            bb_diag_report(c->findings->diag, BB_M_ABBR_UNEXPLAINED, bb_findings_place(node), one);
    }
}

/* --- explained, and not used --- */

static void add_folded(checker *c, const char *text)
{
    g_autofree char *folded = g_utf8_casefold(text, -1);

    g_string_append_printf(c->all, "%s\n", folded);
}

static bool is_used(const checker *c, const char *term)
{
    g_autofree char *folded = g_utf8_casefold(term, -1);
    size_t length = strlen(folded);

    /* Several of them are explained, one is used. */
    if (length > 2 && folded[length - 1] == 's')
        folded[length - 1] = '\0';
    return strstr(c->all->str, folded) != NULL;
}

/* A term with a solidus, or with another form in brackets, is used when one of them is. */
static void check_used(const checker *c, const xmlNode *dt)
{
    g_autofree char *words = bb_node_words(dt);
    g_auto(GStrv) parts = g_strsplit_set(words, "/()", -1);
    bool used = is_used(c, words);

    for (char **part = parts; *part != NULL && !used; part++)
        used = g_strstrip(*part)[0] != '\0' && is_used(c, *part);
    if (used)
        return;
    g_autofree char *quoted = bb_text_clip(words, QUOTED);
    bb_diag_report(c->findings->diag, BB_M_TERM_UNUSED, bb_findings_place(dt), quoted);
}

/* --- all of them --- */

typedef void (*visit)(checker *c, const xmlNode *node, const char *text);

/* Not the writer's sentences, or no sentences. */
static bool is_apart(const xmlNode *node)
{
    const char *file = bb_findings_place(node).file;

    for (; node != NULL && node->type == XML_ELEMENT_NODE; node = node->parent) {
        if (bb_node_is(node, "publication") || bb_node_is(node, "data") ||
            bb_node_is(node, "rating"))
            return true;
    }
    return file != NULL && g_str_has_prefix(file, "programmes/");
}

/* The report's own sentences outside of lists of terms; they may be about anything and explain
 * themselves. */
static void visit_prose(checker *c, visit call)
{
    xmlNode *root = xmlDocGetRootElement(c->findings->doc);

    for (xmlNode *node = root; node != NULL; node = bb_node_next(root, node)) {
        g_autofree char *prose = bb_findings_prose(node);
        if (prose != NULL && !in_list(node) && !is_apart(node))
            call(c, node, prose);
    }
}

static void gather(checker *c, const xmlNode *node, const char *text)
{
    add_folded(c, text);
    find_introductions(c, node, text);
    find_appositions(c, text);
}

static void find_words(checker *c, const xmlNode *node, const char *text)
{
    if (!shouts(text))
        find_unexplained(c, node, text);
}

/* The whole report's words too: footnotes, literals, what a glossary says of another term. */
static void add_rest(checker *c)
{
    xmlNode *root = xmlDocGetRootElement(c->findings->doc);

    for (xmlNode *node = root; node != NULL; node = bb_node_next(root, node)) {
        if (is_listed(node) || (node->children != NULL && xmlFirstElementChild(node) != NULL))
            continue;
        g_autofree char *words = bb_node_words(node);
        g_autofree char *figure = bb_node_attribute(node, "domain");
        add_folded(c, words);
        add_folded(c, figure != NULL ? figure : "");
    }
}

static void check_lists(checker *c)
{
    xmlNode *root = xmlDocGetRootElement(c->findings->doc);

    for (xmlNode *node = root; node != NULL; node = bb_node_next(root, node)) {
        if (is_listed(node))
            check_used(c, node);
    }
}

/* An <abbr> that no list explains is an error already. */
static void note_marked(checker *c)
{
    xmlNode *root = xmlDocGetRootElement(c->findings->doc);

    for (xmlNode *node = root; node != NULL; node = bb_node_next(root, node)) {
        if (bb_node_is(node, "abbr"))
            g_hash_table_add(c->reported, bb_node_words(node));
    }
}

static void run(checker *c)
{
    xmlNode *root = xmlDocGetRootElement(c->findings->doc);

    for (xmlNode *node = root; node != NULL; node = bb_node_next(root, node)) {
        if (is_listed(node))
            list_term(c, node);
    }
    note_marked(c);
    visit_prose(c, gather);
    visit_prose(c, find_words);
    add_rest(c);
    check_lists(c);
}

void bb_findings_check_terms(bb_findings *findings)
{
    if (!bb_findings_is_english(findings))
        return;
    checker c = {
        .findings = findings,
        .explained = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free),
        .introduced = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free),
        .reported = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
        .all = g_string_new(NULL),
        .word =
            g_regex_new("\\b[a-z]?[A-Z]{2,}[A-Za-z]*\\b(?![’'][A-Z])", G_REGEX_OPTIMIZE, 0, NULL),
        .bracket = g_regex_new(" \\(([a-z]?[A-Z]{2,}[A-Za-z]*)\\)", G_REGEX_OPTIMIZE, 0, NULL),
        .apposition = g_regex_new("\\b([a-z]?[A-Z]{2,}[A-Za-z]*)"
                                  "(?=(?:[^().;:]{0,30} \\(|, (?:the|a|an|or) )([^().;:]{5,120}))",
                                  G_REGEX_OPTIMIZE, 0, NULL),
    };

    run(&c);
    g_hash_table_unref(c.explained);
    g_hash_table_unref(c.introduced);
    g_hash_table_unref(c.reported);
    g_string_free(c.all, TRUE);
    g_regex_unref(c.word);
    g_regex_unref(c.bracket);
    g_regex_unref(c.apposition);
}
