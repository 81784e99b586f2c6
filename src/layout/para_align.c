/* para_align.c - baselines, and what is aligned with them.
 *
 * The terms are those of XSL 1.1 §7.14: a baseline table has positions of baselines in relation to
 * the dominant one; an object takes its alignment point from its own ("actual") table and puts it
 * on the baseline of its parent's scaled table. */
#include "layout/para_align.h"

#include "layout/para_private.h"

/* Fonts seldom say where these are: as parts of the altitude, what FOP takes. */
static const double HANGING = 0.8, MATHEMATICAL = 0.5;

/* A baseline's height above the alphabetic one. */
static bb_length position_of(const bb_baselines *t, bb_fo_keyword baseline)
{
    switch (baseline) {
    case BB_FO_K_BEFORE_EDGE:
    case BB_FO_K_TEXT_BEFORE_EDGE:
        return t->altitude;
    case BB_FO_K_AFTER_EDGE:
    case BB_FO_K_TEXT_AFTER_EDGE:
    case BB_FO_K_IDEOGRAPHIC:
        return t->depth;
    case BB_FO_K_HANGING:
        return (bb_length)llround((double)t->altitude * HANGING);
    case BB_FO_K_MATHEMATICAL:
        return (bb_length)llround((double)t->altitude * MATHEMATICAL);
    case BB_FO_K_CENTRAL:
        return (t->altitude - t->depth) / 2 + t->depth;
    case BB_FO_K_MIDDLE:
        return t->x_height / 2;
    default:
        return 0;
    }
}

/* Above the dominant baseline. */
static bb_length baseline_of(const bb_baselines *t, bb_fo_keyword baseline)
{
    return position_of(t, baseline) - position_of(t, t->dominant);
}

/* The same in an object's scaled table; the line's own edges are where its content ends. */
static bb_length scaled_baseline(const bb_align *a, bb_fo_keyword baseline,
                                 const bb_line_extent *line)
{
    if (a->of_line && line != NULL && baseline == BB_FO_K_BEFORE_EDGE)
        return line->above;
    if (a->of_line && line != NULL && baseline == BB_FO_K_AFTER_EDGE)
        return -line->below;
    return baseline_of(&a->scaled, baseline);
}

/* The dominant baseline of an object above the line's. */
static bb_length dominant_offset(const bb_align *a, const bb_line_extent *line)
{
    const bb_align *parent = a->parent;

    if (parent == NULL)
        return 0;
    bb_baselines derived = a->scaled;
    derived.dominant = parent->actual.dominant;
    return dominant_offset(parent, line) + scaled_baseline(parent, a->baseline, line) -
           baseline_of(&derived, a->baseline) - scaled_baseline(a, derived.dominant, NULL) +
           a->shift;
}

/* The alignment point above the line's baseline. */
static bb_length point_offset(const bb_align *a, const bb_line_extent *line)
{
    if (a->parent == NULL)
        return a->shift;
    return dominant_offset(a->parent, line) + scaled_baseline(a->parent, a->baseline, line) +
           a->shift;
}

bb_length bb_align_top(const bb_align *align, const bb_line_extent *line)
{
    return point_offset(align, line) + align->point;
}

bool bb_align_is_at_edge(const bb_align *align)
{
    return align->of_line &&
           (align->baseline == BB_FO_K_BEFORE_EDGE || align->baseline == BB_FO_K_AFTER_EDGE);
}

/* --- making --- */

static bb_fo_keyword keyword_or(const bb_fo_node *node, bb_fo_property property,
                                bb_fo_keyword otherwise)
{
    bb_fo_keyword keyword = bb_fo_get_keyword(node, property);

    return keyword == BB_FO_K_AUTO || keyword == BB_FO_K_BASELINE ? otherwise : keyword;
}

/* Above its dominant baseline, where the parent has its alphabetic one: what sub and super count
 * from. */
static bb_length alphabetic_of(const bb_align *a)
{
    bb_baselines derived = a->actual;

    derived.dominant = a->baseline;
    return point_offset(a, NULL) - dominant_offset(a, NULL) +
           baseline_of(&derived, BB_FO_K_ALPHABETIC);
}

static bb_length shift_of(const bb_fo_node *node, const bb_align *a)
{
    const bb_fo_value *shift = bb_fo_get(node, BB_FO_P_BASELINE_SHIFT);
    const bb_align *parent = a->parent;

    if (bb_fo_is(shift, BB_FO_K_SUPER))
        return parent->actual.x_height + alphabetic_of(parent);
    if (bb_fo_is(shift, BB_FO_K_SUB))
        return alphabetic_of(parent) - a->actual.x_height / 2;
    return bb_fo_length(shift, parent->line_height);
}

/* An object whose dominant baseline is its own, or that is shifted, has a table of its own for what
 * it holds (§7.14.5). */
static void settle_tables(const bb_fo_node *node, bb_align *a)
{
    bb_fo_keyword dominant = bb_fo_get_keyword(node, BB_FO_P_DOMINANT_BASELINE);
    bool own = dominant == BB_FO_K_AUTO && a->shift != 0;

    if (dominant != BB_FO_K_AUTO && dominant != BB_FO_K_USE_SCRIPT &&
        dominant != BB_FO_K_NO_CHANGE) {
        own = true;
        if (dominant != BB_FO_K_RESET_SIZE)
            a->actual.dominant = dominant;
    }
    a->scaled = own ? a->actual : a->parent->scaled;
    a->of_line = !own && a->parent->of_line;
}

static void settle_point(const bb_fo_node *node, bb_align *a)
{
    const bb_fo_value *adjust = bb_fo_get(node, BB_FO_P_ALIGNMENT_ADJUST);
    bb_length top = baseline_of(&a->actual, BB_FO_K_BEFORE_EDGE);

    if (adjust->kind == BB_FO_LENGTH_VALUE)
        a->point = top + bb_fo_length(adjust, a->line_height);
    else if (bb_fo_is(adjust, BB_FO_K_BASELINE))
        a->point = top;
    else
        a->point =
            top - baseline_of(&a->actual, keyword_or(node, BB_FO_P_ALIGNMENT_ADJUST, a->baseline));
}

static const bb_align *make(bb_layout *layout, const bb_fo_node *node, const bb_align *draft)
{
    bb_align *a = bb_arena_memdup(layout->scratch, draft, sizeof *draft);

    a->actual.dominant = a->parent->actual.dominant;
    a->baseline = keyword_or(node, BB_FO_P_ALIGNMENT_BASELINE, a->actual.dominant);
    a->shift = shift_of(node, a);
    settle_tables(node, a);
    settle_point(node, a);
    return a;
}

static bb_baselines baselines_of(const bb_text_style *style)
{
    return (bb_baselines){
        .altitude = style->ascent,
        .depth = -style->descent,
        .x_height = (bb_length)llround(style->face->x_height * (double)style->size),
        .dominant = BB_FO_K_ALPHABETIC,
    };
}

const bb_align *bb_align_of_block(bb_layout *layout, const bb_fo_node *block)
{
    const bb_text_style *style = bb_text_style_of(layout, block);
    bb_align *a = bb_arena_new0(layout->scratch, bb_align);

    *a = (bb_align){
        .scaled = baselines_of(style),
        .of_line = true,
        .baseline = BB_FO_K_ALPHABETIC,
        .height = style->ascent + style->descent,
        .point = style->ascent,
        .line_height = style->line_height,
    };
    a->actual = a->scaled;
    return a;
}

static bool is_aligned(const bb_fo_node *node)
{
    const bb_fo_value *shift = bb_fo_get(node, BB_FO_P_BASELINE_SHIFT);

    return bb_fo_get_keyword(node, BB_FO_P_ALIGNMENT_BASELINE) != BB_FO_K_AUTO ||
           !bb_fo_has(node, BB_FO_P_ALIGNMENT_ADJUST, BB_FO_K_AUTO) ||
           bb_fo_get_keyword(node, BB_FO_P_DOMINANT_BASELINE) != BB_FO_K_AUTO ||
           !bb_fo_is(shift, BB_FO_K_BASELINE);
}

const bb_align *bb_align_of_text(bb_layout *layout, const bb_fo_node *node, const bb_align *parent)
{
    const bb_text_style *style = bb_text_style_of(layout, node);
    bb_align draft = {
        .parent = parent,
        .actual = baselines_of(style),
        .height = style->ascent + style->descent,
        .line_height = style->line_height,
    };
    bool same = draft.actual.altitude == parent->actual.altitude &&
                draft.actual.depth == parent->actual.depth &&
                draft.actual.x_height == parent->actual.x_height &&
                draft.line_height == parent->line_height;

    return same && parent->parent == NULL && !is_aligned(node) ? parent
                                                               : make(layout, node, &draft);
}

const bb_align *bb_align_of_graphic(bb_layout *layout, const bb_fo_node *node,
                                    const bb_align *parent, bb_length height)
{
    bb_align draft = {
        .parent = parent,
        .actual = {.altitude = height, .x_height = height},
        .height = height,
        .line_height = height,
    };

    return make(layout, node, &draft);
}
