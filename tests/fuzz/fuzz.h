/* fuzz.h: what a fuzz target is.  The same file builds with driver.c as a plain program
 * and, without it, with clang's libFuzzer. */
#ifndef TESTS_FUZZ_FUZZ_H
#define TESTS_FUZZ_FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

/* What must hold for any input. */
#define HOLDS(condition) do { \
	if (!(condition)) { \
		fprintf(stderr, "%s:%d: does not hold: %s\n", __FILE__, __LINE__, \
			#condition); \
		abort(); \
	} \
} while (0)

/* The input as a string, up to its first NUL; free it. */
static inline char *fuzz_string(const uint8_t *data, size_t n)
{
	char *text = malloc(n + 1);

	HOLDS(text);
	memcpy(text, data, n);
	text[n] = '\0';
	return text;
}

/* Bytes turned in a block that is good: three of the input for each, where and by what.
 * How many are not as they were. */
static inline size_t fuzz_patch(uint8_t *block, size_t size, const uint8_t *data, size_t n)
{
	uint8_t *was = malloc(size);
	size_t i, changed = 0;

	HOLDS(was && size);
	memcpy(was, block, size);
	for (i = 0; i + 2 < n; i += 3)
		block[((size_t)data[i] << 8 | data[i + 1]) % size] ^= data[i + 2];
	for (i = 0; i < size; i++)
		changed += was[i] != block[i];
	free(was);
	return changed;
}

#endif
