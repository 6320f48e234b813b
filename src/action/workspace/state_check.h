/* state_check.h: do the tables hold what an Admin has signed, and what the events since
 * have made of it?  Whoever wrote rows by hand is found, row by row (SECURITY 3). */
#ifndef ACTION_WORKSPACE_STATE_CHECK_H
#define ACTION_WORKSPACE_STATE_CHECK_H

#include "action/core/action.h"

struct state_check {
	bool good;
	bool fresh;			/* it is as of now: nothing to sign */
	int64_t loose;			/* newest events that no key of the vault signed */
	const char *said;		/* a sentence, without its end */
	const char **rows;		/* what was changed by hand; at most 20 */
	size_t n_rows, all_rows;
};

/* Needs no key; reads all tables.  The texts are the arena's. */
bool state_check(struct app *app, struct arena *arena, struct state_check *out,
		 struct error *err) MUST_CHECK;
/* A row "state" of a verify, and one for each that was changed; fails the result. */
bool state_check_rows(struct app *app, struct result *out, struct error *err) MUST_CHECK;
/* With the vault open: check, also that no acknowledged change was cut off (the lines of
 * the checkpoints), and sign what the tables hold where they hold it rightly or `accept`
 * says so.  On failure the result has failed and says why. */
bool state_check_sign(struct app *app, bool accept, struct result *out,
		      struct error *err) MUST_CHECK;

#endif
