/* press_style.c - the CSS of a page: the tokens, the style sheets, the programme's own colours and
 * its own sheet. */
#include "press/press_private.h"

#include "base/error.h"
#include "base/file.h"

#include <string.h>

/* In the order of the cascade. tokens.css is made from tokens.xml when Bluebook is built. */
static const char *const SHEETS[] = {
    "tokens/tokens.css",    "styles/base.css",  "styles/page.css",   "styles/block.css",
    "styles/criterion.css", "styles/table.css", "styles/figure.css", "styles/print.css",
};

/* Appends CSS without comments and without the blank lines they leave. */
static void append_bare(GString *out, const char *css)
{
    for (const char *p = css; *p != '\0';) {
        const char *end = g_str_has_prefix(p, "/*") ? strstr(p + 2, "*/") : NULL;
        if (end != NULL) {
            p = end + 2;
            continue;
        }
        bool blank = *p == '\n' && (out->len == 0 || out->str[out->len - 1] == '\n');
        if (!blank)
            g_string_append_c(out, *p);
        p++;
    }
}

static bool append_sheet(GString *out, const char *path, GError **error)
{
    g_autoptr(GBytes) bytes = bb_file_read(path, error);
    gsize size = 0;

    if (bytes == NULL)
        return false;
    const char *data = g_bytes_get_data(bytes, &size);
    g_autofree char *text = g_strndup(data, size);
    append_bare(out, text);
    return true;
}

static char *read_sheets(const bb_press *press, GError **error)
{
    g_autoptr(GString) out = g_string_new(NULL);

    for (size_t i = 0; i < G_N_ELEMENTS(SHEETS); i++) {
        g_autofree char *path = g_build_filename(press->data_folder, SHEETS[i], NULL);
        if (!append_sheet(out, path, error))
            return NULL;
    }
    return g_string_free(g_steal_pointer(&out), FALSE);
}

static bool is_colour(const char *text)
{
    size_t digits = text[0] == '#' ? strspn(text + 1, "0123456789ABCDEFabcdef") : 0;

    return digits == 6 && text[7] == '\0';
}

static bool is_token(const char *name)
{
    return name[0] != '\0' && strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(name);
}

static bool append_colour(GString *out, const xmlNode *colour, GError **error)
{
    xmlChar *name = xmlGetNoNsProp(colour, (const xmlChar *)"name");
    xmlChar *value = xmlNodeGetContent(colour);
    bool good = name != NULL && is_token((char *)name) && is_colour((char *)value);

    if (good)
        g_string_append_printf(out, "--colour-%s:%s;", name, value);
    else
        g_set_error(error, BB_ERROR, BB_ERROR_INSTALL,
                    "the profile's colour \"%s\" must be a name of styles/tokens.xml and #RRGGBB",
                    name != NULL ? (char *)name : "");
    xmlFree(name);
    xmlFree(value);
    return good;
}

static bool is_named(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

/* The colours in which a programme differs: <colours><colour name="brand">#12436D</colour>. */
static bool append_colours(GString *out, const xmlDoc *profile, GError **error)
{
    const xmlNode *root = xmlDocGetRootElement(profile);

    for (const xmlNode *part = root->children; part != NULL; part = part->next) {
        if (!is_named(part, "colours"))
            continue;
        g_string_append(out, ":root{");
        for (const xmlNode *c = part->children; c != NULL; c = c->next) {
            if (is_named(c, "colour") && !append_colour(out, c, error))
                return false;
        }
        g_string_append(out, "}\n");
    }
    return true;
}

/* templates/programmes/NAME/style.css, where a programme has one. */
static bool append_own_sheet(GString *out, const bb_press *press, const xmlDoc *profile,
                             GError **error)
{
    g_autofree char *name = bb_press_root_attribute(profile, "name");
    g_autofree char *path =
        g_build_filename(press->data_folder, "templates/programmes", name, "style.css", NULL);

    return !is_token(name) || !g_file_test(path, G_FILE_TEST_EXISTS) ||
           append_sheet(out, path, error);
}

char *bb_press_style(bb_press *press, const xmlDoc *profile, GError **error)
{
    g_mutex_lock(&press->lock);
    if (press->css == NULL)
        press->css = read_sheets(press, error);
    g_mutex_unlock(&press->lock);
    if (press->css == NULL)
        return NULL;

    GString *out = g_string_new(press->css);
    if (!append_colours(out, profile, error) || !append_own_sheet(out, press, profile, error)) {
        g_string_free(out, TRUE);
        return NULL;
    }
    return g_string_free(out, FALSE);
}
