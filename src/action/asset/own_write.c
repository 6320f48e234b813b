/* own_write.c: a project's own connections and secrets: for whoever can edit it
 * (DOMAIN 6.12).  They are shared with nobody and move nobody (F096). */
#include <string.h>

#include "action/asset/asset_write.h"
#include "action/core/word_list.h"
#include "action/judge/asset_name.h"
#include "action/asset/asset_values.h"
#include "action/judge/asset_wish.h"
#include "action/judge/may.h"
#include "base/newid.h"
#include "model/kind.h"

/* The project, which the subject must be able to edit. */
static bool find_project(struct edit_plan *plan, uint32_t *project,
			 const char *what, struct error *err)
{
	static const char *const shared_only[] = { "group", "nobody",
						   "description" };
	size_t i;

	if (!plan_project(plan, "project", project, err) ||
	    !may_with_level(plan, *project, LEVEL_CAN_EDIT, what, err))
		return false;
	for (i = 0; i < COUNT_OF(shared_only); i++) {
		if (!plan_count(plan, shared_only[i]))
			continue;
		error_set(err, ERROR_INVALID, "NOT_SHARED", "--%s is for shared "
			  "ones: a project's own is for whoever can edit the "
			  "project", shared_only[i]);
		error_field(err, "%s", shared_only[i]);
		return error_remedy(err, "leave it out, or leave out --project");
	}
	return true;
}

static bool find_own(struct edit_plan *plan, uint32_t kind, const char *what,
		     uint32_t *project, uint32_t *own, struct error *err)
{
	return find_project(plan, project, what, err) &&
		(own_find(plan->app, *project, kind, plan_text(plan, "asset"),
			  own, err) || error_field(err, "asset"));
}

/* Sealed under keys that Admins hold: nobody else can (SECURITY 4). */
static bool take_values(struct edit_plan *plan, uint32_t kind, uint32_t project,
			const char *id, const struct asset_wish *wish, bool fresh,
			struct error *err)
{
	const struct asset_values values = { kind_at(kind), kind_at(kind)->code,
		wish->type, wish->config, plan->app->facts.projects[project].id, id, NULL };

	if (fresh)
		asset_values_warn(plan, &values);
	return !asset_values_given(plan) || (plan_needs_admin(plan, err) &&
					     asset_values_take(plan, &values, err));
}

bool own_create_plan(struct edit_plan *plan, uint32_t kind, struct error *err)
{
	struct asset_wish wish = { .type = "", .config = "{}" };
	struct edit edit = edit_of(EDIT_OWN_ADD);
	const struct asset_kind *k = kind_at(kind);
	char id[NEWID_TEXT];

	if (!find_project(plan, &edit.project, "adding to", err) ||
	    !may_make_own(plan, err) ||
	    !asset_wish_take(plan, kind, &wish, err) ||
	    !asset_name_good(k, wish.name, err) ||
	    !own_name_free(plan, edit.project, kind, NOBODY, wish.name, err))
		return false;
	newid(id, "o");
	edit.text = arena_strdup(plan->arena, id);
	edit.text2 = wish.name;
	edit.text3 = wish.type;
	edit.text4 = wish.config;
	edit.value = (int)kind;
	plan_edit(plan, edit);
	plan_message(plan, TENSE("Created", "Would create") " the %s %s"
		     TENSE(" (%s)", "") ", for %s only.", k->label,
		     word_cut(plan->arena, wish.name), id,
		     plan_word(plan, OF_PROJECT, edit.project));
	plan_target(plan, plan->app->facts.projects[edit.project].id);
	return take_values(plan, kind, edit.project, edit.text, &wish, true, err);
}

static void set_text(struct edit_plan *plan, enum edit_kind kind,
		     uint32_t project, const char *id, const char *text)
{
	struct edit edit = edit_of(kind);

	edit.project = project;
	edit.text = id;
	edit.text2 = text;
	plan_edit(plan, edit);
}

/* The facts do not say draft of a project's own: what lacks its type or every field
 * is one. */
static bool is_draft(const struct fact_own *own)
{
	return kind_has_types(kind_at(own->kind)) &&
		(!*own->type || strcmp(own->config, "{}") == 0);
}

bool own_edit_plan(struct edit_plan *plan, uint32_t kind, struct error *err)
{
	const struct fact_own *own;
	struct asset_wish wish = { 0 };
	size_t before = plan->n;
	uint32_t project, n;
	const char *id;

	if (!find_own(plan, kind, "changing", &project, &n, err) ||
	    !asset_wish_given(plan, kind, err))
		return false;
	own = &plan->app->facts.projects[project].own[n];
	id = own->id;
	wish.name = own->name;
	wish.type = own->type;
	wish.config = own->config;
	wish.draft = is_draft(own);
	if (!asset_wish_take(plan, kind, &wish, err) ||
	    !asset_name_good(kind_at(kind), wish.name, err) ||
	    !own_name_free(plan, project, kind, n, wish.name, err))
		return false;
	set_text(plan, EDIT_OWN_NAME, project, id, wish.name);
	set_text(plan, EDIT_OWN_TYPE, project, id, wish.type);
	set_text(plan, EDIT_OWN_CONFIG, project, id, wish.config);
	if (plan->n > before || asset_values_given(plan))
		plan_message(plan, TENSE("Changed", "Would change") " the %s %s of %s.",
			     kind_at(kind)->label,
			     word_cut(plan->arena, wish.name),
			     plan_word(plan, OF_PROJECT, project));
	plan_target(plan, plan->app->facts.projects[project].id);
	return take_values(plan, kind, project, id, &wish, false, err);
}

bool own_delete_plan(struct edit_plan *plan, uint32_t kind, struct error *err)
{
	const struct facts *facts = &plan->app->facts;
	struct edit edit = edit_of(EDIT_OWN_DELETE);
	uint32_t n;

	if (!find_own(plan, kind, "deleting from", &edit.project, &n, err))
		return false;
	edit.text = facts->projects[edit.project].own[n].id;
	plan_confirm(plan, facts->projects[edit.project].own[n].name);
	plan_message(plan, TENSE("Deleted", "Would delete") " the %s %s of %s; no other "
		     "project " TENSE("had", "has") " it.",
		     kind_at(kind)->label, word_cut(plan->arena,
			facts->projects[edit.project].own[n].name),
		     plan_word(plan, OF_PROJECT, edit.project));
	plan_target(plan, facts->projects[edit.project].id);
	plan_edit(plan, edit);
	return true;
}
