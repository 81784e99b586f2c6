/* inspect_font.c - fonts: embedded, named alike everywhere, every shown code with a meaning
 * (ISO 14289-1 7.21; ISO 19005-2 6.2.11). */
#include "archive/inspect_font.h"

#include <string.h>

/* --- showing --- */

static const char *name_of(const bb_cos *dictionary)
{
    const char *name = bb_cos_name(bb_cos_get(dictionary, "BaseFont"));

    if (name == NULL)
        name = bb_cos_name(bb_cos_get(dictionary, "Name"));
    return name != NULL ? name : "(no name)";
}

bb_inspected_font *bb_inspect_font(bb_inspection *in, int page, const bb_cos *dictionary)
{
    bb_inspected_font *font = g_hash_table_lookup(in->font_of, dictionary);

    if (font != NULL)
        return font;
    if (in->fonts->len >= BB_MOST_FONTS) {
        bb_inspect_report(in, BB_M_PDF_FONTS_MANY, "");
        return in->fonts->pdata[0];
    }
    const char *type = bb_cos_name(bb_cos_get(dictionary, "Subtype"));
    font = bb_arena_new0(in->arena, bb_inspected_font);
    font->dictionary = font->descendant = dictionary;
    font->type = type != NULL ? type : "";
    font->name = name_of(dictionary);
    font->page = page;
    font->composite = strcmp(font->type, "Type0") == 0;
    if (font->composite)
        font->descendant = bb_cos_item(bb_cos_get(dictionary, "DescendantFonts"), 0);
    font->descriptor = bb_cos_get(font->descendant, "FontDescriptor");
    font->codes = font->composite ? BB_CODES : BB_SIMPLE_CODES;
    font->shown = bb_arena_alloc(in->arena, (size_t)font->codes);
    g_hash_table_insert(in->font_of, (void *)dictionary, font);
    g_ptr_array_add(in->fonts, font);
    return font;
}

void bb_inspect_font_show(bb_inspected_font *font, const char *bytes, gsize length, bool told,
                          bool visible)
{
    const guint8 flags =
        (guint8)(BB_SHOWN | (told ? 0 : BB_SHOWN_UNTOLD) | (visible ? BB_SHOWN_VISIBLE : 0));
    const unsigned char *p = (const unsigned char *)bytes;

    if (!font->composite) {
        for (gsize i = 0; i < length; i++)
            font->shown[p[i]] |= flags;
        return;
    }
    for (gsize i = 0; i + 1 < length; i += 2)
        font->shown[p[i] << 8 | p[i + 1]] |= flags;
    font->odd = font->odd || length % 2 != 0;
}

/* --- dictionaries --- */

static const char *where(bb_inspection *in, const bb_inspected_font *font)
{
    return bb_inspect_format(in, "page %d, font %s: ", font->page, font->name);
}

static bool is_visible(const bb_inspected_font *font)
{
    for (int code = 0; code < font->codes; code++) {
        if (font->shown[code] & BB_SHOWN_VISIBLE)
            return true;
    }
    return false;
}

/* The stream of the font program, by the key that fits the font's type; NULL when none does. */
static const bb_cos *find_program(const bb_inspected_font *font)
{
    static const struct {
        const char *type, *key;
        const char *kinds; /* of FontFile3 */
    } PROGRAMS[] = {
        {"Type1", "FontFile", NULL},
        {"MMType1", "FontFile", NULL},
        {"TrueType", "FontFile2", NULL},
        {"CIDFontType2", "FontFile2", NULL},
        {"Type1", "FontFile3", " Type1C OpenType "},
        {"MMType1", "FontFile3", " Type1C OpenType "},
        {"TrueType", "FontFile3", " OpenType "},
        {"CIDFontType0", "FontFile3", " CIDFontType0C OpenType "},
        {"CIDFontType2", "FontFile3", " OpenType "},
    };
    const char *type = bb_cos_name(bb_cos_get(font->descendant, "Subtype"));

    for (size_t i = 0; type != NULL && i < G_N_ELEMENTS(PROGRAMS); i++) {
        const bb_cos *stream = bb_cos_get(font->descriptor, PROGRAMS[i].key);
        if (stream == NULL || stream->kind != BB_COS_STREAM || strcmp(PROGRAMS[i].type, type) != 0)
            continue;
        const char *kind = bb_cos_name(bb_cos_get(stream, "Subtype"));
        g_autofree char *word = g_strdup_printf(" %s ", kind != NULL ? kind : "");
        if (PROGRAMS[i].kinds == NULL || strstr(PROGRAMS[i].kinds, word) != NULL)
            return stream;
    }
    return NULL;
}

/* Six capitals and a plus sign. */
static bool has_tag(const char *name)
{
    for (int i = 0; i < 6; i++) {
        if (!g_ascii_isupper(name[i]))
            return false;
    }
    return name[6] == '+';
}

static void check_names(bb_inspection *in, const bb_inspected_font *font)
{
    const char *base = bb_cos_name(bb_cos_get(font->dictionary, "BaseFont"));
    const char *below = bb_cos_name(bb_cos_get(font->descendant, "BaseFont"));
    const char *described = bb_cos_name(bb_cos_get(font->descriptor, "FontName"));
    const char *plus = base != NULL ? strchr(base, '+') : NULL;

    /* A composite font of Type 1 outlines adds the name of its encoding. */
    if (base == NULL || below == NULL || described == NULL || !g_str_has_prefix(base, below) ||
        strcmp(below, described) != 0 || (plus != NULL && !has_tag(base)))
        bb_inspect_report(in, BB_M_PDF_FONT_NAME, where(in, font));
}

static bool same_text(const bb_cos *a, const bb_cos *b)
{
    return a != NULL && b != NULL && a->kind == BB_COS_STRING && b->kind == BB_COS_STRING &&
           a->count == b->count && memcmp(a->bytes, b->bytes, (size_t)a->count) == 0;
}

/* An embedded CMap has the same character collection as the CIDFont (6.2.11.3.1). */
static void check_encoding(bb_inspection *in, const bb_inspected_font *font)
{
    const bb_cos *encoding = bb_cos_get(font->dictionary, "Encoding");
    const bb_cos *own = bb_cos_get(font->descendant, "CIDSystemInfo");
    const bb_cos *other = bb_cos_get(encoding, "CIDSystemInfo");
    gint64 ours = 0, theirs = 0;

    if (bb_cos_is(encoding, "Identity-H") || bb_cos_is(encoding, "Identity-V"))
        return;
    bb_cos_integer(bb_cos_get(own, "Supplement"), &ours);
    bb_cos_integer(bb_cos_get(other, "Supplement"), &theirs);
    if (encoding == NULL || encoding->kind != BB_COS_STREAM ||
        !same_text(bb_cos_get(own, "Registry"), bb_cos_get(other, "Registry")) ||
        !same_text(bb_cos_get(own, "Ordering"), bb_cos_get(other, "Ordering")) || ours < theirs)
        bb_inspect_report(in, BB_M_PDF_CMAP, where(in, font));
}

static void check_composite(bb_inspection *in, const bb_inspected_font *font)
{
    const bb_cos *map = bb_cos_get(font->descendant, "CIDToGIDMap");

    check_encoding(in, font);
    if (bb_cos_is(bb_cos_get(font->descendant, "Subtype"), "CIDFontType2") &&
        !bb_cos_is(map, "Identity") && (map == NULL || map->kind != BB_COS_STREAM))
        bb_inspect_report(in, BB_M_PDF_CID_MAP, where(in, font));
    if (font->odd)
        bb_inspect_report(in, BB_M_PDF_CODE_ODD, where(in, font));
}

static bool is_plain_encoding(const bb_cos *encoding)
{
    return bb_cos_is(encoding, "WinAnsiEncoding") || bb_cos_is(encoding, "MacRomanEncoding") ||
           bb_cos_is(encoding, "MacExpertEncoding");
}

/* Widths has an entry for each code from FirstChar to LastChar; only the fourteen standard fonts,
 * which PDF/A doesn't exempt, may do without. */
static void check_widths(bb_inspection *in, const bb_inspected_font *font)
{
    const bb_cos *widths = bb_cos_get(font->dictionary, "Widths");
    gint64 first = 0, last = -1;

    if (!bb_cos_integer(bb_cos_get(font->dictionary, "FirstChar"), &first) ||
        !bb_cos_integer(bb_cos_get(font->dictionary, "LastChar"), &last) ||
        bb_cos_length(widths) != last - first + 1)
        bb_inspect_report(in, BB_M_PDF_FONT_WIDTHS, where(in, font));
}

/* A TrueType font that is not symbolic has one of two encodings; a symbolic one has none
 * (6.2.11.6). */
static void check_simple(bb_inspection *in, const bb_inspected_font *font)
{
    enum { SYMBOLIC = 4, NON_SYMBOLIC = 32 };
    const bb_cos *encoding = bb_cos_get(font->dictionary, "Encoding");
    const bb_cos *base =
        bb_cos_name(encoding) != NULL ? encoding : bb_cos_get(encoding, "BaseEncoding");
    gint64 flags = 0;

    check_widths(in, font);
    if (strcmp(font->type, "TrueType") != 0)
        return;
    bb_cos_integer(bb_cos_get(font->descriptor, "Flags"), &flags);
    bool both = ((flags & SYMBOLIC) != 0) == ((flags & NON_SYMBOLIC) != 0);
    if (both || ((flags & SYMBOLIC)
                     ? encoding != NULL
                     : !bb_cos_is(base, "WinAnsiEncoding") && !bb_cos_is(base, "MacRomanEncoding")))
        bb_inspect_report(in, BB_M_PDF_ENCODING, where(in, font));
}

/* The bit of each CID that is shown is set (6.2.11.4.2). */
static void check_cid_set(bb_inspection *in, const bb_inspected_font *font)
{
    const bb_cos *stream = bb_cos_get(font->descriptor, "CIDSet");
    gsize size = 0;

    if (!font->composite || stream == NULL)
        return;
    g_autoptr(GBytes) data = bb_cos_stream_data(in->file, stream);
    const guint8 *bits = data != NULL ? g_bytes_get_data(data, &size) : NULL;
    for (int cid = 0; cid < font->codes; cid++) {
        bool set = (gsize)cid / 8 < size && (bits[cid / 8] >> (7 - cid % 8) & 1) != 0;
        if (font->shown[cid] != 0 && !set) {
            bb_inspect_report(in, BB_M_PDF_CID_SET, where(in, font));
            return;
        }
    }
}

/* --- meanings (6.2.11.7) --- */

static void check_meanings(bb_inspection *in, bb_inspected_font *font)
{
    const bb_cos *map = bb_cos_get(font->dictionary, "ToUnicode");
    bool known = !font->composite && is_plain_encoding(bb_cos_get(font->dictionary, "Encoding"));
    int none = 0, bad = 0, private_use = 0, first_none = 0, first_bad = 0, first_private = 0;

    if (map == NULL || map->kind != BB_COS_STREAM) {
        if (!known)
            bb_inspect_report(in, BB_M_PDF_UNICODE, where(in, font));
        return;
    }
    bb_inspect_read_meanings(in, font, map);
    for (int code = font->codes - 1; code >= 0; code--) {
        if (font->shown[code] == 0)
            continue;
        if (font->means[code] == BB_MEANS_NOTHING && !known && ++none > 0)
            first_none = code;
        if (font->means[code] == BB_MEANS_BAD && ++bad > 0)
            first_bad = code;
        if (font->means[code] == BB_MEANS_PRIVATE && (font->shown[code] & BB_SHOWN_UNTOLD) &&
            ++private_use > 0)
            first_private = code;
    }
    if (none > 0)
        bb_inspect_report(in, BB_M_PDF_UNICODE_MISSING, where(in, font),
                          bb_inspect_format(in, "%X", first_none),
                          bb_inspect_format(in, "%d", none));
    if (bad > 0)
        bb_inspect_report(in, BB_M_PDF_UNICODE_BAD, where(in, font),
                          bb_inspect_format(in, "%X", first_bad));
    if (private_use > 0)
        bb_inspect_report(in, BB_M_PDF_UNICODE_PRIVATE, where(in, font),
                          bb_inspect_format(in, "%X", first_private));
}

/* --- fonts --- */

static void check_glyph_streams(bb_inspection *in, const bb_inspected_font *font)
{
    const bb_cos *glyphs = bb_cos_get(font->dictionary, "CharProcs");

    for (int i = 0; bb_cos_is_dictionary(glyphs) && i < glyphs->count; i++)
        bb_inspect_hidden_content(in, font->page, glyphs->entries[i].value,
                                  bb_cos_get(font->dictionary, "Resources"));
}

static void check_font(bb_inspection *in, bb_inspected_font *font)
{
    static const char *const TYPES[] = {"Type0", "Type1", "MMType1", "TrueType", "Type3", NULL};

    if (!g_strv_contains(TYPES, font->type) || font->descendant == NULL) {
        bb_inspect_report(in, BB_M_PDF_FONT_TYPE, where(in, font), font->type);
        return;
    }
    check_meanings(in, font);
    if (strcmp(font->type, "Type3") == 0) {
        check_glyph_streams(in, font);
        return;
    }
    check_names(in, font);
    if (font->composite)
        check_composite(in, font);
    else
        check_simple(in, font);
    check_cid_set(in, font);
    const bb_cos *program = find_program(font);
    if (program != NULL)
        bb_inspect_font_program(in, font, program);
    else if (is_visible(font))
        bb_inspect_report(in, BB_M_PDF_NOT_EMBEDDED, where(in, font));
}

void bb_inspect_fonts(bb_inspection *in)
{
    /* Glyphs of a Type 3 font may show further fonts, which join the list. */
    for (guint i = 0; i < in->fonts->len; i++)
        check_font(in, in->fonts->pdata[i]);
}
