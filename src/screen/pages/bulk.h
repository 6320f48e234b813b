/* bulk.h: one verb over all marked rows: what it does to each, then one transaction,
 * one event, one undo. */
#ifndef SCREEN_PAGES_BULK_H
#define SCREEN_PAGES_BULK_H

#include "screen/frame/request.h"
#include "screen/tabs/view.h"

#define BULK_MARKED "(marked)"	/* the word that stands for each marked row */

/* Does the verb make sense over several things at once? */
bool bulk_fits(const struct action *action);
/* Does the command name the marked rows? */
bool bulk_is(const struct request *request);
/* The page that shows what each marked row of the view comes to, and saves.  view:
 * NULL where none is marked. */
bool bulk_push(struct screen *screen, struct view *view,
	       const struct request *request, struct error *err) MUST_CHECK;

#endif
