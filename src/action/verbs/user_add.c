/* user_add.c: new people, by their e-mail addresses. */
#include "action/core/action.h"
#include "action/core/plan.h"
#include "action/core/word_list.h"
#include "action/judge/people.h"
#include "action/roster/roster_plan.h"
#include "base/newid.h"

/* Said and skipped. */
static void already(struct edit_plan *plan, uint32_t user)
{
	const struct facts *facts = &plan->app->facts;
	const char *who = word_cut(plan->arena, facts->users[user].email);

	if (facts->users[user].active)
		plan_warn(plan, "EMAIL_TAKEN", "%s is there already, as %s: "
			  "skipped", who, role_label(facts->users[user].role));
	else
		plan_warn(plan, "EMAIL_TAKEN", "%s is there already, deactivated: "
			  "skipped; user reactivate brings back", who);
}

static void add_one(struct edit_plan *plan, const struct mail *mail,
		    enum role role, struct words *names)
{
	const char *name = plan_text(plan, "name");
	struct edit edit = edit_of(EDIT_USER_ADD);
	char id[NEWID_TEXT];

	newid(id, "u");
	edit.text = arena_strdup(plan->arena, id);
	edit.text2 = mail->email;
	edit.text3 = name ? name : mail->name;
	edit.value = (int)role;
	plan_edit(plan, edit);
	plan_target(plan, id);
	words_add(names, word_cut(plan->arena, mail->email));
}

/* Of several, who is there is skipped; nobody left to add is an error. */
static bool nobody_new(struct edit_plan *plan, const struct mail *mail, size_t n,
		       enum role role, struct error *err)
{
	if (n == 1) {
		error_set(err, ERROR_CONFLICT, "EMAIL_TAKEN",
			  "there is a user %s already",
			  word_cut(plan->arena, mail->email));
		error_remedy(err, "to change the role: gatehouse user role %s %s",
			     mail->email, role_code(role));
	} else {
		error_set(err, ERROR_CONFLICT, "EMAIL_TAKEN",
			  "all %zu are there already", n);
		error_remedy(err, "to change roles: gatehouse user role USER ROLE");
	}
	return error_field(err, "email");
}

static bool names_good(struct edit_plan *plan, const struct mail *mail, size_t n,
		       struct error *err)
{
	size_t i;

	if (plan_text(plan, "name") && n > 1) {
		error_set(err, ERROR_INVALID, NULL, "one name for several people");
		error_field(err, "name");
		return error_remedy(err, "add them one by one, or without --name");
	}
	if (plan_text(plan, "name"))
		return people_name_good(plan_text(plan, "name"), err);
	for (i = 0; i < n; i++)
		if (!people_name_good(mail[i].name, err))
			return error_field(err, "email");
	return true;
}

/* Of those added: numbers from `first` on. */
static void warn_alike(struct edit_plan *plan, uint32_t first)
{
	const struct facts *facts = &plan->app->facts;
	struct look_alike *alike;
	size_t i, n;

	alike = look_alikes(facts, plan->arena, &n);
	for (i = 0; i < n; i++)
		if (alike[i].user >= first)
			plan_warn(plan, "LOOK_ALIKE", "%s looks like %s and is "
				  "another address",
				  word_cut(plan->arena,
					   facts->users[alike[i].user].email),
				  word_cut(plan->arena,
					   facts->users[alike[i].other].email));
}

static bool plan_list(struct edit_plan *plan, struct error *err)
{
	const char *beside = plan_count(plan, "email") ? "email" :
		plan_count(plan, "name") ? "name" : NULL;

	if (!beside)
		return roster_plan_people(plan, err);
	error_set(err, ERROR_INVALID, NULL, "%s beside a file", beside);
	error_field(err, "%s", beside);
	return error_remedy(err, "the file says who; leave one of them out");
}

static bool plan_typed(struct edit_plan *plan, struct error *err)
{
	const struct facts *facts = &plan->app->facts;
	struct mail *mail;
	struct words names;
	const char *list;
	uint32_t user, first;
	size_t i, n;
	enum role role;

	if (!people_role(plan, "role", &role, err) ||
	    !people_emails(plan, "email", &mail, &n, err) ||
	    !names_good(plan, mail, n, err))
		return false;
	first = facts->n_users;
	words_init(&names, 5);
	for (i = 0; i < n; i++) {
		user = facts_user_by_email(facts, mail[i].email);
		if (user == NOBODY)
			add_one(plan, &mail[i], role, &names);
		else if (n > 1)
			already(plan, user);
	}
	if (role == ROLE_ADMIN)
		for (user = first; user < facts->n_users; user++)
			people_warn_alike(plan, user);
	else
		warn_alike(plan, first);
	i = names.n;
	list = words_done(&names, plan->arena);
	if (!i)
		return nobody_new(plan, mail, n, role, err);
	plan_message(plan, TENSE("Added", "Would add") " %s as %s.", list, role_label(role));
	return true;
}

static bool plan_add(struct edit_plan *plan, struct error *err)
{
	if (!plan_needs_admin(plan, err))
		return false;
	if (plan_count(plan, "file"))
		return plan_list(plan, err);
	if (!plan_count(plan, "column"))
		return plan_typed(plan, err);
	error_set(err, ERROR_INVALID, NULL, "a column of no file");
	error_field(err, "column");
	return error_remedy(err, "name the file: --file F.csv");
}

const struct action action_user_add = {
	.noun = "user", .verb = "add",
	.summary = "Add people to the workspace",
	.help = "One or several e-mail addresses, also in one argument parted by "
		"commas, semicolons, blanks or new lines, with names where they "
		"stand as Ana Bell <ana@acme.example>. Who is there already is "
		"named and skipped. Author reads as Editor. Or those of a CSV "
		"file with a header, as directories and spreadsheets write it: "
		"columns are found by their usual names, roles and groups (several "
		"parted by semicolons) are taken from it, the rest is left alone (man "
		"gatehouse lists the names). Who has no address there but a login that is one "
		"has that; groups and devices are left out; a Guest there is one here, whatever "
		"--role says, unless a column of roles says otherwise. Whom "
		"any column of a status calls suspended is not added; who is here already and "
		"suspended there is named and left as they are.",
	.example = "user add ana@acme.example --role editor",
	.synonyms = "new invite create person member import list csv file",
	.key = "n",
	.params = {
		{ .name = "email", .label = "E-mail", .type = PARAM_EMAILS,
		  .help = "addresses (repeatable)", .required = true,
		  .unless = "file", .many = true },
		{ .name = "role", .label = "Role", .type = PARAM_ROLE,
		  .help = "admin, manager, editor, explorer, viewer or guest",
		  .option = true, .required = true, .unless = "file" },
		{ .name = "name", .label = "Name", .type = PARAM_NAME,
		  .help = "the person's name", .option = true },
		ROSTER_PARAM_FILE,
		ROSTER_PARAM_COLUMN,
	},
	.flags = ACTION_WRITES | ACTION_ADMIN | ACTION_FILES,
	.plan = plan_add,
};
