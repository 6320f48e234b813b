/* farewell.h: what is said on the normal screen when the console is left: a receipt. */
#ifndef SCREEN_CONSOLE_FAREWELL_H
#define SCREEN_CONSOLE_FAREWELL_H

#include "screen/frame/screen.h"

/* What ends with the console is looked at before its pages go. */
struct leaving {
	size_t steps;		/* of what-if, not applied */
	bool check;		/* one was under way */
	bool vault;		/* it was open */
	bool copied;		/* a value was in the clipboard, which was told to forget it */
};
void leaving_look(const struct screen *screen, struct leaving *out);
/* A line, at most two: what was saved, what is kept and what is gone; "" where nothing
 * was done and nothing is kept.  Names nobody. */
void leaving_words(struct screen *screen, const struct leaving *leaving,
		   struct buf *out);

#endif
