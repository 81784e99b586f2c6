/* pdf_object.c - the small language over qpdf. */
#include "archive/pdf_object.h"

#include "base/error.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bb_pdf_object bb_pdf_parse(bb_pdf *pdf, const char *text)
{
    return qpdf_oh_parse(pdf->qpdf, text);
}

bb_pdf_object bb_pdf_typed(bb_pdf *pdf, const char *type)
{
    bb_pdf_object dictionary = qpdf_oh_new_dictionary(pdf->qpdf);

    bb_pdf_set(pdf, dictionary, "/Type", bb_pdf_name(pdf, type));
    return dictionary;
}

bb_pdf_object bb_pdf_name(bb_pdf *pdf, const char *name)
{
    return qpdf_oh_new_name(pdf->qpdf, name);
}

bb_pdf_object bb_pdf_integer(bb_pdf *pdf, long value)
{
    return qpdf_oh_new_integer(pdf->qpdf, value);
}

bb_pdf_object bb_pdf_real(bb_pdf *pdf, double value)
{
    char digits[G_ASCII_DTOSTR_BUF_SIZE];

    g_ascii_formatd(digits, sizeof digits, "%.3f", value);
    size_t length = strlen(digits);
    while (length > 0 && digits[length - 1] == '0')
        digits[--length] = '\0';
    if (length > 0 && digits[length - 1] == '.')
        digits[--length] = '\0';
    return qpdf_oh_new_real_from_string(pdf->qpdf, strcmp(digits, "-0") == 0 ? "0" : digits);
}

bb_pdf_object bb_pdf_text(bb_pdf *pdf, const char *utf8)
{
    return qpdf_oh_new_unicode_string(pdf->qpdf, utf8);
}

bb_pdf_object bb_pdf_bytes(bb_pdf *pdf, const char *text)
{
    return qpdf_oh_new_string(pdf->qpdf, text);
}

bb_pdf_object bb_pdf_binary(bb_pdf *pdf, const void *bytes, size_t size)
{
    return qpdf_oh_new_binary_string(pdf->qpdf, bytes, size);
}

bb_pdf_object bb_pdf_indirect(bb_pdf *pdf, bb_pdf_object object)
{
    return qpdf_make_indirect_object(pdf->qpdf, object);
}

void bb_pdf_set(bb_pdf *pdf, bb_pdf_object dictionary, const char *key, bb_pdf_object value)
{
    qpdf_oh_replace_key(pdf->qpdf, dictionary, key, value);
}

void bb_pdf_append(bb_pdf *pdf, bb_pdf_object array, bb_pdf_object value)
{
    qpdf_oh_append_item(pdf->qpdf, array, value);
}

bb_pdf_object bb_pdf_array(bb_pdf *pdf)
{
    return qpdf_oh_new_array(pdf->qpdf);
}

bb_pdf_object bb_pdf_rectangle(bb_pdf *pdf, double x0, double y0, double x1, double y1)
{
    bb_pdf_object array = bb_pdf_array(pdf);
    const double numbers[] = {x0, y0, x1, y1};

    for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++)
        bb_pdf_append(pdf, array, bb_pdf_real(pdf, numbers[i]));
    return array;
}

bb_pdf_object bb_pdf_destination(bb_pdf *pdf, int page, double x, double y)
{
    bb_pdf_object array = bb_pdf_array(pdf);

    bb_pdf_append(pdf, array, qpdf_get_page_n(pdf->qpdf, (size_t)page));
    bb_pdf_append(pdf, array, bb_pdf_name(pdf, "/XYZ"));
    bb_pdf_append(pdf, array, bb_pdf_real(pdf, x));
    bb_pdf_append(pdf, array, bb_pdf_real(pdf, y));
    bb_pdf_append(pdf, array, qpdf_oh_new_null(pdf->qpdf));
    return array;
}

bb_pdf_object bb_pdf_stream(bb_pdf *pdf, const void *bytes, size_t size)
{
    bb_pdf_object stream = qpdf_oh_new_stream(pdf->qpdf);

    bb_pdf_replace_stream(pdf, stream, bytes, size);
    return stream;
}

char *bb_pdf_stream_data(bb_pdf *pdf, bb_pdf_object stream, size_t *size)
{
    unsigned char *bytes = NULL;
    QPDF_BOOL filtered = QPDF_FALSE;

    if (qpdf_oh_is_stream(pdf->qpdf, stream) == QPDF_FALSE)
        return NULL;
    qpdf_oh_get_stream_data(pdf->qpdf, stream, qpdf_dl_generalized, &filtered, &bytes, size);
    char *copy = filtered == QPDF_TRUE ? g_memdup2(bytes, *size) : NULL;
    free(bytes);
    return copy;
}

void bb_pdf_replace_stream(bb_pdf *pdf, bb_pdf_object stream, const void *bytes, size_t size)
{
    qpdf_oh_replace_stream_data(pdf->qpdf, stream, bytes, size, qpdf_oh_new_null(pdf->qpdf),
                                qpdf_oh_new_null(pdf->qpdf));
}

bool bb_pdf_check(bb_pdf *pdf, const char *phase, GError **error)
{
    qpdf_oh_release_all(pdf->qpdf);
    if (qpdf_has_error(pdf->qpdf) == QPDF_FALSE)
        return true;
    qpdf_error reason = qpdf_get_error(pdf->qpdf);
    g_set_error(error, BB_ERROR, BB_ERROR_LIBRARY, "the PDF can't be finished (%s): %s", phase,
                qpdf_get_error_full_text(pdf->qpdf, reason));
    return false;
}
