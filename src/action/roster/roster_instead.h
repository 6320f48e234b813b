/* roster_instead.h: what a file of people did, as commands that need none, for who records
 * it: a scenario may not read a file of the outside (INTERFACES 5). */
#ifndef ACTION_ROSTER_ROSTER_INSTEAD_H
#define ACTION_ROSTER_ROSTER_INSTEAD_H

#include "action/core/plan.h"
#include "model/roster/roster.h"

/* These people are added, n of them, and put into groups by these edits: plan->instead.
 * Nothing where nobody records, or where one step could not hold it. */
void roster_instead(struct edit_plan *plan, const struct roster_row *const *rows, size_t n,
		    const struct edit *members, size_t n_members);

#endif
