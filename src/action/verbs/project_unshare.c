/* project_unshare.c: take grants on a project away again. */
#include "action/core/action.h"
#include "action/core/word_list.h"
#include "action/judge/may.h"
#include "action/judge/project_closed.h"

static bool no_grant(struct edit_plan *plan, uint32_t project, const char *who,
		     struct error *err)
{
	const struct facts *facts = &plan->app->facts;

	error_set(err, ERROR_NOT_FOUND, "NOT_SHARED", "%s has no grant of their "
		  "own on %s", who, plan_word(plan, OF_PROJECT, project));
	return error_remedy(err, "see where access comes from: gatehouse access "
			    "project %s", facts->projects[project].id);
}

static bool take(struct edit_plan *plan, uint32_t project, bool group, uint32_t who,
		 struct words *names, struct error *err)
{
	const struct facts *facts = &plan->app->facts;
	struct edit edit = edit_of(group ? EDIT_GRANT_GROUP : EDIT_GRANT_USER);
	const struct fact_grant *grant = facts_grant(facts, project, group, who);
	bool owner = !group && facts->projects[project].owner == who;
	enum level before = owner ? LEVEL_FULL_ACCESS :
			    grant ? (enum level)grant->level : LEVEL_NONE;
	const char *name = group ? plan_word(plan, OF_GROUP, who) :
			   plan_word(plan, OF_USER, who);

	if (!may_set_share(plan, project, before, LEVEL_NONE, err) ||
	    (owner && !may_touch_owner(plan, project, who, LEVEL_NONE, err)))
		return false;
	if (!grant)
		return no_grant(plan, project, name, err);
	words_add(names, name);
	edit.project = project;
	*(group ? &edit.group : &edit.user) = who;
	edit.value = LEVEL_NONE;
	plan_edit(plan, edit);
	return true;
}

static bool take_all(struct edit_plan *plan, uint32_t project, struct words *names,
		     struct error *err)
{
	uint32_t who;
	size_t i;

	for (i = 0; i < plan_count(plan, "user"); i++)
		if (!may_name_person(plan, project, "user", i, &who, err) ||
		    !take(plan, project, false, who, names, err))
			return false;
	for (i = 0; i < plan_count(plan, "group"); i++)
		if (!plan_group_at(plan, "group", i, &who, err) ||
		    !take(plan, project, true, who, names, err))
			return false;
	return true;
}

static bool plan_unshare(struct edit_plan *plan, struct error *err)
{
	struct words names;
	uint32_t project;
	const char *who;
	bool ok;

	if (!plan_project(plan, "project", &project, err))
		return false;
	if (!plan_count(plan, "user") && !plan_count(plan, "group")) {
		error_set(err, ERROR_INVALID, NULL, "whose grant is to go?");
		return error_remedy(err, "name people with --user, groups with "
				    "--group");
	}
	words_init(&names, 5);
	ok = take_all(plan, project, &names, err);
	who = words_done(&names, plan->arena);
	if (!ok)
		return false;
	plan_message(plan, "%s " TENSE("is no longer", "would no longer be")
		     " granted to %s.",
		     plan_word(plan, OF_PROJECT, project), who);
	plan_target(plan, plan->app->facts.projects[project].id);
	return true;
}

const struct action action_project_unshare = {
	.noun = "project", .verb = "unshare",
	.summary = "Take a grant on a project away",
	.help = "Removes the direct grant of a person or the grant of a group. "
		"Access through another group, the workspace or the web stays. "
		"The owner cannot be removed before ownership is transferred.",
	.example = "project unshare \"Revenue model\" --user bob@acme.example",
	.synonyms = "revoke remove grant permission access withdraw",
	.on = "project",
	.params = {
		PARAM_THE_PROJECT("the project"),
		{ .name = "user", .label = "People", .type = PARAM_USER,
		  .help = "a person (repeatable)", .option = true, .many = true,
		  .greyed = project_closed_sharing },
		{ .name = "group", .label = "Groups", .type = PARAM_GROUP,
		  .help = "a group (repeatable)", .option = true, .many = true },
	},
	.flags = ACTION_WRITES,
	.plan = plan_unshare,
};
