/* connection_clear_default.c: new SQL cells start with no connection. */
#include "action/core/action.h"
#include "action/judge/may_workspace.h"

static bool plan_clear_default(struct edit_plan *plan, struct error *err)
{
	struct edit edit = edit_of(EDIT_DEFAULT_ASSET);
	const struct facts *facts = &plan->app->facts;

	if (!plan_needs_admin(plan, err) ||
	    !may_be_default(plan, NOBODY, err))
		return false;
	if (facts->default_asset != NOBODY)
		plan_target(plan, facts->assets[facts->default_asset].id);
	plan_edit(plan, edit);
	plan_message(plan, TENSE("There is", "There would be")
		     " no default connection.");
	return true;
}

const struct action action_connection_clear_default = {
	.noun = "connection", .verb = "clear-default",
	.summary = "Clear the default connection",
	.help = "New SQL cells start without a connection.",
	.example = "connection clear-default",
	.synonyms = "default none remove",
	.flags = ACTION_WRITES | ACTION_ADMIN,
	.plan = plan_clear_default,
};
