/* fuzz_fo.c - any bytes as an FO document: typed tree, layout, area dump.
 *
 * Fonts are loaded once. The shaper never forgets a word, so it is made anew from time to time. */
#include "fuzz/fuzz.h"
#include "press/press_print.h"

enum { RUNS_OF_AN_ENGINE = 2000 };

static bb_layout_engine *engine;
static int runs;

static void renew_engine(void)
{
    g_autoptr(GError) error = NULL;

    bb_layout_engine_free(engine);
    engine = bb_print_engine_new(BB_SOURCE_DIR "/fonts/fonts.conf", &error);
    if (engine == NULL)
        g_error("%s", error->message);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autoptr(bb_diag) diag = bb_diag_new();
    g_autoptr(GBytes) bytes = g_bytes_new_static(data, size);

    fuzz_catch_traps();
    if (runs++ % RUNS_OF_AN_ENGINE == 0)
        renew_engine();
    xmlDoc *fo = bb_print_parse(bytes, "fuzz.fo", diag);
    if (fo == NULL)
        return 0;
    const bb_print_job job = {
        .engine = engine,
        .fo = fo,
        .file = "fuzz.fo",
        .folder = BB_SOURCE_DIR "/tests/fuzz/corpus", /* no picture lies there */
        .output = BB_PRINT_AREAS,
    };
    g_bytes_unref(bb_print(&job, diag, NULL));
    xmlFreeDoc(fo);
    return 0;
}
