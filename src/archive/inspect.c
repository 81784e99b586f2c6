/* inspect.c - the door: the parts in their order; and what every part needs for reporting. */
#include "archive/inspect.h"

#include "archive/inspect_private.h"
#include "base/text.h"

#include <stdarg.h>
#include <string.h>

/* --- reporting --- */

const char *bb_inspect_format(bb_inspection *in, const char *format, ...)
{
    va_list list;

    /* What nobody will read needs no memory. */
    if (in->findings > BB_MOST_FINDINGS)
        return "";
    va_start(list, format);
    g_autofree char *text = g_strdup_vprintf(format, list);
    va_end(list);
    return bb_arena_strdup(in->arena, text);
}

/* What a file says of itself may be no text, or without end. */
static char *clip(const char *text)
{
    enum { MOST_BYTES = 600, MOST_CHARACTERS = 120 };
    g_autofree char *valid = g_utf8_make_valid(text, (gssize)strnlen(text, MOST_BYTES));

    return bb_text_clip(valid, MOST_CHARACTERS);
}

void bb_inspect_report_args(bb_inspection *in, bb_message_id id, const char *where, ...)
{
    enum { MOST = 9 };
    char *arguments[MOST + 1] = {g_strdup(where)};
    va_list list;

    if (++in->findings <= BB_MOST_FINDINGS) {
        va_start(list, where);
        for (int i = 1; i < MOST; i++) {
            const char *argument = va_arg(list, const char *);
            if (argument == NULL)
                break;
            arguments[i] = clip(argument);
        }
        va_end(list);
        bb_diag_report_vector(in->diag, id, in->place, (const char *const *)arguments);
    }
    for (int i = 0; i < MOST; i++)
        g_free(arguments[i]);
}

const char *bb_inspect_at_page(bb_inspection *in, int page)
{
    return page > 0 ? bb_inspect_format(in, "page %d: ", page) : "";
}

const char *bb_inspect_at_object(bb_inspection *in, const bb_cos *object)
{
    return object->id > 0 ? bb_inspect_format(in, "object %d: ", object->id) : "";
}

const char *bb_inspect_at_page_object(bb_inspection *in, int page, const bb_cos *object)
{
    if (page > 0 && object != NULL && object->id > 0)
        return bb_inspect_format(in, "page %d, object %d: ", page, object->id);
    return page > 0 || object == NULL ? bb_inspect_at_page(in, page)
                                      : bb_inspect_at_object(in, object);
}

/* Which of its parent's children of the same type it is, from 1; 0 when it is the only one. */
static int rank_of(const bb_element *element)
{
    enum { MOST_KIDS = 20000 };
    int rank = 0, count = 0;

    if (element->parent == NULL || element->parent->kids->len > MOST_KIDS)
        return 0;
    for (guint i = 0; i < element->parent->kids->len; i++) {
        const bb_kid *kid = &g_array_index(element->parent->kids, bb_kid, i);
        if (kid->kind != BB_KID_ELEMENT || strcmp(kid->element->type, element->type) != 0)
            continue;
        count++;
        if (kid->element == element)
            rank = count;
    }
    return count > 1 ? rank : 0;
}

const char *bb_inspect_at_element(bb_inspection *in, const bb_element *element)
{
    g_autoptr(GString) path = g_string_new(": ");

    if (element == NULL || in->findings > BB_MOST_FINDINGS)
        return "";
    for (const bb_element *e = element; e != NULL; e = e->parent) {
        int rank = rank_of(e);
        g_autofree char *index = rank > 0 ? g_strdup_printf("[%d]", rank) : NULL;
        g_string_prepend(path, index != NULL ? index : "");
        g_autofree char *type = clip(e->type);
        g_string_prepend(path, type);
        if (e->parent != NULL)
            g_string_prepend_c(path, '/');
    }
    return element->page > 0 ? bb_inspect_format(in, "page %d, %s", element->page, path->str)
                             : bb_arena_strdup(in->arena, path->str);
}

/* --- the inspection --- */

static void free_kids(void *element)
{
    g_array_unref(((bb_element *)element)->kids);
}

static void free_leaves(void *owner)
{
    g_hash_table_unref(((bb_owner *)owner)->leaves);
}

bool bb_inspection_open(bb_inspection *in, GBytes *pdf, const char *name, GError **error)
{
    *in = (bb_inspection){.file = bb_cos_file_new(pdf, name, error), .bytes = pdf};
    if (in->file == NULL)
        return false;
    in->arena = bb_arena_new();
    in->trailer = bb_cos_file_trailer(in->file);
    in->catalog = bb_cos_get(in->trailer, "Root");
    in->part = 2;
    in->pages = g_ptr_array_new();
    in->page_of = g_hash_table_new(NULL, NULL);
    in->elements = g_ptr_array_new_with_free_func(free_kids);
    in->element_of = g_hash_table_new(NULL, NULL);
    in->owners = g_ptr_array_new_with_free_func(free_leaves);
    in->owner_of = g_hash_table_new(NULL, NULL);
    in->fonts = g_ptr_array_new();
    in->font_of = g_hash_table_new(NULL, NULL);
    in->shown = g_hash_table_new(NULL, NULL);
    in->checked = g_hash_table_new(NULL, NULL);
    return true;
}

void bb_inspection_close(bb_inspection *in)
{
    g_ptr_array_unref(in->pages);
    g_hash_table_unref(in->page_of);
    g_ptr_array_unref(in->elements);
    g_hash_table_unref(in->element_of);
    g_ptr_array_unref(in->owners);
    g_hash_table_unref(in->owner_of);
    g_ptr_array_unref(in->fonts);
    g_hash_table_unref(in->font_of);
    g_hash_table_unref(in->shown);
    g_hash_table_unref(in->checked);
    g_clear_pointer(&in->destinations, g_hash_table_unref);
    bb_arena_free(in->arena);
    bb_cos_file_free(in->file);
}

static void run_parts(bb_inspection *in)
{
    static void (*const PARTS[])(bb_inspection *) = {
        bb_inspect_file,         bb_inspect_limits,      bb_inspect_pages,
        bb_inspect_metadata,     bb_inspect_intent,      bb_inspect_catalog,
        bb_inspect_structure,    bb_inspect_nesting,     bb_inspect_headings,
        bb_inspect_alternatives, bb_inspect_tables,      bb_inspect_content,
        bb_inspect_parent_tree,  bb_inspect_annotations, bb_inspect_navigation,
        bb_inspect_attachments,  bb_inspect_fonts,
    };

    for (size_t i = 0; i < G_N_ELEMENTS(PARTS); i++)
        PARTS[i](in);
}

bool bb_inspect(GBytes *pdf, const char *name, bb_diag *diag, GError **error)
{
    bb_inspection in;

    if (!bb_inspection_open(&in, pdf, name, error))
        return false;
    in.diag = diag;
    in.place = (bb_place){.file = bb_diag_file(diag, name)};
    run_parts(&in);
    if (in.findings > BB_MOST_FINDINGS) {
        g_autofree char *rest = g_strdup_printf("%d", in.findings - BB_MOST_FINDINGS);
        bb_diag_report(diag, BB_M_PDF_MORE, in.place, rest);
    }
    bb_inspection_close(&in);
    return true;
}
