/* locked.h: memory for keys and values: locked, between guard pages, wiped when it is
 * given back.  Few and small blocks: each takes three pages. */
#ifndef VAULT_LOCKED_H
#define VAULT_LOCKED_H

#include <stdbool.h>
#include <stddef.h>

#include "base/attr.h"

/* Before anything else of this room, and again at no cost; false: the system gives no
 * random numbers, and nothing here may be used. */
bool vault_start(void) MUST_CHECK;
/* Zeroed.  Out of memory stops the program, as mem_alloc does. */
void *locked_new(size_t n) MUST_CHECK;
void locked_free(void *block);		/* wipes; NULL is nothing */
/* Does the system really keep what was asked for out of swap?  sodium_malloc says
 * nothing where mlock fails, so the kernel is asked (VmLck). */
bool locked_holds(void);

#endif
