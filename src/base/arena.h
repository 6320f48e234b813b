/* arena.h: memory that is freed all at once, by whoever shows the result.
 * A zeroed struct is an empty arena.  Nothing here returns NULL. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/attr.h"

struct arena_block;

struct arena {
	struct arena_block *head;
	size_t used;		/* bytes handed out */
};

void arena_release(struct arena *arena);	/* frees all; reusable after */
void *arena_alloc(struct arena *arena, size_t n) MUST_CHECK;	/* zeroed */
void *arena_array(struct arena *arena, size_t n, size_t size) MUST_CHECK;
/* Was it handed out by this arena? */
bool arena_holds(const struct arena *arena, const void *at);
char *arena_strdup(struct arena *arena, const char *text) MUST_CHECK;
char *arena_strndup(struct arena *arena, const char *text, size_t n) MUST_CHECK;
char *arena_printf(struct arena *arena, const char *fmt, ...)
	PRINTF_LIKE(2, 3) MUST_CHECK;
char *arena_vprintf(struct arena *arena, const char *fmt, va_list list)
	PRINTF_LIKE(2, 0) MUST_CHECK;

#endif
