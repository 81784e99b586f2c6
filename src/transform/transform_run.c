/* transform_run.c - the stylesheets of a process, and one run of one of them. */
#include "base/error.h"
#include "base/text.h"
#include "transform/transform_private.h"

#include <libexslt/exslt.h>
#include <libxslt/transform.h>
#include <libxslt/variables.h>
#include <libxslt/xslt.h>
#include <libxslt/xsltutils.h>

/* Far deeper than any report nests, far short of the stack. */
enum { DEEPEST_TEMPLATE = 1000, MOST_VARIABLES = 20000 };

static gpointer install(gpointer nothing)
{
    xsltInit();
    exsltCommonRegister();
    exsltStrRegister();
    exsltSetsRegister();
    exsltFuncRegister();
    bb_transform_load_install();
    return nothing;
}

/* libxslt asks for "network" whenever an address has a scheme: ours is answered by the loader. */
static int check_address(xsltSecurityPrefs *prefs, xsltTransformContext *context, const char *value)
{
    (void)prefs;
    (void)context;
    return g_str_has_prefix(value, ADDRESS_SCHEME);
}

static xsltSecurityPrefs *seal(void)
{
    xsltSecurityPrefs *prefs = xsltNewSecurityPrefs();

    xsltSetSecurityPrefs(prefs, XSLT_SECPREF_READ_FILE, xsltSecurityForbid);
    xsltSetSecurityPrefs(prefs, XSLT_SECPREF_WRITE_FILE, xsltSecurityForbid);
    xsltSetSecurityPrefs(prefs, XSLT_SECPREF_CREATE_DIRECTORY, xsltSecurityForbid);
    xsltSetSecurityPrefs(prefs, XSLT_SECPREF_READ_NETWORK, check_address);
    xsltSetSecurityPrefs(prefs, XSLT_SECPREF_WRITE_NETWORK, xsltSecurityForbid);
    return prefs;
}

static void free_sheet(void *sheet)
{
    xsltFreeStylesheet(sheet);
}

bb_transform *bb_transform_new(const char *data_folder)
{
    static GOnce once = G_ONCE_INIT;
    bb_transform *transform = g_new0(bb_transform, 1);

    g_once(&once, install, NULL);
    transform->folder = g_strdup(data_folder);
    g_mutex_init(&transform->lock);
    transform->sheets = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_sheet);
    transform->sealed = seal();
    return transform;
}

void bb_transform_free(bb_transform *transform)
{
    if (transform == NULL)
        return;
    g_hash_table_unref(transform->sheets);
    xsltFreeSecurityPrefs(transform->sealed);
    g_mutex_clear(&transform->lock);
    g_free(transform->folder);
    g_free(transform);
}

static xsltStylesheet *compile(bb_transform *transform, const char *name, GError **error)
{
    g_autofree char *address = g_strconcat(ADDRESS_SCHEME "/templates/", name, NULL);
    bb_transform_errors errors;
    xsltStylesheet *sheet = NULL;

    bb_transform_errors_begin(&errors);
    bb_transform_load_compile_for(transform);
    xmlDoc *document = bb_transform_load_address(transform, address, NULL, error);
    if (document != NULL) {
        sheet = xsltParseStylesheetDoc(document);
        if (sheet == NULL)
            xmlFreeDoc(document);
        if (sheet == NULL || sheet->errors > 0) {
            bb_transform_errors_raise(&errors, name, error);
            xsltFreeStylesheet(sheet);
            sheet = NULL;
        }
    }
    bb_transform_load_compile_for(NULL);
    bb_transform_errors_end(&errors);
    return sheet;
}

/* The compiled stylesheet; lent. Whoever comes first compiles it while the others wait. */
static xsltStylesheet *find_sheet(bb_transform *transform, const char *name, GError **error)
{
    g_mutex_lock(&transform->lock);
    xsltStylesheet *sheet = g_hash_table_lookup(transform->sheets, name);
    if (sheet == NULL) {
        sheet = compile(transform, name, error);
        if (sheet != NULL)
            g_hash_table_insert(transform->sheets, g_strdup(name), sheet);
    }
    g_mutex_unlock(&transform->lock);
    return sheet;
}

static void set_parameters(xsltTransformContext *context, const bb_transform_parameter *p)
{
    for (; p != NULL && p->name != NULL; p++)
        xsltQuoteOneUserParam(context, (const xmlChar *)p->name, (const xmlChar *)p->value);
}

static void set_limits(xsltTransformContext *context, unsigned long operations)
{
    if (operations == 0)
        operations = BB_TRANSFORM_OPERATIONS;
    context->maxTemplateDepth = DEEPEST_TEMPLATE;
    context->maxTemplateVars = MOST_VARIABLES;
    context->opLimit = operations;
    context->xpathCtxt->opLimit = operations;
}

static xsltTransformContext *new_context(const bb_transform *transform, xsltStylesheet *sheet,
                                         xmlDoc *input, bb_transform_state *run,
                                         bb_transform_errors *errors)
{
    xsltTransformContext *context = xsltNewTransformContext(sheet, input);

    context->_private = run;
    xsltSetCtxtSecurityPrefs(transform->sealed, context);
    xsltSetTransformErrorFunc(context, errors, bb_transform_errors_add);
    set_limits(context, run->job->operations);
    set_parameters(context, run->job->parameters);
    bb_transform_function_register(context);
    return context;
}

/* A run that ends well may still have spoken with xsl:message. */
static void note_messages(const bb_transform_errors *errors, bb_diag *diag)
{
    g_autofree char *line = bb_text_squeeze(errors->text->str);

    if (line[0] != '\0')
        bb_diag_report(diag, BB_M_STYLESHEET_MESSAGE, BB_NOWHERE, line);
}

xmlDoc *bb_transform_run(bb_transform *transform, const char *stylesheet, const xmlDoc *input,
                         const bb_transform_job *job, GError **error)
{
    xsltStylesheet *sheet = find_sheet(transform, stylesheet, error);
    bb_transform_state run = {transform, job, NULL};
    bb_transform_errors errors;

    if (sheet == NULL)
        return NULL;
    xmlDoc *document = (xmlDoc *)input; /* libxslt has no const */
    bb_transform_errors_begin(&errors);
    xsltTransformContext *context = new_context(transform, sheet, document, &run, &errors);
    xmlDoc *result = xsltApplyStylesheetUser(sheet, document, NULL, NULL, NULL, context);
    if (result == NULL || context->state != XSLT_STATE_OK) {
        bb_transform_errors_raise(&errors, stylesheet, error);
        g_clear_pointer(&result, xmlFreeDoc);
    } else {
        note_messages(&errors, job->diag);
    }
    xsltFreeTransformContext(context);
    g_clear_pointer(&run.patterns, g_hash_table_unref);
    bb_transform_errors_end(&errors);
    return result;
}
