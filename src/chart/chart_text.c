/* chart_text.c - how wide a text may be, and where it breaks.
 *
 * The same drawing is shown by our own PDF and by browsers with whatever sans-serif face they have,
 * so no single font can be asked. The tables hold, for each character, its width in the widest of
 * Lato, Open Sans, Liberation Sans (the widths of Arial and Helvetica), Inter and DejaVu Sans
 * (those of Verdana, nearly). A text is never wider than they say; in Lato it is a
 * tenth to a fifth narrower. */
#include "base/text.h"
#include "chart/chart_private.h"

#include <string.h>

const bb_chart_look BB_LOOK_TITLE = {10, true, BB_CHART_INK};
const bb_chart_look BB_LOOK_LABEL = {9, false, BB_CHART_INK};
const bb_chart_look BB_LOOK_STRONG = {9, true, BB_CHART_INK};
const bb_chart_look BB_LOOK_AXIS = {8, false, BB_CHART_GREY_INK};

/* Hundredths of the type size, for U+0020 to U+007E. */
static const unsigned char REGULAR[] = {
    32, 41, 46, 84, 64, 96, 78, 28, 40, 40, 56, 84, 32, 47,  32, 46, 64, 64,  64,
    64, 65, 64, 64, 64, 64, 64, 34, 34, 84, 84, 84, 56, 102, 69, 69, 73, 78,  67,
    62, 78, 77, 30, 55, 67, 57, 93, 77, 81, 67, 81, 73, 67,  65, 75, 69, 104, 69,
    67, 69, 40, 46, 40, 84, 56, 58, 62, 64, 56, 64, 62, 37,  64, 64, 28, 28,  58,
    28, 98, 64, 62, 64, 64, 42, 53, 40, 64, 60, 82, 60, 60,  55, 64, 56, 64,  84,
};
static const unsigned char BOLD[] = {
    35, 46,  53, 84, 70, 101, 88, 31,  46, 46, 57, 84, 38, 47,  38, 47, 70, 70,  70,
    70, 70,  70, 70, 70, 70,  70, 40,  40, 84, 84, 84, 62, 104, 78, 77, 76, 84,  69,
    69, 83,  84, 38, 57, 78,  64, 100, 84, 86, 74, 86, 78, 73,  69, 82, 78, 111, 78,
    73, 73,  46, 47, 46, 84,  56, 61,  68, 72, 60, 72, 68, 44,  72, 72, 35, 35,  67,
    35, 105, 72, 69, 72, 72,  50, 60,  48, 72, 66, 93, 65, 66,  59, 72, 56, 72,  84,
};
G_STATIC_ASSERT(sizeof REGULAR == 0x7f - 0x20);
G_STATIC_ASSERT(sizeof BOLD == sizeof REGULAR);

static const char ELLIPSIS[] = "\xe2\x80\xa6";
static const double SLACK = 0.01; /* a hundredth of a point: sums of widths are not exact */

/* What XML 1.0 §2.2 lets a document contain, without the control characters U+007F to U+009F and
 * the soft hyphen, which SVG would show or search would trip over. */
static bool allowed(gunichar c)
{
    if ((c >= 0x7F && c <= 0x9F) || c == 0xAD)
        return false;
    return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xD7FF) ||
           (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
}

char *bb_chart_clean(const char *text)
{
    g_autofree char *valid = g_utf8_make_valid(text != NULL ? text : "", -1);
    g_autoptr(GString) kept = g_string_new(NULL);

    for (const char *p = valid; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (allowed(c))
            g_string_append_unichar(kept, c);
    }
    return bb_text_squeeze(kept->str);
}

/* Letters with marks are as wide as the letter: the first of their parts. */
static gunichar base_letter(gunichar c)
{
    gunichar first, second;

    while (g_unichar_decompose(c, &first, &second))
        c = first;
    return c;
}

/* In hundredths of the type size. */
static double character_width(gunichar c, bool bold)
{
    const double wide = 100, mark = 66, other = 80;

    if (c >= 0x7F)
        c = base_letter(c);
    if (c == 0xA0)
        c = ' ';
    if (c >= 0x20 && c < 0x7F)
        return bold ? BOLD[c - 0x20] : REGULAR[c - 0x20];
    if (g_unichar_iszerowidth(c))
        return 0;
    if (g_unichar_iswide(c) || c == 0x2014 || c == 0x2026)
        return wide;
    return g_unichar_ispunct(c) ? mark : other;
}

/* In points, of the character at p. */
static double width_at(const char *p, const bb_chart_look *look)
{
    return character_width(g_utf8_get_char(p), look->bold) * look->size / 100.0;
}

double bb_chart_text_width(const char *text, const bb_chart_look *look)
{
    double sum = 0;

    for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p))
        sum += width_at(p, look);
    return sum;
}

double bb_chart_text_drop(const bb_chart_look *look)
{
    return 0.36 * look->size; /* half the height of capitals and figures */
}

double bb_chart_text_leading(const bb_chart_look *look)
{
    return 1.17 * look->size;
}

/* Whether a line may end before the character at p. */
static bool breaks_before(const char *text, const char *p)
{
    if (p == text)
        return false;
    return *p == ' ' || ((p[-1] == '-' || p[-1] == '/') && *p != ' ');
}

/* The longest beginning of the text that is no wider than width: up to a place where it may break
 * if there is one, else up to any character, one at least. */
static const char *beginning(const char *text, const bb_chart_look *look, double width)
{
    const char *at_break = NULL, *p = text;
    double sum = 0;

    while (*p != '\0') {
        if (breaks_before(text, p))
            at_break = p;
        sum += width_at(p, look);
        if (sum > width + SLACK && p > text)
            return *p == ' ' || at_break == NULL ? p : at_break;
        p = g_utf8_next_char(p);
    }
    return p;
}

/* Where to break so that the longer of two lines is as short as it can be; NULL if nowhere. */
static const char *middle_break(const char *text, const bb_chart_look *look, double *longer)
{
    double whole = bb_chart_text_width(text, look), left = 0;
    double space = width_at(" ", look);
    const char *best = NULL;

    *longer = whole;
    for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
        if (breaks_before(text, p)) {
            double right = whole - left - (*p == ' ' ? space : 0);
            if (MAX(left, right) < *longer) {
                *longer = MAX(left, right);
                best = p;
            }
        }
        left += width_at(p, look);
    }
    return best;
}

static void add_line(bb_lines *lines, char *text, const bb_chart_look *look)
{
    lines->line[lines->count++] = text;
    lines->width = MAX(lines->width, bb_chart_text_width(text, look));
}

static const char *skip_space(const char *p)
{
    return *p == ' ' ? p + 1 : p;
}

static char *shorten(const char *text, const bb_chart_look *look, double width)
{
    const char *end = beginning(text, look, width - bb_chart_text_width(ELLIPSIS, look));
    g_autofree char *kept = g_strndup(text, (gsize)(end - text));

    return g_strconcat(kept, ELLIPSIS, NULL);
}

char *bb_chart_text_fit(const char *text, const bb_chart_look *look, double width)
{
    g_autofree char *clean = bb_chart_clean(text);

    if (bb_chart_text_width(clean, look) <= width + SLACK)
        return g_steal_pointer(&clean);
    return shorten(clean, look, width);
}

/* Two full lines of a text that is too long for them, or that has a word too long for one. */
static void wrap_full(bb_lines *lines, const char *text, const bb_chart_look *look, double width)
{
    const char *end = beginning(text, look, width);
    add_line(lines, g_strndup(text, (gsize)(end - text)), look);

    const char *rest = skip_space(end);
    lines->cut = bb_chart_text_width(rest, look) > width + SLACK;
    if (lines->cut)
        add_line(lines, shorten(rest, look, width), look);
    else if (*rest != '\0')
        add_line(lines, g_strdup(rest), look);
}

void bb_lines_wrap(bb_lines *lines, const char *text, const bb_chart_look *look, double width)
{
    g_autofree char *clean = bb_chart_clean(text);
    double longer;

    *lines = (bb_lines){0};
    if (bb_chart_text_width(clean, look) <= width + SLACK) {
        add_line(lines, g_steal_pointer(&clean), look);
        return;
    }
    const char *end = middle_break(clean, look, &longer);
    if (end == NULL || longer > width + SLACK) {
        wrap_full(lines, clean, look, width);
        return;
    }
    add_line(lines, g_strndup(clean, (gsize)(end - clean)), look);
    add_line(lines, g_strdup(skip_space(end)), look);
}

void bb_lines_clear(bb_lines *lines)
{
    for (int i = 0; i < lines->count; i++)
        g_free(lines->line[i]);
    *lines = (bb_lines){0};
}

void bb_lines_draw(const bb_lines *lines, GString *svg, double x, double y,
                   const bb_chart_look *look)
{
    bb_lines_draw_at(lines, svg, x, y, BB_ANCHOR_START, look);
}

void bb_lines_draw_at(const bb_lines *lines, GString *svg, double x, double y, bb_anchor anchor,
                      const bb_chart_look *look)
{
    double leading = bb_chart_text_leading(look);
    double first = y + bb_chart_text_drop(look) - leading * (lines->count - 1) / 2.0;

    for (int i = 0; i < lines->count; i++)
        bb_svg_text(svg, x, first + i * leading, anchor, look, lines->line[i]);
}
