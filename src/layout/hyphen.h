/* hyphen.h - where words may be divided, from libhyphen's patterns.
 *
 * Patterns are looked for by language ("en-GB") in the folders that Debian's hyphen-* packages use,
 * read when first asked for, and kept. A language without patterns divides no word. */
#ifndef BB_LAYOUT_HYPHEN_H
#define BB_LAYOUT_HYPHEN_H

#include <glib.h>
#include <stdbool.h>

typedef struct bb_hyphenator bb_hyphenator;

bb_hyphenator *bb_hyphenator_new(void);
void bb_hyphenator_free(bb_hyphenator *hyphenator); /* accepts NULL */

/* The bytes of word (length of them, letters only) before which a hyphen may be put, in order; the
 * fewest characters before and after one are given. Returns how many, at most most. */
int bb_hyphenator_points(bb_hyphenator *hyphenator, const char *language, const char *word,
                         int length, int before, int after, int *points, int most);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(bb_hyphenator, bb_hyphenator_free)

#endif
