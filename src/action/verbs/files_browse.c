/* files_browse.c: what there is in a bucket, as of now (A42). */
#include "access/rights.h"
#include "action/check/check_which.h"
#include "action/check/listing.h"
#include "action/core/plan.h"
#include "action/core/word_list.h"
#include "action/judge/may.h"
#include "action/vault/vault_input.h"

/* DOMAIN 6, row 17: whoever could import a file of it. */
static bool edits_something(struct edit_plan *plan)
{
	const struct seen *seen = app_seen(plan->app);
	struct answer answer;
	uint32_t p;

	for (p = 0; p < seen_n_projects(seen); p++) {
		if (sees_project(seen, p) != SIGHT_ALL)
			continue;
		may_answer(plan, p, &answer);
		if (answer.effective >= LEVEL_CAN_EDIT)
			return true;
	}
	return false;
}

/* SECURITY 4: keys are held by Admins only, and the bucket opens with them alone. */
static bool opens_for(struct edit_plan *plan, uint32_t asset, struct error *err)
{
	const struct app *app = plan->app;
	const char *name = word_cut(plan->arena, seen_asset(app_seen(app), asset)->name);

	if (app_is_admin(app))
		return true;
	if (!edits_something(plan)) {
		error_set(err, ERROR_DENIED, "LEVEL_NEEDED", "browsing %s needs Can Edit on a "
			  "project into which its files could go", name);
		error_needs(err, "can_edit");
		return error_remedy(err, "ask who shares a project with you");
	}
	error_set(err, ERROR_DENIED, "NO_KEY", "browsing %s takes its keys out of the vault, and "
		  "those open for Admins only", name);
	return error_remedy(err, "ask an Admin what is there; a path that you know you can "
			    "import: gatehouse project import-file PROJECT --files NAME "
			    "--path KEY");
}

static bool run(const struct action *self, struct app *app, const struct args *args,
		struct result *out, struct error *err)
{
	struct listing_wish wish = { .kind = &check_list_files,
				     .prefix = arg_text(self, args, "prefix") };
	struct edit_plan plan = { .app = app, .action = self, .args = args,
				  .arena = &out->arena };

	wish.subject.whose = OF_ASSET;
	return app_find_asset(app, "files", arg_text(self, args, "files"), &wish.subject.n,
			      err) &&
		plan_needs_plan(&plan, PLAN_PROFESSIONAL, "File integrations", err) &&
		opens_for(&plan, wish.subject.n, err) &&
		listing_run(self, app, args, &wish, out, err);
}

const struct action action_files_browse = {
	.noun = "files", .verb = "browse",
	.summary = "List what is in a file integration",
	.help = "Folders end in /; what is below one is listed by its name as prefix. Asked "
		"for now, with the keys out of the vault, so that an Admin has to do it; "
		"whoever has access and can edit a project imports a file by its path. "
		"Nothing is fetched and nothing kept.",
	.example = "files browse \"S3 lake\" raw/",
	.synonyms = "list folder bucket keys search",
	.key = "b",
	.on = "files",
	.params = {
		{ .name = "files", .label = "Integration", .type = PARAM_ASSET,
		  .required = true, .help = "a file integration" },
		{ .name = "prefix", .label = "Prefix", .type = PARAM_TEXT,
		  .help = "of the keys, as raw/2026/" },
		LISTING_PARAMS,
	},
	.flags = ACTION_ROWS | ACTION_ASKS,
	.run = run,
};
