/* warn.c: see warn.h. */
#include "action/judge/warn.h"

#include <string.h>

#include "access/rights.h"
#include "access/words.h"
#include "action/core/word_list.h"
#include "action/judge/editors.h"
#include "base/mem.h"
#include "model/kind.h"

enum { NAMED = 20 };

static const struct facts *facts_of(const struct edit_plan *plan)
{
	return &plan->app->facts;
}

/* ---- people ----------------------------------------------------------------------- */

static void of_grant(struct edit_plan *plan, const struct edit *edit)
{
	const char *who = plan_word(plan, OF_USER, edit->user);
	struct answer then;

	if (edit->value <= edit->old_value ||
	    facts_of(plan)->users[edit->user].active)
		return;
	access_once_active(facts_of(plan), edit->user, edit->project,
			   plan->arena, &then);
	if (then.effective == (enum level)edit->value)
		plan_warn(plan, "DEACTIVATED", "%s is deactivated: the grant "
			  "counts once reactivated", who);
	else
		plan_warn(plan, "DEACTIVATED", "%s is deactivated: the grant is "
			  "kept, and once reactivated it comes to %s (%s)", who,
			  level_label(then.effective),
			  access_why(app_seen(plan->app), &then, plan->arena));
}

static void of_leaving(struct edit_plan *plan, uint32_t user)
{
	const struct facts *facts = facts_of(plan);
	struct words titles;
	const char *list;
	uint32_t i;
	size_t n;

	words_init(&titles, NAMED);
	for (i = 0; i < facts->n_projects; i++)
		if (!facts->projects[i].gone && facts->projects[i].owner == user)
			words_add(&titles, plan_word(plan, OF_PROJECT, i));
	n = titles.n;
	list = words_done(&titles, plan->arena);
	if (n)
		plan_warn(plan, "STILL_OWNER", "%s still owns: %s (--transfer-to "
			  "USER hands over)", plan_word(plan, OF_USER, user),
			  list);
}

/* Whoever is no active Admin any more: their key opens the vault until it is revoked. */
void warn_of_holder(struct edit_plan *plan, uint32_t user)
{
	const struct app *app = plan->app;
	const char *who = facts_of(plan)->users[user].id;
	size_t i = 0;

	while (i < app->n_holders && strcmp(app->holders[i], who) != 0)
		i++;
	if (i < app->n_holders)
		plan_warn(plan, "VAULT_HOLDER", "%s holds a key of the vault, which opens "
			  "%zu value%s: vault admin-revoke ends it and lists what is to be "
			  "changed where it is used", plan_word(plan, OF_USER, user),
			  app->n_values, app->n_values == 1 ? "" : "s");
}

/* ---- assets ----------------------------------------------------------------------- */

/* D18: for whom the default is "none". */
static void of_default(struct edit_plan *plan, uint32_t asset)
{
	const struct facts *facts = facts_of(plan);
	uint32_t n, i, *editors = editors_list(facts, plan->arena, &n);
	struct words names;
	const char *list;
	size_t without;

	words_init(&names, NAMED);
	for (i = 0; i < n; i++)
		if (!access_asset(facts, editors[i], asset))
			words_add(&names, names.n < NAMED ?
				  plan_word(plan, OF_USER, editors[i]) : "");
	without = names.n;
	list = words_done(&names, plan->arena);
	if (without)
		plan_warn(plan, "DEFAULT_NO_ACCESS", "%zu of %u people who can "
			  "edit somewhere have no access to it, so no default: "
			  "%s", without, n, list);
}

/* Assets that only this group had (it is gone in the facts). */
static void of_group(struct edit_plan *plan, uint32_t group)
{
	const struct facts *facts = facts_of(plan);
	const struct numbers *assets = &facts->groups[group].assets;
	struct words names;
	const char *list;
	size_t n;
	uint32_t i;

	words_init(&names, NAMED);
	for (i = 0; i < assets->n; i++)
		if (!facts->assets[assets->v[i]].gone &&
		    asset_is_for_admins(facts, assets->v[i]))
			words_add(&names, plan_word(plan, OF_ASSET, assets->v[i]));
	n = names.n;
	list = words_done(&names, plan->arena);
	if (n)
		plan_warn(plan, "ADMINS_ONLY", "for Admins only from now on: %s",
			  list);
}

/* D15: what is above the plan stays, counts, and cannot be edited. */
static void of_plan(struct edit_plan *plan, enum plan before, enum plan now)
{
	const struct facts *facts = facts_of(plan);
	uint32_t i, n = 0;

	if (now >= before)
		return;
	for (i = 0; i < facts->n_assets; i++)
		n += !facts->assets[i].gone &&
			kind_at(facts->assets[i].kind)->plan > now;
	if (n)
		plan_warn(plan, "PLAN_LOCKED", "%u shared assets need a higher "
			  "plan: they stay and keep counting, but only deletion "
			  "is left", n);
}

void warn_edit(struct edit_plan *plan, const struct edit *edit)
{
	switch (edit->kind) {
	case EDIT_PLAN:
		of_plan(plan, (enum plan)edit->old_value,
			(enum plan)edit->value);
		break;
	case EDIT_USER_ACTIVE:
		if (!edit->value)
			of_leaving(plan, edit->user);
		if (!edit->value)
			warn_of_holder(plan, edit->user);
		break;
	case EDIT_DEFAULT_ASSET:
		if (edit->asset != NOBODY)
			of_default(plan, edit->asset);
		break;
	case EDIT_GROUP_DELETE:
		of_group(plan, edit->group);
		break;
	case EDIT_ASSET_DELETE:
		if (facts_of(plan)->default_asset == edit->asset)
			plan_warn(plan, "DEFAULT_CLEARED", "%s is the default "
				  "connection; there will be none",
				  plan_word(plan, OF_ASSET, edit->asset));
		break;
	case EDIT_GRANT_USER:
		of_grant(plan, edit);
		break;
	default:
		break;
	}
}

void warn_and_edit(struct edit_plan *plan, struct edit edit)
{
	size_t before = plan->n;

	plan_edit(plan, edit);
	if (plan->n > before)
		warn_edit(plan, &plan->edits[before]);
}
