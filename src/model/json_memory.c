/* json_memory.c: see json_memory.h. */
#include "model/json_memory.h"

#include <jansson.h>
#include <malloc.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

static void *take(size_t n)
{
	return mem_alloc(n);
}

/* What a file says may be a secret value: nothing of it stays behind. */
static void give(void *p)
{
	if (p)
		explicit_bzero(p, malloc_usable_size(p));
	free(p);
}

void json_memory_use(void)
{
	json_set_alloc_funcs(take, give);
}
