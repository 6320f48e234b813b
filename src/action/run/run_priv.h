/* run_priv.h: the steps of a run after its plan, which the what-if shares. */
#ifndef ACTION_RUN_RUN_PRIV_H
#define ACTION_RUN_RUN_PRIV_H

#include "action/core/batch.h"

/* The exact consequence; the facts stay changed.  opts NULL: no text of it.  Warns of
 * projects that nobody can edit any more: before run_say. */
void run_preview(struct edit_plan *plan, const struct options *opts,
		 struct result *out);
/* What a file of the outside does: its rows, where they are wanted. */
void run_rows(const struct edit_plan *plan, const struct options *opts, struct result *out);
/* Before the deed: the reports that are asked for, each in a file beside its own; all or
 * none.  A name says that it is done: it is given after the deed. */
bool run_report(const struct edit_plan *plan, const struct options *opts, struct error *err)
	MUST_CHECK;
/* The first n are of what was not done. */
void run_report_take_back(const struct edit_plan *plan, size_t n);
/* After it: into their places; where a name was taken meanwhile, a warning says where. */
void run_report_place(struct edit_plan *plan, struct result *out);
/* All that is wrong with it. */
void run_faults(const struct edit_plan *plan, struct result *out);
/* Write the edits and the event, and commit: between store_begin and its end. */
bool run_write_edits(struct edit_plan *plan, const struct batch *batch,
		     struct result *out, struct error *err) MUST_CHECK;

#endif
