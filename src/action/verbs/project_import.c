/* project_import.c: import shared assets into a project. */
#include "action/core/action.h"
#include "action/core/word_list.h"
#include "action/judge/downgrade.h"
#include "action/judge/may.h"
#include "action/judge/project_closed.h"
#include "model/kind.h"
#include "model/kind_said.h"

static bool import_one(struct edit_plan *plan, uint32_t project, size_t i,
		       struct edit *edit, struct words *names, struct error *err)
{
	const struct facts *facts = &plan->app->facts;
	uint32_t asset;

	if (!plan_asset_at(plan, "asset", i, &asset, err) ||
	    (!numbers_has(&facts->projects[project].assets, asset) &&
	     !may_import(plan, project, asset, err)))
		return false;
	*edit = edit_of(EDIT_IMPORT);
	edit->project = project;
	edit->asset = asset;
	edit->value = 1;
	words_add(names, plan_word(plan, OF_ASSET, asset));
	return true;
}

/* A47: what the assets give is shown with the project, to whoever sees that. */
static void warn_web(struct edit_plan *plan, uint32_t project)
{
	const struct facts *facts = &plan->app->facts;

	if (facts->projects[project].public_web > LEVEL_NONE &&
	    facts->share_to_web)
		plan_warn(plan, "RESULTS_PUBLIC", "%s is on the web: whoever has "
			  "the link sees the results of what it imports",
			  plan_word(plan, OF_PROJECT, project));
}

/* A20: said where one of the kind comes in. */
static void warn_kinds(struct edit_plan *plan, const struct edit *edits, size_t n)
{
	const struct facts *facts = &plan->app->facts;
	const struct kind_said *said;
	size_t k, i;

	for (k = 0; k < kind_count(); k++) {
		said = kind_at(k)->said;
		for (i = 0; i < n && said && said->importing; i++)
			if (facts->assets[edits[i].asset].kind == k &&
			    !numbers_has(&facts->projects[edits[i].project].assets,
					 edits[i].asset)) {
				plan_warn(plan, "AT_KERNEL_START", "%s: %s",
					  plan_word(plan, OF_ASSET, edits[i].asset),
					  said->importing);
				break;
			}
	}
}

static bool plan_import(struct edit_plan *plan, struct error *err)
{
	size_t i, n = plan_count(plan, "asset");
	struct edit *edits;
	struct words names;
	const char *title, *list;
	uint32_t project;
	bool ok = true;

	if (!plan_project(plan, "project", &project, err) ||
	    !may_with_level(plan, project, LEVEL_CAN_EDIT, "importing into", err))
		return false;
	edits = arena_array(plan->arena, n, sizeof(*edits));
	words_init(&names, 5);
	for (i = 0; i < n && ok; i++)
		ok = import_one(plan, project, i, &edits[i], &names, err);
	list = words_done(&names, plan->arena);
	if (!ok)
		return false;
	warn_kinds(plan, edits, n);
	downgrade_edits(plan, edits, n);
	warn_web(plan, project);
	title = plan_word(plan, OF_PROJECT, project);
	plan_message(plan, "%s " TENSE("imports", "would import") " %s.", title, list);
	plan_target(plan, plan->app->facts.projects[project].id);
	return true;
}

const struct action action_project_import = {
	.noun = "project", .verb = "import",
	.summary = "Import shared assets into a project",
	.help = "Needs Can Edit on the project and access to the asset. Whoever "
		"edits the project and has no access to the asset will be held at "
		"Can View: a warning names them. Values of imported secrets can be "
		"seen by everybody with Can Edit. A Git package is installed at "
		"each start of the kernel.",
	.example = "project import \"Churn model\" --asset \"Snowflake prod\"",
	.synonyms = "add connection secret package files asset use",
	.key = "i",
	.on = "project",
	.params = {
		PARAM_THE_PROJECT("the project"),
		{ .name = "asset", .label = "Assets", .type = PARAM_ASSET,
		  .help = "a shared asset (repeatable)", .option = true,
		  .required = true, .many = true,
		  .greyed = project_closed_editing },
	},
	.flags = ACTION_WRITES,
	.plan = plan_import,
};
