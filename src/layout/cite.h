/* cite.h - lines that cite page numbers, set again when the numbers are known.
 *
 * The first pass guesses numbers that it does not know yet. Most guesses are good enough: the lines
 * end where they did, and only what is printed differs. Then the lines are set again where they
 * stand, and no second pass is needed. The paragraphs must live until then. */
#ifndef BB_LAYOUT_CITE_H
#define BB_LAYOUT_CITE_H

#include "layout/para.h"

typedef struct bb_cites bb_cites;

bb_cites *bb_cites_new(void);
void bb_cites_free(bb_cites *cites); /* accepts NULL */
void bb_cites_clear(bb_cites *cites);
unsigned bb_cites_count(const bb_cites *cites);

/* Remembers a placed line, if it cites a page number. */
void bb_cites_note(bb_cites *cites, bb_para *para, int line, bb_area *area);

/* Prints the numbers that are known now. False when some paragraph would get other lines than it
 * has, or may: then everything has to be laid out again. */
bool bb_cites_settle(bb_cites *cites, bb_layout *layout);

#endif
