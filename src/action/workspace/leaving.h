/* leaving.h: all that a person leaves behind: what they own and to whom it goes, what
 * nobody can edit any more, groups, grants, API tokens, a key of the vault, requests, what
 * they saw of secrets; and all that moves by it: an edit of the event is a row, and a pair
 * whose level moves is one (INTERFACES 2: user deactivate, and its report). */
#ifndef ACTION_WORKSPACE_LEAVING_H
#define ACTION_WORKSPACE_LEAVING_H

#include "action/core/plan.h"

struct leaving {
	struct app *app;
	struct arena *arena;
	uint32_t user;
	const uint32_t *heir;		/* by project: who takes it over; NOBODY: it stays */
	bool whole;			/* with what only a report tells: each level that moves */
	int64_t until;			/* of an event: what was seen later is none of it; 0 */
	/* ---- its own */
	struct leaving_then *then;	/* by project: who had what */
	uint32_t n_then;
	bool was_active;
	struct plan_row *rows;
	size_t n, cap;
};

/* The facts are as before they leave ... */
void leaving_before(struct leaving *self);
/* ... and as after it: what nobody can edit any more stands in front, what moved comes
 * last.  The rows live in the arena; *n of them. */
const struct plan_row *leaving_after(struct leaving *self, size_t *n);
void leaving_drop(struct leaving *self);	/* ... instead: nothing is told */

#endif
