/* hyphen.c - libhyphen behind a cache of dictionaries. */
#include "layout/hyphen.h"

#include <hyphen.h>
#include <string.h>

struct bb_hyphenator {
    GHashTable *dictionaries; /* language to HyphenDict, NULL when there is none */
};

static void dictionary_free(void *item)
{
    if (item != NULL)
        hnj_hyphen_free(item);
}

bb_hyphenator *bb_hyphenator_new(void)
{
    bb_hyphenator *hyphenator = g_new0(bb_hyphenator, 1);

    hyphenator->dictionaries =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, dictionary_free);
    return hyphenator;
}

void bb_hyphenator_free(bb_hyphenator *hyphenator)
{
    if (hyphenator == NULL)
        return;
    g_hash_table_unref(hyphenator->dictionaries);
    g_free(hyphenator);
}

/* The dictionary's name: "en_GB" for "en-gb", as Pango spells it. "en" means British English here:
 * the inspectorates' language. */
static char *dictionary_name(const char *language)
{
    g_auto(GStrv) parts = g_strsplit(language, "-", 2);

    if (parts[0] == NULL || parts[1] == NULL)
        return g_strdup(strcmp(language, "en") == 0 ? "en_GB" : language);
    g_autofree char *country = g_ascii_strup(parts[1], -1);
    return g_strconcat(parts[0], "_", country, NULL);
}

static HyphenDict *load(const char *language)
{
    static const char *const FOLDERS[] = {"/usr/share/hyphen", "/usr/local/share/hyphen"};
    g_autofree char *wanted = dictionary_name(language);

    if (strchr(wanted, '/') != NULL)
        return NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(FOLDERS); i++) {
        g_autofree char *path = g_strdup_printf("%s/hyph_%s.dic", FOLDERS[i], wanted);
        if (g_file_test(path, G_FILE_TEST_IS_REGULAR))
            return hnj_hyphen_load(path);
    }
    return NULL;
}

static HyphenDict *dictionary_for(bb_hyphenator *hyphenator, const char *language)
{
    void *found;

    if (g_hash_table_lookup_extended(hyphenator->dictionaries, language, NULL, &found))
        return found;
    HyphenDict *dictionary = load(language);
    g_hash_table_insert(hyphenator->dictionaries, g_strdup(language), dictionary);
    return dictionary;
}

enum { LONGEST_WORD = 200 }; /* bytes; longer ones are addresses or noise */

int bb_hyphenator_points(bb_hyphenator *hyphenator, const char *language, const char *word,
                         int length, int before, int after, int *points, int most)
{
    HyphenDict *dictionary = dictionary_for(hyphenator, language);
    char lower[LONGEST_WORD + 1], marks[LONGEST_WORD + 6];
    char **rep = NULL;
    int *pos = NULL, *cut = NULL;

    if (dictionary == NULL || length > LONGEST_WORD || length < before + after)
        return 0;
    /* Patterns are lower case. A character whose lower case has another length keeps its own. */
    for (int i = 0; i < length; i++)
        lower[i] = (guchar)word[i] < 0x80 ? g_ascii_tolower(word[i]) : word[i];
    lower[length] = '\0';
    if (hnj_hyphen_hyphenate2(dictionary, lower, length, marks, NULL, &rep, &pos, &cut) != 0)
        return 0;

    int count = 0;
    long characters = g_utf8_strlen(word, length), seen = 0;
    for (int i = 0; i < length && count < most; i++) {
        if ((word[i] & 0xc0) == 0x80)
            continue;
        seen++;
        /* An odd mark allows a break after this character; replacements ("tt" to "tt-t") are other
         * languages' affair and not made. */
        int next = (int)(g_utf8_next_char(word + i) - word);
        bool plain = rep == NULL || rep[i] == NULL;
        int mark = next - 1;
        if ((marks[mark] & 1) != 0 && plain && seen >= before && characters - seen >= after)
            points[count++] = next;
    }
    if (rep != NULL) {
        for (int i = 0; i < length; i++)
            free(rep[i]);
        free(rep);
    }
    free(pos);
    free(cut);
    return count;
}
