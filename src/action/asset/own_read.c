/* own_read.c: see own_read.h. */
#include "action/asset/own_read.h"

#include "action/asset/asset_rows.h"
#include "action/asset/secret_seen.h"
#include "action/asset/value_rows.h"
#include "action/judge/answers.h"
#include "action/judge/asset_name.h"
#include "model/config.h"
#include "model/kind.h"

static bool find_project(struct app *app, const char *text, uint32_t *project,
			 struct error *err)
{
	return app_find_project(app, text, project, err) &&
		own_may_see(app, *project, err);
}

bool own_read_list(struct app *app, uint32_t kind, const char *name,
		   struct result *out, struct error *err)
{
	const struct fact_project *project;
	uint32_t number, i;

	if (!find_project(app, name, &number, err))
		return false;
	project = seen_project(app_seen(app), number);
	result_columns(out, 3, "id", "ID", CELL_CODE, "name", "NAME", CELL_TEXT,
		       "type", "TYPE", CELL_CODE);
	for (i = 0; i < project->n_own; i++) {
		if (project->own[i].kind != kind)
			continue;
		result_cells(out, project->own[i].id, project->own[i].name,
			     *project->own[i].type ? project->own[i].type : NULL);
	}
	return true;
}

static void show_json(struct app *app, uint32_t number,
		      const struct fact_own *own, struct result *out)
{
	struct numbers only = { .v = &number, .n = 1 };
	struct json json;

	jsonw_begin(&json, &out->json);
	jsonw_kstring(&json, "id", own->id);
	jsonw_kstring(&json, "kind", kind_at(own->kind)->code);
	jsonw_kstring(&json, "name", own->name);
	jsonw_kstring(&json, "type", *own->type ? own->type : NULL);
	jsonw_kstring(&json, "project", seen_project(app_seen(app), number)->id);
	jsonw_key(&json, "config");
	jsonw_raw(&json, config_rest(own->config, NULL, &out->arena));
	value_json(&json, app, kind_at(own->kind), (struct value_of){
		   kind_at(own->kind)->code, seen_project(app_seen(app), number)->id,
		   own->id, own->type, own->config }, &out->arena);
	if (kind_at(own->kind)->secret_name)
		secret_seen_json(&json, app, &only, &out->arena);
	jsonw_object_end(&json);
}

static void show_rows(struct app *app, uint32_t number,
		      const struct fact_own *own, struct result *out)
{
	struct numbers only = { .v = &number, .n = 1 };

	result_fields(out);
	result_field(out, "id", own->id);
	result_field(out, "kind", kind_at(own->kind)->label);
	result_field(out, "name", own->name);
	result_field(out, "type", own->type);
	result_field(out, "project", seen_project(app_seen(app), number)->title);
	asset_row_fields(out, kind_at(own->kind), own->config);
	value_rows(out, app, kind_at(own->kind), (struct value_of){
		   kind_at(own->kind)->code, seen_project(app_seen(app), number)->id,
		   own->id, own->type, own->config });
	if (kind_at(own->kind)->secret_name)
		secret_seen_rows(out, app, &only);
}

bool own_read_show(struct app *app, uint32_t kind, const char *project,
		   const char *which, struct result *out, struct error *err)
{
	const struct fact_own *own;
	uint32_t number, at;

	if (!find_project(app, project, &number, err) ||
	    !own_find(app, number, kind, which, &at, err))
		return false;
	own = &seen_project(app_seen(app), number)->own[at];
	if (answers_format(app) == FORMAT_JSON)
		show_json(app, number, own, out);
	else
		show_rows(app, number, own, out);
	return true;
}
