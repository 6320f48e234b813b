/* may_workspace.h: what may be done to people, assets and switches.  All but
 * may_have_kind is for Admins, which is asked for by whoever asks the others. */
#ifndef ACTION_JUDGE_MAY_WORKSPACE_H
#define ACTION_JUDGE_MAY_WORKSPACE_H

#include "action/core/plan.h"

/* The role Admin itself, where no verb is named. */
bool may_administer(struct edit_plan *plan, struct error *err) MUST_CHECK;
/* DOMAIN 6.44: which plan has this switch. */
bool may_switch(struct edit_plan *plan, const char *setting, int value,
		struct error *err) MUST_CHECK;
/* The plan has the role (Explorer: Team). */
bool may_give_role(struct edit_plan *plan, enum role role, struct error *err)
	MUST_CHECK;
/* No address is used twice. */
bool may_have_email(struct edit_plan *plan, const char *email, enum role role,
		    struct error *err) MUST_CHECK;
/* The login is well formed, and nobody else's. */
bool may_have_login(struct edit_plan *plan, uint32_t user, const char *login,
		    struct error *err) MUST_CHECK;
/* Data connections of the plan, and no draft. */
bool may_be_default(struct edit_plan *plan, uint32_t asset, struct error *err)
	MUST_CHECK;
/* The default connection is no draft. */
bool may_be_draft(struct edit_plan *plan, uint32_t asset, struct error *err)
	MUST_CHECK;
/* D15: the plan has this kind of asset. */
bool may_have_kind(struct edit_plan *plan, uint32_t kind, struct error *err)
	MUST_CHECK;
#endif
