/* content_model.h - which children may follow each other in an element.
 *
 * A model is built from the schema, back to front: every function gives the state at which its
 * part begins and is told the state behind it. A walk goes through one element's children in order;
 * it knows all readings at once, so that any content model will do. Names are compared by pointer:
 * they come from the vocabulary that the model belongs to. Words count as one more child,
 * BB_MODEL_TEXT. */
#ifndef BB_FINDINGS_CONTENT_MODEL_H
#define BB_FINDINGS_CONTENT_MODEL_H

#include <glib.h>
#include <stdbool.h>

extern const char BB_MODEL_TEXT[];

typedef struct bb_model bb_model;
typedef struct bb_walk bb_walk;

bb_model *bb_model_new(void);
void bb_model_free(bb_model *model); /* accepts NULL */

/* The end of the content. */
int bb_model_end(bb_model *model);
int bb_model_child(bb_model *model, const char *name, int next);
int bb_model_text(bb_model *model, int next);
/* Either of two ways. */
int bb_model_split(bb_model *model, int first, int second);
/* A loop: open it, build the part with the loop as what is behind it, close it with that part's
 * beginning. The loop's state lets the part come any number of times, none included. */
int bb_model_loop_open(bb_model *model);
void bb_model_loop_close(bb_model *model, int loop, int part, int next);
void bb_model_set_start(bb_model *model, int start);

/* free_names, which ends with NULL and may be NULL, are taken as present wherever they are wanted.
 */
bb_walk *bb_walk_new(const bb_model *model, const char *const *free_names);
void bb_walk_free(bb_walk *walk); /* accepts NULL */

/* Goes on over a child; false, and nothing changes, when it can't stand here. */
bool bb_walk_step(bb_walk *walk, const char *name);
bool bb_walk_allows(const bb_walk *walk, const char *name);
/* Whether name may stand here and then, behind it, this one. */
bool bb_walk_allows_then(const bb_walk *walk, const char *name, const char *then);
bool bb_walk_may_end(const bb_walk *walk);
/* Whether the name may come at some later place, after other children. */
bool bb_walk_reaches(const bb_walk *walk, const char *name);

/* The names of the children that may stand here, each once, then NULL; names lent. */
GPtrArray *bb_walk_expected(const bb_walk *walk);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(bb_model, bb_model_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(bb_walk, bb_walk_free)

#endif
