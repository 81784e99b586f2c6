/* test_arena.c - what an arena gives is zeroed, aligned, apart, and counted. */
#include "base/arena.h"
#include "check_run.h"

#include <stdint.h>
#include <string.h>

START_TEST(gives_zeroed_aligned_memory)
{
    g_autoptr(bb_arena) arena = bb_arena_new();

    for (size_t size = 1; size < 400; size += 7) {
        unsigned char *item = bb_arena_alloc(arena, size);
        ck_assert_uint_eq((uintptr_t)item % _Alignof(max_align_t), 0);
        for (size_t i = 0; i < size; i++)
            ck_assert_uint_eq(item[i], 0);
        memset(item, 0xff, size);
    }
}
END_TEST

START_TEST(items_do_not_overlap)
{
    g_autoptr(bb_arena) arena = bb_arena_new();
    enum { COUNT = 2000 };
    uint32_t *items[COUNT];

    for (uint32_t i = 0; i < COUNT; i++) {
        /* Now and then one that is larger than a block. */
        size_t size = i % 500 == 3 ? 200000 : sizeof(uint32_t);
        items[i] = bb_arena_alloc(arena, size);
        *items[i] = i;
    }
    for (uint32_t i = 0; i < COUNT; i++)
        ck_assert_uint_eq(*items[i], i);
    ck_assert_uint_ge(bb_arena_used(arena), 4 * 200000);
}
END_TEST

START_TEST(copies_strings)
{
    g_autoptr(bb_arena) arena = bb_arena_new();

    ck_assert_str_eq(bb_arena_strdup(arena, "criterion"), "criterion");
    ck_assert_str_eq(bb_arena_strndup(arena, "criterion", 4), "crit");
    ck_assert_str_eq(bb_arena_strndup(arena, NULL, 0), "");
}
END_TEST

START_TEST(free_accepts_null)
{
    bb_arena_free(NULL);
}
END_TEST

int main(void)
{
    TCase *tests = tcase_create("arena");

    tcase_add_test(tests, gives_zeroed_aligned_memory);
    tcase_add_test(tests, items_do_not_overlap);
    tcase_add_test(tests, copies_strings);
    tcase_add_test(tests, free_accepts_null);
    return bb_check_run("arena", tests);
}
