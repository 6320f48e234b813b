/* tell.c: a scenario as text: what is said, done and answered. */
#include "action/scenario/scenario.h"
#include "base/text.h"

struct telling {
	struct buf *out;
	struct arena arena;
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
	struct buf *out = t->out;
	size_t i;

	buf_printf(out, "\n%zu. ", number);
	line(out, "", step->say ? step->say : step->n_words ? "" : "(expects)");
	if (step->n_words) {
		buf_printf(out, "   $ gatehouse%s", step->as ? " --as " : "");
		text_safe(out, step->as ? step->as : "");
		line(out, " ", scenario_words(step, &t->arena));
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

bool scenario_tell(const struct scenario *scenario, struct buf *out, bool *failed,
		   struct error *err)
{
	struct telling telling = { .out = out };
	bool ok;

	line(out, "", scenario->title);
	ok = scenario_through(scenario, tell, &telling, err);
	*failed = telling.failed;
	arena_release(&telling.arena);
	return ok;
}
