/* effect.h: what a change leaves without effect, and what looks like another. */
#ifndef ACTION_JUDGE_EFFECT_H
#define ACTION_JUDGE_EFFECT_H

#include "action/core/plan.h"

/* Of the grants and shares (of projects and assets) among the plan's edits: warn
 * (NO_EFFECT) of each that gives nobody anything now, because others give as much or nobody is there to get
 * it.  What it warned of before is forgotten.  Whom the subject may not see is not
 * spoken of. */
void effect_warn(struct edit_plan *plan);

/* Two people whose addresses look the same and are not (LOOK_ALIKE): the later one
 * first.  In the arena. */
struct look_alike { uint32_t user, other; };
struct look_alike *look_alikes(const struct facts *facts, struct arena *arena,
			       size_t *n);

#endif
