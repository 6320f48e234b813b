/* arena.c: see arena.h. */
#include "base/arena.h"

#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum { BLOCK_SIZE = 4096, BLOCK_MOST = 1 << 20 };

struct arena_block {
	struct arena_block *next;
	size_t used, size;
	max_align_t data[];
};

void arena_release(struct arena *arena)
{
	while (arena->head) {
		struct arena_block *next = arena->head->next;

		free(arena->head);
		arena->head = next;
	}
	arena->used = 0;
}

/* Of a large arena larger ones, so that they stay few. */
static size_t block_size(const struct arena *arena)
{
	size_t size = arena->used / 4 / BLOCK_SIZE * BLOCK_SIZE;

	return size < BLOCK_SIZE ? BLOCK_SIZE :
		size > BLOCK_MOST ? BLOCK_MOST : size;
}

static void *take(struct arena *arena, size_t n, size_t align)
{
	struct arena_block *block = arena->head;
	size_t at = block ? (block->used + align - 1) / align * align : 0;

	assert(n < SIZE_MAX / 2);
	if (!block || at + n > block->size) {
		size_t size = n > BLOCK_SIZE / 4 ? n :
			block_size(arena);

		block = mem_alloc(sizeof(*block) + size);
		block->size = size;
		at = 0;
		if (arena->head && size == n) {	/* keep filling the old one */
			block->next = arena->head->next;
			arena->head->next = block;
		} else {
			block->next = arena->head;
			arena->head = block;
		}
	}
	block->used = at + n;
	arena->used += n;
	return (char *)block->data + at;
}

void *arena_alloc(struct arena *arena, size_t n)
{
	return take(arena, n, n >= sizeof(max_align_t) ? sizeof(max_align_t) : 8);
}

void *arena_array(struct arena *arena, size_t n, size_t size)
{
	assert(!size || n < SIZE_MAX / 2 / size);
	return arena_alloc(arena, n * size);
}

bool arena_holds(const struct arena *arena, const void *at)
{
	const struct arena_block *block;
	uintptr_t here = (uintptr_t)at;

	for (block = arena->head; block; block = block->next)
		if (here >= (uintptr_t)block->data &&
		    here < (uintptr_t)block->data + block->used)
			return true;
	return false;
}

char *arena_strndup(struct arena *arena, const char *text, size_t n)
{
	char *copy = take(arena, n + 1, 1);

	memcpy(copy, text, n);
	return copy;
}

char *arena_strdup(struct arena *arena, const char *text)
{
	return arena_strndup(arena, text, strlen(text));
}

char *arena_vprintf(struct arena *arena, const char *fmt, va_list list)
{
	va_list again;
	char *text;
	int n;

	va_copy(again, list);
	n = vsnprintf(NULL, 0, fmt, again);
	va_end(again);
	text = arena_alloc(arena, (size_t)(n < 0 ? 0 : n) + 1);
	vsnprintf(text, (size_t)(n < 0 ? 0 : n) + 1, fmt, list);
	return text;
}

char *arena_printf(struct arena *arena, const char *fmt, ...)
{
	va_list list;
	char *text;

	va_start(list, fmt);
	text = arena_vprintf(arena, fmt, list);
	va_end(list);
	return text;
}
