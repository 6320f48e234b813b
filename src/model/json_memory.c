/* json_memory.c: see json_memory.h. */
#include "model/json_memory.h"

#include <jansson.h>
#include <stdlib.h>

#include "base/mem.h"

static void *take(size_t n)
{
	return mem_alloc(n);
}

static void give(void *p)
{
	free(p);
}

void json_memory_use(void)
{
	json_set_alloc_funcs(take, give);
}
