/* pdf_sample.c - writes the sample's text as PDF. */
#include "pdf_sample.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include <stdlib.h>
#include <string.h>

/* --- the font --- */

typedef struct {
    FT_Library library;
    FT_Face face;
    GBytes *bytes;
    GHashTable *codes; /* glyph to character, of those that were shown */
} font;

/* Lato Regular, where fonts/manifest.txt says that it is. */
static char *font_path(void)
{
    g_autofree char *manifest = NULL;

    if (!g_file_get_contents(BB_SOURCE_DIR "/fonts/manifest.txt", &manifest, NULL, NULL))
        g_error("no font manifest");
    const char *end = strstr(manifest, "/Lato-Regular.ttf");
    g_assert(end != NULL);
    const char *start = end;
    while (start[-1] != ' ')
        start--;
    return g_strndup(start, (gsize)(end - start) + strlen("/Lato-Regular.ttf"));
}

static void open_font(font *f)
{
    g_autofree char *path = font_path();
    char *data = NULL;
    gsize size = 0;

    if (!g_file_get_contents(path, &data, &size, NULL))
        g_error("%s can't be read", path);
    f->bytes = g_bytes_new_take(data, size);
    f->codes = g_hash_table_new(NULL, NULL);
    if (FT_Init_FreeType(&f->library) != 0 ||
        FT_New_Memory_Face(f->library, (const FT_Byte *)data, (FT_Long)size, 0, &f->face) != 0)
        g_error("%s is no font", path);
}

static void close_font(font *f)
{
    FT_Done_Face(f->face);
    FT_Done_FreeType(f->library);
    g_bytes_unref(f->bytes);
    g_hash_table_unref(f->codes);
}

static int width_of(const font *f, FT_UInt glyph)
{
    FT_Load_Glyph(f->face, glyph, FT_LOAD_NO_SCALE);
    return (int)((f->face->glyph->metrics.horiAdvance * 1000 + f->face->units_per_EM / 2) /
                 f->face->units_per_EM);
}

/* --- parts that are made --- */

static void put_words(GString *out, font *f, const char *words, gsize length)
{
    g_string_append_c(out, '<');
    for (const char *p = words; p < words + length; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        FT_UInt glyph = FT_Get_Char_Index(f->face, c);
        g_hash_table_insert(f->codes, GUINT_TO_POINTER(glyph), GUINT_TO_POINTER(c));
        g_string_append_printf(out, "%04X", glyph);
    }
    g_string_append_c(out, '>');
}

/* Only the glyphs that were shown before this: the fonts stand last in the sample. */
static void put_widths(GString *out, font *f)
{
    GHashTableIter iter;
    void *glyph;

    g_hash_table_iter_init(&iter, f->codes);
    while (g_hash_table_iter_next(&iter, &glyph, NULL))
        g_string_append_printf(out, "%u [%d] ", GPOINTER_TO_UINT(glyph),
                               width_of(f, GPOINTER_TO_UINT(glyph)));
}

static void put_unicode(GString *out, font *f)
{
    GHashTableIter iter;
    void *glyph, *character;

    g_hash_table_iter_init(&iter, f->codes);
    while (g_hash_table_iter_next(&iter, &glyph, &character))
        g_string_append_printf(out, "1 beginbfchar <%04X> <%04X> endbfchar\n",
                               GPOINTER_TO_UINT(glyph), GPOINTER_TO_UINT(character));
}

/* The widths of the simple font, from the space on. */
static void put_simple_widths(GString *out, font *f)
{
    for (gunichar c = ' '; c < 127; c++)
        g_string_append_printf(out, "%d ", width_of(f, FT_Get_Char_Index(f->face, c)));
}

static void put_font(GString *out, font *f)
{
    gsize size;
    const char *data = g_bytes_get_data(f->bytes, &size);

    g_string_append_len(out, data, (gssize)size);
}

/* The font with the name of its table of character maps spoilt. */
static void put_font_without_maps(GString *out, font *f)
{
    gsize start = out->len;

    put_font(out, f);
    char *name = memmem(out->str + start, out->len - start, "cmap", 4);
    g_assert(name != NULL);
    name[0] = 'x';
}

/* The header of a profile, and an empty table of tags. */
static void put_profile(GString *out, font *f)
{
    char bytes[132] = {[3] = (char)132, [8] = 2};

    (void)f;
    memcpy(bytes + 12, "mntrRGB XYZ ", 12);
    memcpy(bytes + 36, "acsp", 4);
    g_string_append_len(out, bytes, sizeof bytes);
}

/* All bits set. */
static void put_cid_set(GString *out, font *f)
{
    for (FT_Long i = 0; i <= f->face->num_glyphs / 8; i++)
        g_string_append_c(out, (char)0xFF);
}

static const struct {
    const char *name;
    void (*put)(GString *out, font *f);
} PARTS[] = {
    {"[WIDTHS]", put_widths},
    {"[UNICODE]", put_unicode},
    {"[SIMPLE]", put_simple_widths},
    {"[FONT]", put_font},
    {"[PROFILE]", put_profile},
    {"[CIDSET]", put_cid_set},
    {"[NOMAPS]", put_font_without_maps},
};

static void put_part(GString *out, font *f, const char *name, gsize length)
{
    for (size_t i = 0; i < G_N_ELEMENTS(PARTS); i++) {
        if (strlen(PARTS[i].name) == length && strncmp(PARTS[i].name, name, length) == 0) {
            PARTS[i].put(out, f);
            return;
        }
    }
    put_words(out, f, name, length);
}

/* The text with everything between @ and @ made. */
static GString *expand(const char *text, gsize length, font *f)
{
    GString *out = g_string_new(NULL);
    const char *end = text + length;

    while (text < end) {
        const char *first = memchr(text, '@', (gsize)(end - text));
        if (first == NULL) {
            g_string_append_len(out, text, end - text);
            break;
        }
        const char *last = memchr(first + 1, '@', (gsize)(end - first - 1));
        g_assert(last != NULL);
        g_string_append_len(out, text, first - text);
        put_part(out, f, first + 1, (gsize)(last - first - 1));
        text = last + 1;
    }
    return out;
}

/* --- the file --- */

static void put_object(GString *pdf, const char *body, gsize length, font *f)
{
    static const char STREAM[] = "\nstream\n", END[] = "\nendstream\n";
    const char *stream = g_strstr_len(body, (gssize)length, STREAM);

    if (stream == NULL) {
        GString *plain = expand(body, length, f);
        g_string_append_len(pdf, plain->str, (gssize)plain->len);
        g_string_free(plain, TRUE);
        return;
    }
    const char *data = stream + strlen(STREAM);
    const char *end = g_strstr_len(data, (gssize)(length - (gsize)(data - body)), END);
    g_assert(end != NULL);
    GString *head = expand(body, (gsize)(stream - body), f);
    GString *made = expand(data, (gsize)(end - data), f);
    g_assert(g_str_has_suffix(head->str, ">>"));
    g_string_append_len(pdf, head->str, (gssize)head->len - 2);
    g_string_append_printf(pdf, "/Length %" G_GSIZE_FORMAT " >>%s", made->len, STREAM);
    g_string_append_len(pdf, made->str, (gssize)made->len);
    g_string_append(pdf, END);
    g_string_free(head, TRUE);
    g_string_free(made, TRUE);
}

static void put_table(GString *pdf, const gsize *offsets, int count, const char *trailer)
{
    gsize start = pdf->len;

    g_string_append_printf(pdf, "xref\n0 %d\n0000000000 65535 f \n", count);
    for (int i = 1; i < count; i++)
        g_string_append_printf(pdf, "%010" G_GSIZE_FORMAT " %05d %c \n", offsets[i],
                               offsets[i] == 0 ? 65535 : 0, offsets[i] == 0 ? 'f' : 'n');
    g_string_append_printf(pdf, "trailer\n<< /Size %d%s\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                           count, trailer, start);
}

GBytes *bb_sample_write(const char *text)
{
    enum { MOST = 2000 };
    gsize offsets[MOST] = {0};
    GString *pdf = g_string_new("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");
    font f = {0};
    int count = 0;

    open_font(&f);
    const char *trailer = strstr(text, "\ntrailer <<") + strlen("\ntrailer <<");
    for (const char *p = strstr(text, "\nobj "); p != NULL;) {
        int number = atoi(p + strlen("\nobj "));
        const char *body = strchr(p + 1, '\n') + 1;
        const char *end = strstr(body, "\n\n") + 1;
        g_assert(number > 0 && number < MOST && offsets[number] == 0);
        offsets[number] = pdf->len;
        count = MAX(count, number + 1);
        g_string_append_printf(pdf, "%d 0 obj\n", number);
        put_object(pdf, body, (gsize)(end - body), &f);
        g_string_append(pdf, "endobj\n");
        p = strstr(end, "\nobj ");
    }
    put_table(pdf, offsets, count, trailer);
    close_font(&f);
    return g_string_free_to_bytes(pdf);
}

char *bb_sample_replace(const char *text, const char *from, const char *to)
{
    const char *found = strstr(text, from);

    if (found == NULL || strstr(found + 1, from) != NULL)
        return NULL;
    GString *out = g_string_new_len(text, found - text);
    g_string_append(out, to);
    g_string_append(out, found + strlen(from));
    return g_string_free(out, FALSE);
}

const char *bb_sample_text(void)
{
    static char *text;

    if (text == NULL &&
        !g_file_get_contents(BB_SOURCE_DIR "/tests/unit/inspect/sample.txt", &text, NULL, NULL))
        g_error("no sample");
    return text;
}
