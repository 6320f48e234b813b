/* project_duplicate.c: a copy with nobody in it but whoever copies (B10, D7). */
#include "action/core/asked.h"
#include "action/core/word_list.h"
#include "action/judge/may.h"
#include "action/judge/names.h"
#include "base/newid.h"
#include "model/config.h"
#include "model/edit_field.h"
#include "model/kind.h"

static bool may_copy(struct edit_plan *plan, uint32_t project, struct error *err)
{
	return may_make_projects(plan, "duplicating", err) &&
	       may_with_level(plan, project, LEVEL_CAN_VIEW, "duplicating", err) &&
	       may_hold_more_projects(plan, err);
}

/* Imports that the actor may not use stay behind, so that the promised Full
 * Access holds. */
static void copy_imports(struct edit_plan *plan, uint32_t from, uint32_t to)
{
	const struct facts *facts = &plan->app->facts;
	const struct numbers *assets = &facts->projects[from].assets;
	struct edit edit = edit_of(EDIT_IMPORT);
	struct words left;
	const char *list;
	uint32_t i;
	size_t n;

	words_init(&left, 20);
	edit.project = to;
	edit.value = 1;
	for (i = 0; i < assets->n; i++) {
		edit.asset = assets->v[i];
		if (facts->assets[edit.asset].gone)
			continue;
		if (access_asset(facts, app_subject(plan->app), edit.asset))
			plan_edit(plan, edit);
		else
			words_add(&left, plan_word(plan, OF_ASSET, edit.asset));
		assets = &facts->projects[from].assets;
	}
	n = left.n;
	list = words_done(&left, plan->arena);
	if (n)
		plan_warn(plan, "ASSET_MISSING", "not copied, for lack of access: %s",
			  list);
}

/* Name, type and fields; whatever is secret stays behind (B10). */
static const char *without_secrets(struct edit_plan *plan,
				   const struct fact_own *own)
{
	const struct kind_field *field = kind_at(own->kind)->fields;
	const char *config = own->config && *own->config ? own->config : "{}";

	for (; field->name; field++)
		if (field->secret)
			config = config_set(config, field->name, NULL,
					    plan->arena);
	return config;
}

/* By name where the original's are seen, else counted: before the copy is made
 * nobody reads in its preview what the original hides. */
static void warn_bare(struct edit_plan *plan, const struct asset_kind *kind,
		      struct words *names, bool named)
{
	const char *code = kind->secret_name ? "NO_VALUE" : "NEEDS_CREDENTIALS";
	const char *how = kind->secret_name ? "by name, without value" :
		"without credentials, which the copy needs";
	size_t n = names->n;
	const char *list = words_done(names, plan->arena);

	if (n && kind_has_files(kind))
		plan_warn(plan, "FILES_COPIED", "files copied by their path: %s", named ?
			  list : arena_printf(plan->arena, "%zu", n));
	else if (n && named)
		plan_warn(plan, code, "%ss copied %s: %s", kind->one, how, list);
	else if (n)
		plan_warn(plan, code, "%ss copied %s: %zu", kind->one, how, n);
}

static void copy_own(struct edit_plan *plan, uint32_t from, uint32_t to)
{
	bool named = sees_own(app_seen(plan->app), from);
	const struct fact_own *own;
	struct edit edit;
	struct words *names = arena_array(plan->arena, kind_count(),
					  sizeof(*names));
	char id[NEWID_TEXT];
	uint32_t i;

	for (i = 0; i < kind_count(); i++)
		words_init(&names[i], 20);
	for (i = 0; i < plan->app->facts.projects[from].n_own; i++) {
		own = &plan->app->facts.projects[from].own[i];
		newid(id, "o");
		edit = edit_of(EDIT_OWN_ADD);
		edit.project = to;
		edit.text = arena_strdup(plan->arena, id);
		edit.text2 = own->name;
		edit.text3 = own->type;
		edit.text4 = without_secrets(plan, own);
		edit.value = (int)own->kind;
		words_add(&names[own->kind], word_cut(plan->arena, own->name));
		plan_edit(plan, edit);
	}
	for (i = 0; i < kind_count(); i++)
		warn_bare(plan, kind_at(i), &names[i], named);
}

/* What stands beside the title.  Not the status: it was given to the original. */
static void copy_text(struct edit_plan *plan, uint32_t from, uint32_t to)
{
	const struct fact_project *project = &plan->app->facts.projects[from];
	const struct edit_field *field = NULL;
	struct edit edit;

	while ((field = edit_field_next(OF_PROJECT, field))) {
		if (!field_is_text(field) || field->with_add ||
		    field->kind == EDIT_PROJECT_STATUS)
			continue;
		edit = edit_for(field->kind, OF_PROJECT, to);
		edit.text = field_text(field, project);
		plan_edit(plan, edit);
	}
}

static bool plan_duplicate(struct edit_plan *plan, struct error *err)
{
	const struct facts *facts = &plan->app->facts;
	struct edit edit = edit_of(EDIT_PROJECT_ADD);
	const char *title = plan_text(plan, "title");
	char id[NEWID_TEXT];
	uint32_t from;

	if (!plan_project(plan, "project", &from, err) ||
	    !may_copy(plan, from, err))
		return false;
	if (!title)
		title = arena_printf(plan->arena, "%s (copy)",
				     facts->projects[from].title);
	if (!may_be_named("title", title, err))
		return false;
	newid(id, "p");
	edit.text = arena_strdup(plan->arena, id);
	edit.text2 = title;
	edit.user = app_subject(plan->app);
	plan_edit(plan, edit);
	copy_text(plan, from, facts_project(facts, id));
	copy_imports(plan, from, facts_project(facts, id));
	copy_own(plan, from, facts_project(facts, id));
	plan_message(plan, TENSE("Created", "Would create") " %s" TENSE(" (%s)", "")
		     ".", word_cut(plan->arena, title), id);
	plan_target(plan, id);
	return true;
}

/* ---- in a form ------------------------------------------------------------------------ */

static void title_now(const struct asked *asked, struct arg *out)
{
	asked_value(asked, out, arena_printf(asked->arena, "%s (copy)",
		seen_project(asked_seen(asked), asked->number)->title));
}

/* Imports that one may not see are counted, not named. */
static void show(const struct asked *asked, struct shown *out)
{
	const struct seen *seen = asked_seen(asked);
	const struct fact_project *project = seen_project(seen, asked->number);
	uint32_t subject = app_subject(asked->app), i, a, n = 0;

	for (i = 0; i < project->assets.n; i++) {
		a = project->assets.v[i];
		if (sees_asset(seen, a))
			shown_row(asked, out, seen_asset(seen, a)->id,
				  seen_asset_label(seen, a),
				  kind_at(seen_asset(seen, a)->kind)->label,
				  subject != NOBODY &&
				  access_asset(seen_judged(seen), subject, a) ?
				  "stays imported" :
				  "left out: you have no access");
		else
			n += !seen_asset(seen, a)->gone;
	}
	for (i = 0; i < project->n_own; i++)
		shown_row(asked, out, project->own[i].id, project->own[i].name,
			  kind_at(project->own[i].kind)->label,
			  kind_at(project->own[i].kind)->secret_name ?
			  "its name, without value" : "without credentials");
	out->label = "What it imports and has of its own";
	out->help = "Shared assets that you have access to stay imported. The "
		"project's own connections come along without credentials, its "
		"own secrets as names without value.";
	shown_head(out, arena_printf(asked->arena, "The copy is yours, with Full "
		   "Access. Not copied: %u grant%s, the workspace's and the web's "
		   "share%s.", project->n_grants, project->n_grants == 1 ? "" : "s",
		   *project->status ? ", the status" : ""));
	if (n)
		shown_head(out, arena_printf(asked->arena, "Left out: %u asset%s "
			   "that you may not use.", n, n == 1 ? "" : "s"));
}

const struct action action_project_duplicate = {
	.noun = "project", .verb = "duplicate",
	.summary = "Duplicate a project",
	.help = "Needs Can View and the role Editor, Manager or Admin. The copy "
		"belongs to whoever makes it. No sharing and no status is copied, "
		"imports that one may not use are left out, and the project's own connections "
		"and secrets come along without credentials and values.",
	.example = "project duplicate \"Revenue model\" --title \"Revenue model, test\"",
	.synonyms = "copy clone fork",
	.on = "project",
	.params = {
		PARAM_THE_PROJECT("the project to copy"),
		{ .name = "title", .label = "Title of the copy", .type = PARAM_NAME,
		  .help = "title of the copy", .option = true,
		  .now = title_now, .fresh = true,
		  .more = "1 to 200 visible characters." },
	},
	.form = { .title = "Duplicate", .save = "Create", .show = show },
	.flags = ACTION_WRITES,
	.plan = plan_duplicate,
};
