/* grid_step.c - how rows may be torn.
 *
 * A line drawn across the grid at some height parts each cell at the last good place above it. Only
 * heights at which some cell ends a piece matter. A state is good when every cell that has begun
 * has something above the line, or nothing to part. */
#include "layout/grid_private.h"

#include <stdlib.h>

/* A good place in a cell: content up to there ends at this height below the grid's top. */
typedef struct {
    bb_break at;
    bb_length height;
    int keep;
    bool lines;
} place;

typedef struct {
    bb_grid *grid;
    GArray **places; /* by cell: place, from the top down; the last is the end */
    GArray *heights; /* bb_length */
} stepper;

static bb_length top_of_cell(const bb_grid *grid, const bb_grid_cell *cell)
{
    return bb_grid_row_at(grid, cell->row)->top;
}

/* strict leaves out places that would leave a line alone or break a keep. */
static GArray *places_in_cell(const bb_grid *grid, int index, bool strict)
{
    const bb_grid_cell *cell = bb_grid_cell_at(grid, index);
    GArray *places = g_array_new(FALSE, FALSE, sizeof(place));
    bb_break end = bb_stack_end(cell->content), at = cell->from;
    bb_length edges = cell->before + cell->after + cell->baseline;

    while (!bb_break_equal(at, end)) {
        at = bb_stack_next(cell->content, at);
        bool last = bb_break_equal(at, end);
        bb_break_cost cost = last ? (bb_break_cost){0} : bb_stack_cost(cell->content, at);
        if (strict && (cost.keep >= BB_KEEP_ALWAYS || cost.lines))
            continue;
        place p = {
            .at = at,
            .height = top_of_cell(grid, cell) + edges +
                      bb_stack_measure(cell->content, cell->from, at, NULL),
            .keep = cost.keep,
            .lines = cost.lines,
        };
        g_array_append_val(places, p);
    }
    return places;
}

static int compare_lengths(const void *a, const void *b)
{
    bb_length x = *(const bb_length *)a, y = *(const bb_length *)b;

    return (x > y) - (x < y);
}

static void gather_heights(stepper *s)
{
    for (int i = 0; i < (int)s->grid->cells->len; i++) {
        for (guint n = 0; n < s->places[i]->len; n++)
            g_array_append_val(s->heights, g_array_index(s->places[i], place, n).height);
    }
    for (int r = 1; r < (int)s->grid->rows->len; r++)
        g_array_append_val(s->heights, bb_grid_row_at(s->grid, r)->top);
    g_array_sort(s->heights, compare_lengths);
}

/* The last place at or above the height, or NULL. */
static const place *place_above(const GArray *places, bb_length height)
{
    const place *best = NULL;

    for (guint i = 0; i < places->len; i++) {
        const place *p = &g_array_index(places, place, i);
        if (p->height > height)
            break;
        best = p;
    }
    return best;
}

static bool is_between_rows(const bb_grid *grid, bb_length height)
{
    for (int r = 1; r < (int)grid->rows->len; r++) {
        if (bb_grid_row_at(grid, r)->top == height)
            return true;
    }
    return false;
}

typedef struct {
    bool good, anything, complete;
} verdict;

static verdict try_height(const stepper *s, bb_length height, bb_break *at, bb_grid_state *state)
{
    verdict v = {true, false, true};

    for (int i = 0; i < (int)s->grid->cells->len; i++) {
        const bb_grid_cell *cell = bb_grid_cell_at(s->grid, i);
        const place *p = place_above(s->places[i], height);
        bool begun = top_of_cell(s->grid, cell) < height;
        bool empty = bb_break_equal(bb_stack_end(cell->content), cell->from);
        at[i] = cell->from;
        if (!begun || empty) {
            v.complete = v.complete && empty;
            continue;
        }
        if (p == NULL) {
            v.good = false;
            return v;
        }
        at[i] = p->at;
        state->keep = MAX(state->keep, p->keep);
        state->lines = state->lines || p->lines;
        v.anything = true;
        v.complete = v.complete && bb_break_equal(p->at, bb_stack_end(cell->content));
    }
    return v;
}

static bool same_places(const bb_grid_state *state, const bb_break *at, int cells)
{
    for (int i = 0; i < cells; i++) {
        if (!bb_break_equal(state->places[i], at[i]))
            return false;
    }
    return true;
}

static void find_states(bb_grid *grid, bool strict)
{
    int cells = (int)grid->cells->len;
    stepper s = {
        .grid = grid,
        .places = g_new0(GArray *, (gsize)cells),
        .heights = g_array_new(FALSE, FALSE, sizeof(bb_length)),
    };
    g_autofree bb_break *at = g_new(bb_break, (gsize)cells + 1);

    for (int i = 0; i < cells; i++)
        s.places[i] = places_in_cell(grid, i, strict);
    gather_heights(&s);
    for (guint i = 0; i < s.heights->len; i++) {
        bb_length height = g_array_index(s.heights, bb_length, i);
        bb_grid_state state = {.height = height, .row = !is_between_rows(grid, height)};
        verdict v = try_height(&s, height, at, &state);
        if (!v.good || !v.anything || v.complete)
            continue;
        guint count = grid->states->len;
        if (count > 0 &&
            same_places(&g_array_index(grid->states, bb_grid_state, count - 1), at, cells))
            continue;
        state.places = bb_arena_memdup(grid->layout->scratch, at, sizeof(bb_break) * (size_t)cells);
        g_array_append_val(grid->states, state);
    }
    for (int i = 0; i < cells; i++)
        g_array_unref(s.places[i]);
    g_free(s.places);
    g_array_unref(s.heights);
}

void bb_grid_find_states(bb_grid *grid)
{
    if (grid->states_known)
        return;
    grid->states_known = true;
    find_states(grid, false);
}
