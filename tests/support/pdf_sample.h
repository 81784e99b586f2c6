/* pdf_sample.h - a small PDF that conforms to PDF/UA-1 and PDF/A-2a, written by hand, with a place
 * for every kind of fault that the inspection must find.
 *
 * The sample is one text of objects; a fault is planted by replacing a passage of it. The rest
 * (lengths, offsets, glyph codes, widths, ToUnicode) is worked out when it is written:
 *
 *   obj 7                begins an object, which an empty line ends
 *   stream … endstream   its Length is filled in
 *   @words@              the codes of words in the sample's font
 *   @[WIDTHS]@ …         parts that are made; see pdf_sample.c */
#ifndef BB_TESTS_SUPPORT_PDF_SAMPLE_H
#define BB_TESTS_SUPPORT_PDF_SAMPLE_H

#include <glib.h>

/* The text, lent. */
const char *bb_sample_text(void);

/* The text with the one passage that reads from replaced; NULL when there is not exactly one. For
 * g_free. */
char *bb_sample_replace(const char *text, const char *from, const char *to);

/* The PDF that a text describes. */
GBytes *bb_sample_write(const char *text);

#endif
