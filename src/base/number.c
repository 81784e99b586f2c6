/* number.c - rounding and printing; see number.h for the rules. */
#include "base/number.h"

#include <glib.h>
#include <locale.h>
#include <math.h>
#include <string.h>

static const double HALF_TOLERANCE = 1e-9;

double bb_number_round(double value, int decimals)
{
    double scale = pow(10.0, decimals);

    return floor(value * scale + 0.5 + HALF_TOLERANCE) / scale;
}

char *bb_number_print(double value, int decimals)
{
    char digits[64];
    GString *out = g_string_new(NULL);
    double rounded = bb_number_round(value, decimals);

    if (rounded < 0)
        g_string_append_c(out, '-');
    double whole = floor(fabs(rounded));
    g_snprintf(digits, sizeof digits, "%.0f", whole);
    size_t count = strlen(digits);
    for (size_t i = 0; i < count; i++) {
        if (i > 0 && (count - i) % 3 == 0)
            g_string_append_c(out, ',');
        g_string_append_c(out, digits[i]);
    }
    if (decimals > 0) {
        /* By hand, so that no locale can put a comma here. */
        long fraction = lround((fabs(rounded) - whole) * pow(10.0, decimals));
        g_string_append_printf(out, ".%0*ld", decimals, fraction);
    }
    return g_string_free(out, FALSE);
}

static const char *const SMALL[] = {
    "nought",   "one",     "two",     "three",     "four",     "five",     "six",
    "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
};
static const char *const TENS[] = {
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
};

static void spell_below_hundred(GString *out, long value)
{
    if (value < 20) {
        g_string_append(out, SMALL[value]);
        return;
    }
    g_string_append(out, TENS[value / 10]);
    if (value % 10 != 0)
        g_string_append_printf(out, "-%s", SMALL[value % 10]);
}

char *bb_number_spell(long value)
{
    if (value < 0 || value > 999)
        return bb_number_print((double)value, 0);

    GString *out = g_string_new(NULL);
    if (value >= 100) {
        g_string_append_printf(out, "%s hundred", SMALL[value / 100]);
        if (value % 100 != 0)
            g_string_append(out, " and ");
    }
    if (value < 100 || value % 100 != 0)
        spell_below_hundred(out, value % 100);
    return g_string_free(out, FALSE);
}

char *bb_number_print_words(long value)
{
    const long last_word = 10;

    if (value >= 1 && value <= last_word)
        return bb_number_spell(value);
    return bb_number_print((double)value, 0);
}

bool bb_number_percent_attainable(double percent, int decimals, long base)
{
    if (base <= 0)
        return false;

    double nearest = percent * (double)base / 100.0;
    for (long k = (long)floor(nearest) - 1; k <= (long)ceil(nearest) + 1; k++) {
        if (k < 0 || k > base)
            continue;
        double share = 100.0 * (double)k / (double)base;
        if (fabs(bb_number_round(share, decimals) - percent) < HALF_TOLERANCE)
            return true;
    }
    return false;
}
