/* group_add.c: put people into a group. */
#include "action/core/action.h"
#include "action/judge/downgrade.h"
#include "action/judge/people_shown.h"
#include "action/judge/membership.h"

static bool plan_add(struct edit_plan *plan, struct error *err)
{
	return membership_plan(plan, true, err);
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
