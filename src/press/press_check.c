/* press_check.c - the first stage of the route by itself: a report checked, and nothing made. */
#include "press/press_private.h"

bool bb_press_check(bb_press *press, const char *report, bb_diag *diag, GError **error)
{
    g_autoptr(bb_findings) findings = bb_press_read(press, report, diag, error);

    return findings != NULL;
}
