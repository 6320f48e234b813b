/* project_share_workspace.c: share a project with every member, or with none. */
#include "action/core/action.h"
#include "action/core/word_list.h"
#include "action/judge/downgrade.h"
#include "action/judge/may.h"
#include "action/judge/no_effect.h"
#include "action/judge/project_closed.h"

static bool plan_share_workspace(struct edit_plan *plan, struct error *err)
{
	struct edit edit = edit_of(EDIT_PROJECT_WORKSPACE);
	const struct fact_project *p;
	size_t warnings = plan->n_warnings;
	enum level level;

	if (!plan_project(plan, "project", &edit.project, err))
		return false;
	if (!level_parse(plan_text(plan, "level"), &level)) {
		error_set(err, ERROR_INVALID, NULL, "the level is one of none, "
			  "app_only, can_view, can_edit, full_access");
		return error_field(err, "level");
	}
	p = &plan->app->facts.projects[edit.project];
	if (!may_set_share(plan, edit.project, (enum level)p->workspace, level,
			   err))
		return false;
	edit.value = (int)level;
	downgrade_edits(plan, &edit, 1);
	no_effect_warn(plan);
	if (level == LEVEL_NONE)
		plan_message(plan, "%s " TENSE("is", "would") " not "
			     TENSE("", "be ") "shared with the workspace.",
			     plan_title(plan, edit.project));
	else if (plan->n_warnings > warnings || p->state != STATE_ACTIVE)
		plan_message(plan, "The workspace " TENSE("has been", "would be")
			     " granted %s on %s; "
			     "Guests are not included.", level_label(level),
			     plan_title(plan, edit.project));
	else
		plan_message(plan, "The workspace %s %s; Guests are not "
			     "included.", word_level_deed(level),
			     plan_title(plan, edit.project));
	plan_target(plan, p->id);
	return true;
}

const struct action action_project_share_workspace = {
	.noun = "project", .verb = "share-workspace",
	.summary = "Share a project with the whole workspace",
	.help = "Everybody but Guests gets the level; none takes it away. People "
		"who will be held at Can View are named in a warning.",
	.example = "project share-workspace \"Revenue model\" can_view",
	.synonyms = "everybody all members organization grant",
	.on = "project",
	.params = {
		PARAM_THE_PROJECT("the project"),
		{ .name = "level", .label = "Level", .type = PARAM_LEVEL_NONE,
		  .help = "app_only, can_view, can_edit, full_access or none",
		  .required = true,
		  .greyed = project_closed_sharing },
	},
	.flags = ACTION_WRITES,
	.plan = plan_share_workspace,
};
