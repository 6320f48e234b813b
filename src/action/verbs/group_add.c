/* group_add.c: put people into a group. */
#include "action/core/action.h"
#include "action/judge/downgrade.h"
#include "action/judge/people_shown.h"
#include "action/judge/membership.h"
#include "action/roster/roster_plan.h"

static bool plan_add(struct edit_plan *plan, struct error *err)
{
	if (!plan_count(plan, "file") && !plan_count(plan, "column"))
		return membership_plan(plan, true, err);
	if (!plan_needs_admin(plan, err))
		return false;
	if (plan_count(plan, "file") && !plan_count(plan, "user"))
		return roster_plan_members(plan, err);
	error_set(err, ERROR_INVALID, NULL, plan_count(plan, "file") ?
		  "people beside a file" : "a column of no file");
	error_field(err, plan_count(plan, "file") ? "user" : "column");
	return error_remedy(err, "give either people, or a file: --file F.csv");
}

const struct action action_group_add = {
	.noun = "group", .verb = "add",
	.summary = "Add people to a group",
	.help = "They get what is granted to the group and access to its assets. "
		"Whoever will be held at Can View is named in a warning. Or those "
		"of a CSV file, by their addresses, but for whom it calls suspended: see "
		"user add.",
	.example = "group add \"Data Team\" dana@acme.example",
	.synonyms = "member join put import list csv file",
	.on = "group",
	.params = {
		{ .name = "group", .label = "Group", .type = PARAM_GROUP,
		  .help = "the group", .required = true,
		  .now = group_groups_now,
		  .more = "Type a part of a group's name; Enter puts the person "
			"into it." },
		{ .name = "user", .label = "Add people", .type = PARAM_USER,
		  .help = "a person (repeatable)", .required = true,
		  .unless = "file",
		  .many = true, .now = group_people_now },
		ROSTER_PARAM_FILE,
		ROSTER_PARAM_COLUMN,
	},
	.flags = ACTION_WRITES | ACTION_ADMIN | ACTION_FILES,
	.plan = plan_add,
};
