/* explain.h: one answer told: as the text of the command line, and as what one writes
 * to the colleague who asked. */
#ifndef ACTION_RUN_EXPLAIN_H
#define ACTION_RUN_EXPLAIN_H

#include "action/run/fix_list.h"

/* What is looked for where somebody asks why: what is granted where it is held down,
 * else Can View where there is less; LEVEL_NONE: nothing is missing. */
enum level explain_wanted(const struct answer *answer);

/* A paragraph: why, by which settings, and whom to ask for what.  fixes: those for
 * explain_wanted.  Safe to show, without a line break. */
const char *explain_reply(struct app *app, const struct answer *answer,
			  const struct fix_list *fixes, struct arena *arena);

/* The sentence, the ladder, what it lets one do, the fixes with their commands; ends with a line
 * break. */
void explain_text(struct app *app, const struct answer *answer,
		  const struct fix_list *fixes, struct buf *out);

#endif
