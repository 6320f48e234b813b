/* operator.h: the right of whoever made the store, and its end (INTERFACES 2). */
#ifndef ACTION_JUDGE_OPERATOR_H
#define ACTION_JUDGE_OPERATOR_H

#include "action/core/plan.h"

/* Does an active Admin of these facts carry a login? */
bool operator_is_replaced(const struct facts *facts);
/* Once the operator's right has ended, an active Admin must stay linked: else
 * ERROR_CONFLICT LAST_LOGIN.  after: the facts as they would be. */
bool operator_login_stays(const struct app *app, const struct facts *after,
			  struct error *err) MUST_CHECK;

/* The same of what is planned, where that changes people. */
bool operator_plan_stays(const struct edit_plan *plan, struct error *err)
	MUST_CHECK;

/* Warns (NOT_LINKED) of a workspace just made in which this login is nobody, and
 * no operator either. */
void operator_warn(const struct app *app, const struct facts *made,
		   struct result *out);

#endif
