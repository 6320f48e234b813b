/* plan.c: what the verbs use to say what they want, and the common guards. */
#include "action/core/plan.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "action/core/action.h"
#include "action/core/word_list.h"
#include "action/judge/warn.h"
#include "base/mem.h"
#include "base/text.h"
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

void plan_edit_warned(struct edit_plan *plan, struct edit edit)
{
	size_t before = plan->n;

	plan_edit(plan, edit);
	if (plan->n > before)
		warn_edit(plan, &plan->edits[before]);
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
	warning->code = code;
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

void plan_target(struct edit_plan *plan, const char *id)
{
	if (!plan->targets || !*plan->targets)
		plan->targets = arena_strdup(plan->arena, id);
	else
		plan->targets = arena_printf(plan->arena, "%s,%s",
					     plan->targets, id);
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
	if (app_is_admin(plan->app))
		return true;
	error_set(err, ERROR_DENIED, "ROLE_NEEDED",
		  "%s%s%s is for Admins",
		  plan->action->noun ? plan->action->noun : "",
		  plan->action->noun ? " " : "", plan->action->verb);
	error_needs(err, "admin");
	return error_remedy(err, "ask an Admin");
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

static enum level least_for(enum can can)
{
	switch (can) {
	case CAN_VIEW_APP:
	case CAN_INTERACT_APP:
	case CAN_COMMENT_APP:
		return LEVEL_APP_ONLY;
	case CAN_VIEW_LOGIC:
	case CAN_COMMENT_LOGIC:
	case CAN_DUPLICATE:
		return LEVEL_CAN_VIEW;
	case CAN_ALLOW_EDITORS_TO_SHARE:
	case CAN_RENAME:
	case CAN_DELETE:
	case CAN_MANAGE:
		return LEVEL_FULL_ACCESS;
	default:
		return LEVEL_CAN_EDIT;
	}
}

/* The level would do: something else stands in the way. */
static bool level_will_not_help(struct edit_plan *plan, enum can can,
				uint32_t number, struct error *err)
{
	const struct fact_project *project = &plan->app->facts.projects[number];
	const char *title = word_title(plan->arena, app_seen(plan->app), number,
				       project->title);

	if (can == CAN_SHARE && !project->editors_may_share) {
		error_set(err, ERROR_DENIED, "SHARING_DISABLED_FOR_EDITORS",
			  "sharing %s is for Full Access: it was switched off "
			  "for Can Edit", title);
		error_needs(err, "full_access");
		return error_remedy(err, "ask somebody with Full Access");
	}
	error_set(err, ERROR_DENIED, "ROLE_NEEDED",
		  "your role does not allow to %s %s", can_label(can),
		  title);
	error_needs(err, "editor");
	return error_remedy(err, "ask an Admin for the role Editor");
}

static bool level_missing(struct edit_plan *plan, enum can can,
			  const struct answer *answer, struct error *err)
{
	const struct facts *facts = &plan->app->facts;
	const struct fact_project *project = &facts->projects[answer->project];
	enum level least = least_for(can);
	const char *title = word_title(plan->arena, app_seen(plan->app),
				       answer->project, project->title);

	if (answer->effective >= least)
		return level_will_not_help(plan, can, answer->project, err);
	if (answer->manages >= least && project->state != STATE_ACTIVE) {
		error_set(err, ERROR_DENIED, "STATE_READ_ONLY",
			  "%s is %s: nobody may %s it", title,
			  state_code(project->state), can_label(can));
		error_needs(err, "%s", level_code(least));
		return error_remedy(err, "%s it first", project->state ==
				    STATE_TRASHED ? "restore" : "unarchive");
	}
	error_set(err, ERROR_DENIED, "LEVEL_NEEDED",
		  "to %s %s needs %s; you have %s", can_label(can),
		  title, level_label(least),
		  level_label(answer->effective));
	error_needs(err, "%s", level_code(least));
	if (app_is_admin(plan->app) && app_subject(plan->app) != NOBODY)
		return error_remedy(err, "gatehouse project take-access %s",
				    project->id);
	return error_remedy(err, "ask somebody with Full Access");
}

bool plan_needs_can(struct edit_plan *plan, uint32_t project, enum can can,
		    struct error *err)
{
	const struct facts *facts = &plan->app->facts;
	uint32_t subject = app_subject(plan->app);
	struct answer answer;

	memset(&answer, 0, sizeof(answer));
	answer.project = project;
	if (subject != NOBODY)
		access_decide(facts, subject, project, plan->arena, &answer);
	if (answer.can & (1u << can))
		return true;
	return level_missing(plan, can, &answer, err);
}

static bool missing(const char *name, struct error *err)
{
	error_set(err, ERROR_INVALID, "ARGUMENT_MISSING", "%s is missing",
		  name);
	return error_field(err, "%s", name);
}

bool plan_project(struct edit_plan *plan, const char *name, uint32_t *out,
		  struct error *err)
{
	const char *text = plan_text(plan, name);

	if (!text)
		return missing(name, err);
	return app_find_project(plan->app, text, out, err) ||
		error_field(err, "%s", name);
}

bool plan_user_at(struct edit_plan *plan, const char *name, size_t i,
		  uint32_t *out, struct error *err)
{
	const char *text = arg_at(plan->action, plan->args, name, i);

	if (!text)
		return missing(name, err);
	return app_find_user(plan->app, text, out, err) ||
		error_field(err, "%s", name);
}

bool plan_group_at(struct edit_plan *plan, const char *name, size_t i,
		   uint32_t *out, struct error *err)
{
	const char *text = arg_at(plan->action, plan->args, name, i);

	if (!text)
		return missing(name, err);
	return app_find_group(plan->app, text, out, err) ||
		error_field(err, "%s", name);
}

bool plan_asset_at(struct edit_plan *plan, const char *name, size_t i,
		   uint32_t *out, struct error *err)
{
	const char *text = arg_at(plan->action, plan->args, name, i);
	const char *noun = plan->action->noun;
	size_t kind;

	if (!text)
		return missing(name, err);
	if (noun && !kind_find(noun, &kind))
		noun = NULL;
	return app_find_asset(plan->app, noun, text, out, err) ||
		error_field(err, "%s", name);
}

const char *plan_text(const struct edit_plan *plan, const char *name)
{
	return arg_text(plan->action, plan->args, name);
}

size_t plan_count(const struct edit_plan *plan, const char *name)
{
	return arg_count(plan->action, plan->args, name);
}
