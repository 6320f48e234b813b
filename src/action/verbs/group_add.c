/* group_add.c: put people into a group. */
#include "action/core/action.h"
#include "action/core/word_list.h"
#include "action/judge/downgrade.h"
#include "action/judge/group_shown.h"

static bool plan_add(struct edit_plan *plan, struct error *err)
{
	size_t i, n = plan_count(plan, "user");
	const struct facts *facts = &plan->app->facts;
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
	for (i = 0; i < n && ok; i++) {
		edits[i] = edit_of(EDIT_MEMBER);
		edits[i].group = group;
		edits[i].value = 1;
		ok = plan_user_at(plan, "user", i, &edits[i].user, err);
		if (!ok)
			break;
		words_add(&names, word_user(plan->arena, app_seen(plan->app),
					    edits[i].user));
		if (!facts->users[edits[i].user].active)
			plan_warn(plan, "DEACTIVATED", "%s is deactivated: being "
				  "in the group gives nothing while that is so",
				  word_user(plan->arena, app_seen(plan->app),
					    edits[i].user));
	}
	list = words_done(&names, plan->arena);
	if (!ok)
		return false;
	downgrade_edits(plan, edits, n);
	plan_message(plan, "%s " TENSE("%s", "would be") " in %s.", list, n == 1 ? "is" : "are",
		     word_group(plan->arena, app_seen(plan->app), group));
	plan_target(plan, facts->groups[group].id);
	return true;
}

const struct action action_group_add = {
	.noun = "group", .verb = "add",
	.summary = "Add people to a group",
	.help = "They get what is granted to the group and access to its assets. "
		"Whoever will be held at Can View is named in a warning.",
	.example = "group add \"Data Team\" dana@acme.example",
	.synonyms = "member join put",
	.on = "group",
	.params = {
		{ .name = "group", .label = "Group", .type = PARAM_GROUP,
		  .help = "the group", .required = true,
		  .now = group_groups_now,
		  .more = "Type a part of a group's name; Enter puts the person "
			"into it." },
		{ .name = "user", .label = "Add people", .type = PARAM_USER,
		  .help = "a person (repeatable)", .required = true,
		  .many = true, .now = group_people_now },
	},
	.flags = ACTION_WRITES | ACTION_ADMIN,
	.plan = plan_add,
};
