/* pdf_content.h - the painter's marks in a page's content made into marked-content operators.
 *
 * Everything that paints ends up in a piece of the structure (BDC with its number) or in an
 * artifact (PDF/UA-1 §7.1); marks are taken out. Nothing else of the content changes. */
#ifndef BB_ARCHIVE_PDF_CONTENT_H
#define BB_ARCHIVE_PDF_CONTENT_H

#include "render/structure.h"

/* The new content of a page, from its decoded content. leaves are the elements of its pieces, by
 * number. NULL with error set when the marks don't agree with them. */
GString *bb_pdf_content(const char *content, size_t length, bb_element *const *leaves, int count,
                        GError **error);

#endif
