/* scenario_play.c: a scenario in the console, a step for each key; as text where there
 * is no terminal. */
#include "action/core/action.h"
#include "action/scenario/scenario.h"

static bool run_play(const struct action *self, struct app *app,
		     const struct args *args, struct result *out,
		     struct error *err)
{
	struct scenario scenario;

	(void)app;
	return scenario_load(arg_text(self, args, "file"), &out->arena, &scenario,
			     err) &&
	       scenario_tell(&scenario, &out->text, &out->failed, err);
}

const struct action action_scenario_play = {
	.noun = "scenario", .verb = "play",
	.summary = "Play a scenario step by step",
	.help = "Walks through it in the console, on a private copy of the "
		"scenario's workspace: one key does the next step, another takes "
		"it back, and the last line says which; whoever leaves the "
		"scenario keeps the copy as it is. What a step changes stands "
		"out in the panel. Where standard output is no terminal it tells "
		"the steps, as scenario run does.",
	.example = "scenario play interview",
	.synonyms = "demo example present practice walk show tour",
	.params = {
		{ .name = "file", .label = "Scenario", .type = PARAM_FILE,
		  .help = "a scenario file, or the name of a built-in one or a "
			  "word of it",
		  .required = true },
	},
	.flags = ACTION_NO_STORE | ACTION_FILES,
	.run = run_play,
};
