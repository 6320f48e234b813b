/* console_open.c: see console_open.h. */
#include "cli/console_open.h"

#include <stdio.h>

#include "action/run/app_open.h"
#include "action/scenario/demo.h"
#include "action/scenario/record.h"

/* The steps of a scenario have eyes of their own. */
static bool eyes_fit(const char *as, const char *scenario, struct error *err)
{
	if (!as || !scenario)
		return true;
	error_set(err, ERROR_DENIED, "ACTING_AS",
		  "a scenario says with each step as whom it is done");
	return error_remedy(err, "leave out --as");
}

/* On the private copy. */
bool console_open_demo(const struct console_open *open, const struct action *action,
		       const struct args *args, int *status, struct error *err)
{
	const char *scenario = arg_text(action, args, action->params[0].name);
	struct app app;
	bool good;

	if (!eyes_fit(open->as, scenario, err))
		return false;
	app_init(&app, NULL);
	good = demo_open(&app, scenario, arg_text(action, args, "keep"), err);
	if (good) {
		good = !open->as || app_act_as(&app, open->as, err);
		if (good)
			*status = open->show(open->ctx, &app);
		demo_discard(&app);
	}
	app_release(&app);
	return good;
}

/* What is done there is written to a file. */
bool console_open_recorded(const struct console_open *open, const struct action *action,
			   const struct args *args, int *status, struct error *err)
{
	enum record_on on = arg_count(action, args, "demo") ? RECORD_DEMO :
		arg_count(action, args, "copy") ? RECORD_COPY : RECORD_STORE;
	struct app app;
	bool good;

	if (arg_count(action, args, "demo") && arg_count(action, args, "copy")) {
		error_set(err, ERROR_INVALID, "BAD_VALUE", "--demo and --copy: a recording is "
			  "made in one workspace");
		error_field(err, "copy");
		return error_remedy(err, "leave out one of them");
	}
	if (!open->screen) {
		error_set(err, ERROR_INVALID, "NO_TERMINAL", "what is recorded is what is done "
			  "in the console, which needs a terminal");
		return error_remedy(err, "without one: write the steps by hand, as those that "
				    "scenario list names");
	}
	app_init(&app, open->store);
	if (on != RECORD_DEMO)	/* a large one takes its time */
		fputs("Recording: the workspace as it is now is written down first.\n", stderr);
	good = record_open(&app, arg_text(action, args, "file"), on, open->as, open->yes, err);
	if (good)
		*status = open->show(open->ctx, &app);
	if (app.folder)
		demo_discard(&app);
	app_release(&app);
	return good;
}
