/* project_restore.c: take a project out of the trash, within 30 days. */
#include "action/action.h"
#include "action/may.h"
#include "action/word_list.h"
#include "base/clock.h"

static const int64_t days_30 = 30LL * 24 * 3600 * 1000000;

static bool restorable(struct edit_plan *plan, const struct fact_project *p,
		       struct error *err)
{
	const char *title = word_cut(plan->arena, p->title);

	if (p->state != STATE_TRASHED) {
		error_set(err, ERROR_CONFLICT, "NOT_TRASHED",
			  "%s is not in the trash", title);
		return error_remedy(err, p->state == STATE_ARCHIVED ?
				    "it is archived: gatehouse project unarchive "
				    "%s" : "nothing is to be done: %s is active",
				    p->id);
	}
	if (!p->trashed || clock_now() - p->trashed <= days_30)
		return true;
	error_set(err, ERROR_CONFLICT, "TRASH_EXPIRED",
		  "%s has been in the trash for more than 30 days", title);
	return error_remedy(err, "it can only be deleted for good: gatehouse "
			    "project delete %s", p->id);
}

static bool plan_restore(struct edit_plan *plan, struct error *err)
{
	struct edit edit = edit_of(EDIT_PROJECT_STATE);
	const struct fact_project *p;

	if (!plan_project(plan, "project", &edit.project, err))
		return false;
	p = &plan->app->facts.projects[edit.project];
	if (!may_manage(plan, edit.project, "restoring", err) ||
	    !restorable(plan, p, err) || !may_hold_more_projects(plan, err))
		return false;
	edit.value = STATE_ACTIVE;
	plan_edit(plan, edit);
	plan_message(plan, "%s is active again.", word_cut(plan->arena, p->title));
	plan_target(plan, p->id);
	return true;
}

const struct action action_project_restore = {
	.noun = "project", .verb = "restore",
	.summary = "Restore a project from the trash",
	.help = "Within 30 days, by whoever has Full Access. Everybody has again "
		"what is granted, and the public link works again.",
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
