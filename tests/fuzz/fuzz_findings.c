/* fuzz_findings.c - any bytes as a report and its case file: load, validate, score, check.
 *
 * An input is the report, a line that reads "====", and the case file, which the report finds as
 * cases.csv. Both go to a folder of their own, for findings/ reads files. */
#include "findings/findings.h"
#include "fuzz/fuzz.h"

#include <glib/gstdio.h>
#include <string.h>

#define BETWEEN "\n====\n"

static bb_findings_context *context;
static char *folder, *report, *cases;

static void remove_folder(void)
{
    g_unlink(report);
    g_unlink(cases);
    g_rmdir(folder);
    bb_findings_context_free(context);
    g_free(folder);
    g_free(report);
    g_free(cases);
}

static void prepare(void)
{
    g_autoptr(GError) error = NULL;

    context = bb_findings_context_new(BB_SOURCE_DIR "/templates", &error);
    if (context != NULL)
        folder = g_dir_make_tmp("fuzz-XXXXXX", &error);
    if (folder == NULL)
        g_error("%s", error->message);
    report = g_build_filename(folder, "report.xml", NULL);
    cases = g_build_filename(folder, "cases.csv", NULL);
    atexit(remove_folder);
}

static void put(const char *path, const uint8_t *data, size_t size)
{
    g_autoptr(GError) error = NULL;

    if (!g_file_set_contents_full(path, (const char *)data, (gssize)size, G_FILE_SET_CONTENTS_NONE,
                                  0600, &error))
        g_error("%s", error->message);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const size_t length = strlen(BETWEEN);
    const uint8_t *between = memmem(data, size, BETWEEN, length);
    size_t head = between != NULL ? (size_t)(between - data) : size;
    g_autoptr(bb_diag) diag = bb_diag_new();

    fuzz_catch_traps();
    if (context == NULL)
        prepare();
    put(report, data, head);
    if (between != NULL)
        put(cases, between + length, size - head - length);
    else
        g_unlink(cases);
    bb_findings_free(bb_findings_read(context, report, diag, NULL));
    return 0;
}
