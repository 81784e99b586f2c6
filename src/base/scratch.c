/* scratch.c - goes down one folder at a time, from descriptor to descriptor. */
#include "base/scratch.h"

#include "base/error.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct bb_scratch {
    char *path;
};

bb_scratch *bb_scratch_new(GError **error)
{
    g_autoptr(GError) reason = NULL;
    char *path = g_dir_make_tmp("bluebook-XXXXXX", &reason);

    if (path == NULL) {
        g_set_error(error, BB_ERROR, BB_ERROR_FILE, "a temporary folder can't be made: %s",
                    reason->message);
        return NULL;
    }
    bb_scratch *scratch = g_new0(bb_scratch, 1);
    scratch->path = path;
    return scratch;
}

static int remove_entry(const char *path, const struct stat *info G_GNUC_UNUSED,
                        int kind G_GNUC_UNUSED, struct FTW *where G_GNUC_UNUSED)
{
    remove(path);
    return 0;
}

void bb_scratch_free(bb_scratch *scratch)
{
    enum { MOST_OPEN = 16 };

    if (scratch == NULL)
        return;
    nftw(scratch->path, remove_entry, MOST_OPEN, FTW_DEPTH | FTW_PHYS | FTW_MOUNT);
    g_free(scratch->path);
    g_free(scratch);
}

const char *bb_scratch_path(const bb_scratch *scratch)
{
    return scratch->path;
}

static bool is_step(const char *name)
{
    return name[0] != '\0' && strcmp(name, ".") != 0 && strcmp(name, "..") != 0;
}

/* The folder below the one at hand, which is closed; -1 when it can't be entered. */
static int enter(int folder, const char *name)
{
    int inner = -1;

    if (!is_step(name))
        errno = EINVAL;
    else if (mkdirat(folder, name, 0700) == 0 || errno == EEXIST)
        inner = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    int number = errno;
    close(folder);
    errno = number;
    return inner;
}

/* A new file at the end of the steps, open for writing; -1 when it can't be made. */
static int make_file(const char *root, char **steps)
{
    int folder = open(root, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    char **step = steps;

    for (; folder >= 0 && step[0] != NULL && step[1] != NULL; step++)
        folder = enter(folder, *step);
    if (folder < 0)
        return -1;
    int file = -1;
    if (step[0] == NULL || !is_step(*step))
        errno = EINVAL;
    else
        file = openat(folder, *step, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    int number = errno;
    close(folder);
    errno = number;
    return file;
}

static bool write_bytes(int file, GBytes *bytes)
{
    gsize size;
    const char *at = g_bytes_get_data(bytes, &size);

    while (size > 0) {
        ssize_t written = write(file, at, size);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        at += written;
        size -= (size_t)written;
    }
    return true;
}

bool bb_scratch_write(bb_scratch *scratch, const char *path, GBytes *bytes, GError **error)
{
    g_auto(GStrv) steps = g_strsplit(path, "/", -1);
    int file = make_file(scratch->path, steps);
    bool good = file >= 0 && write_bytes(file, bytes);
    int number = errno;

    if (file >= 0 && close(file) != 0 && good) {
        good = false;
        number = errno;
    }
    if (!good)
        g_set_error(error, BB_ERROR, BB_ERROR_FILE, "%s/%s: can't be written: %s", scratch->path,
                    path, g_strerror(number));
    return good;
}
