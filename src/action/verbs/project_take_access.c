/* project_take_access.c: an Admin grants Full Access to oneself (audited). */
#include "action/action.h"
#include "action/may.h"
#include "action/word_list.h"

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

static bool plan_take_access(struct edit_plan *plan, struct error *err)
{
	struct edit edit = edit_of(EDIT_GRANT_USER);
	const struct facts *facts = &plan->app->facts;
	const struct fact_project *p;

	if (!is_admin_user(plan, err) ||
	    !plan_project(plan, "project", &edit.project, err))
		return false;
	p = &plan->app->facts.projects[edit.project];
	if (p->state != STATE_ACTIVE) {
		error_set(err, ERROR_DENIED, "STATE_READ_ONLY",
			  "nobody can be given access to %s while it is %s",
			  word_cut(plan->arena, p->title),
			  p->state == STATE_TRASHED ? "in the trash" :
			  "archived");
		return error_remedy(err, "whoever has Full Access can bring it "
				    "back; the owner is %s%s",
				    word_user(plan->arena, app_seen(plan->app), p->owner),
				    facts->users[p->owner].active ? "" :
				    " (deactivated)");
	}
	edit.user = app_subject(plan->app);
	edit.value = LEVEL_FULL_ACCESS;
	if (p->owner != edit.user)
		plan_edit(plan, edit);
	plan_message(plan, "You have Full Access to %s; the audit log says so.",
		     word_cut(plan->arena, p->title));
	plan_target(plan, p->id);
	return true;
}

const struct action action_project_take_access = {
	.noun = "project", .verb = "take-access",
	.summary = "Grant yourself Full Access (Admins)",
	.help = "An Admin may take Full Access to any project without being "
		"asked; the audit log records it.",
	.example = "project take-access \"Headcount planning\"",
	.synonyms = "grant myself full access admin override",
	.key = "F",
	.on = "project",
	.params = {
		{ .name = "project", .label = "Project", .type = PARAM_PROJECT,
		  .help = "the project", .required = true },
	},
	.flags = ACTION_WRITES | ACTION_ADMIN,
	.plan = plan_take_access,
};
