/* pdf_object.h - PDF objects through qpdf's C interface, in fewer words.
 *
 * qpdf defers its errors: each function works on quietly after one, and bb_pdf_check tells at the
 * end of a phase whether all went well. Handles pile up in qpdf until they are released, which
 * bb_pdf_check does as well. */
#ifndef BB_ARCHIVE_PDF_OBJECT_H
#define BB_ARCHIVE_PDF_OBJECT_H

#include <glib.h>
#include <qpdf/qpdf-c.h>
#include <stdbool.h>

typedef struct bb_pdf {
    qpdf_data qpdf;
} bb_pdf;

typedef qpdf_oh bb_pdf_object;

/* Parses literal PDF without references: "<< /Type /Annot >>". */
bb_pdf_object bb_pdf_parse(bb_pdf *pdf, const char *text);

/* A dictionary of this /Type: "/StructElem". Cheaper than parsing one. */
bb_pdf_object bb_pdf_typed(bb_pdf *pdf, const char *type);

bb_pdf_object bb_pdf_name(bb_pdf *pdf, const char *name); /* with its slash */
bb_pdf_object bb_pdf_integer(bb_pdf *pdf, long value);
bb_pdf_object bb_pdf_real(bb_pdf *pdf, double value); /* at most three decimals */
bb_pdf_object bb_pdf_text(bb_pdf *pdf, const char *utf8);
bb_pdf_object bb_pdf_bytes(bb_pdf *pdf, const char *text); /* ASCII, as it stands */
bb_pdf_object bb_pdf_binary(bb_pdf *pdf, const void *bytes, size_t size);

/* Makes the object an indirect one and gives the reference. */
bb_pdf_object bb_pdf_indirect(bb_pdf *pdf, bb_pdf_object object);

void bb_pdf_set(bb_pdf *pdf, bb_pdf_object dictionary, const char *key, bb_pdf_object value);
void bb_pdf_append(bb_pdf *pdf, bb_pdf_object array, bb_pdf_object value);
bb_pdf_object bb_pdf_array(bb_pdf *pdf);

/* [x0 y0 x1 y1] */
bb_pdf_object bb_pdf_rectangle(bb_pdf *pdf, double x0, double y0, double x1, double y1);

/* [page /XYZ x y null] */
bb_pdf_object bb_pdf_destination(bb_pdf *pdf, int page, double x, double y);

/* A new indirect stream; bb_pdf_set works on its dictionary, qpdf_oh_get_dict. */
bb_pdf_object bb_pdf_stream(bb_pdf *pdf, const void *bytes, size_t size);

/* What a stream holds, decoded, for g_free; NULL when it is no stream or can't be decoded. */
char *bb_pdf_stream_data(bb_pdf *pdf, bb_pdf_object stream, size_t *size);
void bb_pdf_replace_stream(bb_pdf *pdf, bb_pdf_object stream, const void *bytes, size_t size);

/* False with error set when anything failed since the last call; phase says what was being done. */
bool bb_pdf_check(bb_pdf *pdf, const char *phase, GError **error);

#endif
