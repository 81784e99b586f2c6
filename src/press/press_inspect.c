/* press_inspect.c - reading a PDF, and having it inspected. */
#include "press/press_inspect.h"

#include "archive/inspect.h"
#include "base/file.h"

bool bb_press_inspect_file(const char *path, bb_diag *diag, GError **error)
{
    g_autoptr(GBytes) bytes = bb_file_read(path, error);

    return bytes != NULL && bb_inspect(bytes, path, diag, error);
}
