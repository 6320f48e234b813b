/* project_show.c: one project: owner, sharing, imports. */
#include "action/judge/answers.h"
#include "action/judge/files.h"
#include "model/edit_field.h"
#include "model/kind.h"

static void grants_json(struct json *json, const struct app *app,
			const struct fact_project *project)
{
	const struct seen *seen = app_seen(app);
	uint32_t i;

	jsonw_karray(json, "grants");
	for (i = 0; i < project->n_grants; i++) {
		const struct fact_grant *grant = &project->grants[i];

		if (grant->group ? !sees_group(seen, grant->who) :
		    !sees_user(seen, grant->who))
			continue;
		jsonw_object(json);
		if (grant->group)
			jsonw_kstring(json, "group",
				     seen_group(seen, grant->who)->id);
		else
			jsonw_kstring(json, "user",
				     seen_user(seen, grant->who)->id);
		if (!grant->group && !seen_user(seen, grant->who)->active)
			jsonw_kbool(json, "active", false);
		jsonw_kstring(json, "level",
			     level_code((enum level)grant->level));
		jsonw_object_end(json);
	}
	jsonw_array_end(json);
}

static void assets_json(struct json *json, const struct app *app,
			const struct fact_project *project)
{
	const struct fact_asset *asset;
	uint32_t i;

	jsonw_karray(json, "assets");
	for (i = 0; i < project->assets.n; i++) {
		asset = seen_asset(app_seen(app), project->assets.v[i]);
		if (*asset->id)
			jsonw_string(json, asset->id);
	}
	jsonw_array_end(json);
}

/* Of this project only: no effect on anybody's level (F096). */
static void own_json(struct json *json, const struct fact_project *project)
{
	uint32_t i;

	jsonw_karray(json, "own");
	for (i = 0; i < project->n_own; i++) {
		jsonw_object(json);
		jsonw_kstring(json, "id", project->own[i].id);
		jsonw_kstring(json, "kind",
			      kind_at(project->own[i].kind)->code);
		jsonw_kstring(json, "name", project->own[i].name);
		jsonw_object_end(json);
	}
	jsonw_array_end(json);
}

/* What the title and the state are not. */
static void fields_json(struct json *json, struct app *app, uint32_t number)
{
	const struct seen *seen = app_seen(app);
	const struct fact_project *project = seen_project(seen, number);
	const struct edit_field *field = NULL;

	jsonw_kstring(json, "description", project->description);
	jsonw_kstring(json, "owner", sees_user(seen, project->owner) ?
		     seen_user(seen, project->owner)->id : NULL);
	jsonw_kstring(json, "status", project->status);
	jsonw_kstring(json, "categories", project->categories);
	while ((field = edit_field_plain(OF_PROJECT, field)))
		jsonw_kstring(json, field->column, field_text(field, project));
	jsonw_kbool(json, "editors_may_share", project->editors_may_share);
	jsonw_kstring(json, "workspace",
		     level_code((enum level)project->workspace));
	jsonw_kstring(json, "public_web",
		     level_code((enum level)project->public_web));
	grants_json(json, app, project);
	assets_json(json, app, project);
	own_json(json, project);
}

static void as_json(struct app *app, uint32_t number, struct result *out)
{
	const struct seen *seen = app_seen(app);
	const struct fact_project *project = seen_project(seen, number);
	bool all = sees_project(seen, number) == SIGHT_ALL;
	struct json json;

	jsonw_begin(&json, &out->json);
	jsonw_kstring(&json, "id", project->id);
	jsonw_kstring(&json, "title", project->title);
	jsonw_kstring(&json, "state", state_code(project->state));
	if (all)
		fields_json(&json, app, number);
	jsonw_object_end(&json);
}

/* A name that says whether the person is active. */
static const char *person(struct result *out, const struct seen *seen,
			  uint32_t user)
{
	const char *name = seen_user_name(seen, user);

	return seen_user(seen, user)->active ? name :
		arena_printf(&out->arena, "%s (deactivated)", name);
}

static void grant_rows(struct app *app, uint32_t number, struct result *out)
{
	const struct seen *seen = app_seen(app);
	const struct fact_project *project = seen_project(seen, number);
	uint32_t i;

	for (i = 0; i < project->n_grants; i++) {
		const struct fact_grant *grant = &project->grants[i];
		const char *level = level_code((enum level)grant->level);

		if (grant->group && sees_group(seen, grant->who))
			result_cells(out, "group",
				     seen_group(seen, grant->who)->id,
				     seen_group(seen, grant->who)->name, level);
		else if (!grant->group && sees_user(seen, grant->who))
			result_cells(out, "user",
				     seen_user(seen, grant->who)->id,
				     person(out, seen, grant->who), level);
	}
}

/* To people a file says what has become of where it is of (A42). */
static const char *own_word(struct app *app, const struct fact_project *project,
			    uint32_t i, struct result *out)
{
	const struct fact_own *own = &project->own[i];
	uint32_t from;

	if (!kind_has_files(kind_at(own->kind)))
		return arena_printf(&out->arena, "own %s", kind_at(own->kind)->label);
	from = file_from(seen_judged(app_seen(app)), own);
	return answers_format(app) != FORMAT_TEXT ? "file" : from == NOBODY ?
		"file, integration gone" : !numbers_has(&project->assets, from) ?
		"file, not imported now" : "file";
}

static void as_rows(struct app *app, uint32_t number, struct result *out)
{
	const struct seen *seen = app_seen(app);
	const struct fact_project *project = seen_project(seen, number);
	uint32_t i;

	result_columns(out, 4, "what", "WHAT", CELL_CODE, "id", "ID", CELL_CODE,
		       "name", "NAME", CELL_TEXT, "level", "LEVEL", CELL_CODE);
	result_cells(out, "project", project->id, project->title, NULL);
	result_cells(out, "state", state_code(project->state), NULL, NULL);
	if (sees_project(seen, number) < SIGHT_ALL)
		return;
	if (sees_user(seen, project->owner))
		result_cells(out, "owner", seen_user(seen, project->owner)->id,
			     person(out, seen, project->owner), "full_access");
	grant_rows(app, number, out);
	result_cells(out, "workspace", NULL, "everybody but Guests",
		     level_code((enum level)project->workspace));
	result_cells(out, "web", NULL, "anybody with the link",
		     level_code((enum level)project->public_web));
	result_cells(out, "editors may share",
		     project->editors_may_share ? "on" : "off", NULL, NULL);
	for (i = 0; i < project->assets.n; i++) {
		const struct fact_asset *asset =
			seen_asset(seen, project->assets.v[i]);

		if (*asset->id)
			result_cells(out, kind_at(asset->kind)->label,
				     asset->id, asset->name, NULL);
	}
	for (i = 0; i < project->n_own; i++)
		result_cells(out, own_word(app, project, i, out),
			     project->own[i].id, project->own[i].name, NULL);
}

static bool run(const struct action *self, struct app *app,
		const struct args *args, struct result *out, struct error *err)
{
	if (!app_find_project(app, arg_text(self, args,
					    "project"), &out->project, err))
		return false;
	if (answers_format(app) == FORMAT_JSON)
		as_json(app, out->project, out);
	else
		as_rows(app, out->project, out);
	return true;
}

const struct action action_project_show = {
	.noun = "project", .verb = "show",
	.summary = "Show a project with owner, sharing and imports",
	.example = "project show p-rev",
	.on = "project",
	.params = {
		PARAM_THE_PROJECT("id or title"),
	},
	.flags = ACTION_ROWS,
	.run = run,
};
