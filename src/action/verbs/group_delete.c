/* group_delete.c: a group goes, with its grants and its access to assets. */
#include "action/core/action.h"
#include "action/judge/downgrade.h"

static bool plan_delete(struct edit_plan *plan, struct error *err)
{
	struct edit edit = edit_of(EDIT_GROUP_DELETE);
	const char *name;

	if (!plan_needs_admin(plan, err) ||
	    !plan_group_at(plan, "group", 0, &edit.group, err))
		return false;
	name = plan_word(plan, OF_GROUP, edit.group);
	plan_target(plan, plan->app->facts.groups[edit.group].id);
	downgrade_edits(plan, &edit, 1);
	plan_message(plan, TENSE("Deleted", "Would delete") " the group %s.", name);
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
		PARAM_THE_GROUP("the group"),
	},
	.flags = ACTION_WRITES | ACTION_ADMIN,
	.plan = plan_delete,
};
