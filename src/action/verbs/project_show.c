/* project_show.c: one project: owner, sharing, imports. */
#include "action/look.h"
#include "model/kind.h"

extern const struct action action_project_show;

/* Sharing is for those who may open the Share menu (row 31). */
static bool sees_sharing(const struct app *app, uint32_t project)
{
	struct error err;

	return look_at_project(app, project, &err);
}

static void grants_json(struct json *json, const struct app *app,
			const struct fact_project *project)
{
	const struct facts *facts = &app->facts;
	uint32_t i;

	jsonw_key(json, "grants");
	jsonw_array(json);
	for (i = 0; i < project->n_grants; i++) {
		const struct fact_grant *grant = &project->grants[i];

		if (grant->group ? !app_sees_group(app, grant->who) :
		    !app_sees_user(app, grant->who))
			continue;
		jsonw_object(json);
		if (grant->group)
			jsonw_kstring(json, "group",
				     facts->groups[grant->who].id);
		else
			jsonw_kstring(json, "user",
				     facts->users[grant->who].id);
		jsonw_kstring(json, "level",
			     level_code((enum level)grant->level));
		jsonw_object_end(json);
	}
	jsonw_array_end(json);
}

static void assets_json(struct json *json, const struct app *app,
			const struct fact_project *project)
{
	uint32_t i;

	jsonw_key(json, "assets");
	jsonw_array(json);
	for (i = 0; i < project->assets.n; i++)
		if (app_sees_asset(app, project->assets.v[i]))
			jsonw_string(json, app->facts.assets[
				    project->assets.v[i]].id);
	jsonw_array_end(json);
}

/* Of this project only: no effect on anybody's level (F096). */
static void own_json(struct json *json, const struct fact_project *project)
{
	uint32_t i;

	jsonw_key(json, "own");
	jsonw_array(json);
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

static void as_json(struct app *app, uint32_t number, struct result *out)
{
	const struct fact_project *project = &app->facts.projects[number];
	struct json json;

	jsonw_init(&json, &out->json, 0);
	jsonw_object(&json);
	jsonw_kstring(&json, "id", project->id);
	jsonw_kstring(&json, "title", project->title);
	jsonw_kstring(&json, "description", project->description ?
		     project->description : "");
	jsonw_kstring(&json, "owner", app_sees_user(app, project->owner) ?
		     app->facts.users[project->owner].id : NULL);
	jsonw_kstring(&json, "state", state_code(project->state));
	jsonw_kstring(&json, "status", project->status);
	jsonw_kstring(&json, "categories", project->categories);
	jsonw_kbool(&json, "editors_may_share", project->editors_may_share);
	jsonw_kstring(&json, "workspace",
		     level_code((enum level)project->workspace));
	jsonw_kstring(&json, "public_web",
		     level_code((enum level)project->public_web));
	if (sees_sharing(app, number))
		grants_json(&json, app, project);
	assets_json(&json, app, project);
	if (sees_sharing(app, number))
		own_json(&json, project);
	jsonw_object_end(&json);
}

static void row(struct result *out, const char *what, const char *id,
		const char *name, const char *level)
{
	result_row(out);
	result_cell(out, 0, what);
	result_cell(out, 1, id);
	result_cell(out, 2, name);
	result_cell(out, 3, level);
}

static void grant_rows(struct app *app, uint32_t number, struct result *out)
{
	const struct facts *facts = &app->facts;
	const struct fact_project *project = &facts->projects[number];
	uint32_t i;

	for (i = 0; i < project->n_grants; i++) {
		const struct fact_grant *grant = &project->grants[i];
		const char *level = level_code((enum level)grant->level);

		if (grant->group && app_sees_group(app, grant->who))
			row(out, "group", facts->groups[grant->who].id,
			    facts->groups[grant->who].name, level);
		else if (!grant->group && app_sees_user(app, grant->who))
			row(out, "user", facts->users[grant->who].id,
			    facts_user_name(facts, grant->who), level);
	}
}

static void as_rows(struct app *app, uint32_t number, struct result *out)
{
	const struct facts *facts = &app->facts;
	const struct fact_project *project = &facts->projects[number];
	uint32_t i;

	result_columns(out, 4, "what", "WHAT", CELL_CODE, "id", "ID", CELL_CODE,
		       "name", "NAME", CELL_TEXT, "level", "LEVEL", CELL_CODE);
	row(out, "project", project->id, project->title, NULL);
	row(out, "state", state_code(project->state), NULL, NULL);
	if (app_sees_user(app, project->owner))
		row(out, "owner", facts->users[project->owner].id,
		    facts_user_name(facts, project->owner), "full_access");
	if (sees_sharing(app, number)) {
		grant_rows(app, number, out);
		row(out, "workspace", NULL, "everybody but Guests",
		    level_code((enum level)project->workspace));
		row(out, "web", NULL, "anybody with the link",
		    level_code((enum level)project->public_web));
		row(out, "editors may share",
		    project->editors_may_share ? "on" : "off", NULL, NULL);
	}
	for (i = 0; i < project->assets.n; i++)
		if (app_sees_asset(app, project->assets.v[i])) {
			const struct fact_asset *asset =
				&facts->assets[project->assets.v[i]];

			row(out, kind_at(asset->kind)->label, asset->id,
			    asset->name, NULL);
		}
	for (i = 0; i < project->n_own && sees_sharing(app, number); i++)
		row(out, arena_printf(&out->arena, "own %s",
				      kind_at(project->own[i].kind)->label),
		    project->own[i].id, project->own[i].name, NULL);
}

static bool run(struct app *app, const struct args *args, struct result *out,
		struct error *err)
{
	if (!app_find_project(app, arg_text(&action_project_show, args,
					    "project"), &out->project, err))
		return false;
	if (look_format(app) == FORMAT_JSON)
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
		{ .name = "project", .label = "Project", .help = "id or title",
		  .type = PARAM_PROJECT, .required = true },
	},
	.flags = ACTION_ROWS,
	.run = run,
};
