/* user_edit.c: a person's name and the login that is this person. */
#include "action/core/asked.h"
#include "action/judge/may_workspace.h"
#include "action/judge/people.h"

static bool rename_user(struct edit_plan *plan, uint32_t user, struct error *err)
{
	struct edit edit = edit_of(EDIT_USER_NAME);

	edit.user = user;
	edit.text = plan_text(plan, "name");
	if (!edit.text)
		return true;
	if (!people_name_good(edit.text, err))
		return false;
	plan_edit(plan, edit);
	return true;
}

static bool link_login(struct edit_plan *plan, uint32_t user, struct error *err)
{
	const char *login = plan_text(plan, "unix-login");
	struct edit edit = edit_of(EDIT_USER_LOGIN);

	if (!login)
		return true;
	if (*login && !may_have_login(plan, user, login, err))
		return false;
	edit.user = user;
	edit.text = *login ? login : NULL;
	plan_edit(plan, edit);
	return true;
}

static bool plan_edit_user(struct edit_plan *plan, struct error *err)
{
	uint32_t user;

	if (!plan_needs_admin(plan, err) ||
	    !plan_user_at(plan, "user", 0, &user, err))
		return false;
	if (!plan_text(plan, "name") && !plan_text(plan, "unix-login")) {
		error_set(err, ERROR_INVALID, NULL, "nothing to change is given");
		return error_remedy(err, "give --name or --unix-login (the role: "
				    "gatehouse user role)");
	}
	if (!rename_user(plan, user, err) || !link_login(plan, user, err))
		return false;
	plan_message(plan, TENSE("Changed", "Would change") " %s.",
		     plan_word(plan, OF_USER, user));
	plan_target(plan, plan->app->facts.users[user].id);
	return true;
}

/* ---- in a form ------------------------------------------------------------------------ */

static void show(const struct asked *asked, struct shown *out)
{
	out->fixed.label = "E-mail";
	out->fixed.text = seen_user(asked_seen(asked), asked->number)->email;
	out->fixed.note = "(cannot be changed)";
	out->fixed.help = "Who signs in with this address is this person. Another "
		"address is another person: add them, and hand projects over.";
}

const struct action action_user_edit = {
	.noun = "user", .verb = "edit",
	.summary = "Change a person's name or login",
	.help = "The login is the name of the Unix account whose sessions act as "
		"this person; \"\" unlinks it. The e-mail address stays.",
	.example = "user edit maya@acme.example --unix-login maya",
	.synonyms = "rename link login change person",
	.key = "e",
	.on = "user",
	.params = {
		PARAM_THE_USER("the person"),
		{ .name = "name", .label = "Name", .type = PARAM_NAME,
		  .help = "the name", .option = true, .field = "user_name",
		  .more = "As people call them; without one the address is "
			"shown." },
		{ .name = "unix-login", .label = "Unix login",
		  .type = PARAM_TEXT, .help = "a login name, or \"\"",
		  .option = true, .own = true, .field = "user_login",
		  .more = "Sessions of this Unix account act as this person; "
			"empty: none does." },
	},
	/* The role last: who gives up being an Admin may do nothing more of this. */
	.form = { .title = "Edit", .show = show,
		  .actions = { "user edit", "user reactivate", "group add",
			       "group remove", "user role" },
		  .first = { "name", "role", "group", "unix-login" } },
	.flags = ACTION_WRITES | ACTION_ADMIN,
	.plan = plan_edit_user,
};
