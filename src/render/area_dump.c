/* area_dump.c - areas as XML, and as plain text. */
#include "render/area_dump.h"

#include "layout/graphic.h"

#include <string.h>

static const char *const NAMES[] = {
    [BB_AREA_REGION] = "region", [BB_AREA_BLOCK] = "block",     [BB_AREA_CONTAINER] = "container",
    [BB_AREA_LINE] = "line",     [BB_AREA_INLINE] = "inline",   [BB_AREA_TEXT] = "text",
    [BB_AREA_RULE] = "rule",     [BB_AREA_GRAPHIC] = "graphic", [BB_AREA_ANCHOR] = "anchor",
};

/* At most three decimals, no trailing zeros, never "-0". */
static void print_length(GString *out, const char *name, bb_length length)
{
    bb_length whole = length / 1000, rest = length % 1000;

    g_string_append_printf(out, " %s=\"", name);
    if (length < 0) {
        g_string_append_c(out, '-');
        whole = -whole;
        rest = -rest;
    }
    g_string_append_printf(out, "%" G_GINT64_FORMAT, (gint64)whole);
    if (rest != 0) {
        char digits[8];
        g_snprintf(digits, sizeof digits, ".%03d", (int)rest);
        for (size_t i = strlen(digits); i > 0 && digits[i - 1] == '0'; i--)
            digits[i - 1] = '\0';
        g_string_append(out, digits);
    }
    g_string_append_c(out, '"');
}

static void print_escaped(GString *out, const char *text, int length)
{
    g_autofree char *escaped = g_markup_escape_text(text, length);

    g_string_append(out, escaped);
}

static void print_side(GString *out, const char *name, const bb_border_side *side)
{
    if (side->width == 0)
        return;
    g_string_append_printf(out, " border-%s=\"", name);
    g_string_append_printf(out, "%g %s #%06x\"", bb_length_to_pt(side->width),
                           bb_fo_keyword_name(side->style), side->color >> 8);
}

static void print_image(GString *out, const bb_area_image *image)
{
    g_string_append_printf(
        out, " image=\"%g by %g at %g%%%+g %g%%%+g", bb_length_to_pt(image->picture->width),
        bb_length_to_pt(image->picture->height), image->x.share * 100,
        bb_length_to_pt(image->x.length), image->y.share * 100, bb_length_to_pt(image->y.length));
    g_string_append_printf(out, "%s%s\"", image->repeat_x ? " x" : "", image->repeat_y ? " y" : "");
}

static void print_box(GString *out, const bb_area_box *box)
{
    if (box == NULL)
        return;
    if ((box->background & 0xff) != 0)
        g_string_append_printf(out, " background=\"#%06x\"", box->background >> 8);
    if (box->image != NULL)
        print_image(out, box->image);
    print_side(out, "before", &box->before);
    print_side(out, "after", &box->after);
    print_side(out, "start", &box->start);
    print_side(out, "end", &box->end);
}

static void print_decoration(GString *out, uint8_t decoration)
{
    static const struct {
        uint8_t kind;
        const char *name;
    } KINDS[] = {
        {BB_UNDERLINE, "underline"}, {BB_OVERLINE, "overline"}, {BB_LINE_THROUGH, "line-through"}};
    const char *between = " decoration=\"";

    for (size_t i = 0; i < G_N_ELEMENTS(KINDS); i++) {
        if ((decoration & KINDS[i].kind) == 0)
            continue;
        g_string_append_printf(out, "%s%s", between, KINDS[i].name);
        between = " ";
    }
    if (decoration != 0)
        g_string_append_c(out, '"');
}

static void print_text(GString *out, const bb_area_text *text)
{
    PangoFontDescription *description = pango_font_describe(text->face->font);
    g_autofree char *name = NULL;

    pango_font_description_unset_fields(description, PANGO_FONT_MASK_SIZE);
    name = pango_font_description_to_string(description);
    g_string_append(out, " font=\"");
    print_escaped(out, name, -1);
    g_string_append_c(out, '"');
    print_length(out, "size", text->size);
    if (text->color != 0xff)
        g_string_append_printf(out, " color=\"#%06x\"", text->color >> 8);
    pango_font_description_free(description);
    print_decoration(out, text->decoration);
}

static void print_node(GString *out, const bb_fo_node *node)
{
    if (node == NULL)
        return;
    if (node->object != BB_FO_TEXT)
        g_string_append_printf(out, " fo=\"%s\"", bb_fo_object_rows[node->object].name);
    if (node->id != NULL) {
        g_string_append(out, " id=\"");
        print_escaped(out, node->id, -1);
        g_string_append_c(out, '"');
    }
}

static void print_area(GString *out, const bb_area *area, bb_length x, bb_length y, int depth)
{
    const char *name = NAMES[area->kind];
    bb_length ax = x + area->x, ay = y + area->y;

    g_string_append_printf(out, "%*s<%s", depth * 2, "", name);
    print_length(out, "x", ax);
    print_length(out, "y", ay);
    print_length(out, "width", area->width);
    print_length(out, "height", area->height);
    if (area->kind != BB_AREA_TEXT)
        print_node(out, area->node);
    print_box(out, area->box);
    if (area->artifact)
        g_string_append(out, " artifact=\"yes\"");
    if (area->continued)
        g_string_append(out, " continued=\"yes\"");
    if (area->kind == BB_AREA_TEXT) {
        print_text(out, area->text);
        g_string_append_c(out, '>');
        print_escaped(out, area->text->text, area->text->length);
        g_string_append_printf(out, "</%s>\n", name);
        return;
    }
    if (area->kind == BB_AREA_CONTAINER && area->turn != 0) {
        g_string_append_printf(out, " turn=\"%d\"", area->turn);
        ax = ay = 0;
    }
    if (area->first == NULL) {
        g_string_append(out, "/>\n");
        return;
    }
    g_string_append(out, ">\n");
    for (const bb_area *child = area->first; child != NULL; child = child->next)
        print_area(out, child, ax, ay, depth + 1);
    g_string_append_printf(out, "%*s</%s>\n", depth * 2, "", name);
}

char *bb_area_dump(const bb_area_tree *tree)
{
    GString *out = g_string_new("<areas>\n");

    for (size_t i = 0; i < bb_area_tree_count(tree); i++) {
        const bb_page *page = bb_area_tree_page(tree, i);
        g_string_append_printf(out, "  <page number=\"%d\" label=\"", page->number);
        print_escaped(out, page->label, -1);
        g_string_append_c(out, '"');
        print_length(out, "width", page->width);
        print_length(out, "height", page->height);
        if (page->blank)
            g_string_append(out, " blank=\"yes\"");
        g_string_append(out, ">\n");
        for (const bb_area *area = page->first; area != NULL; area = area->next)
            print_area(out, area, 0, 0, 2);
        g_string_append(out, "  </page>\n");
    }
    g_string_append(out, "</areas>\n");
    return g_string_free(out, FALSE);
}

/* --- plain text --- */

static void add_text(GString *out, const bb_area *area)
{
    if (area->artifact)
        return;
    if (area->kind == BB_AREA_TEXT)
        g_string_append_len(out, area->text->text, area->text->length);
    for (const bb_area *child = area->first; child != NULL; child = child->next)
        add_text(out, child);
    if (area->kind == BB_AREA_LINE && area->first != NULL)
        g_string_append_c(out, '\n');
}

char *bb_area_dump_text(const bb_area_tree *tree)
{
    GString *out = g_string_new(NULL);

    for (size_t i = 0; i < bb_area_tree_count(tree); i++) {
        for (const bb_area *area = bb_area_tree_page(tree, i)->first; area != NULL;
             area = area->next)
            add_text(out, area);
    }
    return g_string_free(out, FALSE);
}
