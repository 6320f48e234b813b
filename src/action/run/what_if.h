/* what_if.h: what-if.  While it is on, every write lands in memory only: the facts
 * show it, the store does not have it.  It is kept as commands: when another console
 * commits, they are planned anew on the new facts; applying runs them all as one
 * event. */
#ifndef ACTION_RUN_WHAT_IF_H
#define ACTION_RUN_WHAT_IF_H

#include "action/core/batch.h"

/* Turn it on (no store is written; a reader may ask what if, too). */
void what_if_begin(struct app *app);
/* Turn it off; what it held is gone, the facts are the store's. */
void what_if_drop(struct app *app);
bool what_if_on(const struct app *app);
/* Commands held, one on top of the other; words also where it was started without
 * (they are for showing). */
size_t what_if_count(const struct app *app);
const struct batch_command *what_if_command(const struct app *app, size_t i);
/* Steps: commands that were run together.  0 when off. */
size_t what_if_steps(const struct app *app);
struct what_if_step {
	const char *message;	/* what it did, or NULL */
	size_t first, n;	/* its commands */
};
struct what_if_step what_if_step(const struct app *app, size_t i);
/* Take back what was run last, with all that was run together with it; false if
 * there is nothing. */
bool what_if_undo(struct app *app);
/* Who moves against what is saved; valid until the next change.  NULL when off. */
const struct preview *what_if_changes(struct app *app);
/* Between these two the facts are as saved; only look at them. */
void what_if_aside(struct app *app);
void what_if_back(struct app *app);
/* Commands that fell away because the store moved on, as a text; NULL: none.  Asking
 * forgets it. */
const char *what_if_lost(struct app *app);
/* ---- for run.c and app_open.c -------------------------------------------------- */

/* Plan on top and keep. */
bool what_if_add(struct app *app, struct batch *batch,
		 const struct options *opts, struct result *out,
		 struct error *err) MUST_CHECK;
/* The facts are about to be thrown away: nothing of it stands on them any more. */
void what_if_forget(struct app *app);
/* The facts were loaded anew: plan everything on them.  What was run together falls
 * away together. */
void what_if_replay(struct app *app);
/* Off the facts, and its commands as one batch, which *held owns: to be written.
 * Then what_if_land: it is gone where it is written, else it stands again. */
struct batch what_if_lift(struct app *app, struct what_if **held);
void what_if_land(struct app *app, struct what_if *held, bool written);

#endif
