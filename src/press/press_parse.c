/* press_parse.c - an FO document's bytes in, its XML out. */
#include "press/press_print.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>

typedef struct {
    bb_diag *diag;
    const char *file;
} listener;

static void hear_error(void *data, xmlError *error)
{
    const xmlParserCtxt *context = data;
    const listener *l = context->_private;
    g_autofree char *message = g_strchomp(g_strdup(error->message));

    if (error->level == XML_ERR_WARNING && error->code != XML_WAR_UNDECLARED_ENTITY)
        return;
    bb_diag_report(l->diag, BB_M_XML_SYNTAX, ((bb_place){l->file, error->line, error->int2}),
                   message);
}

static void report_external(xmlParserCtxt *context, const xmlChar *id)
{
    const listener *l = context->_private;
    bb_place place = {l->file, xmlSAX2GetLineNumber(context), xmlSAX2GetColumnNumber(context)};

    bb_diag_report(l->diag, BB_M_XML_EXTERNAL, place, id != NULL ? (const char *)id : "");
}

static void internal_subset(void *data, const xmlChar *name, const xmlChar *public_id,
                            const xmlChar *system_id)
{
    if (system_id != NULL)
        report_external(data, system_id);
    xmlSAX2InternalSubset(data, name, public_id, NULL);
}

static void entity_declaration(void *data, const xmlChar *name, int type, const xmlChar *public_id,
                               const xmlChar *system_id, xmlChar *content)
{
    if (type != XML_INTERNAL_GENERAL_ENTITY && type != XML_INTERNAL_PARAMETER_ENTITY)
        report_external(data, system_id);
    else
        xmlSAX2EntityDecl(data, name, type, public_id, system_id, content);
}

xmlDoc *bb_print_parse(GBytes *bytes, const char *name, bb_diag *diag)
{
    const int options = XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_BIG_LINES | XML_PARSE_NOCDATA;
    listener l = {diag, bb_diag_file(diag, name)};
    xmlParserCtxt *context = xmlNewParserCtxt();
    gsize size = 0;
    const char *text = g_bytes_get_data(bytes, &size);

    if (context == NULL)
        g_error("out of memory");
    context->_private = &l;
    context->sax->serror = hear_error;
    context->sax->internalSubset = internal_subset;
    context->sax->entityDecl = entity_declaration;
    xmlDoc *doc =
        xmlCtxtReadMemory(context, text != NULL ? text : "", (int)size, name, NULL, options);
    xmlFreeParserCtxt(context);
    return doc;
}
