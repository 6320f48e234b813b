/* demo.c: the demo workspace; as text where there is no terminal. */
#include "action/core/action.h"
#include "action/scenario/demo.h"
#include "action/scenario/scenario.h"

/* With a scenario: its steps, and not the table. */
static bool told(const char *name, struct result *out, struct error *err)
{
	struct scenario scenario;

	return scenario_load(name, &out->arena, &scenario, err) &&
	       scenario_tell(&scenario, &out->text, &out->failed, err);
}

static bool run_demo(const struct action *self, struct app *app,
		     const struct args *args, struct result *out,
		     struct error *err)
{
	const char *scenario = arg_text(self, args, "scenario");
	uint32_t project;

	if (scenario && !arg_text(self, args, "keep"))
		return told(scenario, out, err);
	if (!demo_open(app, scenario, arg_text(self, args, "keep"), err))
		return false;
	project = demo_first_project(&app->facts);
	if (project != NOBODY)
		demo_table(&app->facts, project, &out->text);
	demo_discard(app);
	return true;
}

const struct action action_demo = {
	.noun = NULL, .verb = "demo",
	.summary = "Open the demo workspace",
	.help = "A believable workspace in a private temporary copy, where anything "
		"may be tried and you may act as anybody. With the name of a "
		"scenario (see scenario list) it plays that one, as scenario play "
		"does. Where standard output is no terminal it prints who can do "
		"what in the first project, or tells the scenario.",
	.example = "demo practice-sensitive",
	.synonyms = "example try playground scenario",
	.params = {
		{ .name = "scenario", .label = "Scenario", .type = PARAM_FILE,
		  .help = "a scenario file or the name of a built-in one" },
		{ .name = "keep", .label = "Keep in", .type = PARAM_FILE,
		  .help = "make the copy this file, and keep it",
		  .option = true },
	},
	.flags = ACTION_NO_STORE | ACTION_FILES,
	.run = run_demo,
};
