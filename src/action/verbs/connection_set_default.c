/* connection_set_default.c: the connection that new SQL cells start with. */
#include <string.h>

#include "action/action.h"
#include "action/editors.h"
#include "action/word_list.h"
#include "model/kind.h"

enum { NAMED = 20 };

/* D18: for whom the default is "none". */
static void warn_without(struct edit_plan *plan, uint32_t asset)
{
	const struct facts *facts = &plan->app->facts;
	uint32_t n, i, *editors = editors_list(facts, plan->arena, &n);
	struct words names;
	const char *list;
	size_t without;

	words_init(&names, NAMED);
	for (i = 0; i < n; i++)
		if (!access_asset(facts, editors[i], asset))
			words_add(&names, names.n < NAMED ?
				  word_user(plan->arena, app_seen(plan->app), editors[i]) :
				  "");
	without = names.n;
	list = words_done(&names, plan->arena);
	if (without)
		plan_warn(plan, "DEFAULT_NO_ACCESS", "%zu of %u people who can "
			  "edit somewhere have no access to it, so no default: "
			  "%s", without, n, list);
}

static bool plan_set_default(struct edit_plan *plan, struct error *err)
{
	struct edit edit = edit_of(EDIT_DEFAULT_ASSET);
	const struct fact_asset *a;

	if (!plan_needs_admin(plan, err) ||
	    !plan_needs_plan(plan, PLAN_PROFESSIONAL, "Data connections", err) ||
	    !plan_asset_at(plan, "connection", 0, &edit.asset, err))
		return false;
	a = &plan->app->facts.assets[edit.asset];
	if (a->status && strcmp(a->status, "draft") == 0) {
		error_set(err, ERROR_CONFLICT, "ASSET_DRAFT",
			  "%s is a draft", word_cut(plan->arena, a->name));
		return error_remedy(err, "finish and test it first: gatehouse "
				    "connection edit %s", a->id);
	}
	plan_edit(plan, edit);
	warn_without(plan, edit.asset);
	plan_message(plan, "New SQL cells start with %s.",
		     word_cut(plan->arena, a->name));
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
