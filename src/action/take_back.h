/* take_back.h: undo and redo of events, planned as any other write: the old state
 * comes back where nothing has moved on, else it is a conflict that says who moved
 * what. */
#ifndef ACTION_TAKE_BACK_H
#define ACTION_TAKE_BACK_H

#include "action/event_log.h"
#include "action/plan.h"

/* seq 0: the newest own event that stands (redo: own undo that stands).  An event
 * that is itself an undo is turned the other way round. */
bool take_back(struct edit_plan *plan, bool redo, int64_t seq, struct error *err)
	MUST_CHECK;

/* ---- take_back_may.c ---------------------------------------------------------------- */

/* May the subject do the edits that turn this one (DOMAIN 6)?  Asked of the facts
 * before any of them is made. */
bool take_back_may(struct edit_plan *plan, const struct past_edit *one, bool back,
		   struct error *err) MUST_CHECK;
/* Is it about a project that the subject does not see, or about what only Admins
 * see? */
bool take_back_hidden(const struct app *app, const struct past *past);

#endif
