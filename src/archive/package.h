/* package.h - the sources that a PDF carries, read again.
 *
 * Nothing in the PDF is believed: paths lead nowhere but down, files are of bounded number and
 * size, and each is what its checksum in the manifest says; otherwise none is given. Nothing is
 * written. */
#ifndef BB_ARCHIVE_PACKAGE_H
#define BB_ARCHIVE_PACKAGE_H

#include "archive/manifest.h"

typedef struct bb_package {
    bb_manifest *manifest;
    GPtrArray *files; /* bb_attachment, one for each file of the manifest, in its order */
} bb_package;

/* The sources in a PDF, called name in messages. NULL when it has none, or what it has must not be
 * used: the reasons are in diag. */
bb_package *bb_package_read(GBytes *pdf, const char *name, bb_diag *diag);
void bb_package_free(bb_package *package); /* accepts NULL */

G_DEFINE_AUTOPTR_CLEANUP_FUNC(bb_package, bb_package_free)

#endif
