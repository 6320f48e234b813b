/* provider_usage.c: the packages that come from a Git provider, and who uses them. */
#include <string.h>

#include "action/judge/providers.h"
#include "action/core/action.h"
#include "model/config.h"

static void package_row(struct result *out, const struct app *app, uint32_t asset)
{
	const struct seen *seen = app_seen(app);
	const struct fact_asset *one = seen_asset(seen, asset);
	const struct numbers *projects = seen_importing(seen, asset);
	const char *list = "";
	uint32_t i;

	for (i = 0; i < projects->n; i++)
		if (sees_project(seen, projects->v[i]) != SIGHT_NOTHING)
			list = arena_printf(&out->arena, "%s%s%s", list,
					    *list ? ", " : "",
					    seen_project_label(seen,
							       projects->v[i]));
	result_cells(out, one->id, one->name,
		     config_get(one->config, "repository", &out->arena), list);
}

static bool run(const struct action *self, struct app *app,
		const struct args *args, struct result *out, struct error *err)
{
	const struct seen *seen = app_seen(app);
	uint32_t n, asset;
	size_t i;

	if (!app_find_record(app, OF_PROVIDER, arg_text(self, args, "provider"), &n,
			     err))
		return false;
	result_columns(out, 4, "id", "PACKAGE", CELL_CODE,
		       "name", "NAME", CELL_TEXT,
		       "repository", "REPOSITORY", CELL_TEXT,
		       "projects", "PROJECTS", CELL_TEXT);
	for (i = 0; (asset = provider_package(seen_judged(seen),
			seen_record(seen, OF_PROVIDER, n)->id, i, &out->arena)) !=
	     NOBODY; i++)
		package_row(out, app, asset);
	return true;
}

const struct action action_provider_usage = {
	.noun = "provider", .verb = "usage",
	.summary = "List the packages of a Git provider",
	.help = "With the projects that imported them.",
	.example = "provider usage pr-github",
	.synonyms = "packages imports where used",
	.on = "provider",
	.params = { PARAM_THE_PROVIDER("id or name") },
	.flags = ACTION_ADMIN | ACTION_ROWS,
	.run = run,
};
