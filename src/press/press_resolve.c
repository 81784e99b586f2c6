/* press_resolve.c - runs templates/resolve and templates/html with what they need. */
#include "press/press_private.h"

#include "base/error.h"
#include "transform/markup.h"

#include <stdlib.h>
#include <string.h>

bool bb_press_find_companions(bb_press *press, const xmlDoc *document, bb_place place,
                              bb_press_companions *found, bb_diag *diag, GError **error)
{
    g_autofree char *programme = bb_press_root_attribute(document, "programme");
    g_autofree char *language = bb_press_root_attribute(document, "lang");
    const xmlDoc *profile = bb_press_find_profile(press, programme, error);

    if (profile == NULL)
        return false;
    g_autoptr(GError) failure = NULL;
    const xmlDoc *words = bb_press_find_words(press, programme, language, &failure);
    if (words == NULL && failure == NULL) {
        bb_diag_report(diag, BB_M_LANGUAGE_UNKNOWN, place, language);
        words = bb_press_find_words(press, programme, "en", &failure);
    }
    if (failure != NULL) {
        g_propagate_error(error, g_steal_pointer(&failure));
        return false;
    }
    *found = (bb_press_companions){{{"profile", profile}, {"words", words}, {NULL, NULL}}};
    return true;
}

xmlDoc *bb_press_resolve(bb_press *press, const bb_press_scored *scored, bb_diag *diag,
                         GError **error)
{
    bb_press_companions with;
    const xmlNode *root = xmlDocGetRootElement(scored->document);
    bb_place place = scored->place != NULL ? scored->place(scored->place_data, root) : BB_NOWHERE;

    if (!bb_press_find_companions(press, scored->document, place, &with, diag, error))
        return NULL;
    const bb_transform_parameter parameters[] = {
        {"references-checked", scored->references_checked ? "yes" : "no"},
        {NULL, NULL},
    };
    const bb_transform_job job = {
        .diag = diag,
        .place = scored->place,
        .place_data = scored->place_data,
        .documents = with.documents,
        .parameters = parameters,
    };
    return bb_transform_run(press->transform, "resolve/resolve.xsl", scored->document, &job, error);
}

/* Cuts ":12" from the end of a place; 0 when there is none. */
static int cut_number(char *place)
{
    char *colon = strrchr(place, ':');
    char *end = NULL;

    if (colon == NULL)
        return 0;
    long number = strtol(colon + 1, &end, 10);
    if (end == colon + 1 || *end != '\0' || number <= 0 || number > INT_MAX)
        return 0;
    *colon = '\0';
    return (int)number;
}

bb_place bb_press_resolved_place(void *diag, const xmlNode *node)
{
    xmlChar *at = NULL;

    for (; at == NULL && node != NULL && node->type == XML_ELEMENT_NODE; node = node->parent)
        at = xmlGetNsProp(node, (const xmlChar *)"at", (const xmlChar *)RESOLVED_NAMESPACE);
    if (at == NULL)
        return BB_NOWHERE;
    /* "file:line:column", or "file:line" */
    int last = cut_number((char *)at);
    int first = last == 0 ? 0 : cut_number((char *)at);
    bb_place place = {bb_diag_file(diag, (const char *)at), first > 0 ? first : last,
                      first > 0 ? last : 0};
    xmlFree(at);
    return place;
}

/* What a Content-Security-Policy knows the style sheet by. */
static char *hash_of(const char *css)
{
    guint8 digest[32];
    gsize size = sizeof digest;
    g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA256);

    g_checksum_update(checksum, (const guchar *)css, (gssize)strlen(css));
    g_checksum_get_digest(checksum, digest, &size);
    g_autofree char *base64 = g_base64_encode(digest, size);
    return g_strconcat("sha256-", base64, NULL);
}

GBytes *bb_press_page(bb_press *press, const xmlDoc *resolved, bb_diag *diag, GError **error)
{
    bb_press_companions with;

    if (!bb_press_find_companions(press, resolved, BB_NOWHERE, &with, diag, error))
        return NULL;
    g_autofree char *css = bb_press_style(press, with.documents[0].document, error);
    if (css == NULL)
        return NULL;
    g_autofree char *hash = hash_of(css);
    const bb_transform_parameter parameters[] = {{"css", css}, {"css-hash", hash}, {NULL, NULL}};
    const bb_transform_job job = {
        .diag = diag,
        .place = bb_press_resolved_place,
        .place_data = diag,
        .documents = with.documents,
        .parameters = parameters,
    };
    g_autofree char *sheet = bb_press_find_sheet(press, resolved, "html");
    xmlDoc *page = bb_transform_run(press->transform, sheet, resolved, &job, error);
    if (page == NULL)
        return NULL;
    GBytes *bytes = bb_markup_write(page, BB_MARKUP_PAGE);
    xmlFreeDoc(page);
    return bytes;
}
