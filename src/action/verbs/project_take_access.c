/* project_take_access.c: an Admin grants Full Access to oneself (audited). */
#include "action/core/action.h"
#include "action/core/word_list.h"
#include "action/judge/may.h"

static bool is_admin_user(struct edit_plan *plan, struct error *err)
{
	uint32_t subject = app_subject(plan->app);

	if (subject != NOBODY &&
	    plan->app->facts.users[subject].role == ROLE_ADMIN)
		return true;
	error_set(err, ERROR_DENIED, "ROLE_NEEDED",
		  "only an Admin may take Full Access");
	error_needs(err, "admin");
	return error_remedy(err, subject == NOBODY ?
			    "link this login to an Admin: gatehouse user edit "
			    "EMAIL --unix-login LOGIN" :
			    "ask the owner to share the project with you");
}

/* Nobody can be given access to what is put away; whoever has it brings it back. */
static bool put_away(struct edit_plan *plan, uint32_t project, bool mine,
		     struct error *err)
{
	const struct fact_project *p = &plan->app->facts.projects[project];

	error_set(err, ERROR_DENIED, "STATE_READ_ONLY",
		  "nobody can be given access to %s while it is %s",
		  plan_title(plan, project),
		  p->state == STATE_TRASHED ? "in the trash" : "archived");
	if (mine)
		return error_remedy(err, "you can bring it back: gatehouse "
				    "project %s %s", p->state == STATE_TRASHED ?
				    "restore" : "unarchive", p->id);
	return error_remedy(err, "whoever has Full Access can bring it back; "
			    "the owner is %s",
			    plan_word(plan, OF_USER, p->owner));
}

/* The former owner keeps Full Access, as after every transfer (and without an
 * account nothing of it). */
static void take_over(struct edit_plan *plan, uint32_t project, uint32_t user)
{
	const struct facts *facts = &plan->app->facts;
	struct edit owner = edit_of(EDIT_PROJECT_OWNER);
	struct edit keep = edit_of(EDIT_GRANT_USER);
	uint32_t before = facts->projects[project].owner;

	owner.project = keep.project = project;
	owner.user = user;
	keep.user = before;
	keep.value = LEVEL_FULL_ACCESS;
	plan_edit(plan, owner);
	if (before != NOBODY && before != user && !facts->users[before].gone)
		plan_edit(plan, keep);
	plan_message(plan, "You " TENSE("own", "would own") " %s%s%s; the audit "
		     "log " TENSE("says", "would say") " so.",
		     word_title(plan->arena, app_seen(plan->app), project,
				facts->projects[project].title),
		     before == NOBODY || before == user ? "" : " in place of ",
		     before == NOBODY || before == user ? "" :
		     plan_word(plan, OF_USER, before));
}

static bool plan_take_access(struct edit_plan *plan, struct error *err)
{
	struct edit edit = edit_of(EDIT_GRANT_USER);
	const struct fact_project *p;
	struct answer me;

	if (!is_admin_user(plan, err) ||
	    !plan_project(plan, "project", &edit.project, err))
		return false;
	p = &plan->app->facts.projects[edit.project];
	edit.user = app_subject(plan->app);
	edit.value = LEVEL_FULL_ACCESS;
	may_answer(plan, edit.project, &me);
	if (p->state != STATE_ACTIVE) {
		if (me.manages == LEVEL_FULL_ACCESS ||
		    !may_be_taken_over(plan->app, edit.project))
			return put_away(plan, edit.project,
					me.manages == LEVEL_FULL_ACCESS, err);
		take_over(plan, edit.project, edit.user);
	} else {
		if (p->owner != edit.user)
			plan_edit(plan, edit);
		plan_message(plan, "You " TENSE("have", "would have")
			     " Full Access to %s; the audit log "
			     TENSE("says", "would say") " so.",
			     plan_title(plan, edit.project));
	}
	plan_target(plan, p->id);
	return true;
}

const struct action action_project_take_access = {
	.noun = "project", .verb = "take-access",
	.form = { .title = "Take Full Access to" },
	.summary = "Take Full Access to a project (Admins)",
	.help = "An Admin may take Full Access to any project without asking; "
		"the audit log records it. A project that is archived or in the "
		"trash takes no grants: whoever has Full Access brings it back. "
		"Where its owner is deactivated, or nobody is left who could, the "
		"Admin becomes the owner instead, and unarchives or restores it.",
	.example = "project take-access \"Headcount planning\"",
	.synonyms = "grant myself yourself admin override take over",
	.key = "F",
	.on = "project",
	.params = {
		PARAM_THE_PROJECT("the project"),
	},
	.flags = ACTION_WRITES | ACTION_ADMIN,
	.plan = plan_take_access,
};
