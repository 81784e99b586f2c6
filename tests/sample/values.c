/* values.c - what a report is known to say stands in its page and in its PDF.
 *
 *   values FILE.values RESOLVED.xml PAGE.html AREAS.xml WORDS.xhtml
 *
 * A line of FILE.values is words that follow each other; lines that are indented go on where the
 * one above ended, so that a table is one run of words, cell by cell. White space counts for
 * nothing, and "…" is some words in between. "#" begins a remark. Besides:
 *
 *   @pages 50 70                       the PDF has so many pages
 *   @count 6 of WORDS                  they stand there so many times
 *   @letters abcd abc in HEADING       the lists below the heading have these letters: "(a)" …
 *   @numbers 61 87% in HEADING         the text below the heading has these, each as a word
 *
 * A heading is given as it is printed; what is below it ends with the next one of a criterion, a
 * chapter or an appendix. */
#include "sample/html.h"
#include "sample/paper.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    const char *name; /* "the PDF" */
    text *words;
    GArray *headings; /* int: where the headings stand, in no order */
} form;

typedef struct {
    form forms[2];
    guint pages;
    const char *file;
    int line, checked, faults;
} check;

static void fault(check *c, const char *name, const char *what, const char *words)
{
    printf("%s:%d: %s %s “%s”\n", c->file, c->line, name, what, words);
    c->faults++;
}

static text *text_from(const char *words)
{
    text *t = text_new();

    text_add(t, words);
    return t;
}

/* --- words --- */

enum { GAP = 400 }; /* letters that "…" may stand for */

/* Whether the parts follow from index on; the first of them right there, or within reach. */
static bool follows(const text *t, guint index, guint reach, char **parts)
{
    if (*parts == NULL)
        return true;
    g_autoptr(text) part = text_from(*parts);
    for (guint i = index; i <= MIN(index + reach, t->tokens->len); i++) {
        guint length = text_match(t, i, part);
        if (length > 0 && follows(t, i + length, GAP, parts + 1))
            return true;
    }
    return false;
}

static void check_words(check *c, const char *words)
{
    g_auto(GStrv) parts = g_strsplit(words, "…", -1);

    for (size_t i = 0; i < G_N_ELEMENTS(c->forms); i++) {
        if (!follows(c->forms[i].words, 0, c->forms[i].words->tokens->len, parts))
            fault(c, c->forms[i].name, "doesn't say", words);
    }
}

/* "6 of Good practice example" */
static void check_count(check *c, const char *words)
{
    g_auto(GStrv) parts = g_strsplit(words, " of ", 2);
    g_autoptr(text) wanted = text_from(parts[1] != NULL ? parts[1] : "");

    for (size_t i = 0; i < G_N_ELEMENTS(c->forms); i++) {
        const text *t = c->forms[i].words;
        int count = 0;
        for (int at = text_find(t, 0, wanted); at >= 0; at = text_find(t, (guint)at + 1, wanted))
            count++;
        if (count != atoi(parts[0]))
            fault(c, c->forms[i].name, "doesn't have as often as that", words);
    }
}

/* --- what is below a heading --- */

/* The last place where it stands: the contents come before. */
static int find_heading(const text *words, const char *heading)
{
    g_autoptr(text) wanted = text_from(heading);
    int last = -1;

    for (int at = text_find(words, 0, wanted); at >= 0;
         at = text_find(words, (guint)at + 1, wanted))
        last = at;
    return last;
}

static guint end_of_section(const form *f, int begin)
{
    guint end = f->words->tokens->len;

    for (guint i = 0; i < f->headings->len; i++) {
        int at = g_array_index(f->headings, int, i);
        if (at > begin)
            end = MIN(end, (guint)at);
    }
    return end;
}

/* The letters of the words "(a)", "(b)" … */
static char *letters_between(const text *t, guint from, guint to)
{
    GString *letters = g_string_new(NULL);

    for (guint i = from; i + 3 < to; i++) {
        if (text_at(t, i)->begins && text_at(t, i)->letter == '(' &&
            text_at(t, i + 2)->letter == ')' && text_at(t, i + 3)->begins)
            g_string_append_unichar(letters, text_at(t, i + 1)->letter);
    }
    return g_string_free(letters, FALSE);
}

static void check_letters(check *c, const form *f, const char *wanted, guint from, guint to)
{
    g_autofree char *found = letters_between(f->words, from, to);
    g_auto(GStrv) lists = g_strsplit(wanted, " ", -1);
    g_autofree char *joined = g_strjoinv("", lists);

    if (strcmp(found, joined) != 0) {
        fault(c, f->name, "doesn't have there the letters", wanted);
        printf("  but “%s”\n", found);
    }
}

static void check_numbers(check *c, const form *f, const char *wanted, guint from, guint to)
{
    g_auto(GStrv) numbers = g_strsplit(wanted, " ", -1);

    for (char **number = numbers; *number != NULL; number++) {
        g_autoptr(text) word = text_from(*number);
        int at = text_find(f->words, from, word);
        if (**number != '\0' && (at < 0 || (guint)at >= to))
            fault(c, f->name, "doesn't have there", *number);
    }
}

/* "abcd abc in 1.1 General criterion: Preparing for sentence" */
static void check_below(check *c, const char *words,
                        void (*check_form)(check *, const form *, const char *, guint, guint))
{
    g_auto(GStrv) parts = g_strsplit(words, " in ", 2);

    for (size_t i = 0; i < G_N_ELEMENTS(c->forms); i++) {
        const form *f = &c->forms[i];
        int begin = parts[1] != NULL ? find_heading(f->words, parts[1]) : -1;
        if (begin < 0)
            fault(c, f->name, "doesn't have the heading", words);
        else
            check_form(c, f, parts[0], (guint)begin, end_of_section(f, begin));
    }
}

/* --- the file --- */

static void check_pages(check *c, const char *words)
{
    unsigned least = 0, most = 0;

    if (sscanf(words, "%u %u", &least, &most) != 2 || c->pages < least || c->pages > most)
        fault(c, "the PDF", "doesn't have as many pages as", words);
}

static void check_entry(check *c, const char *words)
{
    c->checked++;
    if (g_str_has_prefix(words, "@pages "))
        check_pages(c, words + strlen("@pages "));
    else if (g_str_has_prefix(words, "@count "))
        check_count(c, words + strlen("@count "));
    else if (g_str_has_prefix(words, "@letters "))
        check_below(c, words + strlen("@letters "), check_letters);
    else if (g_str_has_prefix(words, "@numbers "))
        check_below(c, words + strlen("@numbers "), check_numbers);
    else
        check_words(c, words);
}

static void check_file(check *c)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GString) entry = g_string_new(NULL);
    g_autofree char *bytes = NULL;

    if (!g_file_get_contents(c->file, &bytes, NULL, &error)) {
        fprintf(stderr, "%s\n", error->message);
        exit(EXIT_FAILURE);
    }
    g_auto(GStrv) lines = g_strsplit(bytes, "\n", -1);
    for (int i = 0; lines[i] != NULL; i++) {
        bool goes_on = lines[i][0] == ' ';
        g_strstrip(lines[i]);
        if (!goes_on && entry->len > 0) {
            check_entry(c, entry->str);
            g_string_truncate(entry, 0);
        }
        if (lines[i][0] == '\0' || lines[i][0] == '#')
            continue;
        if (!goes_on)
            c->line = i + 1;
        g_string_append_printf(entry, "%s%s", goes_on ? " " : "", lines[i]);
    }
}

static void find_headings(check *c, const html *resolved)
{
    g_autoptr(GPtrArray) titles = html_find(
        resolved, "//*[self::f:criterion or self::f:chapter or self::f:appendix]/f:title");

    for (guint i = 0; i < titles->len; i++) {
        g_autofree char *path = g_strdup_printf(
            "(//*[self::f:criterion or self::f:chapter or self::f:appendix]/f:title)[%u]", i + 1);
        g_autofree char *number_path = g_strconcat(path, "/@r:number", NULL);
        g_autofree char *lead_path = g_strconcat(path, "/@r:lead", NULL);
        g_autofree char *number = html_find_one(resolved, number_path);
        g_autofree char *lead = html_find_one(resolved, lead_path);
        g_autofree char *heading =
            g_strconcat(number, " ", lead, " ", (char *)titles->pdata[i], NULL);
        for (size_t n = 0; n < G_N_ELEMENTS(c->forms); n++) {
            int at = find_heading(c->forms[n].words, heading);
            g_array_append_val(c->forms[n].headings, at);
        }
    }
}

int main(int count, char **arguments)
{
    if (count != 6) {
        fputs("usage: values FILE.values RESOLVED.xml PAGE.html AREAS.xml WORDS.xhtml\n", stderr);
        return EXIT_FAILURE;
    }
    g_autoptr(html) resolved = html_read(arguments[2]);
    g_autoptr(html) page = html_read(arguments[3]);
    g_autoptr(GPtrArray) pages = paper_read(arguments[5], arguments[4]);
    check c = {
        .forms = {{"the page", html_text(page, HTML_ALL), g_array_new(FALSE, FALSE, sizeof(int))},
                  {"the PDF", paper_text(pages), g_array_new(FALSE, FALSE, sizeof(int))}},
        .pages = pages->len,
        .file = arguments[1],
    };
    find_headings(&c, resolved);
    check_file(&c);
    printf("%d entries, %d faults\n", c.checked, c.faults);
    for (size_t i = 0; i < G_N_ELEMENTS(c.forms); i++) {
        text_free(c.forms[i].words);
        g_array_unref(c.forms[i].headings);
    }
    return c.faults == 0 && c.checked > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
