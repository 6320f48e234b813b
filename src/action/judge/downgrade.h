/* downgrade.h: who would be held below what is granted, were these edits made (D4).
 * The dialogs' and the command line's warnings come from here. */
#ifndef ACTION_JUDGE_DOWNGRADE_H
#define ACTION_JUDGE_DOWNGRADE_H

#include "action/core/plan.h"

/* warn_and_edit each; and whoever the plan leaves below what is granted is to be
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

#endif
