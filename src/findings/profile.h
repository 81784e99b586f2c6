/* profile.h - a programme of inspections as data: templates/programmes/<name>/profile.xml.
 *
 * What scoring and checking need of it: the answers that a case file may hold, the scoring method,
 * the bands and the rating scale. Numbering and words are the stylesheets' business. A shelf reads
 * each profile once and lends it to any number of reports, from any thread. */
#ifndef BB_FINDINGS_PROFILE_H
#define BB_FINDINGS_PROFILE_H

#include <glib.h>
#include <stdbool.h>

typedef struct bb_profile_answer {
    char *code;  /* "S" */
    char *words; /* "sufficient" */
    bool relevant, above;
} bb_profile_answer;

typedef struct bb_profile_band {
    double from; /* the lowest score of the band */
    char *name;
} bb_profile_band;

typedef struct bb_profile_rating {
    char *name;  /* "well-met" */
    char *words; /* "Well met" */
} bb_profile_rating;

typedef struct bb_profile {
    char *name;
    char *path;
    GArray *answers; /* bb_profile_answer */
    GArray *bands;   /* bb_profile_band, in the file's order */
    GArray *ratings; /* bb_profile_rating, best first */
    char *method;    /* of scoring */
    double summary_weight;
    bool paragraphs_numbered;
    bool chapters_unscored; /* none gets a score that its report doesn't ask for */
    bool criteria_judged;   /* each must have a score or a rating */
    int decimals;           /* of printed scores */
} bb_profile;

/* The band of a score, or NULL when the programme has none for it. Lent. */
const char *bb_profile_find_band(const bb_profile *profile, double score);

/* The answer that a cell of a case file means, by code or words, whatever its case; or NULL. */
const bb_profile_answer *bb_profile_find_answer(const bb_profile *profile, const char *cell);

/* The rating that is meant, whatever its case and white space, by words or name; or NULL. */
const bb_profile_rating *bb_profile_find_rating(const bb_profile *profile, const char *words);

typedef struct bb_profile_shelf bb_profile_shelf;

/* folder holds one folder a programme. */
bb_profile_shelf *bb_profile_shelf_new(const char *folder);
void bb_profile_shelf_free(bb_profile_shelf *shelf); /* accepts NULL */

/* The names of the programmes that exist, in order, NULL-ended, for g_strfreev. */
char **bb_profile_shelf_list(const bb_profile_shelf *shelf);

/* The profile of one of them, lent; NULL with error set when its file is faulty. */
const bb_profile *bb_profile_shelf_find(bb_profile_shelf *shelf, const char *name, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(bb_profile_shelf, bb_profile_shelf_free)

#endif
