/* access_asset.c: who may use an asset, through what, and whom it caps. */

#include "access/words.h"
#include "action/judge/answers.h"
#include "model/kind.h"

struct question {
	struct app *app;
	const struct seen *seen;
	struct result *out;
	uint32_t asset;
};

/* How the person reaches the asset: codes and group ids, comma-joined. */
static const char *through(const struct question *q, uint32_t user)
{
	const struct fact_asset *asset = seen_asset(q->seen, q->asset);
	const struct fact_user *who = seen_user(q->seen, user);
	struct arena *arena = &q->out->arena;
	const char *text = who->role == ROLE_ADMIN ? "admin" : "";
	size_t i;

	for (i = 0; i < BUILTINS; i++)
		if ((asset->builtin & builtin_all[i]) &&
		    facts_in_builtin(who, builtin_all[i]))
			text = arena_printf(arena, "%s%s%s", text,
					    *text ? "," : "",
					    builtin_code(builtin_all[i]));
	for (i = 0; i < asset->groups.n; i++) {
		const struct fact_group *group =
			seen_group(q->seen, asset->groups.v[i]);

		if (!group->gone && numbers_has(&group->members, user))
			text = arena_printf(arena, "%s%s%s", text,
					    *text ? "," : "", group->id);
	}
	return text;
}

static bool capped_by(const struct question *q, uint32_t user,
		      uint32_t project, struct answer *answer,
		      struct arena *arena)
{
	uint32_t i;

	access_decide(seen_judged(q->seen), user, project, arena, answer);
	for (i = 0; i < answer->n_limits; i++)
		if (answer->limits[i].asset == q->asset)
			return true;
	return false;
}

static void caps_json(const struct question *q, struct json *json,
		      uint32_t project, const uint32_t *users, uint32_t n)
{
	struct arena arena = { 0 };
	struct answer answer;
	uint32_t i;

	jsonw_karray(json, "caps");
	for (i = 0; i < n; i++)
		if (!access_asset(seen_judged(q->seen), users[i], q->asset) &&
		    capped_by(q, users[i], project, &answer, &arena)) {
			jsonw_object(json);
			jsonw_kstring(json, "id", seen_user(q->seen, users[i])->id);
			jsonw_kstring(json, "email",
				     seen_user(q->seen, users[i])->email);
			jsonw_kstring(json, "granted",
				     level_code(answer.granted));
			jsonw_kstring(json, "effective",
				     level_code(answer.effective));
			jsonw_object_end(json);
		}
	jsonw_array_end(json);
	arena_release(&arena);
}

static void users_json(const struct question *q, struct json *json,
		       const uint32_t *users, uint32_t n)
{
	uint32_t i;

	jsonw_karray(json, "users");
	for (i = 0; i < n; i++) {
		const struct fact_user *user = seen_user(q->seen, users[i]);
		bool has = access_asset(seen_judged(q->seen), users[i], q->asset);

		jsonw_object(json);
		jsonw_kstring(json, "id", user->id);
		jsonw_kstring(json, "email", user->email);
		jsonw_kstring(json, "role", role_code(user->role));
		jsonw_kbool(json, "active", user->active);
		jsonw_kbool(json, "access", has);
		jsonw_kstring(json, "through", has ? through(q, users[i]) : NULL);
		jsonw_object_end(json);
	}
	jsonw_array_end(json);
}

static void groups_json(const struct question *q, struct json *json)
{
	const struct fact_asset *asset = seen_asset(q->seen, q->asset);
	size_t i;

	jsonw_karray(json, "shared_with");
	for (i = 0; i < BUILTINS; i++)
		if (asset->builtin & builtin_all[i])
			jsonw_string(json, builtin_code(builtin_all[i]));
	for (i = 0; i < asset->groups.n; i++)
		if (sees_group(q->seen, asset->groups.v[i]))
			jsonw_string(json,
				    seen_group(q->seen,
					asset->groups.v[i])->id);
	jsonw_array_end(json);
}

static void as_json(const struct question *q)
{
	const struct fact_asset *asset = seen_asset(q->seen, q->asset);
	uint32_t n, i, *users = answers_users(q->app, &q->out->arena, &n);
	struct json json;

	jsonw_begin(&json, &q->out->json);
	jsonw_kobject(&json, "asset");
	jsonw_kstring(&json, "id", asset->id);
	jsonw_kstring(&json, "kind", kind_at(asset->kind)->code);
	jsonw_kstring(&json, "name", asset->name);
	jsonw_object_end(&json);
	jsonw_kint(&json, "revision", seen_workspace(q->seen).revision);
	jsonw_kbool(&json, "complete", true);
	groups_json(q, &json);
	users_json(q, &json, users, n);
	jsonw_karray(&json, "projects");
	for (i = 0; i < asset->projects.n; i++) {
		uint32_t p = asset->projects.v[i];

		if (!sees_project(q->seen, p))
			continue;
		jsonw_object(&json);
		jsonw_kstring(&json, "id", seen_project(q->seen, p)->id);
		jsonw_kstring(&json, "title", seen_project(q->seen, p)->title);
		caps_json(q, &json, p, users, n);
		jsonw_object_end(&json);
	}
	jsonw_array_end(&json);
	jsonw_object_end(&json);
}

/* The titles of the projects in which the asset caps the person. */
static const char *capped_in(const struct question *q, uint32_t user)
{
	const struct fact_asset *asset = seen_asset(q->seen, q->asset);
	struct arena arena = { 0 };
	const char *text = "";
	struct answer answer;
	uint32_t i;

	for (i = 0; i < asset->projects.n; i++) {
		uint32_t p = asset->projects.v[i];

		if (sees_project(q->seen, p) &&
		    capped_by(q, user, p, &answer, &arena))
			text = arena_printf(&q->out->arena, "%s%s%s", text,
					    *text ? ", " : "",
					    seen_project_label(q->seen, p));
	}
	arena_release(&arena);
	return text;
}

static void as_rows(const struct question *q)
{
	uint32_t n, i, *users = answers_users(q->app, &q->out->arena, &n);
	struct result *out = q->out;
	uint32_t may = 0;

	result_columns(out, 7, "id", "ID", CELL_CODE,
		       "name", "PERSON", CELL_TEXT,
		       "role", "ROLE", CELL_CODE,
		       "active", "ACTIVE", CELL_BOOL,
		       "access", "ACCESS", CELL_BOOL,
		       "through", "THROUGH", CELL_CODE,
		       "capped_in", "HELD IN", CELL_TEXT);
	for (i = 0; i < n; i++) {
		const struct fact_user *user = seen_user(q->seen, users[i]);
		bool has = access_asset(seen_judged(q->seen), users[i], q->asset);

		may += has;
		result_cells(out, user->id, seen_user_name(q->seen, users[i]),
			     role_code(user->role),
			     user->active ? "true" : "false",
			     has ? "true" : "false",
			     has ? through(q, users[i]) : "",
			     has ? "" : capped_in(q, users[i]));
	}
	out->message = arena_printf(&out->arena,
		"%s is shared with %s: %u of %u people have access, in %u "
		"importing projects.", seen_asset_label(q->seen, q->asset),
		access_shared_with(q->seen, q->asset, &out->arena), may, n,
		seen_asset(q->seen, q->asset)->projects.n);
}

static bool run(const struct action *self, struct app *app,
		const struct args *args, struct result *out, struct error *err)
{
	struct question q = { .app = app,
			      .seen = app_seen(app), .out = out };

	if (!answers_needs_admin(app, "who has access to an asset", err) ||
	    !app_find_asset(app, NULL, arg_text(self, args,
						"asset"), &q.asset, err))
		return false;
	if (answers_format(app) == FORMAT_JSON)
		as_json(&q);
	else
		as_rows(&q);
	return true;
}

const struct action action_access_asset = {
	.noun = "access", .verb = "asset",
	.summary = "Show who has access to an asset, and whom it holds where",
	.example = "access asset a-snow",
	.synonyms = "who connection secret package files",
	.on = "asset",
	.params = {
		{ .name = "asset", .label = "Asset", .help = "id or name",
		  .type = PARAM_ASSET, .required = true },
	},
	.flags = ACTION_ADMIN | ACTION_ROWS,
	.run = run,
};
