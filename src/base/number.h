/* number.h - numbers as a report prints them.
 *
 * Scores stay unrounded doubles until they are printed, and are then rounded half up. A value that
 * misses a half by less than one part in 10^9 is that half: shares of whole cases summed in binary
 * may fall short of it by some 1e-15, and no two different shares of real samples lie so close. */
#ifndef BB_BASE_NUMBER_H
#define BB_BASE_NUMBER_H

#include <stdbool.h>

/* Rounds half up (60.5 to 61, -60.5 to -60) to decimals places, 0 to 6. */
double bb_number_round(double value, int decimals);

/* The value rounded half up, with a comma above 999 ("4,098") and always a leading zero ("0.5").
 * Gives a string for g_free. */
char *bb_number_print(double value, int decimals);

/* A count as prose has it: "one" to "ten" in words, figures above ("11"), by the publications'
 * own custom. Gives a string for g_free. */
char *bb_number_print_words(long value);

/* A count in words whatever its size, up to 999 ("thirty-one"); figures beyond. For the start of a
 * sentence. Gives a string for g_free. */
char *bb_number_spell(long value);

/* Whether some whole number of cases out of base prints as this percentage. */
bool bb_number_percent_attainable(double percent, int decimals, long base);

#endif
