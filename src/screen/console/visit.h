/* visit.h: a visit to a demo: the console on a private copy of another workspace, with
 * all that stood on the screen kept below; leaving the copy comes back to it. */
#ifndef SCREEN_CONSOLE_VISIT_H
#define SCREEN_CONSOLE_VISIT_H

#include "action/core/action.h"
#include "screen/frame/screen.h"

/* What the action opens (play_opens); from a copy: instead of it.  pages->app is
 * another screen then.  False: *err, and all is as it was. */
bool visit_begin(struct screen *screen, const struct action *action,
		 const struct args *args, struct error *err) MUST_CHECK;
/* The copy is removed, unless it was to be kept; pages->app is the screen below.
 * False: it is no copy. */
bool visit_end(struct pages *pages);

#endif
