/* mails.h: e-mail addresses in what was typed, pasted or given as an argument: the
 * one reader of lists of addresses (ARCHITECTURE 8.8). */
#ifndef MODEL_MAILS_H
#define MODEL_MAILS_H

#include <stddef.h>

#include "base/arena.h"

struct mail {
	const char *email;	/* or what stands in the place of one */
	const char *name;	/* "" if none is given */
};

/* All of the text, in its order, none twice; they live in the arena.  Commas,
 * semicolons, blanks of any kind and new lines part them.  Names may stand before:
 * Ana Bell <ana@acme.example>, "Bell, Ana" <...>, Bell, Ana <...>. */
struct mail *mails_read(struct arena *arena, const char *text, size_t *n);

#endif
