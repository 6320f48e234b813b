/* project_unarchive.c: bring an archived project back. */
#include "action/core/action.h"
#include "action/judge/may.h"

static bool plan_unarchive(struct edit_plan *plan, struct error *err)
{
	const struct fact_project *p;
	uint32_t project;

	if (!plan_project(plan, "project", &project, err))
		return false;
	p = &plan->app->facts.projects[project];
	if (p->state == STATE_TRASHED) {
		error_set(err, ERROR_CONFLICT, "STATE_READ_ONLY",
			  "%s is in the trash, not archived",
			  plan_title(plan, project));
		return error_remedy(err, "gatehouse project restore %s", p->id);
	}
	if (!may_manage(plan, project, "unarchiving", err))
		return false;
	plan_state(plan, project, STATE_ACTIVE,
		   TENSE("is", "would be") " active.");
	return true;
}

const struct action action_project_unarchive = {
	.noun = "project", .verb = "unarchive",
	.summary = "Unarchive a project",
	.help = "What is granted counts again, within what roles and assets "
		"allow.",
	.example = "project unarchive \"Legacy dashboard\"",
	.synonyms = "bring back archived activate reopen",
	.on = "project",
	.params = {
		PARAM_THE_PROJECT("the archived project"),
	},
	.flags = ACTION_WRITES,
	.plan = plan_unarchive,
};
