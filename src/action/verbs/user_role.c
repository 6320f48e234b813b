/* user_role.c: change a person's role. */
#include <string.h>

#include "action/core/asked.h"
#include "action/judge/downgrade.h"
#include "action/judge/may.h"
#include "action/judge/people.h"
#include "action/judge/warn.h"

static bool plan_role(struct edit_plan *plan, struct error *err)
{
	struct edit edit = edit_of(EDIT_USER_ROLE);
	const struct facts *facts = &plan->app->facts;
	enum role role;

	if (!plan_needs_admin(plan, err) ||
	    !plan_user_at(plan, "user", 0, &edit.user, err) ||
	    !people_role(plan, "role", &role, err))
		return false;
	if (role != ROLE_ADMIN && !may_lose_admin(plan, edit.user, err))
		return error_field(err, "role");
	edit.value = (int)role;
	if (role != ROLE_ADMIN && edit.user == app_subject(plan->app)) {
		plan_warn(plan, "SELF_DEMOTION", "this takes the role Admin from "
			  "yourself: only another Admin can give it back");
		plan->ask = true;
	}
	if (role == ROLE_ADMIN)
		people_warn_alike(plan, edit.user);
	else
		warn_of_holder(plan, edit.user);
	downgrade_edits(plan, &edit, 1);
	plan_message(plan, "%s " TENSE("is", "would be") " %s.",
		     plan_word(plan, OF_USER, edit.user), role_label(role));
	plan_target(plan, facts->users[edit.user].id);
	return true;
}

/* ---- in a form ------------------------------------------------------------------------ */

static enum role role_of(const struct asked *asked)
{
	return seen_user(asked_seen(asked), asked->number)->role;
}

static const char *heed(const struct asked *asked, const char *value)
{
	return asked->number == app_subject(asked->app) &&
		role_of(asked) == ROLE_ADMIN &&
		strcmp(value, role_code(ROLE_ADMIN)) != 0 ?
		"you give up being an Admin" : NULL;
}

const struct action action_user_role = {
	.noun = "user", .verb = "role",
	.summary = "Change a person's role",
	.help = "Grants stay as they are; a warning says where the new role or "
		"missing assets will hold the person at Can View. The last "
		"active Admin stays Admin.",
	.example = "user role bob@acme.example editor",
	.synonyms = "make promote demote admin editor author viewer guest",
	.on = "user",
	.params = {
		PARAM_THE_USER("the person"),
		{ .name = "role", .label = "Role", .type = PARAM_ROLE,
		  .help = "admin, manager, editor, explorer, viewer or guest",
		  .required = true, .field = "user_role",
		  .greyed = people_role_greyed, .heed = heed },
	},
	.flags = ACTION_WRITES | ACTION_ADMIN,
	.plan = plan_role,
};
