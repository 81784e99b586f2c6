/* fuzz.h - the door that every fuzz target has: libFuzzer calls it with bytes that it makes up,
 * replay.c with the files of a corpus. Always gives 0. */
#ifndef BB_TESTS_FUZZ_FUZZ_H
#define BB_TESTS_FUZZ_FUZZ_H

#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static inline void fuzz_abort(int signal)
{
    (void)signal;
    abort();
}

/* GLib ends a program with a trap, which libFuzzer doesn't see: make it an abort. */
static inline void fuzz_catch_traps(void)
{
    signal(SIGTRAP, fuzz_abort);
}

#endif
