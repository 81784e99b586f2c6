/* manifest.h - the list of a report's sources in its PDF: what they are, and how the PDF was made
 * from them.
 *
 * It is itself attached to the PDF, under a name of its own. docs/source-manifest.md describes
 * it. A path in it counts from the report's folder; what a path may be is decided here for both
 * ways, so that no PDF is made whose sources would not be unpacked again. */
#ifndef BB_ARCHIVE_MANIFEST_H
#define BB_ARCHIVE_MANIFEST_H

#include "base/diag.h"

#define BB_MANIFEST_NAME "bluebook-sources.xml"

/* Bounds; what lies beyond is neither attached nor unpacked. */
enum {
    BB_MANIFEST_MOST_FILES = 1000,
    BB_MANIFEST_MOST_BYTES = 256 * 1024 * 1024, /* of all files together */
};

typedef struct bb_manifest_file {
    char *path;
    guint64 size;
    char *sha256; /* in hexadecimal */
} bb_manifest_file;

typedef struct bb_manifest {
    char *version;    /* of Bluebook */
    char *report;     /* the path of the report itself */
    char *formats;    /* "html,pdf": what was made */
    gint64 date;      /* that the outputs bear: seconds since 1970, UTC */
    GPtrArray *files; /* bb_manifest_file */
} bb_manifest;

/* Without files. */
bb_manifest *bb_manifest_new(const char *report, const char *formats, gint64 date);
void bb_manifest_free(bb_manifest *manifest); /* accepts NULL */

void bb_manifest_add(bb_manifest *manifest, const char *path, GBytes *bytes);

GBytes *bb_manifest_write(const bb_manifest *manifest);

/* NULL when it is no manifest, or one that asks for what must not be: the reasons are in diag, at
 * the place. Every path in what it gives is safe, and no two get in each other's way. */
bb_manifest *bb_manifest_read(GBytes *bytes, bb_diag *diag, bb_place place);

/* What keeps a path from being one of a source, in words that follow "it": "has a \"..\" in it";
 * NULL when nothing does. */
const char *bb_manifest_path_fault(const char *path);

/* A name as it may be shown in a message, whatever is in it; for g_free. */
char *bb_manifest_quote(const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(bb_manifest, bb_manifest_free)

#endif
