/* project_restore.c: take a project out of the trash, within 30 days. */
#include "action/core/action.h"
#include "action/judge/may.h"

static bool plan_restore(struct edit_plan *plan, struct error *err)
{
	uint32_t project;

	if (!plan_project(plan, "project", &project, err) ||
	    !may_manage(plan, project, "restoring", err) ||
	    !may_restore(plan, project, err))
		return false;
	plan_state(plan, project, STATE_ACTIVE,
		   TENSE("is", "would be") " active again.");
	return true;
}

const struct action action_project_restore = {
	.noun = "project", .verb = "restore",
	.summary = "Restore a project from the trash",
	.help = "Within 30 days, by whoever has Full Access. What is granted "
		"counts again, within what roles and assets allow; so does the "
		"public link, where sharing to the web is on.",
	.example = "project restore \"Old pricing test\"",
	.synonyms = "undelete untrash back recover",
	.on = "project",
	.params = {
		PARAM_THE_PROJECT("the project in the trash"),
	},
	.flags = ACTION_WRITES,
	.plan = plan_restore,
};
