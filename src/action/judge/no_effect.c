/* no_effect.c: see no_effect.h. */

#include <string.h>

#include "access/preview.h"
#include "action/core/word_list.h"
#include "action/judge/no_effect.h"

static bool gives(const struct edit *edit)
{
	return (edit->kind == EDIT_GRANT_USER || edit->kind == EDIT_GRANT_GROUP ||
		edit->kind == EDIT_PROJECT_WORKSPACE) && edit->value > LEVEL_NONE;
}

/* Would anything change for anybody, were it taken away again? */
static bool counts_for_somebody(struct facts *facts, const struct edit *edit)
{
	struct edit away = edit_of(edit->kind);
	struct preview_pass pass = { .most = 0 };
	struct arena arena = { 0 };
	struct preview preview;

	away.project = edit->project;
	away.user = edit->user;
	away.group = edit->group;
	away.value = LEVEL_NONE;
	preview_pass(facts, &away, 1, &pass, &arena, &preview);
	arena_release(&arena);
	return preview.total > 0;
}

static const char *because(const struct facts *facts, const struct edit *edit,
			   struct arena *arena)
{
	int workspace = facts->projects[edit->project].workspace;

	if (edit->kind == EDIT_GRANT_GROUP &&
	    !facts->groups[edit->group].members.n)
		return "nobody is in it yet";
	if (edit->kind != EDIT_PROJECT_WORKSPACE && workspace >= edit->value)
		return arena_printf(arena, "the workspace share gives %s",
				    level_label((enum level)workspace));
	return "whom it reaches has as much already";
}

static void warn_one(struct edit_plan *plan, const struct edit *edit)
{
	struct facts *facts = &plan->app->facts;
	const struct seen *seen = app_seen(plan->app);
	const char *who = "the workspace";

	if (edit->kind == EDIT_GRANT_USER) {
		if (!sees_user(seen, edit->user) ||
		    !facts->users[edit->user].active)
			return;
		who = word_user(plan->arena, seen, edit->user);
	} else if (edit->kind == EDIT_GRANT_GROUP) {
		if (!sees_group(seen, edit->group))
			return;
		who = word_group(plan->arena, seen, edit->group);
	}
	if (!counts_for_somebody(facts, edit))
		plan_warn(plan, "NO_EFFECT", "%s for %s on %s has no effect now: %s",
			  level_label((enum level)edit->value), who,
			  word_project(plan->arena, seen, edit->project),
			  because(facts, edit, plan->arena));
}

/* Does the share of an asset give anybody access? */
static bool lets_somebody_in(struct facts *facts, const struct edit *edit)
{
	const struct numbers *members = &facts->groups[edit->group].members;
	struct edit away = edit_of(EDIT_ASSET_GROUP);
	bool lets = false;
	uint32_t i;

	away.asset = edit->asset;
	away.group = edit->group;
	away.value = 0;
	edit_apply(facts, &away);
	for (i = 0; i < members->n && !lets; i++)
		lets = facts->users[members->v[i]].active &&
			!access_asset(facts, members->v[i], edit->asset);
	edit_revert(facts, &away);
	return lets;
}

static void warn_share(struct edit_plan *plan, const struct edit *edit)
{
	struct facts *facts = &plan->app->facts;
	const struct seen *seen = app_seen(plan->app);

	if (!sees_group(seen, edit->group) || lets_somebody_in(facts, edit))
		return;
	plan_warn(plan, "NO_EFFECT", "sharing %s with %s has no effect now: %s",
		  word_asset(plan->arena, seen, edit->asset),
		  word_group(plan->arena, seen, edit->group),
		  facts->groups[edit->group].members.n ?
		  "its members have access already" : "nobody is in it yet");
}

void no_effect_warn(struct edit_plan *plan)
{
	size_t i, n = 0;

	for (i = 0; i < plan->n_warnings; i++)
		if (strcmp(plan->warnings[i].code, "NO_EFFECT") != 0)
			plan->warnings[n++] = plan->warnings[i];
	plan->n_warnings = n;
	for (i = 0; i < plan->n; i++)
		if (gives(&plan->edits[i]))
			warn_one(plan, &plan->edits[i]);
		else if (plan->edits[i].kind == EDIT_ASSET_GROUP &&
			 plan->edits[i].value)
			warn_share(plan, &plan->edits[i]);
}
