/* project_share_web.c: let anyone with the link in, or nobody. */
#include "action/core/action.h"
#include "action/core/word_list.h"
#include "action/judge/may.h"
#include "action/judge/project_closed.h"

static bool readable(struct edit_plan *plan, enum level *level, struct error *err)
{
	if (!level_parse(plan_text(plan, "level"), level)) {
		error_set(err, ERROR_INVALID, NULL,
			  "a link is app_only, can_view or none");
		return error_field(err, "level");
	}
	return true;
}

static bool plan_share_web(struct edit_plan *plan, struct error *err)
{
	struct edit edit = edit_of(EDIT_PROJECT_PUBLIC);
	const struct fact_project *p;
	enum level level;

	if (!readable(plan, &level, err) ||
	    !may_web(plan, level, level, err) ||
	    !plan_project(plan, "project", &edit.project, err))
		return false;
	p = &plan->app->facts.projects[edit.project];
	if (!may_set_share(plan, edit.project, (enum level)p->public_web, level,
			   err) ||
	    !may_web(plan, (enum level)p->public_web, level, err))
		return false;
	edit.value = (int)level;
	plan_edit(plan, edit);
	if (level == LEVEL_NONE)
		plan_message(plan, "%s " TENSE("is", "would") " not "
			     TENSE("", "be ") "shared to the web.",
			     plan_title(plan, edit.project));
	else if (!plan->app->facts.share_to_web || p->state == STATE_TRASHED)
		plan_message(plan, "The link of %s is stored at %s and reaches "
			     "nobody while %s.", plan_title(plan, edit.project),
			     level_label(level), p->state == STATE_TRASHED ?
			     "the project is in the trash" :
			     "sharing to the web is switched off");
	else
		plan_message(plan, "Anyone with the link %s %s.",
			     word_level_deed(level),
			     plan_title(plan, edit.project));
	plan_target(plan, p->id);
	return true;
}

const struct action action_project_share_web = {
	.noun = "project", .verb = "share-web",
	.summary = "Share a project to the web",
	.help = "Anyone with the link can open the published app (app_only) or "
		"also see Logic (can_view), without running, editing or "
		"commenting; none switches the link off.",
	.example = "project share-web \"NPS survey\" app_only",
	.synonyms = "public link anyone internet anonymous",
	.on = "project",
	.params = {
		PARAM_THE_PROJECT("the project"),
		{ .name = "level", .label = "Link", .type = PARAM_LEVEL_NONE,
		  .help = "app_only, can_view or none", .required = true,
		  .greyed = project_closed_sharing },
	},
	.flags = ACTION_WRITES,
	.plan = plan_share_web,
};
