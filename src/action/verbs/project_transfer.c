/* project_transfer.c: make somebody else the owner. */
#include "action/core/action.h"
#include "action/judge/may.h"
#include "action/judge/people_shown.h"
#include "action/judge/project_closed.h"

/* The former owner keeps Full Access, as a grant of one's own. */
static void plan_owner(struct edit_plan *plan, uint32_t project, uint32_t owner)
{
	struct edit keep = edit_of(EDIT_GRANT_USER);
	struct edit edit = edit_of(EDIT_PROJECT_OWNER);
	uint32_t before = plan->app->facts.projects[project].owner;

	edit.project = project;
	edit.user = owner;
	keep.project = project;
	keep.user = before;
	keep.value = LEVEL_FULL_ACCESS;
	plan_edit(plan, edit);
	if (before != NOBODY && !plan->app->facts.users[before].gone)
		plan_edit(plan, keep);
}

static bool plan_transfer(struct edit_plan *plan, struct error *err)
{
	const struct facts *facts = &plan->app->facts;
	uint32_t project, user;

	if (!plan_project(plan, "project", &project, err) ||
	    !may_manage(plan, project, "transferring", err) ||
	    !plan_user_at(plan, "user", 0, &user, err))
		return false;
	if (facts->projects[project].owner != user) {
		if (!may_own(plan, project, user, err))
			return false;
		plan_owner(plan, project, user);
	}
	plan_message(plan, "%s " TENSE("owns", "would own") " %s.",
		     plan_word(plan, OF_USER, user),
		     plan_word(plan, OF_PROJECT, project));
	plan_target(plan, facts->projects[project].id);
	return true;
}

/* ---- in a form ------------------------------------------------------------------------ */

static const char *greyed(const struct asked *asked, const char *value)
{
	const struct seen *seen = asked_seen(asked);
	uint32_t user;

	if (!value)
		return project_closed_managing(asked, NULL);
	user = facts_user(seen_judged(seen), value);
	return seen_project(seen, asked->number)->owner == user ?
		"owns it already" : owner_greyed(asked, asked->number, user);
}

static void show(const struct asked *asked, struct shown *out)
{
	const struct seen *seen = asked_seen(asked);

	shown_head(out, arena_printf(asked->arena, "%s owns it now, and keeps Full "
				     "Access as a grant.", seen_user_label(seen,
				     seen_project(seen, asked->number)->owner)));
}

const struct action action_project_transfer = {
	.noun = "project", .verb = "transfer",
	.summary = "Transfer ownership of a project",
	.help = "Needs Full Access. The new owner must be able to hold Full "
		"Access: an Admin, Manager or Editor with access to all imported "
		"assets; a Guest after a confirmation. The former owner keeps "
		"Full Access as a grant.",
	.example = "project transfer \"Revenue model\" ravi@acme.example",
	.synonyms = "owner give hand over",
	.on = "project",
	.params = {
		PARAM_THE_PROJECT("the project"),
		{ .name = "user", .label = "New owner", .type = PARAM_USER,
		  .help = "who will own it", .required = true,
		  .missing = "choose the new owner", .greyed = greyed,
		  .heed = owner_heed,
		  .more = "Type a part of a name or address. The new owner must be "
			"able to hold Full Access: an Admin, Manager, Editor or "
			"Guest with access to everything the project imports." },
	},
	.form = { .title = "Transfer", .save = "Transfer", .show = show,
		  .needs = "transferring needs Full Access" },
	.flags = ACTION_WRITES,
	.plan = plan_transfer,
};
