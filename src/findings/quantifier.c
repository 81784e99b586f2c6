/* quantifier.c - the lexicon of proportions in words. */
#include "findings/quantifier.h"

#include "base/number.h"
#include "base/text.h"

#include <glib.h>
#include <string.h>

/* "More than" excludes the figure itself; so little is no share of any real number of cases. */
#define BEYOND 0.001

/* Whole claims, articles left out. */
static const struct {
    const char *phrase;
    double from, to;
} PHRASES[] = {
    {"all", 100, 100},
    {"every", 100, 100},
    {"none", 0, 0},
    {"no", 0, 0},
    {"nearly all", 90, 100 - BEYOND},
    {"almost all", 90, 100 - BEYOND},
    {"virtually all", 90, 100 - BEYOND},
    {"vast majority", 85, 100},
    {"great majority", 80, 100},
    {"overwhelming majority", 85, 100},
    {"large majority", 75, 100},
    {"most", 75, 100},
    {"majority", 50 + BEYOND, 100},
    {"minority", 0, 50 - BEYOND},
    {"small minority", 0, 25},
    {"small proportion", 0, 25},
    {"few", 0, 15},
    {"very few", 0, 10},
    {"all but one", 0, 100},
    {"all but two", 0, 100},
    {"all but three", 0, 100},
};

/* A fraction, and how far each kind of wording may be from it, in percentage points. */
typedef struct {
    const char *name;
    double value;
    double near;       /* said by itself */
    double just_over;  /* "just over" */
    double just_under; /* "just under", "nearly" */
    double more;       /* "more than": up to here above it */
} fraction;

static const fraction FRACTIONS[] = {
    {"half", 50, 1, 5, 5, 17},
    {"third", 100.0 / 3, 2, 3.7, 4.4, 17},
    {"two thirds", 200.0 / 3, 2, 4.4, 4, 8.4},
    {"quarter", 25, 2, 3, 4, 8.4},
    {"three quarters", 75, 2, 4, 4, 15},
    {"fifth", 20, 2, 3, 3, 5},
    {"two fifths", 40, 2, 4, 4, 10},
    {"three fifths", 60, 2, 4, 4, 7},
    {"four fifths", 80, 2, 4, 4, 10},
    {"tenth", 10, 2, 3, 3, 10},
};

typedef enum { EXACTLY, ABOUT, JUST_OVER, MORE, AT_LEAST, JUST_UNDER, LESS, AT_MOST } approach;

/* Longer ones before those that they begin with. */
static const struct {
    const char *words;
    approach how;
} APPROACHES[] = {
    {"just over", JUST_OVER},
    {"just more than", JUST_OVER},
    {"slightly over", JUST_OVER},
    {"slightly more than", JUST_OVER},
    {"a little over", JUST_OVER},
    {"little over", JUST_OVER},
    {"a little more than", JUST_OVER},
    {"just above", JUST_OVER},
    {"more than", MORE},
    {"over", MORE},
    {"above", MORE},
    {"well over", MORE},
    {"at least", AT_LEAST},
    {"just under", JUST_UNDER},
    {"just less than", JUST_UNDER},
    {"just below", JUST_UNDER},
    {"slightly under", JUST_UNDER},
    {"slightly less than", JUST_UNDER},
    {"nearly", JUST_UNDER},
    {"almost", JUST_UNDER},
    {"not quite", JUST_UNDER},
    {"close to", ABOUT},
    {"less than", LESS},
    {"fewer than", LESS},
    {"under", LESS},
    {"below", LESS},
    {"no more than", AT_MOST},
    {"up to", AT_MOST},
    {"well under", LESS},
    {"about", ABOUT},
    {"around", ABOUT},
    {"approximately", ABOUT},
    {"roughly", ABOUT},
    {"some", ABOUT},
    {"exactly", EXACTLY},
    {"only", EXACTLY},
};

static const double ABOUT_POINTS = 4;

/* --- the phrase --- */

static char *skip_article(char *text)
{
    static const char *const ARTICLES[] = {"the ", "an ", "a "};

    for (size_t i = 0; i < G_N_ELEMENTS(ARTICLES); i++) {
        if (g_str_has_prefix(text, ARTICLES[i]))
            return text + strlen(ARTICLES[i]);
    }
    return text;
}

/* Lower case, hyphens as spaces, "of the cases" cut off. */
static char *normalise(const char *phrase)
{
    g_autofree char *lower = g_utf8_strdown(phrase, -1);
    char *text;

    for (char *p = lower; *p != '\0'; p++) {
        if (*p == '-')
            *p = ' ';
    }
    text = bb_text_squeeze(lower);
    char *of = strstr(text, " of");
    if (of != NULL && (of[3] == ' ' || of[3] == '\0') &&
        !(of - text >= 4 && strncmp(of - 4, " out", 4) == 0))
        *of = '\0';
    return text;
}

static approach take_approach(char **text)
{
    for (size_t i = 0; i < G_N_ELEMENTS(APPROACHES); i++) {
        size_t length = strlen(APPROACHES[i].words);
        if (g_str_has_prefix(*text, APPROACHES[i].words) && (*text)[length] == ' ') {
            *text = skip_article(*text + length + 1);
            return APPROACHES[i].how;
        }
    }
    *text = skip_article(*text);
    return EXACTLY;
}

/* "seven" or "7", or 0. */
static long read_number(const char *word)
{
    const long most_words = 10;

    for (long i = 1; i <= most_words; i++) {
        g_autofree char *spelt = bb_number_spell(i);
        if (strcmp(spelt, word) == 0)
            return i;
    }
    return (long)g_ascii_strtoull(word, NULL, 10);
}

/* "one in ten", "14 out of 16" */
static bool read_ratio(const char *text, fraction *ratio)
{
    const char *link = " out of ";
    const char *at = strstr(text, link);

    if (at == NULL) {
        link = " in ";
        at = strstr(text, link);
    }
    if (at == NULL)
        return false;
    g_autofree char *count = g_strndup(text, (gsize)(at - text));
    long k = read_number(count), n = read_number(at + strlen(link));
    if (k <= 0 || n < k)
        return false;
    /* Up to ten it is a manner of speaking; beyond, a count. */
    double near = n <= 10 ? 3 : 0.5;
    *ratio = (fraction){text, 100.0 * (double)k / (double)n, near, 4, 4, 10};
    return true;
}

static bool read_fraction(const char *text, fraction *found)
{
    if (g_str_has_prefix(text, "one ") && strstr(text, " in ") == NULL &&
        strstr(text, " out of ") == NULL)
        text += strlen("one ");
    for (size_t i = 0; i < G_N_ELEMENTS(FRACTIONS); i++) {
        if (strcmp(FRACTIONS[i].name, text) == 0) {
            *found = FRACTIONS[i];
            return true;
        }
    }
    return read_ratio(text, found);
}

static bb_quantifier band_of(const fraction *f, approach how)
{
    bb_quantifier bands[] = {
        [EXACTLY] = {f->value - f->near, f->value + f->near, 0},
        [ABOUT] = {f->value - ABOUT_POINTS, f->value + ABOUT_POINTS, 0},
        [JUST_OVER] = {f->value + BEYOND, f->value + f->just_over, 0},
        [MORE] = {f->value + BEYOND, f->value + f->more, 0},
        [AT_LEAST] = {f->value, f->value + f->more, 0},
        [JUST_UNDER] = {f->value - f->just_under, f->value - BEYOND, 0},
        [LESS] = {0, f->value - BEYOND, 0},
        [AT_MOST] = {0, f->value, 0},
    };
    bb_quantifier band = bands[how];

    band.from = CLAMP(band.from, 0, 100);
    band.to = CLAMP(band.to, 0, 100);
    return band;
}

bool bb_quantifier_read(const char *phrase, bb_quantifier *quantifier)
{
    static const char ALL_BUT[] = "all but ";
    g_autofree char *normal = normalise(phrase);
    char *text = skip_article(normal);

    for (size_t i = 0; i < G_N_ELEMENTS(PHRASES); i++) {
        if (strcmp(PHRASES[i].phrase, text) != 0)
            continue;
        int all_but =
            g_str_has_prefix(text, ALL_BUT) ? (int)read_number(text + strlen(ALL_BUT)) : 0;
        *quantifier = (bb_quantifier){PHRASES[i].from, PHRASES[i].to, all_but};
        return true;
    }
    /* "a little over" has an article of its own. */
    text = normal;
    approach how = take_approach(&text);
    fraction f;
    if (!read_fraction(text, &f))
        return false;
    *quantifier = band_of(&f, how);
    return true;
}

bool bb_quantifier_holds(const bb_quantifier *quantifier, double percent, long left_out)
{
    double rounded = bb_number_round(percent, 0);

    if (quantifier->all_but > 0)
        return left_out == quantifier->all_but;
    return (percent >= quantifier->from && percent <= quantifier->to) ||
           (rounded >= quantifier->from && rounded <= quantifier->to);
}

char *bb_quantifier_describe(const bb_quantifier *quantifier)
{
    g_autofree char *from = bb_number_print(quantifier->from, 0);
    g_autofree char *to = bb_number_print(quantifier->to, 0);

    if (quantifier->all_but > 0)
        return g_strdup_printf("that %d %s left out", quantifier->all_but,
                               quantifier->all_but == 1 ? "case is" : "cases are");
    if (strcmp(from, to) == 0)
        return g_strconcat(from, "%", NULL);
    return g_strdup_printf("%s%% to %s%%", from, to);
}
