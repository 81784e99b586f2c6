/* trouble.c - preloaded, it makes trouble for a program that writes into one folder.
 *
 *   TROUBLE_FOLDER  whose files are meant; calls for others are left alone
 *   TROUBLE         kill: the program is killed as by power that fails
 *                   full: nothing can be written any more (ENOSPC); what is there can be renamed
 *                   refuse: that one call is refused (EACCES)
 *   TROUBLE_AT      before which call, counted from 1: opening for writing, write, fsync, rename
 *
 * So every moment at which the folder changes can be tried, one after the other. */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MOST_FILES = 1024 };

static bool watched[MOST_FILES];
static int calls;

static bool is_meant(const char *path)
{
    const char *folder = getenv("TROUBLE_FOLDER");

    return folder != NULL && path != NULL && strstr(path, folder) != NULL;
}

/* False when the call must fail, with errno set. */
static bool may_go_on(bool needs_room)
{
    const char *trouble = getenv("TROUBLE"), *at = getenv("TROUBLE_AT");
    int moment = at != NULL ? atoi(at) : 0;

    if (trouble == NULL || moment == 0 || (strcmp(trouble, "full") == 0 && !needs_room) ||
        ++calls < moment)
        return true;
    if (strcmp(trouble, "kill") == 0)
        kill(getpid(), SIGKILL);
    if (strcmp(trouble, "refuse") == 0 && calls > moment)
        return true;
    errno = strcmp(trouble, "full") == 0 ? ENOSPC : EACCES;
    return false;
}

static void *original(const char *name)
{
    void *found = dlsym(RTLD_NEXT, name);

    if (found == NULL)
        abort();
    return found;
}

static int open_as(const char *name, const char *path, int flags, int mode)
{
    int (*real)(const char *, int, ...);
    bool meant = (flags & (O_WRONLY | O_RDWR)) != 0 && is_meant(path);

    *(void **)&real = original(name);
    if (meant && !may_go_on(true))
        return -1;
    int fd = real(path, flags, mode);
    if (fd >= 0 && fd < MOST_FILES)
        watched[fd] = is_meant(path);
    return fd;
}

#define OPEN(name)                                                                                 \
    int name(const char *path, int flags, ...)                                                     \
    {                                                                                              \
        va_list more;                                                                              \
        va_start(more, flags);                                                                     \
        int mode = (flags & O_CREAT) != 0 ? va_arg(more, int) : 0;                                 \
        va_end(more);                                                                              \
        return open_as(#name, path, flags, mode);                                                  \
    }

OPEN(open)
OPEN(open64)

ssize_t write(int fd, const void *bytes, size_t size)
{
    ssize_t (*real)(int, const void *, size_t);

    *(void **)&real = original("write");
    if (fd >= 0 && fd < MOST_FILES && watched[fd] && !may_go_on(true))
        return -1;
    return real(fd, bytes, size);
}

int fsync(int fd)
{
    int (*real)(int);

    *(void **)&real = original("fsync");
    if (fd >= 0 && fd < MOST_FILES && watched[fd] && !may_go_on(true))
        return -1;
    return real(fd);
}

int rename(const char *from, const char *to)
{
    int (*real)(const char *, const char *);

    *(void **)&real = original("rename");
    return is_meant(to) && !may_go_on(false) ? -1 : real(from, to);
}

int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned flags)
{
    int (*real)(int, const char *, int, const char *, unsigned);

    *(void **)&real = original("renameat2");
    return is_meant(to) && !may_go_on(false) ? -1 : real(from_folder, from, to_folder, to, flags);
}
