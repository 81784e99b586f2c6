/* diag.c - the sink for what a report's writer is told. */
#include "base/diag.h"
#include "base/text.h"

#include <string.h>

typedef struct {
    const char *code;
    bb_severity severity;
    bb_repeat repeat;
    const char *sentence, *advice;
} message;

static const message MESSAGES[BB_MESSAGE_COUNT] = {
#define BB_MESSAGE(id, code, severity, repeat, sentence, advice)                                   \
    [id] = {code, severity, repeat, sentence, advice},
#include "base/diag_messages.def"
#undef BB_MESSAGE
};

struct bb_diag {
    GPtrArray *entries; /* bb_diag_entry, owned */
    GPtrArray *files;   /* char, owned; in order of first mention */
    GHashTable *said;   /* sentences of BB_ONCE messages, lent by their entries' copies */
};

static void entry_free(void *item)
{
    bb_diag_entry *entry = item;

    g_free(entry->text);
    g_free(entry);
}

bb_diag *bb_diag_new(void)
{
    bb_diag *diag = g_new0(bb_diag, 1);

    diag->entries = g_ptr_array_new_with_free_func(entry_free);
    diag->files = g_ptr_array_new_with_free_func(g_free);
    diag->said = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return diag;
}

void bb_diag_free(bb_diag *diag)
{
    if (diag == NULL)
        return;
    g_ptr_array_unref(diag->entries);
    g_ptr_array_unref(diag->files);
    g_hash_table_unref(diag->said);
    g_free(diag);
}

const char *bb_diag_file(bb_diag *diag, const char *name)
{
    if (name == NULL)
        return NULL;
    for (guint i = 0; i < diag->files->len; i++) {
        if (strcmp(diag->files->pdata[i], name) == 0)
            return diag->files->pdata[i];
    }
    g_ptr_array_add(diag->files, g_strdup(name));
    return diag->files->pdata[diag->files->len - 1];
}

static bool already_said(bb_diag *diag, const message *m, const char *text)
{
    if (m->repeat == BB_EACH)
        return false;
    return !g_hash_table_add(diag->said, g_strconcat(m->code, "\n", text, NULL));
}

void bb_diag_report_vector(bb_diag *diag, bb_message_id id, bb_place place,
                           const char *const *arguments)
{
    const message *m = &MESSAGES[id];
    char *text = bb_text_fill(m->sentence, arguments);

    if (already_said(diag, m, text)) {
        g_free(text);
        return;
    }
    bb_diag_entry *entry = g_new0(bb_diag_entry, 1);
    *entry = (bb_diag_entry){
        .id = id,
        .severity = m->severity,
        .place = {bb_diag_file(diag, place.file), place.line, place.column},
        .code = m->code,
        .text = text,
        .advice = m->advice,
    };
    g_ptr_array_add(diag->entries, entry);
}

void bb_diag_report_args(bb_diag *diag, bb_message_id id, bb_place place, ...)
{
    enum { MOST = 9 };
    const char *arguments[MOST + 1] = {0};
    va_list list;

    va_start(list, place);
    for (int i = 0; i < MOST; i++) {
        arguments[i] = va_arg(list, const char *);
        if (arguments[i] == NULL)
            break;
    }
    va_end(list);
    bb_diag_report_vector(diag, id, place, arguments);
}

bb_message_id bb_diag_find_code(const char *code)
{
    int id = 0;

    while (id < BB_MESSAGE_COUNT && strcmp(MESSAGES[id].code, code) != 0)
        id++;
    return (bb_message_id)id;
}

const char *bb_diag_sentence(bb_message_id id)
{
    return MESSAGES[id].sentence;
}

const char *bb_diag_advice(bb_message_id id)
{
    return MESSAGES[id].advice;
}

bb_severity bb_diag_severity(bb_message_id id)
{
    return MESSAGES[id].severity;
}

const char *bb_diag_code(bb_message_id id)
{
    return MESSAGES[id].code;
}

void bb_diag_withdraw(bb_diag *diag, bool (*withdrawn)(const bb_diag_entry *entry, void *data),
                      void *data)
{
    GPtrArray *kept = g_ptr_array_new_with_free_func(entry_free);

    for (guint i = 0; i < diag->entries->len; i++) {
        bb_diag_entry *entry = diag->entries->pdata[i];
        if (withdrawn(entry, data))
            entry_free(entry);
        else
            g_ptr_array_add(kept, entry);
    }
    g_ptr_array_set_free_func(diag->entries, NULL);
    g_ptr_array_unref(diag->entries);
    diag->entries = kept;
}

void bb_diag_absorb(bb_diag *diag, bb_diag *other)
{
    for (guint i = 0; i < other->entries->len; i++) {
        bb_diag_entry *entry = other->entries->pdata[i];
        const message *m = &MESSAGES[entry->id];
        if (already_said(diag, m, entry->text)) {
            entry_free(entry);
            continue;
        }
        entry->place.file = bb_diag_file(diag, entry->place.file);
        g_ptr_array_add(diag->entries, entry);
    }
    /* The items have moved: forget them without freeing them. */
    g_ptr_array_set_free_func(other->entries, NULL);
    g_ptr_array_set_size(other->entries, 0);
    g_ptr_array_set_free_func(other->entries, entry_free);
}

static char *replace(const char *text, const char *from, const char *to)
{
    g_auto(GStrv) parts = g_strsplit(text, from, -1);

    return g_strjoinv(to, parts);
}

void bb_diag_rename(bb_diag *diag, const char *from, const char *to)
{
    for (guint i = 0; i < diag->entries->len; i++) {
        bb_diag_entry *entry = diag->entries->pdata[i];
        char *text = replace(entry->text, from, to);
        g_free(entry->text);
        entry->text = text;
        if (entry->place.file == NULL)
            continue;
        g_autofree char *file = replace(entry->place.file, from, to);
        entry->place.file = bb_diag_file(diag, file);
    }
}

static int file_rank(const bb_diag *diag, const char *file)
{
    for (guint i = 0; i < diag->files->len; i++) {
        if (diag->files->pdata[i] == file)
            return (int)i;
    }
    return -1;
}

static int compare_places(const void *a, const void *b, void *data)
{
    const bb_diag_entry *x = *(bb_diag_entry *const *)a;
    const bb_diag_entry *y = *(bb_diag_entry *const *)b;
    int by_file = file_rank(data, x->place.file) - file_rank(data, y->place.file);

    if (by_file != 0)
        return by_file;
    if (x->place.line != y->place.line)
        return x->place.line < y->place.line ? -1 : 1;
    if (x->place.column != y->place.column)
        return x->place.column < y->place.column ? -1 : 1;
    return 0;
}

static bool same(const bb_diag_entry *a, const bb_diag_entry *b)
{
    return a->id == b->id && a->place.file == b->place.file && a->place.line == b->place.line &&
           a->place.column == b->place.column && strcmp(a->text, b->text) == 0;
}

void bb_diag_sort(bb_diag *diag)
{
    /* GLib's array sort is stable, so entries at one place keep the order of their finding. */
    g_ptr_array_sort_with_data(diag->entries, compare_places, diag);
    if (diag->entries->len == 0)
        return;
    /* One pass, whatever the number of doubles: a hostile file makes a million of them. */
    guint kept = 0;
    for (guint i = 1; i < diag->entries->len; i++) {
        bb_diag_entry *entry = diag->entries->pdata[i];
        if (same(diag->entries->pdata[kept], entry))
            entry_free(entry);
        else
            diag->entries->pdata[++kept] = entry;
    }
    g_ptr_array_set_free_func(diag->entries, NULL);
    g_ptr_array_set_size(diag->entries, (int)kept + 1);
    g_ptr_array_set_free_func(diag->entries, entry_free);
}

size_t bb_diag_count(const bb_diag *diag)
{
    return diag->entries->len;
}

const bb_diag_entry *bb_diag_entry_at(const bb_diag *diag, size_t index)
{
    return diag->entries->pdata[index];
}

size_t bb_diag_count_of(const bb_diag *diag, bb_severity severity)
{
    size_t count = 0;

    for (guint i = 0; i < diag->entries->len; i++) {
        const bb_diag_entry *entry = diag->entries->pdata[i];
        count += entry->severity == severity;
    }
    return count;
}

bool bb_diag_has_faults(const bb_diag *diag)
{
    return bb_diag_count_of(diag, BB_FAULT) > 0;
}

const char *bb_severity_name(bb_severity severity)
{
    static const char *const NAMES[] = {
        [BB_NOTE] = "note",
        [BB_WARNING] = "warning",
        [BB_FAULT] = "error",
    };
    return NAMES[severity];
}

char *bb_diag_format(const bb_diag_entry *entry)
{
    GString *out = g_string_new(NULL);

    if (entry->place.file != NULL) {
        g_string_append(out, entry->place.file);
        if (entry->place.line > 0)
            g_string_append_printf(out, ":%d", entry->place.line);
        if (entry->place.line > 0 && entry->place.column > 0)
            g_string_append_printf(out, ":%d", entry->place.column);
        g_string_append(out, ": ");
    }
    g_string_append_printf(out, "%s: %s", bb_severity_name(entry->severity), entry->text);
    if (entry->advice != NULL && entry->advice[0] != '\0')
        g_string_append_printf(out, "; %s", entry->advice);
    g_string_append_printf(out, " [%s]", entry->code);
    return g_string_free(out, FALSE);
}
