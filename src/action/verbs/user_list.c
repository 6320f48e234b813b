/* user_list.c: the people of the workspace. */
#include "action/judge/answers.h"
#include "base/clock.h"

/* Groups by their ids for programs, by their names for people. */
static void row(struct result *out, const struct seen *seen, uint32_t i, bool names)
{
	const struct fact_user *user = seen_user(seen, i);
	const char *groups = "";
	char time[CLOCK_TEXT];
	uint32_t j;

	result_cells(out, user->id, user->email, user->name,
		     role_code(user->role), user->active ? "true" : "false");
	for (j = 0; j < user->groups.n; j++)
		if (sees_group(seen, user->groups.v[j]))
			groups = arena_printf(&out->arena, "%s%s%s", groups,
				!*groups ? "" : names ? ", " : ",", names ?
				seen_group_label(seen, user->groups.v[j]) :
				seen_group(seen, user->groups.v[j])->id);
	result_cell(out, 5, groups);
	if (!user->last_login)
		return;
	clock_rfc3339(user->last_login, time);
	result_cell(out, 6, time);
}

static bool run(const struct action *self, struct app *app,
		const struct args *args, struct result *out, struct error *err)
{
	uint32_t n, i, *users = answers_users(app, &out->arena, &n);

	(void)self;
	(void)args;
	(void)err;
	result_columns(out, 7, "id", "ID", CELL_CODE,
		       "email", "E-MAIL", CELL_CODE,
		       "name", "NAME", CELL_TEXT,
		       "role", "ROLE", CELL_CODE,
		       "active", "ACTIVE", CELL_BOOL,
		       "groups", "GROUPS", CELL_TEXT,
		       "last_login", "LAST LOGIN", CELL_CODE);
	for (i = 0; i < n; i++)
		row(out, app_seen(app), users[i], answers_format(app) == FORMAT_TEXT);
	return true;
}

const struct action action_user_list = {
	.noun = "user", .verb = "list",
	.summary = "List the people of the workspace",
	.example = "user list --format csv",
	.synonyms = "people members show",
	.flags = ACTION_ROWS,
	.run = run,
};
