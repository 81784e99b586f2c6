/* pdf_attach.c - streams, file specifications, and the two lists that name them: the catalog's AF
 * and the name tree EmbeddedFiles. */
#include "archive/pdf_attach.h"

#include "archive/attachment.h"

#include <string.h>

static const char *const RELATIONS[] = {
    [BB_RELATION_SOURCE] = "/Source",
    [BB_RELATION_DATA] = "/Data",
    [BB_RELATION_SUPPLEMENT] = "/Supplement",
};

/* Size, date and MD5 checksum (PDF 1.7 table 46). */
static bb_pdf_object make_params(bb_pdf *pdf, GBytes *bytes, const char *stamp)
{
    bb_pdf_object params = bb_pdf_parse(pdf, "<< >>");
    g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_MD5);
    guint8 digest[16];
    gsize size, length = sizeof digest;
    const guchar *data = g_bytes_get_data(bytes, &size);

    g_checksum_update(checksum, data, (gssize)size);
    g_checksum_get_digest(checksum, digest, &length);
    bb_pdf_set(pdf, params, "/Size", bb_pdf_integer(pdf, (long)size));
    bb_pdf_set(pdf, params, "/ModDate", bb_pdf_bytes(pdf, stamp));
    bb_pdf_set(pdf, params, "/CheckSum", bb_pdf_binary(pdf, digest, length));
    return params;
}

static bb_pdf_object make_stream(bb_pdf *pdf, const bb_attachment *attachment, const char *stamp)
{
    gsize size;
    const void *data = g_bytes_get_data(attachment->bytes, &size);
    bb_pdf_object stream = bb_pdf_stream(pdf, data != NULL ? data : "", size);
    bb_pdf_object dictionary = qpdf_oh_get_dict(pdf->qpdf, stream);
    g_autofree char *mime = g_strconcat("/", attachment->mime, NULL);

    bb_pdf_set(pdf, dictionary, "/Type", bb_pdf_name(pdf, "/EmbeddedFile"));
    bb_pdf_set(pdf, dictionary, "/Subtype", bb_pdf_name(pdf, mime));
    bb_pdf_set(pdf, dictionary, "/Params", make_params(pdf, attachment->bytes, stamp));
    return stream;
}

static bb_pdf_object make_specification(bb_pdf *pdf, const bb_attachment *attachment,
                                        const char *stamp)
{
    bb_pdf_object specification = bb_pdf_typed(pdf, "/Filespec");
    bb_pdf_object stream = make_stream(pdf, attachment, stamp);
    bb_pdf_object embedded = bb_pdf_parse(pdf, "<< >>");

    bb_pdf_set(pdf, embedded, "/F", stream);
    bb_pdf_set(pdf, embedded, "/UF", stream);
    bb_pdf_set(pdf, specification, "/F", bb_pdf_text(pdf, attachment->path));
    bb_pdf_set(pdf, specification, "/UF", bb_pdf_text(pdf, attachment->path));
    bb_pdf_set(pdf, specification, "/EF", embedded);
    bb_pdf_set(pdf, specification, "/AFRelationship",
               bb_pdf_name(pdf, RELATIONS[attachment->relation]));
    bb_pdf_set(pdf, specification, "/Desc", bb_pdf_text(pdf, attachment->description));
    return bb_pdf_indirect(pdf, specification);
}

typedef struct {
    const char *path;
    int id; /* of the file specification */
} named;

static int compare_names(const void *a, const void *b)
{
    return strcmp(((const named *)a)->path, ((const named *)b)->path);
}

/* Keys stand in the order of their bytes (PDF 1.7 §7.9.6). */
static void write_names(bb_pdf *pdf, GArray *names)
{
    bb_pdf_object root = qpdf_get_root(pdf->qpdf), tree = bb_pdf_parse(pdf, "<< >>");
    bb_pdf_object list = bb_pdf_array(pdf);

    g_array_sort(names, compare_names);
    for (guint i = 0; i < names->len; i++) {
        const named *name = &g_array_index(names, named, i);
        bb_pdf_append(pdf, list, bb_pdf_bytes(pdf, name->path));
        bb_pdf_append(pdf, list, qpdf_get_object_by_id(pdf->qpdf, name->id, 0));
    }
    bb_pdf_set(pdf, tree, "/Names", list);
    if (qpdf_oh_has_key(pdf->qpdf, root, "/Names") == QPDF_FALSE)
        bb_pdf_set(pdf, root, "/Names", bb_pdf_parse(pdf, "<< >>"));
    bb_pdf_set(pdf, qpdf_oh_get_key(pdf->qpdf, root, "/Names"), "/EmbeddedFiles", tree);
}

bool bb_pdf_write_attachments(bb_pdf *pdf, const GPtrArray *attachments, gint64 date,
                              GError **error)
{
    g_autoptr(GArray) names = g_array_new(FALSE, FALSE, sizeof(named));
    g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc(date);
    g_autofree char *stamp = g_date_time_format(time, "D:%Y%m%d%H%M%SZ");
    bb_pdf_object associated = bb_pdf_array(pdf);

    for (guint i = 0; i < attachments->len; i++) {
        const bb_attachment *attachment = attachments->pdata[i];
        bb_pdf_object specification = make_specification(pdf, attachment, stamp);
        named name = {attachment->path, qpdf_oh_get_object_id(pdf->qpdf, specification)};
        bb_pdf_append(pdf, associated, specification);
        g_array_append_val(names, name);
    }
    bb_pdf_set(pdf, qpdf_get_root(pdf->qpdf), "/AF", associated);
    write_names(pdf, names);
    return bb_pdf_check(pdf, "attachments", error);
}
