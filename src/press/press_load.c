/* press_load.c - the door to findings: a report's path in, its scored document out. */
#include "press/press_private.h"

/* The vocabulary and the programmes are read for the first report, and kept for the others. */
static bb_findings_context *find_context(bb_press *press, GError **error)
{
    g_autofree char *templates = g_build_filename(press->data_folder, "templates", NULL);

    g_mutex_lock(&press->lock);
    if (press->findings == NULL)
        press->findings = bb_findings_context_new(templates, error);
    g_mutex_unlock(&press->lock);
    return press->findings;
}

bb_findings *bb_press_read(bb_press *press, const char *path, bb_diag *diag, GError **error)
{
    bb_findings_context *context = find_context(press, error);

    return context != NULL ? bb_findings_read(context, path, diag, error) : NULL;
}

static bb_place place_of(void *data G_GNUC_UNUSED, const xmlNode *node)
{
    return bb_findings_place(node);
}

bool bb_press_load(bb_press *press, const char *path, bb_press_report *report, bb_diag *diag,
                   GError **error)
{
    g_autoptr(bb_findings) findings = bb_press_read(press, path, diag, error);

    if (findings == NULL)
        return false;
    const xmlDoc *document = bb_findings_document(findings);
    /* Without a programme nobody knows how to go on; what is wrong has been said. */
    if (document == NULL || bb_findings_profile(findings) == NULL)
        return false;
    *report = (bb_press_report){g_steal_pointer(&findings), {document, place_of, NULL, true}};
    return true;
}

void bb_press_report_clear(bb_press_report *report)
{
    bb_findings_free(report->findings);
    *report = (bb_press_report){0};
}
