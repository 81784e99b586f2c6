/* chart.h - a chart's description in, one SVG out.
 *
 * The caller fills a bb_chart with what to show and keeps it; every string is lent. What comes out
 * is a standalone SVG with real text, no style sheet, no script and no reference to anything: HTML
 * carries it inline, the PDF draws the very same one. Equal descriptions give equal bytes on every
 * machine: no font is asked, text is measured with a table of the widest common sans-serif faces,
 * so that nothing overlaps whichever of them a reader has.
 *
 * Never here: XML, scores, page layout, and any figure that was not handed in. */
#ifndef BB_CHART_CHART_H
#define BB_CHART_CHART_H

#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>

typedef enum {
    BB_CHART_BAR,          /* horizontal bars */
    BB_CHART_GROUPED,      /* the same, one for each series side by side */
    BB_CHART_STACKED,      /* bars of one length, divided by the series; figures as they are */
    BB_CHART_COLUMN,       /* upright bars, side by side for each series */
    BB_CHART_LINE,         /* a line for each series, over the bars as points in order */
    BB_CHART_ORGANISATION, /* bars as posts, each below the nearest before it of less depth */
    BB_CHART_KIND_COUNT
} bb_chart_kind;

/* The words that drawing and describing need. A language gives its own in bb_chart.words. */
typedef enum {
#define BB_CHART_WORD(id, name, english) id,
#include "chart/chart_words.def"
#undef BB_CHART_WORD
    BB_CHART_WORD_COUNT
} bb_chart_word;

/* One number and how the report prints it. NAN is a figure that is not there. */
typedef struct bb_chart_figure {
    double value;
    const char *print; /* NULL: the value, to two decimals at most, and the unit */
} bb_chart_figure;

/* One row of the chart's data. */
typedef struct bb_chart_bar {
    const char *number;             /* "2.4", set in a column of its own; or NULL */
    const char *label;              /* NULL: the group's heading labels the bar */
    const char *group;              /* neighbours with an equal heading are a group; or NULL */
    bool total;                     /* stands for its whole group */
    unsigned depth;                 /* of a post: 0 for one that reports to nobody */
    const bb_chart_figure *figures; /* one for each series; NULL: none is there */
    bb_place place;                 /* where the writer gave it */
    const char *detail;             /* of a post: a second line below its name; or NULL */
} bb_chart_bar;

typedef struct bb_chart {
    bb_chart_kind kind;
    const char *id;          /* begins every id in the SVG: unique on the page */
    const char *title;       /* what the chart is called; its accessible name */
    const char *subtitle;    /* what is measured, of what and when; or NULL */
    const char *description; /* the alternative text; NULL: bb_chart_describe drafts it */
    bool show_title;         /* title and subtitle are drawn too: no caption will print them */

    const bb_chart_bar *bars;
    size_t bar_count;
    const char *const *series; /* what each figure of a bar is: the words of the legend */
    size_t series_count;       /* 0 counts as one series without a name */
    const char *total_name;    /* the legend's words for totals; or NULL */

    const char *unit;        /* follows each number that is printed here: "%"; or NULL */
    double minimum, maximum; /* ends of the scale; equal: round figures that hold all bars. Zero is
                              * always on it */
    double width;            /* in points; 0: BB_CHART_WIDTH. Below BB_CHART_NARROW labels stand
                              * above their bars */

    const char *const *words; /* BB_CHART_WORD_COUNT of them; NULL, or one that is NULL: English */
    bb_place place;
} bb_chart;

#define BB_CHART_WIDTH 467.72  /* 165 mm, the text width of an A4 page */
#define BB_CHART_NARROW 320.0  /* below, the labels have no column of their own */
#define BB_CHART_PHONE 216.0   /* 288 CSS pixels: a page of 320 less its margins */
#define BB_CHART_TALLEST 650.0 /* what stands on an A4 page with a caption; reported beyond */
#define BB_CHART_SERIES_MOST 4 /* more colours than these are not told apart; reported beyond */

/* The drawing, as a string for g_free. What the reader would miss (no figure, a figure beyond the
 * scale, a label cut off, a chart taller than a page) goes to diag, which may be NULL. */
char *bb_chart_draw(const bb_chart *chart, bb_diag *diag);

/* Alternative text drafted from the data: what is shown, the highest, the lowest, the totals.
 * Gives a string for g_free. */
char *bb_chart_describe(const bb_chart *chart);

/* The kind that reports call by this name ("bar"), or BB_CHART_KIND_COUNT. */
bb_chart_kind bb_chart_find_kind(const char *name);

/* The name under which a catalogue of another language has this word. */
const char *bb_chart_word_name(bb_chart_word word);

#endif
