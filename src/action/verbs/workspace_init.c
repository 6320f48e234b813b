/* workspace_init.c: make a workspace with its first Admin. */
#include "action/core/action.h"
#include "action/judge/people.h"
#include "action/workspace/replace_workspace.h"
#include "base/newid.h"
#include "base/text.h"

enum { NAME_POINTS = 200 };

static bool good_name(const char *name, struct error *err)
{
	if (*name && text_points(name) <= NAME_POINTS)
		return true;
	error_set(err, ERROR_INVALID, "BAD_VALUE",
		  "a workspace name has 1 to 200 characters");
	return error_field(err, "name");
}

static bool run(const struct action *self, struct app *app,
		const struct args *args, struct result *out, struct error *err)
{
	const char *name = arg_text(self, args, "name");
	const char *email = arg_text(self, args, "admin");
	const char *plan = arg_text(self, args, "plan");
	char id[NEWID_TEXT];
	struct facts facts;
	bool done;

	if (!good_name(name, err) || !people_email_good(email, err))
		return false;
	if (app->store) {
		error_set(err, ERROR_CONFLICT, "STORE_EXISTS",
			  "there is a workspace already");
		return error_remedy(err, "name another file with --store");
	}
	facts_init(&facts);
	facts.name = arena_strdup(&facts.text, name);
	if (plan)
		(void)plan_parse(plan, &facts.plan);
	newid(id, "u");
	facts_add_user(&facts, id, email, "", ROLE_ADMIN);
	done = replace_link(app, &facts, email, NULL, err) &&
		replace_make(app, &facts, "workspace init",
			  arena_printf(&out->arena, "Made the workspace %s",
				       name), err);
	facts_release(&facts);
	if (done)
		out->message = arena_printf(&out->arena, "%s is there: %s "
			"(%s, with the login %s, is its Admin).", name,
			app->store_path, email, app->login);
	return done;
}

const struct action action_workspace_init = {
	.noun = "workspace", .verb = "init",
	.summary = "Make a workspace with its first Admin",
	.help = "The Admin is linked to the login of this session, which also "
		"becomes the operator of the workspace.",
	.example = "workspace init --name Acme --plan team "
		   "--admin maya@acme.example",
	.synonyms = "create new start",
	.params = {
		{ .name = "name", .label = "Name", .help = "of the workspace",
		  .type = PARAM_NAME, .option = true, .required = true },
		{ .name = "plan", .label = "Plan", .help = "(enterprise)",
		  .type = PARAM_PLAN, .option = true },
		{ .name = "admin", .label = "Admin",
		  .help = "e-mail of the first Admin", .type = PARAM_EMAIL,
		  .option = true, .required = true },
	},
	.flags = ACTION_NO_STORE,
	.run = run,
};
