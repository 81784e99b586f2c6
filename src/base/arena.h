/* arena.h - memory that is freed whole.
 *
 * One arena belongs to one document (the FO tree in one, the area tree in another). What it gives
 * is zeroed, aligned for any type, and lives until the arena is freed; nothing is freed singly.
 * Out of memory aborts. A debug build takes each item from malloc by itself, so that
 * AddressSanitizer sees an overrun of any of them. */
#ifndef BB_BASE_ARENA_H
#define BB_BASE_ARENA_H

#include <glib.h>
#include <stddef.h>

typedef struct bb_arena bb_arena;

bb_arena *bb_arena_new(void);
void bb_arena_free(bb_arena *arena); /* accepts NULL */

void *bb_arena_alloc(bb_arena *arena, size_t size);
char *bb_arena_strdup(bb_arena *arena, const char *text);
char *bb_arena_strndup(bb_arena *arena, const char *text, size_t length);
void *bb_arena_memdup(bb_arena *arena, const void *bytes, size_t size);

/* Bytes handed out so far: for the notes on memory that benchmarks print. */
size_t bb_arena_used(const bb_arena *arena);

#define bb_arena_new0(arena, type) ((type *)bb_arena_alloc((arena), sizeof(type)))
#define bb_arena_array(arena, type, count)                                                         \
    ((type *)bb_arena_alloc((arena), sizeof(type) * (size_t)(count)))

G_DEFINE_AUTOPTR_CLEANUP_FUNC(bb_arena, bb_arena_free)

#endif
