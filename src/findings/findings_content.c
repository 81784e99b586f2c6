/* findings_content.c - the order and number of an element's children.
 *
 * The children are followed through the content model of the element's rule. One that can't stand
 * where it is gets reported and set aside; from then on its name counts as present, so that one
 * misplaced child is one fault. */
#include "findings/findings_private.h"

#include "base/text.h"

#include <string.h>

typedef struct {
    const char *name; /* as in the rule, or BB_MODEL_TEXT */
    xmlNode *node;
} symbol;

typedef struct {
    bb_findings *findings;
    const xmlNode *parent;
    const bb_rule *rule;
    GArray *symbols;  /* symbol: the children in order */
    GArray *accepted; /* symbol: those that stand where they may */
    GPtrArray *free_names;
    bb_walk *walk; /* over the accepted ones */
    const char *last_rejected;
    int rejected;
} content;

/* After so many in one element, more say nothing new, and each costs another walk. */
static const int MOST_REJECTED = 10;

/* --- the children --- */

static bool has_symbol(const GArray *symbols, const char *name)
{
    for (guint i = 0; i < symbols->len; i++) {
        if (g_array_index(symbols, symbol, i).name == name)
            return true;
    }
    return false;
}

static void collect_symbols(content *c, GHashTable *aliases)
{
    for (xmlNode *child = c->parent->children; child != NULL; child = child->next) {
        symbol s = {NULL, child};
        const char *name = (const char *)child->name;
        if (child->type == XML_TEXT_NODE && c->rule->text &&
            !bb_text_is_blank((const char *)child->content))
            s.name = BB_MODEL_TEXT;
        if (child->type == XML_ELEMENT_NODE) {
            gpointer alias = NULL;
            if (aliases != NULL && g_hash_table_lookup_extended(aliases, child, NULL, &alias))
                name = alias;
            const bb_rule *rule = name != NULL ? bb_rule_child(c->rule, name) : NULL;
            s.name = rule != NULL ? rule->name : NULL;
        }
        if (s.name != NULL)
            g_array_append_val(c->symbols, s);
    }
}

/* What is missing altogether has been reported, or would have come from an include that failed. */
static void free_missing_names(content *c)
{
    for (guint i = 0; i < c->rule->needs->len; i++) {
        const bb_rule_need *need = &g_array_index(c->rule->needs, bb_rule_need, i);
        bool met = false;
        for (const char *const *name = need->names; *name != NULL; name++)
            met = met || has_symbol(c->symbols, *name);
        for (const char *const *name = need->names; *name != NULL && !met; name++)
            g_ptr_array_add(c->free_names, (gpointer)*name);
    }
    g_ptr_array_add(c->free_names, NULL);
}

/* --- walking --- */

/* A walk over the first accepted children, with the names that are free by now. */
static bb_walk *walk_over(const content *c, guint count, bool with_text)
{
    bb_walk *walk = bb_walk_new(c->rule->model, (const char *const *)c->free_names->pdata);

    for (guint i = 0; i < count; i++) {
        const symbol *s = &g_array_index(c->accepted, symbol, i);
        if (with_text || s->name != BB_MODEL_TEXT)
            bb_walk_step(walk, s->name);
    }
    return walk;
}

static void set_aside(content *c, const char *name)
{
    c->free_names->pdata[c->free_names->len - 1] = (gpointer)name;
    g_ptr_array_add(c->free_names, NULL);
    bb_walk_free(c->walk);
    c->walk = walk_over(c, c->accepted->len, true);
}

/* --- reporting --- */

/* "<title>", or the words themselves. */
static char *show(const symbol *s)
{
    if (s->name != BB_MODEL_TEXT)
        return g_strdup_printf("<%s>", (const char *)s->node->name);
    g_autofree char *words = bb_text_clip((const char *)s->node->content, 30);
    return g_strdup_printf("\"%s\"", words);
}

static void report(content *c, const symbol *s, bb_message_id id, const char *third)
{
    g_autofree char *shown = show(s);

    bb_diag_report(c->findings->diag, id, bb_findings_place(s->node), shown,
                   (const char *)c->parent->name, third);
}

static bool is_free(const content *c, const char *name)
{
    return g_strv_contains((const char *const *)c->free_names->pdata, name);
}

/* "<score> or <rating>": what the walk is waiting for. */
static char *list_expected(const content *c)
{
    const guint most = 4;
    g_autoptr(GPtrArray) expected = bb_walk_expected(c->walk);
    g_autoptr(GPtrArray) shown = g_ptr_array_new_with_free_func(g_free);

    for (guint i = 0; i + 1 < expected->len && shown->len < most; i++) {
        const char *name = expected->pdata[i];
        if (name == BB_MODEL_TEXT)
            g_ptr_array_add(shown, g_strdup("words"));
        else if (!is_free(c, name))
            g_ptr_array_add(shown, g_strdup_printf("<%s>", name));
    }
    if (shown->len == 0)
        return g_strdup("nothing");
    if (shown->len == most)
        g_ptr_array_add(shown, g_strdup("the like"));
    g_ptr_array_add(shown, NULL);
    return bb_text_list((const char *const *)shown->pdata, "or");
}

/* Words and blocks side by side, where either alone would do. */
static bool report_mixture(content *c, const symbol *s)
{
    if (!has_symbol(c->accepted, BB_MODEL_TEXT) && s->name != BB_MODEL_TEXT)
        return false;
    if (s->name == BB_MODEL_TEXT && c->accepted->len > 0 &&
        !has_symbol(c->accepted, BB_MODEL_TEXT)) {
        report(c, s, BB_M_TEXT_MIXED, "");
        return true;
    }
    g_autoptr(bb_walk) without = walk_over(c, c->accepted->len, false);
    if (s->name == BB_MODEL_TEXT || !bb_walk_allows(without, s->name))
        return false;
    report(c, s, BB_M_TEXT_MIXED, "");
    return true;
}

/* The last earlier place where the child would fit: before an accepted one, or instead of it. */
static bool report_earlier_place(content *c, const symbol *s)
{
    g_autoptr(bb_walk) walk = walk_over(c, 0, true);
    const symbol *found = NULL;
    bool before = false;

    for (guint i = 0; i < c->accepted->len; i++) {
        const symbol *other = &g_array_index(c->accepted, symbol, i);
        if (bb_walk_allows(walk, s->name)) {
            bool fits = bb_walk_allows_then(walk, s->name, other->name);
            if (fits || other->name != s->name) {
                found = other;
                before = fits;
            }
        }
        bb_walk_step(walk, other->name);
    }
    if (found == NULL)
        return false;
    g_autofree char *shown = show(found);
    report(c, s, before ? BB_M_ELEMENT_ORDER : BB_M_ELEMENT_ALTERNATIVE, shown);
    return true;
}

static void report_rejected(content *c, const symbol *s)
{
    c->rejected++;
    /* An unknown element that was taken for this one has been reported for its name. */
    bool taken_for = s->name != BB_MODEL_TEXT && strcmp(s->name, (const char *)s->node->name) != 0;
    if (s->name == c->last_rejected || taken_for)
        return;
    c->last_rejected = s->name;
    if (report_mixture(c, s))
        return;
    bool later = bb_walk_reaches(c->walk, s->name);
    if (!later && report_earlier_place(c, s))
        return;
    if (!later && has_symbol(c->accepted, s->name)) {
        report(c, s, BB_M_ELEMENT_DOUBLE, "");
        return;
    }
    g_autofree char *expected = list_expected(c);
    report(c, s, BB_M_ELEMENT_UNEXPECTED, expected);
}

static void follow(content *c)
{
    for (guint i = 0; i < c->symbols->len && c->rejected < MOST_REJECTED; i++) {
        const symbol *s = &g_array_index(c->symbols, symbol, i);
        if (bb_walk_step(c->walk, s->name)) {
            g_array_append_val(c->accepted, *s);
            c->last_rejected = NULL;
        } else {
            report_rejected(c, s);
            set_aside(c, s->name);
        }
    }
    if (c->rejected > 0 || bb_walk_may_end(c->walk))
        return;
    g_autofree char *expected = list_expected(c);
    bb_diag_report(c->findings->diag, BB_M_ELEMENT_INCOMPLETE, bb_findings_place(c->parent),
                   (const char *)c->parent->name, expected);
}

void bb_findings_check_content(bb_findings *findings, xmlNode *node, const bb_rule *rule,
                               GHashTable *aliases)
{
    g_autoptr(GArray) symbols = g_array_new(FALSE, FALSE, sizeof(symbol));
    g_autoptr(GArray) accepted = g_array_new(FALSE, FALSE, sizeof(symbol));
    g_autoptr(GPtrArray) free_names = g_ptr_array_new();
    content c = {findings, node, rule, symbols, accepted, free_names, NULL, NULL, 0};

    collect_symbols(&c, aliases);
    free_missing_names(&c);
    c.walk = walk_over(&c, 0, true);
    follow(&c);
    bb_walk_free(c.walk);
}
