/* audit_verify.c: is the chain of events whole? */
#include <string.h>

#include "action/core/action.h"
#include "action/undo/event_rows.h"

static bool run(const struct action *self, struct app *app,
		const struct args *args, struct result *out, struct error *err)
{
	struct finding *findings;
	size_t n, i;

	(void)self;
	(void)args;
	if (!store_verify(app->store, &out->arena, &findings, &n, err))
		return false;
	result_columns(out, 3, "check", "CHECK", CELL_CODE,
		       "good", "GOOD", CELL_BOOL,
		       "detail", "DETAIL", CELL_TEXT);
	for (i = 0; i < n; i++) {
		if (strcmp(findings[i].what, "events") != 0)
			continue;
		result_cells(out, findings[i].what,
			     findings[i].good ? "true" : "false",
			     findings[i].detail);
		out->failed = out->failed || !findings[i].good;
	}
	if (out->n_rows)
		return true;
	return error_set(err, ERROR_STORE, "STORE_DAMAGED",
			 "the chain of events could not be checked");
}

const struct action action_audit_verify = {
	.noun = "audit", .verb = "verify",
	.summary = "Check the chain of events",
	.help = "Each event carries the hash of the one before.  The exit "
		"status is 1 where the chain breaks.",
	.example = "audit verify",
	.synonyms = "check chain hash",
	.flags = ACTION_ADMIN | ACTION_ROWS,
	.run = run,
};
