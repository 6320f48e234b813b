/* project_set.c: what stands beside a project's title (row 41). */
#include <string.h>

#include "action/action.h"
#include "action/may.h"
#include "action/word_list.h"
#include "base/text.h"

enum { DESCRIPTION_MOST = 65536 };

static bool is_any(struct edit_plan *plan, struct error *err)
{
	if (plan_count(plan, "description") || plan_count(plan, "status") ||
	    plan_count(plan, "category"))
		return true;
	error_set(err, ERROR_INVALID, NULL, "nothing to change is given");
	return error_remedy(err, "give --description, --status or --category "
			    "(the title: gatehouse project rename)");
}

static bool needs_role(const struct answer *me, enum role role, const char *what,
		       struct error *err)
{
	error_set(err, ERROR_DENIED, "ROLE_NEEDED", "%s needs the role %s; you are "
		  "%s", what, role_label(role), role_label(me->role));
	error_needs(err, "%s", role_code(role));
	return error_remedy(err, "ask an Admin for the role %s",
			    role_label(role));
}

/* Admins and Managers where they can view; others where they can edit, and status
 * and categories are for Editors. */
static bool may_set(struct edit_plan *plan, uint32_t project, bool *governs,
		    struct error *err)
{
	struct answer me;

	may_answer(plan, project, &me);
	*governs = me.role == ROLE_ADMIN || me.role == ROLE_MANAGER;
	if (!may_with_level(plan, project, *governs ? LEVEL_CAN_VIEW :
			    LEVEL_CAN_EDIT, "describing", err) ||
	    !may_while_active(plan, project, "describing", err))
		return false;
	if (*governs || me.role == ROLE_EDITOR || (!plan_count(plan, "status") &&
						   !plan_count(plan, "category")))
		return true;
	return needs_role(&me, ROLE_EDITOR, "setting status and categories", err);
}

/* Endorsed: for Admins and Managers, from the Team plan up. */
static bool status_good(struct edit_plan *plan, uint32_t project, bool governs,
			struct error *err)
{
	const char *status = plan_text(plan, "status");
	struct answer me;

	if (!status || !*status)
		return true;
	if (!may_be_named("status", status, err))
		return false;
	if (text_casecmp(status, "Certified") != 0)
		return true;
	may_answer(plan, project, &me);
	if (!governs)
		return needs_role(&me, ROLE_MANAGER, "an endorsed status", err);
	return plan_needs_plan(plan, PLAN_TEAM, "Endorsed statuses", err);
}

static bool description_good(struct edit_plan *plan, struct error *err)
{
	const char *text = plan_text(plan, "description");

	if (!text || strlen(text) <= DESCRIPTION_MOST)
		return true;
	error_set(err, ERROR_INVALID, "TOO_LONG",
		  "the description is longer than 64 KiB");
	return error_field(err, "description");
}

static bool category_good(const char *text, struct error *err)
{
	if (!may_be_named("category", text, err))
		return false;
	if (!strchr(text, ','))
		return true;
	error_set(err, ERROR_INVALID, "NAME_INVALID",
		  "a category holds no comma");
	error_field(err, "category");
	return error_remedy(err, "name several with --category each");
}

static bool stands_before(const struct edit_plan *plan, size_t i)
{
	size_t k;

	for (k = 0; k < i; k++)
		if (strcmp(arg_at(plan->action, plan->args, "category", k),
			   arg_at(plan->action, plan->args, "category", i)) == 0)
			return true;
	return false;
}

/* All of them at once; "" alone takes all out. */
static bool categories(struct edit_plan *plan, const char **out,
		       struct error *err)
{
	size_t i, n = plan_count(plan, "category");
	const char *one, *text = "";

	*out = NULL;
	for (i = 0; i < n; i++) {
		one = arg_at(plan->action, plan->args, "category", i);
		if (n == 1 && !*one)
			break;
		if (!category_good(one, err))
			return false;
		if (!stands_before(plan, i))
			text = arena_printf(plan->arena, "%s%s%s", text,
					    *text ? "," : "", one);
	}
	if (n)
		*out = text;
	return true;
}

static void set(struct edit_plan *plan, enum edit_kind kind, uint32_t project,
		const char *text)
{
	struct edit edit = edit_of(kind);

	edit.project = project;
	edit.text = text;
	if (text)
		plan_edit(plan, edit);
}

static bool plan_set(struct edit_plan *plan, struct error *err)
{
	size_t before = plan->n;
	const char *list;
	uint32_t project;
	bool governs;

	if (!plan_project(plan, "project", &project, err) ||
	    !is_any(plan, err) || !may_set(plan, project, &governs, err) ||
	    !status_good(plan, project, governs, err) ||
	    !description_good(plan, err) || !categories(plan, &list, err))
		return false;
	set(plan, EDIT_PROJECT_DESCRIPTION, project,
	    plan_text(plan, "description"));
	set(plan, EDIT_PROJECT_STATUS, project, plan_text(plan, "status"));
	set(plan, EDIT_PROJECT_CATEGORIES, project, list);
	if (plan->n > before)
		plan_message(plan, "Changed %s.",
			     word_project(plan->arena, &plan->app->facts,
					  project));
	plan_target(plan, plan->app->facts.projects[project].id);
	return true;
}

const struct action action_project_set = {
	.noun = "project", .verb = "set",
	.summary = "Set description, status and categories",
	.help = "Admins and Managers where they can view, Editors where they can "
		"edit. The status is In development, Completed, Certified or "
		"another; Certified is endorsed: for Admins and Managers, from "
		"the Team plan up. The categories given replace those there; "
		"\"\" takes out.",
	.example = "project set \"Churn model\" --status Completed --category Product",
	.synonyms = "describe label tag certify endorse metadata",
	.on = "project",
	.params = {
		{ .name = "project", .label = "Project", .type = PARAM_PROJECT,
		  .help = "the project", .required = true },
		{ .name = "description", .label = "Description",
		  .type = PARAM_TEXT, .help = "what it is about",
		  .option = true },
		{ .name = "status", .label = "Status", .type = PARAM_TEXT,
		  .help = "one status, or \"\" for none", .option = true },
		{ .name = "category", .label = "Categories", .type = PARAM_TEXT,
		  .help = "a category (repeatable)", .option = true,
		  .many = true },
	},
	.flags = ACTION_WRITES,
	.plan = plan_set,
};
