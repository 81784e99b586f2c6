/* fo_dump.c - the tree as text that a person can read and a test can compare. */
#include "fo/fo_tree.h"

#include <stdio.h>

static void print_length(GString *out, const bb_fo_value *value)
{
    bool some = value->percent != 0 || value->proportion != 0;

    if (value->length != 0 || !some)
        g_string_append_printf(out, "%.10gpt", bb_length_to_pt(value->length));
    if (value->percent != 0)
        g_string_append_printf(out, "%+.6g%%", (double)value->percent * 100.0);
    if (value->proportion != 0)
        g_string_append_printf(out, "%+.6gpcw", (double)value->proportion);
}

static void print_value(GString *out, const bb_fo_value *value)
{
    switch ((bb_fo_value_kind)value->kind) {
    case BB_FO_KEYWORD_VALUE:
        g_string_append(out, bb_fo_keyword_name((bb_fo_keyword)value->keyword));
        break;
    case BB_FO_LENGTH_VALUE:
        print_length(out, value);
        break;
    case BB_FO_NUMBER_VALUE:
        g_string_append_printf(out, "%.10g", value->number);
        break;
    case BB_FO_COLOR_VALUE:
        g_string_append_printf(out, "#%08x", value->color);
        break;
    case BB_FO_STRING_VALUE:
        g_string_append_printf(out, "'%s'", value->string);
        break;
    }
}

/* A border's colour is the text's unless it says otherwise. */
static bool is_color_of_text(const bb_fo_node *node, bb_fo_property property)
{
    bool border = property == BB_FO_P_BORDER_BEFORE_COLOR ||
                  property == BB_FO_P_BORDER_AFTER_COLOR ||
                  property == BB_FO_P_BORDER_START_COLOR || property == BB_FO_P_BORDER_END_COLOR;

    return border && bb_fo_get_color(node, property) == bb_fo_get_color(node, BB_FO_P_COLOR);
}

/* An inherited property is worth a word where it changes, another where it is not initial; the root
 * is compared with nothing, so the style of the tree's root counts as initial. */
static void print_properties(GString *out, const bb_fo_node *node, const bb_fo_node *root)
{
    const bb_fo_node *parent = node->parent != NULL ? node->parent : root;

    for (int i = 0; i < BB_FO_PROPERTY_COUNT; i++) {
        bb_fo_property property = (bb_fo_property)i;
        const bb_fo_value *mine = bb_fo_get(node, property);
        const bb_fo_value *other = bb_fo_get(i < BB_FO_INHERITED_COUNT ? parent : root, property);
        if (node == root || bb_fo_value_equal(mine, other) || is_color_of_text(node, property))
            continue;
        g_string_append_printf(out, " %s=", bb_fo_property_rows[i].name);
        print_value(out, mine);
    }
}

static void print_node(GString *out, const bb_fo_node *node, const bb_fo_node *root, int depth)
{
    g_string_append_printf(out, "%*s", depth * 2, "");
    if (node->object == BB_FO_TEXT) {
        g_autofree char *text = g_strescape(node->text, NULL);
        g_string_append_printf(out, "\"%s\"\n", text);
        return;
    }
    g_string_append(out, bb_fo_object_rows[node->object].name);
    if (node->id != NULL)
        g_string_append_printf(out, " #%s", node->id);
    print_properties(out, node, root);
    g_string_append_c(out, '\n');
    for (const bb_fo_node *child = node->first; child != NULL; child = child->next)
        print_node(out, child, root, depth + 1);
}

char *bb_fo_tree_dump(const bb_fo_tree *tree)
{
    GString *out = g_string_new(NULL);
    const bb_fo_node *root = bb_fo_tree_root(tree);

    print_node(out, root, root, 0);
    return g_string_free(out, FALSE);
}
