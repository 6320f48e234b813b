/* locked_text.h: a passphrase or a value on its way in: read into locked memory, never
 * an argument, never the environment (INTERFACES 2). */
#ifndef VAULT_LOCKED_TEXT_H
#define VAULT_LOCKED_TEXT_H

#include <stddef.h>

#include "base/error.h"

struct locked_text {
	char *at;		/* n bytes and a NUL */
	size_t n, most;
};

void locked_text_init(struct locked_text *text, size_t most);
void locked_text_release(struct locked_text *text);	/* wipes */
/* All bytes of the descriptor, which stays open; one final newline does not count.
 * ERROR_INVALID: it cannot be read, or there are more than `most`. */
bool locked_text_read(struct locked_text *text, int fd, struct error *err) MUST_CHECK;

#endif
