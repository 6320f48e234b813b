/* plan.c: what the verbs use to say what they want, and the common guards. */
#include "action/core/plan.h"

#include <string.h>
#include <stdarg.h>
#include <stdio.h>

#include "action/core/action.h"
#include "action/core/word_list.h"
#include "base/mem.h"
#include "model/kind.h"

void plan_edit(struct edit_plan *plan, struct edit edit)
{
	if (!edit_changes(&plan->app->facts, &edit))
		return;
	plan->edits = mem_grow(plan->edits, plan->n, &plan->cap,
			       sizeof(*plan->edits));
	plan->edits[plan->n] = edit;
	edit_apply(&plan->app->facts, &plan->edits[plan->n]);
	plan->n++;
}

bool plan_value(struct edit_plan *plan, struct plan_value value, struct error *err)
{
	if (plan->app->acting_as != NOBODY) {
		error_set(err, ERROR_DENIED, "ACTING_AS",
			  "the vault is never used as somebody else");
		return error_remedy(err, "act as yourself");
	}
	if (plan->app->what_if)
		return error_set(err, ERROR_CONFLICT, "WHAT_IF",
				 "secret values are not set in what-if");
	plan->values = mem_grow(plan->values, plan->n_values, &plan->cap_values,
				sizeof(*plan->values));
	plan->values[plan->n_values++] = value;
	return true;
}

void plan_aside(const struct edit_plan *plan, size_t first)
{
	size_t i;

	for (i = plan->n; i > first; i--)
		edit_revert(&plan->app->facts, &plan->edits[i - 1]);
}

void plan_back(const struct edit_plan *plan, size_t first)
{
	size_t i;

	for (i = first; i < plan->n; i++)
		edit_apply(&plan->app->facts, &plan->edits[i]);
}

static const char *text_of(struct arena *arena, const char *fmt, va_list list)
	__attribute__((format(printf, 2, 0)));

static const char *text_of(struct arena *arena, const char *fmt, va_list list)
{
	va_list again;
	char *text;
	int n;

	va_copy(again, list);
	n = vsnprintf(NULL, 0, fmt, again);
	va_end(again);
	if (n < 0)
		return "";
	text = arena_alloc(arena, (size_t)n + 1);
	vsnprintf(text, (size_t)n + 1, fmt, list);
	return text;
}

void plan_warn(struct edit_plan *plan, const char *code, const char *fmt, ...)
{
	struct warning *warning;
	va_list list;

	plan->warnings = mem_grow(plan->warnings, plan->n_warnings,
				  &plan->cap_warnings, sizeof(*warning));
	warning = &plan->warnings[plan->n_warnings++];
	*warning = (struct warning){ .code = code };
	va_start(list, fmt);
	warning->text = text_of(plan->arena, fmt, list);
	va_end(list);
}

void plan_message(struct edit_plan *plan, const char *fmt, ...)
{
	va_list list;

	va_start(list, fmt);
	plan->message = text_of(plan->arena, fmt, list);
	va_end(list);
}

const char *plan_word(const struct edit_plan *plan, enum whose whose, uint32_t number)
{
	return word_thing(plan->arena, app_seen(plan->app), whose, number);
}

const char *plan_title(const struct edit_plan *plan, uint32_t project)
{
	return word_title(plan->arena, app_seen(plan->app), project,
			  plan->app->facts.projects[project].title);
}

void plan_target(struct edit_plan *plan, const char *id)
{
	if (!plan->targets || !*plan->targets)
		plan->targets = arena_strdup(plan->arena, id);
	else
		plan->targets = arena_printf(plan->arena, "%s,%s",
					     plan->targets, id);
}

void plan_tell(struct edit_plan *plan, const struct plan_row *rows, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		plan->rows = mem_grow(plan->rows, plan->n_rows, &plan->cap_rows,
				      sizeof(*plan->rows));
		plan->rows[plan->n_rows++] = rows[i];
	}
}

bool plan_report(struct edit_plan *plan, struct plan_report report, size_t n,
		 struct error *err)
{
	size_t i;

	for (i = 0; i < plan->n_reports; i++)
		if (strcmp(plan->reports[i].path, report.path) == 0) {
			error_set(err, ERROR_INVALID, "TWICE", "%s would hold two reports",
				  word_cut(plan->arena, report.path));
			error_field(err, "report");
			return error_remedy(err, "name a file for each");
		}
	report.first = plan->n_rows - n;
	report.n = n;
	plan->reports = mem_grow(plan->reports, plan->n_reports, &plan->cap_reports,
				 sizeof(*plan->reports));
	plan->reports[plan->n_reports++] = report;
	return true;
}

void plan_mark(struct edit_plan *plan, bool redo, int64_t event, size_t edits)
{
	plan->marks = mem_grow(plan->marks, plan->n_marks, &plan->cap_marks,
			       sizeof(*plan->marks));
	plan->marks[plan->n_marks++] = (struct past_mark){
		.redo = redo, .event = event, .edits = edits };
}

void plan_confirm(struct edit_plan *plan, const char *name)
{
	if (!plan->confirm)
		plan->confirm = arena_strdup(plan->arena, name);
}

bool plan_needs_admin(struct edit_plan *plan, struct error *err)
{
	return app_needs_admin(plan->app, err);
}

bool plan_needs_plan(struct edit_plan *plan, enum plan least, const char *what,
		     struct error *err)
{
	if (plan->app->facts.plan >= least)
		return true;
	error_set(err, ERROR_DENIED, "PLAN_LOCKED",
		  "%s need the %s plan; this workspace has %s", what,
		  plan_label(least), plan_label(plan->app->facts.plan));
	error_needs(err, "%s", plan_code(least));
	return error_remedy(err, "an Admin changes it: gatehouse workspace "
			    "plan %s", plan_code(least));
}

/* The i-th of a parameter; NULL: *err says that it is missing. */
static const char *needed(struct edit_plan *plan, const char *name, size_t i,
			  struct error *err)
{
	const char *text = arg_at(plan->action, plan->args, name, i);

	if (!text) {
		error_set(err, ERROR_INVALID, "ARGUMENT_MISSING",
			  "%s is missing", name);
		error_field(err, "%s", name);
	}
	return text;
}

bool plan_project(struct edit_plan *plan, const char *name, uint32_t *out,
		  struct error *err)
{
	const char *text = needed(plan, name, 0, err);

	return text && (app_find_project(plan->app, text, out, err) ||
			error_field(err, "%s", name));
}

bool plan_user_at(struct edit_plan *plan, const char *name, size_t i,
		  uint32_t *out, struct error *err)
{
	const char *text = needed(plan, name, i, err);

	return text && (app_find_user(plan->app, text, out, err) ||
			error_field(err, "%s", name));
}

bool plan_group_at(struct edit_plan *plan, const char *name, size_t i,
		   uint32_t *out, struct error *err)
{
	const char *text = needed(plan, name, i, err);

	return text && (app_find_group(plan->app, text, out, err) ||
			error_field(err, "%s", name));
}

bool plan_asset_at(struct edit_plan *plan, const char *name, size_t i,
		   uint32_t *out, struct error *err)
{
	const char *text = needed(plan, name, i, err);
	const char *noun = plan->action->noun;
	size_t kind;

	if (noun && !kind_find(noun, &kind))
		noun = NULL;
	return text && (app_find_asset(plan->app, noun, text, out, err) ||
			error_field(err, "%s", name));
}

bool plan_record(struct edit_plan *plan, enum whose whose, const char *name,
		 uint32_t *out, struct error *err)
{
	const char *text = needed(plan, name, 0, err);

	return text && (app_find_record(plan->app, whose, text, out, err) ||
			error_field(err, "%s", name));
}

void plan_state(struct edit_plan *plan, uint32_t project, enum state state,
		const char *said)
{
	const struct fact_project *p = &plan->app->facts.projects[project];
	struct edit edit = edit_of(EDIT_PROJECT_STATE);

	edit.project = project;
	edit.value = (int)state;
	plan_edit(plan, edit);
	plan_message(plan, "%s %s", plan_title(plan, project), said);
	plan_target(plan, p->id);
}

const char *plan_text(const struct edit_plan *plan, const char *name)
{
	return arg_text(plan->action, plan->args, name);
}

size_t plan_count(const struct edit_plan *plan, const char *name)
{
	return arg_count(plan->action, plan->args, name);
}
