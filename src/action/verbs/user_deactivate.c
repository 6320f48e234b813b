/* user_deactivate.c: a person leaves; what they own may be handed over. */
#include "action/core/action.h"
#include "action/core/word_list.h"
#include "action/judge/may.h"
#include "action/judge/warn.h"

static bool owns(const struct facts *facts, uint32_t project, uint32_t user)
{
	return !facts->projects[project].gone &&
	       facts->projects[project].owner == user;
}

/* Hand all projects over; each under the rules of a transfer. */
static bool hand_over(struct edit_plan *plan, uint32_t user, uint32_t heir,
		      struct error *err)
{
	const struct facts *facts = &plan->app->facts;
	struct edit edit = edit_of(EDIT_PROJECT_OWNER);
	struct edit keep = edit_of(EDIT_GRANT_USER);
	uint32_t i;

	for (i = 0; i < facts->n_projects; i++) {
		if (!owns(facts, i, user))
			continue;
		if (!may_own(plan, i, heir, err))
			return false;
		edit.project = keep.project = i;
		edit.user = heir;
		keep.user = user;
		keep.value = LEVEL_FULL_ACCESS;
		plan_edit(plan, edit);
		plan_edit(plan, keep);
	}
	return true;
}

static bool plan_deactivate(struct edit_plan *plan, struct error *err)
{
	struct edit edit = edit_of(EDIT_USER_ACTIVE);
	const struct facts *facts = &plan->app->facts;
	uint32_t heir;

	if (!plan_needs_admin(plan, err) ||
	    !plan_user_at(plan, "user", 0, &edit.user, err) ||
	    !may_lose_admin(plan, edit.user, err))
		return false;
	if (plan_count(plan, "transfer-to")) {
		if (!plan_user_at(plan, "transfer-to", 0, &heir, err))
			return false;
		if (heir == edit.user) {
			error_set(err, ERROR_INVALID, NULL, "whoever leaves cannot "
				  "take the projects over");
			return error_field(err, "transfer-to");
		}
		if (!hand_over(plan, edit.user, heir, err))
			return false;
	}
	edit.value = 0;
	warn_and_edit(plan, edit);
	plan_message(plan, "%s " TENSE("is", "would be") " deactivated; grants "
		     TENSE("are", "would be") " kept.",
		     word_user(plan->arena, app_seen(plan->app), edit.user));
	plan_target(plan, facts->users[edit.user].id);
	return true;
}

const struct action action_user_deactivate = {
	.noun = "user", .verb = "deactivate",
	.summary = "Deactivate a person",
	.help = "The person has no access any more but through public links. "
		"Grants and memberships are kept for a reactivation. With "
		"--transfer-to the projects get another owner.",
	.example = "user deactivate walt@acme.example --transfer-to kira@acme.example",
	.synonyms = "remove disable leave off-board delete person",
	.key = "d",
	.on = "user",
	.params = {
		{ .name = "user", .label = "Person", .type = PARAM_USER,
		  .help = "the person", .required = true },
		{ .name = "transfer-to", .label = "Hand projects to",
		  .type = PARAM_USER, .help = "who takes the projects over",
		  .option = true },
	},
	.flags = ACTION_WRITES | ACTION_ADMIN,
	.plan = plan_deactivate,
};
