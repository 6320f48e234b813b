/* run.h: actions and batches of them, from the permission to the commit, or nothing
 * at all. */
#ifndef ACTION_RUN_RUN_H
#define ACTION_RUN_RUN_H

#include "action/core/batch.h"

/* Do it.  For writes: lock, refresh the facts, plan, preview, write, audit,
 * commit; or with opts->dry_run plan and preview only (no lock), ending as the
 * real run would.  What asks (ACTION_IRREVERSIBLE, plan->ask) fails without
 * opts->yes as ERROR_INVALID YES_NEEDED, whose text is the question and whose
 * *out holds the preview; nothing is written.  out is initialised here; release
 * it also on failure. */
bool action_run(struct app *app, const struct action *action,
		const struct args *args, const struct options *opts,
		struct result *out, struct error *err) MUST_CHECK;

/* Plan and preview on the facts in memory, nothing written, no lock: what a
 * dialog shows while one types.  Of a change of the whole: its dry run. */
bool action_preview(struct app *app, const struct action *action,
		    const struct args *args, struct result *out,
		    struct error *err) MUST_CHECK;
/* The same as long as there is patience, as batch_preview_within; of a change of the whole
 * it is without end. */
struct patience;
bool action_preview_within(struct app *app, const struct action *action,
			   const struct args *args, struct patience *patience,
			   struct result *out, struct error *err) MUST_CHECK;
/* action_preview into an initialised result.  opts: write the changes in its
 * format, and ask as a run would; NULL: neither. */
bool action_preview_into(struct app *app, const struct action *action,
			 const struct args *args, const struct options *opts,
			 struct result *out, struct error *err) MUST_CHECK;

/* As action_preview and action_run; *out is initialised here, release it also on
 * failure.  An empty batch changes nothing and succeeds. */
bool batch_preview(struct app *app, struct batch *batch, struct result *out,
		   struct error *err) MUST_CHECK;
/* The same as long as there is patience (access/preview.h); where that is over *out does
 * not say who moves. */
bool batch_preview_within(struct app *app, struct batch *batch,
			  struct patience *patience, struct result *out,
			  struct error *err) MUST_CHECK;
bool batch_run(struct app *app, struct batch *batch, const struct options *opts,
	       struct result *out, struct error *err) MUST_CHECK;

/* Call look while the facts are as they would be after the batch; they are as before
 * on return.  False: it cannot be planned, look was not called. */
bool batch_look(struct app *app, struct batch *batch,
		void (*look)(struct app *app, void *ctx), void *ctx,
		struct error *err) MUST_CHECK;
/* Would commands go through, and would they change anything: the plan alone, taken
 * back again.  Who moves by it costs more: batch_preview.  As that, without the preview
 * in *out; *edits: how many are planned, 0 when all is so already. */
bool batch_check(struct app *app, struct batch *batch, size_t *edits,
		 struct result *out, struct error *err) MUST_CHECK;
bool action_check(struct app *app, const struct action *action,
		  const struct args *args, size_t *edits, struct result *out,
		  struct error *err) MUST_CHECK;

/* Write all of what-if as one event and turn it off; it stays on where that fails.
 * *out is initialised here. */
bool what_if_commit(struct app *app, struct result *out, struct error *err)
	MUST_CHECK;

struct plan_row;
struct json;
/* {"what":..., "change":..., ...} (run_rows.c) */
void run_row_json(struct json *json, const struct plan_row *row);

#endif
