/* findings_claim.c - proportions in words that have their percentage beside them: "nearly half of
 * them (61%)". Those that are bound to a number with <quantifier> are checked with the values; here
 * are those that somebody has typed. */
#include "findings/findings_private.h"
#include "findings/quantifier.h"

#include "base/number.h"
#include "base/text.h"

#include <string.h>

/* The words of a proportion, then no more than a few others, then the percentage in brackets. The
 * approach is put before it word by word, as long as the phrase is one that is known. */
static const char PATTERN[] =
    "((?:[\\w-]+ ){0,4})"
    "(half|(?:a |one |the )?(?:third|quarter|fifth|tenth)|two[- ]thirds|three[- ]quarters|"
    "(?:two|three|four)[- ]fifths|(?:the |a )?(?:large |vast |small |clear )?(?:majority|minority)|"
    "most|all|nearly all|almost all|none|few)"
    "(?: of)?(?: [^\\s().,;:%0-9]+){0,7} \\((\\d+(?:\\.\\d+)?)%\\)";

enum { QUOTED = 60 };

/* The longest end of "approach core" that is a known phrase; "more than half" before "half". */
static char *longest_phrase(const char *before, const char *core, bb_quantifier *quantifier)
{
    g_autofree char *squeezed = bb_text_squeeze(before);
    g_auto(GStrv) words = g_strsplit(squeezed, " ", -1);

    for (char **first = words; first != NULL; first++) {
        g_autofree char *lead = g_strjoinv(" ", first);
        g_autofree char *phrase = g_strconcat(lead, lead[0] != '\0' ? " " : "", core, NULL);
        g_autofree char *lower = g_utf8_strdown(phrase, -1);
        if (bb_quantifier_read(lower, quantifier))
            return g_steal_pointer(&phrase);
        if (*first == NULL)
            break;
    }
    return NULL;
}

static void check_match(bb_findings *findings, const xmlNode *node, const GMatchInfo *info)
{
    g_autofree char *before = g_match_info_fetch(info, 1);
    g_autofree char *core = g_match_info_fetch(info, 2);
    g_autofree char *number = g_match_info_fetch(info, 3);
    bb_quantifier quantifier;
    g_autofree char *phrase = longest_phrase(before, core, &quantifier);

    /* A number of cases that are left out can't be told from a percentage. */
    if (phrase == NULL || quantifier.all_but > 0)
        return;
    if (bb_quantifier_holds(&quantifier, g_ascii_strtod(number, NULL), -1))
        return;
    g_autofree char *quoted = bb_text_clip(phrase, QUOTED);
    g_autofree char *claim = bb_quantifier_describe(&quantifier);
    bb_diag_report(findings->diag, BB_M_CLAIM_WRONG, bb_findings_place(node), quoted, claim,
                   number);
}

void bb_findings_check_claims(bb_findings *findings)
{
    xmlNode *root = xmlDocGetRootElement(findings->doc);

    if (!bb_findings_is_english(findings))
        return;
    g_autoptr(GRegex) regex = g_regex_new(PATTERN, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);

    for (xmlNode *node = root; node != NULL; node = bb_node_next(root, node)) {
        g_autofree char *prose = bb_findings_prose(node);
        g_autoptr(GMatchInfo) info = NULL;
        if (prose == NULL || strchr(prose, '%') == NULL)
            continue;
        g_regex_match_full(regex, prose, -1, 0, 0, &info, NULL);
        for (; g_match_info_matches(info); g_match_info_next(info, NULL))
            check_match(findings, node, info);
    }
}
