/* user_list.c: the people of the workspace. */
#include "action/action.h"

static bool run(struct app *app, const struct args *args, struct result *out,
		struct error *err)
{
	uint32_t i;

	(void)args;
	(void)err;
	result_columns(out, 6, "id", "ID", CELL_CODE,
		       "email", "E-MAIL", CELL_CODE,
		       "name", "NAME", CELL_TEXT,
		       "role", "ROLE", CELL_CODE,
		       "active", "ACTIVE", CELL_BOOL,
		       "groups", "GROUPS", CELL_NUMBER);
	for (i = 0; i < app->facts.n_users; i++) {
		const struct fact_user *user = &app->facts.users[i];

		if (!app_sees_user(app, i))
			continue;
		result_row(out);
		result_cell(out, 0, user->id);
		result_cell(out, 1, user->email);
		result_cell(out, 2, user->name);
		result_cell(out, 3, role_code(user->role));
		result_cell(out, 4, user->active ? "true" : "false");
		result_cellf(out, 5, "%u", user->groups.n);
	}
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
