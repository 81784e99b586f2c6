/* pdf_check.c - holds a PDF against the page of the same report: how readers find their way in it.
 *
 *   pdf_check REPORT.pdf PAGE.html AREAS.xml WORDS.xhtml
 *
 * Labels are the folios that are printed; the outline is the list of contents; what the contents,
 * the outline and links lead to is there, on the page whose number is printed. Ends with 1 after
 * telling every fault. */
#include "sample/html.h"
#include "sample/paper.h"
#include "sample/pdf_file.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    pdf_file *file;
    html *page;
    GPtrArray *pages;    /* paper_page */
    GPtrArray *contents; /* html_entry */
    int faults;
} check;

static void G_GNUC_PRINTF(2, 3) fault(check *c, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    vprintf(format, arguments);
    va_end(arguments);
    putchar('\n');
    c->faults++;
}

static const char *label_of(const check *c, int page)
{
    if (page < 0 || (guint)page >= c->file->labels->len)
        return "(no page)";
    return c->file->labels->pdata[page];
}

/* --- page labels and folios --- */

static bool is_folio(const char *word)
{
    return word[strspn(word, "0123456789")] == '\0' || word[strspn(word, "ivxlc")] == '\0';
}

/* The number at the outer end of the foot; NULL when there is none. */
static const char *folio_of(const paper_page *page)
{
    const paper_word *first = NULL, *last = NULL;

    for (guint i = 0; i < page->words->len; i++) {
        const paper_word *word = &g_array_index(page->words, paper_word, i);
        if (page->foot->len == 0 ||
            !paper_holds(&g_array_index(page->foot, paper_box, 0), &word->box))
            continue;
        if (first == NULL || word->box.x < first->box.x)
            first = word;
        if (last == NULL || word->box.x > last->box.x)
            last = word;
    }
    if (first != NULL && is_folio(first->letters))
        return first->letters;
    return last != NULL && is_folio(last->letters) ? last->letters : NULL;
}

/* The cover alone bears no number. */
static void check_folios(check *c)
{
    if (c->file->labels->len != c->pages->len)
        fault(c, "%u pages have %u labels", c->pages->len, c->file->labels->len);
    for (guint i = 0; i < c->pages->len; i++) {
        const char *folio = folio_of(c->pages->pdata[i]);
        if (folio == NULL && i > 0)
            fault(c, "page %u bears no number", i + 1);
        if (folio != NULL && strcmp(folio, label_of(c, (int)i)) != 0)
            fault(c, "page %u bears the number %s, and its label is %s", i + 1, folio,
                  label_of(c, (int)i));
    }
}

/* Roman from i, then arabic from 1, and no number left out. */
static void check_sequence(check *c)
{
    int expected = 1;
    bool arabic = false;

    for (guint i = 0; i < c->file->labels->len; i++) {
        const char *label = label_of(c, (int)i);
        bool digits = g_ascii_isdigit(label[0]);
        if (digits && !arabic)
            expected = 1;
        if (!digits && arabic)
            fault(c, "page %u: the label %s comes after arabic ones", i + 1, label);
        if (digits && atoi(label) != expected)
            fault(c, "page %u has the label %s, not %d", i + 1, label, expected);
        arabic = digits;
        expected++;
    }
    if (c->file->labels->len > 0 && strcmp(label_of(c, 0), "i") != 0)
        fault(c, "the first label is %s", label_of(c, 0));
}

/* --- headings --- */

/* Whether words stand on the page at the height of place, or not far below it. */
static bool stands_at(const check *c, const char *words, pdf_place place)
{
    const double most =
        300; /* points: to the end of a heading, whose number may fill half a page */
    const paper_page *page = c->pages->pdata[place.page];
    g_autoptr(text) wanted = text_new();
    g_autoptr(text) near = text_new();

    text_add(wanted, words);
    for (guint i = 0; i < page->words->len; i++) {
        const paper_word *word = &g_array_index(page->words, paper_word, i);
        double middle = word->box.y + word->box.height / 2;
        if (middle < place.y - 1 || middle > place.y + most)
            continue;
        text_break(near);
        text_add(near, word->letters);
    }
    return text_find(near, 0, wanted) >= 0;
}

static void check_place(check *c, const char *what, const char *words, pdf_place place)
{
    if (place.page < 0)
        fault(c, "%s “%s” leads nowhere", what, words);
    else if (!stands_at(c, words, place))
        fault(c, "%s “%s” leads to page %s, %.0f pt from its head, and that isn't there", what,
              words, label_of(c, place.page), place.y);
}

/* --- outline --- */

/* What the contents list stands in the outline in the same order, at the same depth; before it may
 * stand what the contents don't list, as themselves. */
static void check_outline(check *c)
{
    const GArray *outline = c->file->outline;
    guint before = outline->len - MIN(outline->len, c->contents->len);
    g_autoptr(GPtrArray) headings = html_find(c->page, "//h:main//h:h2");

    if (outline->len < c->contents->len)
        fault(c, "the outline has %u entries, the contents have %u", outline->len,
              c->contents->len);
    for (guint i = 0; i < outline->len; i++) {
        const pdf_entry *entry = &g_array_index(outline, pdf_entry, i);
        const html_entry *listed = i >= before ? c->contents->pdata[i - before] : NULL;
        if (listed == NULL &&
            !g_ptr_array_find_with_equal_func(headings, entry->title, g_str_equal, NULL))
            fault(c, "the outline has “%s”, which is no heading", entry->title);
        if (listed != NULL && strcmp(entry->title, listed->title) != 0)
            fault(c, "the outline has “%s” where the contents have “%s”", entry->title,
                  listed->title);
        if (listed != NULL && entry->level != listed->level)
            fault(c, "“%s” is at level %d of the outline and at level %d of the contents",
                  entry->title, entry->level, listed->level);
        check_place(c, "the outline's", listed != NULL ? listed->words : entry->title,
                    entry->place);
    }
}

/* --- contents --- */

/* The words of one link: those whose middle lies in its box. */
static text *words_of(const check *c, const pdf_link *link)
{
    text *t = text_new();
    const paper_page *page = c->pages->pdata[link->page];

    for (guint i = 0; i < page->words->len; i++) {
        const paper_word *word = &g_array_index(page->words, paper_word, i);
        if (!paper_holds(&link->box, &word->box))
            continue;
        text_break(t);
        text_add(t, word->letters);
    }
    return t;
}

/* "16" of "1.1 General criterion: Preparing for sentence . . . 16" */
static char *last_word(const text *t)
{
    GString *word = g_string_new(NULL);
    guint i = t->tokens->len;

    while (i > 0 && !text_at(t, i - 1)->begins)
        i--;
    for (i = i > 0 ? i - 1 : 0; i < t->tokens->len; i++) {
        /* The last dot of the leader may stand close to it. */
        if (word->len > 0 || text_at(t, i)->letter != '.')
            g_string_append_unichar(word, text_at(t, i)->letter);
    }
    return g_string_free(word, FALSE);
}

/* The link with these words, from index on; an entry over two lines is two links, and its page
 * number stands in the last. */
static bool is_entry(const check *c, const html_entry *entry, guint *index, char **number)
{
    g_autoptr(text) wanted = text_new();
    g_autoptr(text) got = text_new();

    text_add(wanted, entry->words);
    const pdf_link *first = &g_array_index(c->file->links, pdf_link, *index);
    for (guint i = *index; i < c->file->links->len; i++) {
        const pdf_link *link = &g_array_index(c->file->links, pdf_link, i);
        g_autoptr(text) more = words_of(c, link);
        if (link->page != first->page || link->place.page != first->place.page)
            break;
        text_break(got);
        for (guint n = 0; n < more->tokens->len; n++)
            g_array_append_val(got->tokens, *text_at(more, n));
        g_free(*number);
        *number = last_word(more);
        if (got->tokens->len > wanted->tokens->len) {
            *index = i;
            return text_match(got, 0, wanted) > 0;
        }
    }
    return false;
}

/* The page number printed behind each entry is that of the page where its heading is. */
static void check_contents(check *c)
{
    guint index = 0;

    for (guint i = 0; i < c->contents->len; i++) {
        const html_entry *entry = c->contents->pdata[i];
        g_autofree char *number = NULL;
        while (index < c->file->links->len && !is_entry(c, entry, &index, &number))
            index++;
        if (index >= c->file->links->len) {
            fault(c, "no link of the contents reads “%s”", entry->words);
            return;
        }
        const pdf_link *link = &g_array_index(c->file->links, pdf_link, index++);
        if (strcmp(number, label_of(c, link->place.page)) != 0)
            fault(c, "the contents say %s for “%s”, which is on page %s", number, entry->words,
                  label_of(c, link->place.page));
        check_place(c, "the contents'", entry->words, link->place);
    }
}

/* --- links --- */

static bool is_allowed(const char *uri)
{
    return g_str_has_prefix(uri, "http://") || g_str_has_prefix(uri, "https://") ||
           g_str_has_prefix(uri, "mailto:");
}

static void check_links(check *c)
{
    g_autoptr(GPtrArray) addresses =
        html_find(c->page, "//h:main//h:a[contains(@href, ':')][not(@data-furniture)]/@href");
    g_autoptr(GHashTable) linked = g_hash_table_new(g_str_hash, g_str_equal);

    for (guint i = 0; i < c->file->links->len; i++) {
        const pdf_link *link = &g_array_index(c->file->links, pdf_link, i);
        if (link->uri == NULL && link->place.page < 0)
            fault(c, "page %s: a link leads nowhere", label_of(c, link->page));
        if (link->box.width <= 0 || link->box.height <= 0)
            fault(c, "page %s: a link without a place", label_of(c, link->page));
        if (link->uri != NULL && !is_allowed(link->uri))
            fault(c, "page %s: a link to %s", label_of(c, link->page), link->uri);
        if (link->uri != NULL)
            g_hash_table_add(linked, link->uri);
    }
    for (guint i = 0; i < addresses->len; i++) {
        if (!g_hash_table_contains(linked, addresses->pdata[i]))
            fault(c, "the page links to %s, the PDF doesn't", (char *)addresses->pdata[i]);
    }
}

int main(int count, char **arguments)
{
    if (count != 5) {
        fputs("usage: pdf_check REPORT.pdf PAGE.html AREAS.xml WORDS.xhtml\n", stderr);
        return EXIT_FAILURE;
    }
    check c = {.file = pdf_file_read(arguments[1]), .page = html_read(arguments[2])};
    c.pages = paper_read(arguments[4], arguments[3]);
    c.contents = html_contents(c.page);
    check_folios(&c);
    check_sequence(&c);
    check_outline(&c);
    check_contents(&c);
    check_links(&c);
    printf("%u pages, %u entries in the outline, %u in the contents, %u links; %d faults\n",
           c.pages->len, c.file->outline->len, c.contents->len, c.file->links->len, c.faults);
    g_ptr_array_unref(c.contents);
    g_ptr_array_unref(c.pages);
    html_free(c.page);
    pdf_file_free(c.file);
    return c.faults == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
