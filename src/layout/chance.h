/* chance.h - where a line may end (UAX 14).
 *
 * Pango knows, and takes longer to say so than it takes to shape the text. Between plain words,
 * which are most of a report, the answer is always the same: only words with more in them than
 * letters and digits are shown to Pango, each with a plain word on either side. The answers are
 * Pango's in either case. */
#ifndef BB_LAYOUT_CHANCE_H
#define BB_LAYOUT_CHANCE_H

#include <stdint.h>

/* Sets may[i], for each byte i of text from 0 to length, to whether a line may begin there. may has
 * room for length + 1. */
void bb_chances_find(const char *text, int length, uint8_t *may);

#endif
