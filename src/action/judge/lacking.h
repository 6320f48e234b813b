/* lacking.h: D4: who is granted more than a person without access to what a project
 * imports may hold. */
#ifndef ACTION_JUDGE_LACKING_H
#define ACTION_JUDGE_LACKING_H

#include "action/core/plan.h"

/* D4: refuse `level` for a person who lacks an imported asset: a new or raised
 * direct grant, or ownership.  Collects all of them, then one error. */
struct lacking {
	struct edit_plan *plan;
	uint32_t project, first;	/* the first person who lacks something */
	enum level level;
	bool owning;			/* it is about ownership */
	size_t people;
	struct buf text;		/* "Dana Ilves (Snowflake prod), ..." */
};

void lacking_init(struct lacking *lacking, struct edit_plan *plan, uint32_t project,
		  enum level level);
void lacking_check(struct lacking *lacking, uint32_t user);
/* True if nobody lacks anything; else *err says who lacks what, and plan->blocked for
 * which the ways out are to be found.  Releases. */
bool lacking_done(struct lacking *lacking, struct error *err) MUST_CHECK;

#endif
