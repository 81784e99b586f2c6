/* quantifier.h - what a proportion in words claims: "about two-thirds", "nearly all".
 *
 * The claim is a band of percentages, wide enough for what careful writers call so and no wider;
 * the bands stand in the tables of quantifier.c. */
#ifndef BB_FINDINGS_QUANTIFIER_H
#define BB_FINDINGS_QUANTIFIER_H

#include <stdbool.h>

typedef struct bb_quantifier {
    double from, to; /* percent, both ends included */
    int all_but;     /* "all but one": so many are left out; otherwise 0 */
} bb_quantifier;

/* False when the phrase is none that is known. */
bool bb_quantifier_read(const char *phrase, bb_quantifier *quantifier);

/* Whether the claim is true of a percentage, or of its rounding to a whole one. left_out is how
 * many cases are not meant, -1 when that is unknown; then "all but one" is never true. */
bool bb_quantifier_holds(const bb_quantifier *quantifier, double percent, long left_out);

/* "63% to 71%", for g_free. */
char *bb_quantifier_describe(const bb_quantifier *quantifier);

#endif
