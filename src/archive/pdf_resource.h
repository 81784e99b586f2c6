/* pdf_resource.h - fonts and images as PDF/A wants them, where cairo writes them otherwise. */
#ifndef BB_ARCHIVE_PDF_RESOURCE_H
#define BB_ARCHIVE_PDF_RESOURCE_H

#include "archive/pdf_object.h"

/* Mends what every page draws with: CIDToGIDMap (ISO 19005-2 §6.2.11.3), ligatures in ToUnicode as
 * letters, no interpolated images (§6.2.8.1). */
bool bb_pdf_mend_resources(bb_pdf *pdf, GError **error);

#endif
