/* project_remove.c: take imported assets out of a project. */
#include "action/core/action.h"
#include "action/core/word_list.h"
#include "action/judge/files.h"
#include "action/judge/may.h"
#include "action/judge/project_closed.h"
#include "model/kind.h"

/* Its files stay named in the project, and can be read no more. */
static void warn_files(struct edit_plan *plan, uint32_t project, uint32_t asset)
{
	const struct facts *facts = &plan->app->facts;
	const struct fact_project *p = &facts->projects[project];
	uint32_t i, n = 0;

	for (i = 0; i < p->n_own; i++)
		n += kind_has_files(kind_at(p->own[i].kind)) &&
			file_from(facts, &p->own[i]) == asset;
	if (n)
		plan_warn(plan, "FILES_STAY", "%u file%s of %s stay%s named in the project, "
			  "and cannot be read", n, n == 1 ? "" : "s",
			  plan_word(plan, OF_ASSET, asset), n == 1 ? "s" : "");
}

static bool remove_one(struct edit_plan *plan, uint32_t project, size_t i,
		       struct words *names, struct error *err)
{
	const struct facts *facts = &plan->app->facts;
	struct edit edit = edit_of(EDIT_IMPORT);

	if (!plan_asset_at(plan, "asset", i, &edit.asset, err))
		return false;
	if (!numbers_has(&facts->projects[project].assets, edit.asset)) {
		error_set(err, ERROR_NOT_FOUND, "NOT_IMPORTED",
			  "%s does not import %s",
			  plan_word(plan, OF_PROJECT, project),
			  plan_word(plan, OF_ASSET, edit.asset));
		return error_remedy(err, "what it imports: gatehouse project "
				    "show %s", facts->projects[project].id);
	}
	warn_files(plan, project, edit.asset);
	edit.project = project;
	edit.value = 0;
	words_add(names, plan_word(plan, OF_ASSET, edit.asset));
	plan_edit(plan, edit);
	return true;
}

static bool plan_remove(struct edit_plan *plan, struct error *err)
{
	size_t i, n = plan_count(plan, "asset");
	struct words names;
	const char *list;
	uint32_t project;
	bool ok = true;

	if (!plan_project(plan, "project", &project, err) ||
	    !may_with_level(plan, project, LEVEL_CAN_EDIT, "removing assets from",
			    err))
		return false;
	words_init(&names, 5);
	for (i = 0; i < n && ok; i++)
		ok = remove_one(plan, project, i, &names, err);
	list = words_done(&names, plan->arena);
	if (!ok)
		return false;
	plan_message(plan, "%s " TENSE("no longer imports", "would no longer import")
		     " %s.", plan_word(plan, OF_PROJECT, project), list);
	plan_target(plan, plan->app->facts.projects[project].id);
	return true;
}

const struct action action_project_remove = {
	.noun = "project", .verb = "remove",
	.summary = "Remove imported assets from a project",
	.help = "Needs Can Edit. People whom only this asset held at Can View can "
		"edit again. The asset itself stays.",
	.example = "project remove \"Revenue model\" --asset \"Snowflake prod\"",
	.synonyms = "unimport asset connection secret package files drop",
	.on = "project",
	.params = {
		PARAM_THE_PROJECT("the project"),
		{ .name = "asset", .label = "Assets", .type = PARAM_ASSET,
		  .help = "an imported asset (repeatable)", .option = true,
		  .required = true, .many = true,
		  .greyed = project_closed_editing },
	},
	.flags = ACTION_WRITES,
	.plan = plan_remove,
};
