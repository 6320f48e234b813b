/* group_remove.c: take people out of a group. */
#include "action/core/action.h"
#include "action/judge/people_shown.h"
#include "action/judge/membership.h"

static bool plan_remove(struct edit_plan *plan, struct error *err)
{
	return membership_plan(plan, false, err);
}

const struct action action_group_remove = {
	.noun = "group", .verb = "remove",
	.summary = "Take people out of a group",
	.help = "They lose what came through the group only.",
	.example = "group remove \"Data Team\" dana@acme.example",
	.synonyms = "member leave drop expel kick",
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
