/* inspect_metadata.c - XMP: what the file says that it is, and that Info says the same
 * (ISO 19005-2 6.6, ISO 14289-1 5 and 7.1). */
#include "archive/inspect_private.h"
#include "base/text.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define DC "http://purl.org/dc/elements/1.1/"
#define XMP "http://ns.adobe.com/xap/1.0/"
#define PDF "http://ns.adobe.com/pdf/1.3/"
#define PDFA_ID "http://www.aiim.org/pdfa/ns/id/"
#define PDFUA_ID "http://www.aiim.org/pdfua/ns/id/"
#define PDFA_EXTENSION "http://www.aiim.org/pdfa/ns/extension/"
#define PDFA_SCHEMA "http://www.aiim.org/pdfa/ns/schema#"
#define PDFA_PROPERTY "http://www.aiim.org/pdfa/ns/property#"

/* --- reading XMP --- */

static bool is_node(const xmlNode *node, const char *space, const char *name)
{
    return node->type == XML_ELEMENT_NODE && node->ns != NULL &&
           strcmp((const char *)node->ns->href, space) == 0 &&
           strcmp((const char *)node->name, name) == 0;
}

static const xmlNode *find_child(const xmlNode *node, const char *space, const char *name)
{
    for (const xmlNode *child = node->children; child != NULL; child = child->next) {
        if (is_node(child, space, name))
            return child;
    }
    return NULL;
}

/* rdf:RDF, with or without x:xmpmeta around it. */
static const xmlNode *find_rdf(xmlDoc *doc)
{
    const xmlNode *root = xmlDocGetRootElement(doc);

    if (root == NULL || is_node(root, RDF, "RDF"))
        return root;
    return find_child(root, RDF, "RDF");
}

static char *content(const xmlNode *node)
{
    xmlChar *text = xmlNodeGetContent(node);
    char *copy = g_strdup((const char *)text);

    xmlFree(text);
    return copy;
}

/* Of alternatives in several languages the default one, else the first. */
static char *default_of(const xmlNode *alternatives)
{
    const xmlNode *chosen = find_child(alternatives, RDF, "li");

    for (const xmlNode *item = alternatives->children; item != NULL; item = item->next) {
        xmlChar *language = is_node(item, RDF, "li") ? xmlNodeGetLang(item) : NULL;
        if (g_strcmp0((const char *)language, "x-default") == 0)
            chosen = item;
        xmlFree(language);
    }
    return chosen != NULL ? content(chosen) : g_strdup("");
}

/* The items of an array joined by "; ", of alternatives the default one. */
static char *value_of(const xmlNode *property)
{
    const xmlNode *alternatives = find_child(property, RDF, "Alt");
    const xmlNode *list = alternatives;

    if (list == NULL)
        list = find_child(property, RDF, "Seq");
    if (list == NULL)
        list = find_child(property, RDF, "Bag");
    if (list == NULL)
        return content(property);
    if (alternatives != NULL)
        return default_of(alternatives);
    GString *all = g_string_new(NULL);
    for (const xmlNode *item = list->children; item != NULL; item = item->next) {
        g_autofree char *text = is_node(item, RDF, "li") ? content(item) : NULL;
        if (text != NULL)
            g_string_append_printf(all, "%s%s", all->len > 0 ? "; " : "", text);
    }
    return g_string_free(all, FALSE);
}

/* A property, as an element or as an attribute of a description; NULL when there is none. */
static char *property(xmlDoc *doc, const char *space, const char *name)
{
    const xmlNode *rdf = doc != NULL ? find_rdf(doc) : NULL;

    for (const xmlNode *d = rdf != NULL ? rdf->children : NULL; d != NULL; d = d->next) {
        if (!is_node(d, RDF, "Description"))
            continue;
        const xmlNode *element = find_child(d, space, name);
        if (element != NULL)
            return value_of(element);
        xmlChar *attribute = xmlGetNsProp(d, (const xmlChar *)name, (const xmlChar *)space);
        if (attribute != NULL) {
            char *copy = g_strdup((const char *)attribute);
            xmlFree(attribute);
            return copy;
        }
    }
    return NULL;
}

/* --- properties that the standard doesn't know (6.6.2.3.3) --- */

static bool is_known_space(const char *space)
{
    static const char *const KNOWN[] = {
        DC,
        XMP,
        PDF,
        PDFA_ID,
        PDFA_EXTENSION,
        RDF,
        "http://www.w3.org/XML/1998/namespace",
        "http://ns.adobe.com/xap/1.0/rights/",
        "http://ns.adobe.com/xap/1.0/mm/",
        "http://ns.adobe.com/xap/1.0/bj/",
        "http://ns.adobe.com/xap/1.0/t/pg/",
        "http://ns.adobe.com/xmp/1.0/DynamicMedia/",
        "http://ns.adobe.com/photoshop/1.0/",
        "http://ns.adobe.com/camera-raw-settings/1.0/",
        "http://ns.adobe.com/tiff/1.0/",
        "http://ns.adobe.com/exif/1.0/",
        "http://ns.adobe.com/exif/1.0/aux/",
        NULL,
    };

    return g_strv_contains(KNOWN, space);
}

/* Whether somewhere below an element of this name has this text. */
static bool has_text(const xmlNode *node, const char *space, const char *name, const char *text,
                     int depth)
{
    enum { MOST_DEPTH = 32 };

    for (const xmlNode *child = node->children; child != NULL && depth < MOST_DEPTH;
         child = child->next) {
        if (is_node(child, space, name)) {
            g_autofree char *found = content(child);
            if (strcmp(found, text) == 0)
                return true;
        }
        if (has_text(child, space, name, text, depth + 1))
            return true;
    }
    return false;
}

/* The two identifications are found by their prefix as well (A 6.6.4, UA 5). */
static void check_prefix(bb_inspection *in, const xmlNs *space)
{
    static const struct {
        const char *space, *prefix;
    } PREFIXES[] = {{PDFA_ID, "pdfaid"}, {PDFUA_ID, "pdfuaid"}};

    for (size_t i = 0; space != NULL && i < G_N_ELEMENTS(PREFIXES); i++) {
        if (strcmp((const char *)space->href, PREFIXES[i].space) == 0 &&
            g_strcmp0((const char *)space->prefix, PREFIXES[i].prefix) != 0)
            bb_inspect_report(in, BB_M_PDF_XMP_PREFIX, "", PREFIXES[i].space, PREFIXES[i].prefix);
    }
}

static bool check_known(bb_inspection *in, const xmlNode *rdf, const xmlNs *space,
                        const xmlChar *name)
{
    const char *uri = space != NULL ? (const char *)space->href : "";

    check_prefix(in, space);
    if (is_known_space(uri) || (has_text(rdf, PDFA_SCHEMA, "namespaceURI", uri, 0) &&
                                has_text(rdf, PDFA_PROPERTY, "name", (const char *)name, 0)))
        return true;
    bb_inspect_report(in, BB_M_PDF_XMP_UNKNOWN, "", (const char *)name, uri);
    return false;
}

static void check_schemas(bb_inspection *in, xmlDoc *doc)
{
    enum { MOST_UNKNOWN = 50, MOST_CHECKED = 2000 }; /* each goes through all metadata */
    const xmlNode *rdf = find_rdf(doc);
    int unknown = 0, checked = 0;

    for (const xmlNode *d = rdf != NULL ? rdf->children : NULL; d != NULL; d = d->next) {
        if (!is_node(d, RDF, "Description"))
            continue;
        for (const xmlNode *p = d->children; p != NULL && unknown < MOST_UNKNOWN; p = p->next) {
            if (p->type == XML_ELEMENT_NODE && checked++ < MOST_CHECKED)
                unknown += !check_known(in, rdf, p->ns, p->name);
        }
        for (const xmlAttr *a = d->properties; a != NULL && unknown < MOST_UNKNOWN; a = a->next) {
            if (a->ns != NULL && checked++ < MOST_CHECKED)
                unknown += !check_known(in, rdf, a->ns, a->name);
        }
    }
}

/* --- kinds of values (6.6.2.3.1) --- */

static bool is_date(const char *text)
{
    enum { YEAR = 4, MONTH = 7, DAY = 10 };
    size_t length = strlen(text);
    g_autoptr(GTimeZone) utc = g_time_zone_new_utc();
    g_autofree char *whole = length == YEAR || length == MONTH
                                 ? g_strdup_printf("%s%s", text, length == YEAR ? "-01-01" : "-01")
                                 : g_strdup(text);
    g_autofree char *moment =
        length <= DAY ? g_strconcat(whole, "T00:00:00Z", NULL) : g_strdup(whole);
    g_autoptr(GDateTime) date = g_date_time_new_from_iso8601(moment, utc);

    return date != NULL;
}

/* form: the array that a property is, "" for plain text, "date" for a date. */
static bool has_form(const xmlNode *property, const char *form)
{
    static const char *const ARRAYS[] = {"Alt", "Seq", "Bag"};
    const char *found = "";

    for (size_t i = 0; i < G_N_ELEMENTS(ARRAYS); i++) {
        if (find_child(property, RDF, ARRAYS[i]) != NULL)
            found = ARRAYS[i];
    }
    if (strcmp(form, "date") != 0)
        return strcmp(found, form) == 0;
    g_autofree char *text = content(property);
    return found[0] == '\0' && is_date(text);
}

static void check_forms(bb_inspection *in, xmlDoc *doc)
{
    static const struct {
        const char *space, *name, *form;
    } FORMS[] = {
        {DC, "title", "Alt"},        {DC, "description", "Alt"},  {DC, "rights", "Alt"},
        {DC, "creator", "Seq"},      {DC, "date", "Seq"},         {DC, "contributor", "Bag"},
        {DC, "language", "Bag"},     {DC, "publisher", "Bag"},    {DC, "subject", "Bag"},
        {DC, "type", "Bag"},         {DC, "format", ""},          {DC, "identifier", ""},
        {PDF, "Keywords", ""},       {PDF, "Producer", ""},       {XMP, "CreatorTool", ""},
        {XMP, "CreateDate", "date"}, {XMP, "ModifyDate", "date"}, {XMP, "MetadataDate", "date"},
    };
    const xmlNode *rdf = find_rdf(doc);

    for (const xmlNode *d = rdf->children; d != NULL; d = d->next) {
        for (size_t i = 0; i < G_N_ELEMENTS(FORMS); i++) {
            const xmlNode *node = is_node(d, RDF, "Description")
                                      ? find_child(d, FORMS[i].space, FORMS[i].name)
                                      : NULL;
            if (node != NULL && !has_form(node, FORMS[i].form))
                bb_inspect_report(in, BB_M_PDF_XMP_VALUE, "", FORMS[i].name);
        }
    }
}

/* --- extension schemas --- */

/* The named fields of each item of the array in a container (6.6.2.3.3). */
static bool items_have(const xmlNode *container, const char *array, const char *space,
                       const char *const *fields)
{
    const xmlNode *list = container != NULL ? find_child(container, RDF, array) : NULL;

    for (const xmlNode *item = list != NULL ? list->children : NULL; item != NULL;
         item = item->next) {
        if (!is_node(item, RDF, "li"))
            continue;
        const xmlNode *description = find_child(item, RDF, "Description");
        for (const char *const *field = fields; *field != NULL; field++) {
            if (find_child(description != NULL ? description : item, space, *field) == NULL)
                return false;
        }
    }
    return list != NULL;
}

static bool schemas_are_whole(const xmlNode *schemas)
{
    static const char *const SCHEMA[] = {"schema", "namespaceURI", "prefix", NULL};
    static const char *const PROPERTY[] = {"name", "valueType", "category", "description", NULL};
    const xmlNode *bag = find_child(schemas, RDF, "Bag");

    if (!items_have(schemas, "Bag", PDFA_SCHEMA, SCHEMA))
        return false;
    for (const xmlNode *item = bag->children; item != NULL; item = item->next) {
        const xmlNode *inner = find_child(item, RDF, "Description");
        const xmlNode *list = find_child(inner != NULL ? inner : item, PDFA_SCHEMA, "property");
        if (list != NULL && !items_have(list, "Seq", PDFA_PROPERTY, PROPERTY))
            return false;
    }
    return true;
}

static void check_extensions(bb_inspection *in, xmlDoc *doc)
{
    for (const xmlNode *d = find_rdf(doc)->children; d != NULL; d = d->next) {
        const xmlNode *schemas = find_child(d, PDFA_EXTENSION, "schemas");
        if (schemas != NULL && !schemas_are_whole(schemas))
            bb_inspect_report(in, BB_M_PDF_XMP_EXTENSION, "");
    }
}

/* --- Info --- */

/* "D:20170405120000+01'00'" and "2017-04-05T12:00:00+01:00" as one instant; NULL: no date. */
static GDateTime *pdf_date(const char *text)
{
    g_autoptr(GString) iso = g_string_new(NULL);
    int year, month = 1, day = 1, hour = 0, minute = 0, second = 0, at = 0;

    if (text == NULL || !g_str_has_prefix(text, "D:") ||
        sscanf(text + 2, "%4d%2d%2d%2d%2d%2d%n", &year, &month, &day, &hour, &minute, &second,
               &at) != 6)
        return NULL;
    g_string_printf(iso, "%04d-%02d-%02dT%02d:%02d:%02d", year, month, day, hour, minute, second);
    for (const char *p = text + 2 + at; *p != '\0'; p++) {
        if (*p != '\'')
            g_string_append_c(iso, *p);
        else if (p[1] != '\0')
            g_string_append_c(iso, ':');
    }
    return g_date_time_new_from_iso8601(iso->str, NULL);
}

static bool same_date(const char *info, const char *xmp)
{
    g_autoptr(GTimeZone) utc = g_time_zone_new_utc();
    g_autoptr(GDateTime) a = pdf_date(info);
    g_autoptr(GDateTime) b = xmp != NULL ? g_date_time_new_from_iso8601(xmp, utc) : NULL;

    return a != NULL && b != NULL && g_date_time_compare(a, b) == 0;
}

static void check_info(bb_inspection *in, xmlDoc *doc)
{
    static const struct {
        const char *key, *space, *name;
        bool date;
    } PAIRS[] = {
        {"Title", DC, "title", false},
        {"Author", DC, "creator", false},
        {"Subject", DC, "description", false},
        {"Keywords", PDF, "Keywords", false},
        {"Creator", XMP, "CreatorTool", false},
        {"Producer", PDF, "Producer", false},
        {"CreationDate", XMP, "CreateDate", true},
        {"ModDate", XMP, "ModifyDate", true},
    };
    const bb_cos *info = bb_cos_get(in->trailer, "Info");

    for (size_t i = 0; i < G_N_ELEMENTS(PAIRS); i++) {
        g_autofree char *told = bb_cos_text(bb_cos_get(info, PAIRS[i].key));
        g_autofree char *xmp = property(doc, PAIRS[i].space, PAIRS[i].name);
        bool same = PAIRS[i].date ? same_date(told, xmp) : g_strcmp0(told, xmp) == 0;
        if (bb_cos_get(info, PAIRS[i].key) != NULL && !same)
            bb_inspect_report(in, BB_M_PDF_INFO, "", PAIRS[i].key, told != NULL ? told : "",
                              xmp != NULL ? xmp : "");
    }
}

/* --- the stream --- */

static void check_claims(bb_inspection *in, xmlDoc *doc)
{
    g_autofree char *part = property(doc, PDFA_ID, "part");
    g_autofree char *level = property(doc, PDFA_ID, "conformance");
    g_autofree char *universal = property(doc, PDFUA_ID, "part");
    g_autofree char *title = property(doc, DC, "title");

    if (g_strcmp0(part, "3") == 0)
        in->part = 3;
    if ((in->part != 3 && g_strcmp0(part, "2") != 0) || g_strcmp0(level, "A") != 0)
        bb_inspect_report(in, BB_M_PDF_PDFAID, "", part != NULL ? part : "",
                          level != NULL ? level : "");
    if (g_strcmp0(universal, "1") != 0)
        bb_inspect_report(in, BB_M_PDF_PDFUAID, "", universal != NULL ? universal : "");
    if (bb_text_is_blank(title))
        bb_inspect_report(in, BB_M_PDF_TITLE, "");
}

/* The packet's header must not have the old attributes (6.6.2.1). */
static void check_packet(bb_inspection *in, xmlDoc *doc)
{
    for (const xmlNode *node = doc->children; node != NULL; node = node->next) {
        if (node->type != XML_PI_NODE || strcmp((const char *)node->name, "xpacket") != 0 ||
            node->content == NULL)
            continue;
        const char *text = (const char *)node->content;
        if (strstr(text, "bytes=") != NULL || strstr(text, "encoding=") != NULL)
            bb_inspect_report(in, BB_M_PDF_XPACKET, "");
    }
}

static xmlDoc *parse(GBytes *data)
{
    enum { MOST_XMP = 4 * 1024 * 1024 };
    gsize size;
    const char *bytes = g_bytes_get_data(data, &size);

    if (size == 0 || size > MOST_XMP || !g_utf8_validate(bytes, (gssize)size, NULL))
        return NULL;
    return xmlReadMemory(bytes, (int)size, "XMP", NULL,
                         XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
}

void bb_inspect_metadata(bb_inspection *in)
{
    const bb_cos *stream = bb_cos_get(in->catalog, "Metadata");

    if (stream == NULL || stream->kind != BB_COS_STREAM) {
        bb_inspect_report(in, BB_M_PDF_XMP, "");
        return;
    }
    if (bb_cos_get(stream, "Filter") != NULL)
        bb_inspect_report(in, BB_M_PDF_XMP_FILTER, bb_inspect_at_object(in, stream));
    if (!bb_cos_is(bb_cos_get(stream, "Type"), "Metadata") ||
        !bb_cos_is(bb_cos_get(stream, "Subtype"), "XML"))
        bb_inspect_report(in, BB_M_PDF_XMP_TYPE, bb_inspect_at_object(in, stream));
    g_autoptr(GBytes) data = bb_cos_stream_data(in->file, stream);
    xmlDoc *doc = data != NULL ? parse(data) : NULL;
    if (doc == NULL || find_rdf(doc) == NULL) {
        bb_inspect_report(in, BB_M_PDF_XMP_SYNTAX, bb_inspect_at_object(in, stream));
    } else {
        check_packet(in, doc);
        check_claims(in, doc);
        check_schemas(in, doc);
        check_forms(in, doc);
        check_extensions(in, doc);
        check_info(in, doc);
    }
    xmlFreeDoc(doc);
}
