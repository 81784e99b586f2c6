/* method.c - the scoring methods. */
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

/* The mean of the questions, weighted with the summary question (80 to 20 in the reports). Where
 * one of the two is missing, the other has the whole weight. */
static double weighted_with_summary(const bb_profile *profile, const double *questions,
                                    size_t count, const double *summaries, size_t summary_count)
{
    if (summary_count == 0)
        return mean(questions, count);
    if (count == 0)
        return mean(summaries, summary_count);
    return (1 - profile->summary_weight) * mean(questions, count) +
           profile->summary_weight * mean(summaries, summary_count);
}

static const bb_method METHODS[] = {
    {"omi", share_above, weighted_with_summary, mean, mean},
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
