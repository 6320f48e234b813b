/* project_import_file.c: import a file of a file integration into a project (A42). */
#include "action/check/check_which.h"
#include "action/core/action.h"
#include "action/core/asked.h"
#include "action/core/word_list.h"
#include "action/judge/downgrade.h"
#include "action/judge/files.h"
#include "action/judge/may.h"
#include "action/judge/project_closed.h"
#include "base/newid.h"
#include "model/config.h"
#include "model/kind.h"
#include "model/kind_said.h"

/* Its integration comes into the project with it, and restricts from then on. */
static void import_integration(struct edit_plan *plan, uint32_t project, uint32_t asset)
{
	struct edit edit = edit_of(EDIT_IMPORT);

	if (numbers_has(&plan->app->facts.projects[project].assets, asset))
		return;
	edit.project = project;
	edit.asset = asset;
	edit.value = 1;
	downgrade_edits(plan, &edit, 1);
	plan_warn(plan, "ALSO_IMPORTED", "%s is imported with it",
		  plan_word(plan, OF_ASSET, asset));
}

static void tell(struct edit_plan *plan, uint32_t project, uint32_t asset,
		 const char *path)
{
	const struct facts *facts = &plan->app->facts;

	plan_warn(plan, "NOT_VERIFIED", "not verified: whether the file is there; code will "
		  "find it at %s", word_cut(plan->arena, file_in_code(&facts->assets[asset],
							       path, plan->arena)));
	plan_message(plan, "%s " TENSE("has", "would have") " the file %s of %s.",
		     plan_word(plan, OF_PROJECT, project), word_cut(plan->arena, path),
		     plan_word(plan, OF_ASSET, asset));
	plan_target(plan, facts->projects[project].id);
}

static bool plan_import_file(struct edit_plan *plan, struct error *err)
{
	const struct facts *facts = &plan->app->facts;
	struct edit edit = edit_of(EDIT_OWN_ADD);
	const char *path = plan_text(plan, "path");
	char id[NEWID_TEXT];
	uint32_t asset;

	if (!plan_project(plan, "project", &edit.project, err) ||
	    !may_with_level(plan, edit.project, LEVEL_CAN_EDIT, "importing files into",
			    err))
		return false;
	if (!plan_asset_at(plan, "files", 0, &asset, err))
		return error_field(err, "files");
	edit.text4 = config_set("{}", KIND_FROM, facts->assets[asset].id, plan->arena);
	if (!may_have_file(plan, edit.project, path, edit.text4, err))
		return false;
	import_integration(plan, edit.project, asset);
	newid(id, "f");
	edit.text = arena_strdup(plan->arena, id);
	edit.text2 = path;
	edit.text3 = "";
	edit.value = (int)facts->assets[asset].kind;
	plan_edit(plan, edit);
	tell(plan, edit.project, asset, path);
	return true;
}

/* Only these have files. */
static const char *greyed(const struct asked *asked, const char *value)
{
	const char *closed = project_closed_editing(asked, NULL);
	uint32_t asset = value ? facts_asset(seen_judged(asked_seen(asked)), value) : NOBODY;

	if (closed || !value || asset == NOBODY)
		return closed;
	return kind_has_files(kind_at(seen_asset(asked_seen(asked), asset)->kind)) ? NULL :
		"has no files";
}

const struct action action_project_import_file = {
	.noun = "project", .verb = "import-file",
	.summary = "Import a file of a file integration into a project",
	.help = "Needs Can Edit on the project and access to the integration, which is "
		"imported with its first file and then restricts like any asset. Code "
		"finds the file below external-files/. Nothing is fetched. For an "
		"Admin who opens the vault (--passphrase-fd) it is looked for in the bucket, and "
		"said where it is not there. A project has at most 100 files.",
	.example = "project import-file \"Customer 360\" --files \"S3 lake\" --path "
		"raw/orders.csv",
	.synonyms = "add file bucket s3 drive storage load",
	.on = "project",
	.params = {
		PARAM_THE_PROJECT("the project"),
		{ .name = "files", .label = "Integration", .type = PARAM_ASSET,
		  .option = true, .required = true, .help = "a file integration",
		  .missing = "choose the file integration first",
		  .greyed = greyed },
		{ .name = "path", .label = "Path", .type = PARAM_TEXT,
		  .option = true, .required = true,
		  .help = "of the file, as raw/orders.csv",
		  .missing = "the path of the file is missing",
		  .more = "Of the file as the bucket or the folder has it, without the "
			"bucket: raw/2026/orders.csv. An Admin lists what is there: "
			"files browse.",
		  .greyed = project_closed_editing },
		PARAM_CHECK_TIMEOUT,
		{ .name = "passphrase-fd", .label = "Passphrase from", .type = PARAM_FD,
		  .option = true, .typed = true, .help = "descriptor from which your "
		  "passphrase is read, to look whether it is there" },
	},
	.form = { .title = "Import a file into", .save = "Import" },
	.flags = ACTION_WRITES,
	.plan = plan_import_file,
};
