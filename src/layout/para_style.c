/* para_style.c - from FO properties to what setting text needs. */
#include "layout/para_private.h"

#include <string.h>

static PangoStretch stretch_of(bb_fo_keyword keyword)
{
    static const struct {
        bb_fo_keyword keyword;
        PangoStretch stretch;
    } ROWS[] = {
        {BB_FO_K_ULTRA_CONDENSED, PANGO_STRETCH_ULTRA_CONDENSED},
        {BB_FO_K_EXTRA_CONDENSED, PANGO_STRETCH_EXTRA_CONDENSED},
        {BB_FO_K_CONDENSED, PANGO_STRETCH_CONDENSED},
        {BB_FO_K_NARROWER, PANGO_STRETCH_CONDENSED},
        {BB_FO_K_SEMI_CONDENSED, PANGO_STRETCH_SEMI_CONDENSED},
        {BB_FO_K_SEMI_EXPANDED, PANGO_STRETCH_SEMI_EXPANDED},
        {BB_FO_K_WIDER, PANGO_STRETCH_EXPANDED},
        {BB_FO_K_EXPANDED, PANGO_STRETCH_EXPANDED},
        {BB_FO_K_EXTRA_EXPANDED, PANGO_STRETCH_EXTRA_EXPANDED},
        {BB_FO_K_ULTRA_EXPANDED, PANGO_STRETCH_ULTRA_EXPANDED},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(ROWS); i++) {
        if (ROWS[i].keyword == keyword)
            return ROWS[i].stretch;
    }
    return PANGO_STRETCH_NORMAL;
}

static PangoStyle slant_of(bb_fo_keyword keyword)
{
    if (keyword == BB_FO_K_ITALIC)
        return PANGO_STYLE_ITALIC;
    return keyword == BB_FO_K_OBLIQUE ? PANGO_STYLE_OBLIQUE : PANGO_STYLE_NORMAL;
}

static const char *string_of(const bb_fo_node *node, bb_fo_property property)
{
    const bb_fo_value *value = bb_fo_get(node, property);

    return value->kind == BB_FO_STRING_VALUE ? value->string : "none";
}

/* "en-GB", or "und" when the document says nothing. */
static char *language_tag(const bb_fo_node *node)
{
    const char *language = string_of(node, BB_FO_P_LANGUAGE);
    const char *country = string_of(node, BB_FO_P_COUNTRY);

    if (strcmp(language, "none") == 0)
        return g_strdup("und");
    if (strcmp(country, "none") == 0)
        return g_strdup(language);
    return g_strdup_printf("%s-%s", language, country);
}

static bb_length line_height_of(const bb_fo_node *node, bb_length size)
{
    const double normal = 1.2; /* what formatters agree on for line-height="normal" */
    const bb_fo_value *value = bb_fo_get(node, BB_FO_P_LINE_HEIGHT);

    if (value->kind == BB_FO_LENGTH_VALUE)
        return value->length;
    double factor = value->kind == BB_FO_NUMBER_VALUE ? value->number : normal;
    return (bb_length)llround(factor * (double)size);
}

static bb_text_style *make_style(bb_layout *layout, const bb_fo_node *node)
{
    bb_text_style *style = g_new0(bb_text_style, 1);
    g_autofree char *tag = language_tag(node);
    bb_font_query query = {
        .families = string_of(node, BB_FO_P_FONT_FAMILY),
        .weight = bb_fo_get_integer(node, BB_FO_P_FONT_WEIGHT),
        .style = slant_of(bb_fo_get_keyword(node, BB_FO_P_FONT_STYLE)),
        .stretch = stretch_of(bb_fo_get_keyword(node, BB_FO_P_FONT_STRETCH)),
    };

    style->query = bb_fonts_query_id(layout->fonts, &query);
    style->face = bb_fonts_primary(layout->fonts, style->query);
    style->size = bb_fo_get(node, BB_FO_P_FONT_SIZE)->length;
    style->language = pango_language_from_string(tag);
    if (bb_fo_has(node, BB_FO_P_HYPHENATE, BB_FO_K_TRUE))
        style->hyphen_language = pango_language_to_string(style->language);
    style->hyphen = string_of(node, BB_FO_P_HYPHENATION_CHARACTER);
    style->hyphen_before = bb_fo_get_integer(node, BB_FO_P_HYPHENATION_REMAIN);
    style->hyphen_after = bb_fo_get_integer(node, BB_FO_P_HYPHENATION_PUSH);
    style->letter_spacing = bb_fo_get_length(node, BB_FO_P_LETTER_SPACING, 0);
    /* Letter-spacing stands between letters only, and word-spacing="normal" puts it on either side
     * of a space; a length takes its place (as FOP has it). The letter before a space brings one,
     * the space itself the other. */
    if (bb_fo_get(node, BB_FO_P_WORD_SPACING)->kind == BB_FO_LENGTH_VALUE)
        style->word_spacing =
            bb_fo_get_length(node, BB_FO_P_WORD_SPACING, 0) - 2 * style->letter_spacing;
    style->color = bb_fo_get_color(node, BB_FO_P_COLOR);
    style->ascent = (bb_length)llround(style->face->ascent * (double)style->size);
    style->descent = (bb_length)llround(style->face->descent * (double)style->size);
    style->line_height = line_height_of(node, style->size);
    style->hidden = !bb_fo_has(node, BB_FO_P_VISIBILITY, BB_FO_K_VISIBLE);
    return style;
}

const bb_text_style *bb_text_style_of(bb_layout *layout, const bb_fo_node *node)
{
    /* Inherited properties alone matter here, so their shared array is the key. */
    const void *key = node->style->inherited;
    bb_text_style *style = g_hash_table_lookup(layout->styles, key);

    if (style == NULL) {
        style = make_style(layout, node);
        g_hash_table_insert(layout->styles, (void *)key, style);
    }
    return style;
}
