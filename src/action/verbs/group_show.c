/* group_show.c: one group: its members, and where it is used (F083). */
#include "action/judge/answers.h"

/* active: told, for in a built-in group everybody is. */
static void member_json(struct json *json, const struct fact_user *user, bool active)
{
	jsonw_object(json);
	jsonw_kstring(json, "id", user->id);
	jsonw_kstring(json, "email", user->email);
	jsonw_kstring(json, "role", role_code(user->role));
	if (active)
		jsonw_kbool(json, "active", user->active);
	jsonw_object_end(json);
}

static void members_json(struct json *json, const struct seen *seen,
			 const struct fact_group *group)
{
	uint32_t i;

	jsonw_karray(json, "members");
	for (i = 0; i < group->members.n; i++) {
		uint32_t user = group->members.v[i];

		if (sees_user(seen, user))
			member_json(json, seen_user(seen, user), true);
	}
	jsonw_array_end(json);
}

static void used_json(struct json *json, const struct app *app, uint32_t number)
{
	const struct seen *seen = app_seen(app);
	const struct fact_group *group = seen_group(seen, number);
	uint32_t i;

	jsonw_karray(json, "projects");
	for (i = 0; i < group->projects.n; i++) {
		uint32_t p = group->projects.v[i];
		const struct fact_grant *grant =
			facts_grant(seen_judged(seen), p, true, number);

		if (!grant || sees_project(seen, p) < SIGHT_ALL)
			continue;
		jsonw_object(json);
		jsonw_kstring(json, "id", seen_project(seen, p)->id);
		jsonw_kstring(json, "level",
			     level_code((enum level)grant->level));
		jsonw_object_end(json);
	}
	jsonw_array_end(json);
	jsonw_karray(json, "assets");
	for (i = 0; i < group->assets.n; i++)
		if (sees_asset(seen, group->assets.v[i]) == SIGHT_ALL)
			jsonw_string(json,
				    seen_asset(seen, group->assets.v[i])->id);
	jsonw_array_end(json);
}

static void as_json(struct app *app, uint32_t number, struct result *out)
{
	const struct fact_group *group = seen_group(app_seen(app), number);
	struct json json;

	jsonw_begin(&json, &out->json);
	jsonw_kstring(&json, "id", group->id);
	jsonw_kstring(&json, "name", group->name);
	members_json(&json, app_seen(app), group);
	used_json(&json, app, number);
	jsonw_object_end(&json);
}

static void as_rows(struct app *app, uint32_t number, struct result *out)
{
	const struct seen *seen = app_seen(app);
	const struct fact_group *group = seen_group(seen, number);
	uint32_t i;

	result_cells(out, "group", group->id, group->name, NULL);
	for (i = 0; i < group->members.n; i++) {
		const struct fact_user *user =
			seen_user(seen, group->members.v[i]);

		result_cells(out, "member", user->id,
			     seen_user_name(seen, group->members.v[i]),
			     user->active ? role_label(user->role) :
			     arena_printf(&out->arena, "%s, deactivated",
					  role_label(user->role)));
	}
	for (i = 0; i < group->projects.n; i++) {
		uint32_t p = group->projects.v[i];
		const struct fact_grant *grant =
			facts_grant(seen_judged(seen), p, true, number);

		if (grant && sees_project(seen, p) == SIGHT_ALL)
			result_cells(out, "project", seen_project(seen, p)->id,
				     seen_project(seen, p)->title,
				     level_label((enum level)grant->level));
	}
	for (i = 0; i < group->assets.n; i++)
		if (sees_asset(seen, group->assets.v[i]) == SIGHT_ALL)
			result_cells(out, "asset",
				     seen_asset(seen, group->assets.v[i])->id,
				     seen_asset(seen, group->assets.v[i])->name,
				     NULL);
}

/* ---- the built-in ones (A49-A51): computed, for those who see all -------------------- */

static void builtin_json(struct app *app, enum builtin one, struct result *out)
{
	const struct seen *seen = app_seen(app);
	struct json json;
	uint32_t i;

	jsonw_begin(&json, &out->json);
	jsonw_kstring(&json, "id", builtin_code(one));
	jsonw_kstring(&json, "name", builtin_label(one));
	jsonw_kbool(&json, "builtin", true);
	jsonw_karray(&json, "members");
	for (i = 0; i < seen_judged(seen)->n_users; i++)
		if (sees_user(seen, i) &&
		    facts_in_builtin(seen_user(seen, i), one))
			member_json(&json, seen_user(seen, i), false);
	jsonw_array_end(&json);
	jsonw_karray(&json, "projects");
	jsonw_array_end(&json);
	jsonw_karray(&json, "assets");
	for (i = 0; i < seen_judged(seen)->n_assets; i++)
		if (sees_asset(seen, i) && seen_asset(seen, i)->builtin & one)
			jsonw_string(&json, seen_asset(seen, i)->id);
	jsonw_array_end(&json);
	jsonw_object_end(&json);
}

static void builtin_rows(struct app *app, enum builtin one, struct result *out)
{
	static const char *const says[] = {
		[BUILTIN_WORKSPACE] = "built in: everybody but Guests",
		[BUILTIN_GUESTS] = "built in: the Guests",
		[BUILTIN_PUBLIC] = "built in: everybody, and web visitors",
	};
	const struct seen *seen = app_seen(app);
	uint32_t i;

	result_cells(out, "group", builtin_code(one), builtin_label(one),
		     says[one]);
	for (i = 0; i < seen_judged(seen)->n_users; i++)
		if (sees_user(seen, i) &&
		    facts_in_builtin(seen_user(seen, i), one))
			result_cells(out, "member", seen_user(seen, i)->id,
				     seen_user_name(seen, i),
				     role_label(seen_user(seen, i)->role));
	for (i = 0; i < seen_judged(seen)->n_assets; i++)
		if (sees_asset(seen, i) && seen_asset(seen, i)->builtin & one)
			result_cells(out, "asset", seen_asset(seen, i)->id,
				     seen_asset(seen, i)->name, NULL);
}

static bool run(const struct action *self, struct app *app,
		const struct args *args, struct result *out, struct error *err)
{
	const char *text = arg_text(self, args, "group");
	bool json = answers_format(app) == FORMAT_JSON, builtin;
	enum builtin one;
	uint32_t group;

	builtin = app_reads_all(app) && builtin_parse(text, &one);
	if (!builtin && !app_find_group(app, text, &group, err))
		return false;
	if (!json)
		result_columns(out, 4, "what", "WHAT", CELL_CODE,
			       "id", "ID", CELL_CODE, "name", "NAME", CELL_TEXT,
			       "note", "NOTE", CELL_TEXT);
	if (builtin)
		(json ? builtin_json : builtin_rows)(app, one, out);
	else
		(json ? as_json : as_rows)(app, group, out);
	return true;
}

const struct action action_group_show = {
	.noun = "group", .verb = "show",
	.summary = "Show a group, its members and where it is used",
	.example = "group show g-data",
	.on = "group",
	.params = {
		PARAM_THE_GROUP("id or name"),
	},
	.flags = ACTION_ROWS,
	.run = run,
};
