/* content_read.h - a content stream, operator by operator (ISO 32000-1 7.8.2).
 *
 * Reads CMaps too, which have the same tokens. Operands come as a flat list, in which arrays and
 * dictionaries are opened and closed; an inline image is one operator, BI, with its entries as
 * operands. What is no content stream is said once a place, and reading goes on behind it.
 *
 * Bounds: 100,000 operands of one operator, arrays and dictionaries nested 32 deep. */
#ifndef BB_ARCHIVE_CONTENT_READ_H
#define BB_ARCHIVE_CONTENT_READ_H

#include <glib.h>
#include <stdbool.h>

typedef enum {
    BB_TOKEN_END,
    BB_TOKEN_NUMBER,
    BB_TOKEN_NAME,
    BB_TOKEN_STRING,
    BB_TOKEN_ARRAY,
    BB_TOKEN_ARRAY_END,
    BB_TOKEN_DICTIONARY,
    BB_TOKEN_DICTIONARY_END,
    BB_TOKEN_OPERATOR, /* true, false and null too */
    BB_TOKEN_BAD,
} bb_token_kind;

typedef struct bb_token {
    bb_token_kind kind;
    bool integer; /* of a number: written without a point */
    double number;
    guint text, length; /* of a name, string or operator: where its bytes are; see below */
    gsize at;           /* where it stands in the stream */
} bb_token;

typedef struct bb_content {
    const unsigned char *data;
    gsize size, at;
    GString *bytes;      /* decoded names and strings of the current operands */
    GArray *operands;    /* bb_token */
    bb_token command;    /* the operator */
    const char *problem; /* of BB_CONTENT_BAD */
    gsize problem_at;
} bb_content;

typedef enum { BB_CONTENT_END, BB_CONTENT_OPERATOR, BB_CONTENT_BAD } bb_content_event;

/* data is lent. */
void bb_content_init(bb_content *content, const void *data, gsize size);
void bb_content_clear(bb_content *content);

/* The next operator with its operands, or what is wrong. */
bb_content_event bb_content_next(bb_content *content);

/* Bytes of a name, string or operator; lent until the next operator is read. */
const char *bb_content_text(const bb_content *content, const bb_token *token);

/* The operand, counted from 0; NULL when there are fewer tokens. */
const bb_token *bb_content_operand(const bb_content *content, guint index);

/* The value behind a key of the dictionary that operand index opens, or NULL. */
const bb_token *bb_content_entry(const bb_content *content, guint index, const char *key);

#endif
