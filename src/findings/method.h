/* method.h - how a programme makes scores of its answers.
 *
 * A method is one row of a table; a programme's profile names it. Scores are percentages,
 * unrounded: nothing here rounds, and what it is given must not have been rounded either. */
#ifndef BB_FINDINGS_METHOD_H
#define BB_FINDINGS_METHOD_H

#include "findings/data.h"
#include "findings/profile.h"

#include <stddef.h>

typedef struct bb_method {
    const char *name; /* as in scoring/@method */
    /* Of a question with at least one relevant case. */
    double (*question)(const bb_question *question);
    /* Of a criterion, from its questions and its summary questions; either may be none, not both.
     */
    double (*criterion)(const bb_profile *profile, const double *questions, size_t count,
                        const double *summaries, size_t summary_count);
    /* Of a chapter from its criteria, and of a thread from its questions; at least one. */
    double (*chapter)(const double *criteria, size_t count);
    double (*thread)(const double *questions, size_t count);
} bb_method;

/* The method of this name, or NULL. */
const bb_method *bb_method_find(const char *name);

/* "omi": the names of all methods, for g_free. */
char *bb_method_list(void);

#endif
