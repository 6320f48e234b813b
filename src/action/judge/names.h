/* names.h: what things and groups may be called. */
#ifndef ACTION_JUDGE_NAMES_H
#define ACTION_JUDGE_NAMES_H

#include "action/core/plan.h"

/* Fill *err for a name that will not do; field: "title", "name". */
bool may_be_named(const char *field, const char *text, struct error *err)
	MUST_CHECK;
/* A text among the arguments, if it is given, is not too long. */
bool length_good(const struct edit_plan *plan, const char *name, struct error *err)
	MUST_CHECK;
/* Refuses what is no name and the names of built-in groups; warns where
 * another group has the name (D27).  group: the one renamed, or NOBODY. */
bool group_may_be_named(struct edit_plan *plan, uint32_t group, const char *name,
			struct error *err) MUST_CHECK;

#endif
