/* text.c - letters without the space between them. */
#include "sample/text.h"

#include <stdio.h>
#include <string.h>

text *text_new(void)
{
    text *t = g_new0(text, 1);

    t->tokens = g_array_new(FALSE, TRUE, sizeof(text_token));
    t->between = true;
    return t;
}

void text_free(text *t)
{
    if (t == NULL)
        return;
    g_array_unref(t->tokens);
    g_free(t);
}

/* Soft hyphen, zero-width space and joiners: they say where a line may end. */
static bool is_invisible(gunichar c)
{
    return c == 0x00ad || c == 0x200b || c == 0x2060 || c == 0xfeff;
}

void text_break(text *t)
{
    t->between = true;
}

static void add_token(text *t, text_kind kind, gunichar letter)
{
    const text_token token = {.letter = letter,
                              .kind = kind,
                              .begins = t->between && !t->divided,
                              .loose = t->loose,
                              .page = t->page & 0xfffff};

    g_array_append_val(t->tokens, token);
    t->between = kind != TEXT_LETTER;
    t->divided = false;
    t->loose = false;
}

void text_add(text *t, const char *words)
{
    for (const char *p = words; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (g_unichar_isspace(c))
            text_break(t);
        else if (!is_invisible(c))
            add_token(t, TEXT_LETTER, c);
        t->divided = t->divided || c == 0x00ad;
    }
}

void text_add_mark(text *t, const char *mark)
{
    t->loose = true;
    text_add(t, mark);
    t->loose = true;
}

void text_add_token(text *t, text_kind kind)
{
    text_break(t);
    add_token(t, kind, 0);
}

/* --- finding --- */

static bool is_part_of_word(gunichar c)
{
    return g_unichar_isalnum(c) || c == '%' || c == 0x00a3;
}

static bool begins_word(const text *t, guint index)
{
    return text_at(t, index)->begins || text_at(t, index - 1)->letter == '(' ||
           text_at(t, index - 1)->letter == 0x201c;
}

/* "18" doesn't end in "18.0%", but does in "18." and "18)". */
static bool ends_word(const text *t, guint end)
{
    if (end == t->tokens->len || text_at(t, end)->begins)
        return true;
    gunichar next = text_at(t, end)->letter;
    if ((next == '.' || next == ',') && end + 1 < t->tokens->len && !text_at(t, end + 1)->begins)
        return !g_unichar_isdigit(text_at(t, end + 1)->letter);
    return !is_part_of_word(next);
}

guint text_match(const text *t, guint index, const text *words)
{
    guint length = words->tokens->len;

    if (length == 0 || index + length > t->tokens->len || !begins_word(t, index))
        return 0;
    for (guint i = 0; i < length; i++) {
        const text_token *token = text_at(t, index + i);
        if (token->kind != TEXT_LETTER || token->letter != text_at(words, i)->letter)
            return 0;
    }
    return ends_word(t, index + length) ? length : 0;
}

int text_find(const text *t, guint index, const text *words)
{
    for (guint i = index; i < t->tokens->len; i++) {
        if (text_match(t, i, words) > 0)
            return (int)i;
    }
    return -1;
}

/* --- comparing --- */

char *text_around(const text *t, guint index, guint before, guint after)
{
    GString *out = g_string_new(NULL);
    guint from = index > before ? index - before : 0;

    for (guint i = from; i < MIN(index + after, t->tokens->len); i++) {
        const text_token *token = text_at(t, i);
        if (token->begins && i > from)
            g_string_append_c(out, ' ');
        if (i == index)
            g_string_append(out, "»");
        if (token->kind == TEXT_LETTER)
            g_string_append_unichar(out, token->letter);
        else
            g_string_append(out, token->kind == TEXT_BULLET ? "[mark]" : "[page]");
    }
    return g_string_free(out, FALSE);
}

static bool is_list_mark(gunichar c)
{
    static const gunichar MARKS[] = {0x2022, 0x2013, 0x25e6, 0x25aa};

    for (size_t i = 0; i < G_N_ELEMENTS(MARKS); i++) {
        if (c == MARKS[i])
            return true;
    }
    return false;
}

/* Dots that lead to the number, and the number, which ends its word. */
static guint match_page_number(const text *got, guint index)
{
    guint i = index, digits = 0;

    while (i < got->tokens->len && text_at(got, i)->letter == '.')
        i++;
    for (; i < got->tokens->len && g_unichar_isalnum(text_at(got, i)->letter); i++) {
        if (digits++ > 0 && text_at(got, i)->begins)
            break;
    }
    return digits > 0 ? i - index : 0;
}

/* How many of got's tokens from index on are what the token wants; 0 when they are not. */
static guint match_token(const text_token *wanted, const text *got, guint index)
{
    if (index >= got->tokens->len)
        return 0;
    gunichar letter = text_at(got, index)->letter;
    if (wanted->kind == TEXT_BULLET)
        return is_list_mark(letter) ? 1 : 0;
    if (wanted->kind == TEXT_PAGE_NUMBER)
        return match_page_number(got, index);
    return letter == wanted->letter ? 1 : 0;
}

/* A word may go on in another line behind a hyphen, a dash or a stroke. */
static bool may_divide_after(gunichar c)
{
    return c == '-' || c == '/' || (c >= 0x2010 && c <= 0x2014);
}

/* Words neither run together nor fall apart. */
static bool divides_alike(const text *wanted, guint i, const text *got, guint j)
{
    if (text_at(wanted, i)->kind != TEXT_LETTER)
        return true;
    if (text_at(wanted, i)->loose)
        return true;
    bool begins = text_at(got, j)->begins;
    if (begins == (bool)text_at(wanted, i)->begins)
        return true;
    return begins && may_divide_after(text_at(got, j - 1)->letter);
}

static void print_difference(const text *t, const char *name, guint index)
{
    enum { CONTEXT = 60 };
    g_autofree char *around = text_around(t, index, CONTEXT, CONTEXT);

    if (index < t->tokens->len)
        printf("  %s (page %u): …%s…\n", name, text_at(t, index)->page + 1, around);
    else
        printf("  %s: …%s» and then nothing\n", name, around);
}

bool text_compare(const text *wanted, const char *wanted_name, const text *got,
                  const char *got_name)
{
    guint i = 0, j = 0;

    while (i < wanted->tokens->len) {
        guint taken = match_token(text_at(wanted, i), got, j);
        if (taken == 0)
            break;
        if (!divides_alike(wanted, i, got, j))
            break;
        i++;
        j += taken;
    }
    if (i == wanted->tokens->len && j == got->tokens->len)
        return true;
    printf("%s and %s differ, after %u letters that are the same\n", wanted_name, got_name, i);
    print_difference(wanted, wanted_name, i);
    print_difference(got, got_name, j);
    return false;
}
