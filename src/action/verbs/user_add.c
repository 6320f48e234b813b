/* user_add.c: new people, by their e-mail addresses. */
#include "action/action.h"
#include "action/people.h"
#include "action/word_list.h"
#include "base/newid.h"

static bool add_one(struct edit_plan *plan, const char *email, enum role role,
		    struct words *names, struct error *err)
{
	const struct facts *facts = &plan->app->facts;
	struct edit edit = edit_of(EDIT_USER_ADD);
	const char *name = plan_text(plan, "name");
	char id[NEWID_TEXT];

	if (!people_email_good(email, err))
		return false;
	if (facts_user_by_email(facts, email) != NOBODY) {
		error_set(err, ERROR_CONFLICT, "EMAIL_TAKEN",
			  "there is a user %s already",
			  word_cut(plan->arena, email));
		error_field(err, "email");
		return error_remedy(err, "to change the role: gatehouse user role "
				    "%s %s", email, role_code(role));
	}
	newid(id, "u");
	edit.text = arena_strdup(plan->arena, id);
	edit.text2 = email;
	edit.text3 = name ? name : "";
	edit.value = (int)role;
	plan_edit(plan, edit);
	plan_target(plan, id);
	words_add(names, word_cut(plan->arena, email));
	return true;
}

static bool plan_add(struct edit_plan *plan, struct error *err)
{
	struct words names;
	const char *list, **emails;
	size_t i, n;
	enum role role;
	bool ok = true;

	if (!plan_needs_admin(plan, err) ||
	    !people_role(plan, "role", &role, err) ||
	    !people_emails(plan, "email", &emails, &n, err))
		return false;
	if (plan_text(plan, "name") && n > 1) {
		error_set(err, ERROR_INVALID, NULL, "one name for several people");
		error_field(err, "name");
		return error_remedy(err, "add them one by one, or without --name");
	}
	if (plan_text(plan, "name") &&
	    !people_name_good(plan_text(plan, "name"), err))
		return false;
	words_init(&names, 5);
	for (i = 0; i < n && ok; i++)
		ok = add_one(plan, emails[i], role, &names, err);
	list = words_done(&names, plan->arena);
	if (ok)
		plan_message(plan, "Added %s as %s.", list, role_label(role));
	return ok;
}

const struct action action_user_add = {
	.noun = "user", .verb = "add",
	.summary = "Add people to the workspace",
	.help = "One or several e-mail addresses, also in one argument separated "
		"by commas, semicolons or new lines. Author reads as Editor.",
	.example = "user add ana@acme.example --role editor",
	.synonyms = "new invite create person member",
	.key = "n",
	.params = {
		{ .name = "email", .label = "E-mail", .type = PARAM_TEXT,
		  .help = "an address (repeatable)", .required = true,
		  .many = true },
		{ .name = "role", .label = "Role", .type = PARAM_ROLE,
		  .help = "admin, manager, editor, explorer, viewer or guest",
		  .option = true, .required = true },
		{ .name = "name", .label = "Name", .type = PARAM_TEXT,
		  .help = "the person's name", .option = true },
	},
	.flags = ACTION_WRITES | ACTION_ADMIN,
	.plan = plan_add,
};
