/* findings_value.c - fills in the numbers of the prose, and checks proportions in words.
 *
 * What can be printed is a table: the kind of element that is named, the as="…" that it allows, and
 * where the number comes from. */
#include "findings/findings_private.h"
#include "findings/quantifier.h"

#include "base/number.h"
#include "base/text.h"

#include <string.h>

typedef enum { PERCENT, COUNT, TEXT } form;

/* Cells in a chain, and bytes of the figure that a cell holds. */
enum { MOST_CELLS = 50, MOST_FIGURE = 200 };

typedef struct {
    double number; /* of a percentage: unrounded */
    long left_out; /* cases that a percentage doesn't mean; -1 when unknown */
    char *text;    /* of TEXT, for g_free */
} figure;

/* What came of looking for it. */
typedef enum { FOUND, NOTHING_THERE, FAULTY } outcome;

typedef struct {
    bb_findings *findings;
    GHashTable *open; /* table cells that are being filled: a loop comes back to one */
    GHashTable *done; /* value elements and tables that have been seen to, filled or not */
} filler;

typedef struct value_row {
    const char *element, *as;
    form form;
    bool rest; /* the cases that are not meant */
    outcome (*find)(filler *f, const struct value_row *row, xmlNode *named, figure *found);
} value_row;

/* --- where the numbers come from --- */

static outcome find_score(filler *f, const value_row *row G_GNUC_UNUSED, xmlNode *named,
                          figure *found)
{
    const xmlNode *score = bb_node_child(named, "score");
    xmlChar *print =
        score != NULL ? xmlGetNsProp(score, BAD_CAST "print", BAD_CAST BB_SCORED_NS) : NULL;

    if (print == NULL)
        return score != NULL || f->findings->profile == NULL ? FAULTY : NOTHING_THERE;
    xmlChar *value = xmlGetNsProp(score, BAD_CAST "value", BAD_CAST BB_SCORED_NS);
    bool differs = xmlHasProp(score, BAD_CAST "differs") != NULL;
    found->text = g_strdup((const char *)print);
    /* Where another figure than the computed one is printed, words must agree with that. */
    found->number = g_ascii_strtod((const char *)(value != NULL && !differs ? value : print), NULL);
    found->left_out = -1;
    xmlFree(value);
    xmlFree(print);
    return FOUND;
}

/* A part of the cases as a count or a percentage. The rest is reckoned from its own cases: 76.5%
 * and 23.5% are printed as 77% and 24%, each true by itself. */
static outcome find_part(const value_row *row, long meant, long base, figure *found)
{
    long part = row->rest ? base - meant : meant;

    found->number = (double)part;
    if (row->form != PERCENT)
        return FOUND;
    if (base == 0)
        return NOTHING_THERE;
    found->number = 100.0 * (double)part / (double)base;
    found->left_out = base - part;
    return FOUND;
}

static outcome find_answers(filler *f, const value_row *row, xmlNode *named, figure *found)
{
    const bb_question *q = g_hash_table_lookup(f->findings->data->questions, named);

    return q != NULL && q->usable ? find_part(row, q->above, q->relevant, found) : FAULTY;
}

static outcome find_base(filler *f, const value_row *row, xmlNode *named, figure *found)
{
    const bb_question *q = g_hash_table_lookup(f->findings->data->questions, named);

    return q != NULL && q->usable ? find_part(row, q->relevant, q->relevant, found) : FAULTY;
}

static outcome find_count(filler *f, const value_row *row, xmlNode *named, figure *found)
{
    const bb_count *count = g_hash_table_lookup(f->findings->data->counts, named);

    return count != NULL && count->usable ? find_part(row, count->count, count->base, found)
                                          : FAULTY;
}

static outcome find_rows(filler *f, const value_row *row, xmlNode *named, figure *found)
{
    const bb_dataset *dataset = g_hash_table_lookup(f->findings->data->datasets, named);

    if (dataset == NULL || dataset->csv == NULL)
        return FAULTY;
    long rows = (long)bb_csv_rows(dataset->csv);
    return find_part(row, rows, rows, found);
}

static void fill_below(filler *f, xmlNode *root);

/* Its values, and then its sums and means: each of them stands behind what it is made of. */
static void fill_table(filler *f, xmlNode *table)
{
    if (!g_hash_table_add(f->done, table))
        return;
    fill_below(f, table);
    for (xmlNode *node = table; node != NULL; node = bb_node_next(table, node)) {
        if (bb_findings_is_total(node))
            bb_findings_settle_total(f->findings, node);
    }
}

/* The first score of an inspection that is followed up, or how far the new one is from it. */
static outcome find_earlier(filler *f G_GNUC_UNUSED, const value_row *row, xmlNode *named,
                            figure *found)
{
    const xmlNode *score = bb_node_child(named, "score");
    xmlChar *print =
        score != NULL ? xmlGetNsProp(score, BAD_CAST row->as, BAD_CAST BB_SCORED_NS) : NULL;

    if (print == NULL)
        return NOTHING_THERE;
    /* In prose the direction is said in words. */
    const char *sign = strpbrk((const char *)print, "0123456789");
    found->text = g_strdup(sign != NULL ? sign : (const char *)print);
    found->number = g_ascii_strtod(found->text, NULL);
    found->left_out = -1;
    xmlFree(print);
    return FOUND;
}

static outcome find_cell(filler *f, const value_row *row G_GNUC_UNUSED, xmlNode *cell,
                         figure *found)
{
    /* Cells may print each other, but neither in a circle nor without measure. */
    if (g_hash_table_size(f->open) >= MOST_CELLS || !g_hash_table_add(f->open, cell))
        return NOTHING_THERE;
    if (bb_findings_is_total(cell) && bb_node_is(cell->parent->parent->parent, "table"))
        fill_table(f, cell->parent->parent->parent);
    else
        fill_below(f, cell);
    g_hash_table_remove(f->open, cell);
    found->text = bb_node_words(cell);
    size_t length = strlen(found->text);
    /* The asterisk belongs to the table's note, not to the figure. */
    while (length > 0 && (found->text[length - 1] == '*' || found->text[length - 1] == ' '))
        found->text[--length] = '\0';
    found->number = g_ascii_strtod(found->text, NULL);
    found->left_out = -1;
    return length > 0 && length <= MOST_FIGURE ? FOUND : NOTHING_THERE;
}

/* The first row of an element is what it prints when as="…" is not given. */
static const value_row ROWS[] = {
    {"criterion", "percent", TEXT, false, find_score},
    {"criterion", "previous", TEXT, false, find_earlier},
    {"criterion", "change", TEXT, false, find_earlier},
    {"chapter", "percent", TEXT, false, find_score},
    {"chapter", "previous", TEXT, false, find_earlier},
    {"chapter", "change", TEXT, false, find_earlier},
    {"thread", "percent", TEXT, false, find_score},
    {"question", "percent", PERCENT, false, find_answers},
    {"question", "percent-not", PERCENT, true, find_answers},
    {"question", "count", COUNT, false, find_answers},
    {"question", "count-not", COUNT, true, find_answers},
    {"question", "base", COUNT, false, find_base},
    {"count", "count", COUNT, false, find_count},
    {"count", "percent", PERCENT, false, find_count},
    {"dataset", "count", COUNT, false, find_rows},
    {"td", NULL, TEXT, false, find_cell},
};

static const value_row *find_row(const char *element, const char *as)
{
    for (size_t i = 0; i < G_N_ELEMENTS(ROWS); i++) {
        if (strcmp(ROWS[i].element, element) == 0 && (as == NULL || g_strcmp0(as, ROWS[i].as) == 0))
            return &ROWS[i];
    }
    return NULL;
}

/* --- printing --- */

static char *print_sentence(long count)
{
    char *spelt = bb_number_spell(count);

    spelt[0] = g_ascii_toupper(spelt[0]);
    return spelt;
}

static char *print_figures(long count)
{
    return bb_number_print((double)count, 0);
}

static const struct {
    const char *style;
    char *(*print)(long count);
} STYLES[] = {
    {"prose", bb_number_print_words},
    {"figures", print_figures},
    {"words", bb_number_spell},
    {"sentence", print_sentence},
};

static char *print_count(const xmlNode *value, long count)
{
    g_autofree char *style = bb_node_attribute(value, "style");

    for (size_t i = 0; i < G_N_ELEMENTS(STYLES); i++) {
        if (g_strcmp0(style, STYLES[i].style) == 0)
            return STYLES[i].print(count);
    }
    return bb_number_print_words(count);
}

static char *print_figure(const filler *f, const xmlNode *value, form shape, const figure *found)
{
    if (shape == TEXT)
        return g_strdup(found->text);
    if (shape == COUNT)
        return print_count(value, (long)found->number);
    g_autofree char *style = bb_node_attribute(value, "style");
    g_autofree char *number = bb_number_print(found->number, f->findings->profile->decimals);
    return g_strconcat(number, g_strcmp0(style, "bare") == 0 ? "" : "%", NULL);
}

/* --- value --- */

/* The element that of="…" names; a broken one has been reported. */
static xmlNode *named_by(const filler *f, const xmlNode *node)
{
    g_autofree char *id = bb_node_attribute(node, "of");
    xmlNode *named = id != NULL ? bb_findings_element(f->findings, id) : NULL;

    return named != NULL && bb_node_is(named, (const char *)named->name) ? named : NULL;
}

/* The row for what the node wants of what it names, or NULL with the fault reported. */
static const value_row *row_for(const filler *f, const xmlNode *node, const xmlNode *named)
{
    g_autofree char *as = bb_node_attribute(node, "as");
    const char *kind = (const char *)named->name;
    const value_row *row = find_row(kind, as);

    /* A kind without any row has been reported as the wrong kind of reference. */
    if (row == NULL && find_row(kind, NULL) != NULL) {
        g_autofree char *quoted = bb_text_clip(as, 40);
        bb_diag_report(f->findings->diag, BB_M_VALUE_AS, bb_findings_place(node), quoted, kind);
    }
    return row;
}

static void report_nothing(const filler *f, const xmlNode *node)
{
    g_autofree char *id = bb_node_attribute(node, "of");
    g_autofree char *quoted = bb_text_clip(id, 40);

    bb_diag_report(f->findings->diag, BB_M_VALUE_NONE, bb_findings_place(node), quoted);
}

static void fill_value(filler *f, xmlNode *value)
{
    /* Words that were typed into it have been reported; they stay. */
    if (!g_hash_table_add(f->done, value) || value->children != NULL)
        return;
    xmlNode *named = named_by(f, value);
    const value_row *row = named != NULL ? row_for(f, value, named) : NULL;
    figure found = {0};
    if (row == NULL)
        return;
    outcome came = row->find(f, row, named, &found);
    if (came == NOTHING_THERE)
        report_nothing(f, value);
    if (came == FOUND) {
        g_autofree char *text = print_figure(f, value, row->form, &found);
        xmlAddChild(value, xmlNewDocText(value->doc, BAD_CAST text));
    }
    g_free(found.text);
}

/* --- quantifier --- */

static void check_quantifier(filler *f, const xmlNode *node)
{
    xmlNode *named = named_by(f, node);
    const value_row *row = named != NULL ? row_for(f, node, named) : NULL;
    figure found = {0};

    /* A count by itself is no proportion; of all rows it is one. */
    if (row != NULL && row->form == COUNT)
        row = find_row(row->element, "percent");
    if (row == NULL)
        return;
    outcome came = row->find(f, row, named, &found);
    g_autofree char *text = found.text;
    bool percent = row->form == PERCENT || (text != NULL && g_str_has_suffix(text, "%"));
    if (came == NOTHING_THERE || (came == FOUND && !percent))
        report_nothing(f, node);
    if (came != FOUND || !percent)
        return;

    bb_quantifier quantifier;
    g_autofree char *phrase = bb_node_words(node);
    g_autofree char *quoted = bb_text_clip(phrase, 40);
    bb_place place = bb_findings_place(node);
    bool known = bb_quantifier_read(phrase, &quantifier);
    if (!known) {
        bb_diag_report(f->findings->diag, BB_M_QUANTIFIER_UNKNOWN, place, quoted);
    } else if (!bb_quantifier_holds(&quantifier, found.number, found.left_out)) {
        g_autofree char *claim = bb_quantifier_describe(&quantifier);
        g_autofree char *number = bb_number_print(found.number, 1);
        bb_diag_report(f->findings->diag, BB_M_QUANTIFIER_WRONG, place, quoted, claim, number);
    }
}

/* --- all of them --- */

static void fill_below(filler *f, xmlNode *root)
{
    for (xmlNode *node = root; node != NULL; node = bb_node_next(root, node)) {
        if (bb_node_is(node, "value"))
            fill_value(f, node);
    }
}

void bb_findings_fill_values(bb_findings *findings)
{
    xmlNode *root = xmlDocGetRootElement(findings->doc);
    filler f = {findings, g_hash_table_new(NULL, NULL), g_hash_table_new(NULL, NULL)};

    if (findings->profile != NULL) {
        fill_below(&f, root);
        for (xmlNode *node = root; node != NULL; node = bb_node_next(root, node)) {
            if (bb_node_is(node, "table"))
                fill_table(&f, node);
        }
        for (xmlNode *node = root; node != NULL; node = bb_node_next(root, node)) {
            if (bb_node_is(node, "quantifier"))
                check_quantifier(&f, node);
        }
    }
    g_hash_table_unref(f.open);
    g_hash_table_unref(f.done);
}
