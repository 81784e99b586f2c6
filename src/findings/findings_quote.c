/* findings_quote.c - whether pull quotes stand in the report, word for word. */
#include "findings/findings_private.h"

#include "base/text.h"

#include <string.h>

enum { QUOTED = 60 };

static const char ELLIPSIS[] = "\xe2\x80\xa6";

/* Whether the parts stand in the text one behind the other. */
static bool holds_parts(const char *text, char **parts)
{
    for (char **part = parts; *part != NULL; part++) {
        const char *found = strstr(text, *part);
        if (found == NULL)
            return false;
        text = found + strlen(*part);
    }
    return true;
}

/* What stands between the ellipses, whatever its case. */
static char **split(const char *words)
{
    g_autofree char *folded = g_utf8_casefold(words, -1);
    char **parts = g_strsplit(folded, ELLIPSIS, -1);

    for (char **part = parts; *part != NULL; part++)
        g_strstrip(*part);
    return parts;
}

/* The texts of the report in which quotes are looked for: paragraphs and items of lists. */
static GPtrArray *collect_texts(const bb_findings *findings)
{
    GPtrArray *texts = g_ptr_array_new_with_free_func(g_free);
    xmlNode *root = xmlDocGetRootElement(findings->doc);

    for (xmlNode *node = root; node != NULL; node = bb_node_next(root, node)) {
        if (!bb_node_is(node, "p") && !bb_node_is(node, "li"))
            continue;
        g_autofree char *words = bb_node_words(node);
        g_ptr_array_add(texts, g_utf8_casefold(words, -1));
    }
    return texts;
}

static bool stands_somewhere(const GPtrArray *texts, const char *words)
{
    g_auto(GStrv) parts = split(words);

    for (guint i = 0; i < texts->len; i++) {
        if (holds_parts(texts->pdata[i], parts))
            return true;
    }
    return false;
}

void bb_findings_check_quotes(bb_findings *findings)
{
    xmlNode *root = xmlDocGetRootElement(findings->doc);
    g_autoptr(GPtrArray) texts = NULL;

    for (xmlNode *node = root; node != NULL; node = bb_node_next(root, node)) {
        if (!bb_node_is(node, "pull-quote"))
            continue;
        g_autofree char *words = bb_node_words(node);
        if (texts == NULL)
            texts = collect_texts(findings);
        if (stands_somewhere(texts, words))
            continue;
        g_autofree char *quoted = bb_text_clip(words, QUOTED);
        bb_diag_report(findings->diag, BB_M_PULL_QUOTE, bb_findings_place(node), quoted);
    }
}
