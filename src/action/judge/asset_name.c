/* asset_name.c: see asset_name.h. */

#include <string.h>

#include "action/core/word_list.h"
#include "action/judge/asset_name.h"
#include "action/judge/names.h"
#include "base/text.h"
#include "model/kind.h"

bool asset_name_good(const struct asset_kind *kind, const char *name,
		     struct error *err)
{
	const char *fault;

	if (!may_be_named("name", name, err))
		return false;
	fault = kind->name_fault ? kind->name_fault(name) : NULL;
	if (!fault)
		return true;
	error_set(err, ERROR_INVALID, "NAME_INVALID", "%s", fault);
	error_field(err, "name");
	return error_remedy(err, "%s", kind->name_rule);
}

static bool taken(struct edit_plan *plan, const char *name, const char *where,
		  struct error *err)
{
	error_set(err, ERROR_CONFLICT, "NAME_TAKEN",
		  "another secret %s is called %s", where,
		  word_cut(plan->arena, name));
	error_field(err, "name");
	return error_remedy(err, "choose another name");
}

/* Has the project one of its own called so, other than at `except`? */
static bool own_has(const struct fact_project *project, uint32_t kind,
		    uint32_t except, const char *name)
{
	uint32_t i;

	for (i = 0; i < project->n_own; i++)
		if (i != except && project->own[i].kind == kind &&
		    strcmp(project->own[i].name, name) == 0)
			return true;
	return false;
}

static bool imports_one(const struct facts *facts,
			const struct fact_project *project, uint32_t kind,
			const char *name)
{
	const struct fact_asset *asset;
	uint32_t i;

	for (i = 0; i < project->assets.n; i++) {
		asset = &facts->assets[project->assets.v[i]];
		if (!asset->gone && asset->kind == kind &&
		    strcmp(asset->name, name) == 0)
			return true;
	}
	return false;
}

static const char *in_project(struct edit_plan *plan, uint32_t project)
{
	return arena_printf(plan->arena, "of %s",
			    word_title(plan->arena, app_seen(plan->app), project,
				       plan->app->facts.projects[project].title));
}

/* Others may share a name with others of their kind: their ids tell them apart. */
static void warn_of_double(struct edit_plan *plan, uint32_t kind, uint32_t asset,
			   const char *name)
{
	const struct facts *facts = &plan->app->facts;
	uint32_t i;

	if (asset != NOBODY && strcmp(facts->assets[asset].name, name) == 0)
		return;
	for (i = 0; i < facts->n_assets; i++) {
		if (i == asset || facts->assets[i].gone ||
		    facts->assets[i].kind != kind ||
		    text_casecmp(facts->assets[i].name, name) != 0)
			continue;
		plan_warn(plan, "NAME_DUPLICATE", "another %s is called %s (%s): "
			  "name them by id from now on", kind_at(kind)->label,
			  word_cut(plan->arena, seen_asset(app_seen(plan->app), i)->name),
			  facts->assets[i].id);
		return;
	}
}

bool asset_name_free(struct edit_plan *plan, uint32_t kind, uint32_t asset,
		     const char *name, struct error *err)
{
	const struct facts *facts = &plan->app->facts;
	const struct fact_project *project;
	const struct numbers *used;
	uint32_t i;

	if (!kind_at(kind)->secret_name) {
		warn_of_double(plan, kind, asset, name);
		return true;
	}
	for (i = 0; i < facts->n_assets; i++)
		if (i != asset && !facts->assets[i].gone &&
		    facts->assets[i].kind == kind &&
		    strcmp(facts->assets[i].name, name) == 0)
			return taken(plan, name, "of the workspace", err);
	used = asset == NOBODY ? NULL : &facts->assets[asset].projects;
	for (i = 0; used && i < used->n; i++) {
		project = &facts->projects[used->v[i]];
		if (!project->gone && own_has(project, kind, NOBODY, name))
			return taken(plan, name, in_project(plan, used->v[i]), err);
	}
	return true;
}

bool own_name_free(struct edit_plan *plan, uint32_t project, uint32_t kind,
		   uint32_t except, const char *name, struct error *err)
{
	const struct facts *facts = &plan->app->facts;
	const struct fact_project *one = &facts->projects[project];

	if (!kind_at(kind)->secret_name ||
	    (!own_has(one, kind, except, name) &&
	     !imports_one(facts, one, kind, name)))
		return true;
	return taken(plan, name, in_project(plan, project), err);
}

/* Those of the name, without regard to case unless exact; *out is the last. */
static uint32_t by_name(const struct fact_project *project, uint32_t kind,
			const char *text, bool exact, uint32_t *out)
{
	uint32_t i, n = 0;

	for (i = 0; i < project->n_own; i++) {
		if (project->own[i].kind != kind ||
		    (exact ? strcmp(project->own[i].name, text) :
		     text_casecmp(project->own[i].name, text)) != 0)
			continue;
		*out = i;
		n++;
	}
	return n;
}

bool own_find(const struct app *app, uint32_t project, uint32_t kind,
	      const char *text, uint32_t *out, struct error *err)
{
	const struct fact_project *one = &app->facts.projects[project];
	uint32_t at = facts_own(&app->facts, project, text), n;
	struct arena arena = { 0 };

	if (at != NOBODY && one->own[at].kind == kind) {
		*out = at;
		return true;
	}
	n = by_name(one, kind, text, true, out);
	if (n == 0)
		n = by_name(one, kind, text, false, out);
	if (n == 1)
		return true;
	if (n > 1)
		error_set(err, ERROR_INVALID, "NAME_AMBIGUOUS",
			  "%u of its own have this name", n);
	else
		error_set(err, ERROR_NOT_FOUND, "NOT_FOUND",
			  "%s has no %s \"%s\" of its own",
			  word_cut(&arena, one->title), kind_at(kind)->label,
			  word_cut(&arena, text));
	arena_release(&arena);
	return error_remedy(err, "gatehouse %s list --project %s shows what there "
			    "is", kind_at(kind)->noun, one->id);
}

bool own_may_see(const struct app *app, uint32_t project, struct error *err)
{
	if (sees_own(app_seen(app), project))
		return true;
	error_set(err, ERROR_DENIED, "LEVEL_NEEDED",
		  "a project's own connections and secrets are shown to whoever "
		  "has Can Edit on it");
	error_needs(err, "can_edit");
	return app_is_admin(app) && app_subject(app) != NOBODY ?
		error_remedy(err, "take Full Access first (audited): gatehouse "
			     "project take-access %s",
			     seen_project(app_seen(app), project)->id) :
		error_remedy(err, "ask somebody with Full Access");
}
