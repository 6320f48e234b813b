/* project_rename.c: give a project another title. */
#include "action/core/action.h"
#include "action/core/word_list.h"
#include "action/judge/may.h"
#include "action/judge/names.h"
#include "action/judge/project_closed.h"

static bool plan_rename(struct edit_plan *plan, struct error *err)
{
	struct edit edit = edit_of(EDIT_PROJECT_TITLE);
	const char *before;

	edit.text = plan_text(plan, "title");
	if (!plan_project(plan, "project", &edit.project, err) ||
	    !may_manage(plan, edit.project, "renaming", err) ||
	    !may_be_named("title", edit.text, err))
		return false;
	before = plan_word(plan, OF_PROJECT, edit.project);
	plan_edit(plan, edit);
	plan_message(plan, "%s " TENSE("is", "would be") " called %s" TENSE(" now", "")
		     ".", before,
		     word_cut(plan->arena, edit.text));
	plan_target(plan, plan->app->facts.projects[edit.project].id);
	return true;
}

const struct action action_project_rename = {
	.noun = "project", .verb = "rename",
	.summary = "Rename a project",
	.help = "Needs Full Access.",
	.example = "project rename p-rev \"Revenue model 2\"",
	.synonyms = "title name call",
	.on = "project",
	.params = {
		PARAM_THE_PROJECT("the project"),
		{ .name = "title", .label = "Title", .type = PARAM_NAME,
		  .help = "the new title", .required = true, .field = "project_title",
		  .greyed = project_closed_managing,
		  .more = "1 to 200 visible characters. Needs Full Access." },
	},
	.form = { .title = "Edit", .actions = { "project rename", "project set" },
		  .needs = "renaming needs Full Access, the rest Can Edit" },
	.flags = ACTION_WRITES,
	.plan = plan_rename,
};
