/* press_format.c - reading an FO file, and having it printed. */
#include "press/press_format.h"

#include "base/file.h"
#include "press/press_print.h"

static xmlDoc *read_document(const char *path, bb_diag *diag, GError **error)
{
    g_autoptr(GBytes) bytes = bb_file_read(path, error);

    return bytes != NULL ? bb_print_parse(bytes, path, diag) : NULL;
}

static const bb_print_output OUTPUTS[] = {
    [BB_FORMAT_PDF] = BB_PRINT_PDF,
    [BB_FORMAT_AREAS] = BB_PRINT_AREAS,
    [BB_FORMAT_TEXT] = BB_PRINT_TEXT,
    [BB_FORMAT_TREE] = BB_PRINT_TREE,
};

GBytes *bb_press_format_file(const bb_format_options *options, bb_diag *diag, GError **error)
{
    g_autofree char *own = options->data_folder != NULL
                               ? g_build_filename(options->data_folder, "fonts", "fonts.conf", NULL)
                               : NULL;
    g_autofree char *folder = g_path_get_dirname(options->input);
    xmlDoc *doc = read_document(options->input, diag, error);

    if (doc == NULL)
        return NULL;
    GBytes *output = NULL;
    g_autoptr(bb_layout_engine) engine =
        bb_print_engine_new(options->font_config != NULL ? options->font_config : own, error);
    if (engine != NULL) {
        const bb_print_job job = {
            .engine = engine,
            .fo = doc,
            .file = options->input,
            .folder = folder,
            .metadata = {.date = bb_print_date(0)},
            .output = OUTPUTS[options->output],
        };
        output = bb_print(&job, diag, error);
    }
    xmlFreeDoc(doc);
    return output;
}
