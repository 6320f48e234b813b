/* scenario_steps.c: run the steps of a scenario, each like a command line. */
#include <string.h>

#include "action/core/file_reach.h"
#include "action/run/run.h"
#include "action/scenario/scenario.h"

static const char *add_words(const char *line, const char *const *word, int n,
			     struct arena *arena)
{
	bool quote;
	int i;

	for (i = 0; i < n; i++) {
		quote = !*word[i] || strpbrk(word[i], " \t\n\"");
		line = arena_printf(arena, "%s%s%s%s%s", line, *line ? " " : "",
				    quote ? "\"" : "", word[i], quote ? "\"" : "");
	}
	return line;
}

const char *scenario_words(const struct scenario_step *step,
			   struct arena *arena)
{
	const char *line = add_words("", step->words, step->n_words, arena);
	size_t i;

	for (i = 0; i < step->n_more; i++)
		line = add_words(arena_printf(arena, "%s and", line),
				 step->more[i].word, step->more[i].n, arena);
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

/* One of several that are done as one: it writes. */
static bool add(struct batch *batch, const char *const *word, int n,
		struct options *opts, struct error *err)
{
	const struct action *action;
	struct args args;

	return args_parse(n, word, &batch->arena, &action, &args, opts, err) &&
	       within(action, &args, &batch->arena, err) &&
	       batch_add(batch, word, (size_t)n, err);
}

static bool run_all(struct app *app, const struct scenario_step *step,
		    struct result *out, struct error *err)
{
	struct options opts = { .format = FORMAT_TEXT };
	struct batch batch;
	bool done;
	size_t i;

	batch_init(&batch);
	done = add(&batch, step->words, step->n_words, &opts, err);
	for (i = 0; i < step->n_more && done; i++)
		done = add(&batch, step->more[i].word, step->more[i].n, &opts, err);
	done = done && batch_run(app, &batch, &opts, out, err);
	batch_release(&batch);
	return done;
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
	if (step->n_more)
		return run_all(app, step, out, err);
	if (!args_parse(step->n_words, (const char *const *)step->words, arena,
			&action, &args, &opts, err) || !within(action, &args, arena, err))
		return false;
	result_release(out);
	return action_run(app, action, &args, &opts, out, err);
}

static bool expects_any(const struct expect *expect)
{
	return expect->exit >= 0 || expect->code || expect->warns.given ||
		expect->listed.given || expect->not_listed.given || expect->limits.given ||
		expect->n_can || expect->n_access || expect->n_defaults;
}

const char *scenario_skipped(const struct scenario_step *step)
{
	if (step->n_words || expects_any(&step->expect))
		return NULL;
	return step->say && strncmp(step->say, SCENARIO_NOT_RECORDED,
				    strlen(SCENARIO_NOT_RECORDED)) == 0 ?
		step->say : "nothing is done or expected here";
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
