/* undo_plan.h: undo and redo of events, planned as any other write: the old state
 * comes back where nothing has moved on, else it is a conflict that says who moved
 * what; and each is judged as the change that it makes now (judge.h). */
#ifndef ACTION_UNDO_UNDO_PLAN_H
#define ACTION_UNDO_UNDO_PLAN_H

#include "action/core/plan.h"
#include "action/undo/event_log.h"

/* number: as typed, or NULL: the newest own event that stands (redo: own undo that
 * stands).  Where that one cannot be taken back it says so; no older one is.  An event
 * that is itself an undo is turned the other way round. */
bool undo_plan(struct edit_plan *plan, bool redo, const char *number,
	       struct error *err) MUST_CHECK;

/* ---- undo_seen.c: may it be told of ------------------------------------------- */

/* Somebody else's: the subject sees all that it names. */
bool undo_seen(const struct app *app, const struct past *past);
/* One's own: what it is about may still be known; else *err is what the verb that
 * makes the change would say. */
bool undo_mine(struct edit_plan *plan, const struct past *past,
		   struct error *err) MUST_CHECK;

#endif
