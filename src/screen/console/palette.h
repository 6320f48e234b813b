/* palette.h: everything gatehouse can do, found by words: actions, keys, things to
 * go to, and whole commands with their arguments. */
#ifndef SCREEN_CONSOLE_PALETTE_H
#define SCREEN_CONSOLE_PALETTE_H

#include "action/core/action.h"
#include "screen/frame/screen.h"
#include "screen/frame/thing.h"
#include "ui/key.h"

/* focus: what the verbs are about.  text: what stands in the line. */
void palette_push(struct screen *screen, const struct thing *focus,
		  const char *text);
/* The same, opened as help: keys, and what fits the focus. */
void palette_push_help(struct screen *screen, const struct thing *focus);
/* Does the action apply to such a thing? */
bool palette_applies(struct screen *screen, const struct action *action,
		     const struct thing *thing);
/* Start the action on the focus: what is missing is asked for. */
void palette_begin(struct screen *screen, const struct action *action,
		   const struct thing *focus);
/* A key of an action that applies to the focus: start it.  True if used. */
bool palette_key(struct screen *screen, const struct thing *focus,
		 const struct key *key);

#endif
