/* inspect_content.c - runs through content streams: whether everything that paints is in a tag or
 * an artifact, what marks which, which codes of which fonts are shown. */
#include "archive/inspect_operator.h"
#include "archive/inspect_private.h"

#include <string.h>

typedef enum { MARK_OTHER, MARK_TAG, MARK_ARTIFACT } mark_kind;

/* Who says what is shown here, when it is read aloud. */
typedef struct {
    const bb_leaf *leaf; /* NULL: nobody */
    const char *lang;    /* that marks give; NULL: none does */
    bool silent;         /* an artifact; or other words are said for it */
} voice;

typedef struct {
    mark_kind kind;
    bool told;   /* an ActualText stands for what is inside */
    guint saves; /* how often q was open */
    voice voice;
} mark;

typedef struct {
    bb_inspected_font *font;
    int mode; /* Tr */
} text_state;

typedef struct run {
    bb_inspection *in;
    bb_content content;
    const bb_cos *resources;
    const bb_cos *holder;  /* whose content it is: page, form, glyph, pattern */
    const bb_owner *owner; /* of its marked-content numbers; NULL: none are claimed */
    int page;
    int place;     /* BB_AT_… */
    GArray *marks; /* mark */
    int open[3];   /* how many of them are of each kind */
    int open_told; /* and have an ActualText */
    GArray *saves; /* text_state */
    text_state state;
    guint text_marks;   /* how many marks were open at BT */
    bool covered, told; /* from outside */
    voice voice;        /* likewise */
    bool crossed, deep; /* said already */
    int bare;           /* painting operators outside tags and artifacts */
    const char *first_bare;
    gsize first_at;
} run;

static void run_stream(bb_inspection *in, int page, const bb_cos *holder, const bb_cos *resources,
                       const run *outer, bool covered, GBytes *data);

static const char *where(const run *r)
{
    const bb_cos *object = g_hash_table_contains(r->in->page_of, r->holder) ? NULL : r->holder;

    return bb_inspect_at_page_object(r->in, r->page, object);
}

static const char *operand_text(const run *r, guint index)
{
    const bb_token *operand = bb_content_operand(&r->content, index);

    return operand != NULL && operand->kind == BB_TOKEN_NAME ? bb_content_text(&r->content, operand)
                                                             : NULL;
}

static const char *byte_number(const run *r, gsize at)
{
    return bb_inspect_format(r->in, "%" G_GSIZE_FORMAT, at);
}

/* The resource that operand 0 names; a fault when there is none. */
static const bb_cos *resource(run *r, const char *category, guint index)
{
    const char *name = operand_text(r, index);
    const bb_cos *found =
        name != NULL ? bb_cos_get(bb_cos_get(r->resources, category), name) : NULL;

    if (found == NULL)
        bb_inspect_report(r->in, BB_M_PDF_RESOURCE, where(r), category, name != NULL ? name : "");
    return found;
}

/* --- marked content (ISO 32000-1 14.6) --- */

static bool is_inside(const run *r, mark_kind kind)
{
    return r->open[kind] > 0;
}

static bool is_covered(const run *r)
{
    return r->covered || is_inside(r, MARK_TAG) || is_inside(r, MARK_ARTIFACT);
}

static bool is_told(const run *r)
{
    return r->told || r->open_told > 0;
}

static void push_mark(run *r, mark m)
{
    enum { MOST_MARKS = 1000 };

    if (r->marks->len >= MOST_MARKS) {
        bb_inspect_report(r->in, BB_M_PDF_MARK_OPEN, where(r));
        return;
    }
    g_array_append_val(r->marks, m);
    r->open[m.kind]++;
    r->open_told += m.told;
}

static void pop_mark(run *r)
{
    mark m = g_array_index(r->marks, mark, r->marks->len - 1);

    r->open[m.kind]--;
    r->open_told -= m.told;
    g_array_set_size(r->marks, r->marks->len - 1);
}

static void paint(run *r)
{
    if (is_covered(r))
        return;
    if (r->bare++ == 0) {
        r->first_bare = bb_operator_find(bb_content_text(&r->content, &r->content.command))->name;
        r->first_at = r->content.command.at;
    }
}

/* The properties of BDC: the number, if there is one; whether they have an ActualText. */
static bool read_properties(run *r, gint64 *mcid, bool *told)
{
    const bb_token *operand = bb_content_operand(&r->content, 1);
    const bb_cos *named = NULL;

    if (operand != NULL && operand->kind == BB_TOKEN_NAME)
        named = resource(r, "Properties", 1);
    if (named != NULL || operand == NULL || operand->kind != BB_TOKEN_DICTIONARY) {
        *told = bb_cos_get(named, "ActualText") != NULL;
        return bb_cos_integer(bb_cos_get(named, "MCID"), mcid);
    }
    const bb_token *number = bb_content_entry(&r->content, 1, "MCID");
    *told = bb_content_entry(&r->content, 1, "ActualText") != NULL;
    if (number == NULL || number->kind != BB_TOKEN_NUMBER || !number->integer)
        return false;
    *mcid = (gint64)CLAMP(number->number, -1, 1e15);
    return true;
}

static void check_mark_language(run *r)
{
    const bb_token *lang = bb_content_entry(&r->content, 1, "Lang");
    const char *tag = lang != NULL ? bb_content_text(&r->content, lang) : NULL;

    if (lang != NULL && (lang->kind != BB_TOKEN_STRING || !bb_inspect_is_language(tag)))
        bb_inspect_report(r->in, BB_M_PDF_LANGUAGE, where(r),
                          lang->kind == BB_TOKEN_STRING ? tag : "");
}

static bool has_actual_text(const bb_element *element)
{
    for (; element != NULL; element = element->parent) {
        if (bb_cos_get(element->dictionary, "ActualText") != NULL)
            return true;
    }
    return false;
}

/* A sequence with a number: a leaf of the structure tree, and in nothing else that is one. Gives
 * the leaf, NULL when there is none. */
static const bb_leaf *open_tag(run *r, gint64 mcid, bool *told)
{
    bb_leaf *leaf = bb_inspect_leaf(r->owner, mcid);
    const char *number = bb_inspect_format(r->in, "%" G_GINT64_FORMAT, mcid);

    if (is_inside(r, MARK_ARTIFACT))
        bb_inspect_report(r->in, BB_M_PDF_TAG_IN_ARTIFACT, where(r), number);
    else if (is_inside(r, MARK_TAG) || r->covered)
        bb_inspect_report(r->in, BB_M_PDF_TAG_IN_TAG, where(r), number);
    if (leaf == NULL) {
        bb_inspect_report(r->in, BB_M_PDF_LEAF_UNCLAIMED, where(r), number);
        return NULL;
    }
    if (leaf->seen)
        bb_inspect_report(r->in, BB_M_PDF_MCID_TWICE, where(r), number);
    leaf->seen = true;
    *told = *told || has_actual_text(leaf->element);
    return leaf;
}

static void check_artifact(run *r)
{
    static const char *const TYPES[] = {"Pagination", "Layout", "Page", "Background", NULL};
    const bb_token *type = bb_content_entry(&r->content, 1, "Type");

    if (is_inside(r, MARK_TAG))
        bb_inspect_report(r->in, BB_M_PDF_ARTIFACT_IN_TAG, where(r),
                          byte_number(r, r->content.command.at));
    if (type == NULL)
        return;
    const char *name = bb_content_text(&r->content, type);
    if (type->kind != BB_TOKEN_NAME || !g_strv_contains(TYPES, name))
        bb_inspect_report(r->in, BB_M_PDF_ARTIFACT_TYPE, where(r),
                          type->kind == BB_TOKEN_NAME ? name : "");
}

static voice voice_of(const run *r)
{
    return r->marks->len > 0 ? g_array_index(r->marks, mark, r->marks->len - 1).voice : r->voice;
}

/* The text behind a key of the properties, for g_free; NULL when there is none. */
static char *property_text(const run *r, const char *key)
{
    const char *name = operand_text(r, 1);
    const bb_token *entry = bb_content_entry(&r->content, 1, key);

    if (name != NULL)
        return bb_cos_text(
            bb_cos_get(bb_cos_get(bb_cos_get(r->resources, "Properties"), name), key));
    if (entry == NULL || entry->kind != BB_TOKEN_STRING)
        return NULL;
    const bb_cos value = {.kind = BB_COS_STRING,
                          .count = (int)entry->length,
                          .bytes = bb_content_text(&r->content, entry)};
    return bb_cos_text(&value);
}

/* Words that a mark gives are said once, for all that it holds. */
static void hear_mark(run *r, voice *v)
{
    static const char *const INSTEAD[] = {"ActualText", "Alt"};
    char *lang = property_text(r, "Lang");

    if (lang != NULL)
        v->lang = bb_reading_take_language(r->in, lang);
    for (size_t i = 0; i < G_N_ELEMENTS(INSTEAD); i++) {
        g_autofree char *words = property_text(r, INSTEAD[i]);
        if (words == NULL || v->leaf == NULL || v->silent)
            continue;
        bb_reading_say(r->in, v->leaf, v->lang, words);
        v->silent = true;
    }
}

static void open_mark(run *r)
{
    mark m = {.kind = MARK_OTHER, .saves = r->saves->len, .voice = voice_of(r)};
    gint64 mcid = 0;
    bool numbered = read_properties(r, &mcid, &m.told);

    check_mark_language(r);
    if (g_strcmp0(operand_text(r, 0), "Artifact") == 0) {
        check_artifact(r);
        m.kind = MARK_ARTIFACT;
        m.voice.silent = true;
    } else if (numbered) {
        m.voice.leaf = open_tag(r, mcid, &m.told);
        m.kind = MARK_TAG;
    }
    if (r->in->reading != NULL)
        hear_mark(r, &m.voice);
    push_mark(r, m);
}

static void close_mark(run *r)
{
    guint open = r->marks->len;

    if (open == 0) {
        bb_inspect_report(r->in, BB_M_PDF_MARK_CLOSE, where(r),
                          byte_number(r, r->content.command.at));
        return;
    }
    if (r->place == BB_AT_TEXT && open == r->text_marks) {
        bb_inspect_report(r->in, BB_M_PDF_MARK_TEXT, where(r),
                          byte_number(r, r->content.command.at));
        r->text_marks--;
    }
    if (g_array_index(r->marks, mark, open - 1).saves != r->saves->len && !r->crossed) {
        r->crossed = true;
        bb_inspect_report(r->in, BB_M_PDF_MARK_STATE, where(r),
                          byte_number(r, r->content.command.at));
    }
    pop_mark(r);
}

static void end_text(run *r)
{
    if (r->marks->len > r->text_marks) {
        bb_inspect_report(r->in, BB_M_PDF_MARK_TEXT, where(r),
                          byte_number(r, r->content.command.at));
        r->text_marks = r->marks->len;
    }
    r->place = BB_AT_PAGE;
}

/* --- state and text --- */

static void save(run *r)
{
    enum { MOST_SAVES = 28, KEPT = 10000 };

    if (r->saves->len >= MOST_SAVES && !r->deep) {
        r->deep = true;
        bb_inspect_report(r->in, BB_M_PDF_SAVES_DEEP, where(r));
    }
    if (r->saves->len < KEPT)
        g_array_append_val(r->saves, r->state);
}

static void restore(run *r)
{
    if (r->saves->len == 0) {
        bb_inspect_report(r->in, BB_M_PDF_RESTORE, where(r), byte_number(r, r->content.command.at));
        return;
    }
    r->state = g_array_index(r->saves, text_state, r->saves->len - 1);
    g_array_set_size(r->saves, r->saves->len - 1);
}

static void set_graphics_state(run *r)
{
    const bb_cos *state = resource(r, "ExtGState", 0);
    const bb_cos *font = bb_cos_item(bb_cos_get(state, "Font"), 0);

    if (state == NULL)
        return;
    bb_inspect_graphics_state(r->in, r->page, state);
    if (bb_cos_is_dictionary(font))
        r->state.font = bb_inspect_font(r->in, r->page, font);
}

static void show_codes(run *r, const bb_token *string, bool told)
{
    const char *bytes = bb_content_text(&r->content, string);
    voice v = voice_of(r);

    bb_inspect_font_show(r->state.font, bytes, string->length, told, r->state.mode != 3);
    if (r->in->reading != NULL && v.leaf != NULL && !v.silent)
        bb_reading_show(r->in, v.leaf, v.lang, r->state.font, bytes, string->length);
}

static void show(run *r)
{
    bool text = false, told = is_told(r);

    for (guint i = 0; i < r->content.operands->len; i++) {
        const bb_token *operand = bb_content_operand(&r->content, i);
        if (operand->kind != BB_TOKEN_STRING || operand->length == 0)
            continue;
        text = true;
        if (r->state.font != NULL)
            show_codes(r, operand, told);
    }
    if (!text)
        return;
    paint(r);
    if (r->state.font == NULL)
        bb_inspect_report(r->in, BB_M_PDF_NO_FONT, where(r), byte_number(r, r->content.command.at));
}

static void check_intent(run *r, const char *name)
{
    static const char *const INTENTS[] = {"RelativeColorimetric", "AbsoluteColorimetric",
                                          "Perceptual", "Saturation", NULL};

    if (name != NULL && !g_strv_contains(INTENTS, name))
        bb_inspect_report(r->in, BB_M_PDF_RENDERING_INTENT, where(r), name);
}

/* --- colours --- */

static void use_device(run *r, const char *name)
{
    const bb_cos space = {.kind = BB_COS_NAME, .count = (int)strlen(name), .bytes = name};

    bb_inspect_colour_space(r->in, r->page, &space, r->resources);
}

static bool is_direct_space(const char *name)
{
    static const char *const NAMES[] = {"DeviceGray", "DeviceRGB", "DeviceCMYK", "Pattern", NULL};

    return name != NULL && g_strv_contains(NAMES, name);
}

static void set_space(run *r)
{
    const char *name = operand_text(r, 0);

    if (is_direct_space(name))
        use_device(r, name);
    else
        bb_inspect_colour_space(r->in, r->page, resource(r, "ColorSpace", 0), r->resources);
}

static void use_shading(run *r, const bb_cos *shading)
{
    if (shading != NULL)
        bb_inspect_colour_space(r->in, r->page, bb_cos_get(shading, "ColorSpace"), r->resources);
}

/* Whether content of this holder was not yet run through, covered or not. */
static bool is_new(run *r, const bb_cos *holder, bool covered)
{
    int seen = GPOINTER_TO_INT(g_hash_table_lookup(r->in->shown, holder));
    int bit = covered ? 2 : 1;

    if ((seen & bit) != 0)
        return false;
    g_hash_table_insert(r->in->shown, (void *)holder, GINT_TO_POINTER(seen | bit));
    return true;
}

static void run_inside(run *r, const bb_cos *stream, const bb_cos *resources, bool covered)
{
    if (r->in->running >= BB_MOST_FORM_DEPTH) {
        bb_inspect_report(r->in, BB_M_PDF_FORM_DEEP, where(r));
        return;
    }
    g_autoptr(GBytes) data = bb_cos_stream_data(r->in->file, stream);
    if (data == NULL)
        bb_inspect_report(r->in, BB_M_PDF_STREAM, bb_inspect_at_object(r->in, stream));
    else
        run_stream(r->in, r->page, stream, resources, r, covered, data);
}

static void set_pattern(run *r)
{
    guint last = r->content.operands->len;

    if (last == 0 || operand_text(r, last - 1) == NULL)
        return;
    const bb_cos *pattern = resource(r, "Pattern", last - 1);
    if (pattern == NULL)
        return;
    use_shading(r, bb_cos_get(pattern, "Shading"));
    if (pattern->kind == BB_COS_STREAM && is_new(r, pattern, true))
        run_inside(r, pattern, bb_cos_get(pattern, "Resources"), true);
}

/* --- pictures and forms --- */

/* Read aloud, a form says its words wherever it is shown, unless they are leaves of its own. */
static bool is_said_again(run *r, const bb_owner *owner)
{
    enum { DECODING = 100 }; /* as much work as so many operators */

    if (r->in->reading == NULL || voice_of(r).leaf == NULL || owner != NULL)
        return false;
    r->in->operators += DECODING;
    return true;
}

static void show_form(run *r, const bb_cos *form)
{
    const bb_cos *resources = bb_cos_get(form, "Resources");
    const bb_owner *owner = g_hash_table_lookup(r->in->owner_of, form);
    bool covered = is_covered(r);

    if (bb_cos_get(form, "OPI") != NULL || bb_cos_get(form, "PS") != NULL ||
        bb_cos_get(form, "Ref") != NULL || bb_cos_is(bb_cos_get(form, "Subtype2"), "PS"))
        bb_inspect_report(r->in, BB_M_PDF_FORM_KEYS, bb_inspect_at_object(r->in, form));
    bb_inspect_group(r->in, r->page, form);
    if (is_new(r, form, covered) || is_said_again(r, owner))
        run_inside(r, form, resources, covered);
    else if (owner != NULL && g_hash_table_size(owner->leaves) > 0)
        bb_inspect_report(r->in, BB_M_PDF_FORM_TWICE, where(r));
}

static void show_object(run *r)
{
    const bb_cos *object = resource(r, "XObject", 0);
    const char *subtype = bb_cos_name(bb_cos_get(object, "Subtype"));

    if (object == NULL)
        return;
    if (g_strcmp0(subtype, "Form") == 0) {
        show_form(r, object);
        return;
    }
    paint(r);
    if (g_strcmp0(subtype, "Image") == 0)
        bb_inspect_image(r->in, r->page, object, r->resources);
    else
        bb_inspect_report(r->in, BB_M_PDF_XOBJECT, where(r), subtype != NULL ? subtype : "");
}

static const bb_token *inline_entry(const run *r, const char *key, const char *brief)
{
    for (guint i = 0; i + 1 < r->content.operands->len; i++) {
        const char *name = operand_text(r, i);
        if (g_strcmp0(name, key) == 0 || g_strcmp0(name, brief) == 0)
            return bb_content_operand(&r->content, i + 1);
    }
    return NULL;
}

static void show_inline(run *r)
{
    static const struct {
        const char *brief, *full;
    } SPACES[] = {{"G", "DeviceGray"}, {"RGB", "DeviceRGB"}, {"CMYK", "DeviceCMYK"}};
    const bb_token *space = inline_entry(r, "ColorSpace", "CS");
    const bb_token *interpolate = inline_entry(r, "Interpolate", "I");

    paint(r);
    for (guint i = 0; i < r->content.operands->len; i++) {
        const char *name = operand_text(r, i);
        if (g_strcmp0(name, "LZW") == 0 || g_strcmp0(name, "LZWDecode") == 0)
            bb_inspect_report(r->in, BB_M_PDF_INLINE_FILTER, where(r), name);
    }
    if (interpolate != NULL && strcmp(bb_content_text(&r->content, interpolate), "true") == 0)
        bb_inspect_report(r->in, BB_M_PDF_INTERPOLATE, where(r));
    for (size_t i = 0; space != NULL && i < G_N_ELEMENTS(SPACES); i++) {
        const char *name = bb_content_text(&r->content, space);
        if (strcmp(name, SPACES[i].brief) == 0 || strcmp(name, SPACES[i].full) == 0)
            use_device(r, SPACES[i].full);
    }
}

/* --- operators --- */

static void begin_path(run *r)
{
    r->place = BB_AT_PATH;
}

static void end_path(run *r)
{
    r->place = BB_AT_PAGE;
}

static void paint_path(run *r)
{
    paint(r);
    r->place = BB_AT_PAGE;
}

static void begin_text(run *r)
{
    r->place = BB_AT_TEXT;
    r->text_marks = r->marks->len;
}

static void set_font(run *r)
{
    const bb_cos *font = resource(r, "Font", 0);

    r->state.font = bb_cos_is_dictionary(font) ? bb_inspect_font(r->in, r->page, font) : NULL;
}

static void set_mode(run *r)
{
    r->state.mode = (int)CLAMP(bb_content_operand(&r->content, 0)->number, 0, 7);
}

static void set_gray(run *r)
{
    use_device(r, "DeviceGray");
}

static void set_rgb(run *r)
{
    use_device(r, "DeviceRGB");
}

static void set_cmyk(run *r)
{
    use_device(r, "DeviceCMYK");
}

static void paint_shading(run *r)
{
    paint(r);
    use_shading(r, resource(r, "Shading", 0));
}

static void set_intent(run *r)
{
    check_intent(r, operand_text(r, 0));
}

static void (*const ACTIONS[])(run *) = {
    [BB_DO_NOTHING] = NULL,
    [BB_DO_SAVE] = save,
    [BB_DO_RESTORE] = restore,
    [BB_DO_STATE] = set_graphics_state,
    [BB_DO_INTENT] = set_intent,
    [BB_DO_BEGIN_PATH] = begin_path,
    [BB_DO_END_PATH] = end_path,
    [BB_DO_PAINT_PATH] = paint_path,
    [BB_DO_BEGIN_TEXT] = begin_text,
    [BB_DO_END_TEXT] = end_text,
    [BB_DO_FONT] = set_font,
    [BB_DO_MODE] = set_mode,
    [BB_DO_SHOW] = show,
    [BB_DO_GRAY] = set_gray,
    [BB_DO_RGB] = set_rgb,
    [BB_DO_CMYK] = set_cmyk,
    [BB_DO_SPACE] = set_space,
    [BB_DO_PATTERN] = set_pattern,
    [BB_DO_SHADING] = paint_shading,
    [BB_DO_OBJECT] = show_object,
    [BB_DO_INLINE] = show_inline,
    [BB_DO_MARK] = open_mark,
    [BB_DO_END_MARK] = close_mark,
};

static void perform(run *r)
{
    const char *name = bb_content_text(&r->content, &r->content.command);
    const bb_operator *row = bb_operator_find(name);
    const char *at = row == NULL || !(row->places & r->place) || !bb_operator_fits(row, &r->content)
                         ? byte_number(r, r->content.command.at)
                         : NULL;

    if (row == NULL) {
        g_autofree char *shown = g_utf8_make_valid(name, -1);
        bb_inspect_report(r->in, BB_M_PDF_OPERATOR, where(r), shown, at);
        return;
    }
    if (!bb_operator_fits(row, &r->content)) {
        bb_inspect_report(r->in, BB_M_PDF_OPERANDS, where(r), row->name, at);
        return;
    }
    if (!(row->places & r->place)) {
        bb_inspect_report(r->in, BB_M_PDF_OPERATOR_PLACE, where(r), row->name, at);
        if (row->action == BB_DO_BEGIN_TEXT || row->action == BB_DO_END_TEXT)
            return;
    }
    if (ACTIONS[row->action] != NULL)
        ACTIONS[row->action](r);
}

/* --- streams --- */

static void end_run(run *r)
{
    if (r->bare > 0)
        bb_inspect_report(r->in, BB_M_PDF_UNTAGGED, where(r), r->first_bare,
                          byte_number(r, r->first_at), bb_inspect_format(r->in, "%d", r->bare));
    if (r->marks->len > 0)
        bb_inspect_report(r->in, BB_M_PDF_MARK_OPEN, where(r));
    if (r->place != BB_AT_PAGE)
        bb_inspect_report(r->in, BB_M_PDF_STREAM_ENDS, where(r));
    if (r->saves->len > 0)
        bb_inspect_report(r->in, BB_M_PDF_SAVE_OPEN, where(r));
}

static void run_stream(bb_inspection *in, int page, const bb_cos *holder, const bb_cos *resources,
                       const run *outer, bool covered, GBytes *data)
{
    gsize size;
    const void *bytes = g_bytes_get_data(data, &size);
    run r = {
        .in = in,
        .resources = resources,
        .holder = holder,
        .owner = g_hash_table_lookup(in->owner_of, holder),
        .page = page,
        .place = BB_AT_PAGE,
        .marks = g_array_new(FALSE, FALSE, sizeof(mark)),
        .saves = g_array_new(FALSE, FALSE, sizeof(text_state)),
        .covered = covered,
        .told = outer != NULL && is_told(outer),
    };
    bb_content_event event;

    if (outer != NULL) {
        r.state = outer->state;
        r.voice = voice_of(outer);
    }
    in->running++;
    bb_content_init(&r.content, bytes, size);
    while ((event = bb_content_next(&r.content)) != BB_CONTENT_END) {
        if (++in->operators > BB_MOST_OPERATORS)
            break;
        if (event == BB_CONTENT_OPERATOR)
            perform(&r);
        else
            bb_inspect_report(in, BB_M_PDF_CONTENT_SYNTAX, where(&r), r.content.problem,
                              byte_number(&r, r.content.problem_at));
    }
    if (in->operators > BB_MOST_OPERATORS)
        bb_inspect_report(in, BB_M_PDF_CONTENT_LONG, "");
    else
        end_run(&r);
    in->running--;
    bb_content_clear(&r.content);
    g_array_unref(r.marks);
    g_array_unref(r.saves);
}

void bb_inspect_hidden_content(bb_inspection *in, int page, const bb_cos *stream,
                               const bb_cos *resources)
{
    run outer = {.in = in, .page = page, .holder = stream};

    if (in->running >= BB_MOST_FORM_DEPTH) {
        bb_inspect_report(in, BB_M_PDF_FORM_DEEP, bb_inspect_at_page(in, page));
    } else if (stream != NULL && stream->kind == BB_COS_STREAM && is_new(&outer, stream, true)) {
        g_autoptr(GBytes) data = bb_cos_stream_data(in->file, stream);
        if (data != NULL)
            run_stream(in, page, stream, resources, NULL, true, data);
        else
            bb_inspect_report(in, BB_M_PDF_STREAM, bb_inspect_at_object(in, stream));
    }
}

/* --- pages --- */

static void append_stream(bb_inspection *in, GByteArray *all, const bb_cos *stream)
{
    enum { MOST_CONTENT = 256 * 1024 * 1024 };
    gsize size;

    if (stream == NULL)
        return;
    g_autoptr(GBytes) data = bb_cos_stream_data(in->file, stream);
    if (data == NULL || all->len + g_bytes_get_size(data) > MOST_CONTENT) {
        bb_inspect_report(in, BB_M_PDF_STREAM, bb_inspect_at_object(in, stream));
        return;
    }
    const guint8 *bytes = g_bytes_get_data(data, &size);
    /* Decoding counts as well, lest a thousand pages share one huge stream. */
    in->operators += size / 16 + 100;
    g_byte_array_append(all, bytes, (guint)size);
    g_byte_array_append(all, (const guint8 *)"\n", 1);
}

/* The page's resources, or those that it inherits, which PDF/A doesn't allow. */
static const bb_cos *page_resources(bb_inspection *in, const bb_page *page)
{
    const bb_cos *own = bb_cos_get(page->dictionary, "Resources");
    const bb_cos *node = page->dictionary;

    for (int depth = 0; own == NULL && node != NULL && depth < BB_MOST_TREE_DEPTH; depth++) {
        node = bb_cos_get(node, "Parent");
        if (bb_cos_get(node, "Resources") == NULL)
            continue;
        bb_inspect_report(in, BB_M_PDF_RESOURCES_INHERITED, bb_inspect_at_page(in, page->number));
        return bb_cos_get(node, "Resources");
    }
    return own;
}

static void inspect_page(bb_inspection *in, const bb_page *page)
{
    const bb_cos *contents = bb_cos_get(page->dictionary, "Contents");
    const bb_cos *resources = page_resources(in, page);
    GByteArray *all = g_byte_array_new();

    bb_inspect_group(in, page->number, page->dictionary);
    append_stream(in, all, contents != NULL && contents->kind == BB_COS_STREAM ? contents : NULL);
    for (int i = 0; i < bb_cos_length(contents) && in->operators < BB_MOST_OPERATORS; i++)
        append_stream(in, all, bb_cos_item(contents, i));
    g_autoptr(GBytes) data = g_byte_array_free_to_bytes(all);
    run_stream(in, page->number, page->dictionary, resources, NULL, false, data);
}

void bb_inspect_content(bb_inspection *in)
{
    for (guint i = 0; i < in->pages->len && in->operators <= BB_MOST_OPERATORS; i++)
        inspect_page(in, in->pages->pdata[i]);
}
