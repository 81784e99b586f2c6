/* para_private.h - the flattened paragraph: text styles, items, break candidates, lines. */
#ifndef BB_LAYOUT_PARA_PRIVATE_H
#define BB_LAYOUT_PARA_PRIVATE_H

#include "layout/para.h"
#include "layout/para_align.h"

/* What text needs to know of its style, closed and with the font found. */
struct bb_text_style {
    int query; /* of the font */
    const bb_face *face;
    bb_length size;
    PangoLanguage *language;
    const char *hyphen_language; /* NULL: words are not divided */
    const char *hyphen;          /* what stands at the end of a line where a word is divided */
    int hyphen_before, hyphen_after;
    bb_length letter_spacing;
    bb_length word_spacing; /* what a space gets beyond its glyph and the letter before it */
    uint32_t color;
    bb_length ascent, descent, line_height;
    bool hidden;
};

/* What inlines add to the style of the text in them. */
typedef struct bb_inline_state {
    const bb_align *align;
    bb_length line_start, line_end; /* border and padding that lines broken here have as well */
    uint8_t decoration;
    uint32_t decoration_color;
} bb_inline_state;

typedef enum {
    BB_ITEM_TEXT,
    BB_ITEM_SPACE,  /* a word space: stretches, and may vanish at a line's end */
    BB_ITEM_NUMBER, /* a page number or citation: text that is known when it is placed */
    BB_ITEM_LEADER,
    BB_ITEM_GRAPHIC,
    BB_ITEM_OPEN, /* an inline begins, and has a width when it has a border or padding */
    BB_ITEM_CLOSE,
    BB_ITEM_NEWLINE,
    BB_ITEM_ANCHOR, /* an id, a footnote, a float, a marker */
} bb_item_kind;

typedef enum { BB_NO_BREAK, BB_MAY_BREAK, BB_MAY_HYPHENATE, BB_MUST_BREAK } bb_item_break;

typedef struct bb_item {
    uint8_t kind;           /* bb_item_kind */
    uint8_t break_after;    /* bb_item_break */
    uint8_t level;          /* bidi embedding */
    bool keeps;             /* a space that stays at a line's edge */
    bool whole;             /* lines may not break within it */
    bool continued;         /* OPEN: the inline began in an earlier paragraph */
    const bb_fo_node *node; /* the object whose content it is */
    const bb_text_style *style;
    const bb_inline_state *state;
    const bb_shape *shape; /* TEXT, SPACE, NUMBER */
    const char *source;    /* what the glyphs say when it is not the shape's own text */
    const bb_graphic *graphic;
    bb_para *content;                         /* of a leader with leader-pattern="use-content" */
    bb_length width, height, stretch, shrink; /* width as it stands in a natural line */
} bb_item;

/* A place where a line may end. Sums run from the paragraph's start. */
typedef struct bb_candidate {
    int item;        /* the line's last item */
    int byte;        /* > 0: the item is divided before this byte of its shape */
    bb_length end;   /* natural width up to here, hyphen included, spaces at the end not */
    bb_length start; /* natural width at which the next line begins */
    bb_length end_stretch, start_stretch, end_shrink, start_shrink;
    int penalty;
    bool hyphen, forced;
    bool divided; /* in a word that has no hyphen there */
    bool settled; /* start is known */
} bb_candidate;

typedef struct bb_line {
    int from, from_byte;        /* the first item, and where in its shape the line begins */
    int to, to_byte;            /* the last item; to_byte > 0: it ends there, with a hyphen */
    bool hyphen, last;          /* last: of the paragraph, or before a forced break */
    bb_length height, baseline; /* baseline from the line's top */
    bb_line_extent extent;
    bb_length indent;
    bb_length lead_in, lead_out; /* border and padding of inlines that the breaks around it cut */
} bb_line;

struct bb_para {
    bb_layout *layout;
    const bb_fo_node *block;
    GArray *items;         /* bb_item */
    GArray *notes;         /* bb_para_note */
    GArray *lines;         /* bb_line */
    int start, start_byte; /* the first item of the first line, and where in it: a rest of lines */
    bb_length width;       /* for which the lines are */
    bb_fo_keyword align, align_last;
    bool hyphenates;     /* some item may be divided */
    bool reorders;       /* some item runs from right to left */
    bool measured;       /* something was sized by its widths */
    int *enclosing;      /* by item: the OPEN around it, or -1; NULL until something is placed */
    const bb_page *page; /* for which it was made; NULL in the flow */
    int base_level;
};

/* A line may stand out by so much, which nobody sees: programs round the widths of letters to
 * thousandths of an em, each its own way, and text that just fits in one should in the other. */
static inline bb_length bb_para_hair(bb_length width)
{
    const bb_length parts = 1500;

    return width / parts;
}

/* The style of a node's text, computed once for each bb_fo_style. */
const bb_text_style *bb_text_style_of(bb_layout *layout, const bb_fo_node *node);

/* para_break.c: fills para->lines. */
void bb_para_choose_lines(bb_para *para, bb_length width, bb_length indent);

/* Width of a run of letters with its letter-spacing, that after the last one included. */
bb_length bb_item_text_width(const bb_text_style *style, const bb_shape *shape);

/* How much narrower an item may be: spaces give way where lines are justified. */
static inline bb_length bb_item_shrink(const bb_para *para, const bb_item *item)
{
    bool space = item->kind == BB_ITEM_SPACE;

    return space && para->align != BB_FO_K_JUSTIFY ? 0 : item->shrink;
}

/* Letter-spacing behind an item's last letter, which a line's end does without. */
static inline bb_length bb_item_trailing(const bb_item *item)
{
    bool letters = item->kind == BB_ITEM_TEXT || item->kind == BB_ITEM_NUMBER;

    return letters ? item->style->letter_spacing : 0;
}

/* The shape of the first (or the rest of the) bytes of an item, hyphen added when asked. */
const bb_shape *bb_item_part(bb_para *para, const bb_item *item, int from, int to, bool hyphen);

/* Shapes a page number or citation as it prints now. */
void bb_para_shape_number(bb_para *para, bb_item *item);

/* The text that a page number or citation prints now. */
const char *bb_item_number_text(bb_layout *layout, const bb_fo_node *node);

#endif
