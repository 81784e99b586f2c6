/* findings_score.c - the scores of criteria, chapters and threads, and what was published.
 *
 * Every score element gets its figure as attributes in the namespace urn:bluebook:scored. A figure
 * is computed where there are questions, taken as published where there are none, and compared
 * where there are both. What is computed stays unrounded from the cases to the chapter. */
#include "findings/findings_private.h"
#include "findings/method.h"

#include "base/number.h"
#include "base/text.h"

#include <math.h>
#include <string.h>

typedef struct {
    bool known;
    bool computed; /* from cases, be it by way of criteria */
    bool faulty;   /* something it depends on has a fault, which has been reported */
    double value;  /* unrounded when slack is 0 */
    double slack;  /* how far a published, rounded figure may be from the unrounded one */
    size_t cases;
    char *basis; /* "its 5 criteria give": what it was computed from, for g_free */
} result;

typedef struct {
    bb_findings *findings;
    const bb_profile *profile;
    const bb_method *method;
    xmlNs *ns;
    GHashTable *by_criterion; /* id to GPtrArray of const bb_question */
    GHashTable *by_thread;
} scorer;

/* --- questions of one owner --- */

static void file_question(GHashTable *owners, const char *id, const bb_question *question)
{
    if (id == NULL)
        return;
    GPtrArray *questions = g_hash_table_lookup(owners, id);
    if (questions == NULL) {
        questions = g_ptr_array_new();
        g_hash_table_insert(owners, (gpointer)id, questions);
    }
    g_ptr_array_add(questions, (gpointer)question);
}

static void array_free(void *array)
{
    g_ptr_array_unref(array);
}

static void file_questions(scorer *s)
{
    const GPtrArray *order = s->findings->data->order;

    s->by_criterion = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, array_free);
    s->by_thread = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, array_free);
    for (guint i = 0; i < order->len; i++) {
        const bb_question *question = order->pdata[i];
        file_question(s->by_criterion, question->criterion, question);
        file_question(s->by_thread, question->thread, question);
    }
}

static const GPtrArray *questions_of(GHashTable *owners, const xmlNode *node)
{
    g_autofree char *id = bb_node_attribute(node, "id");

    return id != NULL ? g_hash_table_lookup(owners, id) : NULL;
}

/* The results of the usable questions, summary questions apart when they are asked for. */
static void add_shares(const scorer *s, const GPtrArray *questions, GArray *shares,
                       GArray *summaries, result *r)
{
    for (guint i = 0; questions != NULL && i < questions->len; i++) {
        const bb_question *question = questions->pdata[i];
        r->faulty = r->faulty || !question->usable;
        if (!question->usable || question->relevant == 0)
            continue;
        bb_share share = {s->method->question(question), question->relevant};
        g_array_append_val(question->summary && summaries != NULL ? summaries : shares, share);
        r->cases = MAX(r->cases, bb_csv_rows(question->dataset->csv));
    }
}

/* "its 5 criteria give" */
static char *basis_of(guint count, const char *one, const char *several)
{
    if (count == 1)
        return g_strdup_printf("its one %s gives", one);
    return g_strdup_printf("its %u %s give", count, several);
}

static result compute_from_questions(const scorer *s, const GPtrArray *questions, bool criterion)
{
    g_autoptr(GArray) shares = g_array_new(FALSE, FALSE, sizeof(bb_share));
    g_autoptr(GArray) summaries = g_array_new(FALSE, FALSE, sizeof(bb_share));
    result r = {0};

    add_shares(s, questions, shares, criterion ? summaries : NULL, &r);
    guint count = shares->len + summaries->len;
    r.known = r.computed = !r.faulty && count > 0;
    if (!r.known)
        return r;
    const bb_share *values = (const bb_share *)shares->data;
    r.value = criterion ? s->method->criterion(s->profile, values, shares->len,
                                               (const bb_share *)summaries->data, summaries->len)
                        : s->method->thread(values, shares->len);
    r.basis = basis_of(count, "question", "questions");
    return r;
}

/* --- published and computed --- */

typedef struct {
    bool known;
    double value;
    int decimals;
    char *typed;   /* "76%" */
    char *differs; /* the reason, or NULL */
} published;

static void published_clear(published *p)
{
    g_free(p->typed);
    g_free(p->differs);
}

static published read_published(const scorer *s, const xmlNode *score)
{
    g_autofree char *typed = bb_node_attribute(score, "published");
    published p = {0};
    char *end = NULL;

    if (typed == NULL)
        return p;
    p.typed = bb_text_squeeze(typed);
    p.value = g_ascii_strtod(p.typed, &end);
    /* Anything else than a percentage has been reported already. */
    if (end == p.typed || strcmp(end, "%") != 0)
        return p;
    if (p.value < 0 || p.value > 100) {
        bb_diag_report(s->findings->diag, BB_M_SCORE_RANGE, bb_findings_place(score), p.typed);
        return p;
    }
    const char *point = strchr(p.typed, '.');
    p.decimals = point != NULL ? (int)MIN(end - point - 1, 6) : 0;
    p.differs = bb_node_attribute(score, "differs");
    if (bb_text_is_blank(p.differs))
        g_clear_pointer(&p.differs, g_free);
    p.known = true;
    return p;
}

static char *print_percent(double value, int decimals)
{
    g_autofree char *number = bb_number_print(value, decimals);

    return g_strconcat(number, "%", NULL);
}

static bool agree(const published *p, const result *r)
{
    double half = 0.5 * pow(10, -p->decimals);
    const double tolerance = 1e-9;

    if (r->slack > 0)
        return fabs(r->value - p->value) <= r->slack + half + tolerance;
    return fabs(bb_number_round(r->value, p->decimals) - p->value) < tolerance;
}

/* " (102 cases)", or nothing when no cases are known. */
static char *print_cases(const result *r)
{
    if (r->cases == 0)
        return g_strdup("");
    return g_strdup_printf(" (%zu %s)", r->cases, r->cases == 1 ? "case" : "cases");
}

static void compare(const scorer *s, const xmlNode *score, const published *p, const result *r,
                    bool agreed)
{
    bb_place place = bb_findings_place(score);
    g_autofree char *cases = print_cases(r);
    g_autofree char *computed = print_percent(r->value, p->decimals);

    if (agreed && p->differs != NULL)
        bb_diag_report(s->findings->diag, BB_M_SCORE_AGREES, place, p->typed, r->basis, cases);
    else if (!agreed)
        bb_diag_report(s->findings->diag,
                       p->differs != NULL ? BB_M_SCORE_DIFFERS : BB_M_SCORE_MISMATCH, place,
                       p->typed, r->basis, computed, cases);
}

static void write_attribute(const scorer *s, xmlNode *score, const char *name, const char *value)
{
    if (value != NULL)
        xmlSetNsProp(score, s->ns, BAD_CAST name, BAD_CAST value);
}

static void write_score(const scorer *s, xmlNode *score, const published *p, const result *r)
{
    double printed = p->known ? p->value : bb_number_round(r->value, s->profile->decimals);

    if (p->known) {
        write_attribute(s, score, "print", p->typed);
    } else {
        g_autofree char *print = print_percent(r->value, s->profile->decimals);
        write_attribute(s, score, "print", print);
    }
    if (r->computed) {
        char value[G_ASCII_DTOSTR_BUF_SIZE];
        write_attribute(s, score, "value", g_ascii_formatd(value, sizeof value, "%.6f", r->value));
    }
    /* By what is printed: a reader must not find 70% called less than 70. */
    write_attribute(s, score, "band", bb_profile_find_band(s->profile, printed));
}

/* A follow-up may have nothing to compare with the score of the first inspection, and says why. */
static bool is_not_comparable(const xmlNode *score)
{
    g_autofree char *reason = bb_node_attribute(score, "not-comparable");

    return !bb_text_is_blank(reason);
}

/* What a follow-up adds: the previous score as it is printed, and how many points lie between the
 * printed figures. */
static void write_previous(const scorer *s, xmlNode *score)
{
    g_autofree char *typed = bb_node_attribute(score, "previous");

    if (typed == NULL)
        return;
    g_autofree char *previous = bb_text_squeeze(typed);
    xmlChar *print = xmlGetNsProp(score, BAD_CAST "print", BAD_CAST BB_SCORED_NS);
    write_attribute(s, score, "previous", previous);
    if (print != NULL) {
        double change = g_ascii_strtod((const char *)print, NULL) - g_ascii_strtod(previous, NULL);
        g_autofree char *points = bb_number_print(fabs(change), s->profile->decimals);
        g_autofree char *sign = g_strconcat(change < 0 ? "−" : "+", points, NULL);
        write_attribute(s, score, "change", change == 0 ? "0" : sign);
    }
    xmlFree(print);
}

/* Settles a score element and gives the figure that a chapter may be computed from: the unrounded
 * one, or the published one where that is what is printed. */
static result settle(const scorer *s, xmlNode *score, const result *computed)
{
    result settled = *computed;
    published p = read_published(s, score);

    settled.basis = NULL;
    if (p.known && computed->known) {
        bool agreed = agree(&p, computed);
        compare(s, score, &p, computed, agreed);
        settled.known = agreed;
    }
    if (p.known || computed->known)
        write_score(s, score, &p, computed);
    else if (p.typed == NULL && !computed->faulty && !is_not_comparable(score))
        bb_diag_report(s->findings->diag, BB_M_SCORE_NONE, bb_findings_place(score),
                       (const char *)score->parent->name);
    write_previous(s, score);
    settled.faulty = !p.known && !computed->known && !is_not_comparable(score);
    if (p.known && !settled.known) {
        settled.known = true;
        settled.value = p.value;
        settled.slack = 0.5 * pow(10, -p.decimals);
    }
    published_clear(&p);
    return settled;
}

/* Makes the score element of an owner that has none, behind its headings. */
static xmlNode *make_score(xmlNode *owner)
{
    static const char *const HEADINGS[] = {"statement", "purpose", "short-title", "title"};
    xmlNode *score = xmlNewDocNode(owner->doc, owner->ns, BAD_CAST "score", NULL);

    for (size_t i = 0; i < G_N_ELEMENTS(HEADINGS); i++) {
        xmlNode *heading = bb_node_child(owner, HEADINGS[i]);
        if (heading != NULL)
            return xmlAddNextSibling(heading, score);
    }
    if (owner->children != NULL)
        return xmlAddPrevSibling(owner->children, score);
    return xmlAddChild(owner, score);
}

static result settle_owner(const scorer *s, xmlNode *owner, result *computed)
{
    xmlNode *score = bb_node_child(owner, "score");
    result settled = {0};

    if (score == NULL && computed->computed)
        score = make_score(owner);
    if (score != NULL)
        settled = settle(s, score, computed);
    g_clear_pointer(&computed->basis, g_free);
    return settled;
}

/* --- criteria, chapters, threads --- */

static void score_rating(const scorer *s, xmlNode *rating)
{
    g_autofree char *typed = bb_node_words(rating);
    const bb_profile_rating *found = bb_profile_find_rating(s->profile, typed);

    if (found != NULL) {
        write_attribute(s, rating, "name", found->name);
        write_attribute(s, rating, "print", found->words);
        return;
    }
    g_autoptr(GPtrArray) scale = g_ptr_array_new();
    for (guint i = 0; i < s->profile->ratings->len; i++)
        g_ptr_array_add(scale, g_array_index(s->profile->ratings, bb_profile_rating, i).words);
    g_ptr_array_add(scale, NULL);
    const char *const *words = (const char *const *)scale->pdata;
    g_autofree char *meant = bb_did_you_mean(typed, words, "\"%s\"");
    g_autofree char *list = bb_text_list(words, "and");
    g_autofree char *quoted = bb_text_clip(typed, 40);
    bb_diag_report(s->findings->diag, scale->len > 1 ? BB_M_RATING_UNKNOWN : BB_M_RATING_NO_SCALE,
                   bb_findings_place(rating), quoted, list, meant);
}

static result score_criterion(const scorer *s, xmlNode *criterion)
{
    xmlNode *rating = bb_node_child(criterion, "rating");
    const GPtrArray *questions = questions_of(s->by_criterion, criterion);
    result computed = compute_from_questions(s, questions, true);

    if (s->profile->criteria_judged && rating == NULL && questions == NULL &&
        bb_node_child(criterion, "score") == NULL)
        bb_diag_report(s->findings->diag, BB_M_CRITERION_UNJUDGED, bb_findings_place(criterion));
    if (rating == NULL)
        return settle_owner(s, criterion, &computed);
    score_rating(s, rating);
    g_free(computed.basis);
    return (result){0};
}

static void score_chapter(const scorer *s, xmlNode *chapter)
{
    g_autoptr(GArray) values = g_array_new(FALSE, FALSE, sizeof(double));
    result r = {0};

    for (xmlNode *node = chapter->children; node != NULL; node = node->next) {
        if (!bb_node_is(node, "criterion"))
            continue;
        result criterion = score_criterion(s, node);
        r.faulty = r.faulty || criterion.faulty;
        if (!criterion.known)
            continue;
        g_array_append_val(values, criterion.value);
        r.slack += criterion.slack;
        r.cases = MAX(r.cases, criterion.cases);
        r.computed = r.computed || criterion.computed;
    }
    r.known = !r.faulty && values->len > 0;
    r.computed = r.computed && r.known;
    if (r.known) {
        r.value = s->method->chapter((const double *)values->data, values->len);
        r.slack /= values->len;
        r.basis = basis_of(values->len, "criterion", "criteria");
    }
    if (s->profile->chapters_unscored && bb_node_child(chapter, "score") == NULL)
        g_clear_pointer(&r.basis, g_free);
    else
        settle_owner(s, chapter, &r);
}

static void score_thread(const scorer *s, xmlNode *thread)
{
    result computed = compute_from_questions(s, questions_of(s->by_thread, thread), false);

    settle_owner(s, thread, &computed);
}

void bb_findings_score(bb_findings *findings)
{
    xmlNode *root = xmlDocGetRootElement(findings->doc);

    if (findings->profile == NULL)
        return;
    scorer s = {
        .findings = findings,
        .profile = findings->profile,
        .method = bb_method_find(findings->profile->method),
        .ns = xmlNewNs(root, BAD_CAST BB_SCORED_NS, BAD_CAST "s"),
    };
    file_questions(&s);
    for (xmlNode *node = root; node != NULL; node = bb_node_next(root, node)) {
        if (bb_node_is(node, "chapter"))
            score_chapter(&s, node);
        else if (bb_node_is(node, "thread"))
            score_thread(&s, node);
        else if (bb_node_is(node, "rating") && bb_node_is(node->parent, "td"))
            score_rating(&s, node);
    }
    g_hash_table_unref(s.by_criterion);
    g_hash_table_unref(s.by_thread);
}
