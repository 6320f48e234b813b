/* may.h: who may do what to a project (DOMAIN 4.1 step 5 and 6). */
#ifndef ACTION_JUDGE_MAY_H
#define ACTION_JUDGE_MAY_H

#include "action/core/plan.h"

/* The subject's answer on the project; no access for operator and outsider. */
void may_answer(struct edit_plan *plan, uint32_t project, struct answer *out);

/* At least this effective level.  what: "sharing", "importing into": for
 * "%s Revenue model needs Can Edit". */
bool may_with_level(struct edit_plan *plan, uint32_t project, enum level least,
		    const char *what, struct error *err) MUST_CHECK;
/* The project is not archived or in the trash. */
bool may_while_active(struct edit_plan *plan, uint32_t project, const char *what,
		      struct error *err) MUST_CHECK;
/* Full Access but for the project's state (`manages`). */
bool may_manage(struct edit_plan *plan, uint32_t project, const char *what,
		struct error *err) MUST_CHECK;
/* A project that is put away takes no grants (4.1 step 5).  Where its owner is
 * deactivated, or nobody who is active could bring it back, an Admin may take it over
 * (rows 23, 40): is it so? */
bool may_be_taken_over(const struct app *app, uint32_t project);
/* Change a share from one level to another: rows 32-34, D6, state. */
bool may_set_share(struct edit_plan *plan, uint32_t project, enum level before,
		   enum level after, struct error *err) MUST_CHECK;
/* Row 41: describe it: Admins and Managers where they can view, others where they can
 * edit, while it is active. */
bool may_describe(struct edit_plan *plan, uint32_t project, struct error *err)
	MUST_CHECK;
/* ... and set status and categories: Editors and up; an endorsed status (NULL: it is
 * about none): Admins and Managers, from the Team plan up. */
bool may_label(struct edit_plan *plan, uint32_t project, const char *status,
	       struct error *err) MUST_CHECK;
/* The roles that make projects, of one's own or as a copy (B10): Editor and up.
 * what: "creating projects". */
bool may_make_projects(struct edit_plan *plan, const char *what,
		       struct error *err) MUST_CHECK;
/* plan_user_at, for who shares the project: a Guest, who sees nobody, names a person
 * by the exact e-mail. */
bool may_name_person(struct edit_plan *plan, uint32_t project, const char *name,
		     size_t i, uint32_t *out, struct error *err) MUST_CHECK;
/* D21: not below Full Access for the owner. */
bool may_touch_owner(struct edit_plan *plan, uint32_t project, uint32_t user,
		     enum level after, struct error *err) MUST_CHECK;
/* D21, D4: may this person become the owner?  Guests need a yes. */
bool may_own(struct edit_plan *plan, uint32_t project, uint32_t user,
	     struct error *err) MUST_CHECK;
/* One project more on this plan? */
bool may_hold_more_projects(struct edit_plan *plan, struct error *err) MUST_CHECK;
/* D26: an active Admin other than this one is left. */
bool may_lose_admin(struct edit_plan *plan, uint32_t user, struct error *err)
	MUST_CHECK;

/* A public link from one level to another: D24, and the switch of the workspace. */
bool may_web(struct edit_plan *plan, enum level before, enum level after,
	     struct error *err) MUST_CHECK;
/* Out of the trash, within 30 days; the plan has room for one more. */
bool may_restore(struct edit_plan *plan, uint32_t project, struct error *err)
	MUST_CHECK;
/* Bring this shared asset into the project: plan, access (A61), D19.  The level on
 * the project is asked for by whoever asks this. */
bool may_import(struct edit_plan *plan, uint32_t project, uint32_t asset,
		struct error *err) MUST_CHECK;
/* Row 12: the roles that give a project connections and secrets of its own. */
bool may_make_own(struct edit_plan *plan, struct error *err) MUST_CHECK;

#endif
