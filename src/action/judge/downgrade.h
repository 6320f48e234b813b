/* downgrade.h: who would be held below what is granted, were these edits made (D4).
 * The dialogs' and the command line's warnings come from here. */
#ifndef ACTION_JUDGE_DOWNGRADE_H
#define ACTION_JUDGE_DOWNGRADE_H

#include "action/core/plan.h"

/* Warn of everybody whom the edits leave below what is granted: those who rise
 * in what is granted and not to it, and those who fall to a ceiling.  One
 * warning per code (ROLE_CAP_VIEWER, ROLE_CAP_EXPLORER, ASSET_MISSING), all
 * counted.  The facts are as before on return. */
void downgrade_warn(struct edit_plan *plan, struct edit *edits, size_t n);

/* The same, then plan_edit_warned each. */
void downgrade_edits(struct edit_plan *plan, struct edit *edits, size_t n);

/* Of several commands, planned one on top of the other: what was warned of after
 * one of them may not hold after the last.  Warns anew, of all edits together. */
void downgrade_all(struct edit_plan *plan);

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
/* True if nobody lacks anything; else *err says who lacks what, and the way
 * out.  Releases. */
bool lacking_done(struct lacking *lacking, struct error *err) MUST_CHECK;

#endif
