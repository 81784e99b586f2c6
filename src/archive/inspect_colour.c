/* inspect_colour.c - output intent, colour spaces, pictures, graphics states, transparency groups
 * (ISO 19005-2 6.2.3 to 6.2.10). */
#include "archive/inspect_private.h"

#include <string.h>

/* --- profiles --- */

typedef struct {
    const char *class;
    int components; /* 0: no profile */
} profile;

static guint32 read_size(const unsigned char *p)
{
    return (guint32)p[0] << 24 | (guint32)p[1] << 16 | (guint32)p[2] << 8 | p[3];
}

/* The header of an ICC profile (ICC.1:2004 7.2). */
static profile read_profile(const unsigned char *data, gsize size)
{
    static const struct {
        const char *name;
        int components;
    } SPACES[] = {{"RGB ", 3}, {"GRAY", 1}, {"CMYK", 4}, {"Lab ", 3}};
    static const char *const CLASSES[] = {"prtr", "mntr", "scnr", "spac"};
    enum { HEADER = 128, VERSION = 8, CLASS = 12, SPACE = 16, SIGNATURE = 36, NEWEST = 4 };
    profile p = {NULL, 0};

    if (size < HEADER || read_size(data) != size || memcmp(data + SIGNATURE, "acsp", 4) != 0 ||
        data[VERSION] > NEWEST)
        return p;
    for (size_t i = 0; i < G_N_ELEMENTS(CLASSES); i++) {
        if (memcmp(data + CLASS, CLASSES[i], 4) == 0)
            p.class = CLASSES[i];
    }
    for (size_t i = 0; p.class != NULL && i < G_N_ELEMENTS(SPACES); i++) {
        if (memcmp(data + SPACE, SPACES[i].name, 4) == 0)
            p.components = SPACES[i].components;
    }
    return p;
}

/* Zero components when the stream is no profile, or N is not the number of its components. */
static profile profile_of(bb_inspection *in, const bb_cos *stream)
{
    profile p = {NULL, 0};
    gint64 n = 0;
    gsize size;
    g_autoptr(GBytes) data = bb_cos_stream_data(in->file, stream);

    if (data != NULL) {
        const unsigned char *bytes = g_bytes_get_data(data, &size);
        p = read_profile(bytes, size);
    }
    if (!bb_cos_integer(bb_cos_get(stream, "N"), &n) || n != p.components)
        p.components = 0;
    return p;
}

static void check_intent(bb_inspection *in, const bb_cos *intent, const bb_cos **first)
{
    const bb_cos *stream = bb_cos_get(intent, "DestOutputProfile");

    if (stream == NULL)
        return;
    if (*first != NULL && *first != stream)
        bb_inspect_report(in, BB_M_PDF_INTENT_DIFFERS, "");
    if (*first == NULL && bb_cos_is(bb_cos_get(intent, "S"), "GTS_PDFA1")) {
        profile p = profile_of(in, stream);
        bool device =
            p.class != NULL && (strcmp(p.class, "prtr") == 0 || strcmp(p.class, "mntr") == 0);
        in->intent_components = device ? p.components : 0;
        if (in->intent_components == 0)
            bb_inspect_report(in, BB_M_PDF_INTENT_PROFILE, bb_inspect_at_object(in, stream));
    }
    *first = stream;
}

void bb_inspect_intent(bb_inspection *in)
{
    const bb_cos *intents = bb_cos_get(in->catalog, "OutputIntents");
    const bb_cos *first = NULL;
    bool found = false;

    for (int i = 0; i < bb_cos_length(intents); i++) {
        const bb_cos *intent = bb_cos_item(intents, i);
        bool archival = bb_cos_is(bb_cos_get(intent, "S"), "GTS_PDFA1");
        if (archival && !bb_cos_says_something(bb_cos_get(intent, "OutputConditionIdentifier")))
            bb_inspect_report(in, BB_M_PDF_INTENT_NAME, "");
        found = found || (archival && bb_cos_get(intent, "DestOutputProfile") != NULL);
        check_intent(in, intent, &first);
    }
    if (!found)
        bb_inspect_report(in, BB_M_PDF_INTENT, "");
}

/* --- colour spaces --- */

static bool is_first_time(bb_inspection *in, const void *thing)
{
    return g_hash_table_add(in->checked, (void *)thing);
}

/* A device space needs an output intent of its kind, or a default space in its stead. */
static void check_device(bb_inspection *in, int page, const char *name, const bb_cos *resources)
{
    static const struct {
        const char *name, *stand_in;
        int components; /* 0: any */
    } DEVICES[] = {
        {"DeviceGray", "DefaultGray", 0},
        {"DeviceRGB", "DefaultRGB", 3},
        {"DeviceCMYK", "DefaultCMYK", 4},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(DEVICES); i++) {
        if (strcmp(name, DEVICES[i].name) != 0)
            continue;
        bool fits = in->intent_components > 0 &&
                    (DEVICES[i].components == 0 || DEVICES[i].components == in->intent_components);
        if (fits || bb_cos_get(bb_cos_get(resources, "ColorSpace"), DEVICES[i].stand_in) != NULL)
            return;
        if (is_first_time(in, &DEVICES[i]))
            bb_inspect_report(in, BB_M_PDF_DEVICE_COLOUR, bb_inspect_at_page(in, page), name);
    }
}

static void check_space(bb_inspection *in, int page, const bb_cos *space, const bb_cos *resources,
                        int depth)
{
    enum { MOST_NESTED = 8 };
    const char *family = bb_cos_name(bb_cos_item(space, 0));

    if (bb_cos_name(space) != NULL)
        check_device(in, page, bb_cos_name(space), resources);
    if (family == NULL || depth > MOST_NESTED || !is_first_time(in, space))
        return;
    if (strcmp(family, "ICCBased") == 0) {
        const bb_cos *stream = bb_cos_item(space, 1);
        if (stream != NULL && profile_of(in, stream).components == 0)
            bb_inspect_report(in, BB_M_PDF_PROFILE, bb_inspect_at_page_object(in, page, stream));
    } else if (strcmp(family, "Indexed") == 0 || strcmp(family, "Pattern") == 0) {
        check_space(in, page, bb_cos_item(space, 1), resources, depth + 1);
    } else if (strcmp(family, "Separation") == 0 || strcmp(family, "DeviceN") == 0) {
        check_space(in, page, bb_cos_item(space, 2), resources, depth + 1);
    } else {
        check_device(in, page, family, resources);
    }
}

void bb_inspect_colour_space(bb_inspection *in, int page, const bb_cos *space,
                             const bb_cos *resources)
{
    if (space != NULL)
        check_space(in, page, space, resources, 0);
}

/* --- pictures --- */

static bool is_intent(const bb_cos *name)
{
    return bb_cos_is(name, "RelativeColorimetric") || bb_cos_is(name, "AbsoluteColorimetric") ||
           bb_cos_is(name, "Perceptual") || bb_cos_is(name, "Saturation");
}

void bb_inspect_image(bb_inspection *in, int page, const bb_cos *image, const bb_cos *resources)
{
    const bb_cos *intent = bb_cos_get(image, "Intent");

    if (!is_first_time(in, image))
        return;
    const char *where = bb_inspect_at_page_object(in, page, image);
    if (bb_cos_is_true(bb_cos_get(image, "Interpolate")))
        bb_inspect_report(in, BB_M_PDF_INTERPOLATE, where);
    if (bb_cos_get(image, "Alternates") != NULL || bb_cos_get(image, "OPI") != NULL)
        bb_inspect_report(in, BB_M_PDF_IMAGE_KEYS, where);
    if (intent != NULL && !is_intent(intent))
        bb_inspect_report(in, BB_M_PDF_RENDERING_INTENT, where,
                          bb_cos_name(intent) != NULL ? bb_cos_name(intent) : "");
    bb_inspect_colour_space(in, page, bb_cos_get(image, "ColorSpace"), resources);
    /* A mask has no mask itself (ISO 32000-1 11.6.5.3), however long a chain a file makes. */
    const bb_cos *mask = bb_cos_get(image, "SMask");
    if (mask != NULL && bb_cos_get(mask, "SMask") == NULL)
        bb_inspect_image(in, page, mask, resources);
}

/* --- graphics states, groups --- */

static bool is_blend_mode(const bb_cos *mode)
{
    static const char *const MODES[] = {
        "Normal",    "Compatible", "Multiply",   "Screen",    "Overlay",    "Darken",
        "Lighten",   "ColorDodge", "ColorBurn",  "HardLight", "SoftLight",  "Difference",
        "Exclusion", "Hue",        "Saturation", "Color",     "Luminosity", NULL};

    return bb_cos_name(mode) != NULL && g_strv_contains(MODES, bb_cos_name(mode));
}

static void check_halftone(bb_inspection *in, const char *where, const bb_cos *halftone)
{
    gint64 type = 1;

    bb_cos_integer(bb_cos_get(halftone, "HalftoneType"), &type);
    if ((type != 1 && type != 5) || bb_cos_get(halftone, "HalftoneName") != NULL)
        bb_inspect_report(in, BB_M_PDF_HALFTONE, where);
}

void bb_inspect_graphics_state(bb_inspection *in, int page, const bb_cos *state)
{
    const bb_cos *mode = bb_cos_get(state, "BM"), *transfer = bb_cos_get(state, "TR2");
    const bb_cos *halftone = bb_cos_get(state, "HT"), *mask = bb_cos_get(state, "SMask");

    if (!is_first_time(in, state))
        return;
    const char *where = bb_inspect_at_page_object(in, page, state);
    if (bb_cos_get(state, "TR") != NULL || (transfer != NULL && !bb_cos_is(transfer, "Default")) ||
        bb_cos_get(state, "HTP") != NULL)
        bb_inspect_report(in, BB_M_PDF_TRANSFER, where);
    if (halftone != NULL && bb_cos_name(halftone) == NULL)
        check_halftone(in, where, halftone);
    for (int i = 0; i < bb_cos_length(mode); i++) {
        if (!is_blend_mode(bb_cos_item(mode, i)))
            bb_inspect_report(in, BB_M_PDF_BLEND, where);
    }
    if (mode != NULL && mode->kind != BB_COS_ARRAY && !is_blend_mode(mode))
        bb_inspect_report(in, BB_M_PDF_BLEND, where);
    if (bb_cos_get(state, "RI") != NULL && !is_intent(bb_cos_get(state, "RI")))
        bb_inspect_report(in, BB_M_PDF_RENDERING_INTENT, where, "RI");
    if (bb_cos_get(mask, "G") != NULL)
        bb_inspect_hidden_content(in, page, bb_cos_get(mask, "G"),
                                  bb_cos_get(bb_cos_get(mask, "G"), "Resources"));
}

void bb_inspect_group(bb_inspection *in, int page, const bb_cos *holder)
{
    const bb_cos *group = bb_cos_get(holder, "Group");

    if (group == NULL || !is_first_time(in, group))
        return;
    if (bb_cos_is(bb_cos_get(group, "S"), "Transparency") && bb_cos_get(group, "CS") == NULL &&
        in->intent_components == 0)
        bb_inspect_report(in, BB_M_PDF_GROUP, bb_inspect_at_page_object(in, page, holder));
    bb_inspect_colour_space(in, page, bb_cos_get(group, "CS"), bb_cos_get(holder, "Resources"));
}
