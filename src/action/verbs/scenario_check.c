/* scenario_check.c: do the expectations of scenarios hold?  Answers in TAP. */
#include "action/core/action.h"
#include "action/scenario/scenario.h"
#include "base/text.h"

struct checking {
	struct result *out;
	const char *name;
	size_t n, failed;
};

/* '#' would start a directive of TAP. */
static void add_words(struct buf *out, const char *words)
{
	for (; *words; words++)
		if (*words == '#')
			buf_adds(out, "\\#");
		else
			buf_addc(out, *words == '\n' ? ' ' : *words);
}

/* "ok 3 - bug.json 3: what it says", "ok 3 - bug.json 3 # SKIP why". */
static void add_line(struct checking *c, const struct scenario_step *step, size_t number,
		     bool good, const char *skipped)
{
	struct buf *out = &c->out->text;
	const char *what = step->say;

	if (!what)
		what = step->n_words ? scenario_words(step, &c->out->arena) :
			"expectations hold";
	buf_printf(out, "%s %zu - ", good ? "ok" : "not ok", c->n);
	text_safe(out, c->name);
	buf_printf(out, " %zu", number);
	if (skipped != what) {
		buf_adds(out, ": ");
		add_words(out, what);
	}
	if (skipped) {
		buf_adds(out, " # SKIP ");
		add_words(out, skipped);
	}
	buf_addc(out, '\n');
}

static void seen(void *ctx, const struct scenario_step *step, size_t number,
		 const struct scenario_outcome *outcome)
{
	struct checking *c = ctx;
	struct result *out = c->out;
	const char *skipped = outcome->good ? scenario_skipped(step) : NULL;

	c->n++;
	c->failed += !outcome->good;
	add_line(c, step, number, outcome->good, skipped);
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
	result_cell(out, 5, skipped);
}

static bool run_check(const struct action *self, struct app *app,
		      const struct args *args, struct result *out,
		      struct error *err)
{
	struct checking checking = { .out = out };
	struct scenario scenario;
	size_t i;

	(void)app;
	result_columns(out, (size_t)6, "scenario", "SCENARIO", CELL_TEXT,
		       "step", "STEP", CELL_NUMBER, "ok", "OK", CELL_BOOL,
		       "say", "SAY", CELL_TEXT, "failure", "FAILURE", CELL_TEXT,
		       "skipped", "SKIPPED", CELL_TEXT);
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
		"reports in TAP (SKIP: a step that only says something, or that something "
		"was not recorded); no store is needed and none is touched. Ends "
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
