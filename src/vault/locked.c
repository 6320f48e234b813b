/* locked.c: see locked.h. */
#include "vault/locked.h"

#include <sodium.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static atomic_size_t asked;	/* bytes of all blocks; threads give some back */

bool vault_start(void)
{
	return sodium_init() >= 0;
}

void *locked_new(size_t n)
{
	void *block = sodium_malloc(n + sizeof(size_t));

	if (!block) {
		/* The guard pages or the memory are not there: as out of memory. */
		fputs("gatehouse: out of memory for keys\n", stderr);
		abort();
	}
	memset(block, 0, n + sizeof(size_t));
	memcpy(block, &n, sizeof(n));
	asked += n;
	return (char *)block + sizeof(size_t);
}

void locked_free(void *block)
{
	size_t n;

	if (!block)
		return;
	block = (char *)block - sizeof(size_t);
	memcpy(&n, block, sizeof(n));
	asked -= n;
	sodium_free(block);
}

bool locked_holds(void)
{
	FILE *file = fopen("/proc/self/status", "re");
	unsigned long kib = 0;
	char line[256];

	while (file && fgets(line, sizeof(line), file))
		if (sscanf(line, "VmLck: %lu", &kib) == 1)
			break;
	if (file)
		fclose(file);
	return !asked || kib * 1024 >= asked;
}
