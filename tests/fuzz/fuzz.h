/* fuzz.h - the door that every fuzz target has: libFuzzer calls it with bytes that it makes up,
 * replay.c with the files of a corpus. Always gives 0. */
#ifndef BB_TESTS_FUZZ_FUZZ_H
#define BB_TESTS_FUZZ_FUZZ_H

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#endif
