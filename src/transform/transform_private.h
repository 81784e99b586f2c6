/* transform_private.h - what the files of this room share. */
#ifndef BB_TRANSFORM_TRANSFORM_PRIVATE_H
#define BB_TRANSFORM_TRANSFORM_PRIVATE_H

#include "transform/transform.h"

#include <libxslt/security.h>
#include <libxslt/xsltInternals.h>

#define ADDRESS_SCHEME "bluebook:"

/* Two folders of the data folder, and no other, can be read. */
struct bb_transform {
    char *folder;
    GMutex lock;        /* over sheets */
    GHashTable *sheets; /* stylesheet name to xsltStylesheet, owned */
    xsltSecurityPrefs *sealed;
};

/* What libxslt and libxml2 say while this lives goes here, in this thread. */
typedef struct bb_transform_errors {
    GString *text;
    struct bb_transform_errors *outer;
    void *xml_data;
    void (*xml_function)(void *, struct _xmlError *);
} bb_transform_errors;

void bb_transform_errors_begin(bb_transform_errors *errors);
void bb_transform_errors_end(bb_transform_errors *errors);
void bb_transform_errors_add(void *errors, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* Sets a GError from what was said, on one line. */
void bb_transform_errors_raise(const bb_transform_errors *errors, const char *stylesheet,
                               GError **error);

/* One run; xsltTransformContext's _private points to it. */
typedef struct bb_transform_state {
    const bb_transform *transform;
    const bb_transform_job *job;
    GHashTable *patterns; /* text to GRegex, of bb:match; NULL so far */
} bb_transform_state;

/* Makes libxslt read through this room, for the whole process; called before anything else. */
void bb_transform_load_install(void);

/* The transform whose stylesheets this thread compiles now, or NULL. */
void bb_transform_load_compile_for(const bb_transform *transform);

/* Reads a file of the data folder by its address. */
xmlDoc *bb_transform_load_address(const bb_transform *transform, const char *address, xmlDict *dict,
                                  GError **error);

/* Gives the context bb:at, bb:report and bb:match. */
void bb_transform_function_register(xsltTransformContext *context);

/* bb:match(text, pattern), in a file of its own. */
void bb_transform_match(xmlXPathParserContext *xpath, int count);

#endif
