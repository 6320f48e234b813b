/* project_duplicate.c: a copy with nobody in it but whoever copies (B10, D7). */
#include "action/action.h"
#include "action/may.h"
#include "action/word_list.h"
#include "base/newid.h"

static bool may_copy(struct edit_plan *plan, uint32_t project, struct error *err)
{
	struct answer me;

	may_answer(plan, project, &me);
	if (me.role != ROLE_ADMIN && me.role != ROLE_MANAGER &&
	    me.role != ROLE_EDITOR) {
		error_set(err, ERROR_DENIED, "ROLE_NEEDED", "duplicating needs the "
			  "role Editor; you are %s", role_label(me.role));
		error_needs(err, "editor");
		return error_remedy(err, "ask an Admin for the role Editor");
	}
	return may_with_level(plan, project, LEVEL_CAN_VIEW, "duplicating", err) &&
	       plan_needs_can(plan, project, CAN_DUPLICATE, err) &&
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
			words_add(&left, word_asset(plan->arena, facts,
						    edit.asset));
		assets = &facts->projects[from].assets;
	}
	n = left.n;
	list = words_done(&left, plan->arena);
	if (n)
		plan_warn(plan, "ASSET_MISSING", "not copied, for lack of access: %s",
			  list);
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
	if (facts->projects[from].n_own)
		plan_warn(plan, "OWN_NOT_COPIED", "the project's own connections "
			  "and secrets are not copied: add them to the copy");
	newid(id, "p");
	edit.text = arena_strdup(plan->arena, id);
	edit.text2 = title;
	edit.user = app_subject(plan->app);
	plan_edit(plan, edit);
	copy_imports(plan, from, facts_project(facts, id));
	plan_message(plan, "Created %s (%s).", word_cut(plan->arena, title), id);
	plan_target(plan, id);
	return true;
}

const struct action action_project_duplicate = {
	.noun = "project", .verb = "duplicate",
	.summary = "Duplicate a project",
	.help = "Needs Can View and the role Editor, Manager or Admin. The copy "
		"belongs to whoever makes it; no sharing and no credentials are "
		"copied, and imports that one may not use are left out.",
	.example = "project duplicate \"Revenue model\" --title \"Revenue model, test\"",
	.synonyms = "copy clone fork",
	.on = "project",
	.params = {
		{ .name = "project", .label = "Project", .type = PARAM_PROJECT,
		  .help = "the project to copy", .required = true },
		{ .name = "title", .label = "Title", .type = PARAM_TEXT,
		  .help = "title of the copy", .option = true },
	},
	.flags = ACTION_WRITES,
	.plan = plan_duplicate,
};
