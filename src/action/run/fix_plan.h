/* fix_plan.h: a plan that says how on where it fails. */
#ifndef ACTION_RUN_FIX_PLAN_H
#define ACTION_RUN_FIX_PLAN_H

#include "action/core/batch.h"

/* run_plan; where somebody lacks what a project imports the error names the fixes. */
bool fix_plan(struct edit_plan *plan, struct batch *batch, struct error *err)
	MUST_CHECK;

#endif
