/* pdf_xmp.c - the packet is short enough to be written as it stands. */
#include "archive/pdf_xmp.h"

#include "base/text.h"

#include <string.h>

static const char PRODUCER[] = "Bluebook " BB_VERSION;

/* --- XMP --- */

static void add(GString *out, const char *before, const char *text, const char *after)
{
    if (text == NULL || bb_text_is_blank(text))
        return;
    g_autofree char *escaped = g_markup_escape_text(text, -1);
    g_string_append_printf(out, "   %s%s%s\n", before, escaped, after);
}

/* PDF/A wants to be told of every schema that it does not know itself (ISO 19005-2 §6.6.2.3). */
static const char PDFUA_SCHEMA[] =
    "   <pdfaExtension:schemas>\n"
    "    <rdf:Bag>\n"
    "     <rdf:li rdf:parseType=\"Resource\">\n"
    "      <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\n"
    "      <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
    "      <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "      <pdfaSchema:property>\n"
    "       <rdf:Seq>\n"
    "        <rdf:li rdf:parseType=\"Resource\">\n"
    "         <pdfaProperty:name>part</pdfaProperty:name>\n"
    "         <pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "         <pdfaProperty:category>internal</pdfaProperty:category>\n"
    "         <pdfaProperty:description>Part of ISO 14289 that the file conforms to"
    "</pdfaProperty:description>\n"
    "        </rdf:li>\n"
    "       </rdf:Seq>\n"
    "      </pdfaSchema:property>\n"
    "     </rdf:li>\n"
    "    </rdf:Bag>\n"
    "   </pdfaExtension:schemas>\n";

static char *make_xmp(const bb_pdf_metadata *m, const char *date, int part)
{
    GString *out =
        g_string_new("<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                     "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                     " <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                     "  <rdf:Description rdf:about=\"\"\n"
                     "    xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
                     "    xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
                     "    xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n"
                     "    xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"\n"
                     "    xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"\n"
                     "    xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"\n"
                     "    xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"\n"
                     "    xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n");

    add(out, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", m->title,
        "</rdf:li></rdf:Alt></dc:title>");
    add(out, "<dc:creator><rdf:Seq><rdf:li>", m->author, "</rdf:li></rdf:Seq></dc:creator>");
    add(out, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">", m->subject,
        "</rdf:li></rdf:Alt></dc:description>");
    add(out, "<dc:language><rdf:Bag><rdf:li>", m->language, "</rdf:li></rdf:Bag></dc:language>");
    add(out, "<dc:format>", "application/pdf", "</dc:format>");
    add(out, "<xmp:CreatorTool>", PRODUCER, "</xmp:CreatorTool>");
    add(out, "<xmp:CreateDate>", date, "</xmp:CreateDate>");
    add(out, "<xmp:ModifyDate>", date, "</xmp:ModifyDate>");
    add(out, "<xmp:MetadataDate>", date, "</xmp:MetadataDate>");
    add(out, "<pdf:Producer>", PRODUCER, "</pdf:Producer>");
    g_string_append_printf(out,
                           "   <pdfaid:part>%d</pdfaid:part>\n"
                           "   <pdfaid:conformance>A</pdfaid:conformance>\n"
                           "   <pdfuaid:part>1</pdfuaid:part>\n",
                           part);
    g_string_append(out, PDFUA_SCHEMA);
    g_string_append(out, "  </rdf:Description>\n"
                         " </rdf:RDF>\n"
                         "</x:xmpmeta>\n"
                         "<?xpacket end=\"r\"?>");
    return g_string_free(out, FALSE);
}

static void write_xmp(bb_pdf *pdf, const bb_pdf_metadata *metadata, const char *date, int part)
{
    g_autofree char *xmp = make_xmp(metadata, date, part);
    bb_pdf_object stream = bb_pdf_stream(pdf, xmp, strlen(xmp));
    bb_pdf_object dictionary = qpdf_oh_get_dict(pdf->qpdf, stream);

    bb_pdf_set(pdf, dictionary, "/Type", bb_pdf_name(pdf, "/Metadata"));
    bb_pdf_set(pdf, dictionary, "/Subtype", bb_pdf_name(pdf, "/XML"));
    bb_pdf_set(pdf, qpdf_get_root(pdf->qpdf), "/Metadata", stream);
}

/* --- Info --- */

static void set_text(bb_pdf *pdf, bb_pdf_object dictionary, const char *key, const char *text)
{
    if (text != NULL && !bb_text_is_blank(text))
        bb_pdf_set(pdf, dictionary, key, bb_pdf_text(pdf, text));
}

static void write_info(bb_pdf *pdf, const bb_pdf_metadata *metadata, const char *date)
{
    bb_pdf_object info = bb_pdf_parse(pdf, "<< >>");

    set_text(pdf, info, "/Title", metadata->title);
    set_text(pdf, info, "/Author", metadata->author);
    set_text(pdf, info, "/Subject", metadata->subject);
    bb_pdf_set(pdf, info, "/Creator", bb_pdf_bytes(pdf, PRODUCER));
    bb_pdf_set(pdf, info, "/Producer", bb_pdf_bytes(pdf, PRODUCER));
    bb_pdf_set(pdf, info, "/CreationDate", bb_pdf_bytes(pdf, date));
    bb_pdf_set(pdf, info, "/ModDate", bb_pdf_bytes(pdf, date));
    bb_pdf_set(pdf, qpdf_get_trailer(pdf->qpdf), "/Info", bb_pdf_indirect(pdf, info));
}

bool bb_pdf_write_metadata(bb_pdf *pdf, const bb_pdf_metadata *metadata, int part, GError **error)
{
    g_autoptr(GDateTime) date = g_date_time_new_from_unix_utc(metadata->date);
    g_autofree char *stamp = g_date_time_format(date, "D:%Y%m%d%H%M%SZ");
    g_autofree char *iso = g_date_time_format(date, "%Y-%m-%dT%H:%M:%SZ");

    write_xmp(pdf, metadata, iso, part);
    write_info(pdf, metadata, stamp);
    return bb_pdf_check(pdf, "metadata", error);
}
