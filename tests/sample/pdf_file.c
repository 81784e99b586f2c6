/* pdf_file.c - reading with qpdf what a viewer would. */
#include "sample/pdf_file.h"

#include <qpdf/qpdf-c.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    qpdf_data qpdf;
    GHashTable *pages; /* object number to page number + 1 */
    pdf_file *file;
} reader;

static qpdf_oh get(const reader *r, qpdf_oh object, const char *key)
{
    return qpdf_oh_get_key(r->qpdf, object, key);
}

static bool has(const reader *r, qpdf_oh object, const char *key)
{
    return qpdf_oh_is_dictionary(r->qpdf, object) == QPDF_TRUE &&
           qpdf_oh_has_key(r->qpdf, object, key) == QPDF_TRUE;
}

static double number_at(const reader *r, qpdf_oh array, int index)
{
    return qpdf_oh_get_numeric_value(r->qpdf, qpdf_oh_get_array_item(r->qpdf, array, index));
}

static double page_height(const reader *r, int page)
{
    return number_at(r, get(r, qpdf_get_page_n(r->qpdf, (size_t)page), "/MediaBox"), 3);
}

static void number_pages(reader *r)
{
    int count = qpdf_get_num_pages(r->qpdf);

    for (int i = 0; i < count; i++) {
        int id = qpdf_oh_get_object_id(r->qpdf, qpdf_get_page_n(r->qpdf, (size_t)i));
        g_hash_table_insert(r->pages, GINT_TO_POINTER(id), GINT_TO_POINTER(i + 1));
    }
}

/* [page /XYZ x y zoom], straight or as what a GoTo action leads to. */
static pdf_place read_place(const reader *r, qpdf_oh object)
{
    qpdf_oh array = get(r, object, "/Dest");

    if (qpdf_oh_is_array(r->qpdf, array) == QPDF_FALSE && has(r, object, "/A"))
        array = get(r, get(r, object, "/A"), "/D");
    if (qpdf_oh_is_array(r->qpdf, array) == QPDF_FALSE)
        return (pdf_place){.page = -1};
    qpdf_oh page = qpdf_oh_get_array_item(r->qpdf, array, 0);
    int id = qpdf_oh_get_object_id(r->qpdf, page);
    int found = GPOINTER_TO_INT(g_hash_table_lookup(r->pages, GINT_TO_POINTER(id))) - 1;
    if (found < 0)
        return (pdf_place){.page = -1};
    return (pdf_place){found, number_at(r, array, 2),
                       page_height(r, found) - number_at(r, array, 3)};
}

static void read_outline(reader *r, qpdf_oh parent, int level)
{
    for (qpdf_oh item = get(r, parent, "/First"); has(r, item, "/Title");
         item = get(r, item, "/Next")) {
        const pdf_entry entry = {
            .title = g_strdup(qpdf_oh_get_utf8_value(r->qpdf, get(r, item, "/Title"))),
            .level = level,
            .place = read_place(r, item),
        };
        g_array_append_val(r->file->outline, entry);
        if (has(r, item, "/First"))
            read_outline(r, item, level + 1);
    }
}

static void read_link(reader *r, int page, qpdf_oh annotation)
{
    qpdf_oh rectangle = get(r, annotation, "/Rect");
    pdf_link link = {.page = page};

    if (qpdf_oh_is_name_and_equals(r->qpdf, get(r, annotation, "/Subtype"), "/Link") == QPDF_FALSE)
        return;
    link.box.x = number_at(r, rectangle, 0);
    link.box.y = page_height(r, page) - number_at(r, rectangle, 3);
    link.box.width = number_at(r, rectangle, 2) - link.box.x;
    link.box.height = number_at(r, rectangle, 3) - number_at(r, rectangle, 1);
    if (has(r, annotation, "/A") && has(r, get(r, annotation, "/A"), "/URI"))
        link.uri =
            g_strdup(qpdf_oh_get_string_value(r->qpdf, get(r, get(r, annotation, "/A"), "/URI")));
    else
        link.place = read_place(r, annotation);
    g_array_append_val(r->file->links, link);
}

static void read_links(reader *r)
{
    int count = qpdf_get_num_pages(r->qpdf);

    for (int i = 0; i < count; i++) {
        qpdf_oh annotations = get(r, qpdf_get_page_n(r->qpdf, (size_t)i), "/Annots");
        if (qpdf_oh_is_array(r->qpdf, annotations) == QPDF_FALSE)
            continue;
        int links = qpdf_oh_get_array_n_items(r->qpdf, annotations);
        for (int n = 0; n < links; n++)
            read_link(r, i, qpdf_oh_get_array_item(r->qpdf, annotations, n));
    }
}

/* --- page labels --- */

static char *roman(int number)
{
    static const struct {
        int value;
        const char *letters;
    } NUMERALS[] = {{100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"},
                    {9, "ix"},  {5, "v"},   {4, "iv"}, {1, "i"}};
    GString *out = g_string_new(NULL);

    for (size_t i = 0; i < G_N_ELEMENTS(NUMERALS); i++) {
        for (; number >= NUMERALS[i].value; number -= NUMERALS[i].value)
            g_string_append(out, NUMERALS[i].letters);
    }
    return g_string_free(out, FALSE);
}

static char *label_of(const reader *r, qpdf_oh range, int offset)
{
    const char *style =
        has(r, range, "/S") ? qpdf_oh_get_name(r->qpdf, get(r, range, "/S")) : "none";
    int first =
        has(r, range, "/St") ? qpdf_oh_get_int_value_as_int(r->qpdf, get(r, range, "/St")) : 1;

    if (strcmp(style, "/D") == 0)
        return g_strdup_printf("%d", first + offset);
    if (strcmp(style, "/r") == 0)
        return roman(first + offset);
    return g_strdup_printf("a label of style %s", style);
}

static void read_labels(reader *r)
{
    qpdf_oh numbers = get(r, get(r, qpdf_get_root(r->qpdf), "/PageLabels"), "/Nums");
    int count = qpdf_get_num_pages(r->qpdf);
    int ranges = qpdf_oh_is_array(r->qpdf, numbers) == QPDF_TRUE
                     ? qpdf_oh_get_array_n_items(r->qpdf, numbers) / 2
                     : 0;

    for (int i = 0; i < ranges; i++) {
        qpdf_oh range = qpdf_oh_get_array_item(r->qpdf, numbers, 2 * i + 1);
        int from = (int)number_at(r, numbers, 2 * i);
        int to = i + 1 < ranges ? (int)number_at(r, numbers, 2 * i + 2) : count;
        for (int page = from; page < to; page++)
            g_ptr_array_add(r->file->labels, label_of(r, range, page - from));
    }
}

/* --- the file --- */

static void entry_clear(void *item)
{
    g_free(((pdf_entry *)item)->title);
}

static void link_clear(void *item)
{
    g_free(((pdf_link *)item)->uri);
}

pdf_file *pdf_file_read(const char *path)
{
    pdf_file *file = g_new0(pdf_file, 1);
    reader r = {qpdf_init(), g_hash_table_new(NULL, NULL), file};

    file->outline = g_array_new(FALSE, FALSE, sizeof(pdf_entry));
    file->links = g_array_new(FALSE, FALSE, sizeof(pdf_link));
    file->labels = g_ptr_array_new_with_free_func(g_free);
    g_array_set_clear_func(file->outline, entry_clear);
    g_array_set_clear_func(file->links, link_clear);
    if ((qpdf_read(r.qpdf, path, NULL) & QPDF_ERRORS) != 0) {
        fprintf(stderr, "%s: no PDF\n", path);
        exit(EXIT_FAILURE);
    }
    number_pages(&r);
    if (has(&r, qpdf_get_root(r.qpdf), "/Outlines"))
        read_outline(&r, get(&r, qpdf_get_root(r.qpdf), "/Outlines"), 0);
    read_links(&r);
    read_labels(&r);
    g_hash_table_unref(r.pages);
    qpdf_cleanup(&r.qpdf);
    return file;
}

void pdf_file_free(pdf_file *file)
{
    if (file == NULL)
        return;
    g_array_unref(file->outline);
    g_array_unref(file->links);
    g_ptr_array_unref(file->labels);
    g_free(file);
}
