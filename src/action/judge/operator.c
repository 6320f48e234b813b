/* operator.c: while nobody else can act as an Admin, who made the store can. */

#include <string.h>

#include "action/judge/operator.h"
#include "store/store.h"

bool operator_is_replaced(const struct facts *facts)
{
	const struct fact_user *user;
	uint32_t i;

	for (i = 0; i < facts->n_users; i++) {
		user = &facts->users[i];
		if (!user->gone && user->active && user->role == ROLE_ADMIN &&
		    user->login)
			return true;
	}
	return false;
}

bool operator_login_stays(const struct app *app, const struct facts *after,
			  struct error *err)
{
	if (app->demo || !store_operator_ended(app->store) ||
	    operator_is_replaced(after))
		return true;
	error_set(err, ERROR_CONFLICT, "LAST_LOGIN",
		  "no active Admin would be linked to a login any more");
	return error_remedy(err, "link another one first: gatehouse user edit "
			    "EMAIL --unix-login LOGIN");
}

bool operator_plan_stays(const struct edit_plan *plan, struct error *err)
{
	enum edit_kind kind;
	size_t i;

	for (i = 0; i < plan->n; i++) {
		kind = plan->edits[i].kind;
		if (kind == EDIT_USER_ROLE || kind == EDIT_USER_ACTIVE ||
		    kind == EDIT_USER_LOGIN || kind == EDIT_USER_DELETE)
			return operator_login_stays(plan->app,
						    &plan->app->facts, err);
	}
	return true;
}

void operator_warn(const struct app *app, const struct facts *made,
		   struct result *out)
{
	struct warning *all;
	uint32_t i;

	if (!operator_is_replaced(made))
		return;
	for (i = 0; i < made->n_users; i++)
		if (made->users[i].active && made->users[i].login &&
		    strcmp(made->users[i].login, app->login) == 0)
			return;
	all = arena_array(&out->arena, out->n_warnings + 1, sizeof(*all));
	if (out->n_warnings)
		memcpy(all, out->warnings, out->n_warnings * sizeof(*all));
	all[out->n_warnings].code = "NOT_LINKED";
	all[out->n_warnings++].text = arena_printf(&out->arena, "an Admin of it is "
		"linked to a login, and %s to nobody: this session may only "
		"read.  Made with --admin EMAIL it may act", app->login);
	out->warnings = all;
}
