/* inspect_font_program.c - what is in an embedded font program, read with FreeType: every shown
 * glyph, as wide as the PDF says (ISO 19005-2 6.2.11.4.1, 6.2.11.5, 6.2.11.8). */
#include "archive/inspect_font.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_ADVANCES_H
#include <math.h>
#include <string.h>

enum { NO_GLYPH = -1, UNKNOWN = -2, MOST_NAMES = 1024 };

typedef struct {
    bb_inspection *in;
    const bb_inspected_font *font;
    FT_Face face;
    GBytes *map;    /* CIDToGIDMap; NULL: CIDs are glyphs */
    double *widths; /* by code; NAN: none is given */
} program;

/* --- from codes to glyphs --- */

/* WinAnsiEncoding where it is not Latin-1. */
static gunichar from_win_ansi(int code)
{
    static const guint16 MARKS[] = {
        0x20AC, 0x2022, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0x2022, 0x017D, 0x2022, 0x2022, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x2022, 0x017E, 0x0178,
    };

    return code >= 0x80 && code < 0xA0 ? MARKS[code - 0x80] : (gunichar)code;
}

static bool select_map(FT_Face face, int platform, int encoding)
{
    for (int i = 0; i < face->num_charmaps; i++) {
        FT_CharMap map = face->charmaps[i];
        if (map->platform_id == platform && map->encoding_id == encoding)
            return FT_Set_Charmap(face, map) == 0;
    }
    return false;
}

static int glyph_or_none(FT_UInt glyph)
{
    return glyph != 0 ? (int)glyph : NO_GLYPH;
}

/* The name that Differences gives a code, or NULL. */
static const char *difference(const bb_cos *encoding, int code)
{
    const bb_cos *list = bb_cos_get(encoding, "Differences");
    const char *found = NULL;
    gint64 at = 0;

    for (int i = 0; i < bb_cos_length(list) && i < MOST_NAMES; i++) {
        const bb_cos *item = bb_cos_item(list, i);
        if (bb_cos_integer(item, &at))
            continue;
        if (at++ == code)
            found = bb_cos_name(item);
    }
    return found;
}

/* ISO 32000-1 9.6.6.4. */
static int true_type_glyph(const program *p, int code)
{
    const bb_cos *encoding = bb_cos_get(p->font->dictionary, "Encoding");

    if (encoding == NULL) {
        if (select_map(p->face, 3, 0)) {
            FT_UInt glyph = FT_Get_Char_Index(p->face, (FT_ULong)code);
            return glyph_or_none(glyph != 0 ? glyph
                                            : FT_Get_Char_Index(p->face, 0xF000 + (FT_ULong)code));
        }
        return select_map(p->face, 1, 0) ? glyph_or_none(FT_Get_Char_Index(p->face, (FT_ULong)code))
                                         : UNKNOWN;
    }
    const char *name = difference(encoding, code);
    if (name != NULL)
        return FT_HAS_GLYPH_NAMES(p->face) ? (int)FT_Get_Name_Index(p->face, name) : UNKNOWN;
    if (!bb_cos_is(encoding, "WinAnsiEncoding") || !select_map(p->face, 3, 1))
        return UNKNOWN;
    return glyph_or_none(FT_Get_Char_Index(p->face, from_win_ansi(code)));
}

static int type1_glyph(const program *p, int code)
{
    const bb_cos *encoding = bb_cos_get(p->font->dictionary, "Encoding");
    const char *name = difference(encoding, code);

    if (name != NULL)
        return FT_HAS_GLYPH_NAMES(p->face) ? glyph_or_none(FT_Get_Name_Index(p->face, name))
                                           : UNKNOWN;
    if (encoding == NULL && FT_Select_Charmap(p->face, FT_ENCODING_ADOBE_CUSTOM) == 0)
        return glyph_or_none(FT_Get_Char_Index(p->face, (FT_ULong)code));
    if (bb_cos_is(encoding, "WinAnsiEncoding") &&
        FT_Select_Charmap(p->face, FT_ENCODING_UNICODE) == 0)
        return glyph_or_none(FT_Get_Char_Index(p->face, from_win_ansi(code)));
    return UNKNOWN;
}

static int composite_glyph(const program *p, int cid)
{
    gsize size = 0;
    const guint8 *map = p->map != NULL ? g_bytes_get_data(p->map, &size) : NULL;

    if (!bb_cos_is(bb_cos_get(p->font->dictionary, "Encoding"), "Identity-H") &&
        !bb_cos_is(bb_cos_get(p->font->dictionary, "Encoding"), "Identity-V"))
        return UNKNOWN;
    /* CIDs of Type 1 outlines need not be glyphs. */
    if (cid >= p->face->num_glyphs &&
        bb_cos_is(bb_cos_get(p->font->descendant, "Subtype"), "CIDFontType0"))
        return UNKNOWN;
    if (p->map == NULL)
        return cid == 0 ? NO_GLYPH : cid;
    const gsize at = (gsize)cid * 2;
    if (at + 1 >= size)
        return NO_GLYPH;
    return glyph_or_none((FT_UInt)(map[at] << 8 | map[at + 1]));
}

static int glyph_of(const program *p, int code)
{
    if (p->font->composite)
        return composite_glyph(p, code);
    return strcmp(p->font->type, "TrueType") == 0 ? true_type_glyph(p, code) : type1_glyph(p, code);
}

/* --- widths --- */

static void set_width(program *p, gint64 code, const bb_cos *value)
{
    double width;

    if (code >= 0 && code < p->font->codes && bb_cos_number(value, &width))
        p->widths[code] = width;
}

static void read_simple_widths(program *p)
{
    const bb_cos *widths = bb_cos_get(p->font->dictionary, "Widths");
    gint64 first = 0;

    bb_cos_integer(bb_cos_get(p->font->dictionary, "FirstChar"), &first);
    for (int i = 0; i < bb_cos_length(widths) && i < p->font->codes; i++)
        set_width(p, first + i, bb_cos_item(widths, i));
}

/* W: "first [w w w]" or "first last w" (ISO 32000-1 9.7.4.3). */
static void read_composite_widths(program *p)
{
    const bb_cos *list = bb_cos_get(p->font->descendant, "W");
    double otherwise = 1000;
    gint64 first, last;

    bb_cos_number(bb_cos_get(p->font->descendant, "DW"), &otherwise);
    for (int code = 0; code < p->font->codes; code++)
        p->widths[code] = otherwise;
    for (int i = 0; i + 1 < bb_cos_length(list) && p->in->operators < BB_MOST_OPERATORS;) {
        const bb_cos *next = bb_cos_item(list, i + 1);
        if (!bb_cos_integer(bb_cos_item(list, i), &first))
            return;
        if (bb_cos_integer(next, &last)) {
            for (gint64 code = MAX(first, 0); code <= MIN(last, BB_CODES - 1); code++)
                set_width(p, code, bb_cos_item(list, i + 2));
            p->in->operators += BB_CODES / 64;
            i += 3;
            continue;
        }
        for (int k = 0; k < bb_cos_length(next) && k < BB_CODES; k++)
            set_width(p, first + k, bb_cos_item(next, k));
        i += 2;
    }
}

/* Of a glyph, in thousandths of the em; NAN when the font has none such. Without its outline,
 * which in a hostile font may take for ever. */
static double advance_of(const program *p, int glyph)
{
    FT_Fixed advance = 0;

    if (p->face->units_per_EM == 0 ||
        FT_Get_Advance(p->face, (FT_UInt)glyph, FT_LOAD_NO_SCALE, &advance) != 0)
        return NAN;
    return (double)advance * 1000 / p->face->units_per_EM;
}

/* --- the program --- */

static const char *where(const program *p)
{
    return bb_inspect_format(p->in, "page %d, font %s: ", p->font->page, p->font->name);
}

/* Says each kind of fault once a font, with the code that has it first. */
static void check_codes(program *p)
{
    bool said_none = false, said_missing = false, said_width = false;

    for (int code = 0; code < p->font->codes; code++) {
        if (p->font->shown[code] == 0)
            continue;
        int glyph = glyph_of(p, code);
        if (glyph == UNKNOWN)
            continue;
        if (glyph == NO_GLYPH || glyph == 0) {
            if (!said_none)
                bb_inspect_report(p->in, BB_M_PDF_NOTDEF, where(p),
                                  bb_inspect_format(p->in, "%X", code));
            said_none = true;
            continue;
        }
        double advance = advance_of(p, glyph), given = p->widths[code];
        if (isnan(advance) && !said_missing) {
            said_missing = true;
            bb_inspect_report(p->in, BB_M_PDF_GLYPH, where(p),
                              bb_inspect_format(p->in, "%X", code));
        } else if (!(fabs(advance - given) <= 1) && !isnan(advance) && !said_width) {
            said_width = true;
            bb_inspect_report(p->in, BB_M_PDF_WIDTH, where(p), bb_inspect_format(p->in, "%X", code),
                              bb_inspect_format(p->in, "%.0f", given),
                              bb_inspect_format(p->in, "%.0f", advance));
        }
    }
}

static bool has_map(FT_Face face, int platform, int encoding)
{
    for (int i = 0; i < face->num_charmaps; i++) {
        if (face->charmaps[i]->platform_id == platform &&
            face->charmaps[i]->encoding_id == encoding)
            return true;
    }
    return false;
}

/* A simple TrueType font has a character map of its kind: Unicode's or the Macintosh's when it has
 * an encoding, else the symbols' or a single one (6.2.11.6). */
static void check_maps(program *p)
{
    bool encoded = bb_cos_get(p->font->dictionary, "Encoding") != NULL;

    if (strcmp(p->font->type, "TrueType") != 0)
        return;
    if (encoded ? !has_map(p->face, 3, 1) && !has_map(p->face, 1, 0)
                : !has_map(p->face, 3, 0) && p->face->num_charmaps != 1)
        bb_inspect_report(p->in, BB_M_PDF_FONT_MAP, where(p));
}

static void open_face(program *p, GBytes *data)
{
    FT_Library library = NULL;
    gsize size = 0;
    const FT_Byte *bytes = data != NULL ? g_bytes_get_data(data, &size) : NULL;

    if (size > 0 && size <= G_MAXINT && FT_Init_FreeType(&library) == 0 &&
        FT_New_Memory_Face(library, bytes, (FT_Long)size, 0, &p->face) == 0) {
        check_maps(p);
        check_codes(p);
    } else {
        bb_inspect_report(p->in, BB_M_PDF_FONT_PROGRAM, where(p));
    }
    if (p->face != NULL)
        FT_Done_Face(p->face);
    if (library != NULL)
        FT_Done_FreeType(library);
}

void bb_inspect_font_program(bb_inspection *in, const bb_inspected_font *font, const bb_cos *stream)
{
    const bb_cos *map = bb_cos_get(font->descendant, "CIDToGIDMap");
    g_autoptr(GBytes) data = bb_cos_stream_data(in->file, stream);
    g_autoptr(GBytes) glyphs = bb_cos_stream_data(in->file, map);
    g_autofree double *widths = g_new(double, font->codes);
    program p = {.in = in, .font = font, .map = glyphs, .widths = widths};

    for (int code = 0; code < font->codes; code++)
        widths[code] = NAN;
    if (font->composite)
        read_composite_widths(&p);
    else
        read_simple_widths(&p);
    open_face(&p, data);
}
