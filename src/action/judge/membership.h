/* membership.h: people are put into a group, or taken out of it. */
#ifndef ACTION_JUDGE_MEMBERSHIP_H
#define ACTION_JUDGE_MEMBERSHIP_H

#include "action/core/plan.h"

/* .plan of group add (in) and group remove: those of "user", of the "group". */
bool membership_plan(struct edit_plan *plan, bool in, struct error *err) MUST_CHECK;

#endif
