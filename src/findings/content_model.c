/* content_model.c - a small automaton over the names of children. */
#include "findings/content_model.h"

#include <string.h>

const char BB_MODEL_TEXT[] = "#text";

enum { NOWHERE = -1 };

/* Over its name, or (no name) freely, to one or two states; the end goes nowhere. */
typedef struct {
    const char *name;
    int to, other;
} state;

struct bb_model {
    GArray *states; /* state */
    int start;
};

struct bb_walk {
    const bb_model *model;
    const char *const *free_names;
    bool *here, *there; /* one a state: where the walk stands, and where it would stand next */
};

bb_model *bb_model_new(void)
{
    bb_model *model = g_new0(bb_model, 1);

    model->states = g_array_new(FALSE, FALSE, sizeof(state));
    return model;
}

void bb_model_free(bb_model *model)
{
    if (model == NULL)
        return;
    g_array_unref(model->states);
    g_free(model);
}

static int add(bb_model *model, const char *name, int to, int other)
{
    state added = {name, to, other};

    g_array_append_val(model->states, added);
    return (int)model->states->len - 1;
}

int bb_model_end(bb_model *model)
{
    return add(model, NULL, NOWHERE, NOWHERE);
}

int bb_model_child(bb_model *model, const char *name, int next)
{
    return add(model, name, next, NOWHERE);
}

int bb_model_text(bb_model *model, int next)
{
    int loop = bb_model_loop_open(model);

    bb_model_loop_close(model, loop, add(model, BB_MODEL_TEXT, loop, NOWHERE), next);
    return loop;
}

int bb_model_split(bb_model *model, int first, int second)
{
    return add(model, NULL, first, second);
}

int bb_model_loop_open(bb_model *model)
{
    return add(model, NULL, NOWHERE, NOWHERE);
}

void bb_model_loop_close(bb_model *model, int loop, int part, int next)
{
    state *opened = &g_array_index(model->states, state, loop);

    opened->to = part;
    opened->other = next;
}

void bb_model_set_start(bb_model *model, int start)
{
    model->start = start;
}

static const state *state_at(const bb_walk *walk, int index)
{
    return &g_array_index(walk->model->states, state, index);
}

static bool is_free(const bb_walk *walk, const char *name)
{
    for (size_t i = 0; walk->free_names != NULL && walk->free_names[i] != NULL; i++) {
        if (walk->free_names[i] == name)
            return true;
    }
    return false;
}

/* Marks a state and all that can be reached from it without a child. */
static void enter(const bb_walk *walk, bool *set, int index)
{
    if (index == NOWHERE || set[index])
        return;
    const state *s = state_at(walk, index);
    set[index] = true;
    if (s->name == NULL || is_free(walk, s->name)) {
        enter(walk, set, s->to);
        enter(walk, set, s->other);
    }
}

bb_walk *bb_walk_new(const bb_model *model, const char *const *free_names)
{
    bb_walk *walk = g_new0(bb_walk, 1);

    walk->model = model;
    walk->free_names = free_names;
    walk->here = g_new0(bool, model->states->len);
    walk->there = g_new0(bool, model->states->len);
    enter(walk, walk->here, model->start);
    return walk;
}

void bb_walk_free(bb_walk *walk)
{
    if (walk == NULL)
        return;
    g_free(walk->here);
    g_free(walk->there);
    g_free(walk);
}

static bool allows(const bb_walk *walk, const bool *set, const char *name)
{
    for (guint i = 0; i < walk->model->states->len; i++) {
        if (set[i] && state_at(walk, (int)i)->name == name && name != NULL)
            return true;
    }
    return false;
}

/* Marks in there where the walk would stand behind the name; false when it can't stand here. */
static bool look_ahead(const bb_walk *walk, const char *name)
{
    bool moved = false;

    memset(walk->there, 0, walk->model->states->len * sizeof(bool));
    for (guint i = 0; i < walk->model->states->len; i++) {
        if (walk->here[i] && state_at(walk, (int)i)->name == name && name != NULL) {
            enter(walk, walk->there, state_at(walk, (int)i)->to);
            moved = true;
        }
    }
    return moved;
}

bool bb_walk_step(bb_walk *walk, const char *name)
{
    if (!look_ahead(walk, name))
        return false;
    bool *swap = walk->here;
    walk->here = walk->there;
    walk->there = swap;
    return true;
}

bool bb_walk_allows(const bb_walk *walk, const char *name)
{
    return allows(walk, walk->here, name);
}

bool bb_walk_allows_then(const bb_walk *walk, const char *name, const char *then)
{
    return look_ahead(walk, name) && allows(walk, walk->there, then);
}

bool bb_walk_may_end(const bb_walk *walk)
{
    for (guint i = 0; i < walk->model->states->len; i++) {
        const state *s = state_at(walk, (int)i);
        if (walk->here[i] && s->name == NULL && s->to == NOWHERE && s->other == NOWHERE)
            return true;
    }
    return false;
}

static bool reaches(const bb_walk *walk, bool *seen, int index, const char *name)
{
    if (index == NOWHERE || seen[index])
        return false;
    const state *s = state_at(walk, index);
    seen[index] = true;
    return s->name == name || reaches(walk, seen, s->to, name) ||
           reaches(walk, seen, s->other, name);
}

bool bb_walk_reaches(const bb_walk *walk, const char *name)
{
    bool *seen = g_new0(bool, walk->model->states->len);
    bool found = false;

    for (guint i = 0; i < walk->model->states->len && !found; i++)
        found = walk->here[i] && reaches(walk, seen, (int)i, name);
    g_free(seen);
    return found;
}

GPtrArray *bb_walk_expected(const bb_walk *walk)
{
    GPtrArray *names = g_ptr_array_new();

    for (guint i = 0; i < walk->model->states->len; i++) {
        const char *name = walk->here[i] ? state_at(walk, (int)i)->name : NULL;
        if (name != NULL && !g_ptr_array_find(names, name, NULL))
            g_ptr_array_add(names, (gpointer)name);
    }
    g_ptr_array_add(names, NULL);
    return names;
}
