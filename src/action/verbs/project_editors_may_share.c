/* project_editors_may_share.c: may people with Can Edit share a project? */
#include <string.h>

#include "action/core/action.h"
#include "action/judge/may.h"
#include "action/judge/project_closed.h"

static bool plan_editors(struct edit_plan *plan, struct error *err)
{
	struct edit edit = edit_of(EDIT_PROJECT_EDITORS);
	const struct fact_project *p;
	bool on = strcasecmp(plan_text(plan, "on"), "on") == 0;

	if (!plan_project(plan, "project", &edit.project, err) ||
	    !may_with_level(plan, edit.project, LEVEL_FULL_ACCESS,
			    "saying who may share", err))
		return false;
	p = &plan->app->facts.projects[edit.project];
	edit.value = on;
	plan_edit(plan, edit);
	plan_message(plan, "People with Can Edit " TENSE("may%s", "would%s be "
		     "allowed to") " share %s.",
		     on ? "" : " not", on ? "" : " not", plan_title(plan, edit.project));
	plan_target(plan, p->id);
	return true;
}

const struct action action_project_editors_may_share = {
	.noun = "project", .verb = "editors-may-share",
	.summary = "Let people with Can Edit share a project, or forbid it",
	.help = "Only somebody with Full Access may switch it. Where it is off, "
		"people with Can Edit see who has access and change nothing.",
	.example = "project editors-may-share \"Revenue model\" off",
	.synonyms = "allow forbid sharing disable",
	.on = "project",
	.params = {
		PARAM_THE_PROJECT("the project"),
		{ .name = "on", .label = "May share", .type = PARAM_ONOFF,
		  .help = "on or off", .required = true,
		  .greyed = project_closed_full },
	},
	.flags = ACTION_WRITES,
	.plan = plan_editors,
};
