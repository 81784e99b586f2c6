/* pdf_content.c - a reader of content streams (PDF 1.7 §7.8.2) that copies what it reads. */
#include "archive/pdf_content.h"

#include "base/error.h"
#include "render/pdf_mark.h"

#include <math.h>
#include <string.h>

enum { MOST_NUMBERS = 4, MOST_STATES = 64 };

typedef struct {
    const char *at, *end;
    const char *from;                  /* of the operation at hand: its first operand */
    const char *numbers[MOST_NUMBERS]; /* where the last operands that are numbers begin */
    int number_count;                  /* of all of them */
    GString *out;
    bb_element *const *leaves;
    int leaf_count, next_leaf;
    const char *path;          /* where the path that is being made begins; NULL: none */
    const char *artifact;      /* what stands outside a piece is one of these */
    bool marking[MOST_STATES]; /* by depth of q and Q: the colour for filling is the marks' */
    int depth;
    bool rectangle; /* the path is one rectangle, of this size: */
    double width, height;
    bool in_leaf, in_artifact;
    bool needless; /* the marked content that began last was left out */
    const char *wrong;
} rewriter;

/* --- tokens --- */

static bool is_space(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

static bool is_delimiter(char c)
{
    return strchr("()<>[]{}/%", c) != NULL && c != '\0';
}

static void skip_string(rewriter *w)
{
    int depth = 0;

    do {
        char c = *w->at++;
        if (c == '\\' && w->at < w->end)
            w->at++;
        depth += (c == '(') - (c == ')');
    } while (depth > 0 && w->at < w->end);
}

static void skip_word(rewriter *w)
{
    while (w->at < w->end && !is_space(*w->at) && !is_delimiter(*w->at))
        w->at++;
}

static void skip_number(rewriter *w)
{
    do
        w->at++;
    while (w->at < w->end && (g_ascii_isdigit(*w->at) || *w->at == '.'));
}

static void skip_until(rewriter *w, char last)
{
    while (w->at < w->end && *w->at != last)
        w->at++;
    w->at += w->at < w->end;
}

/* Skips an operand. False at an operator. */
static bool skip_operand(rewriter *w)
{
    char c = *w->at;

    if (c == '(') {
        skip_string(w);
    } else if (c == '%') {
        skip_until(w, '\n');
    } else if (c == '/') {
        w->at++;
        skip_word(w);
    } else if (c == '<' && w->at + 1 < w->end && w->at[1] != '<') {
        skip_until(w, '>');
    } else if (is_delimiter(c)) {
        w->at++; /* of an array or dictionary: what it holds is skipped one by one */
    } else if (g_ascii_isdigit(c) || c == '-' || c == '+' || c == '.') {
        w->numbers[w->number_count++ % MOST_NUMBERS] = w->at;
        skip_number(w);
    } else {
        return false;
    }
    return true;
}

/* The operand so many before the last; 0 is the last. */
static double number(const rewriter *w, int before)
{
    if (before >= w->number_count)
        return 0;
    return g_ascii_strtod(w->numbers[(w->number_count - 1 - before) % MOST_NUMBERS], NULL);
}

/* --- pieces and artifacts --- */

static void end_artifact(rewriter *w)
{
    if (w->in_artifact)
        g_string_append(w->out, "\nEMC");
    w->in_artifact = false;
}

/* What paints outside a piece is an artifact; neighbours are one. */
static void begin_painting(rewriter *w)
{
    if (w->in_leaf || w->in_artifact)
        return;
    g_string_append_printf(w->out, "\n/Artifact << %s >> BDC", w->artifact);
    w->in_artifact = true;
}

static void append_name(GString *out, const char *name)
{
    for (const char *c = name; *c != '\0'; c++) {
        if (g_ascii_isalnum(*c) || *c == '-' || *c == '_')
            g_string_append_c(out, *c);
        else
            g_string_append_printf(out, "#%02x", (unsigned char)*c);
    }
}

static void begin_leaf(rewriter *w, int value)
{
    if (w->in_leaf || value != w->next_leaf || value >= w->leaf_count) {
        w->wrong = "a piece of content begins out of turn";
        return;
    }
    end_artifact(w);
    g_string_append(w->out, "\n/");
    append_name(w->out, w->leaves[value]->type);
    g_string_append_printf(w->out, " << /MCID %d >> BDC", value);
    w->in_leaf = true;
    w->next_leaf++;
}

static void end_leaf(rewriter *w)
{
    if (!w->in_leaf)
        w->wrong = "a piece of content ends that has not begun";
    g_string_append(w->out, "\nEMC");
    w->in_leaf = false;
}

static void obey(rewriter *w, int kind, int value)
{
    static const char *const ARTIFACTS[] = {
        [BB_ARTIFACT_LAYOUT] = "/Type /Layout",
        [BB_ARTIFACT_PAGINATION] = "/Type /Pagination",
        [BB_ARTIFACT_HEADER] = "/Type /Pagination /Subtype /Header",
        [BB_ARTIFACT_FOOTER] = "/Type /Pagination /Subtype /Footer",
    };

    switch (kind) {
    case BB_MARK_LEAF:
        begin_leaf(w, value);
        break;
    case BB_MARK_LEAF_END:
        end_leaf(w);
        break;
    case BB_MARK_LEAF_NEXT:
        end_leaf(w);
        begin_leaf(w, value);
        break;
    case BB_MARK_ARTIFACT:
    case BB_MARK_ARTIFACT_END:
        end_artifact(w);
        w->artifact = ARTIFACTS[kind == BB_MARK_ARTIFACT ? CLAMP(value, 0, 3) : 0];
        break;
    default:
        w->wrong = "there is a mark of an unknown kind";
    }
}

/* --- operations --- */

static void copy(rewriter *w)
{
    const char *from = w->path != NULL ? w->path : w->from;

    g_string_append_len(w->out, from, w->at - from);
    w->path = NULL;
}

static bool is(const char *operator, size_t length, const char *name)
{
    return strlen(name) == length && memcmp(operator, name, length) == 0;
}

static bool is_one_of(const char *operator, size_t length, const char *const *names)
{
    for (; *names != NULL; names++) {
        if (is(operator, length, *names))
            return true;
    }
    return false;
}

static bool sets_mark_color(const rewriter *w)
{
    const double tolerance = 0.0005;

    return fabs(number(w, 2) - BB_MARK_RED) < tolerance &&
           fabs(number(w, 1) - BB_MARK_GREEN) < tolerance &&
           fabs(number(w, 0) - BB_MARK_BLUE) < tolerance;
}

static void construct(rewriter *w, const char *operator, size_t length)
{
    w->rectangle = w->path == NULL && is(operator, length, "re");
    if (w->rectangle) {
        w->width = number(w, 1);
        w->height = number(w, 0);
    }
    if (w->path == NULL)
        w->path = w->from;
}

static void paint_path(rewriter *w, bool fills)
{
    if (fills && w->marking[w->depth] && w->rectangle) {
        w->path = NULL;
        obey(w, (int)lround(w->height * BB_MARK_UNIT), (int)lround(w->width * BB_MARK_UNIT) - 1);
        return;
    }
    begin_painting(w);
    copy(w);
}

/* An inline image: "BI … ID data EI". */
static void paint_inline_image(rewriter *w)
{
    static const char END[] = "EI";

    begin_painting(w);
    while (w->at + 3 < w->end && !(is_space(w->at[0]) && memcmp(w->at + 1, END, 2) == 0 &&
                                   (w->at + 3 == w->end || is_space(w->at[3]))))
        w->at++;
    w->at = MIN(w->at + 3, w->end);
    copy(w);
}

/* "/Span << /ActualText <feff00660069> >> BDC": cairo says so what a glyph stands for when the same
 * glyph stands for something else elsewhere. For ligatures the font tells it as well (see
 * pdf_resource.h), and a space is a space; readers that get lost in nested marked content, poppler
 * among them, then get whole words. */
static bool tells_nothing(const rewriter *w)
{
    static const char *const KNOWN[] = {"00660066", "00660069",     "0066006c", "006600660069",
                                        "00730074", "00660066006c", "00a0",     "0020"};
    static const char TEXT[] = "/ActualText <feff";
    const char *text = g_strstr_len(w->from, w->at - w->from, TEXT);

    for (size_t i = 0; text != NULL && i < G_N_ELEMENTS(KNOWN); i++) {
        size_t length = strlen(KNOWN[i]);
        const char *value = text + strlen(TEXT);
        if (w->at - value > (ptrdiff_t)length && memcmp(value, KNOWN[i], length) == 0 &&
            value[length] == '>')
            return true;
    }
    return false;
}

static void save_or_restore(rewriter *w, bool save)
{
    end_artifact(w);
    if (save)
        w->depth++;
    else if (w->depth > 0)
        w->depth--;
    if (w->depth >= MOST_STATES)
        w->wrong = "graphics states are nested too deep";
    else if (save)
        w->marking[w->depth] = w->marking[w->depth - 1];
}

static void operate(rewriter *w, const char *operator, size_t length)
{
    static const char *const CONSTRUCTING[] = {"m", "l", "c", "v", "y", "h", "re", NULL};
    static const char *const PAINTING[] = {"f", "F", "f*", "S", "s", "B", "B*", "b", "b*", NULL};
    static const char *const CLIPPING[] = {"W", "W*", NULL}; /* a painting one or "n" follows */
    static const char *const SHOWING[] = {"Do", "sh", "BT", NULL};
    static const char *const COLORS[] = {"g", "k", "sc", "scn", "cs", NULL};

    if (is_one_of(operator, length, CONSTRUCTING)) {
        construct(w, operator, length);
        return;
    }
    if (is_one_of(operator, length, CLIPPING))
        return;
    if (is_one_of(operator, length, PAINTING)) {
        paint_path(w, is(operator, length, "f") || is(operator, length, "f*"));
        return;
    }
    if (is(operator, length, "BI")) {
        paint_inline_image(w);
        return;
    }
    if (is(operator, length, "rg")) {
        w->marking[w->depth] = sets_mark_color(w);
        if (w->marking[w->depth])
            return;
    }
    if (is(operator, length, "BDC") && tells_nothing(w)) {
        w->needless = true;
        return;
    }
    if (is(operator, length, "EMC") && w->needless) {
        w->needless = false;
        return;
    }
    if (is_one_of(operator, length, COLORS))
        w->marking[w->depth] = false;
    if (is_one_of(operator, length, SHOWING))
        begin_painting(w);
    if (is(operator, length, "q") || is(operator, length, "Q"))
        save_or_restore(w, *operator== 'q');
    copy(w);
}

static void rewrite(rewriter *w)
{
    w->from = w->at;
    while (w->at < w->end && w->wrong == NULL) {
        if (is_space(*w->at)) {
            w->at++;
            continue;
        }
        if (skip_operand(w))
            continue;
        const char *operator= w->at;
        skip_word(w);
        if (w->at == operator)
            w->at++;
        operate(w, operator, (size_t)(w->at - operator));
        w->from = w->at;
        w->number_count = 0;
    }
}

GString *bb_pdf_content(const char *content, size_t length, bb_element *const *leaves, int count,
                        GError **error)
{
    rewriter w = {
        .at = content,
        .end = content + length,
        .out = g_string_sized_new(length + length / 8),
        .leaves = leaves,
        .leaf_count = count,
        .artifact = "/Type /Layout",
    };

    rewrite(&w);
    end_artifact(&w);
    if (w.wrong == NULL && w.in_leaf)
        w.wrong = "a piece of content has no end";
    if (w.wrong == NULL && w.next_leaf != count)
        w.wrong = "pieces of content are missing";
    if (w.wrong != NULL) {
        g_set_error(error, BB_ERROR, BB_ERROR_LIBRARY, "the PDF can't be tagged: %s", w.wrong);
        g_string_free(w.out, TRUE);
        return NULL;
    }
    g_string_append_c(w.out, '\n');
    return w.out;
}
