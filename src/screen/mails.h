/* mails.h: e-mail addresses in what was typed or pasted: parted by commas,
 * semicolons, blanks and new lines, perhaps with names: Ana Bell <ana@acme.example>. */
#ifndef SCREEN_MAILS_H
#define SCREEN_MAILS_H

#include <stddef.h>

#include "base/arena.h"

struct mail {
	const char *email;	/* or what stands in the place of one */
	const char *name;	/* "" if none is given */
};

/* The terminal's paste ends here (key.h): the last address may be cut. */
enum { MAILS_MOST = 60000 };

/* All of the text, in its order, none twice; they live in the arena.  Of
 * MAILS_MOST bytes or more the last one is left out. */
struct mail *mails_split(struct arena *arena, const char *text, size_t *n);

#endif
