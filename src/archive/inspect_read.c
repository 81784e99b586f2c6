/* inspect_read.c - reads a PDF aloud: what its leaves say while content is run through, then the
 * structure tree with all of it in order.
 *
 * Spaces are those of the text: a tagged PDF shows each (ISO 32000-1 14.8.2.5), and nobody who
 * follows its tags looks where letters stand. */
#include "archive/inspect.h"
#include "archive/inspect_font.h"
#include "base/error.h"

#include <string.h>

enum {
    MOST_SAID = 64 * 1024 * 1024, /* bytes, by all leaves */
    MOST_PIECES = 1000000,
    MOST_MEANINGS = 2000000, /* codes, of all fonts */
    MOST_READ = 256 * 1024 * 1024,
};

/* Words in one language. */
typedef struct {
    GString *words;
    const char *lang; /* NULL: the element's */
} piece;

struct bb_reading {
    GHashTable *said;  /* const bb_leaf * to GArray of piece */
    GHashTable *means; /* const bb_inspected_font * to GHashTable of code to char * */
    gsize bytes;
    int pieces, meanings;
    GHashTable *languages; /* tags that marks give */
    bool cut;              /* there was more than the bounds allow */
};

/* What is cut is not told at all, so that no content need be run through any more. */
static void cut(bb_inspection *in)
{
    in->reading->cut = true;
    in->operators = BB_MOST_OPERATORS;
}

/* --- what codes mean --- */

void bb_reading_mean(bb_inspection *in, const bb_inspected_font *font, int code,
                     const char *characters)
{
    bb_reading *reading = in->reading;
    GHashTable *means = g_hash_table_lookup(reading->means, font);

    if (means == NULL)
        return;
    if (reading->meanings >= MOST_MEANINGS) {
        cut(in);
        return;
    }
    reading->meanings++;
    g_hash_table_insert(means, GINT_TO_POINTER(code), g_strdup(characters));
}

/* A simple font without ToUnicode: the encodings that tell the meaning by themselves. */
static void read_encoding(bb_inspection *in, const bb_inspected_font *font)
{
    static const struct {
        const char *name, *charset;
    } ENCODINGS[] = {{"WinAnsiEncoding", "CP1252"}, {"MacRomanEncoding", "MACINTOSH"}};
    const bb_cos *encoding = bb_cos_get(font->dictionary, "Encoding");

    for (size_t i = 0; !font->composite && i < G_N_ELEMENTS(ENCODINGS); i++) {
        for (int code = ' '; bb_cos_is(encoding, ENCODINGS[i].name) && code < font->codes; code++) {
            const char byte = (char)code;
            g_autofree char *character =
                g_convert(&byte, 1, "UTF-8", ENCODINGS[i].charset, NULL, NULL, NULL);
            if (character != NULL)
                bb_reading_mean(in, font, code, character);
        }
    }
}

static GHashTable *meanings_of(bb_inspection *in, bb_inspected_font *font)
{
    const bb_cos *map = bb_cos_get(font->dictionary, "ToUnicode");
    GHashTable *means = g_hash_table_lookup(in->reading->means, font);

    if (means != NULL)
        return means;
    means = g_hash_table_new_full(NULL, NULL, NULL, g_free);
    g_hash_table_insert(in->reading->means, font, means);
    /* ToUnicode wins, code by code. */
    read_encoding(in, font);
    if (map != NULL && map->kind == BB_COS_STREAM)
        bb_inspect_read_meanings(in, font, map);
    return means;
}

/* --- what leaves say --- */

static void free_pieces(void *pieces)
{
    for (guint i = 0; i < ((GArray *)pieces)->len; i++)
        g_string_free(g_array_index((GArray *)pieces, piece, i).words, TRUE);
    g_array_unref(pieces);
}

/* The words of the leaf that go on, in this language. NULL when there are too many pieces. */
static GString *words_of(bb_reading *reading, const bb_leaf *leaf, const char *lang)
{
    GArray *pieces = g_hash_table_lookup(reading->said, leaf);

    if (pieces == NULL) {
        pieces = g_array_new(FALSE, FALSE, sizeof(piece));
        g_hash_table_insert(reading->said, (void *)leaf, pieces);
    }
    if (pieces->len > 0) {
        piece last = g_array_index(pieces, piece, pieces->len - 1);
        if (g_strcmp0(last.lang, lang) == 0)
            return last.words;
    }
    if (reading->pieces >= MOST_PIECES)
        return NULL;
    reading->pieces++;
    piece next = {g_string_new(NULL), lang};
    g_array_append_val(pieces, next);
    return next.words;
}

const char *bb_reading_take_language(bb_inspection *in, char *tag)
{
    const char *known = g_hash_table_lookup(in->reading->languages, tag);

    if (known == NULL) {
        g_hash_table_add(in->reading->languages, tag);
        return tag;
    }
    g_free(tag);
    return known;
}

void bb_reading_say(bb_inspection *in, const bb_leaf *leaf, const char *lang, const char *words)
{
    bb_reading *reading = in->reading;
    gsize length = strlen(words);
    GString *said = reading->bytes + length <= MOST_SAID ? words_of(reading, leaf, lang) : NULL;

    if (said == NULL) {
        cut(in);
        return;
    }
    reading->bytes += length;
    g_string_append_len(said, words, (gssize)length);
}

void bb_reading_show(bb_inspection *in, const bb_leaf *leaf, const char *lang,
                     bb_inspected_font *font, const char *bytes, gsize length)
{
    static const char UNKNOWN[] = "\xEF\xBF\xBD"; /* U+FFFD */
    GHashTable *means = meanings_of(in, font);
    const unsigned char *p = (const unsigned char *)bytes;
    gsize step = font->composite ? 2 : 1;

    for (gsize i = 0; i + step <= length; i += step) {
        int code = font->composite ? p[i] << 8 | p[i + 1] : p[i];
        const char *characters = g_hash_table_lookup(means, GINT_TO_POINTER(code));
        bb_reading_say(in, leaf, lang, characters != NULL ? characters : UNKNOWN);
    }
}

/* --- the tree --- */

typedef struct {
    bb_inspection *in;
    GString *out;
} reader;

/* A line is one line, whatever the file says. */
static void put(reader *r, const char *text)
{
    g_autofree char *valid = g_utf8_make_valid(text, -1);

    for (const char *p = valid; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        g_string_append_unichar(r->out, g_unichar_iscntrl(c) ? ' ' : c);
    }
}

/* False when there has been too much to go on. */
static bool indent(reader *r, int depth)
{
    if (r->out->len > MOST_READ)
        r->in->reading->cut = true;
    for (int i = 0; i < depth && !r->in->reading->cut; i++)
        g_string_append(r->out, "  ");
    return !r->in->reading->cut;
}

static void put_words(reader *r, const char *words, int depth)
{
    if (words == NULL || !indent(r, depth))
        return;
    g_string_append_c(r->out, '"');
    put(r, words);
    g_string_append(r->out, "\"\n");
}

static void put_leaf(reader *r, const bb_leaf *leaf, const char *lang, int depth)
{
    GArray *pieces = leaf != NULL ? g_hash_table_lookup(r->in->reading->said, leaf) : NULL;

    for (guint i = 0; pieces != NULL && i < pieces->len; i++) {
        piece p = g_array_index(pieces, piece, i);
        put_words(r, p.words->str, depth);
        if (p.lang == NULL || g_strcmp0(p.lang, lang) == 0 || r->in->reading->cut)
            continue;
        g_string_truncate(r->out, r->out->len - 1);
        g_string_append(r->out, " (");
        put(r, p.lang);
        g_string_append(r->out, ")\n");
    }
}

static void put_attribute(reader *r, const char *name, const char *value)
{
    g_string_append_printf(r->out, " %s=", name);
    put(r, value);
}

static void put_cell(reader *r, const bb_element *cell)
{
    static const struct {
        const char *key, *name;
    } SPANS[] = {{"RowSpan", "rowspan"}, {"ColSpan", "colspan"}};
    const char *scope = bb_cos_name(bb_inspect_attribute(r->in, cell, "Table", "Scope"));

    if (scope != NULL)
        put_attribute(r, "scope", scope);
    for (size_t i = 0; i < G_N_ELEMENTS(SPANS); i++) {
        gint64 span = 1;
        if (bb_cos_integer(bb_inspect_attribute(r->in, cell, "Table", SPANS[i].key), &span) &&
            span != 1)
            g_string_append_printf(r->out, " %s=%" G_GINT64_FORMAT, SPANS[i].name, span);
    }
}

static bool is_one_of(const bb_element *element, const char *const *roles)
{
    return g_strv_contains(roles, element->role);
}

static const char *const CELLS[] = {"TH", "TD", NULL};
static const char *const PICTURES[] = {"Figure", "Formula", "Form", NULL};
static const char *const CAPTIONS[] = {"Caption", NULL};

/* An annotation speaks for itself where its element has no words for it. */
static void put_object(reader *r, const bb_element *element, const bb_cos *object, int depth)
{
    g_autofree char *contents = bb_cos_text(bb_cos_get(object, "Contents"));

    for (guint i = 0; i < element->kids->len; i++) {
        if (g_array_index(element->kids, bb_kid, i).kind != BB_KID_OBJECT)
            return;
    }
    put_words(r, contents, depth);
}

static void put_element(reader *r, const bb_element *element, const char *lang, int depth);

static void put_kids(reader *r, const bb_element *element, const char *lang, int depth,
                     bool captions_only)
{
    for (guint i = 0; i < element->kids->len && !r->in->reading->cut; i++) {
        const bb_kid *kid = &g_array_index(element->kids, bb_kid, i);
        if (captions_only && (kid->kind != BB_KID_ELEMENT || !is_one_of(kid->element, CAPTIONS)))
            continue;
        if (kid->kind == BB_KID_ELEMENT)
            put_element(r, kid->element, lang, depth);
        else if (kid->kind == BB_KID_LEAF)
            put_leaf(r, kid->leaf, lang, depth);
        else
            put_object(r, element, kid->object, depth);
    }
}

/* What is said for an element as a whole; captions that it is said beside them. */
static char *words_for(const bb_element *element, bool *captions)
{
    char *actual = bb_cos_text(bb_cos_get(element->dictionary, "ActualText"));

    *captions = actual == NULL && is_one_of(element, PICTURES);
    return *captions ? bb_cos_text(bb_cos_get(element->dictionary, "Alt")) : actual;
}

static void put_element(reader *r, const bb_element *element, const char *lang, int depth)
{
    g_autofree char *own = bb_cos_text(bb_cos_get(element->dictionary, "Lang"));
    bool captions;
    g_autofree char *words = words_for(element, &captions);

    if (!indent(r, depth))
        return;
    put(r, element->role[0] != '\0' ? element->role : element->type);
    if (is_one_of(element, CELLS))
        put_cell(r, element);
    if (own != NULL && (depth == 0 || g_strcmp0(own, lang) != 0))
        put_attribute(r, "lang", own);
    else if (depth == 0 && lang != NULL)
        put_attribute(r, "lang", lang);
    g_string_append_c(r->out, '\n');
    put_words(r, words, depth + 1);
    if (words == NULL || captions)
        put_kids(r, element, own != NULL ? own : lang, depth + 1, words != NULL);
}

/* --- the door --- */

static char *read_aloud(bb_inspection *in)
{
    g_autofree char *lang = bb_cos_text(bb_cos_get(in->catalog, "Lang"));
    reader r = {in, g_string_new(NULL)};

    /* Nobody reads findings here: so none is put into words. */
    in->findings = BB_MOST_FINDINGS + 1;
    bb_inspect_pages(in);
    bb_inspect_structure(in);
    bb_inspect_content(in);
    in->reading->cut = in->reading->cut || in->operators > BB_MOST_OPERATORS;
    for (guint i = 0; i < in->elements->len; i++) {
        const bb_element *element = in->elements->pdata[i];
        if (element->parent == NULL)
            put_element(&r, element, lang, 0);
    }
    return g_string_free(r.out, FALSE);
}

char *bb_inspect_read(GBytes *pdf, const char *name, GError **error)
{
    bb_reading reading = {
        .languages = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
        .said = g_hash_table_new_full(NULL, NULL, NULL, free_pieces),
        .means = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_hash_table_unref),
    };
    bb_inspection in;
    char *read = NULL;

    if (bb_inspection_open(&in, pdf, name, error)) {
        in.reading = &reading;
        read = read_aloud(&in);
        if (in.elements->len == 0)
            g_set_error(error, BB_ERROR, BB_ERROR_INPUT, "%s has no tags to be read by", name);
        else if (reading.cut)
            g_set_error(error, BB_ERROR, BB_ERROR_INPUT, "%s is too long to be read aloud", name);
        if (in.elements->len == 0 || reading.cut)
            g_clear_pointer(&read, g_free);
        bb_inspection_close(&in);
    }
    g_hash_table_unref(reading.said);
    g_hash_table_unref(reading.means);
    g_hash_table_unref(reading.languages);
    return read;
}
