/* method.h - how a programme makes scores of its answers.
 *
 * A method is one row of a table; a programme's profile names it. Scores are percentages,
 * unrounded: nothing here rounds, and what it is given must not have been rounded either. */
#ifndef BB_FINDINGS_METHOD_H
#define BB_FINDINGS_METHOD_H

#include "findings/data.h"
#include "findings/profile.h"

#include <stdbool.h>
#include <stddef.h>

/* The result of a question, and the cases that it rests on. */
typedef struct bb_share {
    double percent;
    long cases;
} bb_share;

typedef struct bb_method {
    const char *name; /* as in scoring/@method */
    /* Of a question with at least one relevant case. */
    double (*question)(const bb_question *question);
    /* Of a criterion, from its questions and its summary questions; either may be none, not both.
     */
    double (*criterion)(const bb_profile *profile, const bb_share *questions, size_t count,
                        const bb_share *summaries, size_t summary_count);
    /* Of a chapter from its criteria, and of a thread from its questions; at least one. */
    double (*chapter)(const double *criteria, size_t count);
    double (*thread)(const bb_share *questions, size_t count);
    /* Whether the mean of a row of percentages in a table is that of the printed, rounded ones; so
     * it must agree to the last digit. Elsewhere it may be off by what rounding has taken. */
    bool printed_means;
} bb_method;

/* The method of this name, or NULL. */
const bb_method *bb_method_find(const char *name);

/* "omi, esi, …": the names of all methods, for g_free. */
char *bb_method_list(void);

#endif
