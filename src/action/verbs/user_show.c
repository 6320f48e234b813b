/* user_show.c: one person: role, groups, own projects. */
#include "action/judge/answers.h"

static void ids_json(struct json *json, const struct seen *seen,
		     const struct fact_user *user)
{
	uint32_t i;

	jsonw_karray(json, "groups");
	for (i = 0; i < user->groups.n; i++) {
		const struct fact_group *group =
			seen_group(seen, user->groups.v[i]);

		if (!sees_group(seen, user->groups.v[i]))
			continue;
		jsonw_object(json);
		jsonw_kstring(json, "id", group->id);
		jsonw_kstring(json, "name", group->name);
		jsonw_object_end(json);
	}
	jsonw_array_end(json);
}

static void owned_json(struct json *json, const struct app *app, uint32_t user)
{
	const struct seen *seen = app_seen(app);
	const struct numbers *projects = &seen_user(seen, user)->projects;
	uint32_t i;

	jsonw_karray(json, "owns");
	for (i = 0; i < projects->n; i++)
		if (seen_project(seen, projects->v[i])->owner == user)
			jsonw_string(json,
				    seen_project(seen, projects->v[i])->id);
	jsonw_array_end(json);
}

static void as_json(struct app *app, uint32_t i, struct result *out)
{
	const struct fact_user *user = seen_user(app_seen(app), i);
	struct json json;

	jsonw_begin(&json, &out->json);
	jsonw_kstring(&json, "id", user->id);
	jsonw_kstring(&json, "email", user->email);
	jsonw_kstring(&json, "name", user->name);
	jsonw_kstring(&json, "role", role_code(user->role));
	jsonw_kbool(&json, "active", user->active);
	if (app_reads_all(app))
		jsonw_kstring(&json, "unix_login", user->login);
	ids_json(&json, app_seen(app), user);
	owned_json(&json, app, i);
	jsonw_object_end(&json);
}

static void as_rows(struct app *app, uint32_t number, struct result *out)
{
	const struct seen *seen = app_seen(app);
	const struct fact_user *user = seen_user(seen, number);
	uint32_t i;

	result_fields(out);
	result_field(out, "id", user->id);
	result_field(out, "e-mail", user->email);
	result_field(out, "name", user->name);
	result_field(out, "role", role_label(user->role));
	result_field(out, "active", user->active ? "yes" : "no");
	result_field(out, "unix login", app_reads_all(app) ? user->login : NULL);
	for (i = 0; i < user->groups.n; i++)
		if (sees_group(seen, user->groups.v[i]))
			result_field(out, "group",
			    seen_group(seen, user->groups.v[i])->name);
	for (i = 0; i < user->projects.n; i++)
		if (seen_project(seen, user->projects.v[i])->owner == number)
			result_field(out, "owns",
			    seen_project(seen, user->projects.v[i])->title);
	if (user->role == ROLE_ADMIN)
		result_field(out, "assets", "inherits access to all assets");
}

static bool run(const struct action *self, struct app *app,
		const struct args *args, struct result *out, struct error *err)
{
	uint32_t user;

	if (!app_find_user(app, arg_text(self, args, "user"),
			   &user, err))
		return false;
	if (answers_format(app) == FORMAT_JSON)
		as_json(app, user, out);
	else
		as_rows(app, user, out);
	return true;
}

const struct action action_user_show = {
	.noun = "user", .verb = "show",
	.summary = "Show a person with role, groups and own projects",
	.example = "user show bob@acme.example",
	.synonyms = "person member",
	.on = "user",
	.params = {
		ANSWERS_PARAM_USER,
	},
	.flags = ACTION_ROWS,
	.run = run,
};
