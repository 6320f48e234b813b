/* take_back_may.c: who may take an edit back, or do it again: whoever may do what
 * that takes.  Rules that dialogs block (D4) do not stand in the way: what comes
 * back was there. */
#include <string.h>

#include "action/may.h"
#include "action/take_back.h"
#include "action/word_list.h"
#include "model/kind.h"

static bool admins_only(struct edit_plan *plan, struct error *err)
{
	if (app_is_admin(plan->app))
		return true;
	error_set(err, ERROR_DENIED, "ROLE_NEEDED",
		  "changing people, groups, assets or the workspace back is for "
		  "Admins");
	error_needs(err, "admin");
	return error_remedy(err, "ask an Admin");
}

/* D26, and nobody takes away the ground under their own feet. */
static bool may_user(struct edit_plan *plan, const struct past_edit *one,
		     bool back, struct error *err)
{
	const struct facts *facts = &plan->app->facts;
	uint32_t user = one->user ? facts_user(facts, one->user) : NOBODY;
	int value = back ? one->before : one->after;

	if (user == NOBODY)
		return true;
	if (one->kind == EDIT_USER_ADD && back && (user == plan->app->actor ||
					user == app_subject(plan->app))) {
		error_set(err, ERROR_CONFLICT, "SELF",
			  "this would remove yourself");
		return error_remedy(err, "ask another Admin");
	}
	if (one->kind == EDIT_USER_ADD ||
	    (one->kind == EDIT_USER_ROLE && value != ROLE_ADMIN) ||
	    (one->kind == EDIT_USER_ACTIVE && !value))
		return may_lose_admin(plan, user, err);
	return true;
}

static bool login_free(struct edit_plan *plan, const struct past_edit *one,
		       bool back, struct error *err)
{
	const struct facts *facts = &plan->app->facts;
	const char *login = back ? one->before_text : one->after_text;
	uint32_t i;

	for (i = 0; login && i < facts->n_users; i++) {
		const struct fact_user *user = &facts->users[i];

		if (user->gone || !user->login ||
		    strcmp(user->login, login) != 0 ||
		    strcmp(user->id, one->user ? one->user : "") == 0)
			continue;
		error_set(err, ERROR_CONFLICT, "LOGIN_TAKEN",
			  "the login %.60s is %s now", login,
			  word_user(plan->arena, app_seen(plan->app), i));
		return error_remedy(err, "first: gatehouse user edit %s "
				    "--unix-login \"\"", user->email);
	}
	return true;
}

/* D19: one name, one shared secret. */
static bool name_free(struct edit_plan *plan, const char *id, const char *name,
		      struct error *err)
{
	const struct facts *facts = &plan->app->facts;
	uint32_t i;

	for (i = 0; name && i < facts->n_assets; i++) {
		const struct fact_asset *asset = &facts->assets[i];

		if (asset->gone || !kind_at(asset->kind)->secret_name ||
		    strcmp(asset->name, name) != 0 ||
		    strcmp(asset->id, id ? id : "") == 0)
			continue;
		error_set(err, ERROR_CONFLICT, "NAME_TAKEN",
			  "another secret is called %s now",
			  word_cut(plan->arena, name));
		return error_remedy(err, "rename it first");
	}
	return true;
}

static bool is_secret(const struct facts *facts, const struct past_edit *one)
{
	uint32_t n = one->asset ? facts_asset(facts, one->asset) : NOBODY;

	return n != NOBODY && kind_at(facts->assets[n].kind)->secret_name;
}

static bool may_asset(struct edit_plan *plan, const struct past_edit *one,
		      bool back, struct error *err)
{
	const struct facts *facts = &plan->app->facts;
	const struct asset_kind *kind;

	if (one->kind == EDIT_ASSET_NAME && is_secret(facts, one))
		return name_free(plan, one->asset, back ? one->before_text :
				 one->after_text, err);
	if (one->kind != EDIT_ASSET_ADD || back)
		return true;
	kind = kind_at((size_t)one->thing.value);
	return plan_needs_plan(plan, kind->plan, kind->plural, err) &&
		(!kind->secret_name ||
		 name_free(plan, one->asset, one->thing.name, err));
}

/* ---- projects --------------------------------------------------------------------- */

static bool may_state(struct edit_plan *plan, uint32_t project,
		      const struct past_edit *one, bool back, struct error *err)
{
	int now = back ? one->after : one->before;
	int then = back ? one->before : one->after;

	return may_manage(plan, project, "changing the state of", err) &&
		(now != STATE_TRASHED || then == STATE_TRASHED ||
		 may_hold_more_projects(plan, err));
}

static bool may_grant(struct edit_plan *plan, uint32_t project,
		      const struct past_edit *one, bool back, struct error *err)
{
	enum level now = (enum level)(back ? one->after : one->before);
	enum level then = (enum level)(back ? one->before : one->after);

	return may_set_share(plan, project, now, then, err);
}

/* A56: nobody brings in what they have no access to; D19: nor a second secret of
 * one name. */
static bool may_import(struct edit_plan *plan, uint32_t project,
		       const struct past_edit *one, bool back, struct error *err)
{
	const struct facts *facts = &plan->app->facts;
	uint32_t asset = one->asset ? facts_asset(facts, one->asset) : NOBODY;
	const struct fact_project *p = &facts->projects[project];
	bool on = back ? one->before : one->after;
	uint32_t i;

	if (!may_with_level(plan, project, LEVEL_CAN_EDIT, "importing into", err))
		return false;
	if (!on || asset == NOBODY)
		return true;
	if (!access_asset(facts, app_subject(plan->app), asset)) {
		error_set(err, ERROR_DENIED, "ASSET_MISSING", "you have no access "
			  "to what was imported");
		error_needs(err, "access to the asset");
		return error_remedy(err, "ask an Admin");
	}
	for (i = 0; i < p->n_own; i++) {
		if (!kind_at(p->own[i].kind)->secret_name ||
		    p->own[i].kind != facts->assets[asset].kind ||
		    strcmp(p->own[i].name, facts->assets[asset].name) != 0)
			continue;
		error_set(err, ERROR_CONFLICT, "NAME_TAKEN",
			  "%s has a secret of its own called %s now",
			  word_project(plan->arena, app_seen(plan->app), project),
			  word_asset(plan->arena, app_seen(plan->app), asset));
		return error_remedy(err, "rename or delete it first");
	}
	return true;
}

static bool may_project(struct edit_plan *plan, const struct past_edit *one,
			bool back, struct error *err)
{
	uint32_t project = one->project ?
		facts_project(&plan->app->facts, one->project) : NOBODY;

	if (project == NOBODY)		/* it comes back with this, or is gone */
		return one->kind != EDIT_PROJECT_ADD ||
			(may_make_projects(plan, "making projects", err) &&
			 may_hold_more_projects(plan, err));
	switch (one->kind) {
	case EDIT_PROJECT_ADD:
	case EDIT_PROJECT_DELETE:
		return may_manage(plan, project, "deleting", err);
	case EDIT_PROJECT_TITLE:
		return may_with_level(plan, project, LEVEL_FULL_ACCESS,
				      "renaming", err);
	case EDIT_PROJECT_DESCRIPTION:
		return may_describe(plan, project, err);
	case EDIT_PROJECT_STATUS:
	case EDIT_PROJECT_CATEGORIES:
		return may_describe(plan, project, err) &&
			may_label(plan, project, one->kind ==
				  EDIT_PROJECT_CATEGORIES ? NULL : back ?
				  one->before_text : one->after_text, err);
	case EDIT_PROJECT_STATE:
		return may_state(plan, project, one, back, err);
	case EDIT_PROJECT_OWNER:
		return may_manage(plan, project, "transferring", err);
	case EDIT_PROJECT_EDITORS:
		return may_with_level(plan, project, LEVEL_FULL_ACCESS,
				      "switching sharing of", err);
	case EDIT_PROJECT_WORKSPACE:
	case EDIT_PROJECT_PUBLIC:
	case EDIT_GRANT_USER:
	case EDIT_GRANT_GROUP:
		return may_grant(plan, project, one, back, err);
	case EDIT_IMPORT:
		return may_import(plan, project, one, back, err);
	default:
		return may_with_level(plan, project, LEVEL_CAN_EDIT, "editing",
				      err);
	}
}

bool take_back_may(struct edit_plan *plan, const struct past_edit *one, bool back,
		   struct error *err)
{
	if (one->kind > EDIT_ASSET_BUILTIN)
		return may_project(plan, one, back, err);
	if (!admins_only(plan, err))
		return false;
	if (one->kind == EDIT_USER_LOGIN)
		return login_free(plan, one, back, err);
	if (one->kind >= EDIT_USER_ADD && one->kind <= EDIT_USER_DELETE)
		return may_user(plan, one, back, err);
	return may_asset(plan, one, back, err);
}

bool take_back_hidden(const struct app *app, const struct past *past)
{
	uint32_t project;
	size_t i;

	if (app_is_admin(app))
		return false;
	for (i = 0; i < past->n; i++) {
		if (past->edits[i].kind <= EDIT_ASSET_BUILTIN)
			return true;
		project = past->edits[i].project ?
			facts_project(&app->facts, past->edits[i].project) :
			NOBODY;
		if (project == NOBODY || !sees_project(app_seen(app), project))
			return true;
	}
	return false;
}
