/* inspect_annotation.c - annotations, above all links (ISO 14289-1 7.18; ISO 19005-2 6.3). */
#include "archive/inspect_private.h"

#include <string.h>

enum { INVISIBLE = 1, HIDDEN = 2, PRINT = 4, NO_VIEW = 32, TOGGLE_NO_VIEW = 256 };

static bool is_type(const bb_cos *annotation, const char *subtype)
{
    return bb_cos_is(bb_cos_get(annotation, "Subtype"), subtype);
}

static void check_type(bb_inspection *in, const char *where, const bb_cos *annotation)
{
    static const char *const TYPES[] = {
        "Text",        "Link",      "FreeText",  "Line",      "Square",         "Circle",
        "Polygon",     "PolyLine",  "Highlight", "Underline", "Squiggly",       "StrikeOut",
        "Stamp",       "Caret",     "Ink",       "Popup",     "FileAttachment", "Widget",
        "PrinterMark", "Watermark", NULL,
    };
    const char *subtype = bb_cos_name(bb_cos_get(annotation, "Subtype"));

    if (subtype == NULL || !g_strv_contains(TYPES, subtype))
        bb_inspect_report(in, BB_M_PDF_ANNOTATION_TYPE, where, subtype != NULL ? subtype : "");
}

static void check_flags(bb_inspection *in, const char *where, const bb_cos *annotation)
{
    gint64 flags = 0;

    if (is_type(annotation, "Popup"))
        return;
    bb_cos_integer(bb_cos_get(annotation, "F"), &flags);
    if (!(flags & PRINT) || (flags & (INVISIBLE | HIDDEN | NO_VIEW | TOGGLE_NO_VIEW)))
        bb_inspect_report(in, BB_M_PDF_ANNOTATION_FLAGS, where);
}

static bool is_empty_rectangle(const bb_cos *rectangle)
{
    double side[4] = {0};

    for (int i = 0; i < 4; i++)
        bb_cos_number(bb_cos_item(rectangle, i), &side[i]);
    return side[0] == side[2] && side[1] == side[3];
}

static void check_appearance(bb_inspection *in, const bb_page *page, const char *where,
                             const bb_cos *annotation)
{
    const bb_cos *appearance = bb_cos_get(annotation, "AP"), *normal = bb_cos_get(appearance, "N");

    if (normal == NULL && !is_type(annotation, "Link") && !is_type(annotation, "Popup") &&
        !is_empty_rectangle(bb_cos_get(annotation, "Rect")))
        bb_inspect_report(in, BB_M_PDF_APPEARANCE, where);
    if (appearance != NULL && appearance->count > 1)
        bb_inspect_report(in, BB_M_PDF_APPEARANCE, where);
    if (normal != NULL)
        bb_inspect_hidden_content(in, page->number, normal, bb_cos_get(normal, "Resources"));
}

/* Links stand in Link elements, fields in Form, all others in Annot. */
static void check_tag(bb_inspection *in, const char *where, const bb_cos *annotation,
                      GHashTable *holders)
{
    const char *wanted = is_type(annotation, "Link")     ? "Link"
                         : is_type(annotation, "Widget") ? "Form"
                                                         : "Annot";
    const bb_element *element = g_hash_table_lookup(holders, annotation);

    if (is_type(annotation, "Popup") || is_type(annotation, "PrinterMark"))
        return;
    if (element == NULL)
        bb_inspect_report(in, BB_M_PDF_ANNOTATION_UNTAGGED, where, wanted);
    else if (strcmp(element->role, wanted) != 0)
        bb_inspect_report(in, BB_M_PDF_ANNOTATION_TAG, bb_inspect_at_element(in, element), wanted,
                          element->role);
}

/* What the annotation says to those who don't see it. */
static void check_contents(bb_inspection *in, const char *where, const bb_cos *annotation,
                           const bb_element *element)
{
    bool told = bb_cos_says_something(bb_cos_get(annotation, "Contents"));

    if (is_type(annotation, "Popup"))
        return;
    if (is_type(annotation, "Widget"))
        told = bb_cos_says_something(bb_cos_get(annotation, "TU"));
    else if (!is_type(annotation, "Link") && element != NULL)
        told = told || bb_cos_says_something(bb_cos_get(element->dictionary, "Alt"));
    if (!told)
        bb_inspect_report(in, BB_M_PDF_CONTENTS, where);
}

static void check_target(bb_inspection *in, const char *where, const bb_cos *annotation)
{
    const bb_cos *destination = bb_cos_get(annotation, "Dest");

    if (!is_type(annotation, "Link"))
        return;
    if (destination == NULL && bb_cos_get(annotation, "A") == NULL)
        bb_inspect_report(in, BB_M_PDF_LINK_EMPTY, where);
    if (destination != NULL && !bb_inspect_destination(in, destination))
        bb_inspect_report(in, BB_M_PDF_DESTINATION, where);
}

static void inspect_annotation(bb_inspection *in, const bb_page *page, const bb_cos *annotation,
                               GHashTable *holders)
{
    const char *where = bb_inspect_at_page_object(in, page->number, annotation);

    check_type(in, where, annotation);
    check_flags(in, where, annotation);
    check_appearance(in, page, where, annotation);
    check_tag(in, where, annotation, holders);
    check_contents(in, where, annotation, g_hash_table_lookup(holders, annotation));
    check_target(in, where, annotation);
}

/* --- Link elements --- */

/* An object reference to a link, in the element itself. */
static bool has_link(const bb_element *element)
{
    for (guint i = 0; i < element->kids->len; i++) {
        const bb_kid *kid = &g_array_index(element->kids, bb_kid, i);
        if (kid->kind == BB_KID_OBJECT && is_type(kid->object, "Link"))
            return true;
    }
    return false;
}

/* Each annotation's element; an annotation in two elements is a fault. */
static void gather_holders(bb_inspection *in, GHashTable *holders)
{
    for (guint i = 0; i < in->elements->len; i++) {
        const bb_element *element = in->elements->pdata[i];
        for (guint k = 0; k < element->kids->len; k++) {
            const bb_cos *object = g_array_index(element->kids, bb_kid, k).object;
            if (object == NULL)
                continue;
            if (g_hash_table_contains(holders, object))
                bb_inspect_report(in, BB_M_PDF_OBJECT_TWICE, bb_inspect_at_element(in, element));
            g_hash_table_insert(holders, (void *)object, (void *)element);
        }
        if (strcmp(element->role, "Link") == 0 && !has_link(element))
            bb_inspect_report(in, BB_M_PDF_LINK_OBJECT, bb_inspect_at_element(in, element));
    }
}

/* An element may refer to an annotation that is on no page. */
static void check_pages(bb_inspection *in, GHashTable *holders, GHashTable *placed)
{
    GHashTableIter iter;
    void *object, *element;

    g_hash_table_iter_init(&iter, holders);
    while (g_hash_table_iter_next(&iter, &object, &element)) {
        if (bb_cos_is(bb_cos_get(object, "Type"), "Annot") &&
            !g_hash_table_contains(placed, object))
            bb_inspect_report(in, BB_M_PDF_OBJECT_LOST, bb_inspect_at_element(in, element));
    }
}

void bb_inspect_annotations(bb_inspection *in)
{
    g_autoptr(GHashTable) holders = g_hash_table_new(NULL, NULL);
    g_autoptr(GHashTable) placed = g_hash_table_new(NULL, NULL);

    gather_holders(in, holders);
    for (guint i = 0; i < in->pages->len; i++) {
        const bb_page *page = in->pages->pdata[i];
        const bb_cos *annotations = bb_cos_get(page->dictionary, "Annots");
        if (bb_cos_length(annotations) > 0 && !bb_cos_is(bb_cos_get(page->dictionary, "Tabs"), "S"))
            bb_inspect_report(in, BB_M_PDF_TABS, bb_inspect_at_page(in, page->number));
        for (int k = 0; k < bb_cos_length(annotations); k++) {
            const bb_cos *annotation = bb_cos_item(annotations, k);
            if (annotation != NULL && g_hash_table_add(placed, (void *)annotation))
                inspect_annotation(in, page, annotation, holders);
        }
    }
    check_pages(in, holders, placed);
}
