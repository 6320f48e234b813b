/* check.c: see check.h. */
#include "action/core/check.h"

#include "action/run/run_priv.h"

bool check_batch(struct app *app, struct batch *batch, size_t *edits,
		 struct result *out, struct error *err)
{
	struct edit_plan plan = { .app = app, .arena = &out->arena };
	bool done;

	result_init(out);
	done = run_plan(&plan, batch, err);
	*edits = plan.n;
	if (done)
		run_say(&plan, out);
	run_revert(&plan);
	run_release(&plan);
	return done;
}

bool check_action(struct app *app, const struct action *action,
		  const struct args *args, size_t *edits, struct result *out,
		  struct error *err)
{
	struct batch_command command = { .action = action, .args = *args };
	struct batch batch = { .v = &command, .n = 1 };

	return check_batch(app, &batch, edits, out, err);
}
