/* run_plan.h: commands planned one on top of the other, and what is said of them. */
#ifndef ACTION_RUN_RUN_PLAN_H
#define ACTION_RUN_RUN_PLAN_H

#include "action/core/batch.h"

/* Plan all commands one on top of the other; batch->failed on failure, where what
 * was planned stays for run_revert. */
bool run_plan(struct edit_plan *plan, struct batch *batch, struct error *err)
	MUST_CHECK;
/* The commands of a batch as part of a plan under way: of an action that is made of
 * others. */
bool run_inside(struct edit_plan *plan, struct batch *batch, struct error *err)
	MUST_CHECK;
void run_revert(struct edit_plan *plan);
void run_release(struct edit_plan *plan);
/* Message and warnings. */
void run_say(struct edit_plan *plan, struct result *out);
/* What asks is answered, or nothing is asked. */
bool run_has_yes(const struct edit_plan *plan, const struct options *opts,
		 struct error *err) MUST_CHECK;

#endif
