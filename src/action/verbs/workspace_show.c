/* workspace_show.c: name, plan, settings and sizes. */
#include "action/judge/answers.h"
#include "model/token.h"
#include "store/store.h"

struct sizes { uint32_t users, groups, projects, assets; };

static struct sizes sizes_of(const struct seen *seen)
{
	struct sizes n = { .users = seen_count_users(seen) };
	uint32_t i;

	for (i = 0; i < seen_n_groups(seen); i++)
		n.groups += sees_group(seen, i);
	for (i = 0; i < seen_n_projects(seen); i++)
		n.projects += sees_project(seen, i) != SIGHT_NOTHING;
	for (i = 0; i < seen_n_assets(seen); i++)
		n.assets += sees_asset(seen, i) != SIGHT_NOTHING;
	return n;
}

static void settings_json(struct json *json, const struct seen_workspace *w)
{
	jsonw_kobject(json, "settings");
	jsonw_kbool(json, "api_access", w->api_access);
	jsonw_kint(json, "token_max_days", w->token_max_days);
	jsonw_kbool(json, "share_to_web", w->share_to_web);
	jsonw_kbool(json, "show_secret_values", w->show_secret_values);
	if (*w->ssh_public_key)
		jsonw_kstring(json, "ssh_public_key", w->ssh_public_key);
	jsonw_object_end(json);
}

static void as_json(struct app *app, struct result *out)
{
	const struct seen_workspace w = seen_workspace(app_seen(app));
	struct sizes n = sizes_of(app_seen(app));
	struct json json;

	jsonw_begin(&json, &out->json);
	jsonw_kstring(&json, "name", w.name);
	jsonw_kstring(&json, "plan", plan_code(w.plan));
	settings_json(&json, &w);
	if (app_reads_all(app)) {
		jsonw_kstring(&json, "default_connection",
			     w.default_asset == NOBODY ? NULL :
			     seen_asset(app_seen(app),
					w.default_asset)->id);
		jsonw_kint(&json, "users", n.users);
		jsonw_kint(&json, "groups", n.groups);
		jsonw_kint(&json, "projects", n.projects);
		jsonw_kint(&json, "assets", n.assets);
		jsonw_kstring(&json, "operator", store_operator(app->store));
	}
	jsonw_kint(&json, "revision", w.revision);
	jsonw_kstring(&json, "store", app->store_path);
	jsonw_kbool(&json, "demo", app->demo);
	jsonw_kstring(&json, "actor", app_actor_text(app));
	jsonw_object_end(&json);
}

static void as_rows(struct app *app, struct result *out)
{
	const struct seen_workspace w = seen_workspace(app_seen(app));
	struct sizes n = sizes_of(app_seen(app));
	struct arena *arena = &out->arena;

	result_fields(out);
	result_row(out);		/* also where it has none */
	result_cell(out, 0, "name");
	result_cell(out, 1, w.name);
	result_field(out, "plan", plan_label(w.plan));
	result_field(out, "api_access", w.api_access ? "on" : "off");
	result_field(out, "token_max_days",
	    arena_printf(arena, w.token_max_days ? "%d" : "%d (the plan's)",
			 token_days_of(w.token_max_days)));
	result_field(out, "share_to_web", w.share_to_web ? "on" : "off");
	result_field(out, "show_secret_values", w.show_secret_values ? "on" :
	    "off");
	result_field(out, "ssh_public_key", w.ssh_public_key);
	if (app_reads_all(app)) {
		result_field(out, "default connection", w.default_asset == NOBODY ?
		    "none" : seen_asset(app_seen(app),
					w.default_asset)->name);
		result_field(out, "users", arena_printf(arena, "%u", n.users));
		result_field(out, "groups", arena_printf(arena, "%u", n.groups));
		result_field(out, "projects", arena_printf(arena, "%u", n.projects));
		result_field(out, "assets", arena_printf(arena, "%u", n.assets));
		result_field(out, "operator", store_operator(app->store));
	}
	result_field(out, "revision", arena_printf(arena, "%lld",
					  (long long)w.revision));
	result_field(out, "store", app->store_path);
	result_field(out, "you are", app_actor_label(app, arena));
}

static bool run(const struct action *self, struct app *app,
		const struct args *args, struct result *out, struct error *err)
{
	(void)self;
	(void)args;
	(void)err;
	if (answers_format(app) == FORMAT_JSON)
		as_json(app, out);
	else
		as_rows(app, out);
	return true;
}

const struct action action_workspace_show = {
	.noun = "workspace", .verb = "show",
	.summary = "Show name, plan, settings and sizes of the workspace",
	.example = "workspace show",
	.synonyms = "settings about who am i",
	.flags = ACTION_ROWS,
	.run = run,
};
