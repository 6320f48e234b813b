/* overlay.h: what-if.  While it is on, every write lands in memory only: the facts
 * show it, the store does not have it.  It is kept as commands: when another console
 * commits, they are planned anew on the new facts; applying runs them all as one
 * event. */
#ifndef ACTION_OVERLAY_H
#define ACTION_OVERLAY_H

#include "action/batch.h"

/* Turn it on (no store is written; a reader may ask what if, too). */
void overlay_begin(struct app *app);
/* Turn it off; what it held is gone, the facts are the store's. */
void overlay_drop(struct app *app);
bool overlay_on(const struct app *app);
/* Commands held, one on top of the other; words also where it was started without
 * (they are for showing). */
size_t overlay_count(const struct app *app);
const struct batch_command *overlay_command(const struct app *app, size_t i);
/* Steps: commands that were run together.  0 when off. */
size_t overlay_steps(const struct app *app);
struct overlay_step {
	const char *message;	/* what it did, or NULL */
	size_t first, n;	/* its commands */
};
struct overlay_step overlay_step(const struct app *app, size_t i);
/* Take back what was run last, with all that was run together with it; false if
 * there is nothing. */
bool overlay_undo(struct app *app);
/* Who moves against what is saved; valid until the next change.  NULL when off. */
const struct preview *overlay_changes(struct app *app);
/* Between these two the facts are as saved; only look at them. */
void overlay_aside(struct app *app);
void overlay_back(struct app *app);
/* Commands that fell away because the store moved on, as a text; NULL: none.  Asking
 * forgets it. */
const char *overlay_lost(struct app *app);
/* Write all of it as one event and turn it off; it stays on where that fails.
 * *out is initialised here. */
bool overlay_commit(struct app *app, struct result *out, struct error *err)
	MUST_CHECK;

/* ---- for run.c and app.c ------------------------------------------------------ */

/* Plan on top and keep. */
bool overlay_add(struct app *app, struct batch *batch,
		 const struct options *opts, struct result *out,
		 struct error *err) MUST_CHECK;
/* The facts are about to be thrown away: nothing of it stands on them any more. */
void overlay_forget(struct app *app);
/* The facts were loaded anew: plan everything on them.  What was run together falls
 * away together. */
void overlay_replay(struct app *app);

#endif
