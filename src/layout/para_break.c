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
static const int HYPHEN_PENALTY = 50;
static const double FLAGGED_DEMERITS = 50.0, FITNESS_DEMERITS = 50.0;
enum { TIGHT, DECENT, LOOSE, VERY_LOOSE };

typedef struct {
    int candidate, previous; /* indices; previous is a node */
    double demerits;
    int fitness;
} node;

typedef struct {
    bb_para *para;
    bb_length width, indent;
    bb_length ragged; /* what lines may fall short; 0 when they are justified */
    bool last_justified;
    GArray *candidates; /* bb_candidate; the first is the paragraph's start */
    GArray *nodes;      /* node */
    GArray *active;     /* indices of nodes */
    double threshold;
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
        g_string_append_c(text, '-');
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
        bb_candidate candidate = {
            .item = index,
            .byte = byte,
            .end = before->width + part_width(b->para, item, byte, true),
            .start = before->width + part_width(b->para, item, byte, false),
            .end_stretch = before->stretch,
            .start_stretch = before->stretch,
            .end_shrink = before->shrink,
            .start_shrink = before->shrink,
            .penalty = HYPHEN_PENALTY,
            .hyphen = true,
        };
        g_array_append_val(b->candidates, candidate);
    }
}

static void add_candidate(breaker *b, int index, const bb_item *item, const sums *solid)
{
    bool hyphen = item->break_after == BB_MAY_HYPHENATE;
    bb_candidate candidate = {
        .item = index,
        .end = solid->width,
        .start = -1, /* known at the next thing that does not vanish */
        .end_stretch = solid->stretch,
        .end_shrink = solid->shrink,
        .penalty = hyphen ? HYPHEN_PENALTY : 0,
        .hyphen = hyphen,
        .forced = item->break_after == BB_MUST_BREAK,
    };

    if (hyphen) {
        bb_length whole = part_width(b->para, item, item->shape->length, true);
        candidate.end += whole - item->width;
    }
    g_array_append_val(b->candidates, candidate);
}

static void settle_starts(breaker *b, guint *unsettled, const sums *now)
{
    for (; *unsettled < b->candidates->len; (*unsettled)++) {
        bb_candidate *candidate = &g_array_index(b->candidates, bb_candidate, *unsettled);
        if (candidate->start >= 0)
            continue;
        candidate->start = now->width;
        candidate->start_stretch = now->stretch;
        candidate->start_shrink = now->shrink;
    }
}

/* Before the first item, or where an earlier page left off. */
static bb_candidate start_of(bb_para *para)
{
    bb_candidate start = {.item = para->start - 1};

    if (para->start_byte > 0) {
        start.item = para->start;
        start.byte = para->start_byte;
        start.start = part_width(para, item_at(para, para->start), para->start_byte, false);
    }
    return start;
}

static void find_candidates(breaker *b, bool divide)
{
    sums all = {0}, solid = {0};
    bb_candidate start = start_of(b->para);
    guint unsettled = 1;

    g_array_set_size(b->candidates, 0);
    g_array_append_val(b->candidates, start);
    for (int i = b->para->start; i < (int)b->para->items->len; i++) {
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
            all.shrink += item->shrink;
        }
        if (!vanishing &&
            !(item->width == 0 && (item->kind == BB_ITEM_OPEN || item->kind == BB_ITEM_CLOSE ||
                                   item->kind == BB_ITEM_ANCHOR)))
            solid = all;
        bool at_end = i == (int)b->para->items->len - 1;
        if (item->break_after != BB_NO_BREAK && !at_end)
            add_candidate(b, i, item, &solid);
    }
    settle_starts(b, &unsettled, &all);
    bb_candidate end = {
        .item = (int)b->para->items->len - 1,
        .end = solid.width,
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

/* The adjustment ratio of the line between two candidates: 0 is natural, -1 as tight as it may be,
 * 1 as loose as is comfortable. */
static double ratio_of(const breaker *b, int from, int to)
{
    const bb_candidate *a = candidate_at(b, from), *z = candidate_at(b, to);
    bb_length difference = line_width(b, from) - (z->end - a->start);
    bb_length stretch = z->end_stretch - a->start_stretch + b->ragged;
    bb_length shrink = z->end_shrink - a->start_shrink;

    if (difference >= 0 && z->forced && !b->last_justified)
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

static double demerits_of(const breaker *b, const node *from, int to, double ratio)
{
    const bb_candidate *z = candidate_at(b, to);
    double f = fmin(fabs(ratio), 1e4);
    double badness = 1.0 + 100.0 * f * f * f + (double)z->penalty;
    double demerits = badness * badness;

    if (z->hyphen && candidate_at(b, from->candidate)->hyphen)
        demerits += FLAGGED_DEMERITS;
    if (abs(fitness_of(ratio) - from->fitness) > 1)
        demerits += FITNESS_DEMERITS;
    return from->demerits + demerits;
}

/* --- the search --- */

static int add_node(breaker *b, int candidate, int previous, double demerits, int fitness)
{
    node n = {candidate, previous, demerits, fitness};

    g_array_append_val(b->nodes, n);
    return (int)b->nodes->len - 1;
}

/* Looks back from one candidate at every active node; keeps the best way for each fitness. */
static void consider(breaker *b, int to)
{
    int best[VERY_LOOSE + 1];
    double cost[VERY_LOOSE + 1];
    bool forced = candidate_at(b, to)->forced;

    for (int i = TIGHT; i <= VERY_LOOSE; i++) {
        best[i] = -1;
        cost[i] = HUGE_VAL;
    }
    for (guint i = 0; i < b->active->len;) {
        int index = g_array_index(b->active, int, i);
        const node *from = &g_array_index(b->nodes, node, index);
        double ratio = ratio_of(b, from->candidate, to);
        if (ratio >= -1.0 && ratio <= b->threshold) {
            double demerits = demerits_of(b, from, to, ratio);
            int fitness = fitness_of(ratio);
            if (demerits < cost[fitness]) {
                cost[fitness] = demerits;
                best[fitness] = index;
            }
        }
        if (ratio < -1.0 || forced)
            g_array_remove_index(b->active, i);
        else
            i++;
    }
    for (int i = TIGHT; i <= VERY_LOOSE; i++) {
        if (best[i] < 0)
            continue;
        int index = add_node(b, to, best[i], cost[i], i);
        g_array_append_val(b->active, index);
    }
}

/* When nothing fits, a line must stand out: the shortest that does, by the best way to it. */
static void stand_out(breaker *b, int to, int previous)
{
    const node *from = &g_array_index(b->nodes, node, previous);
    int index = add_node(b, to, previous, from->demerits + 1e12, TIGHT);

    g_array_append_val(b->active, index);
}

/* The active node that is furthest on: nodes are made in the order of the text. */
static int furthest_active(const breaker *b)
{
    int best = -1;

    for (guint i = 0; i < b->active->len; i++) {
        int index = g_array_index(b->active, int, i);
        const node *n = &g_array_index(b->nodes, node, index);
        const node *known = best >= 0 ? &g_array_index(b->nodes, node, best) : NULL;
        if (known == NULL || n->candidate > known->candidate ||
            (n->candidate == known->candidate && n->demerits < known->demerits))
            best = index;
    }
    return best;
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
    int start = 0;

    b->threshold = threshold;
    g_array_set_size(b->nodes, 0);
    g_array_set_size(b->active, 0);
    start = add_node(b, 0, -1, 0, DECENT);
    g_array_append_val(b->active, start);
    for (int to = 1; to < (int)b->candidates->len; to++) {
        int furthest = furthest_active(b);
        consider(b, to);
        if (b->active->len > 0)
            continue;
        if (!force)
            return -1;
        stand_out(b, to, furthest);
    }
    return best_active(b);
}

/* --- lines --- */

static bb_length text_top(const bb_text_style *style)
{
    bb_length leading = style->line_height - style->ascent - style->descent;

    return style->ascent + leading / 2;
}

typedef struct {
    bb_length top, bottom; /* above and below the baseline */
    bool something;
} extent;

static void include(extent *e, bb_length top, bb_length bottom)
{
    e->top = bb_length_max(e->top, top);
    e->bottom = bb_length_max(e->bottom, bottom);
    e->something = true;
}

static void include_graphic(extent *e, const bb_item *item, const bb_text_style *strut)
{
    bb_length height = item->height, middle;

    switch (bb_fo_get_keyword(item->node, BB_FO_P_ALIGNMENT_BASELINE)) {
    case BB_FO_K_MIDDLE:
        middle = (bb_length)llround(strut->face->x_height / 2 * (double)strut->size);
        include(e, middle + height / 2, height - height / 2 - middle);
        break;
    case BB_FO_K_BEFORE_EDGE:
    case BB_FO_K_TEXT_BEFORE_EDGE:
        include(e, strut->ascent, height - strut->ascent);
        break;
    case BB_FO_K_AFTER_EDGE:
    case BB_FO_K_TEXT_AFTER_EDGE:
        include(e, height - strut->descent, strut->descent);
        break;
    default:
        include(e, item->state->shift + height, -item->state->shift);
        break;
    }
}

static void include_text(extent *e, const bb_item *item, bool leading)
{
    const bb_text_style *style = item->style;
    bb_length top = leading ? text_top(style) : style->ascent;
    bb_length bottom = leading ? style->line_height - top : style->descent;

    include(e, item->state->shift + top, bottom - item->state->shift);
}

static void measure_line(bb_para *para, bb_line *line)
{
    const bb_text_style *strut = bb_text_style_of(para->layout, para->block);
    bb_fo_keyword strategy = bb_fo_get_keyword(para->block, BB_FO_P_LINE_STACKING_STRATEGY);
    bool leading = strategy != BB_FO_K_FONT_HEIGHT;
    bool shifts =
        bb_fo_has(para->block, BB_FO_P_LINE_HEIGHT_SHIFT_ADJUSTMENT, BB_FO_K_CONSIDER_SHIFTS);
    bb_length top = leading ? text_top(strut) : strut->ascent;
    extent e = {top, leading ? strut->line_height - top : strut->descent, false};

    for (int i = line->from; i <= line->to; i++) {
        const bb_item *item = item_at(para, i);
        switch ((bb_item_kind)item->kind) {
        case BB_ITEM_GRAPHIC:
            include_graphic(&e, item, strut);
            break;
        case BB_ITEM_TEXT:
        case BB_ITEM_NUMBER:
        case BB_ITEM_LEADER:
            if (strategy == BB_FO_K_LINE_HEIGHT || (!shifts && item->state->shift != 0))
                e.something = true;
            else
                include_text(&e, item, leading);
            break;
        case BB_ITEM_SPACE:
            e.something = e.something || item->keeps;
            break;
        case BB_ITEM_NEWLINE:
            e.something = true;
            break;
        default:
            e.something = e.something || item->width != 0;
            break;
        }
    }
    line->height = e.something ? e.top + e.bottom : 0;
    line->baseline = e.something ? e.top : 0;
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

static bb_length raggedness(bb_fo_keyword align)
{
    if (align == BB_FO_K_JUSTIFY)
        return 0;
    return align == BB_FO_K_CENTER ? 2 * RAGGED : RAGGED;
}

void bb_para_choose_lines(bb_para *para, bb_length width, bb_length indent)
{
    breaker b = {
        .para = para,
        .width = width,
        .indent = indent,
        .ragged = raggedness(para->align),
        .last_justified = para->align_last == BB_FO_K_JUSTIFY,
        .candidates = g_array_new(FALSE, FALSE, sizeof(bb_candidate)),
        .nodes = g_array_new(FALSE, FALSE, sizeof(node)),
        .active = g_array_new(FALSE, FALSE, sizeof(int)),
    };
    const double good = 1.0, fair = 5.0, poor = 20.0;

    find_candidates(&b, false);
    int last = search(&b, good, false);
    bool divides = para->hyphenates;
    if ((last < 0 || para->align == BB_FO_K_JUSTIFY) && divides) {
        find_candidates(&b, true);
        last = search(&b, good, false);
    }
    if (last < 0)
        last = search(&b, fair, false);
    if (last < 0)
        last = search(&b, poor, false);
    if (last < 0)
        last = search(&b, HUGE_VAL, true);
    make_lines(&b, last);
    g_array_unref(b.candidates);
    g_array_unref(b.nodes);
    g_array_unref(b.active);
}
