/* text.h - small work on UTF-8 text that has no better home. */
#ifndef BB_BASE_TEXT_H
#define BB_BASE_TEXT_H

#include <stdbool.h>

/* Space, tab, line feed, carriage return: what XML calls white space. */
static inline bool bb_text_is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Runs of white space become one space; none at either end. Gives a string for g_free. */
char *bb_text_squeeze(const char *text);

/* Whether there is nothing but white space; NULL counts as blank. */
bool bb_text_is_blank(const char *text);

/* The sentence with the arguments, ended by NULL, where it has {1} to {9}; where one is
 * missing, "?". Gives a string for g_free. */
char *bb_text_fill(const char *sentence, const char *const *arguments);

/* The candidate that is most like word, when it is close enough to be a slip of the keyboard;
 * otherwise NULL. Candidates end with NULL and are lent. */
const char *bb_text_nearest(const char *word, const char *const *candidates);

/* The text squeezed and, when it has more than most characters, cut there with an ellipsis: for
 * quoting it in a message. Gives a string for g_free. */
char *bb_text_clip(const char *text, int most);

/* Orders an array of strings (const char *), for qsort and g_ptr_array_sort. */
int bb_text_compare(const void *a, const void *b);

/* "a, b or c": the words, which end with NULL, with last ("or", "and") before the last of them.
 * Gives a string for g_free. */
char *bb_text_list(const char *const *words, const char *last);

#endif
