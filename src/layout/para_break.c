/* para_break.c - choosing lines by total cost (Knuth and Plass, "Breaking paragraphs into lines").
 *
 * Ragged lines are given a little room to stretch at their end, so that they too come out even;
 * justified ones stretch and shrink at their word spaces. A first pass takes words whole and lines
 * that fit well; if that finds no way, words are divided, then lines may be looser, and at last any
 * line is allowed that does not stand out. */
#include "layout/para_private.h"

#include <math.h>
#include <string.h>

/* How far a ragged line may fall short without cost worth naming, each side: 10 pt. */
static const bb_length RAGGED = 10008;
/* A division by the dictionary costs; one at a soft hyphen or after a hyphen hardly does. */
static const int HYPHEN_PENALTY = 50, WRITTEN_HYPHEN_PENALTY = 1;
static const double FLAGGED_DEMERITS = 50.0, FITNESS_DEMERITS = 50.0, LADDER_DEMERITS = 1e20;
static const double WORST_RATIO = 1000.0;
enum { TIGHT, DECENT, LOOSE, VERY_LOOSE };

typedef struct {
    int candidate, previous; /* indices; previous is a node */
    double demerits, ratio;
    int fitness;
    int ladder; /* how many lines in a row end with a division, this one the last */
} node;

/* A line that does not fit, kept for when none does. */
typedef struct {
    int candidate, previous; /* candidate -1: none */
    double demerits, ratio;
} misfit;

typedef struct {
    bb_para *para;
    bb_length width, indent;
    bb_length ragged; /* what lines may fall short; 0 when they are justified */
    bool last_justified, centered;
    bb_length last_indent; /* last-line-end-indent */
    int ladder;            /* hyphenation-ladder-count, or 0: no limit */
    GArray *candidates;    /* bb_candidate; the first is the paragraph's start */
    GArray *nodes;         /* node */
    GArray *active;        /* indices of nodes */
    double threshold;
    bool force; /* a line that does not fit is better than none */
    misfit too_long, too_short;
    int given_up; /* the node furthest on that no line could go on from; -1: none */
} breaker;

static const bb_item *item_at(const bb_para *para, int index)
{
    return &g_array_index(para->items, bb_item, index);
}

/* --- candidates --- */

typedef struct {
    bb_length width, stretch, shrink;
} sums;

static bool vanishes(const bb_item *item)
{
    return item->kind == BB_ITEM_SPACE && !item->keeps;
}

const bb_shape *bb_item_part(bb_para *para, const bb_item *item, int from, int to, bool hyphen)
{
    g_autoptr(GString) text = g_string_new_len(item->shape->text + from, to - from);

    if (hyphen)
        g_string_append(text, item->style->hyphen);
    return bb_shaper_shape(para->layout->shaper, item->style->query, item->style->language,
                           item->level, text->str, (int)text->len);
}

static bb_length part_width(bb_para *para, const bb_item *item, int to, bool hyphen)
{
    return bb_item_text_width(item->style, bb_item_part(para, item, 0, to, hyphen));
}

/* Divides a word where its language allows, and leaves quotes and stops around it alone. */
static void add_divisions(breaker *b, int index, const sums *before)
{
    enum { MOST = 24 };
    const bb_item *item = item_at(b->para, index);
    const bb_shape *shape = item->shape;
    int points[MOST], from = 0, to = shape->length;

    if (item->style->hyphen_language == NULL || item->source != NULL || item->whole)
        return;
    while (from < to && !g_unichar_isalpha(g_utf8_get_char(shape->text + from)))
        from = (int)(g_utf8_next_char(shape->text + from) - shape->text);
    while (to > from && !g_unichar_isalpha(g_utf8_get_char(g_utf8_prev_char(shape->text + to))))
        to = (int)(g_utf8_prev_char(shape->text + to) - shape->text);
    int count = bb_hyphenator_points(b->para->layout->hyphenator, item->style->hyphen_language,
                                     shape->text + from, to - from, item->style->hyphen_before,
                                     item->style->hyphen_after, points, MOST);
    for (int i = 0; i < count; i++) {
        int byte = from + points[i];
        if (index == b->para->start && byte <= b->para->start_byte)
            continue;
        bb_length with = part_width(b->para, item, byte, true) - item->style->letter_spacing;
        bb_candidate candidate = {
            .item = index,
            .byte = byte,
            .end = before->width + with + item->state->line_end,
            .start =
                before->width + part_width(b->para, item, byte, false) - item->state->line_start,
            .end_stretch = before->stretch,
            .start_stretch = before->stretch,
            .end_shrink = before->shrink,
            .start_shrink = before->shrink,
            .penalty = HYPHEN_PENALTY,
            .hyphen = true,
            .divided = true,
            .settled = true,
        };
        g_array_append_val(b->candidates, candidate);
    }
}

/* solid and trailing are of the last item that does not vanish at a line's end. */
static void add_candidate(breaker *b, int index, const bb_item *item, const sums *solid,
                          bb_length trailing)
{
    bool soft = item->break_after == BB_MAY_HYPHENATE;
    bool written = soft || (item->kind == BB_ITEM_TEXT && item->break_after == BB_MAY_BREAK);
    bb_candidate candidate = {
        .item = index,
        .end = solid->width - trailing + item->state->line_end,
        .end_stretch = solid->stretch,
        .end_shrink = solid->shrink,
        .penalty = written ? WRITTEN_HYPHEN_PENALTY : 0,
        .hyphen = soft,
        .forced = item->break_after == BB_MUST_BREAK,
    };

    if (soft)
        candidate.end += part_width(b->para, item, item->shape->length, true) - item->width;
    g_array_append_val(b->candidates, candidate);
}

static void settle_starts(breaker *b, guint *unsettled, const sums *now)
{
    for (; *unsettled < b->candidates->len; (*unsettled)++) {
        bb_candidate *candidate = &g_array_index(b->candidates, bb_candidate, *unsettled);
        if (candidate->settled)
            continue;
        candidate->settled = true;
        candidate->start = now->width - item_at(b->para, candidate->item)->state->line_start;
        candidate->start_stretch = now->stretch;
        candidate->start_shrink = now->shrink;
    }
}

/* Before the first item, or where an earlier page left off. */
static bb_candidate start_of(bb_para *para)
{
    bb_candidate start = {.item = para->start - 1, .settled = true};

    if (para->start_byte > 0) {
        start.item = para->start;
        start.byte = para->start_byte;
        start.start = part_width(para, item_at(para, para->start), para->start_byte, false);
    }
    return start;
}

/* Whether it leaves a line as it is: nothing to see, and no width. */
static bool is_nothing(const bb_item *item)
{
    return item->width == 0 && (item->kind == BB_ITEM_OPEN || item->kind == BB_ITEM_CLOSE ||
                                item->kind == BB_ITEM_ANCHOR);
}

static void find_candidates(breaker *b, bool divide)
{
    sums all = {0}, solid = {0};
    bb_length trailing = 0;
    bb_candidate start = start_of(b->para);
    guint unsettled = 1;
    int count = (int)b->para->items->len;

    g_array_set_size(b->candidates, 0);
    g_array_append_val(b->candidates, start);
    for (int i = b->para->start; i < count; i++) {
        const bb_item *item = item_at(b->para, i);
        bool vanishing = vanishes(item);
        if (!vanishing)
            settle_starts(b, &unsettled, &all);
        if (divide && item->kind == BB_ITEM_TEXT) {
            add_divisions(b, i, &all);
            unsettled = b->candidates->len;
        }
        all.width += item->width;
        if (b->ragged == 0 || item->kind == BB_ITEM_LEADER) {
            all.stretch += item->stretch;
            all.shrink += bb_item_shrink(b->para, item);
        }
        if (!vanishing && !is_nothing(item)) {
            solid = all;
            trailing = bb_item_trailing(item);
        }
        if (item->break_after != BB_NO_BREAK && i < count - 1)
            add_candidate(b, i, item, &solid, trailing);
    }
    settle_starts(b, &unsettled, &all);
    bb_candidate end = {
        .item = count - 1,
        .end =
            solid.width - trailing + (count > 0 ? item_at(b->para, count - 1)->state->line_end : 0),
        .end_stretch = solid.stretch,
        .end_shrink = solid.shrink,
        .forced = true,
    };
    g_array_append_val(b->candidates, end);
}

/* --- cost --- */

static const bb_candidate *candidate_at(const breaker *b, int index)
{
    return &g_array_index(b->candidates, bb_candidate, index);
}

static bb_length line_width(const breaker *b, int from)
{
    return b->width - (from == 0 ? b->indent : 0);
}

/* What the end of a line may fall short: the last one's as much as it likes. A long last line is
 * still better than a short one, save when lines are centred. */
static bb_length free_end(const breaker *b, const bb_candidate *z)
{
    if (!z->forced || b->last_justified || b->centered)
        return b->ragged;
    return bb_length_max(b->width, b->ragged);
}

/* The adjustment ratio of the line between two candidates: 0 is natural, -1 as tight as it may be,
 * 1 as loose as is comfortable. */
static double ratio_of(const breaker *b, int from, int to)
{
    const bb_candidate *a = candidate_at(b, from), *z = candidate_at(b, to);
    bb_length difference = line_width(b, from) - (z->end - a->start);
    bb_length stretch = z->end_stretch - a->start_stretch + free_end(b, z);
    bb_length shrink = z->end_shrink - a->start_shrink;

    if (z->forced && !b->last_justified)
        difference -= b->last_indent;
    if (difference < 0 && difference >= -bb_para_hair(b->width))
        return 0;
    if (difference > 0)
        return stretch > 0 ? (double)difference / (double)stretch : HUGE_VAL;
    if (difference < 0)
        return shrink > 0 ? (double)difference / (double)shrink : -HUGE_VAL;
    return 0;
}

static int fitness_of(double ratio)
{
    if (ratio < -0.5)
        return TIGHT;
    if (ratio <= 0.5)
        return DECENT;
    return ratio <= 1.0 ? LOOSE : VERY_LOOSE;
}

/* Lines that end with a division, one after the other. */
static int ladder_of(const breaker *b, const node *from, int to)
{
    return candidate_at(b, to)->divided ? from->ladder + 1 : 0;
}

static double demerits_of(const breaker *b, const node *from, int to, double ratio)
{
    const bb_candidate *z = candidate_at(b, to);
    double f = fmin(fabs(ratio), WORST_RATIO);
    double badness = 1.0 + 100.0 * f * f * f + (double)z->penalty;
    double demerits = badness * badness;

    if (z->divided && candidate_at(b, from->candidate)->divided)
        demerits += FLAGGED_DEMERITS;
    if (b->ladder > 0 && ladder_of(b, from, to) > b->ladder)
        demerits += LADDER_DEMERITS;
    if (abs(fitness_of(ratio) - from->fitness) > 1)
        demerits += FITNESS_DEMERITS;
    return from->demerits + demerits;
}

/* --- the search --- */

static int add_node(breaker *b, int candidate, int previous, double demerits, double ratio)
{
    node n = {candidate, previous, demerits, ratio, fitness_of(ratio), 0};

    if (previous >= 0)
        n.ladder = ladder_of(b, &g_array_index(b->nodes, node, previous), candidate);
    g_array_append_val(b->nodes, n);
    return (int)b->nodes->len - 1;
}

/* Keeps the best of the lines that are too long, and of those that are too short. */
static void keep_misfit(breaker *b, int from, int to, double ratio, double demerits)
{
    misfit *kept = ratio < 0 ? &b->too_long : &b->too_short;
    bool better = ratio < 0 ? demerits < kept->demerits : demerits <= kept->demerits;

    if (kept->candidate < 0 || better)
        *kept = (misfit){to, from, demerits, ratio};
}

static void give_up(breaker *b, int index)
{
    const node *n = &g_array_index(b->nodes, node, index);
    const node *known = b->given_up >= 0 ? &g_array_index(b->nodes, node, b->given_up) : NULL;

    if (known == NULL || n->candidate > known->candidate ||
        (n->candidate == known->candidate && n->demerits < known->demerits))
        b->given_up = index;
}

/* Looks back from one candidate at every active node; keeps the best way for each fitness. */
static void consider(breaker *b, int to)
{
    int best[VERY_LOOSE + 1];
    double cost[VERY_LOOSE + 1], ratios[VERY_LOOSE + 1];
    bool forced = candidate_at(b, to)->forced;

    for (int i = TIGHT; i <= VERY_LOOSE; i++) {
        best[i] = -1;
        cost[i] = HUGE_VAL;
    }
    for (guint i = 0; i < b->active->len;) {
        int index = g_array_index(b->active, int, i);
        const node *from = &g_array_index(b->nodes, node, index);
        double ratio = ratio_of(b, from->candidate, to);
        bool fits = ratio >= -1.0 && ratio <= b->threshold;
        double demerits = fits || b->force ? demerits_of(b, from, to, ratio) : HUGE_VAL;
        int fitness = fitness_of(ratio);
        if (fits && demerits < cost[fitness]) {
            cost[fitness] = demerits;
            best[fitness] = index;
            ratios[fitness] = ratio;
        }
        if (!fits && b->force)
            keep_misfit(b, index, to, ratio, demerits);
        if (ratio < -1.0 || forced) {
            give_up(b, index);
            g_array_remove_index(b->active, i);
        } else {
            i++;
        }
    }
    for (int i = TIGHT; i <= VERY_LOOSE; i++) {
        if (best[i] < 0)
            continue;
        int index = add_node(b, to, best[i], cost[i], ratios[i]);
        g_array_append_val(b->active, index);
    }
}

/* No line fits: goes on from the last good end of a line, or from one that is too short, so that
 * nothing stands out; from one that is too long where that would lead nowhere. Gives the node. */
static int start_again(breaker *b, int last)
{
    int from = b->given_up;
    int stuck = last >= 0 ? g_array_index(b->nodes, node, last).candidate : 0;
    bool good = from >= 0 && g_array_index(b->nodes, node, from).candidate > stuck;
    bool loose = good && g_array_index(b->nodes, node, from).ratio > 0;

    if (!loose && (b->too_short.candidate > stuck || !good)) {
        bool is_short = b->too_short.candidate > stuck;
        const misfit *kept = is_short ? &b->too_short : &b->too_long;
        from = add_node(b, kept->candidate, kept->previous, 0, kept->ratio);
    }
    g_array_index(b->nodes, node, from).demerits = 0;
    g_array_append_val(b->active, from);
    b->too_short.candidate = b->too_long.candidate = b->given_up = -1;
    return from;
}

static int best_active(const breaker *b)
{
    int best = -1;

    for (guint i = 0; i < b->active->len; i++) {
        int index = g_array_index(b->active, int, i);
        if (best < 0 || g_array_index(b->nodes, node, index).demerits <
                            g_array_index(b->nodes, node, best).demerits)
            best = index;
    }
    return best;
}

/* The best final node, or -1 when this threshold allows no way. */
static int search(breaker *b, double threshold, bool force)
{
    int started = -1;

    b->threshold = threshold;
    b->force = force;
    b->too_short.candidate = b->too_long.candidate = b->given_up = -1;
    g_array_set_size(b->nodes, 0);
    g_array_set_size(b->active, 0);
    int start = add_node(b, 0, -1, 0, 0);
    g_array_append_val(b->active, start);
    for (int to = 1; to < (int)b->candidates->len; to++) {
        consider(b, to);
        if (b->active->len > 0)
            continue;
        if (!force)
            return -1;
        started = start_again(b, started);
        to = g_array_index(b->nodes, node, started).candidate;
    }
    return best_active(b);
}

/* --- lines --- */

static void include(bb_line_extent *e, const bb_align *align)
{
    bb_length top = bb_align_top(align, NULL);

    e->above = bb_length_max(e->above, top);
    e->below = bb_length_max(e->below, align->height - top);
}

/* Whether an item makes a line of its own: what is not there, or a space that vanishes, does not.
 */
static bool makes_line(const bb_item *item)
{
    switch ((bb_item_kind)item->kind) {
    case BB_ITEM_GRAPHIC:
    case BB_ITEM_TEXT:
    case BB_ITEM_NUMBER:
    case BB_ITEM_LEADER:
    case BB_ITEM_NEWLINE:
        return true;
    case BB_ITEM_SPACE:
        return item->keeps;
    default:
        return item->width != 0;
    }
}

static bool has_height(const bb_item *item)
{
    return item->kind == BB_ITEM_GRAPHIC || item->kind == BB_ITEM_TEXT ||
           item->kind == BB_ITEM_NUMBER || item->kind == BB_ITEM_LEADER;
}

/* The line reaches from the highest top to the lowest bottom of the block's own font and of what
 * stands on it, and the half-leading of the block comes on either side (§4.5): an inline's own
 * line-height changes nothing. What hangs on an edge of the line needs room, but no edge of its
 * own.
 */
static void measure_line(bb_para *para, bb_line *line)
{
    const bb_text_style *strut = bb_text_style_of(para->layout, para->block);
    bb_length leading = strut->line_height - strut->ascent - strut->descent;
    bool grows = !bb_fo_has(para->block, BB_FO_P_LINE_STACKING_STRATEGY, BB_FO_K_FONT_HEIGHT);
    bool shifts =
        bb_fo_has(para->block, BB_FO_P_LINE_HEIGHT_SHIFT_ADJUSTMENT, BB_FO_K_CONSIDER_SHIFTS);
    bb_line_extent e = {strut->ascent, strut->descent};
    bb_length tallest = 0;
    bool something = false;

    for (int i = line->from; i <= line->to; i++) {
        const bb_item *item = item_at(para, i);
        const bb_align *align = item->state->align;
        something = something || makes_line(item);
        if (!grows || !has_height(item))
            continue;
        if (bb_align_is_at_edge(align))
            tallest = bb_length_max(tallest, align->height);
        else if (shifts || align->shift == 0)
            include(&e, align);
    }
    e.below = bb_length_max(e.below, tallest - e.above);
    line->extent = e;
    line->height = something ? leading + e.above + e.below : 0;
    line->baseline = something ? leading / 2 + e.above : 0;
}

static void add_line(breaker *b, int from, int to)
{
    const bb_candidate *a = candidate_at(b, from), *z = candidate_at(b, to);
    bb_para *para = b->para;
    bb_line line = {
        .from = a->byte > 0 ? a->item : a->item + 1,
        .from_byte = a->byte,
        .to = z->item,
        .to_byte = z->byte,
        .hyphen = z->hyphen,
        .last = z->forced,
        .indent = from == 0 ? b->indent : 0,
        .lead_in = a->item >= 0 ? item_at(para, a->item)->state->line_start : 0,
        .lead_out = z->item >= 0 ? item_at(para, z->item)->state->line_end : 0,
    };

    /* Spaces at a line's beginning went with the line before. */
    if (from > 0 && a->byte == 0 && !a->forced) {
        while (line.from < line.to && vanishes(item_at(para, line.from)))
            line.from++;
    }
    if (from > 0)
        g_array_index(para->lines, bb_line, para->lines->len - 1).to =
            MAX(g_array_index(para->lines, bb_line, para->lines->len - 1).to,
                a->byte > 0 ? a->item : line.from - 1);
    measure_line(para, &line);
    g_array_append_val(para->lines, line);
}

static void make_lines(breaker *b, int last)
{
    g_autoptr(GArray) way = g_array_new(FALSE, FALSE, sizeof(int));

    for (int n = last; n >= 0; n = g_array_index(b->nodes, node, n).previous)
        g_array_append_val(way, g_array_index(b->nodes, node, n).candidate);
    g_array_set_size(b->para->lines, 0);
    for (guint i = way->len - 1; i > 0; i--)
        add_line(b, g_array_index(way, int, i), g_array_index(way, int, i - 1));
}

/* Where only the last line is justified the others count with the stretch of their spaces alone, as
 * it does. */
static bb_length raggedness(const bb_para *para)
{
    if (para->align == BB_FO_K_JUSTIFY || para->align_last == BB_FO_K_JUSTIFY)
        return 0;
    return para->align == BB_FO_K_CENTER ? 2 * RAGGED : RAGGED;
}

/* How loose a line may be: at first well set, then bearable. */
static const double GOOD = 1.0, FAIR = 5.0, POOR = 20.0;

/* Whole words first; then words divided where that is allowed, or looser lines; at last whatever
 * there is. */
static int choose(breaker *b, bool divides)
{
    find_candidates(b, false);
    int last = search(b, GOOD, false);
    if (last < 0 && divides)
        find_candidates(b, true);
    if (last < 0)
        last = search(b, divides ? GOOD : FAIR, false);
    return last < 0 ? search(b, POOR, true) : last;
}

void bb_para_choose_lines(bb_para *para, bb_length width, bb_length indent)
{
    breaker b = {
        .para = para,
        .width = width,
        .indent = indent,
        .ragged = raggedness(para),
        .last_justified = para->align_last == BB_FO_K_JUSTIFY,
        .last_indent = bb_fo_get_length(para->block, BB_FO_P_LAST_LINE_END_INDENT, width),
        .centered = para->align == BB_FO_K_CENTER,
        .ladder = bb_fo_get_integer(para->block, BB_FO_P_HYPHENATION_LADDER_COUNT),
        .candidates = g_array_new(FALSE, FALSE, sizeof(bb_candidate)),
        .nodes = g_array_new(FALSE, FALSE, sizeof(node)),
        .active = g_array_new(FALSE, FALSE, sizeof(int)),
    };

    make_lines(&b, choose(&b, para->hyphenates));
    g_array_unref(b.candidates);
    g_array_unref(b.nodes);
    g_array_unref(b.active);
}
