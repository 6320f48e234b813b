/* take_back_seen.c: may an event be told of to whoever would take it back?  Nothing of
 * it, not its summary, not who moved on, is said before that. */
#include "action/may.h"
#include "action/take_back.h"

static bool sees_all_of(const struct app *app, const struct past_edit *one)
{
	const struct seen *seen = app_seen(app);
	const struct facts *facts = &app->facts;
	uint32_t project = one->project ? facts_project(facts, one->project) :
		NOBODY;

	if (one->kind <= EDIT_ASSET_BUILTIN)
		return seen->all;
	if (one->own)
		return project != NOBODY && sees_own(seen, project);
	if (seen->all)
		return true;
	return project != NOBODY && sees_project(seen, project) == SIGHT_ALL &&
		(!one->user || sees_user(seen, facts_user(facts, one->user))) &&
		(!one->group || sees_group(seen,
					   facts_group(facts, one->group))) &&
		(!one->asset || sees_asset(seen,
					   facts_asset(facts, one->asset)));
}

bool take_back_seen(const struct app *app, const struct past *past)
{
	size_t i;

	if (!past->n)			/* about the whole, or a demo */
		return app_seen(app)->all;
	for (i = 0; i < past->n; i++)
		if (!sees_all_of(app, &past->edits[i]))
			return false;
	return true;
}

static bool own_admin(struct edit_plan *plan, struct error *err)
{
	if (app_is_admin(plan->app))
		return true;
	error_set(err, ERROR_DENIED, "ROLE_NEEDED",
		  "changing people, groups, assets or the workspace is for "
		  "Admins");
	error_needs(err, "admin");
	return error_remedy(err, "ask an Admin");
}

bool take_back_own(struct edit_plan *plan, const struct past *past,
		   struct error *err)
{
	const struct facts *facts = &plan->app->facts;
	const struct past_edit *one;
	uint32_t project;
	size_t i;

	for (i = 0; i < past->n; i++) {
		one = &past->edits[i];
		if (one->kind <= EDIT_ASSET_BUILTIN) {
			if (!own_admin(plan, err))
				return false;
			continue;
		}
		project = one->project ? facts_project(facts, one->project) :
			NOBODY;
		if (project == NOBODY || app_is_admin(plan->app))
			continue;
		if (sees_project(app_seen(plan->app), project) == SIGHT_NOTHING) {
			error_set(err, ERROR_NOT_FOUND, "NOT_FOUND", "it is about "
				  "a project that you may not see any more");
			return error_remedy(err, "ask whoever owns it, or an "
					    "Admin");
		}
		if (!may_with_level(plan, project, LEVEL_CAN_VIEW,
				    "taking back a change of", err))
			return false;
	}
	return true;
}
