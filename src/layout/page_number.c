/* page_number.c - decimal, roman and alphabetic page numbers. */
#include "layout/page_number.h"

#include <glib.h>
#include <stdbool.h>
#include <string.h>

static char *roman(int number, bool upper)
{
    static const struct {
        int value;
        const char *letters;
    } STEPS[] = {
        {1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"},
        {40, "xl"},  {10, "x"},   {9, "ix"},  {5, "v"},    {4, "iv"},  {1, "i"},
    };
    GString *out = g_string_new(NULL);
    const int most = 3999;

    if (number < 1 || number > most) {
        g_string_printf(out, "%d", number);
        return g_string_free(out, FALSE);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(STEPS); i++) {
        for (; number >= STEPS[i].value; number -= STEPS[i].value)
            g_string_append(out, STEPS[i].letters);
    }
    char *lower = g_string_free(out, FALSE);
    if (!upper)
        return lower;
    char *text = g_ascii_strup(lower, -1);
    g_free(lower);
    return text;
}

/* a … z, aa … zz, as the columns of a table sheet are named. */
static char *letters(int number, char first)
{
    char buffer[16];
    int at = (int)sizeof buffer;

    buffer[--at] = '\0';
    while (number > 0 && at > 0) {
        number--;
        buffer[--at] = (char)(first + number % 26);
        number /= 26;
    }
    return g_strdup(buffer + at);
}

static char *print_token(int number, const char *token, size_t length)
{
    char last = token[length - 1];

    if (last == 'i' || last == 'I')
        return roman(number, last == 'I');
    if ((last == 'a' || last == 'A') && number > 0)
        return letters(number, last);
    return g_strdup_printf("%0*d", (int)length, number);
}

char *bb_page_number_print(int number, const char *format)
{
    size_t before = 0;

    while (format[before] != '\0' && !g_ascii_isalnum(format[before]))
        before++;
    size_t length = 0;
    while (g_ascii_isalnum(format[before + length]))
        length++;
    if (length == 0)
        return g_strdup_printf("%d", number);
    g_autofree char *token = print_token(number, format + before, length);
    g_autofree char *prefix = g_strndup(format, before);
    return g_strconcat(prefix, token, format + before + length, NULL);
}

char *bb_page_number_group(char *text, const char *separator, int size)
{
    size_t from = strcspn(text, "0123456789");
    size_t count = strspn(text + from, "0123456789");

    if (*separator == '\0' || size < 1 || count <= (size_t)size)
        return text;
    GString *out = g_string_new_len(text, (gssize)from);
    for (size_t i = 0; i < count; i++) {
        if (i > 0 && (count - i) % (size_t)size == 0)
            g_string_append(out, separator);
        g_string_append_c(out, text[from + i]);
    }
    g_string_append(out, text + from + count);
    g_free(text);
    return g_string_free(out, FALSE);
}
