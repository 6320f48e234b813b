/* mem.h: allocation that never returns NULL.  Out of memory runs the hook
 * (which restores the terminal) and stops with a message. */
#ifndef BASE_MEM_H
#define BASE_MEM_H

#include <stddef.h>

#include "base/attr.h"

void *mem_alloc(size_t n) MUST_CHECK;			/* zeroed */
void *mem_array(size_t n, size_t size) MUST_CHECK;	/* zeroed, n * size checked */
void *mem_resize(void *old, size_t n, size_t size) MUST_CHECK;
char *mem_strdup(const char *text) MUST_CHECK;
void mem_on_oom(void (*hook)(void));

/* Make room for one more in a growing array: *cap elements are allocated. */
void *mem_grow(void *array, size_t used, size_t *cap, size_t size) MUST_CHECK;
/* The same, but with *cap 0 what is there is borrowed: it is copied, and never freed. */
void *mem_grow_own(void *array, size_t used, size_t *cap, size_t size) MUST_CHECK;

#endif
