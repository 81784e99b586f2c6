/* text.h - what a report says, letter by letter, so that two of its forms can be compared.
 *
 * White space is left out, and so is what only tells where a word may be divided; a letter knows
 * whether a word begins with it. What one form makes by itself and the other holds as text is a
 * token of its own: the mark of a list's item, the page number behind an entry of the contents. */
#ifndef BB_TESTS_SAMPLE_TEXT_H
#define BB_TESTS_SAMPLE_TEXT_H

#include <glib.h>
#include <stdbool.h>

typedef enum { TEXT_LETTER, TEXT_BULLET, TEXT_PAGE_NUMBER } text_kind;

typedef struct text_token {
    gunichar letter; /* LETTER only */
    unsigned kind : 2;
    unsigned begins : 1; /* a word */
    unsigned loose : 1;  /* may begin a word or not: the mark of a footnote, or behind one */
    unsigned page : 20;  /* from 0; where it is known */
} text_token;

typedef struct text {
    GArray *tokens; /* text_token */
    bool between;   /* a word ends here */
    bool divided;   /* but it goes on: a soft hyphen came last */
    bool loose;     /* the next letter may begin a word or not */
    unsigned page;
} text;

text *text_new(void);
void text_free(text *t); /* accepts NULL */

void text_add(text *t, const char *words);
void text_add_token(text *t, text_kind kind);

/* The next letter begins a word. */
void text_break(text *t);

/* The mark of a footnote: who reads it sees no space around it, who extracts it may get some. */
void text_add_mark(text *t, const char *mark);

static inline const text_token *text_at(const text *t, guint index)
{
    return &g_array_index(t->tokens, text_token, index);
}

/* How many tokens from index on read like words (white space apart), or 0; whole words only. */
guint text_match(const text *t, guint index, const text *words);

/* Where words are first found from index on, or -1. */
int text_find(const text *t, guint index, const text *words);

/* The two must be the same, and so must be where words begin, but that lines end within words after
 * a hyphen. wanted's tokens stand in got as letters: a bullet as any mark of a list, a page number
 * as dots and the rest of a word. Prints the first difference with what stands around it; false
 * when there is one. */
bool text_compare(const text *wanted, const char *wanted_name, const text *got,
                  const char *got_name);

/* The tokens around index as words, for messages; for g_free. */
char *text_around(const text *t, guint index, guint before, guint after);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(text, text_free)

#endif
