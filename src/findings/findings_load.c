/* findings_load.c - the text of one XML file into a tree that knows its places.
 *
 * libxml2's nodes keep a line (of the end of a tag) and neither column nor, once trees are joined,
 * file. So each element gets a record of its own in _private, made while the parser stands behind
 * its start tag. Parsing recovers where it can, so that one run finds several faults. */
#include "findings/findings_private.h"
#include "findings/source.h"

#include "base/text.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

typedef struct {
    bb_findings *findings;
    bb_source *source;
    const char *name;
    xmlParserCtxt *context;
    int depth;
    int reported;    /* syntax faults so far */
    int broken_line; /* the line of the last fault that put elements out of joint */
    bool out_of_joint;
} loader;

/* After so many, one more tells a writer nothing. */
static const int MOST_SYNTAX_FAULTS = 30;

/* How far the parser has read. Entities have a parser or an input of their own: what they bring
 * stands where they are first used. */
static size_t offset_read(const loader *load)
{
    const xmlParserInput *input =
        load->context->inputNr > 0 ? load->context->inputTab[0] : load->context->input;

    return input == NULL ? 0 : input->consumed + (size_t)(input->cur - input->base);
}

/* The place of the character with which the thing began that the parser has just read: the '<' of a
 * tag, the '&' of an entity. */
static bb_place place_before(const loader *load, char beginning)
{
    size_t size = 0, offset = offset_read(load);
    const char *text = bb_source_text(load->source, &size);

    offset = MIN(offset, size);
    while (offset > 0 && text[offset] != beginning)
        offset--;
    return bb_source_place(load->source, offset);
}

static void start_element(void *data, const xmlChar *name, const xmlChar *prefix,
                          const xmlChar *uri, int namespace_count, const xmlChar **namespaces,
                          int attribute_count, int defaulted, const xmlChar **attributes)
{
    xmlParserCtxt *context = data;
    loader *load = context->_private;

    xmlSAX2StartElementNs(data, name, prefix, uri, namespace_count, namespaces, attribute_count,
                          defaulted, attributes);
    load->depth = MAX(load->depth, context->nodeNr);
    /* Where the tree is too deep, node is still the parent, which has its place. */
    if (context->node != NULL && context->node->_private == NULL) {
        bool of_entity = context != load->context;
        bb_place place = place_before(load, of_entity ? '&' : '<');
        context->node->_private = bb_arena_memdup(load->findings->arena, &place, sizeof place);
    }
}

static void report_external(loader *load, const char *id)
{
    bb_diag_report(load->findings->diag, BB_M_XML_EXTERNAL,
                   bb_source_place(load->source, offset_read(load)), id);
}

/* A document type's internal part is read; a file that it names never is. */
static void internal_subset(void *data, const xmlChar *name, const xmlChar *public_id,
                            const xmlChar *system_id)
{
    xmlParserCtxt *context = data;

    if (system_id != NULL)
        report_external(context->_private, (const char *)system_id);
    xmlSAX2InternalSubset(data, name, public_id, NULL);
}

static void entity_declaration(void *data, const xmlChar *name, int type, const xmlChar *public_id,
                               const xmlChar *system_id, xmlChar *content)
{
    xmlParserCtxt *context = data;

    if (type != XML_INTERNAL_GENERAL_ENTITY && type != XML_INTERNAL_PARAMETER_ENTITY)
        report_external(context->_private, system_id != NULL ? (const char *)system_id : "");
    else
        xmlSAX2EntityDecl(data, name, type, public_id, system_id, content);
}

/* One slip in a tag is often several errors, and the end tags after it are errors too: what follows
 * a breaking fault on its line is left out, and so is every later one that may come of it. */
static bool is_consequence(loader *load, const xmlError *error, int line)
{
    if (load->broken_line == line || (load->out_of_joint && bb_findings_syntax_follows(error)))
        return true;
    if (bb_findings_syntax_breaks(error)) {
        load->out_of_joint = true;
        load->broken_line = line;
    }
    return false;
}

/* The parser stands behind what it complains of. */
static bb_place fault_place(const loader *load, const xmlError *error, char before)
{
    size_t offset = offset_read(load);

    if (error->code == XML_ERR_TAG_NAME_MISMATCH || error->code == XML_NS_ERR_UNDEFINED_NAMESPACE)
        return place_before(load, '<');
    if (error->code == XML_ERR_NAME_REQUIRED && (before == '&' || before == '<'))
        offset--;
    return bb_source_place(load->source, offset);
}

static void report_syntax(void *data, xmlError *error)
{
    xmlParserCtxt *context = data;
    loader *load = context->_private;

    if (error->level == XML_ERR_WARNING && error->code != XML_WAR_UNDECLARED_ENTITY)
        return;
    if (load->reported >= MOST_SYNTAX_FAULTS) {
        load->out_of_joint = load->out_of_joint || bb_findings_syntax_breaks(error);
        return;
    }
    size_t size = 0, offset = offset_read(load);
    const char *text = bb_source_text(load->source, &size);
    char before = offset > 0 && offset <= size ? text[offset - 1] : '\0';
    bb_place place = fault_place(load, error, before);
    if (is_consequence(load, error, place.line))
        return;
    load->reported++;
    g_autofree char *words = bb_findings_syntax_words(error, before);
    bb_diag_report(load->findings->diag, BB_M_XML_SYNTAX, place, words);
}

static xmlParserCtxt *new_parser(loader *load)
{
    xmlParserCtxt *context = xmlNewParserCtxt();

    if (context == NULL)
        g_error("out of memory");
    context->_private = load;
    context->sax->startElementNs = start_element;
    context->sax->internalSubset = internal_subset;
    context->sax->entityDecl = entity_declaration;
    context->sax->serror = report_syntax;
    /* Remarks are no content; without them, words on both sides are one text. */
    context->sax->comment = NULL;
    context->sax->processingInstruction = NULL;
    /* One dictionary for all files, so that a root can move from tree to tree. */
    xmlDictFree(context->dict);
    context->dict = load->findings->dict;
    xmlDictReference(context->dict);
    return context;
}

xmlDoc *bb_findings_parse(bb_findings *findings, GBytes *bytes, const char *shown, int *depth)
{
    const int options = XML_PARSE_RECOVER | XML_PARSE_NOENT | XML_PARSE_NONET | XML_PARSE_NOCDATA |
                        XML_PARSE_BIG_LINES | XML_PARSE_IGNORE_ENC;
    const char *name = bb_arena_strdup(findings->arena, shown);
    g_autoptr(bb_source) source = bb_source_new(bytes, name, BB_SOURCE_XML, findings->diag);
    loader load = {.findings = findings, .source = source, .name = name};
    size_t size = 0;
    const char *text = bb_source_text(source, &size);

    load.context = new_parser(&load);
    xmlDoc *doc = xmlCtxtReadMemory(load.context, text, (int)size, name, NULL, options);
    xmlFreeParserCtxt(load.context);
    *depth = load.depth;
    if (load.out_of_joint)
        g_hash_table_add(findings->broken, g_strdup(name));
    if (doc != NULL && xmlDocGetRootElement(doc) == NULL)
        g_clear_pointer(&doc, xmlFreeDoc);
    if (doc == NULL && load.reported == 0)
        bb_diag_report(findings->diag, BB_M_XML_SYNTAX, ((bb_place){name, 1, 1}),
                       "there is no element in it");
    return doc;
}

bb_place bb_findings_place(const xmlNode *node)
{
    /* Only elements have the record: a document's _private is libxslt's. */
    while (node != NULL && (node->type != XML_ELEMENT_NODE || node->_private == NULL))
        node = node->type == XML_DOCUMENT_NODE ? NULL : node->parent;
    return node != NULL ? *(const bb_place *)node->_private : BB_NOWHERE;
}
