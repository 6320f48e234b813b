/* run_plan.c: see run_plan.h. */
#include "action/run/run_plan.h"

#include <stdlib.h>

#include "action/core/tense.h"
#include "action/judge/judge.h"
#include "action/judge/no_effect.h"
#include "action/judge/operator.h"
#include "action/asking/requests.h"
#include "action/run/allowed.h"

void run_revert(struct edit_plan *plan)
{
	plan_aside(plan, 0);
	plan->n = plan->n_values = 0;
}

/* To the end of the plan: run_release. */
static void keep_eyes(struct edit_plan *plan)
{
	struct app *app = plan->app;
	uint32_t subject = app_subject(app);

	if (plan->began)
		return;
	plan->began = true;
	plan->read_before = app->reads_then;
	if (subject != NOBODY && app_reads_all(app))
		app->reads_then = arena_strdup(plan->arena, app->facts.users[subject].id);
}

void run_release(struct edit_plan *plan)
{
	if (plan->began)
		plan->app->reads_then = plan->read_before;
	free(plan->edits);
	free(plan->warnings);
	free(plan->marks);
	free(plan->values);
	free(plan->reports);
	free(plan->rows);
}

void run_say(struct edit_plan *plan, struct result *out)
{
	size_t i;

	out->message = tense_choose(plan->message, false, &out->arena);
	out->done = tense_choose(plan->message, true, &out->arena);
	out->urgent = plan->urgent;
	out->instead = plan->instead;
	out->n_instead = plan->n_instead;
	out->undid = plan->n_marks > 0 && !plan->marks[0].redo;
	out->turned = arena_array(&out->arena, plan->n_marks + 1, sizeof(*out->turned));
	for (out->n_turned = 0; out->n_turned < plan->n_marks; out->n_turned++)
		out->turned[out->n_turned] = plan->marks[out->n_turned].event;
	out->confirm = plan->confirm;
	out->irreversible = plan->irreversible;
	out->ask = plan->ask || plan->irreversible;
	out->question = plan->n ? plan->question : NULL;
	out->nothing = plan_is_empty(plan);
	if (out->nothing) {
		out->message = arena_printf(&out->arena, "Nothing would change%s%s",
					    out->done ? ": " : ".",
					    out->done ? out->done : "");
		out->done = arena_printf(&out->arena, "Nothing had to change%s%s",
					 out->done ? ": " : ".",
					 out->done ? out->done : "");
	}
	out->warnings = arena_array(&out->arena, plan->n_warnings + 1,
				    sizeof(*out->warnings));
	for (i = 0; i < plan->n_warnings; i++)
		out->warnings[i] = plan->warnings[i];
	out->n_warnings = plan->n_warnings;
}

bool run_has_yes(const struct edit_plan *plan, const struct options *opts,
		 struct error *err)
{
	if (opts->yes && opts->plan && plan->shown && opts->plan != plan->shown) {
		error_set(err, ERROR_CONFLICT, "STALE", "the file was changed meanwhile");
		return error_remedy(err, "look at it again");
	}
	if (opts->yes || plan_is_empty(plan))
		return true;
	if (!plan->irreversible && !plan->ask && !(plan->ask_there && opts->asks))
		return true;
	error_set(err, ERROR_INVALID, "YES_NEEDED", "%s%s",
		  plan->question ? plan->question : plan->message ?
		  tense_choose(plan->message, false, plan->arena) :
		  plan->action->summary,
		  plan->irreversible ? " This cannot be undone." : "");
	return error_remedy(err, "say --yes to do it");
}

static bool plan_one(struct edit_plan *plan, const struct batch_command *command,
		     struct error *err)
{
	const char *before = plan->message;

	plan->action = command->action;
	plan->args = &command->args;
	plan->message = NULL;
	if (!run_role_allows(plan->app, command->action, err) ||
	    !command->action->plan(plan, err))
		return false;
	if (command->action->flags & ACTION_IRREVERSIBLE)
		plan->irreversible = true;
	if (!plan->message)
		plan->message = before;
	else if (before)
		plan->message = arena_printf(plan->arena, "%s %s", before,
					     plan->message);
	return true;
}

bool run_inside(struct edit_plan *plan, struct batch *batch, struct error *err)
{
	const struct action *action = plan->action;
	const struct args *args = plan->args;
	bool ok = run_plan(plan, batch, err);

	plan->action = action;
	plan->args = args;
	return ok;
}

bool run_plan(struct edit_plan *plan, struct batch *batch, struct error *err)
{
	size_t i, step = 0, first = plan->n, *ends;

	keep_eyes(plan);
	ends = arena_array(plan->arena, batch->n + 1, sizeof(*ends));
	batch->failed = batch->n;
	for (i = 0; i < batch->n; i++) {
		if (!plan_one(plan, &batch->v[i], err)) {
			batch->failed = i;
			return false;
		}
		ends[step] = plan->n;
		if (!batch->steps || i + 1 == batch->steps[step])
			step++;
	}
	if (!operator_plan_stays(plan, err))
		return false;
	if (batch->n > 1) {
		plan->held_at = plan->n_warnings;
		no_effect_warn(plan);
		if (!judge_end(plan, first, ends, step, err))
			return false;
	}
	requests_settle(plan);
	if (batch->summary)	/* the result outlives the batch */
		plan->message = arena_strdup(plan->arena, batch->summary);
	return true;
}
