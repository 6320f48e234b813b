/* mem.c: see mem.h. */
#include "base/mem.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void (*oom_hook)(void);

void mem_on_oom(void (*hook)(void))
{
	oom_hook = hook;
}

static NORETURN void out_of_memory(void)
{
	static const char text[] = "gatehouse: out of memory; nothing was half done\n";

	if (oom_hook)
		oom_hook();
	if (write(STDERR_FILENO, text, sizeof(text) - 1) < 0)
		_exit(70);
	_exit(70);
}

void *mem_alloc(size_t n)
{
	return mem_array(n, 1);
}

void *mem_array(size_t n, size_t size)
{
	void *p = calloc(n ? n : 1, size ? size : 1);

	if (!p)
		out_of_memory();
	return p;
}

void *mem_resize(void *old, size_t n, size_t size)
{
	void *p;

	if (size && n > SIZE_MAX / size)
		out_of_memory();
	p = realloc(old, n && size ? n * size : 1);
	if (!p)
		out_of_memory();
	return p;
}

void *mem_grow(void *array, size_t used, size_t *cap, size_t size)
{
	if (used < *cap)
		return array;
	*cap = *cap ? *cap * 2 : 4;
	return mem_resize(array, *cap, size);
}

void *mem_grow_own(void *array, size_t used, size_t *cap, size_t size)
{
	void *own;

	if (*cap)
		return mem_grow(array, used, cap, size);
	*cap = used + used / 2 + 4;
	own = mem_resize(NULL, *cap, size);
	if (used)
		memcpy(own, array, used * size);
	return own;
}

char *mem_strdup(const char *text)
{
	size_t n = strlen(text) + 1;
	char *copy = mem_alloc(n);

	memcpy(copy, text, n);
	return copy;
}
