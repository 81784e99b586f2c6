/* method.c - the scoring methods.
 *
 * omi   Offender Management Inspections, 2006 to 2009. The reports print it as their appendix
 *       "Scoring approach": a question is the share of relevant cases above the line; a criterion
 * is 80% the mean of its questions and 20% its summary question; a chapter is the mean of its
 *       criteria.
 * esi   Effective Supervision Inspections, 2003 to 2006. The reports say that a score is the share
 *       of cases assessed as sufficient or excellent, and no more. Read as the share of all answers
 *       to a criterion's questions, taken together, it agrees with the figures of the Hampshire
 *       follow-up, where the mean of the questions does not (84.75 for the 83% of criterion B1). A
 *       section is the mean of its criteria, and so the overall score is the mean of all criteria:
 *       of sections B, C and D, with four, five and four of them, weighted 4 to 5 to 4. That
 *       reproduces what the annual report 2003/2004 prints, as far as the rounding of the sections
 *       allows, for all 14 areas; a plain mean of the sections does not. The "all areas" column of
 *       the thematic report is the mean of the printed figures of the areas, rounded half up, in
 *       all 14 rows.
 * quality-impact
 *       Quality & Impact inspections, 2016 to 2018. They print counts of cases, and proportions in
 *       words, and give no score to a domain: appendix "Data analysis from inspected cases" says
 *       that its charts show absolute numbers, and the text compares shares of the relevant cases.
 *       So a question is the share of relevant cases above the line, as ever. Where somebody asks
 *       for the score of a criterion all the same, it is that of all answers together, for that is
 *       how the charts put the cases of two organisations together. */
#include "findings/method.h"

#include <string.h>

static double mean(const double *values, size_t count)
{
    double sum = 0;

    for (size_t i = 0; i < count; i++)
        sum += values[i];
    return sum / (double)count;
}

/* The share of relevant cases whose answer is above the line. */
static double share_above(const bb_question *question)
{
    return 100.0 * (double)question->above / (double)question->relevant;
}

static double mean_of_shares(const bb_share *shares, size_t count)
{
    double sum = 0;

    for (size_t i = 0; i < count; i++)
        sum += shares[i].percent;
    return sum / (double)count;
}

/* The mean of the questions, weighted with the summary question (80 to 20 in the reports). Where
 * one of the two is missing, the other has the whole weight. */
static double weighted_with_summary(const bb_profile *profile, const bb_share *questions,
                                    size_t count, const bb_share *summaries, size_t summary_count)
{
    if (summary_count == 0)
        return mean_of_shares(questions, count);
    if (count == 0)
        return mean_of_shares(summaries, summary_count);
    return (1 - profile->summary_weight) * mean_of_shares(questions, count) +
           profile->summary_weight * mean_of_shares(summaries, summary_count);
}

static void pool(const bb_share *shares, size_t count, double *above, double *cases)
{
    for (size_t i = 0; i < count; i++) {
        *above += shares[i].percent * (double)shares[i].cases;
        *cases += (double)shares[i].cases;
    }
}

/* The share of all answers together: a question that concerns more cases counts for more. */
static double pooled(const bb_share *shares, size_t count)
{
    double above = 0, cases = 0;

    pool(shares, count, &above, &cases);
    return above / cases;
}

/* The same for a criterion; it knows no summary questions, so one counts as any other. */
static double pooled_criterion(const bb_profile *profile G_GNUC_UNUSED, const bb_share *questions,
                               size_t count, const bb_share *summaries, size_t summary_count)
{
    double above = 0, cases = 0;

    pool(questions, count, &above, &cases);
    pool(summaries, summary_count, &above, &cases);
    return above / cases;
}

static const bb_method METHODS[] = {
    {"omi", share_above, weighted_with_summary, mean, mean_of_shares, false},
    {"esi", share_above, pooled_criterion, mean, pooled, true},
    {"quality-impact", share_above, pooled_criterion, mean, pooled, false},
};

const bb_method *bb_method_find(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(METHODS); i++) {
        if (strcmp(METHODS[i].name, name) == 0)
            return &METHODS[i];
    }
    return NULL;
}

char *bb_method_list(void)
{
    GString *list = g_string_new(NULL);

    for (size_t i = 0; i < G_N_ELEMENTS(METHODS); i++)
        g_string_append_printf(list, "%s%s", i > 0 ? ", " : "", METHODS[i].name);
    return g_string_free(list, FALSE);
}
