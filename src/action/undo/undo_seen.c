/* undo_seen.c: may an event be told of to whoever would take it back?  Nothing of
 * it, not its summary, not who moved on, is said before that. */
#include "action/judge/may.h"
#include "action/judge/may_workspace.h"
#include "action/undo/event_seen.h"
#include "action/undo/undo_plan.h"

/* What is changed of people, groups, assets and the workspace is for Admins; a project's
 * own things are not, for an Admin without the level. */
static bool is_for(const struct seen *seen, const struct past_edit *one)
{
	if (!edit_of_project(one->kind))
		return seen->all;
	return !one->own || sees_own(seen, one->project ?
		facts_project(seen_judged(seen), one->project) : NOBODY);
}

bool undo_seen(const struct app *app, const struct past *past)
{
	const struct seen *seen = app_seen(app);
	size_t i;

	if (!past->n)			/* about the whole, or a demo */
		return seen->all;
	for (i = 0; i < past->n; i++)
		if (!is_for(seen, &past->edits[i]))
			return false;
	return event_seen(seen, past);
}

bool undo_mine(struct edit_plan *plan, const struct past *past,
		   struct error *err)
{
	const struct facts *facts = &plan->app->facts;
	const struct past_edit *one;
	uint32_t project;
	size_t i;

	for (i = 0; i < past->n; i++) {
		one = &past->edits[i];
		if (!edit_of_project(one->kind)) {
			if (!may_administer(plan, err))
				return false;
			continue;
		}
		project = one->project ? facts_project(facts, one->project) :
			NOBODY;
		if (project == NOBODY || app_is_admin(plan->app) ||
		    past_edit_row(one)->whose == OF_REQUEST)
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
