/* pdf_file.h - a finished PDF's own lists, for the tests: outline, links, page labels. */
#ifndef BB_TESTS_SAMPLE_PDF_FILE_H
#define BB_TESTS_SAMPLE_PDF_FILE_H

#include "sample/paper.h"

/* A place in the document. page counts from 0, and is -1 when the file has no such page; y is from
 * the top of the page. */
typedef struct pdf_place {
    int page;
    double x, y;
} pdf_place;

typedef struct pdf_entry {
    char *title;
    int level; /* from 0 */
    pdf_place place;
} pdf_entry;

typedef struct pdf_link {
    int page;
    paper_box box; /* from the top left corner */
    char *uri;     /* or NULL, and then: */
    pdf_place place;
} pdf_link;

typedef struct pdf_file {
    GArray *outline;   /* pdf_entry, in order */
    GArray *links;     /* pdf_link, page by page */
    GPtrArray *labels; /* char *, one a page */
} pdf_file;

/* Ends the program when the file is no PDF. */
pdf_file *pdf_file_read(const char *path);
void pdf_file_free(pdf_file *file); /* accepts NULL */

G_DEFINE_AUTOPTR_CLEANUP_FUNC(pdf_file, pdf_file_free)

#endif
