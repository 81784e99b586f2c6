/* run_layout.c - lays out one case and checks what came of it.
 *
 *   run_layout [--dump] CASE.xml
 *
 * A case is a layout-case of the namespace urn:bluebook:test:
 *
 *   about    why the expected numbers are right
 *   fo:root  the document
 *   check    xpath on the area dump and what it is; compared as numbers, within tolerance, when
 *            both are numbers
 *   expect   the code of a message that is expected, and how often (count, 1 unless said)
 *
 * Of every case these are checked too: the area tree is sound; its text is that of the document;
 * the PDF can be drawn and finished, and pdftotext finds the text of the areas in it. The attribute
 * text says how closely texts are compared: "words" (all but the amount of white space), "letters"
 * (where preserved line feeds are in play), "unordered" (where cells go on beside each other on a
 * second page), "none"; pdf="none" leaves the PDF's text unread. */
#include "fo_document.h"

#include "archive/inspect.h"
#include "archive/pdf_finish.h"
#include "base/text.h"
#include "render/area_dump.h"
#include "render/area_pdf.h"

#include <libxml/parser.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define TEST_NAMESPACE "urn:bluebook:test"

typedef struct {
    const char *path;
    const xmlNode *root;
    bb_test_doc *doc;
    int failures;
} layout_case;

G_GNUC_PRINTF(3, 4)
static void fail(layout_case *c, const xmlNode *at, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    g_autofree char *text = g_strdup_vprintf(format, args);
    va_end(args);
    printf("%s:%ld: %s\n", c->path, at != NULL ? xmlGetLineNo(at) : 1, text);
    c->failures++;
}

/* --- XML --- */

static char *attribute(const xmlNode *node, const char *name)
{
    xmlChar *value = xmlGetNoNsProp(node, (const xmlChar *)name);
    char *copy = value != NULL ? g_strdup((const char *)value) : NULL;

    xmlFree(value);
    return copy;
}

static const xmlNode *next_named(const xmlNode *node, const char *ns, const char *name)
{
    for (; node != NULL; node = node->next) {
        if (node->type == XML_ELEMENT_NODE && node->ns != NULL &&
            strcmp((const char *)node->ns->href, ns) == 0 &&
            strcmp((const char *)node->name, name) == 0)
            return node;
    }
    return NULL;
}

static xmlDoc *fo_document_of(const layout_case *c)
{
    const xmlNode *root =
        next_named(c->root->children, "http://www.w3.org/1999/XSL/Format", "root");

    if (root == NULL)
        return NULL;
    xmlDoc *fo = xmlNewDoc((const xmlChar *)"1.0");
    xmlDocSetRootElement(fo, xmlDocCopyNode((xmlNode *)root, fo, 1));
    xmlReconciliateNs(fo, xmlDocGetRootElement(fo));
    return fo;
}

/* --- the case's own checks --- */

static bool parse_number(const char *text, double *number)
{
    char *end;

    *number = g_ascii_strtod(text, &end);
    return end != text && *end == '\0';
}

static void run_check(layout_case *c, const xmlNode *check)
{
    g_autofree char *xpath = attribute(check, "xpath"), *is = attribute(check, "is");
    g_autofree char *tolerance = attribute(check, "tolerance");
    double wanted, close = 0.0005; /* the dump has three decimals */

    if (xpath == NULL || is == NULL) {
        fail(c, check, "a check needs xpath and is");
        return;
    }
    g_autofree char *found = bb_test_string(c->doc, xpath);
    if (tolerance != NULL)
        close = g_ascii_strtod(tolerance, NULL);
    double number = bb_test_number(c->doc, xpath);
    bool numeric = parse_number(is, &wanted) && !isnan(number);
    bool good = numeric ? fabs(number - wanted) <= close : strcmp(found, is) == 0;
    if (!good)
        fail(c, check, "%s is \"%s\", not \"%s\"", xpath, found, is);
}

static void run_checks(layout_case *c)
{
    int count = 0;

    for (const xmlNode *check = next_named(c->root->children, TEST_NAMESPACE, "check");
         check != NULL; check = next_named(check->next, TEST_NAMESPACE, "check")) {
        run_check(c, check);
        count++;
    }
    if (count == 0)
        fail(c, c->root, "the case checks nothing");
}

static void check_messages(layout_case *c)
{
    g_autoptr(GHashTable) expected = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

    bb_diag_sort(c->doc->diag);
    for (const xmlNode *e = next_named(c->root->children, TEST_NAMESPACE, "expect"); e != NULL;
         e = next_named(e->next, TEST_NAMESPACE, "expect")) {
        g_autofree char *code = attribute(e, "code"), *count = attribute(e, "count");
        int wanted = count != NULL ? atoi(count) : 1;
        int given = bb_test_messages(c->doc, code);
        if (given != wanted)
            fail(c, e, "%s was said %d times, not %d", code, given, wanted);
        g_hash_table_add(expected, g_steal_pointer(&code));
    }
    for (size_t i = 0; i < bb_diag_count(c->doc->diag); i++) {
        const bb_diag_entry *entry = bb_diag_entry_at(c->doc->diag, i);
        g_autofree char *line = bb_diag_format(entry);
        /* What readers of the PDF would miss is other tests' matter. */
        bool of_pdf = g_str_has_prefix(entry->code, "tag-");
        if (!of_pdf && !g_hash_table_contains(expected, entry->code))
            fail(c, NULL, "unexpected: %s", line);
    }
}

/* --- texts --- */

static bool is_inline(bb_fo_object object)
{
    switch (object) {
    case BB_FO_INLINE:
    case BB_FO_BASIC_LINK:
    case BB_FO_BIDI_OVERRIDE:
    case BB_FO_WRAPPER:
    case BB_FO_CHARACTER:
    case BB_FO_PAGE_NUMBER:
    case BB_FO_PAGE_NUMBER_CITATION:
    case BB_FO_PAGE_NUMBER_CITATION_LAST:
    case BB_FO_EXTERNAL_GRAPHIC:
    case BB_FO_INSTREAM_FOREIGN_OBJECT:
        return true;
    default:
        return false;
    }
}

static void add_fo_text(const bb_fo_node *node, GString *out);

/* The footer of a table is written before its bodies and stands after them. */
static void add_fo_children(const bb_fo_node *node, GString *out)
{
    for (const bb_fo_node *child = node->first; child != NULL; child = child->next) {
        if (child->object != BB_FO_TABLE_FOOTER)
            add_fo_text(child, out);
    }
    for (const bb_fo_node *child = node->first; child != NULL; child = child->next) {
        if (child->object == BB_FO_TABLE_FOOTER)
            add_fo_text(child, out);
    }
}

static void add_fo_text(const bb_fo_node *node, GString *out)
{
    if (node->object == BB_FO_TEXT) {
        g_string_append(out, node->text);
        return;
    }
    if (node->object == BB_FO_LEADER)
        return;
    if (node->object == BB_FO_CHARACTER)
        g_string_append(out, bb_fo_get(node, BB_FO_P_CHARACTER)->string);
    const char *edge = is_inline(node->object) ? "" : " ";
    g_string_append(out, edge);
    add_fo_children(node, out);
    g_string_append(out, edge);
}

static char *text_of_fo(const bb_fo_tree *fo)
{
    GString *out = g_string_new(NULL);

    for (const bb_fo_node *sequence = bb_fo_tree_root(fo)->first; sequence != NULL;
         sequence = sequence->next) {
        const bb_fo_node *flow =
            sequence->object == BB_FO_PAGE_SEQUENCE ? bb_fo_child(sequence, BB_FO_FLOW) : NULL;
        if (flow != NULL)
            add_fo_text(flow, out);
    }
    return g_string_free(out, FALSE);
}

/* Text that the formatter made: numbers, dots. */
static bool is_generated(const bb_area *area)
{
    switch (area->node->object) {
    case BB_FO_PAGE_NUMBER:
    case BB_FO_PAGE_NUMBER_CITATION:
    case BB_FO_PAGE_NUMBER_CITATION_LAST:
    case BB_FO_LEADER:
        return true;
    default:
        return false;
    }
}

/* everything: furniture and what the formatter made as well. */
static void add_area_text(const bb_area *area, bool everything, GString *out)
{
    for (; area != NULL; area = area->next) {
        if (area->artifact && !everything)
            continue;
        bool block = area->kind == BB_AREA_BLOCK || area->kind == BB_AREA_CONTAINER ||
                     area->kind == BB_AREA_REGION;
        if (block)
            g_string_append_c(out, ' ');
        if (area->kind == BB_AREA_TEXT && (everything || !is_generated(area)))
            g_string_append_len(out, area->text->text, area->text->length);
        add_area_text(area->first, everything, out);
        if (block)
            g_string_append_c(out, ' ');
    }
}

static char *text_of_areas(const bb_area_tree *areas, bool everything)
{
    GString *out = g_string_new(NULL);

    for (size_t i = 0; i < bb_area_tree_count(areas); i++)
        add_area_text(bb_area_tree_page(areas, i)->first, everything, out);
    return g_string_free(out, FALSE);
}

static bool is_control(gunichar ch)
{
    return ch == 0x200b || ch == 0x2060 || ch == 0xfeff || ch == '\f' ||
           (ch >= 0x200e && ch <= 0x200f) || (ch >= 0x202a && ch <= 0x202e);
}

/* Without characters that say only how text may be set; a soft hyphen takes the white space after
 * it away, for a line or page ended there. */
static char *without_controls(const char *text)
{
    GString *out = g_string_new(NULL);
    const gunichar soft_hyphen = 0xad;

    for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar ch = g_utf8_get_char(p);
        if (ch == soft_hyphen) {
            while (bb_text_is_space(*g_utf8_next_char(p)))
                p++;
        } else if (!is_control(ch)) {
            g_string_append_unichar(out, ch);
        }
    }
    return g_string_free(out, FALSE);
}

static char *letters_of(const char *text)
{
    GString *out = g_string_new(NULL);

    for (const char *p = text; *p != '\0'; p++) {
        if (!bb_text_is_space(*p))
            g_string_append_c(out, *p);
    }
    return g_string_free(out, FALSE);
}

static int compare_words(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static char *sorted(const char *squeezed)
{
    g_auto(GStrv) words = g_strsplit(squeezed, " ", -1);

    qsort(words, g_strv_length(words), sizeof words[0], compare_words);
    return g_strjoinv(" ", words);
}

static char *normal(const char *text, const char *how)
{
    g_autofree char *plain = without_controls(text);
    g_autofree char *squeezed = bb_text_squeeze(plain);

    if (strcmp(how, "letters") == 0)
        return letters_of(plain);
    return strcmp(how, "unordered") == 0 ? sorted(squeezed) : g_steal_pointer(&squeezed);
}

static void compare_texts(layout_case *c, const char *what, const char *a, const char *b,
                          const char *how)
{
    g_autofree char *x = normal(a, how), *y = normal(b, how);
    size_t at = 0;

    if (strcmp(x, y) == 0)
        return;
    while (x[at] != '\0' && x[at] == y[at])
        at++;
    size_t from = at > 30 ? at - 30 : 0;
    fail(c, NULL, "%s (%s): \"...%.60s\" against \"...%.60s\"", what, how, x + from, y + from);
}

static void check_text(layout_case *c)
{
    g_autofree char *how = attribute(c->root, "text");
    g_autofree char *fo = text_of_fo(c->doc->fo);
    g_autofree char *areas = text_of_areas(c->doc->areas, false);

    if (how != NULL && strcmp(how, "none") == 0)
        return;
    compare_texts(c, "the document's text and the areas'", fo, areas, how != NULL ? how : "words");
}

/* --- the PDF --- */

/* Whatever the case is about, its PDF conforms to PDF/UA-1 and PDF/A-2a. */
static void inspect_pdf(layout_case *c, GBytes *pdf)
{
    g_autoptr(bb_diag) diag = bb_diag_new();
    g_autoptr(GError) error = NULL;

    if (!bb_inspect(pdf, c->path, diag, &error))
        fail(c, NULL, "the PDF can't be inspected: %s", error->message);
    for (size_t i = 0; i < bb_diag_count(diag); i++) {
        g_autofree char *line = bb_diag_format(bb_diag_entry_at(diag, i));
        fail(c, NULL, "%s", line);
    }
}

static GBytes *make_pdf(layout_case *c)
{
    g_autoptr(GError) error = NULL;
    bb_pdf_metadata metadata = {.title = "A layout case", .language = "en"};
    GBytes *finished = bb_pdf_make(c->doc->areas, c->doc->fo, &metadata, c->doc->diag, &error);

    if (finished != NULL)
        inspect_pdf(c, finished);
    else
        fail(c, NULL, "no PDF: %s", error->message);
    return finished;
}

/* What pdftotext reads out of it, in the order of the page's content; NULL when it can't be run. */
static char *read_pdf(layout_case *c, GBytes *pdf)
{
    g_autofree char *program = g_find_program_in_path("pdftotext");
    g_autofree char *path = NULL, *text = NULL, *complaint = NULL;
    g_autoptr(GError) error = NULL;
    gsize size;
    const char *data = g_bytes_get_data(pdf, &size);
    int status = 0;

    if (program == NULL) {
        printf("%s: pdftotext (poppler-utils) is not installed: the PDF's text is not read\n",
               c->path);
        return NULL;
    }
    int file = g_file_open_tmp("layout-XXXXXX.pdf", &path, &error);
    if (file < 0)
        g_error("%s", error->message);
    close(file);
    const char *arguments[] = {program, "-raw", "-enc", "UTF-8", path, "-", NULL};
    if (!g_file_set_contents(path, data, (gssize)size, &error) ||
        !g_spawn_sync(NULL, (char **)arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &text,
                      &complaint, &status, &error))
        g_error("%s", error->message);
    unlink(path);
    if (status != 0 || complaint[0] != '\0')
        fail(c, NULL, "pdftotext complains: %s", complaint);
    return g_steal_pointer(&text);
}

static void check_pdf(layout_case *c)
{
    g_autofree char *how = attribute(c->root, "pdf");
    g_autoptr(GBytes) pdf = make_pdf(c);

    if (pdf == NULL || (how != NULL && strcmp(how, "none") == 0))
        return;
    g_autofree char *read = read_pdf(c, pdf);
    g_autofree char *areas = text_of_areas(c->doc->areas, true);
    if (read != NULL)
        compare_texts(c, "the PDF's text and the areas'", read, areas, "letters");
}

/* --- the whole --- */

static void run_case(layout_case *c, bool dump)
{
    g_autofree char *folder = g_path_get_dirname(c->path);
    xmlDoc *fo = fo_document_of(c);

    if (fo == NULL) {
        fail(c, c->root, "there is no fo:root");
        return;
    }
    c->doc = bb_test_lay_out_doc(fo, c->path, folder);
    if (dump) {
        g_autofree char *areas = bb_area_dump(c->doc->areas);
        fputs(areas, stdout);
    }
    run_checks(c);
    check_text(c);
    check_pdf(c);
    check_messages(c);
}

int main(int argc, char **argv)
{
    bool dump = argc > 2 && strcmp(argv[1], "--dump") == 0;
    layout_case c = {.path = argv[argc - 1]};
    xmlDoc *doc = argc > 1 ? xmlReadFile(c.path, NULL, XML_PARSE_NONET | XML_PARSE_NOENT) : NULL;

    if (doc == NULL) {
        fprintf(stderr, "usage: run_layout [--dump] CASE.xml\n");
        return EXIT_FAILURE;
    }
    c.root = xmlDocGetRootElement(doc);
    if (next_named(c.root->children, TEST_NAMESPACE, "about") == NULL)
        fail(&c, c.root, "the case does not say what it is about");
    run_case(&c, dump);
    bb_test_doc_free(c.doc);
    xmlFreeDoc(doc);
    return c.failures == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
