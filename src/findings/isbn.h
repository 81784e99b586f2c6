/* isbn.h - the check digit of an ISBN, with ten digits or thirteen. */
#ifndef BB_FINDINGS_ISBN_H
#define BB_FINDINGS_ISBN_H

typedef enum {
    BB_ISBN_GOOD,
    BB_ISBN_WRONG_DIGIT,
    BB_ISBN_NO_ISBN, /* not ten or thirteen digits */
} bb_isbn_verdict;

/* Hyphens and spaces count for nothing. wanted becomes the right last digit ('0' to '9', 'X'),
 * unless it is no ISBN. */
bb_isbn_verdict bb_isbn_check(const char *text, char *wanted);

#endif
