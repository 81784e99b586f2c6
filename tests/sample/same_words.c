/* same_words.c - the page and the PDF of a report say the same, word for word, in the same order.
 *
 *   same_words PAGE.html AREAS.xml WORDS.xhtml
 *
 * PAGE.html is held against what pdftotext finds in the PDF, and against the areas that the PDF was
 * drawn from (which know nothing of the words within drawings). What only finds one's way is left
 * out: data-furniture there, heads, feet and repeated heads of tables here. */
#include "sample/html.h"
#include "sample/paper.h"

#include <stdio.h>
#include <stdlib.h>

static bool compare_pdf(const html *page, const char *words, const char *areas)
{
    g_autoptr(GPtrArray) pages = paper_read(words, areas);
    g_autoptr(text) shown = html_text(page, HTML_ALL);
    g_autoptr(text) printed = paper_text(pages);

    printf("the PDF: %u letters on %u pages\n", printed->tokens->len, pages->len);
    return text_compare(shown, "the page", printed, "the PDF") && printed->tokens->len > 0;
}

static bool compare_areas(const html *page, const char *areas)
{
    g_autoptr(text) shown = html_text(page, HTML_NO_DRAWINGS);
    g_autoptr(text) laid_out = paper_dump_text(areas);

    printf("the areas: %u letters\n", laid_out->tokens->len);
    return text_compare(shown, "the page", laid_out, "the areas") && laid_out->tokens->len > 0;
}

int main(int count, char **arguments)
{
    if (count != 4) {
        fputs("usage: same_words PAGE.html AREAS.xml WORDS.xhtml\n", stderr);
        return EXIT_FAILURE;
    }
    g_autoptr(html) page = html_read(arguments[1]);
    bool good = compare_areas(page, arguments[2]);
    good = compare_pdf(page, arguments[3], arguments[2]) && good;
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
