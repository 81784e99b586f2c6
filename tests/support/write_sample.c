/* write_sample.c - the sample of pdf_sample.h as a file, for tests of the program.
 *
 *   write_sample OUT.pdf [FROM TO]     with a passage of its text replaced */
#include "pdf_sample.h"

#include <stdio.h>
#include <stdlib.h>

int main(int count, char **arguments)
{
    g_autoptr(GError) error = NULL;
    gsize size;

    if (count != 2 && count != 4)
        return EXIT_FAILURE;
    g_autofree char *text = count == 4
                                ? bb_sample_replace(bb_sample_text(), arguments[2], arguments[3])
                                : g_strdup(bb_sample_text());
    if (text == NULL) {
        fprintf(stderr, "not once in the sample: %s\n", arguments[2]);
        return EXIT_FAILURE;
    }
    g_autoptr(GBytes) pdf = bb_sample_write(text);
    const char *data = g_bytes_get_data(pdf, &size);
    if (!g_file_set_contents(arguments[1], data, (gssize)size, &error)) {
        fprintf(stderr, "%s\n", error->message);
        return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}
