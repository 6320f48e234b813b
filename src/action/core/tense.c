/* tense.c: see tense.h. */
#include "action/core/tense.h"

#include <string.h>

const char *tense_choose(const char *text, bool done, struct arena *arena)
{
	enum { BOTH, IS, WOULD } at = BOTH;
	char *out, *to;

	if (!text)
		return NULL;
	to = out = arena_alloc(arena, strlen(text) + 1);
	for (; *text; text++) {
		if (*text == '\1')
			at = IS;
		else if (*text == '\2')
			at = WOULD;
		else if (*text == '\3')
			at = BOTH;
		else if (at == BOTH || (at == IS) == done)
			*to++ = *text;
	}
	return out;
}
