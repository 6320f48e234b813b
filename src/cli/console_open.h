/* console_open.h: the console on what an action opens for it: a demo, or a workspace of
 * which a scenario is recorded. */
#ifndef CLI_CONSOLE_OPEN_H
#define CLI_CONSOLE_OPEN_H

#include "action/core/action.h"

struct console_open {
	const char *store, *as;		/* --store, --as; or NULL */
	bool yes, screen;		/* --yes; a terminal that can show the console */
	int (*show)(void *ctx, struct app *app);	/* until it is left: exit status */
	void *ctx;
};

/* The demo, or what plays (play_opens).  False: *err, and nothing was shown. */
bool console_open_demo(const struct console_open *open, const struct action *action,
		       const struct args *args, int *status, struct error *err) MUST_CHECK;
/* What records (record_records). */
bool console_open_recorded(const struct console_open *open, const struct action *action,
			   const struct args *args, int *status, struct error *err)
	MUST_CHECK;

#endif
