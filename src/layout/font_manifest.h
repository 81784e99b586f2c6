/* font_manifest.h - whether the fonts in use are the ones that were pinned.
 *
 * The manifest has a line a file: its SHA-256, where it comes from, its path. A file that differs,
 * or that the manifest does not name, is a warning; lines may break elsewhere with it. */
#ifndef BB_LAYOUT_FONT_MANIFEST_H
#define BB_LAYOUT_FONT_MANIFEST_H

#include "base/diag.h"
#include "layout/font.h"

/* Checks the files of the faces in use so far. False with error set when the manifest can't be
 * read. */
bool bb_font_manifest_check(const bb_fonts *fonts, const char *manifest, bb_diag *diag,
                            GError **error);

#endif
