/* project_delete.c: into the trash; from the trash, for good. */
#include "action/core/action.h"
#include "action/judge/may.h"

static void plan_for_good(struct edit_plan *plan, uint32_t project)
{
	struct edit edit = edit_of(EDIT_PROJECT_DELETE);

	plan->irreversible = true;
	plan_confirm(plan, plan->app->facts.projects[project].title);
	plan_message(plan, "%s " TENSE("is", "would be") " deleted for good.",
		     plan_word(plan, OF_PROJECT, project));
	plan_target(plan, plan->app->facts.projects[project].id);
	edit.project = project;
	plan_edit(plan, edit);
}

static bool plan_delete(struct edit_plan *plan, struct error *err)
{
	const struct fact_project *p;
	uint32_t project;

	if (!plan_project(plan, "project", &project, err) ||
	    !may_manage(plan, project, "deleting", err))
		return false;
	p = &plan->app->facts.projects[project];
	if (p->state == STATE_TRASHED)
		plan_for_good(plan, project);
	else
		plan_state(plan, project, STATE_TRASHED,
			   TENSE("is", "would be") " in the trash; it "
			   TENSE("can", "could") " be restored for 30 days.");
	return true;
}

const struct action action_project_delete = {
	.noun = "project", .verb = "delete",
	.summary = "Move a project to the trash",
	.help = "Needs Full Access. In the trash it can be viewed and restored for "
		"30 days, and its public link is suspended. Deleting a project "
		"that is in the trash deletes it for good.",
	.example = "project delete \"Old pricing test\"",
	.synonyms = "remove trash destroy",
	.key = "d",
	.on = "project",
	.params = {
		PARAM_THE_PROJECT("the project"),
	},
	.flags = ACTION_WRITES,
	.plan = plan_delete,
};
