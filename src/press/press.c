/* press.c - what many reports share. */
#include "press/press_private.h"

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
