/* inspect_catalog.c - what the catalog says of the whole document; files attached to it. */
#include "archive/inspect_private.h"

#include <string.h>

static void check_marked(bb_inspection *in)
{
    const bb_cos *info = bb_cos_get(in->catalog, "MarkInfo");

    if (!bb_cos_is_true(bb_cos_get(info, "Marked")))
        bb_inspect_report(in, BB_M_PDF_MARKED, "");
    if (bb_cos_is_true(bb_cos_get(info, "Suspects")))
        bb_inspect_report(in, BB_M_PDF_SUSPECTS, "");
}

static void check_language(bb_inspection *in)
{
    const bb_cos *lang = bb_cos_get(in->catalog, "Lang");
    g_autofree char *tag = bb_cos_text(lang);

    if (lang == NULL)
        bb_inspect_report(in, BB_M_PDF_NO_LANGUAGE, "");
    else if (tag == NULL || !bb_inspect_is_language(tag))
        bb_inspect_report(in, BB_M_PDF_LANGUAGE, "", tag != NULL ? tag : "");
}

/* Optional content: named configurations, no automatic switching (ISO 19005-2 6.9, 14289-1 7.10).
 */
static void check_configuration(bb_inspection *in, const bb_cos *configuration)
{
    if (configuration == NULL)
        return;
    if (!bb_cos_says_something(bb_cos_get(configuration, "Name")) ||
        bb_cos_get(configuration, "AS") != NULL)
        bb_inspect_report(in, BB_M_PDF_OPTIONAL, bb_inspect_at_object(in, configuration));
}

static void check_optional(bb_inspection *in)
{
    const bb_cos *properties = bb_cos_get(in->catalog, "OCProperties");
    const bb_cos *others = bb_cos_get(properties, "Configs");

    check_configuration(in, bb_cos_get(properties, "D"));
    for (int i = 0; i < bb_cos_length(others); i++)
        check_configuration(in, bb_cos_item(others, i));
}

static void check_forms(bb_inspection *in)
{
    const bb_cos *form = bb_cos_get(in->catalog, "AcroForm");

    if (bb_cos_get(form, "XFA") != NULL || bb_cos_is_true(bb_cos_get(form, "NeedAppearances")))
        bb_inspect_report(in, BB_M_PDF_FORMS, "");
    if (bb_cos_get(in->catalog, "NeedsRendering") != NULL)
        bb_inspect_report(in, BB_M_PDF_FORMS, "");
}

static void check_permissions(bb_inspection *in)
{
    const bb_cos *permissions = bb_cos_get(in->catalog, "Perms");

    for (int i = 0; bb_cos_is_dictionary(permissions) && i < permissions->count; i++) {
        const char *key = permissions->entries[i].key;
        if (strcmp(key, "UR3") != 0 && strcmp(key, "DocMDP") != 0)
            bb_inspect_report(in, BB_M_PDF_PERMISSIONS, "", key);
    }
}

void bb_inspect_catalog(bb_inspection *in)
{
    const bb_cos *preferences = bb_cos_get(in->catalog, "ViewerPreferences");
    const bb_cos *names = bb_cos_get(in->catalog, "Names");

    if (!bb_cos_is_dictionary(in->catalog)) {
        bb_inspect_report(in, BB_M_PDF_BROKEN, "", "there is no catalog");
        return;
    }
    check_marked(in);
    check_language(in);
    check_optional(in);
    check_forms(in);
    check_permissions(in);
    if (!bb_cos_is_true(bb_cos_get(preferences, "DisplayDocTitle")))
        bb_inspect_report(in, BB_M_PDF_DISPLAY_TITLE, "");
    if (bb_cos_get(names, "JavaScript") != NULL)
        bb_inspect_report(in, BB_M_PDF_ACTION, "", "JavaScript");
    if (bb_cos_get(names, "AlternatePresentations") != NULL ||
        bb_cos_get(in->catalog, "Requirements") != NULL)
        bb_inspect_report(in, BB_M_PDF_PRESENTATION, "");
}

/* --- attachments (ISO 19005-3 6.8) --- */

static bool is_mime(const bb_cos *subtype)
{
    const char *name = bb_cos_name(subtype);
    const char *slash = name != NULL ? strchr(name, '/') : NULL;

    return slash != NULL && slash != name && slash[1] != '\0' && strchr(slash + 1, '/') == NULL;
}

static bool is_associated(const bb_inspection *in, const bb_cos *specification)
{
    enum { MOST_FILES = 4096 };
    const bb_cos *files = bb_cos_get(in->catalog, "AF");

    for (int i = 0; i < MIN(bb_cos_length(files), MOST_FILES); i++) {
        if (bb_cos_item(files, i) == specification)
            return true;
    }
    return false;
}

static void check_attachment(bb_inspection *in, const bb_cos *object, const bb_cos *specification)
{
    static const char *const RELATIONS[] = {"Source",     "Data",        "Alternative",
                                            "Supplement", "Unspecified", NULL};
    const char *where = bb_inspect_at_object(in, object);
    const bb_cos *embedded = bb_cos_get(specification, "EF");
    const bb_cos *file = bb_cos_get(embedded, "F");
    const char *relation = bb_cos_name(bb_cos_get(specification, "AFRelationship"));

    if (embedded == NULL)
        return;
    if (in->part != 3) {
        bb_inspect_report(in, BB_M_PDF_ATTACHMENT, where);
        return;
    }
    if (bb_cos_get(specification, "F") == NULL || bb_cos_get(specification, "UF") == NULL)
        bb_inspect_report(in, BB_M_PDF_ATTACHMENT_NAME, where);
    if (relation == NULL || !g_strv_contains(RELATIONS, relation))
        bb_inspect_report(in, BB_M_PDF_ATTACHMENT_RELATION, where);
    if (file == NULL || !is_mime(bb_cos_get(file, "Subtype")))
        bb_inspect_report(in, BB_M_PDF_ATTACHMENT_TYPE, where);
    if (bb_cos_get(bb_cos_get(file, "Params"), "ModDate") == NULL)
        bb_inspect_report(in, BB_M_PDF_ATTACHMENT_DATE, where);
    if (!is_associated(in, specification))
        bb_inspect_report(in, BB_M_PDF_ATTACHMENT_LOOSE, where);
}

void bb_inspect_attachments(bb_inspection *in)
{
    bb_inspect_each_dictionary(in, check_attachment);
}
