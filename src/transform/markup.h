/* markup.h - writes a document as bytes: for people to read, for programs to compare.
 *
 * Elements that hold only other elements get a line each; elements with text are written as they
 * are, so that no space comes into a paragraph or is lost from it. The same document gives the same
 * bytes. No document type is read or written but the page's own. */
#ifndef BB_TRANSFORM_MARKUP_H
#define BB_TRANSFORM_MARKUP_H

#include <glib.h>
#include <libxml/tree.h>

typedef enum {
    BB_MARKUP_XML,  /* XML 1.0 */
    BB_MARKUP_PAGE, /* HTML that is well-formed XML too: the same tree to parsers of either */
} bb_markup_form;

/* The document in UTF-8, ending with a line feed. In a page, the text of style and script stands as
 * it is: it must hold neither "<" nor "&", which one of the two parsers would misread. */
GBytes *bb_markup_write(const xmlDoc *document, bb_markup_form form);

#endif
