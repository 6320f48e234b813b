/* group_create.c: a new custom group. */
#include "action/core/action.h"
#include "action/core/word_list.h"
#include "action/judge/names.h"
#include "base/newid.h"

static bool add_members(struct edit_plan *plan, uint32_t group, struct error *err)
{
	struct edit edit = edit_of(EDIT_MEMBER);
	size_t i;

	edit.group = group;
	edit.value = 1;
	for (i = 0; i < plan_count(plan, "user"); i++) {
		if (!plan_user_at(plan, "user", i, &edit.user, err))
			return false;
		plan_edit(plan, edit);
	}
	return true;
}

static bool plan_create(struct edit_plan *plan, struct error *err)
{
	struct edit edit = edit_of(EDIT_GROUP_ADD);
	const char *name = plan_text(plan, "name");
	char id[NEWID_TEXT];

	if (!plan_needs_admin(plan, err) ||
	    !group_may_be_named(plan, NOBODY, name, err))
		return false;
	newid(id, "g");
	edit.text = arena_strdup(plan->arena, id);
	edit.text2 = name;
	plan_edit(plan, edit);
	if (!add_members(plan, facts_group(&plan->app->facts, id), err))
		return false;
	plan_message(plan, TENSE("Created", "Would create") " the group %s"
		     TENSE(" (%s)", "") ".",
		     word_cut(plan->arena, name), id);
	plan_target(plan, id);
	return true;
}

const struct action action_group_create = {
	.noun = "group", .verb = "create",
	.summary = "Create a group",
	.help = "Groups may share a name: their ids tell them apart, and a warning "
		"says so. Guests may be members.",
	.example = "group create \"Data Team\" --user ravi@acme.example",
	.synonyms = "new add make team",
	.key = "n",
	.params = {
		{ .name = "name", .label = "Name", .type = PARAM_NAME,
		  .help = "what the group is called", .required = true,
		  .missing = "the group has no name yet",
		  .more = "What the group is called. Groups may share a name; "
			"their ids tell them apart." },
		{ .name = "user", .label = "Add people", .type = PARAM_USER,
		  .help = "a member (repeatable)", .option = true, .many = true },
	},
	.form = { .title = "New group", .save = "Create", .made = TENSE("Created", "Would create") " the group" },
	.flags = ACTION_WRITES | ACTION_ADMIN,
	.plan = plan_create,
};
