/* group_rename.c: give a group another name. */
#include "action/core/action.h"
#include "action/core/word_list.h"
#include "action/judge/people_shown.h"
#include "action/judge/names.h"

static bool plan_rename(struct edit_plan *plan, struct error *err)
{
	struct edit edit = edit_of(EDIT_GROUP_NAME);
	const char *before;

	edit.text = plan_text(plan, "name");
	if (!plan_needs_admin(plan, err) ||
	    !plan_group_at(plan, "group", 0, &edit.group, err) ||
	    !group_may_be_named(plan, edit.group, edit.text, err))
		return false;
	before = plan_word(plan, OF_GROUP, edit.group);
	plan_edit(plan, edit);
	plan_message(plan, "%s " TENSE("is", "would be") " called %s" TENSE(" now", "")
		     ".", before,
		     word_cut(plan->arena, edit.text));
	plan_target(plan, plan->app->facts.groups[edit.group].id);
	return true;
}

const struct action action_group_rename = {
	.noun = "group", .verb = "rename",
	.summary = "Rename a group",
	.help = "Members, grants and asset access stay.",
	.example = "group rename g-fin \"Finance and Controlling\"",
	.synonyms = "name call",
	.key = "e",
	.on = "group",
	.params = {
		PARAM_THE_GROUP("the group"),
		{ .name = "name", .label = "Name", .type = PARAM_NAME,
		  .help = "the new name", .required = true, .field = "group_name",
		  .more = "Members, grants and asset access stay with another "
			"name." },
	},
	.form = { .title = "Edit", .show = group_show,
		  .actions = { "group rename", "group add", "group remove" } },
	.flags = ACTION_WRITES | ACTION_ADMIN | ACTION_BUILTIN,
	.plan = plan_rename,
};
