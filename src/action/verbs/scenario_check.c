/* scenario_check.c: do the expectations of scenarios hold?  Answers in TAP. */
#include "action/core/action.h"
#include "action/scenario/scenario.h"
#include "base/text.h"

struct checking {
	struct result *out;
	const char *name;
	size_t n, failed;
};

static void seen(void *ctx, const struct scenario_step *step, size_t number,
		 const struct scenario_outcome *outcome)
{
	struct checking *c = ctx;
	struct result *out = c->out;
	const char *what = step->say;

	if (!what)
		what = step->n_words ? scenario_words(step, &out->arena) :
		       "expectations hold";
	c->n++;
	c->failed += !outcome->good;
	buf_printf(&out->text, "%s %zu - ", outcome->good ? "ok" : "not ok", c->n);
	text_safe(&out->text, c->name);
	buf_printf(&out->text, " %zu: ", number);
	for (; *what; what++)		/* '#' would start a TAP directive */
		if (*what == '#')
			buf_adds(&out->text, "\\#");
		else
			buf_addc(&out->text, *what == '\n' ? ' ' : *what);
	buf_addc(&out->text, '\n');
	if (!outcome->good) {
		buf_adds(&out->text, "# ");
		text_safe(&out->text, outcome->failure);
		buf_addc(&out->text, '\n');
	}
	result_row(out);
	result_cell(out, 0, c->name);
	result_cellf(out, 1, "%zu", number);
	result_cell(out, 2, outcome->good ? "true" : "false");
	result_cell(out, 3, step->say);
	result_cell(out, 4, outcome->failure);
}

static bool run_check(const struct action *self, struct app *app,
		      const struct args *args, struct result *out,
		      struct error *err)
{
	struct checking checking = { .out = out };
	struct scenario scenario;
	size_t i;

	(void)app;
	result_columns(out, (size_t)5, "scenario", "SCENARIO", CELL_TEXT,
		       "step", "STEP", CELL_NUMBER, "ok", "OK", CELL_BOOL,
		       "say", "SAY", CELL_TEXT, "failure", "FAILURE", CELL_TEXT);
	for (i = 0; i < arg_count(self, args, "file"); i++) {
		checking.name = arg_at(self, args, "file", i);
		if (!scenario_load(checking.name, &out->arena, &scenario, err) ||
		    !scenario_through(&scenario, seen, &checking, err))
			return false;
	}
	buf_printf(&out->text, "1..%zu\n", checking.n);
	out->failed = checking.failed > 0;
	return true;
}

const struct action action_scenario_check = {
	.noun = "scenario", .verb = "check",
	.summary = "Check the expectations of scenarios",
	.help = "Runs every step on a private copy of the scenario's workspace and "
		"reports in TAP; no store is needed and none is touched. Ends "
		"with 1 where an expectation did not hold.",
	.example = "scenario check practice-sensitive",
	.synonyms = "test assert verify tap",
	.params = {
		{ .name = "file", .label = "Scenario", .type = PARAM_FILE,
		  .help = "a scenario file or the name of a built-in one",
		  .required = true, .many = true },
	},
	.flags = ACTION_NO_STORE | ACTION_ROWS | ACTION_FILES,
	.run = run_check,
};
