/* isbn.c - ISO 2108: weighted sums modulo 11 (ten digits) and modulo 10 (thirteen). */
#include "findings/isbn.h"

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

enum { LONGEST = 13, SHORTEST = 10 };

/* The digits without what stands between them; how many, or 0 when something else is there. */
static size_t read_digits(const char *text, char digits[LONGEST])
{
    size_t count = 0;

    for (; *text != '\0'; text++) {
        if (*text == '-' || g_ascii_isspace(*text))
            continue;
        bool digit =
            g_ascii_isdigit(*text) || (count == SHORTEST - 1 && g_ascii_toupper(*text) == 'X');
        if (!digit || count == LONGEST)
            return 0;
        digits[count++] = g_ascii_toupper(*text);
    }
    return count;
}

static char check_digit_of_ten(const char *digits)
{
    int sum = 0;

    for (int i = 0; i < SHORTEST - 1; i++)
        sum += (SHORTEST - i) * (digits[i] - '0');
    int rest = (11 - sum % 11) % 11;
    return rest == 10 ? 'X' : (char)('0' + rest);
}

static char check_digit_of_thirteen(const char *digits)
{
    int sum = 0;

    for (int i = 0; i < LONGEST - 1; i++)
        sum += (i % 2 == 0 ? 1 : 3) * (digits[i] - '0');
    return (char)('0' + (10 - sum % 10) % 10);
}

bb_isbn_verdict bb_isbn_check(const char *text, char *wanted)
{
    char digits[LONGEST];
    size_t count = read_digits(text, digits);

    if (count != SHORTEST && count != LONGEST)
        return BB_ISBN_NO_ISBN;
    if (count == LONGEST && digits[SHORTEST - 1] == 'X')
        return BB_ISBN_NO_ISBN;
    *wanted = count == SHORTEST ? check_digit_of_ten(digits) : check_digit_of_thirteen(digits);
    return digits[count - 1] == *wanted ? BB_ISBN_GOOD : BB_ISBN_WRONG_DIGIT;
}
