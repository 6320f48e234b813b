/* connection_set_default.c: the connection that new SQL cells start with. */
#include "action/core/action.h"
#include "action/judge/may_workspace.h"
#include "action/judge/warn.h"

static bool plan_set_default(struct edit_plan *plan, struct error *err)
{
	struct edit edit = edit_of(EDIT_DEFAULT_ASSET);
	const struct fact_asset *a;

	if (!plan_needs_admin(plan, err) ||
	    !may_be_default(plan, NOBODY, err) ||
	    !plan_asset_at(plan, "connection", 0, &edit.asset, err) ||
	    !may_be_default(plan, edit.asset, err))
		return false;
	a = &plan->app->facts.assets[edit.asset];
	warn_and_edit(plan, edit);
	plan_message(plan, "New SQL cells " TENSE("start", "would start") " with %s.",
		     plan_word(plan, OF_ASSET, edit.asset));
	plan_target(plan, a->id);
	return true;
}

const struct action action_connection_set_default = {
	.noun = "connection", .verb = "set-default",
	.summary = "Set as default",
	.help = "New SQL cells start with the default connection. For people "
		"without access to it there is no default: a warning counts "
		"them.",
	.example = "connection set-default \"Snowflake prod\"",
	.synonyms = "default source sql",
	.key = "D",
	.on = "connection",
	.params = {
		{ .name = "connection", .label = "Connection",
		  .type = PARAM_ASSET, .help = "a shared data connection",
		  .required = true },
	},
	.flags = ACTION_WRITES | ACTION_ADMIN,
	.plan = plan_set_default,
};
