/* pdf_finish.c - one phase after the other over the drawn file. */
#include "archive/pdf_finish.h"

#include "archive/pdf_attach.h"
#include "archive/pdf_content.h"
#include "archive/pdf_resource.h"
#include "archive/pdf_structure.h"
#include "base/error.h"
#include "render/area_pdf.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
    bb_pdf pdf;
    const bb_pdf_extras *extras;
    const bb_structure *structure;
    const bb_pdf_metadata *metadata;
    GArray *annotations; /* int: the links' object numbers */
} finisher;

/* --- content --- */

static bool write_content(finisher *f, int page, GError **error)
{
    qpdf_data qpdf = f->pdf.qpdf;
    bb_pdf_object contents =
        qpdf_oh_get_key(qpdf, qpdf_get_page_n(qpdf, (size_t)page), "/Contents");
    size_t size = 0;
    g_autofree char *drawn = bb_pdf_stream_data(&f->pdf, contents, &size);
    int count;
    bb_element *const *leaves = bb_structure_leaves(f->structure, page, &count);

    if (drawn == NULL) {
        bb_pdf_check(&f->pdf, "content", error);
        if (error != NULL && *error == NULL)
            g_set_error(error, BB_ERROR, BB_ERROR_LIBRARY, "page %d has no content", page + 1);
        return false;
    }
    GString *tagged = bb_pdf_content(drawn, size, leaves, count, error);
    if (tagged == NULL)
        return false;
    bb_pdf_replace_stream(&f->pdf, contents, tagged->str, tagged->len);
    g_string_free(tagged, TRUE);
    return bb_pdf_check(&f->pdf, "content", error);
}

static bool write_contents(finisher *f, GError **error)
{
    int pages = qpdf_get_num_pages(f->pdf.qpdf);

    for (int page = 0; page < pages; page++) {
        if (!write_content(f, page, error))
            return false;
    }
    return true;
}

/* --- links --- */

/* The whole, and each line of it by itself. */
static void set_place(bb_pdf *pdf, bb_pdf_object annotation, const bb_pdf_link *link)
{
    const bb_link_part *first = &g_array_index(link->parts, bb_link_part, 0);
    double x0 = first->xs[0], y0 = first->ys[0], x1 = x0, y1 = y0;
    bb_pdf_object quads = bb_pdf_array(pdf);

    for (guint i = 0; i < link->parts->len; i++) {
        const bb_link_part *part = &g_array_index(link->parts, bb_link_part, i);
        for (int c = 0; c < 4; c++) {
            x0 = MIN(x0, part->xs[c]);
            y0 = MIN(y0, part->ys[c]);
            x1 = MAX(x1, part->xs[c]);
            y1 = MAX(y1, part->ys[c]);
            bb_pdf_append(pdf, quads, bb_pdf_real(pdf, part->xs[c]));
            bb_pdf_append(pdf, quads, bb_pdf_real(pdf, part->ys[c]));
        }
    }
    bb_pdf_set(pdf, annotation, "/Rect", bb_pdf_rectangle(pdf, x0, y0, x1, y1));
    if (link->parts->len > 1)
        bb_pdf_set(pdf, annotation, "/QuadPoints", quads);
}

static bb_pdf_object link_annotation(bb_pdf *pdf, const bb_pdf_link *link)
{
    bb_pdf_object annotation =
        bb_pdf_parse(pdf, "<< /Type /Annot /Subtype /Link /Border [0 0 0] /F 4 >>");

    set_place(pdf, annotation, link);
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

/* Links come page by page, but for those in what stands before them in the order of painting. */
static bool write_links(finisher *f, GError **error)
{
    bb_pdf *pdf = &f->pdf;
    const GArray *links = f->extras->links;

    for (guint i = 0; i < links->len; i++) {
        const bb_pdf_link *link = &g_array_index(links, bb_pdf_link, i);
        bb_pdf_object page = qpdf_get_page_n(pdf->qpdf, (size_t)link->page);
        bb_pdf_object annotation = link_annotation(pdf, link);
        int number = qpdf_oh_get_object_id(pdf->qpdf, annotation);
        g_array_append_val(f->annotations, number);
        if (qpdf_oh_has_key(pdf->qpdf, page, "/Annots") == QPDF_FALSE)
            bb_pdf_set(pdf, page, "/Annots", bb_pdf_array(pdf));
        bb_pdf_append(pdf, qpdf_oh_get_key(pdf->qpdf, page, "/Annots"), annotation);
        if (!bb_pdf_check(pdf, "links", error))
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

/* --- the document --- */

/* What the file names as its colours: the profile that comes with the machine's ICC profiles. */
static bool write_profile(finisher *f, GError **error)
{
    bb_pdf *pdf = &f->pdf;
    g_autofree char *profile = NULL;
    gsize size;

    if (!g_file_get_contents(BB_ICC_PROFILE, &profile, &size, error)) {
        g_prefix_error(error, "the colour profile can't be read (package icc-profiles-free): ");
        return false;
    }
    bb_pdf_object intent =
        bb_pdf_parse(pdf, "<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB)"
                          " /Info (sRGB IEC61966-2.1) /RegistryName (http://www.color.org) >>");
    bb_pdf_object stream = bb_pdf_stream(pdf, profile, size);
    bb_pdf_set(pdf, qpdf_oh_get_dict(pdf->qpdf, stream), "/N", bb_pdf_integer(pdf, 3));
    bb_pdf_set(pdf, intent, "/DestOutputProfile", stream);
    bb_pdf_object intents = bb_pdf_array(pdf);
    bb_pdf_append(pdf, intents, bb_pdf_indirect(pdf, intent));
    bb_pdf_set(pdf, qpdf_get_root(pdf->qpdf), "/OutputIntents", intents);
    return bb_pdf_check(pdf, "colour profile", error);
}

static bool write_catalog(finisher *f, GError **error)
{
    bb_pdf *pdf = &f->pdf;
    bb_pdf_object root = qpdf_get_root(pdf->qpdf);
    int pages = qpdf_get_num_pages(pdf->qpdf);

    bb_pdf_set(pdf, root, "/Lang", bb_pdf_text(pdf, bb_structure_language(f->structure)));
    bb_pdf_set(pdf, root, "/ViewerPreferences", bb_pdf_parse(pdf, "<< /DisplayDocTitle true >>"));
    for (int i = 0; i < pages; i++)
        bb_pdf_set(pdf, qpdf_get_page_n(pdf->qpdf, (size_t)i), "/Tabs", bb_pdf_name(pdf, "/S"));
    return bb_pdf_check(pdf, "catalog", error);
}

static bool write_metadata(finisher *f, GError **error)
{
    bb_pdf_metadata metadata = *f->metadata;
    g_autofree char *heading = bb_structure_first_heading(f->structure);

    metadata.language = bb_structure_language(f->structure);
    if (metadata.title == NULL)
        metadata.title = f->extras->title;
    if (metadata.author == NULL)
        metadata.author = f->extras->author;
    if (metadata.subject == NULL)
        metadata.subject = f->extras->subject;
    if (metadata.title == NULL)
        metadata.title = heading != NULL ? heading : "Untitled";
    /* Files of any kind may be attached in part 3 only (ISO 19005-2 §6.8). */
    return bb_pdf_write_metadata(&f->pdf, &metadata, metadata.attachments != NULL ? 3 : 2, error);
}

static bool write_attachments(finisher *f, GError **error)
{
    const GPtrArray *attachments = f->metadata->attachments;

    return attachments == NULL ||
           bb_pdf_write_attachments(&f->pdf, attachments, f->metadata->date, error);
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

static bool finish(finisher *f, GError **error)
{
    return bb_pdf_check(&f->pdf, "reading", error) && write_contents(f, error) &&
           bb_pdf_mend_resources(&f->pdf, error) && write_links(f, error) &&
           bb_pdf_write_structure(&f->pdf, f->structure, f->annotations, error) &&
           write_outline(f, error) && write_labels(f, error) && write_profile(f, error) &&
           write_catalog(f, error) && write_attachments(f, error) && write_metadata(f, error);
}

GBytes *bb_pdf_finish(GBytes *drawn, const bb_pdf_extras *extras, const bb_structure *structure,
                      const bb_pdf_metadata *metadata, GError **error)
{
    g_autoptr(GArray) annotations = g_array_new(FALSE, FALSE, sizeof(int));
    finisher f = {{qpdf_init()}, extras, structure, metadata, annotations};
    GBytes *bytes = NULL;
    gsize size;
    const char *data = g_bytes_get_data(drawn, &size);

    qpdf_set_suppress_warnings(f.pdf.qpdf, QPDF_TRUE);
    qpdf_silence_errors(f.pdf.qpdf);
    qpdf_read_memory(f.pdf.qpdf, "drawn pages", data, size, NULL);
    if (finish(&f, error))
        bytes = write_file(&f, error);
    qpdf_cleanup(&f.pdf.qpdf);
    return bytes;
}

/* A title is what a window shows and a screen reader says first (PDF/UA-1 §7.1). */
static void check_title(const bb_pdf_extras *extras, const bb_structure *structure,
                        const bb_pdf_metadata *metadata, bb_diag *diag)
{
    if (metadata->title != NULL || extras->title != NULL)
        return;
    g_autofree char *heading = bb_structure_first_heading(structure);
    bb_diag_report(diag, BB_M_TAG_TITLE, bb_structure_place(structure),
                   heading != NULL ? heading : "Untitled");
}

GBytes *bb_pdf_make(const bb_area_tree *areas, const bb_fo_tree *fo,
                    const bb_pdf_metadata *metadata, bb_diag *diag, GError **error)
{
    g_autoptr(bb_structure) structure = bb_structure_new(fo, metadata->language, diag);
    g_autoptr(GArray) parts = g_array_new(FALSE, FALSE, sizeof(bb_link_part));
    g_autoptr(GBytes) drawn = bb_area_pdf(areas, structure, parts, error);

    if (drawn == NULL)
        return NULL;
    g_autoptr(bb_pdf_extras) extras = bb_pdf_extras_new(areas, fo, structure, parts, diag);
    bb_structure_finish(structure);
    check_title(extras, structure, metadata, diag);
    return bb_pdf_finish(drawn, extras, structure, metadata, error);
}
