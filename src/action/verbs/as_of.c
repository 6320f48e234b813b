/* as_of.c: a question about an earlier state of the workspace. */
#include <string.h>

#include "action/core/action.h"
#include "action/run/allowed.h"
#include "action/undo/as_of_facts.h"

static bool is_one_of(const char *word, const char *const *list)
{
	for (; *list; list++)
		if (strcmp(word, *list) == 0)
			return true;
	return false;
}

/* What is answered from the facts alone. */
static bool looks_back(const struct action *action)
{
	static const char *const access[] = { "project", "user", "asset",
		"explain", "fixes", "report", "check", NULL };
	static const char *const things[] = { "project", "user", "group",
		"provider", NULL };
	static const char *const views[] = { "list", "show", "usage", NULL };
	static const char *const whole[] = { "export", NULL };

	if (action->does)
		return action->does < KIND_ACCESS;
	if (!action->noun)
		return false;
	if (strcmp(action->noun, "access") == 0)
		return is_one_of(action->verb, access);
	if (strcmp(action->noun, "workspace") == 0)
		return is_one_of(action->verb, whole);
	return is_one_of(action->noun, things) && is_one_of(action->verb, views);
}

static bool refuse(const struct action *action, struct arena *arena,
		   struct error *err)
{
	error_set(err, ERROR_INVALID, "NO_LOOKING_BACK",
		  "%s does not look back", action_name(action, arena));
	error_field(err, "command");
	return error_remedy(err, "access, list, show and usage do, and workspace "
			    "export");
}

static bool run(const struct action *self, struct app *app,
		const struct args *args, struct result *out, struct error *err)
{
	const struct arg *words = &args->of[1];
	const char *when = arg_text(self, args, "when");
	struct options opts = { .format = FORMAT_TEXT };
	const struct action *inner;
	struct args inner_args;
	bool done;

	if (!args_parse((int)words->n, words->v, &out->arena, &inner,
			&inner_args, &opts, err))
		return false;
	if (!looks_back(inner))
		return refuse(inner, &out->arena, err);
	if (!as_of_begin(app, when, err))
		return false;
	done = action_allowed(app, inner, err) &&
		inner->run(inner, app, &inner_args, out, err);
	if (done && !out->message && strcmp(inner->verb, "export") != 0)
		out->message = arena_printf(&out->arena, "As of %s.",
					    as_of_label(app, &out->arena));
	as_of_end(app);
	return done;
}

const struct action action_as_of = {
	.noun = NULL, .verb = "as-of",
	.summary = "Ask about an earlier state of the workspace",
	.help = "REVISION is the number of an event (see history): the state that "
		"it left. A time means the last event until then. The answers are "
		"those of today's rules on the facts of then. Before an import of "
		"a whole workspace nothing is known here: that is said, not "
		"guessed.",
	.example = "as-of 12 access project \"Revenue model\"",
	.synonyms = "past back earlier before yesterday history time",
	.params = {
		{ .name = "when", .label = "When",
		  .help = "a revision, or a time (RFC 3339)",
		  .type = PARAM_TEXT, .required = true },
		{ .name = "command", .label = "Command",
		  .help = "a reading verb with its arguments",
		  .type = PARAM_WORDS, .required = true },
	},
	.flags = ACTION_ADMIN | ACTION_ROWS,
	.run = run,
};
