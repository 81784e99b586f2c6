/* press_inspect.c - fetching a PDF, and having it inspected or read aloud. */
#include "press/press_inspect.h"

#include "archive/inspect.h"
#include "base/file.h"

bool bb_press_inspect_file(const char *path, bb_diag *diag, GError **error)
{
    g_autoptr(GBytes) bytes = bb_file_read(path, error);

    return bytes != NULL && bb_inspect(bytes, path, diag, error);
}

char *bb_press_read_file(const char *path, GError **error)
{
    g_autoptr(GBytes) bytes = bb_file_read(path, error);

    return bytes != NULL ? bb_inspect_read(bytes, path, error) : NULL;
}
