/* scores.c - every score and rating of the resolved document stands in the page and in the PDF,
 * with the heading that it belongs to.
 *
 *   scores RESOLVED.xml PAGE.html AREAS.xml WORDS.xhtml */
#include "sample/html.h"
#include "sample/paper.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define JUDGED                                                                                     \
    "//*[self::f:criterion or self::f:chapter][f:score[@r:print or @r:previous] or f:rating]"

typedef struct {
    html *resolved, *page;
    text *shown, *printed;
    int faults;
} check;

/* The string that an XPath finds from the judged element of this number. */
static char *ask(const check *c, guint number, const char *path)
{
    g_autofree char *xpath = g_strdup_printf("(" JUDGED ")[%u]/%s", number + 1, path);

    return html_find_one(c->resolved, xpath);
}

/* "1.1 General criterion: Preparing for sentence Work in the run-up … Score: 76% Good" */
static char *words_of(const check *c, guint number)
{
    static const char *const PARTS[] = {
        "f:title/@r:number",
        "f:title/@r:lead",
        "f:title",
        "f:statement/@r:lead",
        "f:statement",
        "f:score/@r:previous-label",
        "f:score/@r:previous",
        "*[self::f:score or self::f:rating]/@r:label",
        "*[self::f:score or self::f:rating]/@r:print",
        "f:score/@r:change",
        "f:score/@r:note",
        "f:score/@r:words",
    };
    GString *words = g_string_new(NULL);

    for (size_t i = 0; i < G_N_ELEMENTS(PARTS); i++) {
        g_autofree char *part = ask(c, number, PARTS[i]);
        g_string_append_printf(words, "%s ", part);
    }
    return g_string_free(words, FALSE);
}

static void check_words(check *c, const text *where, const char *name, const char *words)
{
    g_autoptr(text) wanted = text_new();

    text_add(wanted, words);
    if (text_find(where, 0, wanted) >= 0)
        return;
    printf("%s doesn't say “%s”\n", name, words);
    c->faults++;
}

static void check_one(check *c, guint number)
{
    g_autofree char *words = words_of(c, number);
    g_autofree char *id = ask(c, number, "@id");
    g_autofree char *print = ask(c, number, "*[self::f:score or self::f:rating]/@r:print");
    g_autofree char *previous = ask(c, number, "f:score/@r:previous");
    /* Where nothing can be compared, the previous score stands alone. */
    const char *class = print[0] != '\0' ? "judgement-print" : "judgement-previous";
    g_autofree char *xpath =
        g_strdup_printf("//h:section[@id = '%s']//h:span[@class = '%s']", id, class);
    g_autofree char *shown = html_find_one(c->page, xpath);

    check_words(c, c->shown, "the page", words);
    check_words(c, c->printed, "the PDF", words);
    const char *wanted = print[0] != '\0' ? print : previous;
    if (wanted[0] == '\0' || strcmp(wanted, shown) != 0) {
        printf("the page has “%s” for %s, the resolved document “%s”\n", shown, id, wanted);
        c->faults++;
    }
}

int main(int count, char **arguments)
{
    if (count != 5) {
        fputs("usage: scores RESOLVED.xml PAGE.html AREAS.xml WORDS.xhtml\n", stderr);
        return EXIT_FAILURE;
    }
    check c = {.resolved = html_read(arguments[1]), .page = html_read(arguments[2])};
    g_autoptr(GPtrArray) pages = paper_read(arguments[4], arguments[3]);
    g_autoptr(GPtrArray) judged = html_find(c.resolved, JUDGED);

    c.shown = html_text(c.page, HTML_ALL);
    c.printed = paper_text(pages);
    for (guint i = 0; i < judged->len; i++)
        check_one(&c, i);
    printf("%u judgements, %d faults\n", judged->len, c.faults);
    text_free(c.shown);
    text_free(c.printed);
    html_free(c.resolved);
    html_free(c.page);
    return c.faults == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
