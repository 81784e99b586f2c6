/* page_number.h - page numbers as they are printed: fo:page-sequence's format (XSLT 1.0 §7.7.1). */
#ifndef BB_LAYOUT_PAGE_NUMBER_H
#define BB_LAYOUT_PAGE_NUMBER_H

/* number in the format "1", "01", "i", "I", "a" or "A", with what stands around the token kept
 * ("(i)"). Gives a string for g_free. */
char *bb_page_number_print(int number, const char *format);

/* Parts the figures of a printed number into groups of size, from the right (XSLT 1.0 §7.7.1).
 * Takes the text; gives a string for g_free. */
char *bb_page_number_group(char *text, const char *separator, int size);

#endif
