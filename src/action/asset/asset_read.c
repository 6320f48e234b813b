/* asset_read.c: shared assets as lists, one by one, and where they are used. */
#include "action/asset/asset_read.h"

#include <string.h>

#include "access/words.h"
#include "action/asset/asset_rows.h"
#include "action/asset/own_read.h"
#include "action/asset/secret_seen.h"
#include "action/asset/value_rows.h"
#include "action/judge/answers.h"
#include "base/clock.h"
#include "model/check/check.h"
#include "model/config.h"
#include "model/kind.h"

/* "workspace,g-data": codes and group ids, of what the subject may see. */
static const char *access_ids(const struct app *app, uint32_t asset,
			      struct arena *arena)
{
	const struct seen *seen = app_seen(app);
	const struct fact_asset *one = seen_asset(seen, asset);
	const char *text = "";
	size_t i;

	for (i = 0; i < BUILTINS; i++)
		if (one->builtin & builtin_all[i])
			text = arena_printf(arena, "%s%s%s", text,
					    *text ? "," : "",
					    builtin_code(builtin_all[i]));
	for (i = 0; i < one->groups.n; i++)
		if (sees_group(seen, one->groups.v[i]))
			text = arena_printf(arena, "%s%s%s", text,
				*text ? "," : "",
				seen_group(seen, one->groups.v[i])->id);
	return text;
}

/* INTERFACES 4: access is a list of ids; beside it the names. */
static void access_json(struct json *json, const struct app *app, uint32_t asset,
			bool names)
{
	const struct seen *seen = app_seen(app);
	const struct fact_asset *one = seen_asset(seen, asset);
	uint32_t i;

	jsonw_karray(json, names ? "shared_with" : "access");
	for (i = 0; i < BUILTINS; i++)
		if (one->builtin & builtin_all[i])
			jsonw_string(json, names ? builtin_label(builtin_all[i]) :
					   builtin_code(builtin_all[i]));
	for (i = 0; i < one->groups.n; i++) {
		const struct fact_group *g =
			seen_group(seen, one->groups.v[i]);

		if (sees_group(seen, one->groups.v[i]))
			jsonw_string(json, names ? g->name : g->id);
	}
	jsonw_array_end(json);
}

static const char *time_text(int64_t t, struct arena *arena)
{
	char text[CLOCK_TEXT];

	if (!t)
		return NULL;
	clock_rfc3339(t, text);
	return arena_strdup(arena, text);
}

static uint32_t used_by(const struct seen *seen, uint32_t asset)
{
	const struct numbers *projects = seen_importing(seen, asset);
	uint32_t i, n = 0;

	for (i = 0; i < projects->n; i++)
		n += sees_project(seen, projects->v[i]) != SIGHT_NOTHING;
	return n;
}

/* The kinds differ in the columns TYPE and the last ones. */
enum { TYPE = 2, COMMON = 8 };

static void list_columns(struct result *out, const struct asset_kind *kind)
{
	const struct kind_column usual[KIND_COLUMNS] = {
		{ "type", "TYPE", NULL, NULL },
		{ "updated_by", "BY", NULL, NULL },
		{ "default", "DEFAULT", NULL, "" },
		{ "refreshed", "REFRESHED", NULL, NULL },
	};
	const struct kind_column *c = kind->columns ? kind->columns : usual;
	bool hosted = kind_field_of(kind, &value_provider) != NULL;

	result_columns(out, COMMON + 3u + kind->schema + 2u * (kind->secret_name || hosted),
		       "id", "ID", CELL_CODE,
		       "name", "NAME", CELL_TEXT,
		       c[0].name, c[0].head, CELL_CODE,
		       "status", "STATUS", CELL_CODE,
		       "access", "ACCESS", CELL_CODE,
		       "shared_with", "GROUPS WITH ACCESS", CELL_TEXT,
		       "usage", "USAGE", CELL_NUMBER,
		       "updated", "UPDATED", CELL_CODE,
		       c[1].name, c[1].head, CELL_TEXT,
		       c[2].name, c[2].head, c[2].not ? CELL_BOOL : CELL_TEXT,
		       c[3].name, c[3].head, c[3].not ? CELL_BOOL : CELL_CODE,
		       kind->schema ? "auth" : hosted ? "commit" : "created",
		       kind->schema ? "AUTH" : hosted ? "COMMIT" : "CREATED",
		       kind->schema ? CELL_TEXT : CELL_CODE,
		       hosted ? "resolved" : "created_by",
		       hosted ? "RESOLVED" : "CREATED BY",
		       hosted ? CELL_CODE : CELL_TEXT);
}

/* What shows a field. */
static void field_cells(struct result *out, const struct fact_asset *asset)
{
	const struct kind_column *column = kind_at(asset->kind)->columns;
	const char *value;
	size_t i;

	for (i = 0; i < KIND_COLUMNS; i++) {
		value = config_get(asset->config, column[i].field, &out->arena);
		if (value && column[i].not)
			value = strcmp(value, column[i].not) == 0 ? "false" :
				"true";
		result_cell(out, i ? COMMON + i - 1 : TYPE, value);
	}
}

/* What a package was when it was last found. */
static void ref_cells(struct result *out, const struct app *app,
		      const struct fact_asset *asset)
{
	const struct check_note *note = app->as_of || !app_reads_all(app) ? NULL :
		app_check(app, kind_at(asset->kind)->code, asset->id);
	struct check check = { .id = asset->id };

	if (!note || note->fields != app_check_fields(app, asset) ||
	    !check_parse(&check, note->answer, &out->arena) || !check.ref.commit)
		return;
	result_cell(out, COMMON + 3, check.ref.commit);
	result_cell(out, COMMON + 4, time_text(note->checked, &out->arena));
}

static void list_row(struct result *out, const struct app *app, uint32_t i)
{
	const struct seen *seen = app_seen(app);
	const struct fact_asset *asset = seen_asset(seen, i);
	struct arena *arena = &out->arena;

	result_cells(out, asset->id, asset->name,
		     *asset->type ? asset->type : NULL);
	if (kind_at(asset->kind)->may_be_default)
		result_cell(out, COMMON + 1, seen_workspace(seen).default_asset == i ?
			    "true" : "false");
	if (sees_asset(seen, i) < SIGHT_ALL)
		return;
	result_cell(out, 3, app_asset_status(app, asset));
	result_cell(out, 4, access_ids(app, i, arena));
	result_cell(out, 5, access_shared_with(seen, i, arena));
	result_cellf(out, 6, "%u", used_by(seen, i));
	result_cell(out, 7, time_text(asset->updated, arena));
	if (kind_at(asset->kind)->columns) {
		field_cells(out, asset);
		if (kind_field_of(kind_at(asset->kind), &value_provider))
			ref_cells(out, app, asset);
		return;
	}
	result_cell(out, COMMON, *asset->updated_by ? asset->updated_by : NULL);
	result_cell(out, COMMON + 2, time_text(asset->refreshed, arena));
	if (kind_at(asset->kind)->schema)
		result_cell(out, COMMON + 3, kind_at(asset->kind)->detail(
			    asset->config, arena));
	if (kind_at(asset->kind)->secret_name) {
		result_cell(out, COMMON + 3, time_text(asset->created, arena));
		result_cell(out, COMMON + 4, *asset->created_by ?
			    asset->created_by : NULL);
	}
}

bool asset_read_list(const struct action *self, struct app *app,
		const struct args *args, struct result *out, struct error *err)
{
	const char *project = arg_text(self, args, "project");
	uint32_t i;

	if (project)
		return own_read_list(app, (uint32_t)self->kind, project, out, err);
	list_columns(out, kind_at(self->kind));
	for (i = 0; i < seen_n_assets(app_seen(app)); i++)
		if (sees_asset(app_seen(app), i) &&
		    seen_asset(app_seen(app), i)->kind == self->kind)
			list_row(out, app, i);
	return true;
}

/* What is for Admins (row 1). */
static void fields_json(struct json *json, const struct app *app, uint32_t i,
			struct arena *arena)
{
	const struct fact_asset *asset = seen_asset(app_seen(app), i);

	jsonw_kstring(json, "description", asset->description ?
		     asset->description : "");
	jsonw_kstring(json, "status", app_asset_status(app, asset));
	jsonw_key(json, "config");
	jsonw_raw(json, config_rest(asset->config, NULL, arena));
	access_json(json, app, i, false);
	access_json(json, app, i, true);
	jsonw_kstring(json, "created", time_text(asset->created, arena));
	jsonw_kstring(json, "created_by", *asset->created_by ?
		     asset->created_by : NULL);
	jsonw_kstring(json, "updated", time_text(asset->updated, arena));
	jsonw_kstring(json, "updated_by", *asset->updated_by ?
		     asset->updated_by : NULL);
	jsonw_kstring(json, "refreshed", time_text(asset->refreshed, arena));
	if (kind_at(asset->kind)->schema) {
		jsonw_kstring(json, "refresh_asked",
			      time_text(asset->refresh_asked, arena));
		jsonw_kstring(json, "refresh_asked_by", *asset->refresh_asked_by ?
			      asset->refresh_asked_by : NULL);
	}
	jsonw_kint(json, "usage", used_by(app_seen(app), i));
}

static void show_json(struct result *out, const struct app *app, uint32_t i)
{
	const struct seen *seen = app_seen(app);
	const struct fact_asset *asset = seen_asset(seen, i);
	struct arena *arena = &out->arena;
	struct json json;

	jsonw_begin(&json, &out->json);
	jsonw_kstring(&json, "id", asset->id);
	jsonw_kstring(&json, "kind", kind_at(asset->kind)->code);
	jsonw_kstring(&json, "name", asset->name);
	jsonw_kstring(&json, "type", *asset->type ? asset->type : NULL);
	jsonw_kbool(&json, "default", seen_workspace(seen).default_asset == i);
	if (sees_asset(seen, i) == SIGHT_ALL)
		fields_json(&json, app, i, arena);
	value_json(&json, app, kind_at(asset->kind), (struct value_of){
		   kind_at(asset->kind)->code, "", asset->id,
		   asset->type, asset->config }, arena);
	if (kind_at(asset->kind)->secret_name)
		secret_seen_json(&json, app, seen_importing(seen, i), arena);
	jsonw_object_end(&json);
}

static const char *usage_text(const struct app *app, uint32_t asset,
			      struct arena *arena)
{
	uint32_t n = used_by(app_seen(app), asset);

	return arena_printf(arena, "%u project%s", n, n == 1 ? "" : "s");
}

/* "created" and "created by" */
static void stamp_rows(struct result *out, const char *what, int64_t when,
		       const char *by)
{
	char time[CLOCK_TEXT];

	if (!when)
		return;
	clock_local(when, time);
	result_field(out, what, time);
	if (*by)
		result_field(out, arena_printf(&out->arena, "%s by", what), by);
}

static void show_rows(struct result *out, const struct app *app, uint32_t i)
{
	const struct seen *seen = app_seen(app);
	const struct fact_asset *asset = seen_asset(seen, i);
	bool all = sees_asset(seen, i) == SIGHT_ALL;
	struct arena *arena = &out->arena;

	result_fields(out);
	result_field(out, "id", asset->id);
	result_field(out, "kind", kind_at(asset->kind)->label);
	result_field(out, "name", asset->name);
	result_field(out, "type", asset->type);
	result_field(out, "description", asset->description);
	result_field(out, "status", app_asset_status(app, asset));
	asset_row_fields(out, kind_at(asset->kind), asset->config);
	value_rows(out, app, kind_at(asset->kind), (struct value_of){
		   kind_at(asset->kind)->code, "", asset->id,
		   asset->type, asset->config });
	if (all)
		result_field(out, "access", access_shared_with(seen, i, arena));
	if (seen_workspace(seen).default_asset == i)
		result_field(out, "default", "yes");
	if (all)
		result_field(out, "usage", usage_text(app, i, arena));
	stamp_rows(out, "created", asset->created, asset->created_by);
	stamp_rows(out, "updated", asset->updated, asset->updated_by);
	stamp_rows(out, "refreshed", asset->refreshed, "");
	stamp_rows(out, "refresh asked", asset->refresh_asked,
		   asset->refresh_asked_by);
	if (kind_at(asset->kind)->secret_name)
		secret_seen_rows(out, app, seen_importing(seen, i));
}

bool asset_read_show(const struct action *self, struct app *app,
		const struct args *args, struct result *out, struct error *err)
{
	const char *project = arg_text(self, args, "project");
	uint32_t i;

	if (project)
		return own_read_show(app, (uint32_t)self->kind, project,
				     arg_text(self, args, "asset"), out, err);
	if (!app_find_asset(app, self->noun, arg_text(self, args, "asset"), &i,
			    err))
		return false;
	if (answers_format(app) == FORMAT_JSON)
		show_json(out, app, i);
	else
		show_rows(out, app, i);
	return true;
}

/* People whom the asset holds below what is granted in this project. */
static uint32_t held_in(const struct seen *seen, uint32_t asset,
			uint32_t project)
{
	const struct facts *facts = seen_judged(seen);
	uint32_t i, j, n = 0;
	struct arena arena = { 0 };
	struct answer answer;

	for (i = 0; i < seen_n_users(seen); i++) {
		if (!sees_user(seen, i) || access_asset(facts, i, asset))
			continue;
		access_decide(facts, i, project, &arena, &answer);
		for (j = 0; j < answer.n_limits; j++)
			n += answer.limits[j].asset == asset;
	}
	arena_release(&arena);
	return n;
}

bool asset_read_usage(const struct action *self, struct app *app,
		 const struct args *args, struct result *out,
		 struct error *err)
{
	const struct seen *seen = app_seen(app);
	const struct numbers *projects;
	uint32_t asset, i;

	if (!app_find_asset(app, self->noun, arg_text(self, args, "asset"),
			    &asset, err))
		return false;
	projects = seen_importing(seen, asset);
	result_columns(out, 5, "id", "PROJECT", CELL_CODE,
		       "title", "TITLE", CELL_TEXT,
		       "owner", "OWNER", CELL_CODE,
		       "state", "STATE", CELL_CODE,
		       "held", "HELD", CELL_NUMBER);
	for (i = 0; i < projects->n; i++) {
		const struct fact_project *project =
			seen_project(seen, projects->v[i]);

		if (sees_project(seen, projects->v[i]) < SIGHT_ALL)
			continue;
		result_cells(out, project->id, project->title,
			     seen_user(seen, project->owner)->email,
			     state_code(project->state));
		result_cellf(out, 4, "%u", held_in(seen, asset,
						   projects->v[i]));
	}
	return true;
}
