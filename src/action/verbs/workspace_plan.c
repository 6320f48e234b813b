/* workspace_plan.c: put the workspace on another plan. */
#include "action/core/action.h"
#include "action/core/asked.h"
#include "action/judge/warn.h"

static bool plan_plan(struct edit_plan *plan, struct error *err)
{
	struct edit edit = edit_of(EDIT_PLAN);
	enum plan wanted;

	if (!plan_needs_admin(plan, err))
		return false;
	if (!plan_parse(plan_text(plan, "plan"), &wanted))
		return error_set(err, ERROR_INVALID, "BAD_VALUE",
				 "there is no such plan");
	edit.value = (int)wanted;
	warn_and_edit(plan, edit);
	plan_message(plan, "The workspace " TENSE("is", "would be") " on the %s plan.",
		     plan_label(wanted));
	return true;
}

static void plan_now(const struct asked *asked, struct arg *out)
{
	asked_value(asked, out, plan_code(seen_workspace(asked_seen(asked)).plan));
}

const struct action action_workspace_plan = {
	.noun = "workspace", .verb = "plan",
	.summary = "Put the workspace on another plan",
	.example = "workspace plan enterprise",
	.synonyms = "upgrade downgrade",
	.params = {
		{ .name = "plan", .label = "Plan", .help = "the new one",
		  .more = "What the workspace has with its contract. What a lower "
			"one lacks stays and counts; only deletion is left of it.",
		  .type = PARAM_PLAN, .required = true, .now = plan_now },
	},
	.flags = ACTION_WRITES | ACTION_ADMIN,
	.plan = plan_plan,
};
