/* run_priv.h: the steps of a run that batches and the what-if share. */
#ifndef ACTION_RUN_RUN_PRIV_H
#define ACTION_RUN_RUN_PRIV_H

#include "action/core/batch.h"

/* May the subject run it, whether or not anything is written. */
bool run_role_allows(struct app *app, const struct action *action,
		     struct error *err) MUST_CHECK;
/* Plan all commands one on top of the other; batch->failed on failure, where what
 * was planned stays for run_revert. */
bool run_plan(struct edit_plan *plan, struct batch *batch, struct error *err)
	MUST_CHECK;
/* The commands of a batch as part of a plan under way: of an action that is made of
 * others. */
bool run_inside(struct edit_plan *plan, struct batch *batch, struct error *err)
	MUST_CHECK;
void run_revert(struct edit_plan *plan);
void run_release(struct edit_plan *plan);
/* The exact consequence; the facts stay changed.  opts NULL: no text of it.  Warns of
 * projects that nobody can edit any more: before run_say. */
void run_preview(struct edit_plan *plan, const struct options *opts,
		 struct result *out);
/* Message and warnings. */
void run_say(struct edit_plan *plan, struct result *out);
/* Write the edits and the event, and commit: between store_begin and its end. */
bool run_write_edits(struct edit_plan *plan, const struct batch *batch,
		     struct result *out, struct error *err) MUST_CHECK;
bool run_has_yes(const struct edit_plan *plan, const struct options *opts,
		 struct error *err) MUST_CHECK;

#endif
