/* source.c - bytes of a file into UTF-8 text, and offsets in it into lines and columns. */
#include "findings/source.h"

#include <string.h>

struct bb_source {
    char *text; /* owned */
    size_t size;
    const char *name;
    /* Where the last questions were answered: the next one mostly lies behind one of them. Two,
     * because a parser asks in two rows at once, for the faults in a tag and then for its start. */
    struct cursor {
        size_t offset;
        int line, column;
    } cursors[2];
};

/* The first bytes that give an encoding away. */
static const struct {
    const char *bytes;
    size_t size;
    const char *encoding;
    size_t skip; /* a byte order mark is no part of the text */
} MARKS[] = {
    {"\xef\xbb\xbf", 3, "UTF-8", 3}, {"\xff\xfe", 2, "UTF-16LE", 2}, {"\xfe\xff", 2, "UTF-16BE", 2},
    {"<\0", 2, "UTF-16LE", 0},       {"\0<", 2, "UTF-16BE", 0},
};

/* The encoding that an XML declaration names, as a string for g_free, or NULL. */
static char *declared_encoding(const char *text, size_t size)
{
    static const char NAME[] = "encoding";
    const size_t longest = 200; /* declarations have some fifty characters */
    g_autofree char *head = g_strndup(text, MIN(size, longest));
    char *end = strstr(head, "?>");

    if (!g_str_has_prefix(head, "<?xml") || end == NULL)
        return NULL;
    *end = '\0';
    char *p = strstr(head, NAME);
    if (p == NULL)
        return NULL;
    p += strlen(NAME);
    p += strspn(p, " \t\r\n=");
    char *close = *p == '"' || *p == '\'' ? strchr(p + 1, *p) : NULL;
    return close != NULL ? g_strndup(p + 1, (gsize)(close - p - 1)) : NULL;
}

static char *find_encoding(const char **text, size_t *size, bb_source_kind kind)
{
    for (size_t i = 0; i < G_N_ELEMENTS(MARKS); i++) {
        if (*size >= MARKS[i].size && memcmp(*text, MARKS[i].bytes, MARKS[i].size) == 0) {
            *text += MARKS[i].skip;
            *size -= MARKS[i].skip;
            return g_strdup(MARKS[i].encoding);
        }
    }
    char *declared = kind == BB_SOURCE_XML ? declared_encoding(*text, *size) : NULL;
    return declared != NULL ? declared : g_strdup("UTF-8");
}

static bool is_utf8(const char *encoding)
{
    return g_ascii_strcasecmp(encoding, "UTF-8") == 0 ||
           g_ascii_strcasecmp(encoding, "US-ASCII") == 0;
}

/* Takes over text of another encoding; false when it isn't in that encoding. */
static bool convert(bb_source *source, const char *text, size_t size, const char *encoding)
{
    gsize written = 0;

    source->text = g_convert(text, (gssize)size, "UTF-8", encoding, NULL, &written, NULL);
    source->size = written;
    return source->text != NULL;
}

/* Replaces what is no UTF-8, and says where the first of it stands. */
static void repair(bb_source *source, bb_diag *diag)
{
    const char *bad = NULL;

    if (g_utf8_validate_len(source->text, source->size, &bad))
        return;
    size_t offset = (size_t)(bad - source->text);
    char byte[8];
    g_snprintf(byte, sizeof byte, "%02X", (unsigned char)*bad);
    char *valid = g_utf8_make_valid(source->text, (gssize)source->size);
    g_free(source->text);
    source->text = valid;
    source->size = strlen(valid);
    bb_diag_report(diag, BB_M_TEXT_ENCODING, bb_source_place(source, offset), byte);
}

static void rewind_cursor(struct cursor *cursor)
{
    *cursor = (struct cursor){0, 1, 1};
}

bb_source *bb_source_new(GBytes *bytes, const char *name, bb_source_kind kind, bb_diag *diag)
{
    bb_source *source = g_new0(bb_source, 1);
    gsize size = 0;
    const char *text = g_bytes_get_data(bytes, &size);

    source->name = name;
    rewind_cursor(&source->cursors[0]);
    rewind_cursor(&source->cursors[1]);
    if (size > 0) {
        g_autofree char *encoding = find_encoding(&text, &size, kind);
        if (!is_utf8(encoding) && !convert(source, text, size, encoding))
            bb_diag_report(diag, BB_M_TEXT_ENCODING_NAMED, ((bb_place){name, 1, 1}), encoding);
    }
    if (source->text == NULL) {
        source->text = g_malloc(size + 1);
        if (size > 0)
            memcpy(source->text, text, size);
        source->text[size] = '\0';
        source->size = size;
    }
    repair(source, diag);
    return source;
}

void bb_source_free(bb_source *source)
{
    if (source == NULL)
        return;
    g_free(source->text);
    g_free(source);
}

const char *bb_source_text(const bb_source *source, size_t *size)
{
    *size = source->size;
    return source->text;
}

static void advance(const bb_source *source, struct cursor *cursor)
{
    const char *p = source->text + cursor->offset;

    cursor->offset++;
    if (*p == '\n' || (*p == '\r' && p[1] != '\n')) {
        cursor->line++;
        cursor->column = 1;
    } else if (((unsigned char)p[1] & 0xC0) != 0x80) {
        /* The next byte begins a character: it is not one of a sequence's later bytes. */
        cursor->column++;
    }
}

/* The cursor nearest before the offset; when both are behind it, the first starts again. */
static struct cursor *choose_cursor(bb_source *source, size_t offset)
{
    struct cursor *a = &source->cursors[0], *b = &source->cursors[1];

    if (a->offset > offset && b->offset > offset)
        rewind_cursor(a);
    if (a->offset > offset)
        return b;
    return b->offset <= offset && b->offset > a->offset ? b : a;
}

bb_place bb_source_place(bb_source *source, size_t offset)
{
    offset = MIN(offset, source->size);
    struct cursor *cursor = choose_cursor(source, offset);
    while (cursor->offset < offset)
        advance(source, cursor);
    return (bb_place){source->name, cursor->line, cursor->column};
}
