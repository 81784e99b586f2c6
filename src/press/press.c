/* press.c - what many reports share. */
#include "press/press_private.h"

#include <string.h>

static const struct {
    const char *name;
    bb_press_format format;
} FORMATS[] = {
    {"html", BB_PRESS_HTML},
    {"pdf", BB_PRESS_PDF},
    {"fo", BB_PRESS_FO},
};

unsigned bb_press_find_format(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(FORMATS); i++) {
        if (strcmp(FORMATS[i].name, name) == 0)
            return FORMATS[i].format;
    }
    return 0;
}

char *bb_press_name_formats(unsigned formats)
{
    GString *names = g_string_new(NULL);

    for (size_t i = 0; i < G_N_ELEMENTS(FORMATS); i++) {
        if ((formats & FORMATS[i].format) != 0)
            g_string_append_printf(names, "%s%s", names->len > 0 ? "," : "", FORMATS[i].name);
    }
    return g_string_free(names, FALSE);
}

static void free_document(void *document)
{
    xmlFreeDoc(document);
}

bb_press *bb_press_new(const char *data_folder)
{
    bb_press *press = g_new0(bb_press, 1);

    press->data_folder = g_strdup(data_folder);
    press->transform = bb_transform_new(data_folder);
    g_mutex_init(&press->lock);
    press->documents = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_document);
    return press;
}

void bb_press_free(bb_press *press)
{
    if (press == NULL)
        return;
    g_hash_table_unref(press->documents);
    g_mutex_clear(&press->lock);
    bb_transform_free(press->transform);
    bb_findings_context_free(press->findings);
    g_free(press->data_folder);
    g_free(press->css);
    bb_layout_engine_free(press->engine);
    g_free(press);
}
