/* project_list.c: the projects one may see. */
#include "action/judge/answers.h"

/* Counted is what the subject sees; where that is nothing, nothing is said. */
static void sharing_cells(struct result *out, const struct seen *seen,
			  const struct fact_project *project)
{
	uint32_t i, users = 0, groups = 0, assets = 0;

	for (i = 0; i < project->n_grants; i++)
		if (project->grants[i].group)
			groups += sees_group(seen, project->grants[i].who);
		else
			users += sees_user(seen, project->grants[i].who);
	for (i = 0; i < project->assets.n; i++)
		assets += sees_asset(seen, project->assets.v[i]) !=
			SIGHT_NOTHING;
	if (seen->people) {
		result_cellf(out, 4, "%u", users);
		result_cellf(out, 5, "%u", groups);
	}
	result_cell(out, 6, level_code((enum level)project->workspace));
	result_cell(out, 7, level_code((enum level)project->public_web));
	if (assets || seen->all)
		result_cellf(out, 8, "%u", assets);
	result_cell(out, 9, project->editors_may_share ? "true" : "false");
}

static bool run(const struct action *self, struct app *app,
		const struct args *args, struct result *out, struct error *err)
{
	const struct seen *seen = app_seen(app);
	uint32_t n, i, *projects = answers_projects(app, &out->arena, &n);

	(void)self;
	(void)args;
	(void)err;
	result_columns(out, 12, "id", "ID", CELL_CODE,
		       "title", "TITLE", CELL_TEXT,
		       "owner", "OWNER", CELL_CODE,
		       "state", "STATE", CELL_CODE,
		       "users", "USERS", CELL_NUMBER,
		       "groups", "GROUPS", CELL_NUMBER,
		       "workspace", "WORKSPACE", CELL_CODE,
		       "public_web", "WEB", CELL_CODE,
		       "assets", "ASSETS", CELL_NUMBER,
		       "editors_may_share", "EDITORS SHARE", CELL_BOOL,
		       "status", "STATUS", CELL_TEXT,
		       "categories", "CATEGORIES", CELL_TEXT);
	for (i = 0; i < n; i++) {
		const struct fact_project *project =
			seen_project(seen, projects[i]);

		result_cells(out, project->id, project->title);
		result_cell(out, 3, state_code(project->state));
		if (sees_project(seen, projects[i]) < SIGHT_ALL)
			continue;
		if (sees_user(seen, project->owner))
			result_cell(out, 2, seen_user(seen, project->owner)->email);
		sharing_cells(out, seen, project);
		result_cell(out, 10, project->status);
		result_cell(out, 11, project->categories);
	}
	return true;
}

const struct action action_project_list = {
	.noun = "project", .verb = "list",
	.summary = "List the projects with owner and sharing",
	.example = "project list --format json",
	.synonyms = "projects titles",
	.flags = ACTION_ROWS,
	.run = run,
};
