/* chance.c - plain words skipped over, the others shown to Pango. */
#include "layout/chance.h"

#include <pango/pango.h>
#include <stdbool.h>
#include <string.h>

/* What stands between two spaces. */
typedef struct {
    int from, to;
    bool plain;
} word;

/* Letters and digits, and a comma or full stop after them. */
static word word_at(const char *text, int length, int from)
{
    word w = {from, from, true};

    while (w.to < length && g_ascii_isalnum(text[w.to]))
        w.to++;
    w.plain = w.to > from;
    if (w.plain && w.to < length && (text[w.to] == ',' || text[w.to] == '.'))
        w.to++;
    for (; w.to < length && text[w.to] != ' '; w.to++)
        w.plain = false;
    return w;
}

static word word_after(const char *text, int length, const word *w)
{
    int from = w->to;

    while (from < length && text[from] == ' ')
        from++;
    return word_at(text, length, from);
}

/* The answers for the bytes after from, up to and including to, are Pango's. */
static void ask(const char *text, int from, int to, uint8_t *may)
{
    int characters = (int)g_utf8_strlen(text + from, to - from), index = -1;
    g_autofree PangoLogAttr *attrs = g_new0(PangoLogAttr, (gsize)characters + 1);

    pango_get_log_attrs(text + from, to - from, -1, pango_language_from_string("en"), attrs,
                        characters + 1);
    for (int i = from; i <= to; i++) {
        index += i == to || (text[i] & 0xc0) != 0x80;
        if (i > from)
            may[i] = attrs[index].is_line_break != 0;
    }
}

/* Asks about what stands from w, a plain word or the first one, to the next plain word, which is
 * returned: both are there for what they do to their neighbours. */
static word ask_up_to_plain(const char *text, int length, const word *w, uint8_t *may)
{
    word last = w->plain ? word_after(text, length, w) : *w;

    while (!last.plain && last.to < length)
        last = word_after(text, length, &last);
    ask(text, w->from, last.to, may);
    if (last.to < length)
        may[last.to] = 0; /* Pango took it for the end */
    return last;
}

void bb_chances_find(const char *text, int length, uint8_t *may)
{
    word w = word_at(text, length, 0);

    memset(may, 0, (size_t)length + 1);
    if (length == 0 || text[0] == ' ' || text[length - 1] == ' ') {
        ask(text, 0, length, may);
        return;
    }
    if (!w.plain)
        w = ask_up_to_plain(text, length, &w, may);
    while (w.to < length) {
        word next = word_after(text, length, &w);
        if (next.plain) {
            may[next.from] = 1;
            w = next;
        } else {
            w = ask_up_to_plain(text, length, &w, may);
        }
    }
    may[length] = 1;
}
