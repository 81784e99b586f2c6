/* findings_accept.c - what a report accepts: <accept code="…" reason="…"/>.
 *
 * An accept holds for the elements around it or, before a block, for that block. It is kept as the
 * places of these elements, since all that is told goes by places, and taken out of the tree. */
#include "findings/findings_private.h"

#include "base/text.h"

#include <string.h>

enum { QUOTED = 40 };

typedef struct {
    bb_place place;
    bb_message_id id;
    GHashTable *places; /* "file:line:column" of the elements that it holds for */
    bool used;
} accept;

/* What an accept that stands before it is meant for. */
static const char *const BLOCKS[] = {
    "p",
    "ul",
    "ol",
    "dl",
    "blockquote",
    "aside",
    "pull-quote",
    "gallery",
    "recommendations",
    "good-practice",
    "poor-practice",
    "enablers-and-barriers",
    "glossary",
    "table",
    "score-table",
    "chart",
    "figure",
    "section",
    "criterion",
    "strength",
    "improvement",
    "conclusion",
    NULL,
};

static char *place_key(bb_place place)
{
    return g_strdup_printf("%s:%d:%d", place.file != NULL ? place.file : "", place.line,
                           place.column);
}

static void accept_free(void *item)
{
    accept *a = item;

    g_hash_table_unref(a->places);
    g_free(a);
}

/* The element that is accepted in: accepts one behind the other have the same. */
static xmlNode *scope_of(const xmlNode *node)
{
    const xmlNode *next = xmlNextElementSibling((xmlNode *)node);

    while (next != NULL && bb_node_is(next, "accept"))
        next = xmlNextElementSibling((xmlNode *)next);
    if (next != NULL && g_strv_contains(BLOCKS, (const char *)next->name))
        return (xmlNode *)next;
    return node->parent;
}

static GHashTable *collect_places(xmlNode *scope)
{
    GHashTable *places = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

    for (xmlNode *node = scope; node != NULL; node = bb_node_next(scope, node))
        g_hash_table_add(places, place_key(bb_findings_place(node)));
    return places;
}

/* The message that is accepted, or BB_MESSAGE_COUNT when it can't be, which is reported. */
static bb_message_id read_code(bb_findings *findings, const xmlNode *node)
{
    g_autofree char *typed = bb_node_attribute(node, "code");
    g_autofree char *code = bb_text_squeeze(typed != NULL ? typed : "");
    g_autofree char *quoted = bb_text_clip(code, QUOTED);
    bb_message_id id = bb_diag_find_code(code);
    bb_place place = bb_findings_place(node);

    if (code[0] == '\0')
        return BB_MESSAGE_COUNT;
    if (id == BB_MESSAGE_COUNT) {
        bb_diag_report(findings->diag, BB_M_ACCEPT_UNKNOWN, place, quoted);
        return id;
    }
    if (bb_diag_severity(id) == BB_FAULT) {
        bb_diag_report(findings->diag, BB_M_ACCEPT_FAULT, place, quoted);
        return BB_MESSAGE_COUNT;
    }
    return id;
}

static void take(bb_findings *findings, xmlNode *node)
{
    bb_message_id id = read_code(findings, node);

    if (id != BB_MESSAGE_COUNT) {
        accept *a = g_new0(accept, 1);
        *a = (accept){bb_findings_place(node), id, collect_places(scope_of(node)), false};
        g_ptr_array_add(findings->accepts, a);
    }
}

void bb_findings_take_accepts(bb_findings *findings)
{
    xmlNode *root = xmlDocGetRootElement(findings->doc);
    g_autoptr(GPtrArray) nodes = g_ptr_array_new();

    g_ptr_array_set_free_func(findings->accepts, accept_free);
    for (xmlNode *node = root; node != NULL; node = bb_node_next(root, node)) {
        if (node != root && bb_node_is(node, "accept"))
            g_ptr_array_add(nodes, node);
    }
    /* All are read before the first is taken out: one may stand behind another. */
    for (guint i = 0; i < nodes->len; i++)
        take(findings, nodes->pdata[i]);
    for (guint i = 0; i < nodes->len; i++) {
        xmlUnlinkNode(nodes->pdata[i]);
        xmlFreeNode(nodes->pdata[i]);
    }
}

static bool is_accepted(const bb_diag_entry *entry, void *data)
{
    const bb_findings *findings = data;
    g_autofree char *key = place_key(entry->place);
    bool accepted = false;

    for (guint i = 0; i < findings->accepts->len; i++) {
        accept *a = findings->accepts->pdata[i];
        if (a->id == entry->id && g_hash_table_contains(a->places, key))
            accepted = a->used = true;
    }
    return accepted;
}

void bb_findings_accept(bb_findings *findings, bb_diag *diag)
{
    if (findings->accepts->len > 0)
        bb_diag_withdraw(diag, is_accepted, findings);
}

void bb_findings_report_idle(const bb_findings *findings, bb_diag *diag)
{
    for (guint i = 0; i < findings->accepts->len; i++) {
        const accept *a = findings->accepts->pdata[i];
        if (!a->used)
            bb_diag_report(diag, BB_M_ACCEPT_IDLE, a->place, bb_diag_code(a->id));
    }
}
