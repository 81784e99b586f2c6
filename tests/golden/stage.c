/* stage.c - runs one stage of the press over one file, for the golden tests.
 *
 *   stage DATA_FOLDER resolve SCORED.xml OUT.xml DIAGNOSTICS.txt
 *   stage DATA_FOLDER html RESOLVED.xml OUT.html DIAGNOSTICS.txt
 *   stage DATA_FOLDER page RESOLVED.xml OUT.html DIAGNOSTICS.txt   (with the charts drawn)
 *   stage DATA_FOLDER fo RESOLVED.xml OUT.fo DIAGNOSTICS.txt
 *   stage DATA_FOLDER areas IN.fo OUT.areas DIAGNOSTICS.txt
 *
 * Files are named in diagnostics as they are on the command line. */
#include "base/file.h"
#include "press/press_format.h"
#include "press/press_stage.h"
#include "transform/markup.h"

#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bb_place place_of(void *diag, const xmlNode *node)
{
    return (bb_place){bb_diag_file(diag, (const char *)node->doc->URL),
                      (int)xmlGetLineNo((xmlNode *)node), 0};
}

typedef struct {
    bb_press *press;
    const char *data_folder, *file;
    xmlDoc *input;
    bb_diag *diag;
} job;

/* Takes doc, which may be NULL. */
static GBytes *written(xmlDoc *doc)
{
    GBytes *bytes = doc == NULL ? NULL : bb_markup_write(doc, BB_MARKUP_XML);

    xmlFreeDoc(doc);
    return bytes;
}

static GBytes *make_resolved(const job *j, GError **error)
{
    const bb_press_scored scored = {j->input, place_of, j->diag, false};

    return written(bb_press_resolve(j->press, &scored, j->diag, error));
}

static GBytes *make_html(const job *j, GError **error)
{
    return bb_press_page(j->press, j->input, j->diag, error);
}

static GBytes *make_page(const job *j, GError **error)
{
    return bb_press_draw_charts(j->press, j->input, j->diag, error) ? make_html(j, error) : NULL;
}

static GBytes *make_fo(const job *j, GError **error)
{
    return written(bb_press_fo(j->press, j->input, j->diag, error));
}

static GBytes *make_areas(const job *j, GError **error)
{
    const bb_format_options options = {
        .input = j->file, .data_folder = j->data_folder, .output = BB_FORMAT_AREAS};

    return bb_press_format_file(&options, j->diag, error);
}

static const struct {
    const char *name;
    GBytes *(*make)(const job *, GError **);
} STAGES[] = {
    {"resolve", make_resolved}, {"html", make_html}, {"page", make_page}, {"fo", make_fo},
    {"areas", make_areas},
};

static GBytes *run(const char *stage, const job *j, GError **error)
{
    for (size_t i = 0; i < G_N_ELEMENTS(STAGES); i++) {
        if (strcmp(stage, STAGES[i].name) == 0)
            return STAGES[i].make(j, error);
    }
    return NULL;
}

static bool save(const char *path, GBytes *bytes, GError **error)
{
    gsize size = 0;
    const char *data = g_bytes_get_data(bytes, &size);

    return g_file_set_contents(path, data, (gssize)size, error);
}

static GBytes *tell(bb_diag *diag)
{
    GString *out = g_string_new(NULL);

    bb_diag_sort(diag);
    for (size_t i = 0; i < bb_diag_count(diag); i++) {
        g_autofree char *line = bb_diag_format(bb_diag_entry_at(diag, i));
        g_string_append_printf(out, "%s\n", line);
    }
    return g_string_free_to_bytes(out);
}

int main(int count, char **arguments)
{
    g_autoptr(GError) error = NULL;

    if (count != 6) {
        fputs("usage: stage DATA_FOLDER resolve|html|page|fo|areas IN OUT DIAGNOSTICS\n", stderr);
        return EXIT_FAILURE;
    }
    xmlDoc *input = xmlReadFile(arguments[3], NULL, XML_PARSE_NONET);
    if (input == NULL)
        return EXIT_FAILURE;
    g_autoptr(bb_press) press = bb_press_new(arguments[1]);
    g_autoptr(bb_diag) diag = bb_diag_new();
    const job j = {press, arguments[1], arguments[3], input, diag};
    g_autoptr(GBytes) bytes = run(arguments[2], &j, &error);
    g_autoptr(GBytes) said = tell(diag);
    bool good =
        bytes != NULL && save(arguments[4], bytes, &error) && save(arguments[5], said, &error);
    if (!good)
        fprintf(stderr, "%s: %s\n", arguments[3], error != NULL ? error->message : "failed");
    xmlFreeDoc(input);
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
