/* pasted.c: see pasted.h. */
#include "screen/frame/pasted.h"

#include <string.h>

struct mail *mails_split(struct arena *arena, const char *text, size_t *n)
{
	struct mail *mail = mails_read(arena, text, n);

	if (*n && strlen(text) >= MAILS_MOST)
		--*n;
	return mail;
}
