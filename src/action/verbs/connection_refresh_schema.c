/* connection_refresh_schema.c: somebody asks for tables and columns to be read anew
 * (DOMAIN 6.6).  Who asked and when is kept; nothing is read by this program. */
#include <string.h>

#include "action/core/action.h"
#include "action/core/plan.h"
#include "action/judge/may_workspace.h"
#include "model/config.h"

/* Admins, or whoever has access where the connection says so. */
static bool may_ask(struct edit_plan *plan, const struct fact_asset *a,
		    struct error *err)
{
	const char *who = config_get(a->config, "schema_refresh_access",
				     plan->arena);

	if ((who && strcmp(who, "users_with_query_access") == 0) ||
	    may_administer(plan, err))
		return true;
	return error_remedy(err, "ask an Admin, who may also open it to everybody with "
			    "access: Who may refresh");
}

static bool plan_refresh(struct edit_plan *plan, struct error *err)
{
	struct edit edit = edit_of(EDIT_ASSET_REFRESH_ASKS);
	const struct fact_asset *a;

	if (!plan_asset_at(plan, "connection", 0, &edit.asset, err))
		return false;
	a = &plan->app->facts.assets[edit.asset];
	if (!may_ask(plan, a, err) || !may_have_kind(plan, a->kind, err))
		return false;
	if (strcmp(a->status, "draft") == 0) {
		error_set(err, ERROR_CONFLICT, "ASSET_DRAFT", "%s is a draft: it has no "
			  "schema yet", plan_word(plan, OF_ASSET, edit.asset));
		return error_remedy(err, "finish it first");
	}
	edit.value = a->refresh_asks + 1;
	plan_edit(plan, edit);
	plan_message(plan, "It " TENSE("is", "would be") " kept that the schema of %s is "
		     "to be read anew; this version reads none itself.",
		     plan_word(plan, OF_ASSET, edit.asset));
	plan_target(plan, a->id);
	return true;
}

const struct action action_connection_refresh_schema = {
	.noun = "connection", .verb = "refresh-schema",
	.summary = "Refresh schema",
	.help = "Keeps who asked for tables and columns to be read anew, and when; "
		"connection show says it. Nothing is read: this version has no "
		"connection to Hex. For Admins, and for everybody with access "
		"where schema_refresh_access says so.",
	.example = "connection refresh-schema \"Snowflake prod\"",
	.synonyms = "schema tables columns reload ask",
	.on = "connection",
	.params = {
		{ .name = "connection", .label = "Connection",
		  .type = PARAM_ASSET, .help = "a shared data connection",
		  .required = true },
	},
	.flags = ACTION_WRITES,
	.plan = plan_refresh,
};
