/* run_values.h: secret values of a batch, from where they are typed to their seals. */
#ifndef ACTION_RUN_RUN_VALUES_H
#define ACTION_RUN_RUN_VALUES_H

#include "action/core/batch.h"

bool run_has_values(const struct batch *batch);
/* Before the lock is taken, of a batch that has values: what is given is read, and the
 * vault is opened.  What was read is not asked for again. */
bool run_values_ready(struct app *app, const struct batch *batch, const struct options *opts,
		      struct error *err) MUST_CHECK;
/* Those of the plan are sealed, within its change. */
bool run_values_seal(struct edit_plan *plan, const char *by, int64_t time,
		     struct error *err) MUST_CHECK;

#endif
