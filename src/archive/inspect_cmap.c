/* inspect_cmap.c - ToUnicode: what each code means (ISO 32000-1 9.10.3). */
#include "archive/content_read.h"
#include "archive/inspect_font.h"

#include <string.h>

typedef struct {
    bb_inspection *in;
    bb_inspected_font *font;
    const bb_content *content;
} reader;

/* A string as a number, -1 when it is no code of the font. */
static int code_of(const reader *r, const bb_token *token)
{
    const unsigned char *bytes = (const unsigned char *)bb_content_text(r->content, token);
    int code = 0;

    if (token->kind != BB_TOKEN_STRING || token->length == 0 || token->length > 2)
        return -1;
    for (guint i = 0; i < token->length; i++)
        code = code << 8 | bytes[i];
    return code < r->font->codes ? code : -1;
}

static bool is_private(gunichar c)
{
    return (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000;
}

/* The character of UTF-16BE at *i, which is moved to its last two bytes. */
static gunichar character_at(const unsigned char *bytes, guint length, guint *i)
{
    gunichar unit = (gunichar)bytes[*i] << 8 | bytes[*i + 1];

    if (unit < 0xD800 || unit > 0xDBFF || *i + 3 >= length)
        return unit;
    *i += 2;
    return 0x10000 + ((unit - 0xD800) << 10) +
           (((gunichar)bytes[*i] << 8 | bytes[*i + 1]) - 0xDC00);
}

/* UTF-16BE: text, unless there is nothing, half a character, U+0000, U+FEFF or U+FFFE in it. The
 * last character is moved by offset, for ranges. */
static bb_meaning meaning_of(const unsigned char *bytes, guint length, guint offset)
{
    bb_meaning meaning = length == 0 || length % 2 != 0 ? BB_MEANS_BAD : BB_MEANS_TEXT;

    for (guint i = 0; i + 1 < length; i += 2) {
        gunichar unit = character_at(bytes, length, &i);
        unit += i + 2 >= length ? offset : 0;
        if (unit == 0 || unit == 0xFEFF || unit == 0xFFFE || (unit >= 0xD800 && unit <= 0xDFFF))
            return BB_MEANS_BAD;
        if (is_private(unit))
            meaning = BB_MEANS_PRIVATE;
    }
    return meaning;
}

/* The longest that one code may mean (9.10.3). */
enum { MOST_MEANING = 512 };

static void hear_meaning(const reader *r, int code, const unsigned char *bytes, guint length,
                         guint offset)
{
    g_autoptr(GString) characters = g_string_new(NULL);

    for (guint i = 0; i + 1 < MIN(length, MOST_MEANING); i += 2) {
        gunichar c = character_at(bytes, length, &i);
        c += i + 2 >= length ? offset : 0;
        if (g_unichar_validate(c))
            g_string_append_unichar(characters, c);
    }
    bb_reading_mean(r->in, r->font, code, characters->str);
}

static void set_meaning(const reader *r, int code, const bb_token *text, guint offset)
{
    const unsigned char *bytes = (const unsigned char *)bb_content_text(r->content, text);

    if (code < 0 || code >= r->font->codes)
        return;
    r->font->means[code] =
        (guint8)(text->kind == BB_TOKEN_STRING ? meaning_of(bytes, text->length, offset)
                                               : BB_MEANS_BAD);
    if (r->in->reading != NULL && r->font->means[code] != BB_MEANS_BAD)
        hear_meaning(r, code, bytes, text->length, offset);
}

static void read_characters(const reader *r)
{
    for (guint i = 0; i + 1 < r->content->operands->len; i += 2)
        set_meaning(r, code_of(r, bb_content_operand(r->content, i)),
                    bb_content_operand(r->content, i + 1), 0);
}

/* An array gives each code of the range its own text; gives the index behind it. */
static guint read_array(const reader *r, guint index, int first, int last)
{
    for (int code = first; index < r->content->operands->len; index++, code++) {
        const bb_token *token = bb_content_operand(r->content, index);
        if (token->kind == BB_TOKEN_ARRAY_END)
            return index + 1;
        if (first >= 0 && code <= last)
            set_meaning(r, code, token, 0);
    }
    return index;
}

static void read_ranges(const reader *r)
{
    guint i = 0;

    while (i + 2 < r->content->operands->len && r->in->operators < BB_MOST_OPERATORS) {
        int first = code_of(r, bb_content_operand(r->content, i));
        int last = code_of(r, bb_content_operand(r->content, i + 1));
        const bb_token *text = bb_content_operand(r->content, i + 2);
        if (text->kind == BB_TOKEN_ARRAY) {
            i = read_array(r, i + 3, first, last);
            continue;
        }
        for (int code = first; first >= 0 && code <= last; code++)
            set_meaning(r, code, text, (guint)(code - first));
        r->in->operators += MAX(0, last - first);
        i += 3;
    }
}

void bb_inspect_read_meanings(bb_inspection *in, bb_inspected_font *font, const bb_cos *stream)
{
    g_autoptr(GBytes) data = bb_cos_stream_data(in->file, stream);
    bb_content content;
    gsize size = 0;
    const void *bytes = data != NULL ? g_bytes_get_data(data, &size) : "";
    reader r = {in, font, &content};
    bb_content_event event;

    font->means = bb_arena_alloc(in->arena, (size_t)font->codes);
    bb_content_init(&content, bytes, size);
    while ((event = bb_content_next(&content)) != BB_CONTENT_END) {
        if (++in->operators > BB_MOST_OPERATORS)
            break;
        if (event != BB_CONTENT_OPERATOR)
            continue;
        const char *name = bb_content_text(&content, &content.command);
        if (strcmp(name, "endbfchar") == 0)
            read_characters(&r);
        else if (strcmp(name, "endbfrange") == 0)
            read_ranges(&r);
    }
    bb_content_clear(&content);
}
