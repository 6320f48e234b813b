/* project_set.c: what stands beside a project's title (row 41). */
#include <string.h>

#include "action/core/action.h"
#include "action/judge/may.h"
#include "action/judge/names.h"
#include "action/judge/project_closed.h"
#include "model/edit_field.h"

static bool is_any(struct edit_plan *plan, struct error *err)
{
	const struct param *param;

	for (param = plan->action->params; param->name; param++)
		if (param->option && plan_count(plan, param->name))
			return true;
	error_set(err, ERROR_INVALID, NULL, "nothing to change is given");
	return error_remedy(err, "give --description, --status or --category "
			    "(the title: gatehouse project rename)");
}

static bool may_set(struct edit_plan *plan, uint32_t project, struct error *err)
{
	const char *status = plan_text(plan, "status");

	if (!may_describe(plan, project, err))
		return false;
	if (!status && !plan_count(plan, "category"))
		return true;
	return may_label(plan, project, NULL, err) &&
		(!status || !*status || may_be_named("status", status, err)) &&
		may_label(plan, project, status, err);
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
	struct edit edit = edit_for(kind, OF_PROJECT, project);

	edit.text = text;
	if (text)
		plan_edit(plan, edit);
}

/* An option that is called like a text of projects sets it; false if one may not be. */
static bool set_texts(struct edit_plan *plan, uint32_t project, struct error *err)
{
	const struct param *param;
	enum edit_kind kind;

	for (param = plan->action->params; param->name; param++)
		if (param->option && !param->many &&
		    !length_good(plan, param->name, err))
			return false;
	for (param = plan->action->params; param->name; param++) {
		kind = edit_kind_find(arena_printf(plan->arena, "project_%s",
						   param->name));
		if (param->option && kind != EDIT_KINDS)
			set(plan, kind, project, plan_text(plan, param->name));
	}
	return true;
}

static bool plan_set(struct edit_plan *plan, struct error *err)
{
	size_t before = plan->n;
	const char *list;
	uint32_t project;

	if (!plan_project(plan, "project", &project, err) ||
	    !is_any(plan, err) || !may_set(plan, project, err) ||
	    !categories(plan, &list, err) || !set_texts(plan, project, err))
		return false;
	set(plan, EDIT_PROJECT_CATEGORIES, project, list);
	if (plan->n > before)
		plan_message(plan, TENSE("Changed", "Would change") " %s.",
			     plan_word(plan, OF_PROJECT, project));
	plan_target(plan, plan->app->facts.projects[project].id);
	return true;
}

const struct action action_project_set = {
	.noun = "project", .verb = "set",
	.summary = "Set a project's description, status and categories",
	.help = "Admins and Managers where they can view, Editors where they can "
		"edit. The status is In development, Completed, Certified or "
		"another; Certified is endorsed: for Admins and Managers, from "
		"the Team plan up. The categories given replace those there; "
		"\"\" takes out.",
	.example = "project set \"Churn model\" --status Completed --category Product",
	.synonyms = "describe label tag category certify endorse metadata",
	.on = "project",
	.params = {
		PARAM_THE_PROJECT("the project"),
		{ .name = "description", .label = "Description",
		  .type = PARAM_TEXT, .help = "what it is about",
		  .option = true, .own = true,
		  .field = "project_description",
		  .greyed = project_closed_describing },
		{ .name = "status", .label = "Status", .type = PARAM_TEXT,
		  .help = "one status, or \"\" for none", .option = true,
		  .field = "project_status", .greyed = project_closed_labels,
		  .more = "In development, Completed, Certified or another; empty "
			"for none. Certified is endorsed: for Admins and Managers, "
			"from the Team plan up." },
		{ .name = "category", .label = "Categories", .type = PARAM_TEXT,
		  .help = "a category (repeatable)", .option = true,
		  .many = true, .field = "project_categories",
		  .greyed = project_closed_labels,
		  .more = "Parted by commas; empty for none." },
	},
	.flags = ACTION_WRITES,
	.plan = plan_set,
};
