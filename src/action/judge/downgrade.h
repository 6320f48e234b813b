/* downgrade.h: who would be held below what is granted, were these edits made (D4).
 * The dialogs' and the command line's warnings come from here. */
#ifndef ACTION_JUDGE_DOWNGRADE_H
#define ACTION_JUDGE_DOWNGRADE_H

#include "action/core/plan.h"

/* plan_edit_warned each; and whoever the plan leaves below what is granted is to be
 * warned of, when it is previewed. */
void downgrade_edits(struct edit_plan *plan, struct edit *edits, size_t n);

/* Taken change by change (preview_pass): everybody whom the plan leaves below what is
 * granted: those who rise in what is granted and not to it, and those who fall to a
 * ceiling. */
struct downgraded;
/* NULL: the plan does not ask, or is quiet. */
struct downgraded *downgraded_new(struct edit_plan *plan);
void downgraded_take(struct downgraded *self, const struct change *change);
/* One warning per code (ROLE_CAP_VIEWER, ROLE_CAP_EXPLORER, ASSET_MISSING), all
 * counted, where the plan first asked for them.  Frees it. */
void downgraded_warn(struct downgraded *self);

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
