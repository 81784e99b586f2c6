/* paper.h - the printed pages of a PDF, for the tests: the words that pdftotext finds on them, in
 * the order of their drawing, and the regions that the area dump of the same FO names.
 *
 * Where a word stands comes from the PDF; that a place is a running head or foot, or repeats the
 * head of a table, comes from the dump. */
#ifndef BB_TESTS_SAMPLE_PAPER_H
#define BB_TESTS_SAMPLE_PAPER_H

#include "sample/text.h"

typedef struct paper_box {
    double x, y, width, height; /* points, from the top left corner */
} paper_box;

typedef struct paper_word {
    paper_box box;
    char *letters;
} paper_word;

typedef struct paper_page {
    char *label;      /* as the program counts it: "ii" */
    GArray *words;    /* paper_word, in drawing order */
    GArray *body;     /* paper_box: regions for the text */
    GArray *foot;     /* paper_box: regions after it */
    GArray *artifact; /* paper_box: what is there for the eye alone, and pictures */
    GArray *notes;    /* paper_box: footnotes */
} paper_page;

/* words: what pdftotext -raw -bbox says; areas: what bluebook format --dump areas says. Gives
 * paper_page, which it frees; ends the program when a file can't be read or the two disagree about
 * the number of pages. */
GPtrArray *paper_read(const char *words, const char *areas);

/* The words of the text regions of all pages, or of one, without artifacts; those of footnotes come
 * behind all others, of one page not at all. For text_free. */
text *paper_text(const GPtrArray *pages);
text *paper_text_of(const GPtrArray *pages, guint page);

/* What the program's own dump says, artifacts left out, footnotes last. For text_free. */
text *paper_dump_text(const char *areas);

/* Whether the middle of inner lies in outer. */
bool paper_holds(const paper_box *outer, const paper_box *inner);

#endif
