/* project_create.c: a new project, owned by whoever makes it. */
#include <ctype.h>

#include "action/core/action.h"
#include "action/core/asked.h"
#include "action/core/word_list.h"
#include "action/judge/may.h"
#include "action/judge/names.h"
#include "base/newid.h"

static bool may_create(struct edit_plan *plan, struct error *err)
{
	uint32_t subject = app_subject(plan->app);

	if (subject == NOBODY) {
		error_set(err, ERROR_DENIED, "ROLE_NEEDED", "%s is no user of the "
			  "workspace and cannot own a project",
			  app_actor_text(plan->app));
		error_needs(err, "a user linked to this login");
		return error_remedy(err, "first: gatehouse user edit EMAIL "
				    "--unix-login %s", plan->app->login ?
				    plan->app->login : "LOGIN");
	}
	return may_make_projects(plan, "creating projects", err) &&
		may_hold_more_projects(plan, err);
}

/* Before anything is typed. */
static void show_new(const struct asked *asked, struct shown *out)
{
	struct edit_plan plan = asked_plan(asked);
	struct error err;

	error_clear(&err);
	if (!may_create(&plan, &err))
		out->closed = arena_printf(asked->arena, "%c%s.",
			toupper((unsigned char)err.text[0]), err.text + 1);
}

static bool plan_create(struct edit_plan *plan, struct error *err)
{
	struct edit edit = edit_of(EDIT_PROJECT_ADD);
	const char *title = plan_text(plan, "title");
	char id[NEWID_TEXT];

	if (!may_create(plan, err) || !may_be_named("title", title, err))
		return false;
	newid(id, "p");
	edit.text = arena_strdup(plan->arena, id);
	edit.text2 = title;
	edit.user = app_subject(plan->app);
	plan_edit(plan, edit);
	plan_message(plan, TENSE("Created", "Would create") " %s" TENSE(" (%s)", "")
		     ".", word_cut(plan->arena, title), id);
	plan_target(plan, id);
	return true;
}

const struct action action_project_create = {
	.noun = "project", .verb = "create",
	.summary = "Create a project",
	.help = "Whoever creates it owns it and has Full Access. Needs the role "
		"Editor, Manager or Admin; the Community plan holds 5 projects.",
	.example = "project create \"Churn by region\"",
	.synonyms = "new add make",
	.params = {
		{ .name = "title", .label = "Title", .type = PARAM_NAME,
		  .help = "what the project is called", .required = true,
		  .more = "What it is called. You will own it and have Full "
			"Access." },
	},
	.form = { .title = "New project", .save = "Create", .show = show_new,
		  .made = TENSE("Created", "Would create") },
	.flags = ACTION_WRITES,
	.plan = plan_create,
};
