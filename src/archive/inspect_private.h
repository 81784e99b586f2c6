/* inspect_private.h - what the parts of the inspection share: the file as values, its pages, its
 * structure tree, who owns which marked content, and the fonts with the codes that were shown.
 *
 * Each part is one function over the inspection, called by inspect.c in the order in which they
 * stand here; later ones use what earlier ones filled in. Everything belongs to the inspection. */
#ifndef BB_ARCHIVE_INSPECT_PRIVATE_H
#define BB_ARCHIVE_INSPECT_PRIVATE_H

#include "archive/cos.h"
#include "base/arena.h"
#include "base/diag.h"

enum {
    BB_MOST_FINDINGS = 1000,
    BB_MOST_TREE_DEPTH = 200,     /* of structure, pages, outline, name and number trees */
    BB_MOST_FORM_DEPTH = 16,      /* forms, patterns and glyphs within one another */
    BB_MOST_OPERATORS = 20000000, /* in all content streams */
    BB_MOST_FONTS = 1024,
    BB_MOST_CELLS = 4000000, /* of one table's grid, spans counted out */
};

typedef struct bb_element bb_element;

typedef struct bb_page {
    const bb_cos *dictionary;
    int number; /* from 1 */
} bb_page;

/* A marked-content sequence that the structure tree claims. */
typedef struct bb_leaf {
    const bb_element *element;
    gint64 mcid;
    int page;
    bool seen; /* in the content */
} bb_leaf;

/* A page or a form: content whose marked-content numbers count for themselves. */
typedef struct bb_owner {
    const bb_cos *content;
    int page;           /* 0: unknown */
    GHashTable *leaves; /* gint64 * to bb_leaf * */
} bb_owner;

typedef enum { BB_KID_ELEMENT, BB_KID_LEAF, BB_KID_OBJECT } bb_kid_kind;

typedef struct bb_kid {
    bb_kid_kind kind;
    const bb_element *element;
    const bb_cos *object; /* the annotation of an object reference */
    const bb_leaf *leaf;  /* NULL: what it claims can't be told, or another kid has it */
} bb_kid;

struct bb_element {
    const bb_cos *dictionary;
    const bb_element *parent; /* NULL: a child of the root */
    const char *type;         /* as written, never NULL */
    const char *role;         /* the standard type; "" when there is none */
    int page;                 /* 0: unknown */
    GArray *kids;             /* bb_kid */
};

typedef struct bb_inspected_font bb_inspected_font;
typedef struct bb_reading bb_reading;

typedef struct bb_inspection {
    bb_cos_file *file;
    GBytes *bytes;
    bb_diag *diag;
    bb_place place;
    int findings;
    bb_arena *arena;
    const bb_cos *trailer, *catalog;
    int part;               /* of ISO 19005; 2 unless the metadata say 3 */
    int intent_components;  /* of the output intent's profile; 0: none */
    GPtrArray *pages;       /* bb_page */
    GHashTable *page_of;    /* page dictionary to bb_page */
    GPtrArray *elements;    /* bb_element, in order of reading */
    GHashTable *element_of; /* dictionary to bb_element */
    GPtrArray *owners;      /* bb_owner */
    GHashTable *owner_of;   /* page dictionary or form to bb_owner */
    GPtrArray *fonts;       /* bb_inspected_font */
    GHashTable *font_of;    /* dictionary to bb_inspected_font */
    GHashTable *shown;   /* form, pattern or glyph to how it was run through: 1 bare, 2 covered */
    GHashTable *checked; /* colour spaces, pictures, states that were looked at */
    GHashTable *destinations; /* the names of Names/Dests to their values; NULL until asked for */
    int running;              /* content streams within one another at this moment */
    gint64 operators;         /* work done so far; see BB_MOST_OPERATORS */
    bb_reading *reading;      /* what is said, when that is asked for; else NULL */
} bb_inspection;

/* Opens the file as an inspection that has yet to run its parts. False with error set when the
 * bytes can't be read, and nothing is to be closed. */
bool bb_inspection_open(bb_inspection *in, GBytes *pdf, const char *name, GError **error);
void bb_inspection_close(bb_inspection *in);

/* --- reporting --- */

/* where goes into {1}; the strings behind it into {2} and on. */
void bb_inspect_report_args(bb_inspection *in, bb_message_id id, const char *where,
                            ...) G_GNUC_NULL_TERMINATED;
#define bb_inspect_report(in, id, ...) bb_inspect_report_args((in), (id), __VA_ARGS__, NULL)

/* "page 3: ", "page 3, Document/Sect[2]/P: ", "object 12: "; "" when nothing is known. Lent. */
const char *bb_inspect_at_page(bb_inspection *in, int page);
const char *bb_inspect_at_element(bb_inspection *in, const bb_element *element);
const char *bb_inspect_at_object(bb_inspection *in, const bb_cos *object);
const char *bb_inspect_at_page_object(bb_inspection *in, int page, const bb_cos *object);

/* Formats into the inspection's arena. */
const char *bb_inspect_format(bb_inspection *in, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* --- the parts, in their order --- */

void bb_inspect_file(bb_inspection *in);
void bb_inspect_limits(bb_inspection *in);
void bb_inspect_pages(bb_inspection *in);    /* fills pages */
void bb_inspect_metadata(bb_inspection *in); /* fills part */
void bb_inspect_intent(bb_inspection *in);   /* fills intent_components */
void bb_inspect_catalog(bb_inspection *in);
void bb_inspect_structure(bb_inspection *in); /* fills elements and owners */
void bb_inspect_nesting(bb_inspection *in);
void bb_inspect_headings(bb_inspection *in);
void bb_inspect_alternatives(bb_inspection *in);
void bb_inspect_tables(bb_inspection *in);
void bb_inspect_content(bb_inspection *in); /* marks leaves as seen, fills fonts */
void bb_inspect_parent_tree(bb_inspection *in);
void bb_inspect_annotations(bb_inspection *in);
void bb_inspect_navigation(bb_inspection *in);
void bb_inspect_attachments(bb_inspection *in);
void bb_inspect_fonts(bb_inspection *in);

/* --- what they share --- */

bool bb_inspect_is_language(const char *tag); /* well-formed by BCP 47; "" is not */

bb_owner *bb_inspect_owner(bb_inspection *in, const bb_cos *content, int page);
bb_leaf *bb_inspect_leaf(const bb_owner *owner, gint64 mcid); /* NULL: none */

/* Walks a number tree or name tree (key "Nums" or "Names"): calls visit with each key and value. */
typedef void bb_inspect_visit(bb_inspection *in, const bb_cos *key, const bb_cos *value,
                              void *data);
void bb_inspect_tree(bb_inspection *in, const bb_cos *root, const char *key,
                     bb_inspect_visit *visit, void *data);

/* Calls visit with every dictionary and stream dictionary, and the object that it stands in; with
 * visit NULL, checks the sizes of all values. */
typedef void bb_inspect_dictionary(bb_inspection *in, const bb_cos *object,
                                   const bb_cos *dictionary);
void bb_inspect_each_dictionary(bb_inspection *in, bb_inspect_dictionary *visit);

/* Whether a destination leads to a page of the file: an array, or a name that leads to one. */
bool bb_inspect_destination(bb_inspection *in, const bb_cos *destination);

/* Whether an attribute object of this owner ("Table", "Layout") gives the key; its value, or NULL.
 */
const bb_cos *bb_inspect_attribute(const bb_inspection *in, const bb_element *element,
                                   const char *owner, const char *key);

/* A colour space or picture used on a page; what is wrong with it is reported once. */
void bb_inspect_colour_space(bb_inspection *in, int page, const bb_cos *space,
                             const bb_cos *resources);
void bb_inspect_image(bb_inspection *in, int page, const bb_cos *image, const bb_cos *resources);
void bb_inspect_graphics_state(bb_inspection *in, int page, const bb_cos *state);
void bb_inspect_group(bb_inspection *in, int page, const bb_cos *holder);

/* Content that stands for itself, a glyph's or an annotation's: its fonts and colours only. */
void bb_inspect_hidden_content(bb_inspection *in, int page, const bb_cos *stream,
                               const bb_cos *resources);

/* The font of a dictionary, made when it is new. The codes that are shown are gathered: told says
 * that an ActualText stands for them, visible that they paint. */
bb_inspected_font *bb_inspect_font(bb_inspection *in, int page, const bb_cos *dictionary);
void bb_inspect_font_show(bb_inspected_font *font, const char *bytes, gsize length, bool told,
                          bool visible);

/* --- reading aloud: only while reading is set (inspect_read.c) --- */

/* A leaf says these words next, or what these codes of a font mean; lang is the language that its
 * marks give, NULL: the element's. */
void bb_reading_say(bb_inspection *in, const bb_leaf *leaf, const char *lang, const char *words);
void bb_reading_show(bb_inspection *in, const bb_leaf *leaf, const char *lang,
                     bb_inspected_font *font, const char *bytes, gsize length);

/* The tag, for bb_reading_say and bb_reading_show. */
const char *bb_reading_take_language(bb_inspection *in, char *tag);

/* A code of a font means these characters. */
void bb_reading_mean(bb_inspection *in, const bb_inspected_font *font, int code,
                     const char *characters);

#endif
