/* asset_access.c: "Groups with access" of an asset, for all kinds at once. */
#include "action/asset/asset_access.h"

#include <stdlib.h>

#include "access/rights.h"
#include "access/words.h"
#include "action/core/word_list.h"
#include "action/judge/downgrade.h"
#include "action/judge/no_effect.h"
#include "base/mem.h"
#include "model/kind.h"

struct change_access {
	struct edit_plan *plan;
	uint32_t asset;
	unsigned builtin;		/* the set to be */
	struct edit *edits;
	size_t n, cap;
};

static void push(struct change_access *change, struct edit edit)
{
	change->edits = mem_grow(change->edits, change->n, &change->cap,
				 sizeof(*change->edits));
	edit.asset = change->asset;
	change->edits[change->n++] = edit;
}

static bool not_shared(struct change_access *change, const char *with,
		       struct error *err)
{
	error_set(err, ERROR_NOT_FOUND, "NOT_SHARED", "%s is not shared with %s",
		  word_asset(change->plan->arena, app_seen(change->plan->app), change->asset), with);
	return error_remedy(err, "it is shared with: %s",
			    word_cut(change->plan->arena,
				     access_shared_with(app_seen(change->plan->app), change->asset,
							change->plan->arena)));
}

/* One --add or --remove. */
static bool one(struct change_access *change, const char *name, size_t i, bool on,
		struct error *err)
{
	const char *text = arg_at(change->plan->action, change->plan->args, name, i);
	const struct facts *facts = &change->plan->app->facts;
	struct edit edit = edit_of(EDIT_ASSET_GROUP);
	enum builtin builtin;

	if (builtin_parse(text, &builtin)) {
		if (!on && !(change->builtin & builtin))
			return not_shared(change, builtin_label(builtin), err);
		change->builtin = on ? change->builtin | builtin :
				  change->builtin & ~(unsigned)builtin;
		return true;
	}
	if (!app_find_group(change->plan->app, text, &edit.group, err))
		return false;
	if (!on && !numbers_has(&facts->assets[change->asset].groups, edit.group))
		return not_shared(change, word_group(change->plan->arena, app_seen(change->plan->app),
						     edit.group), err);
	edit.value = on;
	push(change, edit);
	return true;
}

static bool collect(struct change_access *change, struct error *err)
{
	struct edit_plan *plan = change->plan;
	struct edit edit = edit_of(EDIT_ASSET_BUILTIN);
	size_t i;

	for (i = 0; i < plan_count(plan, "add"); i++)
		if (!one(change, "add", i, true, err))
			return false;
	for (i = 0; i < plan_count(plan, "remove"); i++)
		if (!one(change, "remove", i, false, err))
			return false;
	edit.value = (int)change->builtin;
	push(change, edit);
	return true;
}

static void say(struct change_access *change)
{
	struct edit_plan *plan = change->plan;
	const struct facts *facts = &plan->app->facts;
	const char *name = plan_word(plan, OF_ASSET, change->asset);

	if (asset_is_for_admins(facts, change->asset))
		plan_message(plan, "%s " TENSE("is", "would be") " for Admins only.", name);
	else
		plan_message(plan, "%s " TENSE("is", "would be") " shared with %s.", name,
			     access_shared_with(app_seen(plan->app), change->asset,
						plan->arena));
	plan_target(plan, facts->assets[change->asset].id);
}

bool asset_access_plan(struct edit_plan *plan, struct error *err)
{
	struct change_access change = { .plan = plan };
	const struct asset_kind *kind;
	bool ok;

	if (!plan_needs_admin(plan, err) ||
	    !plan_asset_at(plan, "asset", 0, &change.asset, err))
		return false;
	kind = kind_at(plan->app->facts.assets[change.asset].kind);
	if (!plan_needs_plan(plan, kind->plan, kind->plural, err))
		return false;
	if (!plan_count(plan, "add") && !plan_count(plan, "remove")) {
		error_set(err, ERROR_INVALID, NULL, "which groups?");
		return error_remedy(err, "--add GROUP or --remove GROUP: a group, "
				    "or workspace, workspace_guests, public");
	}
	change.builtin = plan->app->facts.assets[change.asset].builtin;
	ok = collect(&change, err);
	if (ok) {
		downgrade_edits(plan, change.edits, change.n);
		no_effect_warn(plan);
		say(&change);
	}
	free(change.edits);
	return ok;
}
