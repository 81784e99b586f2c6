/* inspect_navigation.c - actions, outline, page labels (ISO 19005-2 6.5; ISO 32000-1 12.3, 12.4,
 * 12.6). */
#include "archive/inspect_private.h"

#include <string.h>

/* --- actions --- */

static void check_go_to(bb_inspection *in, const char *where, const bb_cos *action)
{
    if (!bb_inspect_destination(in, bb_cos_get(action, "D")))
        bb_inspect_report(in, BB_M_PDF_DESTINATION, where);
}

static void check_action(bb_inspection *in, const bb_cos *object, const bb_cos *action)
{
    static const char *const ALLOWED[] = {"GoTo", "GoToR", "GoToE",      "Thread",
                                          "URI",  "Named", "SubmitForm", NULL};
    static const char *const NAMED[] = {"NextPage", "PrevPage", "FirstPage", "LastPage", NULL};
    const char *where = bb_inspect_at_object(in, object);
    const char *type = bb_cos_name(bb_cos_get(action, "S"));
    const char *name = bb_cos_name(bb_cos_get(action, "N"));

    if (type == NULL)
        return;
    if (!g_strv_contains(ALLOWED, type))
        bb_inspect_report(in, BB_M_PDF_ACTION, where, type);
    else if (strcmp(type, "Named") == 0 && (name == NULL || !g_strv_contains(NAMED, name)))
        bb_inspect_report(in, BB_M_PDF_ACTION, where, name != NULL ? name : type);
    else if (strcmp(type, "GoTo") == 0)
        check_go_to(in, where, action);
    else if (strcmp(type, "URI") == 0 && (bb_cos_get(action, "URI") == NULL ||
                                          bb_cos_get(action, "URI")->kind != BB_COS_STRING))
        bb_inspect_report(in, BB_M_PDF_DESTINATION, where);
}

/* Structure attributes stand under A as well: they have an owner, not a type of action. */
static void find_actions(bb_inspection *in, const bb_cos *object, const bb_cos *dictionary)
{
    static const char *const KEYS[] = {"A", "OpenAction", "Next"};

    for (size_t i = 0; i < G_N_ELEMENTS(KEYS); i++) {
        const bb_cos *value = bb_cos_get(dictionary, KEYS[i]);
        if (bb_cos_is_dictionary(value) && bb_cos_get(value, "O") == NULL)
            check_action(in, object, value);
        for (int k = 0; k < bb_cos_length(value); k++) {
            if (bb_cos_get(bb_cos_item(value, k), "S") != NULL &&
                bb_cos_get(bb_cos_item(value, k), "O") == NULL)
                check_action(in, object, bb_cos_item(value, k));
        }
    }
    if (bb_cos_is_dictionary(bb_cos_get(dictionary, "AA")))
        bb_inspect_report(in, BB_M_PDF_TRIGGER, bb_inspect_at_object(in, object));
}

/* --- outline --- */

typedef struct {
    bb_inspection *in;
    GHashTable *visited;
} outline;

static void check_item(outline *o, const bb_cos *item)
{
    const bb_cos *destination = bb_cos_get(item, "Dest");
    g_autofree char *title = bb_cos_text(bb_cos_get(item, "Title"));
    g_autofree char *shown = g_strdup_printf("\"%s\"", title != NULL ? title : "");

    if (!bb_cos_says_something(bb_cos_get(item, "Title")))
        bb_inspect_report(o->in, BB_M_PDF_OUTLINE_TITLE, bb_inspect_at_object(o->in, item));
    if (destination != NULL ? !bb_inspect_destination(o->in, destination)
                            : bb_cos_get(item, "A") == NULL)
        bb_inspect_report(o->in, BB_M_PDF_OUTLINE_TARGET, "", shown);
}

/* First to Last by Next; Prev and Parent lead back. */
static void walk_outline(outline *o, const bb_cos *parent, int depth)
{
    const bb_cos *previous = NULL;

    for (const bb_cos *item = bb_cos_get(parent, "First"); item != NULL;
         item = bb_cos_get(item, "Next")) {
        if (depth > BB_MOST_TREE_DEPTH || !bb_cos_is_dictionary(item) ||
            !g_hash_table_add(o->visited, (void *)item)) {
            bb_inspect_report(o->in, BB_M_PDF_OUTLINE_LINKS, bb_inspect_at_object(o->in, item));
            return;
        }
        if (bb_cos_get(item, "Parent") != parent || bb_cos_get(item, "Prev") != previous)
            bb_inspect_report(o->in, BB_M_PDF_OUTLINE_LINKS, bb_inspect_at_object(o->in, item));
        check_item(o, item);
        walk_outline(o, item, depth + 1);
        previous = item;
    }
    if (bb_cos_get(parent, "Last") != previous)
        bb_inspect_report(o->in, BB_M_PDF_OUTLINE_LINKS, bb_inspect_at_object(o->in, parent));
}

/* --- page labels --- */

typedef struct {
    gint64 last; /* page of the entry before; -1 before the first */
} labels;

static void check_label(bb_inspection *in, const bb_cos *key, const bb_cos *value, void *data)
{
    static const char *const STYLES[] = {"D", "R", "r", "A", "a", NULL};
    labels *l = data;
    const bb_cos *style = bb_cos_get(value, "S"), *start = bb_cos_get(value, "St");
    const bb_cos *prefix = bb_cos_get(value, "P");
    gint64 page = -1, first = 1;
    bool good = bb_cos_integer(key, &page) && bb_cos_is_dictionary(value);

    good = good && (l->last < 0 ? page == 0 : page > l->last) && page < (gint64)in->pages->len;
    if (style != NULL)
        good = good && bb_cos_name(style) != NULL && g_strv_contains(STYLES, bb_cos_name(style));
    if (start != NULL)
        good = good && bb_cos_integer(start, &first) && first >= 1;
    if (prefix != NULL)
        good = good && prefix->kind == BB_COS_STRING;
    if (!good)
        bb_inspect_report(in, BB_M_PDF_LABELS, "",
                          bb_inspect_format(in, "%" G_GINT64_FORMAT, page));
    l->last = MAX(l->last, page);
}

void bb_inspect_navigation(bb_inspection *in)
{
    g_autoptr(GHashTable) visited = g_hash_table_new(NULL, NULL);
    outline o = {in, visited};
    labels l = {-1};
    const bb_cos *root = bb_cos_get(in->catalog, "Outlines");
    const bb_cos *opening = bb_cos_get(in->catalog, "OpenAction");

    bb_inspect_each_dictionary(in, find_actions);
    if (opening != NULL && opening->kind == BB_COS_ARRAY && !bb_inspect_destination(in, opening))
        bb_inspect_report(in, BB_M_PDF_DESTINATION, "");
    if (bb_cos_is_dictionary(root))
        walk_outline(&o, root, 0);
    bb_inspect_tree(in, bb_cos_get(in->catalog, "PageLabels"), "Nums", check_label, &l);
    for (guint i = 0; i < in->pages->len; i++) {
        const bb_page *page = in->pages->pdata[i];
        if (bb_cos_get(page->dictionary, "PresSteps") != NULL)
            bb_inspect_report(in, BB_M_PDF_PRESENTATION, bb_inspect_at_page(in, page->number));
    }
}
