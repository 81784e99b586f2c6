/* findings_run.h - a report in a folder of its own, read as the program reads it. */
#ifndef BB_TESTS_FINDINGS_RUN_H
#define BB_TESTS_FINDINGS_RUN_H

#include "findings/findings.h"

#include <check.h>
#include <glib/gstdio.h>
#include <string.h>

#define BB_TEMPLATES BB_SOURCE_DIR "/templates"
#define BB_CLEAN BB_SOURCE_DIR "/tests/golden/diagnostics/clean"

/* What begins and ends a report whose body matters; the body is one chapter. */
#define BB_REPORT_HEAD                                                                             \
    "<report xmlns='urn:bluebook:findings' xmlns:xi='http://www.w3.org/2001/XInclude' "            \
    "programme='omi' lang='en'><publication><title>A report</title>"                               \
    "<lead-body>HMI Probation</lead-body><published date='2008'/></publication>\n"
#define BB_REPORT_TAIL "</report>"

typedef struct {
    char *folder;
    bb_findings_context *context;
    bb_diag *diag;
    bb_findings *findings;
} bb_findings_run;

static inline void bb_run_set_up(bb_findings_run *run)
{
    run->folder = g_dir_make_tmp("bluebook-findings-XXXXXX", NULL);
    run->context = bb_findings_context_new(BB_TEMPLATES, NULL);
    run->diag = bb_diag_new();
    run->findings = NULL;
    ck_assert_ptr_nonnull(run->folder);
    ck_assert_ptr_nonnull(run->context);
}

static inline void bb_run_write(const bb_findings_run *run, const char *name, const char *text)
{
    g_autofree char *path = g_build_filename(run->folder, name, NULL);

    ck_assert(g_file_set_contents(path, text, -1, NULL));
}

/* Forgets the last report and reads the one that the folder holds. */
static inline void bb_run_read(bb_findings_run *run)
{
    g_autofree char *path = g_build_filename(run->folder, "report.xml", NULL);

    bb_findings_free(run->findings);
    bb_diag_free(run->diag);
    run->diag = bb_diag_new();
    run->findings = bb_findings_read(run->context, path, run->diag, NULL);
    ck_assert_ptr_nonnull(run->findings);
}

static inline void bb_run_read_text(bb_findings_run *run, const char *text)
{
    bb_run_write(run, "report.xml", text);
    bb_run_read(run);
}

static inline void bb_run_tear_down(bb_findings_run *run)
{
    GDir *dir = g_dir_open(run->folder, 0, NULL);

    for (const char *name; (name = g_dir_read_name(dir)) != NULL;) {
        g_autofree char *path = g_build_filename(run->folder, name, NULL);
        g_remove(path);
    }
    g_dir_close(dir);
    g_rmdir(run->folder);
    g_free(run->folder);
    bb_findings_free(run->findings);
    bb_findings_context_free(run->context);
    bb_diag_free(run->diag);
}

/* The first message with this code, or NULL. */
static inline const bb_diag_entry *bb_run_find(const bb_findings_run *run, const char *code)
{
    for (size_t i = 0; i < bb_diag_count(run->diag); i++) {
        const bb_diag_entry *entry = bb_diag_entry_at(run->diag, i);
        if (strcmp(entry->code, code) == 0)
            return entry;
    }
    return NULL;
}

/* The element with this id in the scored document, or NULL. */
static inline xmlNode *bb_run_element(const bb_findings_run *run, const char *id)
{
    xmlNode *node = xmlDocGetRootElement(bb_findings_document(run->findings));

    while (node != NULL) {
        xmlChar *value =
            node->type == XML_ELEMENT_NODE ? xmlGetNoNsProp(node, BAD_CAST "id") : NULL;
        bool found = value != NULL && strcmp((const char *)value, id) == 0;
        xmlFree(value);
        if (found)
            return node;
        xmlNode *next = node->children;
        while (next == NULL && node != NULL) {
            next = node->next;
            node = node->parent;
        }
        node = next;
    }
    return NULL;
}

#endif
