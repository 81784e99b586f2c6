/* html.h - a web page that Bluebook made, for the tests: its words, its contents; and the resolved
 * document, as far as XPath can ask it. */
#ifndef BB_TESTS_SAMPLE_HTML_H
#define BB_TESTS_SAMPLE_HTML_H

#include "sample/text.h"

#include <libxml/xpath.h>

typedef struct html html;

/* Ends the program when the file is no page. */
html *html_read(const char *path);
void html_free(html *page); /* accepts NULL */

typedef enum { HTML_ALL, HTML_NO_DRAWINGS } html_part;

/* What <main> says to a reader, without what carries data-furniture; with the marks of lists, and
 * with the page numbers that the contents have on paper; footnotes last. For text_free. */
text *html_text(const html *page, html_part part);

/* An entry of the list of contents. */
typedef struct html_entry {
    char *words; /* as printed: "1.1 General criterion: Preparing for sentence" */
    char *title; /* without the lead: "1.1 Preparing for sentence" */
    char *target;
    int level; /* from 0 */
} html_entry;

/* The list of contents, in order; frees its entries. */
GPtrArray *html_contents(const html *page);

/* The strings that an XPath finds, white space normalised; for g_ptr_array_unref. "h:" is HTML,
 * "s:" SVG, "f:" the vocabulary and "r:" what resolving adds to it. */
GPtrArray *html_find(const html *page, const char *xpath);

/* The first of them, "" when there is none; for g_free. */
char *html_find_one(const html *page, const char *xpath);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(html, html_free)

#endif
