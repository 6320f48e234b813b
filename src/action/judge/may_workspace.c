/* may_workspace.c: what the plan, the names that are taken and the last Admin allow
 * to be done to people, assets and switches.  That it is an Admin who does it is
 * asked for by whoever asks these. */
#include "action/judge/may_workspace.h"

#include <string.h>

#include "action/core/word_list.h"
#include "base/text.h"
#include "model/kind.h"

enum { LOGIN_BYTES = 64 };

bool may_administer(struct edit_plan *plan, struct error *err)
{
	return app_is_admin(plan->app) ||
		app_admins_only("changing people, groups, assets or the "
				"workspace", err);
}

/* The security page is Team, hiding secret values Enterprise. */
bool may_switch(struct edit_plan *plan, const char *setting, int value,
		struct error *err)
{
	enum plan least = PLAN_TEAM;

	if (strcmp(setting, "show_secret_values") == 0 && !value)
		least = PLAN_ENTERPRISE;
	return plan_needs_plan(plan, least, "these settings", err);
}

bool may_give_role(struct edit_plan *plan, enum role role, struct error *err)
{
	return role != ROLE_EXPLORER ||
		plan_needs_plan(plan, PLAN_TEAM, "people with the role Explorer", err);
}

bool may_have_email(struct edit_plan *plan, const char *email, enum role role,
		    struct error *err)
{
	if (facts_user_by_email(&plan->app->facts, email) == NOBODY)
		return true;
	error_set(err, ERROR_CONFLICT, "EMAIL_TAKEN", "there is a user %s already",
		  word_cut(plan->arena, email));
	error_field(err, "email");
	return error_remedy(err, "to change the role: gatehouse user role %s %s",
			    email, role_code(role));
}

static bool login_good(const char *login, struct error *err)
{
	const char *fault = NULL;

	if (strlen(login) > LOGIN_BYTES)
		fault = "is longer than 64 bytes";
	else if (text_has_control(login) || login[strcspn(login, " :/")])
		fault = "holds a blank, a colon or a slash";
	if (!fault)
		return true;
	error_set(err, ERROR_INVALID, "LOGIN_INVALID", "the login %.60s %s", login,
		  fault);
	error_field(err, "unix_login");
	return error_remedy(err, "give the login name of a Unix account");
}

bool may_have_login(struct edit_plan *plan, uint32_t user, const char *login,
		    struct error *err)
{
	const struct facts *facts = &plan->app->facts;
	const struct fact_user *u;
	uint32_t i;

	if (!login_good(login, err))
		return false;
	for (i = 0; i < facts->n_users; i++) {
		u = &facts->users[i];
		if (i == user || u->gone || !u->login ||
		    strcmp(u->login, login) != 0)
			continue;
		error_set(err, ERROR_CONFLICT, "LOGIN_TAKEN",
			  "the login %.60s is %s", login,
			  plan_word(plan, OF_USER, i));
		error_field(err, "unix_login");
		return error_remedy(err, "first: gatehouse user edit %s "
				    "--unix-login \"\"", u->email);
	}
	return true;
}

bool may_have_kind(struct edit_plan *plan, uint32_t kind, struct error *err)
{
	return plan_needs_plan(plan, kind_at(kind)->plan, kind_at(kind)->plural,
			       err);
}

bool may_be_default(struct edit_plan *plan, uint32_t asset, struct error *err)
{
	const struct fact_asset *a;

	if (!plan_needs_plan(plan, PLAN_PROFESSIONAL, "Data connections", err))
		return false;
	if (asset == NOBODY)
		return true;
	a = &plan->app->facts.assets[asset];
	if (!a->status || strcmp(a->status, "draft") != 0)
		return true;
	error_set(err, ERROR_CONFLICT, "ASSET_DRAFT", "%s is a draft",
		  plan_word(plan, OF_ASSET, asset));
	return error_remedy(err, "finish and test it first: gatehouse connection "
			    "edit %s", a->id);
}

bool may_be_draft(struct edit_plan *plan, uint32_t asset, struct error *err)
{
	const struct facts *facts = &plan->app->facts;

	if (facts->default_asset != asset)
		return true;
	error_set(err, ERROR_CONFLICT, "ASSET_DEFAULT", "%s is the default "
		  "connection, which cannot be a draft",
		  plan_word(plan, OF_ASSET, asset));
	error_field(err, "draft");
	return error_remedy(err, "first: gatehouse connection clear-default");
}
