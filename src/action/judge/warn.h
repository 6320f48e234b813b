/* warn.h: what a change is warned of, whoever makes it: a verb, undo, redo, what-if
 * (D30).  The caps of D4 are downgrade.h's. */
#ifndef ACTION_JUDGE_WARN_H
#define ACTION_JUDGE_WARN_H

#include "action/core/plan.h"

/* Say what this edit, which is applied, is to be warned of: DEACTIVATED, STILL_OWNER,
 * DEFAULT_NO_ACCESS, DEFAULT_CLEARED, PLAN_LOCKED, ADMINS_ONLY, VAULT_HOLDER. */
void warn_edit(struct edit_plan *plan, const struct edit *edit);

/* plan_edit, and say what it is to be warned of, if it changes anything. */
void warn_and_edit(struct edit_plan *plan, struct edit edit);

/* Whoever is no active Admin any more, and holds a key of the vault. */
void warn_of_holder(struct edit_plan *plan, uint32_t user);

#endif
