/* transform_load.c - the only way in which a stylesheet reads anything. */
#include "base/error.h"
#include "base/file.h"
#include "transform/transform_private.h"

#include <libxml/parser.h>
#include <libxslt/documents.h>
#include <libxslt/xsltutils.h>
#include <string.h>

static _Thread_local const bb_transform *compiling;

/* The folders of the data folder that hold stylesheets, words and profiles. */
static const char *const FOLDERS[] = {"templates", "styles", "tokens"};

/* The file of an address, or NULL when the address leads anywhere else. The folders may be links
 * (in a build tree they are), so each is held against its own target. */
static char *find_file(const bb_transform *transform, const char *address)
{
    if (!g_str_has_prefix(address, ADDRESS_SCHEME "/"))
        return NULL;
    const char *path = address + strlen(ADDRESS_SCHEME "/");
    for (size_t i = 0; i < G_N_ELEMENTS(FOLDERS); i++) {
        g_autofree char *folder = g_build_filename(transform->folder, FOLDERS[i], NULL);
        g_autofree char *file = g_build_filename(transform->folder, path, NULL);
        size_t length = strlen(FOLDERS[i]);
        if (strncmp(path, FOLDERS[i], length) == 0 && path[length] == '/' &&
            bb_file_is_inside(file, folder))
            return g_steal_pointer(&file);
    }
    return NULL;
}

xmlDoc *bb_transform_load_address(const bb_transform *transform, const char *address, xmlDict *dict,
                                  GError **error)
{
    const int options = XML_PARSE_NONET | XML_PARSE_NOCDATA;
    g_autofree char *file = find_file(transform, address);

    if (file == NULL) {
        g_set_error(error, BB_ERROR, BB_ERROR_INSTALL, "%s: there is no such file in %s", address,
                    transform->folder);
        return NULL;
    }
    g_autoptr(GBytes) bytes = bb_file_read(file, error);
    if (bytes == NULL)
        return NULL;
    xmlParserCtxt *parser = xmlNewParserCtxt();
    if (dict != NULL) {
        xmlDictFree(parser->dict);
        parser->dict = dict;
        xmlDictReference(dict);
    }
    gsize size = 0;
    const char *text = g_bytes_get_data(bytes, &size);
    xmlDoc *document = xmlCtxtReadMemory(parser, text, (int)size, address, NULL, options);
    xmlFreeParserCtxt(parser);
    if (document == NULL)
        g_set_error(error, BB_ERROR, BB_ERROR_INSTALL, "%s: is not well-formed XML", file);
    return document;
}

/* A copy of the job's document of that name: libxslt frees what it is given. */
static xmlDoc *copy_of_job(const bb_transform_state *run, const char *name)
{
    const bb_transform_document *d = run->job->documents;

    for (; d != NULL && d->name != NULL; d++) {
        if (strcmp(d->name, name) == 0)
            return xmlCopyDoc((xmlDoc *)d->document, 1);
    }
    return NULL;
}

static xmlDoc *load_in_run(xsltTransformContext *context, const char *address, xmlDict *dict)
{
    const bb_transform_state *run = context->_private;
    g_autoptr(GError) error = NULL;
    xmlDoc *document = NULL;

    if (g_str_has_prefix(address, ADDRESS_SCHEME "/"))
        document = bb_transform_load_address(run->transform, address, dict, &error);
    else if (g_str_has_prefix(address, ADDRESS_SCHEME))
        document = copy_of_job(run, address + strlen(ADDRESS_SCHEME));
    if (document == NULL)
        xsltTransformError(context, NULL, NULL, "%s\n", error != NULL ? error->message : address);
    return document;
}

static xmlDoc *load(const xmlChar *uri, xmlDict *dict, int options, void *context,
                    xsltLoadType type)
{
    const char *address = (const char *)uri;

    (void)options;
    if (type == XSLT_LOAD_DOCUMENT)
        return load_in_run(context, address, dict);
    g_autoptr(GError) error = NULL;
    xmlDoc *document =
        compiling == NULL ? NULL : bb_transform_load_address(compiling, address, dict, &error);
    if (error != NULL)
        xsltTransformError(NULL, context, NULL, "%s\n", error->message);
    return document;
}

void bb_transform_load_install(void)
{
    xsltSetLoaderFunc(load);
}

void bb_transform_load_compile_for(const bb_transform *transform)
{
    compiling = transform;
}
