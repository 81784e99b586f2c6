/* findings.c - the door: what is loaded once, and the stages of one report in their order. */
#include "findings/findings_private.h"

#include "base/error.h"
#include "base/file.h"
#include "base/text.h"
#include "findings/method.h"

#include <libxml/parser.h>
#include <libxml/xmlschemastypes.h>
#include <string.h>

/* --- the context --- */

static void ignore_message(void *data G_GNUC_UNUSED, xmlError *error G_GNUC_UNUSED)
{
}

static xmlRelaxNG *read_schema(const char *path, GError **error)
{
    xmlRelaxNGParserCtxt *parser = xmlRelaxNGNewParserCtxt(path);

    xmlRelaxNGSetParserStructuredErrors(parser, ignore_message, NULL);
    xmlRelaxNG *schema = xmlRelaxNGParse(parser);
    xmlRelaxNGFreeParserCtxt(parser);
    if (schema == NULL)
        g_set_error(error, BB_ERROR, BB_ERROR_INSTALL, "%s: the schema can't be used", path);
    return schema;
}

bb_findings_context *bb_findings_context_new(const char *templates, GError **error)
{
    bb_findings_context *context = g_new0(bb_findings_context, 1);
    g_autofree char *schema = g_build_filename(templates, "schema", "findings.rng", NULL);
    g_autofree char *programmes = g_build_filename(templates, "programmes", NULL);

    /* libxml2's own tables, once and before any thread asks for them. */
    xmlInitParser();
    xmlSchemaInitTypes();
    context->templates = g_strdup(templates);
    context->profiles = bb_profile_shelf_new(programmes);
    context->vocabulary = bb_vocabulary_read(schema, error);
    if (context->vocabulary != NULL)
        context->schema = read_schema(schema, error);
    if (context->schema == NULL)
        g_clear_pointer(&context, bb_findings_context_free);
    return context;
}

void bb_findings_context_free(bb_findings_context *context)
{
    if (context == NULL)
        return;
    g_free(context->templates);
    bb_vocabulary_free(context->vocabulary);
    if (context->schema != NULL)
        xmlRelaxNGFree(context->schema);
    bb_profile_shelf_free(context->profiles);
    g_free(context);
}

/* --- one report --- */

static void doc_free(void *doc)
{
    xmlFreeDoc(doc);
}

static bb_findings *findings_new(bb_findings_context *context, const char *path, bb_diag *diag)
{
    bb_findings *findings = g_new0(bb_findings, 1);
    g_autofree char *folder = g_path_get_dirname(path);

    findings->context = context;
    findings->faults_before = bb_diag_count_of(diag, BB_FAULT);
    findings->diag = diag;
    findings->arena = bb_arena_new();
    findings->folder = g_canonicalize_filename(folder, NULL);
    findings->shown_folder =
        strchr(path, '/') == NULL ? g_strdup("") : g_strconcat(folder, "/", NULL);
    findings->dict = xmlDictCreate();
    findings->emptied = g_ptr_array_new_with_free_func(doc_free);
    findings->files = g_ptr_array_new();
    findings->file_set = g_hash_table_new(g_str_hash, g_str_equal);
    findings->broken = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    findings->ids = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    findings->data = bb_data_new();
    findings->accepts = g_ptr_array_new();
    return findings;
}

void bb_findings_free(bb_findings *findings)
{
    if (findings == NULL)
        return;
    bb_data_free(findings->data);
    g_ptr_array_unref(findings->accepts);
    g_hash_table_unref(findings->ids);
    g_hash_table_unref(findings->broken);
    g_hash_table_unref(findings->file_set);
    g_ptr_array_unref(findings->files);
    /* The tree first: it still uses name spaces of the emptied documents. */
    xmlFreeDoc(findings->doc);
    g_ptr_array_unref(findings->emptied);
    xmlDictFree(findings->dict);
    g_free(findings->folder);
    g_free(findings->shown_folder);
    bb_arena_free(findings->arena);
    g_free(findings);
}

static void report_unknown_programme(bb_findings *findings, const xmlNode *root, const char *name)
{
    char **names = bb_profile_shelf_list(findings->context->profiles);
    g_autofree char *list = bb_text_list((const char *const *)names, "and");
    g_autofree char *meant = bb_did_you_mean(name, (const char *const *)names, "%s");

    bb_diag_report(findings->diag, BB_M_PROGRAMME, bb_findings_place(root), name, list, meant);
    g_strfreev(names);
}

/* The profile that the report names; false only when the profile's own file is faulty. */
static bool find_profile(bb_findings *findings, GError **error)
{
    const xmlNode *root = xmlDocGetRootElement(findings->doc);
    g_autofree char *typed = bb_node_attribute(root, "programme");

    if (bb_text_is_blank(typed))
        return true;
    g_autofree char *name = bb_text_clip(typed, 40);
    char **names = bb_profile_shelf_list(findings->context->profiles);
    bool exists = g_strv_contains((const char *const *)names, name);
    g_strfreev(names);
    if (!exists) {
        report_unknown_programme(findings, root, name);
        return true;
    }
    const bb_profile *profile = bb_profile_shelf_find(findings->context->profiles, name, error);
    if (profile == NULL)
        return false;
    if (profile->method == NULL || bb_method_find(profile->method) == NULL) {
        g_autofree char *methods = bb_method_list();
        g_set_error(error, BB_ERROR, BB_ERROR_INSTALL, "%s: the scoring method is none of: %s",
                    profile->path, methods);
        return false;
    }
    findings->profile = profile;
    return true;
}

static bool load(bb_findings *findings, const char *path, GError **error)
{
    const size_t most = (size_t)64 * 1024 * 1024;
    g_autofree char *base = g_path_get_basename(path);
    g_autofree char *shown = g_strconcat(findings->shown_folder, base, NULL);
    bb_diag_file(findings->diag, shown);
    bb_findings_add_file(findings, shown);
    if (bb_findings_file_is_large(findings, path, most, ((bb_place){shown, 0, 0})))
        return true;
    g_autoptr(GBytes) bytes = bb_file_read(path, error);
    if (bytes == NULL)
        return false;
    int depth = 0;
    findings->bytes = g_bytes_get_size(bytes);
    findings->doc = bb_findings_parse(findings, bytes, shown, &depth);
    if (findings->doc != NULL)
        bb_findings_splice_includes(findings, shown);
    return true;
}

/* Everything that is done with a tree. */
static bool work_through(bb_findings *findings, GError **error)
{
    if (!find_profile(findings, error))
        return false;
    if (!bb_findings_add_fixed(findings, error))
        return false;
    bb_findings_validate(findings);
    bb_findings_drop_includes(findings);
    bb_findings_take_accepts(findings);
    bb_findings_collect_ids(findings);
    bb_findings_check_references(findings);
    bb_findings_read_data(findings);
    bb_findings_score(findings);
    bb_findings_fill_values(findings);
    bb_findings_fill_charts(findings);
    bb_findings_check(findings);
    bb_findings_check_tables(findings);
    bb_findings_check_quotes(findings);
    bb_findings_check_terms(findings);
    bb_findings_check_claims(findings);
    return true;
}

bb_findings *bb_findings_read_alone(bb_findings_context *context, const char *path, bb_diag *diag,
                                    GError **error)
{
    g_autoptr(bb_findings) findings = findings_new(context, path, diag);

    if (!load(findings, path, error))
        return NULL;
    if (findings->doc != NULL && !work_through(findings, error))
        return NULL;
    return g_steal_pointer(&findings);
}

bb_findings *bb_findings_read(bb_findings_context *context, const char *path, bb_diag *diag,
                              GError **error)
{
    g_autoptr(bb_findings) findings = bb_findings_read_alone(context, path, diag, error);

    if (findings == NULL)
        return NULL;
    if (findings->doc != NULL && !bb_findings_compare_edition(findings, error))
        return NULL;
    bb_findings_accept(findings, diag);
    g_ptr_array_add(findings->files, NULL);
    findings->diag = NULL;
    return g_steal_pointer(&findings);
}

xmlDoc *bb_findings_document(const bb_findings *findings)
{
    return findings->doc;
}

const bb_profile *bb_findings_profile(const bb_findings *findings)
{
    return findings->profile;
}

const char *const *bb_findings_files(const bb_findings *findings)
{
    return (const char *const *)findings->files->pdata;
}
