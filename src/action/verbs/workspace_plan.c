/* workspace_plan.c: put the workspace on another plan. */
#include "action/action.h"
#include "model/kind.h"

/* D15: what is above the plan stays, counts, and cannot be edited. */
static void warn_locked(struct edit_plan *plan, enum plan now)
{
	const struct facts *facts = &plan->app->facts;
	uint32_t i, n = 0;

	for (i = 0; i < facts->n_assets; i++)
		n += !facts->assets[i].gone &&
			kind_at(facts->assets[i].kind)->plan > now;
	if (n)
		plan_warn(plan, "PLAN_LOCKED", "%u shared assets need a higher "
			  "plan: they stay and keep counting, but only deletion "
			  "is left", n);
}

static bool plan_plan(struct edit_plan *plan, struct error *err)
{
	struct edit edit = edit_of(EDIT_PLAN);
	enum plan wanted;

	if (!plan_needs_admin(plan, err))
		return false;
	if (!plan_parse(plan_text(plan, "plan"), &wanted))
		return error_set(err, ERROR_INVALID, "BAD_VALUE",
				 "there is no such plan");
	if (wanted < plan->app->facts.plan)
		warn_locked(plan, wanted);
	edit.value = (int)wanted;
	plan_edit(plan, edit);
	plan_message(plan, "The workspace is on the %s plan.",
		     plan_label(wanted));
	return true;
}

const struct action action_workspace_plan = {
	.noun = "workspace", .verb = "plan",
	.summary = "Put the workspace on another plan",
	.example = "workspace plan enterprise",
	.synonyms = "upgrade downgrade",
	.params = {
		{ .name = "plan", .label = "Plan", .help = "the new one",
		  .type = PARAM_PLAN, .required = true },
	},
	.flags = ACTION_WRITES | ACTION_ADMIN,
	.plan = plan_plan,
};
