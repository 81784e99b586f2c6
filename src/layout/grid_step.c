/* grid_step.c - how rows may be torn.
 *
 * The rows are filled step by step, as a page would be: a row begins when there is room for the
 * first piece of every cell that begins in it, and each step lets those cells go on whose next
 * piece ends highest. A row whose own cells are done is left only when the first step of the next
 * row is no higher than the next piece of the cells that go on beside it; so cells over several
 * rows may be torn while the next row waits. Every step is a state at which the grid may be torn.
 */
#include "layout/grid_private.h"

/* A place where a cell may be torn: filled up to it, it ends this far below the grid's top. The
 * last one is no different: what closes the cell counts when its row does. */
typedef struct {
    bb_break at;
    bb_length length;
    int keep;
    bool lines, forced;
    bb_fo_keyword kind;
} place;

typedef struct {
    GArray *places; /* place, from the top down; the last is the end */
    int reached;    /* the last place that is filled; -1 when nothing is */
} progress;

typedef struct {
    bb_grid *grid;
    progress *cells;
    int row;            /* that is being filled */
    bool waits;         /* that row is done; the next one waits for cells that go on */
    bb_break_cost cost; /* forced, when the last step came to a forced break */
} stepper;

/* --- the places of a cell --- */

static bb_length top_of_cell(const bb_grid *grid, const bb_grid_cell *cell)
{
    return bb_grid_row_at(grid, cell->row)->top;
}

static place place_at(const bb_grid *grid, const bb_grid_cell *cell, bb_break at)
{
    bool last = bb_break_equal(at, bb_stack_end(cell->content));
    bb_break_cost cost = last ? (bb_break_cost){0} : bb_stack_cost(cell->content, at);
    bb_length content = bb_stack_measure(cell->content, cell->from, at, NULL);

    content = bb_length_max(content, bb_grid_least_height(grid, cell));
    return (place){
        .at = at,
        .length =
            top_of_cell(grid, cell) + cell->before + cell->baseline + content + cell->after_torn,
        .keep = cost.keep,
        .lines = cost.lines,
        .forced = cost.forced,
        .kind = cost.kind,
    };
}

static bool is_strict(const place *p)
{
    return p->forced || (p->keep < BB_KEEP_ALWAYS && !p->lines);
}

/* Between two places that break no keep and leave no line alone, the others count only when no page
 * has room for the whole; or where lines are not parted by a page but only change their width. */
static void add_strict(GArray *places, GArray *all, guint from, guint to, bb_length top,
                       const bb_layout *layout)
{
    bb_length page = layout->body_height;
    bb_length above = from > 0 ? g_array_index(all, place, from - 1).length : top;
    bb_length piece = g_array_index(all, place, to).length - above;
    bool whole = page == 0 || piece <= page;

    if (whole && !layout->tears_anywhere)
        g_array_append_val(places, g_array_index(all, place, to));
    else
        g_array_append_vals(places, &g_array_index(all, place, from), to - from + 1);
}

static GArray *places_in_cell(const bb_grid *grid, int index)
{
    const bb_grid_cell *cell = bb_grid_cell_at(grid, index);
    GArray *all = g_array_new(FALSE, FALSE, sizeof(place));
    GArray *places = g_array_new(FALSE, FALSE, sizeof(place));
    bb_break end = bb_stack_end(cell->content);
    guint from = 0;

    for (bb_break at = cell->from; !bb_break_equal(at, end);) {
        at = bb_stack_next(cell->content, at);
        place p = place_at(grid, cell, at);
        g_array_append_val(all, p);
    }
    for (guint to = 0; to < all->len; to++) {
        if (to + 1 < all->len && !is_strict(&g_array_index(all, place, to)))
            continue;
        add_strict(places, all, from, to, top_of_cell(grid, cell), grid->layout);
        from = to + 1;
    }
    g_array_unref(all);
    return places;
}

/* --- how far the cells are --- */

static const place *reached_place(const stepper *s, int cell)
{
    const progress *p = &s->cells[cell];

    return p->reached >= 0 ? &g_array_index(p->places, place, p->reached) : NULL;
}

static const place *next_place(const stepper *s, int cell)
{
    const progress *p = &s->cells[cell];

    return p->reached + 1 < (int)p->places->len ? &g_array_index(p->places, place, p->reached + 1)
                                                : NULL;
}

static bool is_active(const stepper *s, int cell)
{
    const bb_grid_cell *c = bb_grid_cell_at(s->grid, cell);

    return c->row <= s->row && c->row + c->rows > s->row;
}

/* The room that the row's own cells need to begin at all. */
static bb_length first_step(const stepper *s, int row)
{
    bb_length most = bb_grid_row_at(s->grid, row)->top;

    for (int i = 0; i < (int)s->grid->cells->len; i++) {
        const bb_grid_cell *cell = bb_grid_cell_at(s->grid, i);
        const place *next = next_place(s, i);
        if (cell->row == row && next != NULL)
            most = bb_length_max(most, next->length);
    }
    return most;
}

/* Where the next piece of a cell ends that can go on; BB_LENGTH_MAX when none can. */
static bb_length next_step(const stepper *s)
{
    bb_length least = BB_LENGTH_MAX;

    for (int i = 0; i < (int)s->grid->cells->len; i++) {
        const place *next = next_place(s, i);
        if (is_active(s, i) && next != NULL)
            least = bb_length_min(least, next->length);
    }
    return least;
}

static bool row_is_done(const stepper *s)
{
    for (int i = 0; i < (int)s->grid->cells->len; i++) {
        const bb_grid_cell *cell = bb_grid_cell_at(s->grid, i);
        if (cell->row + cell->rows - 1 == s->row && next_place(s, i) != NULL)
            return false;
    }
    return true;
}

/* Fills the cells down to a height, each at most to its next forced break. */
static void fill(stepper *s, bb_length height)
{
    s->cost = (bb_break_cost){0};
    for (int i = 0; i < (int)s->grid->cells->len; i++) {
        const place *next;
        while (is_active(s, i) && (next = next_place(s, i)) != NULL && next->length <= height) {
            s->cells[i].reached++;
            if (!next->forced)
                continue;
            bb_break_force(&s->cost, next->kind);
            break;
        }
    }
}

/* --- states --- */

/* Between two rows, what they and the cells at their edges ask for. */
static void weigh_row_break(stepper *s, bb_grid_state *state)
{
    bb_break_cost above = bb_grid_row_edge(s->grid, s->row, true);
    bb_break_cost below = bb_grid_row_edge(s->grid, s->row + 1, false);

    state->keep = MAX(above.keep, below.keep);
    if (above.forced)
        bb_break_force(&s->cost, above.kind);
    if (below.forced)
        bb_break_force(&s->cost, below.kind);
}

static void weigh_torn_row(const stepper *s, bb_grid_state *state)
{
    const bb_fo_node *row = bb_grid_row_at(s->grid, s->row)->node;

    state->row = true;
    if (row != NULL)
        state->keep = bb_grid_keep_value(row, BB_FO_P_KEEP_TOGETHER_COLUMN);
}

/* A cell that is done may not want to be parted from what comes after its rows. */
static void weigh_cells(const stepper *s, bb_grid_state *state)
{
    for (int i = 0; i < (int)s->grid->cells->len; i++) {
        const bb_stack *content = bb_grid_cell_at(s->grid, i)->content;
        const place *p = reached_place(s, i);
        if (!is_active(s, i) || p == NULL)
            continue;
        bool done = next_place(s, i) == NULL;
        state->keep = MAX(state->keep, done ? bb_stack_edge(content, true).keep : p->keep);
        state->lines = state->lines || p->lines;
    }
}

static void add_state(stepper *s)
{
    bb_grid *grid = s->grid;
    int cells = (int)grid->cells->len;
    bb_break *places = bb_arena_alloc(grid->layout->scratch, sizeof(bb_break) * (size_t)cells);
    bb_grid_state state = {.places = places, .above = -1, .below = -1, .active = s->row};

    for (int i = 0; i < cells; i++) {
        const place *p = reached_place(s, i);
        places[i] = p != NULL ? p->at : bb_grid_cell_at(grid, i)->from;
    }
    state.done = row_is_done(s);
    if (state.done && !s->waits)
        weigh_row_break(s, &state);
    else
        weigh_torn_row(s, &state);
    weigh_cells(s, &state);
    state.forced = s->cost.forced;
    state.kind = s->cost.kind;
    g_array_append_val(grid->states, state);
}

static void find_states(stepper *s)
{
    int last = (int)s->grid->rows->len - 1;

    fill(s, first_step(s, s->row));
    for (;;) {
        bool done = row_is_done(s);
        if (done && s->row == last)
            return;
        add_state(s);
        s->waits = s->waits || done;
        bb_length step = next_step(s);
        if (s->waits && step >= first_step(s, s->row + 1)) {
            s->row++;
            s->waits = false;
            step = first_step(s, s->row);
        }
        fill(s, step);
    }
}

void bb_grid_find_states(bb_grid *grid)
{
    int cells = (int)grid->cells->len;
    stepper s = {
        .grid = grid,
        .cells = g_new0(progress, (gsize)cells + 1),
        .row = grid->rest ? grid->rest_row : 0,
    };

    if (!grid->states_known && grid->rows->len > 0) {
        grid->states_known = true;
        for (int i = 0; i < cells; i++)
            s.cells[i] = (progress){places_in_cell(grid, i), -1};
        find_states(&s);
        for (int i = 0; i < cells; i++)
            g_array_unref(s.cells[i].places);
    }
    g_free(s.cells);
}
