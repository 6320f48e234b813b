/* scenario_steps.c: run the steps of a scenario, each like a command line. */
#include <string.h>

#include "action/core/file_reach.h"
#include "action/run/run.h"
#include "action/scenario/scenario.h"

const char *scenario_words(const struct scenario_step *step,
			   struct arena *arena)
{
	const char *line = "";
	bool quote;
	int i;

	for (i = 0; i < step->n_words; i++) {
		quote = !*step->words[i] || strpbrk(step->words[i], " \t\n\"");
		line = arena_printf(arena, "%s%s%s%s%s", line, i ? " " : "",
				    quote ? "\"" : "", step->words[i],
				    quote ? "\"" : "");
	}
	return line;
}

static bool act_as(struct app *app, const char *as, struct error *err)
{
	uint32_t user;

	app->acting_as = NOBODY;
	if (!as)
		return true;
	if (!app_find_user(app, as, &user, err))
		return false;
	if (user != app->actor)
		app->acting_as = user;
	return true;
}

/* A step acts on the demo store and on nothing else.  What reaches for a file is
 * refused when the scenario is read; this is the second wall. */
static bool within(const struct action *action, const struct args *args,
		   struct arena *arena, struct error *err)
{
	if (!(action->flags & ACTION_NO_STORE) &&
	    !file_reach(action, args, arena))
		return true;
	error_set(err, ERROR_INVALID, NULL, "%s%s%s cannot be a step of a "
		  "scenario", action->noun ? action->noun : "",
		  action->noun ? " " : "", action->verb);
	return error_remedy(err, "a step acts on the workspace of the scenario");
}

static bool run(struct app *app, const struct scenario_step *step,
		struct arena *arena, struct result *out, struct error *err)
{
	const struct action *action;
	struct options opts;
	struct args args;

	memset(&opts, 0, sizeof(opts));
	result_init(out);
	if (!act_as(app, step->as, err))
		return false;
	if (!step->n_words)
		return true;
	if (!args_parse(step->n_words, (const char *const *)step->words, arena,
			&action, &args, &opts, err) || !within(action, &args, arena, err))
		return false;
	result_release(out);
	return action_run(app, action, &args, &opts, out, err);
}

void scenario_step_run(struct app *app, const struct scenario_step *step,
		       struct arena *arena, struct scenario_outcome *out)
{
	bool ok;

	memset(out, 0, sizeof(*out));
	error_clear(&out->err);
	ok = run(app, step, arena, &out->result, &out->err);
	if (!ok)
		out->status = error_exit_status(out->err.kind);
	else if (out->result.failed)
		out->status = 1;
	else if (out->result.conflict)
		out->status = error_exit_status(ERROR_CONFLICT);
	out->said = ok ? out->result.message : arena_strdup(arena, out->err.text);
	if (!out->said)
		out->said = "";
	out->failure = scenario_compare(app, &step->expect, out,
					ok ? "" : out->err.code, arena);
	out->good = !out->failure;
}
