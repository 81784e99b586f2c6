/* scratch.h - a fresh folder for files that are needed for a while, and taken away with it.
 *
 * Nobody but this user can look into it. Only folders and regular files are ever made in it, none
 * is replaced and no link followed, so that no name leads out of it. */
#ifndef BB_BASE_SCRATCH_H
#define BB_BASE_SCRATCH_H

#include <glib.h>
#include <stdbool.h>

typedef struct bb_scratch bb_scratch;

/* Below the machine's folder for temporary files. NULL with error set. */
bb_scratch *bb_scratch_new(GError **error);

/* Takes away the folder and everything in it; accepts NULL. */
void bb_scratch_free(bb_scratch *scratch);

/* The folder's path, lent. */
const char *bb_scratch_path(const bb_scratch *scratch);

/* Writes a new file, and the folders before it: "chapters/1.xml". False with error set, also when
 * the path is no plain way down from the folder, or something is there already. */
bool bb_scratch_write(bb_scratch *scratch, const char *path, GBytes *bytes, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(bb_scratch, bb_scratch_free)

#endif
