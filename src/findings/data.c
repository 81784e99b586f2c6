/* data.c - what is kept of a report's case files. */
#include "findings/data.h"

static void dataset_free(void *item)
{
    bb_dataset *dataset = item;

    bb_csv_free(dataset->csv);
    g_hash_table_unref(dataset->tallied);
    g_free(dataset);
}

static void question_free(void *item)
{
    bb_question *question = item;

    g_free(question->criterion);
    g_free(question->thread);
    g_free(question);
}

static void count_free(void *item)
{
    bb_count *count = item;

    g_strfreev(count->texts);
    g_free(count);
}

bool bb_count_has_row(const bb_count *count, size_t row)
{
    for (const bb_count *c = count; c != NULL; c = c->within) {
        const char *cell = bb_csv_cell(c->dataset->csv, row, (size_t)c->column);
        if (cell == NULL || !g_strv_contains((const char *const *)c->texts, cell))
            return false;
    }
    return true;
}

bb_data *bb_data_new(void)
{
    bb_data *data = g_new0(bb_data, 1);

    data->datasets = g_hash_table_new_full(NULL, NULL, NULL, dataset_free);
    data->questions = g_hash_table_new_full(NULL, NULL, NULL, question_free);
    data->counts = g_hash_table_new_full(NULL, NULL, NULL, count_free);
    data->order = g_ptr_array_new();
    return data;
}

void bb_data_free(bb_data *data)
{
    if (data == NULL)
        return;
    g_hash_table_unref(data->datasets);
    g_hash_table_unref(data->questions);
    g_hash_table_unref(data->counts);
    g_ptr_array_unref(data->order);
    g_free(data);
}
