/* leaving.h: all that a person leaves behind: what they own and to whom it goes, what
 * nobody can edit any more, groups, grants, API tokens, and what they saw of secrets
 * (INTERFACES 2: user deactivate, and its report). */
#ifndef ACTION_WORKSPACE_LEAVING_H
#define ACTION_WORKSPACE_LEAVING_H

#include "action/core/plan.h"

struct leaving {
	struct app *app;
	struct arena *arena;
	uint32_t user;
	const uint32_t *heir;		/* by project: who takes it over; NOBODY: it stays */
	int64_t until;			/* of an event: what was seen later is none of it; 0 */
	/* ---- its own */
	bool *edited;			/* by project: they could edit it */
	struct plan_row *rows;
	size_t n, cap;
};

/* The facts are as before they leave ... */
void leaving_before(struct leaving *self);
/* ... and as after it: what nobody can edit any more stands in front.  The rows live in
 * the arena; *n of them. */
const struct plan_row *leaving_after(struct leaving *self, size_t *n);
void leaving_drop(struct leaving *self);	/* ... instead: nothing is told */

#endif
