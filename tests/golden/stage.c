/* stage.c - runs one stage of the press over one file, for the golden tests.
 *
 *   stage DATA_FOLDER resolve SCORED.xml OUT.xml DIAGNOSTICS.txt
 *   stage DATA_FOLDER html RESOLVED.xml OUT.html DIAGNOSTICS.txt
 *   stage DATA_FOLDER page RESOLVED.xml OUT.html DIAGNOSTICS.txt   (with the charts drawn)
 *
 * Files are named in diagnostics as they are on the command line. */
#include "base/file.h"
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

static GBytes *run(bb_press *press, const char *stage, xmlDoc *input, bb_diag *diag, GError **error)
{
    if (strcmp(stage, "page") == 0 && !bb_press_draw_charts(press, input, diag, error))
        return NULL;
    if (strcmp(stage, "resolve") != 0)
        return bb_press_page(press, input, diag, error);
    const bb_press_scored scored = {input, place_of, diag, false};
    xmlDoc *resolved = bb_press_resolve(press, &scored, diag, error);
    GBytes *bytes = resolved == NULL ? NULL : bb_markup_write(resolved, BB_MARKUP_XML);
    xmlFreeDoc(resolved);
    return bytes;
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
        fputs("usage: stage DATA_FOLDER resolve|html|page IN OUT DIAGNOSTICS\n", stderr);
        return EXIT_FAILURE;
    }
    xmlDoc *input = xmlReadFile(arguments[3], NULL, XML_PARSE_NONET);
    if (input == NULL)
        return EXIT_FAILURE;
    g_autoptr(bb_press) press = bb_press_new(arguments[1]);
    g_autoptr(bb_diag) diag = bb_diag_new();
    g_autoptr(GBytes) bytes = run(press, arguments[2], input, diag, &error);
    g_autoptr(GBytes) said = tell(diag);
    bool good =
        bytes != NULL && save(arguments[4], bytes, &error) && save(arguments[5], said, &error);
    if (!good)
        fprintf(stderr, "%s: %s\n", arguments[3], error != NULL ? error->message : "failed");
    xmlFreeDoc(input);
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
