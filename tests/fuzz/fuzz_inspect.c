/* fuzz_inspect.c - any bytes as a page's content and as the inside of a PDF, which is inspected and
 * read aloud.
 *
 * An input that begins with %PDF is taken as it stands. Any other is put into a small PDF, as the
 * content of its page, as the character map of its font and as its metadata: so the readers behind
 * the compressed streams are reached without the fuzzer having to invent a file. */
#include "archive/inspect.h"
#include "fuzz/fuzz.h"

#include <string.h>

/* Everything that content may name. */
#define OBJECTS                                                                                    \
    "1 0 obj\n<< /Type /Catalog /Pages 2 0 R /StructTreeRoot 8 0 R /Metadata 5 0 R "               \
    "/OutputIntents "                                                                              \
    "[<< /S /GTS_PDFA1 /DestOutputProfile 5 0 R >>] >>\nendobj\n"                                  \
    "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"                                 \
    "3 0 obj\n<< /Type /Page /Parent 2 0 R /Contents 5 0 R /StructParents 0 /Resources 4 0 R "     \
    ">>\nendobj\n"                                                                                 \
    "4 0 obj\n<< /Font << /F1 6 0 R /F2 9 0 R >> /XObject << /X 7 0 R >> /Properties << /P << "    \
    "/MCID 1 >> >> /ColorSpace << /C [/ICCBased 5 0 R] >> /Pattern << /T 5 0 R >> >>\nendobj\n"    \
    "6 0 obj\n<< /Type /Font /Subtype /Type0 /BaseFont /F /Encoding /Identity-H /ToUnicode 5 0 R " \
    "/DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /F /CIDToGIDMap 5 0 R "     \
    "/FontDescriptor << /FontName /F /FontFile2 5 0 R /CIDSet 5 0 R >> >>] >>\nendobj\n"           \
    "8 0 obj\n<< /Type /StructTreeRoot /K << /S /P /Pg 3 0 R /P 8 0 R /K [0 1] >> >>\nendobj\n"    \
    "9 0 obj\n<< /Type /Font /Subtype /TrueType /BaseFont /F /Encoding /WinAnsiEncoding "          \
    "/FontDescriptor << /FontName /F /FontFile2 10 0 R >> >>\nendobj\n"                            \
    "10 0 obj\n<< /Length 0 >>\nstream\n\nendstream\nendobj\n"                                     \
    "trailer << /Root 1 0 R >>\nstartxref\n0\n%%EOF\n"

static void put_stream(GByteArray *pdf, const char *head, const uint8_t *data, size_t size)
{
    g_autofree char *length = g_strdup_printf("/Length %zu >>\nstream\n", size);

    g_byte_array_append(pdf, (const guint8 *)head, (guint)strlen(head));
    g_byte_array_append(pdf, (const guint8 *)length, (guint)strlen(length));
    g_byte_array_append(pdf, data, (guint)size);
    g_byte_array_append(pdf, (const guint8 *)"\nendstream\nendobj\n", 18);
}

/* Without a table of offsets: qpdf finds the objects by itself. */
static GBytes *wrap(const uint8_t *data, size_t size)
{
    GByteArray *pdf = g_byte_array_new();

    g_byte_array_append(pdf, (const guint8 *)"%PDF-1.7\n", 9);
    put_stream(pdf, "5 0 obj\n<< ", data, size);
    put_stream(pdf, "7 0 obj\n<< /Type /XObject /Subtype /Form /Resources 4 0 R ", data, size);
    g_byte_array_append(pdf, (const guint8 *)OBJECTS, (guint)strlen(OBJECTS));
    return g_byte_array_free_to_bytes(pdf);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autoptr(bb_diag) diag = bb_diag_new();
    bool whole = size >= 4 && memcmp(data, "%PDF", 4) == 0;
    g_autoptr(GBytes) pdf = whole ? g_bytes_new_static(data, size) : wrap(data, size);

    fuzz_catch_traps();
    bb_inspect(pdf, "fuzz.pdf", diag, NULL);
    g_free(bb_inspect_read(pdf, "fuzz.pdf", NULL));
    return 0;
}
