/* project_archive.c: put a project aside, read-only for everybody. */
#include "action/core/action.h"
#include "action/judge/may.h"

static bool plan_archive(struct edit_plan *plan, struct error *err)
{
	const struct fact_project *p;
	uint32_t project;

	if (!plan_project(plan, "project", &project, err))
		return false;
	p = &plan->app->facts.projects[project];
	if (p->state == STATE_TRASHED) {
		error_set(err, ERROR_CONFLICT, "STATE_READ_ONLY",
			  "%s is in the trash", plan_title(plan, project));
		return error_remedy(err, "first: gatehouse project restore %s",
				    p->id);
	}
	if (!may_manage(plan, project, "archiving", err))
		return false;
	plan_state(plan, project, STATE_ARCHIVED,
		   TENSE("is archived: nobody can", "would be archived: "
			 "nobody could") " edit it.");
	return true;
}

const struct action action_project_archive = {
	.noun = "project", .verb = "archive",
	.summary = "Archive a project",
	.help = "An archived project can be viewed and not edited, shared further "
		"or extended by anybody; whoever has Full Access can unarchive "
		"it. Grants stay as they are.",
	.example = "project archive \"Legacy dashboard\"",
	.synonyms = "put away freeze read-only retire",
	.on = "project",
	.params = {
		PARAM_THE_PROJECT("the project"),
	},
	.flags = ACTION_WRITES,
	.plan = plan_archive,
};
