/* findings_total.c - the cells of a table that are the sum or the mean of others.
 *
 * An empty one is computed, one with a figure is checked. What rounding has taken from percentages
 * is allowed for, save where the programme's method says that its means are those of the printed
 * figures; anything else must agree to the last digit. */
#include "findings/findings_private.h"
#include "findings/method.h"

#include "base/number.h"
#include "base/text.h"

#include <math.h>
#include <string.h>

/* The figure in a cell: "£3.2m" is 3.2 with one decimal between a prefix and a suffix. */
typedef struct {
    bool known;
    double value;
    int decimals;
    char before[8], after[24];
} figure;

typedef struct {
    const char *total; /* as in total="…" */
    const char *what;  /* "mean of the 6 figures before it" */
    bool mean, column;
} kind;

static const kind KINDS[] = {
    {"row-sum", "sum of the %s before it", false, false},
    {"row-mean", "mean of the %s before it", true, false},
    {"column-sum", "sum of the %s above it", false, true},
    {"column-mean", "mean of the %s above it", true, true},
};

/* --- figures --- */

static bool has_digit(const char *text)
{
    return strpbrk(text, "0123456789") != NULL;
}

/* The digits of a number without its commas; gives what stands behind them. */
static const char *read_digits(const char *text, GString *digits, int *decimals)
{
    bool point = false;

    for (; *text != '\0'; text++) {
        bool digit = g_ascii_isdigit(*text);
        bool comma = *text == ',' && !point && g_ascii_isdigit(text[1]);
        bool begins = *text == '.' && !point && g_ascii_isdigit(text[1]);
        if (!digit && !comma && !begins)
            break;
        point = point || begins;
        *decimals += point && digit;
        if (!comma)
            g_string_append_c(digits, *text);
    }
    return text;
}

/* A cell that holds anything else than one figure with its units has none. */
static figure read_figure(const char *words)
{
    figure found = {0};
    g_autoptr(GString) digits = g_string_new(NULL);
    size_t lead = strcspn(words, "0123456789");

    if (lead >= sizeof found.before || !has_digit(words))
        return found;
    memcpy(found.before, words, lead);
    const char *rest = read_digits(words + lead, digits, &found.decimals);
    size_t length = strlen(rest);
    /* The asterisk belongs to the table's note, not to the figure. */
    while (length > 0 && (rest[length - 1] == '*' || rest[length - 1] == ' '))
        length--;
    if (length >= sizeof found.after || has_digit(rest))
        return found;
    memcpy(found.after, rest, length);
    found.value = g_ascii_strtod(digits->str, NULL);
    if (strcmp(found.before, "-") == 0 || strcmp(found.before, "−") == 0) {
        found.value = -found.value;
        found.before[0] = '\0';
    }
    found.known = true;
    return found;
}

static char *print_figure(const figure *f, double value)
{
    g_autofree char *number = bb_number_print(value, f->decimals);

    return g_strconcat(f->before, number, f->after, NULL);
}

/* --- which ones --- */

static int span_of(const xmlNode *cell)
{
    g_autofree char *typed = bb_node_attribute(cell, "colspan");

    return typed != NULL ? MAX(1, atoi(typed)) : 1;
}

static bool is_cell(const xmlNode *node)
{
    return bb_node_is(node, "td") || bb_node_is(node, "th");
}

static int column_of(const xmlNode *cell)
{
    int column = 0;

    for (const xmlNode *c = cell->prev; c != NULL; c = c->prev)
        column += is_cell(c) ? span_of(c) : 0;
    return column;
}

static void add_figure(const xmlNode *cell, GArray *figures)
{
    g_autofree char *words = bb_node_words(cell);
    figure found = read_figure(words);

    if (found.known && bb_node_is(cell, "td"))
        g_array_append_val(figures, found);
}

static void add_row(const xmlNode *cell, GArray *figures)
{
    for (const xmlNode *c = cell->parent->children; c != cell; c = c->next)
        add_figure(c, figures);
}

static void add_column_of(const xmlNode *group, const xmlNode *end, int column, GArray *figures)
{
    for (const xmlNode *row = group->children; row != NULL && row != end; row = row->next) {
        for (const xmlNode *c = row->children; c != NULL; c = c->next) {
            if (is_cell(c) && column_of(c) == column)
                add_figure(c, figures);
        }
    }
}

/* A total that is the only row of its tbody sums up all of the table above it. */
static void add_column(const xmlNode *cell, GArray *figures)
{
    const xmlNode *row = cell->parent, *group = row->parent;
    int column = column_of(cell);
    guint before = figures->len;

    add_column_of(group, row, column, figures);
    if (figures->len > before)
        return;
    for (const xmlNode *g = group->parent->children; g != group; g = g->next) {
        if (bb_node_is(g, "tbody"))
            add_column_of(g, NULL, column, figures);
    }
}

/* --- reckoning --- */

typedef struct {
    bb_findings *findings;
    xmlNode *cell;
    const kind *kind;
    GArray *figures; /* figure */
    GArray *weights; /* double, as many as figures; empty when each counts the same */
    char *what;
} total;

static void read_weights(total *t)
{
    g_autofree char *typed = bb_node_attribute(t->cell, "weights");

    if (bb_text_is_blank(typed))
        return;
    g_autofree char *squeezed = bb_text_squeeze(typed);
    g_auto(GStrv) each = g_strsplit(squeezed, " ", -1);
    for (char **w = each; *w != NULL; w++) {
        double weight = g_ascii_strtod(*w, NULL);
        g_array_append_val(t->weights, weight);
    }
}

static double reckon(const total *t)
{
    double sum = 0, weights = 0;

    for (guint i = 0; i < t->figures->len; i++) {
        double weight = t->weights->len > 0 ? g_array_index(t->weights, double, i) : 1;
        sum += weight * g_array_index(t->figures, figure, i).value;
        weights += weight;
    }
    return t->kind->mean ? sum / weights : sum;
}

/* The form of the result: the units of the figures, the most decimals of any of them. */
static figure form_of(const total *t)
{
    figure form = g_array_index(t->figures, figure, 0);

    for (guint i = 1; i < t->figures->len; i++)
        form.decimals = MAX(form.decimals, g_array_index(t->figures, figure, i).decimals);
    return form;
}

/* How far rounding may have led the figures, taken together, from what they stand for. */
static double slack_of(const total *t, const figure *form)
{
    const bb_profile *profile = t->findings->profile;
    const bb_method *method = profile != NULL ? bb_method_find(profile->method) : NULL;
    bool exact = method != NULL && method->printed_means && t->kind->mean && t->weights->len == 0;

    if (exact || strcmp(form->after, "%") != 0)
        return 0;
    return 0.5 * pow(10, -form->decimals) * (t->kind->mean ? 1 : t->figures->len);
}

static void check(const total *t, const char *words, double value)
{
    figure typed = read_figure(words), form = form_of(t);
    g_autofree char *differs = bb_node_attribute(t->cell, "differs");
    bb_place place = bb_findings_place(t->cell);
    double slack = slack_of(t, &form), half = 0.5 * pow(10, -typed.decimals);
    bool agrees = slack > 0 ? fabs(value - typed.value) <= slack + half + 1e-9
                            : fabs(bb_number_round(value, typed.decimals) - typed.value) < 1e-9;

    agrees = agrees && typed.known;
    form.decimals = MAX(form.decimals, typed.decimals);
    g_autofree char *computed = print_figure(&form, value);
    if (agrees && !bb_text_is_blank(differs))
        bb_diag_report(t->findings->diag, BB_M_TOTAL_AGREES, place, words, t->what);
    else if (!agrees)
        bb_diag_report(t->findings->diag,
                       bb_text_is_blank(differs) ? BB_M_TOTAL_MISMATCH : BB_M_TOTAL_DIFFERS, place,
                       words, t->what, computed);
}

static void settle(const total *t)
{
    g_autofree char *words = bb_node_words(t->cell);
    bb_place place = bb_findings_place(t->cell);

    if (t->figures->len == 0) {
        bb_diag_report(t->findings->diag, BB_M_TOTAL_NONE, place, t->kind->mean ? "mean" : "sum");
        return;
    }
    if (t->weights->len > 0 && t->weights->len != t->figures->len) {
        g_autofree char *weights =
            g_strdup_printf("%u %s", t->weights->len, t->weights->len == 1 ? "weight" : "weights");
        bb_diag_report(t->findings->diag, BB_M_TOTAL_WEIGHTS, place, weights, t->what);
        return;
    }
    double value = reckon(t);
    if (words[0] != '\0') {
        check(t, words, value);
        return;
    }
    figure form = form_of(t);
    g_autofree char *print = print_figure(&form, value);
    xmlAddChild(t->cell, xmlNewDocText(t->cell->doc, BAD_CAST print));
}

bool bb_findings_is_total(const xmlNode *node)
{
    return bb_node_is(node, "td") && xmlHasProp(node, BAD_CAST "total") != NULL;
}

void bb_findings_settle_total(bb_findings *findings, xmlNode *cell)
{
    g_autofree char *typed = bb_node_attribute(cell, "total");
    total t = {.findings = findings, .cell = cell};

    for (size_t i = 0; i < G_N_ELEMENTS(KINDS); i++) {
        if (strcmp(typed, KINDS[i].total) == 0)
            t.kind = &KINDS[i];
    }
    /* A wrong kind, or a cell outside of any table, has been reported. */
    if (t.kind == NULL || !bb_node_is(cell->parent, "tr") ||
        !bb_node_is(cell->parent->parent, "tbody"))
        return;
    t.figures = g_array_new(FALSE, FALSE, sizeof(figure));
    t.weights = g_array_new(FALSE, FALSE, sizeof(double));
    (t.kind->column ? add_column : add_row)(cell, t.figures);
    read_weights(&t);
    g_autoptr(GString) what = g_string_new(t.kind->what);
    g_autofree char *count = t.figures->len == 1 ? g_strdup("one figure")
                                                 : g_strdup_printf("%u figures", t.figures->len);
    g_string_replace(what, "%s", count, 1);
    t.what = what->str;
    settle(&t);
    g_array_unref(t.figures);
    g_array_unref(t.weights);
}
