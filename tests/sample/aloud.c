/* aloud.c - a screen reader that follows the structure of the PDF says what the page says.
 *
 *   aloud PAGE.html STRUCTURE.txt
 *
 * STRUCTURE.txt is what bluebook inspect --read prints, or pdfinfo -struct-text: an element a line,
 * indented by its depth, and below it what is said, in quotes. Figures are left out, whose description is said in their place;
 * notes are compared behind all else, as the page has them. */
#include "sample/html.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    text *said;
    int skipping; /* what stands deeper than this; -1: nothing */
    bool notes, in_note;
    int note; /* how deep the note stands */
} listener;

static bool is_one_of(const char *line, const char *const *types)
{
    size_t length = strcspn(line, " :\n");

    for (; *types != NULL; types++) {
        if (strlen(*types) == length && strncmp(line, *types, length) == 0)
            return true;
    }
    return false;
}

/* The text between the first quote of the line and the last. */
static void say(listener *l, const char *line)
{
    const char *end = strrchr(line, '"');
    g_autofree char *words = g_strndup(line + 1, end > line ? (gsize)(end - line - 1) : 0);

    if (l->in_note == l->notes)
        text_add(l->said, words);
}

static void hear(listener *l, const char *line, int depth)
{
    static const char *const UNSAID[] = {"Figure", "Formula", NULL};
    static const char *const INLINES[] = {"Reference", "Link", "Span", "Object", NULL};
    static const char *const NOTES[] = {"Note", NULL};

    if (l->skipping >= 0 && depth > l->skipping)
        return;
    l->skipping = -1;
    if (l->in_note && depth <= l->note)
        l->in_note = false;
    if (line[0] == '"') {
        say(l, line);
        return;
    }
    if (is_one_of(line, NOTES)) {
        l->in_note = true;
        l->note = depth;
    }
    if (is_one_of(line, UNSAID))
        l->skipping = depth;
    if (!is_one_of(line, INLINES) && l->in_note == l->notes)
        text_break(l->said);
}

static void listen(text *said, const char *structure, bool notes)
{
    listener l = {.said = said, .skipping = -1, .notes = notes};
    g_auto(GStrv) lines = g_strsplit(structure, "\n", -1);

    for (char **line = lines; *line != NULL; line++) {
        int depth = (int)strspn(*line, " ");
        if ((*line)[depth] != '\0' && (*line)[depth] != '/')
            hear(&l, *line + depth, depth);
    }
}

int main(int count, char **arguments)
{
    g_autofree char *structure = NULL;

    if (count != 3 || !g_file_get_contents(arguments[2], &structure, NULL, NULL)) {
        fputs("usage: aloud PAGE.html STRUCTURE.txt\n", stderr);
        return EXIT_FAILURE;
    }
    g_autoptr(html) page = html_read(arguments[1]);
    g_autoptr(text) shown = html_text(page, HTML_NO_DRAWINGS);
    g_autoptr(text) said = text_new();
    listen(said, structure, false);
    listen(said, structure, true);
    printf("read aloud: %u letters\n", said->tokens->len);
    bool good = said->tokens->len > 0 && text_compare(shown, "the page", said, "the structure");
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
