/* no_effect.h: what a change leaves without effect. */
#ifndef ACTION_JUDGE_NO_EFFECT_H
#define ACTION_JUDGE_NO_EFFECT_H

#include "action/core/plan.h"

/* Of the grants and shares (of projects and assets) among the plan's edits: warn
 * (NO_EFFECT) of each that gives nobody anything now, because others give as much or nobody is there to get
 * it.  What it warned of before is forgotten.  Whom the subject may not see is not
 * spoken of. */
void no_effect_warn(struct edit_plan *plan);

#endif
