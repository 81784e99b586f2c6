/* file.c - whole files in, sets of files out. */
#include "base/file.h"

#include "base/error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

static void set_error(GError **error, const char *what, const char *path, int number)
{
    g_set_error(error, BB_ERROR, BB_ERROR_FILE, "%s: %s: %s", path, what, g_strerror(number));
}

GBytes *bb_file_read(const char *path, GError **error)
{
    struct stat info;
    char *text = NULL;
    gsize size = 0;
    g_autoptr(GError) reason = NULL;

    if (stat(path, &info) != 0) {
        set_error(error, "can't be read", path, errno);
        return NULL;
    }
    if (!S_ISREG(info.st_mode)) {
        g_set_error(error, BB_ERROR, BB_ERROR_FILE, "%s: is not a file", path);
        return NULL;
    }
    if (!g_file_get_contents(path, &text, &size, &reason)) {
        g_set_error(error, BB_ERROR, BB_ERROR_FILE, "%s: can't be read: %s", path, reason->message);
        return NULL;
    }
    return g_bytes_new_take(text, size);
}

bool bb_file_is_inside(const char *target, const char *dir)
{
    char real_target[PATH_MAX], real_dir[PATH_MAX];

    if (realpath(target, real_target) == NULL || realpath(dir, real_dir) == NULL)
        return false;
    size_t length = strlen(real_dir);
    if (strcmp(real_dir, "/") == 0)
        return true;
    return strncmp(real_target, real_dir, length) == 0 &&
           (real_target[length] == '/' || real_target[length] == '\0');
}

/* What commit has done with a file. */
typedef enum {
    WAITING,   /* nothing so far: it has its temporary name */
    MADE,      /* it is in place, where there was none */
    EXCHANGED, /* it is in place, and the one before has its temporary name */
    REPLACED,  /* it is in place, and the one before is gone */
} progress;

typedef struct {
    char *temporary, *final;
    int lock; /* keeps other builds from taking the temporary file for a stale one */
    progress progress;
} pending;

struct bb_file_set {
    GArray *files; /* pending */
};

bb_file_set *bb_file_set_new(void)
{
    bb_file_set *set = g_new0(bb_file_set, 1);

    set->files = g_array_new(FALSE, TRUE, sizeof(pending));
    return set;
}

void bb_file_set_free(bb_file_set *set)
{
    if (set == NULL)
        return;
    for (guint i = 0; i < set->files->len; i++) {
        pending *file = &g_array_index(set->files, pending, i);
        if (file->progress == WAITING || file->progress == EXCHANGED)
            g_unlink(file->temporary);
        close(file->lock);
        g_free(file->temporary);
        g_free(file->final);
    }
    g_array_unref(set->files);
    g_free(set);
}

/* ".report.pdf.1234.part" */
static bool is_temporary(const char *name, const char *base)
{
    size_t length = strlen(base);

    return name[0] == '.' && strncmp(name + 1, base, length) == 0 && name[length + 1] == '.' &&
           g_ascii_isdigit(name[length + 2]) && g_str_has_suffix(name, ".part");
}

/* Whoever writes a file holds its lock; it ends with them, however they end. */
static bool is_stale(const char *path)
{
    int fd = g_open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC, 0);
    bool stale = fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) == 0;

    if (fd >= 0)
        close(fd);
    return stale;
}

/* Takes away what a build that was killed left of the file. */
static void clear_stale(const char *folder, const char *base)
{
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);

    for (const char *name; dir != NULL && (name = g_dir_read_name(dir)) != NULL;) {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        if (is_temporary(name, base) && is_stale(path))
            g_unlink(path);
    }
}

const char *bb_file_set_add(bb_file_set *set, const char *path, GError **error)
{
    g_autofree char *folder = g_path_get_dirname(path);

    if (g_mkdir_with_parents(folder, 0777) != 0) {
        set_error(error, "the folder can't be made", folder, errno);
        return NULL;
    }
    pending file = {.final = g_strdup(path)};
    g_autofree char *base = g_path_get_basename(path);
    clear_stale(folder, base);
    file.temporary = g_strdup_printf("%s/.%s.%ld.part", folder, base, (long)getpid());
    file.lock = g_open(file.temporary, O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (file.lock < 0) {
        set_error(error, "can't be written", path, errno);
        g_free(file.temporary);
        g_free(file.final);
        return NULL;
    }
    flock(file.lock, LOCK_EX | LOCK_NB); /* where there are no locks, stale files just stay */
    g_array_append_val(set->files, file);
    return file.temporary;
}

static bool write_all(int fd, const char *bytes, size_t size)
{
    while (size > 0) {
        ssize_t written = write(fd, bytes, size);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        bytes += written;
        size -= (size_t)written;
    }
    return true;
}

bool bb_file_set_write(bb_file_set *set, const char *path, const void *bytes, size_t size,
                       GError **error)
{
    const char *temporary = bb_file_set_add(set, path, error);

    if (temporary == NULL)
        return false;
    int fd = g_open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (fd < 0) {
        set_error(error, "can't be written", path, errno);
        return false;
    }
    bool good = write_all(fd, bytes, size);
    int number = errno;
    if (close(fd) != 0 && good) {
        good = false;
        number = errno;
    }
    if (!good)
        set_error(error, "can't be written", path, number);
    return good;
}

static bool flush_to_disk(const pending *file, GError **error)
{
    int fd = g_open(file->temporary, O_RDONLY | O_CLOEXEC, 0);

    if (fd < 0 || fsync(fd) != 0) {
        set_error(error, "can't be written", file->final, errno);
        if (fd >= 0)
            close(fd);
        return false;
    }
    close(fd);
    return true;
}

static bool exchange(const pending *file)
{
    return renameat2(AT_FDCWD, file->temporary, AT_FDCWD, file->final, RENAME_EXCHANGE) == 0;
}

/* Exchanging keeps what was there before, for when a later file fails; not every file system can.
 */
static bool put_in_place(pending *file, GError **error)
{
    struct stat info;
    bool there = lstat(file->final, &info) == 0;

    if (there && S_ISDIR(info.st_mode)) {
        set_error(error, "can't be put in place", file->final, EISDIR);
        return false;
    }
    if (there && exchange(file)) {
        file->progress = EXCHANGED;
        return true;
    }
    if (g_rename(file->temporary, file->final) != 0) {
        set_error(error, "can't be put in place", file->final, errno);
        return false;
    }
    file->progress = there ? REPLACED : MADE;
    return true;
}

static void take_back(pending *file)
{
    if (file->progress == EXCHANGED && exchange(file))
        file->progress = WAITING;
    if (file->progress == MADE)
        g_unlink(file->final);
}

bool bb_file_set_commit(bb_file_set *set, GError **error)
{
    guint count = set->files->len, done = 0;

    for (guint i = 0; i < count; i++) {
        if (!flush_to_disk(&g_array_index(set->files, pending, i), error))
            return false;
    }
    while (done < count && put_in_place(&g_array_index(set->files, pending, done), error))
        done++;
    for (guint i = 0; i < done; i++) {
        pending *file = &g_array_index(set->files, pending, i);
        if (done < count) {
            take_back(file);
        } else if (file->progress == EXCHANGED) {
            g_unlink(file->temporary);
            file->progress = REPLACED;
        }
    }
    return done == count;
}
