/* group_list.c: the groups of the workspace, built-in ones first. */
#include "action/core/action.h"

static uint32_t builtin_members(const struct seen *seen, enum builtin one,
				bool active)
{
	uint32_t i, n = 0;

	for (i = 0; i < seen_judged(seen)->n_users; i++)
		n += sees_user(seen, i) &&
			facts_in_builtin(seen_user(seen, i), one) &&
			(!active || seen_user(seen, i)->active);
	return n;
}

static uint32_t active_members(const struct seen *seen,
			       const struct fact_group *group)
{
	uint32_t i, n = 0;

	for (i = 0; i < group->members.n; i++)
		n += sees_user(seen, group->members.v[i]) &&
			seen_user(seen, group->members.v[i])->active;
	return n;
}

/* For those who see all. */
static void builtin_rows(struct result *out, const struct seen *seen)
{
	size_t i;

	for (i = 0; i < BUILTINS; i++) {
		uint32_t j, assets = 0;

		for (j = 0; j < seen_judged(seen)->n_assets; j++)
			assets += sees_asset(seen, j) &&
				(seen_asset(seen, j)->builtin & builtin_all[i]);
		result_cells(out, builtin_code(builtin_all[i]),
			     builtin_label(builtin_all[i]), "true");
		result_cellf(out, 3, "%u", builtin_members(seen, builtin_all[i], false));
		result_cellf(out, 6, "%u", builtin_members(seen, builtin_all[i], true));
		result_cellf(out, 5, "%u", assets);
	}
}

static bool run(const struct action *self, struct app *app,
		const struct args *args, struct result *out, struct error *err)
{
	const struct seen *seen = app_seen(app);
	uint32_t i;

	(void)self;
	(void)args;
	(void)err;
	result_columns(out, 7, "id", "ID", CELL_CODE,
		       "name", "NAME", CELL_TEXT,
		       "builtin", "BUILT-IN", CELL_BOOL,
		       "members", "MEMBERS", CELL_NUMBER,
		       "projects", "PROJECTS", CELL_NUMBER,
		       "assets", "ASSETS", CELL_NUMBER,
		       "active_members", "ACTIVE", CELL_NUMBER);
	if (app_reads_all(app))
		builtin_rows(out, seen);
	for (i = 0; i < seen_judged(seen)->n_groups; i++) {
		const struct fact_group *group = seen_group(seen, i);

		if (!sees_group(seen, i))
			continue;
		result_cells(out, group->id, group->name, "false");
		result_cellf(out, 3, "%u",
			     seen_count_members(seen, i));
		result_cellf(out, 6, "%u", active_members(seen, group));
		if (!app_reads_all(app))
			continue;
		result_cellf(out, 4, "%u", group->projects.n);
		result_cellf(out, 5, "%u", group->assets.n);
	}
	return true;
}

const struct action action_group_list = {
	.noun = "group", .verb = "list",
	.summary = "List the groups of the workspace",
	.example = "group list",
	.synonyms = "teams",
	.flags = ACTION_ROWS,
	.run = run,
};
