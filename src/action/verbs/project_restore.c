/* project_restore.c: take a project out of the trash, within 30 days. */
#include "action/core/action.h"
#include "action/core/word_list.h"
#include "action/judge/may.h"

static bool plan_restore(struct edit_plan *plan, struct error *err)
{
	struct edit edit = edit_of(EDIT_PROJECT_STATE);
	const struct fact_project *p;

	if (!plan_project(plan, "project", &edit.project, err))
		return false;
	p = &plan->app->facts.projects[edit.project];
	if (!may_manage(plan, edit.project, "restoring", err) ||
	    !may_restore(plan, edit.project, err))
		return false;
	edit.value = STATE_ACTIVE;
	plan_edit(plan, edit);
	plan_message(plan, "%s " TENSE("is", "would be") " active again.", word_title(plan->arena, app_seen(plan->app),
				edit.project, p->title));
	plan_target(plan, p->id);
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
		{ .name = "project", .label = "Project", .type = PARAM_PROJECT,
		  .help = "the project in the trash", .required = true },
	},
	.flags = ACTION_WRITES,
	.plan = plan_restore,
};
