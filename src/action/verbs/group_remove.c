/* group_remove.c: take people out of a group. */
#include "action/core/action.h"
#include "action/core/word_list.h"
#include "action/judge/downgrade.h"
#include "action/judge/group_shown.h"

static bool leave(struct edit_plan *plan, uint32_t group, size_t i, struct edit *edit,
		  struct words *names, struct error *err)
{
	const struct facts *facts = &plan->app->facts;

	*edit = edit_of(EDIT_MEMBER);
	edit->group = group;
	edit->value = 0;
	if (!plan_user_at(plan, "user", i, &edit->user, err))
		return false;
	words_add(names, word_user(plan->arena, app_seen(plan->app), edit->user));
	if (numbers_has(&facts->groups[group].members, edit->user))
		return true;
	error_set(err, ERROR_NOT_FOUND, "NOT_A_MEMBER", "%s is not in %s",
		  word_user(plan->arena, app_seen(plan->app), edit->user),
		  word_group(plan->arena, app_seen(plan->app), group));
	return error_remedy(err, "who is: gatehouse group show %s",
			    facts->groups[group].id);
}

static bool plan_remove(struct edit_plan *plan, struct error *err)
{
	size_t i, n = plan_count(plan, "user");
	struct edit *edits;
	struct words names;
	const char *list;
	uint32_t group;
	bool ok = true;

	if (!plan_needs_admin(plan, err) ||
	    !plan_group_at(plan, "group", 0, &group, err))
		return false;
	edits = arena_array(plan->arena, n, sizeof(*edits));
	words_init(&names, 5);
	for (i = 0; i < n && ok; i++)
		ok = leave(plan, group, i, &edits[i], &names, err);
	list = words_done(&names, plan->arena);
	if (!ok)
		return false;
	downgrade_edits(plan, edits, n);
	plan_message(plan, "%s " TENSE("%s no longer", "would no longer be")
		     " in %s.", list, n == 1 ? "is" : "are",
		     word_group(plan->arena, app_seen(plan->app), group));
	plan_target(plan, plan->app->facts.groups[group].id);
	return true;
}

const struct action action_group_remove = {
	.noun = "group", .verb = "remove",
	.summary = "Take people out of a group",
	.help = "They lose what came through the group only.",
	.example = "group remove \"Data Team\" dana@acme.example",
	.synonyms = "member leave drop expel",
	.on = "group",
	.params = {
		{ .name = "group", .label = "Group", .type = PARAM_GROUP,
		  .help = "the group", .required = true, .out = true,
		  .now = group_groups_now },
		{ .name = "user", .label = "People", .type = PARAM_USER,
		  .help = "a member (repeatable)", .required = true,
		  .many = true, .out = true, .now = group_people_now },
	},
	.flags = ACTION_WRITES | ACTION_ADMIN,
	.plan = plan_remove,
};
