/* acting.h: the console while it is somebody else's: it begins as if it had been
 * started with their eyes, and oneself comes back to where one was.
 *
 * Nothing goes over in either direction: lists, marks, filters, the pinned panel, the
 * way back, what was said, what was done last, whom the last change moved.  Drafts are
 * kept for each person apart (dialog/drafts.h); undo and history know by themselves who
 * did what as whom. */
#ifndef SCREEN_CONSOLE_ACTING_H
#define SCREEN_CONSOLE_ACTING_H

#include "screen/frame/screen.h"

/* ---- the switch ------------------------------------------------------------------- */

/* Look as this user from now: a desk of their own, all that stood here is laid aside.
 * From somebody else too: then what was theirs is gone.  False: *err says why not, and
 * nothing has changed. */
bool acting_begin(struct screen *screen, const struct thing *user,
		  struct error *err) MUST_CHECK;
/* As oneself again, where one was; nothing is said.  False: what-if or a look at an
 * earlier state stands in the way (*err).  Nothing to do where one is oneself. */
bool acting_end(struct screen *screen, struct error *err) MUST_CHECK;

/* ---- the mode ---------------------------------------------------------------------- */

/* The answer of a page: as this user, or, THING_NONE, as oneself again; says what came
 * of it. */
void acting_go(struct screen *screen, const struct thing *user);
/* The key: choose as whom, or come back. */
void acting_command(struct screen *screen);
/* Esc and q on the base: come back to where one was.  False: there is no such place. */
bool acting_leave(struct screen *screen);
/* Comes back where the person is gone or deactivated since, or where one may not act as
 * somebody any more, and says so.  After each key, and when others changed something. */
void acting_check(struct screen *screen);

/* The console was started as somebody else, or not: before its desk is made. */
void acting_started(struct screen *screen);
void acting_release(struct screen *screen);

#endif
