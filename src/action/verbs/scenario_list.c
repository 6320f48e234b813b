/* scenario_list.c: the built-in scenarios. */
#include "action/core/action.h"
#include "action/scenario/scenario.h"

static bool run_list(const struct action *self, struct app *app,
		     const struct args *args, struct result *out,
		     struct error *err)
{
	struct scenario scenario;
	const char *name;
	size_t i;

	(void)self;
	(void)app;
	(void)args;
	result_columns(out, (size_t)3, "name", "SCENARIO", CELL_CODE,
		       "steps", "STEPS", CELL_NUMBER,
		       "title", "TITLE", CELL_TEXT);
	for (i = 0; (name = scenario_named(i, &out->arena)); i++) {
		if (!scenario_load(name, &out->arena, &scenario, err))
			return false;
		result_row(out);
		result_cell(out, 0, name);
		result_cellf(out, 1, "%zu", scenario.n);
		result_cell(out, 2, scenario.title);
	}
	return true;
}

const struct action action_scenario_list = {
	.noun = "scenario", .verb = "list",
	.summary = "List the built-in scenarios",
	.help = "Each can be walked through (scenario play, demo), told (scenario "
		"run) and checked (scenario check).",
	.example = "scenario list",
	.synonyms = "demo example practice",
	.flags = ACTION_NO_STORE | ACTION_ROWS,
	.run = run_list,
};
