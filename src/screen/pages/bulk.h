/* bulk.h: one verb over all marked rows: what it does to each, then one transaction,
 * one event, one undo. */
#ifndef SCREEN_PAGES_BULK_H
#define SCREEN_PAGES_BULK_H

#include "screen/frame/request.h"

/* Does the verb make sense over several things at once? */
bool bulk_fits(const struct action *action);
/* Where rows are marked and no page stands over the list: the command line with
 * (marked) in the place of the thing; *complete as palette_start.  False: none are. */
bool bulk_start(struct screen *screen, const struct action *action,
		struct buf *line, bool *complete);
/* Does the command name the marked rows? */
bool bulk_is(const struct request *request);
/* The page that shows what each row comes to, and saves. */
bool bulk_push(struct screen *screen, const struct request *request,
	       struct error *err) MUST_CHECK;

#endif
