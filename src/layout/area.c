/* area.c - making, linking and checking areas. */
#include "layout/area.h"

#include "layout/refs.h"

struct bb_area_tree {
    bb_arena *arena;
    GPtrArray *pages; /* bb_page, in the arena */
    bb_refs *refs;
};

bb_area_tree *bb_area_tree_new(void)
{
    bb_area_tree *tree = g_new0(bb_area_tree, 1);

    tree->arena = bb_arena_new();
    tree->pages = g_ptr_array_new();
    tree->refs = bb_refs_new();
    return tree;
}

void bb_area_tree_free(bb_area_tree *tree)
{
    if (tree == NULL)
        return;
    g_ptr_array_unref(tree->pages);
    bb_refs_free(tree->refs);
    bb_arena_free(tree->arena);
    g_free(tree);
}

bb_arena *bb_area_tree_arena(bb_area_tree *tree)
{
    return tree->arena;
}

bb_page *bb_area_tree_add_page(bb_area_tree *tree)
{
    bb_page *page = bb_arena_new0(tree->arena, bb_page);

    page->index = (int)tree->pages->len;
    g_ptr_array_add(tree->pages, page);
    return page;
}

bb_refs *bb_area_tree_refs(const bb_area_tree *tree)
{
    return tree->refs;
}

void bb_area_tree_add_again(bb_area_tree *tree, bb_page *page)
{
    page->index = (int)tree->pages->len;
    g_ptr_array_add(tree->pages, page);
}

GPtrArray *bb_area_tree_steal_pages(bb_area_tree *tree)
{
    GPtrArray *pages = tree->pages;

    tree->pages = g_ptr_array_new();
    return pages;
}

size_t bb_area_tree_count(const bb_area_tree *tree)
{
    return tree->pages->len;
}

const bb_page *bb_area_tree_page(const bb_area_tree *tree, size_t index)
{
    return tree->pages->pdata[index];
}

bb_area *bb_area_new(bb_arena *arena, bb_area_kind kind, const bb_fo_node *node)
{
    bb_area *area = bb_arena_new0(arena, bb_area);

    area->kind = kind;
    area->node = node;
    return area;
}

void bb_area_append(bb_area *parent, bb_area *child)
{
    if (parent->last != NULL)
        parent->last->next = child;
    else
        parent->first = child;
    parent->last = child;
}

void bb_area_shift_children(bb_area *area, bb_length dx, bb_length dy)
{
    for (bb_area *child = area->first; child != NULL; child = child->next) {
        child->x += dx;
        child->y += dy;
    }
}

static char *check_text(const bb_area_text *text, int page)
{
    int bytes = 0, glyphs = 0;

    for (int i = 0; i < text->cluster_count; i++) {
        bytes += text->clusters[i].bytes;
        glyphs += text->clusters[i].glyphs;
    }
    if (bytes != text->length || glyphs != text->glyph_count)
        return g_strdup_printf(
            "page %d: \"%.*s\": clusters hold %d bytes and %d glyphs, not %d and %d", page,
            text->length, text->text, bytes, glyphs, text->length, text->glyph_count);
    if (!g_utf8_validate(text->text, text->length, NULL))
        return g_strdup_printf("page %d: a text is not UTF-8", page);
    return NULL;
}

static char *check_area(const bb_area *area, int page)
{
    const bb_area *last = NULL;

    if (area->width < 0 || area->height < 0)
        return g_strdup_printf("page %d: an area of kind %d has a negative size", page, area->kind);
    if (area->kind == BB_AREA_TEXT) {
        char *wrong = check_text(area->text, page);
        if (wrong != NULL)
            return wrong;
    }
    for (const bb_area *child = area->first; child != NULL; child = child->next) {
        char *wrong = check_area(child, page);
        if (wrong != NULL)
            return wrong;
        last = child;
    }
    if (last != area->last)
        return g_strdup_printf("page %d: the children of an area are badly linked", page);
    return NULL;
}

char *bb_area_tree_check(const bb_area_tree *tree)
{
    for (size_t i = 0; i < bb_area_tree_count(tree); i++) {
        const bb_page *page = bb_area_tree_page(tree, i);
        for (const bb_area *area = page->first; area != NULL; area = area->next) {
            char *wrong = check_area(area, (int)i + 1);
            if (wrong != NULL)
                return wrong;
        }
    }
    return NULL;
}
