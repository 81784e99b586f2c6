/* profile_read.c - a programme's profile.xml into what scoring and checking need of it. */
#include "findings/profile.h"

#include "base/error.h"
#include "base/text.h"
#include "findings/node.h"

#include <string.h>

static const char PROGRAMME_NS[] = "urn:bluebook:programme";

struct bb_profile_shelf {
    char *folder;
    GMutex lock;
    GHashTable *profiles; /* name to bb_profile, owned */
};

/* --- one profile --- */

static void answer_clear(void *item)
{
    bb_profile_answer *answer = item;

    g_free(answer->code);
    g_free(answer->words);
}

static void band_clear(void *item)
{
    g_free(((bb_profile_band *)item)->name);
}

static void rating_clear(void *item)
{
    bb_profile_rating *rating = item;

    g_free(rating->name);
    g_free(rating->words);
}

static GArray *new_array(guint size, GDestroyNotify clear)
{
    GArray *array = g_array_new(FALSE, TRUE, size);

    g_array_set_clear_func(array, clear);
    return array;
}

static bb_profile *profile_new(const char *name, const char *path)
{
    bb_profile *profile = g_new0(bb_profile, 1);

    profile->name = g_strdup(name);
    profile->path = g_strdup(path);
    profile->answers = new_array(sizeof(bb_profile_answer), answer_clear);
    profile->bands = new_array(sizeof(bb_profile_band), band_clear);
    profile->ratings = new_array(sizeof(bb_profile_rating), rating_clear);
    return profile;
}

static void profile_free(void *item)
{
    bb_profile *profile = item;

    g_free(profile->name);
    g_free(profile->path);
    g_free(profile->method);
    g_array_unref(profile->answers);
    g_array_unref(profile->bands);
    g_array_unref(profile->ratings);
    g_free(profile);
}

static bool is_yes(const xmlNode *node, const char *name, bool otherwise)
{
    g_autofree char *value = bb_node_attribute(node, name);

    return value != NULL ? strcmp(value, "yes") == 0 : otherwise;
}

/* The number in an attribute; false when it isn't one. */
static bool read_number(const xmlNode *node, const char *name, double *number)
{
    g_autofree char *value = bb_node_attribute(node, name);
    char *end = NULL;

    if (value == NULL)
        return false;
    double read = g_ascii_strtod(value, &end);
    if (end == value || *end != '\0')
        return false;
    *number = read;
    return true;
}

static bool read_answer(bb_profile *profile, const xmlNode *node)
{
    bb_profile_answer answer = {bb_node_attribute(node, "code"), bb_node_words(node),
                                is_yes(node, "relevant", true), is_yes(node, "above", false)};

    g_array_append_val(profile->answers, answer);
    return answer.code != NULL;
}

static bool read_scoring(bb_profile *profile, const xmlNode *node)
{
    double decimals = 0;

    g_free(profile->method);
    profile->method = bb_node_attribute(node, "method");
    if (xmlHasProp(node, BAD_CAST "decimals") != NULL && !read_number(node, "decimals", &decimals))
        return false;
    profile->decimals = (int)CLAMP(decimals, 0, 6);
    profile->chapters_unscored = !is_yes(node, "chapters", true);
    profile->criteria_judged = is_yes(node, "criteria-judged", false);
    return profile->method != NULL &&
           (xmlHasProp(node, BAD_CAST "summary-weight") == NULL ||
            read_number(node, "summary-weight", &profile->summary_weight));
}

static bool read_band(bb_profile *profile, const xmlNode *node)
{
    bb_profile_band band = {0, bb_node_attribute(node, "name")};
    bool good = read_number(node, "from", &band.from);

    g_array_append_val(profile->bands, band);
    return good && band.name != NULL;
}

static bool read_rating(bb_profile *profile, const xmlNode *node)
{
    bb_profile_rating rating = {bb_node_attribute(node, "name"), bb_node_words(node)};

    g_array_append_val(profile->ratings, rating);
    return rating.name != NULL && rating.words[0] != '\0';
}

static bool read_paragraph(bb_profile *profile, const xmlNode *node)
{
    if (xmlHasProp(node, BAD_CAST "format") != NULL)
        profile->paragraphs_numbered = true;
    return true;
}

static const struct {
    const char *element;
    bool (*read)(bb_profile *profile, const xmlNode *node);
} ROWS[] = {
    {"answer", read_answer}, {"scoring", read_scoring},     {"band", read_band},
    {"rating", read_rating}, {"paragraph", read_paragraph},
};

static bool read_below(bb_profile *profile, const xmlNode *parent, GError **error)
{
    for (const xmlNode *node = parent->children; node != NULL; node = node->next) {
        if (node->type != XML_ELEMENT_NODE)
            continue;
        for (size_t i = 0; i < G_N_ELEMENTS(ROWS); i++) {
            if (strcmp(ROWS[i].element, (const char *)node->name) != 0 ||
                ROWS[i].read(profile, node))
                continue;
            g_set_error(error, BB_ERROR, BB_ERROR_INSTALL,
                        "%s:%ld: <%s> lacks an attribute, or one has a wrong value", profile->path,
                        xmlGetLineNo(node), ROWS[i].element);
            return false;
        }
        if (!read_below(profile, node, error))
            return false;
    }
    return true;
}

static bb_profile *profile_read(const char *name, const char *path, GError **error)
{
    xmlDoc *doc = bb_node_read_file(path, error);

    if (doc == NULL)
        return NULL;
    const xmlNode *root = xmlDocGetRootElement(doc);
    if (root->ns == NULL || !xmlStrEqual(root->ns->href, BAD_CAST PROGRAMME_NS)) {
        xmlFreeDoc(doc);
        g_set_error(error, BB_ERROR, BB_ERROR_INSTALL, "%s: is not a programme's profile", path);
        return NULL;
    }
    bb_profile *profile = profile_new(name, path);
    bool good = read_below(profile, root, error);
    xmlFreeDoc(doc);
    if (!good)
        g_clear_pointer(&profile, profile_free);
    return profile;
}

const char *bb_profile_find_band(const bb_profile *profile, double score)
{
    const bb_profile_band *best = NULL;

    for (guint i = 0; i < profile->bands->len; i++) {
        const bb_profile_band *band = &g_array_index(profile->bands, bb_profile_band, i);
        if (score >= band->from && (best == NULL || band->from > best->from))
            best = band;
    }
    return best != NULL ? best->name : NULL;
}

/* Whether two words are the same but for case and white space around them. */
static bool means(const char *typed, const char *word)
{
    g_autofree char *a = g_utf8_casefold(typed, -1);
    g_autofree char *b = g_utf8_casefold(word, -1);

    return strcmp(a, b) == 0;
}

const bb_profile_answer *bb_profile_find_answer(const bb_profile *profile, const char *cell)
{
    /* Nearly every cell is a bare code; there may be a million of them. */
    for (guint i = 0; i < profile->answers->len; i++) {
        const bb_profile_answer *answer = &g_array_index(profile->answers, bb_profile_answer, i);
        if (strcmp(cell, answer->code) == 0)
            return answer;
    }
    g_autofree char *typed = bb_text_squeeze(cell);
    for (guint i = 0; i < profile->answers->len; i++) {
        const bb_profile_answer *answer = &g_array_index(profile->answers, bb_profile_answer, i);
        if (means(typed, answer->code) || means(typed, answer->words))
            return answer;
    }
    return NULL;
}

const bb_profile_rating *bb_profile_find_rating(const bb_profile *profile, const char *typed_words)
{
    g_autofree char *typed = bb_text_squeeze(typed_words);

    for (guint i = 0; i < profile->ratings->len; i++) {
        const bb_profile_rating *rating = &g_array_index(profile->ratings, bb_profile_rating, i);
        if (means(typed, rating->words) || means(typed, rating->name))
            return rating;
    }
    return NULL;
}

/* --- the shelf --- */

bb_profile_shelf *bb_profile_shelf_new(const char *folder)
{
    bb_profile_shelf *shelf = g_new0(bb_profile_shelf, 1);

    shelf->folder = g_strdup(folder);
    shelf->profiles = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, profile_free);
    g_mutex_init(&shelf->lock);
    return shelf;
}

void bb_profile_shelf_free(bb_profile_shelf *shelf)
{
    if (shelf == NULL)
        return;
    g_free(shelf->folder);
    g_hash_table_unref(shelf->profiles);
    g_mutex_clear(&shelf->lock);
    g_free(shelf);
}

static char *profile_path(const bb_profile_shelf *shelf, const char *name)
{
    return g_build_filename(shelf->folder, name, "profile.xml", NULL);
}

char **bb_profile_shelf_list(const bb_profile_shelf *shelf)
{
    GPtrArray *names = g_ptr_array_new();
    GDir *dir = g_dir_open(shelf->folder, 0, NULL);

    for (const char *name; dir != NULL && (name = g_dir_read_name(dir)) != NULL;) {
        g_autofree char *path = profile_path(shelf, name);
        if (g_file_test(path, G_FILE_TEST_IS_REGULAR))
            g_ptr_array_add(names, g_strdup(name));
    }
    if (dir != NULL)
        g_dir_close(dir);
    g_ptr_array_sort(names, bb_text_compare);
    g_ptr_array_add(names, NULL);
    return (char **)g_ptr_array_free(names, FALSE);
}

const bb_profile *bb_profile_shelf_find(bb_profile_shelf *shelf, const char *name, GError **error)
{
    g_mutex_lock(&shelf->lock);
    bb_profile *profile = g_hash_table_lookup(shelf->profiles, name);
    if (profile == NULL) {
        g_autofree char *path = profile_path(shelf, name);
        profile = profile_read(name, path, error);
        if (profile != NULL)
            g_hash_table_insert(shelf->profiles, profile->name, profile);
    }
    g_mutex_unlock(&shelf->lock);
    return profile;
}
