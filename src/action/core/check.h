/* check.h: would commands go through, and would they change anything: the plan alone,
 * taken back again.  Who moves by it costs more: batch_preview. */
#ifndef ACTION_CORE_CHECK_H
#define ACTION_CORE_CHECK_H

#include "action/core/batch.h"

/* As batch_preview, without the preview in *out; *edits: how many are planned, 0 when
 * all is so already. */
bool check_batch(struct app *app, struct batch *batch, size_t *edits,
		 struct result *out, struct error *err) MUST_CHECK;
bool check_action(struct app *app, const struct action *action,
		  const struct args *args, size_t *edits, struct result *out,
		  struct error *err) MUST_CHECK;

#endif
