/* record.h: what is done in a console becomes a scenario, step by step, that scenario run
 * and scenario check repeat.
 *
 * Each step is tried at once on a copy of the workspace as it was at the beginning, with
 * all the steps before it: only what goes there as it went here is written.  Things that
 * were made meanwhile are called by their names, for their ids are others each time.  What
 * cannot be repeated (what reaches for files and services of the outside, values of
 * secrets, changes by others) is a step that only says so.  The file is replaced as a
 * whole after each step, so that whatever kills the console takes at most the step under
 * way; where it cannot be written that is said (witness.lost), and what is kept in memory
 * is written with the next step. */
#ifndef ACTION_SCENARIO_RECORD_H
#define ACTION_SCENARIO_RECORD_H

#include "action/core/action.h"
#include "base/buf.h"
#include "base/error.h"

enum record_on {
	RECORD_STORE,		/* the workspace that is opened, or is open */
	RECORD_COPY,		/* a private copy of it */
	RECORD_DEMO		/* a private copy of the demo */
};

/* Does the action record, of the console that it opens or of the one that is open? */
bool record_records(const struct action *action);

/* Open the app (after app_init; as: e-mail or NULL), and begin.  Of RECORD_STORE and
 * RECORD_COPY the workspace of now is written to a second file beside (x.json:
 * x.workspace.json), which is for Admins.  again: an earlier recording of the same name, on
 * the same workspace file, is replaced, and that file with it; nothing else ever is.
 * Both files are new, 0600.  app_release ends it.  False: what was there is as it was
 * (FILE_EXISTS, FILE_NOT_OURS), unless the disk fails between the two. */
bool record_open(struct app *app, const char *file, enum record_on on, const char *as,
		 bool again, struct error *err) MUST_CHECK;
/* Of an app that is open. */
bool record_begin(struct app *app, const char *file, bool again, struct error *err)
	MUST_CHECK;

/* " RECORDING 3 ", and whether the file has them, so that nobody forgets it; "" where
 * nothing is recorded. */
void record_state(const struct app *app, bool brief, char *out, size_t size);
/* "Recorded 3 steps in bug.json (1 not recorded: the file says which)."; "" where nothing
 * is recorded. */
void record_receipt(const struct app *app, struct buf *out);

#endif
