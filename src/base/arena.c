/* arena.c - a chain of blocks; in debug builds, a chain of single items. */
#include "base/arena.h"

#include <string.h>

#ifdef BB_DEBUG
enum { FIRST_SIZE = 0, BLOCK_SIZE = 0 }; /* every item gets a block of its own */
#else
enum { FIRST_SIZE = 4 * 1024, BLOCK_SIZE = 64 * 1024 }; /* blocks double from one to the other */
#endif

typedef struct block block;
struct block {
    block *next;
    size_t used, size;
    _Alignas(max_align_t) char bytes[];
};

struct bb_arena {
    block *blocks;     /* the first is the one being filled */
    size_t block_size; /* of the last one */
    size_t used;
};

bb_arena *bb_arena_new(void)
{
    return g_new0(bb_arena, 1);
}

void bb_arena_free(bb_arena *arena)
{
    if (arena == NULL)
        return;
    for (block *b = arena->blocks; b != NULL;) {
        block *next = b->next;
        g_free(b);
        b = next;
    }
    g_free(arena);
}

static block *block_new(size_t size)
{
    block *b = g_malloc0(sizeof(block) + size);

    b->size = size;
    return b;
}

/* A large item gets its own block behind the current one, whose rest stays in use. */
static block *block_for(bb_arena *arena, size_t size)
{
    block *first = arena->blocks;

    if (first != NULL && first->size - first->used >= size)
        return first;
    if (first != NULL && size > BLOCK_SIZE / 4) {
        block *own = block_new(size);
        own->next = first->next;
        first->next = own;
        return own;
    }
    arena->block_size = MIN(MAX(FIRST_SIZE, 2 * arena->block_size), (size_t)BLOCK_SIZE);
    block *fresh = block_new(MAX(size, arena->block_size));
    fresh->next = first;
    arena->blocks = fresh;
    return fresh;
}

void *bb_arena_alloc(bb_arena *arena, size_t size)
{
#ifndef BB_DEBUG
    const size_t align = _Alignof(max_align_t);
    size = (size + align - 1) & ~(align - 1);
#endif
    block *b = block_for(arena, size);
    void *item = b->bytes + b->used;

    b->used += size;
    arena->used += size;
    return item;
}

void *bb_arena_memdup(bb_arena *arena, const void *bytes, size_t size)
{
    void *copy = bb_arena_alloc(arena, size);

    if (size > 0)
        memcpy(copy, bytes, size);
    return copy;
}

char *bb_arena_strndup(bb_arena *arena, const char *text, size_t length)
{
    char *copy = bb_arena_alloc(arena, length + 1);

    if (length > 0)
        memcpy(copy, text, length);
    return copy;
}

char *bb_arena_strdup(bb_arena *arena, const char *text)
{
    return bb_arena_strndup(arena, text, strlen(text));
}

size_t bb_arena_used(const bb_arena *arena)
{
    return arena->used;
}
