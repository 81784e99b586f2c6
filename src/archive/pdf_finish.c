/* pdf_finish.c - one phase after the other over the drawn file. */
#include "archive/pdf_finish.h"

#include "archive/pdf_object.h"
#include "base/error.h"

#include <string.h>

typedef struct {
    bb_pdf pdf;
    const bb_pdf_extras *extras;
    const bb_pdf_metadata *metadata;
} finisher;

/* --- links --- */

static bb_pdf_object link_annotation(bb_pdf *pdf, const bb_pdf_link *link)
{
    bb_pdf_object annotation =
        bb_pdf_parse(pdf, "<< /Type /Annot /Subtype /Link /Border [0 0 0] /F 4 >>");

    bb_pdf_set(pdf, annotation, "/Rect",
               bb_pdf_rectangle(pdf, link->x0, link->y0, link->x1, link->y1));
    if (link->contents != NULL && link->contents[0] != '\0')
        bb_pdf_set(pdf, annotation, "/Contents", bb_pdf_text(pdf, link->contents));
    if (link->uri != NULL) {
        bb_pdf_object action = bb_pdf_parse(pdf, "<< /S /URI >>");
        g_autofree char *uri = g_uri_escape_string(link->uri, ":/?#[]@!$&'()*+,;=%", FALSE);
        bb_pdf_set(pdf, action, "/URI", bb_pdf_bytes(pdf, uri));
        bb_pdf_set(pdf, annotation, "/A", action);
    } else {
        bb_pdf_set(pdf, annotation, "/Dest",
                   bb_pdf_destination(pdf, link->target_page, link->target_x, link->target_y));
    }
    return bb_pdf_indirect(pdf, annotation);
}

static bool write_links(finisher *f, GError **error)
{
    const GArray *links = f->extras->links;

    for (guint i = 0; i < links->len;) {
        int page = g_array_index(links, bb_pdf_link, i).page;
        bb_pdf_object annotations = bb_pdf_array(&f->pdf);
        for (; i < links->len && g_array_index(links, bb_pdf_link, i).page == page; i++)
            bb_pdf_append(&f->pdf, annotations,
                          link_annotation(&f->pdf, &g_array_index(links, bb_pdf_link, i)));
        bb_pdf_set(&f->pdf, qpdf_get_page_n(f->pdf.qpdf, (size_t)page), "/Annots", annotations);
        if (!bb_pdf_check(&f->pdf, "links", error))
            return false;
    }
    return true;
}

/* --- outline --- */

static int level_of(const finisher *f, guint index)
{
    return g_array_index(f->extras->bookmarks, bb_pdf_bookmark, index).level;
}

/* The entries from first on that lie deeper than their parent are its descendants. Links siblings,
 * and returns how many entries are visible; *next gets the first index beyond. */
static long write_siblings(finisher *f, guint first, guint *next, int level, bb_pdf_object parent)
{
    bb_pdf *pdf = &f->pdf;
    const GArray *bookmarks = f->extras->bookmarks;
    bb_pdf_object previous = 0;
    long visible = 0;
    guint i = first;

    while (i < bookmarks->len && level_of(f, i) >= level) {
        const bb_pdf_bookmark *b = &g_array_index(bookmarks, bb_pdf_bookmark, i);
        bb_pdf_object item = bb_pdf_indirect(pdf, bb_pdf_parse(pdf, "<< >>"));
        bb_pdf_set(pdf, item, "/Title", bb_pdf_text(pdf, b->title));
        bb_pdf_set(pdf, item, "/Parent", parent);
        bb_pdf_set(pdf, item, "/Dest", bb_pdf_destination(pdf, b->page, b->x, b->y));
        if (previous != 0) {
            bb_pdf_set(pdf, item, "/Prev", previous);
            bb_pdf_set(pdf, previous, "/Next", item);
        } else {
            bb_pdf_set(pdf, parent, "/First", item);
        }
        visible++;
        i++;
        if (i < bookmarks->len && level_of(f, i) > level) {
            long below = write_siblings(f, i, &i, level + 1, item);
            bb_pdf_set(pdf, item, "/Count", bb_pdf_integer(pdf, b->open ? below : -below));
            visible += b->open ? below : 0;
        }
        previous = item;
    }
    if (previous != 0)
        bb_pdf_set(pdf, parent, "/Last", previous);
    *next = i;
    return visible;
}

static bool write_outline(finisher *f, GError **error)
{
    bb_pdf *pdf = &f->pdf;
    guint next = 0;

    if (f->extras->bookmarks->len == 0)
        return true;
    bb_pdf_object outline = bb_pdf_indirect(pdf, bb_pdf_parse(pdf, "<< /Type /Outlines >>"));
    long visible = write_siblings(f, 0, &next, 0, outline);
    bb_pdf_set(pdf, outline, "/Count", bb_pdf_integer(pdf, visible));
    bb_pdf_object root = qpdf_get_root(pdf->qpdf);
    bb_pdf_set(pdf, root, "/Outlines", outline);
    bb_pdf_set(pdf, root, "/PageMode", bb_pdf_name(pdf, "/UseOutlines"));
    return bb_pdf_check(pdf, "outline", error);
}

/* --- page labels --- */

static bool write_labels(finisher *f, GError **error)
{
    bb_pdf *pdf = &f->pdf;
    bb_pdf_object numbers = bb_pdf_array(pdf);

    for (guint i = 0; i < f->extras->labels->len; i++) {
        const bb_pdf_label *label = &g_array_index(f->extras->labels, bb_pdf_label, i);
        bb_pdf_object entry = bb_pdf_parse(pdf, "<< >>");
        if (label->style != '\0') {
            const char style[] = {'/', label->style, '\0'};
            bb_pdf_set(pdf, entry, "/S", bb_pdf_name(pdf, style));
            bb_pdf_set(pdf, entry, "/St", bb_pdf_integer(pdf, label->start));
        } else {
            bb_pdf_set(pdf, entry, "/P", bb_pdf_text(pdf, label->text));
        }
        bb_pdf_append(pdf, numbers, bb_pdf_integer(pdf, label->page));
        bb_pdf_append(pdf, numbers, entry);
    }
    bb_pdf_object labels = bb_pdf_parse(pdf, "<< >>");
    bb_pdf_set(pdf, labels, "/Nums", numbers);
    bb_pdf_set(pdf, qpdf_get_root(pdf->qpdf), "/PageLabels", labels);
    return bb_pdf_check(pdf, "page labels", error);
}

/* --- metadata --- */

static void set_text(bb_pdf *pdf, bb_pdf_object dictionary, const char *key, const char *text)
{
    if (text != NULL && text[0] != '\0')
        bb_pdf_set(pdf, dictionary, key, bb_pdf_text(pdf, text));
}

static bool write_metadata(finisher *f, GError **error)
{
    bb_pdf *pdf = &f->pdf;
    const bb_pdf_metadata *m = f->metadata;
    g_autoptr(GDateTime) date = g_date_time_new_from_unix_utc(m->date);
    g_autofree char *stamp = g_date_time_format(date, "D:%Y%m%d%H%M%SZ");
    bb_pdf_object info = bb_pdf_parse(pdf, "<< >>");
    const char *language = m->language != NULL ? m->language : f->extras->language;

    set_text(pdf, info, "/Title", m->title != NULL ? m->title : f->extras->title);
    set_text(pdf, info, "/Author", m->author);
    set_text(pdf, info, "/Subject", m->subject);
    bb_pdf_set(pdf, info, "/Creator", bb_pdf_bytes(pdf, "Bluebook " BB_VERSION));
    bb_pdf_set(pdf, info, "/CreationDate", bb_pdf_bytes(pdf, stamp));
    bb_pdf_set(pdf, info, "/ModDate", bb_pdf_bytes(pdf, stamp));
    bb_pdf_set(pdf, qpdf_get_trailer(pdf->qpdf), "/Info", bb_pdf_indirect(pdf, info));

    bb_pdf_object root = qpdf_get_root(pdf->qpdf);
    set_text(pdf, root, "/Lang", language);
    bb_pdf_set(pdf, root, "/ViewerPreferences", bb_pdf_parse(pdf, "<< /DisplayDocTitle true >>"));
    return bb_pdf_check(pdf, "metadata", error);
}

/* --- the file --- */

static GBytes *write_file(finisher *f, GError **error)
{
    qpdf_data qpdf = f->pdf.qpdf;

    qpdf_init_write_memory(qpdf);
    qpdf_set_object_stream_mode(qpdf, qpdf_o_generate);
    qpdf_set_compress_streams(qpdf, QPDF_TRUE);
    qpdf_set_newline_before_endstream(qpdf, QPDF_TRUE);
    qpdf_set_deterministic_ID(qpdf, QPDF_TRUE);
    qpdf_set_minimum_pdf_version(qpdf, "1.7");
    qpdf_write(qpdf);
    if (!bb_pdf_check(&f->pdf, "writing", error))
        return NULL;
    return g_bytes_new(qpdf_get_buffer(qpdf), qpdf_get_buffer_length(qpdf));
}

GBytes *bb_pdf_finish(GBytes *drawn, const bb_pdf_extras *extras, const bb_pdf_metadata *metadata,
                      GError **error)
{
    finisher f = {{qpdf_init()}, extras, metadata};
    GBytes *bytes = NULL;
    gsize size;
    const char *data = g_bytes_get_data(drawn, &size);

    qpdf_set_suppress_warnings(f.pdf.qpdf, QPDF_TRUE);
    qpdf_silence_errors(f.pdf.qpdf);
    qpdf_read_memory(f.pdf.qpdf, "drawn pages", data, size, NULL);
    if (bb_pdf_check(&f.pdf, "reading", error) && write_links(&f, error) &&
        write_outline(&f, error) && write_labels(&f, error) && write_metadata(&f, error))
        bytes = write_file(&f, error);
    qpdf_cleanup(&f.pdf.qpdf);
    return bytes;
}
