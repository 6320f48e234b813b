/* group_delete.c: a group goes, with its grants and its access to assets. */
#include "action/action.h"
#include "action/asset_access.h"
#include "action/held.h"
#include "action/word_list.h"

/* Assets that only this group had (it is gone in the facts now). */
static void say_whats_left(struct edit_plan *plan, uint32_t group)
{
	const struct facts *facts = &plan->app->facts;
	const struct numbers *assets = &facts->groups[group].assets;
	struct words names;
	const char *list;
	size_t n;
	uint32_t i;

	words_init(&names, 20);
	for (i = 0; i < assets->n; i++)
		if (!facts->assets[assets->v[i]].gone &&
		    asset_admins_only(facts, assets->v[i]))
			words_add(&names, word_asset(plan->arena, app_seen(plan->app),
						     assets->v[i]));
	n = names.n;
	list = words_done(&names, plan->arena);
	if (n)
		plan_warn(plan, "ADMINS_ONLY", "for Admins only from now on: %s",
			  list);
}

static bool plan_delete(struct edit_plan *plan, struct error *err)
{
	struct edit edit = edit_of(EDIT_GROUP_DELETE);
	const char *name;

	if (!plan_needs_admin(plan, err) ||
	    !plan_group_at(plan, "group", 0, &edit.group, err))
		return false;
	name = word_group(plan->arena, app_seen(plan->app), edit.group);
	plan_target(plan, plan->app->facts.groups[edit.group].id);
	held_edits(plan, &edit, 1);
	say_whats_left(plan, edit.group);
	plan_message(plan, "Deleted the group %s.", name);
	return true;
}

const struct action action_group_delete = {
	.noun = "group", .verb = "delete",
	.summary = "Delete a group",
	.help = "Its grants on projects and its access to assets go with it; the "
		"people stay.",
	.example = "group delete Partners",
	.synonyms = "remove destroy",
	.key = "d",
	.on = "group",
	.params = {
		{ .name = "group", .label = "Group", .type = PARAM_GROUP,
		  .help = "the group", .required = true },
	},
	.flags = ACTION_WRITES | ACTION_ADMIN,
	.plan = plan_delete,
};
