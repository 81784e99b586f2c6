/* file.h - reading files, and writing several of them as one.
 *
 * A bb_file_set collects outputs under temporary names beside their final ones and moves all of
 * them into place at the end: a build that fails half-way leaves what was there before untouched,
 * and no reader ever sees half a file. When a build is killed while they are moved, each file is
 * whole, but some may be new and others old; temporary files that it left are taken away by the
 * next build of the same files. */
#ifndef BB_BASE_FILE_H
#define BB_BASE_FILE_H

#include <glib.h>
#include <stdbool.h>

/* The whole file, or NULL with error set. Refuses anything but a regular file. */
GBytes *bb_file_read(const char *path, GError **error);

/* The path inside which target may lie: true if target, links followed, is dir or below it. */
bool bb_file_is_inside(const char *target, const char *dir);

typedef struct bb_file_set bb_file_set;

bb_file_set *bb_file_set_new(void);

/* Drops every file that was not committed; accepts NULL. */
void bb_file_set_free(bb_file_set *set);

/* The temporary name under which to write what shall become path; lent by the set. The folder is
 * made when it is missing. */
const char *bb_file_set_add(bb_file_set *set, const char *path, GError **error);

/* Writes bytes as what shall become path. */
bool bb_file_set_write(bb_file_set *set, const char *path, const void *bytes, size_t size,
                       GError **error);

/* Flushes every file to the disk, then puts them in place. When one can't be, those before it are
 * taken back. */
bool bb_file_set_commit(bb_file_set *set, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(bb_file_set, bb_file_set_free)

#endif
