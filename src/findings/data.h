/* data.h - the case files of a report and what is asked of them.
 *
 * Datasets, questions and counts as their elements give them, evaluated: how many cases are
 * relevant to a question, how many of them are above the line. What couldn't be evaluated, because
 * of a fault that has been reported, is kept and marked as not usable. */
#ifndef BB_FINDINGS_DATA_H
#define BB_FINDINGS_DATA_H

#include "findings/csv.h"

#include <libxml/tree.h>

typedef struct bb_dataset {
    bb_csv *csv;         /* NULL when it couldn't be read */
    GHashTable *tallied; /* columns whose odd cells have been reported */
} bb_dataset;

typedef struct bb_question {
    const xmlNode *node;
    const bb_dataset *dataset; /* NULL when there is no such one */
    char *criterion, *thread;  /* ids, or NULL */
    int column;
    bool summary;
    bool usable;
    long relevant, above; /* cases */
} bb_question;

typedef struct bb_count {
    const bb_dataset *dataset;
    int column;
    char **texts; /* NULL-ended: what a matching row has in the column */
    bool usable;
    const struct bb_count *within; /* only rows that match this one too; or NULL */
    long count, base;              /* rows that match, all rows that might */
} bb_count;

/* Whether a row of the data set matches the count, and what that is within; NULL matches all. */
bool bb_count_has_row(const bb_count *count, size_t row);

typedef struct bb_data {
    GHashTable *datasets;  /* xmlNode to bb_dataset */
    GHashTable *questions; /* xmlNode to bb_question */
    GHashTable *counts;    /* xmlNode to bb_count */
    GPtrArray *order;      /* const bb_question, in the order of the report */
} bb_data;

bb_data *bb_data_new(void);
void bb_data_free(bb_data *data); /* accepts NULL */

#endif
