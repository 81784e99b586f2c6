/* pdf_resource.c - each font and image once, wherever pages, forms and patterns name them. */
#include "archive/pdf_resource.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
    bb_pdf *pdf;
    GHashTable *seen; /* object numbers */
} mender;

static bb_pdf_object key_of(const mender *m, bb_pdf_object dictionary, const char *key)
{
    return qpdf_oh_get_key_if_dict(m->pdf->qpdf, dictionary, key);
}

static bool is_name(const mender *m, bb_pdf_object dictionary, const char *key, const char *name)
{
    return qpdf_oh_is_name_and_equals(m->pdf->qpdf, key_of(m, dictionary, key), name) == QPDF_TRUE;
}

static bool is_new(const mender *m, bb_pdf_object object)
{
    int number = qpdf_oh_get_object_id(m->pdf->qpdf, object);

    return number == 0 || g_hash_table_add(m->seen, GINT_TO_POINTER(number));
}

/* The values of a dictionary, as bb_pdf_object. */
static GArray *values_of(const mender *m, bb_pdf_object dictionary)
{
    qpdf_data qpdf = m->pdf->qpdf;
    g_autoptr(GPtrArray) keys = g_ptr_array_new_with_free_func(g_free);
    GArray *values = g_array_new(FALSE, FALSE, sizeof(bb_pdf_object));

    if (qpdf_oh_is_dictionary(qpdf, dictionary) == QPDF_FALSE)
        return values;
    qpdf_oh_begin_dict_key_iter(qpdf, dictionary);
    while (qpdf_oh_dict_more_keys(qpdf) == QPDF_TRUE)
        g_ptr_array_add(keys, g_strdup(qpdf_oh_dict_next_key(qpdf)));
    for (guint i = 0; i < keys->len; i++) {
        bb_pdf_object value = key_of(m, dictionary, keys->pdata[i]);
        g_array_append_val(values, value);
    }
    return values;
}

/* --- fonts --- */

/* "<0001> <fb01>" becomes "<0001> <00660069>": a ligature says its letters. */
static char *spell_ligatures(const char *map, size_t length)
{
    static const char *const LETTERS[] = {"00660066",     "00660069", "0066006c", "006600660069",
                                          "00660066006c", "00730074", "00730074"};
    GString *out = g_string_sized_new(length + 64);
    bool changed = false;

    for (size_t i = 0; i < length; i++) {
        bool found = i + 6 <= length && g_ascii_strncasecmp(map + i, "<fb0", 4) == 0 &&
                     map[i + 4] >= '0' && map[i + 4] <= '6' && map[i + 5] == '>';
        if (found) {
            g_string_append_printf(out, "<%s>", LETTERS[map[i + 4] - '0']);
            i += 5;
            changed = true;
        } else {
            g_string_append_c(out, map[i]);
        }
    }
    return g_string_free(out, !changed);
}

static void mend_unicode(const mender *m, bb_pdf_object font)
{
    bb_pdf_object stream = key_of(m, font, "/ToUnicode");
    size_t length = 0;
    g_autofree char *map = bb_pdf_stream_data(m->pdf, stream, &length);
    g_autofree char *spelt = map != NULL ? spell_ligatures(map, length) : NULL;

    if (spelt != NULL)
        bb_pdf_replace_stream(m->pdf, stream, spelt, strlen(spelt));
}

static void mend_font(const mender *m, bb_pdf_object font)
{
    qpdf_data qpdf = m->pdf->qpdf;
    bb_pdf_object descendants = key_of(m, font, "/DescendantFonts");

    mend_unicode(m, font);
    if (qpdf_oh_is_array(qpdf, descendants) == QPDF_FALSE)
        return;
    bb_pdf_object descendant = qpdf_oh_get_array_item(qpdf, descendants, 0);
    bool has_map = qpdf_oh_has_key(qpdf, descendant, "/CIDToGIDMap") == QPDF_TRUE;
    if (is_name(m, descendant, "/Subtype", "/CIDFontType2") && !has_map)
        bb_pdf_set(m->pdf, descendant, "/CIDToGIDMap", bb_pdf_name(m->pdf, "/Identity"));
}

/* --- whatever is drawn with --- */

static void mend_resources(const mender *m, bb_pdf_object resources);

static void mend_drawn(const mender *m, bb_pdf_object object)
{
    qpdf_data qpdf = m->pdf->qpdf;

    if (qpdf_oh_is_stream(qpdf, object) == QPDF_FALSE)
        return;
    bb_pdf_object dictionary = qpdf_oh_get_dict(qpdf, object);
    if (qpdf_oh_has_key(qpdf, dictionary, "/Interpolate") == QPDF_TRUE)
        bb_pdf_set(m->pdf, dictionary, "/Interpolate", qpdf_oh_new_bool(qpdf, QPDF_FALSE));
    bb_pdf_object mask = key_of(m, dictionary, "/SMask");
    if (is_new(m, mask))
        mend_drawn(m, mask);
    mend_resources(m, key_of(m, dictionary, "/Resources"));
}

/* Soft masks hang from graphics states: "/ExtGState << /s6 << /SMask << /G 7 0 R >> >> >>". */
static void mend_states(const mender *m, bb_pdf_object resources)
{
    g_autoptr(GArray) states = values_of(m, key_of(m, resources, "/ExtGState"));

    for (guint i = 0; i < states->len; i++) {
        bb_pdf_object mask = key_of(m, g_array_index(states, bb_pdf_object, i), "/SMask");
        bb_pdf_object group = key_of(m, mask, "/G");
        if (is_new(m, group))
            mend_drawn(m, group);
    }
}

static void mend_resources(const mender *m, bb_pdf_object resources)
{
    static const char *const DRAWN[] = {"/XObject", "/Pattern"};
    g_autoptr(GArray) fonts = values_of(m, key_of(m, resources, "/Font"));

    for (guint i = 0; i < fonts->len; i++) {
        if (is_new(m, g_array_index(fonts, bb_pdf_object, i)))
            mend_font(m, g_array_index(fonts, bb_pdf_object, i));
    }
    for (size_t kind = 0; kind < G_N_ELEMENTS(DRAWN); kind++) {
        g_autoptr(GArray) drawn = values_of(m, key_of(m, resources, DRAWN[kind]));
        for (guint i = 0; i < drawn->len; i++) {
            if (is_new(m, g_array_index(drawn, bb_pdf_object, i)))
                mend_drawn(m, g_array_index(drawn, bb_pdf_object, i));
        }
    }
    mend_states(m, resources);
}

bool bb_pdf_mend_resources(bb_pdf *pdf, GError **error)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
    const mender m = {pdf, seen};
    int pages = qpdf_get_num_pages(pdf->qpdf);

    for (int i = 0; i < pages; i++) {
        bb_pdf_object page = qpdf_get_page_n(pdf->qpdf, (size_t)i);
        bb_pdf_object resources = key_of(&m, page, "/Resources");
        if (is_new(&m, resources))
            mend_resources(&m, resources);
        if (!bb_pdf_check(pdf, "fonts and images", error))
            return false;
    }
    return true;
}
