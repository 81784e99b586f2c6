/* pdf_extras.c - gathering links, outline and page labels. */
#include "render/pdf_extras.h"

#include "base/text.h"
#include "layout/refs.h"

#include <limits.h>
#include <string.h>

typedef struct {
    bb_pdf_extras *extras;
    const bb_area_tree *tree;
    const bb_fo_tree *fo;
    bb_structure *structure;
    bb_diag *diag;
} gatherer;

static double page_height(const gatherer *g, int page)
{
    return bb_length_to_pt(bb_area_tree_page(g->tree, (size_t)page)->height);
}

/* --- links --- */

static void add_node_text(GString *out, const bb_fo_node *node)
{
    const char *alt = bb_fo_attribute_of(node, BB_FO_A_ALT_TEXT);

    if (node->object == BB_FO_TEXT)
        g_string_append(out, node->text);
    if (alt != NULL)
        g_string_append(out, alt);
    for (const bb_fo_node *child = node->first; child != NULL; child = child->next)
        add_node_text(out, child);
}

static const char *keep(const gatherer *g, char *text)
{
    const char *kept = bb_arena_strdup(g->extras->arena, text);

    g_free(text);
    return kept;
}

static const char *text_of(const gatherer *g, const bb_fo_node *node)
{
    GString *text = g_string_new(NULL);

    add_node_text(text, node);
    g_autofree char *raw = g_string_free(text, FALSE);
    return keep(g, bb_text_squeeze(raw));
}

/* "url('https://…')" or the bare address. */
static char *address(const char *destination)
{
    char *text = g_strstrip(g_strdup(destination));

    if (g_str_has_prefix(text, "url(") && g_str_has_suffix(text, ")")) {
        size_t length = strlen(text);
        memmove(text, text + 4, length - 5);
        text[length - 5] = '\0';
        g_strstrip(text);
        length = strlen(text);
        if (length >= 2 && (text[0] == '\'' || text[0] == '"')) {
            memmove(text, text + 1, length - 2);
            text[length - 2] = '\0';
        }
    }
    return text;
}

/* Where it goes; false when it goes nowhere. */
static bool find_target(const gatherer *g, bb_pdf_link *link)
{
    const char *internal = bb_fo_attribute_of(link->node, BB_FO_A_INTERNAL_DESTINATION);
    const char *external = bb_fo_attribute_of(link->node, BB_FO_A_EXTERNAL_DESTINATION);

    if (internal == NULL || internal[0] == '\0') {
        if (external == NULL || external[0] == '\0')
            return false;
        link->uri = keep(g, address(external));
        return true;
    }
    const bb_ref *ref = bb_refs_find(bb_area_tree_refs(g->tree), internal);
    if (ref == NULL) {
        bb_diag_report(g->diag, BB_M_LINK_BROKEN, bb_fo_place(g->fo, link->node), internal);
        return false;
    }
    link->target_page = ref->first_page;
    link->target_x = bb_length_to_pt(ref->x);
    link->target_y = page_height(g, ref->first_page) - bb_length_to_pt(ref->y);
    return true;
}

static const char *contents_of(const gatherer *g, const bb_pdf_link *link)
{
    const char *text = text_of(g, link->node);

    if (text[0] != '\0')
        return text;
    if (link->uri != NULL)
        return link->uri;
    const bb_page *page = bb_area_tree_page(g->tree, (size_t)link->target_page);
    return keep(g, g_strdup_printf("%s", page->label));
}

/* Parts of one link on one page are one annotation. */
static void gather_links(gatherer *g, const GArray *parts)
{
    g_autoptr(GHashTable) known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

    for (guint i = 0; i < parts->len; i++) {
        const bb_link_part *part = &g_array_index(parts, bb_link_part, i);
        g_autofree char *key = g_strdup_printf("%d %p", part->page, (const void *)part->node);
        GArray *found = g_hash_table_lookup(known, key);
        bb_pdf_link link = {.node = part->node, .page = part->page};
        if (found == NULL && !find_target(g, &link))
            continue;
        if (found == NULL) {
            link.contents = contents_of(g, &link);
            link.parts = found = g_array_new(FALSE, FALSE, sizeof(bb_link_part));
            bb_structure_add_link(g->structure, part->node, (int)g->extras->links->len);
            g_array_append_val(g->extras->links, link);
            g_hash_table_insert(known, g_steal_pointer(&key), found);
        }
        g_array_append_vals(found, part, 1);
    }
}

/* --- outline --- */

static void find_bookmarks(gatherer *g, const bb_fo_node *parent, int level)
{
    for (const bb_fo_node *node = parent->first; node != NULL; node = node->next) {
        if (node->object != BB_FO_BOOKMARK)
            continue;
        const char *id = bb_fo_attribute_of(node, BB_FO_A_INTERNAL_DESTINATION);
        const bb_ref *ref = id != NULL ? bb_refs_find(bb_area_tree_refs(g->tree), id) : NULL;
        const bb_fo_node *title = bb_fo_child(node, BB_FO_BOOKMARK_TITLE);
        if (ref == NULL) {
            bb_diag_report(g->diag, BB_M_LINK_BROKEN, bb_fo_place(g->fo, node),
                           id != NULL ? id : "");
        } else {
            bb_pdf_bookmark bookmark = {
                .level = level,
                .title = title != NULL ? text_of(g, title) : "",
                .page = ref->first_page,
                .x = bb_length_to_pt(ref->x),
                .y = page_height(g, ref->first_page) - bb_length_to_pt(ref->y),
                .open = bb_fo_has(node, BB_FO_P_STARTING_STATE, BB_FO_K_SHOW),
            };
            g_array_append_val(g->extras->bookmarks, bookmark);
        }
        /* What hangs below a bookmark that is left out takes its place. */
        find_bookmarks(g, node, ref != NULL ? level + 1 : level);
    }
}

/* --- page labels --- */

/* PDF's name for a way of numbering that it has too, or '\0'. After z it counts aa, bb, cc, and
 * stops at no Roman number, where XSL has aa, ab, ac and figures. */
static char label_style(const bb_page *page)
{
    static const struct {
        const char *format;
        char style;
        int most;
    } STYLES[] = {
        {"1", 'D', INT_MAX}, {"i", 'r', 3999}, {"I", 'R', 3999}, {"a", 'a', 26}, {"A", 'A', 26}};

    for (size_t i = 0; i < G_N_ELEMENTS(STYLES); i++) {
        if (strcmp(page->format, STYLES[i].format) == 0 && page->number <= STYLES[i].most)
            return STYLES[i].style;
    }
    return '\0';
}

static void find_labels(gatherer *g)
{
    int expected = 0;
    char style = '\0';

    for (size_t i = 0; i < bb_area_tree_count(g->tree); i++) {
        const bb_page *page = bb_area_tree_page(g->tree, i);
        char own = label_style(page);
        if (own == '\0' || own != style || page->number != expected) {
            bb_pdf_label label = {(int)i, own, page->number, page->label};
            g_array_append_val(g->extras->labels, label);
        }
        style = own;
        expected = page->number + 1;
    }
}

/* --- the document --- */

/* --- what the document says of itself --- */

static const xmlNode *find_dublin_core(const xmlNode *node, const char *name)
{
    static const char DUBLIN_CORE[] = "http://purl.org/dc/elements/1.1/";

    for (; node != NULL; node = node->next) {
        if (node->type != XML_ELEMENT_NODE)
            continue;
        bool named = strcmp((const char *)node->name, name) == 0 && node->ns != NULL &&
                     strcmp((const char *)node->ns->href, DUBLIN_CORE) == 0;
        const xmlNode *found = named ? node : find_dublin_core(node->children, name);
        if (found != NULL)
            return found;
    }
    return NULL;
}

/* From XMP in the declarations, as FOP reads it: its text, or that of the first of several. */
static const char *declared(const gatherer *g, const char *name)
{
    const bb_fo_node *declarations = bb_fo_child(bb_fo_tree_root(g->fo), BB_FO_DECLARATIONS);
    const xmlNode *node =
        declarations != NULL ? find_dublin_core(declarations->xml->children, name) : NULL;
    xmlChar *content = node != NULL ? xmlNodeGetContent(node) : NULL;
    const char *text = NULL;

    if (content != NULL && !bb_text_is_blank((const char *)content))
        text = keep(g, bb_text_squeeze((const char *)content));
    xmlFree(content);
    return text;
}

bb_pdf_extras *bb_pdf_extras_new(const bb_area_tree *tree, const bb_fo_tree *fo,
                                 bb_structure *structure, const GArray *parts, bb_diag *diag)
{
    bb_pdf_extras *extras = g_new0(bb_pdf_extras, 1);
    gatherer g = {extras, tree, fo, structure, diag};
    const bb_fo_node *root = bb_fo_tree_root(fo);
    const bb_fo_node *bookmarks = bb_fo_child(root, BB_FO_BOOKMARK_TREE);
    const bb_fo_node *sequence = bb_fo_child(root, BB_FO_PAGE_SEQUENCE);
    const bb_fo_node *title = sequence != NULL ? bb_fo_child(sequence, BB_FO_TITLE) : NULL;

    extras->arena = bb_arena_new();
    extras->links = g_array_new(FALSE, FALSE, sizeof(bb_pdf_link));
    extras->bookmarks = g_array_new(FALSE, FALSE, sizeof(bb_pdf_bookmark));
    extras->labels = g_array_new(FALSE, FALSE, sizeof(bb_pdf_label));
    gather_links(&g, parts);
    if (bookmarks != NULL)
        find_bookmarks(&g, bookmarks, 0);
    find_labels(&g);
    extras->title = title != NULL ? text_of(&g, title) : declared(&g, "title");
    extras->author = declared(&g, "creator");
    extras->subject = declared(&g, "description");
    return extras;
}

void bb_pdf_extras_free(bb_pdf_extras *extras)
{
    if (extras == NULL)
        return;
    for (guint i = 0; i < extras->links->len; i++)
        g_array_unref(g_array_index(extras->links, bb_pdf_link, i).parts);
    g_array_unref(extras->links);
    g_array_unref(extras->bookmarks);
    g_array_unref(extras->labels);
    bb_arena_free(extras->arena);
    g_free(extras);
}
