/* scenario_through.c: a whole scenario, from its first step to its last. */
#include "action/run/app_open.h"
#include "action/scenario/demo.h"
#include "action/scenario/scenario.h"

bool scenario_through(const struct scenario *scenario,
		      void (*seen)(void *ctx, const struct scenario_step *step,
				   size_t number,
				   const struct scenario_outcome *),
		      void *ctx, struct error *err)
{
	struct scenario_outcome outcome;
	struct arena arena = { 0 };
	struct app app;
	size_t i;
	bool ok;

	app_init(&app, NULL);
	ok = demo_open_workspace(&app, scenario->workspace, NULL, err);
	for (i = 0; i < scenario->n && ok; i++) {
		scenario_step_run(&app, &scenario->steps[i], &arena, &outcome);
		seen(ctx, &scenario->steps[i], i + 1, &outcome);
		result_release(&outcome.result);
		arena_release(&arena);
	}
	demo_discard(&app);
	app_release(&app);
	arena_release(&arena);
	return ok;
}
