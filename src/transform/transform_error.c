/* transform_error.c - catches what libxslt and libxml2 would print.
 *
 * libxslt has one error function for the process, libxml2 one for each thread. Ours collects for
 * the innermost collector of the thread; outside of any, it drops what is said, as nobody asked. */
#include "base/error.h"
#include "base/text.h"
#include "transform/transform_private.h"

#include <libxml/xmlerror.h>
#include <libxslt/xsltutils.h>

static _Thread_local bb_transform_errors *current;

static void G_GNUC_PRINTF(2, 0)
    collect(bb_transform_errors *errors, const char *format, va_list arguments)
{
    const gsize enough = 2000; /* one fault can be told a thousand times */

    if (errors != NULL && errors->text->len < enough)
        g_string_append_vprintf(errors->text, format, arguments);
}

void bb_transform_errors_add(void *errors, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    collect(errors, format, arguments);
    va_end(arguments);
}

static void on_xslt_error(void *data, const char *format, ...) G_GNUC_PRINTF(2, 3);
static void on_xslt_error(void *data, const char *format, ...)
{
    va_list arguments;

    (void)data;
    va_start(arguments, format);
    collect(current, format, arguments);
    va_end(arguments);
}

static void on_xml_error(void *data, xmlError *e)
{
    (void)data;
    if (e->file != NULL && e->line > 0)
        bb_transform_errors_add(current, "%s:%d: ", e->file, e->line);
    bb_transform_errors_add(current, "%s ", e->message != NULL ? e->message : "unknown fault");
}

void bb_transform_errors_begin(bb_transform_errors *errors)
{
    errors->text = g_string_new(NULL);
    errors->outer = current;
    errors->xml_data = xmlStructuredErrorContext;
    errors->xml_function = xmlStructuredError;
    xmlSetStructuredErrorFunc(NULL, on_xml_error);
    xsltSetGenericErrorFunc(NULL, on_xslt_error);
    current = errors;
}

void bb_transform_errors_end(bb_transform_errors *errors)
{
    current = errors->outer;
    xmlSetStructuredErrorFunc(errors->xml_data, errors->xml_function);
    g_string_free(errors->text, TRUE);
}

void bb_transform_errors_raise(const bb_transform_errors *errors, const char *stylesheet,
                               GError **error)
{
    g_autofree char *line = bb_text_squeeze(errors->text->str);

    g_set_error(error, BB_ERROR, BB_ERROR_INSTALL, "the stylesheet %s failed: %s", stylesheet,
                line[0] != '\0' ? line : "libxslt gives no reason");
}
