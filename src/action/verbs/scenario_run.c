/* scenario_run.c: tell a scenario: what is said, done and answered. */
#include "action/core/action.h"
#include "action/scenario/scenario.h"

static bool run_scenario(const struct action *self, struct app *app,
			 const struct args *args, struct result *out,
			 struct error *err)
{
	struct scenario scenario;

	(void)app;
	return scenario_load(arg_text(self, args, "file"), &out->arena, &scenario,
			     err) &&
	       scenario_tell(&scenario, &out->text, &out->failed, err);
}

const struct action action_scenario_run = {
	.noun = "scenario", .verb = "run",
	.summary = "Run a scenario and tell what happens",
	.help = "Runs every step on a private copy of the scenario's workspace: no "
		"store is needed and none is touched. Ends with 1 where an "
		"expectation did not hold.",
	.example = "scenario run practice-interview",
	.synonyms = "demo example tell practice",
	.params = {
		{ .name = "file", .label = "Scenario", .type = PARAM_FILE,
		  .help = "a scenario file or the name of a built-in one",
		  .required = true },
	},
	.flags = ACTION_NO_STORE | ACTION_FILES,
	.run = run_scenario,
};
