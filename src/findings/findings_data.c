/* findings_data.c - reads the case files that a report names and counts what it asks of them. */
#include "findings/findings_private.h"

#include "base/text.h"

#include <string.h>

enum { MOST_BYTES = 16 * 1024 * 1024, MOST_ALL_BYTES = 4 * MOST_BYTES, QUOTED = 40 };

/* --- data sets --- */

/* The key column exists, and each row has a key of its own. */
static void check_keys(bb_findings *findings, const xmlNode *node, bb_csv *csv)
{
    g_autofree char *typed = bb_node_attribute(node, "key");
    g_autofree char *key = bb_text_squeeze(typed != NULL ? typed : "");
    int column = bb_csv_find_column(csv, key);

    if (typed == NULL)
        return;
    if (column < 0) {
        g_autofree char *meant = bb_did_you_mean(key, bb_csv_names(csv), "\"%s\"");
        bb_diag_report(findings->diag, BB_M_CSV_COLUMN_MISSING, bb_findings_place(node), key,
                       meant);
        return;
    }
    for (size_t row = 0; row < bb_csv_rows(csv); row++) {
        const char *cell = bb_csv_cell(csv, row, (size_t)column);
        bb_place place = bb_csv_place(csv, row, (size_t)column);
        if (cell == NULL)
            continue;
        const bb_csv_value *value = bb_csv_find_value(csv, (size_t)column, cell);
        if (cell[0] == '\0') {
            bb_diag_report(findings->diag, BB_M_CSV_KEY_EMPTY, place, key);
        } else if (value->first_row != row) {
            bb_place first = bb_csv_place(csv, value->first_row, (size_t)column);
            g_autofree char *line = g_strdup_printf("%d", first.line);
            bb_diag_report(findings->diag, BB_M_CSV_KEY_DOUBLE, place, cell, line);
        }
    }
}

static bb_csv *read_csv(bb_findings *findings, const xmlNode *node, const char *href)
{
    bb_place place = bb_findings_place(node);
    bb_file_found found = bb_findings_find_file(findings, place.file, href);

    if (found.relative != NULL)
        bb_findings_add_file(findings, found.shown);
    if (found.verdict != BB_FILE_FOUND) {
        bb_findings_report_file(findings, node, href, &found, BB_M_CSV_MISSING, BB_M_CSV_OUTSIDE);
        return NULL;
    }
    size_t limit = MIN(MOST_BYTES, MOST_ALL_BYTES - findings->data_bytes);
    g_autoptr(GBytes) bytes = bb_findings_read_file(findings, found.shown, limit, place);
    if (bytes == NULL)
        return NULL;
    findings->data_bytes += g_bytes_get_size(bytes);
    bb_diag_file(findings->diag, found.shown);
    return bb_csv_read(bytes, found.shown, findings->diag);
}

static void read_dataset(bb_findings *findings, xmlNode *node)
{
    bb_dataset *dataset = g_new0(bb_dataset, 1);
    g_autofree char *href = bb_node_attribute(node, "href");

    dataset->tallied = g_hash_table_new(NULL, NULL);
    g_hash_table_insert(findings->data->datasets, node, dataset);
    if (href != NULL)
        dataset->csv = read_csv(findings, node, href);
    if (dataset->csv != NULL)
        check_keys(findings, node, dataset->csv);
}

/* The data set that the node's dataset="…" names, and in it the column; -1 when there is none. */
static int find_column(bb_findings *findings, const xmlNode *node, const bb_dataset **dataset)
{
    g_autofree char *id = bb_node_attribute(node, "dataset");
    g_autofree char *typed = bb_node_attribute(node, "column");
    xmlNode *named = id != NULL ? bb_findings_element(findings, id) : NULL;

    *dataset = named != NULL ? g_hash_table_lookup(findings->data->datasets, named) : NULL;
    if (*dataset == NULL || (*dataset)->csv == NULL || typed == NULL)
        return -1;
    g_autofree char *name = bb_text_squeeze(typed);
    int column = bb_csv_find_column((*dataset)->csv, name);
    if (column < 0) {
        g_autofree char *meant = bb_did_you_mean(name, bb_csv_names((*dataset)->csv), "\"%s\"");
        bb_diag_report(findings->diag, BB_M_CSV_COLUMN_MISSING, bb_findings_place(node), name,
                       meant);
    }
    return column;
}

static char *print_cases(long cases)
{
    return g_strdup_printf("%ld %s", cases, cases == 1 ? "case" : "cases");
}

/* --- questions --- */

/* "E, S, I, P or N" */
static char *list_answers(const bb_profile *profile)
{
    g_autoptr(GPtrArray) codes = g_ptr_array_new();

    for (guint i = 0; i < profile->answers->len; i++)
        g_ptr_array_add(codes, g_array_index(profile->answers, bb_profile_answer, i).code);
    g_ptr_array_add(codes, NULL);
    return bb_text_list((const char *const *)codes->pdata, "or");
}

/* Cells left empty, and cells that are no answer: one message for each different one. */
static void report_odd_cell(bb_findings *findings, const bb_csv *csv, size_t column,
                            const bb_csv_value *value)
{
    const char *name = bb_csv_names(csv)[column];
    bb_place place = bb_csv_place(csv, value->first_row, column);
    g_autofree char *cases = print_cases(value->count);

    if (value->text[0] == '\0') {
        bb_diag_report(findings->diag, BB_M_CSV_CELL_EMPTY, place, name, cases);
        return;
    }
    g_autofree char *answers = list_answers(findings->profile);
    g_autofree char *quoted = bb_text_clip(value->text, QUOTED);
    bb_diag_report(findings->diag, BB_M_CSV_ANSWER, place, quoted, name, cases, answers);
}

/* The count that within="…" names; reports one of another data set. */
static const bb_count *find_within(bb_findings *findings, const xmlNode *node,
                                   const bb_dataset *dataset)
{
    g_autofree char *id = bb_node_attribute(node, "within");
    xmlNode *named = id != NULL ? bb_findings_element(findings, id) : NULL;
    const bb_count *count =
        named != NULL ? g_hash_table_lookup(findings->data->counts, named) : NULL;

    if (count == NULL || !count->usable || count->dataset == dataset)
        return count;
    g_autofree char *quoted = bb_text_clip(id, QUOTED);
    bb_diag_report(findings->diag, BB_M_COUNT_WITHIN, bb_findings_place(node), quoted);
    return NULL;
}

/* How many rows of the value there are in the rows of within. */
static long count_rows(const bb_dataset *dataset, size_t column, const bb_csv_value *value,
                       const bb_count *within)
{
    long count = 0;

    if (within == NULL)
        return value->count;
    for (size_t row = value->first_row; row < bb_csv_rows(dataset->csv); row++) {
        const char *cell = bb_csv_cell(dataset->csv, row, column);
        if (cell != NULL && strcmp(cell, value->text) == 0 && bb_count_has_row(within, row))
            count++;
    }
    return count;
}

static void count_answers(bb_findings *findings, bb_question *question)
{
    bb_csv *csv = question->dataset->csv;
    size_t column = (size_t)question->column;
    const GArray *values = bb_csv_values(csv, column);
    const bb_count *within = find_within(findings, question->node, question->dataset);
    /* Another question on the same column has reported it. */
    bool report = g_hash_table_add(question->dataset->tallied, GSIZE_TO_POINTER(column));

    for (guint i = 0; i < values->len; i++) {
        const bb_csv_value *value = &g_array_index(values, bb_csv_value, i);
        const bb_profile_answer *answer = bb_profile_find_answer(findings->profile, value->text);
        if (answer == NULL && report)
            report_odd_cell(findings, csv, column, value);
        if (answer == NULL || !answer->relevant)
            continue;
        long rows = count_rows(question->dataset, column, value, within);
        question->relevant += rows;
        question->above += answer->above ? rows : 0;
    }
}

static void read_question(bb_findings *findings, xmlNode *node)
{
    bb_question *question = g_new0(bb_question, 1);
    g_autofree char *summary = bb_node_attribute(node, "summary");

    question->node = node;
    question->criterion = bb_node_attribute(node, "criterion");
    question->thread = bb_node_attribute(node, "thread");
    question->summary = g_strcmp0(summary, "yes") == 0;
    g_hash_table_insert(findings->data->questions, node, question);
    g_ptr_array_add(findings->data->order, question);
    question->column = find_column(findings, node, &question->dataset);
    if (question->column < 0 || findings->profile == NULL)
        return;
    question->usable = true;
    count_answers(findings, question);
    if (question->relevant == 0)
        bb_diag_report(findings->diag, BB_M_QUESTION_NONE, bb_findings_place(node),
                       bb_csv_names(question->dataset->csv)[question->column]);
}

/* --- counts --- */

/* A value that no row has is most likely a slip. */
static void report_unmatched(bb_findings *findings, const xmlNode *node, bb_csv *csv, size_t column,
                             const char *text)
{
    const guint most = 100; /* a column of names is no help */
    const GArray *values = bb_csv_values(csv, column);
    g_autoptr(GPtrArray) texts = g_ptr_array_new();

    for (guint i = 0; i < values->len && values->len <= most; i++)
        g_ptr_array_add(texts, (gpointer)g_array_index(values, bb_csv_value, i).text);
    g_ptr_array_add(texts, NULL);
    g_autofree char *quoted = bb_text_clip(text, QUOTED);
    g_autofree char *meant = bb_did_you_mean(quoted, (const char *const *)texts->pdata, "\"%s\"");
    bb_diag_report(findings->diag, BB_M_COUNT_NONE, bb_findings_place(node), quoted,
                   bb_csv_names(csv)[column], meant);
}

/* What the count looks for; its rows are counted when every count is known. */
static void read_count(bb_findings *findings, xmlNode *node)
{
    bb_count *count = g_new0(bb_count, 1);
    g_autofree char *equals = bb_node_attribute(node, "equals");

    g_hash_table_insert(findings->data->counts, node, count);
    count->column = find_column(findings, node, &count->dataset);
    if (count->column < 0 || equals == NULL)
        return;
    count->usable = true;
    count->texts = g_strsplit(equals, "|", -1);
    for (char **text = count->texts; *text != NULL; text++) {
        g_strstrip(*text);
        if (bb_csv_find_value(count->dataset->csv, (size_t)count->column, *text) == NULL)
            report_unmatched(findings, node, count->dataset->csv, (size_t)count->column, *text);
    }
}

static bool goes_round(const bb_count *count)
{
    const int most = 8; /* nobody narrows a count down so often */
    int depth = 0;

    for (const bb_count *c = count; c != NULL; c = c->within) {
        if (depth++ > most)
            return true;
    }
    return false;
}

static void tally_count(bb_findings *findings, xmlNode *node)
{
    bb_count *count = g_hash_table_lookup(findings->data->counts, node);

    if (!count->usable)
        return;
    count->within = find_within(findings, node, count->dataset);
    if (goes_round(count)) {
        g_autofree char *id = bb_node_attribute(node, "within");
        bb_diag_report(findings->diag, BB_M_COUNT_WITHIN, bb_findings_place(node), id);
        count->within = NULL;
    }
    for (size_t row = 0; row < bb_csv_rows(count->dataset->csv); row++) {
        count->base += bb_count_has_row(count->within, row) ? 1 : 0;
        count->count += bb_count_has_row(count, row) ? 1 : 0;
    }
}

void bb_findings_read_data(bb_findings *findings)
{
    static const struct {
        const char *element;
        void (*read)(bb_findings *findings, xmlNode *node);
    } ROWS[] = {{"dataset", read_dataset},
                {"count", read_count},
                {"count", tally_count},
                {"question", read_question}};
    xmlNode *root = xmlDocGetRootElement(findings->doc);

    /* Data sets first, then counts: what names them may stand before them. */
    for (size_t i = 0; i < G_N_ELEMENTS(ROWS); i++) {
        for (xmlNode *node = root; node != NULL; node = bb_node_next(root, node)) {
            if (bb_node_is(node, ROWS[i].element))
                ROWS[i].read(findings, node);
        }
    }
}
