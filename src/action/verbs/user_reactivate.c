/* user_reactivate.c: a deactivated person comes back. */
#include "action/core/asked.h"
#include "action/judge/downgrade.h"

static bool plan_reactivate(struct edit_plan *plan, struct error *err)
{
	struct edit edit = edit_of(EDIT_USER_ACTIVE);
	const struct facts *facts = &plan->app->facts;

	if (!plan_needs_admin(plan, err) ||
	    !plan_user_at(plan, "user", 0, &edit.user, err))
		return false;
	edit.value = 1;
	downgrade_edits(plan, &edit, 1);
	plan_message(plan, "%s " TENSE("is", "would be") " active.",
		     plan_word(plan, OF_USER, edit.user));
	plan_target(plan, facts->users[edit.user].id);
	return true;
}

static const char *heed(const struct asked *asked, const char *value)
{
	(void)asked;
	(void)value;
	return "deactivated: reaches nothing but public links";
}

const struct action action_user_reactivate = {
	.noun = "user", .verb = "reactivate",
	.summary = "Reactivate a person",
	.help = "Role, grants and memberships are as they were.",
	.example = "user reactivate walt@acme.example",
	.synonyms = "activate enable back return person",
	.on = "user",
	.params = {
		{ .name = "user", .label = "Person", .type = PARAM_USER,
		  .help = "the person", .required = true, .heed = heed,
		  .more = "Brings the person back with the role, grants and groups "
			"they had." },
	},
	.flags = ACTION_WRITES | ACTION_ADMIN,
	.plan = plan_reactivate,
};
