/* run_write.c: the edits of a plan into the store, with the event that tells of them. */
#include "action/core/accounts.h"
#include "action/core/action.h"
#include "action/core/app_event.h"
#include "action/core/plan.h"
#include "action/run/run_priv.h"
#include "action/run/run_values.h"
#include "action/vault/vault_values.h"
#include "model/edit_field.h"

enum { EDITS_LIMIT = 256 << 20 };	/* bytes of an event's edits */

/* {"edit":"undoes","event":12,"edits":3} */
static void marks_json(struct json *json, const struct edit_plan *plan)
{
	size_t i;

	for (i = 0; i < plan->n_marks; i++) {
		jsonw_object(json);
		jsonw_kstring(json, "edit", plan->marks[i].redo ? "redoes" :
			      "undoes");
		jsonw_kint(json, "event", plan->marks[i].event);
		jsonw_kint(json, "edits", (int64_t)plan->marks[i].edits);
		jsonw_object_end(json);
	}
}

/* D29: does the register of the machine tell of it? */
static bool moves_accounts(const struct edit_plan *plan)
{
	size_t i = 0;

	while (i < plan->n && plan->edits[i].kind != EDIT_WORKSPACE_NAME &&
	       edit_row(&plan->edits[i])->whose != OF_PROVIDER)
		i++;
	return i < plan->n;
}

bool run_write_edits(struct edit_plan *plan, const struct batch *batch,
		     struct result *out, struct error *err)
{
	struct app *app = plan->app;
	struct event event;
	char op_id[NEWID_TEXT];
	struct buf edits;
	struct json json;
	bool done = false;
	size_t i;

	buf_init(&edits, EDITS_LIMIT);
	jsonw_init(&json, &edits, 0);
	jsonw_array(&json);
	marks_json(&json, plan);
	for (i = 0; i < plan->n; i++) {
		if (!store_apply(app->store, &app->facts, &plan->edits[i], err))
			goto out;
		edit_json(&json, &app->facts, &plan->edits[i]);
	}
	event = app_event(app, op_id);
	if (!run_values_seal(plan, event.actor, event.time, err))
		goto out;
	for (i = 0; i < plan->n_values; i++)
		vault_value_json(&json, &plan->values[i]);
	jsonw_array_end(&json);
	if (edits.overflow) {
		error_set(err, ERROR_INVALID, "TOO_LARGE",
			  "this is too much for one step");
		error_remedy(err, "do it in several");
		goto out;
	}
	event.verb = batch->verb ? batch->verb :
		action_name(batch->v[0].action, &out->arena);
	if (plan->targets)
		event.targets = plan->targets;
	event.summary = out->done ? out->done : plan->action->summary;
	event.edits = buf_text(&edits);
	done = store_commit(app->store, &event, err);
	if (done && (plan->n_values || app->n_values) && !vault_values_note(app, NULL))
		app->n_values = 0;
	if (done) {
		app->facts.revision = out->event = event.seq;
		edit_stamp(&app->facts, plan->edits, plan->n, event.time,
			   event.actor);
		if (moves_accounts(plan))
			accounts_note(app, &app->facts);
	}
out:
	buf_release(&edits);
	return done;
}
