/* project_remove_file.c: take a file of a file integration out of a project. */
#include "action/core/action.h"
#include "action/core/asked.h"
#include "action/core/word_list.h"
#include "action/judge/files.h"
#include "action/judge/may.h"
#include "action/judge/project_closed.h"

static bool not_there(struct edit_plan *plan, uint32_t project, const char *path,
		      struct error *err)
{
	error_set(err, ERROR_NOT_FOUND, "NOT_IMPORTED", "%s has no file %s",
		  plan_word(plan, OF_PROJECT, project), word_cut(plan->arena, path));
	error_field(err, "path");
	return error_remedy(err, "what it has: gatehouse project show %s",
			    plan->app->facts.projects[project].id);
}

static bool plan_remove_file(struct edit_plan *plan, struct error *err)
{
	const struct facts *facts = &plan->app->facts;
	struct edit edit = edit_of(EDIT_OWN_DELETE);
	const char *path = plan_text(plan, "path");
	uint32_t asset = NOBODY, at;

	if (!plan_project(plan, "project", &edit.project, err) ||
	    !may_with_level(plan, edit.project, LEVEL_CAN_EDIT, "removing files from",
			    err))
		return false;
	if (plan_text(plan, "files") && !plan_asset_at(plan, "files", 0, &asset, err))
		return error_field(err, "files");
	at = file_find(facts, edit.project, asset, path);
	if (at == NOBODY)
		return not_there(plan, edit.project, path, err);
	edit.text = facts->projects[edit.project].own[at].id;
	plan_message(plan, "%s " TENSE("no longer has", "would no longer have")
		     " the file %s; it stays where it is stored.",
		     plan_word(plan, OF_PROJECT, edit.project),
		     word_cut(plan->arena, path));
	plan_target(plan, facts->projects[edit.project].id);
	plan_edit(plan, edit);
	return true;
}

const struct action action_project_remove_file = {
	.noun = "project", .verb = "remove-file",
	.summary = "Remove an imported file from a project",
	.help = "Needs Can Edit on the project. The file stays in the bucket or folder, "
		"and the integration stays imported.",
	.example = "project remove-file \"Warehouse throughput\" --path raw/scans.csv",
	.synonyms = "unimport file drop bucket",
	.on = "project",
	.params = {
		PARAM_THE_PROJECT("the project"),
		{ .name = "path", .label = "Path", .type = PARAM_TEXT,
		  .option = true, .required = true,
		  .help = "of the file, as it was imported",
		  .missing = "the path of the file is missing",
		  .greyed = project_closed_editing },
		{ .name = "files", .label = "Integration", .type = PARAM_ASSET,
		  .option = true, .help = "where several have the path: of this one",
		  .greyed = project_closed_editing },
	},
	.form = { .title = "Remove a file from", .save = "Remove" },
	.flags = ACTION_WRITES,
	.plan = plan_remove_file,
};
