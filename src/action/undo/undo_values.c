/* undo_values.c: see undo_values.h. */
#include "action/undo/undo_values.h"

#include <string.h>

#include "action/core/word_list.h"
#include "model/kind.h"
#include "model/provider.h"

enum { NAMED = 8 };

struct one {
	const struct asset_kind *kind;
	const char *code, *project, *thing, *name, *type, *config;
};

static struct one of_asset(const struct facts *facts, uint32_t n)
{
	const struct fact_asset *asset = &facts->assets[n];

	return (struct one){ kind_at(asset->kind), kind_at(asset->kind)->code, "", asset->id,
			     asset->name, asset->type, asset->config };
}

static struct one of_provider(const struct facts *facts, uint32_t n)
{
	const struct fact_record *one = &facts->providers[n];

	return (struct one){ &provider_kind, "provider", "", one->id, one->name, one->type,
			     one->config };
}

static struct one of_own(const struct facts *facts, const struct edit *edit)
{
	const struct asset_kind *kind = kind_at((size_t)edit->value);

	return (struct one){ kind, kind->code, facts->projects[edit->project].id, edit->text,
			     edit->text2, edit->text3, edit->text4 };
}

/* What comes back; kind NULL: nothing that has secret fields. */
static struct one added(const struct facts *facts, const struct edit *edit)
{
	switch (edit->kind) {
	case EDIT_ASSET_ADD:
		return of_asset(facts, edit->asset);
	case EDIT_PROVIDER_ADD:
		return of_provider(facts, edit->provider);
	case EDIT_OWN_ADD:
		return of_own(facts, edit);
	default:
		return (struct one){ .kind = NULL };
	}
}

static bool needs_value(const struct one *one, struct arena *arena)
{
	const struct kind_state state = { .kind = one->kind, .config = one->config,
		.type = kind_type(one->kind, one->type ? one->type : ""), .arena = arena };
	const struct kind_need *need = state.type ? state.type->needs : NULL;

	for (; need && need->field; need++)
		if (need->required && kind_field(one->kind, need->field)->secret &&
		    kind_needs(&state, need))
			return true;
	return false;
}

/* Has the thing with this id a value, or has anything of this project? */
static bool has_value(const struct app *app, const char *project, const char *thing)
{
	size_t i;

	for (i = 0; i < app->n_values; i++)
		if (strcmp(app->values[i].project, project) == 0 &&
		    (!thing || strcmp(app->values[i].thing, thing) == 0))
			return true;
	return false;
}

static const char *lost(const struct app *app, const struct edit *edit)
{
	const struct facts *facts = &app->facts;

	switch (edit->kind) {
	case EDIT_ASSET_DELETE:
		return has_value(app, "", facts->assets[edit->asset].id) ?
			facts->assets[edit->asset].name : NULL;
	case EDIT_PROVIDER_DELETE:
		return has_value(app, "", facts->providers[edit->provider].id) ?
			facts->providers[edit->provider].name : NULL;
	case EDIT_TOKEN_DELETE:
		return has_value(app, "", facts->tokens[edit->token].id) ?
			facts->tokens[edit->token].name : NULL;
	case EDIT_PROJECT_DELETE:
		return has_value(app, facts->projects[edit->project].id, NULL) ?
			facts->projects[edit->project].title : NULL;
	case EDIT_OWN_DELETE:
		return has_value(app, facts->projects[edit->project].id, edit->text) ?
			edit->old_own.name ? edit->old_own.name : edit->text : NULL;
	default:
		return NULL;
	}
}

static void say(struct edit_plan *plan, struct words *words, const char *code,
		const char *text)
{
	size_t n = words->n;
	const char *list = words_done(words, plan->arena);

	if (n)
		plan_warn(plan, code, "%s: %s", text, list);
}

void undo_values_warn(struct edit_plan *plan, size_t first)
{
	struct words back, gone;
	size_t i;

	words_init(&back, NAMED);
	words_init(&gone, NAMED);
	for (i = first; i < plan->n; i++) {
		const struct edit *edit = &plan->edits[i];
		const struct one one = added(&plan->app->facts, edit);
		const char *name = lost(plan->app, edit);

		if (one.kind && needs_value(&one, plan->arena))
			words_add(&back, word_cut(plan->arena, one.name));
		if (name)
			words_add(&gone, word_cut(plan->arena, name));
	}
	say(plan, &back, "NO_VALUE", "no value comes back, it is to be entered again");
	say(plan, &gone, "VALUE_LOST", "the value goes with it, and no redo brings it back");
}
