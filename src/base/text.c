/* text.c - squeezing white space, filling sentences, guessing which word was meant, quoting. */
#include "base/text.h"

#include <glib.h>
#include <string.h>

char *bb_text_squeeze(const char *text)
{
    GString *out = g_string_new(NULL);
    bool gap = false;

    for (const char *p = text; *p != '\0'; p++) {
        if (bb_text_is_space(*p)) {
            gap = out->len > 0;
            continue;
        }
        if (gap)
            g_string_append_c(out, ' ');
        gap = false;
        g_string_append_c(out, *p);
    }
    return g_string_free(out, FALSE);
}

bool bb_text_is_blank(const char *text)
{
    if (text == NULL)
        return true;
    while (bb_text_is_space(*text))
        text++;
    return *text == '\0';
}

char *bb_text_fill(const char *sentence, const char *const *arguments)
{
    GString *out = g_string_new(NULL);
    size_t count = 0;

    while (arguments[count] != NULL)
        count++;
    for (const char *p = sentence; *p != '\0'; p++) {
        if (p[0] == '{' && p[1] >= '1' && p[1] <= '9' && p[2] == '}') {
            size_t index = (size_t)(p[1] - '1');
            g_string_append(out, index < count ? arguments[index] : "?");
            p += 2;
        } else {
            g_string_append_c(out, *p);
        }
    }
    return g_string_free(out, FALSE);
}

/* Levenshtein distance, with early end when the lengths alone say no. */
static int distance(const char *a, const char *b, int most)
{
    int m = (int)strlen(a), n = (int)strlen(b);

    if (ABS(m - n) > most)
        return most + 1;
    g_autofree int *row = g_new(int, (gsize)n + 1);
    for (int j = 0; j <= n; j++)
        row[j] = j;
    for (int i = 1; i <= m; i++) {
        int diagonal = row[0];
        row[0] = i;
        for (int j = 1; j <= n; j++) {
            int above = row[j];
            int change = diagonal + (a[i - 1] != b[j - 1]);
            row[j] = MIN(change, MIN(above, row[j - 1]) + 1);
            diagonal = above;
        }
    }
    return row[n];
}

const char *bb_text_nearest(const char *word, const char *const *candidates)
{
    const char *best = NULL;
    int limit = MAX(1, (int)strlen(word) / 3);

    for (; *candidates != NULL; candidates++) {
        int d = distance(word, *candidates, limit);
        if (d <= limit) {
            limit = d - 1;
            best = *candidates;
        }
        if (limit < 0)
            break;
    }
    return best;
}

char *bb_text_clip(const char *text, int most)
{
    char *squeezed = bb_text_squeeze(text);

    if (g_utf8_strlen(squeezed, -1) <= most)
        return squeezed;
    *g_utf8_offset_to_pointer(squeezed, most) = '\0';
    char *clipped = g_strconcat(g_strchomp(squeezed), "\u2026", NULL);
    g_free(squeezed);
    return clipped;
}

int bb_text_compare(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

char *bb_text_list(const char *const *words, const char *last)
{
    GString *out = g_string_new(NULL);

    for (size_t i = 0; words[i] != NULL; i++) {
        if (i > 0 && words[i + 1] == NULL)
            g_string_append_printf(out, " %s ", last);
        else if (i > 0)
            g_string_append(out, ", ");
        g_string_append(out, words[i]);
    }
    return g_string_free(out, FALSE);
}
