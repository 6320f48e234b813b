/* scenario_run.c: tell a scenario: what is said, done and answered. */
#include "action/core/action.h"
#include "action/scenario/scenario.h"
#include "base/text.h"

struct telling {
	struct result *out;
	bool failed;
};

static void line(struct buf *out, const char *before, const char *text)
{
	buf_adds(out, before);
	text_safe(out, text);
	buf_addc(out, '\n');
}

static void tell(void *ctx, const struct scenario_step *step, size_t number,
		 const struct scenario_outcome *outcome)
{
	struct telling *t = ctx;
	struct buf *out = &t->out->text;
	size_t i;

	buf_printf(out, "\n%zu. ", number);
	line(out, "", step->say ? step->say : step->n_words ? "" : "(expects)");
	if (step->n_words) {
		buf_printf(out, "   $ gatehouse%s", step->as ? " --as " : "");
		text_safe(out, step->as ? step->as : "");
		line(out, " ", scenario_words(step, &t->out->arena));
		if (*outcome->said)
			line(out, outcome->status ? "   refused: " : "   ",
			     outcome->said);
	}
	for (i = 0; i < outcome->result.n_warnings; i++)
		line(out, "   warning: ", outcome->result.warnings[i].text);
	if (!outcome->good)
		line(out, "   NOT AS EXPECTED: ", outcome->failure);
	t->failed |= !outcome->good;
}

static bool run_scenario(const struct action *self, struct app *app,
			 const struct args *args, struct result *out,
			 struct error *err)
{
	struct telling telling = { .out = out };
	struct scenario scenario;

	(void)app;
	if (!scenario_load(arg_text(self, args, "file"),
			   &out->arena, &scenario, err))
		return false;
	line(&out->text, "", scenario.title);
	if (!scenario_play(&scenario, tell, &telling, err))
		return false;
	out->failed = telling.failed;
	return true;
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
