/* findings_edition.c - whether the edition of a report in another language says the same.
 *
 * <report edition-of="report.xml"> names the first edition. Both trees are walked side by side:
 * they must have the same pieces in the same order under the same ids, and in each piece the same
 * numbers. What the words say nobody can check here. A difference within a piece is told once, at
 * the piece, so that one paragraph too many does not make every later one wrong. */
#include "findings/findings_private.h"

#include "base/text.h"

#include <string.h>

typedef struct {
    bb_findings *findings;
    const char *other; /* as the other edition's file is shown */
} comparer;

static const char *const INLINE[] = {"a",        "abbr", "area",    "br",    "em",
                                     "footnote", "i",    "literal", "q",     "quantifier",
                                     "ref",      "span", "strong",  "value", NULL};

/* What need not be the same, or is the same by being shared. */
static const char *const PASSED_OVER[] = {"data",    "description", "abbreviations", "glossary",
                                          "purpose", "short-title", "url",           NULL};

static bool is_one(const xmlNode *node, const char *const *names)
{
    return g_strv_contains(names, (const char *)node->name);
}

/* The next piece from this node on. */
static xmlNode *piece(xmlNode *node)
{
    while (node != NULL &&
           (node->type != XML_ELEMENT_NODE || is_one(node, INLINE) || is_one(node, PASSED_OVER)))
        node = node->next;
    return node;
}

static char *where(const xmlNode *node)
{
    bb_place place = bb_findings_place(node);

    return g_strdup_printf("%s:%d", place.file, place.line);
}

/* --- numbers --- */

static void add_numbers(GPtrArray *numbers, const char *text)
{
    for (const char *p = text; *p != '\0';) {
        size_t length = strspn(p, "0123456789");
        while (length > 0 && (p[length] == '.' || p[length] == ',') &&
               g_ascii_isdigit(p[length + 1]))
            length += 1 + strspn(p + length + 1, "0123456789");
        if (length > 0)
            g_ptr_array_add(numbers, g_strndup(p, length));
        p += MAX(length, 1);
    }
}

/* The numbers of a piece in order of size, so that a sentence may turn them round. */
static GPtrArray *numbers_of(const xmlNode *node)
{
    GPtrArray *numbers = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *words = bb_node_words(node);

    add_numbers(numbers, words);
    g_ptr_array_sort(numbers, bb_text_compare);
    g_ptr_array_add(numbers, NULL);
    return numbers;
}

static char *list_of(const GPtrArray *numbers)
{
    return numbers->len > 1 ? g_strjoinv(", ", (char **)numbers->pdata) : g_strdup("none");
}

static void compare_numbers(const comparer *c, const xmlNode *mine, const xmlNode *theirs)
{
    g_autoptr(GPtrArray) here = numbers_of(mine), there = numbers_of(theirs);

    if (g_strv_equal((const char *const *)here->pdata, (const char *const *)there->pdata))
        return;
    g_autofree char *place = where(theirs);
    g_autofree char *numbers = list_of(here), *others = list_of(there);
    bb_diag_report(c->findings->diag, BB_M_EDITION_NUMBERS, bb_findings_place(mine), numbers, place,
                   others);
}

/* --- pieces --- */

/* Attributes that mean the same in every language. */
static void compare_attributes(const comparer *c, const xmlNode *mine, const xmlNode *theirs)
{
    static const char *const SAME[] = {"id",       "of",   "to",     "date",   "published",
                                       "previous", "from", "number", "column", NULL};

    for (size_t i = 0; SAME[i] != NULL; i++) {
        g_autofree char *here = bb_node_attribute(mine, SAME[i]);
        g_autofree char *there = bb_node_attribute(theirs, SAME[i]);
        if (g_strcmp0(here, there) == 0)
            continue;
        g_autofree char *place = where(theirs);
        bb_diag_report(c->findings->diag, BB_M_EDITION_ATTRIBUTE, bb_findings_place(mine),
                       (const char *)mine->name, SAME[i], here != NULL ? here : "", place,
                       there != NULL ? there : "");
    }
}

static void compare(const comparer *c, xmlNode *mine, xmlNode *theirs);

/* Says which piece is too many or too few; false when all have their counterpart. */
static bool report_pieces(const comparer *c, const xmlNode *mine, const xmlNode *theirs)
{
    xmlNode *here = piece(mine->children), *there = piece(theirs->children);

    while (here != NULL && there != NULL && xmlStrEqual(here->name, there->name)) {
        here = piece(here->next);
        there = piece(there->next);
    }
    if (here != NULL) {
        g_autofree char *place = where(there != NULL ? there : theirs);
        bb_diag_report(c->findings->diag, BB_M_EDITION_MORE, bb_findings_place(here),
                       (const char *)here->name, place);
    } else if (there != NULL) {
        g_autofree char *place = where(there);
        bb_diag_report(c->findings->diag, BB_M_EDITION_LESS, bb_findings_place(mine),
                       (const char *)mine->name, (const char *)there->name, place);
    }
    return here != NULL || there != NULL;
}

/* The piece among these with the same name and id as this one; NULL when it has no id. */
static xmlNode *counterpart(xmlNode *first, const xmlNode *of)
{
    g_autofree char *wanted = bb_node_attribute(of, "id");

    for (xmlNode *node = wanted != NULL ? piece(first) : NULL; node != NULL;
         node = piece(node->next)) {
        g_autofree char *id = bb_node_attribute(node, "id");
        if (g_strcmp0(id, wanted) == 0 && xmlStrEqual(node->name, of->name))
            return node;
    }
    return NULL;
}

/* Where one is too many, only those that ids tell apart are compared further. */
static void compare_pieces(const comparer *c, const xmlNode *mine, const xmlNode *theirs)
{
    bool differ = report_pieces(c, mine, theirs);
    xmlNode *there = piece(theirs->children);

    for (xmlNode *here = piece(mine->children); here != NULL; here = piece(here->next)) {
        xmlNode *other = differ ? counterpart(theirs->children, here) : there;
        if (other != NULL)
            compare(c, here, other);
        there = differ || there == NULL ? NULL : piece(there->next);
    }
}

static void compare(const comparer *c, xmlNode *mine, xmlNode *theirs)
{
    compare_attributes(c, mine, theirs);
    if (piece(mine->children) != NULL || piece(theirs->children) != NULL)
        compare_pieces(c, mine, theirs);
    else
        compare_numbers(c, mine, theirs);
}

/* --- the other edition --- */

static void compare_languages(const comparer *c, const xmlNode *mine, const xmlNode *theirs)
{
    g_autofree char *here = bb_node_attribute(mine, "lang");
    g_autofree char *there = bb_node_attribute(theirs, "lang");

    if (here != NULL && g_strcmp0(here, there) == 0)
        bb_diag_report(c->findings->diag, BB_M_EDITION_LANGUAGE, bb_findings_place(mine), here,
                       c->other);
}

bool bb_findings_compare_edition(bb_findings *findings, GError **error)
{
    xmlNode *root = xmlDocGetRootElement(findings->doc);
    g_autofree char *href = bb_node_attribute(root, "edition-of");

    if (bb_text_is_blank(href))
        return true;
    bb_file_found found = bb_findings_find_file(findings, bb_findings_place(root).file, href);
    if (found.verdict != BB_FILE_FOUND) {
        bb_findings_report_file(findings, root, href, &found, BB_M_EDITION_MISSING,
                                BB_M_EDITION_OUTSIDE);
        return true;
    }
    bb_findings_add_file(findings, found.shown);
    g_autoptr(bb_diag) said = bb_diag_new();
    g_autoptr(bb_findings) other =
        bb_findings_read_alone(findings->context, found.shown, said, error);
    if (other == NULL)
        return false;
    for (guint i = 0; i < other->files->len; i++)
        bb_findings_add_file(findings, other->files->pdata[i]);
    xmlNode *theirs = other->doc != NULL ? xmlDocGetRootElement(other->doc) : NULL;
    const comparer c = {findings, found.shown};
    if (theirs == NULL || bb_diag_has_faults(said)) {
        bb_diag_report(findings->diag, BB_M_EDITION_FAULTY, bb_findings_place(root), found.shown);
        return true;
    }
    compare_languages(&c, root, theirs);
    compare_pieces(&c, root, theirs);
    return true;
}
