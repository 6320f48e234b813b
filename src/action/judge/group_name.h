/* group_name.h: what a custom group may be called. */
#ifndef ACTION_JUDGE_GROUP_NAME_H
#define ACTION_JUDGE_GROUP_NAME_H

#include "action/core/plan.h"

/* Refuses what is no name and the names of built-in groups; warns where
 * another group has the name (D27).  group: the one renamed, or NOBODY. */
bool group_may_be_named(struct edit_plan *plan, uint32_t group, const char *name,
			struct error *err) MUST_CHECK;

#endif
